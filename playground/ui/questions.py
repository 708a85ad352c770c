"""Questions to the engine that have one answer each, called on the window's thread when it comes."""

from __future__ import annotations

from pathlib import Path

from playground.engine.control import (
    AugmentRequest,
    CodeRequest,
    ExportRequest,
    InspectRequest,
    RangeRequest,
    SpreadRequest,
)
from playground.spec.experiment import Experiment
from playground.spec.forms import to_json
from playground.ui.engine import Answer, Engine


class Questions:
    """Asks of experiments and of files; each `answer` is called with a value, or with None and one sentence."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def export(self, experiment: Experiment, exporter: str, path: Path, variant: str, answer: Answer) -> None:
        """Let the engine write a file; `answer(path, error)`."""
        raw = to_json(experiment)
        self._engine.ask(lambda number: ExportRequest(number, exporter, str(path), variant, raw), answer)

    def inspect(self, path: Path, answer: Answer) -> None:
        """Let the engine look into a data file; `answer(what it found, error)`."""
        self._engine.ask(lambda number: InspectRequest(number, str(path)), answer)

    def code(self, experiment: Experiment, variant: str, network: str, answer: Answer) -> None:
        """Let the engine write one network as PyTorch source; `answer(Source as plain values, error)`."""
        raw = to_json(experiment)
        self._engine.ask(lambda number: CodeRequest(number, raw, variant, network), answer)

    def spreads(self, experiment: Experiment, variant: str, answer: Answer) -> None:
        """Let the engine try out the untrained networks; `answer({network: spreads as plain values}, error)`."""
        raw = to_json(experiment)
        self._engine.ask(lambda number: SpreadRequest(number, raw, variant), answer)

    def range_test(self, experiment: Experiment, variant: str, answer: Answer) -> None:
        """Let the engine try out learning rates; `answer(a RangeTest as plain values or None, error)`."""
        raw = to_json(experiment)
        self._engine.ask(lambda number: RangeRequest(number, raw, variant), answer)

    def augmented(self, experiment: Experiment, variant: str, seed: int, answer: Answer) -> None:
        """Let the engine augment a few training samples; `answer({"images": …} or {"texts": …}, error)`."""
        raw = to_json(experiment)
        self._engine.ask(lambda number: AugmentRequest(number, raw, variant, seed), answer)
