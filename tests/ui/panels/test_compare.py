"""Comparing the network on the canvas with another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from playground.spec import files
from playground.spec import graph as graphs
from playground.spec.entry import make
from playground.spec.experiment import Variant
from playground.spec.graph import Node
from playground.ui.panels.compare import ComparePanel
from playground.ui.studio import Studio


@pytest.fixture
def panel(studio: Studio, qtbot: QtBot) -> ComparePanel:
    made = ComparePanel(studio)
    qtbot.addWidget(made)
    made.resize(320, 600)
    made.show()
    return made


def choices(panel: ComparePanel) -> dict[str, Any]:
    panel._fill()
    return {action.text(): action for action in panel._menu.actions() if action.text()}


def rows(panel: ComparePanel) -> list[str]:
    return [panel.list.item(i).text() for i in range(panel.list.count())]


def edit(studio: Studio) -> None:
    """Remove the dropout, add a normalisation, and give the first hidden layer more units."""
    graph = graphs.remove(studio.document.graph, ["drop1"])
    studio.document.edit_graph("Delete", graph)
    norm = Node("norm1", make("layer", {"entry": "LayerNorm"}))
    studio.document.edit_graph("Add norm", graphs.insert(graph, graph.edges[0], norm))
    node = studio.document.graph.node("hidden1")
    wider = replace(node, layer=node.layer.with_values(out_features=16))
    studio.document.edit_graph("Change units", graphs.change(studio.document.graph, wider))


def test_lists_and_marks_what_differs_from_the_opened_network(studio: Studio, panel: ComparePanel) -> None:
    marks: list[Mapping[str, str]] = []
    panel.marked.connect(lambda nodes, _edges: marks.append(nodes))
    edit(studio)
    choices(panel)["the network as opened"].trigger()
    assert rows(panel) == ["−  Dropout · drop1", "+  Layer norm · norm1", "~  Linear · hidden1: units 8 → 16"]
    assert marks[-1] == {"norm1": "added", "hidden1": "changed"}
    assert "1 added, 1 removed, 1 changed" in panel.summary.text()
    assert set(panel.scene.nodes) >= {"drop1"}
    studio.document.undo_stack.setIndex(0)
    assert rows(panel) == []
    assert panel.summary.text() == "The two networks are the same."
    assert marks[-1] == {}


def test_says_what_differs_in_the_regularisers_of_a_layer(studio: Studio, panel: ComparePanel) -> None:
    node = studio.document.graph.node("hidden1")
    pulled = replace(node, regularizers=(make("regularizer", {"entry": "L2", "strength": 0.5}),))
    studio.document.edit_graph("Change L2", graphs.change(studio.document.graph, pulled))
    choices(panel)["the network as opened"].trigger()
    assert rows(panel) == ["~  Linear · hidden1: L2 strength — → 0.5"]


def test_offers_every_earlier_state_variant_and_network(studio: Studio, panel: ComparePanel) -> None:
    base = studio.document.experiment
    patch = {"networks.model.nodes.hidden1.layer.out_features": 3}
    both = replace(
        base,
        networks={**base.networks, "other": base.networks["model"]},
        variants=(Variant("a"), Variant("b", patch)),
    )
    studio.document.commit("More", both)
    edit(studio)
    found = choices(panel)
    assert set(found) >= {
        "the network as opened",
        "the network before “Change units”",
        "variant b",
        "network other",
        "A file…",
    }
    found["variant b"].trigger()
    assert any("units 3 → 16" in row for row in rows(panel))
    found["the network before “Change units”"].trigger()
    assert rows(panel) == ["~  Linear · hidden1: units 8 → 16"]


def test_compares_with_a_file_and_refuses_a_bad_one(studio: Studio, panel: ComparePanel, tmp_path: Path) -> None:
    files.save(tmp_path / "old.json", studio.document.experiment)
    edit(studio)
    assert panel.compare_with_file(tmp_path / "old.json")
    assert len(rows(panel)) == 3
    said: list[str] = []
    panel.said.connect(lambda text, _error: said.append(text))
    (tmp_path / "bad.json").write_text("{")
    assert not panel.compare_with_file(tmp_path / "bad.json")
    assert said
    assert len(rows(panel)) == 3


def test_a_row_leads_to_its_layer(studio: Studio, panel: ComparePanel) -> None:
    asked: list[str] = []
    panel.node_requested.connect(asked.append)
    edit(studio)
    choices(panel)["the network as opened"].trigger()
    panel.list.itemClicked.emit(panel.list.item(1))
    panel.list.itemClicked.emit(panel.list.item(0))
    assert asked == ["norm1"]
    assert panel.scene.selected() == ["drop1"]


def test_marks_nothing_while_it_is_hidden(studio: Studio, panel: ComparePanel) -> None:
    marks: list[Mapping[str, str]] = []
    panel.marked.connect(lambda nodes, _edges: marks.append(nodes))
    edit(studio)
    choices(panel)["the network as opened"].trigger()
    panel.hide()
    assert marks[-1] == {}
    panel.show()
    assert marks[-1]
    choices(panel)["Nothing"].trigger()
    assert marks[-1] == {}
