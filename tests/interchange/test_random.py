"""Fifty networks made at random come back as they were."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import torch
from torch import nn

from tests.interchange.models import difference, save_onnx, save_pt2, shift_averages

ACTIVATIONS = (
    *(nn.ReLU, nn.Tanh, nn.Sigmoid, nn.GELU, nn.SiLU, nn.ELU, nn.LeakyReLU, nn.SELU, nn.Softplus, nn.Mish),
    *(nn.ReLU6, nn.Hardtanh, nn.Hardsigmoid, nn.Hardswish),
)


def _image_layer(draw: random.Random, channels: int, side: int) -> tuple[nn.Module, int, int]:
    kind = draw.choice(
        ["conv", "depthwise", "transposed", "batch", "group", "max", "avg", "drop", "up", "pad", "instance"]
    )
    if kind == "conv":
        more, stride = draw.randrange(1, 9), draw.choice([1, 1, 2])
        layer: nn.Module = nn.Conv2d(channels, more, 3, stride, draw.choice([0, 1]), bias=draw.random() < 0.7)
        return layer, more, (side + 2 * layer.padding[0] - 3) // stride + 1  # type: ignore[operator,index]  # two whole numbers
    if kind == "depthwise":
        return nn.Conv2d(channels, channels, 3, padding=2, dilation=2, groups=channels), channels, side
    if kind == "transposed":
        return nn.ConvTranspose2d(channels, 4, 2, 2), 4, side * 2
    if kind in ("max", "avg"):
        pool = nn.MaxPool2d(2) if kind == "max" else nn.AvgPool2d(3, 2, 1, count_include_pad=draw.random() < 0.5)
        return pool, channels, side // 2 if kind == "max" else (side - 1) // 2 + 1
    if kind == "up":
        return nn.Upsample(scale_factor=2, mode=draw.choice(["nearest", "bilinear"])), channels, side * 2
    if kind == "pad":
        return nn.ZeroPad2d((1, 0, 2, 1)), channels, -1
    layers = {
        "batch": nn.BatchNorm2d(channels),
        "group": nn.GroupNorm(channels, channels),
        "drop": nn.Dropout2d(0.3),
        "instance": nn.InstanceNorm2d(channels, affine=True),
    }
    return layers[kind], channels, side


def _images(draw: random.Random) -> tuple[nn.Module, torch.Tensor]:
    channels, side = draw.randrange(1, 4), 12
    x, layers = torch.randn(2, channels, side, side), list[nn.Module]()
    for _ in range(draw.randrange(2, 6)):
        layer, then, size = _image_layer(draw, channels, side)
        if size < 0 or not 4 <= size <= 24:
            continue
        layers += [layer, draw.choice(ACTIVATIONS)()] if draw.random() < 0.6 else [layer]
        channels, side = then, size
    ends: list[list[nn.Module]] = [
        [nn.Flatten(), nn.Linear(channels * side * side, 5)],
        [nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(channels, 5)],
    ]
    return nn.Sequential(*layers, *draw.choice(ends)), x


def _rows(draw: random.Random) -> tuple[nn.Module, torch.Tensor]:
    size = draw.randrange(2, 9)
    x, layers = torch.randn(2, size), list[nn.Module]()
    for _ in range(draw.randrange(1, 5)):
        more = draw.randrange(2, 12)
        layers += [nn.Linear(size, more, bias=draw.random() < 0.8)]
        extra = draw.choice(
            [nn.BatchNorm1d(more), nn.LayerNorm(more), nn.Dropout(0.4), draw.choice(ACTIVATIONS)(), None]
        )
        layers += [extra] if extra else []
        size = more
    return nn.Sequential(*layers, nn.Linear(size, 3), nn.LogSoftmax(dim=1)), x


@pytest.mark.filterwarnings("ignore")  # the old exporter warns of itself
@pytest.mark.parametrize("seed", range(50))
def test_a_random_network_comes_back(seed: int, tmp_path: Path) -> None:
    draw = random.Random(seed)
    torch.manual_seed(seed)
    module, x = (_images if seed % 2 else _rows)(draw)
    shift_averages(module, x)
    assert difference(module, x, save_pt2(module, x, tmp_path / "model.pt2")) < 1e-5
    assert difference(module, x, save_onnx(module, x, tmp_path / "old.onnx", new=False), merged=True) < 1e-5
