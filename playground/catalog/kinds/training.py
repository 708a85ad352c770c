"""What the choices of a training owe: starts, losses, optimizers, schedules, penalties, augmentations, metrics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from playground.catalog.kinds.terms import Encoding, Reading, Task
from playground.spec.entry import Entry, Shape
from playground.spec.params import param

if TYPE_CHECKING:
    import numpy as np

    from playground.catalog.kinds.data import Data


@dataclass(frozen=True)
class Initializer(Entry):
    """How weights start. `target` works in place on one weight tensor; biases start at `bias`.

    `tuned` is a function of (network, names of its layers, inputs, **tuning()) that goes over the weights once drawn.
    """

    kind = "initializer"
    tuned: ClassVar[str] = ""
    bias: float = param(0.0, min=-10, max=10, help="Value of every bias before training.")

    def args(self, *shapes: Shape) -> dict[str, Any]:
        del shapes
        return {name: value for name, value in self.values().items() if name != "bias"}

    def tuning(self) -> dict[str, Any]:
        """Keyword arguments of `tuned`."""
        return {}


class Loss(Entry):
    """What training makes small. `target` is an nn.Module class called with (outputs, targets)."""

    kind = "loss"
    tasks: ClassVar[tuple[Task, ...]] = ("regression",)
    binary: ClassVar[bool] = False
    """Meant for two classes; it tells more of them apart one against the rest."""
    reads: ClassVar[Reading] = "numbers"
    span: ClassVar[tuple[float, float]] = (-3.0, 3.0)
    """Ends of its plot."""

    def encoding(self, task: Task, classes: int) -> Encoding:
        """How targets must be given to this loss."""
        raise NotImplementedError

    def outputs(self, task: Task, classes: int) -> int:
        """How many numbers the network must give per sample."""
        return classes if self.encoding(task, classes) in ("index", "onehot") else 1

    def curve(self, x: np.ndarray) -> np.ndarray:
        """The loss for its plot: over a residual, else over the lead of the true class in what it `reads`."""
        raise NotImplementedError


@dataclass(frozen=True)
class Optimizer(Entry):
    """How gradients become steps. `target` is a torch.optim class."""

    kind = "optimizer"
    lr: float = param(
        0.03,
        min=0,
        max=1000,
        scale="log",
        live=True,
        label="Learning rate",
        help="Size of each step along the gradient.",
    )
    whole: ClassVar[bool] = False
    """It moves all parameters of one network together, and asks for the loss several times in a step."""


class Schedule(Entry):
    """How the learning rate changes in a training. `target` is a torch.optim.lr_scheduler class, or "" for none."""

    kind = "schedule"
    watches: ClassVar[bool] = False
    """It goes by the validation loss, so that nobody knows its curve before the training."""
    per_step: ClassVar[bool] = False
    """It moves after each step of the optimizer and not only at the end of an epoch."""

    def paced(self, steps: int) -> Schedule:
        """The same schedule with lengths in steps, so many of which make an epoch; only one that is `per_step` has any.

        What counts epochs in `factor` and in `scheduler_args` counts steps then.
        """
        del steps
        return self

    def factor(self, epoch: int, epochs: int, lr: float = 1.0) -> float:
        """Learning rate of an epoch (from 0) over the base learning rate `lr`, in closed form, for the plot."""
        raise NotImplementedError

    def scheduler_args(self, epochs: int, rates: Sequence[float] = (1.0,)) -> dict[str, Any]:
        """Keyword arguments of the scheduler; `rates` are the base learning rates of the groups of parameters."""
        del epochs, rates
        return self.values()


class Regularizer(Entry):
    """Works on gradients after the backward pass, in `order`; `target(parameters, **args)` edits `.grad` in place.

    `on` says which parameters it gets. One that acts on "weights" edits these after each step instead; one that acts on
    "inputs" is called with a batch (N, …) and returns another. Early stopping has no target: the trainer reads it.
    """

    kind = "regularizer"
    acts: ClassVar[Literal["gradients", "weights", "inputs"]] = "gradients"
    on: ClassVar[Literal["weights", "parameters"]] = "weights"
    order: ClassVar[int] = 0


class Augmentation(Entry):
    """Changes the samples of each training batch at random, so that no two epochs show the same ones.

    `target(inputs, **given(data))` takes a batch (N, …) and returns another of the same shape. One that `moves` what a
    sample shows would leave answers for its places behind, unless it is told how to take them along: `drawn(images,
    **drawing(data))` then gives matrices, by which `read(images, matrices, **reading(data))` moves images, and others
    masks and boxes. One that is `built` is a class, made once with these arguments and called with each batch; of one
    that `mixes`, the object also gives the loss of mixed targets.
    """

    kind = "augmentation"
    of: ClassVar[Literal["images", "symbols"]] = "images"
    moves: ClassVar[bool] = False
    drawn: ClassVar[str] = ""
    read: ClassVar[str] = ""
    built: ClassVar[bool] = False
    mixes: ClassVar[bool] = False

    def misfit(self, data: Data, shape: Shape) -> str:
        """Why it can do nothing with samples of this shape, as one sentence; "" when it can."""
        if self.of == "images" and (len(shape) != 3 or data.parts or data.masked):
            return f"{self.title} changes images, and the samples of {data.title} are none."
        if self.of == "symbols" and (len(shape) != 1 or not data.symbols):
            return f"{self.title} changes sequences of symbols, and the samples of {data.title} are none."
        return ""

    def given(self, data: Data) -> dict[str, Any]:
        """Keyword arguments of `target` for samples of these data."""
        del data
        return self.args()

    def reading(self, data: Data) -> dict[str, Any]:
        """Those of them that say how images are read."""
        return {name: value for name, value in self.given(data).items() if name == "padding_mode"}

    def drawing(self, data: Data) -> dict[str, Any]:
        """Those of them that say what is drawn."""
        return {name: value for name, value in self.given(data).items() if name != "padding_mode"}


class Metric(Entry):
    """A number per epoch. `target` is a function of what `of` says.

    predictions: (outputs, targets, encoding). network: (network). samples: (made samples, real samples, their classes).
    inputs: (network, inputs, targets, encoding), of the validation set.
    """

    kind = "metric"
    of: ClassVar[Literal["predictions", "network", "samples", "inputs"]] = "predictions"
    tasks: ClassVar[tuple[Task, ...]] = ("classification", "regression")
    """() where it goes with any data."""
    answers: ClassVar[tuple[str, ...]] = ()
    """What it judges of a sample: "one" answer, an answer for each of its "places"; () where that is open."""
    series: ClassVar[str] = ""
    """Name of its curve; a metric of predictions also gives "train_" + series."""
    better: ClassVar[Literal["higher", "lower", ""]] = ""
