"""What is not known still opens; what is damaged or hostile is one sentence and runs no code."""

from __future__ import annotations

import json
import pickle
import random
import zipfile
from pathlib import Path
from typing import Any

import onnx
import pytest
import torch
from torch import nn

from playground.interchange.draft import ModelError
from playground.interchange.reading import read_model
from playground.spec.entry import UnknownEntry
from playground.spec.files import dumps, loads, read
from tests.interchange.models import LeNet, Strange, imported, save_onnx, save_pt2

pytestmark = pytest.mark.filterwarnings("ignore")  # both exporters warn of themselves


@pytest.mark.parametrize("suffix", ["pt2", "onnx"])
def test_an_unknown_operator_keeps_its_place_and_the_rest_opens(suffix: str, tmp_path: Path) -> None:
    module, x = Strange().eval(), torch.randn(2, 4)
    path = tmp_path / f"model.{suffix}"
    found = imported(save_pt2(module, x, path) if suffix == "pt2" else save_onnx(module, x, path))
    (node, operator), *others = found.unknown
    assert others == []
    assert "cumsum" in operator.lower()
    graph = read(path.with_suffix(".json")).networks["model"]
    assert isinstance(graph.node(node).layer, UnknownEntry)
    assert [edge.source for edge in graph.into(node)] == ["fc1"]
    assert [edge.target for edge in graph.out_of(node)] == ["fc2"]
    assert set(found.weights) >= {"model.fc1.weight", "model.fc2.weight"}


class _Code:
    def __init__(self, proof: Path) -> None:
        self.proof = proof

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (self.proof,)


def _rewritten(path: Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path) as file:
        held = {name: file.read(name) for name in file.namelist()}
    with zipfile.ZipFile(path, "w") as file:
        for name, data in held.items():
            file.writestr(name, next((new for end, new in parts.items() if name.endswith(end)), data))


def test_pickled_weights_run_no_code(tmp_path: Path) -> None:
    path = save_pt2(nn.Linear(2, 3), torch.randn(2, 2), tmp_path / "model.pt2")
    with zipfile.ZipFile(path) as file:
        name = next(name for name in file.namelist() if name.endswith("weights_config.json"))
        config = json.loads(file.read(name))
    for one in config["config"].values():
        one["use_pickle"] = True
    code = pickle.dumps(_Code(tmp_path / "proof"))
    _rewritten(path, {"weights_config.json": json.dumps(config).encode(), "weight_0": code, "weight_1": code})
    with pytest.raises(ModelError, match="without running code"):
        read_model(path)
    assert not (tmp_path / "proof").exists()


def test_symbolic_sizes_run_no_code(tmp_path: Path) -> None:
    path = save_pt2(nn.Linear(2, 3), torch.randn(2, 2), tmp_path / "model.pt2", dynamic=True)
    with zipfile.ZipFile(path) as file:
        text = file.read(next(name for name in file.namelist() if name.endswith("model.json"))).decode()
    proof = tmp_path / "proof"
    hostile = f"__import__('pathlib').Path({str(proof)!r}).touch()"
    data = json.loads(text)
    sizes = data["graph_module"]["graph"]["tensor_values"]["input"]["sizes"]
    sizes[0]["as_expr"]["expr_str"] = hostile
    _rewritten(path, {"model.json": json.dumps(data).encode()})
    assert read_model(path).unknown == ()
    assert not proof.exists()


def test_weights_beside_a_model_are_read_from_its_own_folder_only(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(bytes(1000))
    folder = tmp_path / "models"
    folder.mkdir()
    path = save_onnx(nn.Linear(2, 3), torch.randn(2, 2), folder / "model.onnx")
    model = onnx.load(path, load_external_data=False)
    weight = next(one for one in model.graph.initializer if one.name == "weight")
    weight.ClearField("raw_data")
    weight.data_location = onnx.TensorProto.EXTERNAL
    del weight.external_data[:]
    weight.external_data.add(key="location", value="../secret")
    path.write_bytes(model.SerializeToString())
    with pytest.raises(ModelError, match="beside the model"):
        read_model(path)


@pytest.mark.parametrize("suffix", ["pt2", "onnx"])
def test_mutated_files_give_documented_errors_only(suffix: str, tmp_path: Path) -> None:
    module, x = LeNet().eval(), torch.randn(2, 1, 28, 28)
    good = tmp_path / f"good.{suffix}"
    data = (save_pt2(module, x, good) if suffix == "pt2" else save_onnx(module, x, good, new=False)).read_bytes()
    draw, refused, said = random.Random(5), 0, list[str]()
    for _ in range(200):
        changed = bytearray(data)
        for _ in range(draw.choice([1, 4, 40])):
            changed[draw.randrange(len(changed))] = draw.randrange(256)
        if draw.random() < 0.2:
            del changed[draw.randrange(len(changed)) :]
        (tmp_path / f"bad.{suffix}").write_bytes(changed)
        try:
            read_model(tmp_path / f"bad.{suffix}")
        except ModelError as error:
            refused += 1
            said.append(str(error))
    assert refused > 0
    assert not any("\n" in one for one in said)


def test_mutated_graphs_give_documented_errors_only(tmp_path: Path) -> None:
    """Changes inside the JSON, which the archive's checksums would find."""
    path = save_pt2(LeNet().eval(), torch.randn(2, 1, 28, 28), tmp_path / "model.pt2")
    with zipfile.ZipFile(path) as file:
        text = file.read(next(name for name in file.namelist() if name.endswith("model.json"))).decode()
    draw, said = random.Random(9), list[str]()
    for _ in range(200):
        words = text.split('"')
        for _ in range(draw.choice([1, 3, 10])):
            place = draw.randrange(len(words))
            words[place] = draw.choice(["", "x", "as_int", "as_tensor", ": -1, ", ": null, ", *draw.sample(words, 3)])
        _rewritten(path, {"model.json": '"'.join(words).encode()})
        try:
            loads(_json(path))
        except ModelError as error:
            said.append(str(error))
    assert said
    assert not any("\n" in one for one in said)


def _json(path: Path) -> bytes:
    return dumps(read_model(path).experiment)
