"""The inspector with a real mouse."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from msgspec import structs
from PySide6.QtCore import Qt

from playground.catalog.kinds import Activation
from playground.engine.events import Diagnostic, NetworkPlan, NodePlan, Plan
from playground.spec.entry import entries
from playground.spec.graph import change
from playground.ui.panels.activation_plot import curves
from playground.ui.panels.inspector import InspectorPanel
from playground.ui.studio import Studio

ACTIVATIONS = [cls for cls in entries("layer").values() if issubclass(cls, Activation)]


def units(studio: Studio, node: str) -> int:
    return int(studio.document.graph.node(node).layer.values()["out_features"])


@pytest.mark.parametrize("cls", ACTIVATIONS, ids=lambda cls: cls.__name__)
def test_the_slope_is_the_slope(cls: type[Activation]) -> None:
    slope, function = curves(cls())
    assert np.isfinite(slope.y).all()
    rise = np.gradient(function.y, function.x)
    smooth = np.abs(np.gradient(rise)) < 0.02
    assert np.allclose(slope.y[smooth], rise[smooth], atol=0.02)


def test_without_a_selection_it_shows_the_network(show: Any, studio: Studio) -> None:
    panel = show(InspectorPanel)
    assert panel._network_section.isVisible()
    assert "65 parameters" in panel._totals.text()
    panel.initializer.picker.pick(entries("initializer")["Zeros"])
    assert studio.document.experiment.initializer.name == "Zeros"


def test_units_are_typed_stepped_and_clicked(qtbot: Any, show: Any, studio: Studio) -> None:
    panel = show(InspectorPanel)
    panel.show_nodes(["hidden1"])
    box = panel.size_form.field("out_features").box
    box.lineEdit().selectAll()
    qtbot.keyClicks(box, "12")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert units(studio, "hidden1") == 12
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert units(studio, "hidden1") == 13
    qtbot.mouseClick(panel.units.widgets()[-1], Qt.MouseButton.LeftButton)
    assert units(studio, "hidden1") == 64
    assert box.value() == 64
    while studio.document.undo_stack.canUndo():
        studio.document.undo_stack.undo()
    assert box.value() == 8


def test_activation_and_initialiser_of_the_node(show: Any, studio: Studio) -> None:
    panel = show(InspectorPanel)
    panel.show_nodes(["hidden1"])
    panel.activation.picker.pick(entries("layer")["ReLU"])
    node = studio.document.graph.node("hidden1")
    assert node.activation is not None
    assert node.activation.name == "ReLU"
    assert "max(0, x)" in panel.plot.said(node.activation)  # type: ignore[arg-type]  # it is an Activation
    assert panel.plot.isVisible()
    panel.activation.picker.pick(None)
    assert studio.document.graph.node("hidden1").activation is None
    assert panel.plot.isHidden()
    panel.node_initializer.picker.pick(entries("initializer")["KaimingNormal"])
    assert studio.document.graph.node("hidden1").initializer.name == "KaimingNormal"  # type: ignore[union-attr]  # just set
    panel.node_initializer.picker.pick(None)
    assert studio.document.graph.node("hidden1").initializer is None


def test_regularisers_of_the_layer(show: Any, studio: Studio) -> None:
    panel = show(InspectorPanel)
    panel.show_nodes(["hidden1"])
    row = next(row for cls, row in panel.own.rows.items() if cls.__name__ == "L2")
    panel.own.set_expanded(True)
    document = studio.document

    def own() -> list[tuple[str, float]]:
        return [(item.name, item.values()["strength"]) for item in document.graph.node("hidden1").regularizers]

    row.choice.changed.emit("own")
    assert own() == [("L2", 0.001)]
    for strength in (0.1, 0.0):  # a slider that goes through 0 keeps its row
        row.form.edited.emit(row.form.entry.with_values(strength=strength), "strength")
        assert row.form.isVisible()
    row.form.edited.emit(row.form.entry.with_values(strength=0.2), "strength")
    row.form.released.emit()
    assert own() == [("L2", 0.2)]
    assert "0.2" in panel.own._detail.text()
    row.choice.changed.emit("none")
    assert own() == [("L2", 0.0)]
    assert not row.form.isVisible()
    assert "no L2" in panel.own._detail.text()
    row.choice.changed.emit("network")
    assert own() == []
    for left in ([("L2", 0.0)], [("L2", 0.2)], [("L2", 0.001)], []):
        document.undo_stack.undo()
        assert own() == left
    panel.show_nodes(["drop1"])
    assert panel.own.isHidden()


def test_the_lock_freezes(qtbot: Any, show: Any, studio: Studio) -> None:
    panel = show(InspectorPanel)
    panel.show_nodes(["hidden2"])
    qtbot.mouseClick(panel.factor.lock, Qt.MouseButton.LeftButton)
    assert studio.document.graph.node("hidden2").lr_factor == 0
    assert panel._frozen.isVisible()
    qtbot.mouseClick(panel.factor.lock, Qt.MouseButton.LeftButton)
    assert studio.document.graph.node("hidden2").lr_factor == 1
    assert panel.factor.box.value() == 1


def test_renaming(qtbot: Any, show: Any, studio: Studio) -> None:
    panel = show(InspectorPanel)
    panel.show_nodes(["hidden1"])
    assert panel.title.edit.text() == "hidden1"
    panel.title.edit.selectAll()
    qtbot.keyClicks(panel.title.edit, "Eyes")
    qtbot.keyClick(panel.title.edit, Qt.Key.Key_Return)
    assert studio.document.graph.node("hidden1").name == "Eyes"
    studio.document.undo_stack.undo()
    assert panel.title.edit.text() == "hidden1"


def test_several_nodes_are_changed_in_one_step(show: Any, studio: Studio) -> None:
    panel = show(InspectorPanel)
    panel.show_nodes(["hidden1", "hidden2"])
    assert panel._mixed.isVisible()
    panel.form.field("bias").box.setChecked(False)
    nodes = [studio.document.graph.node(one) for one in ("hidden1", "hidden2")]
    assert [node.layer.values()["bias"] for node in nodes] == [False, False]
    assert [node.layer.values()["out_features"] for node in nodes] == [8, 4]
    assert studio.document.undo_stack.count() == 1
    panel.activation.picker.pick(entries("layer")["GELU"])
    assert {studio.document.graph.node(one).activation.name for one in ("hidden1", "hidden2")} == {"GELU"}  # type: ignore[union-attr]  # just set


def test_layers_of_different_kinds_share_no_fields(show: Any) -> None:
    panel = show(InspectorPanel)
    panel.show_nodes(["hidden1", "drop1"])
    assert panel.form.rows == {}
    assert panel.activation.isHidden()
    assert panel._factor_row.isHidden()


def test_numbers_problems_and_buttons(qtbot: Any, show: Any, studio: Studio) -> None:
    panel = show(InspectorPanel)
    panel.show_nodes(["hidden1"])
    assert "24 parameters" in panel.numbers.text()
    studio.runs.plans["plain"].problems.append(Diagnostic("does not fit", "Mend it.", node="hidden1", network="model"))
    studio.runs.planned.emit()
    assert len(panel._cards) == 1
    with qtbot.waitSignal(panel.duplicate_requested):
        qtbot.mouseClick(panel.duplicate, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.delete_requested):
        qtbot.mouseClick(panel.delete, Qt.MouseButton.LeftButton)


def test_a_node_that_is_gone_is_no_longer_shown(show: Any, studio: Studio) -> None:
    from playground.spec.graph import remove

    panel = show(InspectorPanel)
    panel.show_nodes(["hidden1"])
    studio.document.edit_graph("x", remove(studio.document.graph, ["hidden1"]))
    assert panel._network_section.isVisible()
    studio.document.undo_stack.undo()
    assert panel._layer_section.isVisible()


def test_a_layer_that_cannot_be_built_shows_no_empty_table(show: Any, studio: Studio) -> None:
    panel = show(InspectorPanel)
    panel.show_nodes(["hidden1"])
    assert panel.weights.isVisible()
    variant, network = studio.document.variant, studio.document.network
    broken = NodePlan("hidden1", "Linear", None, 0, 0)
    studio.runs.plans[variant] = Plan({network: NetworkPlan(0, 0, [broken])}, [])
    studio.runs.planned.emit()
    assert not panel.weights.isVisible()


def tensors(studio: Studio) -> None:
    """Let the plans tell the parameters of two dense layers that are alike."""
    for plan in studio.runs.plans.values():
        network = plan.networks["model"]
        nodes = [
            structs.replace(node, tensors={"weight": [8, 8], "bias": [8]}) if node.entry == "Linear" else node
            for node in network.nodes
        ]
        plan.networks["model"] = structs.replace(network, nodes=nodes)


def test_weights_are_shared_with_a_layer_that_fits(qtbot: Any, show: Any, studio: Studio) -> None:
    tensors(studio)
    panel = show(InspectorPanel)
    panel.show_nodes(["hidden2"])
    box = panel.shares.box
    assert panel._shares_row.isVisible()
    assert [box.itemData(i) for i in range(box.count())] == ["", "hidden1"]
    assert [box.itemText(i) for i in range(box.count())] == ["None", "hidden1"]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert studio.document.graph.node("hidden2").shares == "hidden1"
    assert studio.document.undo_stack.undoText() == "Share weights"
    panel.show_nodes(["hidden1"])
    assert box.count() == 1  # the other takes from this one
    panel.show_nodes(["hidden2"])
    assert box.currentText() == "hidden1"
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert studio.document.graph.node("hidden2").shares == ""
    for _ in range(2):
        studio.document.undo_stack.undo()
    assert studio.document.graph.node("hidden2").shares == ""


def test_the_row_of_shared_weights_is_for_one_layer_with_weights(show: Any, studio: Studio) -> None:
    panel = show(InspectorPanel)
    for ids in (["drop1"], ["hidden1", "hidden2"], ["input1"]):
        panel.show_nodes(ids)
        assert panel._shares_row.isHidden()
    panel.show_nodes(["hidden1"])
    assert panel._shares_row.isVisible()
    graph = studio.document.graph
    studio.document.edit_graph("x", change(graph, replace(graph.node("hidden1"), shares="gone")))
    assert panel.shares.box.currentText() == "gone"
