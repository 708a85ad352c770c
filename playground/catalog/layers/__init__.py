"""Layers, one file per family."""

from __future__ import annotations

GROUPS = (
    "Basic",
    "Activations",
    "Convolution",
    "Pooling",
    "Sequences",
    "Attention",
    "Normalisation",
    "Regularisation",
    "Merge and shape",
)
"""Groups of layers in the order people need them; those of extensions come after."""
