"""A layer that gives meaning to whole numbers, such as words and characters."""

from __future__ import annotations

from playground.catalog.kinds import Layer
from playground.spec.entry import entry
from playground.spec.params import param


@entry
class Embedding(Layer):
    """Looks up a learnt row of numbers for each whole number, as for the words or characters of a text.

    (L,) becomes (L, embedding_dim): row i of a table of shape (num_embeddings, embedding_dim) stands for the number i.
    Bengio et al., "A neural probabilistic language model", 2003.
    """

    group = "Sequences"
    target = "playground.catalog.modules.Embedding"

    num_embeddings: int = param(
        64, min=1, max=10**9, scale="log", label="Rows", help="How many different numbers there are, counted from 0."
    )
    embedding_dim: int = param(16, min=1, max=10**6, scale="log", label="Features", help="How long each row is.")
