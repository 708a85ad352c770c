"""Whatever is clicked together trains, or is told of with fixes that make it train: never an exception."""

from __future__ import annotations

import math
import os
import random
from dataclasses import replace
from typing import Any

import pytest

from playground.catalog.adapt import with_data
from playground.catalog.kinds import Data
from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.engine.events import Diagnostic, Event, Failed, Finished
from playground.engine.session import open_session
from playground.engine.steering import Control
from playground.engine.trainer import train
from playground.spec import fixes
from playground.spec.entry import Entry, entries, fields_of
from playground.spec.errors import ParamError
from playground.spec.experiment import PRECISIONS, Experiment
from playground.spec.files import dumps, loads
from playground.spec.forms import entry_to_json
from tests.engine.building import JSON, experiment, graph, node

CASES = 1000 if os.environ.get("NNPLAYGROUND_LONG") else 60
SMALL = {"n": 40, "max_iter": 6, "n_samples": 40, "samples": 40}
"""Fields that would make a case slow."""
ACTIVATIONS = [name for name, cls in entries("layer").items() if cls.group == "Activations"]
DATA = [name for name in entries("data") if name not in ("CsvFile", "ArrayFile")]
PLAIN = ("Dropout", "BatchNorm1d", "LayerNorm", "GaussianNoise")


class Person:
    """Clicks at random, always the same for a seed."""

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed)

    def entry(self, kind: str, names: list[str] | None = None) -> Entry:
        """One entry with some fields turned somewhere."""
        cls = entries(kind)[self._draw.choice(names or list(entries(kind)))]
        made = cls()
        for name, (meta, field) in fields_of(cls).items():
            if name in SMALL:
                made = self._set(made, name, SMALL[name])
            elif field is bool and self._draw.random() < 0.3:
                made = self._set(made, name, self._draw.random() < 0.5)
            elif meta.choices and field is str and self._draw.random() < 0.5:
                made = self._set(made, name, self._draw.choice(meta.choices))
            elif field in (int, float) and kind != "data" and self._draw.random() < 0.3:
                made = self._set(made, name, self._number(meta.min or 0.0, min(meta.max or 50.0, 50.0), field))
        return made

    def _set(self, made: Entry, name: str, value: object) -> Entry:
        try:
            return made.with_values(**{name: value})
        except ParamError:
            return made  # the form says so, and nothing changes

    def _number(self, low: float, high: float, field: type) -> float:
        value = self._draw.choice([low, high, math.exp(self._draw.uniform(-7, math.log(high))) if high > 0 else low])
        return round(max(value, low)) if field is int else max(value, low)

    def network(self) -> JSON:
        """Dense layers with all kinds of activations and what may stand between them."""
        nodes = [node("input", "Input")]
        for number in range(self._draw.randint(0, 3)):
            factor: JSON = {"_lr_factor": self._draw.choice([0, 0.5, 2])} if self._draw.random() < 0.15 else {}
            if self._draw.random() < 0.2:
                factor["_regularizers"] = [entry_to_json(self.entry("regularizer"))]
            name = self._draw.choice(ACTIVATIONS)
            nodes.append(node(f"h{number}", "Linear", name, out_features=self._draw.randint(1, 6), **factor))
            if self._draw.random() < 0.3:
                nodes.append(node(f"p{number}", self._draw.choice(PLAIN)))
        end = self._draw.choice(["", "", "Sigmoid", "Softmax", "LogSoftmax", "Tanh"])
        return graph([*nodes, node("end", "Output", end)])

    def _metrics(self, task: str) -> list[str]:
        """Some of those that are offered, and now and then another one."""
        fitting = [name for name, cls in entries("metric").items() if task in cls().tasks]  # type: ignore[attr-defined]  # a Metric
        found = [name for name in fitting if self._draw.random() < 0.3]
        return found if self._draw.random() < 0.9 else [*{*found, "R2", "Accuracy"}]

    def experiment(self) -> Experiment:
        """Everything chosen somehow."""
        data = self.entry("data", DATA)
        assert isinstance(data, Data)
        found = with_data(experiment(self.network(), metrics=[]), data)
        offered = [name for name, cls in entries("loss").items() if found.objective.takes(cls())]  # type: ignore[attr-defined]  # an Objective
        chosen: dict[str, Any] = {
            "loss": self.entry("loss", offered if self._draw.random() < 0.85 else None),
            "optimizer": self.entry("optimizer"),
            "schedule": self.entry("schedule"),
            "initializer": self.entry("initializer"),
            "regularizers": tuple(
                self.entry("regularizer", [name]) for name in entries("regularizer") if self._draw.random() < 0.2
            ),
            "metrics": tuple(self.entry("metric", [name]) for name in self._metrics(data.task)),
            "augmentations": tuple(
                self.entry("augmentation", [name]) for name in entries("augmentation") if self._draw.random() < 0.05
            ),
            "batch_size": self._draw.choice([1, 7, 16, 1000]),
            "epochs": 2,
            "precision": self._draw.choice(PRECISIONS) if self._draw.random() < 0.2 else "float32",
            "seed": self._draw.randint(0, 9),
        }
        return replace(found, **chosen)


def errors(found: Experiment, store: DataStore) -> list[Diagnostic]:
    return [problem for problem in plan(found, store).problems if problem.severity == "error"]


def mended(found: Experiment, store: DataStore) -> Experiment:
    """The experiment after the first fix of each error, one after another."""
    for _ in range(12):
        wrong = errors(found, store)
        if not wrong:
            return found
        assert wrong[0].fixes, wrong[0]
        found = fixes.apply(found, wrong[0].network or "model", wrong[0].fixes[0])
    raise AssertionError(wrong)


def last_event(found: Experiment, store: DataStore) -> Event:
    events = list(train(open_session(found, store), Control()))
    event = events[-1]
    assert event is not None
    return event


@pytest.mark.parametrize("block", range(20))
def test_any_choice_trains_or_is_told_of(block: int) -> None:
    store = DataStore()
    for seed in range(block, CASES, 20):
        made = Person(seed).experiment()
        assert loads(dumps(made)) == made, seed
        found = mended(made, store)
        event = last_event(found, store)
        assert isinstance(event, Finished) or (
            isinstance(event, Failed) and event.message.startswith("Training diverged")
        ), (seed, event, found)
