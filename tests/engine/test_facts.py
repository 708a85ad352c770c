"""What a plan knows of each node: what learns, what it keeps in memory, how far it sees, what it waits for."""

from __future__ import annotations

from itertools import pairwise

import pytest

from playground.catalog.library import library
from playground.engine.compile import plan, plan_all
from playground.engine.data import DataStore
from playground.engine.events import NodePlan
from playground.paths import presets_dir
from playground.spec.files import read
from playground.spec.forms import block_to_json
from playground.spec.parse import from_json
from tests.engine.building import JSON, dense, graph, node, raw

IMAGES: JSON = {"data": {"entry": "Digits"}, "loss": {"entry": "CrossEntropyLoss"}}
FLOAT = 4
STORE = DataStore()


def nodes(network: JSON, **changes: object) -> dict[str, NodePlan]:
    found = plan(from_json(raw(network, **changes)), STORE).networks["model"]
    assert found.parameters == found.trainable + found.frozen
    assert found.memory == sum(one.memory for one in found.nodes)
    return {one.id: one for one in found.nodes}


def test_frozen_layers_and_frozen_units_do_not_learn() -> None:
    layers = dense(4, 3)
    layers["nodes"][1]["surgery"] = {"frozen": [0, 2]}
    layers["nodes"][2]["lr_factor"] = 0
    found = nodes(layers)
    assert [(one.trainable, one.frozen) for one in found.values()] == [(0, 0), (6, 6), (0, 15), (4, 0)]


def test_memory_is_what_is_written_and_views_write_nothing() -> None:
    layers = [
        node("input", "Input"),
        node("a", "Conv2d", "ReLU", out_channels=2),
        node("b", "Flatten"),
        node("c", "Output"),
    ]
    found = nodes(graph(layers), **IMAGES)
    assert [one.memory for one in found.values()] == [64 * FLOAT, 2 * 128 * FLOAT, 0, 10 * FLOAT]


def test_the_receptive_field_grows_with_kernels_and_strides() -> None:
    layers = [
        node("input", "Input"),
        node("a", "Conv2d", "ReLU", kernel_size=3),
        node("b", "MaxPool2d"),
        node("c", "Conv2d", "ReLU", kernel_size=3),
        node("d", "Flatten"),
        node("e", "Output"),
    ]
    assert [one.field for one in nodes(graph(layers), **IMAGES).values()] == [1, 3, 4, 8, None, None]


def test_the_longest_path_decides_how_far_a_merge_looks() -> None:
    layers = [
        node("input", "Input"),
        node("a", "Conv2d", "ReLU", out_channels=1),
        node("sum", "Add"),
        node("f", "Flatten"),
    ]
    edges = [["input", "a"], ["a", "sum"], ["input", "sum", 1], ["sum", "f"], ["f", "end"]]
    assert nodes(graph([*layers, node("end", "Output")], edges), **IMAGES)["sum"].field == 3


def test_what_stands_behind_a_broken_layer_waits_for_it() -> None:
    layers = [
        node("input", "Input"),
        node("a", "Conv2d", _name="Eye"),
        node("b", "Linear", "Tanh"),
        node("c", "Output"),
    ]
    found = nodes(graph(layers))
    assert [one.waits_for for one in found.values()] == ["", "", "Eye", "Eye"]


def test_a_block_is_told_of_as_a_whole() -> None:
    block = {**graph([node("x", "Input"), node("a", "Linear", "Tanh", out_features=2)]), "parameters": [], "about": ""}
    use = {"id": "r", "layer": {"entry": "Block", "block": "inner", "repeat": 2, "settings": {}}, "lr_factor": 0}
    layers = graph([node("input", "Input"), use, node("end", "Output")])
    found = plan(from_json(raw(layers, blocks={"inner": block})), STORE).networks["model"]
    (one,) = found.uses
    assert (one.id, one.title, one.output_shape, one.parameters, one.frozen) == ("r", "inner", [2], 12, 12)
    assert one.memory == sum(n.memory for n in found.nodes if n.id.startswith("r__"))


@pytest.mark.parametrize("path", sorted(presets_dir().glob("*/*.json")), ids=lambda path: path.stem)
def test_lessons_give_no_warning_but_of_the_fault_that_they_show(path: object) -> None:
    told = {
        (name, problem.code)
        for name, found in plan_all(read(path), STORE).items()  # type: ignore[arg-type]  # a Path
        for problem in found.problems
        if not problem.note
    }
    meant = {
        "symmetry-never-breaks": {("zeros", "symmetry"), ("constant", "symmetry")},
        "pictures-as-two-numbers": {("no bends", "no-nonlinearity")},
    }
    assert told == meant.get(getattr(path, "stem", ""), set())


@pytest.mark.parametrize(
    "layers",
    [
        [node("a", "Linear", out_features=2), node("b", "Linear", "Tanh", out_features=8)],
        [node("a", "Linear", "ReLU"), node("n", "BatchNorm1d"), node("d", "Dropout")],
        [node("a", "Linear", "ReLU"), node("d", "Dropout", p=0.0), node("n", "BatchNorm1d")],
        [node("a", "Linear", bias=False), node("n", "BatchNorm1d", "ReLU")],
        [node("a", "Linear"), node("s", "ReLU")],
    ],
    ids=["bottleneck", "dropout behind", "no dropout", "no bias", "activation of its own"],
)
def test_no_false_alarm(layers: list[JSON]) -> None:
    wide = node("wide", "Linear", "Tanh", out_features=8)
    found = plan(from_json(raw(graph([node("input", "Input"), wide, *layers, node("end", "Output")]))), STORE)
    assert found.problems == []


def test_zero_weights_of_the_last_layer_alone_are_fine() -> None:
    layers = dense(4)
    layers["nodes"][-1]["initializer"] = {"entry": "Zeros"}
    assert plan(from_json(raw(layers)), STORE).problems == []


def fitting(width: int) -> list[list[JSON]]:
    """What may stand before a block: an image, a sequence or a row of so many channels or features."""
    return [
        [node("before", "Conv2d", "ReLU", out_channels=width)],
        [node("re", "Reshape", shape=[8, 8]), node("before", "Linear", "ReLU", out_features=width)],
        [node("flat", "Flatten"), node("before", "Linear", "ReLU", out_features=width)],
    ]


@pytest.mark.parametrize("name", library())
def test_ready_made_blocks_raise_no_warning(name: str) -> None:
    """Each is tried with what it may take; some of that must fit."""
    block, ports = block_to_json(library()[name]), len(library()[name].inputs)
    tried = []
    for before in [one for width in (16, 32, 64, 256) for one in fitting(width)]:
        layers = [node("input", "Input"), *before, node("r", "Block", block="b"), node("f", "Flatten")]
        edges: list[list[object]] = [[a["id"], b["id"]] for a, b in pairwise([*layers, node("end", "Output")])]
        edges += [["before", "r", port] for port in range(1, ports)]
        whole = raw(graph([*layers, node("end", "Output")], edges), blocks={"b": block}, batch_size=16, **IMAGES)
        found = plan(from_json(whole), STORE)
        tried.append(found.trainable)
        assert not found.trainable or found.problems == []
    assert any(tried)
