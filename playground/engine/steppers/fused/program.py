"""A run's step as a program for the kernel, or why there is none."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import nn

from playground.catalog.modules import Add, Concat
from playground.catalog.regularizers import L1, L2, ClipGradNorm, ClipGradValue, ElasticNet
from playground.engine.network import Network, schedule_of
from playground.engine.objectives.supervised import Supervised
from playground.engine.regularizing import regularizers_by_act
from playground.engine.steppers.fused.activations import ACTIVATIONS
from playground.engine.steppers.fused.layers import Bend, Dense, Drop, Join, Layer, Normalise, Sum
from playground.engine.steppers.fused.losses import POINTWISE
from playground.engine.steppers.fused.memory import places
from playground.engine.steppers.fused.updates import Update

if TYPE_CHECKING:
    from playground.engine.run import Run

MOST_WEIGHTS = 20_000
"""Networks of more weights are left to PyTorch, whose matrix products win there."""
MOST_WORK = 6_000_000
"""Weights times samples of a batch from which on they win too."""
FIXED = (
    "weights", "gradients", "state1", "state2", "rates", "l1", "l2", "inputs", "targets", "order", "losses",
    "first", "total", "batch", "steps", "number", "seed",
    "momentum", "weight_decay", "eps", "clip_norm", "clip_value", "beta1", "beta2", "beta1.power", "beta2.power",
)  # fmt: skip
"""Slots of the table that every kernel has."""


class NotCovered(ValueError):
    """What the kernel cannot do, in a sentence that speaks of it."""


@dataclass(frozen=True)
class Program:
    """All that decides the code of a step; two runs of equal programs are computed by the same code."""

    layers: tuple[Layer, ...]
    inputs: int
    result: int
    outputs: int
    loss: nn.Module
    encoding: str
    update: Update
    drops: tuple[tuple[str, nn.Dropout], ...]
    starts: dict[nn.Parameter, int]
    size: int

    @property
    def slots(self) -> tuple[str, ...]:
        """The names in the table."""
        return FIXED + tuple(slot for name, _ in self.drops for slot in (name, f"{name}.scale"))


def program(run: Run) -> Program:
    """The program of a run's steps.

    Raises:
        NotCovered: the run does something that the kernel cannot.
    """
    goal, network = run.objective, next(iter(run.networks.values()))
    _check_run(run)
    assert isinstance(goal, Supervised)
    starts, learning, size = places(list(network.parameters()))
    if size > MOST_WEIGHTS:
        raise NotCovered(f"The network has more than {MOST_WEIGHTS:,} weights.")
    inputs = run.dataset.train_inputs
    if size * run.batch_size > MOST_WORK:
        raise NotCovered("PyTorch is faster on batches of this size.")
    reader = _Reader(network, starts, inputs.shape[1:])
    layers = tuple(reader.layers())
    loss = _loss(goal.criterion, run.experiment.loss.title, run.dataset.train_targets, reader.sizes[reader.result])
    update = _update(run, learning)
    return Program(
        layers,
        reader.sizes[0],
        reader.result,
        reader.sizes[reader.result],
        loss,
        run.dataset.encoding,
        update,
        tuple(reader.drops),
        starts,
        size,
    )


def _check_run(run: Run) -> None:
    goal = run.objective
    if run.device.type != "cpu":
        raise NotCovered("It works on the CPU alone.")
    if run.dataset.streamed:
        raise NotCovered("The data do not fit into memory.")
    if len(run.networks) > 1 or type(goal) is not Supervised or run.dataset.samples.info.places:
        raise NotCovered(f"It has no code for {run.experiment.objective.title}.")
    if goal.mixup or run.blurs:
        raise NotCovered("Inputs change at each step.")
    if run.precision.name:
        raise NotCovered("Mixed precision is left to PyTorch.")
    if run.surgeon.holds:
        raise NotCovered("Units are on hold.")
    if any(phase.limits for phase in run.phases):
        raise NotCovered("Weights have a limit.")


_CLASSES = {"SGD": "sgd", "Adam": "adam", "AdamW": "adamw"}


def _update(run: Run, learning: int) -> Update:
    chosen, groups = run.experiment.optimizer, run.optimizer.param_groups
    kind = _CLASSES.get(type(run.optimizer).__name__, "")
    if not kind or any(group.get("amsgrad") or group.get("maximize") or group.get("dampening") for group in groups):
        raise NotCovered(f"It has no code for {chosen.title}.")
    if not learning:
        raise NotCovered("No weights learn.")
    acting = [one.item for one in regularizers_by_act(run.experiment)["gradients"]]
    if any(not isinstance(item, L1 | L2 | ElasticNet | ClipGradNorm | ClipGradValue) for item in acting):
        raise NotCovered("It has no code for one of the regularisers.")
    group = groups[0]
    return Update(
        learning,
        "momentum" if kind == "sgd" and group["momentum"] else kind,
        penalised=any(isinstance(item, L1 | L2 | ElasticNet) for item in acting),
        clips_norm=any(isinstance(item, ClipGradNorm) for item in acting),
        clips_value=any(isinstance(item, ClipGradValue) for item in acting),
        decays=bool(group.get("weight_decay")),
        nesterov=bool(group.get("nesterov")),
    )


def _loss(criterion: nn.Module, title: str, targets: torch.Tensor, outputs: int) -> nn.Module:
    plain = getattr(criterion, "weight", None) is None and getattr(criterion, "pos_weight", None) is None
    if not plain or getattr(criterion, "label_smoothing", 0.0) > 0 or getattr(criterion, "reduction", "mean") != "mean":
        raise NotCovered("Targets are weighted or smoothed.")
    if type(criterion) is nn.CrossEntropyLoss and targets.ndim == 1 and not targets.is_floating_point():
        return criterion
    if type(criterion) in POINTWISE and targets.ndim == 2 and targets.shape[1] == outputs:
        return criterion
    raise NotCovered(f"It has no code for {title}.")


class _Reader:
    """Goes through a network's modules in order of computation; every output is a value with a number of its own."""

    def __init__(self, network: Network, starts: dict[nn.Parameter, int], inputs: Sequence[int]) -> None:
        self._network, self._starts = network, starts
        self._flat = len(inputs) == 1
        self.sizes = {0: math.prod(inputs)}
        self.drops: list[tuple[str, nn.Dropout]] = []
        self.result = 0

    def layers(self) -> Iterator[Layer]:
        """The layers.

        Raises:
            NotCovered: there is one that the kernel does not know.
        """
        steps, result = schedule_of(self._network)
        here = {0: 0}
        seen: set[nn.Parameter] = set()
        for number, (module, ends, slot, _) in enumerate(steps, 1):
            own = set(module.parameters())
            if module._forward_hooks or module._forward_pre_hooks:
                raise NotCovered("Units are switched off.")
            if own & seen:
                raise NotCovered("Two layers share their weights.")
            seen |= own
            sources = tuple(here[end] for end in ends)
            if type(module) is nn.Flatten and module.start_dim == 1 and module.end_dim == -1:
                here[slot] = sources[0]
                continue
            if 0 in ends and not self._flat:
                raise NotCovered("Samples have several axes.")
            layer = self._layer(module, sources, number)
            here[slot] = number
            yield layer
        self.result = here[result]

    def _layer(self, module: nn.Module, sources: tuple[int, ...], number: int) -> Layer:
        size = self.sizes[sources[0]]
        self.sizes[number] = size
        if type(module) in ACTIVATIONS:
            return Bend(sources, number, size, module)
        if type(module) is nn.Linear:
            return self._dense(module, sources, number)
        if type(module) is nn.Dropout:
            name = f"drop{len(self.drops)}"
            self.drops.append((name, module))
            return Drop(sources, number, size, name, number * 0x27D4EB2F)
        if type(module) is nn.LayerNorm and len(module.normalized_shape) == 1:
            weight, bias = self._place(module.weight), self._place(module.bias)
            return Normalise(sources, number, size, module.eps, weight, bias, _learns(module.weight, module.bias))
        if type(module) is Add:
            return Sum(sources, number, size)
        if type(module) is Concat and module.dim in (1, -1):
            self.sizes[number] = sum(self.sizes[source] for source in sources)
            return Join(sources, number, tuple(self.sizes[source] for source in sources))
        raise NotCovered(f"It has no code for {type(module).__name__}.")

    def _dense(self, module: nn.Linear, sources: tuple[int, ...], number: int) -> Dense:
        self.sizes[number] = module.out_features
        weight, bias = self._starts[_own(module.weight)], self._place(module.bias)
        learns = _learns(module.weight, module.bias)
        return Dense(sources, number, module.in_features, module.out_features, weight, bias, learns)

    def _place(self, parameter: torch.Tensor | None) -> int | None:
        return None if parameter is None else self._starts[_own(parameter)]


def _own(weight: torch.Tensor) -> nn.Parameter:
    assert isinstance(weight, nn.Parameter)  # a layer's own weight is one
    return weight


def _learns(weight: torch.Tensor | None, bias: torch.Tensor | None) -> tuple[bool, bool]:
    return weight is not None and weight.requires_grad, bias is not None and bias.requires_grad
