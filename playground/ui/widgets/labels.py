"""Labels: a section's title with a detail at the right, and one line of text that shortens itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from playground.ui.widgets.kinds import label, set_kind


class ElidedLabel(QLabel):
    """One line of plain text that ends in "…" when the room is short, and then tells the whole in its tooltip."""

    def __init__(self, text: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        """Show `text` in the style sheet's role `kind`."""
        super().__init__(text, parent)
        self._tip = ""
        self._elide = Qt.TextElideMode.ElideRight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if kind:
            set_kind(self, kind)

    def set_elide_mode(self, mode: Qt.TextElideMode) -> None:
        """Shorten in the middle (file names) or at the left."""
        self._elide = mode
        self.update()

    def setToolTip(self, text: str) -> None:  # noqa: N802 — Qt's own name
        """Show `text` on hover instead of the whole label."""
        self._tip = text
        super().setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        metrics = self.fontMetrics()
        return QSize(min(metrics.horizontalAdvance("mm…"), super().sizeHint().width()), super().sizeHint().height())

    def shown_text(self) -> str:
        """Return what fits."""
        return self.fontMetrics().elidedText(self.text(), self._elide, self.contentsRect().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment()), self.shown_text())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text on hover once it is shortened."""
        super().resizeEvent(event)
        self._offer_whole()

    def setText(self, text: str) -> None:  # noqa: N802 — Qt's own name
        """Show another text."""
        super().setText(text)
        self._offer_whole()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again with a new font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._offer_whole()

    def _offer_whole(self) -> None:
        if not self._tip:
            super().setToolTip(self.text() if self.shown_text() != self.text() else "")


class SectionTitle(QWidget):
    """A title in semibold, in two lines where it is long, with a quiet detail at the right edge."""

    def __init__(self, text: str, detail: str = "", parent: QWidget | None = None) -> None:
        """Show `text`, and `detail` at the right."""
        super().__init__(parent)
        self._title = label(text, "title", wrap=True)
        self._detail = ElidedLabel(detail, "detail")
        self._detail.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._title, 1)
        self._row.addWidget(self._detail)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def title(self) -> str:
        """Return the title."""
        return self._title.text()

    def set_title(self, text: str) -> None:
        """Show another title."""
        self._title.setText(text)
        self.setAccessibleName(text)

    def detail(self) -> str:
        """Return the detail."""
        return self._detail.text()

    def set_detail(self, text: str) -> None:
        """Show another detail."""
        self._detail.setText(text)

    def add(self, widget: QWidget) -> None:
        """Put a small button or menu at the right end."""
        self._row.addWidget(widget)
