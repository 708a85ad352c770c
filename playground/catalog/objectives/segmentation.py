"""Learning what each pixel of an image shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from playground.catalog.kinds import Data, Objective
from playground.spec.entry import entry, make
from playground.spec.graph import Edge, Graph, Node

WIDTH = 8
"""Channels of the first level of the small U-Net that begins; each level below has twice as many."""
LEVELS = 2
"""How often it halves the sides of the image, where they can be halved that often."""


@entry
class Segmentation(Objective):
    """Learn the class of each pixel of an image from images whose pixels are known.

    The network gives (K, H, W), a score for each of K classes at each pixel; the loss is the mean over all pixels.
    Long, Shelhamer & Darrell, "Fully convolutional networks for semantic segmentation", 2015; Ronneberger, Fischer &
    Brox, "U-Net: convolutional networks for biomedical image segmentation", 2015.
    """

    target = "playground.engine.objectives.supervised.Supervised"
    task = "classification"
    answers = "places first"
    roles = ("says what each pixel shows",)
    default_loss: ClassVar[str] = "CrossEntropyLoss"
    default_metrics: ClassVar[tuple[str, ...]] = ("MeanIoU", "Accuracy")
    steady: ClassVar[Mapping[str, Any]] = {"entry": "Adam", "lr": 0.01}
    views: ClassVar[tuple[str, ...]] = ("predictions",)

    def starting(self, network: str, data: Data) -> Graph | None:
        """A small U-Net."""
        del network
        shape = data.sample_shape or ()
        if len(shape) != 3:
            return None
        return u_net(data.classes, next(levels for levels in range(LEVELS, -1, -1) if not _rest(shape[1:], levels)))


def _rest(sides: tuple[int, ...], levels: int) -> bool:
    """Whether sides cannot be halved so often."""
    return any(side % 2**levels for side in sides)


def u_net(classes: int, levels: int) -> Graph:
    """A U-Net with one convolution on each level of the way down and of the way up, and a skip between the two.

    Ronneberger et al. have two on each, and no batch normalisation, without which so small a one learns slowly.
    """
    nodes = [Node("input", make("layer", {"entry": "Input"}))]
    edges: list[Edge] = []
    here = "input"

    def add(name: str, *sources: str, bends: bool = False, **layer: Any) -> str:
        nodes.append(Node(name, make("layer", layer), make("layer", {"entry": "ReLU"}) if bends else None))
        edges.extend(Edge(source, name, port) for port, source in enumerate(sources))
        return name

    def mixed(name: str, source: str, level: int) -> str:
        conv = {"entry": "Conv2d", "out_channels": WIDTH * 2**level, "kernel_size": 3, "padding": 1, "bias": False}
        return add(f"{name}_norm", add(name, source, **conv), bends=True, entry="BatchNorm2d")

    skips = []
    for level in range(levels):
        skips.append(mixed(f"down{level + 1}", here, level))
        here = add(f"pool{level + 1}", skips[-1], entry="MaxPool2d")
    here = mixed("bottom", here, levels)
    for level in reversed(range(levels)):
        here = add(f"enlarge{level + 1}", here, entry="Upsample")
        here = add(f"skip{level + 1}", skips[level], here, entry="Concat")
        here = mixed(f"up{level + 1}", here, level)
    add("classes", here, entry="Conv2d", out_channels=max(classes, 1), kernel_size=1, padding=0)
    return Graph(tuple(nodes), tuple(edges))
