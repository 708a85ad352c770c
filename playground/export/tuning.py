"""Initial weights that are fitted to the data, for the exported script."""

from __future__ import annotations

from collections.abc import Iterator

from playground.engine.tuning import tunings
from playground.export.inline import Inlined
from playground.export.model import arguments
from playground.spec.experiment import Experiment


def tuned(experiment: Experiment, network: str, called: str, given: str, inlined: Inlined) -> Iterator[str]:
    """The lines that fit a network's initial weights to what it is given; none where no initialiser does that."""
    for initializer, layers in tunings(experiment, network):
        fit = inlined.add(initializer.tuned)
        yield f"{fit}({called}, {layers!r}, {given}, {arguments(initializer.tuning())})"
