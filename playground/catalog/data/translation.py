"""Short texts to be written in another form, one symbol after another. The functions stand alone.

A sample has the parts "source" and "previous". Classes are the symbols that are written; "previous" holds for each step
the class that was written before it, and at first the start symbol, whose number follows those of the classes.
"""

from __future__ import annotations

from datetime import date

import numpy as np

from playground.catalog.data.sequences import LETTERS, SequenceData
from playground.catalog.kinds import Part
from playground.spec.entry import entry
from playground.spec.errors import ParamError
from playground.spec.params import param

HERE = "playground.catalog.data.translation"
PAD = "·"
START, END, SPACE = "▸", "■", "␣"
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
READ = PAD + " .,0123456789abcdefghijklmnopqrstuvwxyz"
"""Characters of a date as people write it; the first fills up in front."""
WRITTEN = "0123456789-"
LONGEST = 18
"""Characters of the longest date as people write it."""
LENGTH = 10
"""Characters of each in the form year-month-day."""


def spoken(day: date, form: int) -> str:
    """A date in one of the six ways in which people write it."""
    month = MONTHS[day.month - 1]
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 if day.day // 10 != 1 else 0, "th")
    return (
        f"{day.day} {month} {day.year}",
        f"{day.day} {month[:3]} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{month[:3]} {day.day}{ending}, {day.year % 100:02}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day:02}.{day.month:02}.{day.year % 100:02}",
    )[form]


def with_start(targets: np.ndarray, start: int) -> np.ndarray:
    """What was written before each step (n, T): the targets moved on by one, behind the start symbol."""
    return np.concatenate([np.full((len(targets), 1), start), targets[:, :-1]], axis=1)


def dates(n: int, first: int, last: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Dates as people write them, filled up in front, beside what was written before (n, 28), and 1998-03-03 (n, 10).

    Days are drawn evenly from 1 January `first` to 31 December `last`, and so are the six ways to write them.
    """
    rng = np.random.default_rng(seed)
    drawn = rng.integers(date(first, 1, 1).toordinal(), date(last + 1, 1, 1).toordinal(), n).tolist()
    forms = rng.integers(0, 6, n).tolist()
    days = [date.fromordinal(day) for day in drawn]
    texts = [spoken(day, form).rjust(LONGEST, PAD) for day, form in zip(days, forms, strict=True)]
    source = np.array([[READ.index(letter) for letter in text] for text in texts])
    targets = np.array([[WRITTEN.index(letter) for letter in day.isoformat()] for day in days])
    return np.concatenate([source, with_start(targets, len(WRITTEN))], axis=1).astype(np.float32), targets


def reversed_strings(n: int, letters: int, shortest: int, longest: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Strings, filled up in front, beside what was written before (n, 2 · longest + 1), and the strings reversed.

    Symbol 0 of the source fills up, 1 to `letters` are the letters; targets (n, longest + 1) are 0 to letters − 1, then
    `letters`, which ends the string, then −100, which does not count.
    """
    rng = np.random.default_rng(seed)
    lengths, drawn = rng.integers(shortest, longest + 1, n), rng.integers(0, letters, (n, longest))
    steps = np.arange(longest + 1)
    source = np.where(steps[:-1] < longest - lengths[:, None], 0, drawn + 1)
    back = np.concatenate([drawn[:, ::-1], np.full((n, 1), letters)], axis=1)
    back[steps >= lengths[:, None]] = letters
    targets = np.where(steps > lengths[:, None], -100, back)
    return np.concatenate([source, with_start(back, letters + 1)], axis=1).astype(np.float32), targets


def reversed_strings_names(
    n: int, letters: int, shortest: int, longest: int, seed: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """No names of inputs, and the letters and the end of a string as classes of `reversed_strings`."""
    del n, shortest, longest, seed
    return (), (*LETTERS[:letters].lower(), END)


class Translation(SequenceData):
    """What the translations have in common."""

    objective = "SequenceToSequence"

    def spell(self, sample: np.ndarray, target: np.ndarray) -> str:
        """A sample (T1 + T2,) and its answer (T2,) as text: source → target."""
        source, previous = self.parts
        symbols = [source.symbols[int(number)] for number in sample[: source.shape[0]]]
        answer = [previous.symbols[int(number)] for number in target if number >= 0]
        return f"{''.join(symbols).lstrip(PAD).replace(SPACE, ' ')} → {''.join(answer).rstrip(END)}"


@entry
class Dates(Translation):
    """Write a date in the form 1998-03-03, however somebody has written it: "3 march 1998" or "mar 3rd, 98".

    Days are drawn evenly from the years; there are six ways to write them, filled up in front to 18 characters. Numbers
    are copied, months looked up, and a year of two digits gets its century. After the date task in the Keras examples
    and in Ng's course "Sequence models", 2017.
    """

    title = "Dates"
    group = "Text"
    target = f"{HERE}.dates"
    class_names = tuple(WRITTEN)

    n: int = param(2000, min=10, max=100_000, label="Dates", help="How many dates are drawn.")
    first: int = param(1970, min=1900, max=2099, label="First year", help="The year of the earliest dates.")
    last: int = param(2029, min=1900, max=2099, label="Last year", help="The year of the latest dates.")

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.first <= self.last < self.first + 100:
            wrong = f"is {self.last}; it must not lie before {self.first}, nor a century or more behind it"
            raise ParamError("last", wrong)

    @property
    def parts(self) -> tuple[Part, ...]:
        read = tuple(READ.replace(" ", SPACE))
        return Part("source", (LONGEST,), read), Part("previous", (LENGTH,), (*WRITTEN, START))


@entry
class ReversedStrings(Translation):
    """Write a string of letters backwards, and say when it is at an end.

    Letters and lengths are drawn evenly; strings are filled up in front. The last letter must be written first, so that
    the whole string has to be kept. In which order a source is read matters: Sutskever, Vinyals & Le, "Sequence to
    sequence learning with neural networks", 2014.
    """

    title = "Reversed strings"
    target = f"{HERE}.reversed_strings"
    names_target = f"{HERE}.reversed_strings_names"

    letters: int = param(8, min=2, max=26, label="Letters", help="How many different letters there are.")
    shortest: int = param(3, min=1, max=500, label="Shortest", help="How many letters a string has at least.")
    longest: int = param(8, min=1, max=500, label="Longest", help="How many letters a string has at most.")

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.shortest > self.longest:
            raise ParamError("shortest", f"is {self.shortest}; the longest has {self.longest}")

    @property
    def classes(self) -> int:
        """One for each letter, and one for the end."""
        return self.letters + 1

    @property
    def parts(self) -> tuple[Part, ...]:
        known = tuple(LETTERS[: self.letters].lower())
        return (
            Part("source", (self.longest,), (PAD, *known)),
            Part("previous", (self.longest + 1,), (*known, END, START)),
        )
