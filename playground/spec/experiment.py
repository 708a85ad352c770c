"""Experiment: everything that decides a run, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from playground.spec.blocks import Block, with_ports
from playground.spec.entry import Entry
from playground.spec.errors import SpecError
from playground.spec.expansion import expand
from playground.spec.graph import Graph

DEVICES = ("auto", "cpu", "cuda", "mps")
PRECISIONS = ("float32", "mixed float16", "mixed bfloat16")
MAX_VARIANTS = 12


@dataclass(frozen=True)
class Variant:
    """A twin of the base experiment: a name and the few paths in which it differs."""

    name: str
    patch: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Lesson:
    """What a preset teaches: Markdown text, and checks that tick when the run shows what the text says.

    `parameters` are those of the networks of a known architecture, which the gallery tells; 0 where it tells none.
    """

    topic: str = ""
    text: str = ""
    checks: tuple[Entry, ...] = ()
    parameters: int = 0


@dataclass(frozen=True)
class Experiment:
    """Data, networks and training choices; with no variants there is one run, named "model".

    `blocks` are the graphs that networks use as one node. `weights` is a safetensors file with initial weights, named
    "network.node.parameter"; "" for those that the initialisers draw. `extra` keeps top-level keys of a file that this
    program does not know. `augmentations` change the training batches, in their order.
    """

    title: str
    data: Entry
    networks: Mapping[str, Graph]
    objective: Entry
    loss: Entry
    optimizer: Entry
    schedule: Entry
    initializer: Entry
    metrics: tuple[Entry, ...] = ()
    regularizers: tuple[Entry, ...] = ()
    batch_size: int = 10
    epochs: int = 100
    seed: int = 0
    device: str = "auto"
    precision: str = "float32"
    exact: bool = False
    blocks: Mapping[str, Block] = field(default_factory=dict)
    weights: str = ""
    augmentations: tuple[Entry, ...] = ()
    variants: tuple[Variant, ...] = ()
    lesson: Lesson = Lesson()
    extra: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Let each use of a block know the block's inputs."""
        if self.blocks:
            networks = {name: with_ports(graph, self.blocks) for name, graph in self.networks.items()}
            inner = {n: replace(b, graph=with_ports(b.graph, self.blocks)) for n, b in self.blocks.items()}
            object.__setattr__(self, "networks", networks)
            object.__setattr__(self, "blocks", inner)

    def variant_names(self) -> tuple[str, ...]:
        """Names of the runs that train side by side."""
        return tuple(v.name for v in self.variants) or ("model",)


def expanded(experiment: Experiment) -> Experiment:
    """The experiment with the layers of blocks in place of their uses, as the engine computes it.

    Raises:
        SpecError: a block cannot be expanded; the place names its use.
    """
    networks: dict[str, Graph] = {}
    for name, graph in experiment.networks.items():
        try:
            networks[name] = expand(graph, experiment.blocks)
        except SpecError as error:
            raise error.within(f"networks.{name}.nodes") from None
    return replace(experiment, networks=networks, blocks={})
