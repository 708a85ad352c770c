"""Samples that the networks of a run make, on the plane of the data."""

from __future__ import annotations

import numpy as np

from playground.engine.run import Run

PLAIN = ("x1", "x2")


def generated(run: Run, limit: int) -> dict[str, np.ndarray]:
    """ "xy" (N, 2): made samples as points of the plane; empty where none are made or the data lie on no plane.

    They have a place there when x1 and x2 are among the features.
    """
    samples = run.dataset.samples
    names = list(samples.info.input_names)
    made = run.objective.made(limit) if samples.info.plane and set(PLAIN) <= set(names) else None
    if made is None:
        return {}
    values = made.float().cpu().numpy() * samples.scale + samples.shift
    return {"xy": np.ascontiguousarray(values[:, [names.index(name) for name in PLAIN]], dtype=np.float32)}
