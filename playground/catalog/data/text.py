"""Characters of a book, each to be told from those before it. The book is Jane Austen's, in the public domain."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from playground import paths
from playground.catalog.data.sequences import SequenceData
from playground.spec.entry import Shape, entry
from playground.spec.params import param

HERE = "playground.catalog.data.text"
BOOK = "pride-and-prejudice.txt"
SMALL = "\n !\"'(),-.:;?abcdefghijklmnopqrstuvwxyz"
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SIGNS = {"\n": "¶", " ": "␣"}
"""How characters are shown that cannot be seen."""


def next_character(path: str, n: int, length: int, capitals: bool, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Windows (n, length) of a text, as numbers of its characters in float32, and the character after each (n,).

    Windows come in the order of the text and start at even distances; the seed shifts them all. Without capitals these
    become small letters. Characters beyond those known are left out.
    """
    text = Path(path).read_text(encoding="utf-8")
    known = {letter: number for number, letter in enumerate(SMALL + CAPITALS * capitals)}
    numbers = np.array([known[letter] for letter in (text if capitals else text.lower()) if letter in known])
    room = len(numbers) - length
    starts = (np.arange(n) * room) // n + seed % max(1, room // n)
    every = numbers[starts[:, None] + np.arange(length + 1)]
    return every[:, :-1].astype(np.float32), every[:, -1].astype(np.int64)


def characters(path: str, n: int, length: int, capitals: bool, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Windows (n, length) as `next_character` cuts them, and the character after each character (n, length)."""
    windows, last = next_character(path, n, length, capitals, seed)
    return windows, np.concatenate([windows[:, 1:].astype(np.int64), last[:, None]], axis=1)


def next_character_names(
    path: str, n: int, length: int, capitals: bool, seed: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """No names of inputs, and the characters."""
    del path, n, length, seed
    return (), tuple(SIGNS.get(letter, letter) for letter in SMALL + CAPITALS * capitals)


@dataclass(frozen=True)
class BookData(SequenceData):
    """What the data made of the book have in common."""

    group = "Text"
    names_target = f"{HERE}.next_character_names"
    in_order = True

    n: int = param(5000, min=10, max=100_000, label="Windows", help="How many windows are cut from the text.")
    length: int = param(24, min=2, max=500, label="Window", help="How many characters the network sees.")
    capitals: bool = param(False, label="Capitals", help="Whether capital letters are told from small ones.")
    train_share: float = param(
        0.8,
        min=0.05,
        max=0.95,
        label="Train share",
        help="Share of the samples that the network trains on; it never sees the rest, which come later.",
    )

    def args(self, *shapes: Shape) -> dict[str, Any]:
        """Every field but those the engine reads, and where the text lies."""
        return {"path": str(paths.assets_dir() / "text" / BOOK), **super().args(*shapes)}

    @property
    def classes(self) -> int:
        """One for each character."""
        return len(self.symbols)

    @property
    def symbols(self) -> tuple[str, ...]:
        return tuple(SIGNS.get(letter, letter) for letter in SMALL + CAPITALS * self.capitals)

    @property
    def sample_shape(self) -> Shape:
        return (self.length,)


@entry
class NextCharacter(BookData):
    """Guess the next character of a novel from those before it.

    Windows of the first volume of Jane Austen's "Pride and Prejudice" (1813; 230,000 characters), at even distances;
    the seed shifts them. The earlier part of the text trains. Always to say a space is right for one character in six.
    Shannon, "Prediction and entropy of printed English", 1951.
    """

    title = "Next character"
    target = f"{HERE}.next_character"


@entry
class Characters(BookData):
    """Guess every next character of a novel, each from those before it, so that the network can go on writing.

    Windows of the first volume of Jane Austen's "Pride and Prejudice" (1813), as for the next character, but each
    character of a window is answered with the one after it. The earlier part of the text trains. Karpathy, "The
    unreasonable effectiveness of recurrent neural networks", 2015.
    """

    title = "Text, character by character"
    target = f"{HERE}.characters"
    objective = "NextToken"

    n: int = param(2000, min=10, max=100_000, label="Windows", help="How many windows are cut from the text.")
    length: int = param(32, min=2, max=500, label="Window", help="How many characters the network sees.")
