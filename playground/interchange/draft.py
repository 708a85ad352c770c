"""A network while it is read from a model: layers by the name of the value each gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch

from playground.engine.dryrun import dry_run
from playground.engine.weights import COUNTED, tensors_of
from playground.spec.entry import Entry, Shape, UnknownEntry, make
from playground.spec.errors import SpecError

MAX_TEXT = 200
MAX_ITEMS = 32

Tensors = Mapping[str, torch.Tensor]


class Unfit(Exception):
    """No layer of the catalog does what an operator does; the message says why."""


class ModelError(SpecError):
    """A model file cannot be read."""

    def __init__(self, message: str) -> None:
        super().__init__("", message)


@dataclass
class Part:
    """A layer to be: `sources` are values, `weights` go by the names of the module's parameters."""

    layer: Entry
    sources: tuple[str, ...]
    weights: Tensors
    stem: str
    activation: Entry | None = None


@dataclass
class Draft:
    """What has been read so far. `shapes` are without the batch, None where nobody knows.

    `told` are shapes that the file tells; behind an operator that has no layer nobody else knows them.
    """

    parts: dict[str, Part] = field(default_factory=dict)
    shapes: dict[str, Shape | None] = field(default_factory=dict)
    constants: dict[str, torch.Tensor] = field(default_factory=dict)
    outputs: list[str] = field(default_factory=list)
    zeros: set[str] = field(default_factory=set)
    told: dict[str, Shape] = field(default_factory=dict)
    _same: dict[str, str] = field(default_factory=dict)

    def value(self, name: str) -> str:
        """The value that a name stands for, after all that only passes values on."""
        while name in self._same:
            name = self._same[name]
        return name

    def is_signal(self, name: str) -> bool:
        """Whether a value depends on the input; constants do not."""
        return self.value(name) in self.parts

    def is_constant(self, name: str) -> bool:
        """Whether a value is known already."""
        return self.value(name) in self.constants

    def shape(self, name: str) -> Shape:
        """The shape of a value without the batch.

        Raises:
            Unfit: it is not known.
        """
        found = self.shapes.get(self.value(name))
        if found is None:
            raise Unfit("its input has no known shape")
        return found

    def constant(self, name: str) -> torch.Tensor:
        """A value that does not depend on the input.

        Raises:
            Unfit: it does.
        """
        if (name := self.value(name)) not in self.constants:
            raise Unfit(f"{name} is computed")
        return self.constants[name]

    def same(self, value: str, source: str) -> None:
        """Say that an operator only passes a value on."""
        self._same[value] = self.value(source)

    def input(self, value: str, shape: Shape) -> None:
        """Add an Input."""
        self.parts[value] = Part(make("layer", {"entry": "Input"}), (), {}, value)
        self.shapes[value] = shape

    def add(
        self, value: str, layer: Entry, sources: Sequence[str], weights: Tensors | None = None, stem: str = ""
    ) -> None:
        """Add a layer that is known to fit its inputs and its weights.

        Raises:
            Unfit: it does not.
        """
        ends = tuple(self.value(source) for source in sources)
        if missing := [end for end in ends if end not in self.parts]:
            raise Unfit(f"{missing[0]} is a constant")
        shapes = [self.shapes[end] for end in ends]
        known = tuple(shape for shape in shapes if shape is not None)
        if len(known) == len(shapes):
            facts = dry_run(layer, None, known)
            if facts.error:
                raise Unfit(facts.error)
            _agree(layer, known, weights or {})
            self.shapes[value] = facts.shape
        else:
            self.shapes[value] = None
        self.parts[value] = Part(layer, ends, dict(weights or {}), stem or layer.name.lower())

    def unknown(
        self, values: Sequence[str], operator: str, sources: Iterable[str], attributes: Mapping[str, Any], stem: str
    ) -> None:
        """Keep an operator that the catalog does not have, with its wires, its settings and its weights."""
        names = [self.value(source) for source in sources]
        ends = tuple(name for name in names if name in self.parts)
        weights = {f"constant{i}": self.constants[name] for i, name in enumerate(names) if name in self.constants}
        plain = {key: plain_value(value) for key, value in attributes.items() if key != "entry"}
        first = values[0]
        self.parts[first] = Part(UnknownEntry("layer", {"entry": operator, **plain}), ends, weights, stem)
        self.shapes[first] = self.told.get(first)
        for other in values[1:]:
            self.same(other, first)

    def last(self) -> list[str]:
        """The values that the model gives, as parts."""
        return [name for name in map(self.value, self.outputs) if name in self.parts]


def layer(name: str, **fields: Any) -> Entry:
    """A layer of the catalog.

    Raises:
        Unfit: there is none of that name, or a field may not have that value.
    """
    try:
        found = make("layer", {"entry": name, **fields})
    except SpecError as error:
        raise Unfit(str(error)) from None
    if isinstance(found, UnknownEntry):
        raise Unfit(f"there is no layer {name}")
    return found


def _agree(entry: Entry, shapes: tuple[Shape, ...], weights: Tensors) -> None:
    wanted = {name: shape for name, shape in tensors_of(entry, shapes) if not name.endswith(COUNTED)}
    given = {name: tuple(value.shape) for name, value in weights.items() if not name.endswith(COUNTED)}
    if wanted != given:
        raise Unfit(f"{entry.title} has other weights")


def plain_value(value: object, depth: int = 0) -> Any:
    """A setting of an operator as a plain value of limited size."""
    if value is None or isinstance(value, bool | int | float):
        return value if not isinstance(value, int) or abs(value) < 2**53 else str(value)
    if isinstance(value, str):
        return value[:MAX_TEXT]
    if isinstance(value, list | tuple) and depth < 3:
        return [plain_value(item, depth + 1) for item in value[:MAX_ITEMS]]
    return str(value)[:MAX_TEXT]
