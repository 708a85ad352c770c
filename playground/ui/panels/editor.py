"""EntryEditor: a picker for an entry of a kind, and the rows of the one that is picked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.spec.entry import Entry, UnknownEntry
from playground.spec.params import Param
from playground.ui import words
from playground.ui.panels.entry_picker import EntryPicker, Wanted
from playground.ui.panels.form import EntryForm, problem_at, show_problem
from playground.ui.panels.panel import growing
from playground.ui.studio import Studio
from playground.ui.widgets import Collapsible, FormRow


class EntryEditor(QWidget):
    """Picks an entry and edits it.

    `edited(entry, merge_key, label)` speaks on every change, with what it is called in the undo list; `released()` ends
    a gesture. `place` is where the entry lies in the experiment; problems said of it appear under their rows.
    """

    edited = Signal(object, str, str)
    released = Signal()

    def __init__(
        self,
        studio: Studio,
        kind: str,
        label: str,
        *,
        help: str = "",
        place: str = "",
        wanted: Wanted | None = None,
        nothing: str = "",
        fold: bool = False,
    ) -> None:
        """With `fold`, fields that are not live lie below a fold."""
        super().__init__()
        self._studio = studio
        self._label = label
        self._place = place
        self.picker = EntryPicker(kind, wanted, nothing)
        self.row = FormRow(label, self.picker, help)
        self.form = EntryForm(studio, keep=(lambda _name, meta: meta.live) if fold else None, place=place)
        self.more = EntryForm(studio, keep=_not_live, place=place) if fold else None
        self._fold: Collapsible | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(growing(self.row))
        column.addWidget(self.form)
        if self.more is not None:
            self._fold = Collapsible(self.tr("More"), expanded=False)
            self._fold.content.addWidget(self.more)
            column.addWidget(growing(self._fold))
        self.picker.picked.connect(self._picked)
        for form in self._forms():
            form.edited.connect(self._edited)
            form.released.connect(self.released)
        if place:
            studio.runs.planned.connect(self.show_problems)

    @property
    def entry(self) -> Entry | None:
        """The entry that is shown."""
        return self.picker.entry

    def set_entry(self, entry: Entry | None) -> None:
        """Show an entry without saying so."""
        self.picker.set_entry(entry)
        for form in self._forms():
            form.set_entry(entry)
        if self._fold is not None and self.more is not None:
            self._fold.setVisible(bool(self.more.rows))
        unknown = isinstance(entry, UnknownEntry)
        self.row.set_problem(self.tr("This version does not know it; pick another one to train.") if unknown else "")

    def show_problems(self) -> None:
        """Show what the engine found wrong with the choice itself."""
        if not isinstance(self.entry, UnknownEntry):
            show_problem(self.row, problem_at(self._studio, self._place))

    def _forms(self) -> list[EntryForm]:
        return [self.form] if self.more is None else [self.form, self.more]

    def _picked(self, entry: Entry | None) -> None:
        self.set_entry(entry)
        self.edited.emit(entry, "", self.tr("Change {0}").format(words.inside(self._label)))

    def _edited(self, entry: Entry, merge_key: str) -> None:
        before = self.entry
        name = next((n for n, v in entry.values().items() if before is None or v != before.values().get(n)), "")
        label = words.change_of(name, type(entry)) if name else self._label
        self.set_entry(entry)
        self.edited.emit(entry, merge_key, label)


def _not_live(_name: str, meta: Param) -> bool:
    return not meta.live
