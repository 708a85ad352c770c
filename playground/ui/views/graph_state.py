"""What the graph view knows of a graph and of the networks on it, as the probes told it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

SHARES = ".shares"


@dataclass(frozen=True)
class Drawing:
    """A graph: places (n, 2) in [0, 1]², edges (m, 2), true classes (n,) or () and which nodes have a label.

    The class of a node that is held out to test with is negative: it is shown nowhere.
    """

    places: NDArray[Any]
    edges: NDArray[Any]
    target: NDArray[Any]
    labelled: NDArray[Any]
    neighbours: list[list[int]]

    @classmethod
    def of(cls, arrays: Mapping[str, Any]) -> Drawing | None:
        """The arrays of a GraphLayout snapshot; None where the data are no graphs."""
        if "places" not in arrays:
            return None
        places, edges = np.asarray(arrays["places"], np.float64), np.asarray(arrays["edges"]).reshape(-1, 2)
        beside: list[list[int]] = [[] for _ in places]
        for a, b in edges.tolist():
            beside[a].append(b)
            beside[b].append(a)
        labelled = np.asarray(arrays.get("labelled", np.zeros(len(places), bool)))
        return cls(places, edges, np.asarray(arrays["target"]), labelled, beside)

    @property
    def by_node(self) -> bool:
        """Whether nodes are told apart, and not graphs."""
        return self.target.ndim == 1

    def distances(self, start: int) -> NDArray[Any]:
        """How many edges lie between a node and each other one (n,); −1 where no path leads."""
        found = np.full(len(self.places), -1)
        found[start] = 0
        here, far = [start], 0
        while here:
            far += 1
            here = [node for node in dict.fromkeys(b for a in here for b in self.neighbours[a]) if found[node] < 0]
            found[here] = far
        return found


@dataclass
class Answers:
    """What one network makes of the graph; `layer` is the one whose vectors are shown, "" for the answer."""

    layer: str = ""
    arrays: Mapping[str, Any] = field(default_factory=dict)

    @property
    def layers(self) -> list[str]:
        """Layers with a vector for each node, in order."""
        return [name.removesuffix(".alike") for name in self.arrays if name.endswith(".alike")]

    @property
    def shown(self) -> str:
        """The layer that is shown; "" when it is the answer, or is gone."""
        return self.layer if self.layer in self.layers else ""

    @property
    def shares(self) -> NDArray[Any] | None:
        """A share for each class, (n, C) for nodes or (C,) for the graph."""
        return np.asarray(self.arrays[SHARES]) if SHARES in self.arrays else None

    def alike(self, layer: str) -> float:
        """Mean cosine of every two nodes behind a layer."""
        return float(self.arrays.get(f"{layer}.alike", 0))

    def hops(self) -> int:
        """How far a node sees in what is shown."""
        layer = self.shown or next(reversed(self.layers), "")
        return int(self.arrays.get(f"{layer}.hops", 0))

    def attention(self) -> NDArray[Any] | None:
        """How much the shown layer gives each edge (m,), None where it attends to none."""
        found = self.arrays.get(f"{self.shown}.attention")
        return None if found is None else np.asarray(found)
