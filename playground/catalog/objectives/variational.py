"""Learning a code with a known shape, from which new samples can be drawn."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import pairwise
from typing import Any, ClassVar

from playground.catalog.kinds import Asked, Data, Face, Objective
from playground.spec.entry import Entry, Shape, entry, make
from playground.spec.graph import Edge, Graph, Node
from playground.spec.params import param

MEAN, LOG_VARIANCE, CODE = "mean", "log_variance", "code"
"""Ids of the encoder's two heads, and of the Concat that joins them."""
DIMENSIONS = 2
"""Numbers of a code to begin with: they can be drawn."""


@entry
class Variational(Objective):
    """Learn a code whose places near 0 all mean something, so that new samples can be drawn from it.

    The encoder gives a mean μ and a log-variance log σ² for each number of the code, the means first. The decoder is
    given z = μ + σ · ε with ε ~ N(0, 1). loss = reconstruction + β · KL, both summed over the numbers of a sample and
    averaged over samples, with KL = −½ Σ (1 + log σ² − μ² − σ²). With β = 1 it is the negative ELBO. Kingma & Welling,
    "Auto-encoding variational Bayes", 2014; Higgins et al., "β-VAE: Learning basic visual concepts with a constrained
    variational framework", 2017.
    """

    title = "Variational autoencoding"
    target = "playground.engine.objectives.variational.Variational"
    task = ""
    answers = ""
    networks = ("encoder", "decoder")
    roles = ("tells where a sample's code lies and how surely", "restores a sample from its code")
    default_loss: ClassVar[str] = "MSELoss"
    steady: ClassVar[Mapping[str, Any]] = {"entry": "Adam", "lr": 0.003}
    views: ClassVar[tuple[str, ...]] = ("latent",)

    beta: float = param(
        1.0,
        min=0,
        max=1000,
        live=True,
        label="Beta",
        help="How much a code that strays from a round cloud costs beside what is not restored.",
    )

    def face(self, network: str, asked: Asked, given: Mapping[str, Shape | None]) -> Face:
        if network == "encoder":
            return Face(asked.sample, None, scored=False)
        both = given.get("encoder")
        return Face(both and (max(both[0] // 2, 1), *both[1:]), asked.sample, samples=False)

    def takes(self, loss: Entry) -> bool:
        """Losses of numbers, and BCE for samples that lie between 0 and 1."""
        return "regression" in getattr(loss, "tasks", ("regression",)) or loss.name == "BCEWithLogitsLoss"

    def starting(self, network: str, data: Data) -> Graph | None:
        """An encoder with both heads; its decoder is a plain dense network."""
        return encoder(data.sample_shape) if network == "encoder" and data.sample_shape else None

    def adopted(self, network: str, graph: Graph) -> Graph:
        """An encoder with both heads, where it ends in a plain code so far."""
        return with_heads(graph) if network == "encoder" else graph


def encoder(sample: Shape) -> Graph:
    """A small encoder for samples of this shape."""
    wide = 64 if math.prod(sample) > 8 else 32
    first = [Node("input", make("layer", {"entry": "Input"}))]
    first += [Node("flatten", make("layer", {"entry": "Flatten"}))] if len(sample) > 1 else []
    first.append(Node("hidden1", _linear(wide), make("layer", {"entry": "Tanh"})))
    first.append(Node(CODE, _linear(DIMENSIONS)))
    return with_heads(Graph(tuple(first), tuple(Edge(a.id, b.id) for a, b in pairwise(first))))


def with_heads(graph: Graph) -> Graph:
    """The graph with a second head beside the plain Linear that it ends in; as it is where it ends otherwise."""
    ends = graph.sinks()
    if len(ends) != 1 or ends[0].layer.name != "Linear" or ends[0].activation is not None:
        return graph
    if {MEAN, LOG_VARIANCE} & {node.id for node in graph.nodes if node is not ends[0]}:
        return graph
    last, (into,) = ends[0], graph.into(ends[0].id)
    kept = tuple(node for node in graph.nodes if node is not last)
    join = Node(CODE, make("layer", {"entry": "Concat"}), name="" if last.id == CODE else last.name)
    if any(node.id == CODE for node in kept):
        return graph
    heads = (Node(MEAN, last.layer, name="mean"), Node(LOG_VARIANCE, last.layer, name="log variance"))
    edges = [edge for edge in graph.edges if edge.target != last.id]
    edges += [Edge(into.source, head.id) for head in heads]
    edges += [Edge(head.id, CODE, port) for port, head in enumerate(heads)]
    return Graph((*kept, *heads, join), tuple(edges))


def without_heads(graph: Graph) -> Graph:
    """The graph with the mean alone as its code; as it is where it has no two heads."""
    ends = graph.sinks()
    if len(ends) != 1 or ends[0].layer.name != "Concat":
        return graph
    join = ends[0]
    if [edge.source for edge in graph.into(join.id)] != [MEAN, LOG_VARIANCE]:
        return graph
    gone = {LOG_VARIANCE, join.id}
    nodes = tuple(node for node in graph.nodes if node.id not in gone)
    return Graph(nodes, tuple(edge for edge in graph.edges if not {edge.source, edge.target} & gone))


def _linear(units: int) -> Any:
    return make("layer", {"entry": "Linear", "out_features": units})
