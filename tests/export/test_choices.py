"""Whatever is chosen in the panels, the script gives the engine's curve and weights bit for bit, and training moves."""

from __future__ import annotations

import runpy
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import torch

from playground.catalog.kinds import Loss, Metric
from playground.engine import precision
from playground.engine.headless import Outcome
from playground.export.source import export_script
from playground.spec.entry import entries, fields_of
from tests.engine.building import JSON, dense, graph, node, outcome, session
from tests.export.test_script import history_of, told

Check = Callable[[Outcome], str]
SLOW = graph([node("input", "Input"), node("a", "Linear", "Tanh", _lr_factor=0.5), node("end", "Output")])


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Check]:
    """Run the script of an outcome, compare everything, and return its text."""

    def run(found: Outcome) -> str:
        path = tmp_path / "train.py"
        export_script(found.runs["model"], path)
        runpy.run_path(str(path), run_name="__main__")
        assert history_of(tmp_path) == told(found)
        theirs = torch.load(tmp_path / "weights.pt", weights_only=True)
        ours = found.runs["model"].networks["model"].state_dict()
        assert list(theirs) == list(ours)
        assert all(torch.equal(theirs[name], ours[name]) for name in ours)
        return path.read_text(encoding="utf-8")

    monkeypatch.chdir(tmp_path)
    with torch.random.fork_rng(devices=[]):  # a script seeds the global generator
        yield run


def moved(network: JSON, **changes: Any) -> bool:
    """Whether one step changes a parameter."""
    run = session(network, **changes).runs[0]
    before = [parameter.detach().clone() for parameter in run.parameters]
    run.chunk(1)
    return any(not torch.equal(old, new) for old, new in zip(before, run.parameters, strict=True))


@pytest.mark.parametrize("name", entries("optimizer"))
def test_optimizers(name: str, check: Check) -> None:
    chosen: JSON = {"optimizer": {"entry": name, "lr": 0.05}, "regularizers": [{"entry": "L2"}]}
    assert moved(dense(4), **chosen)
    found = outcome(dense(4), **chosen)
    check(found)
    assert found.results["model"]["validation_loss"] < 10


@pytest.mark.parametrize("name", entries("schedule"))
def test_schedules(name: str, check: Check) -> None:
    values: JSON = {"patience": 0, "threshold": 0.5} if name == "ReduceLROnPlateau" else {}
    found = outcome(SLOW, schedule={"entry": name, **values}, epochs=7)
    check(found)
    assert (len(set(found.record.get("model", "lr").y)) > 1) == (name not in ("Constant", "StepLR", "MultiStepLR"))


ENDS = {"probabilities": "Sigmoid", "log-probabilities": "LogSoftmax"}


@pytest.mark.parametrize("data", ["Circle", "Iris", "RegPlane"])
@pytest.mark.parametrize("name", entries("loss"))
def test_losses(name: str, data: str, check: Check) -> None:
    loss = entries("loss")[name]
    assert issubclass(loss, Loss)
    task = "regression" if data == "RegPlane" else "classification"
    if task not in loss.tasks:
        return
    weighted = {"weight": [1, 2, 3]} if data == "Iris" and "weight" in fields_of(loss) else {}
    end = node("end", "Output", ENDS.get(loss.reads, ""))
    network = graph([node("input", "Input"), node("a", "Linear", "Tanh"), end])
    chosen: JSON = {
        "data": {"entry": data},
        "objective": {"entry": task.title()},
        "loss": {"entry": name, **weighted},
        "metrics": [{"entry": "R2" if task == "regression" else "Accuracy"}],
        "batch_size": 20,
        "epochs": 5,
    }
    assert moved(network, **chosen)
    found = outcome(network, **chosen)
    check(found)
    told = found.record.get("model", "train_loss").y
    assert told[-1] < told[0]


@pytest.mark.parametrize("name", ["BCELoss", "NLLLoss", "KLDivLoss"])
def test_the_metric_and_the_map_know_what_the_outputs_are(name: str) -> None:
    loss = entries("loss")[name]
    assert issubclass(loss, Loss)
    network = graph([node("input", "Input"), node("a", "Linear", "Tanh"), node("end", "Output", ENDS[loss.reads])])
    chosen: JSON = {"optimizer": {"entry": "Adam", "lr": 0.05}, "epochs": 60, "data": {"entry": "Circle", "n": 200}}
    found = outcome(network, loss={"entry": name}, **chosen)
    assert found.results["model"]["accuracy"] > 0.9
    goal = found.runs["model"].run.objective
    middle, far = goal.answers(torch.tensor([[0.0, 0.0], [5.5, 0.0]]))[:, 0].tolist()
    assert abs(middle) <= 1
    assert abs(far) <= 1
    assert middle * far < 0


