"""Any data set chosen on any network trains at once, or after fixes that are offered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest

from playground.catalog.adapt import with_data
from playground.catalog.kinds import Data
from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.engine.events import Diagnostic, Finished
from playground.engine.session import open_session
from playground.engine.steering import Control
from playground.spec.entry import entries, fields_of, make
from playground.spec.experiment import Experiment
from playground.spec.fixes import apply
from tests.engine.building import JSON, dense, drive, experiment, graph, node

STORE = DataStore()
NAMES = [name for name in entries("data") if name not in ("CsvFile", "ArrayFile")]
INPUT, END = node("input", "Input"), node("output", "Output")
SIGNS: JSON = {"data": {"entry": "MarkedSum", "answer": "sign", "n": 40}}
NETWORKS: dict[str, tuple[JSON, JSON]] = {
    "starter": (dense(4, 2), {}),
    "cnn": (
        graph(
            [
                INPUT,
                node("conv1", "Conv2d", "ReLU", out_channels=3),
                node("pool", "MaxPool2d"),
                node("conv2", "Conv2d", "ReLU", out_channels=3),
                node("flat", "Flatten"),
                END,
            ]
        ),
        {"data": {"entry": "Digits"}, "loss": {"entry": "CrossEntropyLoss"}},
    ),
    "lstm": (graph([INPUT, node("lstm", "LSTM", hidden_size=4, returns="last"), END]), SIGNS),
    "words": (
        graph(
            [
                INPUT,
                node("words", "Embedding", num_embeddings=2, embedding_dim=3),
                node("gru", "GRU", hidden_size=4, returns="last"),
                END,
            ]
        ),
        {"data": {"entry": "Parity", "n": 40}},
    ),
}


def data(name: str, **values: Any) -> Data:
    made = cast(Data, make("data", {"entry": name, **values}))
    return made.with_values(n=40) if "n" in fields_of(type(made)) else made


def mended(found: Experiment) -> tuple[Experiment, list[str]]:
    """The experiment when the first fix of each error is taken, and what was said."""
    said = []
    for _ in range(6):
        errors = [problem for problem in plan(found, STORE).problems if problem.severity == "error"]
        if not errors:
            break
        said.append(errors[0].message)
        found = apply(found, errors[0].network or "model", errors[0].fixes[0])
    return found, said


@pytest.mark.parametrize("net", NETWORKS)
@pytest.mark.parametrize("name", NAMES)
def test_any_data_train_on_any_network(name: str, net: str) -> None:
    network, changes = NETWORKS[net]
    found, said = mended(with_data(experiment(network, **changes), data(name)))
    assert all(sentence.endswith(".") for sentence in said)
    assert not said or net == "cnn"
    events = drive(open_session(replace(found, epochs=1), STORE), Control())
    assert isinstance(events[-1], Finished)


def _problems(words: JSON, entry: Data) -> list[Diagnostic]:
    network = graph([INPUT, node("words", "Embedding", **words), node("flat", "Flatten"), END])
    wrong = replace(experiment(network), data=entry)
    return [problem for problem in plan(wrong, STORE).problems if problem.node == "words"]


def test_an_embedding_with_too_few_rows_says_how_many_it_needs() -> None:
    (problem,) = _problems({"num_embeddings": 5}, data("CopyLast"))
    assert problem.message == "Embedding has rows for 5 different numbers, but the data have 8."
    assert problem.fixes[0].label == "Set rows to 8"
    assert not _problems({"num_embeddings": 8}, data("CopyLast"))


def test_an_embedding_refuses_quantities() -> None:
    (problem,) = _problems({}, data("Circle"))
    assert problem.message == "Embedding looks up whole numbers from 0 on, but these data are quantities."
    assert problem.fixes[0].label == "Remove Embedding"


def test_symbols_are_never_standardised() -> None:
    kept = STORE.samples(data("CopyLast", scaling="standardise")).inputs[0]
    assert set(kept.ravel()) <= set(range(8))


def test_what_follows_in_time_is_split_by_time() -> None:
    samples = STORE.samples(make("data", {"entry": "Sunspots", "window": 5, "train_share": 0.75}))
    train, rest = samples.inputs
    assert (len(train), len(rest)) == (228, 76)
    assert rest[0, -1, 0] == samples.targets[0][-1]  # the first window ends with the year last foretold
    assert train[0, :, 0] * 40 + 50 == pytest.approx([5, 11, 16, 23, 36], abs=1e-4)
