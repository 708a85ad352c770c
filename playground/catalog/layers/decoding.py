"""Layers that write a sequence from what another network has read."""

from __future__ import annotations

from typing import Any

from playground.catalog.kinds import Layer
from playground.catalog.layers.sequences import unfit
from playground.spec.entry import Shape, entry
from playground.spec.params import param


@entry
class DecoderGRU(Layer):
    """A GRU whose memory does not begin empty, but as another layer hands it over: the second half of a translator.

    input (L, E) and state (H,) become (L, H): it has as many units as the state has numbers, h₀ is the state, and then
    it goes on as a GRU. Cho et al., "Learning phrase representations using RNN encoder–decoder for statistical machine
    translation", 2014.
    """

    title = "Decoder GRU"
    group = "Sequences"
    bends = "never"
    inputs = 2
    port_names = ("input", "state")
    target = "playground.catalog.decoding_modules.DecoderGRU"

    bias: bool = param(True, label="Bias", help="Whether each unit adds numbers of its own.")

    def args(self, *shapes: Shape) -> dict[str, Any]:
        return {"input_size": shapes[0][-1], "hidden_size": shapes[1][0], "bias": self.bias}

    def fits(self, *shapes: Shape) -> str:
        sequence, state = shapes
        if len(state) == 2:
            return f"Decoder GRU needs one row of numbers as its state, but gets {state}; put Take last step before it."
        if len(state) != 1:
            return f"Decoder GRU needs one row of numbers as its state, but gets {state}; put Flatten before it."
        return unfit(self.title, sequence)

    def window(self) -> tuple[float, float] | None:
        return None
