"""Blocks in files that nobody would write by hand: refused at once and in one sentence."""

from __future__ import annotations

import copy
import json
import random
import tracemalloc
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from playground import catalog
from playground.catalog.starter import starter
from playground.spec.errors import GraphError, ParamError, SpecError
from playground.spec.experiment import Experiment, expanded
from playground.spec.files import dumps, loads
from playground.spec.surgery import surgery_from_json
from playground.spec.variants import computed

catalog.load()
JSON = dict[str, Any]
Path = tuple[str | int, ...]


def node(name: str, entry: str, **values: Any) -> JSON:
    return {"id": name, "layer": {"entry": entry, **values}}


def use(block: str, repeat: int = 1, name: str = "u") -> JSON:
    return node(name, "Block", block=block, repeat=repeat)


def row(*nodes: JSON) -> JSON:
    """A block of layers one after another."""
    ids = ["x", *(one["id"] for one in nodes)]
    return {"nodes": [node("x", "Input"), *nodes], "edges": [list(pair) for pair in pairwise(ids)]}


def experiment(blocks: JSON, block: str, repeat: int = 1) -> Experiment:
    raw = json.loads(dumps(starter("A circle")))
    raw["blocks"] = blocks
    model = row(use(block, repeat), node("out", "Output"))
    raw["networks"]["model"] = model
    return loads(json.dumps(raw).encode())


LINEAR = row(node("fc", "Linear", out_features=4))
FAN = {"nodes": [node("x", "Input"), node("sum", "Add")], "edges": [["x", "sum", port] for port in range(9_000)]}
DEEP = {"b0": LINEAR, **{f"b{i}": row(use(f"b{i - 1}")) for i in range(1, 14)}}
TREE = {
    "b0": LINEAR,
    **{f"b{i}": row(use(f"b{i - 1}", 1, "left"), use(f"b{i - 1}", 1, "right")) for i in range(1, 12)},
}


@pytest.mark.parametrize(
    ("blocks", "block", "repeat", "said"),
    [
        ({"a": LINEAR, "b": row(use("a", 200)), "c": row(use("b", 200))}, "c", 200, "larger than 2000 layers"),
        ({"a": row(*(node(f"f{i}", "ReLU") for i in range(1_990)))}, "a", 200, "larger than 2000 layers"),
        ({"a": FAN}, "a", 200, "larger than 10000 wires"),
        (TREE, "b11", 1, "larger than 2000 layers"),
        (DEEP, "b13", 1, "more than 12 blocks"),
        ({"a": row(use("b", 200)), "b": row(use("a", 200))}, "a", 200, "inside itself"),
    ],
)
def test_blocks_without_end_are_refused_before_they_are_built(blocks: JSON, block: str, repeat: int, said: str) -> None:
    made = experiment(blocks, block, repeat)
    tracemalloc.start()
    try:
        with pytest.raises(GraphError, match=said) as caught:
            expanded(made)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()
    assert caught.value.place.startswith("networks.model.nodes.u")


def test_a_wire_into_an_input_that_a_block_does_not_have() -> None:
    raw = json.loads(dumps(experiment({"a": LINEAR}, "a")))
    raw["networks"]["model"]["edges"].append(["x", "u", 1])
    with pytest.raises(GraphError, match="u: has no input 2, but a wire from x leads there"):
        expanded(loads(json.dumps(raw).encode()))


def test_a_block_is_no_activation() -> None:
    raw = json.loads(dumps(experiment({"a": LINEAR}, "a")))
    raw["networks"]["model"]["nodes"][1]["activation"] = {"entry": "Block", "block": "a"}
    with pytest.raises(SpecError, match="activation: needs an activation, not a block"):
        loads(json.dumps(raw).encode())


@pytest.mark.parametrize("settings", [[1], [[1]], [["a", 1, 2]], [["a"], ["b"]], "a", 1, [["a", [1]]], {"a": None}])
def test_settings_of_another_form_are_refused(settings: Any) -> None:
    raw = json.loads(dumps(experiment({"a": LINEAR}, "a")))
    raw["networks"]["model"]["nodes"][1]["layer"]["settings"] = settings
    with pytest.raises(ParamError, match="settings"):
        loads(json.dumps(raw).encode())


