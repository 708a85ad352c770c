"""Another definition for a block, and what its uses lose by it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from playground.spec.blocks import Block, BlockParameter, BlockUse, used_blocks
from playground.spec.entry import fields_of
from playground.spec.errors import GraphError
from playground.spec.experiment import Experiment
from playground.spec.graph import Edge, Graph


def with_block_graph(experiment: Experiment, name: str, graph: Graph) -> Experiment:
    """The experiment with another graph in a block; parameters, settings and wires of its uses follow.

    Raises:
        GraphError: the block would contain itself.
    """
    old = experiment.blocks[name]
    parameters = tuple(filter(None, (_kept_parameter(item, graph) for item in old.parameters)))
    return with_block(experiment, name, replace(old, graph=graph, parameters=parameters))


def with_block(experiment: Experiment, name: str, new: Block) -> Experiment:
    """The experiment with another definition of a block; settings and wires of its uses follow.

    Raises:
        GraphError: the block would contain itself.
    """
    old = experiment.blocks[name]
    lost = {item.name for item in old.parameters} - {item.name for item in new.parameters}
    ports = [node.id for node in new.inputs]
    moved = {at: ports.index(one.id) if one.id in ports else None for at, one in enumerate(old.inputs)}
    blocks = {**experiment.blocks, name: new}
    check_no_circle(blocks, name)
    follow = _Follow(name, lost, moved)
    return replace(
        experiment,
        networks={key: follow.graph(network) for key, network in experiment.networks.items()},
        blocks={key: replace(block, graph=follow.graph(block.graph)) for key, block in blocks.items()},
    )


def check_no_circle(blocks: Mapping[str, Block], name: str) -> None:
    """Raise when a block contains itself, directly or through others."""
    stack, seen = [name], set()
    while stack:
        block = blocks.get(stack.pop())
        for _, use in used_blocks(block.graph) if block else ():
            if use.block == name:
                raise GraphError(use.label or name, "cannot contain itself")
            if use.block not in seen:
                seen.add(use.block)
                stack.append(use.block)


@dataclass(frozen=True)
class _Follow:
    """What the uses of a changed block lose: settings of parameters, and wires into inputs that went or moved."""

    block: str
    lost: Collection[str]
    moved: Mapping[int, int | None]

    def graph(self, graph: Graph) -> Graph:
        uses = {node.id: use for node, use in used_blocks(graph) if use.block == self.block}
        if not uses:
            return graph
        nodes = tuple(replace(n, layer=self._use(uses[n.id])) if n.id in uses else n for n in graph.nodes)
        edges = tuple(filter(None, (self._edge(e) if e.target in uses else e for e in graph.edges)))
        return graph if (nodes, edges) == (graph.nodes, graph.edges) else replace(graph, nodes=nodes, edges=edges)

    def _use(self, use: BlockUse) -> BlockUse:
        kept = tuple(pair for pair in use.settings if pair[0] not in self.lost)
        return use if kept == use.settings else replace(use, settings=kept)

    def _edge(self, edge: Edge) -> Edge | None:
        port = self.moved.get(edge.port, edge.port)
        return None if port is None else replace(edge, port=port)


def _kept_parameter(item: BlockParameter, graph: Graph) -> BlockParameter | None:
    """A parameter without the fields that are gone; None when none is left."""
    targets = {}
    for target, factor in item.targets.items():
        node, _, name = target.partition(".")
        if node in graph and name in fields_of(type(graph.node(node).layer)):
            targets[target] = factor
    if not targets and item.targets:
        return None
    return item if targets == item.targets else replace(item, targets=targets)
