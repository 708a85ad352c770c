"""Learning to write one sequence from another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from playground.catalog.kinds import Data, Objective
from playground.catalog.objectives.supervised import SUPERVISED
from playground.spec.entry import entry, make
from playground.spec.graph import Edge, Graph, Node

WIDTH, UNITS = 16, 64
"""Of the network that begins: features of a symbol, units of encoder and decoder."""


@entry
class SequenceToSequence(Objective):
    """Learn to write a sequence of symbols from another one, each symbol from the source and from those before it.

    The loss is the mean over all steps t of −log p(y[t] | x, y[1 … t − 1]). While it trains, the network is told the
    true symbols before each step, in the part "previous"; on its own it is told those that it has written. Sutskever,
    Vinyals & Le, "Sequence to sequence learning with neural networks", 2014; with attention: Bahdanau, Cho & Bengio,
    "Neural machine translation by jointly learning to align and translate", 2015.
    """

    title = "Sequence to sequence"
    target = SUPERVISED
    task = "classification"
    answers = "places last"
    parts = ("source", "previous")
    default_loss: ClassVar[str] = "CrossEntropyLoss"
    default_metrics: ClassVar[tuple[str, ...]] = ("Accuracy", "ExactMatch", "FreeExactMatch")
    steady: ClassVar[Mapping[str, Any]] = {"entry": "Adam", "lr": 0.005}
    views: ClassVar[tuple[str, ...]] = ("alignment",)

    def starting(self, network: str, data: Data) -> Graph | None:
        """Encoder, decoder that goes on from the encoder's last state, and attention of the one to the other."""
        del network
        known = {part.name: len(part.symbols) or 64 for part in data.parts}
        nodes: list[tuple[str, dict[str, object]]] = [
            ("source", {"entry": "Input", "part": "source"}),
            ("previous", {"entry": "Input", "part": "previous"}),
            ("read", _embedding(known.get("source", 64))),
            ("encoder", {"entry": "GRU", "hidden_size": UNITS}),
            ("last", {"entry": "TakeLast"}),
            ("told", _embedding(known.get("previous", 64))),
            ("decoder", {"entry": "DecoderGRU"}),
            ("attention", {"entry": "MultiheadAttention", "num_heads": 1}),
            ("both", {"entry": "Concat", "dim": 2}),
            ("output", {"entry": "Output"}),
        ]
        edges = (
            Edge("source", "read"),
            Edge("read", "encoder"),
            Edge("encoder", "last"),
            Edge("previous", "told"),
            Edge("told", "decoder"),
            Edge("last", "decoder", 1),
            Edge("decoder", "attention"),
            Edge("encoder", "attention", 1),
            Edge("encoder", "attention", 2),
            Edge("decoder", "both"),
            Edge("attention", "both", 1),
            Edge("both", "output"),
        )
        made = tuple(Node(name, make("layer", layer), name=str(layer.get("part", ""))) for name, layer in nodes)
        return Graph(made, edges)


def _embedding(rows: int) -> dict[str, object]:
    return {"entry": "Embedding", "num_embeddings": rows, "embedding_dim": WIDTH}
