"""Typed errors of the specification; each names the place it speaks of."""

from __future__ import annotations

MAX_SAID = 400
"""Letters of an error; a file may hold values of any length."""


class SpecError(ValueError):
    """An experiment, or a part of it, is not valid.

    `place` is a dotted path into the experiment ("networks.model.nodes.hidden1.layer.out_features"), "" for all of it.
    `message` is one sentence without the place.
    """

    def __init__(self, place: str, message: str) -> None:
        self.place = place
        self.message = one_line(message)
        super().__init__(self._whole())

    def _whole(self) -> str:
        return f"{one_line(self.place)}: {self.message}" if self.place else self.message

    def within(self, outer: str) -> SpecError:
        """The same error seen from one level further out."""
        self.place = f"{outer}.{self.place}" if self.place else outer
        self.args = (self._whole(),)
        return self


def one_line(text: str) -> str:
    """A text on one line, without its middle if it is very long."""
    line = " ".join(text.split())
    return line if len(line) <= MAX_SAID else f"{line[: MAX_SAID - 100]} … {line[-97:]}"


class ParamError(SpecError):
    """A field of an entry has a value it may not have."""


class GraphError(SpecError):
    """An edit or a file asks for a graph that may not exist."""


class CycleError(GraphError):
    """An edge would close a circle."""


class PortTaken(GraphError):  # reads as what happened
    """An input that takes one edge has one already."""


class DuplicateId(GraphError):  # reads as what happened
    """Two nodes have the same id."""


class MissingNode(GraphError):  # reads as what happened
    """A name points at no node."""


class EntryError(SpecError):
    """An entry class is declared wrongly, or no entry has that name."""


class DataError(SpecError):
    """A data file cannot be learnt from; `hint` says what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__("", message)
        self.hint = hint


class PathError(SpecError):
    """A path leads nowhere in the experiment."""


class FileError(SpecError):
    """A file cannot be read as an experiment, or cannot be written."""


class NewerFile(FileError):  # reads as what happened
    """A file was written by a newer version of the program."""
