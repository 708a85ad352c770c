"""What can be seen of networks that answer trees, write sequences or look from one step to another."""

from __future__ import annotations

from playground.catalog.kinds import Probe
from playground.spec.entry import entry
from playground.spec.params import param

TARGETS = "playground.engine.probes"
NETWORK = "The network that is looked at; empty for the objective's main one."
SAMPLE = "Which validation sample, counted from 0."


@entry
class TreeAnswers(Probe):
    """A tree with what is said of each of its nodes, and how often nodes are right by their height."""

    title = "Answers in a tree"
    target = f"{TARGETS}.trees.tree_answers"

    sample: int = param(0, min=0, label="Sample", help=SAMPLE)
    measured: int = param(1000, min=1, label="Measured", help="Over how many validation samples heights are counted.")
    network: str = param("", label="Network", help=NETWORK)


@entry
class Attention(Probe):
    """How much each step looks at each other one in a layer with attention, for each of its heads."""

    title = "Attention"
    target = f"{TARGETS}.attention.attention"

    layer: str = param("", label="Layer", help="Name of the module with attention; empty for the first.")
    sample: int = param(0, min=0, label="Sample", help=SAMPLE)
    limit: int = param(96, min=1, max=4096, label="Steps", help="Steps that look, and that are looked at, at most.")
    network: str = param("", label="Network", help=NETWORK)


@entry
class Alignment(Probe):
    """What the network writes on its own for a source, and where it looks while it writes."""

    title = "Alignment"
    target = f"{TARGETS}.alignment.alignment"

    sample: int = param(0, min=0, label="Sample", help=SAMPLE)
    samples: int = param(12, min=1, max=256, label="Samples", help="How many are written, from that one on.")
    network: str = param("", label="Network", help=NETWORK)
