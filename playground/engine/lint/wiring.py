"""What is wrong with the wiring of a network before any shape is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from playground.catalog.kinds import Activation
from playground.engine.diagnose import unknown
from playground.engine.dryrun import written
from playground.engine.events import Diagnostic
from playground.engine.network import INPUT, OUTPUT, Network, Parts, output_node
from playground.spec.entry import Shape, UnknownEntry
from playground.spec.fixes import JSON, Fix
from playground.spec.graph import Edge, Graph, Node, check_connect, ports
from playground.spec.inner_ids import JOINT

RESERVED = frozenset(dir(Network({}, [(INPUT, "", ())], INPUT)))
"""Names that a node may not have, for the nn.Module has attributes of these names."""


def called(node: Node) -> str:
    """What tells a node from all others."""
    return node.name or node.id


def structure(graph: Graph) -> list[Diagnostic]:
    """What is missing, what is there twice, and names that cannot be."""
    if len(graph.nodes) < 2:
        return _too_little(graph)
    found = []
    if not any(node.layer.name == INPUT for node in graph.nodes):
        starts = [node for node in graph.nodes if not graph.into(node.id) and ports(node) != 0]
        fixes = [
            Fix(
                f"Add an Input before {called(n)}", [{"op": "feed", "node": n.id, "port": 0, "layer": {"entry": INPUT}}]
            )
            for n in starts[:3]
        ]
        hint = "Add an Input and wire it to the first layer."
        found.append(Diagnostic("The network has no Input.", hint, code="no-input", fixes=fixes))
    return [*found, *_names(graph)]


def _too_little(graph: Graph) -> list[Diagnostic]:
    entries = [node for node in graph.nodes if node.layer.name == INPUT]
    changes: list[JSON] = [{"op": "new", "layers": [{"entry": INPUT}, {"entry": OUTPUT}]}]
    if entries:
        changes = [{"op": "append", "node": entries[0].id, "layers": [{"entry": "Flatten"}, {"entry": OUTPUT}]}]
    elif graph.nodes:
        changes = [{"op": "feed", "node": graph.nodes[0].id, "port": 0, "layer": {"entry": INPUT}}]
    said = "Add an Output behind the Input."
    found = [
        Diagnostic("The network has no layers.", said, code="no-layers", fixes=[Fix("Add what is missing", changes)])
    ]
    if not entries:
        found.insert(0, Diagnostic("The network has no Input.", "Add an Input.", code="no-input", fixes=found[0].fixes))
    return found


def _names(graph: Graph) -> list[Diagnostic]:
    found = []
    ids = {node.id for node in graph.nodes}
    for node in graph.nodes:
        fixes = [Fix("Rename it", [{"op": "rename", "node": node.id}])]
        if node.id in RESERVED:
            message = f"{node.id} is a name that every network uses."
            found.append(Diagnostic(message, "Rename it.", node=node.id, code="name", fixes=fixes))
        elif node.activation and f"{node.id}_activation" in ids:
            message = "Another layer has the name of this layer's activation."
            found.append(Diagnostic(message, "Rename it.", node=node.id, code="name", fixes=fixes))
    return found


# --- ends ----------------------------------------------------------------------------------------------------------


def ends(graph: Graph, shapes: Mapping[str, Shape | None], places: bool) -> list[Diagnostic]:
    """No Output, several of them, and layers whose output nobody takes; with `places`, each of these is answered."""
    if len(graph.nodes) < 2:
        return []
    marked = [node for node in graph.nodes if node.layer.name == OUTPUT]
    end = output_node(graph)
    if end is None and marked:
        hint = "Keep one and delete the others."
        message = f"The network has {len(marked)} Outputs; it needs one."
        return [
            Diagnostic(message, hint, node=node.id, code="outputs", fixes=[_without(graph, node, "Delete this Output")])
            for node in marked[1:]
        ]
    if end is None:
        deep: dict[str, int] = {}
        for node in graph.order():
            deep[node.id] = 1 + max((deep[edge.source] for edge in graph.into(node.id)), default=0)
        likely = sorted(graph.sinks(), key=lambda node: (node.layer.name == INPUT, -deep[node.id]))
        fixes = [output_behind(node, None if places else shapes.get(node.id)) for node in likely[:3]]
        hint = "Add an Output behind the last layer."
        return [Diagnostic("The network has no Output.", hint, code="no-output", fixes=fixes)]
    entries = [node for node in graph.nodes if node.layer.name == INPUT]
    lost = [
        node for node in graph.sinks() if node is not end and entries != [node]
    ]  # an only Input is wanted elsewhere
    return [_dead(graph, node, end, shapes) for node in lost]


def output_behind(node: Node, shape: Shape | None) -> Fix:
    """An Output after a layer that gives that shape."""
    flat = [{"entry": "Flatten"}] if shape is not None and len(shape) > 1 else []
    return Fix(
        f"Add an Output behind {called(node)}",
        [{"op": "append", "node": node.id, "layers": [*flat, {"entry": OUTPUT}]}],
    )


def _dead(graph: Graph, node: Node, end: Node, shapes: Mapping[str, Shape | None]) -> Diagnostic:
    fixes = []
    into = graph.into(end.id)
    if len(into) == 1 and into[0].source != node.id and not graph.reaches(end.id, node.id):
        own, main = shapes.get(node.id), shapes.get(into[0].source)
        name = "Add" if own == main else "Concat"
        if own is not None and main is not None and (own == main or len(own) == len(main) == 1):
            join: JSON = {"op": "join", "node": end.id, "port": into[0].port, "source": node.id}
            fixes.append(Fix(f"Join it to {end.label} with {name}", [{**join, "layer": {"entry": name}}]))
    fixes.append(_without(graph, node, "Delete it"))
    return Diagnostic(
        "Nothing takes what this layer gives.",
        "Wire it on, or delete it.",
        "warning",
        node=node.id,
        code="dead-end",
        fixes=fixes,
    )


def _without(graph: Graph, node: Node, label: str) -> Fix:
    """Without a node and whatever only led to it."""
    gone = {node.id}
    stack = [node.id]
    while stack:
        for edge in graph.into(stack.pop()):
            taken = all(after.target in gone for after in graph.out_of(edge.source))
            if taken and edge.source not in gone and graph.node(edge.source).layer.name != INPUT:
                gone.add(edge.source)
                stack.append(edge.source)
    return Fix(label, [{"op": "prune", "nodes": [n.id for n in graph.nodes if n.id in gone]}])


# --- one node ------------------------------------------------------------------------------------------------------


def activation(node: Node) -> Diagnostic | None:
    """Something behind a layer that is no activation."""
    if node.activation is None or isinstance(node.activation, Activation):
        return None
    change: JSON = {"op": "activation", "node": node.id, "activation": None}
    fixes = [Fix(f"Remove {node.activation.title}", [change])]
    if isinstance(node.activation, UnknownEntry):
        return unknown(replace(node.activation, wanted_kind="activation"), node=node.id, fixes=fixes)
    message = f"{node.activation.title} is no activation, but stands as that of {node.label}."
    hint = "Choose an activation, or put it behind as a layer of its own."
    return Diagnostic(message, hint, node=node.id, code="no-activation", fixes=fixes)


def input_part(node: Node, parts: Parts) -> Diagnostic | None:
    """An Input of samples with parts that takes none of them, or one that there is not."""
    wanted = node.layer.values()["part"]
    if wanted in parts or (not wanted and not parts):
        return None
    if not parts:
        message = f"{node.label} takes the part {wanted} of a sample, but the samples of the data have no parts."
        return _part(node, message, "Take the whole sample.", [""])
    listed = ", ".join(parts)
    if wanted:
        message = f"{node.label} takes the part {wanted} of a sample, but the parts of the data are: {listed}."
    else:
        message = f"Samples of these data have the parts {listed}, and {node.label} does not say which it takes."
    return _part(node, message, "Choose a part.", list(parts))


def _part(node: Node, message: str, hint: str, names: list[str]) -> Diagnostic:
    fixes = [
        Fix(f"Take {name}" if name else hint[:-1], [{"op": "values", "node": node.id, "values": {"part": name}}])
        for name in names
    ]
    return Diagnostic(message, hint, node=node.id, code="input-part", fixes=fixes)


def input_shape(node: Node, given: Shape | None) -> Diagnostic | None:
    """An Input with a shape of its own that the samples of the data do not have."""
    own: Shape = node.layer.values()["shape"]
    if not own or given is None or own == given:
        return None
    message = f"{node.label} takes samples of shape {written(own)}, but those of the data are {written(given)}."
    fixes = [Fix("Take the shape of the data", [{"op": "values", "node": node.id, "values": {"shape": []}}])]
    hint = "It can train once the data have that shape."
    return Diagnostic(message, hint, node=node.id, code="input-shape", fixes=fixes)


def of_node(graph: Graph, node: Node, edges: list[Edge], before: Iterable[Node]) -> Diagnostic | None:
    """An input of a node that nothing is wired to, or an edge to an input that it does not have.

    `before` are the nodes that come before it in order of computation.
    """
    wanted = ports(node)
    least = 2 if wanted is None else wanted
    if wanted is not None and any(edge.port >= wanted for edge in edges):
        return _too_many(node, edges[-1], wanted)
    if len(edges) >= least:
        return None
    fixes = [*_wires(graph, node, edges, before)]
    if not edges:
        if not graph.out_of(node.id):
            fixes.append(Fix("Delete it", [{"op": "prune", "nodes": [node.id]}]))
        hint = "Wire a layer to it, or delete it."
        fixes = fixes or [Fix("Delete it", [{"op": "remove", "node": node.id}])]
        return Diagnostic(f"{node.label} has no input.", hint, node=node.id, code="missing-input", fixes=fixes)
    message = f"{node.label} has {len(edges)} input{'s' * (len(edges) > 1)} and needs {least}."
    fixes.append(Fix(f"Remove {node.label}", [{"op": "remove", "node": node.id}]))
    return Diagnostic(message, "Wire another layer to it.", node=node.id, code="missing-input", fixes=fixes)


def _too_many(node: Node, edge: Edge, wanted: int) -> Diagnostic:
    takes = f"takes {wanted} input{'s' * (wanted > 1)}" if wanted else "takes no input"
    cut: JSON = {"op": "cut", "node": node.id, "port": edge.port}
    fixes = [Fix("Delete that wire", [cut])]
    if wanted:
        join: JSON = {"op": "join", "node": node.id, "port": 0, "source": edge.source, "layer": {"entry": "Concat"}}
        fixes.append(Fix("Join the two with Concat", [cut, join]))
    return Diagnostic(
        f"{node.label} {takes}, but an edge leads to input {edge.port + 1}.",
        "Delete that edge, or join the two with Add or Concat.",
        node=node.id,
        code="too-many-inputs",
        edge=(edge.source, edge.target, edge.port),
        brief=f"no input {edge.port + 1}",
        fixes=fixes,
    )


def _wires(graph: Graph, node: Node, edges: list[Edge], before: Iterable[Node]) -> list[Fix]:
    """Wires from the likeliest layers: those whose output nobody takes, then the nearest before it."""
    wanted = ports(node)
    free = [p for p in range(max(2, wanted or 2)) if p not in [edge.port for edge in edges]]
    if wanted is not None:
        free = [p for p in free if p < wanted]
    near = list(reversed(list(before)))
    found: list[Fix] = []
    level = node.id
    while level:  # within its block, then beside the use of the block, which may be what lacks a wire
        level = level.rpartition(JOINT)[0]
        around = [one for one in (*near, *graph.nodes) if one.id.rpartition(JOINT)[0] == level]
        found += _from_each(graph, node, free, around)[:3]
    return found


def _from_each(graph: Graph, node: Node, free: list[int], around: Iterable[Node]) -> list[Fix]:
    """A wire from each of some layers that may be wired to the only free input of a node."""
    starts = dict.fromkeys(one for one in around if one.layer.name != OUTPUT)
    found = []
    for source in sorted(starts, key=lambda one: bool(graph.out_of(one.id))):
        changes: list[JSON] = [{"op": "wire", "source": source.id, "node": node.id, "port": port} for port in free]
        if all(check_connect(graph, source.id, node.id, port) is None for port in free) and len(free) == 1:
            found.append(Fix(f"Wire {called(source)} to it", changes))
    return found


def circle(graph: Graph, node_id: str) -> Diagnostic:
    """A circle through a node, which is cut at the wire that leads back to it."""
    back = [edge for edge in graph.into(node_id) if graph.reaches(node_id, edge.source)]
    fixes = [
        Fix(
            f"Cut the wire from {called(graph.node(edge.source))}",
            [{"op": "cut", "node": edge.target, "port": edge.port}],
        )
        for edge in back
    ]
    first = back[0] if back else None
    return Diagnostic(
        f"{node_id} is part of a circle; a network must flow one way.",
        "Cut a wire of the circle.",
        node=node_id,
        code="circle",
        edge=(first.source, first.target, first.port) if first else None,
        brief="leads back",
        fixes=fixes,
    )
