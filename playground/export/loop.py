"""One training step as source."""

from __future__ import annotations

from collections.abc import Iterator

from playground.engine.regularizing import regularizers_by_act
from playground.export.inline import Inlined
from playground.export.model import arguments
from playground.spec.entry import Entry
from playground.spec.experiment import Experiment


def step_source(experiment: Experiment, holds: str, inlined: Inlined) -> str:
    """The lines that take a step with the samples from `start` on; `holds` says that there are frozen units."""
    lines = [*_batch(experiment, inlined), *_moves(experiment, holds, inlined)]
    return "\n".join(f"            {line}" for line in lines)


def _batch(experiment: Experiment, inlined: Inlined) -> Iterator[str]:
    yield "batch, wanted = inputs[start : start + BATCH_SIZE], targets[start : start + BATCH_SIZE]"
    for item in regularizers_by_act(experiment)["inputs"]:
        yield f"batch = {inlined.add(item.target)}(batch, {arguments(item.args())})"


def _moves(experiment: Experiment, holds: str, inlined: Inlined) -> Iterator[str]:
    acting = regularizers_by_act(experiment)
    back = ["loss = criterion(model(batch), wanted)", "optimizer.zero_grad()", "loss.backward()"]
    back += _each(holds, "rest")
    back += [_called(item, inlined) for item in acting["gradients"]]
    if getattr(experiment.optimizer, "whole", False):
        yield ""
        yield "def closure() -> torch.Tensor:"
        yield from (f"    {line}" for line in [*back, "return loss"])
        yield ""
        yield "optimizer.step(closure)"
    else:
        yield from back
        yield "optimizer.step()"
    yield from (_called(item, inlined) for item in acting["weights"])
    yield from _each(holds, "keep")


def _called(item: Entry, inlined: Inlined) -> str:
    on = "weights" if getattr(item, "on", "") == "weights" else "parameters"
    return f"{inlined.add(item.target)}({on}, {arguments(item.args())})"


def _each(holds: str, what: str) -> list[str]:
    """The lines that let frozen units rest or stay, none where none is frozen."""
    return ["for hold in holds:", f"    hold.{what}()"] if holds else []
