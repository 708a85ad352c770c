"""Layers on real shapes: they build, keep to the shape PyTorch gives, and learn."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
import torch
from torch import nn

from playground.catalog.kinds import Layer
from playground.catalog.layers.inputs import Input
from playground.catalog.layers.linear import Linear, Output
from playground.catalog.layers.merge import Add, Concat
from playground.catalog.layers.normalization import BatchNorm1d, LayerNorm
from playground.catalog.layers.regularization import Dropout
from playground.catalog.layers.shape import Flatten
from playground.spec.entry import Shape, entries
from playground.spec.errors import ParamError

CASES: list[tuple[Layer, list[Shape], Shape]] = [
    (Linear(out_features=5), [(3,)], (5,)),
    (Linear(out_features=5, bias=False), [(4, 3)], (4, 5)),
    (Output(), [(3,)], (1,)),
    (Dropout(p=0.3), [(3,)], (3,)),
    (BatchNorm1d(), [(3,)], (3,)),
    (BatchNorm1d(affine=False), [(3, 7)], (3, 7)),
    (LayerNorm(), [(3,)], (3,)),
    (LayerNorm(elementwise_affine=False), [(2, 3)], (2, 3)),
    (Flatten(), [(1, 8, 8)], (64,)),
    (Add(), [(3,), (3,), (3,)], (3,)),
    (Concat(), [(3,), (4,)], (7,)),
    (Concat(dim=2), [(2, 3), (2, 5)], (2, 8)),
    *((cls(), [(3,)], (3,)) for cls in entries("layer").values() if cls.group == "Activations"),  # type: ignore[misc]  # all are layers
]


def build(item: Any, *shapes: Shape) -> Any:
    module, _, name = item.target.rpartition(".")
    return getattr(import_module(module), name)(**item.args(*shapes))


def test_every_layer_has_a_case() -> None:
    assert {layer.name for layer, _, _ in CASES} | {"Input"} == set(entries("layer"))


@pytest.mark.parametrize(("layer", "shapes", "wanted"), CASES, ids=[f"{c[0].name}-{c[1]}" for c in CASES])
def test_builds_on_real_shapes(layer: Layer, shapes: list[Shape], wanted: Shape) -> None:
    torch.manual_seed(0)
    assert layer.fits(*shapes) == ""
    module = build(layer, *shapes)
    inputs = [torch.randn(6, *shape) for shape in shapes]
    out = module(*inputs)
    assert out.shape == (6, *wanted)
    assert out.dtype == torch.float32
    assert torch.isfinite(out).all()


@pytest.mark.parametrize(("layer", "shapes", "wanted"), CASES, ids=[f"{c[0].name}-{c[1]}" for c in CASES])
def test_a_step_of_training_changes_every_parameter(layer: Layer, shapes: list[Shape], wanted: Shape) -> None:
    torch.manual_seed(0)
    flat = nn.Linear(wanted[-1], 1)
    before = [nn.Linear(shape[-1], shape[-1]) for shape in shapes]
    module = build(layer, *shapes)
    network = nn.ModuleList([*before, module, flat])
    start = [p.detach().clone() for p in network.parameters()]
    optimizer = torch.optim.SGD(network.parameters(), lr=0.5)
    inputs = [one(torch.randn(6, *shape)) for one, shape in zip(before, shapes, strict=True)]
    (flat(module(*inputs)) - torch.randn(6, *wanted[:-1], 1)).square().mean().backward()
    optimizer.step()
    assert all(not torch.equal(a, b) for a, b in zip(start, network.parameters(), strict=True))


def test_input_takes_nothing_and_builds_nothing() -> None:
    assert (Input.inputs, Input.target) == (0, "")


def test_output_becomes_a_linear_of_the_size_the_task_needs() -> None:
    assert Output(bias=False).sized(10) == Linear(out_features=10, bias=False)
    assert Linear(out_features=4).sized(10) == Linear(out_features=4)


def test_a_billion_units_are_a_matter_of_memory_not_of_bounds() -> None:
    assert Linear(out_features=10**9).args((2,))["out_features"] == 10**9
    with pytest.raises(ParamError):
        Linear(out_features=0)


@pytest.mark.parametrize(
    ("layer", "shapes", "said"),
    [
        (Output(), [(1, 8, 8)], "Flatten"),
        (BatchNorm1d(), [(1, 8, 8)], "(C,) or (C, L)"),
        (Add(), [(3,), (4,)], "equal shape"),
        (Add(), [(4,), (1, 4)], "equal shape"),
        (Concat(), [(2, 3), (2, 4)], "dimension 1"),
        (Concat(), [(3,), (3, 1)], "dimension 1"),
        (Concat(dim=2), [(3,), (4,)], "dimension 2"),
    ],
)
def test_says_why_shapes_do_not_fit(layer: Layer, shapes: list[Shape], said: str) -> None:
    sentence = layer.fits(*shapes)
    assert said in sentence
    assert sentence.endswith(".")
