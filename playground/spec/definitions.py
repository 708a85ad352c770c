"""The blocks of an experiment: where they come from, what they are called, and what each use may choose."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from playground.spec.blocks import Block, BlockParameter, BlockUse, Scalar, scaled, used_blocks
from playground.spec.entry import fields_of
from playground.spec.errors import ParamError
from playground.spec.experiment import Experiment
from playground.spec.folding import titled
from playground.spec.graph import Graph, fresh
from playground.spec.redefining import with_block

LIBRARY = "library."
"""Begins the name of a block that is to be taken from the library."""


def renamed(experiment: Experiment, key: str, title: str) -> Experiment:
    """Call a block something else."""
    block = replace(experiment.blocks[key], title=titled(key, title))
    return replace(experiment, blocks={**experiment.blocks, key: block})


def use_count(experiment: Experiment, key: str) -> int:
    """How many nodes of networks and blocks stand for a block."""
    graphs = [*experiment.networks.values(), *(block.graph for block in experiment.blocks.values())]
    return sum(use.block == key for graph in graphs for _, use in used_blocks(graph))


def unused(experiment: Experiment) -> list[str]:
    """The blocks that no network uses, not even within other blocks."""
    needed: set[str] = set()
    for graph in experiment.networks.values():
        needed |= needed_by(graph, experiment.blocks)
    return [key for key in experiment.blocks if key not in needed]


def needed_by(graph: Graph, blocks: Mapping[str, Block]) -> set[str]:
    """The blocks that a graph uses, also within others."""
    found: set[str] = set()
    stack = [graph]
    while stack:
        for _, use in used_blocks(stack.pop()):
            if use.block in blocks and use.block not in found:
                found.add(use.block)
                stack.append(blocks[use.block].graph)
    return found


def without_unused(experiment: Experiment) -> Experiment:
    """The experiment without the blocks that nothing uses."""
    gone = unused(experiment)
    return replace(experiment, blocks={key: block for key, block in experiment.blocks.items() if key not in gone})


def adopted(
    experiment: Experiment, graph: Graph, new: Collection[str], supply: Mapping[str, Block]
) -> tuple[Experiment, Graph]:
    """Take the blocks that new nodes use over from `supply`, with the blocks that these use.

    A block that the experiment has already, under whatever name, is not taken twice; a name that is taken by another
    definition gives way to a fresh one.
    """
    wanted: dict[str, str] = {}
    blocks = dict(experiment.blocks)
    for node, use in used_blocks(graph):
        if node.id in new and use.block in supply:
            _adopt(use.block, supply, blocks, wanted)
    if not wanted:
        return experiment, graph
    nodes = tuple(
        replace(n, layer=replace(n.layer, block=wanted[n.layer.block]))
        if n.id in new and isinstance(n.layer, BlockUse) and n.layer.block in wanted
        else n
        for n in graph.nodes
    )
    return replace(experiment, blocks=blocks), replace(graph, nodes=nodes)


def _adopt(name: str, supply: Mapping[str, Block], blocks: dict[str, Block], wanted: dict[str, str]) -> None:
    if name in wanted:
        return
    wanted[name] = ""  # while its own blocks are looked at: one that contains itself comes as it is
    block = supply[name]
    for _, use in used_blocks(block.graph):
        if use.block in supply:
            _adopt(use.block, supply, blocks, wanted)
    inner = {node.id: wanted.get(use.block) or use.block for node, use in used_blocks(block.graph)}
    nodes = tuple(
        replace(n, layer=replace(n.layer, block=inner[n.id])) if isinstance(n.layer, BlockUse) else n
        for n in block.graph.nodes
    )
    block = replace(block, graph=replace(block.graph, nodes=nodes))
    plain = name.removeprefix(LIBRARY)
    same = next((key for key in (plain, *blocks) if blocks.get(key) == block), "")
    wanted[name] = same or fresh(plain, blocks)
    blocks[wanted[name]] = block


# --- parameters ------------------------------------------------------------------------------------------------------


def free_targets(block: Block) -> list[str]:
    """The fields of a block, "node.field", with one value that no parameter sets yet."""
    bound = {target for item in block.parameters for target in item.targets}
    found = []
    for node in block.graph.nodes:
        for name in fields_of(type(node.layer)):
            value = getattr(node.layer, name)
            if f"{node.id}.{name}" not in bound and name != "block" and isinstance(value, bool | int | float | str):
                found.append(f"{node.id}.{name}")
    return found


def with_parameter(experiment: Experiment, key: str, target: str) -> Experiment:
    """Let each use choose a field of a block, "node.field"; so far all have the value it has.

    Raises:
        ParamError: there is no such field, or a parameter sets it already.
    """
    block = experiment.blocks[key]
    if target not in free_targets(block):
        raise ParamError(target, "is no field of this block that is free to be a parameter")
    node, _, name = target.partition(".")
    value: Scalar = getattr(block.graph.node(node).layer, name)
    taken = [item.name for item in block.parameters]
    item = BlockParameter(name if name not in taken else fresh(f"{node}_{name}", taken), value, {target: 1})
    return with_block(experiment, key, replace(block, parameters=(*block.parameters, item)))


def without_parameter(experiment: Experiment, key: str, name: str) -> Experiment:
    """Take a parameter away: its fields keep its usual value in every use."""
    block = experiment.blocks[key]
    item = next(one for one in block.parameters if one.name == name)
    values: dict[str, dict[str, Scalar]] = {}
    for target, factor in item.targets.items():
        node, _, field_name = target.partition(".")
        values.setdefault(node, {})[field_name] = scaled(item.value, factor)
    nodes = tuple(
        replace(n, layer=n.layer.with_values(**values[n.id])) if n.id in values else n for n in block.graph.nodes
    )
    kept = tuple(one for one in block.parameters if one is not item)
    return with_block(experiment, key, replace(block, graph=replace(block.graph, nodes=nodes), parameters=kept))
