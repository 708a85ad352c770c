"""Where samples enter a network."""

from __future__ import annotations

from playground.catalog.kinds import Layer
from playground.spec.entry import entry


@entry
class Input(Layer):
    """Hands the samples of the data set to the network.

    Its shape is the shape of one sample: (2,) for points of the plane, (1, 8, 8) for a small grey image.
    """

    group = "Basic"
    inputs = 0
