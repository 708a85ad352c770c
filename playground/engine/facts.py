"""What is known of each node beyond its shape: parameters that learn, memory, receptive field, what it waits for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from playground.engine.dryrun import Facts
from playground.engine.events import NetworkPlan, NodePlan
from playground.engine.network import INPUT
from playground.spec.entry import UnknownEntry
from playground.spec.expansion import outcome, uses
from playground.spec.experiment import Experiment
from playground.spec.graph import Edge, Node
from playground.spec.inner_ids import JOINT

FLOAT = 4
"""Bytes of a number in float32."""

View = tuple[float, float]
"""How far along the input an output looks, and how far apart two outputs look."""


@dataclass
class Ledger:
    """What was found of the nodes so far: their plans, and how far they look; None where they see everything."""

    plans: dict[str, NodePlan]
    views: dict[str, View | None]

    def enter(self, node: Node, edges: Sequence[Edge], facts: Facts) -> None:
        """Write a node down; those before it are there already."""
        view = _view(node, [self.views[edge.source] for edge in edges])
        self.views[node.id] = view
        frozen = _frozen(node, facts)
        self.plans[node.id] = NodePlan(
            id=node.id,
            entry=node.layer.name,
            output_shape=list(facts.shape) if facts.shape is not None else None,
            parameters=facts.parameters,
            macs=facts.macs,
            title=_title(node),
            trainable=facts.parameters - frozen,
            frozen=frozen,
            memory=FLOAT * facts.numbers,
            field=view[0] if view and facts.shape is not None else None,
            waits_for=self._waits(edges),
            tensors={name: list(shape) for name, shape in facts.tensors},
        )

    def _waits(self, edges: Iterable[Edge]) -> str:
        """The title of the broken node before this one that it waits for."""
        for edge in edges:
            before = self.plans[edge.source]
            if before.output_shape is None:
                return before.waits_for or before.title
        return ""


def _title(node: Node) -> str:
    """What the card of a node shows; an unknown layer by the name it has in the file."""
    return node.name or node.layer.name if isinstance(node.layer, UnknownEntry) else node.label


def _view(node: Node, before: Sequence[View | None]) -> View | None:
    """The receptive field by r ← r + (kernel − 1) · j, j ← j · stride, from the path that sees most."""
    if node.layer.name == INPUT:
        return 1.0, 1.0
    window = getattr(node.layer, "window", lambda: None)()
    known = [one for one in before if one is not None]
    if window is None or not known or len(known) < len(before):
        return None
    reach, jump = (max(values) for values in zip(*known, strict=True))
    kernel, stride = window
    return reach + (kernel - 1) * jump, jump * stride


def _frozen(node: Node, facts: Facts) -> int:
    """Parameters that do not learn: all of a frozen layer, else those of its frozen units."""
    if node.lr_factor == 0:
        return facts.parameters
    return facts.row * len({unit for unit in node.surgery.frozen if unit < facts.units})


def summed(nodes: list[NodePlan]) -> NetworkPlan:
    """The plan of a network of these nodes."""
    return NetworkPlan(
        parameters=sum(node.parameters for node in nodes),
        macs=sum(node.macs for node in nodes),
        nodes=nodes,
        trainable=sum(node.trainable for node in nodes),
        frozen=sum(node.frozen for node in nodes),
        memory=sum(node.memory for node in nodes),
    )


# --- blocks as a whole ---------------------------------------------------------------------------------------------


def with_uses(worked: NetworkPlan, experiment: Experiment, name: str) -> NetworkPlan:
    """The plan with each use of a block as a whole."""
    by_id = {node.id: node for node in worked.nodes}
    found = list(uses(experiment.networks[name], experiment.blocks))
    inner = _inner({path for path, _, _ in found}, worked.nodes) if found else {}
    plans = []
    for path, node, use in found:
        total = summed(inner.get(path, []))
        last = by_id.get(outcome(path, node, use, experiment.blocks)) if total.nodes else None
        plans.append(
            NodePlan(
                id=path,
                entry=use.name,
                output_shape=last.output_shape if last else None,
                parameters=total.parameters,
                macs=total.macs,
                title=node.name or use.block,
                trainable=total.trainable,
                frozen=total.frozen,
                memory=total.memory,
                field=last.field if last else None,
                waits_for=total.nodes[0].waits_for if total.nodes else "",
            )
        )
    return msgspec.structs.replace(worked, uses=plans)


def _inner(paths: set[str], nodes: Iterable[NodePlan]) -> Mapping[str, list[NodePlan]]:
    """The nodes inside each use, those of uses within it included."""
    found: dict[str, list[NodePlan]] = {}
    for node in nodes:
        at = node.id.find(JOINT)
        while at > 0:
            if node.id[:at] in paths:
                found.setdefault(node.id[:at], []).append(node)
            at = node.id.find(JOINT, at + 1)
    return found
