"""Outputs that are squashed before a loss that squashes them itself, or not before one that does not."""

from __future__ import annotations

from collections.abc import Iterator

from playground.catalog.losses import HingeLoss, MultiMarginLoss
from playground.engine.events import Diagnostic
from playground.engine.lint.case import Case, bends, passes
from playground.spec.entry import make
from playground.spec.fixes import Fix
from playground.spec.graph import Node

TWICE = {
    ("Softmax", "CrossEntropyLoss"): "softmax-before-cross-entropy",
    ("LogSoftmax", "CrossEntropyLoss"): "log-softmax-before-cross-entropy",
    ("Sigmoid", "BCEWithLogitsLoss"): "sigmoid-before-bce-with-logits",
    ("Softmax", "FocalLoss"): "softmax-before-cross-entropy",
    ("LogSoftmax", "FocalLoss"): "log-softmax-before-cross-entropy",
    ("Sigmoid", "HingeLoss"): "bounds-before-margin",
    ("Softmax", "HingeLoss"): "bounds-before-margin",
    ("Sigmoid", "MultiMarginLoss"): "bounds-before-margin",
    ("Softmax", "MultiMarginLoss"): "bounds-before-margin",
}
GIVERS = {"probabilities": ("Sigmoid", "Softmax"), "log-probabilities": ("LogSoftmax",)}
"""Activations that give what a loss reads; the first is offered."""
SPOILERS = frozenset({"Dropout"})
"""Layers that pass numbers on, but not as probabilities."""
INSTEAD = {"BCELoss": "BCEWithLogitsLoss", "NLLLoss": "CrossEntropyLoss", "KLDivLoss": "CrossEntropyLoss"}
"""Losses that bring their own activation."""


def warn(case: Case) -> Iterator[Diagnostic]:
    """Softmax, log-softmax or sigmoid at the end of a network whose loss brings its own, and the lack of one."""
    yield from _twice(case)
    yield from _lacking(case)


def _twice(case: Case) -> Iterator[Diagnostic]:
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


def _lacking(case: Case) -> Iterator[Diagnostic]:
    """Outputs of any size before a loss that takes them for probabilities or their logarithms."""
    loss, end = case.experiment.loss, case.output
    givers = GIVERS.get(getattr(loss, "reads", ""), ())
    if not case.scored or not getattr(case.experiment.objective, "task", "") or end is None or not givers:
        return
    if _last(case, end) in givers:
        return
    better, instead = make("layer", {"entry": givers[0]}), make("loss", {"entry": INSTEAD[loss.name]})
    yield Diagnostic(
        _lack(givers[0], loss.title),
        f"End with a {better.title}.",
        "warning",
        node=end.id,
        code="no-probabilities",
        fixes=[
            Fix(f"End with a {better.title}", [_ending(end, givers[0])]),
            Fix(f"Use {instead.title}", [{"op": "set", "path": "loss", "value": {"entry": instead.name}}]),
        ],
    )


def _last(case: Case, node: Node | None) -> str:
    """The last layer that changes numbers."""
    while node is not None:
        if bends(node) or not passes(node) or node.layer.name in SPOILERS:
            last = node.activation if bends(node) else node.layer
            return last.name if last else ""
        node = case.before(node)
    return ""


def _lack(giver: str, loss: str) -> str:
    if giver == "Sigmoid":
        return f"{loss} takes outputs for probabilities; numbers below 0 and above 1 are cut there and learn nothing."
    return f"{loss} takes outputs for log-probabilities; without a log-softmax they grow without end."


def _ending(node: Node, activation: str) -> dict[str, object]:
    if node.layer.group == "Activations":
        return {"op": "layer", "node": node.id, "layer": {"entry": activation}}
    return {"op": "activation", "node": node.id, "activation": {"entry": activation}}


def _why(last: str, loss: str) -> str:
    """What a second one does to the gradients, or that it does nothing."""
    if loss in (HingeLoss.title, MultiMarginLoss.title):
        return (
            f"{loss} asks for a lead by a margin; a {last.lower()} before it keeps scores so close that it never rests."
        )
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
