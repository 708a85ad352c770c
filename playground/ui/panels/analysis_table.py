"""The table of the analysis: bars behind numbers, blocks that fold, sums that stay below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from playground.ui import fonts, icons
from playground.ui.panels.analysis_model import LAYER, PROBLEMS, ROW, AnalysisModel
from playground.ui.panels.analysis_rows import Row
from playground.ui.tokens import theme_in_force

HEIGHT, PAD, INDENT, ARROW, ICON = 24, 8, 16, 14, 14
WIDTHS = (42, 140, 90, 84, 72, 54, 62, 70, 46)
_ELIDE = Qt.TextElideMode.ElideRight
FOLDING = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class AnalysisDelegate(QStyledItemDelegate):
    """Paints a cell: a bar as wide as the share of the total, the number over it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._font = fonts.font(fonts.LABEL)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        if not isinstance(model, AnalysisModel):
            return
        theme, row = theme_in_force(), model.rows[index.row()]
        box, column = QRectF(option.rect), index.column()
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.color("accent_fill"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.color("hover"))
        if share := model.share(row, column):
            bar = box.adjusted(3, 4, -3, -4)
            bar.setLeft(bar.right() - max(1.5, share * bar.width()))
            painter.fillRect(bar, theme.color("accent", 0.16))
        painter.setFont(self._font)
        if column == LAYER:
            self._layer(painter, box, row, row.key not in model.folded)
        elif column == PROBLEMS:
            self._problems(painter, box, row, model.text(row, column))
        else:
            dim = row.group or row.plan.waits_for
            painter.setPen(theme.color("secondary" if dim else "text"))
            room = box.adjusted(PAD, 0, -PAD, 0)
            text = painter.fontMetrics().elidedText(model.text(row, column), _ELIDE, int(room.width()))
            painter.drawText(room, model.side(column), text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(60, HEIGHT)

    def _layer(self, painter: QPainter, box: QRectF, row: Row, is_open: bool) -> None:
        theme = theme_in_force()
        left = box.left() + PAD + row.level * INDENT
        ratio = painter.device().devicePixelRatioF()
        if row.group:
            arrow = icons.pixmap(theme, "chevron-down" if is_open else "chevron-right", "secondary", ARROW, ratio)
            painter.drawPixmap(int(left), int(box.center().y() - ARROW / 2 + 1), arrow)
        left += ARROW + 4
        room = QRectF(left, box.top(), box.right() - left - PAD, box.height())
        metrics = painter.fontMetrics()
        name = metrics.elidedText(row.name, Qt.TextElideMode.ElideMiddle, int(room.width() * 0.7))
        painter.setPen(theme.color("text"))
        painter.drawText(room, _LEFT, name)
        room.setLeft(room.left() + metrics.horizontalAdvance(name) + 8)
        painter.setPen(theme.color("secondary"))
        painter.drawText(room, _LEFT, metrics.elidedText(row.kind, Qt.TextElideMode.ElideRight, int(room.width())))

    def _problems(self, painter: QPainter, box: QRectF, row: Row, text: str) -> None:
        if not row.problems:
            return
        theme = theme_in_force()
        severity = min(problem.severity for problem in row.problems)  # "error" comes before "warning"
        mark = icons.pixmap(theme, severity, severity, ICON, painter.device().devicePixelRatioF())
        painter.drawPixmap(int(box.left() + PAD), int(box.center().y() - ICON / 2 + 1), mark)
        room = box.adjusted(PAD + ICON + 6, 0, -PAD, 0)
        painter.setPen(theme.color("error" if severity == "error" else "warning_text"))
        painter.drawText(
            room, _LEFT, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        )


class AnalysisTable(QTableView):
    """Rows of whole layers; Left and Right fold and open blocks, Ctrl+C copies.

    Signals: `copy_wanted()`, `fold_wanted(key)`, `entered_row(key)` when a person asks for a layer with Enter.
    """

    copy_wanted = Signal()
    fold_wanted = Signal(str)
    entered_row = Signal(str)

    def __init__(self, model: AnalysisModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(AnalysisDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(HEIGHT)
        self.setAccessibleName(self.tr("Layers of the network"))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(28)
        for column, width in enumerate(WIDTHS):
            self.setColumnWidth(column, width)
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def row_at(self, index: QModelIndex) -> Row | None:
        """The row of an index."""
        found = index.data(ROW) if index.isValid() else None
        return found if isinstance(found, Row) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = self.row_at(index)
        if row is not None and row.group and index.column() == LAYER:
            left = self.visualRect(index).left() + PAD + row.level * INDENT
            if left - 4 <= event.position().x() <= left + ARROW + 4:
                self.fold_wanted.emit(row.key)
                return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(self.indexAt(event.position().toPoint()))
        if row is not None and row.group:
            self.fold_wanted.emit(row.key)
        else:
            super().mouseDoubleClickEvent(event)

    def event(self, event: QEvent) -> bool:
        """The window's own Ctrl+C must not take the key."""
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.ShortcutOverride and _copies(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.row_at(self.currentIndex())
        model = self.model()
        if _copies(event):
            self.copy_wanted.emit()
        elif row is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit(row.key)
        elif (
            row is not None and isinstance(model, AnalysisModel) and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        ):
            shut = event.key() == Qt.Key.Key_Left
            if row.group and (row.key in model.folded) != shut:
                self.fold_wanted.emit(row.key)
        else:
            super().keyPressEvent(event)


def _copies(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Copy)


class TotalsBar(QWidget):
    """The sums below the table, each under its column."""

    def __init__(self, table: AnalysisTable, model: AnalysisModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table, self._model = table, model
        self.setFixedHeight(HEIGHT + 2)
        header = table.horizontalHeader()
        header.sectionResized.connect(self._again)
        table.horizontalScrollBar().valueChanged.connect(self._again)
        model.dataChanged.connect(self._again)

    def _again(self, *_: object) -> None:
        sums = self._model.totals()
        heads = (self._model.headerData(column, Qt.Orientation.Horizontal) for column in sums)
        self.setAccessibleName(", ".join(f"{head} {text}" for head, text in zip(heads, sums.values(), strict=True)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, header = theme_in_force(), self._table.horizontalHeader()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.color("line"))
        font = fonts.font(fonts.LABEL)
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        for column, text in self._model.totals().items():
            left, width = header.sectionViewportPosition(column), header.sectionSize(column)
            inset = PAD + ARROW + 4 if column == LAYER else PAD
            box = QRectF(left + inset, 0, width - inset - PAD, self.height())
            painter.drawText(box, _LEFT if column == LAYER else _RIGHT, text)
        painter.end()
