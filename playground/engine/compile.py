"""Experiment → Plan: shapes, parameters and multiply-accumulates per node, and everything that does not fit."""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec
import torch

from playground.catalog.kinds import Data
from playground.engine import diagnose, surgery, weights
from playground.engine.data import DataStore, Samples
from playground.engine.device import choose
from playground.engine.dryrun import Facts, dry_run
from playground.engine.events import DataInfo, Diagnostic, NetworkPlan, NodePlan, Plan
from playground.engine.network import INPUT, has_activation, output_node, sized
from playground.spec.blocks import expand, inside, outcome, uses
from playground.spec.entry import Entry, Shape, UnknownEntry
from playground.spec.errors import CycleError, SpecError
from playground.spec.experiment import Experiment
from playground.spec.graph import Graph, Node
from playground.spec.variants import resolve


@dataclass(frozen=True)
class _Context:
    """What every node of a network is worked out with."""

    experiment: Experiment
    network: str
    input_shape: Shape | None
    outputs: int


def plan(experiment: Experiment, store: DataStore) -> Plan:
    """Work out one variant (an experiment that `resolve` gave)."""
    problems = [*diagnose.unknown_entries(experiment), *diagnose.unfit_choices(experiment)]
    written, experiment = experiment, _flat(experiment, problems)
    samples = _samples(experiment.data, store, problems)
    device = _device(experiment, problems)
    outputs = _outputs(experiment, samples)
    networks: dict[str, NetworkPlan] = {}
    for name, graph in experiment.networks.items():
        context = _Context(experiment, name, tuple(samples.info.input_shape) if samples else None, outputs or 1)
        networks[name], found = _network(graph, context)
        networks[name] = _with_uses(networks[name], written, name)
        if outputs and not found:
            found = diagnose.output(experiment, name, networks[name], outputs)
        problems += [msgspec.structs.replace(problem, network=name) for problem in found]
        problems += diagnose.batches(experiment, name, networks[name], samples.info if samples else None)
    problems += weights.problems(experiment, networks, outputs or 1)
    problems += surgery.problems(experiment, networks, outputs or 1)
    problems += diagnose.memory(experiment, networks, device)
    return Plan(networks, problems, samples.info if samples else None)


def plan_all(experiment: Experiment, store: DataStore) -> dict[str, Plan]:
    """Plans of all variants; a variant whose patch does not fit gets a plan with that problem."""
    plans: dict[str, Plan] = {}
    for name in experiment.variant_names():
        try:
            plans[name] = plan(resolve(experiment, name), store)
        except SpecError as error:
            plans[name] = Plan({}, [Diagnostic(diagnose.sentence(error), place=error.place, variant=name)])
    return plans


def _flat(experiment: Experiment, problems: list[Diagnostic]) -> Experiment:
    """The experiment with its blocks expanded; without the networks where that cannot be done."""
    networks: dict[str, Graph] = {}
    for name, graph in experiment.networks.items():
        try:
            networks[name] = expand(graph, experiment.blocks)
        except SpecError as error:
            node, _, rest = error.place.partition(".")
            words = f"{rest.replace('.', ' in ')} {error.message}".strip()
            problems.append(Diagnostic(f"{node} {words}.", network=name, node=node))
    return replace(experiment, networks=networks, blocks={})


def _with_uses(worked: NetworkPlan, experiment: Experiment, name: str) -> NetworkPlan:
    """The plan with each use of a block as a whole."""
    by_id = {node.id: node for node in worked.nodes}
    found = []
    for path, node, use in uses(experiment.networks[name], experiment.blocks):
        inner = [one for one in worked.nodes if inside(path, one.id)]
        last = by_id.get(outcome(path, node, use, experiment.blocks))
        shape = last.output_shape if last else None
        found.append(NodePlan(path, use.name, shape, sum(n.parameters for n in inner), sum(n.macs for n in inner)))
    return msgspec.structs.replace(worked, uses=found)


def output_count(experiment: Experiment, info: DataInfo) -> int:
    """Numbers the network must give per sample, for its loss and data."""
    outputs: int = experiment.loss.outputs(info.task, len(info.class_names))  # type: ignore[attr-defined]  # a Loss
    return outputs


def _samples(entry: Entry, store: DataStore, problems: list[Diagnostic]) -> Samples | None:
    if not isinstance(entry, Data):
        return None
    try:
        return store.samples(entry)
    except SpecError as error:
        problems.append(Diagnostic(diagnose.sentence(error), getattr(error, "hint", ""), place=error.place))
        return None


def _device(experiment: Experiment, problems: list[Diagnostic]) -> torch.device:
    try:
        return choose(experiment.device)
    except SpecError as error:
        problems.append(Diagnostic(diagnose.sentence(error), place="device"))
        return torch.device("cpu")


def _outputs(experiment: Experiment, samples: Samples | None) -> int:
    """How many outputs are needed; 0 while that cannot be told."""
    tasks = getattr(experiment.loss, "tasks", ())
    return output_count(experiment, samples.info) if samples and samples.info.task in tasks else 0


def _network(graph: Graph, context: _Context) -> tuple[NetworkPlan, list[Diagnostic]]:
    try:
        order = graph.order()
    except CycleError as error:
        return NetworkPlan(0, 0, []), [Diagnostic(diagnose.sentence(error), node=error.place)]
    problems = diagnose.structure(graph)
    shapes: dict[str, Shape | None] = {}
    nodes: list[NodePlan] = []
    for node in order:
        facts = _node(node, graph, context, shapes, problems)
        shapes[node.id] = facts.shape
        size = list(facts.shape) if facts.shape is not None else None
        nodes.append(NodePlan(node.id, node.layer.name, size, facts.parameters, facts.macs))
    return NetworkPlan(sum(n.parameters for n in nodes), sum(n.macs for n in nodes), nodes), problems


def _node(
    node: Node, graph: Graph, context: _Context, shapes: dict[str, Shape | None], problems: list[Diagnostic]
) -> Facts:
    """Facts of one node; what is wrong with it, and not only with something before it, joins `problems`."""
    if unknown := next((part for part in (node.layer, node.initializer) if isinstance(part, UnknownEntry)), None):
        problems.append(diagnose.unknown(unknown, node=node.id))
        return Facts(None)
    if strange := diagnose.activation(node):
        problems.append(strange)
        return Facts(None)
    activation = node.activation if has_activation(node) else None
    edges = graph.into(node.id)
    if wiring := diagnose.wiring(node, edges):
        problems.append(wiring)
        return Facts(None)
    if node.layer.name == INPUT:
        shape = node.layer.values()["shape"] or context.input_shape
        if strange := diagnose.input_shape(node, context.input_shape):
            problems.append(strange)
        if shape is None or activation is None:
            return Facts(shape)
        return dry_run(activation, None, (shape,))
    ends = [shapes[edge.source] for edge in edges]
    known = tuple(shape for shape in ends if shape is not None)
    if len(known) < len(ends):
        return Facts(None)
    facts = dry_run(node.layer, activation, known)
    if not facts.error and output_node(graph) is node:
        facts = dry_run(sized(node, context.outputs), activation, known)
    if facts.error:
        problems.append(Diagnostic(facts.error, node=node.id))
    return facts
