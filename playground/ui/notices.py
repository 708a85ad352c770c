"""What the window says by itself: its title, and sentences about the run and the engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from playground.ui import lesson_words

if TYPE_CHECKING:
    from playground.ui.main_window import MainWindow

translate = QCoreApplication.translate


class Notices(QObject):
    """Listens to the document and the run, and speaks in the window's status bar and title."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        studio = window.studio
        studio.document.file_changed.connect(self._show_title)
        studio.document.changed.connect(self._show_title)
        studio.runs.engine_changed.connect(self._engine_changed)
        studio.runs.started_over.connect(self._started_over)
        studio.runs.began_again.connect(self._began_again)
        for speaker in (window.files, window.models, window.canvas.view):
            speaker.said.connect(window.say)
        window.models.busy.connect(window.statusBar().showMessage)
        window.canvas.commands.refused.connect(window.say)
        self._show_title()

    def _show_title(self, *_: object) -> None:
        document = self._window.studio.document
        name = document.path.name if document.path else lesson_words.title(document.experiment.title)
        self._window.setWindowTitle(f"{name}[*] — nnplayground")
        self._window.setWindowModified(document.modified)

    def _engine_changed(self) -> None:
        if self._window.studio.runs.engine_lost:
            self._window.layouts.show("problems")
            lost = translate(
                "MainWindow", "The training process ended. Restart it from Problems; your experiment is unharmed."
            )
            self._window.say(lost, True)
        else:
            self._window.statusBar().clearMessage()

    def _started_over(self) -> None:
        keep = self._window.studio.runs.keep_weights
        self._window.say(
            translate(
                "MainWindow",
                "A running training cannot take this change over: it starts again, unchanged layers kept.",
            )
            if keep
            else translate(
                "MainWindow", "A running training cannot take this change over: it starts again from initial weights."
            )
        )

    def _began_again(self) -> None:
        self._window.say(translate("MainWindow", "Starting again from the same initial weights"))
