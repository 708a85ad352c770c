"""Panel: the base of all side panels, a column of sections that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from playground.ui.studio import Studio
from playground.ui.widgets import SectionTitle, line, set_kind

MARGIN = 12
LEAST_WIDTH = 252


class Section(QWidget):
    """A part of a panel under a title; put its rows into `column`."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.column.setSpacing(6)
        self.header = SectionTitle(title)
        self.column.addWidget(self.header)
        self.header.setVisible(bool(title))
        self.setAccessibleName(title)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets below one another at the end."""
        for widget in widgets:
            self.column.addWidget(widget)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self.header.set_title(title)
        self.header.setVisible(bool(title))
        self.setAccessibleName(title)


def growing(widget: QWidget) -> QWidget:
    """Let a widget with wrapped text be as tall as its text becomes at the width it gets."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
    return widget


class Panel(QScrollArea):
    """Sections one below the other, a hairline between each two; it scrolls up and down, and never sideways."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.studio = studio
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body = QWidget()
        set_kind(self.body, "panel")
        self._column = QVBoxLayout(self.body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.setWidget(self.body)
        self._lines: dict[QWidget, QWidget] = {}

    def add_section(self, section: QWidget, *, ruled: bool = True) -> None:
        """Put a section at the end, below a hairline unless it is the first or not `ruled`."""
        if ruled and self._column.count() > 1:
            self._lines[section] = line()
            self._column.insertWidget(self._column.count() - 1, self._lines[section])
        self._column.insertWidget(self._column.count() - 1, section)

    def show_section(self, section: QWidget, shown: bool) -> None:
        """Show or hide a section together with its hairline."""
        section.setVisible(shown)
        if section in self._lines:
            self._lines[section].setVisible(shown)

    def remove_section(self, section: QWidget) -> None:
        """Take a section out and delete it."""
        for widget in (section, self._lines.pop(section, None)):
            if widget is not None:
                self._column.removeWidget(widget)
                widget.hide()
                widget.deleteLater()

    def sizeHint(self) -> QSize:
        return QSize(268, 480)

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, 120)
