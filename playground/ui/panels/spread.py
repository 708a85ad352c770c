"""How the outputs of the layers are spread before training, by depth: a small plot, and the words below it."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget

from playground.engine.events import LayerSpread
from playground.spec.experiment import Experiment
from playground.spec.inner_ids import shown_as
from playground.ui import fonts, words
from playground.ui.engine_words import told
from playground.ui.studio import Studio
from playground.ui.theme import Theme, ThemeManager
from playground.ui.widgets import label

translate = QCoreApplication.translate

HEIGHT, STRIP, GAP = 108, 16, 6
"""Height of the plot, and of the strip below it for the shares of outputs at 0 or at an end."""
LEFT, RIGHT, APART = 34, 26, 14
"""Room for the names of levels and of lines, and how far apart two levels are that both have one."""
LEAST, MOST = 1e-12, 1e12
FADED = 20.0
"""By how much a deviation has to fall or grow for a signal to fade or blow up."""


class SpreadPlot(QWidget):
    """Standard deviation and size of the mean of each layer on a log scale, and below them shares as bars.

    `seen()` speaks whenever it is painted, so that nothing need be worked out for one that nobody sees.
    """

    seen = Signal()

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self._layers: tuple[LayerSpread, ...] = ()
        self._marked: frozenset[str] = frozenset()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Outputs of the layers before training"))
        themes.changed.connect(self.update)

    @property
    def layers(self) -> tuple[LayerSpread, ...]:
        """What is drawn."""
        return self._layers

    def show_layers(self, layers: Sequence[LayerSpread]) -> None:
        """Draw these layers, the first at the left."""
        self._layers = tuple(layers)
        self.update()

    def mark(self, nodes: Collection[str]) -> None:
        """Make the dots of some layers stand out."""
        if frozenset(nodes) != self._marked:
            self._marked = frozenset(nodes)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.seen.emit()
        if not self._layers:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(fonts.font(fonts.CAPTION))
        theme = self._themes.theme
        low, high = self._decades()
        for decade in (low, 0, high):
            if decade == 0 or abs(self._y(10.0**decade) - self._y(1.0)) >= APART:
                self._paint_level(painter, theme, decade)
        self._paint_strip(painter, theme)
        self._paint_line(painter, theme, [abs(one.mean) for one in self._layers], dashed=True)
        self._paint_line(painter, theme, [one.std for one in self._layers])
        self._paint_dots(painter, theme)

    def event(self, event: QEvent) -> bool:
        """Tell of the layer under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._layers:
            place = min(range(len(self._layers)), key=lambda at: abs(self._x(at) - event.pos().x()))
            QToolTip.showText(event.globalPos(), layer_words(self._layers[place]), self)
            return True
        return super().event(event)

    # --- where things lie ----------------------------------------------------------------------------------

    def _inside(self) -> QRectF:
        return QRectF(self.rect()).adjusted(LEFT, 8, -RIGHT, -STRIP - GAP - 4)

    def _x(self, place: int) -> float:
        inside = self._inside()
        return inside.left() + inside.width() * place / max(1, len(self._layers) - 1)

    def _y(self, value: float) -> float:
        inside, (low, high) = self._inside(), self._decades()
        if not value > 0:  # nan too
            return inside.bottom()
        up = (math.log10(min(max(value, LEAST), MOST)) - low) / (high - low)
        return inside.bottom() - min(max(up, 0.0), 1.0) * inside.height()

    def _decades(self) -> tuple[int, int]:
        """Powers of ten at the bottom and at the top; 1 lies between them."""
        values = [min(max(one.std, LEAST), MOST) for one in self._layers if one.std > 0]
        low = min((math.floor(math.log10(value)) for value in values), default=-1)
        high = max((math.ceil(math.log10(value)) for value in values), default=1)
        return min(low, -1), max(high, 1)

    # --- what is drawn -------------------------------------------------------------------------------------

    def _paint_level(self, painter: QPainter, theme: Theme, decade: int) -> None:
        inside, y = self._inside(), round(self._y(10.0**decade)) + 0.5
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(QPointF(inside.left() - 4, y), QPointF(inside.right() + 4, y))
        painter.setPen(theme.color("secondary"))
        text = "1" if decade == 0 else f"10{_raised(decade)}"
        room = QRectF(0, y - 8, LEFT - 8, 16)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)

    def _paint_line(self, painter: QPainter, theme: Theme, values: list[float], dashed: bool = False) -> None:
        color = theme.color("secondary" if dashed else "accent")
        pen = QPen(color, 1.4 if dashed else 2.0)
        if dashed:
            pen.setDashPattern([2.6, 2.2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = QPainterPath()
        for place, value in enumerate(values):
            point = QPointF(self._x(place), self._y(value))
            if place and not math.isnan(values[place - 1]) and not math.isnan(value):
                path.lineTo(point)
            else:
                path.moveTo(point)
        painter.drawPath(path)

    def _paint_dots(self, painter: QPainter, theme: Theme) -> None:
        wide = len(self._layers) * 7 <= self._inside().width()
        for place, one in enumerate(self._layers):
            marked = bool(self._marked) and bool(shown_as(one.node, self._marked))
            if not (wide or marked):
                continue
            painter.setPen(QPen(theme.color("panel"), 1.2))
            painter.setBrush(theme.color("accent" if math.isfinite(one.std) else "error"))
            size = 4.5 if marked else 2.6
            painter.drawEllipse(QPointF(self._x(place), self._y(one.std)), size, size)
        self._paint_names(painter, theme)

    def _paint_names(self, painter: QPainter, theme: Theme) -> None:
        """Names at the ends of the two lines, the lower one below the other."""
        last = self._layers[-1]
        names = [(self._y(last.std), "σ", "accent"), (self._y(abs(last.mean)), "|μ|", "secondary")]
        names.sort()
        if names[1][0] - names[0][0] < 12:
            middle = (names[0][0] + names[1][0]) / 2
            middle = min(middle, self._inside().bottom() - 5)
            names = [(middle - 6, *names[0][1:]), (middle + 6, *names[1][1:])]
        for y, name, role in names:
            painter.setPen(theme.color(role))
            painter.drawText(
                QRectF(self.width() - RIGHT + 6, y - 8, RIGHT - 6, 16), int(Qt.AlignmentFlag.AlignVCenter), name
            )

    def _paint_strip(self, painter: QPainter, theme: Theme) -> None:
        """For each layer a bar: grey for the outputs that are 0, above it amber for those at an end."""
        base, inside = self.height() - 3.0, self._inside()
        width = min(12.0, max(1.0, inside.width() / max(1, len(self._layers) - 1) - 2))
        painter.setPen(Qt.PenStyle.NoPen)
        for place, one in enumerate(self._layers):
            left, zeros, ends = self._x(place) - width / 2, STRIP * one.zeros, STRIP * (one.saturated or 0.0)
            painter.fillRect(QRectF(left, base - STRIP, width, STRIP), theme.color("line", 0.55))
            painter.fillRect(QRectF(left, base - zeros, width, zeros), theme.color("faint"))
            ends = min(ends, STRIP - zeros)
            painter.fillRect(QRectF(left, base - zeros - ends, width, ends), theme.color("warning"))


class StartSpread(QWidget):
    """The plot for the network that is shown, asked for when it is seen and when what it depends on has changed."""

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._studio = studio
        self._nodes: tuple[str, ...] = ()
        self._shown: object = None
        self._asking = False
        self._found: dict[str, list[LayerSpread]] = {}
        self._error = ""
        self._title = label(self.tr("Outputs before training, by depth"), "caption")
        self.plot = SpreadPlot(studio.themes)
        self.words = label("", "caption", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        for widget in (self._title, self.plot, self.words):
            column.addWidget(widget)
        self.plot.seen.connect(self._ask, Qt.ConnectionType.QueuedConnection)  # not while it is painted
        studio.runs.engine_changed.connect(self._forget)
        for signal in (studio.runs.planned, studio.document.variant_changed, studio.document.network_changed):
            signal.connect(self._outdate)

    def mark(self, nodes: Sequence[str]) -> None:
        """Speak of these layers; of the network as a whole where there are none."""
        self._nodes = tuple(nodes)
        self.plot.mark(self._nodes)
        self._tell()

    def _outdate(self, *_: object) -> None:
        self._show()
        self.plot.update()  # it is painted, and asks, when it is to be seen

    def _forget(self) -> None:
        """Ask a new engine anew."""
        self._shown, self._asking = None, False
        self.plot.update()

    def _ask(self) -> None:
        document, runs = self._studio.document, self._studio.runs
        plan = runs.plans.get(document.variant)
        wanted = _depends(document.shown)
        if self._asking or wanted == self._shown or plan is None or not plan.trainable:
            return
        self._shown, self._asking = wanted, True
        runs.questions.spreads(document.experiment, document.variant, self._answered)

    def _answered(self, value: Any, error: str) -> None:
        self._asking = False
        self._error = error
        self._found = {} if error else msgspec.convert(value, dict[str, list[LayerSpread]])
        self._outdate()

    def _show(self) -> None:
        self.plot.show_layers(self._found.get(self._studio.document.network, []))
        self._tell()

    def _tell(self) -> None:
        layers = self.plot.layers
        chosen = [one for one in layers if self._nodes and shown_as(one.node, set(self._nodes))]
        said = told(self._error) if self._error else self._summary(layers) if not self._nodes else ""
        if chosen:
            said = layer_words(chosen[-1])
        self.words.setText(said)
        self.words.setVisible(bool(said))
        self.plot.setAccessibleDescription(said)

    def _summary(self, layers: Sequence[LayerSpread]) -> str:
        """How the deviation goes from the first layer that computes to the last."""
        if len(layers) < 2:
            return ""
        first, last = layers[min(1, len(layers) - 2)].std, layers[-1].std
        if len(layers) > 3:
            last = layers[-2].std  # the last layer has few units, and none of the activations before it
        said = self.tr("Standard deviation {0} → {1}.").format(words.number(first, 2), words.number(last, 2))
        bars = any(one.zeros or one.saturated for one in layers)
        legend = self.tr("Bars: outputs that are 0 (grey) or saturated (amber).") if bars else ""
        return " ".join(filter(None, (said, self._verdict(first, last), legend)))

    def _verdict(self, first: float, last: float) -> str:
        if not math.isfinite(last) or last > FADED * first:
            return self.tr("The signal blows up on its way.")
        if first > FADED * last:
            return self.tr("The signal fades on its way.")
        return ""


def _depends(shown: Experiment) -> object:
    """All that the first outputs depend on; what else is edited changes nothing of them."""
    return (
        shown.networks,
        shown.blocks,
        shown.data,
        shown.objective,
        shown.loss,
        shown.initializer,
        shown.weights,
        shown.seed,
    )


def layer_words(one: LayerSpread) -> str:
    """One layer in a sentence."""
    numbers = translate("SpreadPlot", "{0}: mean {1}, standard deviation {2}").format(
        words.from_catalog(one.title), words.number(one.mean, 2), words.number(one.std, 2)
    )
    shares = [translate("SpreadPlot", "{0} zero").format(words.percent(one.zeros))] if one.zeros > 0 else []
    if one.saturated is not None:
        shares.append(translate("SpreadPlot", "{0} saturated").format(words.percent(one.saturated)))
    return ", ".join([numbers, *shares])


def _raised(number: int) -> str:
    return str(number).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
