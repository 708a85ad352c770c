"""CodePanel: the PyTorch source of the network on the canvas, with the selected layers' lines marked."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent, QShowEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from playground.engine.events import Source
from playground.spec.experiment import Experiment
from playground.spec.inner_ids import shown_as
from playground.ui import fonts
from playground.ui.engine_words import told
from playground.ui.panels.python_colors import PythonColors
from playground.ui.studio import Studio
from playground.ui.widgets import ElidedLabel, button, set_kind

MARK = 0.14
"""Opacity of the veil over the lines of a selected layer."""


class _Page(QPlainTextEdit):
    """Source to read; a click on a line tells its number."""

    clicked = Signal(int)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # Qt's name
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.clicked.emit(self.cursorForPosition(event.position().toPoint()).blockNumber())


class CodePanel(QWidget):
    """Follows every edit while it is visible.

    Signals: `node_requested(id)` when a person clicks a line that belongs to a layer; `said(sentence)`.
    """

    node_requested = Signal(str)
    said = Signal(str)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "panel")
        self._studio = studio
        self._shown: tuple[Experiment, str, str] | None = None
        self._owners: list[str] = []
        self._selected: list[str] = []
        self.page = _Page()
        self.page.setReadOnly(True)
        self.page.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.page.setFont(fonts.monospaced())
        self.page.document().setDocumentMargin(12)
        self.page.setTabChangesFocus(True)
        self.page.setAccessibleName(self.tr("PyTorch source of the network"))
        self.page.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._colors = PythonColors(self.page.document(), studio.themes.theme)
        self.status = ElidedLabel()
        set_kind(self.status, "caption")
        self.copy_button = button(self.tr("Copy"))
        self.copy_button.clicked.connect(self.copy)
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 4)
        head.addWidget(self.status, 1)
        head.addWidget(self.copy_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.page)
        self.page.clicked.connect(self._clicked)
        studio.runs.planned.connect(self.refresh)
        studio.document.variant_changed.connect(self.refresh)
        studio.themes.changed.connect(self._rethemed)

    def select(self, ids: list[str]) -> None:
        """Mark the lines of these layers and bring the first of them into view."""
        if ids != self._selected:
            self._selected = list(ids)
            self._mark(follow=True)

    def copy(self) -> None:
        """Put the whole source on the clipboard."""
        QGuiApplication.clipboard().setText(self.page.toPlainText())
        self.said.emit(self.tr("The source of the network is on the clipboard."))

    def refresh(self, *_: object) -> None:
        """Ask for the source of what the document shows, unless it is there already or nobody looks."""
        document = self._studio.document
        wanted = (document.experiment, document.variant, document.network)
        if not self.isVisible() or wanted == self._shown or not self._studio.runs.plans:
            return
        self._shown = wanted
        self._studio.runs.questions.code(*wanted, self._answered)

    def _answered(self, value: Any, error: str) -> None:
        if error:
            self.status.setText(told(error))
            return
        source = msgspec.convert(value, Source)
        self.status.setText(self.tr("network {0}").format(self._studio.document.network))
        self._owners = source.nodes
        if source.text != self.page.toPlainText():
            here = self.page.verticalScrollBar().value(), self.page.horizontalScrollBar().value()
            self.page.setPlainText(source.text)
            self.page.verticalScrollBar().setValue(here[0])
            self.page.horizontalScrollBar().setValue(here[1])
        self._mark()

    def _mark(self, follow: bool = False) -> None:
        chosen = set(self._selected)
        lines = [i for i, owner in enumerate(self._owners) if owner and shown_as(owner, chosen)]
        self.page.setExtraSelections([self._marked(line) for line in lines])
        if follow and lines:
            cursor = QTextCursor(self.page.document().findBlockByNumber(lines[0]))
            self.page.setTextCursor(cursor)
            self.page.ensureCursorVisible()

    def _marked(self, line: int) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(self.page.document().findBlockByNumber(line))
        mark.format.setBackground(self._studio.themes.theme.color("accent", MARK))
        mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        return mark

    def _clicked(self, line: int) -> None:
        owner = self._owners[line] if line < len(self._owners) else ""
        if node := shown_as(owner, {n.id for n in self._studio.document.graph.nodes}):
            self.node_requested.emit(node)

    def _rethemed(self, *_: object) -> None:
        self._colors.set_theme(self._studio.themes.theme)
        self._mark()

    def showEvent(self, event: QShowEvent) -> None:  # Qt's name
        super().showEvent(event)
        self.refresh()
