"""GraphView: the graph that a network looks at, its nodes in the colours of what the network makes of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from playground.catalog.graph_probes import GraphLayout, GraphNodes
from playground.ui.content_words import class_names
from playground.ui.held_out import validation_word
from playground.ui.studio import Studio
from playground.ui.tokens import class_colors
from playground.ui.views.base import Table, View
from playground.ui.views.boundary_paint import score
from playground.ui.views.captions import CAPTION, caption_height, cut_name, draw_caption
from playground.ui.views.graph_legend import Key, draw_legend, legend_height
from playground.ui.views.graph_paint import METER, Seen, draw_graph, draw_meter, meter_cells, node_at
from playground.ui.views.graph_state import Answers, Drawing
from playground.ui.views.graph_tables import graph_tables
from playground.ui.views.readout import Row, draw_readout
from playground.ui.views.ticks import fixed, percent
from playground.ui.widgets import EmptyState

MARGIN, GAP = (12.0, 2.0, 12.0, 8.0), 12.0
INTERVAL = 0.06
WIDEST = 1.9
"""Width over height of a drawing at most."""


@dataclass
class _Tile:
    """One variant: its answers, where its graph is drawn and where its bars are."""

    answers: Answers = field(default_factory=Answers)
    rect: QRectF = field(default_factory=QRectF)
    meter: QRectF = field(default_factory=QRectF)


class GraphView(View):
    """One drawing per variant side by side; a click on a node shows whose messages reach it, one on a bar a layer."""

    name: ClassVar[str] = "graph"
    order: ClassVar[int] = 22
    min_size: ClassVar[tuple[int, int]] = (160, 160)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, parent)
        self._tiles: dict[str, _Tile] = {}
        self._drawing: Drawing | None = None
        self._mouse: QPointF | None = None
        self._legend = QRectF()
        self.chosen: int | None = None
        self._empty = EmptyState("layers", "")
        self._empty.setParent(self)
        studio.store.sample_changed.connect(self._other_sample)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.say()
        self.restarted()

    def title(self) -> str:
        return self.tr("Graph")

    # --- snapshots ------------------------------------------------------------------------------------------------

    def restarted(self) -> None:
        self.studio.runs.unwatch(self)
        layers = {variant: tile.answers.layer for variant, tile in self._tiles.items()}
        self._tiles = {name: _Tile(Answers(layers.get(name, ""))) for name in self.studio.store.variants}
        self._drawing, self.chosen = None, None
        self._watch()
        self.mark()

    @property
    def _has_graphs(self) -> bool:
        started = self.studio.store.started
        return started is not None and "adjacency" in started.data.parts

    def _watch(self) -> None:
        """Ask for the drawing once, for all variants have the same data, and for answers again and again."""
        runs, sample = self.studio.runs, self.studio.store.sample
        if self._has_graphs:
            runs.watch(self, f"{self.name}.layout", next(iter(self._tiles)), GraphLayout(sample=sample))
            for variant in self._tiles:
                runs.watch(self, self.name, variant, GraphNodes(sample=sample), INTERVAL)

    def _other_sample(self, _sample: int) -> None:
        self.studio.runs.unwatch(self)
        self.chosen = None
        self._watch()

    def _snapshot(self, key: str, variant: str) -> None:
        super()._snapshot(key, variant)
        if key == f"{self.name}.layout":
            found = self.studio.store.snapshots.get((key, variant))
            self._drawing = Drawing.of(found.arrays) if found is not None else None
            self.studio.runs.unwatch(self, key, variant)

    def refresh(self) -> None:
        for variant, tile in self._tiles.items():
            found = self.studio.store.snapshots.get((self.name, variant))
            tile.answers.arrays = found.arrays if found is not None and self._fits(found.arrays) else {}
        self._arrange()
        self.update()

    def _fits(self, arrays: dict[str, Any]) -> bool:
        """Whether answers are those for the graph that is drawn: another sample may come a moment later."""
        sizes = {len(value) for name, value in arrays.items() if value.ndim == 2}
        return self._drawing is not None and sizes <= {len(self._drawing.places)}

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        sentence = self._sentence()
        self._empty.setVisible(bool(sentence))
        if sentence:
            self._empty.set_sentence(sentence)
            self._empty.setGeometry(self.rect())
            return
        area = QRectF(self.rect()).adjusted(MARGIN[0], MARGIN[1], -MARGIN[2], -MARGIN[3])
        each = (area.width() + GAP) / max(len(self._tiles), 1) - GAP
        themes = self.studio.themes
        scores = {variant: self._words(variant, tile) for variant, tile in self._tiles.items()}
        caption = caption_height(themes, scores, each)
        legend = legend_height(themes.font(11), self._keys(), area.width())
        high = max(area.height() - caption - METER - legend, 20)
        wide = min(each, WIDEST * high)
        left = area.left() + (area.width() - (wide + GAP) * len(self._tiles) + GAP) / 2
        for at, tile in enumerate(self._tiles.values()):
            tile.rect = QRectF(left + at * (wide + GAP), area.top(), wide, high)
            tile.meter = QRectF(tile.rect.left(), tile.rect.bottom() + caption, wide, METER)
        self._legend = QRectF(area.left(), area.bottom() - legend, area.width(), legend)

    def _sentence(self) -> str:
        if self.studio.store.started is None:
            return self.tr("Press Play to train")
        if not self._has_graphs:
            return self.tr("Choose data that are graphs, such as the karate club, to see the graph here.")
        return ""

    # --- painting -------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._paint(painter)
            if self._mouse is not None:
                self._paint_mouse(painter, self._mouse)

    def draw(self, painter: QPainter) -> None:
        if self._empty.isVisibleTo(self):
            super().draw(painter)
        else:
            self._paint(painter)

    @property
    def _classes(self) -> list[str]:
        started = self.studio.store.started
        return class_names(started.data.class_names) if started is not None else []

    def _paint(self, painter: QPainter) -> None:
        theme, themes = self.studio.themes.theme, self.studio.themes
        if self._drawing is None or self._empty.isVisibleTo(self):
            return
        for index, (variant, tile) in enumerate(self._tiles.items()):
            draw_graph(
                painter, theme, tile.rect, self._drawing, tile.answers, len(self._classes), self._seen(tile.answers)
            )
            shown = variant == self.studio.document.variant and len(self._tiles) > 1
            color = theme.color(theme.variant(index))
            draw_caption(painter, theme, themes, tile.rect, color, variant, self._words(variant, tile), shown)
            draw_meter(painter, theme, themes.font(11), tile.meter, tile.answers, self.tr("how alike nodes are"))
        draw_legend(painter, theme, themes.font(11), self._legend, self._keys())

    def _keys(self) -> list[Key]:
        """What colours and marks of nodes mean in what is drawn now."""
        if self._drawing is None:
            return []
        colors = class_colors(self.studio.themes.theme, max(len(self._classes), 2))
        keys = [Key("class", name, color) for name, color in zip(self._classes, colors, strict=False)]
        keys.append(Key("ring", self.tr("fill: predicted, ring: true class")))
        if self._drawing.labelled.any():
            keys.append(Key("square", self.tr("label known in training")))
        if (self._drawing.target < 0).any():
            keys.append(Key("held", self.tr("held out to test")))
        return [*keys, Key("wrong", self.tr("predicted wrong"))] if self._drawing.by_node else keys

    def _seen(self, answers: Answers) -> Seen | None:
        """What the chosen node sees."""
        if self.chosen is None or self._drawing is None or self.chosen >= len(self._drawing.places):
            return None
        return Seen(self.chosen, self._drawing.distances(self.chosen), answers.hops())

    def _words(self, variant: str, tile: _Tile) -> str:
        """What stands below a drawing: the layer that is shown, what is said of the graph, or the score."""
        answers, drawing = tile.answers, self._drawing
        if seen := self._seen(answers):
            return self.tr("reach {0} · {1} of {2}").format(seen.hops, int(seen.reached().sum()), len(seen.distances))
        if answers.shown:
            return self.tr("{0} · alike {1}").format(self._called(answers.shown), fixed(answers.alike(answers.shown)))
        if drawing is not None and not drawing.by_node and answers.shares is not None:
            said, true = int(answers.shares.argmax()), int(drawing.target)
            sure = percent(float(answers.shares[said]), 2)
            return self.tr("{0} {1} · is {2}").format(self._classes[said], sure, self._classes[true])
        return score(
            self.studio.store.record,
            variant,
            validation_word(self.studio, self.tr("test"), brief=True),
            self.tr("acc"),
            self.tr("distance"),
        )

    def _called(self, layer: str) -> str:
        names = {node.id: node.name or node.id for node in self.studio.document.graph.nodes}
        return names.get(layer, layer)

    def _paint_mouse(self, painter: QPainter, mouse: QPointF) -> None:
        theme, themes = self.studio.themes.theme, self.studio.themes
        if (found := self._bar_at(mouse)) is not None:
            _, tile, layer = found
            words = self.tr("how alike nodes are") if layer else self.tr("the answer")
            rows = (
                [Row(theme.color("accent"), self._called(layer), [fixed(tile.answers.alike(layer))])] if layer else []
            )
            draw_readout(painter, theme, themes.font(11), QRectF(self.rect()), mouse, words, [], rows)
        elif (node := self._node_at(mouse)) is not None:
            title, rows = self._told(node)
            draw_readout(painter, theme, themes.font(11), QRectF(self.rect()), mouse, title, [], rows)

    def _told(self, node: int) -> tuple[str, list[Row]]:
        """A node in words: its number, its class and how many neighbours it has, and what each variant says."""
        assert self._drawing is not None
        theme, drawing, names = self.studio.themes.theme, self._drawing, self._classes
        title = self.tr("node {0} · neighbours: {1}").format(node + 1, len(drawing.neighbours[node]))
        if drawing.by_node:
            true = int(drawing.target[node])
            title = f"{title} · {names[true] if true >= 0 else self.tr('held out to test')}"
        rows = []
        for index, (variant, tile) in enumerate(self._tiles.items()):
            shares = tile.answers.shares
            if shares is not None and drawing.by_node:
                best = int(shares[node].argmax())
                told = f"{names[best]} {percent(float(shares[node, best]), 3)}"
                rows.append(Row(theme.color(theme.variant(index)), variant, [told]))
        return title, rows

    # --- mouse and keys -------------------------------------------------------------------------------------------

    def _node_at(self, mouse: QPointF) -> int | None:
        for tile in self._tiles.values():
            if self._drawing is not None and tile.rect.contains(mouse):
                return node_at(self._drawing, tile.rect, mouse)
        return None

    def _bar_at(self, mouse: QPointF) -> tuple[str, _Tile, str] | None:
        for variant, tile in self._tiles.items():
            layers = ["", *tile.answers.layers]
            for cell, layer in zip(meter_cells(tile.meter, len(layers) - 1), layers, strict=True):
                if tile.answers.layers and cell.contains(mouse):
                    return variant, tile, layer
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse = event.position()
        found = self._bar_at(self._mouse)
        if found is not None and event.buttons() & Qt.MouseButton.LeftButton:
            found[1].answers.layer = found[2]
        over = found is not None or self._node_at(self._mouse) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        rects = {variant: tile.rect for variant, tile in self._tiles.items()}
        self.setToolTip(cut_name(self.studio.themes, rects, 0.0, self._mouse))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        if (found := self._bar_at(event.position())) is not None:
            found[1].answers.layer = found[2]
        else:
            node = self._node_at(event.position())
            self.chosen = node if node != self.chosen else None
            if node is None:
                self._show_variant(event.position())
        self.update()

    def _show_variant(self, at: QPointF) -> None:
        for variant, tile in self._tiles.items():
            if tile.rect.adjusted(0, 0, 0, CAPTION).contains(at):
                self.studio.document.show_variant(variant)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._mouse = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go through the layers of the shown variant, Escape lets the chosen node go."""
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        tile = self._tiles.get(self.studio.document.variant)
        if event.key() == Qt.Key.Key_Escape and self.chosen is not None:
            self.chosen = None
        elif event.key() in ways and tile is not None:
            layers = ["", *tile.answers.layers]
            at = layers.index(tile.answers.shown) + ways[Qt.Key(event.key())]
            tile.answers.layer = layers[min(max(at, 0), len(layers) - 1)]
        else:
            super().keyPressEvent(event)
            return
        self.update()

    # --- numbers --------------------------------------------------------------------------------------------------

    def tables(self) -> list[Table]:
        """Nodes with their places, classes and what each variant says; edges; how alike nodes are behind each layer."""
        if self._drawing is None:
            return []
        every = {variant: tile.answers for variant, tile in self._tiles.items()}
        started = self.studio.store.started
        classes = started.data.class_names if started is not None else []
        return graph_tables(self._drawing, every, classes, self._called)
