"""Shared weights worked out and made: each is counted, drawn and trained once, as a parameter of its owner.

A layer takes those parameters of the other whose names and shapes agree with its own. The owner decides over these:
its initialiser, learning-rate factor and regularisers hold; those of the taking layer reach only what is its own.
Press & Wolf, "Using the output embedding to improve language models", 2017.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

import msgspec
from torch import nn

from playground.engine.events import Diagnostic, NodePlan
from playground.spec.fixes import Fix
from playground.spec.graph import Graph, Node
from playground.spec.sharing import circular, common


def tied_names(taker: nn.Module, owner: nn.Module) -> list[str]:
    """The parameters that two modules can share, be they without data."""
    return common(_shapes(taker), _shapes(owner))


def _shapes(module: nn.Module) -> dict[str, tuple[int, ...]]:
    return {name: tuple(value.shape) for name, value in module.named_parameters(remove_duplicate=False)}


def tie(taker: nn.Module, owner: nn.Module) -> None:
    """Let a module use those parameters of another that agree with its own in name and shape."""
    theirs = dict(owner.named_parameters(remove_duplicate=False))
    for name in tied_names(taker, owner):
        path, _, last = name.rpartition(".")
        setattr(taker.get_submodule(path), last, theirs[name])


def counted_once(graph: Graph, plans: Mapping[str, NodePlan]) -> list[NodePlan]:
    """The plans of nodes without the parameters that they take from others."""
    return [_less(plan, _taken(graph.node(plan.id), plans)) for plan in plans.values()]


def _taken(node: Node, plans: Mapping[str, NodePlan]) -> list[str]:
    """The names of the parameters that a node takes from another."""
    owner = plans.get(node.shares)
    return common(plans[node.id].tensors, owner.tensors) if owner is not None and node.shares != node.id else []


def _less(plan: NodePlan, names: list[str]) -> NodePlan:
    if not names:
        return plan
    shared = sum(math.prod(plan.tensors[name]) for name in names)
    left = plan.parameters - shared
    frozen = min(plan.frozen, left)
    return msgspec.structs.replace(plan, parameters=left, trainable=left - frozen, frozen=frozen, shared=shared)


def decided(graph: Graph, plans: Mapping[str, NodePlan]) -> Graph:
    """The graph in which layers that share all of their weights learn as fast as the owner lets them."""
    nodes = []
    for node in graph.nodes:
        if node.shares in graph and node.id in plans and len(_taken(node, plans)) == len(plans[node.id].tensors) > 0:
            node = replace(node, lr_factor=graph.node(node.shares).lr_factor)
        nodes.append(node)
    return replace(graph, nodes=tuple(nodes))


def problems(graph: Graph, plans: Mapping[str, NodePlan]) -> list[Diagnostic]:
    """Nodes that cannot share weights as they say."""
    found = []
    for node in graph.nodes:
        if node.shares and (said := _problem(graph, node, plans)):
            fix = Fix("Do not share", [{"op": "shares", "node": node.id, "shares": ""}])
            hint = "Share weights with another layer, or with none."
            found.append(Diagnostic(said, hint, node=node.id, code="sharing", fixes=[fix]))
    return found


def _problem(graph: Graph, node: Node, plans: Mapping[str, NodePlan]) -> str:
    """Why a node cannot share weights, as a sentence; "" where it can, or where something else is wrong first."""
    if node.shares == node.id:
        return "A layer cannot share weights with itself."
    if node.shares not in graph:
        return f"It should share weights with {node.shares}, which is no layer beside it."
    if circular(graph, node.id):
        return "Layers share weights in a circle, so that none of them owns any."
    taker, owner = plans[node.id], plans[node.shares]
    if taker.output_shape is None or owner.output_shape is None:
        return ""
    if not taker.tensors:
        return "There are no weights here that could be shared."
    if not owner.tensors:
        return f"{owner.title} has no weights that could be shared."
    if not common(taker.tensors, owner.tensors):
        return f"No weights here have the name and the shape of those of {owner.title}."
    return ""
