"""What a live view can see of a network on a graph."""

from __future__ import annotations

from playground.catalog.kinds import Probe
from playground.spec.entry import entry
from playground.spec.params import param

TARGETS = "playground.engine.probes.graphs"
SAMPLE = "Which validation graph, counted from 0."


@entry
class GraphLayout(Probe):
    """A graph of the data: where its nodes are drawn, its edges, and what is known of the nodes."""

    title = "Graph"
    target = f"{TARGETS}.graph_layout"

    sample: int = param(0, min=0, label="Sample", help=SAMPLE)


@entry
class GraphNodes(Probe):
    """What the network says of a graph, and what each layer makes of its nodes."""

    title = "Nodes of a graph"
    target = f"{TARGETS}.graph_nodes"

    sample: int = param(0, min=0, label="Sample", help=SAMPLE)
