"""Layers on real shapes: they build, keep to the shape PyTorch gives, and learn."""

from __future__ import annotations

import json

import pytest
import torch
from torch import nn

from playground.catalog.kinds import Layer
from playground.catalog.layers import attention, conv, merge, normalization, pooling, regularization, sequences, shape
from playground.catalog.layers.inputs import Input
from playground.catalog.layers.linear import Linear, Output
from playground.engine.dryrun import dry_run
from playground.spec.entry import Shape, entries, make
from playground.spec.errors import ParamError
from playground.spec.forms import entry_to_json
from tests.catalog.layer_cases import CASES, IDS, build, samples

each = pytest.mark.parametrize(("layer", "shapes", "wanted"), CASES, ids=IDS)
NO_GRADIENT = {"Embedding", "TreeLSTM", "TreeRNN"}
"""Layers that choose by their inputs; what comes before them cannot learn."""


def test_every_layer_has_a_case() -> None:
    assert {layer.name for layer, _, _ in CASES} | {"Input"} == set(entries("layer"))


@each
def test_builds_on_real_shapes(layer: Layer, shapes: list[Shape], wanted: Shape) -> None:
    torch.manual_seed(0)
    assert layer.fits(*shapes) == ""
    module = build(layer, *shapes)
    out = module(*samples(layer, shapes))
    assert out.shape == (6, *wanted)
    assert out.dtype == torch.float32
    assert torch.isfinite(out).all()


@each
def test_a_step_of_training_changes_every_parameter(layer: Layer, shapes: list[Shape], wanted: Shape) -> None:
    torch.manual_seed(0)
    first = [  # without biases, for attention does not mind a shift of all keys
        nn.Identity() if layer.name in NO_GRADIENT else nn.Linear(shape[-1], shape[-1], bias=False) for shape in shapes
    ]
    module, last = build(layer, *shapes), nn.Linear(wanted[-1], 1)
    network = nn.ModuleList([*first, module, last])
    start = [p.detach().clone() for p in network.parameters()]
    optimizer = torch.optim.SGD(network.parameters(), lr=0.5)
    inputs = [one(values) for one, values in zip(first, samples(layer, shapes), strict=True)]
    (last(module(*inputs)) - torch.randn(6, *wanted[:-1], 1)).square().mean().backward()
    optimizer.step()
    assert all(not torch.equal(a, b) for a, b in zip(start, network.parameters(), strict=True))


@each
def test_the_dry_run_foresees_shape_and_parameters(layer: Layer, shapes: list[Shape], wanted: Shape) -> None:
    facts = dry_run(layer, None, tuple(shapes))
    assert (facts.error, facts.shape) == ("", wanted)
    assert facts.parameters == sum(p.numel() for p in build(layer, *shapes).parameters())


@each
def test_values_survive_the_way_through_a_file(layer: Layer, shapes: list[Shape], wanted: Shape) -> None:
    assert make("layer", json.loads(json.dumps(entry_to_json(layer)))) == layer


def test_input_takes_nothing_and_builds_nothing() -> None:
    assert (Input.inputs, Input.target) == (0, "")


def test_output_becomes_a_linear_of_the_size_the_task_needs() -> None:
    assert Output(bias=False).sized(10) == Linear(out_features=10, bias=False)
    assert Linear(out_features=4).sized(10) == Linear(out_features=4)


def test_a_billion_units_are_a_matter_of_memory_not_of_bounds() -> None:
    assert Linear(out_features=10**9).args((2,))["out_features"] == 10**9
    with pytest.raises(ParamError):
        Linear(out_features=0)


IMAGE: Shape = (3, 8, 8)

