"""Layouts: the docks of the window, and three ways to arrange them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QTabBar, QTabWidget, QWidget

from playground.ui.widgets import DockTitle

LEFT = ("lessons", "data", "layers", "outline")
RIGHT = ("layer", "training", "problems", "history")
BESIDE = ("compare", "code")
"""Panels that stand between the canvas and the panels on the right."""
BELOW = ("analysis",)
"""Panels that share the place of the first view below the canvas."""
PANELS = LEFT + RIGHT + BESIDE + BELOW
ON_REQUEST = {"outline": ("build",), "history": ("build",), "compare": (), "code": (), "analysis": ("build",)}
"""Panels that only these layouts show; everywhere else a person asks for them."""
SIDE_WIDTH, RIGHT_WIDTH, BESIDE_WIDTH, VIEW_HEIGHT = 268, 285, 420, 300
BELOW_WIDTH = 900
ASIDE = QPoint(48, -48)
DRAG_MS = 100


class Layouts:
    """Makes docks and puts them in their places."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self.docks: dict[str, QDockWidget] = {}
        self._front: tuple[str, ...] = ()
        window.setDockOptions(
            QMainWindow.DockOption.AnimatedDocks
            | QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.GroupedDragging
        )
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for corner, area in (
            (Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea),
            (Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea),
        ):
            window.setCorner(corner, area)

    def add(self, name: str, title: str, widget: QWidget, bar: QWidget | None = None) -> QDockWidget:
        """Make a dock; `bar` replaces its title bar."""
        dock = QDockWidget(title, self._window)
        dock.setObjectName(name)
        dock.setWidget(widget)
        if bar is not None:
            dock.setTitleBarWidget(bar)
        self.docks[name] = dock
        dock.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # for the line around it while it floats
        dock.topLevelChanged.connect(lambda floating: self._frame(dock, floating))
        if name in BESIDE:
            dock.setTitleBarWidget(DockTitle(dock))  # it stands alone, without a tab that says its name
        elif name in PANELS:
            dock.topLevelChanged.connect(lambda _floating: self._head(dock))
        return dock

    def _frame(self, dock: QDockWidget, floating: bool) -> None:
        width = 1 if floating else 0
        dock.setContentsMargins(width, width, width, width)
        dock.style().unpolish(dock)
        dock.style().polish(dock)

    def _head(self, dock: QDockWidget) -> None:
        """A panel needs a head with its name and buttons only while it floats: docked its tab says it."""
        if QApplication.mouseButtons():
            QTimer.singleShot(DRAG_MS, dock, lambda: self._head(dock))  # not under a drag
            return
        headed = isinstance(dock.titleBarWidget(), DockTitle)
        if headed != dock.isFloating():
            old = dock.titleBarWidget()
            dock.setTitleBarWidget(DockTitle(dock) if dock.isFloating() else QWidget())
            old.deleteLater()

    def arrange(self, name: str) -> None:
        """Put the docks as "build" (canvas large), "train" (all) or "analyse" (views large)."""
        views = [d for n, d in self.docks.items() if n not in PANELS]
        for dock in self.docks.values():
            dock.setFloating(False)
            self._window.removeDockWidget(dock)
        self._column(LEFT, Qt.DockWidgetArea.LeftDockWidgetArea)
        self._column(BESIDE[:1], Qt.DockWidgetArea.RightDockWidgetArea)
        self._column(RIGHT, Qt.DockWidgetArea.RightDockWidgetArea, self.docks[BESIDE[0]])
        for side in BESIDE[1:]:  # a dock is split off before others share its place
            self._window.tabifyDockWidget(self.docks[BESIDE[0]], self.docks[side])
        shown = views[:1] if name == "build" else views[:3] if name == "train" else views
        for view in views:
            self._window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, view)
            view.setVisible(view in shown)
        for before, after in pairwise(views):
            self._window.splitDockWidget(before, after, Qt.Orientation.Horizontal)
        for side in BELOW:
            self._window.tabifyDockWidget(views[0], self.docks[side])
        for side in PANELS:
            self.docks[side].setVisible(name in ON_REQUEST.get(side, (name,)))
        self._front = ("layers", "layer") if name == "build" else ("data", "training")
        self.settle()
        self._sizes(shown, {"build": 0.9, "train": 1.0, "analyse": 1.6}[name])

    def _column(self, names: tuple[str, ...], area: Qt.DockWidgetArea, beside: QDockWidget | None = None) -> None:
        first = self.docks[names[0]]
        self._window.addDockWidget(area, first)
        if beside is not None:
            self._window.splitDockWidget(beside, first, Qt.Orientation.Horizontal)
        for name in names[1:]:
            self._window.addDockWidget(area, self.docks[name])
            self._window.tabifyDockWidget(first, self.docks[name])

    def _sizes(self, shown: list[QDockWidget], scale: float) -> None:
        window = self._window
        sides = [self.docks[LEFT[0]], self.docks[RIGHT[0]]]
        window.resizeDocks(sides, [SIDE_WIDTH, RIGHT_WIDTH], Qt.Orientation.Horizontal)
        if shown:
            height = int(min(VIEW_HEIGHT * scale, window.height() * 0.55))
            window.resizeDocks(shown[:1], [height], Qt.Orientation.Vertical)
            shares: Mapping[str, int] = {"loss": 37, "boundary": 40, "weights": 23, "metrics": 30}
            widths = [shares.get(d.objectName(), 30) * 10 for d in shown]
            window.resizeDocks(shown, widths, Qt.Orientation.Horizontal)

    def tear_off(self, name: str) -> None:
        """Make a dock a window of its own, or put it back.

        Raises:
            KeyError: there is no dock of that name.
        """
        dock = self.docks[name]
        dock.show()
        dock.setFloating(not dock.isFloating())
        if dock.isFloating():
            room = dock.screen().availableGeometry()
            wanted = dock.pos() + ASIDE  # so that one sees that it is off
            x = max(room.left(), min(wanted.x(), room.right() - dock.width()))
            dock.move(x, max(room.top(), min(wanted.y(), room.bottom() - dock.height())))
            dock.raise_()

    def show(self, name: str) -> None:
        """Bring a dock to the front, opening it when it was closed.

        Raises:
            KeyError: there is no dock of that name.
        """
        dock = self.docks[name]
        opened = name in BESIDE + BELOW and not dock.isVisible()
        dock.show()
        dock.raise_()
        if opened and not dock.isFloating():
            width = BELOW_WIDTH if name in BELOW else BESIDE_WIDTH
            self._window.resizeDocks([dock], [width], Qt.Orientation.Horizontal)

    def leave(self) -> None:
        """Let the tabs in front be those of a layout that is restored."""
        self._front = ()

    def settle(self) -> None:
        """Finish what only works once the window is shown: tabs to the front, tab bars as plain text."""
        for name in self._front:
            self.show(name)
        for dock in self.docks.values():
            if dock.isFloating() and dock.isVisible():
                dock.raise_()  # one that was restored before the window was there lies behind it
        for bar in self._window.findChildren(QTabBar):
            if bar.parent() is self._window:
                bar.setExpanding(False)
                bar.setDrawBase(False)
                bar.setElideMode(Qt.TextElideMode.ElideNone)
