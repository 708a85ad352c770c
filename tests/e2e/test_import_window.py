"""Importing a model in the window: by dropping it, with its weights kept when the experiment is saved."""

from __future__ import annotations

from pathlib import Path

import torch
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from torch import nn

from playground.spec.files import read
from playground.ui.main_window import MainWindow
from playground.ui.model_import import imports_folder
from tests.interchange.models import save_pt2

TIMEOUT = 60_000


def _drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    rest = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(5, 5), *rest))
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), *rest))


def test_a_dropped_model_opens_unsaved_and_keeps_its_weights(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    module = nn.Sequential(nn.Flatten(), nn.Linear(64, 6), nn.Tanh(), nn.Linear(6, 10)).eval()
    path = save_pt2(module, torch.randn(2, 1, 8, 8), tmp_path / "small.pt2")
    document = window.studio.document
    with qtbot.waitSignal(window.models.said, timeout=TIMEOUT) as told:
        _drop(window, path)
        assert "small.pt2" in window.statusBar().currentMessage()
    assert told.args == ["Imported small.pt2: 4 layers, 460 parameters.", False]
    assert document.path is None
    assert document.modified
    assert Path(document.experiment.weights).is_relative_to(imports_folder())
    document.save(tmp_path / "mine.json")
    saved = read(tmp_path / "mine.json")
    assert saved.weights == str(tmp_path / "mine.safetensors")
    assert Path(saved.weights).read_bytes() == Path(document.experiment.weights).read_bytes()
    assert not document.modified


def test_a_damaged_model_is_one_sentence_and_what_is_open_stays(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "bad.onnx").write_bytes(b"nothing")
    before = window.studio.document.experiment
    with qtbot.waitSignal(window.models.said, timeout=TIMEOUT) as told:
        _drop(window, tmp_path / "bad.onnx")
    text, is_error = told.args
    assert is_error
    assert text.startswith("bad.onnx was not imported: ")
    assert "\n" not in text
    assert window.studio.document.experiment is before
    assert list(imports_folder().iterdir()) == []
