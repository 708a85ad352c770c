"""Every layer with shapes it takes and the shape it gives; tests of all layers run over these."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import torch

from playground import catalog
from playground.catalog.kinds import Layer
from playground.catalog.layers import (
    activations,
    attention,
    conv,
    decoding,
    graph,
    linear,
    merge,
    normalization,
    pooling,
    regularization,
    sequences,
    shape,
    trees,
)
from playground.spec.entry import Shape, entries

catalog.load()

IMAGE: Shape = (4, 9, 8)
SEQUENCE: Shape = (6, 10)
STEPS: Shape = (7, 6)
NODES: Shape = (5, 3)
EDGES: Shape = (5, 5)

CASES: list[tuple[Layer, list[Shape], Shape]] = [
    (linear.Linear(out_features=5), [(3,)], (5,)),
    (linear.Linear(out_features=5, bias=False), [(4, 3)], (4, 5)),
    (linear.Output(), [(3,)], (1,)),
    (conv.Conv2d(), [IMAGE], (16, 9, 8)),
    (conv.Conv2d(out_channels=6, kernel_size=5, stride=2, padding=0, groups=2, bias=False), [IMAGE], (6, 3, 2)),
    (conv.Conv2d(out_channels=2, kernel_size=(1, 3), padding=(0, 2), dilation=2), [IMAGE], (2, 9, 8)),
    (conv.Conv1d(), [SEQUENCE], (16, 10)),
    (conv.Conv1d(out_channels=3, stride=2, padding=0, dilation=3, groups=3), [SEQUENCE], (3, 2)),
    (conv.DepthwiseConv2d(), [IMAGE], (4, 9, 8)),
    (conv.DepthwiseConv2d(multiplier=3, stride=(2, 1), bias=False), [IMAGE], (12, 5, 8)),
    (conv.ConvTranspose2d(out_channels=3), [IMAGE], (3, 18, 16)),
    (
        conv.ConvTranspose2d(out_channels=4, kernel_size=3, padding=1, output_padding=(1, 0), groups=2),
        [IMAGE],
        (4, 18, 15),
    ),
    (conv.ConvTranspose1d(out_channels=3, dilation=3), [SEQUENCE], (3, 22)),
    (pooling.MaxPool2d(), [IMAGE], (4, 4, 4)),
    (pooling.MaxPool2d(kernel_size=3, padding=1, ceil_mode=True), [IMAGE], (4, 5, 5)),
    (pooling.MaxPool2d(stride=(2, 1), dilation=2), [IMAGE], (4, 4, 6)),
    (pooling.MaxPool1d(), [SEQUENCE], (6, 5)),
    (pooling.AvgPool2d(kernel_size=(3, 2), padding=1, count_include_pad=False), [IMAGE], (4, 5, 5)),
    (pooling.AvgPool1d(), [SEQUENCE], (6, 5)),
    (pooling.AdaptiveAvgPool2d(), [IMAGE], (4, 1, 1)),
    (pooling.AdaptiveAvgPool2d(output_size=(3, 2)), [IMAGE], (4, 3, 2)),
    (pooling.AdaptiveAvgPool1d(output_size=4), [SEQUENCE], (6, 4)),
    (pooling.AdaptiveMaxPool2d(), [IMAGE], (4, 1, 1)),
    (pooling.AdaptiveMaxPool1d(), [SEQUENCE], (6, 1)),
    (pooling.Upsample(), [IMAGE], (4, 18, 16)),
    (pooling.Upsample(scale_factor=1.5, mode="bilinear", align_corners=True), [IMAGE], (4, 13, 12)),
    (pooling.Upsample(mode="bicubic"), [IMAGE], (4, 18, 16)),
    (pooling.Upsample(scale_factor=3, mode="linear"), [SEQUENCE], (6, 30)),
    (regularization.Dropout(p=0.3), [(3,)], (3,)),
    (normalization.BatchNorm1d(), [(3,)], (3,)),
    (normalization.BatchNorm1d(affine=False), [(3, 7)], (3, 7)),
    (normalization.BatchNorm2d(), [IMAGE], IMAGE),
    (normalization.LayerNorm(), [(3,)], (3,)),
    (normalization.LayerNorm(elementwise_affine=False), [(2, 3)], (2, 3)),
    (normalization.GroupNorm(num_groups=2), [IMAGE], IMAGE),
    (normalization.GroupNorm(), [(8,)], (8,)),
    (normalization.InstanceNorm2d(), [IMAGE], IMAGE),
    (normalization.InstanceNorm2d(affine=True), [IMAGE], IMAGE),
    (normalization.LocalResponseNorm(size=3, alpha=0.5), [IMAGE], IMAGE),
    (normalization.RMSNorm(), [(3,)], (3,)),
    (regularization.Dropout1d(p=0.3), [SEQUENCE], SEQUENCE),
    (regularization.Dropout2d(p=0.3), [IMAGE], IMAGE),
    (regularization.AlphaDropout(), [(3,)], (3,)),
    (regularization.GaussianNoise(), [(3,)], (3,)),
    (regularization.Reparameterise(), [(3,), (3,)], (3,)),
    (sequences.Embedding(num_embeddings=3, embedding_dim=4), [(5,)], (5, 4)),
    (sequences.LSTM(hidden_size=4), [STEPS], (7, 4)),
    (sequences.LSTM(hidden_size=4, num_layers=2, dropout=0.2, bidirectional=True, returns="last"), [STEPS], (8,)),
    (sequences.GRU(hidden_size=4, bidirectional=True), [STEPS], (7, 8)),
    (sequences.GRU(hidden_size=4, dropout=0.2, bias=False, returns="last"), [STEPS], (4,)),
    (sequences.RNN(hidden_size=4), [STEPS], (7, 4)),
    (sequences.RNN(hidden_size=4, num_layers=3, returns="last"), [STEPS], (4,)),
    (sequences.RNN(hidden_size=12, nonlinearity="relu"), [STEPS], (7, 12)),
    (sequences.TakeLast(), [STEPS], (6,)),
    (sequences.PoolOverTime(), [STEPS], (6,)),
    (sequences.PoolOverTime(mode="max"), [STEPS], (6,)),
    (attention.SelfAttention(num_heads=2), [STEPS], STEPS),
    (attention.SelfAttention(num_heads=3, causal=True, dropout=0.1, bias=False), [STEPS], STEPS),
    (attention.MultiheadAttention(num_heads=2), [STEPS, (5, 6), (5, 6)], STEPS),
    (attention.MultiheadAttention(num_heads=1, causal=True), [STEPS, (5, 3), (5, 2)], STEPS),
    (attention.TransformerEncoderLayer(nhead=2, dim_feedforward=9), [STEPS], STEPS),
    (
        attention.TransformerEncoderLayer(nhead=3, activation="gelu", norm_first=True, causal=True, dropout=0.0),
        [STEPS],
        STEPS,
    ),
    (attention.TransformerDecoderLayer(nhead=2), [STEPS, (5, 6)], STEPS),
    (attention.PositionalEncoding(), [STEPS], STEPS),
    (attention.PositionalEncoding(), [(4, 5)], (4, 5)),
    (attention.PositionalEmbedding(), [STEPS], STEPS),
    (activations.PReLU(per_channel=True), [IMAGE], IMAGE),
    (shape.Flatten(), [(1, 8, 8)], (64,)),
    (shape.Flatten(start_dim=2), [IMAGE], (4, 72)),
    (shape.Reshape(shape=(2, -1, 8)), [IMAGE], (2, 18, 8)),
    (shape.Permute(dims=(2, 3, 1)), [IMAGE], (9, 8, 4)),
    (shape.Transpose(), [SEQUENCE], (10, 6)),
    (shape.ZeroPad2d(left=2, top=-1), [IMAGE], (4, 9, 11)),
    (merge.Add(), [(3,), (3,), (3,)], (3,)),
    (merge.Concat(), [(3,), (4,)], (7,)),
    (merge.Concat(dim=2), [(2, 3), (2, 5)], (2, 8)),
    (merge.Multiply(), [IMAGE, (4,), (4, 1, 1)], IMAGE),
    (merge.Multiply(), [(4,), IMAGE], IMAGE),
    (merge.Subtract(), [(3,), (3,)], (3,)),
    (merge.Subtract(), [IMAGE, (4,)], IMAGE),
    (merge.MatMul(), [(5, 3), (3, 4)], (5, 4)),
    (graph.GCNConv(out_channels=4), [NODES, EDGES], (5, 4)),
    (graph.GCNConv(out_channels=4, add_self_loops=False, normalize=False, bias=False), [NODES, EDGES], (5, 4)),
    (graph.SAGEConv(out_channels=4), [NODES, EDGES], (5, 4)),
    (graph.SAGEConv(out_channels=4, aggr="max", root_weight=False, normalize=True), [NODES, EDGES], (5, 4)),
    (graph.GATConv(out_channels=4, heads=2), [NODES, EDGES], (5, 8)),
    (graph.GATConv(out_channels=4, heads=2, concat=False, dropout=0.5, bias=False), [NODES, EDGES], (5, 4)),
    (graph.GraphReadout(), [NODES, EDGES], (3,)),
    (graph.GraphReadout(mode="sum"), [NODES, EDGES], (3,)),
    (graph.PairNorm(), [NODES, EDGES], NODES),
    (decoding.DecoderGRU(), [STEPS, (4,)], (7, 4)),
    (decoding.DecoderGRU(bias=False), [STEPS, (6,)], (7, 6)),
    (decoding.DecoderLSTM(hidden_size=4), [STEPS, (8,)], (7, 4)),
    (decoding.DecoderLSTM(hidden_size=5, bias=False), [STEPS, (5,)], (7, 5)),
    (sequences.LSTM(hidden_size=4, returns="state"), [STEPS], (8,)),
    (sequences.LSTM(hidden_size=4, num_layers=2, bidirectional=True, returns="state"), [STEPS], (16,)),
    (trees.TreeLSTM(hidden_size=4), [STEPS, (7, 2)], (7, 4)),
    (trees.TreeLSTM(hidden_size=4, bias=False), [STEPS, (7, 2)], (7, 4)),
    (trees.TreeRNN(hidden_size=4), [STEPS, (7, 2)], (7, 4)),
    *((cls(), [(3,)], (3,)) for cls in entries("layer").values() if cls.group == "Activations"),  # type: ignore[misc]  # all are layers
]

IDS = [f"{layer!r}-{shapes}" for layer, shapes, _ in CASES]


def build(item: Any, *shapes: Shape) -> Any:
    """The module of a layer."""
    module, _, name = item.target.rpartition(".")
    return getattr(import_module(module), name)(**item.args(*shapes))


def samples(layer: Layer, shapes: list[Shape], count: int = 6) -> list[torch.Tensor]:
    """Random inputs (count, …); whole numbers, as floats, for a layer that looks up rows or children."""
    if isinstance(layer, trees.Recursive):
        nodes, (size, _) = torch.randn(count, *shapes[0]), shapes[1]
        below = torch.arange(size, dtype=torch.float32)[:, None] + torch.tensor([-1.0, -2.0])
        return [nodes, below.clamp(min=-1).expand(count, -1, -1)]
    if isinstance(layer, sequences.Embedding):
        return [torch.randint(layer.num_embeddings, (count, *shape)).float() for shape in shapes]
    return [torch.randn(count, *shape) for shape in shapes]
