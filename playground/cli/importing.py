"""`nnplayground import`: a model of another program as an experiment, with its weights beside it."""

from __future__ import annotations

import argparse
import json

from playground import catalog
from playground.cli.files import path_of, target
from playground.cli.mistake import Mistake
from playground.interchange.assemble import Imported
from playground.interchange.reading import read_model, weights_path, write_model

NAMED = 5


def run(arguments: argparse.Namespace) -> int:
    """Write the experiment and its weights, and say what was not known.

    Raises:
        Mistake: there is no such file, or one would be written over.
        SpecError: the model cannot be read, or the experiment not be written.
    """
    path = path_of(arguments.model)
    if not path.exists():
        raise Mistake(f"there is no file {arguments.model}")
    out = target(arguments.out) if arguments.out is not None else path.with_suffix(".json")
    taken = [one for one in (out, weights_path(out)) if one.exists()]
    if taken and not arguments.force:
        raise Mistake(f"{taken[0]} is there already; --force writes over it")
    catalog.load()
    found = read_model(path)
    write_model(found, out)
    if arguments.json:
        print(json.dumps(_described(found, str(out)), ensure_ascii=False))
        return 0
    layers = len(found.graph.nodes)
    print(f"{layers} layers, {found.parameters:,} parameters")
    if found.unknown:
        print(f"Not known, and cannot train: {_listed(found)}")
    for remark in found.remarks:
        print(remark)
    print(f"Written {out}" + (f" and {weights_path(out).name}" if found.weights else ""))
    return 0


def _listed(found: Imported) -> str:
    told = [f"{node} ({operator})" for node, operator in found.unknown]
    return ", ".join(told[:NAMED]) + (f" and {len(told) - NAMED} more" if len(told) > NAMED else "")


def _described(found: Imported, out: str) -> dict[str, object]:
    return {
        "experiment": out,
        "layers": len(found.graph.nodes),
        "parameters": found.parameters,
        "unknown": [{"node": node, "operator": operator} for node, operator in found.unknown],
        "remarks": list(found.remarks),
    }
