"""What networks say of validation images."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import numpy as np
import torch

from playground.catalog.kinds import IGNORED, Objective
from playground.engine.measure import predict
from playground.engine.objectives.heads import SeveralHeads
from playground.engine.overlap import box_iou
from playground.engine.run import Run
from playground.engine.scores import classes

MOST = 1024
"""Among so many validation samples the worst are sought."""
NOTHING = 255
"""Stands in a mask for a pixel that does not count."""
Arrays = dict[str, np.ndarray]


def predictions(run: Run, first: int, count: int, worst: bool) -> Arrays:
    """What is said of `count` validation images from the place `first` on; empty where images get no class.

    "images": uint8 (n, h, w) or (n, h, w, 3); "sample": their places in the validation set; "of": how many there are.
    Where an image has a class "true", "said" and "share" of the class that is said. Where its pixels have, uint8
    "true_mask" and "mask" (n, h, w), 255 where one does not count, and "pixels", the share that is right. Where it has
    a box "true_box" and "box" (n, 4) in shares of its sides, and "iou".
    """
    told = _teller(run)
    if told is None:
        return {}
    inputs, targets = run.dataset.validation_inputs, run.dataset.samples.targets[1]
    places = np.arange(len(inputs))
    if worst:
        found = told(run, inputs[:MOST], targets[:MOST])
        places = np.argsort(found["goodness"], kind="stable")
    start = min(first, max(len(places) - 1, 0))
    places = places[start : start + count]
    shown = inputs[torch.from_numpy(places).to(inputs.device)]
    arrays = told(run, shown, targets[places])
    del arrays["goodness"]
    return arrays | {"images": pictures(run, shown), "sample": places, "of": np.array(len(inputs))}


def _teller(run: Run) -> Callable[[Run, torch.Tensor, np.ndarray], Arrays] | None:
    """What can be told of each image, None where the samples are no images or get no class."""
    info, objective = run.dataset.samples.info, run.experiment.objective
    shape = info.input_shape
    if len(shape) != 3 or shape[0] not in (1, 3) or info.parts or info.task != "classification":
        return None
    if not isinstance(objective, Objective) or objective.task != "classification":
        return None
    if objective.answers == "places first" and len(info.places) == 2:
        return _masks
    if objective.answers == "heads" and isinstance(run.objective, SeveralHeads):
        return _heads
    return _class if objective.answers == "one" and not info.places and not info.heads else None


def _class(run: Run, inputs: torch.Tensor, targets: np.ndarray) -> Arrays:
    return _of_classes(run.objective.answers(inputs).float(), targets)


def _of_classes(answers: torch.Tensor, targets: np.ndarray) -> Arrays:
    """Classes that are said with a share for each (N, C), or with a number from −1 to 1 for a no or a yes (N, 1)."""
    if answers.shape[1] == 1:
        yes = ((1 + answers) / 2).clamp(0, 1)
        answers = torch.cat([1 - yes, yes], dim=1)
    shares = answers.nan_to_num().cpu().numpy()
    said, true = shares.argmax(axis=1), targets.astype(np.int64)
    rows = np.arange(len(said))
    return {
        "true": true,
        "said": said,
        "share": shares[rows, said],
        "goodness": shares[rows, true] - shares[rows, said],
    }


def _masks(run: Run, inputs: torch.Tensor, targets: np.ndarray) -> Arrays:
    outputs = predict(run.networks[run.objective.name], inputs).movedim(1, -1)
    flat = outputs.flatten(0, -2)
    said = (
        classes(flat, torch.zeros_like(flat[:, :1]), run.dataset.encoding)[0] if flat.shape[1] == 1 else flat.argmax(1)
    )
    mask = said.reshape(outputs.shape[:-1]).cpu().numpy()
    counts = targets != IGNORED
    right = ((mask == targets) & counts).sum(axis=(1, 2)) / np.maximum(counts.sum(axis=(1, 2)), 1)
    true = np.where(counts, targets, NOTHING).astype(np.uint8)
    return {"mask": mask.astype(np.uint8), "true_mask": true, "pixels": right, "goodness": right}


def _heads(run: Run, inputs: torch.Tensor, targets: np.ndarray) -> Arrays:
    goal = cast(SeveralHeads, run.objective)  # _teller saw to it
    wanted = torch.from_numpy(np.ascontiguousarray(targets)).to(run.device)
    parts = list(goal.criterion.apart(predict(run.networks[goal.name], inputs), wanted))
    found: Arrays = {"goodness": np.zeros(len(inputs), np.float32)}
    named = next((part for part in parts if part.classes), None)
    if named is not None:
        found |= _of_classes(named.outputs.softmax(dim=1), named.targets.cpu().numpy())
    box = next((part for part in parts if part.name == "box" and part.outputs.shape[1] == 4), None)
    if box is not None:
        iou = box_iou(box.outputs, box.targets).cpu().numpy()
        found |= {"box": box.outputs.float().cpu().numpy(), "true_box": box.targets.cpu().numpy(), "iou": iou}
        found["goodness"] = found["goodness"] + iou
    return found


def pictures(run: Run, inputs: torch.Tensor) -> np.ndarray:
    """Images (N, C, H, W) as the data have them, in grey (N, H, W) or in colours (N, H, W, 3)."""
    samples = run.dataset.samples
    values = inputs.float().cpu().numpy() * samples.scale + samples.shift
    low, high = float(values.min(initial=0.0)), float(values.max(initial=1.0))
    if low < -0.01 or high > 1.01:  # no shares of white
        values = (values - low) / max(high - low, 1e-9)
    grey = (255 * values.clip(0, 1)).round().astype(np.uint8)
    return np.ascontiguousarray(grey[:, 0] if grey.shape[1] == 1 else grey.transpose(0, 2, 3, 1))