@pytest.mark.parametrize("name", entries("initializer"))
def test_initializers(name: str, check: Check) -> None:
    layers = [node("a", "Linear", "Tanh"), node("b", "Linear", "ReLU", _initializer={"entry": "XavierNormal"})]
    operated = node("c", "Linear", "Tanh", out_features=3, _surgery={"ablated": [1], "values": [["weight", [0, 0], 2]]})
    network = graph([node("input", "Input"), *layers, operated, node("end", "Output")])
    chosen: JSON = {"initializer": {"entry": name} | ({} if name == "PyTorchDefault" else {"bias": 0.1})}
    assert moved(network, **chosen)
    check(outcome(network, **chosen))


@pytest.mark.parametrize("optimizer", ["SGD", "LBFGS"])
@pytest.mark.parametrize("name", entries("regularizer"))
def test_regularizers(name: str, optimizer: str, check: Check) -> None:
    chosen: JSON = {"regularizers": [{"entry": name}, {"entry": "L1"}][: 1 + (name != "L1")]}
    assert moved(dense(4), **chosen)
    operated = graph(
        [
            node("input", "Input"),
            node("a", "Linear", "Tanh", out_features=5, _surgery={"frozen": [0]}),
            node("end", "Output"),
        ]
    )
    check(outcome(operated, optimizer={"entry": optimizer, "lr": 0.5}, epochs=4, **chosen))


@pytest.mark.parametrize("optimizer", ["SGD", "LBFGS"])
def test_regularizers_of_layers(optimizer: str, check: Check) -> None:
    pull, short = {"entry": "L2", "strength": 0.2}, {"entry": "MaxNorm", "limit": 0.3}
    layers = [
        node("a", "Linear", "PReLU", _regularizers=[pull, {"entry": "L1", "strength": 0.0}]),
        node("b", "Linear", "Tanh", _regularizers=[short]),
        node("c", "Linear", "Tanh", _regularizers=[pull], _surgery={"frozen": [0]}),
    ]
    network = graph([node("input", "Input"), *layers, node("end", "Output")])
    everywhere = [{"entry": "L1"}, {"entry": "L2"}, {"entry": "MaxNorm", "limit": 2.0}, {"entry": "ClipGradNorm"}]
    chosen: JSON = {"optimizer": {"entry": optimizer, "lr": 0.5}, "regularizers": everywhere, "epochs": 3}
    text = check(outcome(network, **chosen))
    assert "weights_1 = layer_weights(model, ('a',), apart=True)" in text
    assert "layer_weights" not in check(outcome(dense(4), **chosen))


@pytest.mark.parametrize("optimizer", ["SGD", "Adam", "LBFGS"])
def test_mixed_bfloat16(optimizer: str, check: Check) -> None:
    chosen: JSON = {"optimizer": {"entry": optimizer, "lr": 0.05}, "regularizers": [{"entry": "ClipGradNorm"}]}
    text = check(outcome(dense(4, 3), precision="mixed bfloat16", **chosen))
    assert "with torch.autocast(DEVICE.type, torch.bfloat16):" in text
    assert "scaler" not in text


