"""Several answers at once, as source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from playground.engine.objectives.goal import series_of
from playground.engine.objectives.heads import layout
from playground.export.goals import ENGINE, SIDES, GoalSource, PhaseSource, Sides
from playground.export.model import Literal, arguments, call, literal


class HeadsSource(GoalSource):
    """The weighted sum of the losses of all heads of one network, which the script calls model."""

    numbers: tuple[str, ...] = ("of_each",)
    """Functions of `playground.engine.heads` that give numbers of an epoch by name."""

    def ready(self) -> Iterator[str]:
        heads, weights = layout(self.experiment)
        parts = {
            "heads": heads,
            "classes": Literal(self.criterion(self.experiment.loss)),
            "numbers": Literal(f"nn.{self.chosen['number_loss']}()"),
            "weights": weights,
        }
        yield f"criterion = {call(self.add('heads.HeadsLoss'), parts)}"

    def phases(self) -> Sequence[PhaseSource]:
        return [PhaseSource((self.run.run.objective.name,), ["loss = criterion(model(batch), wanted)"])]

    def measured(self, sides: Sides = SIDES) -> Iterator[str]:
        for prefix, side in sides:
            yield f"outputs, wanted = predict(model, {side}_inputs), {side}_targets"
            yield f'row["{prefix or "validation_"}loss"] = float(criterion(outputs, wanted))'
            for name in self.numbers:
                yield f"for name, value in {self.add(f'heads.{name}')}(criterion, outputs, wanted).items():"
                yield f'    row["{prefix}" + name] = float(value)'
            yield from self._of_classes(prefix)

    def _of_classes(self, prefix: str) -> Iterator[str]:
        """Lines for the metrics of the heads that give classes."""
        count = sum(classes for _, _, classes in layout(self.experiment)[0])
        metrics = [item for item in self.experiment.metrics if getattr(item, "of", "predictions") == "predictions"]
        if not count or not metrics:
            return
        yield "parts = [part for part in criterion.apart(outputs, wanted) if part.classes]"
        for item in metrics:
            given = ", ".join(filter(None, [literal(self.dataset.encoding), arguments(item.args())]))
            value = f"float({self.inlined.add(item.target)}(part.outputs, part.targets, {given}))"
            series = series_of(item)
            yield f'row["{prefix}{series}"] = sum({value} for part in parts) / len(parts)'
            if count > 1:
                yield f'row.update({{f"{prefix}{{part.name}}_{series}": {value} for part in parts}})'


class BoxSource(HeadsSource):
    """Several heads, one of which gives a box."""

    numbers = ("of_each", "of_box")


HEADS: Mapping[str, type[GoalSource]] = {
    f"{ENGINE}.objectives.heads.SeveralHeads": HeadsSource,
    f"{ENGINE}.objectives.heads.BoxDetection": BoxSource,
}
"""The sources of the objectives with several heads, by the class that each has in the engine."""
