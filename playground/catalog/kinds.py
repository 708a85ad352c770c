"""The kinds of entries: what each one owes to the engine, the window and the export."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple

from playground.spec.entry import Entry, Shape
from playground.spec.params import param
from playground.spec.record import Record

if TYPE_CHECKING:
    import numpy as np

    from playground.spec.graph import Graph

Task = Literal["classification", "regression"]
Encoding = Literal["index", "binary", "probability", "onehot", "sign", "value"]
"""How a loss gets targets: class index (N,), 0/1 (N, 1), 0/1 per class (N, C), -1/+1 (N, 1), number (N, 1).

"binary" stands beside a logit, "probability" beside the probability of a yes.
"""
Answers = Literal["", "one", "places first", "places last", "heads"]
"""What a network says of a sample: one thing, scores for each place, (K, …) or (…, K), or several things in one row."""
IGNORED = -100
"""Class index of a place that counts neither in the loss nor in a metric."""
Reading = Literal["numbers", "scores", "logits", "probabilities", "log-probabilities"]
"""What a loss takes the outputs of a network for."""


class Layer(Entry):
    """A node of a network. `target` is an nn.Module class; `inputs` is how many edges it takes (None: two or more).

    `port_names` name those inputs where they differ in meaning ("query", "key", "value"). `bends` says whether an
    activation usually follows ("always": a new one gets one at once), may follow, or makes no sense there.
    """

    kind = "layer"
    inputs: ClassVar[int | None] = 1
    port_names: ClassVar[tuple[str, ...]] = ()
    bends: ClassVar[Literal["always", "maybe", "never"]] = "maybe"

    def fits(self, *shapes: Shape) -> str:
        """Why inputs of these shapes, without the batch, do not fit, as one sentence; "" when they do."""
        del shapes
        return ""

    def window(self) -> tuple[float, float] | None:
        """How far along the spatial axes one output looks and how far apart two outputs look: kernel, stride.

        (1, 1) where each place stands for itself; below 1 where places are added (upsampling); None where every output
        looks at the whole input.
        """
        return 1.0, 1.0

    def sized(self, outputs: int) -> Layer:
        """The layer when the task needs `outputs` numbers; only Output depends on it."""
        del outputs
        return self


class Activation(Layer):
    """A function applied to each number, as a node of its own or behind a layer."""

    group = "Activations"
    bends = "never"

    def f(self, x: np.ndarray) -> np.ndarray:
        """The function itself in NumPy, for its plot; x has any shape."""
        raise NotImplementedError

    bounds: ClassVar[str] = ""
    """Its range, as text: "(0, 1)"."""


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
    sample shows would leave answers for its places behind. One that is `built` is a class, made once with these
    arguments and called with each batch; of one that `mixes`, the object also gives the loss of mixed targets.
    """

    kind = "augmentation"
    of: ClassVar[Literal["images", "symbols"]] = "images"
    moves: ClassVar[bool] = False
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
class Asked:
    """What data and loss ask of networks: the shape of a sample, numbers for the loss, places that are answered."""

    sample: Shape
    outputs: int = 1
    places: Shape = ()


@dataclass(frozen=True)
class Face:
    """What a network is given and must give, as shapes without the batch; None: whatever it happens to be.

    `samples`: it is given samples of the data. `scored`: what it gives goes into the loss as it is.
    """

    given: Shape | None
    wanted: Shape | None
    samples: bool = True
    scored: bool = True


class Objective(Entry):
    """What the networks are trained for. `target` is the class in the engine that owns the training step.

    `networks` are those that it needs, each after those whose output it is given; `roles` say in a few words what each
    is for. `task` is what it makes of the data; "" where any data will do, because their targets are not looked at.
    `answers` says what it wants to be told of a sample, and `parts` which parts a sample must have.
    """

    kind = "objective"
    networks: ClassVar[tuple[str, ...]] = ("model",)
    roles: ClassVar[tuple[str, ...]] = ("gives the answer",)
    task: ClassVar[Task | Literal[""]]
    answers: ClassVar[Answers] = "one"
    parts: ClassVar[tuple[str, ...]] = ()
    needed_heads: ClassVar[Mapping[str, int]] = {}
    """Heads of numbers that the data must have, and how many numbers each gives."""
    makes: ClassVar[bool] = False
    """Whether its networks make samples like those of the data."""
    own_loss: ClassVar[bool] = False
    """Whether it brings a loss of its own, so that the experiment's is not used."""
    default_loss: ClassVar[str]
    default_metrics: ClassVar[tuple[str, ...]] = ()
    steady: ClassVar[Mapping[str, Any]] = {}
    """An optimizer for networks that plain SGD does not bring far."""

    views: ClassVar[tuple[str, ...]] = ()
    """Names of the live views that it brings to the front."""

    def face(self, network: str, asked: Asked, given: Mapping[str, Shape | None]) -> Face:
        """What `network` is given and must give; `given` are the output shapes of the networks before this one."""
        del network, given
        first = self.answers == "places first"
        wanted = (asked.outputs, *asked.places) if first else (*asked.places, asked.outputs)
        return Face(asked.sample, wanted)

    def starting(self, network: str, data: Data) -> Graph | None:
        """A small network of this name that learns from such data; None where a plain dense one will do."""
        del network, data
        return None

    def adopted(self, network: str, graph: Graph) -> Graph:
        """A network that was trained for something else, in the form that this objective needs."""
        del network
        return graph

    def takes(self, loss: Entry) -> bool:
        """Whether the loss is one that it can make small; one that this program does not know is taken to be."""
        return self.own_loss or self.task in getattr(loss, "tasks", (self.task,))

    def judged_by(self, metric: Entry | type[Entry]) -> bool:
        """Whether a metric of the networks on inputs looks at answers such as these."""
        wanted = getattr(metric, "answers", ())
        return not wanted or self.answers.partition(" ")[0] in wanted

    def role(self, network: str) -> str:
        """What a network is for, "" for one that the objective does not use."""
        return dict(zip(self.networks, self.roles, strict=True)).get(network, "")


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
    seed: int = param(
        0, min=0, max=2**31 - 1, label="Data seed", help="Seed of the draw and of the split into train and test."
    )
    standardize: bool = param(
        False,
        label="Standardise",
        help="Shift and scale each input to mean 0 and standard deviation 1 over the training samples.",
    )

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
        """Whether inputs are standardised; numbers that stand for symbols, and samples of parts, never are."""
        return self.standardize and not self.symbols and not self.parts

    def spell(self, sample: np.ndarray, target: np.ndarray) -> str:
        """A sample (…) and its answer (…) as one line of text; "" where a picture says more."""
        del sample, target
        return ""

    def args(self, *shapes: Shape) -> dict[str, Any]:
        del shapes
        return {k: v for k, v in self.values().items() if k not in ("train_share", "standardize", "features")}


@dataclass(frozen=True)
class Check(Entry):
    """Something a lesson says you should see."""

    kind = "check"
    text: str = param("", help="What to see, in one short sentence.")

    def outcome(self, record: Record, finished: bool) -> bool | None:
        """True or False once it can be told from the numbers so far, None before."""
        raise NotImplementedError


class Exporter(Entry):
    """Writes a run to a file. `target(run, path)` is a function in `playground.export`.

    Where it is `of` the experiment it needs no run, and so no data that fit:
    `target(experiment, variant, store, path)`.
    """

    kind = "exporter"
    suffix: ClassVar[str] = ""
    of: ClassVar[Literal["run", "experiment"]] = "run"


class Probe(Entry):
    """Looks into a run while it trains. `target(run, **args)` returns NumPy arrays by name."""

    kind = "probe"
