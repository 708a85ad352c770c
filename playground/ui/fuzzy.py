"""How well a few typed letters fit a text."""

from __future__ import annotations

INSIDE, APART, INITIALS, SCATTERED = 100, 200, 300, 400
"""Where the ranks begin of letters inside a word, of words in another order, of first letters, of single letters."""
WIDEST = 3
"""Letters that may lie, on average, before each letter found; more is a match by accident."""


def rank(words: str, text: str) -> int | None:
    """How well `text` answers `words`: 0 is best, None not at all.

    Best is the start of the text, then of one of its words, then letters inside a word, then words in any order, then
    the first letters of words, and last single letters in order.
    """
    wanted, text = words.casefold().split(), text.casefold()
    whole = " ".join(wanted)
    if whole in text:
        at = text.index(whole)
        return min(at, INSIDE - 1) if _starts(text, at) else INSIDE + min(at, INSIDE - 1)
    if all(word in text for word in wanted):
        return APART + min(sum(text.index(word) for word in wanted), INSIDE - 1)
    letters = "".join(wanted)
    initials = "".join(word[0] for word in text.replace(":", " ").split())
    if letters in initials:
        return INITIALS + initials.index(letters)
    return _scattered(letters, text)


def _starts(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()


def _scattered(letters: str, text: str) -> int | None:
    """Single letters in order, the first of them at the start of a word."""
    starts = [at for at, letter in enumerate(text) if letter == letters[0] and _starts(text, at)]
    gaps = [gap for start in starts if (gap := _gaps(letters, text, start)) is not None]
    return SCATTERED + min(gaps) if gaps and min(gaps) <= WIDEST * len(letters) else None


def _gaps(letters: str, text: str, start: int) -> int | None:
    place, gaps = start - 1, 0
    for letter in letters:
        found = text.find(letter, place + 1)
        if found < 0:
            return None
        gaps += found - place - 1
        place = found
    return gaps
