"""The numbers behind a drawing of a graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from playground.ui.views.base import Table
from playground.ui.views.graph_state import Answers, Drawing


def graph_tables(
    drawing: Drawing, every: Mapping[str, Answers], classes: Sequence[str], called: Callable[[str], str]
) -> list[Table]:
    """Nodes, edges, and how alike nodes are behind each layer; `called` gives the name of a layer.

    Nodes that are held out to test with have the class −1.
    """
    count = len(drawing.places)
    nodes: dict[str, Any] = {
        "node": np.arange(1, count + 1),
        "x": drawing.places[:, 0],
        "y": drawing.places[:, 1],
        "class": np.broadcast_to(np.maximum(drawing.target, -1), count),
        "labelled": drawing.labelled,
    }
    for variant, answers in every.items():
        if (shares := answers.shares) is not None:
            rows = np.broadcast_to(shares, (count, shares.shape[-1]))
            nodes |= {f"{variant}: {name}": rows[:, at] for at, name in enumerate(classes)}
    found = [Table("nodes", nodes), Table("edges", {"from": drawing.edges[:, 0] + 1, "to": drawing.edges[:, 1] + 1})]
    alike = [(name, called(one), answers.alike(one)) for name, answers in every.items() for one in answers.layers]
    if alike:
        names, layers, values = (np.array(column) for column in zip(*alike, strict=True))
        found.append(Table("layers", {"variant": names, "layer": layers, "alike": values}))
    return found
