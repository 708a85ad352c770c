"""Layers in which the nodes of a graph look at their neighbours, and what makes one vector of all nodes.

Features are (nodes, F) and an adjacency is (nodes, nodes): a 1 for each edge, and on the diagonal for each node that
exists; padding has 0.
"""

from __future__ import annotations

from typing import Any

from playground.catalog.kinds import Layer
from playground.catalog.wording import listed, shaped
from playground.spec.entry import Shape, entry
from playground.spec.params import param

MODULES = "playground.catalog.graph_modules"


class OnGraph(Layer):
    """What all layers on graphs have in common."""

    group = "Graphs"
    inputs = 2
    port_names = ("features", "adjacency")

    def fits(self, *shapes: Shape) -> str:
        features, adjacency = shapes
        if len(features) != 2:
            return f"{self.title} needs node features (nodes, features) first, but gets {shaped(features)}."
        if len(adjacency) != 2 or adjacency[0] != adjacency[1]:
            return f"{self.title} needs an adjacency (nodes, nodes) second, but gets {shaped(adjacency)}."
        if features[0] != adjacency[0]:
            return f"{self.title} needs as many nodes in both inputs, but gets {listed(shapes)}."
        return ""

    def window(self) -> tuple[float, float] | None:
        return None


class GraphConv(OnGraph):
    """What layers on graphs with weights have in common."""

    bends = "always"

    def args(self, *shapes: Shape) -> dict[str, Any]:
        return {"in_channels": shapes[0][-1], **self.values()}


def _units(what: str = "How many numbers each node has afterwards.") -> Any:
    return param(16, min=1, max=10**9, scale="log", label="Units", help=what)


def _bias() -> Any:
    return param(True, label="Bias", help="Whether each unit adds a number of its own.")


@entry
class GCNConv(GraphConv):
    """Each node takes a weighted mean of itself and its neighbours, and a dense layer works on it.

    X' = D^(−1/2) (A + I) D^(−1/2) X Wᵀ + b, with the degrees D of A + I; (n, F) becomes (n, out_channels). Kipf &
    Welling, "Semi-supervised classification with graph convolutional networks", 2017.
    """

    title = "GCN"
    target = f"{MODULES}.GCNConv"

    out_channels: int = _units()
    add_self_loops: bool = param(True, label="Self-loops", help="Whether a node also counts as its own neighbour.")
    normalize: bool = param(
        True, label="Normalise", help="Whether nodes with many neighbours weigh less; else neighbours are just added."
    )
    bias: bool = _bias()


@entry
class SAGEConv(GraphConv):
    """Each node puts itself beside what its neighbours have on average, and a dense layer works on both.

    x'ᵢ = W [xᵢ; mean of xⱼ over neighbours j] + b; (n, F) becomes (n, out_channels). A node stays apart from its
    neighbours, which a GCN blends. Hamilton, Ying & Leskovec, "Inductive representation learning on large graphs",
    2017.
    """

    title = "GraphSAGE"
    target = f"{MODULES}.SAGEConv"

    out_channels: int = _units()
    aggr: str = param(
        "mean", choices=("mean", "sum", "max"), label="Aggregation", help="What is made of all neighbours of a node."
    )
    root_weight: bool = param(True, label="Own features", help="Whether a node sees itself besides its neighbours.")
    normalize: bool = param(False, label="Normalise", help="Whether each node's vector is brought to length 1.")
    bias: bool = _bias()


@entry
class GATConv(GraphConv):
    """Each node looks at itself and its neighbours, and learns how much to take of each of them.

    x'ᵢ = Σⱼ αᵢⱼ W xⱼ + b with αᵢⱼ = softmaxⱼ LeakyReLU(a · [W xᵢ; W xⱼ]) for each head; (n, F) becomes
    (n, heads · out_channels), or (n, out_channels) for the mean of the heads. Veličković et al., "Graph attention
    networks", 2018.
    """

    title = "GAT"
    target = f"{MODULES}.GATConv"

    out_channels: int = _units("How many numbers each head gives for each node.")
    heads: int = param(1, min=1, max=10**4, label="Heads", help="How many ways of looking stand side by side.")
    concat: bool = param(True, label="Concatenate", help="Whether heads are put behind one another, or averaged.")
    negative_slope: float = param(
        0.2, min=0, max=10, label="Leaky slope", help="Slope of the LeakyReLU below 0, through which scores go."
    )
    dropout: float = param(
        0.0, min=0, max=1, label="Dropout", help="Probability that a share of a neighbour is switched off."
    )
    bias: bool = _bias()


@entry
class GraphReadout(OnGraph):
    """Makes one vector of all nodes of a graph, whatever their number and order: what a graph as a whole is like.

    (n, F) becomes (F,), over the nodes that exist. A sum can count nodes, a mean sees only shares, a maximum what there
    is at all. Xu et al., "How powerful are graph neural networks?", 2019.
    """

    title = "Readout"
    target = f"{MODULES}.GraphReadout"
    bends = "never"

    mode: str = param("mean", choices=("mean", "sum", "max"), label="Mode", help="What is made of all nodes.")


@entry
class PairNorm(OnGraph):
    """Keeps the vectors of nodes apart from one another, so that a deep graph network does not blend them into one.

    x̃ᵢ = xᵢ − mean of x; x'ᵢ = scale · x̃ᵢ / √(eps + mean of ‖x̃‖²), over the nodes that exist; (n, F) stays (n, F).
    Zhao & Akoglu, "PairNorm: tackling oversmoothing in GNNs", 2020.
    """

    title = "PairNorm"
    target = f"{MODULES}.PairNorm"

    scale: float = param(1.0, min=1e-3, max=1000, scale="log", label="Scale", help="How long vectors are on average.")
    eps: float = param(1e-5, min=1e-12, max=1, scale="log", label="Epsilon", help="Keeps a division by 0 away.")
