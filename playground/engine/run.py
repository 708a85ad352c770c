"""Run: one variant being trained, with everything that decides its next step."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable
from contextlib import nullcontext
from functools import partial
from itertools import takewhile
from typing import Any

import numpy as np
import torch
from torch import nn

from playground.catalog.kinds import Schedule
from playground.engine import stopping
from playground.engine.augmenting import Change, Moving, augmenters, mixup_of
from playground.engine.batches import Batches
from playground.engine.data import Dataset
from playground.engine.device import wait_for
from playground.engine.layout import lay_out
from playground.engine.loader import Batch
from playground.engine.network import Network
from playground.engine.objectives.goal import Goal, Phase
from playground.engine.optimizers import recordable, take_over, without_compiler, without_warning
from playground.engine.precision import Precision, lowered
from playground.engine.randomness import RandomState
from playground.engine.rates import learning_rates, quickest, rescheduled
from playground.engine.regularizing import Acting, layer_weights, regularizers_by_act
from playground.engine.resolve import locate
from playground.engine.steppers.choice import Stepping
from playground.engine.surgery import Surgeon
from playground.spec.experiment import Experiment
from playground.spec.record import Piece, Record


class Run:
    """A variant's network, optimizer, schedule, batches and random state.

    Batches come from a generator of the run's own, and dropout from a random state of its own: what else happens in the
    process, and how steps are grouped into chunks, changes nothing.
    """

    def __init__(self, name: str, experiment: Experiment, networks: dict[str, Network], dataset: Dataset) -> None:
        self.name = name
        self.experiment = experiment
        self.networks = networks
        self.dataset = dataset
        self.device = dataset.device
        self.laid_out = self._lay_out_weights()
        self.objective: Goal = locate(experiment.objective.target)(experiment, networks, dataset)
        self.record = Record()
        self.epoch = self.position = self.steps = 0
        self.seconds = self.seconds_per_step = 0.0
        self.stopped_early = False
        self.diverged: float | None = None
        self._build_optimizer()
        self.precision = Precision(experiment, self.device, self.optimizer)
        self.surgeon = Surgeon(networks, self.optimizer)
        self.phases: list[Phase] = list(self.objective.phases())
        for phase in self.phases:
            mine = {p for name in phase.networks for p in networks[name].parameters()}
            phase.parameters = [p for p in self.parameters if p in mine]
            phase.loss = self.precision.cast(phase.loss)
        self.set_penalties()
        self._stopping = stopping.EarlyStopping()
        self.batches = Batches(dataset, experiment.seed)
        self.stepping = Stepping()
        self.random = RandomState(self.device, experiment.seed)
        self._losses: list[tuple[np.ndarray, torch.Tensor]] = []
        self._measured: list[tuple[float, dict[str, float]]] = []
        for network in networks.values():
            network.train()

    def _lay_out_weights(self) -> set[str]:
        """The networks whose convolutions have channels last now; L-BFGS takes no gradients that lie so."""
        if getattr(self.experiment.optimizer, "whole", False):
            return set()
        return lay_out(self.networks, self.device, lowered(self.experiment.precision, self.device) is not None)

    def _build_optimizer(self) -> None:
        chosen, schedule = self.experiment.optimizer, self.experiment.schedule
        self.parameters: list[torch.nn.Parameter] = []
        groups: list[dict[str, Any]] = []
        for name, network in self.networks.items():
            factors = {node.id: node.lr_factor for node in self.experiment.networks[name].nodes}
            groups += learning_rates(network, chosen.args()["lr"], factors)
            self.parameters += [p for p in network.parameters() if p.requires_grad]
        kind = locate(chosen.target)
        without_compiler()
        how = quickest(kind, self.device) | recordable(kind, self.device)
        self.optimizer: torch.optim.Optimizer = kind(groups, **chosen.args(), **how)
        without_warning(self.optimizer)
        self.scheduler: torch.optim.lr_scheduler.LRScheduler | None = None
        if isinstance(schedule, Schedule) and schedule.target:
            rates = [group["lr"] for group in self.optimizer.param_groups]
            paced, _, end = self._pace(schedule)
            self.scheduler = locate(schedule.target)(self.optimizer, **paced.scheduler_args(end, rates))
        self.paced = self.scheduler is not None and getattr(schedule, "per_step", False)

    def _pace(self, schedule: Schedule) -> tuple[Schedule, int, int]:
        """The schedule, how far it has come, and its end: in epochs, or in steps where it moves at each."""
        epochs = self.experiment.epochs
        if not schedule.per_step:
            return schedule, self.epoch, epochs
        each = self.steps_per_epoch
        left = each * (epochs - self.epoch - (self.position > 0)) + (self.steps_left if self.position else 0)
        return schedule.paced(each), each * epochs - left, each * epochs

    def set_penalties(self) -> None:
        """Bind the regularisers, in their order, to parameters or, after the augmentations, to inputs."""
        acting = regularizers_by_act(self.experiment)
        for phase in self.phases:
            phase.penalties, phase.limits = (
                [partial(locate(one.item.target), self._reach(phase, one), **one.item.args()) for one in acting[act]]
                for act in ("gradients", "weights")
            )
        changes = augmenters(self.experiment)
        self.objective.mixup = mixup_of(changes)
        noises = [partial(locate(one.item.target), **one.item.args()) for one in acting["inputs"]]
        self.blurs: list[Change | Moving] = [*changes, *noises]

    def _reach(self, phase: Phase, one: Acting) -> list[nn.Parameter]:
        """The parameters of a phase on which a regulariser works."""
        if getattr(one.item, "on", "") != "weights":
            return phase.parameters
        return [p for name in phase.networks for p in layer_weights(self.networks[name], one.within(name), one.apart)]

    # --- where the run is -----------------------------------------------------------------------------------------

    @property
    def batch_size(self) -> int:
        """Samples in a full batch."""
        return min(self.experiment.batch_size, len(self.dataset))

    @property
    def progress(self) -> float:
        """Epochs so far; samples seen in the current one count as a fraction."""
        return self.epoch + self.position / len(self.dataset)

    @property
    def sound(self) -> bool:
        """Whether the losses since the epoch before this one began are finite, be they told or not."""
        recent = takewhile(lambda pair: pair[0][-1] > self.epoch - 1, reversed(self._losses))
        numbers = [values[name] for _, values in self._measured[-1:] for name in self.objective.losses]
        finite = all(map(math.isfinite, numbers)) and all(torch.isfinite(losses).all() for _, losses in recent)
        return finite and self.diverged is None

    @property
    def over(self) -> bool:
        """Whether there is nothing more to train."""
        return self.epoch >= self.experiment.epochs or self.stopped_early or self.diverged is not None

    @property
    def steps_per_epoch(self) -> int:
        """Steps in a whole epoch at the batch size in force."""
        return math.ceil(len(self.dataset) / self.batch_size)

    @property
    def steps_left(self) -> int:
        """Steps to the end of the current epoch."""
        return math.ceil((len(self.dataset) - self.position) / self.batch_size)

    @property
    def factors(self) -> list[float]:
        """Factors of the learning rate, one for each group of parameters."""
        return [group["factor"] for group in self.optimizer.param_groups]

    @property
    def lr_group(self) -> tuple[int, float]:
        """The group of parameters whose learning rate is told, and its factor: 1 if any has that."""
        here = self.factors.index(1.0) if 1.0 in self.factors else 0
        return here, self.factors[here]

    @property
    def lr(self) -> float:
        """The learning rate in force, for a layer of factor 1."""
        here, factor = self.lr_group
        return float(self.optimizer.param_groups[here]["lr"] / factor)

    def scale_lr(self, old: float, new: float, moved: bool = False) -> None:
        """Change the base learning rate; the schedule goes on from here as if it had always been that.

        The same with its end, where this has `moved`.
        """
        schedule, groups = self.experiment.schedule, self.optimizer.param_groups
        planned = isinstance(schedule, Schedule) and not schedule.watches
        reached = [group["lr"] / (old * group["factor"]) if old else 1.0 for group in groups]
        rates = [new * group["factor"] for group in groups]
        if isinstance(schedule, Schedule) and self.scheduler and planned:
            paced, done, end = self._pace(schedule)
            settings = paced.scheduler_args(end, rates)
            self.scheduler = rescheduled(self.scheduler, rates, settings, done if schedule.per_step or moved else None)
            reached = [paced.factor(done, end, rate) for rate in rates]
        for group, rate, share in zip(groups, rates, reached, strict=True):
            group["lr"] = rate * share

    def fit_schedule(self) -> None:
        """Let a schedule that moves at each step end with the training at the batch size in force."""
        if self.paced:
            lr = self.experiment.optimizer.args()["lr"]
            self.scale_lr(lr, lr)

    def _move_end(self, before: int) -> None:
        """Let a schedule that is planned for a number of epochs end with the training, which had another one before."""
        schedule, epochs = self.experiment.schedule, self.experiment.epochs
        if isinstance(schedule, Schedule) and schedule.scheduler_args(before) != schedule.scheduler_args(epochs):
            lr = self.experiment.optimizer.args()["lr"]
            self.scale_lr(lr, lr, moved=True)

    # --- training -------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Measure the untrained network: the curves' points at epoch 0."""
        self._measured.append((0, self.evaluate()))

    def next_batches(self, steps: int) -> Iterable[Batch]:
        """Inputs and targets of the next steps of this epoch."""
        _, start = self.next_places(steps)
        return self.batches.between(start, self.position, self.batch_size)

    def next_places(self, steps: int) -> tuple[torch.Tensor, int]:
        """The order of the samples (N,) in this epoch, shuffled at its start, and where in it the next steps begin."""
        if self.position == 0:
            self.batches.shuffle()
        start = self.position
        self.position = min(start + steps * self.batch_size, len(self.dataset))
        return self.batches.order, start

    def close(self) -> None:
        """Leave no thread behind."""
        self.batches.rest()
        self.stepping.close()

    def chunk(self, steps: int) -> int:
        """Take at most so many steps, never past the end of an epoch; return how many were taken."""
        begun = time.perf_counter()
        steps = self.stepping.limit(self, min(steps, self.steps_left))
        x = self.ahead(steps)
        with self.random.in_force() if self.stepping.draws else nullcontext():
            losses = self._train(steps)
        wait_for(self.device)
        self.took(x, losses)
        spent = time.perf_counter() - begun
        self.spend(spent, spent / steps)
        return steps

    def ahead(self, steps: int) -> np.ndarray:
        """How many epochs will be behind after each of the next steps of this epoch."""
        return self.epoch + self.batches.shares(self.position, self.batch_size)[:steps]

    def took(self, x: np.ndarray, losses: torch.Tensor) -> None:
        """Note the losses (steps,) of steps that were taken, and where; at its end the epoch is measured."""
        self._losses.append((x, losses))
        if self.position == len(self.dataset):
            self._end_epoch()

    def spend(self, seconds: float, per_step: float) -> None:
        """Note what a chunk has cost, and how long it lasted for each of its steps."""
        self.seconds += seconds
        self.seconds_per_step = 0.7 * self.seconds_per_step + 0.3 * per_step if self.seconds_per_step else per_step

    def _train(self, steps: int) -> torch.Tensor:
        """Take steps; their losses (steps,)."""
        if not self.paced:
            losses = self.stepping.take(self, steps)
            self.steps += steps
            return losses
        found = []
        for _ in range(steps):
            found.append(self.stepping.take(self, 1))
            self.stepped()
        return torch.cat(found)

    def stepped(self) -> None:
        """Count a step, after which the schedule may move."""
        self.steps += 1
        if self.scheduler and self.paced:
            self.scheduler.step()

    def _end_epoch(self) -> None:
        self.epoch, self.position = self.epoch + 1, 0
        values = self._scheduled()
        self._measured.append((self.epoch, values))
        rule = stopping.entry_of(self.experiment)
        if rule and self._stopping.stops(rule, self.epoch, values[self.objective.judged], self._whole()):
            self.stopped_early = True
        if rule and getattr(rule, "restore_best", True) and self.over:
            self._stopping.restore(self._whole())

    def _scheduled(self) -> dict[str, float]:
        """The numbers of the epoch, with the learning rate that its end has brought."""
        if not (self.scheduler and getattr(self.experiment.schedule, "watches", False)):
            if self.scheduler and not self.paced:
                self.scheduler.step()
            return self.evaluate()
        values = self.evaluate()
        self.scheduler.step(values[self.objective.judged])  # type: ignore[arg-type]  # one that watches takes the loss
        return {**values, "lr": self.lr}

    def _whole(self) -> nn.Module:
        """All networks as one module: the network itself where there is only one."""
        several = len(self.networks) > 1
        return nn.ModuleDict(self.networks) if several else self.networks[self.objective.name]

    def evaluate(self) -> dict[str, float]:
        """Losses, metrics and learning rate of the networks as they are."""
        return {**self.stepping.evaluate(self), "lr": self.lr}

    # --- numbers --------------------------------------------------------------------------------------------------

    def take(self) -> dict[str, Piece]:
        """Add the points since the last call to the record, and return what it keeps of them.

        This is where a loss that is not finite is found.

        The curves of the losses then end in NaN where it happened; nothing later is told, so that what is told does not
        depend on when it was found.
        """
        x = np.concatenate([x for x, _ in self._losses]) if self._losses else np.empty(0)
        y = torch.cat([part for _, part in self._losses]).double().cpu().numpy() if self._losses else np.empty(0)
        measured, self._losses, self._measured = self._measured, [], []
        if self.diverged is not None:
            return {}
        self._watch(x, y, measured)
        if self.diverged is not None:
            y, x = y[x <= self.diverged], x[x <= self.diverged]
            measured = [(epoch, values) for epoch, values in measured if epoch < self.diverged]
            measured.append((self.diverged, dict.fromkeys(self.objective.losses, math.nan)))
        points = {"batch_loss": (x, y)} if len(x) else {}
        for name in dict.fromkeys(name for _, values in measured for name in values):
            told = [(epoch, values[name]) for epoch, values in measured if name in values]
            points[name] = (np.array([epoch for epoch, _ in told], dtype=float), np.array([value for _, value in told]))
        return {name: self.record.add(self.name, name, *values) for name, values in points.items()}

    def _watch(self, x: np.ndarray, y: np.ndarray, measured: list[tuple[float, dict[str, float]]]) -> None:
        bad = x[~np.isfinite(y)][:1].tolist()
        losses = self.objective.losses
        bad += [epoch for epoch, v in measured if not all(math.isfinite(v[name]) for name in losses)][:1]
        if bad:
            self.diverged = min(bad)
            self.steps -= int((x > self.diverged).sum())
            self.epoch, self.position = int(self.diverged), 0

    def results(self) -> dict[str, Any]:
        """Final numbers, at the end also over the test set; null stands for what a diverged run does not have."""
        found: dict[str, Any] = {"epochs": self.epoch, "steps": self.steps, "seconds": self.seconds}
        found["stepper"] = self.stepping.name
        values = {**self.evaluate(), **(self.objective.test() if self.over else {})}
        values.pop("lr")
        found |= {
            name: value if math.isfinite(value) and self.diverged is None else None for name, value in values.items()
        }
        judged = self.objective.judged
        best = self.record.best(self.name, judged)
        return found | {f"best_{judged}": best and best[1], "best_epoch": best and best[0]}

    # --- checkpoints ----------------------------------------------------------------------------------------------

    def state(self) -> dict[str, Any]:
        """Everything needed to go on bit for bit, as tensors and plain values; the record is kept apart."""
        return {
            "networks": {name: network.state_dict() for name, network in self.networks.items()},
            "optimizer": self.optimizer.state_dict(),
            "scheduler": self.scheduler.state_dict() if self.scheduler else {},
            "lr": self.experiment.optimizer.args()["lr"],
            "epochs": self.experiment.epochs,
            "order": self.batches.generator.get_state(),
            "permutation": self.batches.order,
            "random": self.random.states,
            "stopping": self._stopping.state(),
            "surgery": self.surgeon.state(),
            "precision": self.precision.state(),
            "counters": [self.epoch, self.position, self.steps, self.seconds, self.stopped_early, self.diverged],
        }

    def load_state(self, state: dict[str, Any]) -> None:
        """Go back to a saved state.

        Raises:
            KeyError, ValueError, RuntimeError: the state is another experiment's.
        """
        self.batches.rest()
        for name, network in self.networks.items():
            network.load_state_dict(state["networks"][name])
        take_over(self.optimizer, state["optimizer"])
        if self.scheduler:
            self.scheduler.load_state_dict(state["scheduler"])
        self.batches.generator.set_state(state["order"])
        self.batches.order = state["permutation"]
        self.random.take_over(state["random"])
        self._stopping.load_state(state["stopping"])
        self.surgeon.load_state(state.get("surgery", {}))
        self.surgeon.apply(self.experiment)
        self.precision.load_state(state.get("precision", {}))
        self.epoch, self.position, self.steps, self.seconds, self.stopped_early, self.diverged = state["counters"]
        self._move_end(state.get("epochs", self.experiment.epochs))
