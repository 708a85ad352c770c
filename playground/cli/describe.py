"""`nnplayground describe`: shapes, parameters and problems of the networks of an experiment."""

from __future__ import annotations

import argparse
import json
from typing import Any

from playground.cli import running
from playground.cli.files import load, variant_of
from playground.cli.mistake import Mistake
from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.engine.events import Diagnostic, NetworkPlan, Plan
from playground.spec.errors import SpecError
from playground.spec.variants import resolve


def run(arguments: argparse.Namespace) -> int:
    """Print the plan of one variant; problems are part of the answer, not a fault."""
    experiment = load(arguments.file)
    name = variant_of(experiment, arguments.variant)
    try:
        worked_out = plan(resolve(experiment, name), DataStore())
    except SpecError as error:
        raise Mistake(f"{arguments.file}: {error}") from None
    if arguments.json:
        print(json.dumps(described(worked_out), ensure_ascii=False))
        return 0
    print(f"{experiment.title}" + (f" · variant {name}" if experiment.variants else ""))
    for network, one in worked_out.networks.items():
        print(f"\n{network}: {one.parameters:,} parameters, {one.macs:,} multiply-accumulates per sample")
        print(table(one))
    for problem in worked_out.problems:
        print(f"\n{problem.severity}: {running.told(problem)}")
    return 0


def described(worked_out: Plan) -> dict[str, Any]:
    """The plan as JSON values. A problem of no network, such as one of the data, is told with the first network."""
    first = next(iter(worked_out.networks), "")
    return {
        "networks": {
            name: {
                "parameters": one.parameters,
                "macs": one.macs,
                "nodes": [
                    {"id": n.id, "entry": n.entry, "output_shape": n.output_shape, "parameters": n.parameters}
                    for n in one.nodes
                ],
                "problems": [_problem(p) for p in worked_out.problems if (p.network or first) == name],
            }
            for name, one in worked_out.networks.items()
        }
    }


def _problem(problem: Diagnostic) -> dict[str, str]:
    return {"node": problem.node, "message": problem.message, "hint": problem.hint}


def table(network: NetworkPlan) -> str:
    """One line per node, in order of computation."""
    rows = [["node", "entry", "output shape", "parameters"]]
    rows += [[n.id, n.entry, _shape(n.output_shape), f"{n.parameters:,}"] for n in network.nodes]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        f"  {row[0]:<{widths[0]}}  {row[1]:<{widths[1]}}  {row[2]:>{widths[2]}}  {row[3]:>{widths[3]}}" for row in rows
    )


def _shape(shape: list[int] | None) -> str:
    return "?" if shape is None else " × ".join(map(str, shape)) or "scalar"
