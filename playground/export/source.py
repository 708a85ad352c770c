"""A self-contained PyTorch script that trains what the engine trained, number by number."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import torch
from torch import nn

from playground.catalog.kinds import Schedule
from playground.engine import stopping
from playground.engine.rates import quickest
from playground.engine.resolve import locate
from playground.engine.session import RunResult
from playground.export import starting, surgery
from playground.export.drawing import data_source, sides_of
from playground.export.goals import SOURCES, GoalSource, PhaseSource
from playground.export.heads import HEADS
from playground.export.inline import Inlined
from playground.export.loop import Reaches, StepSource, augmenters, joined, scaler
from playground.export.model import arguments, class_source, literal
from playground.export.tuning import tuned
from playground.spec.entry import Entry
from playground.spec.errors import FileError
from playground.spec.experiment import Experiment
from playground.spec.files import write
from playground.spec.graph import Graph

PARTS = "inputs", "targets"
TEMPLATE = Path(__file__).with_name("template.py.txt")


def export_script(run: RunResult, path: Path) -> None:
    """Write the script.

    Raises:
        FileError: the objective cannot be written as a script, or the file cannot be written.
    """
    write(path, script(run).encode())


def script(run: RunResult) -> str:
    """The text of the script.

    Raises:
        FileError: nobody has written the source of its objective.
    """
    experiment, inlined = run.experiment, Inlined()
    kind = {**SOURCES, **HEADS}.get(experiment.objective.target)
    if kind is None:
        title = experiment.objective.title
        raise FileError("", f"Training with the objective {title} cannot be written as a script; export the weights")
    goal, called = kind(run, inlined), _called(run)
    held = [one for name in called for one in surgery.holds(*_network(run, name), called[name], inlined)]
    phases = [(phase, _reaches(run, phase, called, len(goal.phases()) > 1)) for phase in goal.phases()]
    training = [_scheduler(run, inlined), f"holds = [{', '.join(held)}]" if held else ""]
    training += [line for _, reaches in phases for line in reaches.lines(inlined)]
    training += augmenters(experiment, inlined)
    training += [scaler(run.run.precision), "steps = 0" if any("steps" in phase.due for phase, _ in phases) else ""]
    parts = {
        "title": _about(run),
        "what": "network" if len(called) == 1 else "networks",
        "surgery": surgery.note(experiment),
        "threads": str(torch.get_num_threads()),
        "settings": _settings(experiment, run.variant, run.run.device),
        "data": data_source(run, inlined),
        "classes": "\n\n\n".join(class_source(run, name, _title(name, called), inlined) for name in called),
        "networks": _lines([*_made(called), *_laid_out(run, called, inlined)]),
        "predict": inlined.add("playground.engine.measure.predict"),
        "ready": _lines(goal.ready()),
        "weights": _lines(_first_weights(goal, called)),
        "optimizer": _optimizer(run, called, inlined),
        "training": _lines(line for line in training if line),
        "step": StepSource(run, bool(held), inlined).text(phases),
        "measure": _lines(
            [*goal.measured(), *goal.of_codes(), *goal.of_networks(called), f'row["lr"] = {_told_rate(run)}'], 8
        ),
        "epoch_end": "\n".join(_epoch_end(run)),
        "prepare": "\n".join(_prepare(experiment)),
        "finish": "\n".join(_finish(experiment)),
        "test": _lines(_tested(list(goal.tested(called)))),
        "and_test": ", then those to test with" if "test" in sides_of(run) else "",
        "given": ", ".join(f"{side}_{part}" for side in sides_of(run) for part in PARTS),
        "arrays": ", ".join(f"{part}[{side}]" for side in sides_of(run) for part in PARTS),
    }
    parts["imports"] = imports(
        inlined.imports | {"import csv", "import torch", "import numpy as np", "from torch import nn"}
    )
    parts["definitions"] = "\n\n\n".join(text for text in inlined.definitions.values())
    return _filled(TEMPLATE.read_text(encoding="utf-8"), parts)


def _filled(text: str, parts: Mapping[str, str]) -> str:
    """A template with its markers replaced; a line that holds only one for which there is nothing goes."""
    for name in (name for name, value in parts.items() if not value):
        marker = f"<<{name}>>"
        text = "".join(line for line in text.splitlines(keepends=True) if line.strip() != marker)
    # In one pass: what is put in is not looked through for markers.
    return re.sub(r"<<(\w+)>>", lambda found: parts[found[1]], text)


def _lines(lines: Iterable[str], indent: int = 4) -> str:
    return "\n".join(f"{' ' * indent}{line}" for line in lines)


# --- networks ------------------------------------------------------------------------------------------------------


def _called(run: RunResult) -> dict[str, str]:
    """What the script calls each network: model where there is one, else by its own name."""
    return {name: "model" if len(run.networks) == 1 else name for name in run.networks}


def _title(name: str, called: Mapping[str, str]) -> str:
    """The name of a network's class."""
    return called[name][:1].upper() + called[name][1:]


