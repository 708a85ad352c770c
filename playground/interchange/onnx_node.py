"""One operator of an ONNX graph, with its settings as plain values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch

from playground.interchange.draft import Draft, Unfit
from playground.interchange.operators import Operation, Window

PATH = re.compile(r"[A-Za-z_][\w.]*\.(weight|bias|[A-Z])$")
"""A weight named by its place in a PyTorch module."""
WHOLE = {
    "AveragePool",
    "BatchNormalization",
    "Conv",
    "ConvTranspose",
    "Dropout",
    "GRU",
    "Gemm",
    "GlobalAveragePool",
    "InstanceNormalization",
    "LSTM",
    "LayerNormalization",
    "MaxPool",
    "RNN",
    "Resize",
}
"""Operators that are mostly all that a module does."""
SCOPES = "pkg.torch.onnx.name_scopes"


@dataclass(frozen=True)
class OnnxNode:
    """An operator: `inputs` and `outputs` are values, "" where one is left out."""

    draft: Draft
    kind: str
    domain: str
    name: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    attributes: dict[str, Any]
    scopes: tuple[str, ...]
    opset: int
    batch: int | None

    @property
    def op(self) -> Operation:
        """What it is to become."""
        return Operation(self.draft, self.outputs[0], self.stem)

    @property
    def stem(self) -> str:
        """What its node is called: the module that its weights are of, else the scope it stands in, else its name."""
        for name in self.inputs[1:]:
            if PATH.match(name):
                return name.rpartition(".")[0]
        scope = self.scope
        if self.scopes:
            return scope or self.scopes[-1] if len(self.scopes) > 1 else self.scopes[-1]
        last = self.name.rpartition("/")[2] or self.kind
        return scope if scope and self.kind in WHOLE else f"{scope}.{last}".strip(".").lower()

    @property
    def scope(self) -> str:
        """The path of the module it stands in, as exporters tell it."""
        if self.scopes:
            return next((scope for scope in reversed(self.scopes[:-1]) if scope), "")
        parts = self.name.strip("/").split("/")[:-1] if self.name.startswith("/") else []
        found = before = ""
        for part in parts:  # a part may repeat the one before: /features/features.1
            whole = found.removesuffix(before) + part if before and part.startswith(f"{before}.") else f"{found}.{part}"
            found, before = whole.strip("."), part
        return found

    def input(self, index: int) -> str:
        """A value it takes.

        Raises:
            Unfit: it was left out.
        """
        if index >= len(self.inputs) or not self.inputs[index]:
            raise Unfit(f"it has no input {index}")
        return self.inputs[index]

    def has(self, index: int) -> bool:
        """Whether an input was given."""
        return index < len(self.inputs) and bool(self.inputs[index])

    def constant(self, index: int) -> torch.Tensor:
        """An input that does not depend on the model's input."""
        return self.draft.constant(self.input(index))

    def optional(self, index: int) -> torch.Tensor | None:
        """As `constant`; None where it was left out."""
        return self.constant(index) if self.has(index) else None

    def ints(self, name: str, default: Sequence[int] = (), index: int | None = None) -> list[int]:
        """Whole numbers of a setting, or in newer versions of an input."""
        if index is not None and self.has(index):
            return [int(one) for one in self.constant(index).reshape(-1).tolist()]
        value = self.attributes.get(name)
        return [int(one) for one in value] if isinstance(value, list) else list(default)

    def number(self, name: str, default: float, index: int | None = None) -> float:
        """A number of a setting, or in newer versions of an input."""
        if index is not None and self.has(index):
            return float(self.constant(index).reshape(-1)[0])
        value = self.attributes.get(name, default)
        if not isinstance(value, int | float):
            raise Unfit(f"{name} is no number")
        return value

    def text(self, name: str, default: str = "") -> str:
        """A text of a setting."""
        value = self.attributes.get(name, default)
        return value if isinstance(value, str) else default

    def window(self, axes: int, kernel: Sequence[int]) -> Window:
        """Its window, with the padding that `auto_pad` asks for."""
        stride, dilation = self.ints("strides", [1] * axes), self.ints("dilations", [1] * axes)
        pads = self.ints("pads", [0] * (2 * axes))
        automatic = self.text("auto_pad", "NOTSET")
        if automatic in ("SAME_UPPER", "SAME_LOWER"):
            sizes = self.draft.shape(self.input(0))[1:]
            reach = zip(sizes, kernel, stride, dilation, strict=True)
            totals = [
                max(0, (-(-size // step) - 1) * step + gap * (side - 1) + 1 - size) for size, side, step, gap in reach
            ]
            less, more = [total // 2 for total in totals], [total - total // 2 for total in totals]
            pads = less + more if automatic == "SAME_UPPER" else more + less
        return Window(stride, pads[:axes], pads[axes:], dilation)

    def signals(self) -> list[str]:
        """Every value it takes."""
        return [name for name in self.inputs if name]
