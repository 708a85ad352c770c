"""What objectives do, as source: what a script holds ready, the phases of its steps, and the numbers of an epoch."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from playground.engine.games import CLIPPING, PENALTY
from playground.engine.objectives.goal import series_of
from playground.engine.objectives.supervised import by_place
from playground.engine.session import RunResult
from playground.export.drawing import sides_of
from playground.export.inline import Inlined
from playground.export.model import Literal, arguments, call, literal
from playground.spec.entry import Entry

ENGINE = "playground.engine"
OBJECTIVES = f"{ENGINE}.objectives"
SIDES = (("train_", "train"), ("", "validation"))
"""Prefix of the series, and what the script calls the side."""
TEST = ("test_", "test")
Sides = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class PhaseSource:
    """A part of a step: lines that end in `loss`, the networks that it moves, when it is due ("": always)."""

    networks: tuple[str, ...]
    loss: Sequence[str]
    due: str = ""
    after: Sequence[str] = field(default_factory=tuple)


class GoalSource:
    """An objective of a run as source; the networks of the script bear their own names."""

    def __init__(self, run: RunResult, inlined: Inlined) -> None:
        self.run, self.inlined = run, inlined
        self.experiment, self.dataset = run.experiment, run.run.dataset
        self.chosen: Mapping[str, Any] = run.experiment.objective.values()

    def add(self, name: str) -> str:
        """Bring in a function of the engine, by its dotted name within it."""
        return self.inlined.add(f"{ENGINE}.{name}")

    def ready(self) -> Iterator[str]:
        """Lines that stand before the optimizer."""
        yield f"criterion = {self.criterion(self.experiment.loss)}"

    def phases(self) -> Sequence[PhaseSource]:
        """What happens at each step, one after another."""
        raise NotImplementedError

    def measured(self, sides: Sides = SIDES) -> Iterator[str]:
        """Lines that put losses and metrics of predictions over some sets of samples in `row`."""
        raise NotImplementedError

    def of_codes(self) -> Iterator[str]:
        """Lines that put numbers of the codes of the validation set in `row`; it is the last that was measured."""
        yield from ()

    def tested(self, names: Mapping[str, str]) -> Iterator[str]:
        """Lines that put the numbers over the test set in `row`; none where there is none."""
        if "test" in sides_of(self.run):
            yield from self.measured([TEST])
            yield from self.of_networks(names, *TEST)

    def given(self, network: str, side: str) -> str:
        """What a network is given where the data give the samples of a side."""
        del network
        return f"{side}_inputs"

    def criterion(self, loss: Entry) -> str:
        """The call that makes the module of a loss."""
        args = {
            name: Literal(f"torch.tensor({list(value)!r}, device=DEVICE)") if isinstance(value, tuple) else value
            for name, value in loss.args().items()
        }
        return call(self.inlined.add(loss.target), args)

    def of_predictions(self, prefix: str, outputs: str, wanted: str) -> Iterator[str]:
        """Lines for the metrics of outputs beside their targets."""
        for item in self.experiment.metrics:
            if getattr(item, "of", "predictions") == "predictions":
                given = ", ".join(filter(None, [literal(self.dataset.encoding), arguments(item.args())]))
                value = f"{self.inlined.add(item.target)}({outputs}, {wanted}, {given})"
                yield f'row["{prefix}{series_of(item)}"] = float({value})'

    def of_networks(self, names: Mapping[str, str], start: str = "", side: str = "validation") -> Iterator[str]:
        """Lines for the metrics of networks themselves; `names` are what the script calls them.

        Those that look at no samples are not measured for another side than that of validation.
        """
        for network, name in names.items():
            prefix = f"{network}_" if len(names) > 1 else ""
            for item in self.experiment.metrics:
                of = getattr(item, "of", "predictions")
                data = (self.given(network, side), f"{side}_targets", literal(self.dataset.encoding))
                asked = [name, *data, arguments(item.args())] if of == "inputs" else [name]
                if of == "inputs" or (of == "network" and not start):
                    value = f"{self.inlined.add(item.target)}({', '.join(filter(None, asked))})"
                    yield f'row["{start}{prefix}{series_of(item)}"] = float({value})'


class SupervisedSource(GoalSource):
    """The loss between outputs and targets of one network, which the script calls model."""

    def ready(self) -> Iterator[str]:
        yield from super().ready()
        if placed := by_place(self.experiment, self.dataset):
            self.inlined.imports.add("from functools import partial")
            yield f"answered = partial({self.add('rows.rows')}, {arguments(dict(placed))})"

    def _answered(self, outputs: str, targets: str) -> str:
        placed = by_place(self.experiment, self.dataset)
        return f"answered({outputs}, {targets})" if placed else f"{outputs}, {targets}"

    def phases(self) -> Sequence[PhaseSource]:
        placed = "*" if by_place(self.experiment, self.dataset) else ""
        if self.run.run.objective.mixup:
            judge = "lambda *both: criterion(*answered(*both))" if placed else "criterion"
            loss = f"loss = mixup.loss({judge}, model(batch), wanted)"
        else:
            loss = f"loss = criterion({placed}{self._answered('model(batch)', 'wanted')})"
        return [PhaseSource((self.run.run.objective.name,), [loss])]

    def measured(self, sides: Sides = SIDES) -> Iterator[str]:
        for prefix, side in sides:
            yield f"outputs, wanted = {self._answered(f'predict(model, {side}_inputs)', f'{side}_targets')}"
            yield f'row["{prefix or "validation_"}loss"] = float(criterion(outputs, wanted))'
            yield from self.of_predictions(prefix, "outputs", "wanted")


class AutoencodingSource(GoalSource):
    """The loss between samples and what decoder(encoder(sample)) makes of them."""

    @property
    def numbers(self) -> int:
        """Numbers of a sample."""
        return math.prod(self.dataset.train_inputs.shape[1:])

    def phases(self) -> Sequence[PhaseSource]:
        return [PhaseSource(("encoder", "decoder"), ["loss = criterion(decoder(encoder(batch)), batch)"])]

    def measured(self, sides: Sides = SIDES) -> Iterator[str]:
        for prefix, side in sides:
            yield f"codes = predict(encoder, {side}_inputs)"
            yield f"missed = criterion(predict(decoder, codes), {side}_inputs)"
            yield f'row["{prefix or "validation_"}loss"] = float(missed)'
            yield f'row["{prefix}reconstruction"] = float({self.numbers} * missed)'

    def of_codes(self) -> Iterator[str]:
        yield f"row.update({self.add('codes.spreads')}(codes))"

    def given(self, network: str, side: str) -> str:
        return f"{side}_inputs" if network == "encoder" else f"predict(encoder, {side}_inputs)"


class VariationalSource(AutoencodingSource):
    """The negative ELBO, with a weight on its KL."""

    def ready(self) -> Iterator[str]:
        yield from super().ready()
        heads = self.run.run.objective.codes(self.dataset.train_inputs[:1])
        assert heads is not None  # it has codes
        shape = ", ".join(map(str, (self.dataset.most, *heads.shape[1:])))
        yield f"noise = torch.randn({shape}, generator=torch.Generator().manual_seed(SEED)).to(DEVICE)"

    def phases(self) -> Sequence[PhaseSource]:
        heads, drawn, divergence = (self.add(f"codes.{name}") for name in ("heads", "drawn", "divergence"))
        return [
            PhaseSource(
                ("encoder", "decoder"),
                [
                    f"mean, log_variance = {heads}(encoder(batch))",
                    f"codes = {drawn}(mean, log_variance, torch.randn_like(mean))",
                    f"missed = {self.numbers} * criterion(decoder(codes), batch)",
                    f"loss = missed + {self.chosen['beta']!r} * {divergence}(mean, log_variance)",
                ],
            )
        ]

    def measured(self, sides: Sides = SIDES) -> Iterator[str]:
        for prefix, side in sides:
            yield f"mean, log_variance = heads(predict(encoder, {side}_inputs))"
            yield f"codes = drawn(mean, log_variance, noise[: len({side}_inputs)])"
            yield f"missed = {self.numbers} * criterion(predict(decoder, codes), {side}_inputs)"
            yield "kl = divergence(mean, log_variance)"
            yield f'row["{prefix or "validation_"}loss"] = float(missed + {self.chosen["beta"]!r} * kl)'
            yield f'row["{prefix}reconstruction"], row["{prefix}kl"] = float(missed), float(kl)'

    def of_codes(self) -> Iterator[str]:
        yield f"row.update({self.add('codes.spreads')}(mean))"

    def given(self, network: str, side: str) -> str:
        plain = super().given(network, side)
        return plain if network == "encoder" else f"heads({plain})[0]"


class DistillationSource(GoalSource):
    """A teacher that learns the task, and a student that learns the teacher's answers."""

    def _loss(self, student: str, teacher: str, wanted: str) -> str:
        alpha, heat = self.chosen["alpha"], self.chosen["temperature"]
        far = "soft_bernoulli" if "BCE" in self.experiment.loss.name else "soft_classes"
        soft = f"{self.add(f'objectives.distillation.{far}')}({teacher} / {heat!r}, {student} / {heat!r})"
        return f"{1 - alpha!r} * criterion({student}, {wanted}) + {alpha * heat**2!r} * {soft}"

    def phases(self) -> Sequence[PhaseSource]:
        alone = self.chosen["teacher_epochs"]
        student = ["answers = student(batch)", f"loss = {self._loss('answers', 'predict(teacher, batch)', 'wanted')}"]
        teacher = ["loss = criterion(teacher(batch), wanted)"]
        return [
            PhaseSource(("student",), student, f"epoch > {alone}" if alone else ""),
            PhaseSource(("teacher",), teacher, f"epoch <= {alone}" if alone else ""),
        ]

    def measured(self, sides: Sides = SIDES) -> Iterator[str]:
        for prefix, side in sides:
            wanted = f"{side}_targets"
            yield f"taught, learned = predict(teacher, {side}_inputs), predict(student, {side}_inputs)"
            yield f'row["{prefix or "validation_"}loss"] = float({self._loss("learned", "taught", wanted)})'
            yield from self.of_predictions(prefix, "learned", wanted)
            yield f'row["{prefix}teacher_loss"] = float(criterion(taught, {wanted}))'
            yield from self.of_predictions(f"{prefix}teacher_", "taught", wanted)


