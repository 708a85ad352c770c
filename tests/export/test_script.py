"""Exported files: the script gives the same curve bit for bit, weights load into it, history has every number."""

from __future__ import annotations

import csv
import runpy
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import safetensors.torch
import torch

from playground.engine.headless import Outcome
from playground.engine.session import RunResult
from playground.export.history import export_history
from playground.export.source import export_script, script
from playground.export.weights import export_safetensors, export_state_dict
from playground.spec.errors import FileError
from tests.engine.building import JSON, dense, graph, node, outcome

REGRESSION: JSON = {"objective": {"entry": "Regression"}, "metrics": [{"entry": "R2"}, {"entry": "MeanAbsoluteError"}]}
MIXED = graph(
    [
        node("input", "Input"),
        node("x", "Linear", "GELU", out_features=6, _lr_factor=0.5),
        node("self", "Linear", "LeakyReLU", out_features=6, _initializer={"entry": "Normal", "std": 0.3}),
        node("total", "Add"),
        node("norm", "BatchNorm1d"),
        node("drop", "Dropout", p=0.3),
        node("row", "Concat"),
        node("kept", "Linear", "SiLU", out_features=4, _lr_factor=0),
        node("end", "Output"),
    ],
    [
        ["input", "x"],
        ["input", "self"],
        ["x", "total"],
        ["self", "total", 1],
        ["total", "norm"],
        ["norm", "drop"],
        ["drop", "row"],
        ["x", "row", 1],
        ["row", "kept"],
        ["kept", "end"],
    ],
)
DIGITS = graph([node("input", "Input"), node("flat", "Flatten"), node("a", "Linear", "ReLU"), node("end", "Output")])

CASES: dict[str, tuple[JSON, JSON]] = {
    "plain": (dense(4, 3), {}),
    "everything": (
        MIXED,
        {
            "data": {"entry": "Moons", "n": 60, "features": ["x1", "x2", "sin x1"], "coord_noise": 0.1},
            "loss": {"entry": "CrossEntropyLoss", "label_smoothing": 0.1},
            "optimizer": {"entry": "AdamW", "lr": 0.02, "beta1": 0.8},
            "schedule": {"entry": "CosineAnnealingLR"},
            "initializer": {"entry": "KaimingUniform", "bias": 0.1},
            "regularizers": [
                {"entry": "ClipGradNorm", "max_norm": 0.5},
                {"entry": "L1", "strength": 0.01},
                {"entry": "L2", "strength": 0.02},
                {"entry": "EarlyStopping", "patience": 4},
            ],
            "metrics": [{"entry": "Accuracy"}, {"entry": "RowSpread"}, {"entry": "MaxWeight"}],
            "epochs": 12,
            "batch_size": 7,
        },
    ),
    "digits": (
        DIGITS,
        {"data": {"entry": "Digits"}, "loss": {"entry": "CrossEntropyLoss"}, "batch_size": 64, "epochs": 2},
    ),
    "table": (
        dense(5, activation="ReLU"),
        {
            **REGRESSION,
            "data": {"entry": "Diabetes"},
            "loss": {"entry": "SmoothL1Loss"},
            "optimizer": {"entry": "RMSprop", "momentum": 0.5},
            "schedule": {"entry": "MultiStepLR", "milestones": [1, 2]},
            "regularizers": [{"entry": "ClipGradValue", "clip_value": 0.1}],
        },
    ),
    "bumps": (
        dense(5),
        {
            **REGRESSION,
            "data": {"entry": "RegGauss", "n": 50, "label_noise": 0.1},
            "loss": {"entry": "MSELoss"},
            "optimizer": {"entry": "Adagrad", "lr": 0.05},
            "initializer": {"entry": "XavierNormal"},
        },
    ),
    "surgery": (
        graph(
            [
                node("input", "Input"),
                node(
                    "a",
                    "Linear",
                    "Tanh",
                    out_features=5,
                    _surgery={
                        "frozen": [0, 9],
                        "ablated": [1],
                        "redrawn": [[2, 1], [-1, 2], [3, 3]],
                        "values": [["weight", [4, 1], 0.5], ["bias", [0], -0.25], ["bias", [99], 1]],
                    },
                ),
                node("norm", "BatchNorm1d", _surgery={"frozen": [2], "redrawn": [[-1, 1]]}),
                node("end", "Output", _surgery={"values": [["bias", [0], 0.125]]}),
            ]
        ),
        {"optimizer": {"entry": "AdamW", "lr": 0.05}, "regularizers": [{"entry": "ClipGradNorm", "max_norm": 0.5}]},
    ),
    "convolutions": (
        graph(
            [
                node("input", "Input"),
                node("norm", "BatchNorm2d"),
                node("a", "Conv2d", "ReLU", out_channels=4),
                node("b", "Conv2d", "Tanh", out_channels=5),
                node("pool", "MaxPool2d"),
                node("flat", "Flatten"),
                node("end", "Output"),
            ]
        ),
        {
            "data": {"entry": "Digits"},
            "loss": {"entry": "CrossEntropyLoss"},
            "batch_size": 300,
            "optimizer": {"entry": "Adam", "lr": 0.01},
        },
    ),
    "shared": (
        graph(
            [
                node("input", "Input"),
                node("first", "Linear", "Tanh", out_features=4),
                node("a", "Linear", "Tanh", out_features=4, _shares="c", _initializer={"entry": "Zeros"}, _lr_factor=3),
                node("b", "Linear", "Tanh", out_features=4, _lr_factor=0),
                node("c", "Linear", out_features=4, _initializer={"entry": "Normal", "std": 0.3}, _lr_factor=0.5),
                node("d", "Linear", out_features=4, bias=False, _shares="b", _lr_factor=0),
                node("e", "Linear", out_features=4, _shares="d"),
                node("end", "Output"),
            ],
            [["input", "first"], ["first", "b"], ["b", "a"], ["a", "c"], ["c", "d"], ["d", "e"], ["e", "end"]],
        ),
        {"optimizer": {"entry": "AdamW", "lr": 0.05}, "regularizers": [{"entry": "L2", "strength": 0.1}]},
    ),
    "frozen": (
        graph([node("input", "Input"), node("a", "Linear", "Tanh", _lr_factor=2), node("end", "Output", _lr_factor=3)]),
        {"optimizer": {"entry": "SGD", "lr": 0.05, "momentum": 0.9, "nesterov": True, "weight_decay": 0.01}},
    ),
}


