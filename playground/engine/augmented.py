"""A few training samples as the augmentations show them to the network."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from playground.catalog.kinds import Data
from playground.engine.augmenting import augmented as changed
from playground.engine.augmenting import augmenters, following
from playground.engine.data import DataStore, Samples
from playground.engine.lint.augmentations import augmentations
from playground.engine.lint.choices import answers
from playground.engine.randomness import RandomState
from playground.engine.session import Refused
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment
from playground.spec.variants import resolve

SHOWN, VERSIONS = 3, 8
"""Samples that are shown, and augmented versions of each."""
BATCH = 32
"""Samples that are changed together, as Mixup needs others."""
NOTHING = 255
"""Stands in a mask for a pixel that does not count."""
CPU = torch.device("cpu")


def augmented(experiment: Experiment, variant: str, seed: int, store: DataStore) -> dict[str, Any]:
    """Samples drawn with a seed, each before its versions: "images" (S, 1 + V, C, H, W), or "texts" in a list for each.

    Images are as the data give them, mostly from 0 to 1, whether or not they are standardised. Where masks or boxes
    move with them there are "masks" (S, 1 + V, H, W) of the numbers of "classes", or "boxes" (S, 1 + V, 4). Nothing
    that a training draws is used up.

    Raises:
        SpecError: the data cannot be had, or an augmentation does not go with them.
    """
    chosen = resolve(experiment, variant)
    if not isinstance(chosen.data, Data):
        raise SpecError("data", "are not known to this version")
    samples = store.samples(chosen.data)
    moved = following(chosen) is not None
    for problem in (*augmentations(chosen, samples.info), *(answers(chosen, samples.info) if moved else ())):
        raise Refused(problem)
    shown, wanted = _versions(chosen, samples, seed)
    if chosen.data.symbols:
        return {"texts": [[_text(one, chosen.data) for one in versions] for versions in shown]}
    return {"images": _as_given(shown, samples), **_placed(wanted, chosen, samples)}


def _versions(experiment: Experiment, samples: Samples, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Some samples, each with itself and its versions along the second axis; and their answers."""
    order = torch.randperm(len(samples.inputs[0]), generator=torch.Generator().manual_seed(seed))[:BATCH]
    first = torch.from_numpy(samples.inputs[0])[order], torch.from_numpy(samples.targets[0])[order]
    found = [first]
    with RandomState(CPU, seed).in_force():
        found += [changed(augmenters(experiment), *first) for _ in range(VERSIONS)]
    shown, wanted = (torch.stack([both[at][:SHOWN] for both in found], dim=1) for at in (0, 1))
    return shown.numpy(), wanted.numpy()


def _placed(wanted: np.ndarray, experiment: Experiment, samples: Samples) -> dict[str, Any]:
    """Of answers (S, 1 + V, …) those that say where something is: masks or boxes."""
    follow = following(experiment)
    if follow is None:
        return {}
    if "at" in follow[1]:
        return {"boxes": wanted[:, :, follow[1]["at"] :][:, :, :4].astype(np.float32)}
    if wanted.shape[2:] != samples.inputs[0].shape[2:]:
        return {}
    return {"masks": np.where(wanted < 0, NOTHING, wanted).astype(np.uint8), "classes": samples.info.class_names}


def _as_given(shown: np.ndarray, samples: Samples) -> np.ndarray:
    """Without the standardisation, if there is one."""
    return np.asarray(shown * samples.scale + samples.shift, dtype=np.float32)


def _text(sample: np.ndarray, data: Data) -> str:
    """The symbols of a sample (L,), words with spaces between them, without blanks."""
    told = [data.symbols[int(number)] for number in sample if int(number) != data.blank]
    return (" " if any(len(symbol) > 1 for symbol in data.symbols) else "").join(told)
