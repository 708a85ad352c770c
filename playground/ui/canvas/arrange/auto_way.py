"""AutoWay: how data flow on the canvas, as a person has chosen or as the network can be read best."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, QTimer

from playground.ui.canvas.arrange.ways import Way, Wish
from playground.ui.canvas.edits import Size
from playground.ui.canvas.paper_view import READABLE, PaperView
from playground.ui.canvas.scene import CanvasScene
from playground.ui.studio import Studio

LARGE = 0.6
"""At this scale one line is large enough."""
ENDLESS = 1e6
"""Height of a page that is scrolled through, for what could not be read on one that is seen at once."""
BETTER = 1.15
"""Rows must be this much larger than one line to be worth the longer ways of the eye."""
MUCH = 1.2
"""A view that has grown or shrunk by this factor is another one."""
PAUSE_MS = 200


class AutoWay(QObject):
    """Sets the scene's way.

    "auto" is decided when a network is opened and its plan has come, when it is tidied, and when a view that shows all
    of it has been resized much; never on an edit, so that no card jumps while a person works.
    """

    def __init__(self, studio: Studio, view: PaperView) -> None:
        super().__init__(view)
        self._studio, self._view = studio, view
        self.wish: Wish = "auto"
        self._opening = True
        self._decided = QSize()
        self._found: dict[str, tuple[Way, Size | None]] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._resized)
        view.viewport().installEventFilter(self)
        document = studio.document
        document.opened.connect(self._opened)
        document.changed.connect(self._changed)
        document.network_changed.connect(self._network_changed)
        studio.runs.planned.connect(self._open)

    @property
    def _scene(self) -> CanvasScene:
        return self._view.canvas

    def set_wish(self, wish: Wish) -> None:
        """Let data flow that way from now on."""
        self.wish = wish
        self._found = {}
        self.decide()

    def decide(self) -> None:
        """Let data flow as wished."""
        if self.wish != "auto":
            self._scene.set_way(self.wish)
            return
        self._decided = self._view.viewport().size()
        found = self._found[self._studio.document.network] = self._best()
        self._scene.set_way(*found)

    def _best(self) -> tuple[Way, Size | None]:
        left, top, right, bottom = self._view.margins
        page = float(self._decided.width() - left - right), float(self._decided.height() - top - bottom)
        if min(page) < 20 or not self._scene.nodes:
            return "right", None
        line = self._scale("right", page)
        rows = self._scale("rows", page) if line < LARGE else 0.0
        if max(line, rows) < READABLE:
            return "rows", (page[0] / READABLE, ENDLESS)
        return ("rows", page) if rows >= line * BETTER else ("right", None)

    def _scale(self, way: Way, page: Size) -> float:
        """How large a network is shown that flows that way and fits the page."""
        box = self._scene.extent(way, page if way == "rows" else None)
        return min(page[0] / max(box.width(), 1.0), page[1] / max(box.height(), 1.0), 1.0)

    # --- when ------------------------------------------------------------------------------------------------------

    def _opened(self) -> None:
        self._opening = True
        self._found = {}
        self._view.open()  # whatever a person has looked at, this is another network

    def _changed(self) -> None:
        """`opened` comes before the scene shows the network, this after."""
        if self._studio.document.undo_stack.count():
            self._opening = False
        self._open()

    def _network_changed(self, name: str) -> None:
        if self.wish == "auto" and name in self._found:
            self._scene.set_way(*self._found[name])
            self._settle()
        else:
            self._opening = True
            self._open()

    def _open(self) -> None:
        """Decide for a network that has just come in, again when its plan tells how large its cards are."""
        if not self._opening or not self._view.fitted:
            return
        self._opening = not self._studio.runs.plans
        self.decide()
        self._settle()

    def _settle(self) -> None:
        """Without a glide: nobody has seen the cards elsewhere."""
        self._scene.movement.finish()
        self._view.refit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A view that is resized much is another page."""
        if event.type() == QEvent.Type.Resize and self.wish == "auto":
            self._pause.start()
        return super().eventFilter(watched, event)

    def _resized(self) -> None:
        now, then = self._view.viewport().size(), self._decided
        sides = ((now.width(), then.width()), (now.height(), then.height()))
        much = any(max(a, b) > MUCH * max(min(a, b), 1) for a, b in sides)
        by_hand = any(node.position is not None for node in self._scene.graph.nodes)
        if much and self._view.fitted and not by_hand and self._view.isVisible():
            self.decide()
