"""The panels of the window: what each is called, where it stands, which layouts show it, and whom it talks to.

A new panel is a new row here and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from playground.ui.layouts import Place
from playground.ui.outline.panel import OutlinePanel
from playground.ui.panels.analysis import AnalysisPanel
from playground.ui.panels.code import CodePanel
from playground.ui.panels.compare import ComparePanel
from playground.ui.panels.data import DataPanel
from playground.ui.panels.history import HistoryPanel
from playground.ui.panels.inspector import InspectorPanel
from playground.ui.panels.lessons import LessonPanel, LessonsPanel
from playground.ui.panels.palette import PalettePanel
from playground.ui.panels.problems import ProblemsPanel
from playground.ui.panels.training import TrainingPanel
from playground.ui.studio import Studio

if TYPE_CHECKING:
    from playground.ui.main_window import MainWindow

translate = QCoreApplication.translate
BUILD = ("build",)
OTHERS = ("train", "analyse")


@dataclass(frozen=True)
class Row:
    """One panel; `make` builds it and connects it with the window's canvas, which is there already."""

    name: str
    title: Any  # the stub of QT_TRANSLATE_NOOP returns object
    place: Place
    make: Callable[[MainWindow], QWidget]

    def shown_title(self) -> str:
        """The title in the window's language."""
        return translate("MainWindow", self.title)


class DataAndLesson(QSplitter):
    """The data, and below them the lesson while there is one."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._studio = studio
        self.data, self.lesson = DataPanel(studio), LessonPanel(studio)
        self.addWidget(self.data)
        self.addWidget(self.lesson)
        self.setSizes([520, 380])
        self.setChildrenCollapsible(False)
        studio.document.changed.connect(self._show_lesson)
        self._show_lesson()

    def _show_lesson(self, *_: object) -> None:
        """The lesson's text takes room only where there is one."""
        lesson = self._studio.document.experiment.lesson
        self.lesson.setVisible(bool(lesson.text or lesson.checks))

    def show_top(self) -> None:
        """Show the lesson from its beginning, and the chosen data."""
        for panel in (self.data, self.lesson):
            panel.verticalScrollBar().setValue(0)
        self.data.show_chosen()


def _lessons(window: MainWindow) -> QWidget:
    panel = LessonsPanel(window.studio)
    panel.open_requested.connect(window.open_lesson)
    return panel


def _palette(window: MainWindow) -> QWidget:
    panel = PalettePanel(window.studio, window.session)
    panel.chosen.connect(window.canvas.add_layer)
    window.canvas.commands.added.connect(panel.remember)
    return panel


def _inspector(window: MainWindow) -> QWidget:
    panel, canvas = InspectorPanel(window.studio), window.canvas

    def selected(ids: list[str]) -> None:
        panel.show_nodes(ids)
        if ids:
            window.layouts.show("layer")

    def inspect(_id: str) -> None:
        window.layouts.show("layer")
        panel.setFocus()

    canvas.selection_changed.connect(selected)
    canvas.inspect_requested.connect(inspect)
    panel.duplicate_requested.connect(canvas.duplicate_selected)
    panel.delete_requested.connect(canvas.delete_selected)
    panel.block.open_requested.connect(canvas.blocks.open)
    panel.block.close_requested.connect(canvas.blocks.close)
    return panel


def _problems(window: MainWindow) -> QWidget:
    panel = ProblemsPanel(window.studio)

    def count(found: int) -> None:
        many, none = translate("MainWindow", "Problems {0}"), translate("MainWindow", "Problems")
        panel.setWindowTitle(many.format(found) if found else none)

    panel.said.connect(window.say)
    panel.node_requested.connect(window.go_to_node)
    panel.count_changed.connect(count)
    count(panel.count)
    return panel


def _compare(window: MainWindow) -> QWidget:
    panel = ComparePanel(window.studio)
    panel.marked.connect(window.canvas.scene.set_marks)
    panel.node_requested.connect(window.canvas.reveal)
    panel.said.connect(window.say)
    return panel


def _code(window: MainWindow) -> QWidget:
    panel = CodePanel(window.studio)
    window.canvas.selection_changed.connect(panel.select)
    panel.node_requested.connect(window.canvas.reveal)
    panel.said.connect(window.say)
    return panel


def _analysis(window: MainWindow) -> QWidget:
    panel = AnalysisPanel(window.studio)
    window.canvas.selection_changed.connect(panel.follow)
    panel.selection_wanted.connect(window.canvas.select)
    panel.node_requested.connect(window.canvas.reveal)
    panel.said.connect(window.say)
    return panel


PANELS: tuple[Row, ...] = (
    Row("lessons", QT_TRANSLATE_NOOP("MainWindow", "Lessons"), Place("left"), _lessons),
    Row(
        "data",
        QT_TRANSLATE_NOOP("MainWindow", "Data"),
        Place("left", front=OTHERS),
        lambda window: DataAndLesson(window.studio),
    ),
    Row("layers", QT_TRANSLATE_NOOP("MainWindow", "Layers"), Place("left", front=BUILD), _palette),
    Row(
        "outline",
        QT_TRANSLATE_NOOP("MainWindow", "Outline"),
        Place("left", BUILD),
        lambda window: OutlinePanel(window.studio, window.canvas),
    ),
    Row("layer", QT_TRANSLATE_NOOP("MainWindow", "Layer"), Place("right", front=BUILD), _inspector),
    Row(
        "training",
        QT_TRANSLATE_NOOP("MainWindow", "Training"),
        Place("right", front=OTHERS),
        lambda window: TrainingPanel(window.studio),
    ),
    Row("problems", QT_TRANSLATE_NOOP("MainWindow", "Problems"), Place("right"), _problems),
    Row(
        "history",
        QT_TRANSLATE_NOOP("MainWindow", "History"),
        Place("right", BUILD),
        lambda window: HistoryPanel(window.studio),
    ),
    Row("compare", QT_TRANSLATE_NOOP("MainWindow", "Compare"), Place("beside", ()), _compare),
    Row("code", QT_TRANSLATE_NOOP("MainWindow", "Code"), Place("beside", ()), _code),
    Row("analysis", QT_TRANSLATE_NOOP("MainWindow", "Analysis"), Place("below", BUILD), _analysis),
)
"""In the order in which their tabs stand."""
