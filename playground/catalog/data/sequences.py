"""Made-up sequences that ask for a memory, or for a look at the right step.

Symbols are whole numbers in float32, which an Embedding reads. The functions stand alone: an exported script carries
their source.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from playground.catalog.kinds import Data, Task
from playground.spec.entry import Shape, entry
from playground.spec.errors import ParamError
from playground.spec.params import param

HERE = "playground.catalog.data.sequences"


def marked_sum(n: int, length: int, answer: str, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Sequences (n, length, 2) of numbers U(−1, 1) and marks, and the sum of the two marked ones (n,), or its sign.

    One mark lies in the first half, one in the second.
    """
    rng = np.random.default_rng(seed)
    numbers = rng.uniform(-1, 1, (n, length))
    half = length // 2
    marked = np.stack([rng.integers(0, half, n), rng.integers(half, length, n)], axis=1)
    marks = np.zeros((n, length))
    np.put_along_axis(marks, marked, 1.0, axis=1)
    total = np.take_along_axis(numbers, marked, axis=1).sum(axis=1)
    targets = (total > 0).astype(np.int64) if answer == "sign" else total.astype(np.float32)
    return np.stack([numbers, marks], axis=2).astype(np.float32), targets


def key_value(n: int, pairs: int, keys: int, form: str, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of a key and a value, then a key that is asked for; the target (n,) is its value.

    Keys of a sequence differ. Form "pairs": (n, pairs + 1, 2 · keys), a step is a pair with a 1 for its key and a 1 for
    its value. Form "symbols": (n, 2 · pairs + 1), keys are 0 to keys − 1, values are keys to 2 · keys − 1.
    """
    rng = np.random.default_rng(seed)
    asking = rng.permuted(np.tile(np.arange(keys), (n, 1)), axis=1)[:, :pairs]
    values = rng.integers(0, keys, (n, pairs))
    asked = rng.integers(0, pairs, n)
    every = np.arange(n)
    query, targets = asking[every, asked], values[every, asked]
    if form == "symbols":
        told = np.stack([asking, keys + values], axis=2).reshape(n, 2 * pairs)
        return np.concatenate([told, query[:, None]], axis=1).astype(np.float32), targets
    one = np.eye(keys, dtype=np.float32)
    told = np.concatenate([one[asking], one[values]], axis=2)
    last = np.concatenate([one[query], np.zeros_like(one[query])], axis=1)
    return np.concatenate([told, last[:, None]], axis=1), targets


def parity(n: int, length: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Bits (n, length), and whether the number of ones is odd (n,)."""
    bits = np.random.default_rng(seed).integers(0, 2, (n, length))
    return bits.astype(np.float32), bits.sum(axis=1) % 2


def majority(n: int, length: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Bits (n, length), and whether ones outnumber zeros (n,); as many of both count as zero."""
    bits = np.random.default_rng(seed).integers(0, 2, (n, length))
    return bits.astype(np.float32), (2 * bits.sum(axis=1) > length).astype(np.int64)


def recall_first(n: int, count: int, delay: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Symbols (n, 1 + delay); the target (n,) is the first, the others are drawn to distract."""
    drawn = np.random.default_rng(seed).integers(0, count, (n, 1 + delay))
    return drawn.astype(np.float32), drawn[:, 0]


def copy_last(n: int, count: int, length: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Symbols (n, length); the target (n,) is the last."""
    drawn = np.random.default_rng(seed).integers(0, count, (n, length))
    return drawn.astype(np.float32), drawn[:, -1]


LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def key_value_names(n: int, pairs: int, keys: int, form: str, seed: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of the inputs of a step, where it has some, and of the classes of `key_value`."""
    del n, pairs, seed
    values = tuple(LETTERS[:keys].lower())
    return () if form == "symbols" else (*LETTERS[:keys], *values), values


def recall_first_names(n: int, count: int, delay: int, seed: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """No names of inputs, and those of the classes of `recall_first`."""
    del n, delay, seed
    return (), tuple(LETTERS[:count])


def copy_last_names(n: int, count: int, length: int, seed: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """No names of inputs, and those of the classes of `copy_last`."""
    del n, length, seed
    return (), tuple(LETTERS[:count])


@dataclass(frozen=True)
class SequenceData(Data):
    """What the sequences have in common."""

    group = "Sequences"

    n: int = param(2000, min=10, max=100_000, label="Sequences", help="How many sequences are drawn.")
    train_share: float = param(
        0.7,
        min=0.05,
        max=0.95,
        label="Train share",
        help="Share of the samples that the network trains on; it never sees the rest.",
    )


def _length(default: int) -> Any:
    return param(default, min=2, max=500, label="Length", help="How many steps a sequence has.")


def _symbols(default: int) -> Any:
    return param(default, min=2, max=26, label="Symbols", help="How many different symbols there are.")


@entry
class MarkedSum(SequenceData):
    """Add the two numbers that are marked, however far apart they lie.

    A step has a number U(−1, 1) and a mark, 0 or 1; one mark lies in the first half, one in the second. The target is
    the sum of the marked numbers, or the sign of that sum. The adding problem of Hochreiter & Schmidhuber, "Long
    short-term memory", 1997.
    """

    title = "Marked sum"
    target = f"{HERE}.marked_sum"
    input_names = ("number", "mark")
    class_names = ("negative", "positive")

    length: int = _length(30)
    answer: str = param("sum", choices=("sum", "sign"), label="Answer", help="The sum itself, or only its sign.")

    @property
    def task(self) -> Task:
        return "classification" if self.answer == "sign" else "regression"

    @property
    def classes(self) -> int:
        """Two signs, or none."""
        return 2 if self.answer == "sign" else 0

    @property
    def sample_shape(self) -> Shape:
        return self.length, 2


@entry
class KeyValue(SequenceData):
    """Look up what belongs to a key: some pairs of a key and a value, then a key that is asked for.

    As pairs, a step has a 1 for its key and a 1 for its value, and the last step a key alone. As symbols, keys and
    values take turns, and both are whole numbers. Keys of a sequence differ. After Graves, Wayne & Danihelka, "Neural
    Turing machines", 2014.
    """

    title = "Key and value"
    target = f"{HERE}.key_value"
    names_target = f"{HERE}.key_value_names"

    pairs: int = param(4, min=1, max=26, label="Pairs", help="How many keys have a value in each sequence.")
    keys: int = param(8, min=2, max=26, label="Keys", help="How many keys there are, and how many values.")
    form: str = param(
        "pairs",
        choices=("pairs", "symbols"),
        label="Steps",
        help="Whether a step is a pair, or a key or a value alone.",
    )

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.pairs > self.keys:
            raise ParamError("pairs", f"is {self.pairs}; with {self.keys} keys there are no more pairs")

    @property
    def classes(self) -> int:
        """One for each value."""
        return self.keys

    @property
    def symbols(self) -> tuple[str, ...]:
        if self.form == "pairs":
            return ()
        return (*LETTERS[: self.keys], *LETTERS[: self.keys].lower())

    @property
    def sample_shape(self) -> Shape:
        return (self.pairs + 1, 2 * self.keys) if self.form == "pairs" else (2 * self.pairs + 1,)


@dataclass(frozen=True)
class Bits(SequenceData):
    """What the sequences of zeros and ones have in common."""

    class_names: ClassVar[tuple[str, ...]] = ()

    @property
    def symbols(self) -> tuple[str, ...]:
        return ("0", "1")


@entry
class Parity(Bits):
    """Tell whether the number of ones is odd: every single step counts.

    Bits are drawn evenly. Short sequences can be learnt by heart, for there are only 2^length; to count along would do
    for any length, but is seldom found by gradient descent. Shalev-Shwartz, Shamir & Shammah, "Failures of
    gradient-based deep learning", 2017.
    """

    target = f"{HERE}.parity"
    class_names = ("even", "odd")

    length: int = _length(8)

    @property
    def sample_shape(self) -> Shape:
        return (self.length,)


@entry
class Majority(Bits):
    """Tell whether there are more ones than zeros: a sum is enough, the order does not matter.

    Bits are drawn evenly; as many of both count as zeros.
    """

    target = f"{HERE}.majority"
    class_names = ("zeros", "ones")

    length: int = _length(15)

    @property
    def sample_shape(self) -> Shape:
        return (self.length,)


@entry
class RecallFirst(SequenceData):
    """Remember the first symbol while others come along.

    All symbols are drawn evenly; the longer the delay, the more steps a memory has to last. After Hochreiter &
    Schmidhuber, "Long short-term memory", 1997.
    """

    title = "Recall the first"
    target = f"{HERE}.recall_first"
    names_target = f"{HERE}.recall_first_names"

    count: int = _symbols(4)
    delay: int = param(10, min=1, max=500, label="Delay", help="How many symbols come after the one to remember.")

    @property
    def classes(self) -> int:
        """One for each symbol."""
        return self.count

    @property
    def symbols(self) -> tuple[str, ...]:
        return tuple(LETTERS[: self.count])

    @property
    def sample_shape(self) -> Shape:
        return (1 + self.delay,)


@entry
class CopyLast(SequenceData):
    """Say the last symbol again: no memory is needed, so every network should manage.

    All symbols are drawn evenly. What does not learn this has a fault elsewhere.
    """

    title = "Copy the last"
    target = f"{HERE}.copy_last"
    names_target = f"{HERE}.copy_last_names"

    count: int = _symbols(8)
    length: int = _length(10)

    @property
    def classes(self) -> int:
        """One for each symbol."""
        return self.count

    @property
    def symbols(self) -> tuple[str, ...]:
        return tuple(LETTERS[: self.count])

    @property
    def sample_shape(self) -> Shape:
        return (self.length,)