def test_mixed_float16(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the CPU, where it is slow: what is written is what CUDA is given."""
    assert "autocast" not in check(outcome(dense(4), precision="mixed float16"))
    monkeypatch.setattr(precision, "lowered", lambda name, _device: precision.TYPES.get(name))
    chosen: JSON = {"optimizer": {"entry": "Adam", "lr": 0.05}, "regularizers": [{"entry": "ClipGradNorm"}]}
    text = check(outcome(dense(4, 3), precision="mixed float16", **chosen))
    assert "scaler.unscale_(optimizer)" in text


@pytest.mark.parametrize(
    ("data", "task"), [("Circle", "classification"), ("Iris", "classification"), ("RegPlane", "regression")]
)
def test_metrics(data: str, task: str, check: Check) -> None:
    named = [
        {"entry": name} for name, cls in entries("metric").items() if issubclass(cls, Metric) and task in cls.tasks
    ]
    loss = {"RegPlane": "MSELoss", "Iris": "CrossEntropyLoss", "Circle": "BCEWithLogitsLoss"}[data]
    found = outcome(
        dense(4), data={"entry": data}, objective={"entry": task.title()}, loss={"entry": loss}, metrics=named
    )
    check(found)


def test_frozen_layers(check: Check) -> None:
    layers = [node("a", "Linear", "PReLU", _lr_factor=0), node("b", "Linear", "PReLU", _lr_factor=2)]
    check(outcome(graph([node("input", "Input"), *layers, node("end", "Output")])))


IMAGES = [name for name, cls in entries("augmentation").items() if cls.group == "Images" and name != "Saturation"]
TEXT = [name for name, cls in entries("augmentation").items() if cls.group == "Text"]
MOVES = [name for name, cls in entries("augmentation").items() if getattr(cls, "drawn", "")]


def augmented(names: list[str], text: bool = False, **changes: Any) -> Outcome:
    """A short training on augmented images or sentences."""
    first = [node("words", "Embedding", num_embeddings=48, embedding_dim=3)] if text else []
    network = graph([node("input", "Input"), *first, node("flat", "Flatten"), node("end", "Output")])
    data: JSON = {"entry": "Sentences", "n": 40} if text else {"entry": "Shapes", "n": 40, "side": 8}
    loss: JSON = {"entry": "BCEWithLogitsLoss" if text else "CrossEntropyLoss"}
    chosen = [{"entry": name} for name in names]
    return outcome(network, **{"data": data, "loss": loss, "augmentations": chosen, "epochs": 2, **changes})


@pytest.mark.parametrize("name", [*IMAGES, *TEXT])
def test_augmentations(name: str, check: Check) -> None:
    plain, found = augmented([], name in TEXT), augmented([name], name in TEXT)
    check(found)
    assert told(found) != told(plain)


@pytest.mark.parametrize("optimizer", ["SGD", "LBFGS"])
def test_all_augmentations_with_noise_and_mixed_answers(optimizer: str, check: Check) -> None:
    chosen: JSON = {"regularizers": [{"entry": "InputNoise"}], "optimizer": {"entry": optimizer, "lr": 0.05}}
    text = check(augmented(IMAGES, **chosen))
    assert "loss = mixup.loss(criterion, model(batch), wanted)" in text
    text = check(augmented([*TEXT, "SynonymReplacement"], True, optimizer=chosen["optimizer"]))
    assert "random_insertion = RandomInsertion(p=0.1" in text
    assert "batch = synonym_replacement_2(batch)" in text


def test_mixed_answers_of_places(check: Check) -> None:
    network = graph([node("input", "Input"), node("a", "Conv2d", out_channels=4, kernel_size=3, padding=1)])
    data: JSON = {"entry": "ShapeMasks", "n": 20, "side": 8}
    chosen: JSON = {"loss": {"entry": "CrossEntropyLoss"}, "augmentations": [{"entry": "Mixup"}], "epochs": 2}
    text = check(outcome(network, data=data, objective={"entry": "Segmentation"}, **chosen))
    assert "lambda *both: criterion(*answered(*both))" in text


@pytest.mark.parametrize("boxes", [False, True])
def test_masks_and_boxes_that_move(boxes: bool, check: Check) -> None:
    end = node("flat", "Flatten") if boxes else node("a", "Conv2d", out_channels=4, kernel_size=3, padding=1)
    network = graph([node("input", "Input"), end, *([node("end", "Output")] if boxes else [])])
    data: JSON = {"entry": "ShapeBoxes" if boxes else "ShapeMasks", "n": 20, "side": 8}
    chosen: JSON = {
        "objective": {"entry": "BoxDetection" if boxes else "Segmentation"},
        "loss": {"entry": "CrossEntropyLoss"},
        "augmentations": [{"entry": name} for name in MOVES],
        "epochs": 2,
    }
    found = outcome(network, data=data, **chosen)
    text = check(found)
    assert f"batch, wanted = with_{'boxes' if boxes else 'masks'}(batch, wanted, rotation_lead(batch, " in text
    assert told(found) != told(outcome(network, data=data, **{**chosen, "augmentations": []}))
