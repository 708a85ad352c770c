"""Training by several processes is that by one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from subprocess import PIPE
from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from playground.cli.launching import environment, free_port
from playground.engine import checkpoint, precision
from playground.engine.data import DataStore
from playground.engine.distributed import fitness
from playground.engine.distributed.group import Group
from playground.engine.distributed.shares import own_seed, rows_of
from playground.engine.headless import run_to_end
from playground.engine.session import open_session
from playground.paths import presets_dir
from playground.spec.errors import SpecError
from playground.spec.files import dumps, read
from tests.engine.building import JSON, dense, experiment, graph, node, session

MEMBER = Path(__file__).with_name("member.py")
SIZE = 2
CLOSE: JSON = {"lbfgs": 1e-3}
"""How close to one process two of them come, where it is not 1e-5: L-BFGS divides by small differences."""

IMAGES: JSON = {
    "data": {"entry": "Shapes", "n": 150, "side": 10},
    "loss": {"entry": "CrossEntropyLoss"},
    "batch_size": 37,
    "epochs": 2,
}
"""Three shapes; the last batch of an epoch is small."""


def small_cnn(*between: JSON) -> JSON:
    """Convolution, pooling, and what comes in between."""
    first = node("first", "Conv2d", out_channels=4, kernel_size=3)
    rest = [node("pool", "MaxPool2d", "ReLU", kernel_size=2), node("flat", "Flatten"), node("out", "Output")]
    return graph([node("input", "Input"), first, *between, *rest])


GAN: JSON = {
    "networks": {"generator": dense(6), "discriminator": dense(6)},
    "objective": {"entry": "Adversarial", "noise": 2, "critic_steps": 2},
    "metrics": [],
    "batch_size": 7,
}
EQUAL: dict[str, tuple[JSON | None, JSON]] = {
    "mlp": (None, {"variants": [{"name": "one", "patch": {}}, {"name": "two", "patch": {"batch_size": 7}}]}),
    "momentum": (None, {"optimizer": {"entry": "SGD", "lr": 0.1, "momentum": 0.9}}),
    "cnn": (small_cnn(), {**IMAGES, "optimizer": {"entry": "Adam", "lr": 0.002}}),
    "class-weights": (
        small_cnn(),
        {**IMAGES, "loss": {"entry": "CrossEntropyLoss", "weight": [1, 9, 0.1]}},
    ),
    "uneven": (None, {"batch_size": 19}),
    "limits": (
        None,
        {
            "regularizers": [
                {"entry": "L2", "strength": 0.1},
                {"entry": "ClipGradNorm", "max_norm": 0.05},
                {"entry": "MaxNorm", "limit": 0.9},
            ],
            "optimizer": {"entry": "AdamW", "lr": 0.05},
            "schedule": {"entry": "OneCycleLR"},
        },
    ),
    "lbfgs": (dense(), {"optimizer": {"entry": "LBFGS", "lr": 0.5}, "batch_size": 40, "epochs": 1}),
    "stops": (
        None,
        {
            "epochs": 30,
            "optimizer": {"entry": "SGD", "lr": 3.0},
            "schedule": {"entry": "ReduceLROnPlateau", "patience": 0},
            "regularizers": [{"entry": "EarlyStopping", "patience": 3}],
        },
    ),
}
"""What comes to the same but for rounding."""
ALIKE: dict[str, tuple[JSON | None, JSON]] = {
    "parted-noise": (
        graph(
            [
                node("input", "Input"),
                node("a", "Linear", "ReLU"),
                node("norm", "BatchNorm1d"),
                node("drop", "Dropout", p=0.4),
                node("end", "Output"),
            ]
        ),
        {
            "epochs": 3,
            "optimizer": {"entry": "Adam", "lr": 0.01},
            "variants": [{"name": "one", "patch": {}}, {"name": "two", "patch": {"batch_size": 4}}],
        },
    ),
    "parted-gan": (None, {**GAN, "epochs": 3}),
    "half": (small_cnn(), {**IMAGES, "precision": "mixed bfloat16"}),
    "diverges": (dense(4, 3, activation=""), {"loss": {"entry": "MSELoss"}, "optimizer": {"entry": "SGD", "lr": 1000}}),
}
"""What is random or coarse, and has to be the same in all processes at least."""


def test_two_processes_come_to_what_one_does(tmp_path: Path) -> None:
    """All of it in one test, as it takes seconds to start the processes."""
    for name, (network, changes) in (EQUAL | ALIKE).items():
        (tmp_path / f"{name}.json").write_bytes(dumps(experiment(network, **changes)))
    _train_together(tmp_path)
    for name in EQUAL | ALIKE:
        found = [torch.load(tmp_path / f"{name}.{rank}.pt", weights_only=True) for rank in range(SIZE)]
        _both_know_the_same(name, *found)
        if name in EQUAL:
            _is_that_of_one_process(name, found[0])
        for one in found if "again" in found[0] else ():
            _same(name, one["again"], one)
        if name == "diverges":
            assert found[0]["failed"].startswith("Training diverged")
        if name == "stops":
            epoch, _, early, lr, stepper = found[0]["numbers"]["model"]
            assert (early, epoch < 30, lr < 3.0, stepper) == (True, True, True, "eager on 2 processes")


def _train_together(folder: Path) -> None:
    port = free_port()
    words = [sys.executable, str(MEMBER), str(folder)]
    members = [
        subprocess.Popen(words, env=environment(rank, SIZE, port), stdout=PIPE, stderr=PIPE, text=True)
        for rank in range(SIZE)
    ]
    try:
        said = [member.communicate(timeout=100) for member in members]
    finally:
        for member in members:
            member.kill()
            member.wait()
    assert said == [("", "")] * SIZE
    assert [member.returncode for member in members] == [0] * SIZE


def _is_that_of_one_process(name: str, found: JSON) -> None:
    network, changes = EQUAL[name]
    alone = run_to_end(experiment(network, **changes)).session
    theirs, close = tensors(found), CLOSE.get(name, 1e-5)
    for path, value in tensors({"curves": checkpoint.record_state(alone.record), "weights": alone.weights()}).items():
        torch.testing.assert_close(
            theirs[path], value, rtol=close, atol=close, msg=lambda m, p=path: f"{name} {p}: {m}"
        )
    for run in alone.runs:
        assert found["numbers"][run.name][:3] == [run.epoch, run.steps, run.stopped_early], name
        assert found["numbers"][run.name][3] == pytest.approx(run.lr), name


def _both_know_the_same(name: str, first: JSON, second: JSON) -> None:
    assert (first["numbers"], first["failed"]) == (second["numbers"], second["failed"]), name
    _same(name, first, second)


def _same(name: str, found: JSON, wanted: JSON) -> None:
    """To the last bit."""
    torch.testing.assert_close(
        tensors(found), tensors(wanted), rtol=0, atol=0, equal_nan=True, msg=lambda said: f"{name}: {said}"
    )


def tensors(found: JSON) -> dict[str, torch.Tensor]:
    """Curves and weights by their path."""
    flat: dict[str, torch.Tensor] = {}

    def walk(path: str, value: Any) -> None:
        if isinstance(value, torch.Tensor):
            flat[path] = value
            return
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            walk(f"{path}.{key}", inner)

    for part in ("curves", "weights"):
        walk(part, found[part])
    return flat


# --- without processes ---------------------------------------------------------------------------------------------


@given(st.integers(1, 300), st.integers(1, 20), st.integers(1, 2))
def test_parts_make_the_batch(count: int, size: int, least: int) -> None:
    rows = list(range(count))
    shares = [rows_of(count, rank, size, least) for rank in range(size)]
    assert [row for part, counts in shares for row in rows[part] if counts] == rows
    assert all(len(rows[part]) >= min(least, count) for part, _ in shares)
    sizes = [len(rows[part]) for part, counts in shares if counts]
    assert max(sizes) - min(sizes) <= 1


def test_no_two_processes_draw_alike() -> None:
    assert len({own_seed(seed, rank) for seed in range(20) for rank in range(1, 20)}) == 19 * 20


NORM = graph([node("input", "Input"), node("norm", "BatchNorm1d"), node("end", "Output")])
CLASSES: JSON = {"entry": "CrossEntropyLoss", "weight": [1, 9]}
TEACHING: JSON = {
    "networks": {"teacher": dense(4), "student": dense(2)},
    "objective": {"entry": "Distillation"},
    "loss": CLASSES,
}


@pytest.mark.parametrize(
    ("network", "changes", "processes", "said"),
    [
        (None, {"batch_size": 3}, 4, "cannot train with 4 processes: a batch has 3 samples; raise the batch size, or "),
        (None, {"batch_size": 3}, 4, "take --processes 3"),
        (None, {"batch_size": 1}, 2, "or train without --distributed"),
        (NORM, {"batch_size": 6}, 4, "a batch has 6 samples, and batch norm needs two in each process"),
        (None, TEACHING, 2, "with class weights has no common mean"),
    ],
)
def test_what_cannot_be_shared_is_refused(network: JSON | None, changes: JSON, processes: int, said: str) -> None:
    (run,) = session(network, **changes).runs
    with pytest.raises(SpecError) as refused:
        fitness.check(run, processes)
    assert said in str(refused.value)


def test_one_graph_is_refused() -> None:
    run, *_ = open_session(read(presets_dir() / "graphs" / "karate-club.json"), DataStore()).runs
    with pytest.raises(SpecError, match="all samples hang together in one graph, which cannot be shared"):
        fitness.check(run, 2)


def test_objectives_and_losses_of_others_must_be_means(monkeypatch: pytest.MonkeyPatch) -> None:
    (run,) = session().runs
    fitness.check(run, 2)
    run.objective.criterion.reduction = "sum"  # type: ignore[attr-defined]  # it is a supervised one
    with pytest.raises(SpecError, match="is not a mean over samples"):
        fitness.check(run, 2)
    monkeypatch.setattr(type(run.objective), "averages", False)
    with pytest.raises(SpecError, match="is not known to be a mean over samples"):
        fitness.check(run, 2)


MASKS: JSON = {
    "data": {"entry": "ShapeMasks", "n": 30, "side": 8},
    "objective": {"entry": "Segmentation"},
    "loss": {"entry": "CrossEntropyLoss", "weight": [1, 2, 3, 4]},
    "batch_size": 13,
    "augmentations": [{"entry": "Shift"}],
}


PIXELS = graph([node("input", "Input"), node("classes", "Conv2d", out_channels=4, kernel_size=1, padding=0)])


@pytest.mark.parametrize("weight", [[], [1, 2, 3, 4]])
def test_parts_by_their_weights_are_the_mean_over_all(weight: list[float]) -> None:
    loss = {"entry": "CrossEntropyLoss", "weight": weight}
    (run,) = session(PIXELS, **MASKS | {"loss": loss}).runs
    inputs, targets = run.dataset.train_inputs, run.dataset.train_targets.clone()
    targets[::2, :5] = -100
    goal = run.objective
    (phase,) = run.phases
    whole = phase.loss(inputs, targets).item()
    halves = [(inputs[part], targets[part]) for part in (slice(0, 4), slice(4, None))]
    weights = [goal.weight(*half) for half in halves]
    losses = [phase.loss(*half).item() for half in halves]
    mean = sum(w * one for w, one in zip(weights, losses, strict=True)) / sum(weights)
    assert mean == pytest.approx(whole, rel=1e-5)
    plain = sum(len(half[0]) * one for half, one in zip(halves, losses, strict=True)) / len(inputs)
    assert plain != pytest.approx(whole, rel=1e-5)


def test_a_gradient_that_overflows_anywhere_is_seen_before_it_is_scaled_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(precision, "lowered", lambda *_: torch.float16)
    run = session(dense(4), precision="mixed float16").runs[0]

    def meet(_loss: torch.Tensor, _parameters: object) -> None:
        run.parameters[0].grad.fill_(torch.inf)  # type: ignore[union-attr]  # as if another process had found it

    run.precision.meet = meet
    before = [parameter.detach().clone() for parameter in run.parameters]
    scale = run.precision.scaler.get_scale()  # type: ignore[union-attr]  # float16 has one
    run.chunk(1)
    assert all(torch.equal(old, new) for old, new in zip(before, run.parameters, strict=True))
    assert run.precision.scaler.get_scale() == scale / 2  # type: ignore[union-attr]  # as above


@pytest.mark.parametrize(
    ("wanted", "gpus", "taken"), [("auto", 0, "cpu"), ("auto", 2, "cuda"), ("cuda", 2, "cuda"), ("cpu", 2, "cpu")]
)
def test_each_process_takes_a_gpu_of_its_own(
    wanted: str, gpus: int, taken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen: list[int] = []
    monkeypatch.setattr(torch.cuda, "device_count", lambda: gpus)
    monkeypatch.setattr(torch.cuda, "set_device", chosen.append)
    group = Group.__new__(Group)  # without joining any
    group.local_rank, group.local_size = 1, 2
    assert group.take_device(wanted) == taken
    assert chosen == ([1] if taken == "cuda" else [])
    group.local_size = 3
    if taken == "cuda":
        with pytest.raises(SpecError, match="2 GPUs for 3 processes; take fewer, or --device cpu"):
            group.take_device(wanted)
