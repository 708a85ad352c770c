"""Layouts: the docks of the window, and three ways to arrange them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QTabBar, QTabWidget, QWidget

from playground.ui.widgets import DockTitle

LAYOUTS = ("build", "train", "analyse")
Side = Literal["left", "right", "beside", "below"]
"""At the edges; between the canvas and the panels on the right; or in the place of the first view below the canvas."""
SIDE_WIDTH, RIGHT_WIDTH, BESIDE_WIDTH, VIEW_HEIGHT = 268, 285, 420, 300
BELOW_WIDTH = 900
COUNTS = {"build": 1, "train": 3}
"""How many live views a layout shows; all where it is not said."""
SCALES = {"build": 0.9, "train": 1.0, "analyse": 1.6}
"""How high live views stand in a layout."""
ASIDE = QPoint(48, -48)
DRAG_MS = 100


@dataclass(frozen=True)
class Place:
    """Where a panel stands, which layouts show it unasked, and in which its tab is in front."""

    side: Side
    shown: tuple[str, ...] = LAYOUTS
    front: tuple[str, ...] = ()


class Layouts:
    """Makes docks and puts them in their places; a dock without a place is a live view below the canvas."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self.docks: dict[str, QDockWidget] = {}
        self._places: dict[str, Place] = {}
        self._front: tuple[str, ...] = ()
        self._arranged = "train"
        self._featured: tuple[str, ...] = ()
        self._idle: tuple[str, ...] = ()
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

    def add(
        self, name: str, title: str, widget: QWidget, bar: QWidget | None = None, place: Place | None = None
    ) -> QDockWidget:
        """Make a dock; `bar` replaces its title bar. A widget that has a title of its own gives it to the dock."""
        dock = QDockWidget(widget.windowTitle() or title, self._window)
        widget.windowTitleChanged.connect(dock.setWindowTitle)
        if place is not None:
            self._places[name] = place
        dock.setObjectName(name)
        dock.setWidget(widget)
        if bar is not None:
            dock.setTitleBarWidget(bar)
        self.docks[name] = dock
        dock.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # for the line around it while it floats
        dock.topLevelChanged.connect(lambda floating: self._frame(dock, floating))
        if place is not None and place.side == "beside":
            dock.setTitleBarWidget(DockTitle(dock))  # it stands alone, without a tab that says its name
        elif place is not None:
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
        views = [dock for key, dock in self.docks.items() if key not in self._places]
        for dock in self.docks.values():
            dock.setFloating(False)
            self._window.removeDockWidget(dock)
        beside = self._on("beside")
        self._column(self._on("left"), Qt.DockWidgetArea.LeftDockWidgetArea)
        self._column(beside[:1], Qt.DockWidgetArea.RightDockWidgetArea)
        self._column(self._on("right"), Qt.DockWidgetArea.RightDockWidgetArea, beside[0])
        for dock in beside[1:]:  # a dock is split off before others share its place
            self._window.tabifyDockWidget(beside[0], dock)
        self._arranged = name
        shown = self._shown()
        for view in views:
            self._window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, view)
            view.setVisible(view in shown)
        for before, after in pairwise(views):
            self._window.splitDockWidget(before, after, Qt.Orientation.Horizontal)
        for dock in self._on("below"):
            self._window.tabifyDockWidget(views[0], dock)
        for key, place in self._places.items():
            self.docks[key].setVisible(name in place.shown)
        self._front = tuple(key for key, place in self._places.items() if name in place.front)
        self.settle()
        self._sizes(shown, SCALES[name])

    def feature(self, front: Sequence[str], idle: Sequence[str]) -> None:
        """Show the views `front` beside the first one, and none that is `idle`, in place of others.

        What a person has shown or hidden stays, unless it changes with the choice.
        """
        before = self._shown()
        self._featured = tuple(name for name in front if name in self.docks)
        self._idle = tuple(idle)
        after = self._shown()
        for dock in before:
            if dock not in after:
                dock.hide()
        for dock in after:
            if dock not in before:
                dock.show()
        if before != after:
            self._sizes(after, SCALES[self._arranged])

    def _shown(self) -> list[QDockWidget]:
        """The views that the layout in force shows unasked, in the order in which they matter."""
        views = [key for key in self.docks if key not in self._places and key not in self._idle]
        ranked = [*views[:1], *self._featured, *views[1:]]
        names = list(dict.fromkeys(ranked))[: COUNTS.get(self._arranged)]
        return [self.docks[key] for key in self.docks if key in names]

    def _on(self, side: Side) -> list[QDockWidget]:
        return [self.docks[key] for key, place in self._places.items() if place.side == side]

    def _column(self, docks: Sequence[QDockWidget], area: Qt.DockWidgetArea, beside: QDockWidget | None = None) -> None:
        self._window.addDockWidget(area, docks[0])
        if beside is not None:
            self._window.splitDockWidget(beside, docks[0], Qt.Orientation.Horizontal)
        for dock in docks[1:]:
            self._window.addDockWidget(area, dock)
            self._window.tabifyDockWidget(docks[0], dock)

    def _sizes(self, shown: list[QDockWidget], scale: float) -> None:
        window = self._window
        sides = [self._on("left")[0], self._on("right")[0]]
        window.resizeDocks(sides, [SIDE_WIDTH, RIGHT_WIDTH], Qt.Orientation.Horizontal)
        if shown:
            height = int(min(VIEW_HEIGHT * scale, window.height() * 0.55))
            window.resizeDocks(shown[:1], [height], Qt.Orientation.Vertical)
            shares: Mapping[str, int] = {
                "loss": 37,
                "boundary": 40,
                "graph": 48,
                "weights": 23,
                "metrics": 30,
                "latent": 70,
                "predictions": 46,
            }
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
        side = self._places[name].side if name in self._places else ""
        opened = side in ("beside", "below") and not dock.isVisible()
        dock.show()
        dock.raise_()
        if opened and not dock.isFloating():
            width = BELOW_WIDTH if side == "below" else BESIDE_WIDTH
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
