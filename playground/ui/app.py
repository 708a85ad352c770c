"""The application: one QApplication, one window, one engine."""

from __future__ import annotations

import gc
import sys
from itertools import count
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QWidget

from playground import catalog, paths
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment
from playground.spec.files import read
from playground.ui.curtain import keep
from playground.ui.desktop import Desktop
from playground.ui.document import Document
from playground.ui.engine import TICK_MS
from playground.ui.engine_link import EngineLink
from playground.ui.engine_words import told
from playground.ui.faults import Faults, listen_to_qt, open_log
from playground.ui.language import install
from playground.ui.main_window import MainWindow
from playground.ui.run_controller import RunController
from playground.ui.session import Session
from playground.ui.studio import Studio
from playground.ui.theme import Mode, ThemeManager

FIRST_LESSON = "xor-needs-hidden-layer"
SELF_TEST_FRAMES = 50
SELF_TEST_MS = 60_000


def application() -> QApplication:
    """The one QApplication, dressed and named."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("nnplayground")
    app.setApplicationDisplayName("nnplayground")
    app.setOrganizationName("nnplayground")
    app.setDesktopFileName("nnplayground")
    app.setWindowIcon(QIcon(str(paths.assets_dir() / "app" / "nnplayground.svg")))
    QGuiApplication.setQuitOnLastWindowClosed(True)
    return app


def preset(name: str) -> Path:
    """Path of a preset by id.

    Raises:
        StopIteration: there is none of that id.
    """
    return next(paths.presets_dir().rglob(f"{name}.json"))


def build(app: QApplication, experiment: Experiment, path: Path | None, session: Session, mode: Mode) -> MainWindow:
    """Make the window and everything it needs; the engine is not started yet."""
    themes = ThemeManager(app, mode)
    document = Document(experiment, path)
    runs = RunController(document)
    window = MainWindow(Studio(document, runs, themes), session)
    for owned in (themes, document, runs):
        owned.setParent(window)
    return window


def run(
    file: Path | None = None,
    self_test: bool = False,
    engine: EngineLink | None = None,
    curtain: QWidget | None = None,
) -> int:
    """Open the window, with an engine that may have been started already, and train; returns the exit code.

    `curtain` stands in for the window until it is there.

    Raises:
        SpecError: `file` cannot be read.
    """
    catalog.load()
    listen_to_qt()
    app = application()
    session = Session()
    open_log(paths.log_dir())
    first = file is None and session.last_file is None
    experiment, chosen, trouble = _begin_with(file, session.last_file)
    own = not chosen.is_relative_to(paths.presets_dir())
    install(app, session.language)
    window = build(app, experiment, chosen if own else None, session, _mode(session.theme))
    window.files.preset = None if own else chosen
    desktop = Desktop(app, window)
    faults = Faults(window)
    desktop.window_changed.connect(faults.show_in)
    faults.install()
    if not self_test:
        session.restore_layout(window)
        fit_into(window, window.screen().availableSize())
    window.show()
    if curtain is not None:
        app.processEvents()  # now it is painted
        curtain.close()
    if trouble:
        window.say(trouble, True)
    window.studio.runs.open_engine(engine)
    if self_test:
        _self_test(window, faults)
    elif first and session.first_run:
        window.studio.runs.play()
    gc.freeze()  # what stays for good is not searched for garbage, which would hold up frames
    code = app.exec()
    if not self_test:
        keep(desktop.window)
    desktop.studio.runs.end()
    faults.remove()
    return code


def fit_into(window: QWidget, room: QSize) -> None:
    """Let a window that is larger than its screen fill that screen instead, so that no side of it is cut off."""
    if window.width() > room.width() or window.height() > room.height():
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def _begin_with(file: Path | None, last: Path | None) -> tuple[Experiment, Path, str]:
    """The experiment to show, where it came from, and why it is not the last one.

    Raises:
        SpecError: `file`, asked for by name, cannot be read.
    """
    if file is not None:
        return read(file), file, ""
    lesson = preset(FIRST_LESSON)
    if last is None:
        return read(lesson), lesson, ""
    try:
        return read(last), last, ""
    except SpecError as error:
        return read(lesson), lesson, _not_opened(last, error)


def _not_opened(path: Path, error: SpecError) -> str:
    said = QCoreApplication.translate("FileActions", "{0} was not opened: {1}.")
    return said.format(path.name, told(str(error).rstrip(".")))


def _mode(text: str) -> Mode:
    return "light" if text == "light" else "dark" if text == "dark" else "system"


def _self_test(window: MainWindow, faults: Faults) -> None:
    """Play, draw some frames of the run, and leave: 0 when all went well."""
    runs, drawn = window.studio.runs, count(1)

    def frame() -> None:
        if runs.store.failed or runs.engine_lost:
            QApplication.exit(1)
        elif runs.store.step > 0:
            window.repaint()
            if next(drawn) >= SELF_TEST_FRAMES:
                QApplication.exit(0)

    timer = QTimer(window, interval=TICK_MS)
    timer.timeout.connect(frame)
    timer.start()
    faults.caught.connect(lambda _details: QApplication.exit(1))
    QTimer.singleShot(SELF_TEST_MS, window, lambda: QApplication.exit(1))
    runs.play()
