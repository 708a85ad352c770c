"""The actions that play, reset and change a run: speed, seed, data, variant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from playground.ui import words
from playground.ui.engine_words import told
from playground.ui.held_out import summary
from playground.ui.panels.split import measure_help
from playground.ui.panels.training import TrainingPanel
from playground.ui.transport import SPEEDS

if TYPE_CHECKING:
    from playground.ui.main_window import MainWindow

translate = QCoreApplication.translate


class RunActions(QObject):
    """Declares them in the window's table, and carries them out."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._studio = window.studio

    def declare(self) -> None:
        """Fill the window's action table."""
        add, runs = self._window.actions_table.add, self._studio.runs
        add(
            "play",
            translate("WindowActions", "&Play or pause"),
            runs.toggle,
            keys="F5",
            icon="play",
            tip=translate("WindowActions", "Play or pause"),
        )
        add(
            "step_batch",
            translate("WindowActions", "Step one &batch"),
            lambda: runs.step(steps=1),
            keys="F6",
            icon="step",
        )
        add(
            "step_epoch",
            translate("WindowActions", "Step one &epoch"),
            lambda: runs.step(epochs=1),
            keys="F7",
            icon="epoch",
        )
        add(
            "reset",
            translate("WindowActions", "&Reset to the same initial weights"),
            runs.reset,
            keys="F8",
            icon="reset",
        )
        add(
            "new_seed",
            translate("WindowActions", "&New seed: other initial weights and batch order"),
            self.new_seed,
            keys="F9",
            icon="dice",
        )
        add(
            "new_data",
            translate("WindowActions", "New &data of the same kind"),
            self.new_data,
            keys="Shift+F9",
            icon="points",
        )
        add(
            "range_test",
            translate("WindowActions", "Try out learning &rates (range test)"),
            self.range_test,
            icon="curve",
        )
        add(
            "measure_test",
            translate("WindowActions", "Measure on &test data"),
            self.measure_test,
            icon="table",
            tip=measure_help(),
        )
        add("slower", translate("WindowActions", "&Slower"), lambda: self.change_speed(-1), keys="Ctrl+[")
        add("faster", translate("WindowActions", "&Faster"), lambda: self.change_speed(1), keys="Ctrl+]")
        add(
            "slow_motion",
            translate("WindowActions", "Slow &motion: one step per second"),
            self.slow_motion,
            keys="Ctrl+Shift+[",
        )
        add("full_speed", translate("WindowActions", "F&ull speed"), self.full_speed, keys="Ctrl+Shift+]")
        add(
            "keep_weights",
            translate("WindowActions", "&Keep the weights of unchanged layers after an edit"),
            self.set_keep_weights,
            checked=runs.keep_weights,
        )
        add("forget_weights", translate("WindowActions", "&Forget the weights it starts from"), self.forget_weights)
        add(
            "restart_engine",
            translate("WindowActions", "Restart the &training process"),
            runs.restart_engine,
            icon="restart",
        )
        add("next_variant", translate("WindowActions", "Show the &next variant"), self.next_variant, keys="Ctrl+Tab")

    def new_seed(self) -> None:
        """The next seed: other initial weights, batch order and dropout."""
        experiment = self._studio.document.experiment
        changed = replace(experiment, seed=(experiment.seed + 1) % 2**31)
        self._studio.document.commit(translate("MainWindow", "New seed"), changed)

    def forget_weights(self) -> None:
        """Start from what the initialisers draw, and no longer from a file of weights."""
        experiment = self._studio.document.experiment
        self._studio.document.commit(translate("MainWindow", "Forget the weights"), replace(experiment, weights=""))

    def new_data(self) -> None:
        """Draw the data again with the next data seed."""
        experiment = self._studio.document.experiment
        data = experiment.data.with_values(seed=(int(experiment.data.values()["seed"]) + 1) % 2**31)
        self._studio.document.commit(translate("MainWindow", "New data"), replace(experiment, data=data))

    def range_test(self) -> None:
        """Show the training panel, and try out learning rates there."""
        self._window.layouts.show("training")
        self._window.panel(TrainingPanel).show_rates()

    def measure_test(self) -> None:
        """Look at the test set with the weights as they are, and say what it shows."""
        self._studio.runs.measure_held_out(self._say_test)

    def _say_test(self, error: str) -> None:
        if error:
            self._window.say(words.sentence(told(error)), True)
        else:
            self._window.say(summary(self._studio).replace("\n", "  "))

    def change_speed(self, stops: int) -> None:
        """Move the speed slider by some stops."""
        place = SPEEDS.index(self._studio.runs.speed) + stops
        self._window.transport.set_speed(SPEEDS[max(0, min(len(SPEEDS) - 1, place))])

    def slow_motion(self) -> None:
        """One step per second."""
        self._window.transport.set_speed(SPEEDS[0])

    def full_speed(self) -> None:
        """As fast as the machine can."""
        self._window.transport.set_speed(SPEEDS[-1])

    def set_keep_weights(self, keep: bool) -> None:
        """Whether an edit keeps the weights of the layers it does not touch."""
        self._studio.runs.keep_weights = keep

    def next_variant(self) -> None:
        """Show the variant after this one."""
        document = self._studio.document
        names = document.experiment.variant_names()
        document.show_variant(names[(names.index(document.variant) + 1) % len(names)])
