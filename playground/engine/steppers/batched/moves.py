"""The steps of several runs' optimizers, over long stretches of a run's row instead of one tensor after another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

import torch

from playground.engine.steppers.batched.rows import Rows
from playground.engine.steppers.quick import quick_step

if TYPE_CHECKING:
    from playground.engine.run import Run

ELEMENTWISE = (
    torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW, torch.optim.RMSprop, torch.optim.Adagrad,
    torch.optim.Adadelta, torch.optim.Adamax, torch.optim.NAdam, torch.optim.RAdam,
)  # fmt: skip
"""Optimizers that move each number for itself, so that it does not matter how the numbers are cut into tensors."""
Part = tuple[torch.nn.Parameter, int]
"""A parameter and where it begins in its row."""
COUNTS = ("step", "mu_product")
"""What they remember once for a whole tensor."""


class _Stretch:
    """Parameters of a run that follow one another in its row and have the same settings."""

    def __init__(self, run: Run, group: int, rows: Rows, place: int, parts: Sequence[Part]) -> None:
        self._run, self._group = run, group
        first, end = parts[0][1], parts[-1][1] + parts[-1][0].numel()
        self.parts = [(one, start - first, start - first + one.numel()) for one, start in parts]
        self.flat = rows.weights_of[place, first:end]
        self.flat.grad = rows.gradients_of[place, first:end]
        self._shared: dict[str, torch.Tensor] = {}
        self._counts: tuple[list[torch.Tensor], list[torch.Tensor]] = [], []

    @property
    def settings(self) -> dict[str, Any]:
        """Those that the run's own optimizer has now."""
        group = self._run.optimizer.param_groups[self._group]
        return {name: value for name, value in group.items() if name != "params"}

    def _known(self, parameter: torch.nn.Parameter) -> dict[str, Any]:
        """What the run's own optimizer remembers of a parameter."""
        found: dict[str, Any] = self._run.optimizer.state.get(parameter, {})
        return found

    def _is_shared(self) -> bool:
        known = self._known(self.parts[0][0])
        return bool(self._shared) and all(known.get(name) is value for name, value in self._shared.items())

    def take(self, state: dict[str, Any]) -> None:
        """Remember what the run's own optimizer does, where that is not the same memory."""
        if self._is_shared():
            return
        state.clear()
        self._shared = {}
        for name, value in self._known(self.parts[0][0]).items():
            if name in COUNTS:
                state[name] = value.clone()
            elif isinstance(value, torch.Tensor):
                state[name] = torch.zeros_like(self.flat)
                for parameter, start, end in self.parts:
                    state[name][start:end] = self._known(parameter)[name].flatten()

    def give(self, state: dict[str, Any]) -> None:
        """Let the run's own optimizer remember the same, in the same memory but for counts."""
        if not self._is_shared():
            self._counts = [], []
            for name, value in state.items():
                for parameter, start, end in self.parts:
                    known = self._run.optimizer.state[parameter]
                    known[name] = value.clone() if name in COUNTS else value[start:end].view(parameter.shape)
                    if name in COUNTS:
                        self._counts[0].append(known[name])
                        self._counts[1].append(value)
            self._shared = dict(self._known(self.parts[0][0]))
        if self._counts[0]:
            torch._foreach_copy_(*self._counts)


class Moves:
    """Moves the weights of runs by their gradients as their own optimizers would, whose settings and memory hold."""

    def __init__(self, runs: Sequence[Run], places: Sequence[int], rows: Rows) -> None:
        self._optimizers: list[tuple[torch.optim.Optimizer, list[_Stretch]]] = []
        of_kind: dict[Any, list[_Stretch]] = {}  # by class
        for run, place in zip(runs, places, strict=True):
            of_kind.setdefault(type(run.optimizer), []).extend(_stretches(run, place, rows))
            run.optimizer._opt_called = True  # type: ignore[attr-defined]  # a scheduler asks whether a step was taken
        for kind, stretches in of_kind.items():
            groups = [{**one.settings, "params": [one.flat]} for one in stretches]
            self._optimizers.append((kind(groups), stretches))

    def begin(self) -> None:
        """Remember what the runs' own optimizers do."""
        for optimizer, stretches in self._optimizers:
            for one in stretches:
                one.take(optimizer.state[one.flat])

    def ready(self) -> list[Callable[[], object]]:
        """The steps, with the settings that hold now."""
        for optimizer, stretches in self._optimizers:
            for group, one in zip(optimizer.param_groups, stretches, strict=True):
                group.update(one.settings)
        return [quick_step(optimizer) for optimizer, _ in self._optimizers]

    def finish(self) -> None:
        """Let each run's own optimizer remember what was done."""
        for optimizer, stretches in self._optimizers:
            for one in stretches:
                one.give(optimizer.state[one.flat])


def _stretches(run: Run, place: int, rows: Rows) -> list[_Stretch]:
    (network,) = run.networks.values()
    group_of = {one: number for number, group in enumerate(run.optimizer.param_groups) for one in group["params"]}
    taught = [(one, rows.starts[name]) for name, one in network.named_parameters() if name in rows.gradients]
    in_order = groupby(sorted(taught, key=lambda pair: pair[1]), key=lambda pair: group_of[pair[0]])
    return [_Stretch(run, group, rows, place, list(parts)) for group, parts in in_order]
