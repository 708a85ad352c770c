"""Learning to go on: each step of a sequence is answered with the symbol that comes after it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any, ClassVar

from playground.catalog.kinds import Data, Objective
from playground.spec.entry import entry, make
from playground.spec.graph import Edge, Graph, Node

WIDTH, HEADS, LAYERS = 48, 4, 2
"""Of the small network that begins: features of a step, heads of attention, layers."""


@entry
class NextToken(Objective):
    """Learn which symbol comes next, at every step of a sequence, so that the network can go on by itself.

    The loss is the mean over all steps t of −log p(x[t + 1] | x[1 … t]). It is honest only while no step sees a later
    one. Radford et al., "Improving language understanding by generative pre-training", 2018.
    """

    title = "Next token"
    target = "playground.engine.objectives.supervised.Supervised"
    task = "classification"
    answers = "places last"
    default_loss: ClassVar[str] = "CrossEntropyLoss"
    steady: ClassVar[Mapping[str, Any]] = {"entry": "AdamW", "lr": 0.003}
    default_metrics: ClassVar[tuple[str, ...]] = ("Accuracy", "BitsPerToken")
    views: ClassVar[tuple[str, ...]] = ("writing",)

    def starting(self, network: str, data: Data) -> Graph | None:
        """A small GPT."""
        del network
        layers: list[tuple[str, dict[str, object]]] = [
            ("input", {"entry": "Input"}),
            ("embedding", {"entry": "Embedding", "num_embeddings": len(data.symbols) or 64, "embedding_dim": WIDTH}),
            ("position", {"entry": "PositionalEmbedding"}),
            *[(f"block{number}", _block()) for number in range(1, LAYERS + 1)],
            ("norm", {"entry": "LayerNorm"}),
            ("output", {"entry": "Output"}),
        ]
        nodes = tuple(Node(name, make("layer", layer)) for name, layer in layers)
        return Graph(nodes, tuple(Edge(a.id, b.id) for a, b in pairwise(nodes)))


def _block() -> dict[str, object]:
    settings = {"nhead": HEADS, "dim_feedforward": 4 * WIDTH, "dropout": 0.0, "activation": "gelu"}
    return {"entry": "TransformerEncoderLayer", **settings, "norm_first": True, "causal": True}
