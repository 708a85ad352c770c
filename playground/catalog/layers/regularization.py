"""Layers that make a network harder to train and better on new data."""

from __future__ import annotations

from typing import Any

from playground.catalog.kinds import Layer
from playground.catalog.layers.windows import unfit
from playground.catalog.wording import listed
from playground.spec.entry import Shape, entry
from playground.spec.params import param


@entry
class Dropout(Layer):
    """Switches off a random part of its inputs in each training step, so that no unit can rely on a single other one.

    What stays is divided by 1 − p, which keeps the mean; nothing is switched off when the network is measured.
    Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting", 2014.
    """

    group = "Regularisation"
    bends = "never"
    target = "torch.nn.Dropout"

    p: float = param(0.5, min=0, max=1, live=True, label="p", help="Probability that a number is switched off.")


def _p() -> Any:
    return param(0.5, min=0, max=1, live=True, label="p", help="Probability that a channel is switched off.")


@entry
class Dropout2d(Layer):
    """Switches off whole channels of an image in each training step, for neighbours in a channel are alike.

    (C, H, W) stays (C, H, W); what stays is divided by 1 − p. Tompson et al., "Efficient object localization using
    convolutional networks", 2015.
    """

    title = "Dropout 2d"
    group = "Regularisation"
    bends = "never"
    target = "torch.nn.Dropout2d"

    p: float = _p()

    def fits(self, *shapes: Shape) -> str:
        return unfit(self.title, shapes[0], 2)


@entry
class Dropout1d(Layer):
    """Switches off whole channels of a sequence in each training step, for neighbours in a channel are alike.

    (C, L) stays (C, L); what stays is divided by 1 − p.
    """

    title = "Dropout 1d"
    group = "Regularisation"
    bends = "never"
    target = "torch.nn.Dropout1d"

    p: float = _p()

    def fits(self, *shapes: Shape) -> str:
        return unfit(self.title, shapes[0], 1)


@entry
class AlphaDropout(Layer):
    """Dropout for networks of SELU: it sets numbers to where SELU is flat and keeps mean and variance as they are.

    Klambauer et al., "Self-normalizing neural networks", 2017.
    """

    title = "Alpha dropout"
    group = "Regularisation"
    bends = "never"
    target = "torch.nn.AlphaDropout"

    p: float = param(0.1, min=0, max=0.99, live=True, label="p", help="Probability that a number is switched off.")


@entry
class GaussianNoise(Layer):
    """Adds random noise in each training step, so that the network cannot rely on exact numbers.

    y = x + std · ε with ε from a standard normal; nothing is added when the network is measured. Sietsma & Dow,
    "Creating artificial neural networks that generalize", 1991.
    """

    title = "Gaussian noise"
    group = "Regularisation"
    bends = "never"
    target = "playground.catalog.modules.GaussianNoise"

    std: float = param(0.1, min=0, max=100, live=True, label="Deviation", help="Standard deviation of the noise.")


@entry
class Reparameterise(Layer):
    """Draws a random number from each mean and variance in such a way that gradients pass, as in a VAE.

    z = mean + exp(log-variance / 2) · ε with ε from a standard normal; the mean itself when the network is measured.
    Kingma & Welling, "Auto-encoding variational Bayes", 2014.
    """

    group = "Regularisation"
    bends = "never"
    inputs = 2
    port_names = ("mean", "log-variance")
    target = "playground.catalog.modules.Reparameterise"

    def fits(self, *shapes: Shape) -> str:
        if shapes[0] == shapes[1]:
            return ""
        return f"Reparameterise needs two inputs of equal shape, but gets {listed(shapes)}; make them equal."
