"""The first rows of a table of a person's own, read the way its entry says."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playground.catalog.data.csv_table import Table, read_table
from playground.catalog.data.files import CsvFile, samples
from playground.spec.errors import DataError

ENOUGH = 1_000_000
"""Bytes after which a file is cut: the window reads no more, the engine reads all of it."""


def head(entry: CsvFile) -> Table:
    """The table, of a long file only its beginning.

    Raises:
        DataError: it cannot be read that way.
    """
    path = Path(entry.path)
    if not entry.path or not path.is_file() or path.stat().st_size <= ENOUGH:
        return read_table(entry.path, entry.delimiter, entry.header, entry.encoding)
    try:
        with path.open("rb") as file, tempfile.TemporaryDirectory() as folder:
            raw = file.read(ENOUGH)
            part = Path(folder) / path.name
            part.write_bytes(raw[: raw.rfind(b"\n") + 1] or raw)
            return read_table(str(part), entry.delimiter, entry.header, entry.encoding)
    except OSError as error:
        raise DataError(f"{path} cannot be read: {error.strerror}") from None


def checked(entry: CsvFile) -> tuple[Table, CsvFile]:
    """The table, and the entry with the names that the table does not have taken out.

    Raises:
        DataError: the file cannot be learnt from that way.
    """
    table = head(entry)
    names = {column.name for column in table.columns}
    left_out = [name for name in left_out_of(entry) if name in names and name != entry.target_column]
    fitting = entry.with_values(
        target_column=entry.target_column if entry.target_column in names else table.columns[-1].name,
        ignore=", ".join(left_out),
    )
    samples(table, fitting.target_column, fitting.target_type, fitting.scale_target, fitting.ignore)
    return table, fitting


def left_out_of(entry: CsvFile) -> list[str]:
    """Names of the columns that are no inputs."""
    return [name.strip() for name in entry.ignore.split(",") if name.strip()]
