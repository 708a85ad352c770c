"""`nnplayground train`: train every variant without a window."""

from __future__ import annotations

import argparse
import json
import math
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playground.cli import running
from playground.cli.files import folder, load, path_of
from playground.cli.mistake import Mistake
from playground.engine.headless import Outcome
from playground.engine.session import Session
from playground.spec.files import dumps, write


def run(arguments: argparse.Namespace) -> int:
    """Train, write what was asked for, and say how it went."""
    if arguments.processes is not None:
        raise Mistake("--processes needs --distributed")
    fields = {"epochs": arguments.epochs, "seed": arguments.seed, "device": arguments.device}
    experiment = load(arguments.file, arguments.changes, **fields)
    out = results(arguments.out, arguments.resume)
    outcome = running.run_to_end(experiment, out and out / running.CHECKPOINT, arguments.resume)
    tell(outcome, out, arguments.json)
    return 0


def results(name: str | None, resume: bool) -> Path | None:
    """The folder for the results; None where none was named.

    Raises:
        Mistake: it cannot be made or written, or there is nothing in it to go on from.
    """
    if resume and name is None:
        raise Mistake("--resume needs --out, the folder with the training that is to go on")
    if resume and name is not None and not (path_of(name) / running.CHECKPOINT).is_file():
        raise Mistake(f"there is no {running.CHECKPOINT} in {name}, so there is nothing to go on from")
    return folder(name) if name is not None else None


def tell(outcome: Outcome, out: Path | None, as_json: bool) -> None:
    """Write the results into a folder, and say how it went.

    Raises:
        SpecError: a file cannot be written.
    """
    if out:
        save(outcome.session, out)
    if as_json:
        checks = [{"text": text, "passed": passed} for text, passed in outcome.checks]
        print(json.dumps(finite({"variants": outcome.results, "checks": checks}), ensure_ascii=False, allow_nan=False))
        return
    print(summary(outcome))
    if out:
        print(f"Written to {out}: {', '.join(sorted(path.name for path in out.iterdir()))}")


def save(session: Session, out: Path) -> None:
    """Write the experiment, the curves and the weights of each variant into a folder.

    Raises:
        SpecError: a file cannot be written.
    """
    write(out / "experiment.json", dumps(session.experiment))
    write(out / "history.csv", session.record.history())
    for name, stem in slugs([run.name for run in session.runs]).items():
        running.export(session, name, "Safetensors", out / f"{stem}.safetensors")


def slugs(names: list[str]) -> dict[str, str]:
    """A file name without suffix for each variant, no two alike even where case does not count."""
    found: dict[str, str] = {}
    for name in names:
        stem = re.sub(r"[^\w.-]+", "-", name.casefold()).strip("-.")[:80] or "variant"
        taken, number = stem, 2
        while taken in found.values():
            taken, number = f"{stem}-{number}", number + 1
        found[name] = taken
    return found


def summary(outcome: Outcome) -> str:
    """The final numbers of each variant, and what the lesson says one should see."""
    checks = [f"{'✓' if passed else '✗'} {text}" for text, passed in outcome.checks]
    return "\n".join([table(outcome.results), *checks])


def finite(value: Any) -> Any:
    """The value with null for numbers that JSON does not have."""
    if isinstance(value, dict):
        return {key: finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [finite(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def table(results: Mapping[str, Mapping[str, Any]]) -> str:
    """The final numbers of each variant in columns."""
    names = list(dict.fromkeys(name for numbers in results.values() for name in numbers))
    rows = [["variant", *(name.replace("_", " ") for name in names)]]
    rows += [[variant, *(_short(numbers.get(name)) for name in names)] for variant, numbers in results.items()]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(w) if i == 0 else cell.rjust(w) for i, (cell, w) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )


def _short(value: Any) -> str:
    if value is None:
        return "–"
    return f"{value:,}" if isinstance(value, int) else f"{value:.4g}" if isinstance(value, float) else str(value)
