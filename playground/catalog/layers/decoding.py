"""Layers that write a sequence from what another network has read."""

from __future__ import annotations

from typing import Any

from playground.catalog.kinds import Layer
from playground.catalog.layers.sequences import unfit
from playground.catalog.wording import shaped
from playground.spec.entry import Shape, entry
from playground.spec.params import param


def unfit_state(title: str, state: Shape) -> str:
    """Why a shape is no state to begin with; "" when it is."""
    if len(state) == 1:
        return ""
    better = "Take last step" if len(state) == 2 else "Flatten"
    return f"{title} needs one row of numbers as its state, but gets {shaped(state)}; put {better} before it."


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
        return unfit_state(self.title, state) or unfit(self.title, sequence)

    def window(self) -> tuple[float, float] | None:
        return None


@entry
class DecoderLSTM(Layer):
    """An LSTM whose memory does not begin empty, but as another layer hands it over: the second half of a translator.

    input (L, E) and state become (L, hidden_size). A state of 2 · hidden_size numbers is h₀ and behind it c₀, as an
    LSTM gives it that returns its state; one of hidden_size numbers is h₀ alone, and c₀ = 0. Then it goes on as an
    LSTM. Where the encoder's steps are needed too, a second LSTM that shares weights with it returns the state.
    Sutskever, Vinyals & Le, "Sequence to sequence learning with neural networks", 2014.
    """

    title = "Decoder LSTM"
    group = "Sequences"
    bends = "never"
    inputs = 2
    port_names = ("input", "state")
    target = "playground.catalog.decoding_modules.DecoderLSTM"

    hidden_size: int = param(16, min=1, max=10**6, scale="log", label="Units", help="How many numbers it remembers.")
    bias: bool = param(True, label="Bias", help="Whether each unit adds numbers of its own.")

    def args(self, *shapes: Shape) -> dict[str, Any]:
        return {"input_size": shapes[0][-1], "hidden_size": self.hidden_size, "bias": self.bias}

    def fits(self, *shapes: Shape) -> str:
        sequence, state = shapes
        if wrong := unfit_state(self.title, state):
            return wrong
        units = self.hidden_size
        if state[0] not in (units, 2 * units):
            return (
                f"Decoder LSTM of {units} units needs a state of {units} or {2 * units} numbers, but gets {state[0]}."
            )
        return unfit(self.title, sequence)

    def window(self) -> tuple[float, float] | None:
        return None
