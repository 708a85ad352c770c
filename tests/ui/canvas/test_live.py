"""The live network on the canvas: units enlarged, weights edited, units operated on, tints and samples."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from playground.engine.events import Snapshot
from playground.spec.entry import make
from playground.spec.graph import Edge, Graph
from playground.spec.operating import with_redrawn, with_value
from playground.spec.surgery import WHOLE, Surgery
from playground.ui.canvas.live import unit_paint
from playground.ui.canvas.live.run_watch import GRADIENTS, UNIT, UNITS
from playground.ui.canvas.live.surgery_menu import add_layer, add_unit
from playground.ui.canvas.live.tints import tints

EDGE = Edge("input", "hidden1")


def say(bench, key: str, arrays: dict[str, object]) -> None:
    bench.runs.store.take(Snapshot(key, bench.document.variant, 0.0, arrays))


def detail(**changes: object) -> dict[str, object]:
    found: dict[str, object] = {
        "map": np.linspace(-1, 1, 64, dtype=np.float32).reshape(8, 8),
        "extent": np.float32(6),
        "units": np.array(4),
        "mean": np.float32(0.25),
        "zero": np.float32(0.5),
        "grad": np.float32(0.01),
        "weights": np.array([0.5, -0.75], np.float32),
        "shape": np.array([2]),
        "axis": np.array(0),
        "bias": np.float32(0.125),
    }
    return {**found, **changes}


@pytest.fixture
def live(bench):
    bench.maps(64)
    first = next(node.id for node in bench.graph.nodes if node.layer.name == "Input")
    bench.edge = Edge(first, "hidden1")
    return bench


def surgery(bench, node: str = "hidden1") -> Surgery:
    return bench.graph.node(node).surgery


def strand(bench, row: int, column: int) -> QPoint:
    path = bench.scene.edges[bench.edge].strand_path(row, column)
    return bench.at(path.pointAtPercent(0.7))


def open_card(bench, unit: int = 2) -> QPoint:
    item = bench.scene.nodes["hidden1"]
    place = bench.at(item.pos() + item.face.cells[unit].center())
    bench.hover(place)
    bench.qtbot.waitUntil(lambda: bench.view.hover_map.unit == ("hidden1", unit), timeout=2000)
    say(bench, UNIT, detail())
    return place


def test_a_click_on_a_strand_edits_its_weight_as_one_undoable_edit(live) -> None:
    place, editor = strand(live, 2, 1), live.view.live.editor
    live.click(place)
    assert editor.isVisible()
    assert editor.value() == pytest.approx(64 / 127, abs=1e-3)
    for step in (100, 300, 500):
        editor.slider.setValue(step)
    assert surgery(live).values == (("weight", (2, 1), 1.0),)
    live.qtbot.keyClick(editor.box, Qt.Key.Key_Return)
    assert not editor.isVisible()
    assert live.document.undo_stack.count() == 1
    live.document.undo_stack.undo()
    assert not surgery(live)


def test_escape_gives_the_weight_back_and_leaves_nothing_to_undo(live) -> None:
    live.click(strand(live, 0, 0))
    editor = live.view.live.editor
    editor.slider.setValue(800)
    assert surgery(live)
    live.qtbot.keyClick(editor.box, Qt.Key.Key_Escape)
    assert not surgery(live)
    assert live.document.undo_stack.count() == 0
    assert live.view.hasFocus()


def test_a_strand_under_the_pointer_says_its_weight(live) -> None:
    live.hover(strand(live, 1, 0))
    assert "unit" not in live.view._hint.text()
    assert "→" in live.view._hint.text()
    assert live.view._hint.isVisible()
    live.hover(QPoint(30, 600))
    assert not live.view._hint.isVisible()


def test_the_card_of_a_unit_stays_while_the_pointer_is_in_it_and_follows_the_run(live) -> None:
    open_card(live)
    card = live.view.hover_map
    assert card.facts.weights == (0.5, -0.75)
    live.qtbot.mouseMove(card, QPoint(60, 80))
    QApplication.processEvents()
    assert card.held
    live.document.edit_graph("x", live.graph, "")
    live.plan()
    assert card.isVisible()
    say(live, UNIT, detail(bias=np.float32(2)))
    assert card.facts.bias == 2
    spot = unit_paint.spot_at(unit_paint.MAP.center(), card.facts)
    assert spot is not None
    assert spot.value == pytest.approx(float(card.facts.map[4, 4]))
    assert not card.grab().isNull()


def test_a_bias_is_edited_on_the_card(live) -> None:
    open_card(live)
    card, editor = live.view.hover_map, live.view.live.editor
    row = unit_paint.row_box(card.facts, 0).center().toPoint()
    live.qtbot.mouseMove(card, row)
    live.qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=row)
    assert editor.value() == 0.125
    editor.box.setValue(-0.5)
    assert surgery(live).values == (("bias", (2,), -0.5),)
    live.qtbot.keyClick(editor.box, Qt.Key.Key_Return)
    assert card.isVisible()
    assert card.hasFocus()


def test_buttons_and_keys_operate_on_the_unit(live) -> None:
    live.scene.select(["hidden1"])
    live.view.setFocus()
    live.key(Qt.Key.Key_U)
    card = live.view.hover_map
    assert card.unit == ("hidden1", 0)
    assert card.hasFocus()
    say(live, UNIT, detail())
    live.qtbot.keyClick(card, Qt.Key.Key_Right)
    say(live, UNIT, detail())
    for key in (Qt.Key.Key_F, Qt.Key.Key_X, Qt.Key.Key_R):
        live.qtbot.keyClick(card, key)
    assert surgery(live) == Surgery(frozen=(1,), ablated=(1,), redrawn=((1, 1),))
    assert "frozen" in card.title()
    live.qtbot.mouseClick(card.buttons["freeze"], Qt.MouseButton.LeftButton)
    assert surgery(live).frozen == ()
    live.qtbot.keyClick(card, Qt.Key.Key_Down)
    live.qtbot.keyClick(card, Qt.Key.Key_Down)
    live.qtbot.keyClick(card, Qt.Key.Key_Return)
    assert live.view.live.editor.value() == 0.5
    live.qtbot.keyClick(live.view.live.editor.box, Qt.Key.Key_Escape)
    live.qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert live.view.hasFocus()
    assert live.scene.selected() == ["hidden1"]


def test_menus_operate_on_units_and_layers(live) -> None:
    menu, commands = QMenu(live.view), live.view.commands.surgery
    looked: list[bool] = []
    add_unit(menu, commands, "hidden1", 3, lambda: looked.append(True))
    add_layer(menu, commands, ["hidden1", "hidden2"])
    actions = [action for action in menu.actions() if not action.isSeparator()]
    assert not actions[-1].isEnabled()
    for action in actions[:-1]:
        action.trigger()
    assert looked
    assert surgery(live) == Surgery(frozen=(3,), ablated=(3,), redrawn=((3, 1), (WHOLE, 2)))
    assert surgery(live, "hidden2").redrawn == ((WHOLE, 1),)
    again = QMenu(live.view)
    add_layer(again, commands, ["hidden1", "hidden2"])
    again.actions()[-1].trigger()
    assert not surgery(live)
    live.document.undo_stack.undo()
    assert surgery(live).frozen == (3,)


def test_what_was_done_shows_on_the_map(live) -> None:
    before = live.panel.grab().toImage()
    live.view.commands.surgery.ablate("hidden1", [0], True)
    item = live.scene.nodes["hidden1"]
    place = live.at(item.pos() + item.face.cells[0].center())
    live.qtbot.wait(1)
    after = live.panel.grab().toImage()
    assert before.pixelColor(place) != after.pixelColor(place)
    assert after.pixelColor(place).red() > 150 > after.pixelColor(place).blue()


def test_tints_follow_gradients_and_can_be_switched_off(live) -> None:
    say(live, GRADIENTS, {"hidden1": np.array(1e-3), "hidden2": np.array(1e-1), "gone": np.array(1e-2)})
    assert live.scene.nodes["hidden2"].tint == 1
    assert live.scene.nodes["hidden1"].tint == 0.5
    assert live.panel.live.legend.isVisible()
    live.panel.live.set_tinting(False)
    assert live.scene.nodes["hidden2"].tint == 0
    assert not live.panel.live.legend.isVisible()
    say(live, GRADIENTS, {"hidden1": np.array(1.0)})
    assert live.scene.nodes["hidden1"].tint == 0


def test_a_folded_block_takes_the_strongest_tint_of_its_layers() -> None:
    found, peak = tints({"b__one": np.array(1e-2), "b__2__one": np.array(1.0), "c": np.array(np.nan)}, ["b", "c"])
    assert found == {"b": 1.0}
    assert peak == 1.0
    assert tints({"b": np.array(0.0)}, ["b"]) == ({}, 0.0)


def test_data_off_the_plane_show_strips_and_samples_to_step_through(live) -> None:
    live.document.edit("Data", replace(live.document.shown, data=make("data", {"entry": "Iris"})))
    assert live.wishes[UNITS].name == "Activations"
    strips = {"hidden1": np.full((1, 8, 4), 64, np.int8), "hidden1.scale": np.float32(0.01)}
    say(live, UNITS, {**strips, "sample": np.array(2), "of": np.array(30), "target": np.array(1)})
    item, bar = live.scene.nodes["hidden1"], live.panel.live.samples
    assert item.sheet.width == 4
    place = item.face.cells[0]
    assert item.unit_at(item.pos() + place.center()) == 2
    assert bar.isVisible()
    live.qtbot.mouseClick(bar.after, Qt.MouseButton.LeftButton)
    assert live.wishes[UNITS].sample == 3
    bar.step(-4)
    assert live.wishes[UNITS].sample == 29


def test_draws_of_a_layer_are_numbered_and_take_values_with_them() -> None:
    one = with_value(with_value(Surgery(), "weight", (0, 1), 1.0), "bias", (2,), 1.0)
    one = with_redrawn(with_redrawn(one, [0]), [2])
    assert one == Surgery(redrawn=((0, 1), (2, 2)))
    assert with_redrawn(one, [0]).redrawn == ((0, 3), (2, 2))
    held = with_value(Surgery(), "weight", (4, 1, 0, 0), 1.0)
    assert with_redrawn(held, [1], axis=1).values == ()
    assert with_redrawn(held, [4], axis=1).values == held.values


def test_the_bar_of_samples_says_that_it_is_the_class_or_the_target(live) -> None:
    bar = live.panel.live.samples
    bar.show_sample(1, 30, 2.0, ("one", "two", "three"))
    assert bar.text.text() == "Sample 2 of 30 · class three"
    bar.show_sample(1, 30, 0.25, ())
    assert bar.text.text() == "Sample 2 of 30 · target 0.25"
    bar.show_sample(1, 30, float("nan"), ())
    assert bar.text.text() == "Sample 2 of 30"


def test_on_an_empty_network_there_is_no_sample_to_step_through(live) -> None:
    live.document.edit("Data", replace(live.document.shown, data=make("data", {"entry": "Iris"})))
    say(live, UNITS, {"sample": np.array(0), "of": np.array(30), "target": np.array(1)})
    bar = live.panel.live.samples
    assert bar.isVisible()
    live.document.edit("Clear", replace(live.document.shown, networks={"model": Graph()}))
    assert not bar.isVisible()
    say(live, UNITS, {"sample": np.array(1), "of": np.array(30), "target": np.array(1)})
    assert not bar.isVisible()
