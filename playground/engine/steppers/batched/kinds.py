"""Which runs can take their steps together: a rule from the experiments alone."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterator
from typing import TYPE_CHECKING

from torch import nn

from playground.catalog import modules
from playground.engine.network import Network
from playground.engine.objectives.supervised import Supervised
from playground.engine.steppers.batched.moves import ELEMENTWISE

if TYPE_CHECKING:
    from playground.engine.run import Run

FEWEST = 3
"""Fewer runs than this gain nothing: of two, some are slower together than one after the other."""
MOST_WORK = 5_000_000
"""Multiplications in a batch, about, from which on PyTorch is as fast with one run after another."""

DENSE = (nn.Linear, nn.Flatten, nn.BatchNorm1d, nn.LayerNorm, nn.RMSNorm)
IMAGES = (nn.Conv2d, nn.BatchNorm2d, nn.GroupNorm, nn.MaxPool2d, nn.AvgPool2d)
SEQUENCES = (
    nn.Conv1d, nn.MaxPool1d, nn.AvgPool1d, modules.TakeLast, modules.PoolOverTime, modules.SelfAttention,
    modules.TransformerEncoderLayer, modules.PositionalEncoding, modules.PositionalEmbedding,
)  # fmt: skip
BENDS = (
    nn.Sigmoid, nn.Tanh, nn.ReLU, nn.LeakyReLU, nn.ELU, nn.SiLU, nn.GELU, nn.Softmax, nn.LogSoftmax, nn.PReLU, nn.SELU,
    nn.Softplus, nn.Mish, nn.ReLU6, nn.Hardtanh, nn.Hardsigmoid, nn.Hardswish,
)  # fmt: skip
JOINTS = (
    modules.Part, modules.Add, modules.Concat, modules.Multiply, modules.Subtract, modules.MatMul, modules.Reshape,
    modules.Permute, modules.Transpose,
)  # fmt: skip
LAYERS = frozenset(DENSE + IMAGES + SEQUENCES + BENDS + JOINTS)
"""Layers that PyTorch computes for several networks at once, and faster.

Measured on one core against eager steps one after another, in batches of 10 for small dense networks and of 32 for
others, with 4, 8 and 32 runs: dense 8-8 with RMSprop 2.2, 5.0 and 7.5 times as fast, with Adagrad 2.2, 3.5 and 7.6; six
layers of 8 units 3.0, 5.1 and 10.2; with layer norm 2.4, 4.4 and 9.1; with batch norm and SGD 1.6, 2.7 and 7.6; dense
128-128 on the digits 1.3, 1.5 and 2.1; convolutions of 4 and 8 channels 2.1, 2.8 and 4.2, of 8 and 16 channels 1.6, 1.8
and 2.2, over sequences 1.8, 2.2 and 3.2; attention 1.6, 2.0 and 2.2. Recurrent layers cannot be computed so.
"""


def kind_of(run: Run) -> Hashable | None:
    """What runs have in common that can take their steps together; None for those that cannot with any."""
    experiment, goal, data = run.experiment, run.objective, run.dataset
    if run.device.type != "cpu" or data.streamed or len(run.networks) > 1 or type(goal) is not Supervised:
        return None
    if experiment.exact or run.precision.name or goal.mixup or run.blurs or run.surgeon.holds:
        return None
    if type(run.optimizer) not in ELEMENTWISE or not run.parameters or run.stepping.covers(run):
        return None
    (network,), (graph,) = run.networks.values(), experiment.networks.values()
    if not all(_fits(module) for module in network.children()) or sum(_work(network)) * run.batch_size > MOST_WORK:
        return None
    nodes = tuple((one.id, one.layer, one.activation, one.lr_factor == 0, one.shares) for one in graph.nodes)
    shapes = tuple((tuple(part.shape), part.dtype) for part in (data.train_inputs, data.train_targets))
    told = data.encoding, data.ignores, len(data.samples.info.places)
    return nodes, graph.edges, experiment.objective, experiment.loss, run.batch_size, told, shapes


def _fits(module: nn.Module) -> bool:
    """Whether a layer is one of those, and draws nothing."""
    chances = [one.p for one in module.modules() if isinstance(one, nn.Dropout)]
    chances += [one.dropout for one in module.modules() if isinstance(one, nn.MultiheadAttention)]
    hooked = module._forward_hooks or module._forward_pre_hooks
    return type(module) in LAYERS and not any(chances) and not hooked


def _work(network: Network) -> Iterator[int]:
    """Multiplications of weights for one sample, layer by layer."""
    for name, module in network.named_children():
        shape = network.shapes.get(name, ())
        places = math.prod(shape[1:] if isinstance(module, nn.Conv1d | nn.Conv2d) else shape[:-1])
        yield places * sum(weight.numel() for weight in module.parameters() if weight.ndim > 1)
