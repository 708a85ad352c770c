"""Initial weights from a file: taken where they fit, told where they do not, and never trusted."""

from __future__ import annotations

import json
import struct
from dataclasses import replace
from pathlib import Path

import pytest
import safetensors.torch
import torch

from playground.engine import weights
from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.engine.session import Refused, Session, open_session
from playground.spec.errors import FileError
from playground.spec.experiment import Experiment
from playground.spec.variants import resolve
from tests.engine.building import dense, experiment


def _made(path: Path | None = None) -> Experiment:
    return replace(experiment(dense(4, 3)), weights=str(path) if path else "")


def _opened(path: Path | None = None) -> Session:
    return open_session(_made(path), DataStore())


def _state(session: Session) -> dict[str, torch.Tensor]:
    return {f"model.{key}": value.clone() for key, value in session.runs[0].networks["model"].state_dict().items()}


def _other(path: Path, **changes: torch.Tensor) -> dict[str, torch.Tensor]:
    """A file with all weights of the network, each different from its initial ones."""
    state = {name: torch.randn_like(value) for name, value in _state(_opened()).items()} | changes
    safetensors.torch.save_file(state, path)
    return state


def test_weights_are_taken_where_names_and_shapes_agree(tmp_path: Path) -> None:
    wanted = _other(tmp_path / "w.safetensors")
    found = _state(_opened(tmp_path / "w.safetensors"))
    assert all(torch.equal(found[name], value) for name, value in wanted.items())


def test_a_layer_without_weights_is_named_and_starts_from_its_initialiser(tmp_path: Path) -> None:
    name = next(name for name in _state(_opened()) if name.endswith("weight"))
    node = name.split(".")[1]
    _other(tmp_path / "w.safetensors", **{name: torch.zeros(9, 9)})
    made = _made(tmp_path / "w.safetensors")
    problems = plan(resolve(made, "model"), DataStore()).problems
    assert [(one.severity, one.place) for one in problems if one.place == "weights"] == [("warning", "weights")]
    assert node in next(one.message for one in problems if one.place == "weights")
    assert torch.equal(_state(_opened(tmp_path / "w.safetensors"))[name], _state(_opened())[name])


def test_types_that_are_not_read_here_are_passed_over(tmp_path: Path) -> None:
    name = next(name for name in _state(_opened()) if name.endswith("weight"))
    _other(tmp_path / "w.safetensors", **{name: torch.zeros(_state(_opened())[name].shape).to(torch.float8_e4m3fn)})
    said = [one.message for one in plan(_made(tmp_path / "w.safetensors"), DataStore()).problems]
    assert any(name.split(".")[1] in message for message in said)
    assert torch.equal(_state(_opened(tmp_path / "w.safetensors"))[name], _state(_opened())[name])


def test_a_folder_is_no_file_of_weights(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        weights.header(tmp_path)
    assert caught.value.message == f"The weights {tmp_path} are no plain file"


def test_kept_weights_win_over_the_file(tmp_path: Path) -> None:
    _other(tmp_path / "w.safetensors")
    kept = _opened().weights()
    session = open_session(_made(tmp_path / "w.safetensors"), DataStore(), kept)
    assert all(torch.equal(value, kept["model"]["model"][name[6:]]) for name, value in _state(session).items())


def _with(header: object, data: bytes = b"") -> bytes:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + data


BAD = {
    "empty": b"",
    "short": b"\x01\x02",
    "endless header": struct.pack("<Q", 2**63) + b"{}",
    "no JSON": _with(b"\xff\xfe"),
    "nested": _with(b'{"a":' + b"[" * 100_000),
    "outside": _with({"model.a": {"dtype": "F32", "shape": [4], "data_offsets": [0, 16]}}, b"1234"),
    "giant": _with({"model.a": {"dtype": "F32", "shape": [2**40, 2**40], "data_offsets": [0, 4]}}, b"1234"),
    "negative": _with({"model.a": {"dtype": "F32", "shape": [-1], "data_offsets": [4, 0]}}, b"1234"),
    "type": _with({"model.a": {"dtype": "code", "shape": [1], "data_offsets": [0, 4]}}, b"1234"),
    "list": _with([1, 2]),
}


@pytest.mark.parametrize("name", BAD)
def test_a_hostile_file_is_one_sentence(name: str, tmp_path: Path) -> None:
    (tmp_path / "w.safetensors").write_bytes(BAD[name])
    with pytest.raises(FileError, match="damaged"):
        weights.header(tmp_path / "w.safetensors")
    with pytest.raises(Refused) as refused:
        _opened(tmp_path / "w.safetensors")
    assert refused.value.diagnostic.place == "weights"


@pytest.mark.parametrize("what", ["missing", "folder"])
def test_what_is_no_file_is_one_sentence(what: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        _opened(tmp_path if what == "folder" else tmp_path / "none.safetensors")
    assert refused.value.diagnostic.place == "weights"
    assert "\n" not in refused.value.diagnostic.message
