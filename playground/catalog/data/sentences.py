"""Short opinions from a small grammar, for or against; nothing is downloaded. The functions stand alone."""

from __future__ import annotations

import numpy as np

from playground.catalog.data.sequences import SequenceData
from playground.spec.entry import Shape, entry
from playground.spec.params import param

HERE = "playground.catalog.data.sentences"
NOUNS = ("film", "story", "plot", "music", "acting", "ending", "cast", "script", "humour", "pace")
ADVERBS = ("very", "really", "quite", "rather", "truly")
JUDGED = (
    ("dull", "bad", "awful", "boring", "poor", "weak", "silly", "flat", "slow", "ugly"),
    ("great", "good", "lovely", "clever", "funny", "strong", "rich", "warm", "fresh", "moving"),
)
FELT = (("hated", "disliked", "regretted"), ("loved", "liked", "enjoyed"))
PAD = "·"
WORDS = (PAD, "the", "i", "was", "not", "but", "did", *NOUNS, *ADVERBS, *JUDGED[0], *JUDGED[1], *FELT[0], *FELT[1])
LONGEST = 13
"""Words in the longest sentence: two clauses of six and a "but"."""


def clause(good: bool, negation: float, rng: np.random.Generator) -> list[str]:
    """An opinion on one thing: "the film was very good", "i loved the plot", or one of the other side with a "not"."""
    negated = bool(rng.random() < negation)
    side, noun = int(good != negated), str(rng.choice(NOUNS))
    if rng.random() < 0.3:
        felt = str(rng.choice(FELT[side]))
        return ["i", "did", "not", felt, "the", noun] if negated else ["i", felt, "the", noun]
    stress = [str(rng.choice(ADVERBS))] if rng.random() < 0.5 else []
    return ["the", noun, "was", *["not"] * negated, *stress, str(rng.choice(JUDGED[side]))]


def sentences(n: int, negation: float, twist: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Numbers of words (n, 13) in float32, filled up in front with 0, and whether the sentence is for it (n,).

    With probability `twist` a clause of the other side and "but" come first: what counts is said last.
    """
    rng = np.random.default_rng(seed)
    number = {word: at for at, word in enumerate(WORDS)}
    found, targets = np.zeros((n, LONGEST), dtype=np.float32), np.arange(n, dtype=np.int64) % 2
    for row, good in zip(found, targets, strict=True):
        told = [*clause(not good, negation, rng), "but"] if rng.random() < twist else []
        told += clause(bool(good), negation, rng)
        row[LONGEST - len(told) :] = [number[word] for word in told]
    return found, targets


@entry
class Sentences(SequenceData):
    """Tell from a short sentence whether somebody liked it, as in "the plot was dull but i loved the music".

    A grammar of 47 words makes the sentences; half are for it. With probability "not" an opinion is told by its
    opposite and a "not"; with probability "but" a clause of the other side comes first. Filled up in front to 13 words.
    """

    group = "Text"
    target = f"{HERE}.sentences"
    class_names = ("against", "for")

    n: int = param(2000, min=10, max=100_000, label="Sentences", help="How many sentences are drawn.")
    negation: float = param(0.2, min=0, max=1, label="Not", help='How many opinions are told by a "not".')
    twist: float = param(0.3, min=0, max=1, label="But", help='How many sentences say the opposite first, then "but".')

    @property
    def symbols(self) -> tuple[str, ...]:
        return WORDS

    @property
    def blank(self) -> int | None:
        return WORDS.index(PAD)

    @property
    def synonyms(self) -> tuple[tuple[int, ...], ...]:
        """Words of one kind and one side, which the grammar uses alike."""
        return tuple(tuple(WORDS.index(word) for word in group) for group in (ADVERBS, *JUDGED, *FELT))

    @property
    def sample_shape(self) -> Shape:
        return (LONGEST,)
