"""Automatic cards among those placed by hand."""

from __future__ import annotations

from itertools import pairwise

from playground.spec.entry import make
from playground.spec.graph import Edge, Graph, Node
from playground.ui.canvas.arrange.among import among
from playground.ui.canvas.edits import GAP

LINEAR = make("layer", {"entry": "Linear"})
SIZE = (100.0, 60.0)


def chain(*ids: str) -> Graph:
    edges = tuple(Edge(a, b) for a, b in pairwise(ids))
    return Graph(tuple(Node(i, LINEAR) for i in ids), edges)


def test_automatic_cards_make_way_for_those_placed_by_hand() -> None:
    graph = Graph((Node("a", LINEAR), Node("b", LINEAR)), ())
    places = among(graph, {"a": (0, 0), "b": (0, 0)}, {"a": SIZE, "b": SIZE}, {"a": (20.0, 20.0)}, down=False)
    assert places["a"] == (20, 20)
    assert places["b"][1] >= 80


def test_cards_added_behind_one_placed_by_hand_follow_it_in_their_order() -> None:
    graph = chain("a", "b", "c", "d")
    auto = {i: (164.0 * n, 0.0) for n, i in enumerate("abcd")}
    fixed = {"a": (10.0, 300.0), "b": (500.0, 80.0)}
    places = among(graph, auto, dict.fromkeys("abcd", SIZE), fixed, down=False)
    assert places["c"] == (664, 80)
    assert places["d"] == (828, 80)


def test_a_follower_that_the_arrangement_has_in_the_next_row_stands_beside_its_source() -> None:
    auto = {"a": (600.0, 0.0), "b": (0.0, 200.0)}
    places = among(chain("a", "b"), auto, {"a": SIZE, "b": (100.0, 40.0)}, {"a": (50.0, 50.0)}, down=False)
    assert places["b"] == (150 + GAP, 60)


def test_where_data_flow_down_followers_stand_below() -> None:
    auto = {"a": (0.0, 0.0), "b": (0.0, 124.0)}
    places = among(chain("a", "b"), auto, dict.fromkeys("ab", SIZE), {"a": (70.0, 30.0)}, down=True)
    assert places["b"] == (70, 154)


def test_a_card_that_is_also_fed_by_automatic_ones_stays_in_the_arrangement() -> None:
    graph = Graph(tuple(Node(i, LINEAR) for i in ("a", "b", "z")), (Edge("a", "z"), Edge("b", "z", 1)))
    auto = {"a": (0.0, 0.0), "b": (0.0, 100.0), "z": (164.0, 50.0)}
    places = among(graph, auto, dict.fromkeys(auto, SIZE), {"b": (-400.0, 900.0)}, down=False)
    assert places["z"] == (164, 50)
