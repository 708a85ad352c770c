"""Recurrent layers that begin with a memory they are given; they stand alone, as all of our modules do."""

from __future__ import annotations

from typing import Any

import torch
from torch import nn


class DecoderGRU(nn.GRU):
    """A gated recurrent layer over (N, L, E) whose memory is (N, H) at first; it gives all its states (N, L, H)."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(batch_first=True, **settings)

    def forward(self, x: torch.Tensor, state: torch.Tensor) -> torch.Tensor:  # type: ignore[override]  # it gives states alone
        states, _ = super().forward(x, state[None].contiguous())
        return states


class DecoderLSTM(nn.LSTM):
    """A long short-term memory over (N, L, E) whose h is (N, H) at first; it gives all its states (N, L, H).

    A state (N, 2 · H) is h and behind it c; with h alone c begins at 0.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(batch_first=True, **settings)

    def forward(self, x: torch.Tensor, state: torch.Tensor) -> torch.Tensor:  # type: ignore[override]  # it gives states alone
        hidden, cell = state[:, : self.hidden_size], state[:, self.hidden_size :]
        if not cell.shape[1]:
            cell = torch.zeros_like(hidden)
        states, _ = super().forward(x, (hidden[None].contiguous(), cell[None].contiguous()))
        return states
