"""What a first-time user does with the window beyond training: tear off, change in mid-run, begin again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from playground import catalog
from playground.catalog.starter import starter
from playground.ui.app import FIRST_LESSON, _begin_with, build, preset
from playground.ui.main_window import MainWindow
from playground.ui.session import Session
from playground.ui.shots import train
from playground.ui.widgets import DockTitle

catalog.load()
TIMEOUT = 60_000


def test_a_panel_that_is_torn_off_says_its_name_and_can_be_put_back(window: MainWindow, qtbot: QtBot) -> None:
    dock = window.layouts.docks["training"]
    window.actions_table["float_training"].trigger()
    assert dock.isFloating()
    head = dock.titleBarWidget()
    assert isinstance(head, DockTitle)
    qtbot.mouseClick(head._float, Qt.MouseButton.LeftButton)
    assert not dock.isFloating()
    assert not isinstance(dock.titleBarWidget(), DockTitle)


def test_an_edit_that_ends_a_run_says_so(window: MainWindow, qtbot: QtBot) -> None:
    train(window, 2)
    document = window.studio.document
    with qtbot.waitSignal(window.studio.runs.started_over, timeout=TIMEOUT):
        document.edit("Epochs", replace(document.shown, epochs=70))
    assert "starts again" in window.statusBar().currentMessage()


@pytest.mark.parametrize("action", ["play", "step_batch", "step_epoch"])
def test_going_on_after_the_end_says_that_it_begins_again(window: MainWindow, qtbot: QtBot, action: str) -> None:
    document, store = window.studio.document, window.studio.store
    document.edit("Epochs", replace(document.shown, epochs=3))
    window.studio.runs.play()
    qtbot.waitUntil(lambda: store.finished is not None, timeout=TIMEOUT)
    assert not window.statusBar().currentMessage()
    with qtbot.waitSignal(store.restarted, timeout=TIMEOUT):
        window.actions_table[action].trigger()
    assert window.statusBar().currentMessage() == "Starting again from the same initial weights"


def test_saving_a_picture_is_confirmed_in_the_status_bar(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = str(tmp_path / "loss.png")
    monkeypatch.setattr("playground.ui.views.header.QFileDialog.getSaveFileName", lambda *_: (target, ""))
    window.frames["loss"].save_picture()
    assert window.statusBar().currentMessage() == "Saved loss.png"


def test_menus_of_panels_hold_their_names_and_the_search_whole_sentences(window: MainWindow) -> None:
    menu = next(m for m in window.menuBar().findChildren(QMenu) if m.title() == "&Tear off")
    assert [a.text() for a in menu.actions()][:2] == ["Lessons", "Data"]
    assert window.actions_table["float_data"].text() == "Tear off Data"
    menu.actions()[1].trigger()
    assert window.layouts.docks["data"].isFloating()


def test_play_rests_while_the_network_is_broken(window: MainWindow, qtbot: QtBot) -> None:
    document = window.studio.document
    graph = document.graph
    play = window.transport._play
    assert play.isEnabled()
    with qtbot.waitSignal(window.studio.runs.planned, timeout=TIMEOUT):
        document.edit_graph("Cut", replace(graph, edges=graph.edges[1:]))
    assert not play.isEnabled()
    with qtbot.waitSignal(window.studio.runs.planned, timeout=TIMEOUT):
        document.undo_stack.undo()
    assert play.isEnabled()


def test_the_lesson_that_was_open_is_open_again(window: MainWindow) -> None:
    lesson = preset("learning-rate")
    assert window.files.load(lesson)
    window.close()
    assert _begin_with(None, Session().last_file)[1] == lesson


def test_a_last_file_that_cannot_be_read_does_not_stand_in_the_way(tmp_path: Path) -> None:
    path = tmp_path / "broken.json"
    path.write_text("{", encoding="utf-8")
    _, chosen, trouble = _begin_with(None, path)
    assert chosen == preset(FIRST_LESSON)
    assert trouble.startswith("broken.json was not opened")


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800)])
@pytest.mark.parametrize("layout", ["build", "train", "analyse"])
def test_nothing_is_cut_off_in_a_small_window(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int], layout: str
) -> None:
    window.resize(*size)
    window.layouts.arrange(layout)
    QApplication.processEvents()
    shown = [d for d in window.layouts.docks.values() if d.isVisible() and not d.visibleRegion().isEmpty()]
    boxes = [dock.geometry() for dock in shown] + [window.canvas.geometry()]
    assert all(window.rect().contains(box) for box in boxes)
    assert not [(a, b) for i, a in enumerate(boxes) for b in boxes[:i] if a.intersects(b)]
    for dock in shown:
        inner = dock.widget()
        assert inner is not None
        assert inner.width() <= dock.width()
        assert inner.minimumSizeHint().width() <= inner.width()


def test_play_pressed_while_the_engine_starts_is_not_lost(qapp: QApplication, qtbot: QtBot) -> None:
    window = build(qapp, replace(starter(), epochs=2), None, Session(), "light")
    qtbot.addWidget(window, before_close_func=lambda w: w.studio.document.undo_stack.setClean())
    window.show()
    window.studio.runs.open_engine()
    qtbot.mouseClick(window.transport._play, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.studio.store.finished is not None, timeout=TIMEOUT)
    window.studio.runs.close_engine()
