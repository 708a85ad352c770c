"""The field of the inspector that says from which other layer one takes its weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from playground.spec.graph import Graph, Node
from playground.spec.inner_ids import JOINT
from playground.spec.opened import OpenGraph
from playground.spec.sharing import offers
from playground.ui.panels.choices import ChoiceField


class SharedWeights(ChoiceField):
    """None, or one of the layers beside it that have weights of the same name and shape."""

    def __init__(self) -> None:
        super().__init__(("",), (self.tr("None"),))

    def show_node(self, graph: Graph, node: Node, tensors: Mapping[str, Mapping[str, Sequence[int]]]) -> None:
        """Offer what fits a node; `tensors` are the parameters of each layer. A choice that does not fit stays seen."""
        found = [other for other in offers(graph, node.id, tensors) if _beside(graph, node.id, other)]
        self.set_choices(("", *found), (self.tr("None"), *(called(graph, one) for one in found)))
        self.offer(node.shares)
        self.show_value(node.shares)


def called(graph: Graph, card: str) -> str:
    """What tells a card from those beside it: the person's own name for it, else its id."""
    return (graph.node(card).name if card in graph else "") or card.rpartition(JOINT)[2]


def _beside(graph: Graph, one: str, other: str) -> bool:
    """Whether two cards lie in the same block, or both in none."""
    return not isinstance(graph, OpenGraph) or graph.homes.get(one) == graph.homes.get(other)
