"""How each network was last looked at: zoom and place, which are no part of the file."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF

from playground.ui.canvas.paper_view import PaperView
from playground.ui.document import Document


class NetworkViews(QObject):
    """Keeps a zoom and a middle for each network that is not on the canvas; those never moved are fitted."""

    def __init__(self, document: Document, view: PaperView) -> None:
        super().__init__(view)
        self._document, self._view = document, view
        self._kept: dict[str, tuple[float, QPointF]] = {}
        self._here = document.network
        document.opened.connect(self._forget)

    def _forget(self) -> None:
        self._kept = {}
        self._here = self._document.network

    def leave(self) -> None:
        """Keep how the network that was shown is looked at."""
        if self._view.fitted:
            self._kept.pop(self._here, None)
        else:
            self._kept[self._here] = self._view.zoom, self._view.seen().center()

    def enter(self) -> None:
        """Look at the network that is shown now as before."""
        self._here = self._document.network
        if self._here not in self._kept:
            self._view.open()
            return
        zoom, middle = self._kept[self._here]
        self._view.zoom_by(zoom / self._view.zoom)
        self._view.look_at(middle)
