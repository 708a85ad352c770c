"""The curve that a lesson talks about and that no other view says."""

from __future__ import annotations

from playground.spec.experiment import Experiment

LOSSES = ("train_loss", "validation_loss", "train_generator_loss", "train_discriminator_loss")
TRAIN = "train_"
UNDER_TILES = ("accuracy", "r2", "distance")
"""Numbers that stand below the tiles of a plane."""


def judged(experiment: Experiment) -> str:
    """The first curve that the checks of a lesson judge and that is neither a loss nor said elsewhere, "" for none."""
    said = UNDER_TILES if getattr(experiment.data, "plane", False) else ()
    curves = [str(check.values().get("series", "")) for check in experiment.lesson.checks]
    named = [curve if curve in LOSSES else curve.removeprefix(TRAIN) for curve in curves]
    return next((curve for curve in named if curve and curve not in LOSSES + said), "")
