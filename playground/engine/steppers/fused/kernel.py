"""Compiled steps of a run: the table that the machine code reads, and the call."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch

from playground.catalog.regularizers import L1, L2, ClipGradNorm, ClipGradValue, ElasticNet
from playground.engine.regularizing import Acting, layer_weights, regularizers_by_act
from playground.engine.steppers.fused.machine import Compiled
from playground.engine.steppers.fused.memory import Memory
from playground.engine.steppers.fused.program import Program
from playground.spec.experiment import Experiment

if TYPE_CHECKING:
    from playground.engine.run import Run

DROPS = 2**32
"""Draws of dropout are whole numbers below this."""


class Kernel:
    """Takes steps of a run in the memory of its modules' own parameters."""

    def __init__(self, program: Program, compiled: Compiled) -> None:
        self.program = program
        self._compiled = compiled  # the machine code lives as long as this does
        self._step, self._measure = compiled.functions["step"], compiled.functions["measure"]
        self._memory = Memory(program.starts, program.update.count, program.size)
        self._places = {name: place for place, name in enumerate(program.slots)}
        self._table = np.zeros(len(program.slots), dtype=np.int64)
        self._numbers = self._table.view(np.float64)
        self._address = int(self._table.ctypes.data)
        self._powers = np.ones(2)
        self._told = torch.zeros(2)
        self._everything = torch.arange(0)
        self._vectors = torch.zeros(3, program.update.count + 32)
        self._rates, self._l1, self._l2 = (self._cut(row) for row in self._vectors)
        self._settled: Experiment | None = None
        self._factors: list[float] = []
        memory = self._memory
        self._point(weights=memory.weights, gradients=memory.gradients, **memory.states)
        self._point(rates=self._rates, l1=self._l1, l2=self._l2)
        for slot, power in zip(("beta1.power", "beta2.power"), (0, 8), strict=True):
            self._table[self._places[slot]] = int(self._powers.ctypes.data) + power

    def _cut(self, row: torch.Tensor) -> torch.Tensor:
        shift = -row.data_ptr() % 64 // 4
        return row[shift : shift + self.program.update.count]

    def _point(self, **tensors: torch.Tensor) -> None:
        for name, tensor in tensors.items():
            self._table[self._places[name]] = tensor.data_ptr()

    def _put(self, **numbers: float) -> None:
        for name, number in numbers.items():
            self._numbers[self._places[name]] = number

    def measure(self, inputs: torch.Tensor, targets: torch.Tensor) -> tuple[float, float]:
        """Mean loss and share of right classes of the network as it is over all samples."""
        order = self._everything[: len(inputs)]
        if len(order) < len(inputs):
            order = self._everything = torch.arange(len(inputs))
        self._point(inputs=inputs, targets=targets, order=order, losses=self._told)
        self._table[self._places["total"]] = len(inputs)
        self._measure(self._address)
        loss, share = self._told.tolist()
        return loss, share

    def steps(self, run: Run, order: torch.Tensor, first: int, steps: int) -> torch.Tensor:
        """Take so many steps with the samples `order` (N,) from place `first` on; the losses (steps,)."""
        self.bind(run)
        if run.experiment is not self._settled:
            self._settle(run)
        if (rates := [group["lr"] for group in run.optimizer.param_groups]) != self._factors:
            self._factors = rates
            self._fill_rates(run)
        for name, module in self.program.drops:
            kept = 1 - module.p
            self._table[self._places[name]] = min(round(module.p * DROPS), DROPS - 1)
            self._put(**{f"{name}.scale": 1 / kept if kept else 0.0})
        losses = torch.empty(steps)
        data = run.dataset
        self._point(inputs=data.train_inputs, targets=data.train_targets, order=order, losses=losses)
        for name, number in (("first", first), ("total", len(order)), ("batch", run.batch_size), ("steps", steps)):
            self._table[self._places[name]] = number
        self._table[self._places["number"]] = run.steps
        before = self._count(run)
        self._step(self._address)
        self._counted(run, before + steps)
        return losses

    def bind(self, run: Run) -> None:
        """Let the modules and the optimizer keep their numbers where the kernel works on them."""
        self._memory.bind(run.optimizer, self.program.update.optimizer)

    # --- settings -------------------------------------------------------------------------------------------------

    def _settle(self, run: Run) -> None:
        self._settled, group = run.experiment, run.optimizer.param_groups[0]
        self._table[self._places["seed"]] = run.experiment.seed
        self._put(momentum=group.get("momentum", 0.0), weight_decay=group.get("weight_decay", 0.0))
        betas = group.get("betas", (0.0, 0.0))
        self._put(beta1=betas[0], beta2=betas[1], eps=group.get("eps", 0.0))
        self._l1.zero_()
        self._l2.zero_()
        for one in regularizers_by_act(run.experiment)["gradients"]:
            self._penalise(run, one)

    def _penalise(self, run: Run, one: Acting) -> None:
        item = one.item
        if isinstance(item, ClipGradNorm):
            self._put(clip_norm=item.max_norm)
        elif isinstance(item, ClipGradValue):
            self._put(clip_value=item.clip_value)
        elif isinstance(item, L1 | L2 | ElasticNet):
            share = item.l1_ratio if isinstance(item, ElasticNet) else float(isinstance(item, L1))
            name, network = next(iter(run.networks.items()))
            for weight in layer_weights(network, one.within(name), one.apart):
                start = self.program.starts[weight]
                self._l1[start : start + weight.numel()] += item.strength * share
                self._l2[start : start + weight.numel()] += item.strength * (1 - share)

    def _fill_rates(self, run: Run) -> None:
        for group in run.optimizer.param_groups:
            for parameter in group["params"]:
                start = self.program.starts[parameter]
                self._rates[start : start + parameter.numel()] = group["lr"]

    # --- the optimizer's count ------------------------------------------------------------------------------------

    def _count(self, run: Run) -> int:
        """Steps that Adam has taken, which it needs for its corrections."""
        if not self.program.update.optimizer.startswith("adam"):
            return 0
        taken = int(next(iter(run.optimizer.state.values()))["step"])
        betas = run.optimizer.param_groups[0]["betas"]
        self._powers[:] = betas[0] ** taken, betas[1] ** taken
        return taken

    def _counted(self, run: Run, taken: int) -> None:
        if self.program.update.optimizer.startswith("adam"):
            for state in run.optimizer.state.values():
                state["step"].fill_(taken)
