"""Layers that make a network harder to train and better on new data."""

from __future__ import annotations

from playground.catalog.kinds import Layer
from playground.spec.entry import entry
from playground.spec.params import param


@entry
class Dropout(Layer):
    """Switches off a random part of its inputs in each training step, so that no unit can rely on a single other one.

    What stays is divided by 1 − p, which keeps the mean; nothing is switched off when the network is measured.
    Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting", 2014.
    """

    group = "Regularisation"
    target = "torch.nn.Dropout"

    p: float = param(0.5, min=0, max=1, live=True, label="p", help="Probability that a number is switched off.")
