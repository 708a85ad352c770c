"""How the window is begun."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from playground.spec.files import read
from playground.ui.app import FIRST_LESSON, application, build, fit_into, preset
from playground.ui.session import Session


@pytest.mark.parametrize(("room", "filled"), [((1280, 800), True), ((1440, 860), True), ((1600, 1000), False)])
def test_a_window_larger_than_its_screen_fills_it(qtbot: QtBot, room: tuple[int, int], filled: bool) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1440, 900)
    fit_into(window, QSize(*room))
    assert window.isMaximized() == filled


def test_no_part_of_the_window_is_shown_as_a_window_of_its_own(qtbot: QtBot) -> None:
    shown: list[str] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(type(watched).__name__)
            return False

    app, watch = application(), Watch()
    app.installEventFilter(watch)
    window = build(app, read(preset(FIRST_LESSON)), None, Session(), "light")
    qtbot.addWidget(window)
    try:
        assert shown == []
        window.show()
        for lesson in ("gpt-2", "mode-collapse", "u-net-keeps-its-edges"):
            assert window.files.open_path(preset(lesson))
        assert shown == ["MainWindow"]
    finally:
        app.removeEventFilter(watch)
        window.studio.document.undo_stack.setClean()
        window.close()
