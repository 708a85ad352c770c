"""The table of the whole network."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from playground.engine.events import Diagnostic, NetworkPlan, NodePlan, Plan
from playground.spec.fixes import Fix
from playground.spec.graph import change
from playground.ui.panels.analysis import AnalysisPanel
from playground.ui.panels.analysis_model import LAYER, MACS, NUMBER, PARAMETERS
from playground.ui.panels.problems import ProblemsPanel
from playground.ui.studio import Studio
from tests.ui.panels.conftest import Show, plan

FIX = Fix("Give it 5 units", [{"op": "values", "node": "hidden2", "values": {"out_features": 5}}])
TROUBLE = Diagnostic("does not fit", "Mend it.", network="model", node="hidden2", fixes=[FIX])


@pytest.fixture
def panel(show: Show, studio: Studio) -> AnalysisPanel:
    made = show(AnalysisPanel, 900, 320)
    assert isinstance(made, AnalysisPanel)
    return made


def column(panel: AnalysisPanel, number: int) -> list[str]:
    return [panel.model.index(row, number).data() for row in range(panel.model.rowCount())]


def plans(studio: Studio, network: NetworkPlan, problems: list[Diagnostic] | None = None) -> None:
    studio.runs.plans = dict.fromkeys(("plain", "decay"), Plan({"model": network}, problems or [], plan().data))
    studio.runs.planned.emit()


def blocks() -> NetworkPlan:
    inner = [NodePlan(f"r__{name}", "Linear", [4], 20, 16, memory=16) for name in ("a", "2__a")]
    ends = NodePlan("input1", "Input", [2], 0, 0), NodePlan("output1", "Output", [1], 5, 4)
    whole = NodePlan("r", "Block", [4], 40, 32, title="residual", memory=32)
    return NetworkPlan(45, 36, [ends[0], *inner, ends[1]], [whole], trainable=45, memory=32)


def test_every_layer_has_a_row_and_the_sums_stand_below(panel: AnalysisPanel) -> None:
    assert column(panel, NUMBER) == ["1", "2", "3", "4", "5"]
    assert column(panel, LAYER)[1] == "hidden1  Linear"
    assert column(panel, PARAMETERS) == ["", "24", "", "36", "5"]
    assert panel.model.totals()[PARAMETERS] == "65"
    assert panel.model.share(panel.model.rows[1], PARAMETERS) == 24 / 65


def test_sorting_keeps_blocks_together(panel: AnalysisPanel, studio: Studio) -> None:
    plans(studio, blocks())
    panel.model.sort(MACS, Qt.SortOrder.DescendingOrder)
    assert [row.key for row in panel.model.rows] == ["r", "r__a", "r__2__a", "output1", "input1"]


def test_blocks_fold_with_the_mouse_and_with_keys(panel: AnalysisPanel, studio: Studio, qtbot) -> None:
    plans(studio, blocks())
    assert [row.key for row in panel.model.rows] == ["input1", "r", "r__a", "r__2__a", "output1"]
    arrow = panel.table.visualRect(panel.model.index(1, LAYER)).topLeft() + QPoint(14, 10)
    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=arrow)
    assert [row.key for row in panel.model.rows] == ["input1", "r", "output1"]
    panel.table.setCurrentIndex(panel.model.index(1, 0))
    qtbot.keyClick(panel.table, Qt.Key.Key_Right)
    assert panel.model.rowCount() == 5


def test_selection_goes_both_ways_and_survives_an_edit(panel: AnalysisPanel, studio: Studio) -> None:
    wanted: list[list[str]] = []
    panel.selection_wanted.connect(wanted.append)
    panel.table.selectRow(1)
    assert wanted == [["hidden1"]]
    panel.follow(["hidden2"])
    assert wanted == [["hidden1"]]
    assert [index.row() for index in panel.table.selectionModel().selectedRows()] == [3]
    plans(studio, NetworkPlan(29, 16, [node for node in plan().networks["model"].nodes if node.id != "hidden1"]))
    assert [index.row() for index in panel.table.selectionModel().selectedRows()] == [2]


def test_an_inner_row_selects_its_block_on_the_canvas(panel: AnalysisPanel, studio: Studio) -> None:
    plans(studio, blocks())
    wanted: list[list[str]] = []
    panel.selection_wanted.connect(wanted.append)
    panel.table.selectRow(4)
    assert wanted == [["output1"]]


def test_the_table_is_copied_with_tabs(panel: AnalysisPanel, qtbot) -> None:
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 7
    assert lines[2].split("\t")[1:6] == ["hidden1", "Linear", "8", "24", "0"]
    assert lines[-1].split("\t")[1] == "total"
    panel.table.selectRow(1)
    panel.copy()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 2


def test_the_table_is_saved_as_csv(panel: AnalysisPanel, tmp_path: Path) -> None:
    said: list[tuple[str, bool]] = []
    panel.said.connect(lambda text, wrong: said.append((text, wrong)))
    panel.save(tmp_path / "net.csv")
    found = list(csv.DictReader(io.StringIO((tmp_path / "net.csv").read_text(encoding="utf-8"))))
    assert [row["parameters"] for row in found] == ["0", "24", "0", "36", "5", "65"]
    panel.save(tmp_path / "gone" / "net.csv")
    assert [wrong for _, wrong in said] == [False, True]


def test_problems_stand_beside_it_and_are_mended_with_one_click(panel: AnalysisPanel, studio: Studio) -> None:
    plans(studio, plan().networks["model"], [TROUBLE])
    assert panel.list.isVisible()
    assert panel.model.rows[3].problems == (TROUBLE,)
    (row,) = panel.rows
    press(row.findChildren(QPushButton))
    assert studio.document.graph.node("hidden2").layer.values()["out_features"] == 5
    studio.document.undo_stack.undo()
    assert studio.document.graph.node("hidden2").layer.values()["out_features"] == 4
    assert not studio.document.undo_stack.canUndo()


def test_a_narrow_table_keeps_all_room_to_itself(panel: AnalysisPanel, studio: Studio, qtbot) -> None:
    plans(studio, plan().networks["model"], [TROUBLE])
    panel.resize(500, 300)
    qtbot.waitUntil(lambda: not panel.list.isVisible())
    panel.resize(900, 300)
    qtbot.waitUntil(panel.list.isVisible)


def press(buttons: list[QPushButton]) -> None:
    (only,) = buttons
    assert only.text() == FIX.label
    only.click()


def test_the_problems_panel_mends_the_variant_that_has_the_problem(show: Show, studio: Studio) -> None:
    studio.runs.plans["decay"] = plan([TROUBLE])
    panel = show(ProblemsPanel)
    assert isinstance(panel, ProblemsPanel)
    (row,) = panel.rows
    press(row.findChildren(QPushButton))
    assert studio.document.variant == "decay"
    assert studio.document.graph.node("hidden2").layer.values()["out_features"] == 5
    studio.document.show_variant("plain")
    assert studio.document.graph.node("hidden2").layer.values()["out_features"] == 4


def test_a_fix_that_no_longer_fits_is_refused_in_words(panel: AnalysisPanel, studio: Studio) -> None:
    plans(studio, plan().networks["model"], [replace_node(TROUBLE)])
    said: list[str] = []
    panel.said.connect(lambda text, _wrong: said.append(text))
    panel.rows[0].findChildren(QPushButton)[0].click()
    assert said == ["Gone is no node of this network."]
    assert not studio.document.undo_stack.canUndo()


def replace_node(problem: Diagnostic) -> Diagnostic:
    change_of = {"op": "values", "node": "gone", "values": {}}
    return Diagnostic(problem.message, network="model", node="hidden2", fixes=[Fix("Mend", [change_of])])


def test_a_person_s_own_name_stands_in_the_row(panel: AnalysisPanel, studio: Studio) -> None:
    graph = studio.document.graph
    studio.document.edit_graph("Rename", change(graph, replace(graph.node("hidden1"), name="Eye")))
    assert column(panel, LAYER)[1] == "Eye  Linear"
