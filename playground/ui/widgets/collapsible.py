"""A part of a panel that folds away under its title."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from playground.ui import icons
from playground.ui.tokens import theme_in_force
from playground.ui.widgets.kinds import RETHEMED, set_kind
from playground.ui.widgets.labels import ElidedLabel


class Collapsible(QWidget):
    """A title that opens and closes what lies below it; put that into `content`."""

    toggled = Signal(bool)

    def __init__(self, title: str, detail: str = "", expanded: bool = True, parent: QWidget | None = None) -> None:
        """Show `title`, with `detail` at the right, open when `expanded`."""
        super().__init__(parent)
        self._header = QToolButton()
        self._header.setText(title)
        self._header.setCheckable(True)
        self._header.setChecked(expanded)
        self._header.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._detail = ElidedLabel(detail, "detail")
        self._detail.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._inside = QWidget(self)
        self._inside.setVisible(expanded)
        self.content = QVBoxLayout(self._inside)
        self._build()
        self.setAccessibleName(title)
        self._header.toggled.connect(self._fold)

    @property
    def header(self) -> QToolButton:
        """The button that opens and closes."""
        return self._header

    def expanded(self) -> bool:
        """Return whether the content shows."""
        return self._header.isChecked()

    def set_expanded(self, expanded: bool) -> None:
        """Open or close."""
        self._header.setChecked(expanded)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._header.setText(title)
        self.setAccessibleName(title)

    def set_detail(self, detail: str) -> None:
        """Show another detail at the right."""
        self._detail.setText(detail)

    def changeEvent(self, event: QEvent) -> None:
        """Tint the arrow in the colours of a new theme."""
        super().changeEvent(event)
        if event.type() in RETHEMED:
            self._point()

    def _build(self) -> None:
        set_kind(self._header, "fold")
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._header)
        top.addWidget(self._detail, 1)
        self.content.setContentsMargins(0, 4, 0, 0)
        self.content.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._inside)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._point()

    def _fold(self, expanded: bool) -> None:
        self._inside.setVisible(expanded)
        self._point()
        self.toggled.emit(expanded)

    def _point(self) -> None:
        name = "chevron-down" if self._header.isChecked() else "chevron-right"
        self._header.setIcon(icons.icon(theme_in_force(), name, "secondary", 16))
