"""The ids of a block's nodes after its expansion.

Node `conv1` in the use `stage1` becomes `stage1__conv1`, in its second repetition `stage1__2__conv1`.
"""

from __future__ import annotations

from collections.abc import Iterable

JOINT = "__"
"""Between the id of a use and the id of a node in its block."""


def inner_id(use: str, node: str, number: int = 1) -> str:
    """The id, after expansion, of a block's node in one repetition (from 1) of a use."""
    return JOINT.join([use, node] if number == 1 else [use, str(number), node])


def inside(use: str, node_id: str) -> bool:
    """Whether an expanded node lies in a use."""
    return node_id.startswith(use + JOINT)


def shown_as(node_id: str, known: Iterable[str]) -> str:
    """The node among `known` that stands for an expanded node: itself, its place in the first repetition or its use."""
    ids = known if isinstance(known, set | frozenset | dict) else set(known)
    if node_id in ids:
        return node_id
    parts = [part for part in node_id.split(JOINT) if not part.isdecimal()]
    while parts:
        if (name := JOINT.join(parts)) in ids:
            return name
        parts.pop()
    return ""
