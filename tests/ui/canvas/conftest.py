"""A canvas without engine: plans, maps and weights are worked out by hand, the mouse is real."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from playground import catalog
from playground.catalog.starter import starter
from playground.engine.events import DataInfo, Diagnostic, NetworkPlan, NodePlan, Plan, Snapshot
from playground.spec.entry import Entry, make
from playground.spec.experiment import Experiment
from playground.spec.graph import Edge, Graph, check
from playground.ui.canvas.canvas_view import CanvasView
from playground.ui.canvas.panel import UNITS, WEIGHTS, CanvasPanel
from playground.ui.canvas.scene import CanvasScene
from playground.ui.document import Document
from playground.ui.run_controller import RunController
from playground.ui.studio import Studio
from playground.ui.theme import ThemeManager

catalog.load()
LEFT = Qt.MouseButton.LeftButton


def shapes(graph: Graph) -> dict[str, list[int]]:
    """Output shapes of the nodes of a small dense network."""
    found: dict[str, list[int]] = {}
    for node in graph.order():
        before = [found[edge.source] for edge in graph.into(node.id)]
        match node.layer.name:
            case "Linear":
                found[node.id] = [node.layer.values()["out_features"]]
            case "Output":
                found[node.id] = [1]
            case _:
                found[node.id] = before[0] if before else [2]
    return found


def plan_of(graph: Graph, problems: tuple[Diagnostic, ...] = ()) -> Plan:
    """What the engine would say of a graph."""
    out = shapes(graph)
    nodes = []
    for node in graph.order():
        wide = [out[edge.source][0] for edge in graph.into(node.id)]
        parameters = (wide[0] + 1) * out[node.id][0] if wide and node.layer.name in ("Linear", "Output") else 0
        nodes.append(NodePlan(node.id, node.layer.name, out[node.id], parameters, 0))
    data = DataInfo("classification", [2], ["x1", "x2"], ["−1", "+1"], 80, 320, True)
    return Plan({"model": NetworkPlan(0, 0, nodes)}, list(problems), data)


class Bench:
    """A shown canvas and hands to work on it; plans follow the document as the engine's would."""

    def __init__(self, experiment: Experiment, themes: ThemeManager, qtbot: QtBot) -> None:
        self.document = Document(experiment)
        self.runs = RunController(self.document)
        self.document.setParent(self.runs)
        self.document.changed.disconnect(self.runs._document_changed)  # no engine: plans are made here
        self.wishes: dict[str, Entry] = {}
        self.runs.watch = self.watch  # type: ignore[method-assign]  # to see what is asked for
        self.themes = themes
        self.qtbot = qtbot
        self.problems: tuple[Diagnostic, ...] = ()
        self.panel = CanvasPanel(Studio(self.document, self.runs, themes))
        qtbot.addWidget(self.panel)
        self.panel.scene.movement.animate = False
        self.panel.resize(1100, 640)
        self.panel.show()
        qtbot.waitExposed(self.panel)
        self.document.changed.connect(self.plan)
        self.plan()

    @property
    def view(self) -> CanvasView:
        return self.panel.view

    @property
    def scene(self) -> CanvasScene:
        return self.panel.scene

    @property
    def graph(self) -> Graph:
        return self.document.graph

    def plan(self, *_: object) -> None:
        """Let the engine's answer arrive."""
        check(self.graph)
        plan = plan_of(self.graph, self.problems)
        self.runs.plans = dict.fromkeys(self.document.experiment.variant_names(), plan)
        self.runs.planned.emit()

    def watch(self, widget: QWidget, key: str, variant: str, probe: Entry, interval: float = 0.05) -> None:
        self.wishes[key] = probe

    def layer(self, name: str, **values: object) -> Entry:
        return make("layer", {"entry": name, **values})

    def maps(self, value: int = 127, side: int = 8) -> None:
        """Let maps arrive in which every point of every unit has one value, and weights of the same sign."""
        graph, out = self.graph, shapes(self.graph)
        arrays: dict[str, object] = {}
        weights: dict[str, object] = {}
        for node in graph.nodes:
            arrays[node.id] = np.full((min(out[node.id][0], 12), side, side), value, np.int8)
            arrays[f"{node.id}.scale"] = np.float32(2 / 127)
            if node.layer.name in ("Linear", "Output") and graph.into(node.id):
                rows, columns = out[node.id][0], out[graph.into(node.id)[0].source][0]
                weights[node.id] = np.full((rows, columns), value / 127, np.float32)[:12, :12]
                weights[f"{node.id}.mean"] = np.float32(abs(value) / 127)
        self.runs.store.take(Snapshot(UNITS, self.document.variant, 0.0, arrays))
        self.runs.store.take(Snapshot(WEIGHTS, self.document.variant, 0.0, weights))

    # --- places in the viewport ------------------------------------------------------------------------------------

    def at(self, point: QPointF) -> QPoint:
        return self.view.mapFromScene(point)

    def body(self, node_id: str) -> QPoint:
        """A place on the card that is neither title nor map nor port."""
        box = self.scene.nodes[node_id].card_rect()
        return self.at(QPointF(box.center().x(), box.bottom() - 6))

    def title(self, node_id: str) -> QPoint:
        return self.at(self.scene.nodes[node_id].title_rect().center() - QPointF(20, 0))

    def middle(self, edge: Edge) -> QPoint:
        return self.at(self.scene.edges[edge].middle())

    # --- gestures --------------------------------------------------------------------------------------------------

    def hover(self, point: QPoint) -> None:
        self.qtbot.mouseMove(self.view.viewport(), point)
        QApplication.processEvents()

    def click(self, point: QPoint, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.hover(point)
        self.qtbot.mouseClick(self.view.viewport(), LEFT, modifier, point)

    def drag(self, start: QPoint, *stops: QPoint, release: bool = True) -> None:
        self.hover(start)
        self.qtbot.mousePress(self.view.viewport(), LEFT, pos=start)
        for stop in stops:
            self.hover((start + stop) / 2)
            self.hover(stop)
        if release:
            self.qtbot.mouseRelease(self.view.viewport(), LEFT, pos=stops[-1])

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.view, key, modifier)


@pytest.fixture
def themes(qapp: QApplication) -> Iterator[ThemeManager]:
    manager = ThemeManager(qapp, "light")
    yield manager
    manager.deleteLater()


@pytest.fixture
def bench(qtbot: QtBot, themes: ThemeManager) -> Iterator[Bench]:
    made = Bench(starter(), themes, qtbot)
    yield made
    if held := QGuiApplication.mouseButtons():
        qtbot.mouseRelease(made.view.viewport(), held)
    made.view.picker.hide()
    made.runs.deleteLater()
