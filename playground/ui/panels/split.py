"""How the samples are split into those that train, validate and test, and what the test set says when it is asked."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.ui import words
from playground.ui.engine_words import told
from playground.ui.held_out import can_measure, holds_out, summary
from playground.ui.panels.experiment_rows import data_info
from playground.ui.studio import Studio
from playground.ui.widgets import ShareBar, button, label

ROLES = (("accent", 1.0), ("accent", 0.4), ("warning", 1.0))
"""Colour and strength of the sets."""


def measure_help() -> str:
    """What it means to look at the test set."""
    return QCoreApplication.translate(
        "HeldOut",
        "Losses and metrics, with the weights as they are, on samples that have neither trained nor chosen anything. "
        "Each look costs the test set some of its worth: what you choose by it, it can no longer test. It is measured "
        "by itself once, at the end of the training.",
    )


class Split(QWidget):
    """The bar, its numbers, and a button that measures the test set where there is one."""

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._studio = studio
        self.bar = ShareBar()
        self.bar.setAccessibleName(self.tr("How the samples are split"))
        self.words = label("", "caption", wrap=True)
        self.measure = button(self.tr("Measure on test data"), "small", measure_help())
        self.result = label("", "caption", wrap=True)
        self.measure.clicked.connect(self._measure)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(4)
        for widget in (self.bar, self.words, self.measure, self.result):
            column.addWidget(widget)
        studio.runs.planned.connect(self.show_split)
        studio.document.variant_changed.connect(self.show_split)
        studio.themes.changed.connect(self.show_split)
        studio.document.changed.connect(self._show_result)
        studio.store.state_changed.connect(self._show_result)
        self.show_split()

    def show_split(self, *_: object) -> None:
        """Show what the engine has said of the data."""
        info = data_info(self._studio)
        counts = info.split if info is not None else []
        if counts:
            names = [self.tr("train {0}"), self.tr("validation {0}"), self.tr("test {0}")]
            whole = max(1, sum(counts))
            each = [
                name.format(f"{words.count(count)} ({words.percent(count / whole)})")
                for name, count in zip(names, counts, strict=False)
            ]
            theme = self._studio.themes.theme
            self.bar.show_shares(counts, each, [theme.color(role, alpha) for role, alpha in ROLES])
            self.words.setText(" · ".join(each))
            self.bar.setAccessibleDescription(self.words.text())
        self.setVisible(bool(counts))
        self._show_result()

    def _show_result(self, *_: object) -> None:
        self.measure.setVisible(holds_out(data_info(self._studio)) and self._tests())
        self.measure.setEnabled(can_measure(self._studio))
        said = summary(self._studio) if not self.measure.isHidden() else ""
        if self.result.text() != said:
            self.result.setText(said)
        self.result.setVisible(bool(said))

    def _tests(self) -> bool:
        return getattr(self._studio.document.shown.objective, "tests", True)

    def _measure(self) -> None:
        self._studio.runs.measure_held_out(self._measured)

    def _measured(self, error: str) -> None:
        if error:
            self.result.setText(words.sentence(told(error)))
            self.result.show()
