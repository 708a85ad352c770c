"""Layers and edges in words, for those who hear the network instead of seeing it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from playground.engine.events import Diagnostic, NodePlan
from playground.spec.entry import Entry
from playground.spec.graph import Edge, Graph, Node
from playground.ui import words
from playground.ui.canvas.edits import size_field

translate = QCoreApplication.translate


def called(node: Node) -> str:
    """What tells a node from all others: the person's own name for it, else its id."""
    return node.name or node.id


def kind(node: Node) -> str:
    """The layer in few words: title, units, activation."""
    units = size_field(node.layer)
    size = f" {words.number(getattr(node.layer, units))}" if units else ""
    active = node.activation
    return words.title(node.layer) + size + (f", {_name(active)}" if active is not None and _acts(active) else "")


def layer(graph: Graph, node: Node, plan: NodePlan | None, problem: Diagnostic | None) -> str:
    """A whole layer: "hidden1, Linear, 8 units, tanh, output 8, 24 parameters, from input1"."""
    units = size_field(node.layer)
    parts = [called(node), words.title(node.layer)]
    if units:
        parts.append(translate("spoken", "{0} units").format(words.number(getattr(node.layer, units))))
    if node.activation is not None and _acts(node.activation):
        parts.append(_name(node.activation))
    if node.lr_factor == 0:
        parts.append(translate("spoken", "frozen"))
    if node.shares in graph:
        parts.append(translate("spoken", "shares weights with {0}").format(called(graph.node(node.shares))))
    if plan is not None and plan.output_shape is not None:
        parts.append(translate("spoken", "output {0}").format(shape(plan)))
    if plan is not None and plan.parameters:
        parts.append(translate("spoken", "{0} parameters").format(words.count(plan.parameters)))
    parts.append(inputs(graph, node))
    if problem is not None:
        parts.append(trouble(problem))
    return ", ".join(filter(None, parts))


def inputs(graph: Graph, node: Node) -> str:
    """Where a layer's inputs come from, or nothing for one that takes none."""
    found = [called(graph.node(edge.source)) for edge in graph.into(node.id)]
    if found:
        return translate("spoken", "from {0}").format(", ".join(found))
    return "" if getattr(node.layer, "inputs", 1) == 0 else translate("spoken", "without input")


def trouble(problem: Diagnostic) -> str:
    """A problem with its weight in front."""
    error = problem.severity == "error"
    weight = translate("spoken", "error: {0}") if error else translate("spoken", "warning: {0}")
    return weight.format(words.sentence(problem.message))


def edge(graph: Graph, line: Edge) -> str:
    """An edge: "edge from input1 to hidden1, 1 of 2"."""
    source, target = called(graph.node(line.source)), called(graph.node(line.target))
    return translate("spoken", "edge from {0} to {1}").format(source, port(graph.node(line.target), line.port, target))


def port(node: Node, index: int, name: str) -> str:
    """An input of a node: the node alone when it has one, else with the input's own name or number."""
    if getattr(node.layer, "inputs", 1) == 1:
        return name
    names = getattr(node.layer, "port_names", ())
    if index < len(names):
        return translate("spoken", "{0}, {1}").format(name, words.from_catalog(names[index]))
    return translate("spoken", "{0}, input {1}").format(name, words.number(index + 1))


def shape(plan: NodePlan | None) -> str:
    """An output shape without the batch: 16 × 28 × 28; "" while it is unknown."""
    return " × ".join(map(words.number, plan.output_shape or ())) if plan is not None else ""


def _acts(activation: Entry) -> bool:
    return activation.name != "Identity"


def _name(activation: Entry) -> str:
    return words.title(activation)
