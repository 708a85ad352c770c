"""What the clipboard may hold, and what is made of it."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QMimeData

from playground.catalog.starter import starter
from playground.spec.files import dumps
from playground.spec.graph import Graph
from playground.ui.canvas.mime import ClipError, graph_from_mime, graph_to_mime, holds_graph

NOTHING = "The clipboard holds no layers."


def text(words: str) -> QMimeData:
    data = QMimeData()
    data.setText(words)
    return data


def test_a_network_comes_back_as_it_was() -> None:
    graph = starter().networks["model"]
    assert graph_from_mime(graph_to_mime(graph)) == graph


def test_plain_text_will_do() -> None:
    graph = starter().networks["model"]
    data = text(graph_to_mime(graph).text())
    assert holds_graph(data)
    assert graph_from_mime(data) == graph


def test_unknown_layers_survive() -> None:
    raw = {"nodes": [{"id": "a", "layer": {"entry": "FromTheFuture", "knobs": [1, {"x": None}]}}]}
    graph = graph_from_mime(text(json.dumps(raw)))
    assert graph.node("a").layer.raw == raw["nodes"][0]["layer"]
    assert graph_from_mime(graph_to_mime(graph)) == graph


def test_a_clipboard_that_is_not_there_holds_nothing() -> None:
    with pytest.raises(ClipError, match=NOTHING):
        graph_from_mime(None)
    assert not holds_graph(None)


@pytest.mark.parametrize("words", ["", "words", "[1", "[]", "7", '{"nodes": []}', "[" * 100_000])
def test_anything_else_is_refused(words: str) -> None:
    with pytest.raises(ClipError, match=NOTHING):
        graph_from_mime(text(words))


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ({"nodes": 3}, "nodes: needs a list, not a whole number"),
        ({"nodes": [{"id": 3}]}, "nodes.0.id: needs a text"),
        ({"nodes": [{"id": "a b", "layer": {"entry": "Tanh"}}]}, "no valid id"),
        ({"nodes": [{"id": "a", "layer": {"entry": "Tanh", "x": 1}}]}, "x: is no parameter of Tanh"),
        ({"nodes": [{"id": "a", "layer": {"entry": "Tanh"}}], "edges": [["a", "a"]]}, "circle"),
        ({"nodes": [{"id": "a", "layer": {"entry": "Tanh"}, "name": "x" * 200_000}]}, "at most 100000 are allowed"),
        ({"nodes": [{"id": "a", "layer": {"entry": "New", "number": 2**60}}]}, "too large to be exact"),
        ({"nodes": [{"id": f"n{i}", "layer": {"entry": "Tanh"}} for i in range(2001)]}, "2001 nodes; at most 2000"),
    ],
)
def test_layers_that_cannot_be_read_say_why(raw: Graph, why: str) -> None:
    with pytest.raises(ClipError, match=r"^The layers on the clipboard cannot be read: .*\.$") as caught:
        graph_from_mime(text(json.dumps(raw)))
    assert why in str(caught.value)


def test_a_whole_experiment_is_no_part_of_a_network() -> None:
    with pytest.raises(ClipError, match="holds a whole experiment"):
        graph_from_mime(text(dumps(starter()).decode()))
