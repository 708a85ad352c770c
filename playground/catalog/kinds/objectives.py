"""What an objective owes: its networks, and what each is given and must give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from playground.catalog.kinds.terms import Answers, Task
from playground.spec.entry import Entry, Shape

if TYPE_CHECKING:
    from playground.catalog.kinds.data import Data
    from playground.spec.graph import Graph


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
    tests: ClassVar[bool] = True
    """Whether there is something to measure on samples that are held out until the end."""
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