def history_of(folder: Path) -> list[list[str]]:
    with (folder / "history.csv").open(encoding="utf-8") as file:
        return list(csv.reader(file))


def told(found: Outcome) -> list[list[str]]:
    return list(csv.reader(found.record.history().decode().splitlines()))


@pytest.fixture
def own_randomness() -> Iterator[None]:
    """A script seeds the global generator; afterwards it is as it was."""
    with torch.random.fork_rng(devices=[]):
        yield


@pytest.mark.parametrize("case", CASES)
def test_the_script_gives_the_same_curve_and_weights_bit_for_bit(
    case: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    own_randomness: None,
) -> None:
    network, changes = CASES[case]
    found = outcome(network, **changes)
    path = tmp_path / "train.py"
    export_script(found.runs["model"], path)
    monkeypatch.chdir(tmp_path)
    runpy.run_path(str(path), run_name="__main__")
    assert capsys.readouterr().out.startswith("epoch    0  train_loss")
    assert history_of(tmp_path) == told(found)
    run = found.runs["model"]
    theirs = torch.load(tmp_path / "weights.pt", weights_only=True)
    ours = run.networks["model"].state_dict()
    assert list(theirs) == list(ours)
    assert all(torch.equal(theirs[name], ours[name]) for name in ours)
    assert "playground" not in path.read_text(encoding="utf-8").replace("nnplayground", "")


