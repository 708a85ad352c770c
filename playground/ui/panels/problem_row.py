"""One problem in words, with what mends it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from playground.engine.events import Diagnostic
from playground.ui import mending, words
from playground.ui.engine_words import told
from playground.ui.theme import ThemeManager
from playground.ui.widgets import IconLabel, label
from playground.ui.widgets.fix_row import FixRow


class ProblemRow(QWidget):
    """One problem: icon, sentence, hint and a button for each fix; a click goes to its place.

    `fix_chosen(fix)` speaks when a fix is to be applied.
    """

    clicked = Signal()
    fix_chosen = Signal(object)

    def __init__(self, problem: Diagnostic, themes: ThemeManager) -> None:
        super().__init__()
        self.problem = problem
        self._themes = themes
        icon = IconLabel("info", "secondary", 16) if problem.note else IconLabel(problem.severity, problem.severity, 16)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        sentence = words.sentence(problem.message)
        texts.addWidget(label(sentence, wrap=True))
        if problem.hint:
            texts.addWidget(label(told(problem.hint), "caption", wrap=True))
        self.fixes: FixRow | None = None
        if problem.fixes:
            self.fixes = FixRow([mending.label(fix) for fix in problem.fixes], self)
            self.fixes.chosen.connect(lambda index: self.fix_chosen.emit(problem.fixes[index]))
            texts.addSpacing(3)
            texts.addWidget(self.fixes)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 7, 8, 7)
        row.setSpacing(8)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        self.setAccessibleName(f"{sentence} {told(problem.hint)}".strip())
        if problem.node:
            self.setToolTip(self.tr("Go to {0}").format(problem.node))
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(bool(self.problem.node))  # else the release would go to the panel below

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.problem.node and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._themes.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("hover") if self.underMouse() and self.problem.node else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
