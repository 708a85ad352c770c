"""What data owe: samples, their parts, and what is to be said of them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from playground.catalog.kinds.terms import Task
from playground.spec.entry import Entry, Shape
from playground.spec.params import param

if TYPE_CHECKING:
    import numpy as np


SCALINGS = ("none", "standardise", "min-max")
SCALING_HELP = (
    "Shift and scale each input, by the training samples alone: standardise to mean 0 and standard deviation 1, or "
    "min-max from 0 to 1; an input that never changes is only shifted."
)


class Part(NamedTuple):
    """A named part of a sample; its whole numbers stand for `symbols`, where there are some."""

    name: str
    shape: Shape
    symbols: tuple[str, ...] = ()


class Head(NamedTuple):
    """One of several things that are to be said of a sample: which of some classes, or `size` numbers."""

    name: str
    classes: tuple[str, ...] = ()
    size: int = 1

    @property
    def outputs(self) -> int:
        """How many numbers a network gives for it."""
        return len(self.classes) or self.size


@dataclass(frozen=True)
class Data(Entry):
    """Samples to learn from. `target(**args())` is a function that returns (inputs (N, …) float32, targets (N, …)).

    Targets are class indices (int64) or numbers (float32), one for each sample or one for each of its places, or for
    each of its `heads` a class index or numbers, in one row (float32). A sample of several `parts` is one row of all
    their numbers. `plane` sets have two coordinates and are drawn on it.
    """

    kind = "data"
    plane: ClassVar[bool] = False
    extent: ClassVar[float] = 6.0
    input_names: ClassVar[tuple[str, ...]] = ()
    class_names: ClassVar[tuple[str, ...]] = ()
    names_target: ClassVar[str] = ""
    """Dotted function of the same arguments that returns (input names, class names), where only the data know them."""
    few_target: ClassVar[str] = ""
    """Dotted function of the same arguments that returns the first few samples, where reading all takes long."""
    rows_target: ClassVar[str] = ""
    """Dotted function of the same arguments that returns both as `Rows` of a file that may be larger than memory."""
    objective: ClassVar[str] = ""
    """Name of the objective that they are made for; "" for any that fits their task."""
    masked: ClassVar[bool] = False
    """All samples train and validate, by other places: targets (2, N, …) are `IGNORED` where one does not count."""
    in_order: ClassVar[bool] = False
    """Samples follow one another in time: the earlier ones train, the later ones validate."""

    train_share: float = param(
        0.5,
        min=0.05,
        max=0.95,
        label="Train share",
        help="Share of the samples that the network trains on; it never sees the rest.",
    )
    test_share: float = param(
        0.0,
        min=0.0,
        max=0.9,
        label="Test share",
        help="Share of the samples that neither train nor validate: only when the training is over are they looked at, "
        "so that they tell how the network does on samples for which nothing was chosen.",
    )
    seed: int = param(0, min=0, max=2**31 - 1, label="Data seed", help="Seed of the draw and of the split.")
    scaling: str = param("none", choices=SCALINGS, label="Scaling", help=SCALING_HELP)

    @property
    def classes(self) -> int:
        """How many classes there are, 0 where there are none or only the data know."""
        return len(self.class_names)

    @property
    def task(self) -> Task:
        """Whether targets are classes or numbers."""
        return "classification"

    @property
    def sample_shape(self) -> Shape | None:
        """The shape of a sample, None where only the data know it."""
        if self.parts:
            return (sum(math.prod(part.shape) for part in self.parts),)
        names = getattr(self, "features", ()) or self.input_names
        return (len(names),) if names else None

    @property
    def symbols(self) -> tuple[str, ...]:
        """What the whole numbers of a sample (L,) stand for, from 0 on; () where samples hold quantities."""
        return ()

    @property
    def blank(self) -> int | None:
        """The symbol that fills up short samples in front; None where all are as long."""
        return None

    @property
    def synonyms(self) -> tuple[tuple[int, ...], ...]:
        """Groups of symbols that may stand for one another without another answer; () where nobody knows any."""
        return ()

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of a sample in their order, () where it is a whole; each Input of a network takes one."""
        return ()

    @property
    def heads(self) -> tuple[Head, ...]:
        """What is to be said of a sample where that are several things."""
        return ()

    @property
    def scaled(self) -> bool:
        """Whether inputs are scaled; numbers that stand for symbols, and samples of parts, never are."""
        return self.scaling != "none" and not self.symbols and not self.parts

    def spell(self, sample: np.ndarray, target: np.ndarray) -> str:
        """A sample (…) and its answer (…) as one line of text; "" where a picture says more."""
        del sample, target
        return ""

    def args(self, *shapes: Shape) -> dict[str, Any]:
        del shapes
        return {k: v for k, v in self.values().items() if k not in ("train_share", "test_share", "scaling", "features")}
