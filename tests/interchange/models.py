"""Modules whose import is compared with themselves, and how that is done."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path
from typing import Any

import torch
from torch import nn

from playground import catalog
from playground.engine import weights
from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.engine.network import Network, build
from playground.interchange.assemble import NETWORK, Imported
from playground.interchange.reading import read_model, write_model
from playground.spec.files import read
from playground.spec.variants import resolve


class LeNet(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(1, 6, 5, padding=2), nn.Conv2d(6, 16, 5)
        self.pool = nn.AvgPool2d(2)
        self.fc1, self.fc2, self.fc3 = nn.Linear(400, 120), nn.Linear(120, 84), nn.Linear(84, 10)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.pool(torch.tanh(self.conv1(x)))
        x = self.pool(torch.tanh(self.conv2(x)))
        x = torch.tanh(self.fc1(x.view(x.size(0), -1)))
        return self.fc3(torch.tanh(self.fc2(x)))


class Residual(nn.Module):
    def __init__(self, inner: int, outer: int, stride: int) -> None:
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(inner, outer, 3, stride, 1, bias=False), nn.BatchNorm2d(outer)
        self.conv2, self.bn2 = nn.Conv2d(outer, outer, 3, 1, 1, bias=False), nn.BatchNorm2d(outer)
        self.relu = nn.ReLU(inplace=True)
        self.down = None
        if stride != 1:
            self.down = nn.Sequential(nn.Conv2d(inner, outer, 1, stride, bias=False), nn.BatchNorm2d(outer))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = self.bn2(self.conv2(self.relu(self.bn1(self.conv1(x)))))
        return self.relu(y + (self.down(x) if self.down else x))


class ResNet(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(3, 8, 7, 2, 3, bias=False), nn.BatchNorm2d(8)
        self.maxpool = nn.MaxPool2d(3, 2, 1)
        self.layer1, self.layer2 = Residual(8, 8, 1), Residual(8, 16, 2)
        self.avgpool, self.fc = nn.AdaptiveAvgPool2d(1), nn.Linear(16, 10)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.maxpool(torch.relu(self.bn1(self.conv1(x))))
        return self.fc(torch.flatten(self.avgpool(self.layer2(self.layer1(x))), 1))


class Mlp(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.Linear(12, 16), nn.LayerNorm(16), nn.GELU(), nn.Linear(16, 16), nn.BatchNorm1d(16), nn.LeakyReLU(0.2)
        )
        self.head = nn.Linear(16, 3)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return torch.softmax(self.head(self.body(x)), dim=1)


class Dropping(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 8, 3, padding="same"),
            nn.ELU(),
            nn.Dropout2d(0.2),
            nn.MaxPool2d(2),
            nn.Conv2d(8, 8, 3, groups=4),
        )
        self.left, self.right = nn.Conv2d(8, 4, 1), nn.Conv2d(8, 4, 3, padding=1)
        self.gate = nn.Conv2d(8, 4, 1)
        self.drop, self.fc = nn.Dropout(0.4), nn.Linear(8, 5)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.features(x)
        x = torch.cat([self.left(x), self.right(x) * torch.sigmoid(self.gate(x))], dim=1)
        return self.fc(self.drop(x.mean(dim=(2, 3))))


class Reader(nn.Module):
    def __init__(self, kind: type[nn.RNNBase], both: bool, how: str) -> None:
        super().__init__()
        self.embedding = nn.Embedding(20, 6)
        self.rnn = kind(6, 5, num_layers=2, batch_first=True, bidirectional=both)
        self.fc, self.how = nn.Linear(10 if both else 5, 3), how

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        states, last = self.rnn(self.embedding(x))
        hidden = last[0] if isinstance(last, tuple) else last
        if self.how == "last":
            return self.fc(states[:, -1])
        return self.fc(torch.cat([hidden[-2], hidden[-1]], dim=1) if self.how == "both" else hidden[-1])


class Transformer(nn.Module):
    def __init__(self, first: bool = False) -> None:
        super().__init__()
        self.place = nn.Parameter(torch.randn(1, 5, 8))
        layer = nn.TransformerEncoderLayer(8, 2, 16, batch_first=True, activation="gelu", norm_first=first)
        self.encoder = nn.TransformerEncoder(layer, 2, enable_nested_tensor=False)
        self.fc = nn.Linear(8, 3)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.fc(self.encoder(x + self.place).mean(dim=1))


class Strange(nn.Module):
    """With an operator that the catalog does not have."""

    def __init__(self) -> None:
        super().__init__()
        self.fc1, self.fc2 = nn.Linear(4, 8), nn.Linear(8, 3)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.fc2(torch.cumsum(torch.relu(self.fc1(x)), dim=1))


catalog.load()


def cases() -> dict[str, tuple[nn.Module, torch.Tensor]]:
    """Modules by name with an input of two samples, the same each time."""
    torch.manual_seed(3)
    words = torch.randint(0, 20, (2, 7))
    found: dict[str, tuple[nn.Module, torch.Tensor]] = {
        "lenet": (LeNet(), torch.randn(2, 1, 28, 28)),
        "resnet": (ResNet(), torch.randn(2, 3, 32, 32)),
        "mlp": (Mlp(), torch.randn(2, 12)),
        "dropping": (Dropping(), torch.randn(2, 3, 12, 12)),
        "lstm": (Reader(nn.LSTM, False, "last"), words),
        "lstm_hidden": (Reader(nn.LSTM, False, "hidden"), words),
        "lstm_both": (Reader(nn.LSTM, True, "both"), words),
        "gru": (Reader(nn.GRU, True, "last"), words),
        "rnn": (Reader(nn.RNN, False, "last"), words),
        "transformer": (Transformer(), torch.randn(2, 5, 8)),
        "transformer_first": (Transformer(True), torch.randn(2, 5, 8)),
    }
    for module, x in found.values():
        shift_averages(module, x)
    return found


def shift_averages(module: nn.Module, x: torch.Tensor) -> None:
    """Run a little, so that running averages are no longer zeros and ones."""
    with torch.no_grad():
        module.train()(torch.cat([x, x.flip(0)]))
        for parameter in module.parameters():
            parameter.add_(0.1 * torch.randn_like(parameter))
    module.eval()


def save_pt2(module: nn.Module, x: torch.Tensor, path: Path, dynamic: bool = False) -> Path:
    """Write what torch.export makes of a module."""
    shapes = ({0: torch.export.Dim("batch")},) if dynamic else None
    torch.export.save(torch.export.export(module, (x,), dynamic_shapes=shapes), path)
    return path


def save_onnx(
    module: nn.Module, x: torch.Tensor, path: Path, new: bool = True, dynamic: bool = False, opset: int = 0
) -> Path:
    """Write what one of PyTorch's two exporters makes of a module."""
    options: dict[str, Any] = {"opset_version": opset or (18 if new else 17), "dynamo": new, "verbose": False}
    if dynamic and new:
        options["dynamic_shapes"] = ({0: torch.export.Dim("batch")},)
    elif dynamic:
        options |= {"input_names": ["x"], "dynamic_axes": {"x": {0: "batch"}}}
    with contextlib.redirect_stdout(io.StringIO()):
        torch.onnx.export(module, (x,), path, **options)
    return path


def imported(path: Path) -> Imported:
    """Read a model and write its experiment beside it."""
    found = read_model(path)
    write_model(found, path.with_suffix(".json"))
    return found


def network_of(path: Path) -> Network:
    """The network of an experiment file, with the weights beside it."""
    experiment = resolve(read(path), NETWORK)
    worked = plan(experiment, DataStore()).networks[NETWORK]
    shapes = {node.id: tuple(node.output_shape or ()) for node in worked.nodes}
    network = build(experiment, NETWORK, shapes, 1, torch.device("cpu"))
    weights.load({NETWORK: network}, Path(experiment.weights))
    return network.eval()


def difference(module: nn.Module, x: torch.Tensor, path: Path, merged: bool = False) -> float:
    """How far the network that became of a model is from it, at most; `merged`: an exporter did away with layers."""
    found = imported(path)
    assert found.unknown == ()
    count = sum(parameter.numel() for parameter in module.parameters())
    assert found.parameters == count or (merged and found.parameters < count)
    with torch.no_grad():
        return float((network_of(path.with_suffix(".json"))(x) - module(x)).abs().max())
