"""`nnplayground compare`: what differs between two experiments."""

from __future__ import annotations

import argparse
import json
from typing import Any

from playground.cli.files import load, variant_of
from playground.cli.mistake import Mistake
from playground.spec.compare import Comparison, compare
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment
from playground.spec.forms import to_json
from playground.spec.graph import Edge, Graph
from playground.spec.surgery import Surgery, surgery_to_json
from playground.spec.variants import PROTECTED, differences, resolve

APART = ("networks", *PROTECTED)
"""Top-level keys whose differences are not told value by value."""


def run(arguments: argparse.Namespace) -> int:
    """Print the differences of the first variants, or of those that are asked for."""
    before, after = (_resolved(name, arguments.variant) for name in (arguments.file, arguments.other))
    names = dict.fromkeys([*before.networks, *after.networks])
    nothing = Graph()
    networks = {n: compare(before.networks.get(n, nothing), after.networks.get(n, nothing)) for n in names}
    settings = _settings(before, after)
    if arguments.json:
        print(json.dumps({"networks": _plain(networks), "settings": settings}, ensure_ascii=False))
        return 0
    lines = [line for name, found in networks.items() for line in _lines(name, found)]
    lines += [f"~ {path}: {_value(old)} → {_value(new)}" for path, (old, new) in settings.items()]
    print("\n".join(lines) or "The two experiments are the same.")
    return 0


def _resolved(file: str, variant: str | None) -> Experiment:
    experiment = load(file)
    try:
        return resolve(experiment, variant_of(experiment, variant))
    except SpecError as error:
        raise Mistake(f"{file}: {error}") from None


def _settings(before: Experiment, after: Experiment) -> dict[str, tuple[Any, Any]]:
    """Values that differ outside the networks, by path; a part that only one has stands against nothing."""
    old, new = ({k: v for k, v in to_json(one).items() if k not in APART} for one in (before, after))
    found: dict[str, tuple[Any, Any]] = {}
    for key in dict.fromkeys([*old, *new]):
        back = dict(differences(new.get(key), old.get(key), key))
        found |= {path: (back.get(path), value) for path, value in differences(old.get(key), new.get(key), key)}
    return found


def _lines(network: str, found: Comparison) -> list[str]:
    lines = [f"− {network}.{node}" for node in found.removed] + [f"+ {network}.{node}" for node in found.added]
    for node, changes in found.changed.items():
        told = ", ".join(f"{one.field} {_value(one.before)} → {_value(one.after)}" for one in changes)
        lines.append(f"~ {network}.{node}: {told}")
    lines += [f"− {network}: {_wire(edge)}" for edge in sorted(found.removed_edges)]
    return lines + [f"+ {network}: {_wire(edge)}" for edge in sorted(found.added_edges)]


def _wire(edge: Edge) -> str:
    return f"{edge.source} → {edge.target}" + (f" (input {edge.port + 1})" if edge.port else "")


def _value(value: Any) -> str:
    return "nothing" if value in (None, "") else str(_bare(value))


def _bare(value: Any) -> Any:
    return surgery_to_json(value) if isinstance(value, Surgery) else value


def _plain(networks: dict[str, Comparison]) -> dict[str, Any]:
    return {
        name: {
            "added": list(found.added),
            "removed": list(found.removed),
            "changed": {
                node: [{"field": one.field, "before": _bare(one.before), "after": _bare(one.after)} for one in changes]
                for node, changes in found.changed.items()
            },
            "added_edges": [[e.source, e.target, e.port] for e in sorted(found.added_edges)],
            "removed_edges": [[e.source, e.target, e.port] for e in sorted(found.removed_edges)],
        }
        for name, found in networks.items()
    }
