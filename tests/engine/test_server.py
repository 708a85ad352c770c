"""The engine as a process, over real pipes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import pytest

from playground.engine.control import (
    Ask,
    AugmentRequest,
    ExportRequest,
    HeldOutRequest,
    InspectRequest,
    Knobs,
    Pause,
    PlanRequest,
    Play,
    Request,
    Speed,
    SpreadRequest,
    Start,
    Stop,
)
from playground.engine.events import (
    Checkpointed,
    Failed,
    Finished,
    HeldOut,
    Message,
    Plan,
    Reply,
    Scalars,
    Snapshot,
    Started,
    State,
)
from playground.engine.protocol import read_message, write_frame
from tests.engine.building import dense, outcome, raw

ENGINE = "import sys; from playground.engine.server import serve; serve(sys.stdin.buffer, sys.stdout.buffer)"
ROOT = Path(__file__).parents[2]
LONG = 10_000_000

T = TypeVar("T")


class Engine:
    """An engine process and what it has said."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", ENGINE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=ROOT,
        )
        self.said: list[Message] = []

    def send(self, *requests: Request) -> None:
        for request in requests:
            write_frame(self.process.stdin, request)  # type: ignore[arg-type]  # IO[bytes] is a BinaryIO here

    def until(self, kind: type[T], fits: Callable[[Any], bool] = lambda message: True) -> T:
        """The next message of a kind; everything before it is kept in `said`."""
        while (message := read_message(self.process.stdout)) is not None:  # type: ignore[arg-type]  # as above
            self.said.append(message)
            if isinstance(message, kind) and fits(message):
                return message
        raise AssertionError(f"the engine ended: {self.process.stderr.read().decode()}")  # type: ignore[union-attr]  # a pipe

    def close(self) -> int:
        self.process.stdin.close()  # type: ignore[union-attr]  # as above
        code = self.process.wait(10)
        self.process.stdout.close()  # type: ignore[union-attr]  # as above
        self.process.stderr.close()  # type: ignore[union-attr]  # as above
        return code


@pytest.fixture
def engine() -> Iterator[Engine]:
    found = Engine()
    yield found
    if found.process.poll() is None:
        found.process.kill()
        found.close()


def test_a_whole_run_is_what_it_is_headless(engine: Engine, tmp_path: Path) -> None:
    engine.send(PlanRequest(1, raw()))
    plans = msgspec.convert(engine.until(Reply).value, dict[str, Plan])
    assert plans["model"].networks["model"].nodes[-1].output_shape == [1]
    engine.send(Start(raw(), checkpoint=str(tmp_path / "run.pt")))
    last = engine.until(Finished)
    kinds = [type(message) for message in engine.said]
    assert kinds[1] is Started
    assert kinds[-2:] == [Checkpointed, Finished]
    told: dict[str, list[float]] = {}
    for message in engine.said:
        if isinstance(message, Scalars):
            for name, (_, y, *_) in message.points.get("model", {}).items():
                told.setdefault(name, []).extend(y)
    alone = outcome()
    assert told == {name: list(one.y) for name, one in alone.record.series["model"].items()}
    assert last.results["model"]["validation_loss"] == alone.results["model"]["validation_loss"]
    path = tmp_path / "weights.safetensors"
    engine.send(
        Ask("late", "model", {"entry": "Boundary", "resolution": 4}),
        ExportRequest(2, "Safetensors", str(path), "model", raw()),
        ExportRequest(3, "History", str(tmp_path / "no" / "history.csv"), "model", raw()),
    )
    assert engine.until(Snapshot).arrays["values"].shape == (4, 4)
    assert engine.until(Reply).value == str(path)
    assert path.stat().st_size > 100
    assert "cannot write" in engine.until(Reply).error
    assert engine.close() == 0


def test_requests_are_answered_while_it_trains(engine: Engine) -> None:
    engine.send(Start(raw(epochs=LONG)))
    engine.until(State, lambda state: state.running)
    engine.send(PlanRequest(7, raw(dense(99))), Ask("map", "model", {"entry": "UnitMaps"}))
    assert engine.until(Reply).id == 7
    assert "hidden1" in engine.until(Snapshot).arrays
    engine.send(SpreadRequest(8, raw(dense(9)), "model"))
    assert [one["node"] for one in engine.until(Reply).value["model"]] == ["input", "hidden1", "output"]
    engine.send(AugmentRequest(9, raw(data={"entry": "Digits"}, augmentations=[{"entry": "Shift"}]), "model", 3))
    assert engine.until(Reply).value["images"].shape == (3, 9, 1, 8, 8)
    engine.send(Knobs(raw(epochs=LONG, optimizer={"entry": "SGD", "lr": 0.5})))
    assert "0.1 → 0.5" in engine.until(Scalars, lambda message: bool(message.flags)).flags[0][1]
    engine.send(Speed(1), Pause())
    here = engine.until(State, lambda state: not state.running)
    engine.send(Speed(0), Play(steps=3))
    there = engine.until(State, lambda state: not state.running)
    assert there.step == here.step + 3
    engine.send(Stop())
    assert engine.until(Finished).reason == "stopped"
    assert engine.close() == 0


