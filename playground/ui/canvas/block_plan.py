"""A plan as the cards on the canvas show it: closed blocks as a whole, the inputs of opened ones, problems in sight."""

from __future__ import annotations

import msgspec

from playground.engine.events import Diagnostic, NetworkPlan, NodePlan, Plan
from playground.spec.graph import Graph
from playground.spec.inner_ids import shown_as
from playground.spec.opened import Door, Opened


def shown_plan(plan: Plan | None, cards: Opened, network: str) -> Plan | None:
    """The plan with a line for every card of a network, and with each problem at the card that can show it."""
    worked = plan.networks.get(network) if plan is not None else None
    if plan is None or worked is None or not (worked.uses or cards.frames):
        return plan
    ids = {node.id for node in cards.graph.nodes}
    problems = [_in_sight(problem, cards, ids, network) for problem in plan.problems]
    networks = {**plan.networks, network: _with_cards(worked, cards.graph)}
    return msgspec.structs.replace(plan, networks=networks, problems=problems)


def _with_cards(worked: NetworkPlan, graph: Graph) -> NetworkPlan:
    known = {node.id: node for node in (*worked.nodes, *worked.uses)}
    for node in graph.order():
        before = graph.into(node.id)
        if isinstance(node.layer, Door) and before and before[0].source in known:
            shape = known[before[0].source].output_shape
            known[node.id] = NodePlan(node.id, node.layer.name, shape, 0, 0, title=Door.title)
    return msgspec.structs.replace(worked, nodes=list(known.values()))


def _in_sight(problem: Diagnostic, cards: Opened, ids: set[str], network: str) -> Diagnostic:
    if not problem.node or problem.node in ids or problem.network not in ("", network):
        return problem
    card = shown_as(problem.node, ids)
    if not card and problem.node in cards.frames:  # of the block as a whole: its last card stands for it
        members = cards.frames[problem.node].members
        card = [node.id for node in cards.graph.nodes if node.id in members][-1]
    return msgspec.structs.replace(problem, node=card) if card else problem
