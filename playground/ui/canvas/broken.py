"""Where on the canvas problems show: the wires that are broken, and the cards that have fixes to offer."""

from __future__ import annotations

from collections.abc import Mapping

from playground.engine.events import Diagnostic, Plan
from playground.spec.graph import Edge, Graph
from playground.spec.inner_ids import shown_as
from playground.ui.engine_words import told


def of_network(plan: Plan | None, network: str) -> list[Diagnostic]:
    """The problems of a network and of none in particular."""
    return [one for one in plan.problems if one.network in ("", network)] if plan is not None else []


def wires(plan: Plan | None, network: str, graph: Graph) -> dict[Edge, str]:
    """The wires that are broken, each with a few words."""
    found: dict[Edge, str] = {}
    ids = {node.id for node in graph.nodes}
    for problem in of_network(plan, network):
        if problem.edge is not None and problem.severity == "error" and (edge := _shown(problem, graph, ids)):
            found.setdefault(edge, told(problem.brief))
    return found


def _shown(problem: Diagnostic, graph: Graph, ids: set[str]) -> Edge | None:
    """The wire of the canvas that stands for that of a problem, which may lead into a block."""
    if problem.edge is None:
        return None
    source, target, port = problem.edge
    ends = shown_as(source, ids), shown_as(target, ids)
    between = [edge for edge in graph.into(ends[1]) if edge.source == ends[0]] if all(ends) else []
    return next((edge for edge in between if edge.port == port), between[0] if between else None)


def cards(plan: Plan | None, network: str, graph: Graph) -> Mapping[str, list[Diagnostic]]:
    """The problems that can be mended by the card they show on, errors first."""
    found: dict[str, list[Diagnostic]] = {}
    ids = {node.id for node in graph.nodes}
    for problem in of_network(plan, network):
        card = shown_as(problem.node, ids) if problem.node else ""
        if card and problem.fixes:
            found.setdefault(card, []).append(problem)
    return {card: sorted(several, key=lambda one: one.severity != "error") for card, several in found.items()}
