"""A tree with what is said of each of its nodes."""

from __future__ import annotations

import numpy as np
import torch

from playground.catalog.kinds import IGNORED
from playground.engine.measure import predict
from playground.engine.network import parts_of
from playground.engine.probes.looked import looked_at
from playground.engine.probes.symbols import texts
from playground.engine.run import Run

Arrays = dict[str, np.ndarray]


def tree_answers(run: Run, sample: int, measured: int, network: str = "") -> Arrays:
    """Of the nodes of one tree, root last: "symbols", "truth" and "said" (m,), "children" (m, 2), "shares" (m, K).

    Padding is left out. Truth is the place of a class among "classes", −100 where it is not told. "counted" and "right"
    (h,): of how many nodes of each height the truth is told, and how many are right, over the first `measured` samples.
    Empty for data without such parts.
    """
    info, entry = run.dataset.samples.info, run.dataset.samples.entry
    parts = parts_of(info.parts)
    if not {"symbols", "children"} <= set(parts) or len(info.places) != 1:
        return {}
    inputs, targets = run.dataset.validation_inputs, run.dataset.samples.targets[1]
    place = min(sample, len(inputs) - 1)
    start, (size,) = parts["symbols"]
    below, _ = parts["children"]
    children = inputs[:, below : below + 2 * size].reshape(-1, size, 2).long().cpu().numpy()
    known = next(part.symbols for part in entry.parts if part.name == "symbols")
    bears = inputs[place, start : start + size].long().tolist()
    begin = next((at for at, symbol in enumerate(bears) if symbol), 0)
    shares = _answers(run, network, inputs[place : place + 1])[0].softmax(dim=-1)[begin:].float().cpu()
    own = children[place, begin:]
    return {
        "sample": np.array(place),
        "of": np.array(len(inputs)),
        "symbols": texts([known[symbol] for symbol in bears[begin:]]),
        "children": np.where(own < 0, -1, own - begin),
        "truth": np.asarray(targets[place, begin:]),
        "said": shares.argmax(dim=-1).numpy(),
        "shares": shares.numpy(),
        "classes": texts(info.class_names),
        **_by_height(_answers(run, network, inputs[:measured]), targets[:measured], children[:measured]),
    }


def _answers(run: Run, network: str, inputs: torch.Tensor) -> torch.Tensor:
    """What is said of every node of trees: (N, m, K)."""
    outputs = predict(looked_at(run, network), inputs)
    return outputs.movedim(1, -1) if getattr(run.experiment.objective, "answers", "") == "places first" else outputs


def _by_height(outputs: torch.Tensor, targets: np.ndarray, children: np.ndarray) -> Arrays:
    """Nodes whose truth is told, and how many of them are right, by height."""
    heights, told = heights_of(children), targets != IGNORED
    right = told & (outputs.argmax(dim=-1).cpu().numpy() == targets)
    most = int(heights[told].max(initial=0)) + 1
    return {
        "counted": np.bincount(heights[told], minlength=most),
        "right": np.bincount(heights[right], minlength=most),
    }


def heights_of(children: np.ndarray) -> np.ndarray:
    """How high each node (N, m) stands above its leaves, from the places of its children (N, m, 2); 0 for leaves."""
    heights, every = np.zeros(children.shape[:2], dtype=np.int64), np.arange(len(children))
    for node in range(children.shape[1]):
        below = [np.where(child < 0, -1, heights[every, child]) for child in children[:, node].T]
        heights[:, node] = np.maximum(*below) + 1
    return heights
