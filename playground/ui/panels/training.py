"""TrainingPanel: how the network learns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PySide6.QtWidgets import QWidget

from playground.catalog.adapt import suits, with_objective
from playground.catalog.kinds import Data, Loss, Objective, Schedule
from playground.spec.entry import Entry, entries
from playground.spec.experiment import Experiment
from playground.spec.variants import edits_base
from playground.ui import words
from playground.ui.later import later
from playground.ui.panels.class_balance import BalanceButton
from playground.ui.panels.curves import Curve, CurvePlot
from playground.ui.panels.editor import EntryEditor
from playground.ui.panels.experiment_rows import (
    BatchRow,
    data_info,
    device_row,
    epochs_row,
    exact_row,
    precision_row,
    seed_row,
)
from playground.ui.panels.panel import Panel, Section
from playground.ui.panels.range_test import RateTest
from playground.ui.panels.regularizers import LayerStrengths, SwitchRow
from playground.ui.panels.spread import StartSpread
from playground.ui.studio import Studio
from playground.ui.widgets import label

ROOM = 140
"""Pixels below the button of the range test that its plot needs."""
CURVE_POINTS = 241
SCHEDULE_POINTS = 1201
"""Enough for the peaks of cycles to keep their height."""


class TrainingPanel(Panel):
    """Objective, loss, optimizer, schedule, regularisation, initial weights, and the numbers of the run."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, parent)
        self.setObjectName("trainingPanel")
        self._scope = label("", "caption", wrap=True)
        self._make_objective()
        self._make_optimizer()
        self._make_run()
        self._make_loss()
        self._make_regularization()
        self._make_initializer()
        self._make_metrics()
        studio.document.changed.connect(self.show_experiment)
        studio.document.variant_changed.connect(self.show_experiment)
        studio.runs.planned.connect(self._show_batch)
        studio.runs.planned.connect(self._show_pace)
        studio.runs.counted.connect(self._move_dot)
        studio.store.restarted.connect(self._move_dot)
        self.show_experiment()

    def show_experiment(self, *_: object) -> None:
        """Show what the document has, in place."""
        shown = self.studio.document.shown
        self.objective.set_entry(shown.objective)
        self._offer(shown)
        self.loss.set_entry(shown.loss)
        self.optimizer.set_entry(shown.optimizer)
        self.schedule.set_entry(shown.schedule)
        self.initializer.set_entry(shown.initializer)
        for row in (*self.regularizers, *self.metrics.values()):
            row.show_value()
        self.strengths.show_value()
        self._show_loss(shown.loss)
        self._show_schedule(shown)
        self._show_batch()
        self._show_scope()
        self._show_roles(shown)

    def show_rates(self) -> None:
        """Try out learning rates, and scroll to what comes of it."""
        self.rate_test.run()
        later(self, lambda: self.ensureWidgetVisible(self.schedule, 0, 0))
        later(self, lambda: self.ensureWidgetVisible(self.rate_test, 0, ROOM))

    # --- sections ------------------------------------------------------------------------------------------

    def _make_objective(self) -> None:
        section = Section(self.tr("Objective"))
        section.column.insertWidget(0, self._scope)
        self.objective = EntryEditor(
            self.studio,
            "objective",
            self.tr("Objective"),
            help=self.tr("What the networks are trained for. Networks that it needs are added; no network is removed."),
            place="objective",
            wanted=self._suits,
        )
        self.objective.row.fill_line()
        self.objective.edited.connect(self._choose_objective)
        self.objective.released.connect(self.studio.document.end_merge)
        self._roles = label("", "caption", wrap=True)
        section.add(self.objective, self._roles)
        self.add_section(section)

    def _suits(self, cls: type[Entry]) -> bool:
        """Whether an objective is one for the data."""
        data = self.studio.document.shown.data
        return not isinstance(data, Data) or suits(cls, data)

    def _choose_objective(self, entry: Entry, merge_key: str, undo_label: str) -> None:
        document = self.studio.document
        shown = document.shown
        if not isinstance(entry, Objective):
            return
        if type(entry) is type(shown.objective):
            wanted = replace(shown, objective=entry)
        else:
            plan = self.studio.runs.plans.get(document.variant)
            sample = tuple(plan.data.input_shape) if plan is not None and plan.data is not None else None
            wanted = with_objective(shown, entry, sample)
        document.edit(undo_label, wanted, f"objective.{merge_key}" if merge_key else "")
        if document.network not in entry.networks:
            document.show_network(entry.networks[0])

    def _make_optimizer(self) -> None:
        section = Section(self.tr("Optimizer"))
        self.optimizer = self._editor(
            "optimizer", self.tr("Optimizer"), self.tr("How gradients become steps."), fold=True
        )
        self.optimizer.row.set_label(self.tr("Method"))
        self.schedule = self._editor(
            "schedule", self.tr("Schedule"), self.tr("How the learning rate changes from epoch to epoch.")
        )
        self.schedule_plot = CurvePlot(self.studio.themes, height=66)
        self._schedule_words = label("", "caption", wrap=True)
        self.rate_test = RateTest(self.studio)
        section.add(self.optimizer, self.schedule, self.schedule_plot, self._schedule_words, self.rate_test)
        self.add_section(section)

    def _make_run(self) -> None:
        section = Section(self.tr("Run"))
        self.batch = BatchRow(self.studio)
        self._batch_words = label("", "caption", wrap=True)
        self.epochs, self.seed = epochs_row(self.studio), seed_row(self.studio)
        self.device, self.precision = device_row(self.studio), precision_row(self.studio)
        self.exact = exact_row(self.studio)
        section.add(self.batch, self._batch_words, self.epochs, self.seed, self.device, self.precision, self.exact)
        self.add_section(section)

    def _make_loss(self) -> None:
        section = self._loss_section = Section(self.tr("Loss"))
        self.loss = self._editor("loss", self.tr("Loss"), self.tr("What training makes small."))
        self.loss.row.set_label(self.tr("Function"))
        self._offered: tuple[Entry | None, str] = (None, "")
        self.loss_plot = CurvePlot(self.studio.themes, height=66)
        self._loss_words = label("", "caption", wrap=True)
        self.balance = BalanceButton(self.studio)
        section.add(self.loss, self.balance, self.loss_plot, self._loss_words)
        self.add_section(section)

    def _make_regularization(self) -> None:
        section = Section(self.tr("Regularisation"))
        self.regularizers = [SwitchRow(self.studio, cls) for cls in entries("regularizer").values()]
        self.strengths = LayerStrengths(self.studio)
        section.column.setSpacing(2)
        section.add(*self.regularizers, self.strengths)
        self.add_section(section)

    def _make_initializer(self) -> None:
        section = Section(self.tr("Initial weights"))
        self.initializer = self._editor(
            "initializer", self.tr("Initialiser"), self.tr("How weights start, in every layer without an own choice.")
        )
        self.spread = StartSpread(self.studio)
        section.add(self.initializer, self.spread)
        self.add_section(section)

    def _make_metrics(self) -> None:
        section = Section(self.tr("Metrics"))
        self.metrics = {cls: SwitchRow(self.studio, cls) for cls in entries("metric").values()}
        section.column.setSpacing(2)
        section.add(*self.metrics.values())
        self.add_section(section)

    def _editor(self, name: str, title: str, help: str, fold: bool = False) -> EntryEditor:
        editor = EntryEditor(self.studio, name, title, help=help, place=name, fold=fold)
        editor.edited.connect(self._edit(name))
        editor.released.connect(self.studio.document.end_merge)
        return editor

    def _edit(self, name: str) -> Callable[[Entry, str, str], None]:
        document = self.studio.document

        def edit(entry: Entry, merge_key: str, undo_label: str) -> None:
            wanted = replace(document.shown, **{name: entry})  # type: ignore[arg-type]  # `name` is a field that holds an entry
            document.edit(undo_label, wanted, f"{name}.{merge_key}" if merge_key else "")

        return edit

    # --- what is drawn ------------------------------------------------------------------

    def _offer(self, shown: Experiment) -> None:
        """Offer objectives for the data, and losses that the objective can make small; none where it has its own."""
        objective = shown.objective
        offered = (objective, str(getattr(shown.data, "task", "")))
        if offered != self._offered:
            self._offered = offered
            self.loss.picker.set_wanted(lambda cls: not isinstance(objective, Objective) or objective.takes(cls()))
            self.objective.picker.set_wanted(self._suits)
        for cls, row in self.metrics.items():
            row.setVisible(_measures(cls, objective) or any(type(item) is cls for item in shown.metrics))
        self.show_section(self._loss_section, not getattr(objective, "own_loss", False))

    def _show_roles(self, shown: Experiment) -> None:
        """Say which networks there are, and what each is for."""
        objective = shown.objective
        several = isinstance(objective, Objective) and len(objective.networks) > 1
        self._roles.setVisible(several)
        if isinstance(objective, Objective):
            told = [f"{name}: {words.from_catalog(objective.role(name))}" for name in objective.networks]
            self._roles.setText("\n".join(told))

    def _show_loss(self, loss: Entry) -> None:
        shown = isinstance(loss, Loss)
        self.loss_plot.setVisible(shown)
        if isinstance(loss, Loss):
            x = np.linspace(*loss.span, CURVE_POINTS)
            self.loss_plot.show_curves([Curve(x, loss.curve(x))], cross=True)
            self._loss_words.setText(f"{words.sentences(type(loss))[0]} {self._over(loss)}")

    def _over(self, loss: Loss) -> str:
        """What the curve of a loss runs over."""
        match loss.reads:
            case "logits":
                return self.tr("Over the logit of the true class.")
            case "scores":
                return self.tr("Over the lead of the true class.")
            case "probabilities":
                return self.tr("Over the probability of the true class.")
            case "log-probabilities":
                return self.tr("Over the log-probability of the true class.")
            case _:
                return self.tr("Over the residual.")

    def _show_schedule(self, shown: Experiment) -> None:
        schedule, lr = shown.schedule, _lr(shown)
        planned = isinstance(schedule, Schedule) and not schedule.watches
        self.schedule_plot.setVisible(planned)
        if not planned:
            self._schedule_words.setText(self.tr("Nobody knows the curve before: it follows the validation loss."))
        elif isinstance(schedule, Schedule):
            each = self._each(schedule, shown)
            paced, end = schedule.paced(each), each * shown.epochs
            steps = np.unique(np.linspace(0, end, min(end + 1, SCHEDULE_POINTS)).astype(int))
            rates = np.array([paced.factor(int(step), end, lr) * lr for step in steps])
            self.schedule_plot.show_curves([Curve(steps / each, rates)], dot=self._dot(schedule, shown))
            self._schedule_words.setText(
                self.tr("Learning rate {0} → {1} over {2} epochs").format(
                    words.number(float(rates[0]), 2), words.number(float(rates[-1]), 2), words.count(shown.epochs)
                )
            )

    def _each(self, schedule: Schedule, shown: Experiment) -> int:
        """How often a schedule moves in an epoch, as far as the engine has said how many samples there are."""
        info = data_info(self.studio)
        return -(-info.train // shown.batch_size) if schedule.per_step and info is not None else 1

    def _dot(self, schedule: Schedule, shown: Experiment) -> tuple[float, float]:
        lr, each = _lr(shown), self._each(schedule, shown)
        epoch = min(self.studio.store.epoch, float(shown.epochs))
        return epoch, schedule.paced(each).factor(int(epoch * each + 1e-6), each * shown.epochs, lr) * lr

    def _move_dot(self) -> None:
        shown = self.studio.document.shown
        if isinstance(shown.schedule, Schedule) and self.schedule_plot.isVisible():
            self.schedule_plot.show_dot(self._dot(shown.schedule, shown))

    def _show_pace(self) -> None:
        """Draw a schedule that moves at each step anew, now that the number of steps is known."""
        shown = self.studio.document.shown
        if getattr(shown.schedule, "per_step", False):
            self._show_schedule(shown)

    def _show_scope(self) -> None:
        """Say which variants a change here reaches."""
        experiment, shown = self.studio.document.experiment, self.studio.document.variant
        words = (
            self.tr("“{0}” is the base: changes here reach every variant that has no value of its own.")
            if edits_base(experiment, shown)
            else self.tr("Changes here reach the variant “{0}” alone.")
        )
        self._scope.setText(words.format(shown))
        self._scope.setVisible(len(experiment.variants) > 1)

    def _show_batch(self) -> None:
        said = self.batch.words()
        self._batch_words.setText(said)
        self._batch_words.setVisible(bool(said))


def _measures(cls: type[Entry], objective: Entry) -> bool:
    """Whether a metric is of use for an objective."""
    if getattr(cls, "of", "") == "samples":
        return getattr(objective, "makes", False)
    task = getattr(objective, "task", "")
    fits = isinstance(objective, Objective) and objective.judged_by(cls) and task in getattr(cls, "tasks", ())
    return getattr(cls, "of", "") == "network" or (bool(task) and fits)


def _lr(experiment: Experiment) -> float:
    return float(experiment.optimizer.values().get("lr", 1.0))