def test_the_script_stands_alone_also_with_a_table_of_ones_own(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    rows = [f"{i / 7:.3f},{'red' if i % 3 else 'blue'},{i % 2}" for i in range(30)]
    table.write_text("size,colour,class\n" + "\n".join(rows))
    found = outcome(dense(3), data={"entry": "CsvFile", "path": str(table)})
    export_script(found.runs["model"], tmp_path / "train.py")
    done = subprocess.run([sys.executable, "train.py"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert history_of(tmp_path) == told(found)


def test_the_script_stands_alone_also_with_arrays_of_ones_own(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    np.save(tmp_path / "x.npy", rng.integers(0, 256, (40, 5), dtype=np.uint8))
    np.save(tmp_path / "y.npy", np.arange(40) % 3)
    files = {"path": str(tmp_path / "x.npy"), "targets": str(tmp_path / "y.npy")}
    chosen = {"data": {"entry": "ArrayFile", "scaling": "standardise", **files}, "loss": {"entry": "CrossEntropyLoss"}}
    found = outcome(dense(3), **chosen)
    export_script(found.runs["model"], tmp_path / "train.py")
    done = subprocess.run([sys.executable, "train.py"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert history_of(tmp_path) == told(found)


def test_the_script_is_of_the_variant_that_was_chosen() -> None:
    variants = [
        {"name": "slow", "patch": {"optimizer.lr": 0.01}},
        {"name": 'fast "one"', "patch": {"optimizer.lr": 0.7}},
    ]
    found = outcome(variants=variants, title='Say "hi"')
    text = script(found.runs['fast "one"'])
    assert "lr=0.7" in text
    assert 'VARIANT = "fast \\"one\\""' in text
    compile(text, "train.py", "exec")


@pytest.fixture
def trained() -> RunResult:
    return outcome(MIXED, **CASES["everything"][1]).runs["model"]


def test_weights_load_into_the_model_of_the_script(trained: RunResult, tmp_path: Path, own_randomness: None) -> None:
    export_safetensors(trained, tmp_path / "w.safetensors")
    export_state_dict(trained, tmp_path / "w.pt")
    export_script(trained, tmp_path / "train.py")
    made: dict[str, Any] = runpy.run_path(str(tmp_path / "train.py"))
    model = made["Model"]().eval()
    network = trained.networks["model"].eval()
    inputs = trained.run.dataset.validation_inputs
    for state in (
        safetensors.torch.load_file(tmp_path / "w.safetensors"),
        torch.load(tmp_path / "w.pt", weights_only=True),
    ):
        model.load_state_dict(state)
        assert torch.equal(model(inputs), network(inputs))


def test_history_has_every_number_exactly(tmp_path: Path) -> None:
    found = outcome(variants=[{"name": "a", "patch": {}}, {"name": "b", "patch": {"seed": 3}}])
    export_history(found.runs["a"], tmp_path / "history.csv")
    with (tmp_path / "history.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["variant"] for row in rows] == ["a"] * 4 + ["b"] * 4
    for name in ("a", "b"):
        told = [float(row["validation_loss"]) for row in rows if row["variant"] == name]
        assert told == list(found.record.get(name, "validation_loss").y)


@pytest.mark.parametrize("export", [export_script, export_history, export_safetensors, export_state_dict])
def test_a_folder_that_is_not_there_is_one_sentence(trained: RunResult, tmp_path: Path, export: Any) -> None:
    with pytest.raises(FileError, match="cannot write"):
        export(trained, tmp_path / "none" / "file")


@pytest.mark.parametrize("surgery", [{}, {"redrawn": [[1, 1]], "values": [["weight", [0, 1], 0.5]]}])
def test_the_script_starts_from_the_same_weights(surgery: JSON, tmp_path: Path) -> None:
    weights = {"model.hidden1.weight": torch.linspace(-1, 1, 8).reshape(4, 2), "model.unheard": torch.zeros(3)}
    safetensors.torch.save_file(weights, tmp_path / "start.safetensors")
    network = dense(4, 3)
    network["nodes"][1] |= {"surgery": surgery} if surgery else {}
    found = outcome(network, weights=str(tmp_path / "start.safetensors"), epochs=3)
    export_script(found.runs["model"], tmp_path / "train.py")
    done = subprocess.run([sys.executable, "train.py"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert history_of(tmp_path) == told(found)
    assert told(found) != told(outcome(dense(4, 3), epochs=3))
