"""FileActions: new, open, save, recent files, export, and the question about unsaved changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from playground import paths
from playground.catalog.starter import starter
from playground.spec.entry import entries
from playground.spec.errors import SpecError
from playground.spec.files import read
from playground.ui import lesson_words, words
from playground.ui.engine_words import told
from playground.ui.session import Session
from playground.ui.studio import Studio
from playground.ui.widgets import calm, set_kind

FILTER = "nnplayground (*.json)"


class FileActions(QObject):
    """All that touches files. Faults become one sentence through `said(text, is_error)`.

    `preset` is the lesson that the document was opened from, None for a file of one's own.
    """

    said = Signal(str, bool)

    def __init__(self, studio: Studio, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._studio = studio
        self._session = session
        self._window = window
        self.preset: Path | None = None
        self.recent_menu = QMenu(self.tr("Open &recent"), window)
        self.recent_menu.aboutToShow.connect(self._fill_recent)
        self._fill_recent()

    # --- open ---

    def new(self) -> None:
        """Start from a small plain network."""
        if self.may_close():
            self._studio.document.open(starter(self.tr("Untitled")), None)
            self.preset = None

    def open(self) -> None:
        """Ask for a file and open it."""
        start = str(self._studio.document.path or Path.home())
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open an experiment"), start, FILTER)
        if name:
            self.open_path(Path(name))

    def open_path(self, path: Path) -> bool:
        """Open a file, after asking about unsaved changes; what is open stays when it cannot be read."""
        if not self.may_close():
            return False
        return self.load(path)

    def load(self, path: Path) -> bool:
        """Open a file without asking. A preset opens as an unnamed copy."""
        try:
            experiment = read(path)
        except SpecError as error:
            self.said.emit(self.tr("{0} was not opened: {1}.").format(path.name, told(str(error).rstrip("."))), True)
            return False
        own = not path.is_relative_to(paths.presets_dir())
        self._studio.document.open(experiment, path if own else None)
        self.preset = None if own else path
        if own:
            self._session.add_recent(path)
            self._fill_recent()
        return True

    def _fill_recent(self) -> None:
        self.recent_menu.clear()
        for path in self._session.recent:
            action = self.recent_menu.addAction(path.name, partial(self.open_path, path))
            action.setToolTip(str(path))
        self.recent_menu.addSeparator()
        clear = self.recent_menu.addAction(self.tr("Clear this list"), self._clear_recent)
        clear.setEnabled(bool(self._session.recent))

    def _clear_recent(self) -> None:
        self._session.clear_recent()
        self._fill_recent()

    # --- save ---

    def save(self) -> bool:
        """Save to the document's file, asking for one when there is none."""
        path = self._studio.document.path
        return self._write(path) if path else self.save_as()

    def save_as(self) -> bool:
        """Ask for a file and save to it."""
        document = self._studio.document
        start = document.path or Path.home() / f"{slug(document.experiment.title)}.json"
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save the experiment"), str(start), FILTER)
        if not name:
            return False
        path = Path(name)
        return self._write(path if path.suffix else path.with_suffix(".json"))

    def _write(self, path: Path) -> bool:
        try:
            self._studio.document.save(path)
        except SpecError as error:
            self.said.emit(self.tr("Not saved: {0}.").format(told(error.message)), True)
            return False
        self._session.add_recent(path)
        self._fill_recent()
        self.said.emit(self.tr("Saved {0}").format(path.name), False)
        return True

    def may_close(self) -> bool:
        """True when nothing unsaved would be lost: saved, given up, or nothing to save."""
        if not self._studio.document.modified:
            return True
        box = self._question()
        choice = box.exec()
        box.deleteLater()
        if choice == QMessageBox.StandardButton.Save:
            return self.save()
        return choice == QMessageBox.StandardButton.Discard

    def _question(self) -> QMessageBox:
        """Whether to save: Enter does, Escape goes back; the one filled button is that which loses nothing."""
        box, buttons = QMessageBox(self._window), QMessageBox.StandardButton
        box.setWindowTitle(self.tr("Unsaved changes"))
        box.setText(self.tr("Save the changes to “{0}”?").format(self._title()))
        box.setInformativeText(self.tr("They are lost if you do not save them."))
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        texts = {
            buttons.Save: self.tr("&Save"),
            buttons.Discard: self.tr("&Do not save"),
            buttons.Cancel: self.tr("&Cancel"),
        }
        for kind, text in texts.items():
            box.button(kind).setText(text)
        set_kind(box.button(buttons.Save), "primary")
        box.setDefaultButton(buttons.Save)
        box.setEscapeButton(buttons.Cancel)
        return calm(box)

    def _title(self) -> str:
        document = self._studio.document
        return document.path.name if document.path else lesson_words.title(document.experiment.title)

    # --- export ---

    def exporters(self) -> list[tuple[str, str, Callable[[], None]]]:
        """Name, title and action of every exporter in the catalog."""
        return [(name, words.title(cls), partial(self.export, name)) for name, cls in entries("exporter").items()]

    def export(self, exporter: str) -> None:
        """Ask for a file and let the engine write the shown variant to it."""
        suffix = str(getattr(entries("exporter")[exporter], "suffix", ""))
        document = self._studio.document
        folder = document.path.parent if document.path else Path.home()
        start = folder / f"{slug(document.experiment.title)}-{slug(document.variant)}{suffix}"
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Export"), str(start), f"*{suffix}")
        if name:
            path = Path(name) if Path(name).suffix else Path(name).with_suffix(suffix)
            self._studio.runs.questions.export(document.experiment, exporter, path, document.variant, self._exported)

    def _exported(self, path: object, error: str) -> None:
        if error:
            self.said.emit(self.tr("Not exported: {0}").format(told(error)), True)
        else:
            self.said.emit(self.tr("Exported {0}").format(path), False)


def slug(text: str) -> str:
    """A file name from a title: letters, digits and hyphens."""
    words = "".join(ch.lower() if ch.isalnum() else " " for ch in text).split()
    return "-".join(words)[:60] or "experiment"
