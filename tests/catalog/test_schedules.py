"""Schedules follow PyTorch's own, epoch by epoch."""

from __future__ import annotations

import pytest
import torch

from playground.catalog import schedules
from playground.catalog.kinds import Schedule
from playground.spec.entry import entries
from playground.spec.errors import ParamError

LR = 0.2
PLANNED = [
    schedules.StepLR(step_size=7, gamma=0.5),
    schedules.MultiStepLR(milestones=(5, 6, 20), gamma=0.3),
    schedules.MultiStepLR(milestones=()),
    schedules.ExponentialLR(gamma=0.9),
    schedules.CosineAnnealingLR(eta_min=0.02),
    schedules.CosineAnnealingWarmRestarts(T_0=4),
    schedules.CosineAnnealingWarmRestarts(T_0=1, T_mult=2, eta_min=0.01),
    schedules.OneCycleLR(anneal_strategy="linear", div_factor=5),
    schedules.OneCycleLR(pct_start=0.001),
    schedules.OneCycleLR(pct_start=0.5),
    schedules.OneCycleLR(pct_start=0.95, final_div_factor=1),
    schedules.CyclicLR(step_size_up=4),
    schedules.CyclicLR(step_size_up=3, mode="triangular2", low=0),
    schedules.CyclicLR(step_size_up=1, mode="exp_range", gamma=0.9, low=0.5),
    schedules.LinearLR(start_factor=0.01, total_iters=8),
    schedules.LinearLR(start_factor=1, end_factor=0, total_iters=40),
    schedules.PolynomialLR(power=2),
    schedules.PolynomialLR(power=0.5),
    *(cls() for cls in entries("schedule").values() if cls.__name__ != "ReduceLROnPlateau"),
]


@pytest.mark.parametrize("epochs", [1, 2, 9, 30])
@pytest.mark.parametrize("schedule", PLANNED, ids=repr)
def test_factor_is_what_pytorch_does(schedule: Schedule, epochs: int) -> None:
    rates = [LR, 3 * LR]
    groups = [{"params": [torch.nn.Parameter(torch.ones(1))], "lr": rate} for rate in rates]
    optimizer = torch.optim.SGD(groups, lr=LR)
    kind = getattr(torch.optim.lr_scheduler, schedule.target.rpartition(".")[2]) if schedule.target else None
    scheduler = kind(optimizer, **schedule.scheduler_args(epochs, rates)) if kind else None
    for epoch in range(epochs + 1):
        for group, rate in zip(optimizer.param_groups, rates, strict=True):
            assert group["lr"] == pytest.approx(rate * schedule.factor(epoch, epochs, rate), rel=1e-9, abs=1e-12)
        optimizer.step()
        if scheduler:
            scheduler.step()


def test_a_rise_of_no_epochs_at_all_divides_by_nothing() -> None:
    one = schedules.OneCycleLR(pct_start=0.1)
    test_factor_is_what_pytorch_does(one, 9)  # a rise of exactly one of ten points


@pytest.mark.parametrize("steps", [1, 4])
@pytest.mark.parametrize("schedule", PLANNED, ids=repr)
def test_only_those_that_move_at_each_step_count_in_steps(schedule: Schedule, steps: int) -> None:
    paced = schedule.paced(steps)
    if not schedule.per_step:
        assert paced == schedule
    test_factor_is_what_pytorch_does(paced, 3 * steps)


def test_a_cycle_is_as_many_epochs_long_whatever_their_steps() -> None:
    cyclic = schedules.CyclicLR(step_size_up=2, mode="exp_range", gamma=0.8)
    for epoch in range(9):
        assert cyclic.paced(7).factor(7 * epoch, 63, LR) == pytest.approx(cyclic.factor(epoch, 9, LR))


def test_plateau_gets_pytorchs_names() -> None:
    args = schedules.ReduceLROnPlateau(gamma=0.5, patience=3).scheduler_args(10)
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.ones(1))], lr=LR)
    scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, **args)
    for _ in range(5):
        optimizer.step()
        scheduler.step(1.0)
    assert optimizer.param_groups[0]["lr"] == LR / 2


@pytest.mark.parametrize("milestones", [(5, 5), (9, 3), (2.5,), (0,)])
def test_milestones_need_rising_whole_numbers(milestones: tuple[int, ...]) -> None:
    with pytest.raises(ParamError) as caught:
        schedules.MultiStepLR(milestones=milestones)
    assert caught.value.place == "milestones"
