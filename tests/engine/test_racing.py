"""Where a run is computed when the choice is left to the program; the CPU stands in for a GPU."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from typing import Any

import pytest
import torch

from playground.engine import racing
from playground.engine.compile import plan_all
from playground.engine.data import DataStore
from playground.engine.events import Plan
from playground.engine.racing import CPU, settle
from playground.engine.run import Run
from playground.engine.session import open_session
from playground.engine.steering import Control
from playground.engine.steppers.eager import NAME
from playground.engine.telling import Teller
from playground.spec.errors import SpecError
from tests.engine.building import JSON, dense, drive, experiment, graph, node

CUDA = torch.device("cuda")
NORMED = graph([node("input", "Input"), node("norm", "BatchNorm1d"), node("output", "Output")])
Make = Callable[[torch.device], Run]


@pytest.fixture(autouse=True)
def with_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    there = {"auto": CUDA, "cuda": CUDA, "cpu": CPU}
    monkeypatch.setattr(racing, "choose", there.__getitem__)
    monkeypatch.setattr(torch.cuda, "is_bf16_supported", lambda _: True)


def asked(network: JSON | None = None, **changes: Any) -> tuple[torch.device, str]:
    """What is chosen, where each device is the CPU."""
    chosen = experiment(network, **{"device": "auto", **changes})
    return settle(chosen, planned(chosen), lambda _: open_session(replace(chosen, device="cpu"), DataStore()).runs[0])


def planned(chosen: Any) -> Plan:
    (plan,) = plan_all(replace(chosen, device="cpu"), DataStore()).values()
    return plan


def taking(monkeypatch: pytest.MonkeyPatch, *seconds: float) -> None:
    """Let a step take so long on the GPU, then on the CPU; an infinite one cannot be taken."""
    times = iter(seconds)

    def clocked(_: Run) -> float:
        if (found := next(times)) == float("inf"):
            raise RuntimeError("CUDA error: unknown")
        return found

    monkeypatch.setattr(racing, "seconds_per_step", clocked)


def test_the_quicker_one_is_chosen_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    taking(monkeypatch, 0.0004, 0.02)
    assert asked(NORMED) == (CUDA, "A step takes 20 ms on the CPU and 0.4 ms on the GPU.")
    taking(monkeypatch, 0.09, 0.1)
    assert asked(NORMED) == (CUDA, "A step takes 100 ms on the CPU and 90 ms on the GPU.")
    taking(monkeypatch, 0.0004, 0.0002)
    assert asked(NORMED) == (CPU, "A step takes 0.2 ms on the CPU and 0.4 ms on the GPU.")


def test_a_gpu_that_takes_no_step_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    taking(monkeypatch, float("inf"), 0.02)
    assert asked(NORMED) == (CPU, "The GPU could not take a step.")
    taking(monkeypatch, float("inf"), float("inf"))
    assert asked(NORMED) == (CUDA, "")


def test_what_is_clear_is_not_timed(monkeypatch: pytest.MonkeyPatch) -> None:
    taking(monkeypatch)
    assert asked(dense(4)) == (CPU, "Machine code for this network is quicker there than a GPU.")
    assert asked(NORMED, device="cpu") == (CPU, "")
    assert asked(NORMED, device="cuda") == (CUDA, "")
    assert asked(NORMED, precision="mixed float16") == (CUDA, "Only the GPU computes in mixed float16.")
    monkeypatch.setattr(racing, "PLAINLY", 5)
    assert asked(NORMED) == (CUDA, "There is too much to compute for the CPU.")
    monkeypatch.setattr(racing, "memory", lambda *_: ["too large"])
    assert asked(NORMED) == (CUDA, "The memory of the CPU is too small.")


def test_machine_code_does_not_decide_where_each_step_is_pytorchs(monkeypatch: pytest.MonkeyPatch) -> None:
    taking(monkeypatch, 1.0, 2.0)
    assert asked(dense(4), exact=True)[0] == CUDA


def test_steps_are_timed_on_the_real_graph_for_as_long_as_the_trial_lasts(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks: Iterator[int] = count()
    monkeypatch.setattr(time, "perf_counter", lambda: next(ticks) * 0.02)
    run = open_session(experiment(NORMED), DataStore()).runs[0]
    before = torch.get_rng_state()
    assert racing.seconds_per_step(run) == pytest.approx(0.06 / 3)  # 1 step, then 2, then the time is up
    assert torch.equal(torch.get_rng_state(), before)
    assert (run.epoch, run.stepping.name) == (0, NAME)


def test_the_trial_changes_nothing_of_what_is_trained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(racing, "_raced", lambda _, make: (make(CPU).device, f"{racing.seconds_per_step(make(CPU)):g}"))
    monkeypatch.setattr(racing, "TRIAL", 1e-4)
    sessions = [open_session(experiment(NORMED, device=device), DataStore()) for device in ("auto", "cpu")]
    for one in sessions:
        drive(one, Control())
    ours, theirs = (one.runs[0] for one in sessions)
    assert float(sessions[0].device_why) > 0
    assert Teller(sessions[0]).started().device_why == sessions[0].device_why
    assert all(torch.equal(a, b) for a, b in zip(ours.parameters, theirs.parameters, strict=True))


def test_a_device_that_is_not_there_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    with pytest.raises(SpecError, match="not available"):
        asked(device="cuda")
