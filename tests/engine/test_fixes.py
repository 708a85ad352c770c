"""Every warning and every shape error brings fixes, and each of them makes the problem go away."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pytest

from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.engine.events import Diagnostic, Plan
from playground.spec import files, fixes
from playground.spec.experiment import Experiment
from playground.spec.parse import from_json
from tests.engine.building import JSON, dense, graph, node, raw

STORE = DataStore()
IMAGES: JSON = {"data": {"entry": "Digits"}, "loss": {"entry": "CrossEntropyLoss"}}
INPUT, END = node("input", "Input"), node("end", "Output")


def chain(*nodes: JSON, **changes: Any) -> JSON:
    """Points of the plane through these layers."""
    return raw(graph([INPUT, *nodes, END]), **changes)


def image(*nodes: JSON, end: bool = True) -> JSON:
    """Small images through these layers."""
    return raw(graph([INPUT, *nodes, *([END] if end else [])]), **IMAGES)


def merge(name: str, a: list[JSON], b: list[JSON], *behind: JSON, **changes: Any) -> JSON:
    """Two paths from the input that meet in a layer."""
    nodes = [INPUT, *a, *b, node("meet", name), *behind, END]
    edges: list[list[Any]] = []
    for path, port in ((a, 0), (b, 1)):
        ids = ["input", *(one["id"] for one in path)]
        edges += [[x, y] for x, y in pairwise(ids)]
        edges.append([ids[-1], "meet", port])
    ids = ["meet", *(one["id"] for one in behind), "end"]
    edges += [[x, y] for x, y in pairwise(ids)]
    return raw(graph(nodes, edges), **changes)


def conv(name: str, out: int, **values: Any) -> JSON:
    return node(name, "Conv2d", "ReLU", out_channels=out, **values)


def used(*nodes: JSON, edges: list[list[Any]] | None = None, repeat: int = 1, **changes: Any) -> JSON:
    """A block of these layers between two dense ones."""
    block = {**graph([node("x", "Input"), *nodes], edges), "parameters": [], "about": ""}
    use = {"id": "r", "layer": {"entry": "Block", "block": "inner", "repeat": repeat, "settings": {}}}
    layers = [INPUT, node("first", "Linear", "Tanh", out_features=4), use, END]
    return raw(graph(layers), blocks={"inner": block}, **changes)


FLAT = node("flat", "Flatten")
WARNINGS: Mapping[str, tuple[str, JSON]] = {
    "softmax": (
        "softmax-before-cross-entropy",
        raw(graph([INPUT, node("end", "Output", "Softmax")]), loss={"entry": "CrossEntropyLoss"}),
    ),
    "softmax of its own": (
        "softmax-before-cross-entropy",
        raw(
            graph([INPUT, node("a", "Linear", out_features=2), node("s", "Softmax")]),
            loss={"entry": "CrossEntropyLoss"},
        ),
    ),
    "sigmoid": ("sigmoid-before-bce-with-logits", raw(graph([INPUT, node("end", "Output", "Sigmoid")]))),
    "dropout": (
        "dropout-before-batch-norm",
        chain(node("a", "Linear", "ReLU"), node("drop", "Dropout"), node("norm", "BatchNorm1d")),
    ),
    "bias": ("bias-before-batch-norm", chain(node("a", "Linear"), node("norm", "BatchNorm1d", "ReLU"))),
    "biases of convolutions": (
        "bias-before-batch-norm",
        image(
            *(
                node("a", "Conv2d"),
                node("n", "BatchNorm2d", "ReLU"),
                node("b", "Conv2d"),
                node("m", "BatchNorm2d", "ReLU"),
            ),
            FLAT,
        ),
    ),
    "no nonlinearity": ("no-nonlinearity", chain(node("a", "Linear"))),
    "dead end": (
        "dead-end",
        raw(
            graph(
                [INPUT, node("a", "Linear", "Tanh"), node("b", "Linear", "Tanh"), END],
                [["input", "a"], ["a", "b"], ["input", "end"]],
            )
        ),
    ),
    "zeros": ("symmetry", raw(dense(4, 3), initializer={"entry": "Zeros"})),
    "zeros of its own": (
        "symmetry",
        raw(
            graph([INPUT, node("a", "Linear", "ReLU", _initializer={"entry": "Constant"}), END]),
            initializer={"entry": "Zeros"},
        ),
    ),
    "xavier with relu": (
        "initializer-unfit",
        raw(dense(*[8] * 7, activation="ReLU"), initializer={"entry": "XavierUniform"}),
    ),
    "kaiming with tanh": ("initializer-unfit", raw(dense(*[8] * 7), initializer={"entry": "KaimingNormal"})),
    "large inputs": (
        "inputs-not-standardised",
        raw(dense(4), data={"entry": "Wine", "scaling": "none"}, loss={"entry": "CrossEntropyLoss"}),
    ),
    "dense on an image": ("dense-on-image", image(node("a", "Linear", "ReLU"), FLAT)),
    "inside a block": ("no-nonlinearity", used(node("a", "Linear"), node("b", "Linear", "ReLU"), repeat=2)),
    "bias inside a block": (
        "bias-before-batch-norm",
        used(node("a", "Linear"), node("n", "BatchNorm1d", "Tanh"), repeat=2),
    ),
}
ERRORS: Mapping[str, tuple[str, JSON]] = {
    "output after an image": ("shape", image()),
    "convolution of a row": ("shape", image(FLAT, conv("a", 4), node("flat2", "Flatten"))),
    "convolution of points": ("shape", chain(conv("a", 4))),
    "1d of an image": ("shape", image(node("a", "Conv1d"), FLAT)),
    "2d of a sequence": ("shape", image(node("re", "Reshape", shape=[8, 8]), conv("a", 3), FLAT)),
    "batch norm 2d of a row": ("shape", chain(node("a", "Linear", "Tanh", bias=False), node("n", "BatchNorm2d"))),
    "batch norm of an image": ("shape", image(node("n", "BatchNorm1d"), FLAT)),
    "sides of a kernel of points": ("shape", chain(node("a", "MaxPool2d", kernel_size=[3, 2]))),
    "transposed sides of a sequence": (
        "shape",
        image(node("re", "Reshape", shape=[8, 8]), node("a", "ConvTranspose2d", stride=[2, 1]), FLAT),
    ),
    "no weights": ("frozen", raw(graph([INPUT, node("a", "Tanh")]))),
    "all with weights frozen": ("frozen", raw(graph([INPUT, node("a", "Tanh"), node("end", "Output", _lr_factor=0)]))),
    "only what learns behind the end": (
        "frozen",
        raw(graph([INPUT, node("end", "Output", _lr_factor=0), node("a", "Linear")])),
    ),
    "kernel too large": ("shape", image(conv("a", 4, kernel_size=11, padding=0), FLAT)),
    "pool too large": ("shape", image(node("a", "MaxPool2d", kernel_size=9), FLAT)),
    "groups": ("shape", image(conv("a", 4), conv("b", 6, groups=4), FLAT)),
    "group norm": ("shape", chain(node("a", "Linear", "Tanh", out_features=6), node("n", "GroupNorm", num_groups=4))),
    "heads": ("shape", image(node("re", "Reshape", shape=[8, 8]), node("a", "SelfAttention", num_heads=3), FLAT)),
    "heads of three inputs": (
        "shape",
        raw(
            graph(
                [INPUT, node("re", "Reshape", shape=[8, 8]), node("a", "MultiheadAttention", num_heads=3), FLAT, END],
                [["input", "re"], ["re", "a"], ["re", "a", 1], ["re", "a", 2], ["a", "flat"], ["flat", "end"]],
            ),
            **IMAGES,
        ),
    ),
    "recurrent of an image": ("shape", image(node("a", "LSTM", returns="last"))),
    "recurrent of a row": ("shape", chain(node("a", "GRU", returns="last"))),
    "reshape": ("shape", image(node("re", "Reshape", shape=[7, 9]), node("flat", "Flatten"))),
    "permute": ("shape", image(node("re", "Permute", dims=[2, 1]), FLAT)),
    "transpose": ("shape", chain(node("a", "Transpose"))),
    "flatten": ("shape", chain(node("a", "Flatten", start_dim=2))),
    "padding cuts off": ("shape", image(node("a", "ZeroPad2d", left=-5, right=-5), FLAT)),
    "upsampling": ("shape", image(node("a", "Upsample", mode="linear"), FLAT)),
    "transposed convolution": ("shape", image(node("a", "ConvTranspose2d", output_padding=3), FLAT)),
    "add of rows": (
        "shape",
        merge("Add", [node("a", "Linear", "Tanh", out_features=5)], [node("b", "Linear", "Tanh", out_features=6)]),
    ),
    "add of a skip": ("shape", merge("Add", [conv("a", 4, stride=2), conv("b", 4)], [], FLAT, **IMAGES)),
    "add of a larger one": ("shape", merge("Add", [conv("a", 4, padding=0)], [], FLAT, **IMAGES)),
    "add of a row and an image": (
        "shape",
        merge("Add", [FLAT, node("a", "Linear", "Tanh")], [conv("b", 3)], node("flat2", "Flatten"), **IMAGES),
    ),
    "multiply": ("shape", merge("Multiply", [conv("a", 4)], [conv("b", 3)], FLAT, **IMAGES)),
    "concat of sizes": ("shape", merge("Concat", [conv("a", 4)], [conv("b", 3, stride=2)], FLAT, **IMAGES)),
    "concat of ranks": ("shape", merge("Concat", [FLAT], [conv("b", 3)], **IMAGES)),
    "matrix product": (
        "shape",
        merge("MatMul", [node("a", "Reshape", shape=[4, 16])], [node("b", "Reshape", shape=[8, 8])], FLAT, **IMAGES),
    ),
    "no input": ("no-input", raw(graph([node("a", "Linear", "Tanh"), END]))),
    "nothing": ("no-input", raw(graph([]))),
    "only an input": ("no-layers", raw(graph([INPUT]))),
    "only a layer": ("no-input", raw(graph([END]))),
    "no output": (
        "no-output",
        raw(graph([INPUT, node("a", "Linear", "Tanh"), node("b", "Linear", "Tanh")], [["input", "a"], ["input", "b"]])),
    ),
    "two outputs": ("outputs", raw(graph([INPUT, END, node("b", "Output")], [["input", "end"], ["input", "b"]]))),
    "loose layer": ("missing-input", raw(graph([INPUT, node("a", "Linear", "Tanh"), END], [["a", "end"]]))),
    "loose layer at the side": (
        "missing-input",
        raw(graph([INPUT, node("a", "Linear", "Tanh"), END], [["input", "end"]])),
    ),
    "merge of one": ("missing-input", chain(node("sum", "Add"))),
    "too many inputs": (
        "too-many-inputs",
        raw(graph([INPUT, node("a", "Linear", "Tanh"), END], [["input", "a"], ["a", "end"], ["input", "end", 1]])),
    ),
    "wrong size": ("output-size", raw(graph([INPUT, node("a", "Linear", out_features=3)]))),
    "an image as output": ("output-size", image(conv("a", 3), end=False)),
    "no activation": ("no-activation", raw(graph([INPUT, {**END, "activation": {"entry": "Linear"}}]))),
    "unknown layer": ("unknown", chain(node("a", "Wormhole"))),
    "unknown loss": ("unknown", raw(dense(3), loss={"entry": "Vibes"})),
    "frozen": ("frozen", raw(graph([INPUT, node("end", "Output", _lr_factor=0)]))),
    "name": ("name", chain(node("forward", "Linear", "Tanh"))),
    "single sample": ("single-sample", raw(graph([INPUT, node("n", "BatchNorm1d"), END]), batch_size=19)),
    "memory": ("memory", raw(dense(10**9))),
    "task": ("task", raw(dense(3), metrics=[{"entry": "R2"}])),
    "shape of the input": ("input-shape", raw(graph([node("input", "Input", shape=[3]), END]))),
    "a missing block": ("block", {**used(node("a", "Linear", "Tanh")), "blocks": {}}),
    "shapes inside a block": ("shape", used(conv("a", 4), node("b", "Linear", "Tanh"), repeat=2)),
    "a skip inside a block": (
        "shape",
        used(
            node("a", "Linear", "Tanh", out_features=6),
            node("sum", "Add"),
            edges=[["x", "a"], ["a", "sum"], ["x", "sum", 1]],
        ),
    ),
    "a loose layer inside a block": (
        "missing-input",
        used(node("a", "Linear", "Tanh", out_features=4), node("sum", "Add"), edges=[["x", "a"], ["a", "sum"]]),
    ),
}


def planned(experiment: Experiment) -> Plan:
    return plan(experiment, STORE)


def of_kind(found: Plan, code: str) -> list[Diagnostic]:
    return [problem for problem in found.problems if problem.code == code]


def key(problem: Diagnostic) -> tuple[str, str, str]:
    return problem.code, problem.node, problem.place


def all_gone(code: str, spec: JSON, severity: str) -> None:
    experiment = from_json(spec)
    found = of_kind(planned(experiment), code)
    assert found, planned(experiment).problems
    for problem in found:
        assert problem.severity == severity
        assert problem.message
        assert problem.fixes, problem
        for fix in problem.fixes:
            mended = fixes.apply(experiment, problem.network or "model", fix)
            again = planned(from_json(files_json(mended)))
            assert key(problem) not in [key(one) for one in again.problems], (fix, again.problems)


def files_json(experiment: Experiment) -> Any:
    """Its file form: what a fix makes is checked like a file."""
    return json.loads(files.dumps(experiment))


@pytest.mark.parametrize("name", WARNINGS)
def test_every_fix_of_a_warning_makes_it_go_away(name: str) -> None:
    all_gone(*WARNINGS[name], "warning")


@pytest.mark.parametrize("name", ERRORS)
def test_every_fix_of_an_error_makes_it_go_away(name: str) -> None:
    all_gone(*ERRORS[name], "error")
