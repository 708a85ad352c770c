"""How long a frame of the canvas takes, for networks of 20, 200 and 2,000 nodes.

Run it by hand: `python tests/benchmarks/canvas.py [nodes ...]`. It prints a Markdown table of milliseconds: the median
and the 99th percentile of one frame, which is what a gesture does plus the painting that it causes, in a view of
1600 × 1000 without a screen. "100 %" looks at the middle of the network from near, "fitted" shows all of it.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtWidgets import QApplication

from playground import catalog
from playground.engine.events import NetworkPlan, NodePlan, Plan
from playground.spec import graph as graphs
from playground.spec.entry import make
from playground.spec.graph import Edge, Graph, Node
from playground.ui.canvas.arrange import layout
from playground.ui.canvas.items.look import Look
from playground.ui.canvas.paper_view import PaperView
from playground.ui.canvas.scene import CanvasScene
from playground.ui.theme import ThemeManager

SIZES = (20, 200, 2000)
FRAMES = 60


def network(count: int) -> Graph:
    """Residual blocks and forks, one after another."""
    linear, add, concat = (make("layer", {"entry": name}) for name in ("Linear", "Add", "Concat"))
    nodes, edges = [Node("input", make("layer", {"entry": "Input"}))], []

    def put(name: str, layer: object, *sources: str) -> str:
        nodes.append(Node(f"{name}{len(nodes)}", layer))  # type: ignore[arg-type]  # make returns an entry
        edges.extend(Edge(source, nodes[-1].id, port) for port, source in enumerate(sources))
        return nodes[-1].id

    last, block = "input", 0
    while len(nodes) < count - 10:
        block += 1
        if block % 4:
            first = put("linear", linear, last)
            last = put("add", add, put("linear", linear, put("linear", linear, first)), last)
        else:
            last = put("concat", concat, *(put("linear", linear, put("linear", linear, last)) for _ in range(4)))
    while len(nodes) < count - 1:
        last = put("linear", linear, last)
    put("output", make("layer", {"entry": "Output"}), last)
    return Graph(tuple(nodes), tuple(edges))


def plan_of(graph: Graph) -> Plan:
    """What the engine would say, with the same shape everywhere."""
    nodes = [NodePlan(node.id, node.layer.name, [64], 4160, 0) for node in graph.nodes]
    return Plan({"model": NetworkPlan(0, 0, nodes)}, [])


class Stage:
    """A shown canvas, and the gestures whose frames are timed."""

    def __init__(self, app: QApplication, themes: ThemeManager, graph: Graph) -> None:
        self.app, self.graph = app, graph
        self.scene = CanvasScene(Look(themes.theme))
        self.scene.movement.animate = False
        self.view = PaperView(self.scene)
        self.view.resize(1600, 1000)
        self.view.show()
        app.processEvents()

    def close(self) -> None:
        """Take the view away, then what it looked at."""
        for thing in (self.view, self.scene):
            thing.deleteLater()
            self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def first(self) -> None:
        """Show the network for the first time."""
        self.scene.show(self.graph, plan_of(self.graph))
        self.view.fit()

    def look(self, near: bool) -> None:
        """Look from near at the middle, or at everything."""
        self.view.fit()
        if near:
            self.view.zoom_by(1 / self.view.zoom)
            self.view.centerOn(self.scene.nodes[self._middle()].card_rect().center())
        self.app.processEvents()

    def _middle(self) -> str:
        return self.graph.order()[len(self.graph.nodes) // 2].id

    def drag(self) -> Iterator[None]:
        """Drag one card over a circle's worth of places."""
        node_id = self._middle()
        start = self.scene.nodes[node_id].pos()
        self.scene.movement.held = frozenset([node_id])
        for step in range(FRAMES):
            self.scene.movement.shift([node_id], {node_id: start}, QPointF(3.0 * step, 2.0 * step))
            yield
        self.scene.movement.held = frozenset()
        self.scene.movement.put({node_id: start})

    def pan(self) -> Iterator[None]:
        """Push the paper aside."""
        for step in range(FRAMES):
            self.view.pan(QPoint(-9 if step < FRAMES / 2 else 9, 2))
            yield

    def zoom(self) -> Iterator[None]:
        """Turn the wheel back and forth."""
        for step in range(FRAMES):
            self.view.zoom_by(1.06 if step % 20 < 10 else 1 / 1.06)
            yield

    def hover(self) -> Iterator[None]:
        """Move the pointer across the view."""
        for step in range(FRAMES):
            point = self.view.mapToScene(QPoint(20 + step * 26, 500 + step % 7 * 5))
            self.scene.set_hover(self.scene.finder.hit(point, self.view.zoom))
            yield

    def edit(self) -> Iterator[None]:
        """Change the units of one layer, as the document would."""
        node = next(node for node in self.graph.order()[len(self.graph.nodes) // 2 :] if node.layer.name == "Linear")
        for step in range(FRAMES // 2):
            layer = make("layer", {"entry": "Linear", "out_features": 10 + step})
            graph = graphs.change(self.graph, replace(node, layer=layer))
            self.scene.show(graph, plan_of(graph))
            yield

    def select_all(self) -> Iterator[None]:
        """Select everything and nothing in turn."""
        for step in range(FRAMES // 2):
            self.scene.select([] if step % 2 else list(self.scene.nodes))
            yield

    def frames(self, gesture: Callable[[], Iterator[None]]) -> list[float]:
        """Milliseconds of each frame of a gesture, painting included."""
        found = []
        steps = gesture()
        while True:
            start = time.perf_counter()
            if next(steps, self) is self:
                return found
            self.app.processEvents()
            found.append(1000 * (time.perf_counter() - start))


def timed(action: Callable[[], object], times: int = 5) -> list[float]:
    """Milliseconds of doing something a few times."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        found.append(1000 * (time.perf_counter() - start))
    return found


def report(name: str, count: int, values: list[float]) -> None:
    """One row of the table."""
    values = sorted(values)
    last = values[min(len(values) - 1, int(0.99 * len(values)))]
    print(f"| {name} | {count:,} | {statistics.median(values):.1f} | {last:.1f} |", flush=True)


def measure(app: QApplication, themes: ThemeManager, count: int) -> None:
    """All rows of one size."""
    graph = network(count)
    sizes = {node.id: (180.0, 64.0) for node in graph.nodes}
    report("layout", count, timed(lambda: layout.arrange(replace(graph), sizes)))
    stage = Stage(app, themes, graph)
    start = time.perf_counter()
    stage.first()
    app.processEvents()
    report("first show", count, [1000 * (time.perf_counter() - start)])
    for near in (True, False):
        for gesture in (stage.drag, stage.pan, stage.zoom, stage.hover, stage.select_all, stage.edit):
            stage.look(near)
            name = f"{gesture.__name__.replace('_', ' ')}, {'100 %' if near else 'fitted'}"
            report(name, count, stage.frames(gesture))
        stage.scene.show(graph, plan_of(graph))
    stage.close()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("nodes", nargs="*", type=int, default=SIZES, help="how many nodes the networks have")
    catalog.load()
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    themes = ThemeManager(app, "light")
    print("| frame | nodes | p50 ms | p99 ms |\n|---|---|---|---|")
    for count in parser.parse_args().nodes:
        measure(app, themes, count)


if __name__ == "__main__":
    main()
