"""Text files with columns: encoding, delimiter, header and types are found out, every fault is one sentence."""

from __future__ import annotations

import csv
import io
import math
import stat
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path

import numpy as np

from playground.spec.errors import DataError

MAX_BYTES = 64_000_000
DELIMITERS = (",", ";", "\t", "|")
MISSING = frozenset({"", "?", "-", "na", "n/a", "nan", "null", "none"})
LARGEST = 1e18
"""Numbers beyond count as missing: their squares are not finite in float32."""
NUMERIC_SHARE = 0.9
"""A column is one of numbers when so many of its filled cells are; the others then count as missing."""


@dataclass(frozen=True, eq=False)
class Column:
    """One column of cells; `comma` says that numbers have a decimal comma."""

    name: str
    cells: tuple[str, ...]
    comma: bool = False

    @cached_property
    def distinct(self) -> frozenset[str]:
        """The different cells, without missing ones."""
        return frozenset(self.cells) - self._missing

    @cached_property
    def _missing(self) -> frozenset[str]:
        return frozenset(cell for cell in set(self.cells) if cell.lower() in MISSING)

    @cached_property
    def filled(self) -> np.ndarray:
        """Which cells are not missing, bool (rows,)."""
        if not self._missing:
            return np.ones(len(self.cells), dtype=bool)
        return np.array([cell not in self._missing for cell in self.cells])

    @cached_property
    def numbers(self) -> np.ndarray:
        """The number in each cell, NaN where there is none, float64 (rows,)."""
        try:
            found = np.array(list(map(float, self.cells)))
        except ValueError:
            return self._numbers_one_by_one()
        plain = bool((np.abs(found) <= LARGEST).all()) and not any("_" in cell for cell in self.cells)
        return found if plain else self._numbers_one_by_one()

    def _numbers_one_by_one(self) -> np.ndarray:
        return np.array([number(cell, self.comma) for cell in self.cells])

    @cached_property
    def strange(self) -> np.ndarray:
        """Rows whose cell holds something that is no number."""
        return np.flatnonzero(self.filled & np.isnan(self.numbers))

    @cached_property
    def numeric(self) -> bool:
        """Whether this is a column of numbers."""
        filled = int(self.filled.sum())
        return filled > 0 and filled - len(self.strange) >= NUMERIC_SHARE * filled

    @cached_property
    def labels(self) -> list[str]:
        """The different cells, numbers by size and texts by alphabet."""
        size = {label: number(label, self.comma) for label in self.distinct}
        if any(math.isnan(value) for value in size.values()):
            return sorted(self.distinct)
        return sorted(self.distinct, key=lambda label: (size[label], label))


@dataclass(frozen=True, eq=False)
class Table:
    """A file read: how it was read, its columns, and the line each row ends at."""

    encoding: str
    delimiter: str
    header: bool
    columns: tuple[Column, ...]
    lines: tuple[int, ...]

    def column(self, name: str) -> Column:
        """A column by name, the last one for "".

        Raises:
            DataError: there is none of that name.
        """
        if not name:
            return self.columns[-1]
        for one in self.columns:
            if one.name == name:
                return one
        raise DataError(f'the file has no column "{name}"; it has {shortened([c.name for c in self.columns])}')


def shorter(path: str) -> str:
    """A path for a sentence: printable, its end if it is long."""
    shown = "".join(ch if ch.isprintable() else "?" for ch in path)
    return shown if len(shown) <= 200 else f"…{shown[-200:]}"


def shortened(names: list[str], limit: int = 12) -> str:
    """Names with commas, the rest counted."""
    listed = ", ".join(names[:limit])
    return f"{listed} and {len(names) - limit} more" if len(names) > limit else listed


def number(cell: str, comma: bool = False) -> float:
    """The number a cell holds, NaN if it holds none, or one too large to compute with."""
    text = cell.replace(",", ".") if comma else cell
    try:
        value = float(text) if "_" not in text else math.nan
    except ValueError:
        return math.nan
    return value if abs(value) <= LARGEST else math.nan


def read_table(path: str, delimiter: str = "auto", header: str = "auto", encoding: str = "auto") -> Table:
    """Read a file; "auto" finds a setting out.

    Raises:
        DataError: the file is not there, too large, no text, or no table; with the line where there is one.
    """
    text, encoding = decoded(_bytes(path), encoding)
    if not text.strip():
        raise DataError(f"the file {Path(path).name} is empty")
    delimiter = _delimiter(text) if delimiter == "auto" else delimiter
    rows, lines = _rows(text, delimiter)
    named = header == "yes" or (header == "auto" and has_header(rows, delimiter))
    names = _names(rows[0] if named else [""] * len(rows[0]))
    if named:
        rows, lines = rows[1:], lines[1:]
    if len(rows) < 2:
        raise DataError(f"the file has {len(rows)} row{'s' * (len(rows) != 1)} of data; at least 2 are needed")
    comma = delimiter == ";"
    columns = tuple(Column(name, cells, comma) for name, cells in zip(names, zip(*rows, strict=True), strict=True))
    return Table(encoding, delimiter, named, columns, tuple(lines))


