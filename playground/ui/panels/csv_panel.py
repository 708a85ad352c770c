"""CsvPanel: a table of a person's own, how it is read, and everything about that to correct."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from playground.catalog.data.arrays import ArrayFile
from playground.catalog.data.csv_table import Table
from playground.catalog.data.files import CsvFile, looks_like_classes
from playground.spec.entry import fields_of, make
from playground.spec.errors import DataError, SpecError
from playground.ui import words
from playground.ui.engine_words import told
from playground.ui.panels.choices import ChoiceField
from playground.ui.panels.csv_head import checked, head, left_out_of
from playground.ui.panels.field import Field
from playground.ui.panels.fields import FlagField
from playground.ui.panels.panel import Section
from playground.ui.studio import Studio
from playground.ui.widgets import Chip, ChipRow, ElidedLabel, FormRow, label

ROWS, ROW_HEIGHT = 5, 22
MOST_CHIPS = 60
DELIMITERS = ("auto", ",", ";", "\t", "|")


class CsvPanel(Section):
    """Shows the first rows of a table and how it is read.

    `read(entry, label)` speaks when a file, or a correction of how it is read, gives something to learn from. What does
    not is told in one sentence, and the data that were there stay.
    """

    read = Signal(object, str)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Your file"), parent)
        self._studio = studio
        self._entry: CsvFile | None = None
        self._pending: dict[str, Any] = {}
        self._notes: dict[str, list[str]] = {}
        self._asked = ""
        self._file = ElidedLabel("", "secondary")
        self._file.set_elide_mode(Qt.TextElideMode.ElideMiddle)
        self._problem = label("", "problem", wrap=True)
        self._problem.hide()
        self.preview = self._table()
        self._note = label("", "caption", wrap=True)
        self.rows: dict[str, FormRow] = {}
        self._fields: dict[str, Field] = {}
        self.columns = ChipRow()
        self._columns_title = label(self.tr("Inputs"), "label")
        self.add(self._file, self._problem, self.preview, self._note)
        self._add_rows()
        self.add(self._columns_title, self.columns)
        self.show_entry(None)

    def open(self, path: Path) -> None:
        """Let the engine look into a file; the answer comes as `read`, or as a sentence here."""
        self._asked = str(path)
        self._file.setText(path.name)
        self._say("")
        self.header.set_detail(self.tr("Reading…"))
        self.show()
        self._studio.runs.questions.inspect(path, partial(self._answered, str(path)))

    def show_entry(self, entry: CsvFile | None) -> None:
        """Show how a file is read; without one only what went wrong with the last that was chosen."""
        same = entry == self._entry
        self._entry = entry
        if entry is not None and not same:
            self._pending.clear()
            self._say("")
            self._show_entry(entry)
        for widget in (self.preview, self._columns_title, self.columns, *self.rows.values()):
            widget.setVisible(entry is not None)
        self._show_scale()
        self._note.setVisible(entry is not None and bool(self._note.text()))
        self.setVisible(entry is not None or bool(self._asked))

    @property
    def problem(self) -> str:
        """What is shown to be wrong."""
        return self._problem.text()

    # --- putting together ----------------------------------------------------------------------------------

    def _table(self) -> QTableWidget:
        table = QTableWidget()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setShowGrid(False)
        table.setFixedHeight((ROWS + 1) * ROW_HEIGHT + 24)
        table.setMinimumWidth(80)
        table.setAccessibleName(self.tr("First rows"))
        return table

    def _add_rows(self) -> None:
        yes_no = (self.tr("Automatic"), self.tr("Column names"), self.tr("Data"))
        marks = (self.tr("Automatic"), self.tr("Comma"), self.tr("Semicolon"), self.tr("Tab"), self.tr("Bar |"))
        encodings = fields_of(CsvFile)["encoding"][0].choices
        for name, text, field in (
            ("target_column", self.tr("Target"), ChoiceField(())),
            (
                "target_type",
                self.tr("Target is a"),
                ChoiceField(("class", "number"), (self.tr("Class"), self.tr("Number"))),
            ),
            ("scale_target", self.tr("Scale target"), FlagField()),
            ("header", self.tr("First line"), ChoiceField(("auto", "yes", "no"), yes_no)),
            ("delimiter", self.tr("Delimiter"), ChoiceField(DELIMITERS, marks)),
            ("encoding", self.tr("Encoding"), ChoiceField(encodings, (self.tr("Automatic"), *encodings[1:]))),
        ):
            row = FormRow(text, field, words.field_help(CsvFile, name))
            self._fields[name], self.rows[name] = field, row
            field.changed.connect(self._correction(name))
            self.add(row)

    def _correction(self, name: str) -> Any:
        return lambda value: self._correct(**{name: value})

    # --- what is shown -------------------------------------------------------------------------------------

    def _show_entry(self, entry: CsvFile) -> None:
        self._file.setText(Path(entry.path).name or self.tr("No file"))
        self._file.setToolTip(entry.path)
        try:
            table = head(entry)
        except DataError as error:
            self._say(words.sentence(error.message), told(error.hint))
            self.preview.setRowCount(0)
            self.header.set_detail("")
            return
        self._show_table(table)
        self._show_columns(table, entry)
        self._show_values(table, entry)
        self._note.setText(" ".join(self._notes.get(entry.path, [])))

    def _show_table(self, table: Table) -> None:
        columns = table.columns[:MOST_CHIPS]
        self.preview.setColumnCount(len(columns))
        self.preview.setRowCount(min(ROWS, len(table.lines)))
        self.preview.setHorizontalHeaderLabels([column.name for column in columns])
        for x, column in enumerate(columns):
            for y, cell in enumerate(column.cells[:ROWS]):
                item = QTableWidgetItem(cell)
                if column.numeric:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.preview.setItem(y, x, item)
        self.preview.resizeColumnsToContents()
        rows = self.tr("{0} rows · {1} columns")
        self.header.set_detail(rows.format(words.count(len(table.lines)), words.count(len(table.columns))))

    def _show_columns(self, table: Table, entry: CsvFile) -> None:
        self.columns.clear()
        unused = left_out_of(entry)
        for column in [one for one in table.columns if one.name != entry.target_column][:MOST_CHIPS]:
            kind = self.tr("number") if column.numeric else self.tr("text")
            chip = Chip(f"{column.name} · {kind}", shape="square")
            chip.setToolTip(self.tr("{0} different values").format(words.count(len(column.distinct))))
            chip.setChecked(column.name not in unused)
            chip.clicked.connect(self._toggler(column.name))
            self.columns.add(chip)

    def _toggler(self, name: str) -> Any:
        return lambda on: self._use(name, on)

    def _use(self, name: str, on: bool) -> None:
        if self._entry is not None:
            names = [one for one in left_out_of(self._entry) if one != name]
            self._correct(ignore=", ".join(names if on else [*names, name]))

    def _show_values(self, table: Table, entry: CsvFile) -> None:
        target = self._fields["target_column"]
        if isinstance(target, ChoiceField):
            target.set_choices(tuple(column.name for column in table.columns))
        delimiter = self._fields["delimiter"]
        if isinstance(delimiter, ChoiceField):
            delimiter.offer(entry.delimiter)
        for name, field in self._fields.items():
            field.show_value(getattr(entry, name))
        if not entry.target_column:
            target.show_value(table.columns[-1].name)

    def _show_scale(self) -> None:
        number = self._entry is not None and self._entry.target_type == "number"
        self.rows["scale_target"].setVisible(number)

    def _say(self, sentence: str, hint: str = "") -> None:
        self._problem.setText(f"{sentence} {hint}".strip())
        self._problem.setVisible(bool(sentence))

    # --- what a person does --------------------------------------------------------------------------------

    def _answered(self, path: str, value: Any, error: str) -> None:
        if path != self._asked:
            return  # another file was chosen meanwhile
        self.header.set_detail("")
        if error:
            self._say(words.sentence(error))
            return
        self._notes[path] = [told(note) for note in value["notes"]]
        self._asked = ""
        entry = make("data", value["entry"])
        if isinstance(entry, CsvFile | ArrayFile):
            self.read.emit(entry, self.tr("Open {0}").format(Path(path).name))
        self.show_entry(self._entry)

    def _correct(self, **changes: Any) -> None:
        if self._entry is None:
            return
        self._pending.update(changes)
        try:
            table, entry = checked(self._entry.with_values(**self._type_of_new(), **self._pending))
        except DataError as error:
            self._say(words.sentence(error.message), told(error.hint))
            return
        except SpecError as error:
            self._say(words.sentence(error.message))
            return
        self._pending.clear()
        self._say("")
        if entry != self._entry:
            label = words.change_of(next(iter(changes)), CsvFile)
            self.read.emit(entry, label)
        else:
            self._show_values(table, entry)

    def _type_of_new(self) -> dict[str, str]:
        """What another target column holds, unless the person says that too.

        Raises:
            DataError: the file cannot be read.
        """
        name = self._pending.get("target_column")
        if self._entry is None or name is None or "target_type" in self._pending:
            return {}
        target = next((column for column in head(self._entry).columns if column.name == name), None)
        if target is None:
            return {}
        return {"target_type": "class" if looks_like_classes(target) else "number"}