@pytest.mark.parametrize("value", [["weight", [0], 1e39], ["we\night", [0], 1], ["w" * 201, [0], 1]])
def test_numbers_and_names_that_no_weight_has_are_refused(value: list[Any]) -> None:
    with pytest.raises(SpecError, match="values"):
        surgery_from_json({"values": [value]})


def test_a_sentence_stays_short_and_on_one_line() -> None:
    error = ParamError("a\nb", f"is {'x' * 5_000}\nand more").within("c")
    assert "\n" not in str(error)
    assert len(str(error)) < 500
    assert error.place == "c.a\nb"


# --- thousands of damaged files ------------------------------------------------------------------------------------

ODD: list[Any] = [
    *(None, True, 0, -1, 201, 2**31, 2**53 + 1, 1e308, 0.1, "", "x", "a.b", "b1__p", "outer", "class", "ä", "\n"),
    *([], {}, [[]], [[0, 0]], ["weight", [0], 1], [["weight", [0], 1e300]], {"a": {"b": 1}}, [None], [[1]]),
    *({"entry": "Block", "block": "outer"}, {"entry": "Block", "block": "inner", "repeat": 200}, {"entry": 1}),
    *({"width": "x"}, {"width": 1e300}, [["width", 1]], [["width", 1, 2]], {"frozen": [0] * 5_000}, "y" * 5_000),
]


def rich() -> JSON:
    """A file with nested blocks, surgery, weights, two networks and variants that reach into them."""
    surgery = {"frozen": [1], "ablated": [2], "redrawn": [[-1, 1], [3, 2]], "values": [["weight", [0, 1], 0.5]]}
    width = {"name": "width", "value": 8, "targets": {"fc.out_features": 1, "end.out_features": 2.0}}
    inner = row({**node("fc", "Linear"), "surgery": surgery, "activation": {"entry": "ReLU"}}, node("end", "Linear"))
    two = row(node("p", "Block", block="inner", repeat=2, settings={"width": 4}), node("add", "Add"))
    two["nodes"].insert(1, node("y", "Input"))
    two["edges"].append(["y", "add", 1])
    model = row({**node("h1", "Linear"), "surgery": surgery}, use("outer", 2, "b1"), node("out", "Output"))
    model["edges"].append(["h1", "b1", 1])
    raw: JSON = json.loads(dumps(starter("A circle")))
    patches: list[JSON] = [
        {},
        {"blocks.inner.nodes.fc.layer.out_features": 3},
        {"networks.model.nodes.b1.layer.repeat": 3},
    ]
    return {
        **raw,
        "blocks": {"inner": {**inner, "parameters": [width]}, "outer": two},
        "networks": {"model": model, "teacher": copy.deepcopy(model)},
        "weights": "weights.safetensors",
        "variants": [{"name": f"v{i}", "patch": patch} for i, patch in enumerate(patches)],
    }


def places(value: Any, here: Path = ()) -> Iterator[Path]:
    yield here
    steps = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for step in steps:
        yield from places(value[step], (*here, step))


def at(raw: Any, path: Path) -> Any:
    for step in path:
        raw = raw[step]
    return raw


def damaged(raw: JSON, rng: random.Random, every: list[Path]) -> JSON:
    """A copy in which something is gone, odd, doubled or from elsewhere."""
    raw = copy.deepcopy(raw)
    path = rng.choice(every)
    last: Any = path[-1]
    around = at(raw, path[:-1])
    match rng.randrange(4):
        case 0:
            del around[last]
        case 1:
            around[last] = copy.deepcopy(at(raw, rng.choice(every)))
        case 2 if isinstance(around, list):
            around.append(copy.deepcopy(around[last]))
        case _:
            around[last] = rng.choice(ODD)
    return raw


def said_of(data: bytes) -> str:
    """What is said of a file, "" if nothing is wrong with it."""
    try:
        made = loads(data)
        assert loads(dumps(made)) == made
        for name in made.variant_names():
            computed(made, name)
    except SpecError as error:
        return str(error)
    return ""


def test_damaged_files_are_refused_or_read() -> None:
    rng, raw = random.Random(1), rich()
    every = [path for path in places(raw) if path]
    said = [said_of(json.dumps(damaged(raw, rng, every)).encode()) for _ in range(1_000)]
    assert said.count("") > 50
    assert not [one for one in said if "\n" in one or len(one) > 1_000]
