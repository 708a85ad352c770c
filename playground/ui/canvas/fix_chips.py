"""Buttons beside the cards that do not fit: each mends the network with one click."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt, QTimer, Signal

from playground.engine.events import Diagnostic
from playground.spec.fixes import Fix
from playground.ui import mending
from playground.ui.canvas import broken
from playground.ui.canvas.canvas_view import CanvasView
from playground.ui.canvas.items.scales import FAR
from playground.ui.studio import Studio
from playground.ui.widgets.fix_row import FixRow

MOST = 3
"""Broken cards that offer their fixes at once; of more, those that are selected do."""
WIDE, GAP, NEARBY = 300, 6, 80


class FixChips(QObject):
    """Keeps a row of fixes below each broken card, and below a selected one with a warning.

    `refused(sentence)` says why a fix could not be applied. Whoever owns it calls `refresh` when the selection changes.
    """

    refused = Signal(str)

    def __init__(self, studio: Studio, view: CanvasView) -> None:
        super().__init__(view)
        self._studio = studio
        self._view = view
        self.rows: dict[str, FixRow] = {}
        self._problems: dict[str, Diagnostic] = {}
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._place)
        scene = view.canvas
        scene.shown.connect(self.refresh)
        for moved in (scene.moved, view.zoomed):
            moved.connect(self._soon)
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(self._soon)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay beside the cards when the viewport has another size."""
        if event.type() == QEvent.Type.Resize:
            self._soon()
        return super().eventFilter(watched, event)

    def refresh(self) -> None:
        """Offer what can be mended now."""
        self._problems = self._wanted()
        for card in [card for card in self.rows if card not in self._problems]:
            row = self.rows.pop(card)
            row.hide()
            row.deleteLater()
        for card, problem in self._problems.items():
            if card not in self.rows:
                self.rows[card] = self._row(card)
            self.rows[card].show_fixes([mending.label(fix) for fix in problem.fixes])
        self._soon()

    def _soon(self, *_: object) -> None:
        self._later.start()

    def _wanted(self) -> dict[str, Diagnostic]:
        document = self._studio.document
        plan = self._studio.runs.plans.get(document.variant)
        found = broken.cards(plan, document.network, self._view.canvas.graph)
        chosen = self._view.canvas.selected()
        errors = [card for card, several in found.items() if several[0].severity == "error"][:MOST]
        shown = dict.fromkeys([*(card for card in chosen if card in found), *errors])
        return {card: found[card][0] for card in list(shown)[:MOST] if card in self._view.canvas.nodes}

    def _row(self, card: str) -> FixRow:
        row = FixRow(parent=self._view.viewport())
        row.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        row.setCursor(Qt.CursorShape.ArrowCursor)
        row.chosen.connect(lambda index: self._apply(card, index))
        return row

    def _apply(self, card: str, index: int) -> None:
        problem = self._problems[card]
        self._mend(problem, problem.fixes[index])

    def _place(self) -> None:
        """Put each row below its card and the sentence there, whole if the card is in view; none from far away."""
        near = self._view.zoom >= FAR
        for card, row in self.rows.items():
            item = self._view.canvas.nodes.get(card)
            row.setVisible(near and item is not None)
            if item is None or not near:
                continue
            box = item.card_rect()
            below = max(item.pos().y() + item.face.sentence_box.bottom(), box.bottom())
            at = self._view.mapFromScene(QPointF(box.center().x(), below))
            width, room = row.compact_width(WIDE), self._view.viewport().width()
            left = at.x() - width // 2
            if 0 <= at.x() < room:
                left = max(GAP, min(left, room - width - GAP))
            row.setGeometry(self._clear(QRect(left, at.y() + GAP, width, row.heightForWidth(width)), card))
            row.raise_()

    def _clear(self, box: QRect, card: str) -> QRect:
        """The box, moved down to where it covers no other card, unless that is far."""
        view, found = self._view, QRect(box)
        while found.top() - box.top() <= NEARBY:
            covered = view.canvas.finder.cards(view.mapToScene(found).boundingRect(), apart_from=[card])
            if not covered:
                return found
            found.moveTop(view.mapFromScene(QPointF(0, max(one.bottom() for one in covered))).y() + GAP)
        return box

    def of_card(self, card: str) -> list[tuple[str, Callable[[], object]]]:
        """All fixes of a card for its menu: what they are called and what they do."""
        document = self._studio.document
        plan = self._studio.runs.plans.get(document.variant)
        problems = broken.cards(plan, document.network, self._view.canvas.graph).get(card, [])
        return [
            (mending.label(fix), partial(self._mend, problem, fix)) for problem in problems for fix in problem.fixes
        ]

    def _mend(self, problem: Diagnostic, fix: Fix) -> None:
        if refusal := mending.mend(self._studio.document, problem, fix):
            self.refused.emit(refusal)
        self._view.setFocus()
