"""All warnings about a network, each kind told once per layer as a person sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from playground.engine.events import Diagnostic
from playground.engine.lint import (
    inputs,
    linearity,
    normalization,
    peeking,
    penalties,
    squashing,
    starts,
    symbols,
    trees,
)
from playground.engine.lint.case import Case
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment
from playground.spec.fixes import Fix, locate

FAMILIES: tuple[Callable[[Case], Iterator[Diagnostic]], ...] = (
    squashing.warn,
    normalization.warn,
    linearity.warn,
    starts.warn,
    inputs.warn,
    symbols.warn,
    trees.warn,
    penalties.warn,
    peeking.warn,
)


def warnings(case: Case) -> list[Diagnostic]:
    """What does not keep a network from training, but from training well.

    A layer of a block is told of once, however often the block is used, and whoever mends one of several faults of a
    kind can mend them all at once.
    """
    found = [problem for family in FAMILIES for problem in family(case)]
    return _all_at_once(_once(case.experiment, case.network, found))


def _once(experiment: Experiment, network: str, found: list[Diagnostic]) -> list[Diagnostic]:
    kept: dict[tuple[str, str, str], Diagnostic] = {}
    for problem in found:
        try:
            place = locate(experiment, network, problem.node) if problem.node else None
        except SpecError:
            place = None
        key = (problem.code, place.block if place else "", place.node if place else problem.node)
        kept.setdefault(key, problem)
    return list(kept.values())


def _all_at_once(found: list[Diagnostic]) -> list[Diagnostic]:
    kinds: dict[str, list[Diagnostic]] = {}
    for problem in found:
        if problem.fixes:
            kinds.setdefault(f"{problem.code}\n{problem.fixes[0].label}", []).append(problem)
    shared = {}
    for key, alike in kinds.items():
        if len(alike) > 1:
            changes = [change for problem in alike for change in problem.fixes[0].changes]
            shared[key] = Fix(f"{alike[0].fixes[0].label} in all {len(alike)} layers", changes)
    return [_with(problem, shared) for problem in found]


def _with(problem: Diagnostic, shared: dict[str, Fix]) -> Diagnostic:
    more = shared.get(f"{problem.code}\n{problem.fixes[0].label}") if problem.fixes else None
    return msgspec.structs.replace(problem, fixes=[*problem.fixes, more]) if more else problem
