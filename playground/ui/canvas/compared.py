"""The marks of a comparison on the two networks that are compared."""

from __future__ import annotations

from playground.spec.compare import Comparison
from playground.spec.graph import Edge
from playground.ui.canvas.items.badges import Mark

Marks = tuple[dict[str, Mark], dict[Edge, Mark]]


def marks_before(found: Comparison) -> Marks:
    """What the first network has that the second lacks, and what changed."""
    back = {new: old for old, new in found.matched.items()}
    nodes: dict[str, Mark] = dict.fromkeys(found.removed, "removed")
    nodes |= {back[node_id]: "changed" for node_id in found.changed}
    return nodes, dict.fromkeys(found.removed_edges, "removed")


def marks_after(found: Comparison) -> Marks:
    """What the second network has that the first lacks, and what changed."""
    nodes: dict[str, Mark] = dict.fromkeys(found.added, "added")
    nodes |= dict.fromkeys(found.changed, "changed")
    return nodes, dict.fromkeys(found.added_edges, "added")
