"""A studio without engine: what panels need, fed by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from playground import catalog
from playground.engine.events import DataInfo, Diagnostic, NetworkPlan, NodePlan, Plan
from playground.spec.entry import make
from playground.spec.experiment import Experiment, Lesson, Variant
from playground.spec.graph import Graph, Node, chain
from playground.ui.document import Document
from playground.ui.run_controller import RunController
from playground.ui.studio import Studio
from playground.ui.theme import ThemeManager

catalog.load()


def layer(name: str, **values: object) -> object:
    return make("layer", {"entry": name, **values})


def network() -> Graph:
    """Input, two hidden layers with a dropout between them, Output."""
    tanh = make("layer", {"entry": "Tanh"})
    return chain(
        Node("input1", make("layer", {"entry": "Input"})),
        Node("hidden1", make("layer", {"entry": "Linear", "out_features": 8}), tanh),
        Node("drop1", make("layer", {"entry": "Dropout", "p": 0.5})),
        Node("hidden2", make("layer", {"entry": "Linear", "out_features": 4}), tanh),
        Node("output1", make("layer", {"entry": "Output"})),
    )


def experiment(**changes: object) -> Experiment:
    """A small classification of points."""
    values: dict[str, object] = {
        "title": "Test",
        "data": make("data", {"entry": "Circle"}),
        "networks": {"model": network()},
        "objective": make("objective", {"entry": "Classification"}),
        "loss": make("loss", {"entry": "BCEWithLogitsLoss"}),
        "optimizer": make("optimizer", {"entry": "SGD", "lr": 0.03}),
        "schedule": make("schedule", {"entry": "CosineAnnealingLR"}),
        "initializer": make("initializer", {"entry": "XavierUniform"}),
        "metrics": (make("metric", {"entry": "Accuracy"}),),
        "epochs": 300,
        "lesson": Lesson(
            "foundations",
            "Eighty noisy points, **17 000** weights.\n\n- Watch the islands.\n- Compare the curves.",
            (
                make(
                    "check", {"entry": "Measured", "text": "Plain: loss below 0.06", "variant": "plain", "value": 0.06}
                ),
                make("check", {"entry": "Measured", "text": "Decay: loss above 0", "variant": "decay", "op": ">"}),
            ),
        ),
        "variants": (Variant("plain"), Variant("decay", {"optimizer.weight_decay": 0.3})),
    }
    return Experiment(**{**values, **changes})  # type: ignore[arg-type]  # a dict of its fields


def plan(problems: list[Diagnostic] | None = None) -> Plan:
    """What the engine says of `experiment()`."""
    nodes = [
        NodePlan("input1", "Input", [2], 0, 0),
        NodePlan("hidden1", "Linear", [8], 24, 16),
        NodePlan("drop1", "Dropout", [8], 0, 0),
        NodePlan("hidden2", "Linear", [4], 36, 32),
        NodePlan("output1", "Output", [1], 5, 4),
    ]
    data = DataInfo("classification", [2], ["x1", "x2"], ["−1", "+1"], 80, 320, True)
    return Plan({"model": NetworkPlan(65, 52, nodes)}, problems or [], data)


@pytest.fixture
def studio(qapp: QApplication) -> Iterator[Studio]:
    document = Document(experiment())
    runs = RunController(document)
    themes = ThemeManager(qapp, "light")
    runs.plans = {name: plan() for name in ("plain", "decay")}
    yield Studio(document, runs, themes)
    runs.end()
    for owner in (runs, document, themes):
        owner.deleteLater()


Show = Callable[..., QWidget]


@pytest.fixture
def show(qtbot, studio: Studio) -> Show:
    """Build a panel, show it at a width and wait until it is there."""

    def build(kind: Callable[..., QWidget], width: int = 268, height: int = 900) -> QWidget:
        made = kind(studio)
        qtbot.addWidget(made)
        made.resize(width, height)
        made.show()
        qtbot.waitExposed(made)
        return made

    return build