def _bytes(path: str) -> bytes:
    if not path:
        raise DataError("no file is chosen yet", "Choose a CSV file.")
    file = Path(path)
    try:
        mode, size = file.stat().st_mode, file.stat().st_size
        plain = stat.S_ISREG(mode)  # a pipe or a device may have no end
        raw = file.read_bytes() if plain and size <= MAX_BYTES else b""
    except FileNotFoundError:
        raise DataError(f"there is no file {path}", "Choose the file again; it may have been moved.") from None
    except (OSError, ValueError) as error:  # a path with a NUL in it is a ValueError
        raise DataError(
            f"the file {shorter(path)} cannot be read: {getattr(error, 'strerror', None) or error}"
        ) from None
    if not plain:
        what = "a folder" if stat.S_ISDIR(mode) else "no plain file"
        raise DataError(f"{shorter(path)} cannot be read: it is {what}", "Choose a CSV file.")
    if size > MAX_BYTES:
        raise DataError(
            f"the file {file.name} has {size / 1e6:.0f} MB; at most {MAX_BYTES / 1e6:.0f} MB can be read",
            "Save a part of its rows as a file of their own.",
        )
    return raw


def decoded(raw: bytes, encoding: str) -> tuple[str, str]:
    """The text of a file and the encoding it has; without a mark at its start it is UTF-8 or else GB18030."""
    marked = raw[:2] in (b"\xff\xfe", b"\xfe\xff")
    found = ["utf-16"] if marked else ["utf-8", "gb18030"]
    tried = found if encoding == "auto" else [encoding]
    for name in tried:
        try:
            text = raw.decode("utf-8-sig" if name == "utf-8" else name)
        except UnicodeDecodeError:
            continue
        if sum(ch < " " and ch not in "\r\n\t\f" for ch in text[:100_000]) <= len(text[:100_000]) // 1000:
            return text, name
    raise DataError(
        f"the file is no text in {' or '.join(name.upper() for name in tried)}",
        "Choose another encoding, or save the table as CSV in UTF-8.",
    )


def _parse(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if any(cells):
                yield reader.line_num, cells
    except csv.Error as error:
        raise DataError(
            f"line {reader.line_num} cannot be read: {error}", "Look for a quote that is not closed."
        ) from None


def _delimiter(text: str) -> str:
    """The candidate that cuts the first lines most evenly into more than one column."""

    def evenness(candidate: str) -> tuple[float, int]:
        counts = Counter(len(row) for _, row in islice(_parse(text, candidate), 50))
        width, lines = counts.most_common(1)[0]
        return (lines / counts.total() if width > 1 else 0.0), width

    return max(DELIMITERS, key=evenness)


def _rows(text: str, delimiter: str) -> tuple[list[list[str]], list[int]]:
    rows: list[list[str]] = []
    lines: list[int] = []
    for line, row in _parse(text, delimiter):
        if rows and len(row) != len(rows[0]):
            raise DataError(
                f"line {line} has {len(row)} column{'s' * (len(row) > 1)}, but line {lines[0]} has {len(rows[0])}",
                "Every line needs as many columns as the first; text with a delimiter in it needs quotes.",
            )
        rows.append(row)
        lines.append(line)
    if not rows or len(rows[0]) < 2:
        raise DataError(
            "the file has one column only", "It needs inputs and a target; perhaps the delimiter is another."
        )
    return rows, lines


def has_header(rows: list[list[str]], delimiter: str) -> bool:
    """Whether the first row names the columns: it holds no number, and does not look like the rows below it."""
    comma = delimiter == ";"
    first, below = rows[0], rows[1:200]
    if any(not math.isnan(number(cell, comma)) for cell in first) or not all(first[1:]):
        return False
    if any(not math.isnan(number(row[i], comma)) for row in below for i in range(len(first))):
        return True
    return not any(first[i] == row[i] for row in below for i in range(len(first)))


def _names(cells: list[str]) -> list[str]:
    """A name of its own for each column."""
    taken: dict[str, int] = {}
    names = []
    for index, cell in enumerate(cells, start=1):
        base = cell or f"column {index}"
        taken[base] = taken.get(base, 0) + 1
        names.append(base if taken[base] == 1 else f"{base} ({taken[base]})")
    return names
