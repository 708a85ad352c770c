"""SampleView: base of the views that show what the network makes of one validation sample."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QAction, QFont, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from playground.spec.entry import Entry
from playground.ui import words
from playground.ui.studio import Studio
from playground.ui.views.base import View
from playground.ui.views.wish import Wish
from playground.ui.widgets import EmptyState

INTERVAL = 0.25
MARGIN, LINE = 12.0, 20.0


class SampleView(View):
    """Keeps one probe of the shown variant fresh, steps through the samples, and says when there is nothing to draw.

    A subclass tells its `probe`, what `lacks` in a snapshot, and paints.
    """

    def __init__(self, studio: Studio, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(studio, parent)
        self._wish = Wish(self, INTERVAL)
        self.mouse: QPointF | None = None
        self._empty = EmptyState(icon, "")
        self._empty.setParent(self)
        self.before_action, self.after_action = QAction("‹", self), QAction("›", self)
        for action, way in ((self.before_action, -1), (self.after_action, 1)):
            action.triggered.connect(lambda _=False, way=way: self._step(way))
        self.setMouseTracking(True)
        studio.store.sample_changed.connect(self.mark)
        self.build()
        self.say()
        self.restarted()

    # --- what a subclass tells ------------------------------------------------------------------------------------

    def build(self) -> None:
        """Make what the view has besides, before its texts are set and anything is asked for."""

    def probe(self, sample: int, network: str) -> Entry:
        """What is asked for."""
        raise NotImplementedError

    def lacks(self, arrays: Mapping[str, Any]) -> str:
        """Why a snapshot has nothing to draw and what to do, "" where it has."""
        raise NotImplementedError

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Draw the snapshot that there is."""
        raise NotImplementedError

    def say(self) -> None:
        super().say()
        self.before_action.setToolTip(QCoreApplication.translate("SampleView", "The sample before"))
        self.after_action.setToolTip(QCoreApplication.translate("SampleView", "The next sample"))

    def paint_head(self, painter: QPainter, area: QRectF, said: str, role: str) -> None:
        """Draw a line of text in a colour on top, and which sample it is where there is room beside it."""
        themes = self.studio.themes
        painter.setFont(themes.font(13, QFont.Weight.DemiBold))
        width = painter.fontMetrics().horizontalAdvance(said)
        head = QRectF(area.left(), area.top(), area.width(), LINE)
        painter.setPen(themes.theme.color(role))
        words = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideMiddle, int(head.width()))
        painter.drawText(head, int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.setFont(themes.font(11))
        if width + painter.fontMetrics().horizontalAdvance(self.place) + MARGIN < head.width():
            painter.setPen(themes.theme.color("secondary"))
            painter.drawText(head, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), self.place)

    # --- snapshots ------------------------------------------------------------------------------------------------

    @property
    def arrays(self) -> Mapping[str, Any]:
        """The last snapshot of the shown variant, empty while there is none."""
        snapshot = self.studio.store.snapshots.get((self.name, self.studio.document.variant))
        return snapshot.arrays if snapshot is not None else {}

    @property
    def place(self) -> str:
        """Which sample is shown, in words."""
        number, of = (words.count(int(self.arrays.get(name, 0)) + extra) for name, extra in (("sample", 1), ("of", 0)))
        return QCoreApplication.translate("SampleView", "Sample {0} of {1}").format(number, of)

    def options(self) -> list[QAction]:
        return [self.before_action, self.after_action]

    def restarted(self) -> None:
        self._wish.forget()
        self._watch()
        self.mark()

    def _watch(self) -> None:
        document, sample = self.studio.document, self.studio.store.sample
        self._wish.renew(document.variant, self.probe(sample, document.network))

    def _step(self, way: int) -> None:
        count = int(self.arrays.get("of", 0))
        if count:
            self.studio.store.look_at((int(self.arrays["sample"]) + way) % count)

    def refresh(self) -> None:
        self._watch()
        sentence = self._sentence()
        self._empty.set_sentence(sentence)
        self._empty.setVisible(bool(sentence))
        for action in (self.before_action, self.after_action):
            action.setEnabled(int(self.arrays.get("of", 0)) > 1)
        self.update()

    def _sentence(self) -> str:
        if self.studio.store.started is None:
            return self.invitation()
        seen = (self.name, self.studio.document.variant) in self.studio.store.snapshots
        return self.lacks(self.arrays) if seen else ""

    # --- events ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._empty.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            self._paint(painter)

    def draw(self, painter: QPainter) -> None:
        if self._empty.isVisibleTo(self):
            super().draw(painter)
            return
        mouse, self.mouse = self.mouse, None
        self._paint(painter)
        self.mouse = mouse

    def _paint(self, painter: QPainter) -> None:
        if self.arrays and not self._sentence():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint(painter, QRectF(self.rect()).adjusted(MARGIN, 2, -MARGIN, -8))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.mouse = event.position()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.mouse = None
        self.update()