class AdversarialSource(GoalSource):
    """A generator and a discriminator that play against each other."""

    @property
    def game(self) -> str:
        """The losses of both sides, brought in from the engine."""
        name = {"log": "LOG", "least squares": "SQUARES"}.get(self.chosen["game"], "WASSERSTEIN")
        return self.add(f"games.{name}")

    def ready(self) -> Iterator[str]:
        inputs = self.dataset.train_inputs
        most = max(len(inputs), len(self.dataset.validation_inputs))
        yield "own = torch.Generator().manual_seed(SEED)"
        yield f"noise = torch.randn({most}, {self.chosen['noise']}, generator=own).to(DEVICE)"
        yield f"ways = {self.add('distance.directions')}({inputs[0].numel()}, own).to(DEVICE)"

    def phases(self) -> Sequence[PhaseSource]:
        fresh = f"generator(torch.randn(len(batch), {self.chosen['noise']}, device=DEVICE))"
        critic = ["with torch.no_grad():", f"    made = {fresh}"]
        critic += [f"loss = {self.game}.discriminator(discriminator(batch), discriminator(made))"]
        if self.chosen["game"] == PENALTY:
            steep = f"{self.add('games.steepness')}(discriminator, batch, made)"
            critic.append(f"loss = loss + {self.chosen['penalty']!r} * {steep}")
        cut = [f"{self.add('games.clip')}(discriminator, {self.chosen['clip']!r})"]
        every = self.chosen["critic_steps"]
        return [
            PhaseSource(("discriminator",), critic, after=cut if self.chosen["game"] == CLIPPING else ()),
            PhaseSource(
                ("generator",),
                [f"loss = {self.game}.generator(discriminator({fresh}))"],
                f"steps % {every} == {every - 1}" if every > 1 else "",
            ),
        ]

    def measured(self, sides: Sides = SIDES) -> Iterator[str]:
        game, far = self.game, self.add("distance.sliced_wasserstein")
        for prefix, side in sides:
            inputs = f"{side}_inputs"
            yield f"made = predict(generator, noise[: len({inputs})])"
            yield f"real, fake = predict(discriminator, {inputs}), predict(discriminator, made)"
            yield f'row["{prefix}discriminator_loss"] = float({game}.discriminator(real, fake))'
            yield f'row["{prefix}generator_loss"] = float({game}.generator(fake))'
            yield f'row["{prefix}distance"] = float({far}({inputs}, made, ways))'
            yield f'row["{prefix}score_of_real"] = float({game}.share(real).mean())'
            yield f'row["{prefix}score_of_made"] = float({game}.share(fake).mean())'
            for item in self.experiment.metrics:
                if getattr(item, "of", "") == "samples":
                    yield "if bool(made.isfinite().all()):"
                    value = f"{self.inlined.add(item.target)}(made, {inputs}, {self._classes(f'{side}_targets')})"
                    yield f'    row["{prefix}{series_of(item)}"] = float({value})'

    def _classes(self, targets: str) -> str:
        """Classes (N,) of encoded targets; numbers make one class."""
        if self.dataset.encoding == "onehot":
            return f"{targets}.argmax(dim=1)"
        return (
            f"{targets}[:, 0] > 0" if self.dataset.encoding == "sign" else f"torch.zeros_like({targets}[:, 0]).bool()"
        )

    def given(self, network: str, side: str) -> str:
        return f"noise[: len({side}_inputs)]" if network == "generator" else f"{side}_inputs"


SOURCES: Mapping[str, type[GoalSource]] = {
    f"{OBJECTIVES}.supervised.Supervised": SupervisedSource,
    f"{OBJECTIVES}.autoencoding.Autoencoding": AutoencodingSource,
    f"{OBJECTIVES}.variational.Variational": VariationalSource,
    f"{OBJECTIVES}.adversarial.Adversarial": AdversarialSource,
    f"{OBJECTIVES}.distillation.Distillation": DistillationSource,
}
"""The source of each objective that a script can train, by the class that it has in the engine."""
