"""The table of weights in the inspector: it follows the run, knows only what is seen, and can be edited."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from playground.engine.events import Snapshot
from playground.spec.entry import Entry
from playground.ui.panels.inspector import InspectorPanel
from playground.ui.panels.weights_table import KEY, WeightsModel
from playground.ui.tokens import LIGHT


def arrays(rows: int = 8, columns: int = 2, **changes: object) -> dict[str, object]:
    values = np.arange(rows * columns, dtype=np.float32).reshape(rows, columns) - 3
    found: dict[str, object] = {
        "values": values,
        "first": np.array([0, 0]),
        "size": np.array([rows, columns]),
        "shape": np.array([rows, columns]),
        "axis": np.array(0),
        "shown": np.array(0),
        "named.weight": np.array([rows, columns]),
        "named.bias": np.array([rows]),
    }
    return {**found, **changes}


@pytest.fixture
def inspector(studio, show, monkeypatch):
    wishes: list[Entry] = []
    monkeypatch.setattr(studio.runs, "watch", lambda _w, key, _v, probe, _i=0.0: key == KEY and wishes.append(probe))
    made = show(InspectorPanel)
    made.show_nodes(["hidden1"])
    studio.store.take(Snapshot(KEY, "plain", 0.0, arrays()))
    made.wishes = wishes
    return made


def test_rows_are_units_and_columns_inputs(inspector) -> None:
    section = inspector.weights
    assert section.isVisible()
    model = section.model
    assert (model.rowCount(), model.columnCount()) == (8, 2)
    assert model.value(1, 0) == -1
    assert model.headerData(0, Qt.Orientation.Horizontal) == "x₁"
    assert [section.choice.itemData(i) for i in range(2)] == ["weight", "bias"]
    low, high = (model.data(model.index(*cell), Qt.ItemDataRole.BackgroundRole) for cell in ((0, 0), (7, 1)))
    assert low.red() > low.blue()
    assert high.blue() > high.red()
    assert (inspector.wishes[-1].node, inspector.wishes[-1].parameter) == ("hidden1", "")
    inspector.show_nodes([])
    assert not section.isVisible()


def test_a_cell_is_edited_with_the_keyboard(inspector, studio, qtbot) -> None:
    table = inspector.weights.table
    table.setFocus()
    index = inspector.weights.model.index(2, 1)
    table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    table.edit(index)
    editor = table.findChild(QLineEdit)
    assert not inspector.weights.model.setData(index, "nothing")
    assert not studio.document.graph.node("hidden1").surgery
    editor.setText("0.25")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert studio.document.graph.node("hidden1").surgery.values == (("weight", (2, 1), 0.25),)
    assert studio.document.undo_stack.count() == 1


def test_another_parameter_is_chosen(inspector, studio) -> None:
    section = inspector.weights
    section.choice.setCurrentIndex(1)
    section.choice.activated.emit(1)
    assert inspector.wishes[-1].parameter == "bias"
    bias = arrays(8, 1, shape=np.array([8]), shown=np.array(1))
    studio.store.take(Snapshot(KEY, "plain", 0.0, bias))
    section.model.setData(section.model.index(3, 0), "1.5")
    assert studio.document.graph.node("hidden1").surgery.values == (("bias", (3,), 1.5),)


def test_only_what_is_seen_is_asked_for(inspector, studio) -> None:
    large = arrays(8, 2, size=np.array([5000, 3000]), shape=np.array([5000, 3000]))
    studio.store.take(Snapshot(KEY, "plain", 0.0, large))
    table, model = inspector.weights.table, inspector.weights.model
    assert model.rowCount() == 5000
    assert model.data(model.index(4000, 5)) == "…"
    table.scrollTo(model.index(4000, 2500))
    wish = inspector.wishes[-1]
    assert wish.row <= 4000 < wish.row + wish.rows
    assert wish.column <= 2500 < wish.column + wish.columns
    assert wish.rows * wish.columns < 2000


def test_a_cell_of_a_filter_knows_its_place() -> None:
    model = WeightsModel(LIGHT)
    model.take(arrays(4, 18, shape=np.array([4, 2, 3, 3])))
    assert model.place(1, 17) == (1, 1, 2, 2)
    assert model.headerData(17, Qt.Orientation.Horizontal) == "2, 3, 3"
    model.take(arrays(4, 18, shape=np.array([2, 4, 3, 3]), axis=np.array(1)))
    assert model.place(3, 9) == (1, 3, 0, 0)
    assert model.rowCount(QModelIndex()) == 4
