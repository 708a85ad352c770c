"""Initial weights that keep a network from learning, or from learning well."""

from __future__ import annotations

from collections.abc import Iterator

from playground.engine.events import Diagnostic
from playground.engine.lint.case import Case, bends
from playground.spec.entry import Entry, make
from playground.spec.fixes import JSON, Fix
from playground.spec.graph import Node

DEEP = 6
"""Layers with the same kind of activation from which on the scale of the weights decides whether signals survive."""
RECTIFIERS = frozenset({"ReLU", "LeakyReLU", "PReLU", "ReLU6"})
SATURATING = frozenset({"Tanh", "Sigmoid", "Softsign"})
XAVIER = frozenset({"XavierUniform", "XavierNormal"})
KAIMING = frozenset({"KaimingUniform", "KaimingNormal"})


def warn(case: Case) -> Iterator[Diagnostic]:
    """Weights that all start alike, and weights of the wrong scale for the activations of a deep network."""
    alike = [node for node in case.order if _symmetric(case, node)]
    if alike:
        yield _alike(case, alike)
    elif not any(node.layer.group == "Normalisation" for node in case.graph.nodes):
        yield from _scale(case)


# --- symmetry ------------------------------------------------------------------------------------------------------


def constant(initializer: Entry) -> bool:
    """Whether an initialiser gives every weight of a layer the same value."""
    values = initializer.values()
    match initializer.name:
        case "Zeros" | "Ones" | "Constant":
            return True
        case "Uniform":
            return bool(values["a"] == values["b"])
        case "Normal":
            return bool(values["std"] == 0)
        case "XavierUniform" | "XavierNormal" | "FanInUniform" | "Orthogonal":
            return bool(values["gain"] == 0)
        case _:
            return False


def _symmetric(case: Case, node: Node) -> bool:
    """Whether the units of a hidden layer start alike, and so do the weights behind them: then they never part."""
    shape = case.shape(node.id)
    if not case.weighty(node) or node is case.output or node.surgery or not constant(case.initializer(node)):
        return False
    units = 1 if not shape else shape[0] if len(shape) > 1 else shape[-1]
    behind = list(case.next_weighty(node))
    return units > 1 and bool(behind) and all(constant(case.initializer(one)) and not one.surgery for one in behind)


def _alike(case: Case, nodes: list[Node]) -> Diagnostic:
    first = nodes[0]
    better = _fitting(case, nodes)
    kind = case.initializer(first).title
    own: list[JSON] = [
        {"op": "initializer", "node": n.id, "initializer": None}
        for n in case.graph.nodes
        if n.initializer is not None and constant(n.initializer)
    ]
    whole: list[JSON] = [{"op": "set", "path": "initializer", "value": better}]
    return Diagnostic(
        f"{kind} starts all weights of {first.label} alike, so that its units get the same gradients and stay the same "
        "for ever.",
        "Draw the weights at random.",
        "warning",
        node=first.id,
        code="symmetry",
        fixes=[Fix(f"Use {_words(better)}", [*own, *(whole if constant(case.experiment.initializer) else [])])],
    )


def _fitting(case: Case, nodes: list[Node]) -> JSON:
    """The initialiser that suits the activations of these nodes."""
    rectified = sum(_bend(case, node) in RECTIFIERS for node in nodes)
    return {"entry": "KaimingUniform" if 2 * rectified > len(nodes) else "XavierUniform"}


def _words(initializer: JSON) -> str:
    return make("initializer", initializer).title


# --- scale ---------------------------------------------------------------------------------------------------------


def _bend(case: Case, node: Node) -> str:
    """The activation that follows a layer, as its own or as the node behind it; "" for none."""
    if node.activation is not None and bends(node):
        return node.activation.name
    after = case.after(node)
    return after[0].layer.name if len(after) == 1 and after[0].layer.group == "Activations" else ""


def _scale(case: Case) -> Iterator[Diagnostic]:
    for unfit, activations, better, reason in (
        (XAVIER, RECTIFIERS, "KaimingUniform", "each ReLU halves the signal, and Xavier weights do not make up for it"),
        (KAIMING, SATURATING, "XavierUniform", "Kaiming weights for ReLU are too large and drive them into saturation"),
    ):
        bad = [
            node
            for node in case.order
            if case.weighty(node) and _bend(case, node) in activations and _wrong(case.initializer(node), unfit)
        ]
        if len(bad) < DEEP:
            continue
        own: list[JSON] = [
            {"op": "initializer", "node": node.id, "initializer": {"entry": better}}
            for node in bad
            if node.initializer is not None
        ]
        whole: list[JSON] = [{"op": "set", "path": "initializer", "value": {"entry": better}}]
        needed = whole if any(node.initializer is None for node in bad) else []
        activation = make("layer", {"entry": _bend(case, bad[0])}).title
        yield Diagnostic(
            f"With {len(bad)} layers of {activation} in the network, {reason}.",
            f"Use {_words({'entry': better})}.",
            "warning",
            place="initializer",
            code="initializer-unfit",
            fixes=[Fix(f"Use {_words({'entry': better})}", [*own, *needed])],
        )


def _wrong(initializer: Entry, unfit: frozenset[str]) -> bool:
    """Whether an initialiser has the gain of the other kind of activation."""
    values = initializer.values()
    if initializer.name not in unfit:
        return False
    if initializer.name in KAIMING:
        return values["nonlinearity"] in ("relu", "leaky_relu")
    return bool(values["gain"] < 1.2)
