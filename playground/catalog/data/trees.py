"""Arithmetic as trees: each node is a number or an operation on the two nodes below it. The functions stand alone.

A sample has the parts "symbols" (m,), the nodes from the bottom up with the root last, and "children" (m, 2), places of
the two children of each node, −1 where it has none. Trees are filled up in front, so that the root is always the last.
"""

from __future__ import annotations

import numpy as np

from playground.catalog.data.sequences import SequenceData
from playground.catalog.kinds import Part
from playground.spec.entry import entry
from playground.spec.params import param

HERE = "playground.catalog.data.trees"
PAD = "·"
SYMBOLS: tuple[str, ...] = (PAD, *"0123456789", "+", "−", "×")
PLUS = 11
"""Numbers of the operations; that of a digit is one more than the digit."""
MINUS = 12
TIMES = 13
IGNORED = -100


def tree_values(symbols: np.ndarray, children: np.ndarray, modulo: int) -> np.ndarray:
    """What each node (n, m) comes to modulo a number, −100 for padding."""
    values, every = np.where(symbols == 0, IGNORED, symbols - 1), np.arange(len(symbols))
    for node in range(symbols.shape[1]):
        left, right = (values[every, children[:, node, side]] for side in (0, 1))
        sign = symbols[:, node]
        made = np.where(sign == PLUS, left + right, np.where(sign == MINUS, left - right, left * right)) % modulo
        values[:, node] = np.where(sign >= PLUS, made, values[:, node])
    return values


def grow(numbers: int, end: int, rng: np.random.Generator, symbols: np.ndarray, children: np.ndarray) -> int:
    """Write a tree of so many numbers into the places before `end`, its root last; return where it begins.

    How many of them lie on the left is drawn evenly; digits are given by the one who calls.
    """
    if numbers == 1:
        return end - 1
    left = int(rng.integers(1, numbers))
    middle = grow(numbers - left, end - 1, rng, symbols, children)
    symbols[end - 1] = rng.integers(PLUS, TIMES + 1)
    children[end - 1] = middle - 1, end - 2
    return grow(left, middle, rng, symbols, children)


def expressions(n: int, numbers: int, modulo: int, answers: str, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Trees of 2 to `numbers` digits below `modulo`, with +, − and ×, as rows (n, 3 m), and values of nodes (n, m).

    m is 2 · numbers − 1. Padding has the value −100, and so has all but the root where `answers` is "root only".
    """
    rng = np.random.default_rng(seed)
    size = 2 * numbers - 1
    symbols, children = rng.integers(1, modulo + 1, (n, size)), np.full((n, size, 2), -1)
    for tree, count in enumerate(rng.integers(2, numbers + 1, n).tolist()):
        begin = grow(count, size, rng, symbols[tree], children[tree])
        symbols[tree, :begin] = 0
    values = tree_values(symbols, children, modulo)
    if answers == "root only":
        values[:, :-1] = IGNORED
    return np.concatenate([symbols, children.reshape(n, -1)], axis=1).astype(np.float32), values


def expressions_names(
    n: int, numbers: int, modulo: int, answers: str, seed: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """No names of inputs, and the values of `expressions`."""
    del n, numbers, answers, seed
    return (), tuple(str(value) for value in range(modulo))


def written(symbols: np.ndarray, children: np.ndarray, node: int, top: bool = True) -> str:
    """The expression below a node, such as (3 + 4) × 2."""
    left, right = (int(child) for child in children[node])
    if left < 0 or right < 0:
        return SYMBOLS[int(symbols[node])]
    sides = (written(symbols, children, child, top=False) for child in (left, right))
    inside = f" {SYMBOLS[int(symbols[node])]} ".join(sides)
    return inside if top else f"({inside})"


@entry
class Expressions(SequenceData):
    """Tell what an arithmetic expression comes to, at each of its nodes, as in (3 + 4) × 2 = 4 modulo 10.

    Trees of 2 or more digits, all as likely; how many lie left of an operation is drawn evenly, and so are digits and
    operations. Values are those modulo a number, so that they stay few. After Zaremba, Kurach & Fergus, "Learning to
    discover efficient mathematical identities", 2014.
    """

    title = "Expression trees"
    group = "Trees"
    target = f"{HERE}.expressions"
    names_target = f"{HERE}.expressions_names"
    objective = "TreeClassification"

    n: int = param(2000, min=10, max=100_000, label="Trees", help="How many trees are drawn.")
    numbers: int = param(5, min=2, max=60, label="Numbers", help="How many digits an expression has at most.")
    modulo: int = param(5, min=2, max=10, label="Modulo", help="Values start over at this number; digits lie below it.")
    answers: str = param(
        "every node",
        choices=("every node", "root only"),
        label="Answers",
        help="Whether the value of each node is told, or only that of the whole expression.",
    )

    @property
    def classes(self) -> int:
        """One for each value."""
        return self.modulo

    @property
    def parts(self) -> tuple[Part, ...]:
        size = 2 * self.numbers - 1
        return Part("symbols", (size,), SYMBOLS), Part("children", (size, 2))

    def spell(self, sample: np.ndarray, target: np.ndarray) -> str:
        """A sample (3 m,) and the values of its nodes (m,) as text."""
        size = 2 * self.numbers - 1
        text = written(sample[:size], sample[size:].reshape(size, 2), size - 1)
        return f"{text} = {int(target[-1])}"
