"""Pictures of the real window, drawn off screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from playground import catalog
from playground.spec.errors import SpecError
from playground.spec.files import read
from playground.ui.app import application, build
from playground.ui.faults import listen_to_qt
from playground.ui.language import Language, install
from playground.ui.main_window import MainWindow
from playground.ui.session import Session
from playground.ui.theme import Mode

LIMIT_MS = 600_000
REST_MS = 350
"""Time for layout animations to end."""


def screenshot(
    file: Path,
    out: Path,
    *,
    epochs: int,
    size: tuple[int, int],
    theme: Mode,
    docks: list[str],
    language: Language = "en",
) -> None:
    """Train `file` for some epochs in the real window and save its picture.

    Raises:
        SpecError: the file cannot be read, a dock is unknown, training failed, or the picture cannot be written.
    """
    catalog.load()
    listen_to_qt()
    try:
        experiment = read(file)
    except SpecError as error:
        raise SpecError("", f"{file}: {error}") from None
    app = application()
    install(app, language)
    window = build(app, experiment, None, Session(), theme)
    try:
        window.resize(*size)
        window.layouts.arrange("train")
        window.show()
        app.processEvents()  # the layout brings its own docks to the front once the window is shown
        _show_docks(window, docks)
        window.resize(*size)
        window.studio.runs.open_engine()
        train(window, epochs)
        if not window.grab().save(str(out)):
            raise SpecError("", f"cannot write {out}")
    finally:
        window.studio.document.undo_stack.setClean()
        window.close()
        window.studio.runs.end()
        window.deleteLater()
        QApplication.processEvents()


def _show_docks(window: MainWindow, names: list[str]) -> None:
    for name in names:
        if name not in window.layouts.docks:
            raise SpecError("", f"there is no dock {name}; there is {', '.join(window.layouts.docks)}")
        window.layouts.show(name)


def train(window: MainWindow, epochs: int) -> None:
    """Train for some epochs and wait until every visible view shows the end.

    Raises:
        SpecError: the experiment cannot train, training failed, or it took longer than ten minutes.
    """
    runs, asked = window.studio.runs, False
    clock = QElapsedTimer()
    clock.start()
    while not (runs.settled and (asked or not epochs)) and not (_obstacle(window) and not epochs):
        if fault := _fault(window, bool(epochs)):
            raise SpecError("", fault)
        if clock.elapsed() > LIMIT_MS:
            raise SpecError("", "training took longer than ten minutes")
        if runs.settled:
            runs.step(epochs=epochs)
            asked = True
        _wait(20)
    _wait(REST_MS)


def _obstacle(window: MainWindow) -> str:
    """What stands in the way of training, "" when nothing does."""
    found = [problem for problem in window.studio.runs.problems() if problem.bars]
    return f"cannot train: {found[0].message} {found[0].hint}".rstrip() if found else ""


def _fault(window: MainWindow, train: bool) -> str:
    runs = window.studio.runs
    if train and (obstacle := _obstacle(window)):
        return obstacle
    if runs.engine_lost:
        return "the training process ended"
    return runs.store.failed.message if runs.store.failed else ""


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
