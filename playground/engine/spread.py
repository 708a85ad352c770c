"""How the outputs of each layer are spread before training: what the initialiser does to a signal on its way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import torch

from playground.catalog.kinds import Activation
from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.engine.events import LayerSpread, NetworkPlan
from playground.engine.network import Network, NodeError
from playground.engine.randomness import RandomState
from playground.engine.run import Run
from playground.engine.session import Refused, untrained
from playground.spec.entry import Entry
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment, expanded
from playground.spec.graph import Node
from playground.spec.networks import trained
from playground.spec.variants import resolve

SAMPLES = 256
FEWEST = 16
"""Samples of a batch, and the fewest from which shares are told."""
MOST_PARAMETERS = 5_000_000
MOST_MACS = 2_000_000_000
"""What a network may have, and what a batch may cost, so that training beside it goes on within half a second."""
EDGE = 0.025
"""Share of an activation's range at each end within which an output counts as saturated."""
FAR = 1e3
CPU = torch.device("cpu")


def spreads(experiment: Experiment, variant: str, store: DataStore) -> dict[str, list[LayerSpread]]:
    """Mean, deviation and shares of zero and saturated outputs of every layer, by network, in order of computation.

    The networks are those with which a training of the variant starts, given the first samples as its first step
    does: in training mode, on the CPU, in float32.

    Raises:
        SpecError: the experiment cannot train, or a network is too large to be tried out beside a training.
    """
    chosen = replace(resolve(experiment, variant), device="cpu", precision="float32")
    worked = plan(chosen, store)
    for problem in worked.problems:
        if problem.bars:
            raise Refused(problem)
    flat = trained(expanded(chosen))
    count = min(_affordable(worked.networks[name]) for name in flat.networks)
    run = untrained(flat, variant, worked, store, CPU)
    inputs = run.dataset.train_inputs[:count]
    return {name: _spread(run, name, inputs, worked.networks[name]) for name in flat.networks}


def _affordable(worked: NetworkPlan) -> int:
    """How many samples a network may be given."""
    samples = min(SAMPLES, MOST_MACS // max(1, worked.macs))
    if worked.parameters > MOST_PARAMETERS or samples < FEWEST:
        raise SpecError("", "The network is too large to be tried out before training")
    return samples


def _spread(run: Run, name: str, inputs: torch.Tensor, worked: NetworkPlan) -> list[LayerSpread]:
    outputs = _outputs(run.networks[name], run.objective.given(name, inputs), run.experiment.seed)
    nodes = {node.id: node for node in run.experiment.networks[name].nodes}
    titles = {one.id: one.title for one in worked.nodes}
    return [_layer(nodes[key], titles.get(key, key), values) for key, values in outputs.items()]


@torch.no_grad()
def _outputs(network: Network, inputs: torch.Tensor, seed: int) -> Mapping[str, torch.Tensor]:
    network.train()
    with RandomState(CPU, seed).in_force():
        try:
            return network.every_output(inputs)
        except NodeError as error:
            raise SpecError(error.node, str(error)) from None


def _layer(node: Node, title: str, outputs: torch.Tensor) -> LayerSpread:
    values = outputs.detach().double()
    ends = _flat_ends(node.activation if node.activation is not None else node.layer)
    saturated = None
    if ends is not None:
        low, high = ends
        edge = EDGE * (high - low)
        saturated = float(((values < low + edge) | (values > high - edge)).double().mean())
    return LayerSpread(
        node=node.id,
        title=title,
        mean=float(values.mean()),
        std=float(values.std(correction=0)),
        zeros=float((values == 0).double().mean()),
        saturated=saturated,
    )


def _flat_ends(item: Entry) -> tuple[float, float] | None:
    """The least and largest value of a function that levels off on both sides, None for others."""
    if not isinstance(item, Activation) or item.name == "Softmax":  # shares of many classes are small, not saturated
        return None
    with np.errstate(all="ignore"):
        low, lower, high, higher = (float(item.f(np.array([x]))[0]) for x in (-FAR, -2 * FAR, FAR, 2 * FAR))
    level = abs(low - lower) < 1e-3 and abs(high - higher) < 1e-3
    return (low, high) if level and high > low else None
