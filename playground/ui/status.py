"""StatusBar: file, size of the network, memory, device, speed and problems."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QLabel, QPushButton, QStatusBar, QWidget

from playground.ui import lesson_words
from playground.ui.slow_motion import SLOW
from playground.ui.studio import Studio
from playground.ui.words import short

MEMORY_MS = 2000


def resident_bytes(pid: int) -> int:
    """Resident memory of a process in bytes, 0 where the system does not tell."""
    try:
        pages = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]
    except (OSError, IndexError):
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


class StatusBar(QStatusBar):
    """One line of facts; each is left out while it is unknown."""

    def __init__(self, studio: Studio, show_problems: QPushButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._problems = show_problems
        self._file, self._size, self._memory, self._run = QLabel(), QLabel(), QLabel(), QLabel()
        self.setSizeGripEnabled(False)
        for label in (self._file, self._size, self._memory):
            label.setProperty("kind", "label")
            self.addWidget(label)
        self._run.setProperty("kind", "label")
        self.addPermanentWidget(self._run)
        self.addPermanentWidget(self._problems)
        self._timer = QTimer(self, interval=MEMORY_MS)
        self._timer.timeout.connect(self._show_memory)
        self._timer.start()
        studio.document.file_changed.connect(self._show_file)
        studio.document.changed.connect(self._show_file)
        studio.document.variant_changed.connect(self._show_size)
        studio.runs.planned.connect(self._show_size)
        studio.runs.counted.connect(self._show_run)
        studio.store.state_changed.connect(self._show_run)
        studio.runs.engine_changed.connect(self._show_run)
        self._show_file()
        self._show_size()
        self._show_memory()
        self._show_run()

    def _show_file(self, *_: object) -> None:
        document = self._studio.document
        name = document.path.name if document.path else lesson_words.title(document.experiment.title)
        self._file.setText(f"{name} *" if document.modified else name)
        self._file.setToolTip(str(document.path or self.tr("Not saved to a file yet")))

    def _show_size(self, *_: object) -> None:
        plan = self._studio.runs.plans.get(self._studio.document.variant)
        if plan is None or not plan.networks:
            self._size.clear()
            return
        parameters = sum(network.parameters for network in plan.networks.values())
        macs = sum(network.macs for network in plan.networks.values())
        words = self.tr("{0} parameters     {1} MACs").format(QLocale().toString(parameters), short(macs))
        self._size.setText(words)
        self._size.setToolTip(self.tr("MACs: multiply-accumulate operations for one sample, forward"))

    def _show_memory(self) -> None:
        engine = resident_bytes(self._studio.runs.engine_pid) if self._studio.runs.engine_pid else 0
        window = resident_bytes(os.getpid())
        if window and engine:
            locale = QLocale()
            self._memory.setText(
                self.tr("engine {0} MB · window {1} MB").format(
                    locale.toString(engine / 1e6, "f", 0), locale.toString(window / 1e6, "f", 0)
                )
            )

    def _show_run(self) -> None:
        store, runs, locale = self._studio.store, self._studio.runs, QLocale()
        count = sum(not one.note for one in runs.problems()) + bool(store.failed) + bool(runs.engine_lost)
        self._problems.setText(self.tr("1 problem") if count == 1 else self.tr("{0} problems").format(count))
        self._problems.setVisible(count > 0)
        if store.started is None:
            self._run.clear()
            return
        parts = [store.started.device, self.tr("epoch {0}").format(locale.toString(int(store.epoch + 1e-9)))]
        if store.running and 0 < runs.speed <= SLOW:
            parts.append(self.tr("step {0}").format(locale.toString(store.step)))
        elif store.running:
            parts.append(self.tr("{0} steps/s").format(short(store.rate)))
        self._run.setText(" · ".join(parts))
