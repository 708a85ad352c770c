"""Learning several things about a sample at once."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any, ClassVar

from playground.catalog.kinds import Data, Loss, Objective
from playground.spec.entry import Entry, entry, make
from playground.spec.graph import Edge, Graph, Node
from playground.spec.params import param

BOX = "box"
"""Name of the head whose four numbers are the left, top, right and bottom of a box."""


class _Heads(Objective):
    """What learning several answers has in common."""

    task = "classification"
    answers = "heads"
    default_loss: ClassVar[str] = "CrossEntropyLoss"
    default_metrics: ClassVar[tuple[str, ...]] = ("Accuracy",)
    steady: ClassVar[Mapping[str, Any]] = {"entry": "Adam", "lr": 0.003}
    views: ClassVar[tuple[str, ...]] = ("predictions",)

    def takes(self, loss: Entry) -> bool:
        """Losses that take an output for each class and the index of the true one."""
        return not isinstance(loss, Loss) or (super().takes(loss) and loss.encoding("classification", 2) == "index")

    def starting(self, network: str, data: Data) -> Graph | None:
        """A trunk that all heads share, and a layer for each of them."""
        del network
        return branched(data) if data.heads else None


def _number_loss() -> Any:
    return param(
        "SmoothL1Loss",
        choices=("MSELoss", "SmoothL1Loss", "HuberLoss", "L1Loss"),
        label="Loss of numbers",
        help="Loss of the heads that give numbers; those that give classes have the experiment's.",
    )


def _weights() -> Any:
    return param(
        (),
        min=0,
        max=1e6,
        label="Head weights",
        help="What the loss of each head is multiplied by, in their order; with none all count once.",
    )


@entry
class SeveralHeads(_Heads):
    """Learn several things about each sample at once: classes, numbers, or both.

    The outputs of the network are split into heads, in the order of the data: one per class, or one per number. The
    loss is Σ wₕ · Lₕ with the experiment's loss for classes and a loss of numbers for the others. Caruana, "Multitask
    learning", 1997.
    """

    title = "Several heads"
    target = "playground.engine.objectives.heads.SeveralHeads"
    roles = ("gives all answers in one row",)

    number_loss: str = _number_loss()
    weights: tuple[float, ...] = _weights()


@entry
class BoxDetection(_Heads):
    """Learn what an image shows and the box around it.

    Σ wₕ · Lₕ over the heads, of which the one called box gives left, top, right and bottom. IoU is the area that true
    and predicted box share over the area that they cover together; a box whose right is left of its left, or whose
    bottom is above its top, is empty and has IoU 0. A shape is found where IoU > 0.5 and its class is right.
    Sermanet et al., "OverFeat: integrated recognition, localization and detection", 2014; Everingham et al., "The
    PASCAL visual object classes challenge", 2010.
    """

    title = "Box detection"
    target = "playground.engine.objectives.heads.BoxDetection"
    roles = ("gives class and box in one row",)
    needed_heads: ClassVar[Mapping[str, int]] = {BOX: 4}

    number_loss: str = _number_loss()
    weights: tuple[float, ...] = _weights()


def branched(data: Data) -> Graph:
    """Layers for all heads, one linear layer for each, and their outputs in one row in the order of the data."""
    shape = data.sample_shape or ()
    image = len(shape) == 3 and min(shape[1:]) >= 8
    nodes = [
        Node(name, make("layer", layer), make("layer", {"entry": bend}) if bend else None)
        for name, layer, bend in (_seeing() if image else _dense(shape))
    ]
    edges = [Edge(a.id, b.id) for a, b in pairwise(nodes)]
    trunk, taken = nodes[-1].id, {node.id for node in nodes}
    ends: list[str] = []
    for head in data.heads:
        name = head.name if head.name.isidentifier() and head.name not in taken else f"head{len(ends) + 1}"
        taken.add(name)
        ends.append(name)
        nodes.append(Node(name, make("layer", {"entry": "Linear", "out_features": head.outputs}), name=head.name))
        edges.append(Edge(trunk, name))
    if len(ends) > 1:
        nodes.append(Node("answers", make("layer", {"entry": "Concat"})))
        edges += [Edge(end, "answers", port) for port, end in enumerate(ends)]
    return Graph(tuple(nodes), tuple(edges))


Unit = tuple[str, dict[str, object], str]
"""Id, layer and activation ("" for none) of a node."""


def _seeing() -> list[Unit]:
    """Layers for images of at least eight pixels."""
    conv = {"entry": "Conv2d", "kernel_size": 3, "padding": 1}
    return [
        ("input", {"entry": "Input"}, ""),
        ("conv1", {**conv, "out_channels": 8}, "ReLU"),
        ("pool1", {"entry": "MaxPool2d"}, ""),
        ("conv2", {**conv, "out_channels": 16}, "ReLU"),
        ("pool2", {"entry": "MaxPool2d"}, ""),
        ("flatten", {"entry": "Flatten"}, ""),
        ("hidden", {"entry": "Linear", "out_features": 64}, "ReLU"),
    ]


def _dense(shape: tuple[int, ...]) -> list[Unit]:
    flat: list[Unit] = [("flatten", {"entry": "Flatten"}, "")] if len(shape) > 1 else []
    hidden: Unit = ("hidden", {"entry": "Linear", "out_features": 32}, "ReLU")
    return [("input", {"entry": "Input"}, ""), *flat, hidden]
