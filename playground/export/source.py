"""A self-contained PyTorch script that trains what the engine trained, number by number."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch

from playground.catalog.kinds import Data
from playground.engine import stopping
from playground.engine.data import FEATURES, stratified
from playground.engine.objectives.goal import series_of
from playground.engine.objectives.supervised import by_place
from playground.engine.rates import quickest
from playground.engine.resolve import locate
from playground.engine.session import RunResult
from playground.export import starting, surgery
from playground.export.inline import Inlined
from playground.export.loop import Reaches, scaler, step_source
from playground.export.model import Literal, arguments, call, literal, model_source
from playground.export.tuning import tuned
from playground.spec.entry import Entry
from playground.spec.errors import FileError
from playground.spec.experiment import Experiment
from playground.spec.files import write

TEMPLATE = Path(__file__).with_name("template.py.txt")
SUPERVISED = "playground.engine.objectives.supervised.Supervised"
ROWS = "playground.engine.rows.rows"
PREPROCESS = "playground.engine.preprocess"


def export_script(run: RunResult, path: Path) -> None:
    """Write the script.

    Raises:
        FileError: the objective cannot be written as a script, or the file cannot be written.
    """
    write(path, script(run).encode())


def script(run: RunResult) -> str:
    """The text of the script.

    Raises:
        FileError: the objective trains other networks than one that gives the answer.
    """
    experiment, inlined = run.experiment, Inlined()
    if experiment.objective.target != SUPERVISED:
        title = experiment.objective.title
        raise FileError("", f"Training with the objective {title} cannot be written as a script; export the weights")
    name = run.run.objective.name
    placed = by_place(experiment, run.run.dataset)
    holds = surgery.holds(experiment.networks[name], run.networks[name], inlined)
    reaches = Reaches(experiment, name)
    parts = {
        "title": _about(run),
        "surgery": surgery.note(experiment),
        "weights": starting.line(experiment, name, inlined) or tuned(experiment, name, inlined),
        "holds": holds,
        "threads": str(torch.get_num_threads()),
        "settings": _settings(experiment, run.variant, run.run.device),
        "data": _data(experiment, run, inlined),
        "model": model_source(run, inlined),
        "predict": inlined.add("playground.engine.measure.predict"),
        "criterion": _criterion(experiment.loss, inlined),
        "answered": _answered(placed, inlined),
        "optimizer": _optimizer(run, inlined),
        "scheduler": _scheduler(run, inlined),
        "reaches": reaches.lines(inlined),
        "scaler": scaler(run.run.precision),
        "step": step_source(run, holds, reaches, bool(placed), inlined),
        "measure": "\n".join(_measure(run, inlined)),
        "epoch_end": "\n".join(_epoch_end(run)),
        "prepare": "\n".join(_prepare(experiment)),
        "finish": "\n".join(_finish(experiment)),
    }
    parts["imports"] = imports(
        inlined.imports | {"import csv", "import torch", "import numpy as np", "from torch import nn"}
    )
    parts["definitions"] = "\n\n\n".join(text for text in inlined.definitions.values())
    text = TEMPLATE.read_text(encoding="utf-8")
    for name in (name for name, value in parts.items() if not value):
        marker = f"<<{name}>>"
        text = "".join(line for line in text.splitlines(keepends=True) if line.strip() != marker)
    # In one pass: what is put in is not looked through for markers.
    return re.sub(r"<<(\w+)>>", lambda found: parts[found[1]], text)


def _answered(placed: Mapping[str, Any], inlined: Inlined) -> str:
    """The line that says how places are laid in rows, "" where a sample has one answer."""
    if not placed:
        return ""
    inlined.imports.add("from functools import partial")
    return f"    answered = partial({inlined.add(ROWS)}, {arguments(dict(placed))})"


def _criterion(loss: Entry, inlined: Inlined) -> str:
    args = {
        name: Literal(f"torch.tensor({list(value)!r}, device=DEVICE)") if isinstance(value, tuple) else value
        for name, value in loss.args().items()
    }
    return call(inlined.add(loss.target), args)


def imports(lines: set[str]) -> str:
    """Import lines in the usual order: Python's own first, a blank line, then what has to be installed."""
    groups: dict[bool, list[str]] = {True: [], False: []}
    for line in sorted(lines, key=lambda line: (line.startswith("from"), line)):
        groups[line.split()[1].partition(".")[0] in sys.stdlib_module_names].append(line)
    return "\n\n".join("\n".join(group) for group in groups.values() if group)


def _about(run: RunResult) -> str:
    title = f"{run.experiment.title} ({run.variant})" if run.variant != "model" else run.experiment.title
    words = " ".join("".join(ch if ch.isprintable() else " " for ch in title).split())
    return words.replace("\\", "/").replace('"', "'")  # it stands in a docstring, which nothing may end


def _settings(experiment: Experiment, variant: str, device: torch.device) -> str:
    return "\n".join(
        [
            f"VARIANT = {literal(variant)}",
            f"SEED = {experiment.seed}",
            f"EPOCHS = {experiment.epochs}",
            f"BATCH_SIZE = {experiment.batch_size}",
            f'DEVICE = torch.device("{device.type}")',
            *([f"WEIGHTS = {literal(experiment.weights)}"] if experiment.weights else []),
        ]
    )


# --- data ----------------------------------------------------------------------------------------------------------


