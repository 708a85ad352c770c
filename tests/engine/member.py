"""One of the processes of the test of distributed training: it trains several experiments, one after another.

Given a folder with experiments, it writes what each came to into a file of its rank.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any
from unittest.mock import patch

import torch

from playground import catalog
from playground.engine import checkpoint
from playground.engine.data import DataStore
from playground.engine.distributed import driver
from playground.engine.distributed.group import Group
from playground.engine.events import Event, Failed, Finished
from playground.engine.session import Session, open_session
from playground.spec.experiment import Experiment
from playground.spec.files import read

catalog.load()


def main(folder: Path) -> None:
    """Train all of them."""
    group = Group()
    for file in sorted(folder.glob("*.json")):
        experiment = read(file)
        found = come_to(*trained(experiment, group, folder / "unused.pt"))
        if file.stem.startswith("parted"):
            found |= {"again": in_two_parts(experiment, group, folder / f"{file.stem}.checkpoint")}
        torch.save(found, folder / f"{file.stem}.{group.rank}.pt")
    group.close()


def trained(experiment: Experiment, group: Group, path: Path, turns: int = 10**9) -> tuple[Session, Event]:
    """Train, at most for so many turns; go on from the checkpoint that is there."""
    session = open_session(experiment, DataStore())
    driver.share(session, group)
    if group.of_leader(path.exists()):
        driver.resume(session, group, group.of_leader(checkpoint.load(path)), path)
    left = iter(range(turns))
    keep = path if path.suffix == ".checkpoint" else None
    return session, list(driver.train(session, group, keep, lambda: next(left, None) is None))[-1]


def in_two_parts(experiment: Experiment, group: Group, path: Path) -> dict[str, Any]:
    """What a training comes to that rests in between; only rank 1 wants it to."""
    with patch.object(driver, "TURN", 0.0):  # a step in each turn
        session, last = trained(experiment, group, path, 5 if group.rank else 10**9)
    assert isinstance(last, Finished)
    assert last.reason == "stopped"
    assert any(run.position for run in session.runs)
    return come_to(*trained(experiment, group, path))


def come_to(session: Session, last: Event) -> dict[str, Any]:
    """Curves, weights and numbers of all variants."""
    numbers = {run.name: [run.epoch, run.steps, run.stopped_early, run.lr, run.stepping.name] for run in session.runs}
    failed = last.message if isinstance(last, Failed) else ""
    return {
        "curves": checkpoint.record_state(session.record),
        "weights": session.weights(),
        "numbers": numbers,
        "failed": failed,
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]))
