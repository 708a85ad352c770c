"""Graphs whose nodes, or which as a whole, are to be told apart.

A sample is one row: features of the nodes, then the adjacency, with a 1 for each edge and on the diagonal for each node
that exists. The functions stand alone: an exported script carries their source.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from playground.catalog.kinds import Data, Part
from playground.spec.entry import entry
from playground.spec.errors import ParamError
from playground.spec.params import param

HERE = "playground.catalog.data.graphs"

FRIENDS = (
    (0, (1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31)),
    (1, (2, 3, 7, 13, 17, 19, 21, 30)),
    (2, (3, 7, 8, 9, 13, 27, 28, 32)),
    (3, (7, 12, 13)),
    (4, (6, 10)),
    (5, (6, 10, 16)),
    (6, (16,)),
    (8, (30, 32, 33)),
    (9, (33,)),
    (13, (33,)),
    (14, (32, 33)),
    (15, (32, 33)),
    (18, (32, 33)),
    (19, (33,)),
    (20, (32, 33)),
    (22, (32, 33)),
    (23, (25, 27, 29, 32, 33)),
    (24, (25, 27, 31)),
    (25, (31,)),
    (26, (29, 33)),
    (27, (33,)),
    (28, (31, 33)),
    (29, (32, 33)),
    (30, (32, 33)),
    (31, (32, 33)),
    (32, (33,)),
)
"""Members of the club and those of a higher number that they met outside of it."""
OFFICER = (9, 14, 15, 18, 20, *range(22, 34))
"""Members who went with the officer; the others went with Mr. Hi."""
LEADERS = (0, 33)


def packed(features: np.ndarray, adjacency: np.ndarray) -> np.ndarray:
    """Features (N, n, F) and adjacencies (N, n, n) as rows (N, n · F + n · n)."""
    count = len(features)
    return np.concatenate([features.reshape(count, -1), adjacency.reshape(count, -1)], axis=1).astype(np.float32)


def masked(classes: np.ndarray, labelled: np.ndarray) -> np.ndarray:
    """Classes (n,) as targets (2, 1, n): those of labelled nodes (n,) for training, the others for validation."""
    return np.stack([np.where(labelled, classes, -100), np.where(labelled, -100, classes)])[:, None].astype(np.int64)


def picked(classes: np.ndarray, labels: int, rng: np.random.Generator) -> np.ndarray:
    """Which nodes have a label (n,): so many of each class, drawn evenly."""
    found = np.zeros(len(classes), dtype=bool)
    for one in np.unique(classes):
        found[rng.choice(np.flatnonzero(classes == one), labels, replace=False)] = True
    return found


def karate_club(labels: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """One graph of 34 nodes, each with a feature of its own, and targets (2, 1, 34).

    With one label per class the two leaders have them; else labels are drawn.
    """
    adjacency = np.eye(34)
    for member, others in FRIENDS:
        adjacency[member, list(others)] = adjacency[list(others), member] = 1
    classes = np.isin(np.arange(34), OFFICER).astype(np.int64)
    drawn = np.isin(np.arange(34), LEADERS) if labels == 1 else picked(classes, labels, np.random.default_rng(seed))
    return packed(np.eye(34)[None], adjacency[None]), masked(classes, drawn)


def two_blocks(
    n: int, p_in: float, p_out: float, dims: int, signal: float, labels: int, seed: int
) -> tuple[np.ndarray, np.ndarray]:
    """One graph of n nodes in two halves, with features (n, dims), and targets (2, 1, n).

    Features are N(0, 1), moved along the all-ones direction by ± signal for the two halves.
    """
    rng = np.random.default_rng(seed)
    classes = (np.arange(n) >= n // 2).astype(np.int64)
    same = classes[:, None] == classes[None, :]
    upper = np.triu(rng.random((n, n)) < np.where(same, p_in, p_out), 1)
    side = (2 * classes - 1)[:, None] * signal / np.sqrt(dims)
    features = rng.normal(size=(n, dims)) + side
    return packed(features[None], (upper + upper.T + np.eye(n))[None]), masked(classes, picked(classes, labels, rng))


def ring(size: int) -> list[tuple[int, int]]:
    """Edges of a ring."""
    return [(node, (node + 1) % size) for node in range(size)]


def tree(size: int, rng: np.random.Generator) -> list[tuple[int, int]]:
    """Edges of a tree that grew at random places."""
    return [(node, int(rng.integers(node))) for node in range(1, size)]


def groups(size: int) -> list[tuple[int, int]]:
    """Edges of two halves in which every two nodes are joined, and one edge between them."""
    half = size // 2
    inside = [(a, b) for b in range(size) for a in range(b) if (a < half) == (b < half)]
    return [*inside, (0, half)]


def drawn_graphs(
    every: list[tuple[int, list[tuple[int, int]]]], nodes: int, noise: float, rng: np.random.Generator
) -> np.ndarray:
    """Adjacencies (N, nodes, nodes) of graphs (size, edges), with nodes in random order.

    Each edge is moved between two random nodes with probability `noise`.
    """
    found = np.zeros((len(every), nodes, nodes))
    for adjacency, (size, edges) in zip(found, every, strict=True):
        order = rng.permutation(size)
        for a, b in edges:
            one, other = rng.choice(size, 2, replace=False) if rng.random() < noise else (order[a], order[b])
            adjacency[one, other] = adjacency[other, one] = 1
        adjacency[range(size), range(size)] = 1
    return found


def graph_shapes(n: int, nodes: int, noise: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """n graphs of 8 to `nodes` nodes, each with the feature 1, and their shape: 0 ring, 1 tree, 2 two groups."""
    rng = np.random.default_rng(seed)
    targets = rng.permutation(np.arange(n) % 3)
    every = []
    for target in targets:
        size = int(rng.integers(8, nodes + 1))
        every.append((size, ring(size) if target == 0 else tree(size, rng) if target == 1 else groups(size)))
    adjacency = drawn_graphs(every, nodes, noise, rng)
    return packed(adjacency.diagonal(axis1=1, axis2=2)[:, :, None], adjacency), targets


def ring_count(n: int, nodes: int, told: str, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """n graphs of an even number of nodes, 6 to `nodes`: 0 where they form one ring, 1 where they form two alike.

    Each node has two neighbours. Its feature is 1, or a number U(−1, 1) where `told` is "random".
    """
    rng = np.random.default_rng(seed)
    targets = rng.permutation(np.arange(n) % 2)
    every = []
    for target in targets:
        half = int(rng.integers(3, nodes // 2 + 1))
        two = [*ring(half), *((a + half, b + half) for a, b in ring(half))]
        every.append((2 * half, two if target else ring(2 * half)))
    adjacency = drawn_graphs(every, nodes, 0.0, rng)
    there = adjacency.diagonal(axis1=1, axis2=2)
    features = there * rng.uniform(-1, 1, there.shape) if told == "random" else there
    return packed(features[:, :, None], adjacency), targets


def graph_parts(nodes: int, features: int) -> tuple[Part, ...]:
    """The parts of a sample of so many nodes."""
    return Part("features", (nodes, features)), Part("adjacency", (nodes, nodes))


@dataclass(frozen=True)
class NodeData(Data):
    """What graphs have in common some of whose nodes have a label: the others are to be guessed."""

    group = "Graphs"
    objective = "NodeClassification"
    masked = True


def _labels(default: int) -> Any:
    return param(
        default, min=1, max=500, label="Labels", help="Of how many nodes of each class the network is told the class."
    )


@entry
class KarateClub(NodeData):
    """Tell with whom each of 34 members of a karate club went when it split, from who met whom outside of it.

    78 edges. A node has no features but its own number, as 34 numbers of which one is 1. With one label per class, only
    the two leaders are told: Mr. Hi, the teacher, and the officer. Zachary, "An information flow model for conflict and
    fission in small groups", 1977.
    """

    title = "Karate club"
    target = f"{HERE}.karate_club"
    class_names: ClassVar[tuple[str, ...]] = ("Mr. Hi", "officer")

    labels: int = param(
        1, min=1, max=16, label="Labels", help="Of how many nodes of each class the network is told the class."
    )

    @property
    def parts(self) -> tuple[Part, ...]:
        return graph_parts(34, 34)


@entry
class TwoBlocks(NodeData):
    """Tell the two halves of a random graph apart, whose nodes are joined more often within a half than between them.

    Each pair of nodes of one half is joined with p_in, each pair of different halves with p_out. Features are N(0, 1)
    but for a small shift, so that alone they say little. Holland, Laskey & Leinhardt, "Stochastic blockmodels: first
    steps", 1983.
    """

    title = "Two blocks"
    target = f"{HERE}.two_blocks"
    class_names: ClassVar[tuple[str, ...]] = ("first", "second")

    n: int = param(200, min=10, max=1000, label="Nodes", help="How many nodes the graph has.")
    p_in: float = param(
        0.06, min=0, max=1, label="Edges within", help="Probability of an edge between two nodes of one half."
    )
    p_out: float = param(
        0.008, min=0, max=1, label="Edges between", help="Probability of an edge between nodes of different halves."
    )
    dims: int = param(8, min=1, max=1000, label="Features", help="How many numbers each node has.")
    signal: float = param(
        0.5, min=0, max=10, label="Signal", help="How far the mean of a half lies from 0, in standard deviations."
    )
    labels: int = _labels(5)

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.labels >= self.n // 2:
            raise ParamError(
                "labels", f"is {self.labels}; each half has only {self.n // 2} nodes, and some must be left"
            )

    @property
    def parts(self) -> tuple[Part, ...]:
        return graph_parts(self.n, self.dims)


@dataclass(frozen=True)
class GraphsData(Data):
    """What sets of graphs have in common that are told apart as a whole."""

    group = "Graphs"
    objective = "GraphClassification"

    n: int = param(300, min=10, max=10_000, label="Graphs", help="How many graphs are drawn.")
    nodes: int = param(16, min=8, max=60, label="Nodes", help="How many nodes a graph has at most.")
    train_share: float = param(
        0.7,
        min=0.05,
        max=0.95,
        label="Train share",
        help="Share of the samples that the network trains on; it never sees the rest.",
    )

    @property
    def parts(self) -> tuple[Part, ...]:
        return graph_parts(self.nodes, 1)


@entry
class GraphShapes(GraphsData):
    """Tell rings, trees and pairs of dense groups apart, though some of their edges are moved at random.

    Graphs have 8 nodes or more. Every node has the feature 1, so that only the edges tell anything. Trees grow by one
    node at a time at a random place; in a dense group every two nodes are joined.
    """

    title = "Graph shapes"
    target = f"{HERE}.graph_shapes"
    class_names: ClassVar[tuple[str, ...]] = ("ring", "tree", "two groups")

    noise: float = param(0.1, min=0, max=1, label="Moved edges", help="Probability that an edge is moved at random.")


@entry
class RingCount(GraphsData):
    """Tell one large ring from two small ones: easy to see, but no network that passes messages alone can do it.

    Each node has two neighbours, and so has each of these, on and on: with equal features all nodes stay equal. Random
    features break this. Xu et al., "How powerful are graph neural networks?", 2019; Sato, Yamada & Kashima, "Random
    features strengthen graph neural networks", 2021.
    """

    title = "One ring or two"
    target = f"{HERE}.ring_count"
    class_names: ClassVar[tuple[str, ...]] = ("one ring", "two rings")

    told: str = param(
        "same", choices=("same", "random"), label="Features", help="The same for every node, or drawn for each."
    )
