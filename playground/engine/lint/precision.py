"""Whether the precision that is chosen can be had, and what cannot be computed in it."""

from __future__ import annotations

from collections.abc import Iterator

from playground.engine.device import choose
from playground.engine.events import Diagnostic
from playground.engine.precision import TYPES, lowered
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment
from playground.spec.fixes import Fix

NAMES = {"cpu": "the CPU", "cuda": "this CUDA device", "mps": "MPS"}
HALF, BRAIN = TYPES
FULL = "float32"
TITLES = {HALF: "Mixed float16", BRAIN: "Mixed bfloat16"}


def precision(experiment: Experiment) -> Iterator[Diagnostic]:
    """What stands in the way of mixed precision; nothing is said of a device that is not there."""
    chosen = experiment.precision
    if chosen not in TYPES:
        return
    try:
        device = choose(experiment.device)
    except SpecError:
        return
    if lowered(chosen, device) is None:
        other = BRAIN if chosen == HALF and lowered(BRAIN, device) else HALF if device.type == "cuda" else ""
        needs = "CUDA" if chosen == HALF or device.type != "cuda" else "a newer CUDA device"
        message = f"{TITLES[chosen]} needs {needs}, so that training on {NAMES[device.type]} is in float32."
        fixes = [_use(name) for name in (other, FULL) if name]
        yield Diagnostic(message, "", "warning", place="precision", code="precision", fixes=fixes)
    elif chosen == HALF and getattr(experiment.optimizer, "whole", False):
        message = f"{experiment.optimizer.title} asks for the loss several times, which cannot be scaled for {chosen}."
        yield _unfit(message, "Choose another optimizer or another precision.", [BRAIN, FULL])
    elif device.type == "cuda" and experiment.loss.name == "BCELoss":
        message = f"{experiment.loss.title} takes logarithms of probabilities, which {chosen} is too coarse for."
        yield _unfit(message, "Choose a loss that takes logits, or float32.", [FULL])


def _unfit(message: str, hint: str, instead: list[str]) -> Diagnostic:
    return Diagnostic(message, hint, place="precision", code="precision", fixes=[_use(name) for name in instead])


def _use(name: str) -> Fix:
    return Fix(f"Use {name}", [{"op": "set", "path": "precision", "value": name}])
