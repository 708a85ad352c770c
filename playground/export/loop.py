"""One training step as source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from playground.engine.precision import TYPES, Precision
from playground.engine.regularizing import Acting, regularizers_by_act
from playground.engine.session import RunResult
from playground.export.inline import Inlined
from playground.export.model import arguments
from playground.spec.experiment import Experiment

REGULARIZING = "playground.engine.regularizing"

WHOLE = "weights", "parameters"
"""What the script calls the weights of all layers, and all parameters."""


@dataclass(frozen=True)
class Reaches:
    """The names that the script gives to what its regularisers work on; `network` is the one that it trains."""

    experiment: Experiment
    network: str

    def lines(self, inlined: Inlined) -> str:
        """The lines that gather the weights of single layers, "" where all layers share their regularisers."""
        chosen = inlined.add(f"{REGULARIZING}.layer_weights") if self._parts else ""
        return "\n".join(
            f"    {name} = {chosen}(model, {layers!r}{', apart=True' if apart else ''})"
            for (layers, apart), name in self._parts.items()
        )

    def name(self, one: Acting) -> str:
        """What a regulariser works on."""
        weights, parameters = WHOLE
        on = weights if getattr(one.item, "on", "") == weights else parameters
        return self._parts.get(self._part(one), on)

    @cached_property
    def _parts(self) -> dict[tuple[tuple[str, ...], bool], str]:
        acting = regularizers_by_act(self.experiment)
        parts = dict.fromkeys(self._part(one) for act in ("gradients", "weights") for one in acting[act])
        return {part: f"weights_{number}" for number, part in enumerate((one for one in parts if one[0]), 1)}

    def _part(self, one: Acting) -> tuple[tuple[str, ...], bool]:
        return tuple(one.within(self.network)), one.apart


def step_source(run: RunResult, holds: str, reaches: Reaches, by_place: bool, inlined: Inlined) -> str:
    """The lines that take a step with the samples from `start` on.

    `holds` says that there are frozen units, `by_place` that the script has `answered`, which lays places in rows.
    """
    given = "*answered(model(batch), wanted)" if by_place else "model(batch), wanted"
    lines = [*_batch(run.experiment, inlined), *_moves(run, holds, reaches, given, inlined)]
    return "\n".join(f"            {line}" for line in lines)


def _batch(experiment: Experiment, inlined: Inlined) -> Iterator[str]:
    yield "batch, wanted = inputs[start : start + BATCH_SIZE], targets[start : start + BATCH_SIZE]"
    for one in regularizers_by_act(experiment)["inputs"]:
        yield f"batch = {inlined.add(one.item.target)}(batch, {arguments(one.item.args())})"


def _moves(run: RunResult, holds: str, reaches: Reaches, given: str, inlined: Inlined) -> Iterator[str]:
    experiment, precision = run.experiment, run.run.precision
    acting, scaled = regularizers_by_act(experiment), precision.scaler is not None
    back = [*_loss(precision, f"loss = criterion({given})"), "optimizer.zero_grad()"]
    back += ["scaler.scale(loss).backward()", "scaler.unscale_(optimizer)"] if scaled else ["loss.backward()"]
    back += _each(holds, "rest")
    back += [_called(one, reaches, inlined) for one in acting["gradients"]]
    if getattr(experiment.optimizer, "whole", False):
        yield ""
        yield "def closure() -> torch.Tensor:"
        yield from (f"    {line}" for line in [*back, "return loss"])
        yield ""
        yield "optimizer.step(closure)"
    else:
        yield from back
        yield from ["scaler.step(optimizer)", "scaler.update()"] if scaled else ["optimizer.step()"]
    yield from (_called(one, reaches, inlined) for one in acting["weights"])
    yield from _each(holds, "keep")


def _loss(precision: Precision, loss: str) -> list[str]:
    """The lines that compute the loss in the precision of the run."""
    if not precision.name:
        return [loss]
    return [f"with torch.autocast(DEVICE.type, {TYPES[precision.name]}):", f"    {loss}"]


def scaler(precision: Precision) -> str:
    """The line that makes what scales losses, "" where they are not scaled."""
    return "    scaler = torch.amp.GradScaler(DEVICE.type)" if precision.scaler else ""


def _called(one: Acting, reaches: Reaches, inlined: Inlined) -> str:
    return f"{inlined.add(one.item.target)}({reaches.name(one)}, {arguments(one.item.args())})"


def _each(holds: str, what: str) -> list[str]:
    """The lines that let frozen units rest or stay, none where none is frozen."""
    return ["for hold in holds:", f"    hold.{what}()"] if holds else []
