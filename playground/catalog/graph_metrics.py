"""How much the nodes of a graph have come to look alike."""

from __future__ import annotations

from playground.catalog.kinds import Metric
from playground.spec.entry import entry


@entry
class NodeSimilarity(Metric):
    """How alike the vectors of all nodes are behind the last layer on the graph: near 1, none can be told from another.

    Mean cosine similarity of every two nodes, before the activation; 1 minus it is the mean average distance of Chen et
    al., "Measuring and relieving the over-smoothing problem for graph neural networks", 2020.
    """

    title = "Node similarity"
    target = "playground.engine.similarity.node_similarity"
    of = "inputs"
    tasks = ("classification",)
    series = "node_similarity"
