"""A few training samples as the augmentations show them to the network."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from playground.catalog.kinds import Data
from playground.engine.augmenting import augmenters
from playground.engine.data import DataStore, Samples
from playground.engine.lint.augmentations import augmentations
from playground.engine.randomness import RandomState
from playground.engine.session import Refused
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment
from playground.spec.variants import resolve

SHOWN, VERSIONS = 3, 8
"""Samples that are shown, and augmented versions of each."""
BATCH = 32
"""Samples that are changed together, as Mixup needs others."""
CPU = torch.device("cpu")


def augmented(experiment: Experiment, variant: str, seed: int, store: DataStore) -> dict[str, Any]:
    """Samples drawn with a seed, each before its versions: "images" (S, 1 + V, C, H, W), or "texts" in a list for each.

    Images are as the data give them, mostly from 0 to 1, whether or not they are standardised. Nothing that a training
    draws is used up.

    Raises:
        SpecError: the data cannot be had, or an augmentation does not go with them.
    """
    chosen = resolve(experiment, variant)
    if not isinstance(chosen.data, Data):
        raise SpecError("data", "are not known to this version")
    samples = store.samples(chosen.data)
    for problem in augmentations(chosen, samples.info):
        raise Refused(problem)
    shown = _versions(chosen, torch.from_numpy(samples.inputs[0]), seed)
    if chosen.data.symbols:
        return {"texts": [[_text(one, chosen.data) for one in versions] for versions in shown]}
    return {"images": _as_given(shown, samples)}


def _versions(experiment: Experiment, inputs: torch.Tensor, seed: int) -> np.ndarray:
    """Some samples, each with itself and its versions along the second axis."""
    order = torch.randperm(len(inputs), generator=torch.Generator().manual_seed(seed))
    batch = inputs[order[:BATCH]]
    found = [batch[:SHOWN]]
    with RandomState(CPU, seed).in_force():
        for _ in range(VERSIONS):
            changed, changes = batch, augmenters(experiment)
            for change in changes:
                changed = change(changed)
            found.append(changed[:SHOWN])
    return torch.stack(found, dim=1).numpy()


def _as_given(shown: np.ndarray, samples: Samples) -> np.ndarray:
    """Without the standardisation, if there is one."""
    return np.asarray(shown * samples.scale + samples.shift, dtype=np.float32)


def _text(sample: np.ndarray, data: Data) -> str:
    """The symbols of a sample (L,), words with spaces between them, without blanks."""
    told = [data.symbols[int(number)] for number in sample if int(number) != data.blank]
    return (" " if any(len(symbol) > 1 for symbol in data.symbols) else "").join(told)
