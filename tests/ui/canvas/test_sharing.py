"""Shared weights on the canvas: cards tell of them, and they follow what hands do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec import structs
from PySide6.QtCore import Qt

from playground.engine.events import NodePlan
from playground.spec import graph as graphs
from playground.ui.canvas.gestures import spoken
from playground.ui.canvas.items.card import Context, face
from playground.ui.canvas.items.hits import Hit
from playground.ui.canvas.mime import clip_from_mime, graph_to_mime
from tests.ui.canvas.conftest import Bench


@pytest.fixture
def tied(bench: Bench) -> Bench:
    """The second hidden layer takes its weights from the first."""
    node = bench.graph.node("hidden2")
    bench.document.edit_graph("Share weights", graphs.change(bench.graph, replace(node, shares="hidden1")))
    return bench


def shares(bench: Bench) -> dict[str, str]:
    return {node.id: node.shares for node in bench.graph.nodes if node.shares}


def test_deleting_the_owner_lets_the_other_have_its_own_until_it_is_undone(tied: Bench) -> None:
    tied.panel.select(["hidden1"])
    tied.key(Qt.Key.Key_Delete)
    assert shares(tied) == {}
    tied.document.undo_stack.undo()
    assert shares(tied) == {"hidden2": "hidden1"}
    tied.document.undo_stack.undo()
    assert shares(tied) == {}


def test_copies_share_among_themselves_and_pasted_ones_with_nothing_left_behind(tied: Bench) -> None:
    tied.panel.select(["hidden1", "hidden2"])
    tied.panel.duplicate_selected()
    first, second = tied.panel.selected()
    assert tied.graph.node(second).shares == first
    tied.panel.select(["hidden1", "hidden2"])
    tied.panel.copy()
    tied.panel.paste()
    first, second = tied.panel.selected()
    assert tied.graph.node(second).shares == first
    tied.panel.select(["hidden2"])
    tied.panel.copy()
    tied.panel.paste()
    assert tied.graph.node(tied.panel.selected()[0]).shares == ""
    assert clip_from_mime(graph_to_mime(tied.graph))[0] == tied.graph


def test_folding_one_of_the_two_is_refused_in_a_sentence(tied: Bench) -> None:
    before = tied.graph
    tied.panel.select(["hidden2"])
    tied.panel.blocks.fold()
    assert tied.graph == before
    assert "shares weights with hidden1" in tied.view._hint.text()


def test_the_card_the_voice_and_the_tip_tell_of_it(tied: Bench) -> None:
    node = tied.graph.node("hidden2")
    plan = NodePlan("hidden2", "Linear", [4], 0, 0, shared=38_597_376)
    assert face(node, Context(plan), tied.scene.look).parameters == "38.6 M shared"
    some = structs.replace(plan, parameters=5)
    assert face(node, Context(some), tied.scene.look).parameters == "5 + 38.6 M shared"
    assert "shares weights with hidden1" in spoken.layer(tied.graph, node, plan, None)
    network = tied.runs.plans[tied.document.variant].networks["model"]
    nodes = [plan if one.id == "hidden2" else one for one in network.nodes]
    tied.runs.plans[tied.document.variant].networks["model"] = structs.replace(network, nodes=nodes)
    told = tied.view.hovering.facts(Hit("node", "hidden2"))
    assert "38597376 shared" in told.replace(",", "")
    assert "shares weights with hidden1" in told
