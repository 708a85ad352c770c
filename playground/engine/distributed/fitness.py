"""Which runs can be trained by several processes, so that the steps are still those of the whole batch."""

from __future__ import annotations

from collections.abc import Iterator

from torch import nn

from playground.catalog.kinds import Data
from playground.engine.distributed.shares import least_rows
from playground.engine.losses import weighs
from playground.engine.objectives.goal import Goal
from playground.engine.objectives.supervised import Supervised
from playground.engine.run import Run
from playground.spec.errors import SpecError

MEANS = ("mean", "batchmean")


def check(run: Run, processes: int) -> None:
    """Make sure that the batches of a run can be shared.

    Raises:
        SpecError: they cannot; one sentence says why, and what to do.
    """
    for problem in _problems(run, processes):
        raise SpecError("", f"cannot train with {processes} processes: {problem}")


def _problems(run: Run, processes: int) -> Iterator[str]:
    goal, title = run.objective, run.experiment.objective.title
    if run.device.type == "mps":
        yield "they cannot share work on mps; choose --device cpu"
    if isinstance(run.experiment.data, Data) and run.experiment.data.masked:
        yield "all samples hang together in one graph, which cannot be shared; train without --distributed"
    if not goal.averages:
        yield f"the loss of {title} is not known to be a mean over samples; train without --distributed"
    criteria = _criteria(goal)
    if any(getattr(one, "reduction", "mean") not in MEANS for one in criteria):
        yield f"{run.experiment.loss.title} is not a mean over samples; train without --distributed"
    if not isinstance(goal, Supervised) and any(weighs(one) for one in criteria):
        yield f"{title} with class weights has no common mean; take the weights away, or train without --distributed"
    least = least_rows(run)
    if run.batch_size < least * processes:
        why = ", and batch norm needs two in each process" if least > 1 else ""
        most = run.batch_size // least
        other = f"take --processes {most}" if most > 1 else "train without --distributed"
        has = "1 sample" if run.batch_size == 1 else f"{run.batch_size} samples"
        yield f"a batch has {has}{why}; raise the batch size, or {other}"


def _criteria(goal: Goal) -> list[nn.Module]:
    criterion = getattr(goal, "criterion", None)
    return list(criterion.modules()) if isinstance(criterion, nn.Module) else []
