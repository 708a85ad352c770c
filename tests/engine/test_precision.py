"""Mixed precision. No CUDA device is needed: bfloat16 runs on the CPU, and so does float16 where a test allows it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch

from playground.catalog.kinds import Loss
from playground.engine import checkpoint, precision
from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.engine.events import Diagnostic
from playground.engine.lint import precision as lint
from playground.engine.run import Run
from playground.engine.session import Session
from playground.engine.telling import Teller
from playground.spec import fixes
from playground.spec.entry import entries
from playground.spec.experiment import Experiment
from playground.spec.live import skeleton
from tests.engine.building import JSON, curves, dense, experiment, graph, node, outcome, session
from tests.engine.test_objectives import autoencoder, game, opened

HALF: JSON = {"precision": "mixed float16"}
BRAIN: JSON = {"precision": "mixed bfloat16"}


@pytest.fixture
def half_on_cpu(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let float16 and the scaling of the loss be computed on the CPU, as they are on CUDA."""
    monkeypatch.setattr(precision, "lowered", lambda name, _device: precision.TYPES.get(name))
    monkeypatch.setattr(lint, "lowered", lambda name, _device: precision.TYPES.get(name))


def problems(found: Experiment) -> list[Diagnostic]:
    return [problem for problem in plan(found, DataStore()).problems if problem.code == "precision"]


def types_seen(run: Run) -> set[torch.dtype]:
    """The types of what the first layer gives in one step."""
    seen: set[torch.dtype] = set()
    handle = run.networks["model"].hidden1.register_forward_hook(lambda _m, _i, out: seen.add(out.dtype))
    run.chunk(1)
    handle.remove()
    return seen


def test_float32_costs_nothing() -> None:
    run = session(dense(4)).runs[0]
    assert run.precision.backward is torch.autograd.backward
    assert run.precision.step == run.optimizer.step
    assert run.phases[0].loss == run.objective.batch_loss  # type: ignore[attr-defined]  # a supervised one
    assert types_seen(run) == {torch.float32}


def test_bfloat16_computes_in_16_bits_and_keeps_weights_in_32() -> None:
    run = session(dense(4), **BRAIN).runs[0]
    assert types_seen(run) == {torch.bfloat16}
    assert {parameter.dtype for parameter in run.parameters} == {torch.float32}
    assert {one.dtype for one in run.networks["model"].every_output(run.dataset.train_inputs).values()} == {
        torch.float32
    }
    plain, mixed = (curves(outcome(dense(8), epochs=20, **some))["model"]["train_loss"] for some in ({}, BRAIN))
    assert mixed != plain
    assert mixed == pytest.approx(plain, rel=0.03)


@pytest.mark.parametrize("name", entries("loss"))
def test_every_loss_can_be_computed_in_bfloat16(name: str) -> None:
    cls = entries("loss")[name]
    assert issubclass(cls, Loss)
    end = {"probabilities": "Sigmoid", "log-probabilities": "LogSoftmax"}.get(cls.reads, "")
    network = graph([node("input", "Input"), node("a", "Linear", "Tanh"), node("end", "Output", end)])
    task = cls.tasks[0]
    chosen: JSON = {"data": {"entry": "RegPlane"}} if task == "regression" else {}
    found = session(network, loss={"entry": name}, objective={"entry": task.title()}, metrics=[], **chosen, **BRAIN)
    run = found.runs[0]
    run.chunk(2)
    assert all(torch.isfinite(parameter).all() for parameter in run.parameters)


@pytest.mark.parametrize("optimizer", ["SGD", "Adam", "LBFGS"])
def test_other_ways_to_step_take_bfloat16(optimizer: str) -> None:
    assert outcome(dense(4), optimizer={"entry": optimizer, "lr": 0.05}, **BRAIN).results["model"]["train_loss"] < 1
    for made in (game(**BRAIN), autoencoder(**BRAIN)):
        run = opened(made).runs[0]
        run.chunk(2)
        assert all(torch.isfinite(parameter).all() for parameter in run.parameters)


def test_float16_without_cuda_is_told_of_and_trains_in_float32() -> None:
    found = experiment(dense(4), **HALF)
    (problem,) = problems(found)
    assert problem.message == "Mixed float16 needs CUDA, so that training on the CPU is in float32."
    assert (problem.severity, problem.place) == ("warning", "precision")
    for fix in problem.fixes:
        assert not problems(fixes.apply(found, "model", fix))
    assert curves(outcome(dense(4), **HALF)) == curves(outcome(dense(4)))
    assert not problems(experiment(dense(4), **BRAIN))


