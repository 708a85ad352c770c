"""AnalysisPanel: the whole network as one table, with what does not fit beside it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from playground.engine.events import Diagnostic
from playground.spec.fixes import Fix
from playground.spec.inner_ids import shown_as
from playground.ui import mending, words
from playground.ui.canvas import broken
from playground.ui.panels import analysis_rows
from playground.ui.panels.analysis_model import COLUMNS, AnalysisModel
from playground.ui.panels.analysis_table import AnalysisTable, TotalsBar
from playground.ui.panels.panel import Panel, Section
from playground.ui.panels.problem_row import ProblemRow
from playground.ui.studio import Studio
from playground.ui.widgets import ElidedLabel, button, set_kind

Select = QItemSelectionModel.SelectionFlag
LIST_WIDTH, LEAST_WIDTH = 264, 720


class AnalysisPanel(QWidget):
    """Follows every edit and keeps its place; what is selected here is selected on the canvas.

    Signals: `selection_wanted(ids)`, nodes to select on the canvas; `node_requested(id)`, one to show there;
    `said(sentence, is_error)`.
    """

    selection_wanted = Signal(list)
    node_requested = Signal(str)
    said = Signal(str, bool)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("analysisPanel")
        set_kind(self, "panel")
        self._studio = studio
        self._following = False
        self._stale = True
        self._told: list[Diagnostic] = []
        self.rows: list[ProblemRow] = []
        self.model = AnalysisModel(self)
        self.table = AnalysisTable(self.model)
        self._lay_out()
        self.table.fold_wanted.connect(self._fold)
        self.table.copy_wanted.connect(self.copy)
        self.table.entered_row.connect(lambda key: self.node_requested.emit(self._shown(key)))
        self.table.selectionModel().selectionChanged.connect(self._lead)
        for signal in (studio.document.changed, studio.document.variant_changed, studio.runs.planned):
            signal.connect(self.refresh)
        studio.document.network_changed.connect(self.refresh)

    def _lay_out(self) -> None:
        self.summary = ElidedLabel("", "label")
        copy, save = button(self.tr("Copy"), "small"), button(self.tr("Save as CSV…"), "small")
        copy.clicked.connect(self.copy)
        save.clicked.connect(self._save)
        head = QHBoxLayout()
        head.setContentsMargins(12, 3, 12, 3)
        head.setSpacing(6)
        head.addWidget(self.summary, 1)
        head.addWidget(copy)
        head.addWidget(save)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(TotalsBar(self.table, self.model))
        self.list = Panel(self._studio)
        self._section = Section()
        self._section.column.setSpacing(2)
        self.list.add_section(self._section, ruled=False)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.list)
        self.list.hide()
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)
        self.setFocusProxy(self.table)

    # --- keeping up ------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def refresh(self, *_: object) -> None:
        """Show the network as it was last worked out, now or when the panel is next seen."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        document = self._studio.document
        plan = self._studio.runs.plans.get(document.variant)
        network = plan.networks.get(document.network) if plan is not None else None
        problems = broken.of_network(plan, document.network)
        batch = document.shown.batch_size
        names = {node.id: node.name for node in document.graph.nodes if node.name}
        every = analysis_rows.rows(network, names, problems, batch) if network is not None else []
        chosen = self._chosen()
        self._following = True
        self.model.show(every, network, batch)
        self._select(chosen)
        self._following = False
        self._list(problems)
        self.summary.setText(self._summary(len(every), batch))

    def _summary(self, count: int, batch: int) -> str:
        if not count:
            return self.tr("The network is being worked out.")
        said = self.tr("{0}: {1} layers, memory for a batch of {2}")
        layers = sum(not row.group for row in self.model.every)
        return said.format(self._studio.document.network, words.count(layers), words.count(batch))

    def _list(self, problems: list[Diagnostic]) -> None:
        """Show the problems beside the table; what has not changed stays."""
        if problems == self._told:
            return
        self._told = problems
        for row in self.rows:
            self._section.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._problem_row(problem) for problem in problems]
        self._section.add(*self.rows)
        self._make_room()

    def _make_room(self) -> None:
        """Show the problems beside the table where there is room for both."""
        self.list.setVisible(bool(self._told) and self.width() >= LEAST_WIDTH)
        if self.list.isVisible() and self.splitter.sizes()[1] < LIST_WIDTH:
            self.splitter.setSizes([self.width() - LIST_WIDTH, LIST_WIDTH])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _problem_row(self, problem: Diagnostic) -> ProblemRow:
        row = ProblemRow(problem, self._studio.themes)
        row.clicked.connect(lambda: self.node_requested.emit(self._shown(problem.node)))
        row.fix_chosen.connect(lambda fix: self._mend(problem, fix))
        return row

    def _mend(self, problem: Diagnostic, fix: Fix) -> None:
        if refusal := mending.mend(self._studio.document, problem, fix):
            self.said.emit(refusal, True)

    def _fold(self, key: str) -> None:
        chosen = self._chosen()
        self._following = True
        self.model.fold(key)
        self._select(chosen)
        self._following = False

    # --- selection -------------------------------------------------------------------------------------------------

    def follow(self, ids: Iterable[str]) -> None:
        """Select the rows of nodes that were selected on the canvas."""
        if self._following or not self.isVisible():
            return
        wanted = list(ids)
        if {self._shown(key) for key in self._chosen()} == set(wanted):
            return
        self._following = True
        self._select(wanted)
        if wanted and (at := self.model.row_of(wanted[-1])) >= 0:
            self.table.scrollTo(self.model.index(at, 0))
        self._following = False

    def _chosen(self) -> list[str]:
        return [row.key for index in self.table.selectionModel().selectedRows() if (row := self.table.row_at(index))]

    def _select(self, keys: Iterable[str]) -> None:
        wanted = QItemSelection()
        for at in filter(lambda at: at >= 0, map(self.model.row_of, keys)):
            wanted.select(self.model.index(at, 0), self.model.index(at, COLUMNS - 1))
        self.table.selectionModel().select(wanted, Select.ClearAndSelect)

    def _lead(self, *_: object) -> None:
        if not self._following:
            self._following = True
            self.selection_wanted.emit(list(dict.fromkeys(filter(None, map(self._shown, self._chosen())))))
            self._following = False

    def _shown(self, key: str) -> str:
        """The node of the canvas that stands for a row."""
        return shown_as(key, {node.id for node in self._studio.document.graph.nodes}) if key else ""

    # --- text ------------------------------------------------------------------------------------------------------

    def text(self, delimiter: str, chosen: bool = False) -> str:
        """The table as text: all rows and their sums, or the selected rows where some are."""
        keys = set(self._chosen()) if chosen else set()
        every = [row for row in self.model.every if not keys or row.key in keys]
        out = io.StringIO()
        writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
        writer.writerow(analysis_rows.HEADS)
        writer.writerows(map(analysis_rows.plain, every))
        if not keys and self.model.network is not None:
            writer.writerow(analysis_rows.total(self.model.network, self.model.batch))
        return out.getvalue()

    def copy(self) -> None:
        """Put the selected rows on the clipboard, or all of them, with tabs between the columns."""
        QGuiApplication.clipboard().setText(self.text("\t", chosen=True))
        self.said.emit(self.tr("The table is on the clipboard"), False)

    def _save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the table"), str(Path.home() / f"{self._studio.document.network}.csv"), "CSV (*.csv)"
        )
        if name:
            self.save(Path(name))

    def save(self, path: Path) -> None:
        """Write the whole table as CSV."""
        try:
            path.write_text(self.text(","), encoding="utf-8")
        except OSError as error:
            said = self.tr("The table could not be written: {0}").format(error.strerror or error)
            self.said.emit(said, True)
        else:
            self.said.emit(self.tr("The table is in {0}").format(path.name), False)
