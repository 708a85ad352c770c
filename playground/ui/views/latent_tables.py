"""The numbers behind a plane of codes, as tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from playground.ui.views.base import Table

Arrays = dict[str, Any]


def latent_tables(shown: Mapping[str, Arrays]) -> list[Table]:
    """Codes, what is made over the plane, and samples beside what is restored of them, from a snapshot per variant."""
    found = []
    for name, rows in (("codes", _codes), ("made", _made), ("restored", _restored)):
        parts = [part for variant, arrays in shown.items() if (part := rows(variant, arrays))]
        if parts:
            found.append(Table(name, {key: np.concatenate([part[key] for part in parts]) for key in parts[0]}))
    return found


def _codes(variant: str, arrays: Arrays) -> Arrays:
    codes, y = arrays.get("codes", ()), arrays.get("y", ())
    if not len(codes) or len(np.shape(y)) != 1:
        return {}
    return {"variant": np.full(len(codes), variant), "x": codes[:, 0], "y": codes[:, 1], "target": y}


def _made(variant: str, arrays: Arrays) -> Arrays:
    made = arrays.get("tiles", arrays.get("tiles_xy"))
    if made is None:
        return {}
    side, extent = len(made), float(arrays["extent"])
    flat = np.reshape(made, (side * side, -1))
    each, numbers = flat.shape
    x, y = np.meshgrid(np.linspace(-extent, extent, side), np.linspace(extent, -extent, side))
    return {
        "variant": np.full(each * numbers, variant),
        "x": np.repeat(x.ravel(), numbers),
        "y": np.repeat(y.ravel(), numbers),
        "number": np.tile(np.arange(numbers), each),
        "value": flat.ravel(),
    }


def _restored(variant: str, arrays: Arrays) -> Arrays:
    originals, restored = (arrays.get(name, arrays.get(f"{name}_xy")) for name in ("originals", "restored"))
    if originals is None or restored is None:
        return {}
    count, numbers = len(originals), int(np.prod(np.shape(originals)[1:]))
    return {
        "variant": np.full(count * numbers, variant),
        "sample": np.repeat(np.arange(count), numbers),
        "number": np.tile(np.arange(numbers), count),
        "original": np.ravel(originals),
        "restored": np.ravel(restored),
    }
