"""Well-known networks have the parameters and multiply-accumulates that others publish of them."""

from __future__ import annotations

import math

from playground.catalog.layers import activations, conv, linear, merge, normalization, pooling, shape
from playground.catalog.layers.inputs import Input
from playground.engine.dryrun import Facts, dry_run
from playground.spec import graph as g
from playground.spec.entry import Entry, Shape
from playground.spec.graph import Graph, Node

RELU = activations.ReLU()


def facts_of(graph: Graph, size: Shape) -> dict[str, Facts]:
    """Facts of each node for inputs of a shape."""
    found: dict[str, Facts] = {}
    for node in graph.order():
        ends = tuple(found[edge.source].shape or () for edge in graph.into(node.id))
        found[node.id] = Facts(size) if node.layer.name == "Input" else dry_run(node.layer, node.activation, ends)
        assert not found[node.id].error, found[node.id]
    return found


def sums(graph: Graph, size: Shape) -> tuple[int, int, Shape | None]:
    """Parameters, multiply-accumulates and the shape of the result."""
    found = facts_of(graph, size)
    end = found[graph.order()[-1].id].shape
    return sum(one.parameters for one in found.values()), sum(one.macs for one in found.values()), end


class Writer:
    """Writes a graph layer by layer; `put` gives the new node's id."""

    def __init__(self) -> None:
        self.graph = g.add(Graph(), Node("input", Input()))

    def put(self, layer: Entry, *sources: str, relu: bool = False) -> str:
        name = self.graph.fresh_id(layer.name)
        self.graph = g.add(self.graph, Node(name, layer, RELU if relu else None))
        for port, source in enumerate(sources):
            self.graph = g.connect(self.graph, source, name, port)
        return name

    def line(self, source: str, *layers: Entry, relu: bool = True) -> str:
        """Layers one after another; those with weights get a ReLU when `relu`."""
        for layer in layers:
            source = self.put(layer, source, relu=relu and isinstance(layer, conv.Conv2d | linear.Linear))
        return source


def lenet5() -> Graph:
    write = Writer()
    write.line(
        "input",
        conv.Conv2d(out_channels=6, kernel_size=5, padding=0),
        pooling.AvgPool2d(),
        conv.Conv2d(out_channels=16, kernel_size=5, padding=0),
        pooling.AvgPool2d(),
        shape.Flatten(),
        linear.Linear(out_features=120),
        linear.Linear(out_features=84),
        linear.Linear(out_features=10),
    )
    return write.graph


def vgg16() -> Graph:
    write, end = Writer(), "input"
    for count, channels in ((2, 64), (2, 128), (3, 256), (3, 512), (3, 512)):
        end = write.line(end, *[conv.Conv2d(out_channels=channels)] * count, pooling.MaxPool2d())
    dense = [linear.Linear(out_features=size) for size in (4096, 4096, 1000)]
    write.line(end, pooling.AdaptiveAvgPool2d(output_size=7), shape.Flatten(), *dense)
    return write.graph


def resnet18() -> Graph:
    write = Writer()

    def normed(source: str, channels: int, kernel: int, stride: int, relu: bool) -> str:
        layer = conv.Conv2d(out_channels=channels, kernel_size=kernel, stride=stride, padding=kernel // 2, bias=False)
        return write.put(normalization.BatchNorm2d(), write.put(layer, source), relu=relu)

    end = write.put(pooling.MaxPool2d(kernel_size=3, padding=1), normed("input", 64, 7, 2, relu=True))
    for channels, first in ((64, 1), (128, 2), (256, 2), (512, 2)):
        for stride in (first, 1):
            inner = normed(normed(end, channels, 3, stride, relu=True), channels, 3, 1, relu=False)
            skip = normed(end, channels, 1, stride, relu=False) if stride == 2 else end
            end = write.put(merge.Add(), inner, skip, relu=True)
    write.line(end, pooling.AdaptiveAvgPool2d(), shape.Flatten(), linear.Linear(out_features=1000))
    return write.graph


def mobilenet() -> Graph:
    write, norm, relu = Writer(), normalization.BatchNorm2d(), activations.ReLU()
    first = conv.Conv2d(out_channels=32, stride=2, bias=False)
    end = write.line("input", first, norm, relu, relu=False)
    sizes = [(64, 1), (128, 2), (128, 1), (256, 2), (256, 1), (512, 2), *[(512, 1)] * 5, (1024, 2), (1024, 1)]
    for channels, stride in sizes:
        own = conv.DepthwiseConv2d(stride=stride, bias=False)
        mix = conv.Conv2d(out_channels=channels, kernel_size=1, padding=0, bias=False)
        end = write.line(end, own, norm, relu, mix, norm, relu, relu=False)
    write.line(end, pooling.AdaptiveAvgPool2d(), shape.Flatten(), linear.Linear(out_features=1000))
    return write.graph


def test_lenet5() -> None:
    """LeCun et al., 1998, with all maps connected: 61,706 parameters."""
    assert sums(lenet5(), (1, 32, 32)) == (61_706, 416_520, (10,))


def test_vgg16() -> None:
    """As torchvision has it: 138,357,544 parameters, 15.47 billion multiply-accumulates."""
    assert sums(vgg16(), (3, 224, 224)) == (138_357_544, 15_470_264_320, (1000,))


def test_resnet18() -> None:
    """As torchvision has it: 11,689,512 parameters, 1.814 billion multiply-accumulates."""
    assert sums(resnet18(), (3, 224, 224)) == (11_689_512, 1_814_073_344, (1000,))


def test_mobilenet() -> None:
    """Howard et al., 2017: 4.2 million parameters, 569 million multiply-accumulates."""
    assert sums(mobilenet(), (3, 224, 224)) == (4_231_976, 568_740_352, (1000,))


def test_resnet18_gets_smaller_as_published() -> None:
    found = facts_of(resnet18(), (3, 224, 224))
    sizes = [math.prod(one.shape[1:]) for one in found.values() if one.shape and len(one.shape) == 3]
    assert sorted(set(sizes), reverse=True) == [224**2, 112**2, 56**2, 28**2, 14**2, 7**2, 1]
