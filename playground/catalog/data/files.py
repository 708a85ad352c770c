"""Tables of a person's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from playground.catalog.data.array_guess import ARRAYS, inspect_arrays
from playground.catalog.data.csv_table import Column, Table, read_table, shortened
from playground.catalog.data.tabular import TableData
from playground.catalog.kinds import Task
from playground.spec.entry import entry
from playground.spec.errors import DataError, ParamError
from playground.spec.forms import entry_to_json
from playground.spec.params import param

MAX_CLASSES = 1000
MAX_ONE_HOT = 64
MAX_INPUTS = 4096
FEW_CLASSES = 20
"""A target of so many different whole numbers, or fewer, is taken for classes at first."""

MAX_TRIED = 50
"""Columns that are tried as target."""
TARGET_NAMES = ("target", "label", "class", "y", "species")
INDEX_NAMES = ("", "id", "index", "no", "nr", "unnamed: 0", "column 1")


def csv_samples(
    path: str,
    delimiter: str,
    header: str,
    encoding: str,
    target_column: str,
    target_type: str,
    scale_target: bool,
    ignore: str,
) -> tuple[np.ndarray, np.ndarray]:
    """Inputs (N, F) float32 and targets (N,) of a file; rows without a target are left out.

    Missing numbers become the mean of their column; texts become one 0/1 input per class.

    Raises:
        DataError: the file cannot be read or learnt from.
    """
    return samples(read_table(path, delimiter, header, encoding), target_column, target_type, scale_target, ignore)


def samples(
    table: Table, target_column: str, target_type: str, scale_target: bool, ignore: str
) -> tuple[np.ndarray, np.ndarray]:
    """Inputs and targets of a table that is read; see `csv_samples`."""
    target = table.column(target_column)
    rows = _rows_with(target, target_type, table)
    blocks = [_block(column, rows) for column in input_columns(table, target, ignore)]
    targets = _classes(target, rows) if target_type == "class" else _numbers(target, rows, scale_target)
    return np.concatenate(blocks, axis=1), targets


def csv_names(
    path: str,
    delimiter: str,
    header: str,
    encoding: str,
    target_column: str,
    target_type: str,
    scale_target: bool,
    ignore: str,
) -> tuple[list[str], list[str]]:
    """Names of the inputs and of the classes that `csv_samples` gives."""
    del scale_target
    table = read_table(path, delimiter, header, encoding)
    target = table.column(target_column)
    inputs = [name for column in input_columns(table, target, ignore) for name in _input_names(column)]
    return inputs, target.labels if target_type == "class" else []


def input_columns(table: Table, target: Column, ignore: str = "") -> list[Column]:
    """Columns the network is given: numbers, and texts of few classes; empty columns and long lists are left out.

    Raises:
        DataError: nothing is left, or too much, or `ignore` names no column.
    """
    unwanted = [table.column(name.strip()) for name in ignore.split(",") if name.strip()]
    found = [
        column
        for column in table.columns
        if column is not target
        and column not in unwanted
        and (column.numeric or 0 < len(column.distinct) <= MAX_ONE_HOT)
    ]
    if not found:
        raise DataError(
            "no column can be an input: none beside the target holds numbers or a few classes",
            f"A text column may have at most {MAX_ONE_HOT} different texts.",
        )
    width = sum(len(_input_names(column)) for column in found)
    if width > MAX_INPUTS:
        raise DataError(f"the file gives {width} inputs; at most {MAX_INPUTS} can be used", "Leave some columns out.")
    return found


def _input_names(column: Column) -> list[str]:
    return [column.name] if column.numeric else [f"{column.name}={label}" for label in column.labels]


def _block(column: Column, rows: np.ndarray) -> np.ndarray:
    """The inputs (N, width) made of one column."""
    if column.numeric:
        values = column.numbers[rows]
        known = values[~np.isnan(values)]
        return np.where(np.isnan(values), known.mean() if len(known) else 0.0, values).astype(np.float32)[:, None]
    cells = np.array(column.cells, dtype=object)[rows]
    return np.array([cells == label for label in column.labels], dtype=np.float32).transpose()


def _rows_with(target: Column, target_type: str, table: Table) -> np.ndarray:
    """Rows whose target is known."""
    if target_type == "class":
        classes = len(target.distinct)
        if classes > MAX_CLASSES:
            raise DataError(
                f'the target "{target.name}" has {classes} classes; at most {MAX_CLASSES} are allowed',
                "Choose another target column, or treat it as a number.",
            )
        if classes < 2:
            raise DataError(f'the target "{target.name}" has only {classes} of the 2 classes that are needed at least')
        return np.flatnonzero(target.filled)
    if not target.numeric:
        where = target.strange[0] if len(target.strange) else 0
        line, cell = table.lines[where], target.cells[where]
        raise DataError(
            f'the target "{target.name}" is no column of numbers: line {line} has "{cell}"',
            "Treat the target as a class, or choose another column.",
        )
    return np.flatnonzero(target.filled & ~np.isnan(target.numbers))


def _classes(target: Column, rows: np.ndarray) -> np.ndarray:
    index = {label: i for i, label in enumerate(target.labels)}
    return np.array([index[target.cells[row]] for row in rows], dtype=np.int64)


def _numbers(target: Column, rows: np.ndarray, scale: bool) -> np.ndarray:
    values: np.ndarray = target.numbers[rows]
    if scale:
        values = (values - values.mean()) / (values.std() or 1.0)
    return np.asarray(values, dtype=np.float32)


@entry
class CsvFile(TableData):
    """Learn from a table of your own: each row is a sample, one column is the target, all others are inputs.

    Missing numbers become the mean of their column, a text column becomes one 0/1 input per class; text columns of more
    than 64 classes and empty columns are left out, and so are rows without a target. At most 64 MB.
    """

    title = "CSV file"
    group = "Your files"
    target = "playground.catalog.data.files.csv_samples"
    names_target = "playground.catalog.data.files.csv_names"

    path: str = param("", widget="file", label="File", help="The file to read: text with columns, such as CSV or TSV.")
    delimiter: str = param(
        "auto", label="Delimiter", help="The character between columns, or auto to find it: comma, semicolon, tab or |."
    )
    header: str = param(
        "auto", choices=("auto", "yes", "no"), label="Header", help="Whether the first line names the columns."
    )
    encoding: str = param(
        "auto",
        choices=("auto", "utf-8", "utf-16", "gb18030", "latin-1"),
        label="Encoding",
        help="How characters are stored; auto tells UTF-8, UTF-16 and GB18030 apart.",
    )
    target_column: str = param(
        "", widget="column", label="Target", help="Name of the column to predict; empty for the last one."
    )
    target_type: str = param(
        "class", choices=("class", "number"), label="Target is a", help="Whether the target is a class or a number."
    )
    scale_target: bool = param(
        True, label="Scale target", help="Shift and scale a target of numbers to mean 0 and standard deviation 1."
    )
    ignore: str = param("", label="Leave out", help="Names of columns that are no inputs, with commas between them.")

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.delimiter != "auto" and (len(self.delimiter) != 1 or self.delimiter in '"\r\n'):
            raise ParamError("delimiter", f"is {self.delimiter!r}; it needs to be auto or one character")

    @property
    def task(self) -> Task:
        return "classification" if self.target_type == "class" else "regression"


def inspect(path: str) -> dict[str, Any]:
    """What a file looks like: {"entry", "columns", "rows", "preview", "notes"}.

    "entry" is the data entry's JSON form with every guess written out, for a person to correct; "columns" tells of each
    column its name, type ("number" or "class"), distinct and missing cells, and some examples.

    Of a NumPy file there are no columns.

    Raises:
        SpecError: the file cannot be read or learnt from.
    """
    if Path(path).suffix.lower() in ARRAYS:
        return inspect_arrays(path)
    table = read_table(path)
    first, *others = _likely_targets(table)
    try:
        guess = _guess(path, table, first)
    except DataError:
        other = next(filter(None, (_attempt(path, table, one) for one in others)), None)
        if other is None:
            raise
        guess = other
    target = table.column(guess.target_column)
    return {
        "entry": entry_to_json(guess),
        "columns": [_described(column) for column in table.columns],
        "rows": len(table.lines),
        "preview": [list(row) for row in zip(*(column.cells[:8] for column in table.columns), strict=True)],
        "notes": _notes(table, target, guess),
    }


def _attempt(path: str, table: Table, target: Column) -> CsvFile | None:
    """A guess with a target that is not the likely one; None unless there is something to learn."""
    if not target.numeric and len(target.distinct) > FEW_CLASSES:
        return None
    try:
        guess = _guess(path, table, target)
        varied = any(len(column.distinct) > 1 for column in input_columns(table, target, guess.ignore))
    except DataError:
        return None
    return guess if varied else None


def _guess(path: str, table: Table, target: Column) -> CsvFile:
    """The entry that learns a column of the table.

    Raises:
        DataError: that column cannot be learnt.
    """
    guess = CsvFile(
        path=path,
        delimiter=table.delimiter,
        header="yes" if table.header else "no",
        encoding=table.encoding,
        target_column=target.name,
        target_type="class" if looks_like_classes(target) else "number",
        ignore=", ".join(column.name for column in table.columns if _is_index(column) and column is not target),
    )
    samples(table, guess.target_column, guess.target_type, guess.scale_target, guess.ignore)
    return guess


def _likely_targets(table: Table) -> list[Column]:
    """Columns by how likely one wants to predict them: those with such a name first, then from the last one on."""
    backwards = list(reversed(table.columns))
    named = [column for column in backwards if column.name.lower() in TARGET_NAMES]
    return [*named, *(column for column in backwards if column not in named)][:MAX_TRIED]


def looks_like_classes(target: Column) -> bool:
    """Whether a column is text, or a few whole numbers, rather than a quantity."""
    if not target.numeric:
        return True
    known = target.numbers[~np.isnan(target.numbers)]
    return bool((known == np.floor(known)).all()) and len(target.distinct) <= min(FEW_CLASSES, len(known) // 2)


def _is_index(column: Column) -> bool:
    """Whether a column only counts the rows."""
    if column.name.lower() not in INDEX_NAMES or "," in column.name:
        return False
    steps = np.diff(column.numbers)
    return bool(len(steps)) and bool((steps == 1).all())


def _described(column: Column) -> dict[str, Any]:
    return {
        "name": column.name,
        "type": "number" if column.numeric else "class",
        "distinct": len(column.distinct),
        "missing": int((~column.filled).sum()),
        "examples": [cell for cell in dict.fromkeys(column.cells[:200]) if cell in column.distinct][:5],
    }


def _notes(table: Table, target: Column, guess: CsvFile) -> list[str]:
    """What a person should know of how the file is read, a sentence each."""
    notes = []
    used = input_columns(table, target, guess.ignore)
    ignored = {name.strip() for name in guess.ignore.split(",")}
    unused = [c.name for c in table.columns if c is not target and c not in used and c.name not in ignored]
    if unused:
        notes.append(f"Left out, as they are empty or have over {MAX_ONE_HOT} different texts: {shortened(unused)}.")
    if guess.ignore:
        notes.append(f"Left out, as it only counts the rows: {guess.ignore}.")
    for column in used:
        if column.numeric:
            notes += _gaps(table, column)
    if dropped := len(target.cells) - len(_rows_with(target, guess.target_type, table)):
        notes.append(f"{dropped} row{'s' * (dropped > 1)} without a target left out.")
    return notes


def _gaps(table: Table, column: Column) -> list[str]:
    """What is missing in a column of numbers."""
    notes = []
    if len(column.strange):
        first, count = column.strange[0], len(column.strange)
        notes.append(
            f'"{column.name}" has {count} cell{"s" * (count > 1)} without a number, taken for missing; '
            f'the first is "{column.cells[first]}" in line {table.lines[first]}.'
        )
    if gap := int(np.isnan(column.numbers).sum()):
        notes.append(f'"{column.name}" has {gap} gap{"s" * (gap > 1)}; the mean of the column is put there.')
    return notes
