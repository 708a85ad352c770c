"""The head of a dock: its title, a quiet detail, and small buttons to tear it off and to close it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QToolButton, QWidget

from playground.ui import icons
from playground.ui.tokens import theme_in_force
from playground.ui.widgets.kinds import RETHEMED, set_kind
from playground.ui.widgets.labels import SectionTitle

Feature = QDockWidget.DockWidgetFeature


class DockTitle(QWidget):
    """Replaces a dock's own title bar; dragging and double-clicking it still move and tear off the dock.

    Install it with `dock.setTitleBarWidget(DockTitle(dock))`. It follows the dock's title and features.
    """

    def __init__(self, dock: QDockWidget) -> None:
        """Head `dock`."""
        super().__init__(dock)
        self.section = SectionTitle(dock.windowTitle())
        self._float = _button("float", self.tr("Tear off, or put back"), dock.windowTitle())
        self._close = _button("close", self.tr("Close"), dock.windowTitle())
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 9, 8, 5)
        row.setSpacing(2)
        row.addWidget(self.section, 1)
        row.addWidget(self._float)
        row.addWidget(self._close)
        self._float.clicked.connect(self._toggle)
        self._close.clicked.connect(dock.close)
        dock.windowTitleChanged.connect(self.section.set_title)
        dock.featuresChanged.connect(self._offer)
        self._offer(dock.features())
        self._tint()

    def set_detail(self, text: str) -> None:
        """Say something short at the right of the title."""
        self.section.set_detail(text)

    def minimumSizeHint(self) -> QSize:
        """Room for the title and the buttons."""
        return QSize(60, self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave the mouse to the dock, which moves with it."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Tint the buttons in the colours of a new theme."""
        super().changeEvent(event)
        if event.type() in RETHEMED:
            self._tint()

    def _toggle(self) -> None:
        dock = self.parentWidget()
        if isinstance(dock, QDockWidget):
            dock.setFloating(not dock.isFloating())

    def _offer(self, features: QDockWidget.DockWidgetFeature) -> None:
        self._float.setVisible(bool(features & Feature.DockWidgetFloatable))
        self._close.setVisible(bool(features & Feature.DockWidgetClosable))

    def _tint(self) -> None:
        for button in (self._float, self._close):
            button.setIcon(icons.icon(theme_in_force(), button.objectName(), "secondary", 14))


def _button(name: str, tip: str, title: str) -> QToolButton:
    made = QToolButton()
    made.setObjectName(name)
    made.setToolTip(tip)
    made.setAccessibleName(f"{tip}: {title}")
    made.setIconSize(QSize(14, 14))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    set_kind(made, "quiet")
    return made
