"""What a live view can see of the codes from which networks make samples."""

from __future__ import annotations

from playground.catalog.kinds import Probe
from playground.spec.entry import entry
from playground.spec.params import param

TARGETS = "playground.engine.probes.latent"
DIMENSION = "A number of the code, counted from 1; 0 for a principal component where there are more than two."


@entry
class Latent(Probe):
    """The plane of the codes: where samples lie, what is made at each place, and how samples are restored.

    With more than two numbers in a code it is the plane of the first two principal components of the validation
    samples' codes, or that of two chosen numbers; all others are at their mean.
    """

    title = "Latent plane"
    target = f"{TARGETS}.latent"

    across: int = param(0, min=0, max=4096, label="Across", help=DIMENSION)
    up: int = param(0, min=0, max=4096, label="Up", help=DIMENSION)
    tiles: int = param(12, min=2, max=64, label="Tiles", help="Made samples along each side of the plane.")
    pairs: int = param(16, min=0, max=256, label="Pairs", help="Samples beside what is made of their codes.")
    limit: int = param(1000, min=1, max=100_000, label="Samples", help="Validation samples at most.")


@entry
class LatentPoint(Probe):
    """What the networks make of one place of the plane of codes."""

    target = f"{TARGETS}.latent_point"

    x: float = param(0.0, label="Across", help="Where the place lies from left to right.")
    y: float = param(0.0, label="Up", help="Where the place lies from bottom to top.")
    across: int = param(0, min=0, max=4096, label="Across", help=DIMENSION)
    up: int = param(0, min=0, max=4096, label="Up", help=DIMENSION)
    limit: int = param(1000, min=1, max=100_000, label="Samples", help="Validation samples at most.")
