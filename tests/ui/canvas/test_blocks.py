"""Blocks on the canvas: opened and closed in place, folded, unfolded, edited and copied, with a real mouse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from playground import catalog
from playground.catalog.starter import starter
from playground.engine.events import Diagnostic, NetworkPlan, NodePlan, Plan
from playground.spec import graph as graphs
from playground.spec.blocks import Block, BlockParameter, BlockUse
from playground.spec.entry import make
from playground.spec.experiment import Experiment
from playground.spec.graph import Edge, Graph, Node
from playground.ui.canvas.block_plan import shown_plan
from playground.ui.document import Document
from playground.ui.panels.palette import PalettePanel
from playground.ui.studio import Studio
from playground.ui.theme import ThemeManager
from tests.ui.canvas.conftest import Bench

catalog.load()


def linear(name: str, units: int = 4) -> Node:
    return Node(name, make("layer", {"entry": "Linear", "out_features": units}))


def experiment() -> Experiment:
    """Input, a block of two dense layers with a skip, one more layer, output."""
    entry = make("layer", {"entry": "Input"})
    inner = Graph(
        (Node("x", entry), linear("a"), linear("b"), Node("sum", make("layer", {"entry": "Add"}))),
        (Edge("x", "a"), Edge("a", "b"), Edge("b", "sum", 0), Edge("x", "sum", 1)),
    )
    width = BlockParameter("width", 4, {"a.out_features": 1, "b.out_features": 1})
    nodes = (Node("image", entry), linear("head"), Node("skip", BlockUse("pair", repeat=3)), linear("tail"))
    nodes = (*nodes, Node("end", make("layer", {"entry": "Output"})))
    edges = (Edge("image", "head"), Edge("head", "skip"), Edge("skip", "tail"), Edge("tail", "end"))
    return replace(starter(), networks={"model": Graph(nodes, edges)}, blocks={"pair": Block(inner, (width,))})


@pytest.fixture
def blocks(qtbot: QtBot, themes: ThemeManager) -> Iterator[Bench]:
    made = Bench(experiment(), themes, qtbot)
    yield made
    made.view.picker.hide()
    made.runs.deleteLater()


def inner(bench: Bench) -> Graph:
    return bench.document.shown.blocks["pair"].graph


def test_a_block_says_what_it_is_and_how_often(blocks: Bench) -> None:
    assert blocks.scene.nodes["skip"].face.title == "Pair ×3"
    assert blocks.scene.nodes["skip"].face.stacked


def test_a_double_click_opens_a_block_and_its_button_closes_it(blocks: Bench) -> None:
    blocks.qtbot.mouseDClick(blocks.view.viewport(), Qt.MouseButton.LeftButton, pos=blocks.body("skip"))
    assert {"skip__x", "skip__a", "skip__sum"} <= set(blocks.scene.nodes)
    assert "skip" not in blocks.scene.nodes
    frame = blocks.scene.frames["skip"]
    assert frame.frame.title == "Pair ×3"
    assert not blocks.document.modified
    blocks.click(blocks.at(frame.fold_rect().center()))
    assert blocks.scene.selected() == ["skip"]
    assert not blocks.scene.frames


def test_enter_opens_a_block(blocks: Bench) -> None:
    blocks.panel.select(["skip"])
    blocks.key(Qt.Key.Key_Return)
    assert blocks.document.opened_uses == {"skip"}
    blocks.panel.blocks.toggle()
    assert blocks.document.opened_uses == frozenset()


def test_an_edit_inside_changes_the_block_and_is_undone_in_one_step(blocks: Bench) -> None:
    blocks.panel.blocks.open("skip")
    added = blocks.panel.commands.add_layer(blocks.layer("Tanh"), edge=Edge("skip__a", "skip__b"))
    assert added == "skip__tanh1"
    assert blocks.scene.selected() == [added]
    assert Edge("a", "tanh1") in inner(blocks).edges
    blocks.document.undo_stack.undo()
    assert blocks.document.experiment == experiment()
    assert "skip__a" in blocks.scene.nodes


def test_a_layer_dropped_in_a_frame_joins_the_block(blocks: Bench) -> None:
    blocks.panel.blocks.open("skip")
    box = blocks.scene.frames["skip"].box
    place = (box.center().x(), box.bottom() - 5)
    assert blocks.panel.commands.add_layer(blocks.layer("Tanh"), position=place) == "skip__tanh1"
    assert "tanh1" in inner(blocks)


def test_a_wire_across_the_frame_is_refused_with_a_sentence(blocks: Bench) -> None:
    blocks.panel.blocks.open("skip")
    said: list[str] = []
    blocks.panel.commands.refused.connect(said.append)
    assert not blocks.panel.commands.wire("head", "skip__b", 0)
    assert said == ["Linear lies inside Pair; wire to an input of that block instead."]
    assert blocks.document.experiment == experiment()


def test_units_that_a_parameter_sets_change_the_setting_of_the_use(blocks: Bench) -> None:
    blocks.panel.blocks.open("skip")
    blocks.panel.commands.resize("skip__a", 1)
    layer = blocks.document.shown.networks["model"].node("skip").layer
    assert layer.values()["settings"] == {"width": 5}
    assert inner(blocks) == experiment().blocks["pair"].graph


def test_selected_cards_are_folded_under_a_name_typed_in_place(blocks: Bench) -> None:
    blocks.panel.select(["head", "skip"])
    blocks.panel.blocks.fold()
    editor = blocks.view.title_editor
    assert editor.isVisible()
    editor.setText("My stage")
    blocks.qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert blocks.scene.selected() == ["my_stage1"]
    assert blocks.scene.nodes["my_stage1"].face.title == "My stage"
    blocks.panel.blocks.unfold()
    assert {"my_stage1__head", "my_stage1__skip"} <= set(blocks.scene.nodes)


def test_what_cannot_be_folded_is_said(blocks: Bench) -> None:
    said: list[str] = []
    blocks.panel.commands.refused.connect(said.append)
    blocks.panel.select(["image", "head"])
    blocks.panel.blocks.fold()
    assert said == ["Input belongs to the network itself; leave it out of the block."]
    assert not blocks.view.title_editor.isVisible()
    blocks.panel.select([])
    blocks.panel.blocks.unfold()
    assert said[-1].startswith("Select a block")


def test_unused_blocks_can_be_removed(blocks: Bench) -> None:
    blocks.panel.commands.delete(["skip"])
    assert "pair" in blocks.document.shown.blocks
    blocks.panel.blocks.remove_unused()
    assert not blocks.document.shown.blocks
    blocks.document.undo_stack.undo()
    assert "pair" in blocks.document.shown.blocks


def test_a_copied_use_takes_its_block_along(blocks: Bench) -> None:
    assert blocks.panel.commands.copy(["skip"])
    blocks.document.open(starter(), None)
    blocks.panel.commands.paste((0.0, 0.0))
    assert blocks.document.shown.blocks == experiment().blocks
    blocks.panel.commands.paste((0.0, 200.0))
    assert list(blocks.document.shown.blocks) == ["pair"]
    other = replace(experiment().blocks["pair"], parameters=())
    blocks.document.open(replace(experiment(), blocks={"pair": other}), None)
    blocks.panel.commands.paste((0.0, 0.0))
    assert set(blocks.document.shown.blocks) == {"pair", "pair1"}


def test_a_block_of_the_library_comes_with_its_definition(blocks: Bench) -> None:
    palette = PalettePanel(Studio(blocks.document, blocks.runs, blocks.themes))
    blocks.qtbot.addWidget(palette)
    palette.search.setText("mlp")
    tile = palette.shown[0]
    assert tile.offer.title == "MLP block"
    added = blocks.panel.commands.add_layer(tile.offer.make(), edge=Edge("tail", "end"))
    assert added == "mlp_block1"
    assert blocks.document.shown.blocks["mlp_block"].title == "MLP block"
    assert [tile.offer.key for tile in palette.shown][:1] == ["block:mlp_block"]
    palette.search.setText("pair")
    assert palette.shown[0].offer.title == "Pair"


def test_the_list_of_layers_offers_blocks(blocks: Bench) -> None:
    chosen: list[object] = []
    blocks.view.picker.open(blocks.view.mapToGlobal(blocks.body("tail")), chosen.append)
    blocks.view.picker.search.setText("pair")
    blocks.qtbot.keyClick(blocks.view.picker.search, Qt.Key.Key_Return)
    assert chosen == [BlockUse("pair")]


def test_plans_and_problems_are_shown_by_the_cards_there_are(blocks: Bench) -> None:
    head = NodePlan("head", "Linear", [4], 12, 8)
    use = NodePlan("skip", "Block", [4], 120, 96)
    worked = NetworkPlan(0, 0, [head, NodePlan("skip__a", "Linear", [4], 20, 16)], [use])
    broken = Diagnostic("Does not fit.", network="model", node="skip__2__a")
    plan = Plan({"model": worked}, [broken, Diagnostic("Has no result.", network="model", node="skip")])
    closed = shown_plan(plan, blocks.document.cards, "model")
    assert closed is not None
    assert [one.node for one in closed.problems] == ["skip", "skip"]
    assert use in closed.networks["model"].nodes
    blocks.document.open_use("skip")
    shown = shown_plan(plan, blocks.document.cards, "model")
    assert shown is not None
    assert [one.node for one in shown.problems] == ["skip__a", "skip__sum"]
    door = next(one for one in shown.networks["model"].nodes if one.id == "skip__x")
    assert door.output_shape == [4]


EDITS = ("connect", "cut", "remove", "insert", "copy", "size", "move", "open", "close")


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_edits_are_undone_and_done_again(qapp: object, data: st.DataObject) -> None:
    document = Document(experiment())
    first = document.experiment
    for _ in range(12):
        kind = data.draw(st.sampled_from(EDITS))
        graph = document.graph
        if not graph.nodes:
            break
        if kind in ("open", "close"):
            (document.open_use if kind == "open" else document.close_use)("skip")
            continue
        document.edit_graph(kind, _edited(graph, kind, data.draw))
    last = document.experiment
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert document.experiment == first
    while document.undo_stack.canRedo():
        document.undo_stack.redo()
    assert document.experiment == last
    document.deleteLater()


def _edited(graph: Graph, kind: str, draw: object) -> Graph:
    pick = lambda items: draw(st.sampled_from(list(items)))  # type: ignore[operator]  # noqa: E731  # Hypothesis' draw
    node, other = pick(graph.nodes), pick(graph.nodes)
    if kind == "connect":
        port = graphs.free_port(graph, other.id)
        allowed = graphs.check_connect(graph, node.id, other.id, port) is None
        return graphs.connect(graph, node.id, other.id, port) if allowed else graph
    if kind in ("cut", "insert") and graph.edges:
        edge = pick(graph.edges)
        return (
            graphs.disconnect(graph, edge) if kind == "cut" else graphs.insert(graph, edge, linear(graph.fresh_id("l")))
        )
    if kind == "remove":
        return graphs.remove(graph, {node.id, other.id})
    if kind == "copy":
        return graphs.duplicate(graph, {node.id, other.id})[0]
    if kind == "size" and node.layer.name == "Linear":
        return graphs.change(graph, replace(node, layer=node.layer.with_values(out_features=pick(range(1, 9)))))
    if kind == "move":
        return graphs.change(graph, replace(node, position=(float(pick(range(5))) * 40, 8.0)))
    return graph
