"""A person's mistake on the command line, told in one line."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class Mistake(Exception):
    """Something the person asked for cannot be done; the message is the line they read."""


def nearest(name: str, known: Iterable[str]) -> str:
    """`; did you mean …?` with the known name most like `name`, or nothing."""
    found = difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f"; did you mean {found[0]}?" if found else ""
