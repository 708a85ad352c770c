"""Learning to answer each node of a tree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from playground.catalog.kinds import Data, Objective
from playground.catalog.objectives.supervised import SUPERVISED
from playground.spec.entry import entry, make
from playground.spec.graph import Edge, Graph, Node

WIDTH, UNITS = 16, 48
"""Of the network that begins: features of a symbol, units of the tree cell."""


@entry
class TreeClassification(Objective):
    """Learn the class of each node of a tree from the node and from what lies below it.

    The loss is the mean over all nodes whose class is told. Samples have the parts "symbols", the nodes from the bottom
    up, and "children", their places. Socher et al., "Recursive deep models for semantic compositionality over a
    sentiment treebank", 2013.
    """

    title = "Tree classification"
    target = SUPERVISED
    task = "classification"
    answers = "places last"
    parts = ("symbols", "children")
    default_loss: ClassVar[str] = "CrossEntropyLoss"
    default_metrics: ClassVar[tuple[str, ...]] = ("Accuracy", "RootAccuracy")
    steady: ClassVar[Mapping[str, Any]] = {"entry": "Adam", "lr": 0.01}
    views: ClassVar[tuple[str, ...]] = ("tree",)

    def starting(self, network: str, data: Data) -> Graph | None:
        """A Tree-LSTM over embedded symbols."""
        del network
        known = {part.name: len(part.symbols) for part in data.parts}
        nodes: list[tuple[str, dict[str, object]]] = [
            ("symbols", {"entry": "Input", "part": "symbols"}),
            ("below", {"entry": "Input", "part": "children"}),
            (
                "embedding",
                {"entry": "Embedding", "num_embeddings": known.get("symbols") or 64, "embedding_dim": WIDTH},
            ),
            ("tree", {"entry": "TreeLSTM", "hidden_size": UNITS}),
            ("output", {"entry": "Output"}),
        ]
        edges = (
            Edge("symbols", "embedding"),
            Edge("embedding", "tree"),
            Edge("below", "tree", 1),
            Edge("tree", "output"),
        )
        made = tuple(Node(name, make("layer", layer), name=str(layer.get("part", ""))) for name, layer in nodes)
        return Graph(made, edges)
