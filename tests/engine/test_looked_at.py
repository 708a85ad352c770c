"""Architectures that are open to be read: said calmly, and never trained."""

from __future__ import annotations

from dataclasses import replace

import pytest

from playground import paths
from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.engine.session import Refused, open_session
from playground.spec.experiment import Experiment, Lesson
from playground.spec.files import read
from playground.spec.graph import disconnect


@pytest.fixture
def lenet() -> Experiment:
    return read(paths.presets_dir() / "architectures" / "lenet-5.json")


def test_a_network_known_by_name_is_here_to_be_read(lenet: Experiment) -> None:
    worked = plan(lenet, DataStore())
    (problem,) = [problem for problem in worked.problems if problem.bars]
    assert (problem.severity, problem.code) == ("warning", "output-size")
    assert problem.message == "This network is here to be read and exported; it was made for other data than these."
    assert "10 per sample" in problem.hint
    assert worked.looked_at
    assert not worked.trainable
    with pytest.raises(Refused):
        open_session(lenet, DataStore())


def test_the_same_network_of_a_person_has_a_mistake(lenet: Experiment) -> None:
    worked = plan(replace(lenet, lesson=Lesson()), DataStore())
    assert [problem.severity for problem in worked.problems if problem.bars] == ["error"]
    assert not worked.looked_at


def test_anything_else_that_is_wrong_is_said_as_ever(lenet: Experiment) -> None:
    graph = lenet.networks["model"]
    cut = replace(lenet, networks={"model": disconnect(graph, graph.edges[2])})
    worked = plan(cut, DataStore())
    assert any(problem.severity == "error" for problem in worked.problems)
    assert not worked.looked_at
