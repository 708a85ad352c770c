"""The gallery of architectures: counts as published, networks that open without their weights, small ones that learn.

The rule for presets/architectures: a text with a reference and the count of parameters. Checks and variants are not
asked for, and what is too large for the data that ship is looked at and exported, not trained.
"""

from __future__ import annotations

import re
import runpy
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
import torch

from playground import catalog
from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.engine.events import Plan
from playground.engine.headless import run_to_end
from playground.export.code import export_networks
from playground.paths import presets_dir
from playground.spec.blocks import used_blocks
from playground.spec.definitions import unused
from playground.spec.experiment import Experiment
from playground.spec.files import dumps, read
from playground.spec.variants import computed, with_paths

catalog.load()


class Published(NamedTuple):
    """What others tell of a network: parameters, how many more or fewer ours has and why, and multiply-accumulates.

    Multiply-accumulates are those that torchvision or the paper tells, to its precision; 0 where nobody tells any.
    """

    parameters: int
    more: int = 0
    why: str = ""
    macs: float = 0


PUBLISHED = {
    "lenet-5": Published(61_706, macs=416_520),
    "alexnet": Published(60_965_224, macs=724e6),
    "alexnet-one-tower": Published(61_100_840, macs=0.714e9),
    "vgg-16": Published(138_357_544, macs=15.47e9),
    "googlenet": Published(6_998_552, macs=1.58e9),
    "googlenet-batch-norm": Published(6_624_904, macs=1.498e9),
    "resnet-18": Published(11_689_512, macs=1.814e9),
    "resnet-50": Published(25_557_032, macs=4.089e9),
    "densenet-121": Published(7_978_856, macs=2.834e9),
    "mobilenet-v1": Published(4_231_976, macs=569e6),
    "mobilenet-v2": Published(3_504_872, macs=0.301e9),
    "u-net": Published(31_030_658),
    "gpt-2": Published(124_439_808),
    "bert-base": Published(109_482_240),
    "dcgan": Published(3_576_704 + 2_765_568),
}

LEARNS = {
    "lenet-5-small": ("accuracy", 5, 0.88),
    "alexnet-small": ("accuracy", 5, 0.88),
    "vgg-16-small": ("accuracy", 8, 0.75),
    "googlenet-small": ("accuracy", 8, 0.65),
    "resnet-18-small": ("accuracy", 4, 0.75),
    "densenet-121-small": ("accuracy", 4, 0.7),
    "mobilenet-v1-small": ("accuracy", 4, 0.85),
    "mobilenet-v2-small": ("accuracy", 4, 0.85),
    "u-net-small": ("accuracy", 6, 0.85),
    "bert-base-small": ("accuracy", 18, 0.9),
    "gpt-tiny": ("bits_per_token", 3, 3.2),
    "convolutional-autoencoder": ("validation_loss", 10, 0.035),
    "dcgan-small": ("distance", 12, 0.25),
}
"""Series, epochs of a short run, and what it reaches: the least accuracy, or the most of a loss, distance or bits."""

FOLDER = presets_dir() / "architectures"
STEMS = sorted(path.stem for path in FOLDER.glob("*.json"))
LOOKED_AT = {"input-shape", "output-size", "memory"}
"""Codes of problems of a network for which no data ship."""


@cache
def experiment(stem: str) -> Experiment:
    return read(FOLDER / f"{stem}.json")


@cache
def worked_out(stem: str) -> Plan:
    return plan(computed(experiment(stem), "model"), DataStore())


def total(stem: str) -> int:
    return sum(network.parameters for network in worked_out(stem).networks.values())


def test_the_gallery_is_there() -> None:
    assert set(PUBLISHED) | set(LEARNS) <= set(STEMS)


@pytest.mark.parametrize("stem", STEMS)
def test_is_written_in_canonical_form(stem: str) -> None:
    path = FOLDER / f"{stem}.json"
    assert dumps(experiment(stem)) == path.read_bytes()
    assert not unused(experiment(stem))


@pytest.mark.parametrize("stem", STEMS)
def test_tells_what_is_special_how_large_it_is_and_whose_it_is(stem: str) -> None:
    lesson = experiment(stem).lesson
    assert lesson.topic == "Architectures"
    assert 80 <= len(re.findall(r"\w+", lesson.text)) <= 250
    assert lesson.parameters == total(stem)
    assert f"{lesson.parameters:,} parameters" in lesson.text
    assert re.search(r'[A-Z]\w+.*, "[^"]+", (19|20)\d\d', lesson.text.rstrip().splitlines()[-1])


@pytest.mark.parametrize("stem", PUBLISHED)
def test_has_the_parameters_and_the_work_that_are_published(stem: str) -> None:
    published = PUBLISHED[stem]
    assert total(stem) == published.parameters + published.more
    assert bool(published.more) == bool(published.why)
    if published.more:
        assert f"{published.parameters:,}" in experiment(stem).lesson.text
    macs = sum(network.macs for network in worked_out(stem).networks.values())
    if published.macs:
        assert macs == pytest.approx(published.macs, rel=5e-3)


@pytest.mark.parametrize("stem", PUBLISHED)
def test_a_large_one_is_looked_at_and_says_in_a_sentence_why_it_does_not_train(stem: str) -> None:
    problems = [problem for problem in worked_out(stem).problems if problem.bars]
    assert problems
    assert {problem.code for problem in problems} <= LOOKED_AT
    assert {problem.severity for problem in problems} == {"warning"}
    assert worked_out(stem).looked_at
    assert not worked_out(stem).trainable
    assert all(node.output_shape for network in worked_out(stem).networks.values() for node in network.nodes)


@pytest.mark.parametrize("stem", PUBLISHED)
def test_a_large_one_is_exported_without_its_weights(stem: str, tmp_path: Path) -> None:
    path = tmp_path / "networks.py"
    export_networks(experiment(stem), "model", DataStore(), path)
    made = runpy.run_path(str(path))
    with torch.device("meta"):
        networks = [made[name.capitalize()]() for name in experiment(stem).networks]
    assert sum(one.numel() for network in networks for one in network.parameters()) == total(stem)


@pytest.mark.parametrize("stem", LEARNS)
@pytest.mark.timeout(120)
def test_a_small_one_learns_from_data_that_ship(stem: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("playground.engine.device.len_cores", lambda: 1)  # tests run side by side
    series, epochs, bound = LEARNS[stem]
    assert not [problem for problem in worked_out(stem).problems if problem.severity == "error"]
    found = run_to_end(with_paths(experiment(stem), {"epochs": epochs, "device": "cpu"}))
    assert found.failed is None
    last = found.record.get("model", series).y[-1]
    assert last >= bound if series == "accuracy" else last <= bound


@pytest.mark.parametrize("stem", STEMS)
def test_blocks_say_what_they_are(stem: str) -> None:
    one = experiment(stem)
    for network in one.networks.values():
        for _, use in used_blocks(network):
            block = one.blocks[use.block]
            assert block.title
            assert re.search(r"\d{4}\.$", block.about)
            assert all(item.help for item in block.parameters)
