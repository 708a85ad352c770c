"""Graphs: what is generated is what the docstrings say."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse.csgraph import connected_components

from playground.catalog.data import graphs
from playground.catalog.kinds import IGNORED
from playground.spec.errors import ParamError


def unpacked(row: np.ndarray, nodes: int, features: int) -> tuple[np.ndarray, np.ndarray]:
    """Features and adjacency, whose diagonal says which nodes there are."""
    return row[: nodes * features].reshape(nodes, features), row[nodes * features :].reshape(nodes, nodes)


def test_karate_club_is_the_published_one() -> None:
    rows, targets = graphs.karate_club(1, 0)
    features, adjacency = unpacked(rows[0], 34, 34)
    assert np.array_equal(features, np.eye(34))
    assert np.array_equal(adjacency, adjacency.T)
    degrees = adjacency.sum(axis=1) - 1
    assert degrees.sum() == 2 * 78
    assert (degrees[0], degrees[33], degrees[32], degrees[11]) == (16, 17, 12, 1)
    known = np.where(targets[0, 0] == IGNORED, targets[1, 0], targets[0, 0])
    assert np.bincount(known).tolist() == [17, 17]
    assert np.flatnonzero(targets[0, 0] != IGNORED).tolist() == [0, 33]


@pytest.mark.parametrize("labels", [1, 3, 16])
def test_a_node_has_a_label_or_is_asked_for(labels: int) -> None:
    for _, targets in (graphs.karate_club(labels, 1), graphs.two_blocks(40, 0.3, 0.1, 2, 1.0, labels, 1)):
        train, rest = targets[:, 0]
        assert ((train == IGNORED) != (rest == IGNORED)).all()
        assert np.bincount(train[train != IGNORED]).tolist() == [labels, labels]


def test_two_blocks_are_as_dense_as_they_should_be() -> None:
    rows, _ = graphs.two_blocks(1000, 0.06, 0.008, 4, 0.5, 5, 0)
    features, adjacency = unpacked(rows[0], 1000, 4)
    edges = adjacency - np.eye(1000)
    assert np.array_equal(edges, edges.T)
    assert edges[:500, :500].mean() == pytest.approx(0.06, rel=0.05)
    assert edges[:500, 500:].mean() == pytest.approx(0.008, rel=0.1)
    shift = (features[500:].mean(axis=0) - features[:500].mean(axis=0)) @ np.ones(4) / 2
    assert shift / 2 == pytest.approx(0.5, abs=0.1)


def components(adjacency: np.ndarray) -> int:
    size = int(adjacency.diagonal().sum())
    return int(connected_components(adjacency[:size, :size])[0])


def test_graph_shapes_are_rings_trees_and_two_groups() -> None:
    rows, targets = graphs.graph_shapes(60, 12, 0.0, 3)
    assert np.bincount(targets).tolist() == [20, 20, 20]
    for row, target in zip(rows, targets, strict=True):
        features, adjacency = unpacked(row, 12, 1)
        size = int(adjacency.diagonal().sum())
        assert features[:, 0].tolist() == [1] * size + [0] * (12 - size)
        assert not adjacency[size:].any()
        assert components(adjacency) == 1
        degrees = adjacency[:size, :size].sum(axis=1) - 1
        half = size // 2
        inside = half * (half - 1) // 2 + (size - half) * (size - half - 1) // 2
        assert degrees.sum() == 2 * [size, size - 1, inside + 1][target]
        assert target != 0 or set(degrees) == {2}


@pytest.mark.parametrize("told", ["same", "random"])
def test_rings_differ_in_nothing_but_their_number(told: str) -> None:
    rows, targets = graphs.ring_count(40, 14, told, 0)
    for row, target in zip(rows, targets, strict=True):
        features, adjacency = unpacked(row, 14, 1)
        size = int(adjacency.diagonal().sum())
        assert set(adjacency[:size].sum(axis=1)) == {3}
        assert components(adjacency) == 1 + target
        assert (len(set(features[:size, 0])) == 1) == (told == "same")


def test_some_nodes_must_be_left_to_guess() -> None:
    with pytest.raises(ParamError, match="each half has only 10"):
        graphs.TwoBlocks(n=20, labels=10)
