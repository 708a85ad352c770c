"""Blocks opened in place: one flat graph, and the way back into network and blocks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground import catalog
from playground.catalog.starter import starter
from playground.spec import graph as graphs
from playground.spec.blocks import Block, BlockParameter, BlockUse
from playground.spec.entry import make
from playground.spec.errors import GraphError, SpecError
from playground.spec.expansion import expand
from playground.spec.experiment import Experiment
from playground.spec.graph import Edge, Graph, Node, chain, check
from playground.spec.opened import Door, OpenGraph, opened
from playground.spec.refolded import Folded, folded_back

catalog.load()


def layer(name: str, **values: Any) -> Any:
    return make("layer", {"entry": name, **values})


def linear(node_id: str, units: int = 4, **more: Any) -> Node:
    return Node(node_id, layer("Linear", out_features=units), **more)


def entry_node(node_id: str = "x") -> Node:
    return Node(node_id, layer("Input"))


def residual() -> Block:
    nodes = (entry_node(), linear("a", 8), linear("b"), Node("sum", layer("Add")))
    edges = (Edge("x", "a"), Edge("a", "b"), Edge("b", "sum", 0), Edge("x", "sum", 1))
    width = BlockParameter("width", 4, {"a.out_features": 2, "b.out_features": 1})
    return Block(Graph(nodes, edges), (width,))


def outer() -> Block:
    inner = Node("r", BlockUse("residual", settings={"width": 6}))
    return Block(chain(entry_node(), linear("head"), inner, linear("tail")))


def join() -> Block:
    nodes = (entry_node("p"), entry_node("q"), linear("l"), Node("both", layer("Concat")))
    return Block(Graph(nodes, (Edge("p", "l"), Edge("l", "both", 0), Edge("q", "both", 1))))


def experiment(placed: bool = False) -> Experiment:
    nodes = (
        entry_node(),
        Node("r", BlockUse("residual", repeat=2, settings={"width": 2})),
        linear("mid"),
        Node("o", BlockUse("outer"), activation=layer("ReLU")),
        Node("s", BlockUse("residual")),
        Node("j", BlockUse("join")),
        Node("end", layer("Output")),
    )
    edges = (
        *(Edge("x", "r"), Edge("r", "mid"), Edge("mid", "o"), Edge("o", "s"), Edge("s", "j", 0)),
        *(Edge("r", "j", 1), Edge("j", "end")),
    )
    if placed:
        nodes = tuple(replace(n, position=(200.0 * i, 40.0 * (i % 3))) for i, n in enumerate(nodes))
    blocks = {"residual": residual(), "outer": outer(), "join": join()}
    return replace(starter(), networks={"model": Graph(nodes, edges)}, blocks=blocks)


PATHS = ("r", "o", "o__r", "s", "j")


def flat(made: Experiment, *paths: str) -> Graph:
    return opened(made, "model", paths).graph


def back(made: Experiment, edited: Graph, *paths: str) -> Experiment:
    return folded_back(made, "model", paths, edited).experiment


def test_an_opened_use_shows_its_cards() -> None:
    view = opened(experiment(), "model", {"r"})
    frame = view.frames["r"]
    assert frame.members == {"r__x", "r__a", "r__b", "r__sum"}
    assert isinstance(view.graph.node("r__x").layer, Door)
    assert view.graph.node("r__a").layer.values()["out_features"] == 4
    assert {Edge("x", "r__x"), Edge("r__x", "r__a"), Edge("r__sum", "mid"), Edge("r__sum", "j", 1)} <= set(
        view.graph.edges
    )
    check(view.graph)


def test_uses_inside_blocks_open_too() -> None:
    view = opened(experiment(), "model", PATHS)
    assert view.frames["o__r"].parent == "o"
    assert view.frames["o__r"].members < view.frames["o"].members
    assert view.graph.node("o__r__b").layer.values()["out_features"] == 6
    assert Edge("o__activation", "s__x") in view.graph.edges
    assert not opened(experiment(), "model", {"o__r"}).frames


@pytest.mark.parametrize("placed", [False, True])
@given(st.sets(st.sampled_from(PATHS)))
def test_an_unedited_graph_folds_back_to_the_same(placed: bool, paths: set[str]) -> None:
    made = experiment(placed)
    assert folded_back(made, "model", paths, flat(made, *paths)) == Folded(made)


def test_an_edit_inside_changes_the_block() -> None:
    made = experiment()
    edited = graphs.insert(flat(made, "r"), Edge("r__x", "r__a"), Node("tanh1", layer("Tanh")))
    folded = folded_back(made, "model", {"r"}, edited)
    assert folded.renamed == {"tanh1": "r__tanh1"}
    assert Edge("tanh1", "a") in folded.experiment.blocks["residual"].graph.edges
    assert {"r__2__tanh1", "s__tanh1", "o__r__tanh1"} <= {
        n.id for n in expand(folded.experiment.networks["model"], folded.experiment.blocks).nodes
    }


def test_a_bound_value_changes_the_setting_of_its_use() -> None:
    made = experiment()
    view = flat(made, "r", "s")
    edited = graphs.change(view, replace(view.node("r__a"), layer=layer("Linear", out_features=5)))
    folded = back(made, edited, "r", "s")
    assert folded.blocks == made.blocks
    assert folded.networks["model"].node("r").layer.values()["settings"] == {"width": 3}
    assert folded.networks["model"].node("s") == made.networks["model"].node("s")
    inner = flat(made, "o", "o__r")
    edited = graphs.change(inner, replace(inner.node("o__r__b"), layer=layer("Linear", out_features=9)))
    folded = back(made, edited, "o", "o__r")
    assert folded.blocks["outer"].graph.node("r").layer.values()["settings"] == {"width": 9}


def test_a_new_last_layer_is_the_result() -> None:
    made = experiment()
    view = flat(made, "s")
    edited = graphs.insert(view, Edge("s__sum", "j", 0), linear("linear1"))
    folded = back(made, edited, "s")
    assert folded.blocks["residual"].result().id == "linear1"
    assert Edge("s", "j", 0) in folded.networks["model"].edges


def test_what_follows_a_result_that_also_leads_elsewhere_stays_outside() -> None:
    made = experiment()
    edited = graphs.insert(flat(made, "r"), Edge("r__sum", "mid"), linear("linear1"))
    folded = back(made, edited, "r")
    assert folded.blocks == made.blocks
    assert Edge("r", "linear1") in folded.networks["model"].edges


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ("x", "r__b", "lies inside Residual"),
        ("r__a", "mid", "only its result leads outside"),
        ("j__l", "j__q", "takes what comes from outside"),
    ],
)
def test_edges_that_cross_a_frame_are_refused(source: str, target: str, words: str) -> None:
    made = experiment()
    view = flat(made, "r", "j")
    free = replace(view, edges=tuple(e for e in view.edges if e.target != target))
    error = graphs.check_connect(free, source, target)
    assert isinstance(error, GraphError)
    assert words in error.message
    with pytest.raises(GraphError, match=words):
        back(made, replace(free, edges=(*free.edges, Edge(source, target))), "r", "j")


def test_edges_into_inputs_and_from_results_become_edges_of_the_use() -> None:
    made = experiment()
    view = flat(made, "j")
    edited = graphs.connect(graphs.disconnect(view, Edge("r", "j__q")), "mid", "j__q")
    assert Edge("mid", "j", 1) in back(made, edited, "j").networks["model"].edges


def test_an_input_that_goes_takes_its_wires_along() -> None:
    made = experiment()
    edited = graphs.remove(flat(made, "j"), ["j__p"])
    folded = back(made, edited, "j")
    assert [n.id for n in folded.blocks["join"].inputs] == ["q"]
    assert [e for e in folded.networks["model"].edges if e.target == "j"] == [Edge("r", "j", 0)]


def test_a_new_input_is_a_port() -> None:
    made = experiment()
    edited = graphs.add(flat(made, "r"), Node("input1", layer("Input"), position=(5.0, 5.0)))
    folded = folded_back(made, "model", {"r"}, edited, lambda _point: "r").experiment
    assert [n.id for n in folded.blocks["residual"].inputs] == ["x", "input1"]


def test_a_card_that_is_not_wired_joins_the_frame_it_is_wired_to() -> None:
    made = experiment()
    made = replace(
        made, networks={"model": replace(made.networks["model"], nodes=(*made.networks["model"].nodes, linear("free")))}
    )
    folded = folded_back(made, "model", {"r"}, graphs.connect(flat(made, "r"), "r__a", "free"))
    assert folded.renamed == {"free": "r__free"}
    assert "free" in folded.experiment.blocks["residual"].graph


def test_a_use_without_cards_goes() -> None:
    made = experiment()
    view = flat(made, "s")
    edited = graphs.remove(view, list(opened(made, "model", {"s"}).frames["s"].members))
    folded = back(made, edited, "s")
    assert "s" not in folded.networks["model"]
    assert folded.blocks == made.blocks


def test_a_layer_that_goes_takes_its_parameter_along() -> None:
    made = experiment()
    folded = back(made, graphs.remove(flat(made, "r"), ["r__a", "r__b"]), "r")
    assert folded.blocks["residual"].parameters == ()
    assert folded.networks["model"].node("r").layer.values()["settings"] == {}
    assert folded.blocks["outer"].graph.node("r").layer.values()["settings"] == {}


def test_a_block_cannot_contain_itself() -> None:
    made = experiment()
    edited = graphs.insert(flat(made, "r"), Edge("r__x", "r__a"), Node("block1", BlockUse("outer")))
    with pytest.raises(GraphError, match="contain itself"):
        back(made, edited, "r")


def test_moved_cards_stay_where_they_were_put() -> None:
    made = experiment()
    view = flat(made, "r", "o")
    edited = replace(view, nodes=tuple(replace(n, position=(100.0 * i, 7.0 * i)) for i, n in enumerate(view.nodes)))
    folded = back(made, edited, "r", "o")
    shown = opened(folded, "model", {"r", "o"}).graph
    for node in edited.nodes:
        if node.id != "o__activation":
            assert shown.node(node.id).position == pytest.approx(node.position), node.id
    closed = folded.networks["model"]
    assert all(n.position is not None for n in closed.nodes)
    tidied = replace(shown, nodes=tuple(replace(n, position=None) for n in shown.nodes))
    assert back(folded, tidied, "r", "o") == made


# --- any edit ---------------------------------------------------------------------------------------------------------


def _connected(graph: Graph, draw: Any) -> Graph:
    source, target = draw(st.sampled_from(graph.nodes)).id, draw(st.sampled_from(graph.nodes)).id
    return graphs.connect(graph, source, target, graphs.free_port(graph, target))


def _cut(graph: Graph, draw: Any) -> Graph:
    return graphs.disconnect(graph, draw(st.sampled_from(graph.edges))) if graph.edges else graph


def _removed(graph: Graph, draw: Any) -> Graph:
    chosen = draw(st.sets(st.sampled_from([n.id for n in graph.nodes]), max_size=3))
    return graphs.remove(graph, chosen, draw(st.booleans())) if len(graph.nodes) > 4 else graph


def _inserted(graph: Graph, draw: Any) -> Graph:
    wanted = Node(graph.fresh_id("Linear"), layer("Linear"), position=draw(st.sampled_from([None, (30.0, 40.0)])))
    return graphs.insert(graph, draw(st.sampled_from(graph.edges)), wanted) if graph.edges else graph


def _copied(graph: Graph, draw: Any) -> Graph:
    return graphs.duplicate(graph, draw(st.sets(st.sampled_from([n.id for n in graph.nodes]), max_size=3)))[0]


def _sized(graph: Graph, draw: Any) -> Graph:
    node = draw(st.sampled_from(graph.nodes))
    if node.layer.name != "Linear":
        return graph
    units = draw(st.integers(1, 9))
    return graphs.change(graph, replace(node, layer=node.layer.with_values(out_features=units)))


def _moved(graph: Graph, draw: Any) -> Graph:
    far = draw(st.integers(-3, 3)) * 20.0
    places = {n.id: n.position or (90.0 * i, 0.0) for i, n in enumerate(graph.nodes)}
    chosen = draw(st.sampled_from(graph.nodes)).id
    places[chosen] = (places[chosen][0] + far, places[chosen][1] + far)
    return replace(graph, nodes=tuple(replace(n, position=places[n.id]) for n in graph.nodes))


EDITS = (_connected, _cut, _removed, _inserted, _copied, _sized, _moved)


@settings(max_examples=120)
@given(st.data(), st.booleans())
def test_any_edits_leave_a_network_that_shows_what_was_edited(data: st.DataObject, placed: bool) -> None:
    made = experiment(placed)
    history = [made]
    for _ in range(6):
        paths = data.draw(st.sets(st.sampled_from(PATHS)))
        view = opened(made, "model", paths)
        if not view.graph.nodes:
            return
        assert folded_back(made, "model", paths, view.graph).experiment == made
        try:
            edited = data.draw(st.sampled_from(EDITS))(view.graph, data.draw)
            folded = folded_back(made, "model", paths, edited)
        except SpecError:
            continue
        check(folded.experiment.networks["model"])
        for block in folded.experiment.blocks.values():
            check(block.graph)
        if len({frame.use.block for frame in view.frames.values()}) == len(view.frames):
            _shows(folded, edited, opened(folded.experiment, "model", paths).graph)
        made = folded.experiment
        history.append(made)


def _shows(folded: Folded, edited: Graph, shown: Graph) -> None:
    """What is shown after an edit is what was edited, but for which of several open ends is taken for a result.

    Closed uses may have lost wires, into inputs that their block no longer has.
    """
    names = {node.id: folded.renamed.get(node.id, node.id) for node in edited.nodes}
    assert {node.id for node in shown.nodes} == set(names.values())
    homes = shown.homes if isinstance(shown, OpenGraph) else {}

    def plain(edge: Edge) -> bool:
        use = isinstance(shown.node(edge.target).layer, BlockUse)
        tail = edge.target.endswith("__activation")  # it follows the result whatever is wired
        return homes.get(edge.source) == homes.get(edge.target) and not use and not tail

    lines = {Edge(names[e.source], names[e.target], e.port) for e in edited.edges}
    assert {e for e in lines if plain(e)} == {e for e in shown.edges if plain(e)}
