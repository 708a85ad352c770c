"""Layers for sequences: rows for words, memories that read step by step, and one step made of many."""

from __future__ import annotations

from typing import Any

from playground.catalog.kinds import Layer
from playground.catalog.wording import shaped
from playground.spec.entry import Shape, entry
from playground.spec.params import param


def unfit(title: str, shape: Shape) -> str:
    """Why a shape is no sequence; "" when it is."""
    if len(shape) == 2:
        return ""
    return f"{title} needs a sequence of shape (L, E), but gets {shaped(shape)}; put Reshape before it."


@entry
class Embedding(Layer):
    """Looks up a learnt row of numbers for each whole number, as for the words or characters of a text.

    (L,) becomes (L, embedding_dim): row i of a table of shape (num_embeddings, embedding_dim) stands for the number i.
    Bengio et al., "A neural probabilistic language model", 2003.
    """

    group = "Sequences"
    bends = "never"
    target = "playground.catalog.modules.Embedding"

    num_embeddings: int = param(
        64, min=1, max=10**9, scale="log", label="Rows", help="How many different numbers there are, counted from 0."
    )
    embedding_dim: int = param(16, min=1, max=10**6, scale="log", label="Features", help="How long each row is.")


def _hidden() -> Any:
    return param(16, min=1, max=10**6, scale="log", label="Units", help="How many numbers it remembers.")


def _layers() -> Any:
    return param(1, min=1, max=64, label="Layers", help="How many of them stand on one another.")


def _bias() -> Any:
    return param(True, label="Bias", help="Whether each unit adds numbers of its own.")


def _dropout() -> Any:
    return param(
        0.0, min=0, max=1, label="Dropout", help="Probability that a number between its layers is switched off."
    )


def _both() -> Any:
    return param(False, label="Bidirectional", help="Whether a second one reads from the end, side by side with it.")


def _returns() -> Any:
    return param(
        "sequence",
        choices=("sequence", "last"),
        label="Returns",
        help="Its memory after every step, or after the last.",
    )


class Recurrent(Layer):
    """What all recurrent layers have in common."""

    group = "Sequences"
    bends = "never"

    num_layers: int

    def args(self, *shapes: Shape) -> dict[str, Any]:
        """Dropout acts between layers: PyTorch warns of it where there is only one."""
        values = self.values()
        dropout = values["dropout"] if self.num_layers > 1 else 0.0
        return {"input_size": shapes[0][-1], **values, "dropout": dropout}

    def fits(self, *shapes: Shape) -> str:
        return unfit(self.title, shapes[0])

    def window(self) -> tuple[float, float] | None:
        return None


@entry
class LSTM(Recurrent):
    """Reads a sequence and keeps a memory that gates open and close, so that it holds over many steps.

    (L, E) becomes (L, hidden_size), (hidden_size,) for the last step, or (2 · hidden_size,) for its state, h and behind
    it c, with which another can go on; twice as much for both directions. i, f, o = σ(W x + U h + b), g = tanh(W x +
    U h + b), c = f · c + i · g, h = o · tanh(c). Hochreiter & Schmidhuber, "Long short-term memory", 1997.
    """

    target = "playground.catalog.modules.LSTM"

    hidden_size: int = _hidden()
    num_layers: int = _layers()
    bidirectional: bool = _both()
    dropout: float = _dropout()
    bias: bool = _bias()
    returns: str = param(
        "sequence",
        choices=("sequence", "last", "state"),
        label="Returns",
        help="Its memory after every step, or after the last; as state with the cell, which is not told else.",
    )


@entry
class GRU(Recurrent):
    """Reads a sequence and keeps a memory with two gates; like an LSTM, but with fewer weights.

    (L, E) becomes (L, hidden_size), or (hidden_size,) for the last step; twice as much for both directions.
    r, z = σ(W x + U h + b), n = tanh(W x + b + r · (U h + b)), h = (1 − z) · n + z · h. Cho et al., "Learning phrase
    representations using RNN encoder–decoder", 2014.
    """

    target = "playground.catalog.modules.GRU"

    hidden_size: int = _hidden()
    num_layers: int = _layers()
    bidirectional: bool = _both()
    dropout: float = _dropout()
    bias: bool = _bias()
    returns: str = _returns()


@entry
class RNN(Recurrent):
    """Reads a sequence and keeps a memory that each step overwrites, so that it soon forgets.

    (L, E) becomes (L, hidden_size), or (hidden_size,) for the last step; twice as much for both directions.
    h = tanh(W x + U h + b). Elman, "Finding structure in time", 1990.
    """

    target = "playground.catalog.modules.RNN"

    hidden_size: int = _hidden()
    num_layers: int = _layers()
    nonlinearity: str = param(
        "tanh", choices=("tanh", "relu"), label="Nonlinearity", help="What bends each new memory."
    )
    bidirectional: bool = _both()
    dropout: float = _dropout()
    bias: bool = _bias()
    returns: str = _returns()


@entry
class TakeLast(Layer):
    """Keeps the last step of a sequence, which has seen all the steps before it.

    (L, E) becomes (E,).
    """

    title = "Take last step"
    group = "Sequences"
    bends = "never"
    target = "playground.catalog.modules.TakeLast"

    def fits(self, *shapes: Shape) -> str:
        return unfit(self.title, shapes[0])

    def window(self) -> tuple[float, float] | None:
        return None


@entry
class PoolOverTime(Layer):
    """Makes one step of all steps of a sequence, by their mean or by the largest number of each feature.

    (L, E) becomes (E,).
    """

    title = "Pool over time"
    group = "Sequences"
    bends = "never"
    target = "playground.catalog.modules.PoolOverTime"

    mode: str = param(
        "mean", choices=("mean", "max"), label="Mode", help="The mean of all steps, or the largest number."
    )

    def fits(self, *shapes: Shape) -> str:
        return unfit(self.title, shapes[0])

    def window(self) -> tuple[float, float] | None:
        return None
