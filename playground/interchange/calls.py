"""One operator of an exported program, with its arguments as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch

from playground.interchange.archive import JSON, Operator
from playground.interchange.draft import Draft, Unfit
from playground.interchange.operators import Operation

SEVERAL = ("transformer", "container")
"""Files of torch.nn whose modules are made of others."""


@dataclass(frozen=True)
class Ref:
    """A value by name: a tensor, or a size that is computed."""

    name: str


@dataclass(frozen=True)
class Call:
    """An operator: `kind` is its name without namespace and overload; `module` is the path of the module it is in."""

    draft: Draft
    target: str
    kind: str
    args: dict[str, Any]
    outputs: tuple[str, ...]
    module: str
    module_class: str
    batch: int | None
    symbols: frozenset[str]

    @property
    def op(self) -> Operation:
        """What it is to become."""
        return Operation(self.draft, self.outputs[0], self.stem)

    @property
    def stem(self) -> str:
        """What its node is called: the module's path where the module is this operator, else with its own name."""
        if self.module_class.startswith("torch.nn.modules.") and self.module_class.split(".")[3] not in SEVERAL:
            return self.module
        return f"{self.module}.{self.kind}" if self.module else self.kind

    def signals(self) -> list[str]:
        """Every tensor among its arguments."""
        values = [value if isinstance(value, list) else [value] for value in self.args.values()]
        return [item.name for many in values for item in many if isinstance(item, Ref)]

    def source(self, *names: str) -> str:
        """The tensor of the first argument that is there under one of the names."""
        for name in names:
            if isinstance(self.args.get(name), Ref):
                return str(self.args[name].name)
        raise Unfit(f"it has no {names[0]}")

    def tensor(self, name: str) -> torch.Tensor | None:
        """A constant; None where it was left out."""
        value = self.args.get(name)
        return self.draft.constant(value.name) if isinstance(value, Ref) else None

    def needed(self, name: str) -> torch.Tensor:
        """A constant that must be there."""
        if (found := self.tensor(name)) is None:
            raise Unfit(f"it has no {name}")
        return found

    def sources(self, name: str) -> list[str]:
        """A list of tensors."""
        value = self.args.get(name)
        if not isinstance(value, list) or not all(isinstance(item, Ref) for item in value):
            raise Unfit(f"{name} are no tensors")
        return [item.name for item in value]

    def ints(self, name: str, default: Sequence[int] = ()) -> list[int]:
        """Whole numbers."""
        value = self.args.get(name)
        if value is None:
            return list(default)
        many = value if isinstance(value, list) else [value]
        if not all(isinstance(item, int) and not isinstance(item, bool) for item in many):
            raise Unfit(f"{name} are no numbers")
        return many or list(default)

    def sizes(self, name: str) -> list[int | None]:
        """Sizes; None stands for the size of the batch."""
        value = self.args.get(name)
        if not isinstance(value, list):
            raise Unfit(f"{name} are no sizes")
        return [None if isinstance(one, Ref) and one.name in self.symbols else self._size(one) for one in value]

    def _size(self, value: object) -> int:
        if not isinstance(value, int):
            raise Unfit("a size is computed")
        return value

    def number(self, name: str, default: float) -> float:
        """One number."""
        value = self.args.get(name, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise Unfit(f"{name} is no number")
        return value

    def flag(self, name: str, default: bool = False) -> bool:
        """True or false."""
        return bool(self.args.get(name, default))


def values_of(argument: JSON) -> Any:
    """An argument of the format as a plain value; tensors and computed sizes as `Ref`."""
    for kind, value in argument.items():
        if kind in ("as_tensor", "as_sym_int", "as_sym_float", "as_sym_bool"):
            return _one(value)
        if kind in ("as_tensors", "as_sym_ints", "as_optional_tensors", "as_nested_tensors"):
            return [_one(item) for item in value] if isinstance(value, list) else None
        if kind == "as_none":
            return None
        return value
    return None


def _one(value: Any) -> Any:
    if not isinstance(value, dict):
        return None
    name = value.get("name", value.get("as_name"))
    if isinstance(name, str):
        return Ref(name)
    return _one(value["as_tensor"]) if "as_tensor" in value else value.get("as_int", value.get("as_float"))


def names_of(arguments: list[JSON]) -> list[str]:
    """The names of values that a graph or an operator takes or gives."""
    found = []
    for argument in arguments:
        value = values_of(argument)
        found += [item.name for item in (value if isinstance(value, list) else [value]) if isinstance(item, Ref)]
    return found


def module_of(operator: Operator) -> tuple[str, str]:
    """Path and class of the innermost module an operator comes from."""
    stack = operator.metadata.get("nn_module_stack")
    last = stack.rpartition(";")[2].split(",") if isinstance(stack, str) else []
    if len(last) != 3 or "empty_nn_module_stack" in last[1]:
        return "", ""
    return last[1].partition("@")[0], last[2]  # "relu@1" is the second call of relu
