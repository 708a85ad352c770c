"""Layers over trees: what a node is worth is worked out from its children, from the leaves up.

A tree is its nodes (N, m, F) from the bottom up beside the places of the two children of each (N, m, 2); −1 stands for
no child. A child comes before its parent. Each class stands alone, so that an exported script can carry its source.
"""

from __future__ import annotations

import math

import torch
from torch import nn


def storeys(children: torch.Tensor) -> list[torch.Tensor]:
    """Places of nodes in the flattened batch (N · m,), all leaves first, then those whose children are done, and so on.

    Raises:
        ValueError: a child does not come before its parent.
    """
    count, nodes = children.shape[:2]
    if children.is_meta:  # each node is worked out once, in whatever order
        return [torch.arange(count * nodes, device=children.device)]
    if bool((children >= torch.arange(nodes, device=children.device)[:, None]).any()):
        raise ValueError("a child must come before its parent in the list of nodes.")
    height = children.new_zeros(count, nodes + 1)  # the last place is that of no child
    height[:, -1] = -1
    while True:
        below = height.gather(1, (children % (nodes + 1)).flatten(1)).reshape(count, nodes, 2)
        higher = below.amax(dim=2) + 1
        if torch.equal(higher, height[:, :-1]):
            break
        height[:, :-1] = higher
    levels = higher.flatten()
    return [(levels == level).nonzero()[:, 0] for level in range(int(levels.max()) + 1)]


def child_rows(children: torch.Tensor) -> torch.Tensor:
    """Rows of both children (N · m, 2) of each node in the flattened batch; the row behind all of them for no child."""
    count, nodes = children.shape[:2]
    first = torch.arange(count, device=children.device)[:, None, None] * nodes
    return torch.where(children < 0, count * nodes, children + first).flatten(0, 1)


class TreeRNN(nn.Module):
    """h = tanh(W x + U [h_left; h_right] + b) for each node of trees; the result is (N, m, hidden_size)."""

    def __init__(self, input_size: int, hidden_size: int, bias: bool = True) -> None:
        super().__init__()
        self.hidden_size = hidden_size
        self.weight_ih = nn.Parameter(torch.empty(hidden_size, input_size))
        self.weight_hh = nn.Parameter(torch.empty(hidden_size, 2 * hidden_size))
        self.bias = nn.Parameter(torch.empty(hidden_size)) if bias else None
        for weight in self.parameters():
            nn.init.uniform_(weight, -1 / math.sqrt(hidden_size), 1 / math.sqrt(hidden_size))

    def forward(self, nodes: torch.Tensor, children: torch.Tensor) -> torch.Tensor:
        places = children.long().clamp(min=-1)
        rows, given = child_rows(places), nn.functional.linear(nodes, self.weight_ih, self.bias).flatten(0, 1)
        states = given.new_zeros(len(given) + 1, self.hidden_size)
        for level in storeys(places):
            below = states[rows[level]].flatten(1)
            states = states.index_copy(0, level, torch.tanh(given[level] + below @ self.weight_hh.T))
        return states[:-1].reshape(*nodes.shape[:2], self.hidden_size)


class TreeLSTM(nn.Module):
    """A binary Tree-LSTM over nodes (N, m, F): what it shows of each node (N, m, hidden_size).

    `weight_ih` has the rows of the gates i, f, g, o; `weight_hh` those of i, f_left, f_right, g, o.
    """

    def __init__(self, input_size: int, hidden_size: int, bias: bool = True) -> None:
        super().__init__()
        self.hidden_size = hidden_size
        self.weight_ih = nn.Parameter(torch.empty(4 * hidden_size, input_size))
        self.weight_hh = nn.Parameter(torch.empty(5 * hidden_size, 2 * hidden_size))
        self.bias = nn.Parameter(torch.empty(4 * hidden_size)) if bias else None
        for weight in self.parameters():
            nn.init.uniform_(weight, -1 / math.sqrt(hidden_size), 1 / math.sqrt(hidden_size))

    def forward(self, nodes: torch.Tensor, children: torch.Tensor) -> torch.Tensor:
        places = children.long().clamp(min=-1)
        rows, given = child_rows(places), nn.functional.linear(nodes, self.weight_ih, self.bias).flatten(0, 1)
        states = given.new_zeros(len(given) + 1, self.hidden_size)
        cells = torch.zeros_like(states)
        for level in storeys(places):
            shown, cell = self._node(given[level], states[rows[level]], cells[rows[level]])
            states, cells = states.index_copy(0, level, shown), cells.index_copy(0, level, cell)
        return states[:-1].reshape(*nodes.shape[:2], self.hidden_size)

    def _node(
        self, given: torch.Tensor, states: torch.Tensor, cells: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """State and cell (M, H) of nodes from W x + b (M, 4 H) and those of both children (M, 2, H)."""
        i, f, g, o = given.chunk(4, dim=1)
        i_below, left, right, g_below, o_below = (states.flatten(1) @ self.weight_hh.T).chunk(5, dim=1)
        kept = (f + left).sigmoid() * cells[:, 0] + (f + right).sigmoid() * cells[:, 1]
        cell = kept + (i + i_below).sigmoid() * (g + g_below).tanh()
        return (o + o_below).sigmoid() * cell.tanh(), cell
