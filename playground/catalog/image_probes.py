"""What can be seen of networks that look at images."""

from __future__ import annotations

from playground.catalog.kinds import Probe
from playground.spec.entry import entry
from playground.spec.params import param

NETWORK = "The network that is looked at; empty for the objective's main one."


@entry
class ImagePredictions(Probe):
    """What is said of validation images: a class, the class of each pixel, or a class and a box."""

    title = "Predictions on images"
    target = "playground.engine.probes.predictions.predictions"

    first: int = param(0, min=0, label="First", help="The first validation sample, counted from 0.")
    count: int = param(16, min=1, max=256, label="Images", help="How many samples at most.")
    worst: bool = param(
        False, label="Worst first", help="Whether samples stand in the order of how wrong the network is about them."
    )


@entry
class Filters(Probe):
    """The kernels of a convolution, and what each makes of a sample."""

    target = "playground.engine.probes.filters.filters"

    node: str = param("", label="Layer", help="The convolution; empty for the first.")
    sample: int = param(0, min=0, label="Sample", help="Which validation sample, counted from 0.")
    limit: int = param(64, min=1, max=4096, label="Filters", help="How many at most.")
    inputs: int = param(4, min=1, max=256, label="Inputs", help="Of how many input channels a filter is shown.")
    resolution: int = param(64, min=2, max=1024, label="Resolution", help="Points along each side of a map at most.")
    network: str = param("", label="Network", help=NETWORK)
