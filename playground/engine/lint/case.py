"""What the warnings about a network look at: the network as it is computed, with everything that is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from playground.engine.data import Samples
from playground.engine.events import NodePlan
from playground.engine.network import INPUT, output_node
from playground.spec.entry import Entry, fields_of
from playground.spec.experiment import Experiment
from playground.spec.fixes import JSON
from playground.spec.forms import entry_to_json
from playground.spec.graph import Graph, Node

SEETHROUGH = frozenset({"Identity", "Dropout", "Flatten", "Reshape"})
"""Layers that neither bend nor mix what flows through them."""
DENSE = frozenset({"Linear", "Output"})
CONVOLUTIONS = frozenset({"Conv1d", "Conv2d", "ConvTranspose1d", "ConvTranspose2d", "DepthwiseConv2d"})


@dataclass(frozen=True)
class Case:
    """One network with its blocks expanded; `plans` by node, `samples` where the data could be had and enter it.

    `scored`: what it gives goes into the loss as it is. `sampled`: it is given samples of the data.
    """

    experiment: Experiment
    network: str
    graph: Graph
    plans: Mapping[str, NodePlan]
    samples: Samples | None = None
    scored: bool = True
    sampled: bool = True

    @cached_property
    def output(self) -> Node | None:
        """The node whose output is the network's."""
        return output_node(self.graph)

    @cached_property
    def order(self) -> list[Node]:
        """Nodes in order of computation."""
        return [self.graph.node(node_id) for node_id in self.plans]

    def shape(self, node_id: str) -> list[int] | None:
        """The output shape of a node."""
        return self.plans[node_id].output_shape

    def before(self, node: Node) -> Node | None:
        """The only node that a node takes from."""
        into = self.graph.into(node.id)
        return self.graph.node(into[0].source) if len(into) == 1 else None

    def after(self, node: Node) -> list[Node]:
        """The nodes that take a node's output."""
        return [self.graph.node(edge.target) for edge in self.graph.out_of(node.id)]

    def weighty(self, node: Node) -> bool:
        """Whether a node has weights that an initialiser fills: dense layers and convolutions."""
        return node.layer.name in DENSE | CONVOLUTIONS

    def next_weighty(self, node: Node) -> Iterator[Node]:
        """The first layers with weights on all paths behind a node."""
        seen: set[str] = set()
        stack = self.after(node)
        while stack:
            here = stack.pop()
            if here.id in seen:
                continue
            seen.add(here.id)
            if self.weighty(here):
                yield here
            else:
                stack.extend(self.after(here))

    def initializer(self, node: Node) -> Entry:
        """The initialiser of a node's weights."""
        return node.initializer or self.experiment.initializer


def bends(node: Node) -> bool:
    """Whether something follows the layer that is not the identity."""
    return node.activation is not None and node.activation.name != "Identity"


def passes(node: Node) -> bool:
    """Whether a node hands on what it gets, but for its form."""
    return node.layer.name in SEETHROUGH and not bends(node)


def is_input(node: Node) -> bool:
    """Whether samples enter here."""
    return node.layer.name == INPUT


def raw(layer: Entry, **changes: Any) -> JSON:
    """A layer in its file form, with some fields changed."""
    known = fields_of(type(layer))
    return entry_to_json(layer.with_values(**{k: v for k, v in changes.items() if k in known}))
