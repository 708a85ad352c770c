"""What a live view can see of a network while it trains."""

from __future__ import annotations

from playground.catalog.kinds import Probe
from playground.spec.entry import entry
from playground.spec.params import param

TARGETS = "playground.engine.probes"
NETWORK = "The network that is looked at; empty for the objective's main one."


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
    network: str = param("", label="Network", help=NETWORK)


@entry
class Histograms(Probe):
    """How the weights of each layer are distributed."""

    title = "Weight histograms"
    target = f"{TARGETS}.histograms.histograms"

    bins: int = param(30, min=2, max=1000, label="Bins", help="Bars of each histogram.")
    network: str = param("", label="Network", help=NETWORK)


@entry
class Weights(Probe):
    """The weights between each pair of layers."""

    target = f"{TARGETS}.weights.weights"

    limit: int = param(16, min=1, max=4096, label="Units", help="Rows and columns of each weight matrix at most.")
    network: str = param("", label="Network", help=NETWORK)


@entry
class Points(Probe):
    """The training and validation samples on the input plane."""

    target = f"{TARGETS}.points.points"


@entry
class Gradients(Probe):
    """How large the gradients of each layer were in the last step.

    The size of a layer is √(mean g²) over its parameters, after penalties and clipping, so that layers of different
    widths can be compared.
    """

    target = f"{TARGETS}.gradients.gradients"

    network: str = param("", label="Network", help=NETWORK)


@entry
class Activations(Probe):
    """What each layer makes of one sample, or of a few where it gives one row of numbers."""

    title = "Activations"
    target = f"{TARGETS}.activations.activations"

    sample: int = param(0, min=0, label="Sample", help="Which validation sample, counted from 0.")
    samples: int = param(8, min=1, max=64, label="Samples", help="Rows of a strip, from that sample on.")
    limit: int = param(12, min=1, max=4096, label="Maps", help="Channels of each layer at most.")
    units: int = param(96, min=1, max=4096, label="Units", help="Columns of a strip at most.")
    resolution: int = param(40, min=2, max=1024, label="Resolution", help="Points along each side of a map at most.")
    network: str = param("", label="Network", help=NETWORK)


@entry
class UnitDetail(Probe):
    """One unit in full: its map, its weights, its bias and how it behaves on a batch."""

    target = f"{TARGETS}.unit_detail.unit_detail"

    node: str = param("", help="The layer.")
    unit: int = param(0, min=0, help="The unit, counted from 0.")
    sample: int = param(0, min=0, help="The validation sample that is shown where data lie on no plane.")
    resolution: int = param(96, min=2, max=400, help="Points along each side of the map.")
    limit: int = param(512, min=1, max=100_000, help="Weights at most.")
    network: str = param("", label="Network", help=NETWORK)


@entry
class WeightTable(Probe):
    """A part of one parameter as a table: a row for each unit."""

    target = f"{TARGETS}.weight_table.weight_table"

    node: str = param("", help="The layer.")
    parameter: str = param("", help='The parameter, such as "weight"; "" for the first.')
    row: int = param(0, min=0, help="First row.")
    column: int = param(0, min=0, help="First column.")
    rows: int = param(64, min=1, max=4096, help="Rows at most.")
    columns: int = param(64, min=1, max=4096, help="Columns at most.")
    network: str = param("", label="Network", help=NETWORK)


@entry
class Generated(Probe):
    """Samples that the networks make, on the plane: by a generator, or restored by a decoder."""

    target = f"{TARGETS}.generated.generated"

    limit: int = param(400, min=1, max=100_000, label="Points", help="How many are made at most.")


@entry
class Continuation(Probe):
    """What a network that knows the next symbol writes behind a few first ones."""

    target = f"{TARGETS}.continuation.continuation"

    prompt: str = param("", label="Beginning", help="What the text begins with; empty for that of a validation sample.")
    length: int = param(120, min=1, max=2000, label="Length", help="Symbols that are written.")
    temperature: float = param(
        0.7, min=0, max=5, label="Temperature", help="How boldly it is drawn; 0 always takes the likeliest."
    )
    draw: int = param(0, min=0, max=2**31 - 1, label="Draw", help="Seed of the draw.")
    guesses: int = param(10, min=1, max=1000, label="Guesses", help="Rows of the table of next symbols.")
    sample: int = param(0, min=0, label="Sample", help="Which validation sample stands in for an empty beginning.")
    network: str = param("", label="Network", help=NETWORK)
