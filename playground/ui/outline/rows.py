"""What stands in the outline: networks, their layers, and the inputs of each layer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QCoreApplication

from playground.engine.events import Diagnostic, NetworkPlan, NodePlan, Plan
from playground.spec.errors import CycleError
from playground.spec.experiment import Experiment
from playground.spec.graph import Edge, Graph, Node
from playground.ui import words
from playground.ui.canvas.contexts import by_node
from playground.ui.canvas.gestures import spoken

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Key:
    """What a row stands for, from one edit to the next: a network, a node of it, or an input port of that node."""

    network: str
    node: str = ""
    port: int = -1

    @property
    def kind(self) -> Literal["network", "node", "input"]:
        """What it names."""
        return "network" if not self.node else "node" if self.port < 0 else "input"


@dataclass(frozen=True)
class NetworkFacts:
    """What the row of a network says."""

    name: str
    layers: int
    plan: NetworkPlan | None

    def cells(self) -> tuple[str, str, str]:
        """The texts of the columns."""
        return self.name, "", words.count(self.plan.parameters) if self.plan else ""

    def detail(self) -> str:
        """What stands beside the name in grey."""
        return ""

    def spoken(self) -> str:
        """The row in words."""
        layers = translate("outline", "{0}, {1} layers").format(self.name, words.count(self.layers))
        if self.plan is None:
            return layers
        return layers + ", " + translate("spoken", "{0} parameters").format(words.count(self.plan.parameters))


@dataclass(frozen=True)
class NodeFacts:
    """What the row of a layer says; `sources` are its edges and what the nodes at their starts are called."""

    node: Node
    plan: NodePlan | None
    problem: Diagnostic | None
    sources: tuple[tuple[Edge, str], ...]
    graph: Graph = field(compare=False)

    def cells(self) -> tuple[str, str, str]:
        """The texts of the columns."""
        numbers = words.count(self.plan.parameters) if self.plan and self.plan.parameters else ""
        return spoken.called(self.node), spoken.shape(self.plan), numbers

    def detail(self) -> str:
        """What stands beside the name in grey."""
        kind = spoken.kind(self.node)
        plain = spoken.called(self.node).rstrip("0123456789").casefold()
        return "" if kind.replace(" ", "").casefold() == plain else kind

    def spoken(self) -> str:
        """The row in words."""
        return spoken.layer(self.graph, self.node, self.plan, self.problem)


@dataclass(frozen=True)
class InputFacts:
    """What the row of an input says: `port` is "" for a layer that has one."""

    edge: Edge
    source: str
    port: str
    plan: NodePlan | None

    def cells(self) -> tuple[str, str, str]:
        """The texts of the columns."""
        return translate("spoken", "from {0}").format(self.source), spoken.shape(self.plan), ""

    def detail(self) -> str:
        """What stands beside the name in grey."""
        return self.port

    def spoken(self) -> str:
        """The row in words."""
        name, size, _ = self.cells()
        return ", ".join(filter(None, (self.port, name, size)))


Facts = NetworkFacts | NodeFacts | InputFacts


@dataclass(frozen=True)
class Item:
    """A row as it should be, with the rows below it."""

    key: Key
    facts: Facts
    children: tuple[Item, ...] = ()


def items(experiment: Experiment, plan: Plan | None) -> list[Item]:
    """The rows for the networks of an experiment, as its plan works them out."""
    return [_network(name, graph, plan) for name, graph in experiment.networks.items()]


def _network(name: str, graph: Graph, plan: Plan | None) -> Item:
    plans, problems = by_node(plan, name)
    worked = plan.networks.get(name) if plan is not None else None
    nodes = tuple(_node(name, graph, node, plans, problems.get(node.id)) for node in _ordered(graph))
    return Item(Key(name), NetworkFacts(name, len(graph.nodes), worked), nodes)


def _ordered(graph: Graph) -> list[Node]:
    try:
        return graph.order()
    except CycleError:
        return list(graph.nodes)


def _node(network: str, graph: Graph, node: Node, plans: dict[str, NodePlan], problem: Diagnostic | None) -> Item:
    sources = tuple((edge, spoken.called(graph.node(edge.source))) for edge in graph.into(node.id))
    inputs = tuple(
        Item(
            Key(network, node.id, edge.port),
            InputFacts(edge, source, spoken.port(node, edge.port, "").strip(", "), plans.get(edge.source)),
        )
        for edge, source in sources
    )
    return Item(Key(network, node.id), NodeFacts(node, plans.get(node.id), problem, sources, graph), inputs)
