"""Surgery: what a person did by hand to the units and weights of one layer."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from playground.spec.errors import SpecError

MAX_OPERATIONS = 4_096
MAX_NAME = 200
"""Letters in the name of a parameter."""
MAX_NUMBER = 3.4e38
"""What a number of 32 bits holds."""
WHOLE = -1
"""Stands for all units of a layer where one unit is named."""

Value = tuple[str, tuple[int, ...], float]
"""A parameter's name ("weight", "bias"), the index of one number in it, and that number."""


@dataclass(frozen=True)
class Surgery:
    """Units that rest, are switched off or were drawn anew, and weights that were set by hand.

    `frozen` units do not learn; `ablated` units give 0; `redrawn` says how often a unit (or WHOLE) was drawn anew;
    `values` are numbers that stand in place of the initial ones and of what training had made of them when they were
    set. A unit is a row of the weight: an output feature or a filter. Whoever takes an operation away again gives the
    numbers back that were there before.
    """

    frozen: tuple[int, ...] = ()
    ablated: tuple[int, ...] = ()
    redrawn: tuple[tuple[int, int], ...] = ()
    values: tuple[Value, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.frozen or self.ablated or self.redrawn or self.values)


NONE = Surgery()
"""A layer as the initialiser and training made it."""


def surgery_to_json(surgery: Surgery) -> dict[str, Any]:
    """Its file form; what is empty is left out."""
    raw = {
        "frozen": list(surgery.frozen),
        "ablated": list(surgery.ablated),
        "redrawn": [list(pair) for pair in surgery.redrawn],
        "values": [[name, list(index), value] for name, index, value in surgery.values],
    }
    return {key: value for key, value in raw.items() if value}


def surgery_from_json(raw: object) -> Surgery:
    """Check and build it.

    Raises:
        SpecError: a part has another form.
    """
    if not isinstance(raw, dict):
        raise SpecError("", "needs an object")
    if strange := sorted(set(raw) - set(Surgery.__dataclass_fields__)):
        raise SpecError(strange[0], f"is no kind of surgery; there is {', '.join(Surgery.__dataclass_fields__)}")
    return Surgery(
        frozen=tuple(_unit(item, "frozen") for item in _items(raw, "frozen")),
        ablated=tuple(_unit(item, "ablated") for item in _items(raw, "ablated")),
        redrawn=tuple(_redrawn(item) for item in _items(raw, "redrawn")),
        values=tuple(_value(item) for item in _items(raw, "values")),
    )


def _items(raw: dict[str, Any], key: str) -> list[Any]:
    found = raw.get(key, [])
    if not isinstance(found, list) or len(found) > MAX_OPERATIONS:
        raise SpecError(key, f"needs a list of at most {MAX_OPERATIONS} items")
    return found


def _unit(value: object, place: str, least: int = 0) -> int:
    if type(value) is not int or not least <= value < 2**31:
        raise SpecError(place, "needs the numbers of units, counted from 0")
    return value


def _redrawn(item: object) -> tuple[int, int]:
    if not isinstance(item, list) or len(item) != 2:
        raise SpecError("redrawn", "needs pairs of a unit and how often it was drawn anew")
    return _unit(item[0], "redrawn", WHOLE), _unit(item[1], "redrawn", 1)


def _value(item: object) -> Value:
    match item:
        case [str(name), [*index], int() | float() as value] if not isinstance(value, bool) and math.isfinite(value):
            if abs(value) > MAX_NUMBER:
                raise SpecError("values", "has a number that is too large for a weight")
            if len(name) > MAX_NAME or not name.isprintable():
                raise SpecError("values", "needs names of parameters, such as weight")
            return name, tuple(_unit(part, "values") for part in index), float(value)
    raise SpecError("values", 'needs items such as ["weight", [0, 1], 0.5]')
