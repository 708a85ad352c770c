"""Rows of the inspector for the regularisers that a layer has in place of the network's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.catalog.regularizers import WeightRegularizer
from playground.spec.entry import Entry, entries
from playground.spec.graph import Node
from playground.ui import words
from playground.ui.panels.choices import ChoiceField
from playground.ui.panels.form import EntryForm
from playground.ui.panels.panel import growing
from playground.ui.studio import Studio
from playground.ui.widgets import Collapsible, FormRow

translate = QCoreApplication.translate

NETWORK, OWN, NONE = "network", "own", "none"

Change = Callable[[Node], Node]


class OwnRegularizers(Collapsible):
    """For each kind that works on weights: as the network, a strength of the layer's own, or none.

    `edited(change, merge_key, label)` speaks of every edit, where `change(node)` is the node after it; `released()`
    ends a gesture.
    """

    edited = Signal(object, str, str)
    released = Signal()

    def __init__(self, studio: Studio) -> None:
        super().__init__(translate("OwnRegularizers", "Regularisation"), expanded=False)
        self.content.setSpacing(6)
        kinds = (cls for cls in entries("regularizer").values() if issubclass(cls, WeightRegularizer))
        self.rows = {cls: _Kind(studio, cls) for cls in kinds}
        for row in self.rows.values():
            row.edited.connect(self.edited)
            row.released.connect(self.released)
            self.content.addWidget(row)

    def show_node(self, node: Node) -> None:
        """Show what a layer has for itself."""
        for cls, row in self.rows.items():
            row.show_value(next((item for item in node.regularizers if type(item) is cls), None))
        told = ", ".join(_told(item) for item in node.regularizers)
        self.set_detail(told or self.tr("Network default"))


class _Kind(QWidget):
    """One kind: a choice, and its values while the layer has its own."""

    edited = Signal(object, str, str)
    released = Signal()

    def __init__(self, studio: Studio, cls: type[WeightRegularizer]) -> None:
        super().__init__()
        self._studio, self._cls = studio, cls
        self._last: Entry | None = None
        self.choice = ChoiceField((NETWORK, OWN, NONE), (self.tr("Network default"), self.tr("Own"), self.tr("None")))
        self.form = EntryForm(studio)
        self.form.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(growing(FormRow(words.title(cls), self.choice, " ".join(words.sentences(cls)))))
        column.addWidget(self.form)
        self.choice.changed.connect(self._choose)
        self.form.edited.connect(self._edit)
        self.form.released.connect(self.released)

    def show_value(self, item: Entry | None) -> None:
        """Show what the layer has of this kind."""
        idle = isinstance(item, WeightRegularizer) and item.idle
        self._last = self._last if item is None or idle else item
        if self.form.entry is None or not idle:  # a slider may be drawn to 0 and on
            self.choice.show_value(NONE if idle else NETWORK if item is None else OWN)
            self.form.set_entry(None if idle else item)
        else:
            self.form.set_entry(item)

    def _choose(self, choice: str) -> None:
        off = self._cls().with_values(**self._cls.off)
        item = {NETWORK: None, OWN: self._start(), NONE: off}[choice]
        self.form.set_entry(None)
        self._say(item, "")

    def _start(self) -> Entry:
        """What the layer has when it gets its own: what it had last, else what the network has."""
        network = next((item for item in self._studio.document.shown.regularizers if type(item) is self._cls), None)
        return self._last or network or self._cls()

    def _edit(self, item: Entry, merge_key: str) -> None:
        self._say(item, f"{self._cls.__name__}.{merge_key}" if merge_key else "")

    def _say(self, item: Entry | None, merge_key: str) -> None:
        label = self.tr("Change {0}").format(words.inside(words.title(self._cls)))
        self.edited.emit(lambda node: with_own(node, self._cls, item), merge_key, label)


def with_own(node: Node, cls: type[Entry], item: Entry | None) -> Node:
    """The node with `item` as its only regulariser of a kind, or with none of that kind."""
    kept = [other for other in node.regularizers if type(other) is not cls]
    return replace(node, regularizers=_ordered([*kept, item] if item is not None else kept))


def _ordered(items: Iterable[Entry]) -> tuple[Entry, ...]:
    order = list(entries("regularizer"))
    return tuple(sorted(items, key=lambda one: order.index(one.name) if one.name in order else len(order)))


def _told(item: Entry) -> str:
    """A regulariser in few words: its title and its first value."""
    if isinstance(item, WeightRegularizer) and item.idle:
        return translate("OwnRegularizers", "no {0}").format(words.inside(words.title(item)))
    value = next((one for one in item.values().values() if isinstance(one, float)), None)
    return words.title(item) if value is None else f"{words.title(item)} {words.number(value)}"
