"""Data whose scale keeps a network from learning well."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from playground.engine.events import Diagnostic
from playground.engine.lint.case import Case
from playground.spec.entry import fields_of
from playground.spec.fixes import Fix

LARGE, SMALL = 20.0, 0.02
"""Root mean squares between which inputs are taken as they are."""
MEASURED = 512
"""Training samples that are looked at."""


def warn(case: Case) -> Iterator[Diagnostic]:
    """Inputs that are far from the size of 1 that initialisers and learning rates are made for."""
    if case.samples is None or case.samples.entry.scaled or _normalised(case):
        return
    inputs = case.samples.inputs[0]
    some = inputs[:: max(1, len(inputs) // MEASURED)].reshape(-1, *inputs.shape[1:])
    axes = (0,) if some.ndim == 2 else (0, *range(2, some.ndim))
    sizes = np.sqrt(np.mean(np.square(some, dtype=np.float64), axis=axes))
    worst, largest = int(np.argmax(sizes)), float(np.max(sizes))
    if not np.isfinite(largest) or SMALL <= largest <= LARGE or largest == 0:
        return
    names = case.samples.info.input_names
    which = names[worst] if len(sizes) > 1 and worst < len(names) else "the inputs"
    size = f"about {largest:,.0f}" if largest > 1 else f"about {largest:.2g}"
    yield Diagnostic(
        f"The values of {which} are {size} in size; initial weights and learning rates are made for about 1.",
        "Standardise the inputs.",
        "warning",
        place="data.scaling",
        code="inputs-not-standardised",
        fixes=[Fix("Standardise the inputs", [{"op": "set", "path": "data.scaling", "value": "standardise"}])],
    )


def _normalised(case: Case) -> bool:
    """Whether the data are no numbers to scale, or the network normalises them first."""
    if case.samples is None:
        return True
    data = case.samples.entry
    if data.symbols or data.parts or "scaling" not in fields_of(type(data)):
        return True
    entries = [node for node in case.graph.nodes if node.layer.name == "Input"]
    first = [one.layer for node in entries for one in case.after(node)]
    return bool(first) and all(one.group == "Normalisation" or one.name == "Embedding" for one in first)
