"""The list of edits: what it says, and that it goes there."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from playground.ui.panels.history import HistoryPanel


def texts(panel: HistoryPanel, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> list[str]:
    return [panel.model.index(row, 0).data(role) for row in range(panel.model.rowCount())]


def edit(studio, *labels: str) -> None:
    for label in labels:
        document = studio.document
        document.commit(label, replace(document.experiment, seed=document.experiment.seed + 1))


def test_it_lists_every_edit_and_marks_where_one_is(studio, qtbot) -> None:
    panel = HistoryPanel(studio)
    qtbot.addWidget(panel)
    assert panel._layers.currentWidget() is panel.empty
    edit(studio, "One", "Two")
    studio.document.undo_stack.setClean()
    edit(studio, "Three")
    assert texts(panel) == ["As opened", "One", "Two · saved", "Three"]
    assert panel.list.currentIndex().row() == 3
    studio.document.undo_stack.undo()
    spoken = texts(panel, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == ["As opened", "One", "Two · saved, current", "Three, undone"]
    assert panel._layers.currentWidget() is panel.list


def test_enter_and_click_go_to_a_state(studio, qtbot) -> None:
    panel = HistoryPanel(studio)
    qtbot.addWidget(panel)
    panel.show()
    seed = studio.document.experiment.seed
    edit(studio, "One", "Two", "Three")
    qtbot.keyClick(panel.list, Qt.Key.Key_Home)
    assert studio.document.experiment.seed == seed + 3
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert studio.document.experiment.seed == seed
    place = panel.list.visualRect(panel.model.index(2, 0)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert studio.document.experiment.seed == seed + 2


def test_a_new_edit_takes_the_place_of_what_was_undone(studio, qtbot) -> None:
    panel = HistoryPanel(studio)
    qtbot.addWidget(panel)
    edit(studio, "One", "Two")
    studio.document.undo_stack.setIndex(0)
    edit(studio, "Other")
    assert texts(panel) == ["As opened · saved", "Other"]