def test_a_new_start_ends_the_old_run_and_can_keep_its_weights(engine: Engine) -> None:
    engine.send(Start(raw(epochs=LONG)))
    engine.until(State, lambda state: state.running)
    engine.send(Play(epochs=30))
    engine.until(State, lambda state: not state.running)
    learnt = next(
        m for m in reversed(engine.said) if isinstance(m, Scalars) and "train_loss" in m.points.get("model", {})
    )
    engine.send(Start(raw(), play=False, keep_weights=True))
    engine.until(Finished)
    engine.until(Started)
    first = engine.until(Scalars)
    assert first.points["model"]["train_loss"][1][0] == learnt.points["model"]["train_loss"][1][-1]


def test_what_cannot_train_is_not_exported_as_what_ran_before_it(engine: Engine, tmp_path: Path) -> None:
    engine.send(Start(raw()))
    engine.until(Finished)
    path, other = tmp_path / "weights.safetensors", raw(data={"entry": "Digits"})
    engine.send(ExportRequest(2, "Safetensors", str(path), "model", other))
    assert engine.until(Reply).error
    assert not path.exists()
    engine.send(ExportRequest(3, "Networks", str(path.with_suffix(".py")), "model", raw()))
    assert "class Model" in Path(engine.until(Reply).value).read_text()


def test_mistakes_are_one_sentence_and_the_engine_lives(engine: Engine, tmp_path: Path) -> None:
    engine.send(
        PlanRequest(1, {"format": "soup"}),
        PlanRequest(2, raw(optimizer={"entry": "SGD", "lr": "fast"})),
        InspectRequest(3, str(tmp_path / "none.csv")),
        ExportRequest(4, "Hologram", str(tmp_path / "x"), "model", raw()),
    )
    for number in range(1, 5):
        reply = engine.until(Reply)
        assert reply.id == number
        assert reply.error
        assert "\n" not in reply.error
    engine.send(Start(raw(dense(10**9))))
    assert "memory" in engine.until(Failed).message
    engine.send(Start(raw(), resume=str(tmp_path / "none.pt")))
    assert "checkpoint" in engine.until(Failed).message
    engine.send(
        Start(
            raw(
                dense(8, 8, activation="ReLU"),
                optimizer={"entry": "SGD", "lr": 1000},
                loss={"entry": "MSELoss"},
                epochs=30,
            )
        )
    )
    failed = engine.until(Failed)
    assert "not finite" in failed.message
    engine.send(Start(raw()))
    assert engine.until(Finished).reason == "done"
    assert engine.close() == 0


def test_a_killed_engine_leaves_a_checkpoint_from_which_another_goes_on(engine: Engine, tmp_path: Path) -> None:
    path = str(tmp_path / "run.pt")
    engine.send(Start(raw(epochs=60), play=False, checkpoint=path), Play(steps=101))
    saved = engine.until(Checkpointed, lambda message: message.epoch > 0)
    engine.send(Play())
    engine.until(State, lambda state: state.running)
    engine.process.kill()
    engine.close()
    second = Engine()
    second.send(Start(raw(epochs=60), resume=path))
    assert second.until(Started).epoch == saved.epoch > 20
    assert second.until(Finished).results["model"]["train_loss"] == outcome(epochs=60).results["model"]["train_loss"]
    assert second.close() == 0


def test_closing_the_pipe_ends_a_training_engine(engine: Engine) -> None:
    engine.send(Start(raw(epochs=LONG)))
    engine.until(State, lambda state: state.running)
    assert engine.close() == 0


def test_what_libraries_print_cannot_spoil_the_frames() -> None:
    code = """
import sys
from playground.engine import server
plan = server.plan_all
server.plan_all = lambda *given: (print("noise"), plan(*given))[1]
server.serve(sys.stdin.buffer, sys.stdout.buffer)
"""
    found = Engine.__new__(Engine)
    found.said = []
    pipe = subprocess.PIPE
    found.process = subprocess.Popen([sys.executable, "-c", code], stdin=pipe, stdout=pipe, stderr=pipe, cwd=ROOT)
    found.send(PlanRequest(1, raw()), PlanRequest(2, raw()))
    assert [found.until(Reply).id, found.until(Reply).id] == [1, 2]
    assert found.close() == 0


def test_the_current_run_is_measured_on_held_out_samples_when_asked(engine: Engine) -> None:
    held = raw(data={"entry": "Circle", "n": 60, "test_share": 0.3}, epochs=LONG)
    engine.send(HeldOutRequest(1))
    assert "no run" in engine.until(Reply).error
    engine.send(Start(held, play=False), HeldOutRequest(2))
    told = msgspec.convert(engine.until(Reply).value, HeldOut)
    assert told.epoch == 0
    assert set(told.results["model"]) == {"test_loss", "test_accuracy"}
    engine.send(Start(raw(), play=False), HeldOutRequest(3))
    assert msgspec.convert(engine.until(Reply).value, HeldOut).results == {}
