"""Every layer as exported source: it stands alone, takes the weights and gives the same numbers."""

from __future__ import annotations

import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch

from playground.catalog.kinds import Layer
from playground.export.inline import Inlined
from playground.export.model import call
from playground.export.source import export_script
from playground.spec.entry import Shape
from tests.catalog.layer_cases import CASES, IDS, build, samples
from tests.engine.building import JSON, graph, node, outcome

IMAGES: JSON = {"data": {"entry": "Digits"}, "loss": {"entry": "CrossEntropyLoss"}, "batch_size": 64, "epochs": 1}
OTHERS: dict[str, JSON] = {"sequences": {"data": {"entry": "Sentences", "n": 100}}}


@pytest.fixture(autouse=True)
def own_randomness() -> Iterator[None]:
    """A script seeds the global generator; afterwards it is as it was."""
    with torch.random.fork_rng(devices=[]):
        yield


def source(layer: Layer, *shapes: Shape) -> str:
    """A script that makes the layer and nothing else."""
    inlined = Inlined()
    made = call(inlined.add(layer.target), layer.args(*shapes))
    imports = {"from __future__ import annotations", "import torch", "from torch import nn", *inlined.imports}
    return "\n".join([*sorted(imports), *inlined.definitions.values(), f"module = {made}"])


@pytest.mark.parametrize(("layer", "shapes", "wanted"), CASES, ids=IDS)
def test_the_source_of_a_layer_does_what_the_layer_does(layer: Layer, shapes: list[Shape], wanted: Shape) -> None:
    text = source(layer, *shapes)
    assert "playground" not in text
    names: dict[str, Any] = {}
    exec(text, names)
    torch.manual_seed(0)
    ours, theirs = build(layer, *shapes), names["module"]
    theirs.load_state_dict(ours.state_dict())
    inputs = samples(layer, shapes)
    for mode in (True, False):
        results = []
        for module in (ours, theirs):
            torch.manual_seed(1)
            results.append(module.train(mode)(*inputs))
        assert torch.equal(*results)
        assert results[0].shape[1:] == wanted


NETWORKS: dict[str, JSON] = {
    "convolutions": graph(
        [
            node("input", "Input"),
            node("conv", "Conv2d", "ReLU", out_channels=4, kernel_size=[3, 5], padding=[1, 2]),
            node("norm", "BatchNorm2d"),
            node("pool", "MaxPool2d"),
            node("own", "DepthwiseConv2d", "PReLU"),
            node("mean", "AdaptiveAvgPool2d"),
            node("gate", "Conv2d", "Sigmoid", out_channels=4, kernel_size=1, padding=0),
            node("scaled", "Multiply"),
            node("up", "Upsample"),
            node("both", "Concat"),
            node("drop", "Dropout2d", p=0.2),
            node("flat", "Flatten"),
            node("end", "Output"),
        ],
        [
            ["input", "conv"],
            ["conv", "norm"],
            ["norm", "pool"],
            ["pool", "own"],
            ["own", "mean"],
            ["mean", "gate"],
            ["own", "scaled"],
            ["gate", "scaled", 1],
            ["scaled", "up"],
            ["up", "both"],
            ["norm", "both", 1],
            ["both", "drop"],
            ["drop", "flat"],
            ["flat", "end"],
        ],
    ),
    "attention": graph(
        [
            node("input", "Input"),
            node("rows", "Reshape", shape=[8, 8]),
            node("where", "PositionalEncoding"),
            node("encoder", "TransformerEncoderLayer", nhead=2, dim_feedforward=6, causal=True),
            node("memory", "GRU", hidden_size=8),
            node("look", "MultiheadAttention", num_heads=2),
            node("decoder", "TransformerDecoderLayer", nhead=2, dim_feedforward=6, dropout=0.0),
            node("self_", "SelfAttention", num_heads=1),
            node("mean", "PoolOverTime"),
            node("end", "Output"),
        ],
        [
            ["input", "rows"],
            ["rows", "where"],
            ["where", "encoder"],
            ["rows", "memory"],
            ["encoder", "look"],
            ["memory", "look", 1],
            ["memory", "look", 2],
            ["look", "decoder"],
            ["memory", "decoder", 1],
            ["decoder", "self_"],
            ["self_", "mean"],
            ["mean", "end"],
        ],
    ),
    "sequences": graph(
        [
            node("input", "Input"),
            node("table", "Embedding", num_embeddings=60, embedding_dim=3),
            node("lstm", "LSTM", hidden_size=4, num_layers=2, dropout=0.1, bidirectional=True, returns="last"),
            node("mean", "Linear", out_features=3),
            node("spread", "Linear", out_features=3),
            node("drawn", "Reparameterise"),
            node("noise", "GaussianNoise"),
            node("end", "Output"),
        ],
        [
            ["input", "table"],
            ["table", "lstm"],
            ["lstm", "mean"],
            ["lstm", "spread"],
            ["mean", "drawn"],
            ["spread", "drawn", 1],
            ["drawn", "noise"],
            ["noise", "end"],
        ],
    ),
}


@pytest.mark.parametrize("name", NETWORKS)
def test_the_script_of_a_network_trains_to_the_same_weights(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = outcome(NETWORKS[name], **IMAGES | OTHERS.get(name, {}))
    export_script(found.runs["model"], tmp_path / "train.py")
    monkeypatch.chdir(tmp_path)
    runpy.run_path("train.py", run_name="__main__")
    assert Path("history.csv").read_bytes().splitlines() == found.record.history().splitlines()
    theirs = torch.load("weights.pt", weights_only=True)
    ours = found.runs["model"].networks["model"].state_dict()
    assert list(theirs) == list(ours)
    assert all(torch.equal(theirs[name], ours[name]) for name in ours)
