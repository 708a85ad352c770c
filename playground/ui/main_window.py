"""MainWindow: the canvas, the panels and the views, put together."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QMainWindow,
    QMenu,
    QMessageBox,
    QPushButton,
    QToolBar,
    QWidget,
)

from playground import __version__, paths
from playground.ui.action_search import ActionSearch
from playground.ui.actions import Actions
from playground.ui.available import Availability
from playground.ui.canvas.arrange.ways import Wish
from playground.ui.canvas.panel import CanvasPanel
from playground.ui.command_list import CommandList
from playground.ui.featured import Featured
from playground.ui.file_actions import FileActions
from playground.ui.key_sheet import KeySheet
from playground.ui.language import shown
from playground.ui.language_switch import LanguageSwitch
from playground.ui.later import later
from playground.ui.layouts import Layouts
from playground.ui.lesson_pace import LessonPace
from playground.ui.lessons_menu import LessonsMenu
from playground.ui.model_import import ModelImport, is_model
from playground.ui.notices import Notices
from playground.ui.panel_table import PANELS, DataAndLesson
from playground.ui.panels.data import DATA_FILES, DataPanel
from playground.ui.session import Session
from playground.ui.slow_motion import SlowMotion
from playground.ui.status import StatusBar
from playground.ui.studio import Studio
from playground.ui.theme import Mode
from playground.ui.transport import TransportBar
from playground.ui.views.header import ViewFrame
from playground.ui.views.registry import all_views
from playground.ui.widgets import calm
from playground.ui.window_actions import WindowActions

MESSAGE_MS = 6000
START_SIZE = (1440, 900)
LEAST_SIZE = (1024, 640)
P = TypeVar("P", bound=QWidget)


class MainWindow(QMainWindow):
    """Owns the widgets; whatever they show lives in the studio.

    `language_chosen(language)`: everything is to be shown in another language, which takes a new window.
    """

    language_chosen = Signal(str)

    def __init__(self, studio: Studio, session: Session) -> None:
        super().__init__()
        self.studio: Studio = studio
        self.session: Session = session
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*START_SIZE)
        self.setAcceptDrops(True)
        self.actions_table = Actions(self, studio.themes)
        self.files = FileActions(studio, session, self)
        self.models = ModelImport(studio, self.files, self)
        self.canvas: CanvasPanel = CanvasPanel(studio)
        self.canvas.set_way(session.way)
        self.setCentralWidget(self.canvas)
        self.layouts = Layouts(self)
        self.frames: dict[str, ViewFrame] = {}
        self.plots_menu = QMenu(self.tr("Export &plots"), self)
        self.lessons_menu = LessonsMenu(self.tr("Open a &lesson"), self.open_lesson, self)
        self._make_docks()
        self._menus = WindowActions(self)
        self._menus.declare()
        self._menus.fill_menus()
        self._make_bars()
        Notices(self)
        Availability(studio, self.actions_table, self)
        SlowMotion(studio.runs, self.canvas.show_phase, self)
        LessonPace(studio, self.files, self.transport, self)
        self.layouts.arrange("train")
        Featured(studio.document, self.layouts, self)

    # --- putting together ---

    def _make_docks(self) -> None:
        for row in PANELS:
            self.layouts.add(row.name, row.shown_title(), row.make(self), QWidget(), row.place)
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

    def panel(self, kind: type[P]) -> P:
        """The panel of a kind, wherever it stands.

        Raises:
            LookupError: there is none.
        """
        found = self.findChild(kind)
        if found is None:
            raise LookupError(kind.__name__)
        return found

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
        """Ask for a file of data and show it in the data panel."""
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Open a CSV or NumPy file"), str(Path.home()), DATA_FILES)
        if name:
            self.layouts.show("data")
            self.panel(DataPanel).open_csv(Path(name))

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
        calm(box).open()

    def add_layer_menu(self) -> None:
        """Open the searchable list of layers behind the selected one."""
        self.canvas.view.keyboard.add()

    def open_lesson(self, path: Path) -> None:
        """Open a lesson with its data and its text in front."""
        if self.files.open_path(path):
            self.layouts.show("data")
            self.panel(DataAndLesson).show_top()

    def go_to_node(self, variant: str, network: str, node: str) -> None:
        """Show a node of a variant."""
        if variant:
            self.studio.document.show_variant(variant)
        if network:
            self.studio.document.show_network(network)
        if node:
            self.canvas.select([node])

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
        later(self, self.layouts.settle)

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
            self.panel(DataPanel).open_csv(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.files.may_close():
            event.ignore()
            return
        self.models.stop()
        self.session.save_layout(self)
        self.session.last_file = self.studio.document.path or self.files.preset
        self.studio.runs.close_engine()
        event.accept()
