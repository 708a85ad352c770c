"""MetricsView: accuracy, R² and the other numbers per epoch."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from playground.catalog.kinds import Metric
from playground.ui.judged import LOSSES, TRAIN, judged
from playground.ui.series_words import is_share, series_words
from playground.ui.studio import Studio
from playground.ui.views.curve_canvas import Range
from playground.ui.views.curve_plot import CurvePlot
from playground.ui.views.ticks import linear_range, number, percent

LAST = ("lr", "batch_loss")
FLOORS = (0.0, 0.5, 0.8, 0.9)
DECADES = ("gradient_ratio", "batch_loss")
"""Numbers that span powers of ten: they open on a logarithmic scale."""


class MetricsView(CurvePlot):
    """One metric of every variant over epochs; the person chooses which."""

    name: ClassVar[str] = "metrics"
    order: ClassVar[int] = 40

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        self._chosen = ""
        self._offered: list[str] = []
        self._scales: dict[str, bool] = {}
        self._scaled = ""
        super().__init__(studio, parent)
        self.log_action.triggered.connect(self._keep_scale)
        studio.document.opened.connect(self._opened)

    def title(self) -> str:
        return self.tr("Metrics")

    def options(self) -> list[QAction]:
        if not hasattr(self, "choose_action"):
            self._menu = QMenu(self)
            self._menu.triggered.connect(self._choose)
            self._group = QActionGroup(self)
            self.choose_action = QAction(self)
            self.choose_action.setMenu(self._menu)
            self._offer()
        return [self.choose_action, *super().options()]

    @property
    def chosen(self) -> str:
        """The metric shown: what the person chose where the run has it, else what the lesson is about, or the first."""
        wanted = (self._chosen, judged(self.studio.document.experiment), *self._offered[:1])
        return next((series for series in wanted if series in self._offered), "")

    def choose(self, series: str) -> None:
        """Show another metric."""
        self._chosen = series
        self._offer()
        self.mark()

    def _opened(self) -> None:
        """Another experiment may be about another curve."""
        self.choose("")

    def series(self) -> tuple[str, str]:
        known = {name for named in self.studio.store.record.series.values() for name in named}
        train = TRAIN + self.chosen
        return (train if train in known else "", self.chosen)

    def test_series(self) -> str:
        return f"test_{self.chosen}"

    def format(self, value: float) -> str:
        return percent(value) if is_share(self.chosen) else number(value)

    def linear_range(self, low: float, high: float) -> Range:
        if is_share(self.chosen):
            return max((floor for floor in FLOORS if floor <= low), default=0.0), 1.0
        if self.chosen == "r2":  # far below 0 says only "worse than the mean"
            return (max(linear_range(low, 1.0)[0], -1.0) if low < 0 else 0.0), 1.0
        return linear_range(low, high)

    def _keep_scale(self, log: bool) -> None:
        """A person has chosen how a series is drawn: so it stays."""
        self._scales[self.chosen] = log

    def refresh(self) -> None:
        self._offer()
        if self._scaled != self.chosen:
            self._scaled = self.chosen
            self.log_action.setChecked(self._scales.get(self.chosen, self.chosen in DECADES))
        super().refresh()

    def _names(self) -> list[str]:
        said = {name for named in self.studio.store.record.series.values() for name in named}
        planned = [m.series for m in self.studio.document.shown.metrics if isinstance(m, Metric) and m.series]
        known = [*planned, *sorted(said - set(planned))]
        plain = ["distance"] if "distance" in said else []  # of all numbers of a game the one that tells how it goes
        plain += [n for n in known if n not in LOSSES + LAST and not (n.startswith(TRAIN) and n[len(TRAIN) :] in known)]
        return [*dict.fromkeys(plain), *(n for n in LAST if n in said)]

    def _offer(self) -> None:
        self._offered = self._names()
        self.choose_action.setText(f"{series_words(self.chosen)} ▾" if self.chosen else self.tr("no metrics"))
        hint = self.tr("Choose what to show")
        self.choose_action.setToolTip(f"{series_words(self.chosen)}\n{hint}" if self.chosen else hint)
        if [action.data() for action in self._menu.actions()] != self._offered:
            self._menu.clear()
            for name in self._offered:
                action = self._menu.addAction(series_words(name))
                action.setData(name)
                action.setCheckable(True)
                self._group.addAction(action)
        for action in self._menu.actions():
            action.setChecked(action.data() == self.chosen)

    def _choose(self, action: QAction) -> None:
        self.choose(str(action.data()))
