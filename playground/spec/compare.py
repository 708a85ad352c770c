"""What differs between two networks: layers and wires added, removed and changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from playground.spec.entry import Entry
from playground.spec.graph import Edge, Graph, Node, sharing


@dataclass(frozen=True)
class Change:
    """One value that differs; None stands for what is not there.

    `field` is "layer", "activation", a parameter's name, or that of a regulariser's as in "L2.strength".
    """

    field: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Comparison:
    """What leads from one network to another.

    `matched` pairs the layers of both by id; `changed` are differences by the id in the second network. Added layers
    and wires are of the second network, removed ones of the first.
    """

    matched: Mapping[str, str]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: Mapping[str, tuple[Change, ...]]
    added_edges: frozenset[Edge]
    removed_edges: frozenset[Edge]

    @property
    def same(self) -> bool:
        """Whether nothing differs that a run would notice or a person named."""
        return not (self.added or self.removed or self.changed or self.added_edges or self.removed_edges)


def compare(before: Graph, after: Graph) -> Comparison:
    """Pair layers by id and kind, what is left by its place in the order of computation, and list the differences."""
    matched = _matched(before, after)
    there = set(matched.values())
    wires = {Edge(matched.get(e.source, ""), matched.get(e.target, ""), e.port): e for e in before.edges}
    now = set(after.edges)
    changes = {
        new: tuple(_changes(sharing(before.node(old), matched), after.node(new))) for old, new in matched.items()
    }
    return Comparison(
        matched=matched,
        added=tuple(node.id for node in after.nodes if node.id not in there),
        removed=tuple(node.id for node in before.nodes if node.id not in matched),
        changed={node.id: changes[node.id] for node in after.nodes if changes.get(node.id)},
        added_edges=frozenset(edge for edge in now if edge not in wires),
        removed_edges=frozenset(edge for mapped, edge in wires.items() if mapped not in now),
    )


def _matched(before: Graph, after: Graph) -> dict[str, str]:
    same = [n.id for n in before.nodes if n.id in after and after.node(n.id).layer.name == n.layer.name]
    matched = {node_id: node_id for node_id in same}
    _align(before, after, matched)
    for node in before.nodes:  # a layer that gave way to another kind under its own id is one that changed
        if node.id not in matched and node.id in after and node.id not in matched.values():
            matched[node.id] = node.id
    return matched


def _align(before: Graph, after: Graph, matched: dict[str, str]) -> None:
    """Pair layers of equal kind that follow each other in the same order in both networks."""
    taken = set(matched.values())
    old = [node for node in before.order() if node.id not in matched]
    new = [node for node in after.order() if node.id not in taken]
    kinds = SequenceMatcher(None, [_kind(node) for node in old], [_kind(node) for node in new], autojunk=False)
    for at, to, size in kinds.get_matching_blocks():
        for step in range(size):
            matched[old[at + step].id] = new[to + step].id


def _kind(node: Node) -> str:
    """What two layers must have in common to be taken for one; a block is known by its name."""
    return f"{node.layer.name} {getattr(node.layer, 'block', '')}"


def _changes(before: Node, after: Node) -> Iterator[Change]:
    if before.layer.name != after.layer.name:
        yield Change("layer", before.layer.name, after.layer.name)
    else:
        yield from _values(before.layer, after.layer)
    for part in ("activation", "initializer"):
        old, new = getattr(before, part), getattr(after, part)
        if (old and old.name) != (new and new.name):
            yield Change(part, old and old.name, new and new.name)
        elif old and new:
            yield from _values(old, new)
    yield from _penalties(before, after)
    for part in ("lr_factor", "name", "surgery", "shares"):
        if getattr(before, part) != getattr(after, part):
            yield Change(part, getattr(before, part), getattr(after, part))


def _penalties(before: Node, after: Node) -> Iterator[Change]:
    """Regularisers of the layer itself, value by value."""
    old, new = ({item.name: item.values() for item in node.regularizers} for node in (before, after))
    for kind in dict.fromkeys([*old, *new]):
        then, now = old.get(kind, {}), new.get(kind, {})
        for name in dict.fromkeys([*then, *now]):
            if then.get(name) != now.get(name):
                yield Change(f"{kind}.{name}", then.get(name), now.get(name))


def _values(before: Entry, after: Entry) -> Iterator[Change]:
    old, new = before.values(), after.values()
    for name in dict.fromkeys([*old, *new]):
        if old.get(name) != new.get(name):
            yield Change(name, old.get(name), new.get(name))
