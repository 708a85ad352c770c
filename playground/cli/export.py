"""`nnplayground export`: train, then write a script, weights or the history."""

from __future__ import annotations

import argparse
import sys

from playground.cli import running
from playground.cli.files import load, target, variant_of
from playground.spec.entry import entries

EXPORTERS = {
    "script": "Script",
    "networks": "Networks",
    "safetensors": "Safetensors",
    "pt": "StateDict",
    "history": "History",
}
UNTRAINED = frozenset({"script"})
"""What is the same whether or not the network has been trained."""


def run(arguments: argparse.Namespace) -> int:
    """Write one file."""
    experiment = load(arguments.file, epochs=arguments.epochs or None)
    variant = variant_of(experiment, arguments.variant)
    path = target(arguments.out)
    if getattr(entries("exporter")[EXPORTERS[arguments.to]], "of", "run") == "experiment":
        running.export_experiment(experiment, variant, EXPORTERS[arguments.to], path)
        sys.stderr.write(f"Written {path}\n")
        return 0
    untrained = arguments.epochs == 0 or arguments.to in UNTRAINED
    session = running.untrained(experiment) if untrained else running.run_to_end(experiment).session
    running.export(session, variant, EXPORTERS[arguments.to], path)
    sys.stderr.write(f"Written {path}\n")
    return 0
