"""Palette, lessons and problems with a real mouse, and the width of every panel."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from playground.engine.events import Diagnostic, Failed, Finished, Scalars, Started
from playground.spec import files
from playground.ui.canvas.mime import entry_from_mime, entry_to_mime
from playground.ui.panels.data import DataPanel
from playground.ui.panels.inspector import InspectorPanel
from playground.ui.panels.lessons import LessonPanel, LessonsPanel, first_sentence
from playground.ui.panels.palette import PalettePanel
from playground.ui.panels.panel import LEAST_WIDTH, Panel
from playground.ui.panels.problems import ProblemsPanel
from playground.ui.panels.training import TrainingPanel
from playground.ui.studio import Studio

PANELS: list[Callable[..., Panel]] = [
    DataPanel,
    TrainingPanel,
    InspectorPanel,
    PalettePanel,
    LessonPanel,
    LessonsPanel,
    ProblemsPanel,
]


@pytest.mark.parametrize("kind", PANELS, ids=lambda kind: kind.__name__)
def test_nothing_is_cut_at_the_least_width(show: Any, kind: Callable[..., Panel]) -> None:
    panel = show(kind, LEAST_WIDTH, 300)
    if isinstance(panel, InspectorPanel):
        panel.show_nodes(["hidden1"])
    assert panel.body.minimumSizeHint().width() <= LEAST_WIDTH - 10
    for widget in panel.body.findChildren(QWidget):
        if widget.isVisible() and widget.parent() is panel.body:
            assert widget.geometry().right() <= panel.viewport().width()


@pytest.mark.parametrize("kind", PANELS, ids=lambda kind: kind.__name__)
def test_panels_follow_another_document(show: Any, studio: Studio, kind: Callable[..., Panel]) -> None:
    show(kind)
    experiment = studio.document.experiment
    studio.document.open(experiment, None)
    studio.themes.set_mode("dark")
    assert studio.document.undo_stack.count() == 0


# --- palette -----------------------------------------------------------------------------------------------


def test_searching_and_enter_chooses(qtbot: Any, show: Any) -> None:
    panel = show(PalettePanel)
    qtbot.keyClicks(panel.search, "dropout")
    names = [tile.offer.key for tile in panel.shown]
    assert names[0] == "Dropout"
    assert all("Dropout" in name for name in names)
    with qtbot.waitSignal(panel.chosen) as said:
        qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    assert said.args[0].name == "Dropout"
    panel.search.setText("zzz")
    assert panel._nothing.isVisible()


def test_a_double_click_chooses(qtbot: Any, show: Any) -> None:
    panel = show(PalettePanel)
    tile = next(tile for tile in panel.tiles if tile.offer.key == "Linear")
    with qtbot.waitSignal(panel.chosen) as said:
        qtbot.mouseDClick(tile, Qt.MouseButton.LeftButton)
    assert said.args[0].name == "Linear"
    assert entry_from_mime(entry_to_mime(said.args[0])) == said.args[0]


def test_every_layer_is_offered_inputs_and_outputs_again_and_again(show: Any, studio: Studio) -> None:
    names = [tile.offer.key for tile in show(PalettePanel).shown]
    assert {"Input", "Output", "Linear"} <= set(names)
    assert "Block" not in names, "a use of a block is made from a block"


# --- lessons -----------------------------------------------------------------------------------------------


def test_lessons_are_listed_by_topic_and_opened(qtbot: Any, studio: Studio, tmp_path: Path) -> None:
    for topic, name in (("b", "two"), ("a", "one")):
        (tmp_path / topic).mkdir()
        files.save(tmp_path / topic / f"{name}.json", studio.document.experiment)
    (tmp_path / "a" / "broken.json").write_text("{")
    panel = LessonsPanel(studio, folder=tmp_path)
    qtbot.addWidget(panel)
    assert panel.tiles is None
    panel.show()
    assert panel.tiles is not None
    assert [tile.preset.path.stem for tile in panel.tiles] == ["one", "two"]
    assert panel.tiles[0].accessibleName().endswith("Eighty noisy points, 17 000 weights.")
    with qtbot.waitSignal(panel.open_requested) as said:
        qtbot.mouseClick(panel.tiles[0], Qt.MouseButton.LeftButton)
    assert said.args == [tmp_path / "a" / "one.json"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("", ""), ("# Title\n\n**A line** fails. It must.", "A line fails."), ("See [here](x) now", "See here now")],
)
def test_the_first_sentence_is_plain(text: str, sentence: str) -> None:
    assert first_sentence(text) == sentence


def points(value: float) -> Scalars:
    series = {"validation_loss": [array("d", [1.0]), array("d", [value])]}
    return Scalars({"plain": series, "decay": series}, [], 1.0, 1, 1.0, {})


def test_checks_tick_and_are_counted(qtbot: Any, show: Any, studio: Studio) -> None:
    panel = show(LessonPanel)
    assert panel.counter == "0 / 2"
    info = studio.runs.plans["plain"].data
    assert info is not None
    studio.store.take(Started(["plain", "decay"], {}, {}, "cpu", "eager", 0.0, info))
    studio.store.take(points(0.5))
    assert [tick.state() for tick in panel.ticks] == ["pending", "pending"]
    studio.store.take(Finished("done", {}))
    qtbot.waitUntil(lambda: panel.counter == "1 / 2")
    assert [tick.state() for tick in panel.ticks] == ["fail", "pass"]
    studio.store.take(Started(["plain", "decay"], {}, {}, "cpu", "eager", 0.0, info))
    assert panel.counter == "0 / 2"


def test_numbers_are_judged_at_most_four_times_a_second(show: Any, studio: Studio) -> None:
    panel = show(LessonPanel)
    judged: list[int] = []
    judge = panel.judge
    panel.judge = lambda: (judged.append(1), judge())
    for _ in range(50):
        studio.store.take(points(0.5))
    assert len(judged) <= 1
    panel._later.stop()


def test_an_experiment_without_a_lesson_says_so(show: Any, studio: Studio) -> None:
    from dataclasses import replace

    from playground.spec.experiment import Lesson

    panel = show(LessonPanel)
    studio.document.commit("x", replace(studio.document.experiment, lesson=Lesson()))
    assert panel._none.isVisible()
    assert panel.ticks == []
    studio.document.undo_stack.undo()
    assert len(panel.ticks) == 2


# --- problems ----------------------------------------------------------------------------------------------


def test_nothing_stands_in_the_way(show: Any) -> None:
    assert show(ProblemsPanel).empty.isVisible()


def test_problems_are_listed_counted_and_lead_to_their_node(qtbot: Any, show: Any, studio: Studio) -> None:
    panel = show(ProblemsPanel)
    counts: list[int] = []
    panel.count_changed.connect(counts.append)
    problem = Diagnostic("does not fit", "Put Flatten before it.", network="model", node="hidden1")
    for name in ("plain", "decay"):
        studio.runs.plans[name].problems.append(problem)
    studio.runs.planned.emit()
    studio.runs.planned.emit()
    assert counts == [2]
    assert not panel.empty.isVisible()
    with qtbot.waitSignal(panel.node_requested) as said:
        qtbot.mouseClick(panel.rows[1], Qt.MouseButton.LeftButton)
    assert said.args == ["decay", "model", "hidden1"]
    studio.store.take(Failed("the loss became NaN", "Use a smaller learning rate.", node="hidden1", network="model"))
    assert counts == [2, 3]
    assert panel.failure.isVisible()
    for name in ("plain", "decay"):
        studio.runs.plans[name].problems.clear()
    studio.store.failed = None
    studio.runs.planned.emit()
    assert counts == [2, 3, 0]
    assert panel.empty.isVisible()


def test_a_lost_engine_can_be_restarted(qtbot: Any, show: Any, studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(studio.runs, "restart_engine", lambda: asked.append(True))
    panel = show(ProblemsPanel)
    studio.runs._engine.lost = "Killed"
    studio.runs.engine_changed.emit()
    assert panel.restart.isVisible()
    qtbot.mouseClick(panel.restart, Qt.MouseButton.LeftButton)
    assert asked == [True]
    studio.runs._engine.lost = ""
    studio.runs.engine_changed.emit()
    assert not panel.restart.isVisible()