def _made(called: Mapping[str, str]) -> Iterator[str]:
    """The lines that make the networks, and `model` of all of them."""
    for network, name in called.items():
        yield f"{name} = {_title(network, called)}().to(DEVICE)"
    if len(called) > 1:
        yield f"model = nn.ModuleDict({{{', '.join(f'{literal(one)}: {one}' for one in called)}}})"


def _laid_out(run: RunResult, called: Mapping[str, str], inlined: Inlined) -> Iterator[str]:
    """The lines that bring weights into the order in memory that they have in the run."""
    for network in sorted(run.run.laid_out):
        yield f"{inlined.add('playground.engine.layout.channels_last')}({called[network]})"


def _network(run: RunResult, name: str) -> tuple[Graph, nn.Module]:
    return run.experiment.networks[name], run.networks[name]


def _first_weights(goal: GoalSource, called: Mapping[str, str]) -> Iterator[str]:
    """The lines that take initial weights from a file, or fit them to the data."""
    for network, name in called.items():
        yield from starting.line(goal.experiment, network, name, goal.inlined)
        yield from tuned(goal.experiment, network, name, goal.given(network, "train"), goal.inlined)


def _reaches(run: RunResult, phase: PhaseSource, called: Mapping[str, str], several: bool) -> Reaches:
    return Reaches(run.experiment, phase.networks, called, f"{phase.networks[0]}_" if several else "")


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


# --- training ------------------------------------------------------------------------------------------------------


def _optimizer(run: RunResult, called: Mapping[str, str], inlined: Inlined) -> str:
    optimizer = run.experiment.optimizer
    name = inlined.add(optimizer.target)
    args = {**optimizer.args(), **quickest(locate(optimizer.target), run.run.device)}
    if set(run.run.factors) == {1.0}:
        return f"{name}(parameters, {arguments(args)})"
    rates = inlined.add("playground.engine.rates.learning_rates")
    groups = []
    for network, one in called.items():
        layers = {node.id: node.lr_factor for node in run.experiment.networks[network].nodes}
        other = {node: factor for node, factor in layers.items() if factor not in (0.0, 1.0)}
        groups.append(f"{rates}({one}, {args['lr']!r}, {other!r})")
    return f"{name}({joined(groups)}, {arguments(args)})"


def _scheduler(run: RunResult, inlined: Inlined) -> str:
    schedule = run.experiment.schedule
    if not schedule.target:
        return ""
    factors = [1.0] if set(run.run.factors) == {1.0} else run.run.factors
    rates = [run.experiment.optimizer.args()["lr"] * factor for factor in factors]
    assert isinstance(schedule, Schedule)  # a run knows all of its entries
    each = run.run.steps_per_epoch if schedule.per_step else 1
    args = schedule.paced(each).scheduler_args(each * run.experiment.epochs, rates)
    return f"scheduler = {inlined.add(schedule.target)}(optimizer, {arguments(args)})"


def _rule(experiment: Experiment) -> Entry | None:
    return stopping.entry_of(experiment)


def _prepare(experiment: Experiment) -> list[str]:
    return ['    best, best_epoch, best_weights = float("inf"), 0, {}'] if _rule(experiment) else []


def _told_rate(run: RunResult) -> str:
    here, factor = (0, 1.0) if set(run.run.factors) == {1.0} else run.run.lr_group
    over = "" if factor == 1 else f" / {factor!r}"
    return f'optimizer.param_groups[{here}]["lr"]{over}'


def _epoch_end(run: RunResult) -> list[str]:
    experiment, judged = run.experiment, run.run.objective.judged
    if getattr(experiment.schedule, "watches", False):
        lines = ["        measure(epoch)", f'        scheduler.step(history[-1]["{judged}"])']
        lines.append(f'        history[-1]["lr"] = {_told_rate(run)}')
    else:
        each_epoch = experiment.schedule.target and not getattr(experiment.schedule, "per_step", False)
        lines = ["        scheduler.step()"] if each_epoch else []
        lines.append("        measure(epoch)")
    if rule := _rule(experiment):
        values = rule.values()
        lines += [
            f'        loss_now = history[-1]["{judged}"]',
            f"        if loss_now < best - {values['min_delta']!r}:",
            "            best, best_epoch = loss_now, epoch",
            "            best_weights = {name: value.clone() for name, value in model.state_dict().items()}",
            f"        if epoch - best_epoch >= {values['patience']}:",
            "            break",
        ]
    return lines


def _tested(lines: Sequence[str]) -> Iterator[str]:
    """The lines that measure the test set once, with the weights that are kept, and say it."""
    if lines:
        yield "row: dict[str, float] = {}"
        yield from lines
        yield 'print("  ".join(f"{name} {value:.6g}" for name, value in row.items()))'


def _finish(experiment: Experiment) -> list[str]:
    rule = _rule(experiment)
    if rule is None or not rule.values()["restore_best"]:
        return []
    return ["    if best_weights:", "        model.load_state_dict(best_weights)"]
