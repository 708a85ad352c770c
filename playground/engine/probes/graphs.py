"""A graph of the data as points and lines, and what a network makes of its nodes."""

from __future__ import annotations

import math

import numpy as np
import torch

from playground.catalog.graph_layout import laid_out
from playground.catalog.graph_modules import GATConv
from playground.engine.network import INPUT, Network, output_node, parts_of
from playground.engine.probes.grid import watched
from playground.engine.probes.looked import looked_at
from playground.engine.run import Run
from playground.engine.similarity import alike

Arrays = dict[str, np.ndarray]
ADJACENCY = "adjacency"
MOVING = ("GCNConv", "SAGEConv", "GATConv")
"""Layers through which a node sees one step further."""


def adjacency_of(run: Run, sample: int) -> tuple[np.ndarray, int] | None:
    """The adjacency (n, n) of the nodes of a validation graph that exist, and its place; None where data are no graphs.

    Nodes that exist stand before padding.
    """
    samples = run.dataset.samples
    part = parts_of(samples.info.parts).get(ADJACENCY)
    if part is None:
        return None
    start, shape = part
    at = min(sample, len(samples.inputs[1]) - 1)
    whole = samples.inputs[1][at, start : start + math.prod(shape)].reshape(shape)
    nodes = int(whole.diagonal().sum())
    return whole[:nodes, :nodes], at


def graph_layout(run: Run, sample: int) -> Arrays:
    """ "places" (n, 2) in [0, 1]², "edges" (m, 2), "sample" and "of"; empty where the data are no graphs.

    "target": classes of the nodes (n,) and "labelled" (n,) where nodes are told apart, else the class () of the graph.
    The class of a node that is held out to test with is `IGNORED`.
    """
    found = adjacency_of(run, sample)
    if found is None:
        return {}
    adjacency, at = found
    samples = run.dataset.samples
    train, rest = samples.targets[0], samples.targets[1]
    arrays: Arrays = {
        "places": laid_out(adjacency),
        "edges": np.argwhere(np.triu(adjacency, 1)).astype(np.int32),
        "sample": np.array(at),
        "of": np.array(len(samples.inputs[1])),
    }
    if samples.info.places:
        arrays["labelled"] = train[at] >= 0
        arrays["target"] = np.where(train[at] >= 0, train[at], rest[at])
    else:
        arrays["target"] = np.asarray(rest[at])
    return arrays


def graph_nodes(run: Run, sample: int) -> Arrays:
    """What the network that gives the answer makes of a validation graph; empty where the data are no graphs.

    ".shares" (n, C), or (C,) for the graph as a whole: 0 to 1 for each class. For each layer before the end that has a
    vector per node: "<id>" (n, 2), the vectors as seen from the two directions in which they differ most, −1 to 1;
    "<id>.alike", the mean cosine of every two; "<id>.hops", how far a node sees there. "<id>.attention" (m,): how much
    a layer gives each edge, the mean of both ways and heads.
    """
    found = adjacency_of(run, sample)
    if found is None:
        return {}
    adjacency, at = found
    graph, network = run.experiment.networks[run.objective.name], looked_at(run, "")
    end = output_node(graph)
    assert end is not None  # a network that runs has an output
    outputs, attended = _observed(network, run.dataset.validation_inputs[at : at + 1].to(run.device))
    shares = _shares(run, outputs[end.id][0])
    arrays: Arrays = {".shares": shares[: len(adjacency)] if shares.ndim == 2 else shares}
    hops: dict[str, int] = {}
    a, b = np.argwhere(np.triu(adjacency, 1)).T
    for node in graph.order():
        values = outputs[node.id]
        before = max((hops[edge.source] for edge in graph.into(node.id)), default=0)
        hops[node.id] = before + (node.layer.name in MOVING)
        if values.ndim == 3 and node.layer.name != INPUT and node is not end:
            vectors = values[:, : len(adjacency)].float().nan_to_num(0, 0, 0)
            arrays[node.id] = seen(vectors[0].cpu().numpy())
            arrays[f"{node.id}.hops"] = np.array(hops[node.id])
            arrays[f"{node.id}.alike"] = alike(vectors, torch.ones_like(vectors[:, :, 0])).cpu().numpy()
        if node.id in attended:
            arrays[f"{node.id}.attention"] = (attended[node.id][a, b] + attended[node.id][b, a]) / 2
    return arrays


def _observed(network: Network, inputs: torch.Tensor) -> tuple[dict[str, torch.Tensor], dict[str, np.ndarray]]:
    """What each node gives for one sample, and to whom the nodes of the graph attend in layers that do."""
    attended: dict[str, np.ndarray] = {}

    def note(name: str, module: GATConv, args: tuple[torch.Tensor, torch.Tensor]) -> None:
        shares = module.shares(module.projected(args[0]), args[1])
        attended[name] = shares[0].mean(dim=0).float().cpu().numpy()

    looking = [(name, module) for name, module in network.named_children() if isinstance(module, GATConv)]
    hooks = [
        module.register_forward_hook(lambda module, args, _, name=name: note(name, module, args))
        for name, module in looking
    ]
    try:
        with watched(network):
            return network.every_output(inputs), attended
    finally:
        for hook in hooks:
            hook.remove()


def _shares(run: Run, outputs: torch.Tensor) -> np.ndarray:
    """A share for each class (…, C) of what the network gives (…, K), whatever the loss takes it for."""
    encoding, reads = run.dataset.encoding, getattr(run.experiment.loss, "reads", "numbers")
    values = outputs.float().nan_to_num(0, 0, 0)
    if encoding in ("binary", "probability", "sign"):
        yes = values.sigmoid() if encoding == "binary" else (values + 1) / 2 if encoding == "sign" else values
        values = torch.cat([1 - yes, yes], dim=-1)
    elif encoding == "index":
        values = values.exp() if reads == "log-probabilities" else values.softmax(dim=-1)
    elif reads == "logits":
        values = values.sigmoid()
    found: np.ndarray = values.clamp(0, 1).cpu().numpy()
    return found


def seen(vectors: np.ndarray) -> np.ndarray:
    """Vectors (n, F) as points (n, 2) in [−1, 1]², from the two directions in which they differ most.

    The sign of each direction is such that its largest number is positive, so that pictures do not flicker.
    """
    centred = vectors - vectors.mean(axis=0)
    left, sizes, right = np.linalg.svd(centred.astype(np.float64), full_matrices=False)
    signs = np.sign(np.take_along_axis(right, np.abs(right).argmax(axis=1)[:, None], axis=1))[:, 0]
    points = (left * sizes * np.where(signs == 0, 1, signs))[:, :2]
    points = np.pad(points, ((0, 0), (0, 2 - points.shape[1])))
    least = 1e-3 * float(np.abs(vectors).max())  # vectors that hardly differ are shown as equal
    return np.asarray(points / max(float(np.abs(points).max()), least, 1e-9), dtype=np.float32)
