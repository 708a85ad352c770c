"""What is seen of a run and taken away from it: checks, files and probes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from playground.spec.entry import Entry
from playground.spec.params import param
from playground.spec.record import Record


@dataclass(frozen=True)
class Check(Entry):
    """Something a lesson says you should see."""

    kind = "check"
    text: str = param("", help="What to see, in one short sentence.")

    def outcome(self, record: Record, finished: bool) -> bool | None:
        """True or False once it can be told from the numbers so far, None before."""
        raise NotImplementedError


class Exporter(Entry):
    """Writes a run to a file. `target(run, path)` is a function in `playground.export`.

    Where it is `of` the experiment it needs no run, and so no data that fit:
    `target(experiment, variant, store, path)`.
    """

    kind = "exporter"
    suffix: ClassVar[str] = ""
    of: ClassVar[Literal["run", "experiment"]] = "run"


class Probe(Entry):
    """Looks into a run while it trains. `target(run, **args)` returns NumPy arrays by name."""

    kind = "probe"
