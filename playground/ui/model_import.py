"""Models of other programs in the window: a child process reads them, and the result opens as an unsaved document."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, QObject, QProcess, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from playground import paths
from playground.spec.errors import SpecError
from playground.spec.files import read
from playground.ui import engine_words
from playground.ui.file_actions import FileActions
from playground.ui.studio import Studio

SUFFIXES = (".onnx", ".pt2")
FOLDER = "imports"
KEPT_SECONDS = 30 * 24 * 3600
"""How long the weights of a model that was never saved stay in the cache."""
NAMED = 3


def is_model(path: Path) -> bool:
    """Whether a file is a model to be imported."""
    return path.suffix.lower() in SUFFIXES


class ModelImport(QObject):
    """Imports one model at a time; the window stays usable meanwhile.

    `said(text, is_error)` is the outcome; `busy(text)` stands while a model is read.
    """

    said = Signal(str, bool)
    busy = Signal(str)

    def __init__(self, studio: Studio, files: FileActions, window: QWidget) -> None:
        super().__init__(window)
        self._studio, self._files, self._window = studio, files, window
        self._process: QProcess | None = None
        self._model = Path()
        self._out = Path()

    def ask(self) -> None:
        """Ask for a model and import it."""
        start = self._studio.document.path or Path.home()
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Import a model"), str(start), self.tr("Models (*.onnx *.pt2)")
        )
        if name:
            self.start(Path(name))

    def start(self, path: Path) -> None:
        """Read a model in a process of its own; one that is being read is given up."""
        self.stop()
        try:
            folder = _fresh_folder()
        except OSError as error:
            self.said.emit(self.tr("{0} was not imported: {1}.").format(path.name, error.strerror), True)
            return
        self._model, self._out = path, folder / f"{path.stem or 'model'}.json"
        process = QProcess(self)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._failed)
        self._process = process
        arguments = ["-m", "playground", "import", str(path), "-o", str(self._out), "--json"]
        self.busy.emit(self.tr("Importing {0}…").format(path.name))
        process.start(sys.executable, arguments)

    @property
    def running(self) -> bool:
        """Whether a model is being read."""
        return self._process is not None

    def stop(self) -> None:
        """Give up a model that is being read."""
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished()
            process.deleteLater()
            shutil.rmtree(self._out.parent, ignore_errors=True)

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and self._process is not None:
            self._refuse(self._process.errorString())

    def _finished(self, code: int) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        output = bytes(process.readAllStandardOutput().data()).decode(errors="replace")
        errors = bytes(process.readAllStandardError().data()).decode(errors="replace")
        process.deleteLater()
        if code:
            self._refuse(_reason(errors) or self.tr("it could not be read"))
        else:
            self._open(json.loads(output))

    def _refuse(self, reason: str) -> None:
        self._process = None
        shutil.rmtree(self._out.parent, ignore_errors=True)
        self.said.emit(
            self.tr("{0} was not imported: {1}.").format(self._model.name, engine_words.told(reason.rstrip("."))), True
        )

    def _open(self, told: dict[str, Any]) -> None:
        try:
            experiment = read(self._out)
        except SpecError as error:
            self._refuse(str(error))
            return
        if not self._files.may_close():
            shutil.rmtree(self._out.parent, ignore_errors=True)
            self.said.emit(self.tr("{0} was not imported.").format(self._model.name), False)
            return
        self._studio.document.open(experiment, None, saved=False)
        self._files.preset = None
        self.said.emit(self._sentence(told), False)

    def _sentence(self, told: dict[str, Any]) -> str:
        locale = QLocale()
        layers, parameters = locale.toString(int(told["layers"])), locale.toString(int(told["parameters"]))
        text = self.tr("Imported {0}: {1} layers, {2} parameters.").format(self._model.name, layers, parameters)
        unknown: Sequence[dict[str, str]] = told["unknown"]
        if not unknown:
            return text
        kinds = list(dict.fromkeys(one["operator"] for one in unknown))
        names = ", ".join(kinds[:NAMED]) + ("…" if len(kinds) > NAMED else "")
        more = self.tr("Not known, and cannot train: {0}.").format(names)
        return f"{text} {more}"


def _reason(errors: str) -> str:
    """What the command said last, without its own name."""
    lines = [line for line in errors.strip().splitlines() if line.startswith("nnplayground: ")]
    return lines[-1].removeprefix("nnplayground: ") if lines else ""


def imports_folder() -> Path:
    """Where the weights of models lie until their experiments are saved."""
    return paths.cache_dir() / FOLDER


def _fresh_folder() -> Path:
    """A new folder in the cache; those that nobody has touched for long are removed."""
    root = imports_folder()
    root.mkdir(parents=True, exist_ok=True)
    for old in root.iterdir():
        if time.time() - old.stat().st_mtime > KEPT_SECONDS:
            shutil.rmtree(old, ignore_errors=True)
    return Path(tempfile.mkdtemp(dir=root))
