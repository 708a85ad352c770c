"""Multiply-accumulates against closed forms."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from playground.catalog.layers import attention, conv, linear, merge, sequences
from playground.engine.dryrun import dry_run
from playground.spec.entry import Entry, Shape

IMAGE = (8, 10, 12)
L, E, H, S, W = 7, 12, 5, 9, 20


def of_gates(gates: int, sizes: list[int], hidden: int, directions: int = 1) -> int:
    """A recurrent layer: each gate of each step weighs the input and the state before."""
    return L * directions * sum(gates * (size + hidden) * hidden for size in sizes)


def of_attention(queries: int, keys: int, key_size: int = E, value_size: int = E) -> int:
    """Four projections, and scores and sums of all heads together."""
    projections = queries * E * E + keys * key_size * E + keys * value_size * E + queries * E * E
    return projections + 2 * queries * keys * E


CASES: list[tuple[Entry, list[Shape], int]] = [
    (linear.Linear(out_features=5), [(3,)], 15),
    (linear.Linear(out_features=5), [(L, E)], L * E * 5),
    (conv.Conv2d(out_channels=6), [IMAGE], 10 * 12 * 6 * 8 * 9),
    (conv.Conv2d(out_channels=6, kernel_size=(1, 7), stride=2, padding=0), [IMAGE], 5 * 3 * 6 * 8 * 7),
    (conv.Conv2d(out_channels=6, groups=2), [IMAGE], 10 * 12 * 6 * 4 * 9),
    (conv.DepthwiseConv2d(multiplier=2), [IMAGE], 10 * 12 * 16 * 9),
    (conv.Conv1d(out_channels=4, dilation=2, padding=0), [(E, L)], 3 * 4 * E * 3),
    (conv.ConvTranspose2d(out_channels=6, kernel_size=3), [IMAGE], 10 * 12 * 8 * 6 * 9),
    (conv.ConvTranspose2d(out_channels=6, kernel_size=3, groups=2), [IMAGE], 10 * 12 * 8 * 3 * 9),
    (conv.ConvTranspose1d(out_channels=6, kernel_size=4), [(E, L)], L * E * 6 * 4),
    (merge.MatMul(), [(L, E), (E, S)], L * E * S),
    (sequences.RNN(hidden_size=H), [(L, E)], of_gates(1, [E], H)),
    (sequences.GRU(hidden_size=H), [(L, E)], of_gates(3, [E], H)),
    (sequences.LSTM(hidden_size=H), [(L, E)], of_gates(4, [E], H)),
    (sequences.LSTM(hidden_size=H, returns="last", bias=False), [(L, E)], of_gates(4, [E], H)),
    (sequences.LSTM(hidden_size=H, num_layers=3, bidirectional=True), [(L, E)], of_gates(4, [E, 2 * H, 2 * H], H, 2)),
    (attention.SelfAttention(num_heads=3), [(L, E)], of_attention(L, L)),
    (attention.SelfAttention(num_heads=4, causal=True, dropout=0.1), [(L, E)], of_attention(L, L)),
    (attention.MultiheadAttention(num_heads=3), [(L, E), (S, E), (S, E)], of_attention(L, S)),
    (attention.MultiheadAttention(num_heads=3), [(L, E), (S, 2), (S, 3)], of_attention(L, S, 2, 3)),
    (attention.TransformerEncoderLayer(dim_feedforward=W), [(L, E)], of_attention(L, L) + 2 * L * E * W),
    (
        attention.TransformerDecoderLayer(dim_feedforward=W),
        [(L, E), (S, E)],
        of_attention(L, L) + of_attention(L, S) + 2 * L * E * W,
    ),
]


@pytest.mark.parametrize(("layer", "shapes", "wanted"), CASES, ids=[f"{c[0]!r}-{c[1]}" for c in CASES])
def test_counts_what_the_formula_says(layer: Entry, shapes: list[Shape], wanted: int) -> None:
    facts = dry_run(layer, None, tuple(shapes))
    assert (facts.error, facts.macs) == ("", wanted)


def test_long_sequences_are_foreseen_as_quickly_as_short_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[torch.Size] = []
    forward = torch.nn.LSTM.forward

    def watched(self: torch.nn.LSTM, x: torch.Tensor, *rest: Any) -> Any:
        seen.append(x.shape)
        return forward(self, x, *rest)

    monkeypatch.setattr(torch.nn.LSTM, "forward", watched)
    facts = dry_run(sequences.LSTM(hidden_size=H, num_layers=2), None, ((5000, E),))
    assert (facts.shape, facts.macs) == ((5000, H), 5000 * (4 * (E + H) * H + 4 * 2 * H * H))
    assert [shape[1] for shape in seen] == [1]
