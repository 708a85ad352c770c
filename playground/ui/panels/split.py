"""How the samples are split into those that train, validate and test, and what the test set says when it is asked."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget

from playground.ui import words
from playground.ui.engine_words import told
from playground.ui.held_out import can_measure, holds_out, summary
from playground.ui.panels.experiment_rows import data_info
from playground.ui.studio import Studio
from playground.ui.theme import ThemeManager
from playground.ui.widgets import button, label

HEIGHT, GAP = 10, 1.0
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


class SplitBar(QWidget):
    """One bar for all samples, with a part for each set."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self._counts: tuple[int, ...] = ()
        self._names: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("How the samples are split"))
        themes.changed.connect(self.update)

    @property
    def counts(self) -> tuple[int, ...]:
        """What is drawn."""
        return self._counts

    def show_split(self, counts: list[int], names: list[str]) -> None:
        """Draw these sets from now on; a name is told under the pointer."""
        self._counts, self._names = tuple(counts), tuple(names)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, HEIGHT)

    def _rects(self) -> list[QRectF]:
        whole, left, found = max(1, sum(self._counts)), 0.0, []
        for count in self._counts:
            wide = self.width() * count / whole
            found.append(QRectF(left, 0, max(1.0, wide - GAP), HEIGHT))
            left += wide
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for rect, (role, alpha) in zip(self._rects(), ROLES, strict=False):
            painter.fillRect(rect, self._themes.theme.color(role, alpha))

    def event(self, event: QEvent) -> bool:
        """Tell of the set under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            for name, rect in zip(self._names, self._rects(), strict=True):
                if rect.left() <= event.pos().x() <= rect.right() + GAP:
                    QToolTip.showText(event.globalPos(), name, self)
            return True
        return super().event(event)


class Split(QWidget):
    """The bar, its numbers, and a button that measures the test set where there is one."""

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._studio = studio
        self.bar = SplitBar(studio.themes)
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
            self.bar.show_split(counts, each)
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
