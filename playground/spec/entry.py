"""Entry: the base of everything a person can pick, and the registry of all of them."""

from __future__ import annotations

import dataclasses
import re
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Self, TypeVar, dataclass_transform

from playground.spec.errors import EntryError, ParamError
from playground.spec.params import Param

Shape = tuple[int, ...]


class Entry:
    """One thing that can be picked: a layer, a loss, an optimizer, a data set, a check.

    A subclass is declared with `@entry`. Its docstring is its help: a plain sentence first, then formula and reference.
    `target` is the dotted name of what it builds; `args()` are the keyword arguments it is built with.
    """

    kind: ClassVar[str] = ""
    title: ClassVar[str] = ""
    group: ClassVar[str] = ""
    target: ClassVar[str] = ""
    listed: ClassVar[bool] = True
    registry: ClassVar[dict[str, dict[str, type[Entry]]]] = {}

    def __post_init__(self) -> None:
        for name, (meta, kind) in fields_of(type(self)).items():
            object.__setattr__(self, name, meta.check(name, getattr(self, name), kind))

    @property
    def name(self) -> str:
        """The name in files: the class name."""
        return type(self).__name__

    def values(self) -> dict[str, Any]:
        """Field values by name, in order of declaration."""
        return {name: getattr(self, name) for name in fields_of(type(self))}

    def args(self, *shapes: Shape) -> dict[str, Any]:
        """Keyword arguments for `target`, given the shapes of its inputs without the batch; by default every field."""
        del shapes
        return self.values()

    def with_values(self, **changes: Any) -> Self:
        """A copy with some fields changed.

        Raises:
            ParamError: a value is not valid, or a field does not exist.
        """
        known = fields_of(type(self))
        for name in changes:
            if name not in known:
                raise ParamError(name, f"is no parameter of {self.name}; it has {', '.join(known) or 'none'}")
        return type(self)(**{**self.values(), **changes})


@dataclass(frozen=True)
class UnknownEntry(Entry):
    """An entry of a file that this program does not know; it is kept as it is and cannot train."""

    wanted_kind: str
    raw: Mapping[str, Any]
    title: ClassVar[str] = "Unknown"

    def __post_init__(self) -> None:
        """Nothing is checked: the values are not ours."""

    @property
    def name(self) -> str:
        return str(self.raw.get("entry", "?"))

    def values(self) -> dict[str, Any]:
        return {key: value for key, value in self.raw.items() if key != "entry"}


def fields_of(cls: type[Entry]) -> dict[str, tuple[Param, type]]:
    """Metadata and plain type of each field of an entry class."""
    return _fields_of(typing.cast(Any, cls))  # a class is hashable, which mypy doubts of one with a __hash__ of its own


@cache
def _fields_of(cls: Any) -> dict[str, tuple[Param, type]]:
    hints = typing.get_type_hints(cls)
    found: dict[str, tuple[Param, type]] = {}
    for item in dataclasses.fields(cls):
        if "param" in item.metadata:
            hint = hints[item.name]
            found[item.name] = (item.metadata["param"], typing.get_origin(hint) or hint)
    return found


T = TypeVar("T", bound=Entry)


@dataclass_transform(frozen_default=True)  # param() is read as a plain default, which it is
def entry(cls: type[T]) -> type[T]:
    """Make a class a frozen dataclass and put it in the registry under its kind and name.

    Raises:
        EntryError: the class is declared wrongly; every reason is listed at once.
    """
    made = dataclass(frozen=True)(cls)
    if not made.__dict__.get("title"):
        made.title = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", made.__name__)
    faults = _faults(made)
    if faults:
        raise EntryError(made.__name__, "; ".join(faults))
    Entry.registry.setdefault(made.kind, {})[made.__name__] = made
    return made


def _faults(cls: type[Entry]) -> list[str]:
    faults = []
    if not cls.kind:
        faults.append("no kind")
    if not (cls.__dict__.get("__doc__") or "").strip() or (cls.__doc__ or "").startswith(f"{cls.__name__}("):
        faults.append("no docstring")
    if cls.__name__ in Entry.registry.get(cls.kind, {}):
        faults.append(f"a second {cls.kind} of that name")
    for item in dataclasses.fields(cls):  # type: ignore[arg-type]  # every entry class is a dataclass
        meta = item.metadata.get("param")
        if meta is None:
            faults.append(f"field {item.name} is declared without param()")
        elif not meta.help:
            faults.append(f"field {item.name} has no help")
    return faults


def entries(kind: str) -> dict[str, type[Entry]]:
    """The entries of a kind that a person can pick, by name, in order of declaration."""
    return {name: cls for name, cls in Entry.registry.get(kind, {}).items() if cls.listed}


def make(kind: str, raw: Mapping[str, Any]) -> Entry:
    """Build an entry from its file form `{"entry": name, field: value, …}`.

    A name that is not registered gives an `UnknownEntry` that keeps all of `raw`.

    Raises:
        ParamError: a field does not exist or has a value it may not have.
        EntryError: `raw` names no entry.
    """
    name = raw.get("entry")
    if not isinstance(name, str):
        raise EntryError("", f'needs an "entry" that names {"an" if kind[0] in "aeio" else "a"} {kind}')
    cls = Entry.registry.get(kind, {}).get(name)
    if cls is None:
        return UnknownEntry(kind, dict(raw))
    known = fields_of(cls)
    given = {key: value for key, value in raw.items() if key != "entry"}
    for key in given:
        if key not in known:
            raise ParamError(key, f"is no parameter of {name}; it has {', '.join(known) or 'none'}")
    return cls(**given)


def summary(cls: type[Entry]) -> str:
    """The first sentence of an entry's help."""
    return (cls.__doc__ or "").strip().split("\n\n", 1)[0].replace("\n", " ").strip()
