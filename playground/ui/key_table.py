"""Tables of keys: what a widget does on which key, in words. Widgets and the sheet of keys read the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

Place = TypeVar("Place")
Portable = QKeySequence.SequenceFormat.PortableText
ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
Native = QKeySequence.SequenceFormat.NativeText


@dataclass(frozen=True)
class Key(Generic[Place]):
    """Some keys, in Qt's own notation, that do the same. `action` names the window's action that has the same key."""

    keys: tuple[str, ...]
    text: Any  # a marked text: the stub of QT_TRANSLATE_NOOP returns object
    do: Callable[[Place], object]
    action: str = ""

    @property
    def words(self) -> str:
        """What it does, in the window's language."""
        return QCoreApplication.translate("keys", self.text)

    @property
    def shown(self) -> str:
        """The keys as this system writes them; the four arrows as one."""
        held = {one.removesuffix("Left") for one in self.keys if one.endswith("Left")}
        four = [one for one in held if {f"{one}{way}" for way in ARROWS} <= set(self.keys)]
        single = [one for one in self.keys if not any(one in {f"{h}{way}" for way in ARROWS} for h in four)]
        told = [f"{one}{' '.join(ARROWS.values())}" for one in four]
        return ", ".join([*told, *(QKeySequence(one).toString(Native) for one in single)])


def pressed(event: QKeyEvent) -> str:
    """The key of an event in Qt's own notation; the number block counts as the other keys, and + is + with Shift."""
    kept = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() == Qt.Key.Key_Plus:
        kept &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(QKeyCombination(kept, Qt.Key(event.key()))).toString(Portable)


def find(table: Sequence[Key[Place]], event: QKeyEvent) -> Key[Place] | None:
    """The row of a table that an event asks for."""
    wanted = pressed(event)
    return next((key for key in table if wanted in key.keys), None)
