"""Learning to restore samples from a narrow code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from playground.catalog.kinds import Asked, Face, Objective
from playground.catalog.objectives.variational import without_heads
from playground.spec.entry import Entry, Shape, entry
from playground.spec.graph import Graph


@entry
class Autoencoding(Objective):
    """Learn to squeeze each sample through a narrow code and to restore it.

    The loss is that between a sample and decoder(encoder(sample)). Hinton & Salakhutdinov, "Reducing the dimensionality
    of data with neural networks", 2006.
    """

    target = "playground.engine.objectives.autoencoding.Autoencoding"
    task = ""
    answers = ""
    networks = ("encoder", "decoder")
    roles = ("squeezes a sample into a code", "restores a sample from its code")
    default_loss: ClassVar[str] = "MSELoss"
    views: ClassVar[tuple[str, ...]] = ("latent",)

    def face(self, network: str, asked: Asked, given: Mapping[str, Shape | None]) -> Face:
        if network == "encoder":
            return Face(asked.sample, None, scored=False)
        return Face(given.get("encoder"), asked.sample, samples=False)

    def takes(self, loss: Entry) -> bool:
        """Losses of numbers, and BCE for samples that lie between 0 and 1."""
        return "regression" in getattr(loss, "tasks", ("regression",)) or loss.name == "BCEWithLogitsLoss"

    def adopted(self, network: str, graph: Graph) -> Graph:
        """An encoder with one head, where it had a second for the variance."""
        return without_heads(graph) if network == "encoder" else graph
