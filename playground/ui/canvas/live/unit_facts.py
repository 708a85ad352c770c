"""What is known of one unit, as the enlarged view shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLocale

from playground.ui import words


@dataclass(frozen=True)
class UnitFacts:
    """A snapshot of the unit-detail probe with the names of its sources; empty while there is none."""

    map: NDArray[np.float32] | None = None
    extent: float = 0.0
    units: int = 0
    mean: str = ""
    zero: str = ""
    gradient: str = ""
    weights: tuple[float, ...] = ()
    names: tuple[str, ...] = ()
    shape: tuple[int, ...] = ()
    axis: int = 0
    bias: float | None = None
    bias_name: str = ""

    @property
    def peak(self) -> float:
        """The largest value of the map."""
        return float(np.abs(self.map).max()) if self.map is not None and self.map.size else 0.0

    @property
    def kernel(self) -> bool:
        """Whether the weights are kernels rather than a row."""
        return len(self.shape) > 1

    @classmethod
    def of(cls, arrays: Mapping[str, Any], sources: tuple[str, ...], bias_name: str) -> UnitFacts:
        """Read a snapshot; names are given to as many weights as there are sources."""
        if "map" not in arrays:
            return cls()
        weights = tuple(np.asarray(arrays.get("weights", ())).tolist())
        bias = arrays.get("bias")
        return cls(
            map=np.nan_to_num(np.asarray(arrays["map"], np.float32), posinf=0.0, neginf=0.0),
            extent=float(arrays.get("extent", 0)),
            units=int(arrays.get("units", 0)),
            mean=_number(arrays.get("mean")),
            zero=words.percent(float(arrays["zero"])) if "zero" in arrays else "",
            gradient=_number(arrays.get("grad")),
            weights=weights,
            names=sources[: len(weights)],
            shape=tuple(np.asarray(arrays.get("shape", ())).astype(int).tolist()),
            axis=int(arrays.get("axis", 0)),
            bias=None if bias is None else float(bias),
            bias_name=bias_name,
        )

    def name(self, index: int) -> str:
        """What a weight comes from: a unit, or a place in the kernel of a channel."""
        if self.kernel:
            return ", ".join(QLocale().toString(int(part) + 1) for part in np.unravel_index(index, self.shape))
        return self.names[index] if index < len(self.names) else QLocale().toString(index + 1)


def _number(value: object) -> str:
    return "" if value is None else QLocale().toString(float(np.asarray(value)), "g", 3)
