"""Session: the runs of one experiment's variants, side by side, and what can be asked of them at any time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from playground.catalog.kinds import Loss
from playground.catalog.losses import MSELoss
from playground.engine import checkpoint, knobs, weights
from playground.engine.compile import plan_all
from playground.engine.control import Ask
from playground.engine.data import DataStore
from playground.engine.device import threads
from playground.engine.events import DataInfo, Diagnostic, HeldOut, NetworkPlan, Plan, Snapshot
from playground.engine.network import Network, build, parts_of
from playground.engine.racing import settle
from playground.engine.resolve import locate
from playground.engine.run import Run
from playground.engine.steppers.batched.teams import Teams
from playground.engine.surgery import kept_surgery
from playground.engine.tuning import tune
from playground.spec.entry import UnknownEntry, make
from playground.spec.errors import FileError, SpecError
from playground.spec.experiment import Experiment
from playground.spec.files import dumps
from playground.spec.networks import trained
from playground.spec.record import Flag, Record
from playground.spec.variants import computed

Weights = Mapping[str, Mapping[str, Mapping[str, torch.Tensor]]]
"""Variant → network → state dict."""


class Refused(SpecError):
    """An experiment cannot train; `diagnostic` says why and where."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__("", diagnostic.message)
        self.diagnostic = diagnostic


@dataclass(frozen=True)
class RunResult:
    """What an exporter is given: one variant with its networks as they are, and the numbers of all variants."""

    variant: str
    experiment: Experiment
    networks: dict[str, Network]
    record: Record
    run: Run


class Session:
    """All variants of an experiment, ready to train."""

    def __init__(
        self, experiment: Experiment, runs: list[Run], device: torch.device, info: DataInfo, device_why: str = ""
    ) -> None:
        self.experiment = experiment
        self.runs = runs
        self.teams = Teams(runs)
        self.device = device
        self.device_why = device_why
        self.info = info
        self.flags: list[Flag] = []
        self.resumed = False

    @property
    def record(self) -> Record:
        """The numbers so far."""
        series = {name: named for run in self.runs for name, named in run.record.series.items()}
        return Record(series, self.flags)

    @property
    def progress(self) -> float:
        """Epochs that every variant still training has done; at the end, the most that one has."""
        return min((run.progress for run in self.runs if not run.over), default=max(r.progress for r in self.runs))

    def run(self, variant: str) -> Run:
        """The run of a variant; of the first one where there is none of that name."""
        return next((run for run in self.runs if run.name == variant), self.runs[0])

    def result(self, variant: str) -> RunResult:
        """What an exporter is given for a variant."""
        run = self.run(variant)
        return RunResult(run.name, run.experiment, run.networks, self.record, run)

    def weights(self) -> dict[str, dict[str, dict[str, torch.Tensor]]]:
        """Copies of all weights."""
        return {
            run.name: {
                name: {key: value.detach().clone() for key, value in network.state_dict().items()}
                for name, network in run.networks.items()
            }
            for run in self.runs
        }

    def operated(self) -> dict[str, dict[str, Any]]:
        """What surgery has displaced: variant → network → node."""
        return {run.name: run.surgeon.state() for run in self.runs}

    def adopt(self, wanted: Experiment) -> list[str]:
        """Take over live values; return what changed, in words."""
        told: dict[str, list[str]] = {}
        for run in self.runs:
            try:
                changes = knobs.adopt(run, trained(computed(wanted, run.name)))
            except SpecError:
                continue  # the plan tells the person; the run goes on as it was
            for text in changes:
                told.setdefault(text, []).append(run.name)
        everybody = len(self.runs)
        return [text if len(names) == everybody else f"{', '.join(names)}: {text}" for text, names in told.items()]

    def snapshot(self, ask: Ask) -> Snapshot:
        """Answer a view; an unknown probe has nothing to say, nor has one of a network that is not trained."""
        run = self.run(ask.variant)
        probe = make("probe", ask.probe)
        blind = isinstance(probe, UnknownEntry) or getattr(probe, "network", "") not in ("", *run.networks)
        arrays = {} if blind else locate(probe.target)(run, **probe.args())
        return Snapshot(ask.key, ask.variant, run.progress, arrays)

    def tested(self) -> HeldOut:
        """Losses and metrics over the samples that are held out, with the weights as they are."""
        found = {run.name: run.objective.test() for run in self.runs}
        return HeldOut(self.progress, {name: numbers for name, numbers in found.items() if numbers})

    def state(self) -> dict[str, Any]:
        """Everything for a checkpoint."""
        return {
            "runs": {run.name: run.state() for run in self.runs},
            "record": checkpoint.record_state(self.record),
            "flags": [[flag.epoch, flag.text] for flag in self.flags],
            "experiment": dumps(self.experiment).decode(),
        }

    def resume(self, path: Path) -> None:
        """Go on from a checkpoint.

        Raises:
            FileError: it cannot be read, or is another experiment's.
        """
        self.restore(checkpoint.load(path), path)

    def restore(self, state: Mapping[str, Any], path: Path) -> None:
        """Go on from what a checkpoint says.

        Raises:
            FileError: it is another experiment's.
        """
        try:
            record = checkpoint.load_record(state["record"])
            for run in self.runs:
                run.load_state(state["runs"][run.name])
                run.record = Record({run.name: record.series.get(run.name, {})})
            self.flags = [Flag(epoch, text) for epoch, text in state["flags"]]
        except (KeyError, ValueError, RuntimeError, TypeError):
            raise FileError("", f"the checkpoint {path} is of another experiment") from None
        self.resumed = True


