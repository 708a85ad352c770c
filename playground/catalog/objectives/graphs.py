"""Learning from graphs: the class of each node, or of each graph as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any, ClassVar

from playground.catalog.kinds import Answers, Data, Objective
from playground.catalog.objectives.supervised import SUPERVISED
from playground.spec.entry import Entry, entry, make
from playground.spec.graph import Edge, Graph, Node

PARTS = ("features", "adjacency")


def graph_network(layer: Entry, layers: int, readout: bool) -> Graph:
    """A network of so many layers on the graph; both parts of a sample lead to each of them, and to the readout."""
    inputs = [Node(part, make("layer", {"entry": "Input", "part": part}), name=part) for part in PARTS]
    relu = make("layer", {"entry": "ReLU"})
    on_graph = [Node(f"graph{i}", layer, relu) for i in range(1, layers + 1)]
    if readout:
        on_graph.append(Node("readout", make("layer", {"entry": "GraphReadout"})))
    chain = [inputs[0], *on_graph, Node("output", make("layer", {"entry": "Output"}))]
    edges = [Edge(a.id, b.id) for a, b in pairwise(chain)]
    edges += [Edge(PARTS[1], node.id, 1) for node in on_graph]
    return Graph((*inputs, *chain[1:]), tuple(edges))


class OnGraphs(Objective):
    """What objectives on graphs have in common."""

    target = SUPERVISED
    task = "classification"
    parts = PARTS
    default_loss: ClassVar[str] = "CrossEntropyLoss"
    default_metrics: ClassVar[tuple[str, ...]] = ("Accuracy", "NodeSimilarity")
    steady: ClassVar[Mapping[str, Any]] = {"entry": "Adam", "lr": 0.01}
    views = ("graph",)


@entry
class NodeClassification(OnGraphs):
    """Learn the class of each node of a graph from a few nodes whose class is known.

    The network sees the whole graph; the loss is the mean over the nodes that have a label, and all others tell how
    well it does. Kipf & Welling, "Semi-supervised classification with graph convolutional networks", 2017.
    """

    title = "Node classification"
    answers: ClassVar[Answers] = "places last"

    def starting(self, network: str, data: Data) -> Graph | None:
        del network, data
        return graph_network(make("layer", {"entry": "GCNConv"}), 2, readout=False)


@entry
class GraphClassification(OnGraphs):
    """Learn the class of each graph from graphs whose class is known.

    A readout makes one vector of all nodes of a graph. Duvenaud et al., "Convolutional networks on graphs for learning
    molecular fingerprints", 2015.
    """

    title = "Graph classification"
    answers: ClassVar[Answers] = "one"

    def starting(self, network: str, data: Data) -> Graph | None:
        """Sums, for a mean over neighbours cannot count them."""
        del network, data
        return graph_network(make("layer", {"entry": "SAGEConv", "aggr": "sum"}), 2, readout=True)
