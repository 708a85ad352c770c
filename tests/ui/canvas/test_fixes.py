"""Broken wires, the fixes beside broken cards, and what hovering tells."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication, QPushButton

from playground.engine.events import Diagnostic, NetworkPlan, NodePlan, Plan
from playground.spec.entry import make
from playground.spec.fixes import Fix
from playground.spec.graph import Edge, Node, chain
from playground.ui.canvas import broken, menus
from playground.ui.canvas.items.card import Context, face
from playground.ui.canvas.scene import Hit
from tests.ui.canvas.conftest import Bench

UNITS = Fix("Give it 6 units", [{"op": "values", "node": "hidden2", "values": {"out_features": 6}}])
FLAT = Fix("Insert Flatten", [{"op": "insert", "node": "hidden2", "port": 0, "layers": [{"entry": "Flatten"}]}])
EDGE = Edge("hidden1", "hidden2")
BROKEN = Diagnostic(
    "It cannot be.",
    network="model",
    node="hidden2",
    edge=("hidden1", "hidden2", 0),
    brief="8 does not fit",
    fixes=[UNITS, FLAT],
)
WARNING = Diagnostic("Careful.", severity="warning", network="model", node="hidden1", fixes=[UNITS])


@pytest.fixture
def fault(bench: Bench) -> Bench:
    bench.problems = (BROKEN,)
    bench.plan()
    QApplication.processEvents()
    return bench


def buttons(bench: Bench, card: str) -> list[QPushButton]:
    return bench.panel.chips.rows[card].findChildren(QPushButton)


def test_the_wire_of_a_mismatch_is_broken_and_says_why(fault: Bench) -> None:
    item = fault.scene.edges[EDGE]
    assert (item.problem, item.shown_label) == ("8 does not fit", "8 does not fit")
    assert item.far_color() == fault.scene.look.severity("error")
    assert all(not line.problem for edge, line in fault.scene.edges.items() if edge != EDGE)
    picture = QPixmap(fault.view.viewport().grab()).toImage()
    box = fault.view.mapFromScene(item.boundingRect()).boundingRect().intersected(picture.rect())
    seen = {
        picture.pixelColor(x, y).name() for x in range(box.left(), box.right()) for y in range(box.top(), box.bottom())
    }
    assert QColor(fault.scene.look.severity("error")).name() in seen
    fault.problems = ()
    fault.plan()
    assert not item.problem


def test_fixes_stand_under_the_broken_card_and_mend_with_one_click(fault: Bench) -> None:
    row = fault.panel.chips.rows["hidden2"]
    assert row.isVisible()
    assert [one.text() for one in buttons(fault, "hidden2")] == ["Give it 6 units", "Insert Flatten"]
    card = fault.view.mapFromScene(fault.scene.nodes["hidden2"].card_rect()).boundingRect()
    assert row.geometry().top() > card.bottom()
    assert abs(row.geometry().center().x() - card.center().x()) <= 2
    fault.qtbot.mouseClick(buttons(fault, "hidden2")[1], Qt.MouseButton.LeftButton)
    assert fault.graph.into("hidden2")[0].source == "flatten1"
    assert fault.document.undo_stack.count() == 1
    fault.document.undo_stack.undo()
    assert EDGE in fault.graph.edges


def test_a_warning_offers_its_fix_once_its_card_is_selected(bench: Bench) -> None:
    bench.problems = (WARNING,)
    bench.plan()
    assert not bench.panel.chips.rows
    bench.panel.select(["hidden1"])
    assert [one.text() for one in buttons(bench, "hidden1")] == [UNITS.label]
    bench.panel.select([])
    assert not bench.panel.chips.rows


def test_fixes_are_hidden_from_far_away(fault: Bench) -> None:
    fault.view.zoom_by(0.1)
    QApplication.processEvents()
    assert not fault.panel.chips.rows["hidden2"].isVisible()


def test_the_menu_of_a_card_begins_with_its_fixes(fault: Bench) -> None:
    menu = menus.menu_for(fault.view, Hit("node", "hidden2"), fault.body("hidden2"))
    first = menu.actions()[:2]
    assert [action.text() for action in first] == [UNITS.label, FLAT.label]
    first[0].trigger()
    assert fault.graph.node("hidden2").layer.values()["out_features"] == 6
    menu.deleteLater()


def test_a_wire_into_a_block_stands_for_the_one_inside() -> None:
    graph = chain(*(Node(name, make("layer", {"entry": "Flatten"})) for name in ("a", "r", "b")))
    inner = Diagnostic("No.", network="model", node="r__x", edge=("a", "r__x", 0), brief="8", fixes=[FLAT])
    plan = Plan({}, [inner])
    assert broken.wires(plan, "model", graph) == {Edge("a", "r"): "8"}
    assert list(broken.cards(plan, "model", graph)) == ["r"]


# --- what the pointer learns ---------------------------------------------------------------------------------------


def test_resting_on_a_layer_tells_its_cost_and_its_formula(bench: Bench) -> None:
    told = bench.view.hovering.facts(Hit("node", "hidden1"))
    assert "parameters" in told
    assert "y = x Wᵀ + b" in told
    assert "whole input" not in told  # points have no sides along which to look
    assert not bench.view.hovering.facts(Hit("node", "gone"))


def test_resting_on_a_wire_tells_shape_and_memory(bench: Bench) -> None:
    edge = bench.graph.edges[0]
    batch = bench.document.shown.batch_size
    assert f"for a batch of {batch}" in bench.view.hovering.facts(Hit("edge", edge=edge))
    assert bench.view.hovering.facts(Hit("plus", edge=edge)) == ""


def test_a_map_under_the_pointer_is_shown_instead(bench: Bench) -> None:
    bench.maps()
    assert bench.view.hovering.facts(Hit("node", "hidden1", unit=0)) == ""


def test_the_receptive_field_of_an_image_is_told(bench: Bench) -> None:
    first, second = bench.graph.nodes[:2]
    plans = [
        NodePlan(first.id, "Input", [1, 8, 8], 0, 0, field=1.0),
        NodePlan(second.id, "Conv2d", [2, 8, 8], 20, 0, field=3.0, frozen=20),
    ]
    bench.runs.plans = {bench.document.variant: Plan({"model": NetworkPlan(20, 0, plans)}, [])}
    told = bench.view.hovering.facts(Hit("node", second.id))
    assert "sees 3 places" in told
    assert "20 frozen" in told
    assert "sees one place of the input" in bench.view.hovering.facts(Hit("node", first.id))


@pytest.mark.parametrize(("layer", "wanted"), [("Linear", "logits"), ("Input", "")])
def test_only_an_output_that_fits_is_said_to_give_logits(bench: Bench, layer: str, wanted: str) -> None:
    node = Node("last", make("layer", {"entry": layer}))
    whole = Context(is_output=True, task="classification")
    said = [face(node, context, bench.scene.look).detail for context in (whole, replace(whole, problem=BROKEN))]
    assert said == [wanted, ""]


def test_fixes_of_a_card_at_the_side_of_the_view_are_not_cut(fault: Bench) -> None:
    view, row = fault.view, fault.panel.chips.rows["hidden2"]
    view.zoom_by(3)
    box = fault.scene.nodes["hidden2"].card_rect()
    for way in (-1, 1):
        QApplication.processEvents()
        middle = view.mapFromScene(box.center()).x()
        bar = view.horizontalScrollBar()
        bar.setValue(bar.value() + middle - (5 if way < 0 else view.viewport().width() - 5))
        QApplication.processEvents()
        assert 0 <= view.mapFromScene(box.center()).x() < view.viewport().width()
        assert view.viewport().rect().left() < row.geometry().left()
        assert row.geometry().right() < view.viewport().rect().right()


def test_fixes_cover_no_other_card(fault: Bench) -> None:
    view, row = fault.view, fault.panel.chips.rows["hidden2"]
    x, y = fault.scene.places()["hidden2"]
    beside = fault.scene.nodes["hidden1"].face
    lower = fault.scene.nodes["hidden2"].face.size[1] - beside.height + 40
    fault.panel.commands.move({"hidden1": (x - beside.width - 4, y + lower)})
    fault.scene.movement.finish()
    QApplication.processEvents()
    other = view.mapFromScene(fault.scene.nodes["hidden1"].card_rect()).boundingRect()
    assert row.isVisible()
    assert not row.geometry().intersects(other)


def test_what_waits_says_for_whom(bench: Bench) -> None:
    first = bench.graph.nodes[0].id
    waiting = NodePlan(first, "Linear", None, 0, 0, waits_for="Conv 2d")
    plan = Plan({"model": NetworkPlan(0, 0, [waiting])}, [])
    bench.runs.plans = dict.fromkeys(bench.document.experiment.variant_names(), plan)
    bench.runs.planned.emit()
    assert "waits for Conv 2d" in bench.view.hovering.facts(Hit("node", first))
    assert bench.scene.nodes[first].face.shape == "waits for Conv 2d"
