"""The figures of a GPU: none without one, and with one, for which the CPU stands in, those that have a goal."""

from __future__ import annotations

import pytest
import torch

from playground import catalog
from playground.benchmarks import gpu
from playground.benchmarks.networks import convolutional
from playground.engine.data import DataStore
from playground.engine.session import open_session

catalog.load()


def test_there_are_no_figures_without_a_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    assert list(gpu.on_gpu(1, 0.01)) == []


def test_both_goals_are_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gpu, "resnet", lambda device: open_session(convolutional(), DataStore()).runs[0])
    found = {figure.name: figure for figure in gpu.on_gpu(1, 0.01, gpu.CPU)}
    assert found["CUDA-graph stepper over eager, small CNN"].goal == 3
    assert found["GPU over CPU, ResNet-18 at 224², batch 32"].goal == 30
    assert all(figure.value > 0 for figure in found.values())


def test_the_network_of_the_gallery_is_given_pictures_of_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gpu, "BATCH", 2)
    monkeypatch.setattr(gpu, "warm", lambda _: None)
    run = gpu.resnet(gpu.CPU)
    ((pictures, classes),) = run.next_batches(1)
    assert (pictures.shape, classes.shape) == ((2, 3, 224, 224), (2,))
    assert run.networks["model"](pictures[:1, :, :32, :32].expand(2, -1, -1, -1)).shape == (2, 1000)
