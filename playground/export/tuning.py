"""Initial weights that are fitted to the data, for the exported script."""

from __future__ import annotations

from playground.engine.tuning import tunings
from playground.export.inline import Inlined
from playground.export.model import arguments
from playground.spec.experiment import Experiment


def tuned(experiment: Experiment, network: str, inlined: Inlined) -> str:
    """The lines of the script that fit initial weights to the data, "" where no initialiser does that."""
    return "\n".join(
        f"    {inlined.add(initializer.tuned)}(model, {layers!r}, train_inputs, {arguments(initializer.tuning())})"
        for initializer, layers in tunings(experiment, network)
    )
