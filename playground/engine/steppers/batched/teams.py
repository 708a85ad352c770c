"""Teams of a session: who takes its steps with whom, and who alone."""

from __future__ import annotations

import warnings
from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from playground.engine.steppers.batched.check import agrees
from playground.engine.steppers.batched.kinds import FEWEST, kind_of
from playground.engine.steppers.batched.team import Team

if TYPE_CHECKING:
    from playground.engine.run import Run

DISAGREED = "Taken together with those of other variants, it disagreed with autograd."
FAILED = "PyTorch cannot compute several such networks at once."


class Teams:
    """Forms teams where an epoch begins, where training goes on, and where a live edit makes a run another kind.

    Within an epoch a team keeps a place for each of its runs, also for one that leaves it or diverges: when a loss that
    is not finite is found depends on the clock, but what the others compute does not.
    """

    def __init__(self, runs: Sequence[Run]) -> None:
        self._runs = runs
        self._kinds: dict[Run, tuple[object, Hashable | None]] = {}
        self._seen: dict[Run, Hashable | None] = {}
        self._teams: dict[Run, Team] = {}
        self._faults: dict[Hashable, str] = {}

    def of(self, run: Run) -> Run | Team:
        """Whose turn it is when it is a run's: that of its team, or its own."""
        if len(self._runs) == 1:
            return run
        kind = self._kind(run)
        if run.position == 0 or run not in self._seen or self._seen[run] != kind:
            self._form(run, kind)
        team = self._teams.get(run)
        present = [one for one in team.runs if self._teams.get(one) is team and self._kind(one) == kind] if team else []
        if team is None or len(present) < FEWEST:
            return run
        team.moving = [one for one in present if not one.over]
        return team

    def _kind(self, run: Run) -> Hashable | None:
        """A run's kind, found out once for its experiment as it is."""
        known = self._kinds.get(run)
        if known is None or known[0] is not run.experiment:
            known = self._kinds[run] = run.experiment, kind_of(run)
        return known[1]

    def _form(self, run: Run, kind: Hashable | None) -> None:
        """Let a run go with all of its kind that are where it is."""
        members = [one for one in self._runs if self._kind(one) == kind and _beside(one, run)] if kind else []
        self._seen |= dict.fromkeys([run, *members], kind)
        old = self._teams.get(run)
        if old is not None and old.runs == members:
            return
        for one in [run, *members]:
            self._teams.pop(one, None)
        if len(members) >= FEWEST and not self._faults.get(kind):
            team = Team(members)
            if kind not in self._faults:
                self._faults[kind] = _fault(team)
            if not self._faults[kind]:
                self._teams |= dict.fromkeys(members, team)
        for one in [run, *members]:
            one.stepping.alone = self._faults.get(kind, "")


def _fault(team: Team) -> str:
    """Why a team cannot be used, as a sentence; "" where it can."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)  # PyTorch warns of what it can only do for one after another
        try:
            return "" if agrees(team) else DISAGREED
        except (RuntimeError, ValueError, UserWarning):
            return FAILED


def _beside(one: Run, run: Run) -> bool:
    """Whether one is where the other is; so was one that diverged in this epoch."""
    if one.diverged is not None:
        return one.epoch == run.epoch and one.diverged > run.epoch
    here = (one.epoch, one.position, one.steps) == (run.epoch, run.position, run.steps)
    return here and one.sound and not one.over
