"""The source beside the canvas."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from pytestqt.qtbot import QtBot

from playground.engine.events import Source
from playground.spec.graph import remove
from playground.ui.panels.code import CodePanel
from playground.ui.studio import Studio

TEXT = 'import torch\n\nclass Model:\n    """Two\n    lines."""\n    a = 1  # one\n    b = 2\n'


@pytest.fixture
def asked(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """What the panel asks for; the answer comes at once."""
    found: list[tuple[Any, ...]] = []

    def code(*args: Any) -> None:
        found.append(args[:-1])
        first, second = (node.id for node in studio.document.graph.nodes[:2])
        args[-1](Source(TEXT, ["", "", "", "", "", first, second]), "")

    monkeypatch.setattr(studio.runs.questions, "code", code)
    studio.runs.plans.setdefault(studio.document.variant, None)  # type: ignore[arg-type]  # any plan will do
    return found


@pytest.fixture
def panel(studio: Studio, asked: list[tuple[Any, ...]], qtbot: QtBot) -> CodePanel:
    made = CodePanel(studio)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def test_asks_only_while_it_can_be_seen(studio: Studio, asked: list[tuple[Any, ...]], panel: CodePanel) -> None:
    assert [one[1:] for one in asked] == [(studio.document.variant, "model")]
    studio.runs.planned.emit()
    assert len(asked) == 1  # nothing has changed
    panel.hide()
    studio.document.edit_graph("Remove", remove(studio.document.graph, ["drop1"]))
    studio.runs.planned.emit()
    assert len(asked) == 1
    panel.show()
    assert len(asked) == 2


def test_marks_the_lines_of_the_selected_layer(studio: Studio, panel: CodePanel) -> None:
    panel.select([studio.document.graph.nodes[1].id])
    marks = panel.page.extraSelections()
    assert [mark.cursor.block().text() for mark in marks] == ["    b = 2"]
    panel.select([])
    assert not panel.page.extraSelections()


def test_a_click_on_a_line_goes_to_its_layer(studio: Studio, panel: CodePanel, qtbot: QtBot) -> None:
    def click(line: int) -> None:
        cursor = QTextCursor(panel.page.document().findBlockByNumber(line))
        spot = panel.page.cursorRect(cursor).center()
        qtbot.mouseClick(panel.page.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    told: list[str] = []
    panel.node_requested.connect(told.append)
    click(5)
    click(0)
    assert told == [studio.document.graph.nodes[0].id]


def test_keeps_what_is_shown_when_there_is_no_answer(
    studio: Studio, panel: CodePanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(studio.runs.questions, "code", lambda *args: args[-1](None, "A circle."))
    studio.document.edit_graph("Remove", remove(studio.document.graph, ["drop1"]))
    studio.runs.planned.emit()
    assert panel.page.toPlainText() == TEXT
    assert panel.status.text() == "A circle."


def test_copies_all(panel: CodePanel) -> None:
    panel.copy_button.click()
    assert QGuiApplication.clipboard().text() == TEXT


def test_colours_every_part(panel: CodePanel) -> None:
    colors: list[list[str]] = []
    block = panel.page.document().firstBlock()
    while block.isValid():
        colors.append([part.format.foreground().color().name().upper() for part in block.layout().formats()])
        block = block.next()
    theme = panel._studio.themes.theme
    assert colors[0] == [theme.value("accent")]
    assert colors[3] == colors[4] == [theme.value("good_text")]
    assert colors[5] == [theme.value("warning_text"), theme.value("secondary")]
