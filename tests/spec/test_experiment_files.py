"""Experiments as files: what is written can be read, and what cannot be read is one sentence."""

from __future__ import annotations

import json
import random
import stat
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings

from playground.catalog.data.points2d import Xor
from playground.catalog.initializers import XavierUniform
from playground.catalog.layers.inputs import Input
from playground.catalog.layers.linear import Linear, Output
from playground.catalog.losses import BCEWithLogitsLoss
from playground.catalog.objectives import Classification
from playground.catalog.optimizers import SGD
from playground.catalog.schedules import Constant
from playground.spec.entry import UnknownEntry
from playground.spec.errors import FileError, NewerFile, SpecError
from playground.spec.experiment import Experiment, Variant
from playground.spec.files import MAX_BYTES, dumps, loads, read, save, write
from playground.spec.forms import to_json
from playground.spec.graph import Node, chain
from playground.spec.migrations import SCHEMA
from playground.spec.parse import from_json
from tests.spec.spec_strategies import experiments


@pytest.fixture
def plain() -> Experiment:
    return Experiment(
        title="Example",
        data=Xor(),
        networks={"model": chain(Node("input", Input()), Node("hidden1", Linear()), Node("output", Output()))},
        objective=Classification(),
        loss=BCEWithLogitsLoss(),
        optimizer=SGD(lr=0.1),
        schedule=Constant(),
        initializer=XavierUniform(),
        variants=(Variant("a"), Variant("b", {"optimizer.lr": 0.3})),
    )


def with_raw(plain: Experiment, **changes: Any) -> bytes:
    return json.dumps({**to_json(plain), **changes}).encode()


@settings(max_examples=150)
@given(experiments())
def test_a_file_read_and_written_again_is_the_same_to_the_byte(experiment: Experiment) -> None:
    data = dumps(experiment)
    again = loads(data)
    assert again == experiment
    assert dumps(again) == data


def test_the_form_is_canonical(plain: Experiment) -> None:
    data = dumps(plain)
    assert data.endswith(b"}\n")
    raw = json.loads(data)
    assert list(raw) == sorted(raw)
    assert list(raw["optimizer"]) == sorted(raw["optimizer"])
    shuffled = json.dumps(dict(reversed(raw.items()))).encode()
    assert dumps(loads(shuffled)) == data
    assert b"0.1," in data
    assert (raw["format"], raw["schema"]) == ("nnplayground", 2)


def test_what_is_not_said_has_a_default(plain: Experiment) -> None:
    raw = to_json(plain)
    kept = {key: raw[key] for key in ("format", "schema", "data", "networks", "objective", "loss", "optimizer")}
    made = from_json(kept)
    assert (made.title, made.batch_size, made.epochs, made.device) == ("Untitled", 10, 100, "auto")
    assert (made.schedule.name, made.initializer.name, made.variants) == ("Constant", "PyTorchDefault", ())


def test_unknown_entries_survive(plain: Experiment) -> None:
    raw = to_json(plain)
    raw["networks"]["model"]["nodes"][1]["layer"] = {"entry": "Mamba", "state": [1, {"a": None}]}
    raw["metrics"] = [{"entry": "Perplexity"}]
    raw["loss"] = {"entry": "Contrastive", "margin": 0.5}
    raw["author"] = {"name": "A. Person", "year": 2031}
    experiment = from_json(raw)
    assert isinstance(experiment.loss, UnknownEntry)
    assert isinstance(experiment.networks["model"].node("hidden1").layer, UnknownEntry)
    assert msgspec.json.decode(dumps(experiment)) == msgspec.json.decode(msgspec.json.encode(raw))


