"""Faults: the one place where a bug of the program ends; it is logged, shown, and the document is kept."""

from __future__ import annotations

import logging
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QMessageBox, QWidget

from playground.ui.widgets.message import calm

LOG_BYTES = 1_000_000
LOG_COUNT = 3


def open_log(folder: Path) -> Path | None:
    """Write a rotating log file into `folder`; None when that cannot be written."""
    path = folder / "nnplayground.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=LOG_BYTES, backupCount=LOG_COUNT, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger("nnplayground").addHandler(handler)
    logging.getLogger("nnplayground").setLevel(logging.INFO)
    return path


def listen_to_qt() -> None:
    """Send what Qt says to the log, and to stderr unless it only says what the off-screen platform cannot do."""
    qInstallMessageHandler(_qt_said)


def _qt_said(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    if kind == QtMsgType.QtDebugMsg or text.startswith("This plugin does not support"):
        return
    logging.getLogger("nnplayground").warning("Qt: %s", text)
    sys.stderr.write(f"{text}\n")


class Faults(QObject):
    """Installed as `sys.excepthook`; shows one dialog at a time with details to copy."""

    caught = Signal(str)

    def __init__(self, window: QWidget | None = None) -> None:
        super().__init__()
        self._window = window
        self._box: QMessageBox | None = None
        self._before = sys.excepthook

    def install(self) -> None:
        """Take over unexpected exceptions."""
        self._before = sys.excepthook
        sys.excepthook = self.handle

    def show_in(self, window: QWidget) -> None:
        """Show what comes in another window."""
        self._window, self._box = window, None

    def remove(self) -> None:
        """Give them back."""
        sys.excepthook = self._before

    def handle(self, kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
        """Log and show; Ctrl-C quits quietly."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        details = "".join(traceback.format_exception(kind, value, trace))
        logging.getLogger("nnplayground").error("unexpected exception\n%s", details)
        sys.stderr.write(details)
        self.caught.emit(details)
        if self._box is None and self._window is not None and self._window.isVisible():
            self._show(f"{kind.__name__}: {value}", details)

    def _show(self, line: str, details: str) -> None:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setText(self.tr("Something went wrong in nnplayground itself."))
        box.setInformativeText(self.tr("Your experiment is still open; save it to be safe.") + f"\n\n{line}")
        box.setDetailedText(details)
        box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box.finished.connect(self._closed)
        self._box = calm(box)
        box.open()

    def _closed(self, _result: int) -> None:
        self._box = None
