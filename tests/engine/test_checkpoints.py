"""Checkpoints go on bit for bit."""

from __future__ import annotations

from pathlib import Path

import pytest

from playground.engine.control import Play
from playground.engine.data import DataStore
from playground.engine.events import Checkpointed, Finished, Scalars, Started, State
from playground.engine.session import open_session
from playground.engine.steering import Control
from playground.engine.trainer import train
from playground.spec.entry import entries
from playground.spec.errors import FileError
from tests.engine.building import (
    JSON,
    curves,
    dense,
    drive,
    experiment,
    graph,
    node,
    outcome,
    session,
)

DROPOUT = graph(
    [node("input", "Input"), node("a", "Linear", "ReLU"), node("drop", "Dropout", p=0.4), node("end", "Output")]
)


@pytest.mark.parametrize("optimizer", entries("optimizer"))
def test_a_checkpoint_goes_on_bit_for_bit_in_the_middle_of_an_epoch(tmp_path: Path, optimizer: str) -> None:
    settings: JSON = {
        "optimizer": {"entry": optimizer, "lr": 0.01} | ({"momentum": 0.9} if optimizer == "SGD" else {}),
        "schedule": {"entry": "CosineAnnealingLR"},
        "regularizers": [{"entry": "EarlyStopping", "patience": 50}],
        "variants": [{"name": "one", "patch": {}}, {"name": "two", "patch": {"batch_size": 4}}],
    }
    usual = outcome(DROPOUT, **settings)
    running, control, path = session(DROPOUT, **settings), Control(play=False), tmp_path / "run.pt"
    control.take(Play(steps=6))
    events = train(running, control, path)
    told = []
    while (event := next(events)) is not None or running.runs[1].steps < 6:
        told.append(event)
    assert isinstance(told[-1], Checkpointed)
    fresh = open_session(experiment(DROPOUT, **settings), DataStore())
    fresh.resume(path)
    resumed = drive(fresh, Control())
    assert isinstance(resumed[0], Started)
    assert resumed[0].epoch == min(run.progress for run in running.runs) > 0
    assert curves(fresh) == curves(usual)
    last = resumed[-1]
    assert isinstance(last, Finished)
    for name in ("one", "two"):
        assert last.results[name]["validation_loss"] == usual.results[name]["validation_loss"]
    after = resumed[0].epoch + 1e-9
    first = next(event for event in resumed if isinstance(event, Scalars))
    assert all(x > after for named in first.points.values() for xs, *_ in named.values() for x in xs)


def test_checkpoints_come_at_the_start_at_rest_and_at_the_end(tmp_path: Path) -> None:
    running, control = session(), Control()
    told = [type(event) for event in train(running, control, tmp_path / "run.pt")]
    assert told.count(Checkpointed) == 2
    assert told.index(Checkpointed) < told.index(Scalars, told.index(State))
    assert not list(tmp_path.glob(".*"))


def test_a_checkpoint_that_is_damaged_or_another_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "run.pt"
    for _ in train(session(dense(4)), Control(), path):
        pass
    with pytest.raises(FileError, match="another experiment"):
        session(dense(5)).resume(path)
    path.write_bytes(path.read_bytes()[:500])
    with pytest.raises(FileError, match="damaged"):
        session(dense(4)).resume(path)
    with pytest.raises(FileError, match="cannot read"):
        session(dense(4)).resume(tmp_path / "none.pt")


def test_a_folder_that_cannot_be_written_does_not_end_the_run(tmp_path: Path) -> None:
    running = session()
    events = list(train(running, Control(), tmp_path / "gone" / "run.pt"))
    assert isinstance(events[-1], Finished)
    assert "no more checkpoints" in running.flags[0].text
