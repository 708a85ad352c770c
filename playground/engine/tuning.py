"""Initial weights that are fitted to the data before the first step."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import groupby

from playground.catalog.kinds import Initializer
from playground.engine.network import INPUT, NodeError
from playground.engine.resolve import locate
from playground.engine.run import Run
from playground.spec.experiment import Experiment


def tunings(experiment: Experiment, network: str) -> Iterator[tuple[Initializer, list[str]]]:
    """Layers in order of computation, together as long as they share an initialiser that looks at the data.

    Layers that were operated on by hand stay as they are, as do those that take their weights from another, and
    everything that starts from a file of weights.
    """
    nodes = [node for node in experiment.networks[network].order() if node.layer.name != INPUT]
    drawn = [node for node in nodes if not node.surgery and not node.shares]
    for initializer, members in groupby(drawn, key=lambda node: node.initializer or experiment.initializer):
        if isinstance(initializer, Initializer) and initializer.tuned and not experiment.weights:
            yield initializer, [node.id for node in members]


def tune(run: Run, kept: Collection[tuple[str, str]]) -> None:
    """Fit the weights of a run, but for those of `kept` layers: (network, node)."""
    for name, network in run.networks.items():
        for initializer, layers in tunings(run.experiment, name):
            drawn = [layer for layer in layers if (name, layer) not in kept]
            seen, _ = run.dataset.some(run.dataset.train_inputs, run.dataset.train_targets)
            inputs = run.objective.given(name, seen)
            try:
                locate(initializer.tuned)(network, drawn, inputs, **initializer.tuning())
            except NodeError:
                return  # the first step meets it too, and says so
