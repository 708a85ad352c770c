"""Layers that let a step see later ones, where the later ones are the answer."""

from __future__ import annotations

from collections.abc import Iterator

from playground.engine.events import Diagnostic
from playground.engine.lint.case import Case
from playground.spec.entry import fields_of
from playground.spec.fixes import JSON, Fix
from playground.spec.graph import Node

AHEAD = {"causal": False, "bidirectional": True}
"""Fields and the value with which a layer looks ahead."""


def warn(case: Case) -> Iterator[Diagnostic]:
    """Layers that look ahead in a network that learns what comes next."""
    if case.experiment.objective.name != "NextToken":
        return
    for node in case.order:
        field = next((name for name, value in AHEAD.items() if _has(node, name, value)), "")
        if field:
            message = f"{node.label} sees the steps after each step, and they are the answer that is to be guessed."
            better: JSON = {"op": "values", "node": node.id, "values": {field: not AHEAD[field]}}
            label = "Make it causal" if field == "causal" else "Read in one direction"
            hint = "Let it look back only; else it learns to copy."
            fixes = [Fix(label, [better])]
            yield Diagnostic(message, hint, "warning", node=node.id, code="peeking", fixes=fixes)


def _has(node: Node, name: str, value: bool) -> bool:
    return name in fields_of(type(node.layer)) and node.layer.values()[name] is value
