"""A learning-rate range test beside the schedule: a fold with a button, the plot, and what to begin with."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from playground.catalog.schedules import Constant
from playground.engine.events import RangeTest
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment
from playground.spec.live import essence
from playground.ui import words
from playground.ui.engine_words import told
from playground.ui.panels.rate_plot import RatePlot
from playground.ui.studio import Studio
from playground.ui.widgets import Collapsible, button, label

translate = QCoreApplication.translate


class RateTest(QWidget):
    """Asks the engine only when a person wants it; what is shown goes when what it was true of has changed."""

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._studio = studio
        self._asked = 0
        self._of: object = None
        self.fold = Collapsible(self.tr("Range test…"), expanded=False)
        self.fold.header.setToolTip(
            self.tr(
                "Trains a copy for some 100 steps while the learning rate grows, to see where the loss falls and where "
                "it blows up. The training itself is not touched. (Smith, 2015)"
            )
        )
        self.start = button(self.tr("Try out rates"), "small", self.tr("Takes at most about two seconds."))
        self.use = button("", "small", self.tr("Sets the learning rate of the optimizer; it can be undone."))
        self.plot = RatePlot(studio.themes)
        self.words = label("", "caption", wrap=True)
        self._lay_out()
        self.start.clicked.connect(self.run)
        self.use.clicked.connect(self._take)
        studio.runs.planned.connect(self._outdate)
        studio.runs.engine_changed.connect(self._forget)
        studio.document.variant_changed.connect(self._outdate)
        self._show(None)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.start)
        row.addWidget(self.use)
        row.addStretch(1)
        self.fold.content.addLayout(row)
        self.fold.content.addWidget(self.plot)
        self.fold.content.addWidget(self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fold)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def run(self) -> None:
        """Open the fold and try out rates for the variant that is shown."""
        self.fold.set_expanded(True)
        if not self.start.isEnabled():
            return
        document = self._studio.document
        plan = self._studio.runs.plans.get(document.variant)
        if plan is None or not plan.trainable:
            self._show(None, self.tr("This network cannot be trained yet; see what the problems say."))
            return
        self._asked += 1
        asked, self._of = self._asked, _depends(document.shown)
        self._show(None, self.tr("Training a copy with a growing rate…"))
        self.start.setEnabled(False)
        self._studio.runs.questions.range_test(
            document.experiment, document.variant, lambda value, error: self._answered(asked, value, error)
        )

    def _answered(self, asked: int, value: Any, error: str) -> None:
        if asked != self._asked:
            return  # of what is no longer there
        self.start.setEnabled(True)
        if error:
            self._show(None, told(error))
        elif value is None:
            self._show(None)
        else:
            self._show(msgspec.convert(value, RangeTest))

    def _outdate(self, *_: object) -> None:
        if self._of is not None and _depends(self._studio.document.shown) != self._of:
            self._forget()

    def _forget(self) -> None:
        """Show nothing; an answer that is on its way is not waited for."""
        self._asked += 1
        self._of = None
        self.start.setEnabled(True)
        self._show(None)

    def _show(self, test: RangeTest | None, said: str = "") -> None:
        told = said if test is None else _verdict(test)
        self.plot.show_test(test)
        self.plot.setVisible(test is not None and len(test.rates) > 1)
        self.plot.setAccessibleDescription(told)
        self.words.setText(told)
        self.words.setVisible(bool(told))
        self.use.setVisible(test is not None and test.suggested is not None)
        if test is not None and test.suggested is not None:
            self.use.setText(self.tr("Use {0}").format(words.number(test.suggested, 2)))

    def _take(self) -> None:
        """Train with the suggested rate from now on."""
        test, document = self.plot.test, self._studio.document
        if test is None or test.suggested is None:
            return
        optimizer = document.shown.optimizer.with_values(lr=test.suggested)
        document.edit(words.change_of("lr", type(optimizer)), replace(document.shown, optimizer=optimizer))


def _depends(shown: Experiment) -> object:
    """All that a range test depends on: not the learning rate, its schedule, nor how long the training goes."""
    optimizer = shown.optimizer
    if "lr" in optimizer.values():
        optimizer = optimizer.with_values(lr=1.0)
    rules = tuple(one for one in shown.regularizers if one.target)
    plain = replace(
        shown, optimizer=optimizer, schedule=Constant(), epochs=1, metrics=(), regularizers=rules, variants=()
    )
    try:
        return essence(plain)
    except SpecError:
        return plain


def _verdict(test: RangeTest) -> str:
    """Why it stopped, and what follows, in two or three sentences."""
    ends = {
        "high": translate("RateTest", "Went up to {0} without blowing up."),
        "grown": translate("RateTest", "Stopped at {0}, for the loss had grown fourfold."),
        "not finite": translate("RateTest", "Stopped at {0}, for the loss was not finite after it."),
        "time": translate("RateTest", "Cut at {0}, for two seconds were over."),
    }
    parts = [ends[test.ended].format(words.number(test.rates[-1], 2) if test.rates else "–")]
    if test.suggested is None:
        parts.append(translate("RateTest", "No rate is suggested, for the loss did not fall."))
    else:
        parts.append(translate("RateTest", "Suggested: a tenth of the rate with the lowest loss."))
    if test.steepest is not None:
        parts.append(
            translate("RateTest", "Ring: where it falls steepest, {0}.").format(words.number(test.steepest, 2))
        )
    return " ".join(parts)
