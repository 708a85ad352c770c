"""Words and numbers as people read them: labels of fields, names of features, shapes, counts."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from playground.spec.blocks import BlockUse
from playground.spec.entry import Entry, fields_of
from playground.spec.graph import Node
from playground.spec.params import Param
from playground.ui.engine_words import told

NBSP = "\N{NO-BREAK SPACE}"
_CAPITALS = {"p": "p", "lr": "LR", "l1": "L1", "l2": "L2"}
_UNITS = ((1e9, "G"), (1e6, "M"), (1e3, "k"))


def from_catalog(text: str) -> str:
    """A text of the catalog (title, label, help) in the window's language."""
    return QCoreApplication.translate("catalog", text) if text else ""


def title(item: Entry | type[Entry]) -> str:
    """The title of an entry as people read it; an unknown one keeps the name it has in the file."""
    if isinstance(item, BlockUse) and item.label:
        return from_catalog(item.label)
    shown = item.title if item.title and item.title != "Unknown" else getattr(item, "name", "?")
    return from_catalog(shown if isinstance(shown, str) else item.title)


def node_label(node: Node) -> str:
    """What the card of a node shows: the person's own name, or the layer's title."""
    return node.name or title(node.layer)


def field_label(name: str, meta: Param) -> str:
    """The label of a field: its own, or its name in words."""
    if meta.label:
        return from_catalog(meta.label)
    words = name.replace("_", " ")
    return from_catalog(_CAPITALS.get(words, words[:1].upper() + words[1:]))


def inside(text: str) -> str:
    """A label as it stands inside a sentence: "Change learning rate", but "Change LR factor"."""
    return text if text[1:2].isupper() or text[1:2].isdigit() else text[:1].lower() + text[1:]


def change_of(name: str, cls: type[Entry]) -> str:
    """What an edit of a field is called in the undo list."""
    shown = field_label(name, fields_of(cls)[name][0])
    return QCoreApplication.translate("words", "Change {0}").format(inside(shown))


def field_help(cls: type[Entry], name: str) -> str:
    """One sentence about a field, and the name it has in PyTorch and in files."""
    meta = fields_of(cls)[name][0]
    bounds = _bounds(meta)
    return from_catalog(meta.help) + (f" {bounds}" if bounds else "") + f"\n{cls.__name__}.{name}"


def _bounds(meta: Param) -> str:
    low, high = meta.min, meta.max
    if low is None or high is None or high >= 2**31 - 1:
        return ""
    return QCoreApplication.translate("words", "From {0} to {1}.").format(number(low), number(high))


def number(value: float, digits: int = 4) -> str:
    """A number with at most so many significant digits, in the locale's notation."""
    if isinstance(value, int) or (math.isfinite(value) and value == int(value) and abs(value) < 1e6):
        return QLocale().toString(int(value))
    return QLocale().toString(float(value), "g", digits)


def count(value: int) -> str:
    """A count with thousands separated."""
    return QLocale().toString(value)


def short(value: float) -> str:
    """A large count in thousands, millions or billions: 12.4 k; what is below 10 with two digits: 0.35."""
    for size, unit in _UNITS:
        if value >= 10 * size:
            return f"{QLocale().toString(value / size, 'f', 1)} {unit}"
    return count(round(value)) if value >= 10 or value == int(value) else number(value, 2)


def memory(size: float) -> str:
    """Bytes in the unit that fits: 1.4 kB."""
    for unit in ("B", "kB", "MB", "GB"):
        if size < 1000:
            return f"{number(size, 3)}{NBSP}{unit}"
        size /= 1000
    return f"{number(size, 3)}{NBSP}TB"


def percent(value: float) -> str:
    """A share as a percentage."""
    return f"{number(round(value * 100, 1))} %"


def shape(output: Sequence[int] | None) -> str:
    """An output shape with the batch in front: (N, 8)."""
    return "—" if output is None else f"({f',{NBSP}'.join(['N', *map(str, output)])})"


def feature(name: str) -> str:
    """An input feature in mathematical signs: x1^2 becomes x₁²."""
    sin = re.sub(r"^sin[_( ]*(.*?)\)?$", r"sin \1", name)
    square = re.sub(r"(\^2|_?(squared|sq))(?=$|[^0-9])", "²", sin)
    return square.replace("x1", "x₁").replace("x2", "x₂").replace("*", "").replace("_", "")


def sentences(cls: type[Entry]) -> tuple[str, str]:
    """The help of an entry in two parts: what it does, and the formula with its reference."""
    first, _, rest = (cls.__doc__ or "").strip().partition("\n\n")
    return from_catalog(_line(first)), from_catalog(_line(rest))


def sentence(text: str) -> str:
    """A message as a sentence in the window's language: a capital at its start and a full stop at its end."""
    said = text.strip()
    return said and told(said[:1].upper() + said[1:] + ("" if said[-1] in ".!?…。！？" else "."))


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
