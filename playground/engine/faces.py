"""What each network of an experiment is given and must give."""

from __future__ import annotations

import math

from playground.catalog.kinds import Asked, Face, Objective
from playground.engine.events import Diagnostic, NetworkPlan
from playground.engine.network import output_node
from playground.spec.entry import Shape
from playground.spec.experiment import Experiment
from playground.spec.fixes import Fix

EXTENT = 3.0
"""How far the plane reaches on which a network is shown that takes two numbers which are no sample."""


class Faces:
    """Tells the face of one network after another, in `order`; `enter` its plan before the next.

    `sample` is the shape of a sample, None while the data are not known; `outputs` how many numbers the loss takes, 0
    while that cannot be told; `places` those of a sample that are answered.
    """

    def __init__(self, experiment: Experiment, sample: Shape | None, outputs: int, places: Shape = ()) -> None:
        self._experiment = experiment
        self._objective = experiment.objective if isinstance(experiment.objective, Objective) else None
        self._sample, self._outputs, self._places = sample, outputs, places
        self._given: dict[str, Shape | None] = {}

    @property
    def order(self) -> list[str]:
        """All networks, each after those whose output it is given."""
        wanted = self._objective.networks if self._objective else ()
        return sorted(self._experiment.networks, key=lambda name: wanted.index(name) if name in wanted else len(wanted))

    def used(self, name: str) -> bool:
        """Whether the objective trains the network."""
        return self._objective is None or name in self._objective.networks

    def of(self, name: str) -> Face:
        """What a network is given and must give; one that nobody uses is given samples and may give anything."""
        if self._objective is None:
            return Face(self._sample, (self._outputs,) if self._outputs else None)
        if name not in self._objective.networks:
            return Face(self._sample, None)
        face = self._objective.face(name, Asked(self._sample or (), self._outputs or 1, self._places), self._given)
        blank = self._sample is None
        given = None if face.samples and blank else face.given
        unknown = blank or (self._objective.task and not self._outputs)
        return Face(given, None if unknown else face.wanted, face.samples, face.scored)

    def enter(self, name: str, plan: NetworkPlan) -> None:
        """Write down what a network gives."""
        end = output_node(self._experiment.networks[name])
        shape = next((node.output_shape for node in plan.nodes if end and node.id == end.id), None)
        self._given[name] = None if shape is None else tuple(shape)


def width(face: Face, experiment: Experiment) -> int:
    """How many numbers an Output gives, of each place where places are answered; 1 where any number will do."""
    if not face.wanted:
        return 1
    answers = getattr(experiment.objective, "answers", "")
    by_place = {"places first": face.wanted[0], "places last": face.wanted[-1]}
    return by_place.get(answers) or math.prod(face.wanted)


def unused(experiment: Experiment, name: str) -> Diagnostic:
    """A network that nothing is done with."""
    return Diagnostic(
        f"{experiment.objective.title} does not use the network {name}.",
        "It stays in the file as it is.",
        "warning",
        network=name,
        code="unused-network",
        fixes=[Fix(f"Remove network {name}", [{"op": "drop_network", "network": name}])],
    )