def test_what_cannot_be_scaled_is_told_of(half_on_cpu: None) -> None:
    found = experiment(dense(4), optimizer={"entry": "LBFGS"}, batch_size=20, **HALF)
    (problem,) = problems(found)
    assert problem.severity == "error"
    for fix in problem.fixes:
        assert not problems(fixes.apply(found, "model", fix))
    assert not problems(experiment(dense(4), **HALF))


def test_a_cuda_device_is_asked_what_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    cuda = torch.device("cuda")
    monkeypatch.setattr(torch.cuda, "is_bf16_supported", lambda _emulated: False)
    assert [precision.lowered(name, cuda) for name in precision.TYPES] == [torch.float16, None]
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    (problem,) = lint.precision(experiment(dense(4), device="cuda", **BRAIN))
    assert "needs a newer CUDA device" in problem.message
    assert [fix.label for fix in problem.fixes] == ["Use mixed float16", "Use float32"]
    (problem,) = lint.precision(experiment(dense(4), device="cuda", loss={"entry": "BCELoss"}, **HALF))
    assert problem.severity == "error"
    assert not list(lint.precision(experiment(dense(4), device="cuda", **HALF)))


def test_gradients_are_scaled_and_scaled_back(half_on_cpu: None) -> None:
    exact, run = session(dense(4)).runs[0], session(dense(4), **HALF).runs[0]
    assert types_seen(run) == {torch.float16}
    exact.chunk(1)
    for one, other in zip(exact.parameters, run.parameters, strict=True):
        torch.testing.assert_close(one.grad, other.grad, rtol=0.03, atol=2e-3)
    run.chunk(3)
    assert run.steps == 4


def test_a_step_that_overflows_is_left_out_and_the_scale_falls(half_on_cpu: None) -> None:
    run = session(dense(4), optimizer={"entry": "SGD", "lr": 0.1, "momentum": 0.9}, **HALF).runs[0]
    scaler = run.precision.scaler
    assert scaler is not None
    run.precision.load_state({**run.precision.state(), "scale": 2.0**60})
    before = [parameter.detach().clone() for parameter in run.parameters]
    run.chunk(1)
    assert all(torch.equal(old, new) for old, new in zip(before, run.parameters, strict=True))
    assert scaler.get_scale() == 2.0**59


@pytest.mark.parametrize("network", ["game", "autoencoder"])
def test_phases_are_scaled_too(network: str, half_on_cpu: None) -> None:
    run = opened({"game": game, "autoencoder": autoencoder}[network](**HALF)).runs[0]
    before = [parameter.detach().clone() for parameter in run.parameters]
    run.chunk(4)
    assert any(not torch.equal(old, new) for old, new in zip(before, run.parameters, strict=True))
    assert all(torch.isfinite(parameter).all() for parameter in run.parameters)


def test_a_checkpoint_keeps_the_scale(half_on_cpu: None, tmp_path: Path) -> None:
    def made() -> Session:
        return session(dense(4), optimizer={"entry": "Adam", "lr": 0.1}, **HALF)

    first, second = made(), made()
    assert first.runs[0].precision.scaler is not None
    first.runs[0].precision.load_state({**first.runs[0].precision.state(), "scale": 2.0**40})
    first.runs[0].chunk(2)
    checkpoint.save(tmp_path / "run.pt", first.state())
    second.resume(tmp_path / "run.pt")
    assert second.runs[0].precision.state() == first.runs[0].precision.state()
    for one in (first, second):
        one.runs[0].chunk(2)
    for here, there in zip(first.runs[0].parameters, second.runs[0].parameters, strict=True):
        assert torch.equal(here, there)


def test_a_change_starts_anew_and_the_run_says_what_it_computes_in() -> None:
    assert skeleton(experiment(dense(4))) != skeleton(experiment(dense(4), **BRAIN))
    told: dict[str, Any] = {name: Teller(session(dense(4), precision=name)).started().stepper for name in PRECISIONS}
    assert told == {
        "float32": "eager",
        "mixed float16": "eager",
        "mixed bfloat16": "eager · mixed bfloat16",
    }


PRECISIONS = ("float32", *precision.TYPES)
