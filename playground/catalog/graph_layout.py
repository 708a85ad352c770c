"""Where the nodes of a graph are drawn."""

from __future__ import annotations

import math

import numpy as np

WORK = 6_000_000
"""Pairs of nodes that are looked at in all rounds together."""


def laid_out(adjacency: np.ndarray, most: int = 300) -> np.ndarray:
    """Places (n, 2) in [0, 1]² at which neighbours are near one another; always the same for a graph.

    In `most` rounds or fewer: forces k² / d between all nodes and d² / k along edges, from the second and third
    eigenvector of the Laplacian on.
    Fruchterman & Reingold, "Graph drawing by force-directed placement", 1991.
    """
    count = len(adjacency)
    edges = adjacency - np.diag(adjacency.diagonal())
    laplacian = np.diag(edges.sum(axis=1)) - edges
    jitter = np.random.default_rng(0).normal(scale=0.05, size=(count, 2))
    spectrum = np.linalg.eigh(laplacian + np.diag(np.full(count, 1e-9)))[1][:, 1:3]
    places = jitter + np.pad(spectrum, ((0, 0), (0, 2 - spectrum.shape[1]))) * math.sqrt(count)
    ideal = 1 / math.sqrt(max(count, 1))
    places *= 0.3 / max(float(np.abs(places).max()), 1e-9)
    for heat in np.linspace(0.1, 0.002, max(10, min(most, WORK // count**2))):
        lengths = (places**2).sum(axis=1)
        square = np.maximum(lengths[:, None] + lengths - 2 * places @ places.T, 1e-6)
        push = ideal**2 / square - edges * np.sqrt(square) / ideal
        np.fill_diagonal(push, 0)
        moved = push.sum(axis=1)[:, None] * places - push @ places - 0.4 * places  # lone parts stay near
        length = np.sqrt((moved**2).sum(axis=1, keepdims=True))
        places = places + moved / np.maximum(length, 1e-9) * np.minimum(length, heat)
    turn = np.linalg.svd(places - places.mean(axis=0), full_matrices=False)[2]
    return framed(places @ turn.T)


def framed(places: np.ndarray) -> np.ndarray:
    """Places brought to [0, 1]², with lone nodes far out moved nearer, so that the others have room."""
    low, high = np.quantile(places, [0.03, 0.97], axis=0)
    margin = 0.12 * (high - low)
    kept = np.clip(places, low - margin, high + margin)
    least, most = kept.min(axis=0), kept.max(axis=0)
    return np.asarray((kept - least) / np.maximum(most - least, 1e-6), dtype=np.float32)
