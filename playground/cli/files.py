"""FILE: a path or the id of a lesson; and what options change in it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec

from playground import catalog, paths
from playground.cli.mistake import Mistake, nearest
from playground.cli.parser import COMMANDS
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment, Variant
from playground.spec.files import read
from playground.spec.forms import to_json
from playground.spec.variants import with_paths


@dataclass(frozen=True)
class Preset:
    """A lesson that comes with the program."""

    id: str
    title: str
    topic: str
    path: Path
    parameters: int = 0
    """Of an architecture; 0 for other lessons."""


class _Head(msgspec.Struct):
    title: str = ""
    lesson: dict[str, Any] = {}


def presets() -> list[Preset]:
    """All lessons, by topic and id.

    Raises:
        Mistake: a lesson's file is damaged.
    """
    return [_preset(path) for path in sorted(paths.presets_dir().rglob("*.json"))]


def _preset(path: Path) -> Preset:
    try:
        head = msgspec.json.decode(path.read_bytes(), type=_Head)
    except (OSError, msgspec.MsgspecError) as error:
        raise Mistake(f"the lesson {path} is damaged: {error}") from None
    topic, parameters = str(head.lesson.get("topic") or path.parent.name), head.lesson.get("parameters")
    return Preset(path.stem, head.title or path.stem, topic, path, parameters if isinstance(parameters, int) else 0)


def path_of(name: str) -> Path:
    """A path as it was typed, with ~ for the home folder.

    Raises:
        Mistake: it is empty, or can be no path on this system.
    """
    if not name:
        raise Mistake("a path is empty")
    try:
        path = Path(name).expanduser()
        path.exists()
    except (OSError, ValueError, RuntimeError) as error:  # too long, with a NUL in it, of a person who is not there
        reason = getattr(error, "strerror", None) or str(error).rstrip(".")
        raise Mistake(f"{name[:80]} is no path: {reason[:1].lower()}{reason[1:]}") from None
    return path


def find(name: str) -> Path:
    """The file behind FILE; a path wins over a lesson of the same name.

    Raises:
        Mistake: there is neither; the message names the nearest lesson or command.
    """
    path = path_of(name)
    if path.is_dir():
        raise Mistake(f"{name} is a folder; name an experiment file in it")
    if path.exists():
        return path
    known = {file.stem: file for file in paths.presets_dir().rglob("*.json")}
    if name in known:
        return known[name]
    if path.suffix or path.name != name:
        raise Mistake(f"there is no file {name}{nearest(path.stem, known)}")
    raise Mistake(f"there is no file, lesson or command called {name!r}{nearest(name, [*known, *COMMANDS])}")


def load(name: str, changes: Iterable[tuple[str, str]] = (), **fields: object) -> Experiment:
    """Read FILE, then set values by path, then whole fields (None: as the file says), which no variant overrides.

    Raises:
        Mistake: the file, a path or a value is not valid.
    """
    catalog.load()
    path = find(name)
    try:
        experiment = read(path)
    except SpecError as error:
        raise Mistake(f"{name}: {error}") from None
    return _with_fields(_with_changes(experiment, dict(changes)), {k: v for k, v in fields.items() if v is not None})


def _with_changes(experiment: Experiment, changes: Mapping[str, str]) -> Experiment:
    known = to_json(experiment)
    for path in changes:
        head = path.partition(".")[0]
        if head not in known:
            raise Mistake(f"--set {path}: there is no {head}{nearest(head, known)}")
    try:
        changed = (
            with_paths(experiment, {path: _value(text) for path, text in changes.items()}) if changes else experiment
        )
    except SpecError as error:
        raise Mistake(f"--set: {error}") from None
    for path in changes:
        if own := [variant.name for variant in experiment.variants if path in variant.patch]:
            sys.stderr.write(f"nnplayground: {path} stays as these variants set it: {', '.join(own)}\n")
    return changed


def _value(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _with_fields(experiment: Experiment, fields: Mapping[str, Any]) -> Experiment:
    variants = tuple(
        Variant(v.name, {path: value for path, value in v.patch.items() if path not in fields})
        for v in experiment.variants
    )
    return replace(with_paths(experiment, fields), variants=variants) if fields else experiment


def variant_of(experiment: Experiment, name: str | None) -> str:
    """The variant of that name, or the first.

    Raises:
        Mistake: there is none of that name.
    """
    names = experiment.variant_names()
    if name is None:
        return names[0]
    if name not in names:
        raise Mistake(f"there is no variant {name!r}; there is {', '.join(names)}")
    return name


def folder(name: str) -> Path:
    """A folder that exists and can be written.

    Raises:
        Mistake: it cannot be made, or not be written.
    """
    path = path_of(name)
    try:
        path.mkdir(parents=True, exist_ok=True)
        probe = path / ".nnplayground-write-test"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise Mistake(f"cannot write to the folder {name}: {error.strerror}") from None
    return path


def target(name: str) -> Path:
    """A file that can be written, checked before the training and not after it.

    Raises:
        Mistake: its folder is not there, or it is a folder itself.
    """
    path = path_of(name)
    if path.is_dir():
        raise Mistake(f"{name} is a folder; name a file in it")
    if not path.parent.is_dir():
        raise Mistake(f"there is no folder {path.parent}")
    return path
