"""Experiment → Plan: shapes, parameters and multiply-accumulates per node, and everything that does not fit."""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec
import torch

from playground.catalog.kinds import Data
from playground.engine import diagnose, facts, sharing, surgery, weights
from playground.engine.data import DataStore, Samples
from playground.engine.device import choose
from playground.engine.dryrun import Facts, count, dry_run
from playground.engine.events import DataInfo, Diagnostic, NetworkPlan, Plan
from playground.engine.faces import Faces, unused, width
from playground.engine.lint import repairs, sizes, wiring
from playground.engine.lint.case import Case
from playground.engine.lint.choices import choices
from playground.engine.lint.codes import shares
from playground.engine.lint.learning import learning
from playground.engine.lint.looked_at import calmed
from playground.engine.lint.warnings import warnings
from playground.engine.network import INPUT, Parts, has_activation, output_node, parts_of, sized, taken
from playground.spec.entry import Entry, Shape, UnknownEntry
from playground.spec.errors import CycleError, SpecError
from playground.spec.expansion import expand
from playground.spec.experiment import Experiment
from playground.spec.fixes import JSON, Fix, apply
from playground.spec.graph import Edge, Graph, Node
from playground.spec.inner_ids import JOINT
from playground.spec.networks import needed
from playground.spec.variants import resolve


@dataclass(frozen=True)
class _Context:
    """What every node of a network is worked out with."""

    experiment: Experiment
    network: str
    graph: Graph
    output: Node | None
    input_shape: Shape | None
    outputs: int
    parts: Parts
    places: bool


def plan(experiment: Experiment, store: DataStore) -> Plan:
    """Work out one variant (an experiment that `resolve` gave)."""
    problems = [*diagnose.unknown_entries(experiment), *diagnose.unfit_choices(experiment)]
    written, experiment = experiment, _flat(experiment, problems)
    samples = _samples(experiment.data, store, problems)
    info = samples.info if samples else None
    device = _device(experiment, problems)
    shape = tuple(info.input_shape) if info else None
    problems += diagnose.missing_networks(written, shape)
    places = tuple(info.places) if info else ()
    every = Faces(experiment, shape, _outputs(experiment, samples), places)
    parts = parts_of(info.parts) if info else {}
    networks: dict[str, NetworkPlan] = {}
    for name in every.order:
        graph, face = experiment.networks[name], every.of(name)
        own = parts if face.samples else {}
        many = width(face, experiment)
        context = _Context(experiment, name, graph, output_node(graph), face.given, many, own, bool(places))
        worked, found = _network(context)
        every.enter(name, worked)
        plane = bool(info and info.plane) if face.samples else face.given == (2,)
        networks[name] = msgspec.structs.replace(
            facts.with_uses(worked, written, name),
            outputs=many,
            plane=plane,
            samples=face.samples,
            scored=face.scored,
        )
        if not any(problem.severity == "error" for problem in found):
            found += sizes.output(experiment, name, worked, face.wanted)
        if worked.nodes:
            plans = {node.id: node for node in worked.nodes}
            seen = samples if face.samples else None
            found += warnings(Case(written, name, graph, plans, seen, face.scored, face.samples))
        found += sizes.batches(experiment, worked, info)
        if not every.used(name):
            found = [unused(experiment, name), *(msgspec.structs.replace(one, severity="warning") for one in found)]
        problems += [_wired(written, msgspec.structs.replace(problem, network=name)) for problem in found]
    networks = {name: networks[name] for name in experiment.networks}
    problems += [_forgettable(problem) for problem in weights.problems(experiment, networks)]
    problems += surgery.problems(experiment, networks)
    problems += choices(experiment, info)
    problems += shares(experiment, samples)
    problems += sizes.memory(experiment, networks, device, info)
    parameters = sum(network.parameters for network in networks.values())
    return Plan(networks, calmed(written, _frozen(experiment, problems), parameters), info)


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
            words = f"{' in '.join(reversed(rest.split('.')))} {error.message}".strip()
            fixes = [Fix(f"Remove {node}", [{"op": "remove", "node": node}])]
            problems.append(
                Diagnostic(f"{node}{':' if rest else ''} {words}.", network=name, node=node, code="block", fixes=fixes)
            )
    return replace(experiment, networks=networks, blocks={})


def _wired(written: Experiment, problem: Diagnostic) -> Diagnostic:
    """A problem of wires in a block with only those fixes that can be made where block or use are written down."""
    if problem.code != "missing-input" or JOINT not in problem.node:
        return problem
    possible = [fix for fix in problem.fixes if _possible(written, problem.network, fix)]
    return msgspec.structs.replace(
        problem, fixes=possible[:4] or [Fix("Delete it", [{"op": "prune", "nodes": [problem.node]}])]
    )


def _possible(written: Experiment, network: str, fix: Fix) -> bool:
    try:
        apply(written, network, fix)
    except SpecError:
        return False
    return True


def _frozen(experiment: Experiment, problems: list[Diagnostic]) -> list[Diagnostic]:
    """A network may be frozen as a whole as long as another one learns."""
    resting = {problem.network for problem in problems if problem.code == "frozen"}
    if not resting or resting >= set(needed(experiment)):
        return problems
    return [problem for problem in problems if problem.code != "frozen"]


def _forgettable(problem: Diagnostic) -> Diagnostic:
    """A problem of the file of initial weights, which may be done without."""
    forget = Fix("Forget these weights", [{"op": "set", "path": "weights", "value": ""}])
    return msgspec.structs.replace(problem, fixes=[forget])


