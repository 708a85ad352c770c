"""ChoicePopup: a searchable list that opens over the window, for the keyboard alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from playground.ui import fonts
from playground.ui.announce import announce
from playground.ui.fuzzy import rank
from playground.ui.tokens import theme_in_force
from playground.ui.widgets.choice_model import Choice, ChoiceModel
from playground.ui.widgets.kinds import label

WIDTH, LEAST, MOST = 460, 96, 460
ROW, TALL_ROW, ICON, GAP = 30, 46, 18, 8
PAGE = 8
ALSO = 150
"""How much worse it is when only the other names of a choice fit."""
DISABLED = 50
"""How much further down a choice stands that cannot be taken."""


@dataclass(frozen=True)
class _Texts:
    """Where on a row its parts stand."""

    row: QRect
    tall: bool
    text: QRect = field(init=False)
    note: QRect = field(init=False)

    def __post_init__(self) -> None:
        inner = self.row.adjusted(2 * GAP + ICON, 0, -12, 0)
        half = inner.height() // 2
        object.__setattr__(self, "text", inner.adjusted(0, 4, 0, -half) if self.tall else inner)
        object.__setattr__(self, "note", inner.adjusted(0, half, 0, -4))


class _Row(QStyledItemDelegate):
    """A choice, its shortcut at the right end, and below it why it cannot be taken."""

    def initStyleOption(  # noqa: N802  # Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.text = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        choice: Choice = index.data(Qt.ItemDataRole.UserRole)
        return QSize(0, TALL_ROW if choice.note else ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        choice: Choice = index.data(Qt.ItemDataRole.UserRole)
        theme = theme_in_force()
        places = _Texts(option.rect, bool(choice.note))
        painter.save()
        painter.setPen(theme.color("secondary"))
        keys = painter.fontMetrics().horizontalAdvance(choice.keys)
        painter.drawText(places.text, _RIGHT, choice.keys)
        painter.setPen(theme.color("text" if choice.enabled else "disabled"))
        room = places.text.width() - (keys + 12 if keys else 0)
        painter.drawText(places.text, _LEFT, painter.fontMetrics().elidedText(choice.text, _MIDDLE, room))
        if choice.note:
            painter.setFont(fonts.font(fonts.CAPTION))
            painter.setPen(theme.color("secondary"))
            painter.drawText(
                places.note, _LEFT, painter.fontMetrics().elidedText(choice.note, _AT_END, places.note.width())
            )
        painter.restore()


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_MIDDLE, _AT_END = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight


class ChoicePopup(QFrame):
    """A search field over a list of choices; Enter takes the one that is marked, and does nothing on a disabled one."""

    def __init__(self, prompt: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("choicePopup")
        self._choices: Sequence[Choice] = ()
        self.field = QLineEdit(placeholderText=prompt)
        self.field.setAccessibleName(prompt)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setItemDelegate(_Row(self.list))
        self.list.setIconSize(QSize(ICON, ICON))
        self.model = ChoiceModel(self)
        self.list.setModel(self.model)
        self.setStyleSheet("#choicePopup { border: 1px solid palette(mid); }")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self.nothing = label(self.tr("Nothing of that name."), "secondary")
        self.nothing.setContentsMargins(GAP, 0, GAP, GAP)
        layout.addWidget(self.nothing)
        self.field.textChanged.connect(self._fill)
        self.field.returnPressed.connect(self._take)
        self.field.installEventFilter(self)
        self.list.clicked.connect(lambda _index: self._take())
        self.list.selectionModel().currentChanged.connect(self._marked)

    def open(self, choices: Sequence[Choice], corner: QPoint, *, from_right: bool = False) -> None:
        """Show the choices with the popup's top left (or right) corner at a global point, kept on the screen."""
        self._choices = choices
        self.setFixedWidth(WIDTH)
        self.field.clear()
        self._fill("")
        screen = QGuiApplication.screenAt(corner) or QGuiApplication.primaryScreen()
        area = screen.availableGeometry()
        left = corner.x() - (WIDTH if from_right else 0)
        top = min(corner.y(), area.bottom() - self.height())
        self.move(max(area.left(), min(left, area.right() - WIDTH)), max(area.top(), top))
        self.show()
        self.field.setFocus()

    def found(self, words: str) -> list[Choice]:
        """The choices that answer some words, best first; all of them, as they came, when there are none."""
        if not words.strip():
            return list(self._choices)
        ranked = [(place, choice) for choice in self._choices if (place := _rank(words, choice)) is not None]
        return [choice for _, choice in sorted(ranked, key=lambda pair: pair[0])]

    def took(self, choice: Choice) -> None:
        """A choice is about to be carried out."""

    @property
    def marked(self) -> Choice | None:
        """The choice that Enter takes."""
        index = self.list.currentIndex()
        return self.model.choice(index.row()) if index.isValid() else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys in the search field work on the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: PAGE, Qt.Key.Key_PageUp: -PAGE}
            if step := moves.get(Qt.Key(event.key())):
                self._mark(self.list.currentIndex().row() + step)
                return True
        return super().eventFilter(watched, event)

    def _fill(self, words: str) -> None:
        self.model.show(self.found(words))
        tall = any(choice.note for choice in self._choices)
        self.list.setUniformItemSizes(not tall)
        self._mark(0)
        self.list.setVisible(self.model.rowCount() > 0)
        self.nothing.setHidden(self.model.rowCount() > 0)
        rows = self.model.rowCount() * (TALL_ROW if tall else ROW)
        self.setFixedHeight(max(LEAST, min(MOST, rows + self.field.sizeHint().height() + 34)))

    def _mark(self, row: int) -> None:
        last = self.model.rowCount() - 1
        self.list.setCurrentIndex(self.model.index(max(0, min(last, row)), 0))

    def _marked(self, index: QModelIndex) -> None:
        """The list never has the focus, so the search field says what is marked."""
        spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
        self.field.setAccessibleDescription(spoken)
        announce(self.field, spoken)

    def _take(self) -> None:
        choice = self.marked
        if choice is None or not choice.enabled:
            return
        self.close()
        self.took(choice)
        choice.run()


def _rank(words: str, choice: Choice) -> int | None:
    named, also = rank(words, choice.text), rank(words, choice.also) if choice.also else None
    own = choice.rank(words) if choice.rank is not None else None
    places = [place for place in (named, None if also is None else also + ALSO, own) if place is not None]
    return min(places) + (0 if choice.enabled else DISABLED) if places else None
