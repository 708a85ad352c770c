"""TransportBar: reset, play, step, speed, progress, engine and seed."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QSlider, QToolButton, QWidget

from playground.engine.events import Stepped
from playground.ui.actions import Actions, plain
from playground.ui.engine_words import told
from playground.ui.slow_motion import SLOW
from playground.ui.studio import Studio
from playground.ui.widgets import Chip
from playground.ui.widgets.kinds import button, label, line
from playground.ui.words import short

SPEEDS = (1.0, 2.0, 5.0, 10.0, 30.0, 100.0, 300.0, 1000.0, 3000.0, 0.0)
"""Steps per second at the slider's stops; the last is full speed."""
WIDE, MIDDLE, NARROW = 1500, 1400, 1180
"""Widths below which the bar leaves out the speed in words, the progress line, and the brand."""


class SearchButton(QPushButton):
    """Looks like a search field with its shortcut at the right end."""

    def __init__(self, shortcut: str) -> None:
        super().__init__()
        self.words = label("", "secondary")
        self.keys = label(shortcut, "caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 10, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.keys)
        for part in (self.words, self.keys):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return QSize(210, 30)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 30)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.keys.setVisible(event.size().width() > 170)


class TransportBar(QWidget):
    """The row of buttons above everything; all of them run actions of the table."""

    def __init__(self, studio: Studio, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._actions = actions
        self._chosen = False
        self._shown: tuple[object, ...] = ()
        self._told: tuple[int, str] = (-1, "")
        self._brand = label("nnplayground", "strong")
        self._play = button("", "primary")
        self._play.clicked.connect(actions["play"].trigger)
        actions["play"].changed.connect(lambda: self._play.setEnabled(actions["play"].isEnabled()))
        self._speed = self._slider()
        self._speed_label = label(self.tr("Speed"), "secondary")
        self._speed_value = label("", "secondary")
        self._epoch = label("0", "epoch")
        self._epochs = label("", "secondary")
        self._progress = QProgressBar(textVisible=False)
        self._progress.setAccessibleName(self.tr("Progress of the run"))
        self._engine = Chip("", "#000000", checkable=False)
        self._engine.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._engine.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._seed = Chip("", checkable=False)
        self._seed.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._seed.clicked.connect(actions["new_seed"].trigger)
        keys = actions["search"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.search_button = SearchButton(keys)
        self.search_button.clicked.connect(actions["search"].trigger)
        self._lay_out()
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        studio = self._studio
        studio.runs.counted.connect(self.refresh)
        studio.store.state_changed.connect(self.refresh)
        studio.runs.engine_changed.connect(self.refresh)
        studio.runs.planned.connect(self.refresh)
        studio.document.changed.connect(self.refresh)
        studio.themes.changed.connect(self._rethemed)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        rules = [line(vertical=True), line(vertical=True)]
        for rule in rules:
            rule.setFixedHeight(24)
        steps = [self._tool("step_batch", self.tr("Batch")), self._tool("step_epoch", self.tr("Epoch"))]
        left: list[QWidget] = [self._brand, rules[0], self._tool("reset"), self._play, *steps]
        left += [self._speed_label, self._speed, self._speed_value, rules[1], self._epoch, self._epochs, self._progress]
        for item in left:
            row.addWidget(item)
        row.addStretch(1)
        right: list[QWidget] = [self._engine, self._seed, self.search_button]
        for item in right:
            row.addWidget(item)
        self._play.setMinimumWidth(92)
        self._play.setIconSize(QSize(14, 14))
        self._speed_value.setMinimumWidth(48)
        self._progress.setFixedSize(150, 4)
        self.search_button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _tool(self, name: str, text: str = "") -> QToolButton:
        tool = QToolButton()
        tool.setProperty("kind", "button")
        action = self._actions[name]
        tool.clicked.connect(action.trigger)
        action.changed.connect(lambda: tool.setEnabled(action.isEnabled()))
        tool.setEnabled(action.isEnabled())
        tool.setToolTip(action.toolTip())
        tool.setAccessibleName(plain(action.text()))
        tool.setText(text)
        tool.setIconSize(QSize(14, 14))
        tool.setFixedHeight(30)
        self._studio.themes.bind_icon(tool, {"reset": "reset", "step_batch": "step"}.get(name, "epoch"), "text", 14)
        if text:
            tool.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return tool

    def _slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, len(SPEEDS) - 1)
        slider.setPageStep(1)
        slider.setValue(SPEEDS.index(self._studio.runs.speed))
        slider.setFixedWidth(110)
        slider.setAccessibleName(self.tr("Speed"))
        slider.setToolTip(self.tr("Steps per second of each variant, from one to as fast as the machine can"))
        slider.valueChanged.connect(self._speed_moved)
        return slider

    def set_speed(self, steps_per_second: float) -> None:
        """Move the slider to a speed of `SPEEDS`."""
        self._speed.setValue(SPEEDS.index(steps_per_second))

    def suggest_speed(self, steps_per_second: float) -> None:
        """Move the slider there unless a person has chosen a speed."""
        if not self._chosen:
            self.set_speed(steps_per_second)
            self._chosen = False

    def _speed_moved(self, place: int) -> None:
        self._chosen = True
        self._studio.runs.set_speed(SPEEDS[place])
        self.refresh(force=True)

    def _rethemed(self, *_: object) -> None:
        self.refresh(force=True)

    def refresh(self, *_: object, force: bool = False) -> None:
        """Show the current state; nothing is touched that is shown already."""
        store, experiment = self._studio.store, self._studio.document.experiment
        role, words = self._engine_words()
        numbers = int(store.epoch + 1e-9), words
        state = store.running, experiment.epochs, experiment.seed, role, store.stepper
        if state != self._shown or force:
            self._shown = state
            self._show(role)
        if numbers != self._told or force:
            self._told = numbers
            self._tell(*numbers)

    def _tell(self, epoch: int, words: str) -> None:
        """Show what changes while training runs."""
        self._epoch.setText(QLocale().toString(epoch))
        self._progress.setValue(min(epoch, self._progress.maximum()))
        self._engine.set_text(words)

    def _show(self, role: str) -> None:
        store, locale = self._studio.store, QLocale()
        experiment = self._studio.document.experiment
        self._play.setText(self.tr("Pause") if store.running else self.tr("Play"))
        self._studio.themes.bind_icon(self._play, "pause" if store.running else "play", "on_accent", 14)
        self._play.setEnabled(self._actions["play"].isEnabled())
        self._play.setToolTip(self._actions["play"].toolTip())
        self._epochs.setText(self.tr("/ {0} epochs").format(locale.toString(experiment.epochs)))
        self._progress.setRange(0, experiment.epochs)
        self._seed.set_text(self.tr("Seed {0}").format(experiment.seed) + "  ⟳")
        self._seed.setToolTip(self._actions["new_seed"].toolTip())
        self.search_button.words.setText(self.tr("Search actions"))
        self.search_button.setAccessibleName(self.tr("Search actions"))
        self.search_button.setToolTip(self._actions["search"].toolTip())
        speed = self._studio.runs.speed
        self._speed_value.setText(self.tr("{0} / s").format(short(speed)) if speed else self.tr("full"))
        self._engine.set_color(self._studio.themes.theme.color(role))
        started = self._studio.store.started
        reason = told(started.device_why) if started else ""
        self._engine.setToolTip("\n".join(line for line in (self._stepper_words(), reason) if line))

    def _stepper_words(self) -> str:
        """Who takes the steps, and why."""
        stepper = self._studio.store.stepper
        if not stepper.stepper:
            return ""
        if stepper.stepper.startswith("fused"):
            return self.tr("Machine code made for this network takes the steps.")
        if self._studio.store.started and self._studio.store.started.device.startswith("cuda"):
            return self._recording_words(stepper)
        if not stepper.why:
            return self.tr("PyTorch takes the first 1,000 steps; then machine code made for this network takes over.")
        if stepper.stepper.startswith("batched"):
            words = self.tr("PyTorch takes the steps of several variants at once. Why there is no machine code: {0}")
            return words.format(told(stepper.why))
        return self.tr("PyTorch takes the steps. Why there is no machine code: {0}").format(told(stepper.why))

    def _recording_words(self, stepper: Stepped) -> str:
        """The same on a GPU that records steps."""
        if stepper.stepper.startswith("CUDA graph"):
            return self.tr("The GPU replays a recorded step.")
        if not stepper.why:
            return self.tr("PyTorch takes the first 100 steps; then the GPU replays a recorded one.")
        return self.tr("PyTorch takes the steps. Why none is recorded for the GPU: {0}").format(told(stepper.why))

    def _engine_words(self) -> tuple[str, str]:
        store, runs = self._studio.store, self._studio.runs
        if runs.engine_lost:
            return "error", self.tr("training process lost")
        if not store.running and any(plan.looked_at for plan in runs.plans.values()):
            return "faint", self.tr("to be read")
        if not store.running and any(not plan.trainable for plan in runs.plans.values()):
            return "warning", self.tr("see Problems")
        if store.failed:
            return "error", self.tr("stopped")
        if store.started is None:
            return "faint", self.tr("starting")
        parts = [store.started.device, store.stepper.stepper]
        if store.running and 0 < runs.speed <= SLOW:
            parts.append(self.tr("slow motion"))
        elif store.running:
            parts.append(self.tr("{0} steps/s").format(short(store.rate)))
        elif store.finished:
            parts.append(self.tr("finished"))
        else:
            parts.append(self.tr("paused") if store.epoch else self.tr("ready"))
        return "good" if store.running else "faint", " · ".join(parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        self._speed_label.setVisible(width >= WIDE)
        self._progress.setVisible(width >= MIDDLE)
        self._brand.setVisible(width >= NARROW)
