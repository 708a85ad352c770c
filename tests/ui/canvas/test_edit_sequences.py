"""Any sequence of the canvas's edits leaves a valid network at each step, and undo and redo lead back and forth.

The long run, 500 sequences of 50 edits: `NNPLAYGROUND_LONG=1 pytest -n 0 tests/ui/canvas/test_edit_sequences.py`.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from playground import catalog
from playground.catalog.starter import starter
from playground.spec import graph as graphs
from playground.spec.entry import UnknownEntry, make
from playground.spec.errors import GraphError
from playground.spec.graph import Edge, Graph, Node, check
from playground.ui.canvas import copies, edits
from playground.ui.canvas.arrange import arranging
from playground.ui.document import Document

catalog.load()
LONG = bool(os.environ.get("NNPLAYGROUND_LONG"))
SEQUENCES, STEPS = (500, 50) if LONG else (40, 25)
MOST = 40
"""More nodes than this are cut down, or sequences of copies would grow without end."""

LAYERS = [
    *(make("layer", {"entry": name}) for name in ("Input", "Linear", "Output", "Add", "Concat", "Tanh", "Dropout")),
    make("layer", {"entry": "Linear", "out_features": 3, "bias": False}),
    UnknownEntry("layer", {"entry": "FromTheFuture", "units": 3}),
]


@dataclass(frozen=True)
class Dice:
    """Numbers that choose what an edit is done to."""

    one: int
    other: int
    more: int

    def node(self, graph: Graph, which: int | None = None) -> str:
        return graph.nodes[(self.one if which is None else which) % len(graph.nodes)].id

    def nodes(self, graph: Graph) -> list[str]:
        return list(dict.fromkeys(self.node(graph, which) for which in (self.one, self.other, self.more)))

    def edge(self, graph: Graph) -> Edge:
        return graph.edges[self.one % len(graph.edges)]

    def new(self, graph: Graph) -> Node:
        place = (float(self.more), float(self.other)) if self.more % 2 else None
        return edits.new_node(graph, LAYERS[self.other % len(LAYERS)], position=place)


def places(graph: Graph) -> dict[str, edits.Point]:
    return {node.id: node.position or (150.0 * at, 10.0 * at) for at, node in enumerate(graph.nodes)}


def sizes(graph: Graph) -> dict[str, edits.Size]:
    return {node.id: (80.0 + 7 * (at % 5), 60.0 + 11 * (at % 3)) for at, node in enumerate(graph.nodes)}


Edit = Callable[[Graph, Dice], Graph]
PORTED = 4


def insert(graph: Graph, dice: Dice) -> Graph:
    return edits.insert_on(graph, dice.edge(graph), dice.new(graph), places(graph), sizes(graph), (120.0, 90.0))


def connect(graph: Graph, dice: Dice) -> Graph:
    return edits.wired(graph, dice.node(graph), dice.node(graph, dice.other), dice.more % PORTED)


def rewire(graph: Graph, dice: Dice) -> Graph:
    edge = dice.edge(graph)
    return edits.wired(graph, edge.source, dice.node(graph, dice.other), dice.more % PORTED, instead=edge)


def move_onto(graph: Graph, dice: Dice) -> Graph:
    return edits.moved_onto(graph, dice.node(graph, dice.other), dice.edge(graph), places(graph), sizes(graph))


def move_in_chain(graph: Graph, dice: Dice) -> Graph:
    return edits.moved_in_chain(graph, dice.node(graph), dice.other % 5 - 2, places(graph), sizes(graph))


def align(graph: Graph, dice: Dice) -> Graph:
    how = list(arranging._ANCHORS)[dice.other % len(arranging._ANCHORS)]
    return edits.moved(graph, arranging.aligned(dice.nodes(graph), places(graph), sizes(graph), how))


def distribute(graph: Graph, dice: Dice) -> Graph:
    way = ("horizontal", "vertical")[dice.more % 2]
    return edits.moved(graph, arranging.distributed(dice.nodes(graph), places(graph), sizes(graph), way))


def paste(graph: Graph, dice: Dice) -> Graph:
    clip = copies.part(graph, set(dice.nodes(graph)), places(graph))
    return copies.pasted(graph, clip, copies.offset_to(graph, clip, (float(dice.one), float(dice.other))))[0]


def copy_to(graph: Graph, dice: Dice) -> Graph:
    return copies.copied_to(graph, dice.nodes(graph), places(graph))[0]


ON_NODES: dict[str, Edit] = {
    "append": lambda g, d: edits.append(g, d.node(g), d.new(g)),
    "branch": lambda g, d: edits.branched(g, d.node(g), d.new(g)),
    "feed": lambda g, d: edits.fed(g, d.node(g), d.more % PORTED, d.new(g)),
    "connect": connect,
    "remove": lambda g, d: edits.without(g, d.nodes(g), g.edges[:1], bypass=bool(d.more % 2)),
    "duplicate": lambda g, d: copies.duplicated(g, d.nodes(g), places(g), sizes(g))[0],
    "copy to": copy_to,
    "paste": paste,
    "move in chain": move_in_chain,
    "replace": lambda g, d: edits.replaced(g, d.node(g), LAYERS[d.other % len(LAYERS)]),
    "align": align,
    "distribute": distribute,
    "move": lambda g, d: edits.moved(g, {d.node(g): (float(d.more), float(d.other))}),
    "resize": lambda g, d: edits.resized(g, d.node(g), d.more % 7 - 3),
    "tidy": lambda g, _: edits.tidied(g),
}
ON_EDGES: dict[str, Edit] = {
    "insert": insert,
    "disconnect": lambda g, d: graphs.disconnect(g, d.edge(g)),
    "rewire": rewire,
    "move onto": move_onto,
}
ALWAYS: dict[str, Edit] = {"add": lambda g, d: graphs.add(g, d.new(g))}
EDITS = {**ALWAYS, **ON_EDGES, **ON_NODES}

NUMBERS = st.integers(0, 400)
STEP = st.tuples(st.sampled_from(sorted(EDITS)), st.builds(Dice, NUMBERS, NUMBERS, NUMBERS))


def edited(graph: Graph, what: str, dice: Dice) -> Graph:
    """One edit; where there is nothing to edit, or the model refuses, the graph as it was."""
    if (what in ON_EDGES and not graph.edges) or (what in ON_NODES and not graph.nodes):
        return graph
    if len(graph.nodes) > MOST:
        return graphs.remove(graph, [node.id for node in graph.nodes[MOST // 2 :]])
    try:
        return EDITS[what](graph, dice)
    except GraphError:
        return graph


@settings(max_examples=SEQUENCES, suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example])
@given(st.lists(STEP, min_size=STEPS, max_size=STEPS))
def _sequences(steps: list[tuple[str, Dice]]) -> None:
    document = Document(starter())
    try:
        first = document.experiment
        seen = [first]
        for what, dice in steps:
            document.edit_graph(what, edited(document.graph, what, dice))
            check(document.graph)
            if document.experiment != seen[-1]:
                seen.append(document.experiment)
        assert document.undo_stack.count() == len(seen) - 1
        for before in reversed(seen[:-1]):
            document.undo_stack.undo()
            assert document.experiment == before
        assert document.experiment is first
        for after in seen[1:]:
            document.undo_stack.redo()
            assert document.experiment == after
        assert not document.undo_stack.canRedo()
    finally:
        document.deleteLater()


@pytest.mark.timeout(1800 if LONG else 120)
def test_any_edits_leave_a_valid_network_and_can_be_undone_and_redone(qapp: QApplication) -> None:
    _sequences()


@pytest.mark.parametrize("what", sorted(EDITS))
def test_each_edit_does_something_to_the_network_at_the_start(what: str) -> None:
    graph = starter().networks["model"]
    dice = [Dice(one, other, more) for one in range(4) for other in range(6) for more in range(6)]
    if what == "tidy":
        graph = edits.moved(graph, places(graph))
    assert any(edited(graph, what, one) != graph for one in dice), "a sequence with this edit would test nothing"
