"""Layers of ours for sequences and attention, against PyTorch's classes and the formulas of their papers."""

from __future__ import annotations

import math
from typing import Any

import pytest
import torch
from torch import nn

from playground.catalog import modules
from playground.catalog.layers import attention, regularization, sequences
from tests.catalog.layer_cases import build


@pytest.fixture(autouse=True)
def seeded() -> None:
    torch.manual_seed(0)


def steps(*shape: int) -> torch.Tensor:
    return torch.randn(3, *shape)


def twin(made: nn.Module, theirs: nn.Module) -> nn.Module:
    """PyTorch's own module with the same weights."""
    theirs.load_state_dict(made.state_dict())
    return theirs


# --- recurrent layers ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entry", "theirs"), [(sequences.RNN, nn.RNN), (sequences.GRU, nn.GRU), (sequences.LSTM, nn.LSTM)]
)
@pytest.mark.parametrize("bidirectional", [False, True])
def test_recurrent_layers_are_pytorchs(entry: Any, theirs: Any, bidirectional: bool) -> None:
    x = steps(7, 5)
    layer = entry(hidden_size=4, num_layers=2, bidirectional=bidirectional)
    made = build(layer, (7, 5))
    states, end = twin(made, theirs(5, 4, 2, batch_first=True, bidirectional=bidirectional))(x)
    assert torch.equal(made(x), states)
    hidden = end[0] if entry is sequences.LSTM else end
    last = build(layer.with_values(returns="last"), (7, 5))
    last.load_state_dict(made.state_dict())
    wanted = torch.cat([hidden[-2], hidden[-1]], dim=1) if bidirectional else hidden[-1]
    assert torch.equal(last(x), wanted)
    if entry is sequences.LSTM:
        state = build(layer.with_values(returns="state"), (7, 5))
        state.load_state_dict(made.state_dict())
        cell = torch.cat([end[1][-2], end[1][-1]], dim=1) if bidirectional else end[1][-1]
        assert torch.equal(state(x), torch.cat([wanted, cell], dim=1))


def test_an_lstm_does_what_its_help_says() -> None:
    x = steps(6, 5)
    made = build(sequences.LSTM(hidden_size=4), (6, 5))
    h = c = torch.zeros(3, 4)
    for step in x.unbind(dim=1):
        both = step @ made.weight_ih_l0.T + made.bias_ih_l0 + h @ made.weight_hh_l0.T + made.bias_hh_l0
        i, f, g, o = both.chunk(4, dim=1)
        c = f.sigmoid() * c + i.sigmoid() * g.tanh()
        h = o.sigmoid() * c.tanh()
    torch.testing.assert_close(made(x)[:, -1], h)


def test_the_last_of_both_directions_has_seen_all_steps() -> None:
    made = build(sequences.GRU(hidden_size=4, bidirectional=True, returns="last"), (6, 5))
    for changed in (0, 5):
        x = steps(6, 5)
        other = x.clone()
        other[:, changed] += 1
        assert ((made(x) - made(other)).abs() > 1e-6).all()


def test_dropout_of_one_layer_is_left_out() -> None:
    assert sequences.LSTM(dropout=0.5).args((7, 5))["dropout"] == 0
    assert sequences.LSTM(dropout=0.5, num_layers=2).args((7, 5))["dropout"] == 0.5


def test_one_of_many_steps() -> None:
    x = steps(6, 5)
    assert torch.equal(modules.TakeLast()(x), x[:, 5])
    assert torch.equal(modules.PoolOverTime("mean")(x), x.mean(dim=1))
    assert torch.equal(modules.PoolOverTime("max")(x), x.max(dim=1).values)


# --- embedding -----------------------------------------------------------------------------------------------------


def test_an_embedding_takes_floats_for_whole_numbers() -> None:
    made = build(sequences.Embedding(num_embeddings=5, embedding_dim=3), (4,))
    rows = torch.tensor([[0, 4, 1, 1]])
    assert torch.equal(made(rows.float()), made.weight[rows])
    assert torch.equal(made(rows), made.weight[rows])
    assert made(torch.empty(0, 4)).shape == (0, 4, 3)


@pytest.mark.parametrize("strange", [-1, 5, 1e9])
def test_an_embedding_names_a_row_it_does_not_have(strange: float) -> None:
    made = build(sequences.Embedding(num_embeddings=5, embedding_dim=3), (4,))
    with pytest.raises(ValueError, match=rf"no row {int(strange)} in the embedding; it has rows 0 to 4"):
        made(torch.tensor([[0.0, 1, 2, strange]]))


# --- attention -----------------------------------------------------------------------------------------------------


def attended(made: Any, query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, causal: bool) -> torch.Tensor:
    """The formula, head by head."""
    weights, biases = made.in_proj_weight.chunk(3), made.in_proj_bias.chunk(3)
    q, k, v = (x @ w.T + b for x, w, b in zip((query, key, value), weights, biases, strict=True))
    wide = q.shape[-1] // made.num_heads
    found = []
    for head in range(made.num_heads):
        part = slice(head * wide, (head + 1) * wide)
        scores = q[..., part] @ k[..., part].transpose(1, 2) / math.sqrt(wide)
        if causal:
            later = torch.arange(k.shape[1]) > torch.arange(q.shape[1])[:, None]
            scores = scores.masked_fill(later, -math.inf)
        found.append(scores.softmax(dim=-1) @ v[..., part])
    return torch.cat(found, dim=-1) @ made.out_proj.weight.T + made.out_proj.bias