def open_session(
    experiment: Experiment,
    store: DataStore,
    initial: Weights | None = None,
    operated: Mapping[str, Mapping[str, Any]] | None = None,
) -> Session:
    """Build every variant with its initial weights; `initial` weights are taken wherever node and shape agree.

    `operated` is what surgery had displaced in those.

    Raises:
        Refused: something stands in the way of training.
    """
    plans = plan_all(experiment, store)
    for name, plan in plans.items():
        for problem in plan.problems:
            if problem.bars:
                raise Refused(problem if problem.variant else _of(problem, name))
    first, worked = next(iter(plans.items()))
    chosen = trained(computed(experiment, first))
    device, why = settle(chosen, worked, lambda device: _run(chosen, first, worked, store, device))
    runs = [_run(trained(computed(experiment, name)), name, plan, store, device) for name, plan in plans.items()]
    heaviest = max(net.macs * run.batch_size for run in runs for net in _planned(run, plans))
    torch.set_num_threads(threads(heaviest))
    for run in runs:
        kept = _keep(run, (initial or {}).get(run.name, {}))
        run.surgeon.load_state(kept_surgery((operated or {}).get(run.name, {}), kept))
        run.surgeon.apply(run.experiment)
        tune(run, kept)
    info = plans[runs[0].name].data
    assert info is not None  # a plan without data has an error
    return Session(experiment, runs, device, info, why)


def untrained(experiment: Experiment, name: str, plan: Plan, store: DataStore, device: torch.device) -> Run:
    """One variant, expanded, with the weights that training starts from; `plan` is its own and has no errors."""
    run = _run(experiment, name, plan, store, device)
    run.surgeon.apply(experiment)
    tune(run, set())
    return run


def _planned(run: Run, plans: Mapping[str, Plan]) -> list[NetworkPlan]:
    return [plans[run.name].networks[name] for name in run.networks]


def _of(problem: Diagnostic, variant: str) -> Diagnostic:
    return Diagnostic(
        problem.message, problem.hint, problem.severity, problem.network, problem.node, problem.place, variant
    )


def _run(experiment: Experiment, name: str, plan: Plan, store: DataStore, device: torch.device) -> Run:
    assert plan.data is not None  # as above
    assert isinstance(experiment.loss, Loss)
    networks = {}
    for key in experiment.networks:
        shapes = {node.id: tuple(node.output_shape or ()) for node in plan.networks[key].nodes}
        face = plan.networks[key]
        parts = parts_of(plan.data.parts) if face.samples else {}
        networks[key] = build(experiment, key, shapes, face.outputs, device, parts)
    if experiment.weights:
        weights.load(networks, Path(experiment.weights))
    seen = experiment.loss if getattr(experiment.objective, "task", "") else MSELoss()  # else nobody reads the targets
    return Run(name, experiment, networks, store.prepare(experiment.data, seen, device))  # type: ignore[arg-type]  # the plan loaded it, so it is a Data


@torch.no_grad()
def _keep(run: Run, initial: Mapping[str, Mapping[str, torch.Tensor]]) -> set[tuple[str, str]]:
    """Take weights over where they fit, shared ones as their owner's.

    Return the network and node of each layer that got all of its own.
    """
    found: set[tuple[str, str]] = set()
    partly: set[tuple[str, str]] = set()
    for name, network in run.networks.items():
        kept = initial.get(name, {})
        done: set[int] = set()
        for key, value in network.state_dict().items():
            fits = key in kept and kept[key].shape == value.shape
            (found if fits else partly).add((name, key.partition(".")[0]))
            if fits and value.data_ptr() not in done:
                value.copy_(kept[key])
                done.add(value.data_ptr())
    return found - partly
