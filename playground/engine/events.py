"""What the engine says: plain structs that travel as msgpack. No torch here: the window imports this file."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from playground.spec.fixes import Fix


class Diagnostic(Struct, frozen=True):
    """One sentence about something that does not fit, where it is, and how to mend it.

    `place` is a dotted path into the experiment file ("optimizer.lr"); `network` and `node` name its node, if any, and
    `edge` the source, target and port of the wire on which it shows, with `brief` as a few words for the wire itself.
    Nodes inside blocks have their expanded ids. `code` says what kind of thing it is, the same for all of a kind.
    Nothing trains while there is an error, or a warning that `stops`.
    """

    message: str
    hint: str = ""
    severity: Literal["error", "warning"] = "error"
    network: str = ""
    node: str = ""
    place: str = ""
    variant: str = ""
    code: str = ""
    edge: tuple[str, str, int] | None = None
    brief: str = ""
    fixes: list[Fix] = []
    stops: bool = False

    @property
    def bars(self) -> bool:
        """Whether it stands in the way of training."""
        return self.severity == "error" or self.stops

    @property
    def note(self) -> bool:
        """Whether nothing is wrong, though it cannot be trained on these data."""
        return self.severity == "warning" and self.stops


class NodePlan(Struct, frozen=True):
    """A node worked out: output shape without batch (None: unknown), parameters, multiply-accumulates per sample.

    `title` is its name for people. `parameters` are `trainable` or `frozen`. `memory` are the bytes per sample, as
    float32, of what it writes and its activation writes, which the backward pass keeps; views cost nothing. `field` is
    how far along the longer side of the input one output looks; None where it sees everything or that is not known.
    `waits_for` is the title of the broken node before it, for which nothing can be said of this one. `tensors` are the
    shapes of the layer's own parameters by name, `shared` how many more it takes from another layer, which counts them.
    """

    id: str
    entry: str
    output_shape: list[int] | None
    parameters: int
    macs: int
    title: str = ""
    trainable: int = 0
    frozen: int = 0
    memory: int = 0
    field: float | None = None
    waits_for: str = ""
    tensors: dict[str, list[int]] = {}
    shared: int = 0


class NetworkPlan(Struct, frozen=True):
    """A network worked out, nodes in order of computation with blocks expanded; `uses` are the blocks as a whole.

    `outputs` are the numbers that an Output of it gives. `plane`: it is shown over a plane, that of the data or of the
    two numbers it is given instead. `samples`: it is given samples of the data; `scored`: what it gives goes into the
    loss as it is.
    """

    parameters: int
    macs: int
    nodes: list[NodePlan]
    uses: list[NodePlan] = []
    trainable: int = 0
    frozen: int = 0
    memory: int = 0
    outputs: int = 1
    plane: bool = False
    samples: bool = True
    scored: bool = True


class DataInfo(Struct, frozen=True):
    """What the data turned out to be.

    `places` is the shape of the targets of one sample, [] for one target. `parts` are the shapes of the parts that lie
    behind one another in a sample, `heads` how many numbers are wanted for each of several things; both keep their
    order. `counts` are the training samples of each class, or their places; [] where there are no classes.
    `split` says how many samples train, validate and, where some are held out, test; of masked data how many places.
    """

    task: str
    input_shape: list[int]
    input_names: list[str]
    class_names: list[str]
    train: int
    validation: int
    plane: bool
    places: list[int] = []
    parts: dict[str, list[int]] = {}
    heads: dict[str, int] = {}
    counts: list[int] = []
    split: list[int] = []


class Plan(Struct, frozen=True):
    """One variant worked out without training: sizes, data and everything that does not fit."""

    networks: dict[str, NetworkPlan]
    problems: list[Diagnostic]
    data: DataInfo | None = None

    @property
    def trainable(self) -> bool:
        """Whether nothing stands in the way of training."""
        return not any(problem.bars for problem in self.problems)

    @property
    def looked_at(self) -> bool:
        """Whether it cannot train on these data and nothing is wrong with it."""
        return not self.trainable and not any(problem.severity == "error" for problem in self.problems)


class LayerSpread(Struct, frozen=True):
    """How the outputs of a layer are spread before training: `zeros` are the share of those that are exactly 0.

    `saturated` are the share close to an end of the activation's range, None where it has none on both sides.
    """

    node: str
    title: str
    mean: float
    std: float
    zeros: float
    saturated: float | None = None


class RangeTest(Struct, frozen=True):
    """The losses of a short training in which the learning rate grew from step to step, as told and smoothed.

    `ended` says why it stopped: at the high end, as the loss had grown, as it was not finite, or as time was over.
    `steepest` is the rate at which the smoothed loss fell fastest, `suggested` the one to train with; None for neither.
    """

    rates: list[float]
    losses: list[float]
    smoothed: list[float]
    ended: Literal["high", "grown", "not finite", "time"]
    steepest: float | None = None
    suggested: float | None = None


class HeldOut(Struct, frozen=True):
    """Losses and metrics over the test samples by variant, their names beginning with "test_", and at which epoch."""

    epoch: float
    results: dict[str, dict[str, float]]


class Source(Struct, frozen=True):
    """The source of a network and, for each of its lines, the node that it is for ("" for none)."""

    text: str
    nodes: list[str]


class Started(Struct, frozen=True, tag="started"):
    """A run is ready. `epoch` is 0, or where a resumed run goes on.

    `device_why` is a sentence where the device was not asked for by name but found to be the best.
    """

    variants: list[str]
    parameters: dict[str, int]
    steps_per_epoch: dict[str, int]
    device: str
    stepper: str
    epoch: float
    data: DataInfo
    device_why: str = ""


class Scalars(Struct, frozen=True, tag="scalars"):
    """The numbers that the record kept: variant → series → [x array, y array, stride, [lowest y, its x] or null].

    x is in epochs, and each point one of `stride`; where the last two are missing, all points are there. `rate` is
    steps per second over all variants, `flags` are [epoch, text] pairs, `lr` the learning rate in force.
    """

    points: dict[str, dict[str, Any]]
    flags: list[tuple[float, str]]
    epoch: float
    step: int
    rate: float
    lr: dict[str, float]


class Snapshot(Struct, frozen=True, tag="snapshot"):
    """What a probe saw, for the view that asked under `key`."""

    key: str
    variant: str
    epoch: float
    arrays: dict[str, Any]


class Stepped(Struct, frozen=True, tag="stepped"):
    """Which stepper takes the steps from now on; `why` is a sentence where it stays the eager one."""

    stepper: str
    why: str


class State(Struct, frozen=True, tag="state"):
    """Training runs or rests."""

    running: bool
    epoch: float
    step: int


class Checkpointed(Struct, frozen=True, tag="checkpointed"):
    """A checkpoint from which training can go on lies at `path`."""

    path: str
    epoch: float


class Finished(Struct, frozen=True, tag="finished"):
    """The run is over. `results`: variant → epochs, steps, seconds, train_loss, validation_loss, metrics,

    and, of a variant that came to its end with samples held out, the same over those as test_loss and so on.
    """

    reason: Literal["done", "stopped"]
    results: dict[str, dict[str, Any]]


class Failed(Struct, frozen=True, tag="failed"):
    """The run ended on a fault; the window stays usable."""

    message: str
    hint: str = ""
    variant: str = ""
    network: str = ""
    node: str = ""


class Reply(Struct, frozen=True, tag="reply"):
    """The answer to a request: `value` when it worked, else `error` as one sentence."""

    id: int
    value: Any = None
    error: str = ""


Event = Started | Stepped | Scalars | Snapshot | State | Checkpointed | Finished | Failed
Message = Event | Reply
