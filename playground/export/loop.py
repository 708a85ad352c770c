"""One training step as source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from playground.catalog.kinds import Augmentation, Data
from playground.engine.augmenting import following
from playground.engine.precision import TYPES, Precision
from playground.engine.regularizing import Acting, regularizers_by_act
from playground.engine.session import RunResult
from playground.export.goals import PhaseSource
from playground.export.inline import Inlined
from playground.export.model import arguments
from playground.spec.experiment import Experiment

REGULARIZING = "playground.engine.regularizing"

WHOLE = "weights", "parameters"
"""What the script calls the weights of all layers, and all parameters."""
Part = tuple[tuple[tuple[str, ...], ...], bool]
"""Layers of each network of a phase, and whether a regulariser works on all apart from them."""


def joined(lists: Sequence[str]) -> str:
    """Lists as source behind one another."""
    return lists[0] if len(lists) == 1 else f"[*{', *'.join(lists)}]"


@dataclass(frozen=True)
class Reaches:
    """The names that the script gives to what its regularisers work on in a phase, which moves some `networks`.

    `prefix` stands before them, "" where there is one phase; `called` is what the script calls each network.
    """

    experiment: Experiment
    networks: tuple[str, ...]
    called: Mapping[str, str]
    prefix: str = ""

    def lines(self, inlined: Inlined) -> Iterator[str]:
        """The lines that gather the parameters of the phase, and the weights of single layers."""
        names = [self.called[network] for network in self.networks]
        weights, parameters = (f"{self.prefix}{name}" for name in WHOLE)
        if self.prefix:
            yield f"{parameters} = [p for p in {names[0]}.parameters() if p.requires_grad]"
        yield f"{weights} = [p for p in {parameters} if p.ndim >= 2]"
        for (layers, apart), name in self._parts.items():
            chosen, ending = inlined.add(f"{REGULARIZING}.layer_weights"), ", apart=True" if apart else ""
            calls = [f"{chosen}({one}, {own!r}{ending})" for one, own in zip(names, layers, strict=True)]
            yield f"{name} = {joined(calls)}"

    def name(self, one: Acting) -> str:
        """What a regulariser works on, "" where it is nothing of this phase."""
        weights, parameters = (f"{self.prefix}{name}" for name in WHOLE)
        if getattr(one.item, "on", "") != WHOLE[0]:
            return parameters
        part = self._part(one)
        return self._parts.get(part, weights if part[1] else "")

    @cached_property
    def _parts(self) -> dict[Part, str]:
        acting = regularizers_by_act(self.experiment)
        every = dict.fromkeys(self._part(one) for act in ("gradients", "weights") for one in acting[act])
        found = [part for part in every if any(part[0])]
        return {part: f"{self.prefix}weights_{number}" for number, part in enumerate(found, 1)}

    def _part(self, one: Acting) -> Part:
        return tuple(tuple(one.within(network)) for network in self.networks), one.apart


def augmentations(experiment: Experiment) -> Iterator[tuple[Augmentation, str]]:
    """The augmentations in their order, each with the name of its object in the script, "" for a function."""
    seen: dict[str, int] = {}
    for item in experiment.augmentations:
        assert isinstance(item, Augmentation)  # a run knows all of its entries
        name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", item.name).lower() if item.built else ""
        seen[name] = seen.get(name, 0) + 1
        yield item, f"{name}_{seen[name]}" if name and seen[name] > 1 else name


def augmenters(experiment: Experiment, inlined: Inlined) -> Iterator[str]:
    """The lines that make the objects of augmentations."""
    for item, name in augmentations(experiment):
        if name:
            yield f"{name} = {inlined.add(item.target)}({arguments(item.given(experiment.data))})"  # type: ignore[arg-type]  # a run's data are known


@dataclass(frozen=True)
class StepSource:
    """A step with the samples from `start` on; `holds` says that there are frozen units."""

    run: RunResult
    holds: bool
    inlined: Inlined

    def text(self, phases: list[tuple[PhaseSource, Reaches]]) -> str:
        """The lines of all phases."""
        counts = any("steps" in phase.due for phase, _ in phases)
        lines = [*self._batch(), *(line for phase, reaches in phases for line in self._phase(phase, reaches))]
        lines += ["steps += 1"] if counts else []
        lines += ["scheduler.step()"] if getattr(self.run.experiment.schedule, "per_step", False) else []
        return "\n".join(f"            {line}".rstrip() for line in lines)

    def _batch(self) -> Iterator[str]:
        yield "batch, wanted = inputs[start : start + BATCH_SIZE], targets[start : start + BATCH_SIZE]"
        for item, name in augmentations(self.run.experiment):
            yield self._moved(item) or self._changed(item, name)
        for one in regularizers_by_act(self.run.experiment)["inputs"]:
            yield f"batch = {self.inlined.add(one.item.target)}(batch, {arguments(one.item.args())})"

    def _changed(self, item: Augmentation, name: str) -> str:
        """The line that changes inputs alone."""
        given = "" if name else f", {arguments(item.given(self.run.experiment.data))}"  # type: ignore[arg-type]  # a run's data are known
        return f"batch = {name or self.inlined.add(item.target)}(batch{given})"

    def _moved(self, item: Augmentation) -> str:
        """The line that moves inputs and targets alike, "" where these stay."""
        data, follow = self.run.experiment.data, following(self.run.experiment)
        if not follow or not item.drawn or not isinstance(data, Data):
            return ""
        function, more = follow
        lead = f"{self.inlined.add(item.drawn)}(batch, {arguments(item.drawing(data))})"
        given = ", ".join([self.inlined.add(item.read), *filter(None, [arguments({**item.reading(data), **more})])])
        return f"batch, wanted = {self.inlined.add(function)}(batch, wanted, {lead}, {given})"

    def _phase(self, phase: PhaseSource, reaches: Reaches) -> Iterator[str]:
        lines = [*self._moves(phase, reaches), *phase.after]
        if not phase.due:
            yield from lines
        else:
            yield f"if {phase.due}:"
            yield from (f"    {line}" for line in lines)

    def _moves(self, phase: PhaseSource, reaches: Reaches) -> Iterator[str]:
        acting, precision = regularizers_by_act(self.run.experiment), self.run.run.precision
        loss = list(_cast(precision, phase.loss, several=len(self.run.networks) > 1))
        if reaches.prefix and not self._learns(phase):
            yield from loss  # whose random numbers are drawn all the same
            return
        backward = f"backward(inputs={reaches.prefix}parameters)" if reaches.prefix else "backward()"
        scaled = precision.scaler is not None
        back = [*loss, "optimizer.zero_grad()"]
        back += [f"scaler.scale(loss).{backward}", "scaler.unscale_(optimizer)"] if scaled else [f"loss.{backward}"]
        back += self._each("rest")
        back += [self._called(one, reaches) for one in acting["gradients"] if reaches.name(one)]
        if getattr(self.run.experiment.optimizer, "whole", False):
            yield ""
            yield "def closure() -> torch.Tensor:"
            yield from (f"    {line}" for line in [*back, "return loss"])
            yield ""
            yield "optimizer.step(closure)"
        else:
            yield from back
            yield from ["scaler.step(optimizer)", "scaler.update()"] if scaled else ["optimizer.step()"]
        yield from (self._called(one, reaches) for one in acting["weights"] if reaches.name(one))
        yield from self._each("keep")

    def _learns(self, phase: PhaseSource) -> bool:
        """Whether anything of a phase moves."""
        return any(p.requires_grad for name in phase.networks for p in self.run.networks[name].parameters())

    def _called(self, one: Acting, reaches: Reaches) -> str:
        return f"{self.inlined.add(one.item.target)}({reaches.name(one)}, {arguments(one.item.args())})"

    def _each(self, what: str) -> list[str]:
        """The lines that let frozen units rest or stay, none where none is frozen."""
        return ["for hold in holds:", f"    hold.{what}()"] if self.holds else []


def _cast(precision: Precision, loss: Sequence[str], several: bool) -> Iterator[str]:
    """The lines that compute the loss in the precision of the run."""
    if not precision.name:
        yield from loss
        return
    yield f"with torch.autocast(DEVICE.type, {TYPES[precision.name]}):"
    yield from (f"    {line}" for line in loss)
    if several:
        yield "loss = loss.float()"


def scaler(precision: Precision) -> str:
    """The line that makes what scales losses, "" where they are not scaled."""
    return "scaler = torch.amp.GradScaler(DEVICE.type)" if precision.scaler else ""
