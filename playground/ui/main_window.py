"""MainWindow: the canvas, the panels and the views, put together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QMainWindow,
    QMenu,
    QMessageBox,
    QPushButton,
    QSplitter,
    QToolBar,
    QWidget,
)

from playground import __version__, paths
from playground.spec.entry import Entry
from playground.ui.action_search import ActionSearch
from playground.ui.actions import Actions
from playground.ui.canvas.panel import CanvasPanel
from playground.ui.canvas.ways import Wish
from playground.ui.command_list import CommandList
from playground.ui.file_actions import FileActions
from playground.ui.key_sheet import KeySheet
from playground.ui.language import shown
from playground.ui.language_switch import LanguageSwitch
from playground.ui.layouts import Layouts
from playground.ui.model_import import ModelImport, is_model
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
from playground.ui.session import Session
from playground.ui.slow_motion import SlowMotion
from playground.ui.status import StatusBar
from playground.ui.studio import Studio
from playground.ui.theme import Mode
from playground.ui.transport import SPEEDS, TransportBar
from playground.ui.views.header import ViewFrame
from playground.ui.views.registry import all_views
from playground.ui.window_actions import WindowActions
from playground.ui.words import inside

MESSAGE_MS = 6000
START_SIZE = (1440, 900)
LEAST_SIZE = (1024, 640)


class MainWindow(QMainWindow):
    """Owns the widgets; whatever they show lives in the studio.

    `language_chosen(language)`: everything is to be shown in another language, which takes a new window.
    """

    language_chosen = Signal(str)

    def __init__(self, studio: Studio, session: Session) -> None:
        super().__init__()
        self.studio = studio
        self.session = session
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*START_SIZE)
        self.setAcceptDrops(True)
        self.actions_table = Actions(self, studio.themes)
        self.files = FileActions(studio, session, self)
        self.models = ModelImport(studio, self.files, self)
        self.canvas = CanvasPanel(studio)
        self.canvas.set_way(session.way)
        self.setCentralWidget(self.canvas)
        self._make_panels()
        self.layouts = Layouts(self)
        self.frames: dict[str, ViewFrame] = {}
        self.plots_menu = QMenu(self.tr("Export &plots"), self)
        self._make_docks()
        self._menus = WindowActions(self)
        self._menus.declare()
        self._menus.fill_menus()
        self._make_bars()
        self._connect()
        SlowMotion(studio.runs, self.canvas.show_phase, self)
        self.layouts.arrange("train")
        self._show_title()
        self._show_lesson()
        self._enable()

    # --- putting together ---

    def _make_panels(self) -> None:
        studio = self.studio
        self.lessons, self.lesson = LessonsPanel(studio), LessonPanel(studio)
        self.data, self.palette_panel = DataPanel(studio), PalettePanel(studio, self.session)
        self.inspector, self.training = InspectorPanel(studio), TrainingPanel(studio)
        self.problems = ProblemsPanel(studio)
        self.outline = OutlinePanel(studio, self.canvas)
        self.history = HistoryPanel(studio)
        self.code = CodePanel(studio)
        self.compare = ComparePanel(studio)
        self.analysis = AnalysisPanel(studio)
        self._data_and_lesson = QSplitter(Qt.Orientation.Vertical)
        self._data_and_lesson.addWidget(self.data)
        self._data_and_lesson.addWidget(self.lesson)
        self._data_and_lesson.setSizes([520, 380])
        self._data_and_lesson.setChildrenCollapsible(False)

    def _make_docks(self) -> None:
        for name, title, widget in (
            ("lessons", self.tr("Lessons"), self.lessons),
            ("data", self.tr("Data"), self._data_and_lesson),
            ("layers", self.tr("Layers"), self.palette_panel),
            ("outline", self.tr("Outline"), self.outline),
            ("layer", self.tr("Layer"), self.inspector),
            ("training", self.tr("Training"), self.training),
            ("problems", self.tr("Problems"), self.problems),
            ("history", self.tr("History"), self.history),
            ("compare", self.tr("Compare"), self.compare),
            ("code", self.tr("Code"), self.code),
            ("analysis", self.tr("Analysis"), self.analysis),
        ):
            self.layouts.add(name, title, widget, QWidget())
        for kind in all_views():
            view = kind(self.studio)
            frame = ViewFrame(view)
            self.frames[view.name] = frame
            frame.said.connect(self.say)
            self.layouts.add(view.name, view.title(), frame, frame.header)
            self.plots_menu.addMenu(frame.export_menu(view.title()))

    def _make_bars(self) -> None:
        self.transport = TransportBar(self.studio, self.actions_table)
        bar = QToolBar(self.tr("Transport"), self)
        bar.setObjectName("transportBar")
        bar.setMovable(False)
        bar.toggleViewAction().setEnabled(False)
        bar.addWidget(self.transport)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, bar)
        problems = QPushButton()
        problems.setProperty("kind", "link")
        problems.clicked.connect(lambda: self.layouts.show("problems"))
        self.setStatusBar(StatusBar(self.studio, problems))
        self.language_switch = LanguageSwitch(shown())
        self.language_switch.chosen.connect(self.language_chosen)
        self.statusBar().addPermanentWidget(self.language_switch)
        self.search = ActionSearch(CommandList(self), self.session, self)

    def _connect(self) -> None:
        studio = self.studio
        studio.document.changed.connect(self._show_lesson)
        studio.document.file_changed.connect(self._show_title)
        studio.document.changed.connect(self._show_title)
        studio.document.undo_stack.canUndoChanged.connect(self._enable)
        studio.document.undo_stack.canRedoChanged.connect(self._enable)
        studio.document.undo_stack.indexChanged.connect(self._enable)
        studio.runs.planned.connect(self._enable)
        studio.store.state_changed.connect(self._enable)
        studio.runs.engine_changed.connect(self._engine_changed)
        studio.runs.started_over.connect(self._started_over)
        studio.runs.began_again.connect(self._began_again)
        self.files.said.connect(self.say)
        self.models.said.connect(self.say)
        self.models.busy.connect(self.statusBar().showMessage)
        self.canvas.view.said.connect(self.say)
        self.canvas.commands.refused.connect(self.say)
        self.canvas.selection_changed.connect(self._selected)
        self.canvas.selection_changed.connect(self.code.select)
        self.code.node_requested.connect(self.canvas.reveal)
        self.code.said.connect(self.say)
        self.compare.marked.connect(self.canvas.scene.set_marks)
        self.compare.node_requested.connect(self.canvas.reveal)
        self.compare.said.connect(self.say)
        self.canvas.selection_changed.connect(self.analysis.follow)
        self.analysis.selection_wanted.connect(self.canvas.select)
        self.analysis.node_requested.connect(self.canvas.reveal)
        self.analysis.said.connect(self.say)
        self.problems.said.connect(self.say)
        self.canvas.inspect_requested.connect(lambda _id: self._inspect())
        self.inspector.duplicate_requested.connect(self.canvas.duplicate_selected)
        self.inspector.delete_requested.connect(self.canvas.delete_selected)
        self.inspector.block.open_requested.connect(self.canvas.blocks.open)
        self.inspector.block.close_requested.connect(self.canvas.blocks.close)
        self.palette_panel.chosen.connect(self._add_layer)
        self.canvas.commands.added.connect(self.palette_panel.remember)
        self.lessons.open_requested.connect(self.open_lesson)
        self.problems.node_requested.connect(self._go_to_node)
        self.problems.count_changed.connect(self._count_problems)
        self._count_problems(self.problems.count)

    # --- what actions do ---

    def say(self, text: str, is_error: bool = False) -> None:
        """Show a sentence in the status bar; errors stay until the next one."""
        self.statusBar().setProperty("kind", "error" if is_error else "")
        self.statusBar().style().polish(self.statusBar())
        self.statusBar().showMessage(text, 0 if is_error else MESSAGE_MS)

    def open_search(self) -> None:
        """Open the action search under its button."""
        button = self.transport.search_button
        corner = button.mapToGlobal(QPoint(button.width(), button.height() + 4))
        self.search.open_at(corner)

    def open_csv(self) -> None:
        """Ask for a CSV file and show it in the data panel."""
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open a CSV file"), str(Path.home()), "CSV (*.csv *.tsv *.txt);;*"
        )
        if name:
            self.layouts.show("data")
            self.data.open_csv(Path(name))

    def new_seed(self) -> None:
        """The next seed: other initial weights, batch order and dropout."""
        experiment = self.studio.document.experiment
        changed = replace(experiment, seed=(experiment.seed + 1) % 2**31)
        self.studio.document.commit(self.tr("New seed"), changed)

    def forget_weights(self) -> None:
        """Start from what the initialisers draw, and no longer from a file of weights."""
        experiment = self.studio.document.experiment
        self.studio.document.commit(self.tr("Forget the weights"), replace(experiment, weights=""))

    def new_data(self) -> None:
        """Draw the data again with the next data seed."""
        experiment = self.studio.document.experiment
        data = experiment.data.with_values(seed=(int(experiment.data.values()["seed"]) + 1) % 2**31)
        self.studio.document.commit(self.tr("New data"), replace(experiment, data=data))

    def change_speed(self, stops: int) -> None:
        """Move the speed slider by some stops."""
        place = SPEEDS.index(self.studio.runs.speed) + stops
        self.transport.set_speed(SPEEDS[max(0, min(len(SPEEDS) - 1, place))])

    def slow_motion(self) -> None:
        """One step per second."""
        self.transport.set_speed(SPEEDS[0])

    def full_speed(self) -> None:
        """As fast as the machine can."""
        self.transport.set_speed(SPEEDS[-1])

    def set_keep_weights(self, keep: bool) -> None:
        """Whether an edit keeps the weights of the layers it does not touch."""
        self.studio.runs.keep_weights = keep

    def toggle_theme(self) -> None:
        """Light to dark or back, remembered."""
        self.set_theme("light" if self.studio.themes.theme.dark else "dark")

    def set_theme(self, mode: Mode) -> None:
        """Light, dark, or as the system, remembered."""
        self.studio.themes.set_mode(mode)
        self.session.theme = mode

    def arrange(self, way: Wish) -> None:
        """Let data flow that way on the canvas, remembered."""
        self.canvas.arrange(way)
        self.session.way = way

    def next_variant(self) -> None:
        """Show the variant after this one."""
        document = self.studio.document
        names = document.experiment.variant_names()
        document.show_variant(names[(names.index(document.variant) + 1) % len(names)])

    def open_log_folder(self) -> None:
        """Show the folder of the log files."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.log_dir())))

    def show_keys(self) -> None:
        """Every key there is, in a window beside this one."""
        KeySheet(self._menus.key_groups(), self).show()

    def about(self) -> None:
        """Name, version and licence."""
        text = self.tr(
            "nnplayground {0}\n\nMIT licence. Built with Qt for Python (LGPL), pyqtgraph (MIT), PyTorch (BSD)."
        )
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("About nnplayground"))
        box.setText(text.format(__version__))
        box.open()

    def add_layer_menu(self) -> None:
        """Open the searchable list of layers behind the selected one."""
        self.canvas.view.keyboard.add()

    def _add_layer(self, layer: Entry) -> None:
        self.canvas.add_layer(layer)

    def open_lesson(self, path: Path) -> None:
        """Open a lesson with its data and its text in front."""
        if self.files.open_path(path):
            self.layouts.show("data")
            for panel in (self.data, self.lesson):
                panel.verticalScrollBar().setValue(0)

    def _selected(self, ids: list[str]) -> None:
        self.inspector.show_nodes(ids)
        if ids:
            self.layouts.show("layer")

    def _inspect(self) -> None:
        self.layouts.show("layer")
        self.inspector.setFocus()

    def _go_to_node(self, variant: str, network: str, node: str) -> None:
        if variant:
            self.studio.document.show_variant(variant)
        if network:
            self.studio.document.show_network(network)
        if node:
            self.canvas.select([node])

    # --- what is shown ---

    def _show_title(self, *_: object) -> None:
        document = self.studio.document
        name = document.path.name if document.path else document.experiment.title
        self.setWindowTitle(f"{name}[*] — nnplayground")
        self.setWindowModified(document.modified)

    def _show_lesson(self, *_: object) -> None:
        """The lesson's text takes room only where there is one."""
        lesson = self.studio.document.experiment.lesson
        self.lesson.setVisible(bool(lesson.text or lesson.checks))

    def _enable(self, *_: object) -> None:
        table, stack = self.actions_table, self.studio.document.undo_stack
        for name, (verb, both), words in (
            ("undo", (self.tr("&Undo"), self.tr("&Undo {0}")), stack.undoText() if stack.canUndo() else ""),
            ("redo", (self.tr("&Redo"), self.tr("&Redo {0}")), stack.redoText() if stack.canRedo() else ""),
        ):
            table[name].setEnabled(bool(words))
            table[name].setText(both.format(inside(words)) if words else verb)
        plans = self.studio.runs.plans.values()
        ready = bool(plans) and all(plan.trainable for plan in plans)
        for name in ("play", "step_batch", "step_epoch", "reset"):
            table[name].setEnabled(ready or self.studio.store.running)
        if not plans and not self.studio.runs.engine_lost:
            table["play"].setEnabled(True)  # pressed while the engine starts, it plays as soon as it can
        table["restart_engine"].setEnabled(bool(self.studio.runs.engine_lost))
        table["forget_weights"].setEnabled(bool(self.studio.document.experiment.weights))
        table["next_variant"].setEnabled(len(self.studio.document.experiment.variants) > 1)

    def _engine_changed(self) -> None:
        self._enable()
        if self.studio.runs.engine_lost:
            self.layouts.show("problems")
            self.say(
                self.tr("The training process ended. Restart it from Problems; your experiment is unharmed."), True
            )
        else:
            self.statusBar().clearMessage()

    def _started_over(self) -> None:
        if self.studio.runs.keep_weights:
            self.say(
                self.tr("A running training cannot take this change over: it starts again, unchanged layers kept.")
            )
        else:
            self.say(self.tr("A running training cannot take this change over: it starts again from initial weights."))

    def _began_again(self) -> None:
        self.say(self.tr("Starting again from the same initial weights"))

    def _count_problems(self, count: int) -> None:
        self.layouts.docks["problems"].setWindowTitle(
            self.tr("Problems {0}").format(count) if count else self.tr("Problems")
        )

    def take_over(self, other: MainWindow) -> None:
        """Look as another window onto the same studio does: its place, layout, selection and choices of the views."""
        self.restoreGeometry(other.saveGeometry())
        if not other.windowState() & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen):
            self.setGeometry(other.geometry())  # to the pixel, where restoring keeps clear of the screen's edges
        self.layouts.leave()
        self.restoreState(other.saveState())
        self.canvas.select(other.canvas.selected())
        for name, frame in self.frames.items():
            for mine, theirs in zip(frame.view.options(), other.frames[name].view.options(), strict=True):
                if mine.isCheckable():
                    mine.setChecked(theirs.isChecked())

    # --- events ---

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self.layouts.settle)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = Path(event.mimeData().urls()[0].toLocalFile())
        if path.suffix.lower() == ".json":
            self.files.open_path(path)
        elif is_model(path):
            self.models.start(path)
        else:
            self.layouts.show("data")
            self.data.open_csv(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.files.may_close():
            event.ignore()
            return
        self.models.stop()
        self.session.save_layout(self)
        self.session.last_file = self.studio.document.path or self.files.preset
        self.studio.runs.close_engine()
        event.accept()
