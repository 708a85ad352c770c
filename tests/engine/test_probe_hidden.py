"""What a layer holds in mind, its gates, and how much each step matters for the loss."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch

from playground.catalog.modules import GRU, LSTM, RNN
from playground.engine.control import Ask
from playground.engine.probes.unrolled import last, together, unrolled
from playground.engine.session import Session
from tests.engine.building import JSON, graph, node, session

KINDS = {"RNN": RNN, "GRU": GRU, "LSTM": LSTM}
SETTINGS: list[dict[str, Any]] = [
    {},
    {"num_layers": 3},
    {"bidirectional": True},
    {"num_layers": 2, "bidirectional": True, "bias": False},
]
MARKED: JSON = {"data": {"entry": "MarkedSum", "n": 40, "length": 9, "answer": "sign"}}


def look(running: Session, **fields: Any) -> dict[str, np.ndarray]:
    return running.snapshot(Ask("key", running.runs[0].name, {"entry": "HiddenState", **fields})).arrays


def remembering(kind: str, **settings: Any) -> Session:
    memory = node("memory", kind, **{"hidden_size": 5, "returns": "last", **settings})
    return session(graph([node("input", "Input"), memory, node("end", "Output")]), **MARKED)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("settings", SETTINGS, ids=["plain", "deep", "both", "all"])
def test_step_by_step_is_what_pytorch_computes(kind: str, settings: dict[str, Any]) -> None:
    torch.manual_seed(0)
    inputs = torch.randn(3, 11, 4)
    for returns in ("sequence", "last"):
        module = KINDS[kind](returns=returns, input_size=4, hidden_size=6, **settings).eval()
        passes = unrolled(module, inputs)
        found = together(passes, "h") if returns == "sequence" else last(passes)
        assert found.shape == module(inputs).shape
        assert (found - module(inputs)).abs().max() < 1e-6
    assert set(passes[0].named) == {"RNN": {"h"}, "GRU": set("hrzn"), "LSTM": set("hcifog")}[kind]


def test_relu_and_the_cell_of_an_lstm() -> None:
    torch.manual_seed(0)
    inputs = torch.randn(2, 7, 3)
    bent = RNN(returns="sequence", input_size=3, hidden_size=4, nonlinearity="relu")
    assert (together(unrolled(bent, inputs), "h") - bent(inputs)).abs().max() < 1e-6
    memory = LSTM(returns="last", input_size=3, hidden_size=4)
    _, (_, cell) = torch.nn.LSTM.forward(memory, inputs)
    assert (together(unrolled(memory, inputs), "c")[:, -1] - cell[0]).abs().max() < 1e-6


@pytest.mark.parametrize("kind", KINDS)
def test_the_states_are_those_of_the_sample(kind: str) -> None:
    running = remembering(kind)
    found, run = look(running, sample=3), running.runs[0]
    module = run.networks["model"].memory
    with torch.no_grad():
        assert found["h"][:, -1] == pytest.approx(module(run.dataset.validation_inputs[3:4])[0].numpy(), abs=1e-6)
    assert found["h"].shape == (5, 9)
    gates = {name for name in found if name.startswith("gate.")}
    assert gates == {"RNN": set(), "GRU": {"gate.r", "gate.z", "gate.n"}, "LSTM": {f"gate.{x}" for x in "ifog"}}[kind]
    assert all(found[name].shape == (5, 9) for name in gates)
    assert found["inputs"].tolist() == run.dataset.validation_inputs[3].T.tolist()
    assert [str(one) for one in found["steps"]] == [""] * 9


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("returns", ["last", "sequence"])
def test_the_gradient_is_that_of_the_loss_when_a_state_is_moved(kind: str, returns: str) -> None:
    """Against finite differences in float64: from the moved state on the sequence is read anew."""
    torch.manual_seed(1)
    module = KINDS[kind](returns=returns, input_size=2, hidden_size=3).double()
    inputs = torch.randn(1, 6, 2, dtype=torch.float64)

    def loss(outputs: torch.Tensor) -> torch.Tensor:
        return (outputs * torch.arange(1.0, 1 + outputs.numel()).reshape(outputs.shape)).sin().sum()

    def from_state(state: torch.Tensor, cell: torch.Tensor | None, before: torch.Tensor, at: int) -> float:
        start = (state[None], cell[None]) if cell is not None else state[None]
        with torch.no_grad():
            states = [before, state[:, None]]
            if at + 1 < inputs.shape[1]:
                base = {"RNN": torch.nn.RNN, "GRU": torch.nn.GRU, "LSTM": torch.nn.LSTM}[kind]
                states.append(base.forward(module, inputs[:, at + 1 :], start)[0])
            every = torch.cat(states, dim=1)
            return float(loss(every[:, -1] if returns == "last" else every))

    one = unrolled(module, inputs)[0].named
    every = torch.stack(one["h"], dim=1)
    grads = torch.autograd.grad(loss(every[:, -1] if returns == "last" else every), one["h"])
    for at, grad in enumerate(grads):
        cell = one["c"][at].detach() if "c" in one else None
        for unit in range(3):
            step = torch.zeros(1, 3, dtype=torch.float64)
            step[0, unit] = 1e-6
            state, before = one["h"][at].detach(), every[:, :at].detach()
            up, down = (from_state(state + way * step, cell, before, at) for way in (1, -1))
            assert (up - down) / 2e-6 == pytest.approx(float(grad[0, unit]), abs=1e-7)


def test_the_last_state_has_the_gradient_of_the_layer_behind_it() -> None:
    running = remembering("RNN")
    found, run = look(running), running.runs[0]
    module = run.networks["model"]
    state = module.memory(run.dataset.validation_inputs[:1]).detach().requires_grad_()
    loss = run.objective.criterion(module.end(state), run.dataset.validation_targets[:1])
    (grad,) = torch.autograd.grad(loss, state)
    assert found["grad.h"][-1] == pytest.approx(float(grad.norm()), rel=1e-5)
    assert found["grad.h"].shape == (9,)
    assert (found["grad.h"] > 0).all()


@pytest.mark.parametrize("settings", SETTINGS, ids=["plain", "deep", "both", "all"])
def test_the_state_that_an_lstm_hands_over_is_h_and_behind_it_c(settings: dict[str, Any]) -> None:
    torch.manual_seed(0)
    inputs = torch.randn(3, 11, 4)
    module = LSTM(returns="state", input_size=4, hidden_size=6, **settings).eval()
    passes = unrolled(module, inputs)
    found = torch.cat([last(passes, name) for name in "hc"], dim=1)
    assert (found - module(inputs)).abs().max() < 1e-6
    seen = look(remembering("LSTM", returns="state"))
    assert seen["h"].shape == (5, 9)
    assert {name for name in seen if name.startswith("grad.")} == {"grad.h", "grad.c"}


def test_an_lstm_also_has_the_gradient_of_its_cell() -> None:
    found = look(remembering("LSTM"))
    assert {name for name in found if name.startswith("grad.")} == {"grad.h", "grad.c"}


def test_a_plain_memory_loses_the_gradient_and_an_open_cell_keeps_it() -> None:
    ratios = {}
    for kind in ("RNN", "LSTM"):
        running = remembering(kind)
        module = running.runs[0].networks["model"].memory
        with torch.no_grad():
            for value in module.parameters():
                value.mul_(0.3)
            if kind == "LSTM":
                module.bias_ih_l0[5:10] = 4.0  # forget gates open
        found = look(running)["grad.h" if kind == "RNN" else "grad.c"]
        ratios[kind] = found[0] / found[-1]
    assert ratios["RNN"] < 1e-3
    assert ratios["LSTM"] > 0.5


def test_it_changes_nothing() -> None:
    one, other = (remembering("LSTM", num_layers=2, dropout=0.5) for _ in range(2))
    for running in (one, other):
        running.runs[0].chunk(2)
    before = torch.random.get_rng_state()
    grads = [value.grad.clone() for value in one.runs[0].networks["model"].parameters()]
    look(one)
    assert (torch.random.get_rng_state() == before).all()
    assert one.runs[0].networks["model"].training
    for value, grad in zip(one.runs[0].networks["model"].parameters(), grads, strict=True):
        assert (value.grad == grad).all()
    one.runs[0].chunk(2)
    other.runs[0].chunk(2)
    pairs = zip(*(running.runs[0].networks["model"].parameters() for running in (one, other)), strict=True)
    assert all((a == b).all() for a, b in pairs)


def test_layers_that_give_rows_can_be_shown_and_the_memory_comes_first() -> None:
    nodes = [
        node("input", "Input"),
        node("embedding", "Embedding", num_embeddings=39, embedding_dim=4),
        node("memory", "GRU", hidden_size=6),
        node("dense", "Linear", "ReLU", out_features=7),
        node("end", "Output"),
    ]
    text: JSON = {"data": {"entry": "Characters", "n": 30, "length": 8}, "objective": {"entry": "NextToken"}}
    running = session(graph(nodes), **text, loss={"entry": "CrossEntropyLoss"})
    first = look(running)
    assert [str(one) for one in first["layers"]] == ["embedding", "memory", "dense"]
    assert int(first["shown"]) == 1
    assert first["h"].shape == (6, 8)
    symbols = running.runs[0].dataset.samples.entry.symbols
    sample = running.runs[0].dataset.validation_inputs[0]
    assert [str(one) for one in first["steps"]] == [symbols[int(one)] for one in sample]
    assert "inputs" not in first
    dense = look(running, layer="dense", limit=3)
    assert (dense["h"].shape, int(dense["units"])) == ((3, 8), 7)
    assert (dense["h"] >= 0).all(), "behind its activation"
    assert dense["grad.h"].shape == (8,)
    assert set(look(running, layer="gone")) == {"layers"}


def test_nothing_of_points_and_of_convolutions() -> None:
    assert look(session())["layers"].size == 0
    nodes = [node("input", "Input"), node("conv", "Conv1d", out_channels=9, padding=1), node("flat", "Flatten")]
    assert look(session(graph([*nodes, node("end", "Output")]), **MARKED))["layers"].size == 0


def test_a_frozen_memory_still_has_a_gradient() -> None:
    nodes = [
        node("input", "Input"),
        node("front", "Linear", out_features=2),
        node("memory", "RNN", hidden_size=4, returns="last", _lr_factor=0.0),
        node("end", "Output", _lr_factor=0.0),
    ]
    assert (look(session(graph(nodes), **MARKED), layer="memory")["grad.h"] > 0).all()
