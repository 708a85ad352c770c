"""Batch normalisation and what stands before it."""

from __future__ import annotations

from collections.abc import Iterator

from playground.engine.events import Diagnostic
from playground.engine.lint.case import CONVOLUTIONS, DENSE, Case, bends
from playground.spec.fixes import Fix
from playground.spec.graph import Node
from playground.spec.inner_ids import JOINT

NORMS = frozenset({"BatchNorm1d", "BatchNorm2d"})


def warn(case: Case) -> Iterator[Diagnostic]:
    """Dropout before batch norm, and biases that batch norm takes away again."""
    for node in case.order:
        if node.layer.name in NORMS and (before := case.before(node)) is not None:
            yield from _dropout(case, node, before)
        if _bias_in_vain(case, node):
            yield Diagnostic(
                f"Batch norm subtracts the mean, and with it the bias of {node.label}.",
                "Switch the bias off: the shift of the batch norm does its work.",
                "warning",
                node=node.id,
                code="bias-before-batch-norm",
                fixes=[Fix("Switch the bias off", [{"op": "values", "node": node.id, "values": {"bias": False}}])],
            )


def _bias_in_vain(case: Case, node: Node) -> bool:
    """Whether a layer's bias goes straight into batch norms over the same channels."""
    if node.layer.name not in DENSE | CONVOLUTIONS or not node.layer.values().get("bias") or bends(node):
        return False
    shape, after = case.shape(node.id), case.after(node)
    channels_first = node.layer.name in CONVOLUTIONS or (shape is not None and len(shape) == 1)
    return channels_first and bool(after) and all(one.layer.name in NORMS for one in after)


def _dropout(case: Case, norm: Node, before: Node) -> Iterator[Diagnostic]:
    """Dropout whose output goes into a batch norm with nothing but activations between."""
    here: Node | None = before
    while here is not None and here.layer.group == "Activations" and len(case.after(here)) == 1:
        here = case.before(here)
    if here is None or here.layer.name != "Dropout" or not here.layer.values()["p"]:
        return
    fixes = [Fix("Remove the dropout", [{"op": "remove", "node": here.id}])]
    if _together(here.id, norm.id) and len(case.after(here)) == 1:
        fixes.insert(0, Fix("Move it behind", [{"op": "move", "node": here.id, "behind": norm.id}]))
    yield Diagnostic(
        f"Dropout changes the variance only while training, so that the averages of {norm.label} behind it do not "
        "hold when the network is measured.",
        "Put the dropout behind the batch norm (Li et al., 2019).",
        "warning",
        node=here.id,
        code="dropout-before-batch-norm",
        fixes=fixes,
    )


def _together(one: str, other: str) -> bool:
    """Whether two expanded nodes stand in the same graph and the same repetition."""
    return one.rpartition(JOINT)[0] == other.rpartition(JOINT)[0]
