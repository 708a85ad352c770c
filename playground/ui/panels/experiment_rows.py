"""Rows for the numbers of the experiment itself: batch size, epochs, seed, device."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from playground.engine.events import DataInfo
from playground.spec.errors import ParamError
from playground.spec.experiment import DEVICES, PRECISIONS
from playground.spec.params import Param
from playground.ui import words
from playground.ui.engine_words import told
from playground.ui.panels.choices import ChoiceField
from playground.ui.panels.field import Field
from playground.ui.panels.fields import FlagField, NumberField, WholeField
from playground.ui.panels.form import problem_at, show_problem
from playground.ui.panels.panel import growing
from playground.ui.studio import Studio
from playground.ui.widgets import FormRow, IconLabel

MOST_EPOCHS = 10_000_000
MOST_SEED = 2**31 - 1

translate = QCoreApplication.translate


class ExperimentRow(FormRow):
    """Shows and edits one field of the experiment; what is not valid stays, with a sentence below it."""

    def __init__(self, studio: Studio, name: str, label: str, field: Field, meta: Param, kind: type = int) -> None:
        effect = "" if meta.live else translate("ExperimentRow", "A change starts the training anew.")
        super().__init__(label, field, f"{meta.help} {effect}".strip(), live=meta.live)
        growing(self)
        self.studio = studio
        self.field = field
        self._name, self._meta, self._kind = name, meta, kind
        self._marks = self.findChildren(IconLabel) if meta.live else []
        field.changed.connect(self._edit)
        field.released.connect(studio.document.end_merge)
        studio.document.changed.connect(self.show_value)
        studio.document.variant_changed.connect(self.show_value)
        studio.store.state_changed.connect(self._mark_live)
        studio.runs.planned.connect(self.show_problem)
        self.show_value()
        self._mark_live()

    def show_value(self, *_: object) -> None:
        """Show what the document has."""
        self.set_problem("")
        self.field.show_value(getattr(self.studio.document.shown, self._name))

    def show_problem(self) -> None:
        """Show what the engine found wrong with the value."""
        show_problem(self, problem_at(self.studio, self._name))

    def _edit(self, value: Any) -> None:
        try:
            checked = self._meta.check(self._name, value, self._kind)
        except ParamError as error:
            self.set_problem(told(f"{self.label()} {error.message}."))
            return
        self.set_problem("")
        document = self.studio.document
        label = translate("ExperimentRow", "Change {0}").format(words.inside(self.label()))
        document.edit(label, replace(document.shown, **{self._name: checked}), self._name if self.field.merges else "")

    def _mark_live(self) -> None:
        for mark in self._marks:
            mark.setVisible(self.studio.store.running)


class BatchRow(ExperimentRow):
    """The batch size, on a slider from one sample to all of them."""

    def __init__(self, studio: Studio) -> None:
        meta = Param(
            translate("ExperimentRow", "How many samples make one step; the gradient is their mean."),
            min=1,
            max=MOST_EPOCHS,
            live=True,
        )
        field = NumberField("batch_size", replace(meta, max=256, scale="log"), 10, whole=True)
        field.slider.set_bounds(1, MOST_EPOCHS)
        self._slider = field.slider
        super().__init__(studio, "batch_size", translate("ExperimentRow", "Batch size"), field, meta)
        studio.runs.planned.connect(self._fit)
        self._fit()

    def words(self) -> str:
        """What the batch size means for the data there is."""
        size, info = self.studio.document.shown.batch_size, data_info(self.studio)
        if info is None:
            return ""
        kind = (
            translate("ExperimentRow", "stochastic")
            if size == 1
            else translate("ExperimentRow", "full batch")
            if size >= info.train
            else translate("ExperimentRow", "mini-batch")
        )
        ends = translate("ExperimentRow", "1 = stochastic, {0} = full batch").format(words.count(info.train))
        steps = -(-info.train // size)
        said = (
            translate("ExperimentRow", "1 step per epoch")
            if steps == 1
            else translate("ExperimentRow", "{0} steps per epoch").format(words.count(steps))
        )
        return translate("ExperimentRow", "{0}, {1}. {2}.").format(kind[:1].upper() + kind[1:], said, ends)

    def _fit(self) -> None:
        info = data_info(self.studio)
        if info is not None:
            self._slider.set_felt(1, max(info.train, 2))
            self.show_value()


def epochs_row(studio: Studio) -> ExperimentRow:
    """How long to train."""
    meta = Param(
        translate("ExperimentRow", "How many times training goes through all samples."), min=1, max=MOST_EPOCHS
    )
    return ExperimentRow(studio, "epochs", translate("ExperimentRow", "Epochs"), WholeField(meta), meta)


def seed_row(studio: Studio) -> ExperimentRow:
    """The seed of weights, batch order and dropout."""
    meta = Param(
        translate("ExperimentRow", "Decides initial weights, order of batches and dropout."), min=0, max=MOST_SEED
    )
    return ExperimentRow(studio, "seed", translate("ExperimentRow", "Seed"), WholeField(meta), meta)


def device_row(studio: Studio) -> ExperimentRow:
    """Where to compute."""
    meta = Param(
        translate("ExperimentRow", "Where to compute; auto takes a graphics card where it is faster."), choices=DEVICES
    )
    labels = (translate("ExperimentRow", "Automatic"), "CPU", "CUDA", "MPS")
    return ExperimentRow(
        studio, "device", translate("ExperimentRow", "Device"), ChoiceField(DEVICES, labels), meta, str
    )


def precision_row(studio: Studio) -> ExperimentRow:
    """In which numbers to compute."""
    meta = Param(
        translate(
            "ExperimentRow",
            "The numbers of the forward and backward pass; weights stay float32. Mixed precision is faster and needs "
            "less memory on a CUDA device; float16 scales the loss so that small gradients do not vanish.",
        ),
        choices=PRECISIONS,
    )
    label, labels = translate("ExperimentRow", "Precision"), tuple(map(told, PRECISIONS))
    return ExperimentRow(studio, "precision", label, ChoiceField(PRECISIONS, labels), meta, str)


def exact_row(studio: Studio) -> ExperimentRow:
    """Whether PyTorch takes every step."""
    meta = Param(
        translate(
            "ExperimentRow",
            "Let PyTorch take every step, so that an exported script gives the same numbers to the last digit. Without "
            "it, small dense networks are trained by machine code from step 1,000 on, many times as fast, and differ "
            "in the seventh digit.",
        ),
    )
    return ExperimentRow(studio, "exact", translate("ExperimentRow", "Exact"), FlagField(), meta, bool)


def data_info(studio: Studio) -> DataInfo | None:
    """What the data of the shown variant turned out to be, as far as the engine has said."""
    plan = studio.runs.plans.get(studio.document.variant)
    return plan.data if plan else None