MISFITS: list[tuple[Layer, list[Shape], str]] = [
    (Output(), [(1, 8, 8)], "Flatten"),
    (normalization.BatchNorm1d(), [(1, 8, 8)], "(C,) or (C, L)"),
    (normalization.BatchNorm2d(), [(8,)], "use Batch norm 1d"),
    (normalization.GroupNorm(num_groups=4), [(6, 2, 2)], "such as 2"),
    (normalization.InstanceNorm2d(), [(6,)], "(C, H, W)"),
    (normalization.InstanceNorm2d(), [(6, 1, 1)], "before the pooling"),
    (normalization.LocalResponseNorm(), [(6,)], "(C, H, W)"),
    (conv.Conv2d(), [(8,)], "put Reshape"),
    (conv.Conv2d(), [(8, 9)], "1d layer"),
    (conv.Conv1d(), [IMAGE], "2d layer"),
    (conv.Conv2d(groups=2), [IMAGE], "such as 1"),
    (conv.Conv2d(kernel_size=11), [IMAGE], "11 × 11 places, but gets 10 × 10"),
    (conv.Conv1d(kernel_size=4, dilation=5), [(2, 8)], "16 places, but gets 10"),
    (conv.DepthwiseConv2d(), [(8,)], "(C, H, W)"),
    (conv.ConvTranspose2d(output_padding=2), [IMAGE], "output padding below"),
    (conv.ConvTranspose2d(padding=20), [IMAGE], "less padding"),
    (pooling.MaxPool2d(padding=2), [IMAGE], "half its kernel"),
    (pooling.AvgPool2d(kernel_size=9), [IMAGE], "smaller kernel"),
    (pooling.AdaptiveAvgPool2d(), [(8,)], "(C, H, W)"),
    (pooling.Upsample(), [(8,)], "(C, H, W)"),
    (pooling.Upsample(mode="linear"), [IMAGE], "choose bilinear"),
    (pooling.Upsample(mode="bilinear"), [(3, 8)], "choose linear"),
    (pooling.Upsample(scale_factor=0.1), [IMAGE], "larger factor"),
    (regularization.Dropout2d(), [(3, 8)], "1d layer"),
    (regularization.Dropout1d(), [(3,)], "(C, L)"),
    (regularization.Reparameterise(), [(3,), (4,)], "equal shape"),
    (sequences.LSTM(), [IMAGE], "(L, E)"),
    (sequences.TakeLast(), [(8,)], "put Reshape"),
    (sequences.PoolOverTime(), [IMAGE], "put Reshape"),
    (attention.SelfAttention(), [(8,)], "(L, E)"),
    (attention.SelfAttention(num_heads=4), [(5, 6)], "such as 3"),
    (attention.MultiheadAttention(num_heads=1), [(5, 6), (4, 6), (3, 6)], "as many keys as values"),
    (attention.TransformerEncoderLayer(nhead=5), [(5, 6)], "such as 3"),
    (attention.TransformerDecoderLayer(nhead=2), [(5, 6), (5, 8)], "as many features"),
    (attention.PositionalEncoding(), [(8,)], "(L, E)"),
    (attention.PositionalEmbedding(), [IMAGE], "(L, E)"),
    (shape.Flatten(start_dim=3), [(3, 4)], "choose 1"),
    (shape.Reshape(shape=(5, -1)), [IMAGE], "192"),
    (shape.Reshape(shape=(-1, -1)), [IMAGE], "192"),
    (shape.Permute(), [IMAGE], "3, 2, 1"),
    (shape.Transpose(), [(3,)], "put Reshape"),
    (shape.ZeroPad2d(top=-9), [IMAGE], "cut less"),
    (shape.ZeroPad2d(), [(3,)], "(C, H, W)"),
    (merge.Add(), [(3,), (4,)], "equal shape"),
    (merge.Add(), [(4,), (1, 4)], "equal shape"),
    (merge.Concat(), [(2, 3), (2, 4)], "dimension 1"),
    (merge.Concat(), [(3,), (3, 1)], "dimension 1"),
    (merge.Concat(dim=2), [(3,), (4,)], "dimension 2"),
    (merge.Multiply(), [IMAGE, (4,)], "equal or 1"),
    (merge.Subtract(), [(3,), (4,)], "equal or 1"),
    (merge.MatMul(), [(3, 4), (3, 4)], "put Transpose"),
]


@pytest.mark.parametrize(("layer", "shapes", "said"), MISFITS, ids=[f"{c[0]!r}-{c[1]}" for c in MISFITS])
def test_says_why_shapes_do_not_fit(layer: Layer, shapes: list[Shape], said: str) -> None:
    sentence = layer.fits(*shapes)
    assert said in sentence
    assert sentence.endswith(".")
    assert dry_run(layer, None, tuple(shapes)).error == sentence


@each
def test_a_window_is_one_or_none(layer: Layer, shapes: list[Shape], wanted: Shape) -> None:
    window = layer.window()
    assert window is None or (window[0] >= 1 and window[1] > 0)


def test_two_equal_sides_are_one_number() -> None:
    assert conv.Conv2d(kernel_size=(3, 3)) == conv.Conv2d(kernel_size=3)
    for wrong in ((3, 3, 3), (0, 3), (1.5, 2)):
        with pytest.raises(ParamError) as caught:
            make("layer", {"entry": "Conv2d", "kernel_size": wrong})
        assert caught.value.place == "kernel_size"


def test_what_bends_is_followed_by_an_activation_and_what_only_moves_numbers_is_not() -> None:
    bends = {name: cls.bends for name, cls in entries("layer").items() if issubclass(cls, Layer)}
    assert {name for name, when in bends.items() if when == "always"} == {
        *("Linear", "Conv1d", "Conv2d", "DepthwiseConv2d", "ConvTranspose1d", "ConvTranspose2d"),
        *("GCNConv", "SAGEConv", "GATConv"),
    }
    assert {"BatchNorm2d", "Add", "Multiply"} <= {name for name, when in bends.items() if when == "maybe"}
    assert {"Input", "Flatten", "LSTM", "ReLU", "Dropout"} <= {name for name, when in bends.items() if when == "never"}
