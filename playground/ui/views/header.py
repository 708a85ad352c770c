"""ViewFrame: a live view under its title, with its choices and the ways to save it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from playground.spec.errors import FileError
from playground.ui.engine_words import told
from playground.ui.plot_export import export_view, picture
from playground.ui.views.base import View
from playground.ui.views.option_button import ARROW, OptionButton
from playground.ui.widgets import ElidedLabel

HEIGHT, LEAST = 36, 44
"""Height of a header, and how narrow a choice may become before it goes."""


class ViewHeader(QWidget):
    """Title at the left; at the right what can be chosen, as far as there is room, and a menu that holds everything."""

    def __init__(self, view: View, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.title = ElidedLabel(view.title(), "title")
        self.buttons = [self._button(action) for action in view.options()]
        self.more = QToolButton()
        self.more.setMenu(menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setIconSize(QSize(16, 16))
        view.studio.themes.bind_icon(self.more, "more", "secondary", 16)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 2)
        row.setSpacing(2)
        row.addWidget(self.title, 1)
        for button in self.buttons:
            row.addWidget(button)
        row.addWidget(self.more)
        self.setFixedHeight(HEIGHT)
        self._say()

    def _button(self, action: QAction) -> QToolButton:
        button = OptionButton()
        button.setDefaultAction(action)
        if action.menu() is not None:
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        action.changed.connect(self._fit)
        return button

    def _say(self) -> None:
        self.title.setText(self._view.title())
        self.more.setToolTip(self.tr("Save and more"))
        self.more.setAccessibleName(self.tr("Save and more"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(80, HEIGHT)

    def _fit(self) -> None:
        """Shorten menus and hide the last choices where there is no room; a choice that would do nothing is hidden."""
        room = self.width() - self.title.sizeHint().width() - self.more.sizeHint().width() - 30
        for button in self.buttons:
            action, wide = button.defaultAction(), button.sizeHint().width()
            if ARROW in button.text():
                wide = min(wide, max(room - 2, LEAST))
                button.setFixedWidth(wide)
            room -= wide + 2
            wanted = action.isVisible() and action.isEnabled() and room >= 0
            if button.isVisibleTo(self) != wanted:
                button.setVisible(wanted)


class ViewFrame(QWidget):
    """A view with its header. `header` may be taken out to be the title bar of a dock.

    `said(sentence)` tells what became of a wish to save or copy.
    """

    said = Signal(str)

    def __init__(self, view: View, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self.menu = QMenu(self)
        self.header = ViewHeader(view, self.menu)
        self._savers = self._save_actions(self)
        self.menu.addActions(view.options())
        self.menu.addSeparator()
        self.menu.addActions(self._savers)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(view, 1)
        self.setMinimumSize(view.minimumSize())
        self._say()

    def export_menu(self, title: str) -> QMenu:
        """A menu of the ways to save this view, for the window's own menu."""
        menu = QMenu(title, self)
        menu.addActions(self._savers)
        return menu

    def _save_actions(self, parent: QWidget) -> list[QAction]:
        actions = []
        for icon, slot in (
            ("image", self.save_picture),
            ("table", self.save_numbers),
            ("duplicate", self.copy_picture),
        ):
            action = QAction(parent)
            action.triggered.connect(slot)
            self.view.studio.themes.bind_icon(action, icon)
            actions.append(action)
        return actions

    def _say(self) -> None:
        texts = (self.tr("Save picture…"), self.tr("Save numbers…"), self.tr("Copy picture"))
        for action, text in zip(self._savers, texts, strict=True):
            action.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu.popup(event.globalPos())

    def save_picture(self) -> None:
        """Ask for a file and write the picture."""
        self._save(self.tr("Save picture"), "png", self.tr("PNG picture (*.png);;SVG drawing (*.svg)"))

    def save_numbers(self) -> None:
        """Ask for a file and write the numbers behind the picture."""
        self._save(self.tr("Save numbers"), "csv", self.tr("CSV table (*.csv)"))

    def copy_picture(self) -> None:
        """Put the picture on the clipboard."""
        self.view.update_now()
        QGuiApplication.clipboard().setImage(picture(self.view))
        self.said.emit(self.tr("Copied the picture"))

    def _save(self, title: str, suffix: str, kinds: str) -> None:
        proposal = str(Path.home() / f"{self.view.name}.{suffix}")
        name, kind = QFileDialog.getSaveFileName(self, title, proposal, kinds)
        if not name:
            return
        path = Path(name)
        if not path.suffix:
            path = path.with_suffix(".svg" if "svg" in kind else f".{suffix}")
        try:
            files = export_view(self.view, path)
        except FileError as error:
            self.said.emit(self.tr("Not saved: {0}.").format(told(error.message).rstrip(".")))
            return
        self.said.emit(self.tr("Saved {0}").format(", ".join(file.name for file in files)))