def output_count(experiment: Experiment, info: DataInfo) -> int:
    """Numbers that the loss takes per sample of the data; 1 where it does not look at their targets."""
    if not getattr(experiment.objective, "task", info.task):
        return 1
    if info.heads:
        return sum(info.heads.values())
    outputs: int = experiment.loss.outputs(info.task, len(info.class_names))  # type: ignore[attr-defined]  # a Loss
    return outputs


def _samples(entry: Entry, store: DataStore, problems: list[Diagnostic]) -> Samples | None:
    if not isinstance(entry, Data):
        return None
    try:
        return store.samples(entry)
    except SpecError as error:
        none: JSON = {"op": "set", "path": "data.test_share", "value": 0.0}
        fixes = [Fix("Set nothing aside for a test", [none])] if error.place == "data.test_share" else []
        said, hint = diagnose.sentence(error), getattr(error, "hint", "")
        problems.append(Diagnostic(said, hint, place=error.place, code="data", fixes=fixes))
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
    if not getattr(experiment.objective, "task", "any"):
        return 1
    return output_count(experiment, samples.info) if samples and samples.info.task in tasks else 0


def _network(context: _Context) -> tuple[NetworkPlan, list[Diagnostic]]:
    graph = context.graph
    try:
        order = graph.order()
    except CycleError as error:
        return NetworkPlan(0, 0, []), [wiring.circle(graph, error.place)]
    problems = wiring.structure(graph)
    ledger = facts.Ledger({}, {})
    shapes: dict[str, Shape | None] = {}
    for node in order:
        edges = graph.into(node.id)
        found = _node(node, edges, context, shapes, problems)
        shapes[node.id] = found.shape
        ledger.enter(node, edges, found)
    problems += wiring.ends(graph, shapes, context.places)
    problems += sharing.problems(graph, ledger.plans)
    idle = learning(sharing.decided(graph, ledger.plans), facts.summed(list(ledger.plans.values())))
    return facts.summed(sharing.counted_once(graph, ledger.plans)), [*problems, *idle]


def _node(
    node: Node, edges: list[Edge], context: _Context, shapes: dict[str, Shape | None], problems: list[Diagnostic]
) -> Facts:
    """Facts of one node; what is wrong with it, and not only with something before it, joins `problems`."""
    if unknown := next((part for part in (node.layer, node.initializer) if isinstance(part, UnknownEntry)), None):
        problems.append(diagnose.unknown(unknown, node=node.id, fixes=_without(node, unknown)))
        return Facts(None)
    if strange := wiring.activation(node):
        problems.append(strange)
        return Facts(None)
    before = (context.graph.node(node_id) for node_id in shapes)
    if loose := wiring.of_node(context.graph, node, edges, before):
        problems.append(loose)
        return Facts(None)
    activation = node.activation if has_activation(node) else None
    if node.layer.name == INPUT:
        return _entry(node, activation, context, problems)
    ends = [shapes[edge.source] for edge in edges]
    known = tuple(shape for shape in ends if shape is not None)
    if len(known) < len(ends):
        return Facts(None)
    layer = sized(node, context.outputs) if context.output is node else node.layer
    found = Facts(None)
    if not context.places:  # an Output says what fits before it has its size
        found = dry_run(node.layer, activation, known)
    if not found.error and (layer is not node.layer or context.places):
        found = dry_run(layer, activation, known)
    if found.error:
        given, mains = tuple(edges), _mains(edges, shapes)
        broken = repairs.Broken(context.graph, node, node.layer, activation, given, known, mains, shapes)
        problems.append(repairs.diagnostic(broken, found.error, _unflattened(broken, shapes)))
    return found


def _entry(node: Node, activation: Entry | None, context: _Context, problems: list[Diagnostic]) -> Facts:
    """Facts of an Input: it writes the batch itself."""
    part = taken(node, context.parts)
    given = part[1] if part else context.input_shape
    shape = node.layer.values()["shape"] or given
    if strange := wiring.input_part(node, context.parts):
        problems.append(strange)
        return Facts(None)
    if strange := wiring.input_shape(node, given):
        problems.append(strange)
    if shape is None:
        return Facts(None)
    return dry_run(activation, None, (shape,)) if activation is not None else Facts(shape, numbers=count(shape))


def _without(node: Node, unknown: UnknownEntry) -> list[Fix]:
    """Without an unknown layer, or with the initialiser of the whole network in place of an unknown one."""
    if unknown is node.layer:
        return [Fix(f"Remove {unknown.name}", [{"op": "remove", "node": node.id}])]
    return [Fix("Use the initialiser of the network", [{"op": "initializer", "node": node.id, "initializer": None}])]


def _mains(edges: list[Edge], shapes: dict[str, Shape | None]) -> list[int]:
    """The inputs of a node, those that were worked out last first: the skip of a residual block comes from earlier."""
    place = {node_id: at for at, node_id in enumerate(shapes)}
    return sorted(range(len(edges)), key=lambda at: -place[edges[at].source])


def _unflattened(broken: repairs.Broken, shapes: dict[str, Shape | None]) -> Shape | None:
    """What goes into the Flatten right before a node, None where there is none."""
    source = broken.graph.node(broken.edges[0].source)
    into = broken.graph.into(source.id)
    return shapes[into[0].source] if source.layer.name == "Flatten" and into and not has_activation(source) else None
