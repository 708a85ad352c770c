"""Experiment: everything that decides a run, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from playground.spec.entry import Entry
from playground.spec.graph import Graph

DEVICES = ("auto", "cpu", "cuda", "mps")
MAX_VARIANTS = 12


@dataclass(frozen=True)
class Variant:
    """A twin of the base experiment: a name and the few paths in which it differs."""

    name: str
    patch: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Lesson:
    """What a preset teaches: Markdown text, and checks that tick when the run shows what the text says."""

    topic: str = ""
    text: str = ""
    checks: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Experiment:
    """Data, networks and training choices; with no variants there is one run, named "model".

    `extra` keeps top-level keys of a file that this program does not know.
    """

    title: str
    data: Entry
    networks: Mapping[str, Graph]
    objective: Entry
    loss: Entry
    optimizer: Entry
    schedule: Entry
    initializer: Entry
    metrics: tuple[Entry, ...] = ()
    regularizers: tuple[Entry, ...] = ()
    batch_size: int = 10
    epochs: int = 100
    seed: int = 0
    device: str = "auto"
    variants: tuple[Variant, ...] = ()
    lesson: Lesson = Lesson()
    extra: Mapping[str, Any] = field(default_factory=dict)

    def variant_names(self) -> tuple[str, ...]:
        """Names of the runs that train side by side."""
        return tuple(v.name for v in self.variants) or ("model",)
