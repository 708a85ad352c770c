"""What a form, a file and a check need to know about one field of an entry."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from types import UnionType
from typing import Any, Literal

from playground.spec.errors import ParamError

Scale = Literal["linear", "log"]
Sides = int | tuple[int, int]
"""Type of a field that holds one whole number, or two where height and width differ; as a kind it is `UnionType`."""


@dataclass(frozen=True)
class Param:
    """Metadata of one field: its help, bounds, scale and choices.

    `live` fields change while training runs, without a reset. `widget` names a special editor ("file", "column").
    """

    help: str
    label: str = ""
    min: float | None = None
    max: float | None = None
    scale: Scale = "linear"
    choices: tuple[str, ...] = ()
    live: bool = False
    widget: str = ""

    def check(self, name: str, value: object, kind: type) -> Any:
        """Return `value` as the field's type.

        Raises:
            ParamError: the value has another type, is out of bounds or is no choice of the field.
        """
        if kind is UnionType:
            return self._check_sides(name, value)
        if isinstance(value, list | tuple):
            return self._check_many(name, value, kind)
        if kind is tuple:
            raise ParamError(name, f"needs a list, not {value!r}")
        return self._check_one(name, value, kind)

    def _check_many(self, name: str, values: list[Any] | tuple[Any, ...], kind: type) -> tuple[Any, ...]:
        if kind is not tuple:
            raise ParamError(name, f"needs one value, not the list {list(values)!r}")
        if len(values) > 4096:
            raise ParamError(name, f"has {len(values)} values; at most 4096 are allowed")
        item: type = str if self.choices else float
        if all(isinstance(v, int) and not isinstance(v, bool) for v in values):
            item = int
        return tuple(self._check_one(name, v, item) for v in values)

    def _check_sides(self, name: str, value: object) -> Sides:
        if not isinstance(value, list | tuple):
            return int(self._check_one(name, value, int))
        if len(value) != 2:
            raise ParamError(name, f"needs one number, or two for height and width, not {list(value)!r}")
        height, width = (int(self._check_one(name, one, int)) for one in value)
        return height if height == width else (height, width)

    def _check_one(self, name: str, value: object, kind: type) -> Any:
        if kind is bool:
            if not isinstance(value, bool):
                raise ParamError(name, f"needs true or false, not {value!r}")
            return value
        if kind is str:
            return self._check_text(name, value)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ParamError(name, f"needs a number, not {value!r}")
        if kind is int and value != int(value if math.isfinite(value) else 0):
            raise ParamError(name, f"needs a whole number, not {value!r}")
        if not math.isfinite(value):
            raise ParamError(name, f"needs a finite number, not {value!r}")
        if self.min is not None and value < self.min:
            raise ParamError(name, f"is {value:g}; the least allowed is {self.min:g}")
        if self.max is not None and value > self.max:
            raise ParamError(name, f"is {value:g}; the most allowed is {self.max:g}")
        return kind(value)

    def _check_text(self, name: str, value: object) -> str:
        if not isinstance(value, str):
            raise ParamError(name, f"needs a text, not {value!r}")
        if len(value) > 4096:
            raise ParamError(name, f"has {len(value)} characters; at most 4096 are allowed")
        if self.choices and value not in self.choices:
            raise ParamError(name, f"is {value!r}; choose one of {', '.join(self.choices)}")
        return value


def param(
    default: Any,
    *,
    help: str,
    label: str = "",
    min: float | None = None,
    max: float | None = None,
    scale: Scale = "linear",
    choices: tuple[str, ...] = (),
    live: bool = False,
    widget: str = "",
) -> Any:
    """Declare a field of an entry with everything a form and a validator need."""
    meta = Param(help, label, min, max, scale, choices, live, widget)
    return field(default=default, metadata={"param": meta})
