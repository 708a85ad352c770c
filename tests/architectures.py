"""Well-known networks, put together from the blocks of the library."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from playground import catalog
from playground.catalog.library import library
from playground.catalog.starter import starter
from playground.spec.blocks import Block, BlockUse
from playground.spec.definitions import LIBRARY
from playground.spec.entry import make
from playground.spec.experiment import Experiment
from playground.spec.graph import Node, chain

catalog.load()


def node(name: str, entry: str, activation: str = "", **values: Any) -> Node:
    """A node of a layer."""
    behind = make("layer", {"entry": activation}) if activation else None
    return Node(name, make("layer", {"entry": entry, **values}), behind)


def use(name: str, block: str, repeat: int = 1, **settings: Any) -> Node:
    """A node that stands for a block."""
    return Node(name, BlockUse(block, repeat, settings))


def blocks(*names: str) -> dict[str, Block]:
    """Blocks of the library."""
    return {name: library()[LIBRARY + name] for name in names}


def resnet18(side: int = 224) -> Experiment:
    """He et al., 2015: 11,689,512 parameters for 1,000 classes."""
    stages = [use("stage1", "residual", 2, channels=64)]
    for number, channels in ((2, 128), (3, 256), (4, 512)):
        stages.append(use(f"down{number}", "residual_down", channels=channels))
        stages.append(use(f"stage{number}", "residual", channels=channels))
    nodes = (
        node("image", "Input", shape=[3, side, side]),
        node("conv1", "Conv2d", out_channels=64, kernel_size=7, stride=2, padding=3, bias=False),
        node("norm1", "BatchNorm2d", "ReLU"),
        node("pool", "MaxPool2d", kernel_size=3, stride=2, padding=1),
        *stages,
        node("mean", "AdaptiveAvgPool2d"),
        node("flatten", "Flatten"),
        node("classes", "Linear", out_features=1000),
    )
    made = blocks("residual", "residual_down")
    return replace(starter(), title="ResNet-18", networks={"model": chain(*nodes)}, blocks=made)


def inception(side: int = 28) -> Experiment:
    """Inception (3a) of GoogLeNet between two layers."""
    nodes = (
        node("image", "Input", shape=[192, side, side]),
        use("inception3a", "inception"),
        node("pool", "MaxPool2d", kernel_size=3, stride=2, padding=1),
        node("mean", "AdaptiveAvgPool2d"),
        node("flatten", "Flatten"),
        node("classes", "Linear", out_features=1000),
    )
    return replace(starter(), title="Inception", networks={"model": chain(*nodes)}, blocks=blocks("inception"))
