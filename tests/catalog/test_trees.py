"""Trees: expressions against Python's own arithmetic, and tree cells against a slow recursive reference."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from playground.catalog.data.trees import Expressions, expressions, expressions_names, written
from playground.catalog.tree_modules import TreeLSTM, TreeRNN

SIZE = 9


def tree(symbols_and_children: np.ndarray, size: int) -> tuple[np.ndarray, np.ndarray]:
    return symbols_and_children[:size], symbols_and_children[size:].reshape(size, 2)


@pytest.mark.parametrize("modulo", [5, 10])
def test_values_are_those_of_arithmetic(modulo: int) -> None:
    samples, values = expressions(200, 5, modulo, "every node", 0)
    for sample, wanted in zip(samples, values, strict=True):
        symbols, children = tree(sample, SIZE)
        for node in range(SIZE):
            if symbols[node] == 0:
                assert wanted[node] == -100
                continue
            text = written(symbols, children, node).replace("−", "-").replace("×", "*")
            assert eval(text) % modulo == wanted[node]


def test_children_come_before_their_parents_and_the_root_is_last() -> None:
    samples, _ = expressions(100, 6, 10, "every node", 3)
    for sample in samples:
        symbols, children = tree(sample, 11)
        assert (children < np.arange(11)[:, None]).all()
        used = children[children >= 0]
        assert len(set(used)) == len(used) == (symbols > 0).sum() - 1
        assert 10 not in used


def test_only_the_root_is_told_where_only_that_is_asked_for() -> None:
    every, root = (expressions(30, 4, 7, answers, 1)[1] for answers in ("every node", "root only"))
    assert (root[:, :-1] == -100).all()
    assert (root[:, -1] == every[:, -1]).all()
    assert expressions_names(30, 4, 7, "root only", 1) == ((), ("0", "1", "2", "3", "4", "5", "6"))


def test_a_sample_is_spelt_as_an_expression() -> None:
    entry = Expressions()
    samples, values = expressions(**entry.args())
    assert entry.spell(samples[0], values[0]) == "2 − ((1 × 1) − 0) = 1"


# --- layers --------------------------------------------------------------------------------------------------------


def slowly(module: TreeRNN | TreeLSTM, nodes: torch.Tensor, children: torch.Tensor, node: int) -> list[torch.Tensor]:
    """State, and cell where there is one, of a node (F,) of one tree, by recursion and gate by gate."""
    zeros = torch.zeros(module.hidden_size)
    below = [slowly(module, nodes, children, int(child)) if child >= 0 else [zeros, zeros] for child in children[node]]
    both = torch.cat([below[0][0], below[1][0]])
    assert module.bias is not None
    given = module.weight_ih @ nodes[node] + module.bias
    if isinstance(module, TreeRNN):
        return [torch.tanh(given + module.weight_hh @ both), zeros]
    w = dict(zip("ifgo", given.split(module.hidden_size), strict=True))
    u = dict(zip(("i", "fl", "fr", "g", "o"), (module.weight_hh @ both).split(module.hidden_size), strict=True))
    cell = torch.sigmoid(w["i"] + u["i"]) * torch.tanh(w["g"] + u["g"])
    for side, gate in enumerate(("fl", "fr")):
        cell = cell + torch.sigmoid(w["f"] + u[gate]) * below[side][1]
    return [torch.sigmoid(w["o"] + u["o"]) * torch.tanh(cell), cell]


def forest(count: int = 5) -> tuple[torch.Tensor, torch.Tensor]:
    """Nodes and children of a few trees of different form."""
    samples = torch.from_numpy(expressions(count, 5, 10, "every node", 2)[0])
    return torch.randn(count, SIZE, 3, dtype=torch.float64), samples[:, SIZE:].reshape(count, SIZE, 2)


@pytest.mark.parametrize("cell", [TreeRNN, TreeLSTM])
def test_cells_agree_with_recursion(cell: type[TreeRNN | TreeLSTM]) -> None:
    torch.manual_seed(0)
    torch.set_default_dtype(torch.float64)
    try:
        module, (nodes, children) = cell(3, 4), forest()
        states = module(nodes, children)
        for one in range(len(nodes)):
            for node in range(SIZE):
                torch.testing.assert_close(states[one, node], slowly(module, nodes[one], children[one], node)[0])
    finally:
        torch.set_default_dtype(torch.float32)


@pytest.mark.parametrize("cell", [TreeRNN, TreeLSTM])
def test_gradients_are_those_of_differences(cell: type[TreeRNN | TreeLSTM]) -> None:
    torch.manual_seed(0)
    module, (nodes, children) = cell(3, 2).double(), forest(2)
    assert torch.autograd.gradcheck(lambda x: module(x, children), nodes.requires_grad_())


@pytest.mark.parametrize("cell", [TreeRNN, TreeLSTM])
def test_padding_has_no_influence(cell: type[TreeRNN | TreeLSTM]) -> None:
    torch.manual_seed(0)
    module, (nodes, children) = cell(3, 4), forest()
    nodes = nodes.float()
    begins = [SIZE - int((children[one] >= 0).sum()) - 1 for one in range(len(nodes))]
    changed = nodes.clone()
    for one, begin in enumerate(begins):
        changed[one, :begin] = 100
    assert max(begins) > 0
    before, after = module(nodes, children), module(changed, children)
    for one, begin in enumerate(begins):
        assert torch.equal(before[one, begin:], after[one, begin:])


@pytest.mark.parametrize("cell", [TreeRNN, TreeLSTM])
def test_a_child_after_its_parent_is_refused(cell: type[TreeRNN | TreeLSTM]) -> None:
    children = torch.full((1, 3, 2), -1.0)
    children[0, 1, 0] = 1
    with pytest.raises(ValueError, match="must come before its parent"):
        cell(2, 2)(torch.zeros(1, 3, 2), children)
