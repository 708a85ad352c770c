"""`nnplayground describe`: the table of the networks of an experiment, and what does not fit in them."""

from __future__ import annotations

import argparse
import json
from typing import Any

from playground.cli import running
from playground.cli.files import load, variant_of
from playground.cli.mistake import Mistake
from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.engine.device import size_words
from playground.engine.events import Diagnostic, NetworkPlan, NodePlan, Plan
from playground.spec.entry import Entry
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment, expanded
from playground.spec.forms import entry_to_json
from playground.spec.variants import resolve


def run(arguments: argparse.Namespace) -> int:
    """Print the plan of one variant; problems are part of the answer, not a fault."""
    experiment = load(arguments.file)
    name = variant_of(experiment, arguments.variant)
    try:
        resolved = resolve(experiment, name)
        own = own_regularizers(resolved)
        worked_out = plan(resolved, DataStore())
    except SpecError as error:
        raise Mistake(f"{arguments.file}: {error}") from None
    if arguments.json:
        print(json.dumps(described(worked_out, resolved.batch_size, own), ensure_ascii=False))
        return 0
    print(f"{experiment.title}" + (f" · variant {name}" if experiment.variants else ""))
    for network, one in worked_out.networks.items():
        print(f"\n{network}: {one.parameters:,} parameters, {one.macs:,} multiply-accumulates per sample")
        print(table(one, resolved.batch_size))
        for node, items in own[network].items():
            print(f"  {node} has its own {' and '.join(map(_regularizer, items))}")
    for problem in worked_out.problems:
        print(f"\n{problem.severity}: {running.told(problem)}")
        if problem.fixes:
            print("  to mend it: " + "; or ".join(fix.label for fix in problem.fixes))
    return 0


Own = dict[str, dict[str, tuple[Entry, ...]]]
"""Network → node → the regularisers that it has for itself."""


def own_regularizers(experiment: Experiment) -> Own:
    """The regularisers that layers have for themselves, those of blocks as each use of them computes."""
    try:
        networks = expanded(experiment).networks
    except SpecError:  # told with the plan
        networks = experiment.networks
    return {
        name: {node.id: node.regularizers for node in graph.nodes if node.regularizers}
        for name, graph in networks.items()
    }


def _regularizer(item: Entry) -> str:
    values = ", ".join(f"{name} {value:g}" for name, value in item.values().items() if isinstance(value, float))
    return f"{item.title} ({values})" if values else item.title


def described(worked_out: Plan, batch_size: int, own: Own) -> dict[str, Any]:
    """The plan as JSON values. A problem of no network, such as one of the data, is told with the first network."""
    first = next(iter(worked_out.networks), "")
    return {
        "networks": {
            name: {
                **_totals(one, batch_size),
                "nodes": [_node(node, batch_size, own[name].get(node.id, ())) for node in one.nodes],
                "blocks": [_node(node, batch_size) for node in one.uses],
                "problems": [_problem(p) for p in worked_out.problems if (p.network or first) == name],
            }
            for name, one in worked_out.networks.items()
        }
    }


def _totals(one: NetworkPlan | NodePlan, batch_size: int) -> dict[str, int]:
    """Counts; memory in bytes, for what a batch leaves for the backward pass."""
    return {
        "parameters": one.parameters,
        "trainable": one.trainable,
        "frozen": one.frozen,
        "macs": one.macs,
        "memory": one.memory * batch_size,
    }


def _node(node: NodePlan, batch_size: int, own: tuple[Entry, ...] = ()) -> dict[str, Any]:
    return {
        "id": node.id,
        "name": node.title,
        "entry": node.entry,
        "output_shape": node.output_shape,
        **_totals(node, batch_size),
        "receptive_field": node.field,
        "waits_for": node.waits_for,
        "regularizers": [entry_to_json(item) for item in own],
    }


def _problem(problem: Diagnostic) -> dict[str, Any]:
    return {
        "node": problem.node,
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "fixes": [fix.label for fix in problem.fixes],
    }


HEAD = ("#", "node", "entry", "output shape", "parameters", "frozen", "MACs", "memory", "field")
LEFT = 3
"""Columns of text; the others are aligned at their ends."""


def table(network: NetworkPlan, batch_size: int) -> str:
    """One line per node, in order of computation, and their sums; memory is that of a batch."""
    rows = [list(HEAD)]
    for number, node in enumerate(network.nodes, 1):
        shape = f"waits for {node.waits_for}" if node.waits_for else _shape(node.output_shape)
        rows.append([str(number), node.id, node.entry, shape, *_counts(node, batch_size), _field(node)])
    rows.append(["", "total", "", "", *_counts(network, batch_size), ""])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  " + "  ".join(map(_padded, row, widths, range(len(row)))).rstrip() for row in rows)


def _padded(cell: str, width: int, column: int) -> str:
    return cell.ljust(width) if 0 < column < LEFT else cell.rjust(width)


def _counts(one: NetworkPlan | NodePlan, batch_size: int) -> list[str]:
    memory = size_words(one.memory * batch_size) if one.memory else ""
    return [f"{one.parameters:,}", f"{one.frozen:,}" if one.frozen else "", f"{one.macs:,}", memory]


def _field(node: NodePlan) -> str:
    """How many places of the input one output looks at."""
    return "" if node.output_shape is None else "all" if node.field is None else f"{node.field:g}"


def _shape(shape: list[int] | None) -> str:
    return "?" if shape is None else " × ".join(map(str, shape)) or "scalar"
