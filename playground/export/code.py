"""The source of networks without their training: of one while it is edited, line by line, and of all in a file."""

from __future__ import annotations

from pathlib import Path

from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.engine.events import NetworkPlan, Plan, Source
from playground.engine.network import parts_of
from playground.export.inline import Inlined
from playground.export.model import ModelSource
from playground.export.source import imports
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment
from playground.spec.files import write
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
    inlined = Inlined()
    lines = _class(flat, network, plan(flat, store), inlined)
    head = _head(inlined)
    before = head.count("\n")
    return Source(head + "\n".join(text for text, _ in lines) + "\n", [""] * before + [node for _, node in lines])


def export_networks(experiment: Experiment, variant: str, store: DataStore, path: Path) -> None:
    """Write the classes of all networks of a variant; nothing is trained and no weights are made.

    Raises:
        SpecError: as for `network_code`, or a layer cannot be built, or the file cannot be written.
    """
    flat = computed(experiment, variant)
    worked, inlined = plan(flat, store), Inlined()
    for name, graph in flat.networks.items():
        if broken := _broken(graph, worked.networks[name], _reasons(worked, name)):
            node, reason = next(iter(broken.items()))
            raise SpecError(node, f"cannot be built: {reason}")
    classes = [_class(flat, name, worked, inlined) for name in flat.networks]
    text = "\n\n\n".join("\n".join(line for line, _ in lines) for lines in classes)
    write(path, f"{_head(inlined)}{text}\n".encode())


def _class(flat: Experiment, network: str, worked: Plan, inlined: Inlined) -> list[tuple[str, str]]:
    """Lines of the class of a network, each with the node that it is for."""
    graph = flat.networks[network]
    graph.order()
    nodes = worked.networks[network]
    shapes = {node.id: tuple(node.output_shape) for node in nodes.nodes if node.output_shape is not None}
    parts = parts_of(worked.data.parts) if worked.data and nodes.samples else {}
    broken = _broken(graph, nodes, _reasons(worked, network))
    source = ModelSource(flat, network, shapes, nodes.outputs, inlined, False, broken, parts)
    return list(source.lines(class_name(network)))


def _head(inlined: Inlined) -> str:
    """Imports, and the definitions of ours that classes need."""
    head = imports(inlined.imports | {"import torch", "from torch import nn"}) + "\n\n\n"
    return head + "".join(f"{text}\n\n\n" for text in inlined.definitions.values())


def class_name(network: str) -> str:
    """A network's name as that of a class: "generator" becomes "Generator"."""
    return "".join(part[:1].upper() + part[1:] for part in network.split("_")) or "Model"


def _reasons(worked: Plan, network: str) -> dict[str, str]:
    """What is wrong with nodes of a network, the first thing of each."""
    wrong = [one for one in worked.problems if one.severity == "error" and one.network in ("", network)]
    return {problem.node: problem.message for problem in reversed(wrong)}


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