@pytest.mark.parametrize("causal", [False, True])
@pytest.mark.parametrize("training", [False, True])
def test_attention_does_what_its_help_says(causal: bool, training: bool) -> None:
    x, memory = steps(5, 6), steps(4, 6)
    one = build(attention.SelfAttention(num_heads=3, causal=causal), (5, 6)).train(training)
    torch.testing.assert_close(one(x), attended(one, x, x, x, causal))
    other = build(attention.MultiheadAttention(num_heads=2, causal=causal), (5, 6), (4, 6), (4, 6)).train(training)
    torch.testing.assert_close(other(x, memory, memory + 1), attended(other, x, memory, memory + 1, causal))
    with torch.no_grad():  # PyTorch has a way of its own to compute this
        torch.testing.assert_close(one(x), attended(one, x, x, x, causal))


def test_attention_takes_keys_and_values_of_other_sizes() -> None:
    made = build(attention.MultiheadAttention(num_heads=2), (5, 6), (4, 3), (4, 2))
    theirs = twin(made, nn.MultiheadAttention(6, 2, kdim=3, vdim=2, batch_first=True))
    given = steps(5, 6), steps(4, 3), steps(4, 2)
    torch.testing.assert_close(made(*given), theirs(*given)[0])


@pytest.mark.parametrize("norm_first", [False, True])
def test_transformer_layers_are_pytorchs(norm_first: bool) -> None:
    x, memory = steps(5, 6), steps(4, 6)
    settings: Any = {"nhead": 2, "dim_feedforward": 8, "dropout": 0.0, "activation": "gelu", "norm_first": norm_first}
    mask = nn.Transformer.generate_square_subsequent_mask(5)
    encoder = build(attention.TransformerEncoderLayer(**settings), (5, 6))
    theirs = twin(encoder, nn.TransformerEncoderLayer(6, **settings, batch_first=True))
    torch.testing.assert_close(encoder(x), theirs(x))
    encoder.causal = True
    torch.testing.assert_close(encoder(x), theirs(x, src_mask=mask))
    decoder = build(attention.TransformerDecoderLayer(**settings), (5, 6), (4, 6))
    theirs = twin(decoder, nn.TransformerDecoderLayer(6, **settings, batch_first=True))
    torch.testing.assert_close(decoder(x, memory), theirs(x, memory, tgt_mask=mask))


@pytest.mark.parametrize("name", ["SelfAttention", "TransformerEncoderLayer"])
@pytest.mark.parametrize("training", [False, True])
def test_a_causal_layer_does_not_look_ahead(name: str, training: bool) -> None:
    layer = getattr(attention, name)(causal=True, dropout=0.0)
    made = build(layer, (6, 8)).train(training)
    x = steps(6, 8)
    other = x.clone()
    other[:, 4:] += 1
    with torch.no_grad():
        torch.testing.assert_close(made(x)[:, :4], made(other)[:, :4])
        assert not torch.allclose(made(x)[:, 4:], made(other)[:, 4:])


@pytest.mark.parametrize("features", [6, 7])
def test_positions_are_the_waves_of_the_paper(features: int) -> None:
    made = build(attention.PositionalEncoding(), (5, features))
    found = made(torch.zeros(1, 5, features))[0]
    for t in range(5):
        for i in range(features):
            angle = t / 10_000 ** (2 * (i // 2) / features)
            assert found[t, i].item() == pytest.approx(math.cos(angle) if i % 2 else math.sin(angle), abs=1e-6)
    assert not made.state_dict()


def test_learnt_positions_are_added() -> None:
    made = build(attention.PositionalEmbedding(), (5, 6))
    x = steps(5, 6)
    assert torch.equal(made(x), x + made.weight)
    assert 0.01 < made.weight.std().item() < 0.03


# --- noise ---------------------------------------------------------------------------------------------------------


def test_noise_is_only_there_while_it_trains() -> None:
    made = build(regularization.GaussianNoise(std=0.5), (2000,))
    x = torch.zeros(10, 2000)
    assert made(x).std().item() == pytest.approx(0.5, rel=0.05)
    assert torch.equal(made.eval()(x), x)


def test_a_drawn_number_has_its_mean_and_variance_and_passes_gradients() -> None:
    made = modules.Reparameterise()
    mean = torch.full((20_000, 1), 2.0, requires_grad=True)
    log_variance = torch.full((20_000, 1), math.log(9.0), requires_grad=True)
    drawn = made(mean, log_variance)
    assert drawn.mean().item() == pytest.approx(2, abs=0.1)
    assert drawn.std().item() == pytest.approx(3, abs=0.1)
    drawn.sum().backward()
    assert mean.grad is not None
    assert log_variance.grad is not None
    assert torch.equal(mean.grad, torch.ones_like(mean))
    torch.testing.assert_close(log_variance.grad, (drawn - mean).detach() / 2)
    assert torch.equal(made.eval()(mean, log_variance), mean)
