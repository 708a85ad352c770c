"""What plan and data say about the nodes of a network, as their cards are given it."""

from __future__ import annotations

from playground.engine.events import Diagnostic, NetworkPlan, NodePlan, Plan
from playground.spec.entry import Entry
from playground.spec.graph import Node
from playground.ui.canvas.items.card import Context


def context_of(
    node: Node,
    data: Entry | None,
    network: NetworkPlan | None,
    is_output: bool,
    plan: NodePlan | None,
    problem: Diagnostic | None,
) -> Context:
    """What a plan and the data say about a node; the data, only of a network that answers for samples of theirs."""
    given = network is None or network.samples
    plane = network.plane if network is not None and not network.samples else bool(getattr(data, "plane", False))
    if is_output and network is not None and not (network.samples and network.scored):
        return Context(plan, problem, is_output=True, plane=plane, expected=network.outputs)
    if is_output:
        classes = len(getattr(data, "class_names", ()))
        task = str(getattr(data, "task", ""))
        return Context(plan, problem, is_output=True, plane=plane, task=task, expected=classes if classes > 2 else 1)
    if getattr(node.layer, "inputs", 1) == 0:
        names = tuple(getattr(data, "features", ())) if given else ()
        return Context(plan, problem, plane=plane, expected=len(names), unit_names=names)
    return Context(plan, problem, plane=plane)


def by_node(plan: Plan | None, network: str) -> tuple[dict[str, NodePlan], dict[str, Diagnostic]]:
    """Plans of the nodes of a network, and the worst problem of each."""
    if plan is None:
        return {}, {}
    worked = plan.networks.get(network)
    problems: dict[str, Diagnostic] = {}
    for problem in plan.problems:
        if problem.node and problem.network in ("", network):
            known = problems.get(problem.node)
            if known is None or (known.severity, problem.severity) == ("warning", "error"):
                problems[problem.node] = problem
    return {node.id: node for node in worked.nodes} if worked else {}, problems
