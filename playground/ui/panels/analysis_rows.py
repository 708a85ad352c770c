"""The rows of the analysis: every layer in order of computation, those of a block below it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from playground.engine.events import Diagnostic, NetworkPlan, NodePlan
from playground.spec.entry import Entry
from playground.spec.inner_ids import JOINT, shown_as
from playground.ui import words


@dataclass(frozen=True)
class Row:
    """A layer, or a block as a whole (`group`); `memory` is that of a batch, `level` how deep it stands in blocks."""

    key: str
    parent: str
    level: int
    group: bool
    number: int
    name: str
    kind: str
    plan: NodePlan
    memory: int
    problems: tuple[Diagnostic, ...] = ()


Column = Callable[[Row], Any]
NOWHERE = -1.0
"""The receptive field of what has none, where rows are sorted."""

VALUES: tuple[Column, ...] = (
    lambda row: row.number,
    lambda row: (row.name, row.kind),
    lambda row: row.plan.output_shape or [],
    lambda row: row.plan.parameters,
    lambda row: row.plan.trainable,
    lambda row: row.plan.frozen,
    lambda row: row.plan.macs,
    lambda row: row.memory,
    lambda row: _field(row.plan),
    lambda row: -len(row.problems),
)
"""What each column is sorted by."""


def _field(plan: NodePlan) -> float:
    if plan.output_shape is None:
        return NOWHERE
    return float("inf") if plan.field is None else plan.field


def rows(network: NetworkPlan, names: Mapping[str, str], problems: Iterable[Diagnostic], batch: int) -> list[Row]:
    """All rows, each group before its members; `names` are the person's own names of nodes by id."""
    groups = {use.id for use in network.uses}
    told = _by_row(problems, groups | {node.id for node in network.nodes})
    found: list[Row] = []
    begun: set[str] = set()
    uses = {use.id: use for use in network.uses}
    for number, plan in enumerate(network.nodes, 1):
        parents = _parents(plan.id, groups)
        for level, path in enumerate(parents):
            if path not in begun:
                begun.add(path)
                parent = parents[level - 1] if level else ""
                found.append(_row(uses[path], parent, level, number, names, told, batch))
        found.append(_row(plan, parents[-1] if parents else "", len(parents), number, names, told, batch))
    return found


def _parents(node_id: str, groups: Collection[str]) -> list[str]:
    """The blocks that a node stands in, the outermost first."""
    found = []
    at = node_id.find(JOINT)
    while at > 0:
        if node_id[:at] in groups:
            found.append(node_id[:at])
        at = node_id.find(JOINT, at + 1)
    return found


def _row(
    plan: NodePlan,
    parent: str,
    level: int,
    number: int,
    names: Mapping[str, str],
    told: Mapping[str, list[Diagnostic]],
    batch: int,
) -> Row:
    group = plan.entry == "Block"
    name = names.get(plan.id) or plan.id.removeprefix(parent + JOINT).replace(JOINT, " · ")
    kind = plan.title if group else kind_of(plan.entry)
    problems = tuple(told.get(plan.id, ()))
    return Row(plan.id, parent, level, group, number, name, kind, plan, plan.memory * batch, problems)


def kind_of(entry: str) -> str:
    """The title of a layer by its name in the file."""
    cls = Entry.registry["layer"].get(entry)
    return words.title(cls) if cls is not None else entry


def _by_row(problems: Iterable[Diagnostic], ids: set[str]) -> dict[str, list[Diagnostic]]:
    found: dict[str, list[Diagnostic]] = {}
    for problem in problems:
        if problem.node and (key := shown_as(problem.node, ids)):
            found.setdefault(key, []).append(problem)
    return found


def arranged(every: Iterable[Row], column: int, down: bool, folded: Collection[str]) -> list[Row]:
    """The rows in the order of a column, groups with their members together and folded ones without."""
    below: dict[str, list[Row]] = {}
    for row in every:
        below.setdefault(row.parent, []).append(row)

    def walk(parent: str) -> Iterator[Row]:
        for row in sorted(below.get(parent, ()), key=VALUES[column], reverse=down):
            yield row
            if row.group and row.key not in folded:
                yield from walk(row.key)

    return list(walk(""))


# --- text ----------------------------------------------------------------------------------------------------------

HEADS = (
    "number",
    "name",
    "layer",
    "output_shape",
    "parameters",
    "trainable",
    "frozen",
    "macs",
    "memory",
    "field",
    "problems",
)
"""Columns of the copied text; plain names, so that programs can read it."""


def plain(row: Row) -> list[str]:
    """A row as plain values: numbers without separators, memory in bytes."""
    plan = row.plan
    shape = "x".join(map(str, plan.output_shape)) if plan.output_shape is not None else ""
    field = "" if plan.output_shape is None else "all" if plan.field is None else f"{plan.field:g}"
    told = " ".join(problem.message for problem in row.problems)
    counts = (plan.parameters, plan.trainable, plan.frozen, plan.macs, row.memory)
    return [str(row.number), row.key, row.kind, shape, *map(str, counts), field, told]


def total(network: NetworkPlan, batch: int) -> list[str]:
    """The sums below them."""
    counts = (network.parameters, network.trainable, network.frozen, network.macs, network.memory * batch)
    return ["", "total", "", "", *map(str, counts), "", ""]
