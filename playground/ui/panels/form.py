"""EntryForm: rows for the fields of an entry, made from their metadata alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.engine.events import Diagnostic
from playground.spec.entry import Entry, UnknownEntry, fields_of
from playground.spec.errors import ParamError
from playground.spec.params import Param
from playground.ui import words
from playground.ui.engine_words import told
from playground.ui.panels.choices import ChipsField
from playground.ui.panels.field import Field
from playground.ui.panels.fields import field_for
from playground.ui.panels.panel import growing
from playground.ui.studio import Studio
from playground.ui.widgets import FormRow, IconLabel, label, set_kind

Keep = Callable[[str, Param], bool]


class WideRow(QWidget):
    """A control over the whole width, and below it what is wrong with it; a section's title stands for its label."""

    def __init__(self, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self._problem = label("", "problem", wrap=True)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(control)
        column.addWidget(self._problem)

    def set_problem(self, message: str, hint: str = "", severity: str = "error") -> None:
        """Say below the control what is wrong; an empty message takes it back."""
        self._problem.setText(f"{message} {hint}".strip())
        set_kind(self._problem, "problem-warning" if severity == "warning" else "problem")
        self._problem.setVisible(bool(message))

    def problem(self) -> str:
        """What is shown to be wrong."""
        return self._problem.text()


Row = FormRow | WideRow


def problem_at(studio: Studio, place: str) -> Diagnostic | None:
    """What the engine found wrong at a place of the shown variant."""
    plan = studio.runs.plans.get(studio.document.variant)
    return next((problem for problem in plan.problems if problem.place == place), None) if plan else None


def show_problem(row: Row, problem: Diagnostic | None) -> None:
    """Say under a row what is wrong, or that nothing is."""
    if problem is None:
        row.set_problem("")
    else:
        row.set_problem(words.sentence(problem.message), told(problem.hint), problem.severity)


class EntryForm(QWidget):
    """Edits one entry.

    `edited(entry, merge_key)` speaks on every change that gives a valid entry; edits of one gesture share a merge key
    that is not empty, and `released()` ends the gesture. What is not valid stays in its row, with a sentence why.
    """

    edited = Signal(object, str)
    released = Signal()

    def __init__(
        self,
        studio: Studio,
        parent: QWidget | None = None,
        *,
        keep: Keep | None = None,
        first: tuple[str, ...] = (),
        place: str = "",
    ) -> None:
        """Show the fields that `keep(name, metadata)` says yes to, by default all; those in `first` come first.

        What the engine finds wrong with a field of the entry at `place` in the experiment stands under its row.
        """
        super().__init__(parent)
        self._place = place
        self._studio = studio
        self._keep = keep or (lambda _name, _meta: True)
        self._first = first
        self._entry: Entry | None = None
        self._rows: dict[str, Row] = {}
        self._fields: dict[str, Field] = {}
        self._live: list[IconLabel] = []
        self._pending: dict[str, Any] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        studio.store.state_changed.connect(self._mark_live)
        if place:
            studio.runs.planned.connect(self.show_problems)

    @property
    def entry(self) -> Entry | None:
        """The entry that is shown."""
        return self._entry

    @property
    def rows(self) -> dict[str, Row]:
        """The rows by field."""
        return self._rows

    def field(self, name: str) -> Field:
        """The editor of a field.

        Raises:
            KeyError: there is no row for it.
        """
        return self._fields[name]

    def set_entry(self, entry: Entry | None) -> None:
        """Show an entry; while its class stays the same the rows stay too, with focus and with what is being typed."""
        if type(entry) is not type(self._entry):
            self._entry = entry
            self._rebuild()
        old, self._entry = self._entry, entry
        if entry is None or isinstance(entry, UnknownEntry):
            return
        for name, field in self._fields.items():
            value = getattr(entry, name)
            if name in self._pending and old is not None and value == getattr(old, name):
                continue  # the person has not mended it yet
            if self._pending.pop(name, None) is not None:
                self._say(name, "")
            field.show_value(value)

    def show_problems(self) -> None:
        """Show what the engine found wrong with the values; a sentence about one that is not accepted yet stays."""
        for name, row in self._rows.items():
            if name not in self._pending:
                show_problem(row, problem_at(self._studio, f"{self._place}.{name}"))

    def _rebuild(self) -> None:
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self._fields, self._live = {}, {}, []
        self._pending = {}
        if self._entry is not None and not isinstance(self._entry, UnknownEntry):
            cls = type(self._entry)
            known = fields_of(cls)
            for name in sorted(known, key=lambda name: self._first.index(name) if name in self._first else 99):
                if self._keep(name, known[name][0]):
                    self._add(cls, name, *known[name])
        self.setVisible(bool(self._rows))
        self._mark_live()

    def _add(self, cls: type[Entry], name: str, meta: Param, kind: type) -> None:
        field = field_for(name, meta, kind, cls.__dataclass_fields__[name].default)  # type: ignore[attr-defined]  # entry classes are dataclasses
        text = self._help(cls, name, meta)
        row: Row
        if isinstance(field, ChipsField):
            row = WideRow(field)
        else:
            row = FormRow(words.field_label(name, meta), field, text, live=meta.live)
        field.changed.connect(lambda value: self._changed(name, value))
        field.released.connect(self.released)
        self._rows[name], self._fields[name] = row, field
        self._live += row.findChildren(IconLabel) if meta.live else []
        self._column.addWidget(growing(row))

    def _help(self, cls: type[Entry], name: str, meta: Param) -> str:
        effect = "" if meta.live else self.tr("A change starts the training anew.")
        return " ".join(part for part in (words.field_help(cls, name), effect) if part)

    def _changed(self, name: str, value: Any) -> None:
        if self._entry is None:
            return
        together = {**self._pending, name: value}
        for tried in (together, {name: value}):
            try:
                wanted = self._entry.with_values(**tried)
            except ParamError as error:
                fault = error
                continue
            self._accept(wanted, tried, name)
            return
        self._pending[name] = value
        self._say(name, self._sentence(name, fault))

    def _accept(self, wanted: Entry, tried: Iterable[str], name: str) -> None:
        for one in tried:
            self._pending.pop(one, None)
            self._say(one, "")
        self._entry = wanted
        self.edited.emit(wanted, name if self._fields[name].merges else "")

    def _sentence(self, name: str, error: ParamError) -> str:
        place = error.place.rpartition(".")[2] or name
        meta = fields_of(type(self._entry)).get(place) if self._entry is not None else None
        shown = words.field_label(place, meta[0]) if meta else place
        return told(f"{shown} {error.message}.")

    def _say(self, name: str, sentence: str) -> None:
        if name in self._rows:
            self._rows[name].set_problem(sentence)
            self._fields[name].show_invalid(bool(sentence))

    def _mark_live(self) -> None:
        active = self._studio.store.running
        for mark in self._live:
            mark.setVisible(active)


def merged(old: Entry, cls: type[Entry], *, changed_only: bool = False) -> Entry:
    """An entry of another class that keeps the fields both mean the same by, such as the learning rate.

    With `changed_only` it keeps what differs from the old class's own default.
    """
    if isinstance(old, UnknownEntry):
        return cls()
    before, default, made = fields_of(type(old)), type(old)(), cls()
    for name, (meta, kind) in fields_of(cls).items():
        if name not in before or before[name][0].help != meta.help or before[name][1] is not kind:
            continue
        if changed_only and getattr(old, name) == getattr(default, name):
            continue
        try:
            made = made.with_values(**{name: getattr(old, name)})
        except ParamError:
            continue  # the new class allows less
    return made
