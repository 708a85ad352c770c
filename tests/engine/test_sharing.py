"""Shared weights: counted once, drawn once, trained as one, and said in a sentence where they cannot be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import safetensors.torch
import torch
from torch import nn

from playground.engine import weights
from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.engine.events import NetworkPlan, Plan
from playground.engine.session import open_session
from playground.engine.sharing import tie
from playground.spec.experiment import Experiment
from playground.spec.fixes import apply
from playground.spec.variants import with_paths
from tests.engine.building import JSON, experiment, graph, node, outcome, session

SYMBOLS: JSON = {
    "data": {"entry": "KeyValue", "form": "symbols", "n": 60},
    "loss": {"entry": "CrossEntropyLoss"},
    "metrics": [],
}


def language(shares: str = "table", **of_head: Any) -> JSON:
    """A table of symbols and a head that takes its weights from it."""
    head = node("head", "Linear", out_features=20, _shares=shares, **{"bias": False, **of_head})
    return graph(
        [
            node("input", "Input"),
            node("table", "Embedding", num_embeddings=20, embedding_dim=6),
            node("pool", "PoolOverTime"),
            head,
            node("end", "Output"),
        ]
    )


def pair(**of_second: Any) -> JSON:
    """Two dense layers of one shape, of which the second takes the weights of the first."""
    layers = [node("a", "Linear", "Tanh", out_features=2), node("b", "Linear", "Tanh", out_features=2, **of_second)]
    return graph([node("input", "Input"), *layers, node("end", "Output")])


def planned(made: Experiment) -> Plan:
    return plan(made, DataStore())


def test_a_head_tied_to_a_table_is_counted_once() -> None:
    worked = planned(experiment(language(), **SYMBOLS))
    assert worked.trainable
    network = worked.networks["model"]
    head = next(one for one in network.nodes if one.id == "head")
    assert (head.parameters, head.shared, head.tensors) == (0, 120, {"weight": [20, 6]})
    made = session(language(), **SYMBOLS)
    module = made.runs[0].networks["model"]
    assert module.head.weight is module.table.weight
    assert network.parameters == network.trainable == sum(one.numel() for one in module.parameters())
    assert len(made.runs[0].parameters) == len(list(module.parameters()))


def test_what_does_not_fit_stays_the_layers_own() -> None:
    worked = planned(experiment(language(bias=True), **SYMBOLS)).networks["model"]
    head = next(one for one in worked.nodes if one.id == "head")
    assert (head.parameters, head.trainable, head.shared) == (20, 20, 120)


def test_the_owner_decides_how_weights_start_and_learn() -> None:
    own = {"_initializer": {"entry": "Zeros"}, "_lr_factor": 0, "_regularizers": [{"entry": "MaxNorm", "limit": 0.01}]}
    run = session(pair(_shares="a", **own)).runs[0]
    network = run.networks["model"]
    assert network.a.weight.requires_grad
    assert float(network.a.weight.detach().abs().min()) > 0
    assert {name for name, _ in network.named_parameters()} == {"a.weight", "a.bias", "end.weight", "end.bias"}
    run.chunk(1)
    assert float(network.a.weight.detach().norm(dim=1).min()) > 0.1
    assert torch.equal(network.a.weight, network.b.weight)


@pytest.mark.parametrize("factor", [0.0, 0.5])
def test_the_owners_factor_holds_though_it_is_computed_later(factor: float) -> None:
    network = pair()
    network["nodes"][1]["shares"] = "b"
    network["nodes"][2]["lr_factor"] = factor
    run = session(network).runs[0]
    rates = {id(p): group["lr"] for group in run.optimizer.param_groups for p in group["params"]}
    assert rates.get(id(run.networks["model"].a.weight), 0.0) == pytest.approx(0.1 * factor)


def test_the_gradient_is_the_sum_over_both_places() -> None:
    run = session(pair(_shares="a")).runs[0]
    network, x = run.networks["model"], run.dataset.train_inputs
    weight = network.a.weight
    network(x).sum().backward()
    free = weight.detach().clone().requires_grad_(), weight.detach().clone().requires_grad_()
    hidden = torch.tanh(nn.functional.linear(x, free[0], network.a.bias))
    hidden = torch.tanh(nn.functional.linear(hidden, free[1], network.a.bias))
    network.end(hidden).sum().backward()
    assert weight.grad is not None
    torch.testing.assert_close(weight.grad, free[0].grad + free[1].grad)  # type: ignore[operator]  # both have one now


def test_a_training_ends_with_one_table_and_goes_on_from_a_checkpoint(tmp_path: Path) -> None:
    run = outcome(language(), **SYMBOLS).runs["model"]
    network = run.networks["model"]
    assert network.head.weight is network.table.weight
    again = session(language(), **SYMBOLS)
    again.runs[0].load_state(run.run.state())
    module = again.runs[0].networks["model"]
    assert module.head.weight is module.table.weight
    assert torch.equal(module.head.weight, network.head.weight)


def test_weights_of_a_file_and_of_a_run_before_are_the_owners(tmp_path: Path) -> None:
    apart = session(pair()).runs[0].networks["model"].state_dict()
    path = tmp_path / "apart.safetensors"
    safetensors.torch.save_file({f"model.{key}": value for key, value in apart.items()}, path)
    made = with_paths(experiment(pair(_shares="a")), {"weights": str(path)})
    kept = open_session(experiment(pair(_shares="a"), seed=5), DataStore(), {"model": {"model": apart}})
    for one in (open_session(made, DataStore()), kept):
        assert torch.equal(one.runs[0].networks["model"].b.weight, apart["a.weight"])


def test_weights_of_a_file_are_asked_for_while_the_network_has_a_circle(tmp_path: Path) -> None:
    safetensors.torch.save_file({"model.a.weight": torch.ones(2, 2)}, tmp_path / "some.safetensors")
    network = pair(_shares="a")
    made = with_paths(experiment(network), {"weights": str(tmp_path / "some.safetensors")})
    assert not list(weights.problems(made, {"model": NetworkPlan(0, 0, [])}))


def test_a_file_needs_no_table_for_a_layer_that_shares_it(tmp_path: Path) -> None:
    state = session(language(), **SYMBOLS).runs[0].networks["model"].state_dict()
    path = tmp_path / "tied.safetensors"
    safetensors.torch.save_file({f"model.{key}": v for key, v in state.items() if key != "head.weight"}, path)
    made = with_paths(experiment(language(), **SYMBOLS), {"weights": str(path)})
    assert not list(weights.problems(made, planned(made).networks))


@pytest.mark.parametrize("name", ["LSTM", "MultiheadAttention", "BatchNorm1d", "Embedding"])
def test_modules_of_every_make_share_all_of_their_parameters(name: str) -> None:
    sizes = {"LSTM": (3, 4), "MultiheadAttention": (4, 2), "BatchNorm1d": (5,), "Embedding": (7, 3)}[name]
    first, second = (getattr(nn, name)(*sizes) for _ in range(2))
    tie(second, first)
    assert len(list(nn.ModuleList([first, second]).parameters())) == len(list(first.parameters()))
    if name == "LSTM":
        x = torch.randn(2, 3, 3)
        assert torch.equal(first(x)[0], second(x)[0])


SENTENCES = {
    "b": "A layer cannot share weights with itself.",
    "gone": "It should share weights with gone, which is no layer beside it.",
    "input": "Input has no weights that could be shared.",
    "end": "No weights here have the name and the shape of those of Output.",
}


@pytest.mark.parametrize("owner", SENTENCES)
def test_what_cannot_be_shared_is_said_and_mended(owner: str) -> None:
    network = pair(_shares=owner)
    network["nodes"][2]["layer"]["bias"] = owner != "end"
    made = experiment(network)
    problem = next(one for one in planned(made).problems if one.code == "sharing")
    assert (problem.message, problem.node, problem.network) == (SENTENCES[owner], "b", "model")
    assert planned(apply(made, "model", problem.fixes[0])).trainable


def test_a_circle_and_a_layer_without_weights_are_said_too() -> None:
    network = pair(_shares="a")
    network["nodes"][1]["shares"] = "b"
    said = [one.message for one in planned(experiment(network)).problems]
    assert said == ["Layers share weights in a circle, so that none of them owns any."] * 2
    bare = graph([node("input", "Input"), node("a", "Linear"), node("t", "Tanh", _shares="a"), node("end", "Output")])
    said = [one.message for one in planned(experiment(bare)).problems]
    assert said == ["There are no weights here that could be shared."]


def test_a_layer_that_shares_with_a_frozen_one_has_nothing_to_learn() -> None:
    layers = [node("a", "Linear", "Tanh", out_features=2, _lr_factor=0), node("b", "Linear", out_features=2)]
    network = graph([node("input", "Input"), *layers])
    assert planned(experiment(network, loss={"entry": "CrossEntropyLoss"})).trainable
    network["nodes"][2]["shares"] = "a"
    said = [one.message for one in planned(experiment(network, loss={"entry": "CrossEntropyLoss"})).problems]
    assert said == ["Every layer is frozen, so there is nothing to train."]
