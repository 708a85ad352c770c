"""What a live view can see of a network while it trains."""

from __future__ import annotations

from playground.catalog.kinds import Probe
from playground.spec.entry import entry
from playground.spec.params import param

TARGETS = "playground.engine.probes"


@entry
class Boundary(Probe):
    """The network's answer at every point of the input plane."""

    title = "Decision boundary"
    target = f"{TARGETS}.boundary.boundary"

    resolution: int = param(100, min=2, max=1000, label="Resolution", help="Points along each side of the plane.")


@entry
class UnitMaps(Probe):
    """How strongly each unit fires over the input plane."""

    title = "Unit maps"
    target = f"{TARGETS}.unit_maps.unit_maps"

    resolution: int = param(24, min=2, max=400, label="Resolution", help="Points along each side of a map.")
    limit: int = param(12, min=1, max=4096, label="Units", help="Maps of each layer at most.")


@entry
class Histograms(Probe):
    """How the weights of each layer are distributed."""

    title = "Weight histograms"
    target = f"{TARGETS}.histograms.histograms"

    bins: int = param(30, min=2, max=1000, label="Bins", help="Bars of each histogram.")


@entry
class Weights(Probe):
    """The weights between each pair of layers."""

    target = f"{TARGETS}.weights.weights"

    limit: int = param(16, min=1, max=4096, label="Units", help="Rows and columns of each weight matrix at most.")


@entry
class Points(Probe):
    """The training and validation samples on the input plane."""

    target = f"{TARGETS}.points.points"
