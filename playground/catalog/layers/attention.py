"""Layers in which each step of a sequence looks at other steps, and layers that tell it where it stands."""

from __future__ import annotations

from typing import Any

from playground.catalog.kinds import Layer
from playground.catalog.layers.sequences import unfit
from playground.catalog.wording import shaped
from playground.spec.entry import Shape, entry
from playground.spec.params import param


def _heads() -> Any:
    return param(
        4, min=1, max=10**6, label="Heads", help="Into how many parts the features are split, each looking anew."
    )


def _dropout(default: float) -> Any:
    return param(default, min=0, max=1, label="Dropout", help="Probability that a number is switched off.")


def _bias() -> Any:
    return param(True, label="Bias", help="Whether its dense layers add numbers of their own.")


def _causal(default: bool = False) -> Any:
    return param(default, label="Causal", help="Whether each step looks only at itself and the steps before it.")


def _wide() -> Any:
    return param(
        64,
        min=1,
        max=10**9,
        scale="log",
        label="Inner units",
        help="Units between the two layers of the dense network.",
    )


def _between() -> Any:
    return param(
        "relu", choices=("relu", "gelu"), label="Nonlinearity", help="What bends numbers in the dense network."
    )


def _first() -> Any:
    return param(False, label="Norm first", help="Whether it normalises before each part; deep stacks train better so.")


def _split(title: str, features: int, heads: int) -> str:
    """Why features do not split into heads; "" when they do."""
    if features % heads == 0:
        return ""
    better = next(count for count in range(heads, 0, -1) if features % count == 0)
    return f"{title} cannot split {features} features into {heads} heads; choose another number, such as {better}."


class Attending(Layer):
    """What layers with attention have in common."""

    group = "Attention"
    bends = "never"

    def window(self) -> tuple[float, float] | None:
        return None


@entry
class SelfAttention(Attending):
    """Lets each step of a sequence look at all steps and take up what it finds, several heads side by side.

    (L, E) stays (L, E): softmax(Q Kᵀ / √d) V for each head with d = E / num_heads, and Q, K, V from the same sequence.
    Vaswani et al., "Attention is all you need", 2017.
    """

    title = "Self-attention"
    target = "playground.catalog.modules.SelfAttention"

    num_heads: int = _heads()
    causal: bool = _causal()
    dropout: float = _dropout(0.0)
    bias: bool = _bias()

    def args(self, *shapes: Shape) -> dict[str, Any]:
        return {"embed_dim": shapes[0][-1], **self.values()}

    def fits(self, *shapes: Shape) -> str:
        return unfit(self.title, shapes[0]) or _split(self.title, shapes[0][1], self.num_heads)


@entry
class MultiheadAttention(Attending):
    """Lets each step of one sequence look at the steps of another and take up what it finds.

    query (L, E), key (S, K) and value (S, V) become (L, E): softmax(Q Kᵀ / √d) V for each head with d = E / num_heads.
    Where query, key and value are one sequence it is self-attention. Vaswani et al., "Attention is all you need", 2017.
    """

    title = "Multi-head attention"
    inputs = 3
    port_names = ("query", "key", "value")
    target = "playground.catalog.modules.MultiheadAttention"

    num_heads: int = _heads()
    causal: bool = _causal()
    dropout: float = _dropout(0.0)
    bias: bool = _bias()

    def args(self, *shapes: Shape) -> dict[str, Any]:
        """Sizes of keys and values are left out where they are those of queries, for PyTorch then packs the weights."""
        features, keys, values = (shape[-1] for shape in shapes)
        other = {} if features == keys == values else {"kdim": keys, "vdim": values}
        return {"embed_dim": features, **other, **self.values()}

    def fits(self, *shapes: Shape) -> str:
        query, key, value = shapes
        if wrong := next(filter(None, (unfit(self.title, shape) for shape in shapes)), ""):
            return wrong
        if key[0] != value[0]:
            given = f"{shaped(key)} and {shaped(value)}"
            return f"{self.title} needs as many keys as values, but gets {given}; wire both to one layer."
        return _split(self.title, query[1], self.num_heads)


@entry
class TransformerEncoderLayer(Attending):
    """Self-attention and then a small dense network for each step, both with a skip connection and layer norm.

    (L, E) stays (L, E); with `causal` it is the layer of a GPT. Vaswani et al., "Attention is all you need", 2017.
    """

    title = "Transformer encoder"
    target = "playground.catalog.modules.TransformerEncoderLayer"

    nhead: int = _heads()
    dim_feedforward: int = _wide()
    dropout: float = _dropout(0.1)
    activation: str = _between()
    norm_first: bool = _first()
    causal: bool = _causal()

    def args(self, *shapes: Shape) -> dict[str, Any]:
        return {"d_model": shapes[0][-1], **self.values()}

    def fits(self, *shapes: Shape) -> str:
        return unfit(self.title, shapes[0]) or _split(self.title, shapes[0][1], self.nhead)


@entry
class TransformerDecoderLayer(Attending):
    """Self-attention over what is written so far, then attention to a memory, then a small dense network.

    target (L, E) and memory (S, E) become (L, E), each part with a skip connection and layer norm. Vaswani et al.,
    "Attention is all you need", 2017.
    """

    title = "Transformer decoder"
    inputs = 2
    port_names = ("target", "memory")
    target = "playground.catalog.modules.TransformerDecoderLayer"

    nhead: int = _heads()
    dim_feedforward: int = _wide()
    dropout: float = _dropout(0.1)
    activation: str = _between()
    norm_first: bool = _first()
    causal: bool = _causal(True)

    def args(self, *shapes: Shape) -> dict[str, Any]:
        return {"d_model": shapes[0][-1], **self.values()}

    def fits(self, *shapes: Shape) -> str:
        target, memory = shapes
        if wrong := unfit(self.title, target) or unfit(self.title, memory):
            return wrong
        if target[1] != memory[1]:
            given = f"{shaped(target)} and {shaped(memory)}"
            return f"{self.title} needs as many features in both inputs, but gets {given}; add a Linear."
        return _split(self.title, target[1], self.nhead)


class Positional(Layer):
    """What layers that tell each step where it stands have in common."""

    group = "Attention"
    bends = "never"

    def args(self, *shapes: Shape) -> dict[str, Any]:
        return {"length": shapes[0][0], "features": shapes[0][1]}

    def fits(self, *shapes: Shape) -> str:
        return unfit(self.title, shapes[0])


@entry
class PositionalEncoding(Positional):
    """Adds waves of many lengths to a sequence, so that attention, which knows no order, can tell the steps apart.

    (L, E) stays (L, E): sin(t / 10000^(i / E)) for even features i, cos for the odd ones beside them, at step t.
    Vaswani et al., "Attention is all you need", 2017.
    """

    title = "Positional encoding"
    target = "playground.catalog.modules.PositionalEncoding"


@entry
class PositionalEmbedding(Positional):
    """Adds to each step of a sequence a row of numbers that is learnt for its place.

    (L, E) stays (L, E). Gehring et al., "Convolutional sequence to sequence learning", 2017.
    """

    title = "Positional embedding"
    target = "playground.catalog.modules.PositionalEmbedding"
