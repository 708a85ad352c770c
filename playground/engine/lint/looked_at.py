"""Networks that are known by name and open to be read: that they do not fit the data is no mistake of anybody."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from playground.engine.events import Diagnostic
from playground.spec.experiment import Experiment

SHAPES = frozenset({"input-shape", "output-size"})
LARGE = "memory"
"""What is wrong with a network for which no data ship, or which is too large for this machine."""


def calmed(experiment: Experiment, problems: Sequence[Diagnostic], parameters: int) -> list[Diagnostic]:
    """The problems, said calmly where an architecture does not train on these data and nothing else is wrong.

    What is then said of several inputs alike is said once. One with other `parameters` than are known of it has become
    a person's own network.
    """
    codes = {problem.code for problem in problems if problem.severity == "error"}
    known = experiment.lesson.parameters
    if not known or parameters != known or not codes <= SHAPES | {LARGE}:
        return list(problems)
    calm: list[Diagnostic] = []
    for problem in problems:
        said = _calm(problem) if problem.severity == "error" else problem
        calm += [said] if said not in calm else []
    return calm


def _calm(problem: Diagnostic) -> Diagnostic:
    if problem.code == LARGE:
        return msgspec.structs.replace(problem, severity="warning", stops=True)
    message = "This network is here to be read and exported; it was made for other data than these."
    return Diagnostic(message, problem.message, "warning", network=problem.network, code=problem.code, stops=True)
