"""How the window is begun."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from playground.ui.app import fit_into


@pytest.mark.parametrize(("room", "filled"), [((1280, 800), True), ((1440, 860), True), ((1600, 1000), False)])
def test_a_window_larger_than_its_screen_fills_it(qtbot: QtBot, room: tuple[int, int], filled: bool) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1440, 900)
    fit_into(window, QSize(*room))
    assert window.isMaximized() == filled
