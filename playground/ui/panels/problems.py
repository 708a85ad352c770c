"""ProblemsPanel: what stands in the way of training, and where."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from playground.engine.events import Diagnostic
from playground.spec.fixes import Fix
from playground.ui import mending, words
from playground.ui.engine_words import told
from playground.ui.panels.panel import Panel, Section, growing
from playground.ui.panels.problem_row import ProblemRow
from playground.ui.studio import Studio
from playground.ui.widgets import Card, Collapsible, EmptyState, set_kind


class ProblemsPanel(Panel):
    """Problems by variant, how the last run failed, and the way back when the training process is gone.

    `node_requested(variant, network, node)` speaks when a person wants to see where; `count_changed(count)` when there
    are more or fewer; `said(sentence, is_error)` why a fix could not be applied.
    """

    node_requested = Signal(str, str, str)
    said = Signal(str, bool)
    count_changed = Signal(int)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, parent)
        self.setObjectName("problemsPanel")
        self._shown: object = None
        self._count = -1
        self.rows: list[ProblemRow] = []
        self._sections: list[QWidget] = []
        self._make_engine_card()
        self._make_failure_card()
        self.empty = EmptyState("check", self.tr("Nothing stands in the way of training."))
        self.add_section(self.empty, ruled=False)
        for signal in (studio.runs.planned, studio.runs.engine_changed, studio.store.state_changed):
            signal.connect(self.refresh)
        self.refresh()

    @property
    def count(self) -> int:
        """How many things are wrong."""
        return max(self._count, 0)

    def refresh(self) -> None:
        """Show what is wrong now; what has not changed stays in place."""
        store, runs = self.studio.store, self.studio.runs
        problems = runs.problems()
        now = (problems, store.failed, runs.engine_lost)
        if now == self._shown:
            return
        self._shown = now
        self.show_section(self._engine_section, bool(runs.engine_lost))
        self._details.setPlainText(runs.engine_lost)
        failed = store.failed if not runs.engine_lost else None
        self.show_section(self._failure_section, failed is not None)
        if failed is not None:
            self.failure.set_text(words.sentence(failed.message), told(failed.hint))
            self._go.setVisible(bool(failed.node))
        self._fill(problems)
        others = (failed is not None) + bool(runs.engine_lost)
        self.empty.setVisible(not problems and not others)
        self._tell(sum(not problem.note for problem in problems) + others)

    def _make_engine_card(self) -> None:
        self._engine_section = Section()
        card = Card(
            self.tr("The training process ended"),
            self.tr("Your experiment is unharmed. Restart goes on from the last checkpoint."),
            "error",
        )
        self.restart = card.add_button(self.tr("Restart"))
        self.restart.clicked.connect(self.studio.runs.restart_engine)
        details = Collapsible(self.tr("Details"), expanded=False)
        self._details = QPlainTextEdit()
        self._details.setReadOnly(True)
        self._details.setFixedHeight(120)
        self._details.setAccessibleName(self.tr("Details"))
        set_kind(self._details, "field")
        details.content.addWidget(self._details)
        self._engine_section.add(growing(card), growing(details))
        self.add_section(self._engine_section)

    def _make_failure_card(self) -> None:
        self._failure_section = Section()
        self.failure = Card("", "", "error")
        self._go = self.failure.add_button(self.tr("Show the layer"))
        self._go.clicked.connect(self._go_to_failure)
        self._failure_section.add(growing(self.failure))
        self.add_section(self._failure_section, ruled=False)

    def _fill(self, problems: list[Diagnostic]) -> None:
        for section in self._sections:
            self.remove_section(section)
        self._sections, self.rows = [], []
        groups: dict[str, list[Diagnostic]] = {}
        for problem in problems:
            groups.setdefault(problem.variant, []).append(problem)
        several = len(self.studio.document.experiment.variants) > 1
        for variant, found in groups.items():
            section = Section(variant if several else "")
            section.column.setSpacing(2)
            for problem in found:
                section.add(self._row(problem))
            self._sections.append(section)
            self.add_section(section, ruled=several)

    def _row(self, problem: Diagnostic) -> ProblemRow:
        row = ProblemRow(problem, self.studio.themes)
        row.clicked.connect(lambda: self.node_requested.emit(problem.variant, problem.network, problem.node))
        row.fix_chosen.connect(lambda fix: self._mend(problem, fix))
        self.rows.append(row)
        return row

    def _mend(self, problem: Diagnostic, fix: Fix) -> None:
        if refusal := mending.mend(self.studio.document, problem, fix):
            self.said.emit(refusal, True)

    def _go_to_failure(self) -> None:
        failed: Any = self.studio.store.failed
        if failed is not None:
            self.node_requested.emit(failed.variant, failed.network, failed.node)

    def _tell(self, count: int) -> None:
        if count != self._count:
            self._count = count
            self.count_changed.emit(count)
