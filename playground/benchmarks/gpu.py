"""How fast steps are taken on an NVIDIA GPU; without one there are no figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import torch

from playground import paths
from playground.benchmarks.figures import Figure, in_turns, of, ratios
from playground.benchmarks.networks import convolutional
from playground.benchmarks.training import per_second
from playground.engine.batches import Batches
from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.engine.device import len_cores
from playground.engine.racing import take_steps, warm
from playground.engine.run import Run
from playground.engine.session import untrained
from playground.spec.experiment import Experiment, expanded
from playground.spec.files import read
from playground.spec.networks import trained

GRAPH_GOAL, GPU_GOAL = 3.0, 30.0
BATCH, SIDE = 32, 224
"""Pictures in a batch, and the length of their sides."""
CPU, CUDA = torch.device("cpu"), torch.device("cuda")


def on_gpu(rounds: int, seconds: float, gpu: torch.device = CUDA) -> Iterator[Figure]:
    """The figures of a GPU; `seconds` is the length of one side of a round, in which at least one step is taken."""
    if gpu.type == "cuda" and not torch.cuda.is_available():
        return
    small = convolutional()
    recorded, eager = in_turns(
        rounds, *(_rate(_ready(replace(small, exact=exact), gpu), seconds) for exact in (False, True))
    )
    yield of("CUDA-graph steps of small CNN", recorded, "steps/s")
    yield of("CUDA-graph stepper over eager, small CNN", ratios(recorded, eager), "×", GRAPH_GOAL)
    there, here = in_turns(rounds, *(_rate(resnet(device), seconds) for device in (gpu, CPU)))
    yield of(f"GPU steps of ResNet-18 at {SIDE}², batch {BATCH}", there, "steps/s")
    yield of(f"GPU over CPU, ResNet-18 at {SIDE}², batch {BATCH}", ratios(there, here), "×", GPU_GOAL)


def resnet(device: torch.device) -> Run:
    """ResNet-18 of the gallery on a batch of noise in the size that it was made for."""
    shown = read(paths.presets_dir() / "architectures" / "resnet-18.json")
    run = _run(replace(shown, batch_size=BATCH), device)
    random = torch.Generator().manual_seed(0)
    pictures = torch.rand(BATCH, 3, SIDE, SIDE, generator=random)
    classes = torch.randint(run.dataset.samples.classes, (BATCH,), generator=random)
    run.dataset = replace(run.dataset, train_inputs=pictures.to(device), train_targets=classes.to(device))
    run.batches = Batches(run.dataset, run.experiment.seed)
    torch.set_num_threads(len_cores())
    warm(run)
    return run


def _ready(experiment: Experiment, device: torch.device) -> Run:
    run = _run(experiment, device)
    warm(run)
    return run


def _run(experiment: Experiment, device: torch.device) -> Run:
    store, chosen = DataStore(), replace(experiment, device=device.type)
    return untrained(trained(expanded(chosen)), "model", plan(chosen, store), store, device)


def _rate(run: Run, seconds: float) -> Callable[[], float]:
    """Steps per second, an epoch at a time."""
    return lambda: run.steps_per_epoch * per_second(lambda: take_steps(run, run.steps_per_epoch), seconds)
