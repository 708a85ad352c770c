"""The fused stepper takes the steps that autograd takes, from where the rule says on, and gives way where it cannot."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from playground.engine.knobs import adopt
from playground.engine.run import Run
from playground.engine.steppers import choice, eager
from playground.engine.steppers.choice import FUSED, SWAP_AT, Stepping
from playground.engine.steppers.fused import check
from playground.engine.steppers.fused.activations import ACTIVATIONS
from playground.engine.steppers.fused.kernel import Kernel
from playground.engine.steppers.fused.machine import compiled
from playground.engine.steppers.fused.program import NotCovered, program
from playground.engine.steppers.fused.writer import text
from playground.spec.graph import change
from playground.spec.surgery import Surgery
from tests.engine.building import JSON, dense, graph, node, session

FLAT = node("flat", "Flatten")
CROSS: JSON = {"data": {"entry": "Digits"}, "loss": {"entry": "CrossEntropyLoss"}, "batch_size": 50}
NUMBERS: JSON = {"data": {"entry": "RegPlane", "n": 60}, "objective": {"entry": "Regression"}, "metrics": []}
OPTIMIZERS: dict[str, JSON] = {
    "momentum": {"entry": "SGD", "lr": 0.05, "momentum": 0.9},
    "nesterov": {"entry": "SGD", "lr": 0.05, "momentum": 0.9, "nesterov": True, "weight_decay": 0.01},
    "adam": {"entry": "Adam", "lr": 0.01, "weight_decay": 0.01},
    "adamw": {"entry": "AdamW", "lr": 0.01, "weight_decay": 0.1},
}
REGULARIZERS: dict[str, list[JSON]] = {
    "l1 and l2": [{"entry": "L1", "strength": 0.01}, {"entry": "L2", "strength": 0.02}],
    "elastic": [{"entry": "ElasticNet", "strength": 0.02, "l1_ratio": 0.3}],
    "norm": [{"entry": "L2", "strength": 0.1}, {"entry": "ClipGradNorm", "max_norm": 0.05}],
    "value": [{"entry": "ClipGradValue", "clip_value": 0.01}],
}
JOINED = graph(
    [
        node("input", "Input"),
        node("a", "Linear", "Tanh", out_features=5),
        node("b", "Linear", "ReLU", out_features=5),
        node("drop", "Dropout", p=0.0),
        node("both", "Add"),
        node("norm", "LayerNorm"),
        node("all", "Concat"),
        node("c", "Linear", "SiLU", out_features=3, _lr_factor=0.5),
        node("output", "Output"),
    ],
    [
        ["input", "a"],
        ["input", "b"],
        ["a", "drop"],
        ["drop", "both"],
        ["b", "both", 1],
        ["both", "norm"],
        ["norm", "all"],
        ["a", "all", 1],
        ["input", "all", 2],
        ["all", "c"],
        ["c", "output"],
    ],
)


def flat(*sizes: int) -> JSON:
    """Dense layers on images, whose samples have several axes."""
    first, *rest = dense(*sizes, activation="ReLU")["nodes"]
    return graph([first, FLAT, *rest])


def made(network: JSON | None = None, **changes: Any) -> Run:
    return session(network, **changes).runs[0]


def kernel_of(run: Run) -> Kernel:
    found = program(run)
    return Kernel(found, compiled(text(found), ("step", "measure")))


def apart(network: JSON | None = None, epochs: int = 20, **changes: Any) -> float:
    """How far the weights are apart after some epochs, as a share of the largest; losses and gradients agree too."""
    mine, theirs = made(network, **changes), made(network, **changes)
    kernel = kernel_of(mine)
    for _ in range(epochs):
        batches = theirs.next_batches(theirs.steps_per_epoch)
        right = eager.run(theirs, batches)
        theirs.position, theirs.steps = 0, theirs.steps + len(batches)
        said = kernel.steps(mine, theirs.batches.order, 0, len(batches))
        mine.steps += len(batches)
        torch.testing.assert_close(said, right, rtol=2e-4, atol=2e-6)
    for ours, other in zip(mine.parameters, theirs.parameters, strict=True):
        torch.testing.assert_close(ours.grad, other.grad, rtol=5e-3, atol=2e-6)
    pairs = zip(mine.parameters, theirs.parameters, strict=True)
    largest = max(float(p.detach().abs().max()) for p in theirs.parameters)
    return max(float((a - b).detach().abs().max()) for a, b in pairs) / largest


@pytest.mark.parametrize("name", [cls.__name__ for cls in ACTIVATIONS])
def test_every_activation_that_it_knows_trains_as_in_pytorch(name: str) -> None:
    assert apart(dense(5, 4, activation=name)) < 2e-5


@pytest.mark.parametrize("approximate", ["none", "tanh"])
def test_both_forms_of_gelu_train_as_in_pytorch(approximate: str) -> None:
    network = dense(4)
    network["nodes"][1]["activation"] = {"entry": "GELU", "approximate": approximate}
    assert apart(network) < 2e-5


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_every_optimizer_that_it_knows_moves_as_in_pytorch(name: str) -> None:
    assert apart(dense(6, 5), optimizer=OPTIMIZERS[name]) < 1e-4


@pytest.mark.parametrize("name", REGULARIZERS)
def test_penalties_and_clipping_work_as_in_pytorch(name: str) -> None:
    assert apart(dense(6, 5), regularizers=REGULARIZERS[name]) < 2e-5


@pytest.mark.parametrize("name", ["MSELoss", "L1Loss", "SmoothL1Loss", "HuberLoss"])
def test_losses_of_numbers_are_those_of_pytorch(name: str) -> None:
    assert apart(dense(5), **NUMBERS, loss={"entry": name}) < 2e-5


@pytest.mark.parametrize("name", ["BCEWithLogitsLoss", "CrossEntropyLoss", "MSELoss", "HingeLoss"])
def test_losses_of_classes_are_those_of_pytorch(name: str) -> None:
    assert apart(dense(5), loss={"entry": name}) < 2e-5


@pytest.mark.parametrize("size", [7, 16, 17, 20])
def test_batches_of_any_size_count_each_sample_once(size: int) -> None:
    assert apart(dense(5), batch_size=size) < 2e-5


def test_wide_layers_are_computed_in_loops() -> None:
    assert apart(flat(37, 19), epochs=3, **CROSS) < 2e-5


def test_graphs_with_sums_joints_norms_and_rates_of_their_own_train_as_in_pytorch() -> None:
    assert apart(JOINED, regularizers=[{"entry": "L2", "strength": 0.02}]) < 2e-5


def test_frozen_layers_stay_as_they_are() -> None:
    network = dense(4, 3)
    network["nodes"][1]["lr_factor"] = 0
    run = made(network)
    before = run.networks["model"].state_dict()["hidden1.weight"].clone()
    kernel_of(run).steps(run, torch.arange(len(run.dataset)), 0, 3)
    assert torch.equal(run.networks["model"].state_dict()["hidden1.weight"], before)
    assert apart(network) < 2e-5


def test_dropout_drops_its_share_and_depends_on_seed_and_step_alone() -> None:
    network = graph(
        [
            node("input", "Input"),
            node("wide", "Linear", out_features=64),
            node("drop", "Dropout", p=0.25),
            node("output", "Output"),
        ]
    )
    runs = [made(network, data={"entry": "Circle", "n": 400}, batch_size=200, seed=3) for _ in range(2)]
    with torch.no_grad():
        for run in runs:
            state = run.networks["model"].state_dict()
            state["wide.weight"].zero_()
            state["wide.bias"].fill_(1.0)
            state["output.weight"].zero_()
    order = torch.arange(len(runs[0].dataset))
    kernels = [kernel_of(run) for run in runs]
    losses = [kernel.steps(run, order, 0, 1) for kernel, run in zip(kernels, runs, strict=True)]
    slopes = runs[0].networks["model"].get_submodule("output").weight.grad
    targets = runs[0].dataset.train_targets[:200, 0]
    whole = float((0.5 - targets).sum()) / 200  # the gradient without dropout, for every unit
    assert slopes is not None
    assert float(slopes.mean()) == pytest.approx(whole, abs=0.02)
    assert float(slopes.std()) > 0.005
    assert torch.equal(losses[0], losses[1])
    again = kernels[0].steps(runs[0], order, 0, 1), kernels[1].steps(runs[1], order, 0, 1)
    assert torch.equal(*again)


def test_what_it_measures_is_what_pytorch_measures() -> None:
    for network, changes in ((dense(5, 4), {}), (flat(9), CROSS), (dense(4), {"loss": {"entry": "HingeLoss"}})):
        run = made(network, **changes)
        kernel, right = kernel_of(run), run.objective.evaluate()
        kernel.bind(run)
        run.stepping._kernel, run.stepping.name = kernel, FUSED
        said = run.stepping.evaluate(run)
        assert said.keys() == right.keys()
        assert said == pytest.approx(right, rel=1e-5, abs=1e-6)


NOT_COVERED: dict[str, tuple[JSON, str]] = {
    "a layer": (
        {"network": graph([node("input", "Input"), node("n", "BatchNorm1d"), node("o", "Output")])},
        "BatchNorm1d",
    ),
    "an optimizer": ({"optimizer": {"entry": "RMSprop"}}, "RMSprop"),
    "a limit": ({"regularizers": [{"entry": "MaxNorm"}]}, "have a limit"),
    "noise": ({"regularizers": [{"entry": "InputNoise"}]}, "change at each step"),
    "many weights": ({"network": flat(300), **CROSS}, "more than 20,000 weights"),
    "large batches": ({"network": flat(200), **CROSS, "batch_size": 1000}, "faster on batches"),
    "smoothing": ({"loss": {"entry": "CrossEntropyLoss", "label_smoothing": 0.1}}, "smoothed"),
}


@pytest.mark.parametrize("name", NOT_COVERED)
def test_what_it_cannot_do_is_left_to_pytorch_and_named(name: str) -> None:
    changes, said = NOT_COVERED[name]
    run = made(changes.get("network"), **{key: value for key, value in changes.items() if key != "network"})
    with pytest.raises(NotCovered, match=said):
        program(run)


def trained(steps: int, **changes: Any) -> Run:
    run = made(dense(4), epochs=10_000, **changes)
    while run.steps < steps:
        run.chunk(steps - run.steps)
    return run


def test_it_takes_over_at_its_step_however_steps_are_grouped() -> None:
    run = trained(SWAP_AT)
    assert run.stepping.name == "eager"
    run.chunk(1)
    assert run.stepping.name == FUSED
    whole, single = trained(SWAP_AT + 10), made(dense(4), epochs=10_000)
    while single.steps < SWAP_AT + 10:
        single.chunk(1)
    for a, b in zip(whole.parameters, single.parameters, strict=True):
        assert torch.equal(a, b)


def test_exact_leaves_every_step_to_autograd() -> None:
    run = trained(SWAP_AT + 10, exact=True)
    assert (run.stepping.name, run.stepping.why) == ("eager", "Exact is on.")


def test_a_resumed_run_goes_on_as_the_one_that_never_stopped(tmp_path: Path) -> None:
    run = trained(SWAP_AT + 5, optimizer={"entry": "Adam", "lr": 0.01})
    path = tmp_path / "state"
    torch.save(run.state(), path)
    run.chunk(2)
    other = made(dense(4), epochs=10_000, optimizer={"entry": "Adam", "lr": 0.01})
    other.load_state(torch.load(path, weights_only=False))
    other.chunk(2)
    for a, b in zip(run.parameters, other.parameters, strict=True):
        assert torch.equal(a, b)


def test_a_kernel_that_disagrees_is_refused_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Kernel.steps

    def wrong(kernel: Kernel, run: Run, *rest: Any) -> torch.Tensor:
        found = whole(kernel, run, *rest)
        with torch.no_grad():
            run.parameters[0].mul_(1.01)
        return found

    monkeypatch.setattr(Kernel, "steps", wrong)
    run = made(dense(4))
    before = [p.detach().clone() for p in run.parameters]
    assert not check.agrees(kernel_of(run), run)
    assert all(torch.equal(a, b) for a, b in zip(run.parameters, before, strict=True))
    run = trained(SWAP_AT + 2)
    assert (run.stepping.name, run.stepping.why) == ("eager", "It disagreed with autograd.")


def test_a_kernel_that_cannot_be_built_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "text", lambda _: "define nonsense")
    run = trained(SWAP_AT + 2)
    assert run.stepping.name == "eager"
    assert run.stepping.why.startswith("It could not be built: ")


def test_closing_waits_for_what_is_being_built() -> None:
    run = made(dense(4), epochs=10_000)
    while run.steps <= choice.BUILD_AT:
        run.chunk(10)
    run.stepping.close()
    assert isinstance(run.stepping, Stepping)


def test_variants_of_one_shape_share_their_machine_code() -> None:
    runs = [made(dense(4), optimizer={"entry": "SGD", "lr": rate}) for rate in (0.1, 0.2)]
    codes = [compiled(text(program(run)), ("step", "measure")) for run in runs]
    assert codes[0] is codes[1]


def test_units_that_are_switched_off_are_left_to_pytorch_and_come_back() -> None:
    run = trained(SWAP_AT + 5)
    whole = run.experiment
    graph_ = whole.networks["model"]
    node_ = replace(graph_.node("hidden1"), surgery=Surgery(ablated=(1,)))
    adopt(run, replace(whole, networks={"model": change(graph_, node_)}))
    assert run.stepping.evaluate(run) == run.objective.evaluate()
    run.chunk(1)
    assert (run.stepping.name, run.stepping.why) == ("eager", "Units are switched off.")
    adopt(run, whole)
    run.chunk(1)
    assert (run.stepping.name, run.stepping.why) == (FUSED, "")
