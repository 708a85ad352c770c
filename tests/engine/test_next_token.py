"""Learning to go on: the data, what it learns, and layers that cheat."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import numpy as np

from playground import catalog
from playground.catalog.adapt import with_data
from playground.catalog.data.text import Characters, NextCharacter
from playground.catalog.kinds import Data
from playground.catalog.starter import starter
from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.engine.headless import run_to_end
from playground.engine.resolve import locate
from playground.spec.entry import entries, make
from playground.spec.experiment import Experiment
from playground.spec.graph import change

catalog.load()
SMALL = Characters(n=200, length=12)


def begun() -> Experiment:
    return replace(with_data(starter(), SMALL), device="cpu", epochs=2)


def test_each_character_is_answered_with_the_next() -> None:
    windows, targets = locate(SMALL.target)(**SMALL.args())
    assert windows.shape == targets.shape == (200, 12)
    assert (windows[:, 1:] == targets[:, :-1]).all()
    last = locate(NextCharacter.target)(**NextCharacter(n=200, length=12).args())[1]
    assert (targets[:, -1] == last).all()


def test_what_begins_learns() -> None:
    found = run_to_end(begun())
    assert found.failed is None
    bits = found.record.series["model"]["bits_per_token"].y
    assert bits[-1] < bits[0] - 0.5
    loss = found.record.series["model"]["validation_loss"].y
    assert np.isclose(bits[-1] * np.log(2), loss[-1], rtol=1e-5)


def test_no_step_sees_a_later_one() -> None:
    experiment = begun()
    assert plan(experiment, DataStore()).problems == []
    graph = experiment.networks["model"]
    node = graph.node("block1")
    open_eyed = replace(node, layer=node.layer.with_values(causal=False))
    seeing = replace(experiment, networks={"model": change(graph, open_eyed)})
    (problem,) = plan(seeing, DataStore()).problems
    assert (problem.code, problem.node, problem.severity) == ("peeking", "block1", "warning")


def test_the_way_back_to_plain_data() -> None:
    back = with_data(begun(), cast(Data, make("data", {"entry": "Circle"})))
    assert back.objective.name == "Classification"
    assert [node.layer.name for node in back.networks["model"].nodes][-1] == "Output"
    assert not [one for one in plan(back, DataStore()).problems if one.severity == "error"]
    assert "NextToken" in entries("objective")
