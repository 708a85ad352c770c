"""The samples on the input plane."""

from __future__ import annotations

import numpy as np

from playground.engine.run import Run


def points(run: Run) -> dict[str, np.ndarray]:
    """Raw coordinates "train_xy", "validation_xy" (N, 2) and targets "train_y", "validation_y" (N,).

    Targets are class indices or numbers; empty for data that lie on no plane.
    """
    samples = run.dataset.samples
    if samples.points is None:
        return {}
    train, validation = samples.points
    return {
        "train_xy": train.astype(np.float32),
        "train_y": samples.targets[0],
        "validation_xy": validation.astype(np.float32),
        "validation_y": samples.targets[1],
    }
