"""Encoders whose output cannot be split into means and log-variances."""

from __future__ import annotations

from collections.abc import Sequence

from playground.engine.data import Samples
from playground.engine.dryrun import written
from playground.engine.events import Diagnostic, NetworkPlan
from playground.engine.lint.endings import ended
from playground.engine.network import OUTPUT, has_activation
from playground.spec.entry import Shape
from playground.spec.experiment import Experiment
from playground.spec.fixes import JSON, Fix
from playground.spec.graph import Node

SIZE = 2
"""Numbers of a code that is offered: it can be drawn on a plane."""
TARGET = "playground.engine.objectives.variational.Variational"


def halves(experiment: Experiment, name: str, node: Node, plan: NetworkPlan) -> list[Diagnostic]:
    """What is wrong with the end of an encoder that must give as many means as log-variances, the means first."""
    if experiment.objective.target != TARGET or name != "encoder":
        return []
    shapes = {one.id: tuple(one.output_shape or ()) for one in plan.nodes}
    graph, shape = experiment.networks[name], shapes[node.id]
    heads = [graph.node(edge.source) for edge in graph.into(node.id)] if node.layer.name == "Concat" else []
    sizes = [shapes[head.id][:1] for head in heads]
    if shape and shape[0] % 2:
        return [_odd(experiment, node, shape, heads, sizes)]
    if len(heads) == 2 and sizes[0] != sizes[1]:
        message = (
            f"{heads[0].label} gives {sizes[0][0]} numbers and {heads[1].label} {sizes[1][0]}, "
            f"but {experiment.objective.title} takes the first half for means."
        )
        return [Diagnostic(message, "", "warning", node=node.id, code="halves", fixes=_alike(heads, sizes))]
    return _bent(heads or [node])


def _odd(experiment: Experiment, node: Node, shape: Shape, heads: Sequence[Node], sizes: Sequence[Shape]) -> Diagnostic:
    message = (
        f"{experiment.objective.title} needs as many means as log-variances, "
        f"but the encoder gives {written(shape)} per sample."
    )
    hint = "End with two layers of equal size, joined by Concat: the means first."
    fixes = _alike(heads, sizes) if len(heads) == 2 else []
    if node.layer.name == "Linear":
        fixes = [_resized(node, shape[0] + 1)]
    elif not fixes:
        layer: JSON = {"entry": "Linear", "out_features": 2 * SIZE}
        behind: JSON = {"op": "append", "node": node.id, "layers": [layer]}
        change = {"op": "layer", "node": node.id, "layer": layer} if node.layer.name == OUTPUT else behind
        fixes = [Fix(f"Let it give {2 * SIZE} numbers", [change])]
    fixes = ended(experiment.networks["encoder"], node, fixes)
    return Diagnostic(message, hint, node=node.id, code="odd-code", fixes=fixes)


def _alike(heads: Sequence[Node], sizes: Sequence[Shape]) -> list[Fix]:
    """The second head as wide as the first."""
    return [_resized(heads[1], sizes[0][0])] if heads[1].layer.name == "Linear" else []


def _resized(node: Node, units: int) -> Fix:
    values: JSON = {"op": "values", "node": node.id, "values": {"out_features": units}}
    return Fix(f"Give {node.label} {units} units", [values])


def _bent(ends: Sequence[Node]) -> list[Diagnostic]:
    """Means and log-variances may be any number, which an activation does not let them."""
    found = []
    for node in ends:
        if has_activation(node) and node.activation is not None:
            message = f"{node.activation.title} limits what {node.label} gives, but a code may lie anywhere."
            bare: JSON = {"op": "activation", "node": node.id, "activation": None}
            fixes = [Fix(f"Remove {node.activation.title}", [bare])]
            found.append(Diagnostic(message, "", "warning", node=node.id, code="bent-code", fixes=fixes))
    return found


def shares(experiment: Experiment, samples: Samples | None) -> list[Diagnostic]:
    """Samples that are to be restored as yes and no, though they do not lie between 0 and 1."""
    objective = experiment.objective
    restores = not getattr(objective, "task", "any") and not getattr(objective, "own_loss", False)
    if samples is None or not restores or not getattr(experiment.loss, "binary", False):
        return []
    low, high = float(samples.some[0].min()), float(samples.some[0].max())
    if low >= 0 and high <= 1:
        return []
    message = f"{experiment.loss.title} restores samples between 0 and 1, but these reach from {low:.3g} to {high:.3g}."
    fix = Fix("Use MSE", [{"op": "set", "path": "loss", "value": {"entry": "MSELoss"}}])
    return [Diagnostic(message, "Choose a loss of numbers.", place="loss", code="shares", fixes=[fix])]
