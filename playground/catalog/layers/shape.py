"""Layers that only rearrange numbers."""

from __future__ import annotations

from playground.catalog.kinds import Layer
from playground.spec.entry import entry


@entry
class Flatten(Layer):
    """Lays all numbers of a sample in one row, so that an image can enter a dense layer.

    (C, H, W) becomes (C · H · W,).
    """

    group = "Merge and shape"
    target = "torch.nn.Flatten"
