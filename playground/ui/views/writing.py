"""WritingView: what a network that knows the next symbol writes, and its best guesses for the next."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np
from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QTextEdit, QVBoxLayout, QWidget

from playground.catalog.probes import Continuation
from playground.ui import words
from playground.ui.studio import Studio
from playground.ui.views.base import Table, View
from playground.ui.views.wish import Wish
from playground.ui.widgets import EmptyState, ValueSlider, label

INTERVAL = 0.5
ROW, BAR_WIDTH, NARROW_BARS, SYMBOL, LEAST_TEXT = 20.0, 150, 100, 14, 110
NARROW = 420
"""Below that width what can be set stands in two rows."""
SIGNS = {"¶": "\n", "␣": " "}
"""What stands for characters that cannot be seen."""
COLDEST, HOTTEST, USUAL = 0.0, 2.0, 0.7


class _Guesses(QWidget):
    """Bars for the symbols that the network takes for the likeliest, the best on top, as many as there is room for."""

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._themes = studio.themes
        self.rows: list[tuple[str, float]] = []
        self.setFixedWidth(BAR_WIDTH)

    @property
    def fitting(self) -> int:
        """How many rows there is room for."""
        return min(len(self.rows), int(self.height() // ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            painter.setFont(self._themes.font(12))
            metrics = painter.fontMetrics()
            shown = self.rows[: self.fitting]
            names = max((metrics.horizontalAdvance(symbol) for symbol, _ in shown), default=0)
            names = min(max(names, SYMBOL), self.width() // 2 - 10)
            shares = metrics.horizontalAdvance(percent_in_tenths(1.0))
            for at, (symbol, share) in enumerate(shown):
                row = QRectF(4, at * ROW, self.width() - 4, ROW)
                self._paint_row(painter, row, (names, shares), symbol, share)

    def _paint_row(
        self, painter: QPainter, row: QRectF, widths: tuple[float, float], symbol: str, share: float
    ) -> None:
        theme, (names, shares) = self._themes.theme, widths
        middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        bar = row.adjusted(names + 6, 4, -shares - 6, -4)
        bar.setWidth(max(1.0, bar.width() * share))
        painter.fillRect(bar, theme.color("accent", 0.55))
        painter.setPen(theme.color("text"))
        said = painter.fontMetrics().elidedText(symbol, Qt.TextElideMode.ElideRight, int(names))
        painter.drawText(row, int(middle), said)
        painter.setPen(theme.color("secondary"))
        painter.drawText(row, int(middle | right), percent_in_tenths(share))


def percent_in_tenths(share: float) -> str:
    """A share in percent with one decimal, so that rows line up."""
    return f"{QLocale().toString(100 * share, 'f', 1)} %"


class WritingView(View):
    """A beginning, what the network writes behind it, shaded by how sure it was, and the next guesses."""

    name: ClassVar[str] = "writing"
    order: ClassVar[int] = 70
    min_size: ClassVar[tuple[int, int]] = (240, 140)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, parent)
        self._wish = Wish(self, INTERVAL)
        self._draw = 0
        self._shown: dict[str, Any] = {}
        self._prompt, self._prompt_label = QLineEdit(), label("", "label")
        self._heat = ValueSlider(COLDEST, HOTTEST, USUAL, decimals=2)
        self._heat_label = label("", "label")
        self._text, self._lost = QTextEdit(), label("", "caption", wrap=True)
        self._guesses, self._guesses_label = _Guesses(studio), label("", "label")
        self._empty = EmptyState("text", "")
        self._body = QWidget()
        self.again_action = QAction(self)
        self.again_action.triggered.connect(self._draw_again)
        self._prompt.textEdited.connect(self._watch)
        self._heat.changed.connect(self._watch)
        studio.store.sample_changed.connect(self._watch)
        self._build()
        self.say()
        self.restarted()

    def title(self) -> str:
        return self.tr("Writing")

    def options(self) -> list[QAction]:
        return [self.again_action]

    def _build(self) -> None:
        self._text.setReadOnly(True)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setMinimumWidth(LEAST_TEXT)
        self._lost.hide()
        self._prompt.setMaxLength(200)
        self._wishes = QGridLayout()
        self._wishes.setHorizontalSpacing(8)
        self._wishes.setVerticalSpacing(4)
        beside = QVBoxLayout()
        beside.addWidget(self._guesses_label)
        beside.addWidget(self._guesses, 1)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self._text, 1)
        below.addLayout(beside)
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(12, 4, 12, 8)
        inside.addLayout(self._wishes)
        inside.addWidget(self._lost)
        inside.addLayout(below, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._body)
        column.addWidget(self._empty)
        self._arrange()

    def _arrange(self) -> None:
        """Put what can be set into one row, or into two where there is little room, and make the bars fit."""
        self._narrow = narrow = self.width() < NARROW
        self._guesses.setFixedWidth(NARROW_BARS if narrow else BAR_WIDTH)
        pairs = ((self._prompt_label, self._prompt), (self._heat_label, self._heat))
        for at, (said, field) in enumerate(pairs):
            self._wishes.addWidget(said, at * narrow, 0 if narrow else 2 * at)
            self._wishes.addWidget(field, at * narrow, 1 if narrow else 2 * at + 1)
        for column, stretch in ((1, 3), (3, 0 if narrow else 2)):
            self._wishes.setColumnStretch(column, stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.size().width() < NARROW) != self._narrow:
            self._arrange()

    def say(self) -> None:
        super().say()
        self.again_action.setText(self.tr("draw again"))
        self.again_action.setToolTip(self.tr("Write another text with the same network"))
        self._prompt_label.setText(self.tr("Beginning"))
        self._prompt.setPlaceholderText(self.tr("that of a validation sample"))
        self._prompt.setAccessibleName(self.tr("Beginning"))
        self._heat_label.setText(self.tr("Temperature"))
        tip = self.tr("How boldly symbols are drawn: at 0 always the likeliest, above 1 more evenly than it thinks.")
        self._heat.setToolTip(tip)
        self._heat.setAccessibleName(self.tr("Temperature"))
        self._text.setAccessibleName(self.tr("What the network writes"))
        self._text.setToolTip(self.tr("The darker a symbol's ground, the surer the network was of it"))
        self._guesses_label.setText(self.tr("Next symbol"))
        self._guesses_label.setToolTip(self.tr("What the network expects right after the beginning"))

    # --- snapshots ------------------------------------------------------------------------------------------------

    def restarted(self) -> None:
        self._wish.forget()
        self._watch()
        self.mark()

    def _draw_again(self) -> None:
        self._draw += 1
        self._watch()

    def _watch(self, *_: object) -> None:
        """Keep the text of the shown variant fresh, with the beginning and the temperature that are set."""
        variant, network = self.studio.document.variant, self.studio.document.network
        prompt, heat = self._prompt.text(), round(self._heat.value(), 2)
        sample = 0 if prompt else self.studio.store.sample
        probe = Continuation(prompt=prompt, temperature=heat, draw=self._draw, sample=sample, network=network)
        self._wish.renew(variant, probe)

    # --- showing --------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        self._watch()
        started = self.studio.store.started
        snapshot = self.studio.store.snapshots.get((self.name, self.studio.document.variant))
        self._shown = dict(snapshot.arrays) if snapshot and started else {}
        has = "made" in self._shown
        self._body.setVisible(has)
        self._empty.setVisible(not has)
        self._empty.set_sentence(self._sentence(snapshot is not None))
        if has and started is not None:
            self._write(started.data.class_names)

    def _sentence(self, asked: bool) -> str:
        if self.studio.store.started is None:
            return self.invitation()
        return self.tr("Only a network that guesses the next symbol of a text can write one.") if asked else ""

    def _write(self, symbols: list[str]) -> None:
        theme = self.studio.themes.theme
        place = self._text.verticalScrollBar().value()
        self._text.clear()
        cursor, plain = QTextCursor(self._text.document()), QTextCharFormat()
        plain.setForeground(theme.color("secondary"))
        cursor.insertText(_legible(symbols, self._shown["prompt"]), plain)
        for one, share in zip(self._shown["made"], self._shown["share"], strict=True):
            sure = QTextCharFormat()
            sure.setForeground(theme.color("text"))
            sure.setBackground(_shade(theme.color("accent"), float(share)))
            cursor.insertText(_legible(symbols, [one]), sure)
        self._text.verticalScrollBar().setValue(place)
        lost = int(self._shown["lost"])
        single = self.tr("1 letter of the beginning does not occur in the data.")
        several = self.tr("{0} letters of the beginning do not occur in the data.").format(words.count(lost))
        self._lost.setText(single if lost == 1 else several)
        self._lost.setVisible(bool(lost))
        best = zip(self._shown["next"], self._shown["next.share"], strict=True)
        self._guesses.rows = [(symbols[int(one)], float(share)) for one, share in best]
        self._guesses.update()

    def picture_size(self) -> QSize:
        return self.size()

    def tables(self) -> list[Table]:
        """What was written, with the share that each symbol got; and the guesses for the next."""
        started = self.studio.store.started
        if "made" not in self._shown or started is None:
            return []
        names = np.array(started.data.class_names)
        made = {"symbol": names[self._shown["made"]], "share": self._shown["share"]}
        following = {"symbol": names[self._shown["next"]], "share": self._shown["next.share"]}
        return [Table("written", made), Table("next", following)]


def _legible(symbols: list[str], numbers: Any) -> str:
    """Symbols as text: characters as they are, words with a space before each."""
    shown = [symbols[int(one)] for one in numbers]
    if all(len(symbol) == 1 for symbol in symbols):
        return "".join(SIGNS.get(word, word) for word in shown)
    return "".join(f" {word}" for word in shown)


def _shade(color: QColor, share: float) -> QColor:
    """A colour as strong as the network was sure."""
    shade = QColor(color)
    shade.setAlphaF(0.4 * min(max(share, 0.0), 1.0))
    return shade
