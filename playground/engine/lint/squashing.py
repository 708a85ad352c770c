"""Outputs that are squashed before a loss that squashes them itself."""

from __future__ import annotations

from collections.abc import Iterator

from playground.engine.events import Diagnostic
from playground.engine.lint.case import Case, bends, passes
from playground.spec.fixes import Fix
from playground.spec.graph import Node

TWICE = {
    ("Softmax", "CrossEntropyLoss"): "softmax-before-cross-entropy",
    ("LogSoftmax", "CrossEntropyLoss"): "log-softmax-before-cross-entropy",
    ("Sigmoid", "BCEWithLogitsLoss"): "sigmoid-before-bce-with-logits",
}


def warn(case: Case) -> Iterator[Diagnostic]:
    """Softmax, log-softmax or sigmoid at the end of a network whose loss brings its own."""
    node: Node | None = case.output if case.scored else None
    while node is not None:
        last = node.activation if bends(node) else node.layer
        found = TWICE.get((last.name if last else "", case.experiment.loss.name))
        if found and last is not None:
            yield Diagnostic(
                _why(last.name, case.experiment.loss.title),
                f"Remove the {last.title} from the end.",
                "warning",
                node=node.id,
                code=found,
                fixes=[Fix(f"Remove {last.title}", [_removal(node)])],
            )
        if not passes(node):
            return
        node = case.before(node)


def _why(last: str, loss: str) -> str:
    """What a second one does to the gradients, or that it does nothing."""
    match last:
        case "Softmax":
            return f"{loss} brings its own softmax; a second one before it flattens the gradients and slows learning."
        case "LogSoftmax":
            return (
                f"{loss} brings its own log-softmax; a second one changes nothing. It belongs before a plain NLL loss."
            )
        case _:
            return (
                f"{loss} brings its own sigmoid; a second one before it keeps the logit between 0 and 1 and slows "
                "learning."
            )


def _removal(node: Node) -> dict[str, object]:
    if bends(node):
        return {"op": "activation", "node": node.id, "activation": None}
    return {"op": "remove", "node": node.id}
