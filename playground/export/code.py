"""The source of one network while it is being edited, line by line with the node that each line is for."""

from __future__ import annotations

from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.engine.events import NetworkPlan, Source
from playground.engine.network import parts_of
from playground.export.inline import Inlined
from playground.export.model import ModelSource
from playground.export.source import imports
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment
from playground.spec.graph import Graph
from playground.spec.variants import computed


def network_code(experiment: Experiment, variant: str, network: str, store: DataStore) -> Source:
    """The class of one network of a variant, with the imports and classes of ours that it needs.

    A layer that cannot be built stands as a comment with its reason, so that there is something to read at any time.

    Raises:
        SpecError: the variant's patch does not fit, a block cannot be expanded or the network is none or has a circle.
    """
    flat = computed(experiment, variant)
    if network not in flat.networks:
        raise SpecError("networks", f"has no network called {network}")
    graph = flat.networks[network]
    graph.order()
    worked = plan(flat, store)
    nodes = worked.networks[network]
    shapes = {node.id: tuple(node.output_shape) for node in nodes.nodes if node.output_shape is not None}
    reasons = {problem.node: problem.message for problem in reversed(worked.problems) if problem.severity == "error"}
    inlined = Inlined()
    parts = parts_of(worked.data.parts) if worked.data and nodes.samples else {}
    source = ModelSource(flat, network, shapes, nodes.outputs, inlined, False, _broken(graph, nodes, reasons), parts)
    lines = list(source.lines(class_name(network)))
    head = imports(inlined.imports | {"import torch", "from torch import nn"}) + "\n\n\n"
    head += "".join(f"{text}\n\n\n" for text in inlined.definitions.values())
    before = head.count("\n")
    return Source(head + "\n".join(text for text, _ in lines) + "\n", [""] * before + [node for _, node in lines])


def class_name(network: str) -> str:
    """A network's name as that of a class: "generator" becomes "Generator"."""
    return "".join(part[:1].upper() + part[1:] for part in network.split("_")) or "Model"


def _broken(graph: Graph, worked: NetworkPlan, reasons: dict[str, str]) -> dict[str, str]:
    """Nodes that cannot be built, with the reason, which is the same for all that come after them."""
    known = {node.id for node in worked.nodes if node.output_shape is not None}
    broken: dict[str, str] = {}
    for node in graph.order():
        if node.id not in known:
            before = next((edge.source for edge in graph.into(node.id) if edge.source in broken), "")
            other = f"waits for {before}" if before else "has no shape yet"
            broken[node.id] = " ".join((reasons.get(node.id) or other).split())
    return broken
