"""ONNX operators as layers of the catalog, one function each."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import torch

from playground.interchange import onnx_recurrent, operators
from playground.interchange.draft import Unfit
from playground.interchange.onnx_constants import BATCH
from playground.interchange.onnx_file import type_of
from playground.interchange.onnx_node import OnnxNode
from playground.interchange.operators import named


def _conv(node: OnnxNode) -> None:
    weight = node.constant(1)
    window = node.window(weight.ndim - 2, weight.shape[2:])
    operators.convolution(node.op, node.input(0), weight, node.optional(2), window, int(node.number("group", 1)))


def _conv_transpose(node: OnnxNode) -> None:
    weight = node.constant(1)
    axes = weight.ndim - 2
    if node.text("auto_pad", "NOTSET") != "NOTSET" or "output_shape" in node.attributes:
        raise Unfit("it works out its padding from its size")
    more, groups = node.ints("output_padding", [0] * axes), int(node.number("group", 1))
    window = node.window(axes, weight.shape[2:])
    operators.transposed(node.op, node.input(0), weight, node.optional(2), window, groups, more)


def _gemm(node: OnnxNode) -> None:
    if node.number("transA", 0):
        raise Unfit("it turns its input")
    weight = node.constant(1) if node.number("transB", 0) else node.constant(1).t()
    bias = node.optional(2)
    if bias is not None:
        bias = (bias * node.number("beta", 1)).reshape(-1).expand(len(weight)).contiguous()
    operators.linear(node.op, node.input(0), weight * node.number("alpha", 1), bias)


def _matmul(node: OnnxNode) -> None:
    if not node.draft.is_signal(node.input(1)):
        operators.linear(node.op, node.input(0), node.constant(1).t(), None)
    else:
        node.op.add("MatMul", [node.input(0), node.input(1)])


def _batch_norm(node: OnnxNode) -> None:
    names = ("weight", "bias", "running_mean", "running_var")
    weights = {name: node.constant(place) for place, name in enumerate(names, 1)}
    momentum = 1 - node.number("momentum", 0.9)  # ONNX counts what stays, PyTorch what comes
    operators.batch_norm(node.op, node.input(0), weights, round(momentum, 7), node.number("epsilon", 1e-5))


def _layer_norm(node: OnnxNode) -> None:
    if node.number("axis", -1) not in (-1, len(node.op.shape(node.input(0)))):
        raise Unfit("it normalises several axes")
    weight = node.constant(1)
    bias = node.optional(2)
    weights = {"weight": weight, "bias": torch.zeros_like(weight) if bias is None else bias}
    node.op.add("LayerNorm", [node.input(0)], weights, eps=node.number("epsilon", 1e-5))


def _instance_norm(node: OnnxNode) -> None:
    weights = named(weight=node.constant(1), bias=node.constant(2))
    node.op.add("InstanceNorm2d", [node.input(0)], weights, eps=node.number("epsilon", 1e-5), affine=True)


def _group_norm(node: OnnxNode) -> None:
    if node.opset < 21:
        raise Unfit("it scales groups, not channels")
    weights = named(weight=node.constant(1), bias=node.constant(2))
    groups, eps = int(node.number("num_groups", 1)), node.number("epsilon", 1e-5)
    node.op.add("GroupNorm", [node.input(0)], weights, num_groups=groups, eps=eps)


def _rms_norm(node: OnnxNode) -> None:
    node.op.add("RMSNorm", [node.input(0)], {"weight": node.constant(1)}, eps=node.number("epsilon", 1e-5))


def _response_norm(node: OnnxNode) -> None:
    fields = {"alpha": 1e-4, "beta": 0.75}
    given: dict[str, Any] = {name: node.number(name, default) for name, default in fields.items()}
    node.op.add(
        "LocalResponseNorm", [node.input(0)], size=int(node.number("size", 5)), k=node.number("bias", 1), **given
    )


def _plain(node: OnnxNode, name: str, fields: Mapping[str, tuple[str, float]] | None = None, **fixed: Any) -> None:
    given: dict[str, Any] = {ours: node.number(theirs, default) for ours, (theirs, default) in (fields or {}).items()}
    node.op.add(name, [node.input(0)], **given, **fixed)


def _gelu(node: OnnxNode) -> None:
    node.op.add("GELU", [node.input(0)], approximate=node.text("approximate", "none"))


def _hard_sigmoid(node: OnnxNode) -> None:
    if not math.isclose(node.number("alpha", 0.2), 1 / 6, rel_tol=1e-4) or node.number("beta", 0.5) != 0.5:
        raise Unfit("its slope is not PyTorch's")
    node.op.add("Hardsigmoid", [node.input(0)])


def _clip(node: OnnxNode) -> None:
    low, high = node.number("min", -math.inf, 1), node.number("max", math.inf, 2)
    if (low, high) == (0, math.inf):
        node.op.add("ReLU", [node.input(0)])
    elif (low, high) == (0, 6):
        node.op.add("ReLU6", [node.input(0)])
    else:
        node.op.add("Hardtanh", [node.input(0)], min_val=low, max_val=high)


def _prelu(node: OnnxNode) -> None:
    slope = node.constant(1).reshape(-1)
    node.op.add("PReLU", [node.input(0)], {"weight": slope}, per_channel=slope.numel() > 1)


def _softmax(node: OnnxNode, name: str) -> None:
    operators.along_last(node.op, name, node.input(0), int(node.number("axis", -1 if node.opset >= 13 else 1)))


def _pool(node: OnnxNode, name: str) -> None:
    if len(node.outputs) > 1 and node.outputs[1]:
        raise Unfit("it also gives places")
    kernel = node.ints("kernel_shape")
    fields: dict[str, Any] = {"ceil_mode": bool(node.number("ceil_mode", 0))}
    source, window = node.input(0), node.window(len(kernel), kernel)
    counted = bool(node.number("count_include_pad", 0))
    if name == "AvgPool":
        fields["count_include_pad"] = counted
    elif list(window.before) != list(window.after):
        raise Unfit("it pads one end more than the other")
    operators.pool(node.op, name, source, kernel, window, **fields)


def _global_pool(node: OnnxNode, name: str) -> None:
    operators.adaptive_pool(node.op, name, node.input(0), [1])


def _reduce(node: OnnxNode, kind: str) -> None:
    operators.reduce(node.op, node.input(0), node.ints("axes", index=1), bool(node.number("keepdims", 1)), kind)


def _flatten(node: OnnxNode) -> None:
    if node.number("axis", 1) != 1:
        raise Unfit("it mixes samples")
    operators.reshape(node.op, node.input(0), [-1])


def _reshape(node: OnnxNode) -> None:
    source = node.input(0)
    wanted = node.ints("shape", index=1)
    if onnx_recurrent.flattened(node):
        return
    shape = node.op.shape(source)
    zero = node.number("allowzero", 0) == 0
    sizes: list[int | None] = [None if wanted[0] == BATCH else wanted[0]]
    sizes += [shape[place] if size == 0 and zero else size for place, size in enumerate(wanted[1:])]
    operators.reshape(node.op, source, operators.whole_shape(node.op, source, sizes, node.batch))


def _transpose(node: OnnxNode) -> None:
    if not onnx_recurrent.turned(node):
        order = node.ints("perm", range(len(node.op.shape(node.input(0))), -1, -1))
        operators.permute(node.op, node.input(0), order)


def _squeeze(node: OnnxNode) -> None:
    if onnx_recurrent.squeezed(node):
        return
    shape = list(node.op.shape(node.input(0)))
    axes = {axis % (len(shape) + 1) for axis in node.ints("axes", range(1, len(shape) + 1), index=1)}
    if 0 in axes:
        raise Unfit("it mixes samples")
    operators.reshape(
        node.op, node.input(0), [size for axis, size in enumerate(shape, 1) if axis not in axes or size != 1]
    )


def _unsqueeze(node: OnnxNode) -> None:
    shape = list(node.op.shape(node.input(0)))
    axes = node.ints("axes", index=1)
    for axis in sorted(axis % (len(shape) + 1 + len(axes)) for axis in axes):
        if axis == 0:
            raise Unfit("it moves the batch")
        shape.insert(axis - 1, 1)
    operators.reshape(node.op, node.input(0), shape)


def _passes(node: OnnxNode) -> None:
    node.op.passes(node.input(0))


def _cast(node: OnnxNode) -> None:
    known = type_of(int(node.number("to", 1)))
    operators.cast(node.op, node.input(0), known is not None and known[0].is_floating_point)


def _dropout(node: OnnxNode) -> None:
    node.op.add("Dropout", [node.input(0)], p=node.number("ratio", 0.5, 1))


def _add(node: OnnxNode) -> None:
    signals = sorted(node.inputs, key=node.draft.is_signal, reverse=True)
    if len(node.inputs) == 2 and not node.draft.is_signal(signals[1]):
        constant = node.draft.constant(signals[1])
        if constant.numel() == 1 and not constant.any():
            node.op.passes(signals[0])
        elif not operators.add_bias(node.op, signals[0], constant):
            operators.positional(node.op, signals[0], constant)
        elif signals[1].endswith(".bias"):
            node.draft.parts[node.draft.value(signals[0])].stem = signals[1].removesuffix(".bias")
    else:
        operators.merge(node.op, "Add", node.inputs)


def _merge(node: OnnxNode, name: str) -> None:
    operators.merge(node.op, name, node.inputs)


def _mul(node: OnnxNode) -> None:
    for one, other in (node.inputs, node.inputs[::-1]):
        part = node.draft.parts.get(node.draft.value(other))
        if part and part.layer.name == "Sigmoid" and part.sources == (node.draft.value(one),):
            node.op.add("SiLU", [one])
            return
    operators.merge(node.op, "Multiply", node.inputs)


def _concat(node: OnnxNode) -> None:
    if not onnx_recurrent.both_ends(node):
        operators.concat(node.op, node.inputs, int(node.number("axis", 1)))


def _gather(node: OnnxNode) -> None:
    axis = int(node.number("axis", 0))
    if not node.draft.is_signal(node.input(0)) and axis == 0 and node.input(0) in node.draft.constants:
        weight = node.constant(0)
        rows, features = weight.shape
        op = node.op
        stem = node.input(0).removesuffix(".weight") if node.input(0).endswith(".weight") else node.stem
        operators.Operation(op.draft, op.value, stem).add(
            "Embedding", [node.input(1)], {"weight": weight}, num_embeddings=rows, embedding_dim=features
        )
    elif not onnx_recurrent.picked(node):
        shape = node.op.shape(node.input(0))
        index = int(node.constant(1).reshape(-1)[0])
        if node.constant(1).numel() != 1 or node.constant(1).ndim or axis != 1 or index not in (-1, shape[0] - 1):
            raise Unfit("it takes another step than the last")
        node.op.add("TakeLast", [node.input(0)])


def _pad(node: OnnxNode) -> None:
    pads = node.ints("pads", index=1)
    value = node.number("value", 0, 2)
    if node.text("mode", "constant") != "constant" or value or len(pads) != 8 or any(pads[i] for i in (0, 1, 4, 5)):
        raise Unfit("it pads with something else than zeros")
    top, left, bottom, right = pads[2], pads[3], pads[6], pads[7]
    node.op.add("ZeroPad2d", [node.input(0)], left=left, right=right, top=top, bottom=bottom)


def _resize(node: OnnxNode) -> None:
    mode = {"nearest": "nearest", "linear": "bilinear", "cubic": "bicubic"}.get(node.text("mode", "nearest"))
    where = node.text("coordinate_transformation_mode", "half_pixel")
    shape = node.op.shape(node.input(0))
    if node.kind == "Upsample":
        factors = node.attributes.get("scales") or node.constant(1).tolist()
        where = "asymmetric" if mode == "nearest" else "align_corners"
    elif node.has(3):
        factors = [1, *(new / old for new, old in zip(node.ints("sizes", index=3)[1:], shape, strict=True))]
    else:
        factors = node.constant(2 if node.has(2) else 1).tolist()
    if mode is None or len(factors) != len(shape) + 1 or factors[:2] != [1, 1]:
        raise Unfit("it enlarges in a way of its own")
    if mode == "nearest" and node.kind == "Resize" and node.text("nearest_mode", "round_prefer_floor") != "floor":
        if where != "half_pixel" or any(factor != int(factor) for factor in factors):
            raise Unfit("it rounds in another way")
    elif mode != "nearest" and where not in ("half_pixel", "pytorch_half_pixel", "align_corners"):
        raise Unfit("it counts places in another way")
    if mode == "bicubic" and node.number("cubic_coeff_a", -0.75) != -0.75:
        raise Unfit("its curve is not PyTorch's")
    mode = "linear" if mode == "bilinear" and len(shape) == 2 else mode
    operators.upsample(node.op, node.input(0), factors[2:], mode, mode != "nearest" and where == "align_corners")


OPERATORS: dict[str, Callable[[OnnxNode], None]] = {
    "Add": _add,
    "AveragePool": partial(_pool, name="AvgPool"),
    "BatchNormalization": _batch_norm,
    "Cast": _cast,
    "Clip": _clip,
    "Concat": _concat,
    "Conv": _conv,
    "ConvTranspose": _conv_transpose,
    "Dropout": _dropout,
    "Elu": partial(_plain, name="ELU", fields={"alpha": ("alpha", 1.0)}),
    "Flatten": _flatten,
    "GRU": partial(onnx_recurrent.recurrent, name="GRU"),
    "Gather": _gather,
    "Gelu": _gelu,
    "Gemm": _gemm,
    "GlobalAveragePool": partial(_global_pool, name="AdaptiveAvgPool"),
    "GlobalMaxPool": partial(_global_pool, name="AdaptiveMaxPool"),
    "GroupNormalization": _group_norm,
    "HardSigmoid": _hard_sigmoid,
    "HardSwish": partial(_plain, name="Hardswish"),
    "Identity": _passes,
    "InstanceNormalization": _instance_norm,
    "LRN": _response_norm,
    "LSTM": partial(onnx_recurrent.recurrent, name="LSTM"),
    "LayerNormalization": _layer_norm,
    "LeakyRelu": partial(_plain, name="LeakyReLU", fields={"negative_slope": ("alpha", 0.01)}),
    "LogSoftmax": partial(_softmax, name="LogSoftmax"),
    "MatMul": _matmul,
    "MaxPool": partial(_pool, name="MaxPool"),
    "Mish": partial(_plain, name="Mish"),
    "Mul": _mul,
    "PRelu": _prelu,
    "Pad": _pad,
    "RMSNormalization": _rms_norm,
    "RNN": partial(onnx_recurrent.recurrent, name="RNN"),
    "ReduceMax": partial(_reduce, kind="Max"),
    "ReduceMean": partial(_reduce, kind="Avg"),
    "Relu": partial(_plain, name="ReLU"),
    "Reshape": _reshape,
    "Resize": _resize,
    "Selu": partial(_plain, name="SELU"),
    "Sigmoid": partial(_plain, name="Sigmoid"),
    "Softmax": partial(_softmax, name="Softmax"),
    "Softplus": partial(_plain, name="Softplus"),
    "Softsign": partial(_plain, name="Softsign"),
    "Squeeze": _squeeze,
    "Sub": partial(_merge, name="Subtract"),
    "Sum": partial(_merge, name="Add"),
    "Tanh": partial(_plain, name="Tanh"),
    "Transpose": _transpose,
    "Unsqueeze": _unsqueeze,
    "Upsample": _resize,
}
"""What each operator of ONNX becomes."""