@pytest.mark.parametrize(
    ("change", "place", "said"),
    [
        ({"format": "other"}, "", "no nnplayground experiment"),
        ({"schema": 0}, "schema", "whole number"),
        ({"schema": True}, "schema", "whole number"),
        ({"schema": "1"}, "schema", "whole number"),
        ({"networks": {}}, "networks", "at least one"),
        ({"networks": {"model": []}}, "networks.model", "needs an object"),
        ({"networks": {"model": {"nodes": [{"id": "a"}]}}}, "networks.model.nodes.a.layer", "is missing"),
        (
            {"networks": {"model": {"nodes": [{"id": "a", "layer": {"entry": "Linear"}, "x": 1}]}}},
            "networks.model.nodes.a.x",
            "no part",
        ),
        ({"data": None}, "data", "is missing"),
        ({"data": {"n": 5}}, "data", "names a data"),
        ({"data": {"entry": "Xor", "n": 5}}, "data.n", "least allowed is 10"),
        ({"optimizer": {"entry": "SGD", "lr": "fast"}}, "optimizer.lr", "needs a number"),
        ({"optimizer": {"entry": "SGD", "nesterov": True}}, "optimizer.nesterov", "momentum"),
        ({"optimizer": {"entry": "SGD", "speed": 1}}, "optimizer.speed", "no parameter of SGD"),
        ({"batch_size": 0}, "batch_size", "from 1"),
        ({"epochs": 1.5}, "epochs", "whole number"),
        ({"seed": -1}, "seed", "from 0"),
        ({"seed": 2**60}, "seed", "too large"),
        ({"device": "tpu"}, "device", "auto, cpu, cuda, mps"),
        ({"metrics": [1]}, "metrics.0", "needs an object"),
        ({"metrics": {}}, "metrics", "a list"),
        ({"title": 5}, "title", "a text"),
        ({"title": "x" * 100_001}, "title", "100001 characters"),
        ({"variants": [{"name": ""}]}, "variants.0.name", "name of its own"),
        ({"variants": [{"name": "a"}, {"name": "a"}]}, "variants.1.name", "name of its own"),
        ({"variants": [{"name": str(i)} for i in range(13)]}, "variants", "at most 12"),
        ({"lesson": {"checks": [{"entry": "Measured", "op": "~"}]}}, "lesson.checks.0.op", "choose one of"),
    ],
)
def test_a_fault_names_its_place(plain: Experiment, change: dict[str, Any], place: str, said: str) -> None:
    with pytest.raises(SpecError) as caught:
        loads(with_raw(plain, **change))
    assert caught.value.place == place
    assert said in caught.value.message
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("nodes", "edges", "place", "said"),
    [
        (["a", "a"], [], "networks.model.nodes.a", "two nodes"),
        (["a", "b"], [["a", "b"], ["b", "a"]], "networks.model.nodes.a", "circle"),
        (["a"], [["a", "ghost"]], "networks.model.nodes.ghost", "is no node"),
        (["a", "b"], [["a"]], "networks.model.edges.0", "[source, target]"),
        (["a", "b"], [["a", "b", -1]], "networks.model.edges.0", "[source, target]"),
        (["a", "b"], [["a", "b", True]], "networks.model.edges.0", "[source, target]"),
        (["a", "b", "c"], [["a", "c"], ["b", "c"]], "networks.model.nodes.c", "two edges into port 0"),
        (["not valid"], [], "networks.model.nodes.not valid", "no valid id"),
    ],
)
def test_a_graph_that_may_not_exist(
    plain: Experiment, nodes: list[str], edges: list[Any], place: str, said: str
) -> None:
    graph = {"nodes": [{"id": name, "layer": {"entry": "Linear"}} for name in nodes], "edges": edges}
    with pytest.raises(SpecError) as caught:
        loads(with_raw(plain, networks={"model": graph}))
    assert (caught.value.place, said in caught.value.message) == (place, True)


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"{}", b'"text"', b'{"format": "nnplayground"}', b"\0" * 99]
)
def test_what_is_no_experiment(data: bytes) -> None:
    with pytest.raises(FileError):
        loads(data)


