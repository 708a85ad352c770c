"""Every lesson that ships is a clean file, and shows what its text says."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import torch

from playground import catalog
from playground.catalog.checks import Measured
from playground.engine.headless import Outcome, run_to_end
from playground.paths import presets_dir
from playground.spec.experiment import Experiment
from playground.spec.files import dumps, read
from playground.spec.forms import to_json
from playground.spec.graph import check
from playground.spec.variants import differences, resolve, with_paths

catalog.load()
PRESETS = sorted(path for path in presets_dir().glob("*/*.json") if path.parent.name != "architectures")
"""The lessons; test_architectures.py looks at the gallery."""
each = pytest.mark.parametrize("path", PRESETS, ids=[path.stem for path in PRESETS])


@cache
def outcome(path: Path) -> Outcome:
    """The run of a lesson to its end; both tests of a lesson look at one run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("playground.engine.device.len_cores", lambda: 1)  # tests run side by side
        return run_to_end(replace(read(path), device="cpu"))


def measured(experiment: Experiment) -> list[Measured]:
    return [item for item in experiment.lesson.checks if isinstance(item, Measured)]


def test_the_lessons_are_there() -> None:
    wanted = {"xor-needs-hidden-layer", "symmetry-never-breaks", "learning-rate", "overfit-vs-dropout"}
    wanted |= {"generator-and-discriminator", "pictures-as-two-numbers"}
    wanted |= {"vanishing-gradients", "exploding-activations", "optimizer-race", "learning-rate-schedules"}
    wanted |= {"batch-norm-high-rate", "dying-relu", "outliers-choose-the-loss", "batch-size", "early-stopping"}
    wanted |= {"convolutions-share-weights"}
    assert wanted <= {path.stem for path in PRESETS}


@each
def test_is_written_in_canonical_form(path: Path) -> None:
    assert dumps(read(path)) == path.read_bytes()


@each
def test_says_what_to_see(path: Path) -> None:
    experiment = read(path)
    assert experiment.lesson.topic
    assert 120 <= len(re.findall(r"\w+", experiment.lesson.text)) <= 250
    assert len(experiment.variants) >= 2
    assert measured(experiment) == list(experiment.lesson.checks)
    for item in measured(experiment):
        assert item.text
        assert {item.variant, item.of_variant or item.variant} <= set(experiment.variant_names())
        assert 0 <= item.after < experiment.epochs  # it ticks while the lesson runs


@each
def test_variants_fit_and_differ(path: Path) -> None:
    experiment = read(path)
    raw = [to_json(resolve(experiment, name)) for name in experiment.variant_names()]
    for name in experiment.variant_names():
        for graph in resolve(experiment, name).networks.values():
            check(graph)
    for i, one in enumerate(raw):
        assert all(list(differences(one, other)) for other in raw[:i])


@each
@pytest.mark.timeout(120)
def test_shows_what_it_says(path: Path) -> None:
    found = outcome(path)
    assert found.failed is None
    assert [text for text, passed in found.checks if not passed] == []


@each
@pytest.mark.timeout(120)
def test_no_check_holds_before_training(path: Path) -> None:
    """At epoch 0 nothing is decided: no tick comes for free."""
    experiment, record = read(path), outcome(path).record
    assert all(item.outcome(type(record)(), False) is None for item in measured(experiment))
    start = type(record)()
    for variant, named in record.series.items():
        for name, one in named.items():
            start.add(variant, name, one.x[:1], one.y[:1])
    assert all(item.outcome(start, False) is None for item in measured(experiment))


def preset(stem: str) -> Experiment:
    return read(next(path for path in PRESETS if path.stem == stem))


def failures(experiment: Experiment) -> list[str]:
    torch.set_num_threads(1)
    return [text for text, passed in run_to_end(replace(experiment, device="cpu")).checks if not passed]


def test_checks_fail_when_the_lesson_is_spoilt() -> None:
    """The ticks are no decoration: take away what a lesson shows, and they go."""
    bent = with_paths(preset("xor-needs-hidden-layer"), {"data.features": ["x1", "x2", "x1*x2"]})
    assert any("linear never" in text for text in failures(bent))
    broken = with_paths(preset("symmetry-never-breaks"), {"variants.constant.patch": {}})
    assert any("identical" in text for text in failures(broken))


def test_variants_share_their_initial_weights_where_shapes_agree() -> None:
    found = outcome(next(path for path in PRESETS if path.stem == "overfit-vs-dropout"))
    names = [run.name for run in found.session.runs]
    assert names == ["plain", "dropout 0.5", "weight decay 0.3"]
    assert len({found.record.get(name, "validation_loss").y[0] for name in names}) == 1
