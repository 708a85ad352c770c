"""Numbers that judge whole sequences and trees."""

from __future__ import annotations

from playground.catalog.kinds import Metric
from playground.spec.entry import entry
from playground.spec.params import param

WHOLE = "playground.engine.whole"


class WholeMetric(Metric):
    """A number over inputs that have an answer at one place or at many; more of it is better."""

    of = "inputs"
    tasks = ("classification",)
    answers = ("one", "places")
    better = "higher"


@entry
class ExactMatch(WholeMetric):
    """Share of the samples that are right at every place: a single wrong symbol spoils a sequence.

    Of the validation samples. A network that is told the symbols before each step is told the true ones, so that it
    cannot be led astray by a mistake of its own.
    """

    title = "Exact match, told the truth"
    target = f"{WHOLE}.exact_match"
    series = "exact_match"


@entry
class FreeExactMatch(WholeMetric):
    """Share of the sequences that the network writes without a mistake when it is on its own.

    At each step it is told what it has itself written before, always its likeliest symbol (greedy decoding). Of the
    first few validation samples, for each of their steps takes a pass through the network.
    """

    title = "Exact match, on its own"
    target = f"{WHOLE}.free_exact_match"
    series = "free_exact_match"

    limit: int = param(200, min=1, max=100_000, scale="log", label="Samples", help="How many samples are written.")


@entry
class RootAccuracy(WholeMetric):
    """Share of the trees whose root, the last place, is right: what the whole of each comes to.

    Of the validation samples.
    """

    title = "Accuracy at the root"
    target = f"{WHOLE}.root_accuracy"
    series = "root_accuracy"
