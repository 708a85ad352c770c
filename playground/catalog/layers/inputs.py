"""Where samples enter a network."""

from __future__ import annotations

from playground.catalog.kinds import Layer
from playground.spec.entry import entry
from playground.spec.params import param


@entry
class Input(Layer):
    """Hands the samples of the data set to the network.

    Its shape is the shape of one sample: (2,) for points of the plane, (1, 8, 8) for a small grey image. A shape of its
    own lets a network be looked at for which there are no data yet; it trains only on data of that shape. Samples of
    several parts, such as the nodes of a graph and its edges, enter by an Input for each part.
    """

    group = "Basic"
    bends = "never"
    inputs = 0

    shape: tuple[int, ...] = param(
        (),
        min=1,
        max=10**7,
        label="Shape",
        help="The sizes of one sample, such as 3, 224, 224; empty as the data have.",
    )
    part: str = param("", label="Part", help="Which part of a sample it gives; empty where samples have no parts.")
