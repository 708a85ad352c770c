"""Actions: the one table of everything a person can do; menus, buttons, shortcuts and the action search read it."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from playground.ui.theme import ThemeManager


def plain(text: str) -> str:
    """An action's text without its mnemonic, which stands in brackets in Chinese: "&Open…", "打开(&O)…"."""
    return re.sub(r"\s?\(&\w\)|&", "", text)


class Actions(QObject):
    """Makes QActions, keeps their icons in the theme's colours and refuses a shortcut that is taken."""

    def __init__(self, window: QWidget, themes: ThemeManager) -> None:
        super().__init__(window)
        self._window = window
        self._themes = themes
        self._table: dict[str, QAction] = {}
        self._icons: dict[str, str] = {}
        themes.changed.connect(self._retheme)

    def add(
        self,
        name: str,
        text: str,
        slot: Callable[..., object],
        *,
        keys: str | QKeySequence.StandardKey = "",
        icon: str = "",
        checked: bool | None = None,
        tip: str = "",
    ) -> QAction:
        """Make an action; `checked` makes it a switch whose slot gets the new state.

        Raises:
            ValueError: the name or the shortcut is taken.
        """
        action = QAction(text, self._window)
        action.setObjectName(name)
        if keys:
            self._claim(action, QKeySequence(keys))
        if checked is not None:
            action.setCheckable(True)
            action.setChecked(checked)
            action.toggled.connect(slot)
        else:
            action.triggered.connect(lambda _checked=False: slot())
        action.setToolTip(self._tip(action, tip))
        if name in self._table:
            raise ValueError(f"a second action {name}")
        self._table[name] = action
        if icon:
            self._icons[name] = icon
            action.setIcon(self._themes.icon(icon))
        self._window.addAction(action)
        return action

    def __getitem__(self, name: str) -> QAction:
        return self._table[name]

    def __contains__(self, name: object) -> bool:
        return name in self._table

    def all(self) -> list[QAction]:
        """Every action, in order of declaration."""
        return list(self._table.values())

    def _claim(self, action: QAction, keys: QKeySequence) -> None:
        for other in self._table.values():
            if not keys.isEmpty() and other.shortcut() == keys:
                raise ValueError(f"{action.objectName()} and {other.objectName()} share {keys.toString()}")
        action.setShortcut(keys)

    def _tip(self, action: QAction, tip: str) -> str:
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        words = tip or plain(action.text()).rstrip("…")
        return f"{words} ({keys})" if keys else words

    def _retheme(self) -> None:
        for name, icon in self._icons.items():
            self._table[name].setIcon(self._themes.icon(icon))
