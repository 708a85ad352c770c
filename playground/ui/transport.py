"""TransportBar: reset, play, step, speed, progress, engine and seed."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSlider, QToolButton, QWidget

from playground.ui.actions import Actions
from playground.ui.studio import Studio

SPEEDS = (1.0, 2.0, 5.0, 10.0, 30.0, 100.0, 300.0, 1000.0, 3000.0, 0.0)
"""Steps per second at the slider's stops; the last is full speed."""


def short(number: float) -> str:
    """A number in at most four signs and a unit: 48.2 k."""
    locale = QLocale()
    for size, sign in ((1e6, " M"), (1e3, " k")):
        if number >= size:
            return locale.toString(number / size, "f", 1) + sign
    return locale.toString(number, "f", 0 if number >= 10 else 1)


def _label(kind: str, text: str = "") -> QLabel:
    label = QLabel(text)
    label.setProperty("kind", kind)
    return label


def _button(kind: str) -> QPushButton:
    button = QPushButton()
    button.setProperty("kind", kind)
    return button


class TransportBar(QWidget):
    """The row of buttons above everything; all of them run actions of the table."""

    def __init__(self, studio: Studio, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transport")
        self._studio = studio
        self._actions = actions
        self._shown: tuple[object, ...] = ()
        self._brand = _label("title", "nnplayground")
        self._play = _button("primary")
        self._play.clicked.connect(actions["play"].trigger)
        self._speed = self._slider()
        self._speed_label = _label("secondary", self.tr("Speed"))
        self._speed_value = _label("secondary")
        self._epoch = _label("epoch", "0")
        self._epochs = _label("secondary")
        self._progress = QProgressBar(textVisible=False)
        self._progress.setAccessibleName(self.tr("Progress of the run"))
        self._engine = _label("chip")
        self._seed = _button("chip")
        self._seed.clicked.connect(actions["new_seed"].trigger)
        self._search = _button("search")
        self._search.clicked.connect(actions["search"].trigger)
        self._lay_out()
        studio.runs.ticked.connect(self.refresh)
        studio.store.state_changed.connect(self.refresh)
        studio.runs.engine_changed.connect(self.refresh)
        studio.runs.planned.connect(self.refresh)
        studio.document.changed.connect(self.refresh)
        studio.themes.changed.connect(lambda _theme: self.refresh(force=True))
        self.refresh()

    @property
    def search_button(self) -> QPushButton:
        """Where the action search opens."""
        return self._search

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(12)
        row.addWidget(self._brand)
        row.addWidget(self._rule())
        row.addWidget(self._tool("reset"))
        row.addWidget(self._play)
        row.addWidget(self._tool("step_batch", self.tr("Batch")))
        row.addWidget(self._tool("step_epoch", self.tr("Epoch")))
        for item in (self._speed_label, self._speed, self._speed_value):
            row.addWidget(item)
        row.addWidget(self._rule())
        for item in (self._epoch, self._epochs, self._progress):
            row.addWidget(item)
        row.addStretch(1)
        for item in (self._engine, self._seed, self._search):
            row.addWidget(item)
        self._play.setMinimumWidth(96)
        self._speed_value.setMinimumWidth(58)
        self._progress.setFixedSize(160, 4)
        self._search.setMinimumWidth(190)
        self._play.setIconSize(QSize(14, 14))

    def _rule(self) -> QFrame:
        rule = QFrame()
        rule.setProperty("kind", "line")
        rule.setFixedSize(1, 24)
        return rule

    def _tool(self, name: str, text: str = "") -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "button")
        button.setDefaultAction(self._actions[name])
        if text:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setText(text)
        button.setAccessibleName(self._actions[name].text().replace("&", ""))
        return button

    def _slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, len(SPEEDS) - 1)
        slider.setPageStep(1)
        slider.setValue(len(SPEEDS) - 1)
        slider.setFixedWidth(110)
        slider.setAccessibleName(self.tr("Speed"))
        slider.setToolTip(self.tr("From one step per second to as fast as the machine can"))
        slider.valueChanged.connect(self._speed_moved)
        return slider

    def set_speed(self, steps_per_second: float) -> None:
        """Move the slider to a speed of `SPEEDS`."""
        self._speed.setValue(SPEEDS.index(steps_per_second))

    def _speed_moved(self, place: int) -> None:
        self._studio.runs.set_speed(SPEEDS[place])
        self.refresh(force=True)

    def refresh(self, *_: object, force: bool = False) -> None:
        """Show the current state; nothing is touched that is shown already."""
        store, runs = self._studio.store, self._studio.runs
        experiment = self._studio.document.experiment
        state = (
            store.running,
            int(store.epoch + 1e-9),
            experiment.epochs,
            experiment.seed,
            short(store.rate),
            store.started and (store.started.device, store.started.stepper),
            bool(store.finished),
            bool(store.failed),
            bool(runs.engine_lost),
            runs.speed,
            any(not plan.trainable for plan in runs.plans.values()),
        )
        if state != self._shown or force:
            self._shown = state
            self._show()

    def _show(self) -> None:
        store, runs, locale = self._studio.store, self._studio.runs, QLocale()
        experiment = self._studio.document.experiment
        self._play.setText(self.tr("Pause") if store.running else self.tr("Play"))
        self._play.setIcon(self._studio.themes.icon("pause" if store.running else "play", "on_accent"))
        self._play.setEnabled(self._actions["play"].isEnabled())
        self._play.setToolTip(self._actions["play"].toolTip())
        self._epoch.setText(locale.toString(int(store.epoch + 1e-9)))
        self._epochs.setText(self.tr("/ {0} epochs").format(locale.toString(experiment.epochs)))
        self._progress.setRange(0, experiment.epochs)
        self._progress.setValue(min(int(store.epoch), experiment.epochs))
        self._seed.setText(self.tr("Seed {0}").format(experiment.seed))
        self._seed.setIcon(self._studio.themes.icon("dice", "secondary", 14))
        self._seed.setToolTip(self._actions["new_seed"].toolTip())
        self._search.setText(self.tr("Search actions"))
        self._search.setIcon(self._studio.themes.icon("search", "secondary", 14))
        self._search.setToolTip(self._actions["search"].toolTip())
        speed = runs.speed
        self._speed_value.setText(self.tr("{0} / s").format(short(speed)) if speed else self.tr("full"))
        self._engine.setText(self._engine_words())

    def _engine_words(self) -> str:
        store, runs, theme = self._studio.store, self._studio.runs, self._studio.themes.theme
        if runs.engine_lost:
            return self._dot(theme.error, self.tr("training process lost"))
        if store.failed:
            return self._dot(theme.error, self.tr("stopped"))
        if store.started is None:
            blocked = any(not plan.trainable for plan in runs.plans.values())
            words = self.tr("see Problems") if blocked else self.tr("starting")
            return self._dot(theme.warning if blocked else theme.faint, words)
        parts = [store.started.device, store.started.stepper]
        if store.running:
            parts.append(self.tr("{0} steps/s").format(short(store.rate)))
        elif store.finished:
            parts.append(self.tr("finished"))
        else:
            parts.append(self.tr("paused") if store.epoch else self.tr("ready"))
        return self._dot(theme.good if store.running else theme.faint, " · ".join(parts))

    @staticmethod
    def _dot(color: str, words: str) -> str:
        return f'<span style="color:{color}">●</span>&nbsp; {words}'

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        self._progress.setVisible(width >= 1180)
        self._speed_label.setVisible(width >= 1240)
        self._brand.setVisible(width >= 1080)
        self._search.setMinimumWidth(190 if width >= 1240 else 130)