def _data(experiment: Experiment, run: RunResult, inlined: Inlined) -> str:
    entry, samples = experiment.data, run.run.dataset.samples
    assert isinstance(entry, Data)  # a run has data
    cut = "split_in_order" if entry.in_order else "split"
    names = {name: inlined.add(f"{PREPROCESS}.{name}") for name in ("encode", cut)[: 1 if entry.masked else 2]}
    lines = [f"inputs, targets = {call(inlined.add(entry.target), entry.args())}"]
    features = getattr(entry, "features", ())
    if entry.plane and features:
        lines.append(f"inputs = {inlined.add(FEATURES)}(inputs, {literal(list(features))})")
    drawn = "" if entry.in_order else f", seed={entry.seed}, stratified={stratified(entry, samples.targets[0])}"
    if entry.masked:
        lines.append("train, validation = np.split(np.arange(2 * len(inputs)), 2)")
        lines.append("inputs, targets = np.concatenate([inputs, inputs]), np.concatenate(targets)")
    else:
        lines.append(f"train, validation = {names[cut]}(targets, share={entry.train_share!r}{drawn})")
    if entry.scaled:
        lines.append(f"mean, deviation = {inlined.add(f'{PREPROCESS}.standard_scale')}(inputs[train])")
        lines.append("inputs = ((inputs - mean) / deviation).astype(np.float32)")
    if samples.info.heads:
        return "\n    ".join(lines)
    lines.append(f"targets = {names['encode']}(targets, {literal(run.run.dataset.encoding)}, {samples.classes})")
    return "\n    ".join(lines)


# --- training ------------------------------------------------------------------------------------------------------


def _optimizer(run: RunResult, inlined: Inlined) -> str:
    optimizer = run.experiment.optimizer
    name = inlined.add(optimizer.target)
    args = {**optimizer.args(), **quickest(locate(optimizer.target), run.run.device)}
    if run.run.factors == [1.0]:
        return f"{name}(parameters, {arguments(args)})"
    layers = {node.id: node.lr_factor for graph in run.experiment.networks.values() for node in graph.nodes}
    other = {node: factor for node, factor in layers.items() if factor not in (0.0, 1.0)}
    groups = f"{inlined.add('playground.engine.rates.learning_rates')}(model, {args['lr']!r}, {other!r})"
    return f"{name}({groups}, {arguments(args)})"


def _scheduler(run: RunResult, inlined: Inlined) -> str:
    schedule = run.experiment.schedule
    if not schedule.target:
        return ""
    rates = [run.experiment.optimizer.args()["lr"] * factor for factor in run.run.factors]
    args = schedule.scheduler_args(run.experiment.epochs, rates)  # type: ignore[attr-defined]  # a Schedule
    return f"    scheduler = {inlined.add(schedule.target)}(optimizer, {arguments(args)})"


def _measure(run: RunResult, inlined: Inlined) -> list[str]:
    placed = by_place(run.experiment, run.run.dataset)
    metrics = run.experiment.metrics
    predictions = [item for item in metrics if getattr(item, "of", "predictions") == "predictions"]
    lines = []
    for prefix, side in (("train_", "train"), ("", "validation")):
        predicted = f"predict(model, {side}_inputs), {side}_targets"
        lines.append(f"        outputs, wanted = {f'answered({predicted})' if placed else predicted}")
        lines.append(f'        row["{prefix or "validation_"}loss"] = float(criterion(outputs, wanted))')
        for item in predictions:
            given = ", ".join(filter(None, [literal(run.run.dataset.encoding), arguments(item.args())]))
            value = f"{inlined.add(item.target)}(outputs, wanted, {given})"
            lines.append(f'        row["{prefix}{series_of(item)}"] = float({value})')
    others = [item for item in metrics if item not in predictions]
    for item in others:
        asked = "model"
        if getattr(item, "of", "") == "inputs":
            data = ("validation_inputs", "validation_targets", literal(run.run.dataset.encoding))
            asked = ", ".join(filter(None, [asked, *data, arguments(item.args())]))
        lines.append(f'        row["{series_of(item)}"] = float({inlined.add(item.target)}({asked}))')
    lines.append(f'        row["lr"] = {_told_rate(run)}')
    return lines


def _rule(experiment: Experiment) -> Entry | None:
    return stopping.entry_of(experiment)


def _prepare(experiment: Experiment) -> list[str]:
    return ['    best, best_epoch, best_weights = float("inf"), 0, {}'] if _rule(experiment) else []


def _told_rate(run: RunResult) -> str:
    here, factor = run.run.lr_group
    over = "" if factor == 1 else f" / {factor!r}"
    return f'optimizer.param_groups[{here}]["lr"]{over}'


def _epoch_end(run: RunResult) -> list[str]:
    experiment = run.experiment
    if getattr(experiment.schedule, "watches", False):
        lines = ["        measure(epoch)", '        scheduler.step(history[-1]["validation_loss"])']
        lines.append(f'        history[-1]["lr"] = {_told_rate(run)}')
    else:
        lines = ["        scheduler.step()"] if experiment.schedule.target else []
        lines.append("        measure(epoch)")
    if rule := _rule(experiment):
        values = rule.values()
        lines += [
            '        loss_now = history[-1]["validation_loss"]',
            f"        if loss_now < best - {values['min_delta']!r}:",
            "            best, best_epoch = loss_now, epoch",
            "            best_weights = {name: value.clone() for name, value in model.state_dict().items()}",
            f"        if epoch - best_epoch >= {values['patience']}:",
            "            break",
        ]
    return lines


def _finish(experiment: Experiment) -> list[str]:
    rule = _rule(experiment)
    if rule is None or not rule.values()["restore_best"]:
        return []
    return ["    if best_weights:", "        model.load_state_dict(best_weights)"]
