"""Layers that work their way up a tree, from the leaves to the root."""

from __future__ import annotations

from typing import Any

from playground.catalog.kinds import Layer
from playground.catalog.wording import shaped
from playground.spec.entry import Shape, entry
from playground.spec.params import param

MODULES = "playground.catalog.tree_modules"


class Recursive(Layer):
    """What the layers for trees have in common."""

    group = "Trees"
    bends = "never"
    inputs = 2
    port_names = ("nodes", "children")

    def args(self, *shapes: Shape) -> dict[str, Any]:
        return {"input_size": shapes[0][-1], **self.values()}

    def fits(self, *shapes: Shape) -> str:
        nodes, children = shapes
        if len(nodes) != 2:
            return f"{self.title} needs nodes of shape (m, F), but gets {shaped(nodes)}; put an Embedding before it."
        if children != (nodes[0], 2):
            wanted, given = shaped((nodes[0], 2)), shaped(children)
            return f"{self.title} needs two children for each node, {wanted}, but gets {given}; wire that part to it."
        return ""

    def window(self) -> tuple[float, float] | None:
        return None


def _hidden() -> Any:
    return param(32, min=1, max=10**6, scale="log", label="Units", help="How many numbers it keeps of each node.")


def _bias() -> Any:
    return param(True, label="Bias", help="Whether each unit adds numbers of its own.")


@entry
class TreeLSTM(Recursive):
    """Reads a tree from its leaves up; gates say how much of the memory of each child a node keeps.

    nodes (m, F) and children (m, 2) become (m, hidden_size); children are places in the list of nodes, −1 for none.
    i, o, f_l, f_r = σ(W x + U [h_l; h_r] + b) with weights of their own, where both f share W and b, g = tanh(…),
    c = i · g + f_l · c_l + f_r · c_r, h = o · tanh(c). Tai, Socher & Manning, "Improved semantic representations from
    tree-structured long short-term memory networks", 2015.
    """

    title = "Tree-LSTM"
    target = f"{MODULES}.TreeLSTM"

    hidden_size: int = _hidden()
    bias: bool = _bias()


@entry
class TreeRNN(Recursive):
    """Reads a tree from its leaves up: each node is what one dense layer makes of it and of its two children.

    nodes (m, F) and children (m, 2) become (m, hidden_size); children are places in the list of nodes, −1 for none,
    which counts as zeros. h = tanh(W x + U [h_l; h_r] + b). After Socher et al., "Parsing natural scenes and natural
    language with recursive neural networks", 2011, where inner nodes bear no symbol x.
    """

    title = "Tree RNN"
    target = f"{MODULES}.TreeRNN"

    hidden_size: int = _hidden()
    bias: bool = _bias()