@pytest.mark.parametrize("depth", [70, 500, 200_000])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_deep_nesting(plain: Experiment, depth: int, opening: str, closing: str) -> None:
    deep = opening * depth + "1" + closing * depth
    data = with_raw(plain)[:-1] + b', "deep": ' + deep.encode() + b"}"
    with pytest.raises(FileError, match="nested deeper than 64"):
        loads(data)


def test_a_file_that_is_too_large(plain: Experiment, tmp_path: Path) -> None:
    with pytest.raises(FileError, match="20 MB are allowed"):
        loads(dumps(plain) + b" " * MAX_BYTES)
    big = tmp_path / "big.json"
    with big.open("wb") as sparse:
        sparse.truncate(10**9)
    with pytest.raises(FileError, match="1000 MB"):
        read(big)


def test_a_newer_file_is_refused_kindly(plain: Experiment) -> None:
    with pytest.raises(NewerFile, match="Update nnplayground") as caught:
        loads(with_raw(plain, schema=SCHEMA + 1))
    assert caught.value.place == "schema"


def test_ten_thousand_broken_files(plain: Experiment) -> None:
    """Bytes flipped, cut, doubled and swapped: a file is read, or refused with a SpecError."""
    source = random.Random(0)
    refused: list[str] = []
    good = dumps(plain)
    marks = [
        b"{",
        b"}",
        b"[",
        b"]",
        b'"',
        b",",
        b":",
        b"null",
        b"true",
        b"1e999",
        b"-1",
        b"NaN",
        b'"entry"',
        b"\xff",
        b"99999999999999999999",
    ]
    for _ in range(10_000):
        data = bytearray(good)
        for _ in range(source.randint(1, 4)):
            at, kind = source.randrange(len(data) or 1), source.randrange(4)
            if kind == 0:
                data[at : at + 1] = bytes([source.randrange(256)])
            elif kind == 1:
                del data[at : at + source.randrange(1, 60)]
            elif kind == 2:
                data[at : at + source.randrange(12)] = source.choice(marks)
            else:
                data[at:at] = data[at : at + source.randrange(1, 200)]
        try:
            assert loads(bytes(data)).networks
        except SpecError as error:
            refused.append(error.message)
    assert all(refused)
    assert 5_000 < len(refused) < 10_000


def test_values_of_every_wrong_type_at_every_place(plain: Experiment) -> None:
    """Each value of a file in turn becomes something else; what is read can be written."""
    wrong: list[Any] = [None, True, -1, 10**9, 1.5, "", "x", [], ["a"], [[]], {}, {"entry": "Linear"}, {"entry": 1}]
    raw = json.loads(dumps(plain))
    refused: list[str] = []

    def places(value: Any) -> list[list[Any]]:
        inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        return [[key, *rest] for key, inner in inside for rest in [[], *places(inner)]]

    for place in places(raw):
        for value in wrong:
            changed = json.loads(json.dumps(raw))
            holder = changed
            for key in place[:-1]:
                holder = holder[key]
            holder[place[-1]] = value
            try:
                dumps(from_json(changed))
            except SpecError as error:
                refused.append(error.message)
    assert all(refused)
    assert len(refused) > 500


def test_saving_is_atomic(plain: Experiment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "mine.json"
    save(file, plain)
    file.chmod(0o600)

    def full(_fd: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("os.fsync", full)
        with pytest.raises(FileError, match="No space left"):
            write(file, b"half")
    assert read(file) == plain
    assert [path.name for path in tmp_path.iterdir()] == ["mine.json"]
    save(file, plain)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_places_that_cannot_be_read_or_written(plain: Experiment, tmp_path: Path) -> None:
    with pytest.raises(FileError, match="cannot read"):
        read(tmp_path / "gone.json")
    with pytest.raises(FileError, match="cannot read"):
        read(tmp_path)
    with pytest.raises(FileError, match="cannot write"):
        save(tmp_path / "no" / "folder.json", plain)
