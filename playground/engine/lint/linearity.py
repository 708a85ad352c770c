"""Layers that need something between them that bends."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator

from playground.engine.events import Diagnostic
from playground.engine.lint.case import DENSE, Case, bends, is_input, passes
from playground.spec.fixes import JSON, Fix
from playground.spec.forms import entry_to_json
from playground.spec.graph import Node

IMAGES = 3
"""Axes of an image without the batch."""


def warn(case: Case) -> Iterator[Diagnostic]:
    """Linear layers one behind another, and dense layers that look at the last axis of an image only."""
    for node in case.order:
        if (next_one := _joined(case, node)) is not None:
            yield _no_bend(case, node, next_one)
        if node.layer.name == "Linear" and _on_image(case, node):
            yield _last_axis(case, node)


def _joined(case: Case, node: Node) -> Node | None:
    """The linear layer behind a linear one when together they can do no more than one could.

    What a frozen one does is meant, as a change of units is.
    """
    if not _linear(node) or bends(node) or not node.lr_factor:
        return None
    after = case.after(node)
    while len(after) == 1 and passes(after[0]):
        after = case.after(after[0])
    if len(after) != 1 or not _linear(after[0]):
        return None
    second, before = after[0], case.before(node)
    if (node.layer.name in DENSE) != (second.layer.name in DENSE):
        return second if node.layer.name not in DENSE or _row(case, node) else None
    if node.layer.name not in DENSE:
        return second
    sizes = [case.shape(one.id) if one is not None else None for one in (before, node, second)]
    first, middle, last = (size[-1] if size else math.inf for size in sizes)
    return (
        second if middle >= min(first, last) else None
    )  # fewer units in the middle are a bottleneck, which may be meant


def _linear(node: Node) -> bool:
    if node.layer.name in DENSE:
        return True
    values = node.layer.values()
    return (
        node.layer.name in ("Conv1d", "Conv2d") and values["kernel_size"] not in (1, (1, 1)) and values["groups"] == 1
    )


def _row(case: Case, node: Node) -> bool:
    shape = case.shape(node.id)
    return shape is not None and len(shape) == 1


def _no_bend(case: Case, node: Node, second: Node) -> Diagnostic:
    bend = _usual(case)
    return Diagnostic(
        f"Nothing bends what flows from {node.label} to {second.label}; two linear layers in a row can do no more than "
        "one.",
        f"Put an activation such as {bend['entry']} behind the first, or remove it.",
        "warning",
        node=node.id,
        code="no-nonlinearity",
        fixes=[
            Fix(f"Put {bend['entry']} behind it", [{"op": "activation", "node": node.id, "activation": bend}]),
            Fix("Remove this layer", [{"op": "remove", "node": node.id}]),
        ],
    )


def _usual(case: Case) -> JSON:
    """The activation used most in the network, else ReLU."""
    squashing = ("Softmax", "LogSoftmax")
    found = [n.activation for n in case.graph.nodes if n.activation and bends(n) and n.activation.name not in squashing]
    common = Counter(one.name for one in found).most_common(1)
    return entry_to_json(next(o for o in found if o.name == common[0][0])) if common else {"entry": "ReLU"}


def _on_image(case: Case, node: Node) -> bool:
    """Whether a dense layer takes an image as it comes from the data, a convolution or a pooling."""
    before = case.before(node)
    shape = case.shape(before.id) if before is not None else None
    if shape is None or len(shape) != IMAGES:
        return False
    while before is not None and (passes(before) or before.layer.group in ("Activations", "Normalisation")):
        before = case.before(before)
    return before is not None and (is_input(before) or before.layer.group in ("Convolution", "Pooling"))


def _last_axis(case: Case, node: Node) -> Diagnostic:
    edge = case.graph.into(node.id)[0]
    flatten = [{"op": "insert", "node": node.id, "port": edge.port, "layers": [{"entry": "Flatten"}]}]
    return Diagnostic(
        f"{node.label} gets an image and so works on each of its rows apart; it never sees the whole.",
        "Put Flatten before it.",
        "warning",
        node=node.id,
        code="dense-on-image",
        edge=(edge.source, edge.target, edge.port),
        brief="image, not a row",
        fixes=[Fix("Insert Flatten", flatten)],
    )
