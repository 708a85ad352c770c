"""Fixes: small changes to an experiment that make a problem go away, as plain values that travel with the problem.

A change is a dict with an "op". Nodes are named by their expanded ids: a change to a node inside a block edits the
block's definition, and so all its uses.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from msgspec import Struct

from playground.spec import graph as graphs
from playground.spec.blocks import Block, BlockParameter, BlockUse
from playground.spec.entry import fields_of
from playground.spec.errors import GraphError, MissingNode
from playground.spec.experiment import Experiment
from playground.spec.graph import Graph, Node
from playground.spec.inner_ids import JOINT, shown_as
from playground.spec.mending import INSIDE, OUTSIDE
from playground.spec.mending import JSON as JSON
from playground.spec.networks import removed, renamed
from playground.spec.variants import with_paths


class Fix(Struct, frozen=True):
    """What a person may choose to do about a problem: words for a button, and the changes behind it."""

    label: str
    changes: list[JSON]


class Place(Struct, frozen=True):
    """Where an expanded node is defined: in a block, or in the network itself (""), under an id of that graph.

    `use` is the place of the use through which the block was reached. `ending` says that the node is the activation
    that follows a use, so that `node` is that use.
    """

    block: str
    node: str
    use: Place | None = None
    ending: bool = False


def locate(experiment: Experiment, network: str, node_id: str) -> Place:
    """Where a node of the expanded network is defined.

    Raises:
        MissingNode: there is no such node.
    """
    graph, block, rest = _graph(experiment, network, ""), "", node_id
    use: Place | None = None
    while rest not in graph:
        found = max((n.id for n in graph.nodes if _holds(n, rest)), key=len, default="")
        if not found:
            raise MissingNode(node_id, "is no node of this network")
        layer = graph.node(found).layer
        assert isinstance(layer, BlockUse)  # _holds saw to it
        use, rest = Place(block, found, use), rest.removeprefix(found + JOINT)
        number, _, inner = rest.partition(JOINT)
        rest = inner if number.isdecimal() and inner else rest
        block, graph = layer.block, _graph(experiment, network, layer.block)
        if rest == "activation" and rest not in graph:
            return Place(use.block, found, use.use, ending=True)
    return Place(block, rest, use)


def _holds(node: Node, inner: str) -> bool:
    return isinstance(node.layer, BlockUse) and inner.startswith(node.id + JOINT)


def apply(experiment: Experiment, network: str, fix: Fix) -> Experiment:
    """The experiment with all changes of a fix made.

    Raises:
        SpecError: the experiment is no longer one that they fit.
    """
    for change in fix.changes:
        experiment = _applied(experiment, network, change)
    return experiment


def _applied(experiment: Experiment, network: str, change: JSON) -> Experiment:
    op = change["op"]
    if op == "set":
        return with_paths(experiment, {change["path"]: change["value"]})
    if op == "drop_network":
        return removed(experiment, change["network"])
    if op == "rename_network":
        return renamed(experiment, change["network"], change["name"])
    if op in OUTSIDE:
        graph = _graph(experiment, network, "")
        return _put(experiment, network, "", OUTSIDE[op](graph, _outermost(graph, change)))
    place = locate(experiment, network, change["node"])
    if place.ending and op != "activation":
        raise GraphError(change["node"], "is the activation of a block")
    if op == "values":
        return _with_values(experiment, network, place, change["values"])
    if op == "wire":
        place, change = _port(experiment, network, place, change)
        change = {**change, "source": _beside(experiment, network, change["source"], place)}
    graph = _graph(experiment, network, place.block)
    local = {**change, "node": place.node}
    return _put(experiment, network, place.block, INSIDE[op](graph, local))


def _graph(experiment: Experiment, network: str, block: str) -> Graph:
    if block and block not in experiment.blocks:
        raise MissingNode(block, "is no block of this experiment")
    if network not in experiment.networks:
        raise MissingNode(network, "is no network of this experiment")
    return experiment.blocks[block].graph if block else experiment.networks[network]


def _put(experiment: Experiment, network: str, block: str, graph: Graph) -> Experiment:
    if not block:
        return replace(experiment, networks={**experiment.networks, network: graph})
    changed = _pruned(replace(experiment.blocks[block], graph=graph))
    return replace(experiment, blocks={**experiment.blocks, block: changed})


def _pruned(block: Block) -> Block:
    """The block whose parameters lead only to fields that are there."""

    def there(target: str) -> bool:
        node, _, name = target.partition(".")
        return node in block.graph and name in fields_of(type(block.graph.node(node).layer))

    parameters = tuple(
        replace(item, targets={target: factor for target, factor in item.targets.items() if there(target)})
        for item in block.parameters
    )
    return block if parameters == block.parameters else replace(block, parameters=parameters)


def _outermost(graph: Graph, change: JSON) -> JSON:
    """The change with every node named by what stands for it in the network itself."""
    ids = {node.id for node in graph.nodes}
    named: JSON = {key: shown_as(change[key], ids) for key in ("node", "source") if key in change}
    several = {"nodes": list(dict.fromkeys(shown_as(one, ids) for one in change["nodes"]))} if "nodes" in change else {}
    return {**change, **named, **several}


def _port(experiment: Experiment, network: str, place: Place, change: JSON) -> tuple[Place, JSON]:
    """Where a wire into a port is to be laid: where an input of a block feeds it, into the use of the block."""
    while place.block and place.use is not None:
        block = experiment.blocks[place.block]
        fed = [edge.source for edge in block.graph.into(place.node) if edge.port == change["port"]]
        doors = [node.id for node in block.inputs]
        if not fed or fed[0] not in doors:
            break
        place, change = place.use, {**change, "port": doors.index(fed[0])}
    return place, change


def _beside(experiment: Experiment, network: str, source: str, place: Place) -> str:
    """The id of a source in the graph in which its target is defined."""
    if not place.block:
        return shown_as(source, {node.id for node in experiment.networks[network].nodes})
    other = locate(experiment, network, source)
    if other.block != place.block:
        raise GraphError(source, "is not in the same block")
    return other.node


# --- values --------------------------------------------------------------------------------------------------------


def _with_values(experiment: Experiment, network: str, place: Place, values: JSON) -> Experiment:
    """Set fields of a layer; one that a parameter of its block sets is set where the block is used."""
    chosen = _parameters(experiment, place, values)
    own = {name: value for name, value in values.items() if name not in chosen}
    if own:
        graph = _graph(experiment, network, place.block)
        node = graph.node(place.node)
        changed = graphs.change(graph, replace(node, layer=node.layer.with_values(**own)))
        experiment = _put(experiment, network, place.block, changed)
    if chosen and place.use is not None:
        graph = _graph(experiment, network, place.use.block)
        node = graph.node(place.use.node)
        settings = dict(node.layer.values()["settings"])
        for name, item in chosen.items():
            settings[item.name] = _unscaled(values[name], item.targets[f"{place.node}.{name}"])
        changed = graphs.change(graph, replace(node, layer=node.layer.with_values(settings=settings)))
        experiment = _put(experiment, network, place.use.block, changed)
    return experiment


def _parameters(experiment: Experiment, place: Place, names: Iterable[str]) -> dict[str, BlockParameter]:
    """The parameters of the block that set some of these fields, by field."""
    if not place.block:
        return {}
    items = experiment.blocks[place.block].parameters
    return {name: item for name in names for item in items if f"{place.node}.{name}" in item.targets}


def _unscaled(value: Any, factor: float) -> Any:
    if isinstance(value, bool | str) or factor == 1:
        return value
    return max(1, round(value / factor)) if isinstance(value, int) else value / factor
