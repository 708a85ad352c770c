"""TreeView: one expression as a tree, with what the network says of each of its nodes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from playground.catalog.structure_probes import TreeAnswers
from playground.spec.entry import Entry
from playground.ui.studio import Studio
from playground.ui.views.base import Table
from playground.ui.views.of_sample import SampleView
from playground.ui.views.readout import Row, draw_readout
from playground.ui.views.ticks import number, percent

LINE, CARD_WIDTH, CARD_HEIGHT, MOST_BETWEEN, MOST_ACROSS, RADIUS = 20.0, 38.0, 36.0, 58.0, 78.0, 8.0
GUESSES = 5
FLOW = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True)
class Card:
    """A node: what it bears, the value that is said of it, and the true one, None where that is not told."""

    symbol: str
    said: int
    truth: int | None
    children: tuple[int, int] | None

    @property
    def role(self) -> str:
        """The colour of what is said."""
        return "secondary" if self.truth is None else "good" if self.said == self.truth else "error"


def cards(arrays: Mapping[str, Any]) -> list[Card]:
    """The nodes of a snapshot, root last."""
    found = []
    rows = zip(*(np.asarray(arrays[name]).tolist() for name in ("symbols", "said", "truth", "children")), strict=True)
    for symbol, said, truth, children in rows:
        found.append(Card(symbol, said, truth if truth >= 0 else None, tuple(children) if min(children) >= 0 else None))
    return found


def infix(tree: list[Card], node: int, top: bool = True) -> str:
    """The expression below a node, such as (3 + 4) × 2."""
    card = tree[node]
    if card.children is None:
        return card.symbol
    inside = f" {card.symbol} ".join(infix(tree, child, top=False) for child in card.children)
    return inside if top else f"({inside})"


def places(tree: list[Card], area: QRectF) -> list[QPointF]:
    """Middles of the cards: leaves from left to right, each operation above and between its two sides."""
    across, depth = np.zeros(len(tree)), np.zeros(len(tree))
    leaves = 0
    stack = [(len(tree) - 1, False)]
    while stack:
        node, below_done = stack.pop()
        children = tree[node].children
        if children is None:
            across[node], leaves = leaves, leaves + 1
        elif below_done:
            across[node] = across[list(children)].mean()
        else:
            depth[list(children)] = depth[node] + 1
            stack += [(node, True), (children[1], False), (children[0], False)]
    step = min(MOST_ACROSS, (area.width() - CARD_WIDTH) / max(leaves - 1, 1))
    down = min(MOST_BETWEEN, (area.height() - CARD_HEIGHT) / max(depth.max(), 1))
    left = area.center().x() - step * (leaves - 1) / 2
    top = area.top() + CARD_HEIGHT / 2
    return [QPointF(left + step * x, top + down * y) for x, y in zip(across.tolist(), depth.tolist(), strict=True)]


class TreeView(SampleView):
    """Symbols on cards, the value that is said below them, green where it is right and red where it is not."""

    name: ClassVar[str] = "tree"
    order: ClassVar[int] = 72
    min_size: ClassVar[tuple[int, int]] = (240, 160)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, "layers", parent)

    def title(self) -> str:
        return self.tr("Tree")

    def probe(self, sample: int, network: str) -> Entry:
        return TreeAnswers(sample=sample, network=network)

    def lacks(self, arrays: Mapping[str, Any]) -> str:
        if "symbols" in arrays:
            return ""
        return self.tr("A tree can be drawn for data that are trees, such as expression trees.")

    # --- painting -------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, area: QRectF) -> None:
        tree, theme, themes = cards(self.arrays), self.studio.themes.theme, self.studio.themes
        names = [str(name) for name in self.arrays["classes"]]
        self._paint_head(painter, area, tree, names)
        foot = self._foot(area)
        body = area.adjusted(0, LINE + 6, 0, -foot.height())
        where = places(tree, body)
        painter.setPen(QPen(theme.color("line"), 1.5))
        for card, place in zip(tree, where, strict=True):
            for child in card.children or ():
                painter.drawLine(QLineF(place, where[child]))
        rects = [QRectF(p.x() - CARD_WIDTH / 2, p.y() - CARD_HEIGHT / 2, CARD_WIDTH, CARD_HEIGHT) for p in where]
        for card, rect in zip(tree, rects, strict=True):
            self._paint_card(painter, card, rect, names)
        painter.setFont(themes.font(11))
        painter.setPen(theme.color("secondary"))
        painter.drawText(foot, FLOW, self._by_height())
        over = next((at for at, rect in enumerate(rects) if self.mouse is not None and rect.contains(self.mouse)), None)
        if over is not None and self.mouse is not None:
            self._paint_mouse(painter, self.mouse, tree[over], over, names)

    def _foot(self, area: QRectF) -> QRectF:
        """The place of the words below the tree, in as many lines as they need."""
        metrics = QFontMetricsF(self.studio.themes.font(11))
        high = max(metrics.boundingRect(area, FLOW, self._by_height()).height() + 4, LINE)
        return QRectF(area.left(), area.bottom() - high, area.width(), high)

    def _paint_head(self, painter: QPainter, area: QRectF, tree: list[Card], names: list[str]) -> None:
        root = tree[-1]
        said = names[root.said]
        text = infix(tree, len(tree) - 1)
        if root.truth is None:
            words = self.tr("{0} (predicted {1})").format(text, said)
        else:
            words = self.tr("{0} = {1} (predicted {2})").format(text, names[root.truth], said)
        self.paint_head(painter, area, words, "error" if root.role == "error" else "text")

    def _paint_card(self, painter: QPainter, card: Card, rect: QRectF, names: list[str]) -> None:
        theme, color = self.studio.themes.theme, self.studio.themes.theme.color(card.role)
        painter.setPen(QPen(color, 1.5))
        painter.setBrush(theme.color("panel"))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        half = rect.height() / 2
        middle = int(Qt.AlignmentFlag.AlignCenter)
        painter.setPen(theme.color("text"))
        painter.setFont(self.studio.themes.font(13, QFont.Weight.DemiBold))
        painter.drawText(QRectF(rect.left(), rect.top() + 1, rect.width(), half), middle, card.symbol)
        painter.setPen(QColor(color))
        painter.setFont(self.studio.themes.font(11))
        painter.drawText(
            QRectF(rect.left(), rect.top() + half - 1, rect.width(), half), middle, self._said(card, names)
        )

    def _said(self, card: Card, names: list[str]) -> str:
        """What is said of a node; where it is wrong, with the truth behind it."""
        if card.role != "error" or card.truth is None:
            return f"= {names[card.said]}"
        return f"{names[card.said]} ≠ {names[card.truth]}"

    def _by_height(self) -> str:
        """How many nodes are right, from the leaves up."""
        right, counted = (np.asarray(self.arrays[name]) for name in ("right", "counted"))
        told = [number(round(100 * float(r) / float(c))) for r, c in zip(right, counted, strict=True) if c]
        return self.tr("Right by height above the leaves: {0} %").format(" · ".join(told))

    def _paint_mouse(self, painter: QPainter, mouse: QPointF, card: Card, node: int, names: list[str]) -> None:
        theme, shares = self.studio.themes.theme, np.asarray(self.arrays["shares"])[node]
        best = np.argsort(-shares, kind="stable")[:GUESSES].tolist()
        faint = theme.color("faint")
        rows = [
            Row(
                theme.color("good") if value == card.truth else theme.color(card.role) if value == card.said else faint,
                names[value],
                [percent(float(shares[value]), 3)],
            )
            for value in best
        ]
        title = infix(cards(self.arrays), node)
        if card.truth is not None:
            title = f"{title} = {names[card.truth]}"
        draw_readout(painter, theme, self.studio.themes.font(11), QRectF(self.rect()), mouse, title, [], rows)

    # --- numbers --------------------------------------------------------------------------------------------------

    def tables(self) -> list[Table]:
        """One row per node of the tree, and one per height."""
        if "symbols" not in self.arrays:
            return []
        names, said = np.asarray(self.arrays["classes"]), np.asarray(self.arrays["said"])
        truth = np.asarray(self.arrays["truth"])
        nodes = {
            "node": np.arange(len(said)),
            "symbol": np.asarray(self.arrays["symbols"]),
            "left": np.asarray(self.arrays["children"])[:, 0],
            "right": np.asarray(self.arrays["children"])[:, 1],
            "truth": np.where(truth < 0, "", names[truth]),
            "predicted": names[said],
            "share": np.asarray(self.arrays["shares"])[np.arange(len(said)), said],
        }
        heights = {name: np.asarray(self.arrays[name]) for name in ("counted", "right")}
        return [
            Table("tree", nodes),
            Table("heights", {"height": np.arange(len(heights["right"])), **heights}),
        ]
