"""EntryPicker: a list of the entries of a kind, grouped, with a search field when it is long."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from playground.spec.entry import Entry, entries
from playground.ui import words
from playground.ui.panels.choices import QuietCombo
from playground.ui.panels.form import merged
from playground.ui.tokens import theme_in_force
from playground.ui.widgets import help_tip

SEARCH_FROM = 9
ROWS_SHOWN = 12
_CLASS = Qt.ItemDataRole.UserRole

Wanted = Callable[[type[Entry]], bool]


class EntryPicker(QuietCombo):
    """Shows which entry is chosen; `picked(entry)` speaks when a person chooses another one, or None for `nothing`.

    The entry that is picked keeps the fields that it shares with the one shown before.
    """

    picked = Signal(object)

    def __init__(self, kind: str, wanted: Wanted | None = None, nothing: str = "") -> None:
        """Offer the entries of `kind` that `wanted` says yes to, after `nothing` when it has a text."""
        super().__init__()
        self._kind = kind
        self._wanted = wanted or (lambda _cls: True)
        self._nothing = nothing
        self._entry: Entry | None = None
        self._classes: list[type[Entry] | None] = []
        self._popup: _Popup | None = None
        self._fill()
        self.activated.connect(self._activated)

    @property
    def entry(self) -> Entry | None:
        """The entry that is shown."""
        return self._entry

    @property
    def classes(self) -> list[type[Entry] | None]:
        """What can be picked, in order."""
        return list(self._classes)

    def set_wanted(self, wanted: Wanted) -> None:
        """Offer other entries of the kind."""
        self._wanted = wanted
        self._fill()
        self.set_entry(self._entry)

    def set_entry(self, entry: Entry | None) -> None:
        """Show an entry without saying so; one that is not offered is shown by its title."""
        self._entry = entry
        while self.count() > len(self._classes):
            self.removeItem(self.count() - 1)
        cls = None if entry is None else type(entry)
        if cls in self._classes:
            self.setCurrentIndex(self._classes.index(cls))
        elif entry is not None:
            self.addItem(words.title(entry))
            self.setCurrentIndex(self.count() - 1)
        else:
            self.setCurrentIndex(-1)

    def pick(self, cls: type[Entry] | None) -> None:
        """Choose a class as a person does."""
        if cls is None:
            changed, made = self._entry is not None, None
        else:
            changed = type(self._entry) is not cls
            made = cls() if self._entry is None else merged(self._entry, cls)
        if changed:
            self.set_entry(made)
            self.picked.emit(made)

    def showPopup(self) -> None:  # noqa: N802  # Qt's name
        if self._popup is None:
            self._popup = _Popup(self, self.parentWidget() or self)
            self._popup.chosen.connect(self.pick)
        self._popup.open_for(self._classes, self._nothing, None if self._entry is None else type(self._entry))

    def hidePopup(self) -> None:  # noqa: N802  # Qt's name
        if self._popup is not None:
            self._popup.hide()

    @property
    def popup(self) -> QWidget | None:
        """The open or last opened list."""
        return self._popup

    def _fill(self) -> None:
        self.clear()
        found = [cls for cls in entries(self._kind).values() if self._wanted(cls)]
        self._classes = [*([None] if self._nothing else []), *found]
        for cls in self._classes:
            self.addItem(self._nothing if cls is None else words.title(cls))

    def _activated(self, index: int) -> None:
        if index < len(self._classes):
            self.pick(self._classes[index])


class _Popup(QFrame):
    """The list below the picker; a search field on top narrows it."""

    chosen = Signal(object)

    def __init__(self, picker: QWidget, parent: QWidget) -> None:
        """Belong to `parent`: the style sheet dresses what lies inside a combo box in another way."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("pickerPopup")
        self._picker = picker
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setUniformItemSizes(False)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(5, 5, 5, 5)
        column.setSpacing(4)
        column.addWidget(self.search)
        column.addWidget(self.list)
        self.search.textChanged.connect(self._narrow)
        self.list.itemClicked.connect(self._take)
        self.list.itemActivated.connect(self._take)
        self._taken = False

    def open_for(self, classes: list[type[Entry] | None], nothing: str, current: type[Entry] | None) -> None:
        """Fill the list and show it below the picker, or above when there is no room."""
        self._taken = False
        self._fill(classes, nothing, current)
        self.search.clear()
        self.search.setVisible(len(classes) >= SEARCH_FROM)
        self._place()
        self.show()
        (self.search if len(classes) >= SEARCH_FROM else self.list).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down and Enter in the search field move in the list and take from it."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if (item := self.list.currentItem()) is not None:
                    self._take(item)
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_in_force()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        painter.setPen(theme.color("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _fill(self, classes: list[type[Entry] | None], nothing: str, current: type[Entry] | None) -> None:
        self.list.clear()
        groups = dict.fromkeys(cls.group if cls else "" for cls in classes)
        for group in groups:
            if group and len([one for one in groups if one]) > 1:
                self._add_header(group)
            for cls in classes:
                if (cls.group if cls else "") == group:
                    self._add(cls, nothing, cls is current)

    def _add_header(self, group: str) -> None:
        item = QListWidgetItem(words.from_catalog(group))
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addItem(item)

    def _add(self, cls: type[Entry] | None, nothing: str, current: bool) -> None:
        item = QListWidgetItem(words.title(cls) if cls else nothing)
        item.setData(_CLASS, [cls])
        item.setToolTip(help_tip(" ".join(words.sentences(cls))) if cls else "")
        self.list.addItem(item)
        if current:
            self.list.setCurrentItem(item)

    def _place(self) -> None:
        heights = sum(self.list.sizeHintForRow(row) for row in range(min(self.list.count(), ROWS_SHOWN)))
        self.list.setFixedHeight(heights + 2)
        below = self._picker.mapToGlobal(QPoint(0, self._picker.height() + 3))
        room = self._picker.screen().availableGeometry()
        extra = 10 + (self.search.sizeHint().height() + 4 if self.search.isVisibleTo(self) else 0)
        size = QSize(max(self._picker.width(), 190), heights + 2 + extra)
        if below.y() + size.height() > room.bottom():
            below.setY(max(room.top(), below.y() - size.height() - self._picker.height() - 6))
        below.setX(min(below.x(), room.right() - size.width()))
        self.resize(size)
        self.move(below)

    def _narrow(self, text: str) -> None:
        wanted = text.strip().casefold()
        first: QListWidgetItem | None = None
        for row in range(self.list.count()):
            item = self.list.item(row)
            held: Any = item.data(_CLASS)
            fits = held is not None and wanted in _searched(held[0], item.text())
            item.setHidden(not fits and bool(wanted))
            first = first or (item if fits else None)
        if wanted and first is not None:
            self.list.setCurrentItem(first)

    def _take(self, item: QListWidgetItem) -> None:
        held: Any = item.data(_CLASS)
        if held is not None and not self._taken:
            self._taken = True  # a click may also count as an activation
            self.hide()
            self.chosen.emit(held[0])


def _searched(cls: type[Entry] | None, shown: str) -> str:
    return f"{shown} {cls.__name__} {words.sentences(cls)[0]}".casefold() if cls else shown.casefold()
