"""Networks against the same written by hand, and where their weights start."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import nn

from playground.engine.network import Network, NodeError
from tests.engine.building import JSON, dense, graph, node, session


def model(network: JSON, **changes: Any) -> Network:
    return session(network, **changes).runs[0].networks["model"]


class ByHand(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.a = nn.Linear(2, 5)
        self.b = nn.Linear(2, 5)
        self.norm = nn.LayerNorm(5)
        self.end = nn.Linear(10, 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        a = torch.tanh(self.a(x))
        total = torch.relu(a + self.b(x))
        return self.end(torch.cat([self.norm(total), a], dim=1))


RESIDUAL = graph(
    [
        node("input", "Input"),
        node("a", "Linear", "Tanh", out_features=5),
        node("b", "Linear", out_features=5),
        node("sum", "Add", "ReLU"),
        node("norm", "LayerNorm"),
        node("row", "Concat"),
        node("end", "Output"),
    ],
    [
        ["input", "a"],
        ["input", "b"],
        ["a", "sum"],
        ["b", "sum", 1],
        ["sum", "norm"],
        ["norm", "row"],
        ["a", "row", 1],
        ["row", "end"],
    ],
)


def test_a_graph_computes_what_the_same_by_hand_does() -> None:
    ours, theirs = model(RESIDUAL), ByHand()
    theirs.load_state_dict(ours.state_dict())
    x = torch.randn(7, 2, generator=torch.Generator().manual_seed(0))
    assert torch.equal(ours(x), theirs(x))
    ours(x).sum().backward()
    theirs(x).sum().backward()
    by_name = dict(theirs.named_parameters())
    for name, parameter in ours.named_parameters():
        assert torch.equal(parameter.grad, by_name[name].grad), name


def test_a_chain_computes_what_sequential_does() -> None:
    ours = model(dense(4, 3, activation="ReLU"))
    theirs = nn.Sequential(ours.hidden1, nn.ReLU(), ours.hidden2, nn.ReLU(), ours.output)
    x = torch.randn(5, 2, generator=torch.Generator().manual_seed(0))
    assert torch.equal(ours(x), theirs(x))
    assert list(ours.every_output(x)) == ["input", "hidden1", "hidden2", "output"]
    assert torch.equal(ours.every_output(x)["output"], ours(x))


def test_two_inputs_with_an_activation_do_not_disturb_each_other() -> None:
    nodes = [node("one", "Input", "ReLU"), node("two", "Input"), node("row", "Concat"), node("end", "Output")]
    ours = model(graph(nodes, [["one", "row"], ["two", "row", 1], ["row", "end"]]))
    x = torch.tensor([[-1.0, 2.0]])
    assert ours.every_output(x)["row"].tolist() == [[0.0, 2.0, -1.0, 2.0]]


def test_a_fault_names_the_layer() -> None:
    ours = model(dense(4, 3))
    with pytest.raises(NodeError) as caught:
        ours(torch.zeros(1, 9))
    assert caught.value.node == "hidden1"
    branched = model(RESIDUAL)
    branched.norm = nn.LayerNorm(99)
    branched._steps = [
        (branched.norm, *rest) if rest[-1] == "norm" else (first, *rest) for first, *rest in branched._steps
    ]
    with pytest.raises(NodeError) as caught:
        branched(torch.zeros(1, 2))
    assert caught.value.node == "norm"


# --- initial weights -----------------------------------------------------------------------------------------------


def test_weights_depend_on_nothing_but_seed_node_and_shape() -> None:
    small, large = model(dense(4)), model(dense(4, 3))
    assert torch.equal(small.hidden1.weight, large.hidden1.weight)
    assert not torch.equal(small.hidden1.weight, model(dense(4), seed=1).hidden1.weight)


def test_building_leaves_the_global_generator_alone() -> None:
    before = torch.get_rng_state()
    model(dense(4), initializer={"entry": "Normal"})
    assert torch.equal(before, torch.get_rng_state())


def test_the_default_is_what_pytorch_does_after_the_same_seed() -> None:
    from playground.engine.initial import node_seed

    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(node_seed(0, "model", "hidden1"))
        theirs = nn.Linear(2, 4)
    ours = model(dense(4)).hidden1
    assert torch.equal(ours.weight, theirs.weight)
    assert torch.equal(ours.bias, theirs.bias)


def test_initializers_set_weights_and_biases_but_not_norms() -> None:
    nodes = [
        node("input", "Input"),
        node("norm", "BatchNorm1d"),
        node("a", "Linear", _initializer={"entry": "Constant", "value": 2.0, "bias": -1.0}),
        node("end", "Output"),
    ]
    ours = model(graph(nodes), initializer={"entry": "Zeros", "bias": 0.5})
    assert ours.a.weight.unique().tolist() == [2.0]
    assert ours.a.bias.unique().tolist() == [-1.0]
    assert ours.end.weight.unique().tolist() == [0.0]
    assert ours.end.bias.tolist() == [0.5]
    assert ours.norm.weight.unique().tolist() == [1.0]


def test_a_frozen_layer_stays_and_a_factor_scales_the_step() -> None:
    nodes = [
        node("input", "Input"),
        node("frozen", "Linear", _lr_factor=0),
        node("slow", "Linear", _lr_factor=0.5),
        node("end", "Output"),
    ]
    running = session(graph(nodes)).runs[0]
    before = {name: value.clone() for name, value in running.networks["model"].state_dict().items()}
    running.chunk(1)
    gradient = running.networks["model"].slow.weight.grad
    assert gradient is not None
    assert torch.equal(before["frozen.weight"], running.networks["model"].frozen.weight)
    step = before["slow.weight"] - running.networks["model"].slow.weight
    assert torch.allclose(step, 0.05 * gradient, atol=1e-7)
    assert running.lr == 0.1
