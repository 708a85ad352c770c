"""Live values: taken over by a run at its next step, without a reset."""

from __future__ import annotations

from collections.abc import Iterator

from playground.engine.run import Run
from playground.spec.entry import Entry, fields_of
from playground.spec.experiment import Experiment
from playground.spec.live import skeleton


def adopt(run: Run, wanted: Experiment) -> list[str]:
    """Take over learning rate, strengths, dropout p, batch size and surgery; return what changed, in words.

    `wanted` is resolved for the run's variant. Where more than live values differ nothing is taken over.
    """
    old = run.experiment
    if skeleton(wanted) != skeleton(old):
        return []
    changes = [*_optimizer(run, old.optimizer, wanted.optimizer), *_layers(run, wanted)]
    for before, after in zip(old.regularizers, wanted.regularizers, strict=True):
        changes += [f"{after.title} {text}" for text in differences(before, after)]
    for before, after in zip(old.augmentations, wanted.augmentations, strict=True):
        changes += [f"{after.title} {text}" for text in differences(before, after)]
    changes += _of_layers(old, wanted)
    changes += differences(old.objective, wanted.objective)
    run.objective.adopt(wanted.objective)
    if old.batch_size != wanted.batch_size:
        changes.append(f"batch size {old.batch_size} → {wanted.batch_size}")
    changes += run.surgeon.apply(wanted)
    run.experiment = wanted
    run.set_penalties()
    if old.batch_size != wanted.batch_size:
        run.fit_schedule()
    return changes


def differences(before: Entry, after: Entry) -> list[str]:
    """Fields that differ between two entries of one class, in words."""
    found = []
    for name, (meta, _) in fields_of(type(after)).items():
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            found.append(f"{(meta.label or name).lower()} {old:g} → {new:g}")
    return found


def _optimizer(run: Run, before: Entry, after: Entry) -> list[str]:
    old, new = before.args(), after.args()
    if old["lr"] != new["lr"]:
        run.scale_lr(old["lr"], new["lr"])
    for name in new:
        if name != "lr" and old[name] != new[name]:
            for group in run.optimizer.param_groups:
                group[name] = new[name]
    return differences(before, after)


def _of_layers(old: Experiment, wanted: Experiment) -> Iterator[str]:
    """What changed of the regularisers that layers have for themselves."""
    for name, graph in wanted.networks.items():
        for before, after in zip(old.networks[name].nodes, graph.nodes, strict=True):
            for then, now in zip(before.regularizers, after.regularizers, strict=True):
                yield from (f"{after.label} {now.title} {text}" for text in differences(then, now))


def _layers(run: Run, wanted: Experiment) -> Iterator[str]:
    for name, graph in wanted.networks.items():
        modules = dict(run.networks[name].named_children())
        for before, after in zip(run.experiment.networks[name].nodes, graph.nodes, strict=True):
            pairs = (
                (after.id, before.layer, after.layer),
                (f"{after.id}_activation", before.activation, after.activation),
            )
            for key, old, new in pairs:
                if old is None or new is None or old == new:
                    continue
                for field, value in new.values().items():
                    if value != getattr(old, field) and key in modules:
                        setattr(modules[key], field, value)
                yield from (f"{after.label} {text}" for text in differences(old, new))
