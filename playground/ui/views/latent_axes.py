"""The choice of the numbers of a code that span the plane on which it is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

PAIRS = 8


class AxesChoice(QObject):
    """An action with a menu of planes, to be seen where a code has more than one; `chosen()` when another is taken."""

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.action = QAction(self)
        self.action.setVisible(False)
        self.size = 0
        self._menu = QMenu(parent)
        self._group = QActionGroup(self)
        self._group.triggered.connect(lambda _: self.chosen.emit())
        self.action.setMenu(self._menu)

    @property
    def axes(self) -> tuple[int, int]:
        """Across and up, counted from 1; 0 and 0 are the principal components."""
        checked = self._group.checkedAction()
        return checked.data() if checked is not None and checked.data() else (0, 0)

    def say(self) -> None:
        """Texts in the window's language."""
        self.action.setText(self.tr("axes"))
        self.action.setToolTip(self.tr("Which numbers of the code span the plane"))
        self._fill()

    def offer(self, size: int) -> None:
        """Offer the planes of a code of so many numbers."""
        if size != self.size:
            self.size = size
            self._fill()

    def _fill(self) -> None:
        before = self.axes
        for action in self._group.actions():
            self._group.removeAction(action)
        self._menu.clear()
        planes = [(0, 0), *((i, i + 1) for i in range(1, min(self.size, 2 * PAIRS), 2))] if self.size > 2 else []
        for across, up in planes:
            text = f"z{across}  z{up}" if across else self.tr("principal components")
            action = self._menu.addAction(text)
            action.setCheckable(True)
            action.setData((across, up))
            action.setChecked((across, up) == before)
            self._group.addAction(action)
        self.action.setVisible(self.size > 2)
