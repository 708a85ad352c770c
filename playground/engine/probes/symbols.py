"""What stands at each step of a sample, as text for the axes of a picture."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

import numpy as np
import torch

from playground.engine.network import INPUT, parts_of, taken
from playground.engine.run import Run
from playground.spec.graph import Node


def texts(labels: Sequence[str]) -> np.ndarray:
    """Texts as an array that can travel, even where all are empty."""
    return np.array(list(labels), dtype=f"<U{max([1, *map(len, labels)])}")


def labels_at(run: Run, network: str, node: str, port: int, sample: torch.Tensor, length: int) -> list[str]:
    """What stands in a sample (P,) or (L, …) at the steps that reach an input of a node, else numbers from 1 on.

    That is the nearest Input before it with as many steps.
    """
    graph = run.experiment.networks[network]
    ahead = deque(edge.source for edge in graph.into(node) if edge.port == port)
    seen: set[str] = set()
    while ahead:
        here = ahead.popleft()
        if here in seen:
            continue
        seen.add(here)
        if graph.node(here).layer.name == INPUT and (found := _of_input(run, graph.node(here), sample, length)):
            return found
        ahead.extend(edge.source for edge in graph.into(here))
    return [str(step) for step in range(1, length + 1)]


def _of_input(run: Run, node: Node, sample: torch.Tensor, length: int) -> list[str]:
    """Labels of the steps that an Input gives; [] where it gives another number of them, or what has no names."""
    data, info = run.dataset.samples.entry, run.dataset.samples.info
    symbols = data.symbols
    if (part := taken(node, parts_of(info.parts))) is not None:
        sample = sample[part[0] :][: int(np.prod(part[1]))].reshape(part[1])
        symbols = next(one.symbols for one in data.parts if one.name == node.layer.values()["part"])
    if len(sample) != length:
        return []
    if sample.ndim == 1 and symbols:
        return [symbols[int(number)] for number in sample.tolist()]
    names = info.input_names
    if sample.ndim == 2 and len(names) == sample.shape[1] and bool(((sample == 0) | (sample == 1)).all()):
        return [" ".join(name for name, there in zip(names, step, strict=True) if there) for step in sample.tolist()]
    return []
