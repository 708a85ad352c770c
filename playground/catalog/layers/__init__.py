"""Layers, one file per family."""

from __future__ import annotations

GROUPS = (
    "Basic",
    "Convolution",
    "Pooling",
    "Normalisation",
    "Sequences",
    "Attention",
    "Graphs",
    "Trees",
    "Merge and shape",
    "Regularisation",
    "Activations",
)
"""Groups of layers in the order people need them; those of extensions come after."""
