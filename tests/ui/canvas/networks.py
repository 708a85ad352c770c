"""Networks that everyone has seen a drawing of."""

from __future__ import annotations

from playground import catalog
from playground.spec.entry import make
from playground.spec.graph import Edge, Graph, Node

catalog.load()


class Drawing:
    """Collects nodes and edges."""

    def __init__(self) -> None:
        self._nodes: list[Node] = []
        self._edges: list[Edge] = []

    def put(self, node_id: str, layer: str, *sources: str) -> str:
        self._nodes.append(Node(node_id, make("layer", {"entry": layer})))
        self._edges.extend(Edge(source, node_id, port) for port, source in enumerate(sources))
        return node_id

    @property
    def graph(self) -> Graph:
        return Graph(tuple(self._nodes), tuple(self._edges))


def residual(stages: tuple[int, ...] = (2, 2, 2, 2)) -> Graph:
    """ResNet-18 without its norms: blocks of two layers, a projection where a stage begins."""
    draw = Drawing()
    last = draw.put("stem", "Linear", draw.put("input", "Input"))
    for stage, blocks in enumerate(stages):
        for block in range(blocks):
            name = f"s{stage}b{block}"
            main = draw.put(f"{name}second", "Linear", draw.put(f"{name}first", "Linear", last))
            skip = draw.put(f"{name}project", "Linear", last) if stage and not block else last
            last = draw.put(f"{name}add", "Add", main, skip)
    draw.put("output", "Output", last)
    return draw.graph


def inception() -> Graph:
    """Four branches of one, two, three and two layers."""
    draw = Drawing()
    last = draw.put("stem", "Linear", draw.put("input", "Input"))
    ends = []
    for branch, length in enumerate((1, 2, 3, 2)):
        here = last
        for step in range(length):
            here = draw.put(f"b{branch}{step}", "Linear", here)
        ends.append(here)
    draw.put("output", "Output", draw.put("concat", "Concat", *ends))
    return draw.graph


def unet(depth: int = 3) -> Graph:
    """Down and up again, with skips from each level to its mirror image."""
    draw = Drawing()
    last, skips = draw.put("input", "Input"), []
    for level in range(depth):
        skips.append(draw.put(f"down{level}", "Linear", last))
        last = draw.put(f"pool{level}", "Dropout", skips[-1])
    last = draw.put("bottom", "Linear", last)
    for level in reversed(range(depth)):
        last = draw.put(f"cat{level}", "Concat", skips[level], draw.put(f"up{level}", "Linear", last))
        last = draw.put(f"conv{level}", "Linear", last)
    draw.put("output", "Output", last)
    return draw.graph
