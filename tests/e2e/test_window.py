"""The whole window, driven as a person drives it, over the real engine."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from playground import catalog
from playground.spec.files import read
from playground.ui.main_window import MainWindow
from playground.ui.shots import train

catalog.load()
TIMEOUT = 60_000


def primary(window: MainWindow) -> QPushButton:
    return next(b for b in window.transport.findChildren(QPushButton) if b.property("kind") == "primary")


def test_play_watch_change_a_layer_undo_and_play_again(window: MainWindow, qtbot: QtBot) -> None:
    store, document = window.studio.store, window.studio.document
    qtbot.mouseClick(primary(window), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: store.finished is not None, timeout=TIMEOUT)
    first = list(store.record.get("model", "validation_loss").y)
    window.canvas.select(["hidden1"])
    with qtbot.waitSignal(store.restarted, timeout=TIMEOUT):
        window.actions_table["delete"].trigger()
    assert "hidden1" not in document.graph
    with qtbot.waitSignal(store.restarted, timeout=TIMEOUT):
        window.actions_table["undo"].trigger()
    assert "hidden1" in document.graph
    qtbot.mouseClick(primary(window), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: store.finished is not None, timeout=TIMEOUT)
    assert list(store.record.get("model", "validation_loss").y) == first


def test_every_view_shows_the_run(window: MainWindow) -> None:
    for name in window.frames:
        window.layouts.show(name)
    window.layouts.arrange("analyse")
    train(window, 3)
    for name in ("loss", "boundary", "weights", "metrics"):  # the others are for other families
        assert window.frames[name].view.tables(), name


def test_shortcuts_and_search_reach_every_action(window: MainWindow, qtbot: QtBot) -> None:
    shortcuts = [a.shortcut().toString() for a in window.actions_table.all() if not a.shortcut().isEmpty()]
    assert len(shortcuts) == len(set(shortcuts))
    window.open_search()
    field: QWidget = window.search.focusWidget() or window.search
    qtbot.keyClicks(field, "new seed")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.studio.document.experiment.seed == 1


def test_open_save_and_a_bad_file(window: MainWindow, tmp_path: Path) -> None:
    document = window.studio.document
    document.save(tmp_path / "mine.json")
    bad = tmp_path / "bad.json"
    bad.write_text("{", encoding="utf-8")
    assert not window.files.load(bad)
    assert "bad.json was not opened" in window.statusBar().currentMessage()
    assert document.path == tmp_path / "mine.json"
    assert window.files.load(tmp_path / "mine.json")
    assert read(tmp_path / "mine.json") == document.experiment


@pytest.mark.parametrize(
    ("button", "closes"),
    [(QMessageBox.StandardButton.Discard, True), (QMessageBox.StandardButton.Cancel, False)],
)
def test_unsaved_changes_are_asked_about(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, button: QMessageBox.StandardButton, closes: bool
) -> None:
    window.actions_table["new_seed"].trigger()
    assert window.isWindowModified()
    asked: list[str] = []

    def answer(box: QMessageBox) -> QMessageBox.StandardButton:
        asked.append(box.text())
        kinds = QMessageBox.StandardButton
        assert box.defaultButton() is box.button(kinds.Save)
        assert box.escapeButton() is box.button(kinds.Cancel)
        assert [one.icon().isNull() for one in box.buttons()] == [True] * 3
        return button

    monkeypatch.setattr(QMessageBox, "exec", answer)
    assert window.close() is closes
    assert len(asked) == 1
    window.studio.document.undo_stack.setClean()


def test_closing_while_training_ends_the_engine(window: MainWindow, qtbot: QtBot) -> None:
    runs = window.studio.runs
    runs.play()
    qtbot.waitUntil(lambda: runs.store.running, timeout=TIMEOUT)
    window.close()
    assert runs.engine_pid == 0


def test_exports_from_the_window(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    train(window, 2)
    answers: list[tuple[object, str]] = []
    experiment, questions = window.studio.document.experiment, window.studio.runs.questions
    for name in ("Script", "Safetensors", "StateDict", "History"):
        path = tmp_path / name
        questions.export(experiment, name, path, "model", lambda value, error: answers.append((value, error)))
    qtbot.waitUntil(lambda: len(answers) == 4, timeout=TIMEOUT)
    assert [error for _, error in answers] == [""] * 4
    assert all((tmp_path / name).stat().st_size > 100 for name in ("Script", "Safetensors", "StateDict", "History"))


def test_theme_and_layouts(window: MainWindow) -> None:
    for action in ("toggle_theme", "layout_build", "layout_analyse", "layout_train", "toggle_theme"):
        window.actions_table[action].trigger()
        assert not window.grab().isNull()
    assert not window.studio.themes.theme.dark
