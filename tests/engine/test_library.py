"""The blocks of the library: right sizes, and each of them learns and is exported."""

from __future__ import annotations

import runpy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from playground.catalog.library import library
from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.engine.headless import run_to_end
from playground.engine.session import open_session
from playground.export.source import script
from playground.spec.blocks import BlockUse, block_title, used_blocks
from playground.spec.definitions import LIBRARY, adopted
from playground.spec.experiment import Experiment
from playground.spec.graph import Edge, Graph, Node, chain, insert
from playground.spec.opened import opened
from playground.spec.refolded import folded_back
from tests.architectures import inception, node, resnet18
from tests.engine.building import experiment

SIZES: list[tuple[str, list[int], dict[str, Any], list[int], int]] = [
    ("residual", [64, 56, 56], {"channels": 64}, [64, 56, 56], 73_984),
    ("residual_down", [64, 56, 56], {"channels": 128}, [128, 28, 28], 230_144),
    ("bottleneck", [256, 56, 56], {"width": 64}, [256, 56, 56], 70_400),
    ("bottleneck_down", [64, 56, 56], {"width": 64, "stride": 1}, [256, 56, 56], 75_008),
    ("bottleneck_down", [256, 56, 56], {"width": 128}, [512, 28, 28], 379_392),
    ("residual_preactivation", [64, 32, 32], {"channels": 64}, [64, 32, 32], 73_984),
    ("dense_layer", [64, 56, 56], {}, [96, 56, 56], 45_440),
    ("dense_transition", [256, 56, 56], {}, [128, 28, 28], 33_280),
    ("inception", [192, 28, 28], {}, [256, 28, 28], 163_696),
    ("squeeze_excite", [64, 56, 56], {}, [64, 56, 56], 580),
    ("depthwise_separable", [32, 112, 112], {"channels": 64}, [64, 112, 112], 2_528),
    ("inverted_residual", [24, 56, 56], {"channels": 24, "expanded": 144}, [24, 56, 56], 8_832),
    ("inverted_residual_down", [16, 112, 112], {}, [24, 56, 56], 5_136),
    ("encoder_layer", [10, 512], {"width": 512, "heads": 8}, [10, 512], 3_152_384),
    ("decoder_layer", [10, 512], {"width": 512, "heads": 8}, [10, 512], 4_204_032),
    ("mlp_block", [2], {}, [64], 256),
]


def looked_at(made: Experiment) -> Any:
    """Its network worked out."""
    return plan(made, DataStore()).networks["model"]


def with_block(name: str, graph: Graph, made: Experiment) -> Experiment:
    """The experiment with a network that uses a block of the library."""
    made, graph = adopted(made, graph, {n.id for n in graph.nodes}, library())
    return replace(made, networks={"model": graph})


@pytest.mark.parametrize(("name", "shape", "settings", "out", "parameters"), SIZES)
def test_sizes_are_those_of_the_paper(
    name: str, shape: list[int], settings: dict[str, Any], out: list[int], parameters: int
) -> None:
    use = Node("block", BlockUse(LIBRARY + name, settings=settings))
    graph = chain(node("image", "Input", shape=shape), use)
    if name == "decoder_layer":
        graph = replace(graph, edges=(*graph.edges, Edge("image", "block", 1)))
    found = looked_at(with_block(name, graph, experiment()))
    assert [(one.output_shape, one.parameters) for one in found.uses] == [(out, parameters)]


def test_every_block_says_what_it_is_and_is_checked_here() -> None:
    assert {LIBRARY + case[0] for case in SIZES} == set(library())
    for name, block in library().items():
        assert block_title(name, block) == block.title
        assert block.about.endswith(".")
        assert all(item.help.endswith(".") for item in block.parameters)
        assert not list(used_blocks(block.graph))
        assert block.graph.sinks() == [block.result()]


def stem(name: str) -> list[Node]:
    """Layers that bring points of the plane to what a block takes."""
    if name == "mlp_block":
        return [node("wide", "Linear", "ReLU", out_features=8)]
    if name in ("encoder_layer", "decoder_layer"):
        return [node("wide", "Linear", out_features=256), node("steps", "Reshape", shape=[4, 64])]
    channels = {"squeeze_excite": 64, "bottleneck": 64}.get(name, 16)
    return [
        node("wide", "Linear", out_features=16 * channels),
        node("steps", "Reshape", shape=[channels, 4, 4]),
    ]


@pytest.mark.parametrize("name", [key.removeprefix(LIBRARY) for key in library()])
def test_every_block_learns_and_is_exported(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = stem(name)
    use = Node("block", BlockUse(LIBRARY + name))
    graph = chain(node("image", "Input"), *before, use, node("row", "Flatten"), node("end", "Output"))
    if name == "decoder_layer":
        graph = replace(graph, edges=(*graph.edges, Edge(before[-1].id, "block", 1)))
    made = experiment(data={"entry": "Circle", "n": 40}, epochs=1, batch_size=20)
    made = with_block(name, graph, made)
    worked = plan(made, DataStore())
    assert not worked.problems
    outcome = run_to_end(made)
    losses = outcome.record.series["model"]["train_loss"].y
    assert losses
    assert all(value == value for value in losses)
    monkeypatch.chdir(tmp_path)
    Path("train.py").write_text(script(next(iter(outcome.runs.values()))), encoding="utf-8")
    with torch.random.fork_rng(devices=[]):
        runpy.run_path("train.py", run_name="__main__")


def test_a_block_that_is_edited_keeps_its_weights() -> None:
    use = Node("block", BlockUse(LIBRARY + "residual", 2))
    graph = chain(node("image", "Input"), *stem("residual"), use, node("row", "Flatten"), node("end", "Output"))
    made = with_block("residual", graph, experiment())
    before = open_session(made, DataStore()).weights()
    view = opened(made, "model", {"block"}).graph
    edited = insert(view, Edge("block__norm2", "block__add"), node("tanh1", "Tanh"))
    changed = replace(folded_back(made, "model", {"block"}, edited).experiment, seed=made.seed + 1)
    after = open_session(changed, DataStore(), before).weights()
    for name, values in before["model"].items():
        assert set(values) <= set(after["model"][name])
        assert all(torch.equal(values[key], after["model"][name][key]) for key in values)
    assert "tanh1" in changed.blocks["residual"].graph


def test_resnet_18_has_the_paper_s_parameters() -> None:
    found = looked_at(resnet18())
    assert found.parameters == 11_689_512
    assert found.nodes[-1].output_shape == [1000]


def test_inception_has_the_paper_s_parameters() -> None:
    found = looked_at(inception())
    assert (found.uses[0].output_shape, found.uses[0].parameters) == ([256, 28, 28], 163_696)
