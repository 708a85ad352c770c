"""ATen operators as layers of the catalog, one function each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import torch

from playground.interchange import operators, recurrent
from playground.interchange.calls import Call, Ref
from playground.interchange.draft import Unfit
from playground.interchange.operators import Window, named

END = 2**62
"""A slice to the end, as ATen writes it."""


def _window(call: Call) -> Window:
    padding = call.ints("padding", (0,))
    return Window(call.ints("stride", (1,)), padding, padding, call.ints("dilation", (1,)))


def _conv(call: Call) -> None:
    weight = call.needed("weight")
    source, bias, groups = call.source("input"), call.tensor("bias"), int(call.number("groups", 1))
    if call.args.get("padding") == "same":
        window = _same(weight, call.ints("stride", (1,)), call.ints("dilation", (1,)))
    elif call.args.get("padding") == "valid":
        window = Window(call.ints("stride", (1,)), dilation=call.ints("dilation", (1,)))
    else:
        window = _window(call)
    if call.flag("transposed"):
        operators.transposed(call.op, source, weight, bias, window, groups, call.ints("output_padding", (0,)))
    else:
        operators.convolution(call.op, source, weight, bias, window, groups)


def _same(weight: torch.Tensor, stride: list[int], dilation: list[int]) -> Window:
    gaps = dilation * (weight.ndim - 2) if len(dilation) == 1 else dilation
    totals = [gap * (side - 1) for gap, side in zip(gaps, weight.shape[2:], strict=True)]
    return Window(stride, [total // 2 for total in totals], [total - total // 2 for total in totals], dilation)


def _conv_transpose(call: Call) -> None:
    more, groups = call.ints("output_padding", (0,)), int(call.number("groups", 1))
    operators.transposed(
        call.op, call.source("input"), call.needed("weight"), call.tensor("bias"), _window(call), groups, more
    )


def _linear(call: Call) -> None:
    operators.linear(call.op, call.source("input"), call.needed("weight"), call.tensor("bias"))


def _addmm(call: Call) -> None:
    if call.number("alpha", 1) != 1 or call.number("beta", 1) != 1:
        raise Unfit("it scales")
    operators.linear(call.op, call.source("mat1"), call.needed("mat2").t(), call.needed("self"))


def _matmul(call: Call) -> None:
    left, right = call.source("self"), call.source("other", "mat2")
    if not call.draft.is_signal(right):
        operators.linear(call.op, left, call.draft.constant(right).t(), None)
    else:
        call.op.add("MatMul", [left, right])


def _batch_norm(call: Call) -> None:
    weights = named(
        weight=call.tensor("weight"),
        bias=call.tensor("bias"),
        running_mean=call.needed("running_mean"),
        running_var=call.needed("running_var"),
    )
    momentum, eps = call.number("momentum", 0.1), call.number("eps", 1e-5)
    operators.batch_norm(call.op, call.source("input"), weights, momentum, eps)


def _layer_norm(call: Call) -> None:
    if len(call.ints("normalized_shape")) != 1:
        raise Unfit("it normalises several axes")
    weights = named(weight=call.tensor("weight"), bias=call.tensor("bias"))
    affine = "weight" in weights
    call.op.add("LayerNorm", [call.source("input")], weights, eps=call.number("eps", 1e-5), elementwise_affine=affine)


def _rms_norm(call: Call) -> None:
    weights = named(weight=call.tensor("weight"))
    eps = call.args.get("eps")
    eps = torch.finfo(torch.float32).eps if eps is None else eps
    call.op.add("RMSNorm", [call.source("input")], weights, eps=eps, elementwise_affine=bool(weights))


def _group_norm(call: Call) -> None:
    weights = named(weight=call.tensor("weight"), bias=call.tensor("bias"))
    groups = int(call.number("num_groups", 1))
    eps = call.number("eps", 1e-5)
    call.op.add("GroupNorm", [call.source("input")], weights, num_groups=groups, eps=eps, affine="weight" in weights)


def _instance_norm(call: Call) -> None:
    if not call.flag("use_input_stats", True):
        raise Unfit("it uses running averages")
    weights = named(weight=call.tensor("weight"), bias=call.tensor("bias"))
    call.op.add(
        "InstanceNorm2d",
        [call.source("input")],
        weights,
        eps=call.number("eps", 1e-5),
        affine="weight" in weights,
    )


def _plain(call: Call, name: str, fields: Mapping[str, str] | None = None) -> None:
    """A layer without weights; `fields` are its settings by the operator's names."""
    given = {ours: call.args[theirs] for theirs, ours in (fields or {}).items() if theirs in call.args}
    call.op.add(name, [call.source("self", "input")], **given)


def _elu(call: Call) -> None:
    alpha, scale = call.number("alpha", 1), call.number("scale", 1)
    if scale != 1 or call.number("input_scale", 1) != 1:
        raise Unfit("it scales")
    call.op.add("ELU", [call.source("self")], alpha=alpha)


def _softplus(call: Call) -> None:
    if call.number("threshold", 20) != 20:
        raise Unfit("it becomes straight elsewhere")
    call.op.add("Softplus", [call.source("self")], beta=call.number("beta", 1))


def _hardtanh(call: Call) -> None:
    low, high = call.number("min_val", -1), call.number("max_val", 1)
    _bounded(call, low, high)


def _clamp(call: Call) -> None:
    low, high = call.args.get("min"), call.args.get("max")
    if not isinstance(low, int | float) or (high is not None and not isinstance(high, int | float)):
        raise Unfit("it clamps in another way")
    if high is None and low == 0:
        call.op.add("ReLU", [call.source("self")])
    else:
        _bounded(call, low, high)


def _bounded(call: Call, low: float, high: float | None) -> None:
    if (low, high) == (0, 6):
        call.op.add("ReLU6", [call.source("self")])
    else:
        call.op.add("Hardtanh", [call.source("self")], min_val=low, max_val=high)


def _prelu(call: Call) -> None:
    weight = call.needed("weight")
    call.op.add("PReLU", [call.source("self")], {"weight": weight}, per_channel=weight.numel() > 1)


def _softmax(call: Call, name: str) -> None:
    operators.along_last(call.op, name, call.source("self"), int(call.number("dim", -1)))


def _pool(call: Call, name: str) -> None:
    kernel = call.ints("kernel_size")
    padding = call.ints("padding", (0,))
    window = Window(call.ints("stride", kernel), padding, padding, call.ints("dilation", (1,)))
    fields: dict[str, Any] = {"ceil_mode": call.flag("ceil_mode")}
    if name == "AvgPool":
        fields["count_include_pad"] = call.flag("count_include_pad", True)
        if call.args.get("divisor_override") is not None:
            raise Unfit("it divides by a number of its own")
    operators.pool(call.op, name, call.source("self"), kernel, window, **fields)


def _adaptive(call: Call, name: str) -> None:
    operators.adaptive_pool(call.op, name, call.source("self"), call.ints("output_size"))


def _reduce(call: Call, kind: str) -> None:
    operators.reduce(call.op, call.source("self"), call.ints("dim"), call.flag("keepdim"), kind)


def _flatten(call: Call) -> None:
    source = call.source("self")
    most = len(call.op.shape(source)) + 1
    start, end = int(call.number("start_dim", 0)) % most, int(call.number("end_dim", -1)) % most
    if start == 0:
        raise Unfit("it mixes samples")
    if start == end:
        call.op.passes(source)
    else:
        call.op.add("Flatten", [source], start_dim=start, end_dim=-1 if end == most - 1 else end)


def _view(call: Call) -> None:
    source = call.source("self")
    sizes = operators.whole_shape(call.op, source, call.sizes("shape" if "shape" in call.args else "size"), call.batch)
    operators.reshape(call.op, source, sizes)


def _unflatten(call: Call) -> None:
    shape = list(call.op.shape(call.source("self")))
    axis = int(call.number("dim", 1)) % (len(shape) + 1)
    if axis == 0:
        raise Unfit("it mixes samples")
    shape[axis - 1 : axis] = call.ints("sizes")
    operators.reshape(call.op, call.source("self"), shape)


def _squeeze(call: Call) -> None:
    shape = list(call.op.shape(call.source("self")))
    axes = {axis % (len(shape) + 1) for axis in call.ints("dim", range(1, len(shape) + 1))}
    if 0 in axes:
        raise Unfit("it mixes samples")
    kept = [size for axis, size in enumerate(shape, 1) if axis not in axes or size != 1]
    operators.reshape(call.op, call.source("self"), kept)


def _unsqueeze(call: Call) -> None:
    shape = list(call.op.shape(call.source("self")))
    axis = int(call.number("dim", 1)) % (len(shape) + 2)
    if axis == 0:
        raise Unfit("it moves the batch")
    shape.insert(axis - 1, 1)
    operators.reshape(call.op, call.source("self"), shape)


def _permute(call: Call) -> None:
    operators.permute(call.op, call.source("self"), call.ints("dims"))


def _transpose(call: Call) -> None:
    source = call.source("self")
    order = list(range(len(call.op.shape(source)) + 1))
    a, b = int(call.number("dim0", 0)) % len(order), int(call.number("dim1", 1)) % len(order)
    order[a], order[b] = order[b], order[a]
    operators.permute(call.op, source, order)


def _passes(call: Call) -> None:
    call.op.passes(call.source("self", "input"))


def _dropout(call: Call, name: str) -> None:
    source = call.source("input", "self")
    name = {2: "Dropout1d", 3: "Dropout2d"}[len(call.op.shape(source))] if name == "Dropout2d" else name
    call.op.add(name, [source], p=call.number("p", 0.5))


def _add(call: Call) -> None:
    if call.number("alpha", 1) != 1:
        raise Unfit("it scales")
    other = call.args.get("other")
    if isinstance(other, int | float):
        if other:
            raise Unfit("it adds a number")
        call.op.passes(call.source("self"))
        return
    signals = sorted((call.source("self"), call.source("other")), key=call.draft.is_signal, reverse=True)
    if call.draft.is_signal(signals[1]):
        operators.merge(call.op, "Add", (call.source("self"), call.source("other")))
    elif not operators.add_bias(call.op, signals[0], constant := call.draft.constant(signals[1])):
        operators.positional(call.op, signals[0], constant)


def _two(call: Call, name: str) -> None:
    if not isinstance(call.args.get("other"), Ref):
        raise Unfit("it works with a number")
    if call.number("alpha", 1) != 1:
        raise Unfit("it scales")
    operators.merge(call.op, name, (call.source("self"), call.source("other")))


def _cat(call: Call) -> None:
    if not recurrent.both_ends(call):
        operators.concat(call.op, call.sources("tensors"), int(call.number("dim", 0)))


def _embedding(call: Call) -> None:
    weight = call.needed("weight")
    rows, features = weight.shape
    source = call.source("indices")
    call.op.add("Embedding", [source], {"weight": weight}, num_embeddings=rows, embedding_dim=features)


def _select(call: Call) -> None:
    if recurrent.hidden(call):
        return
    source, index = call.source("self"), int(call.number("index", 0))
    shape = call.op.shape(source)
    if int(call.number("dim", 0)) % (len(shape) + 1) != 1 or index not in (-1, shape[0] - 1):
        raise Unfit("it takes another step than the last")
    call.op.add("TakeLast", [source])


def _slice(call: Call) -> None:
    source, axis = call.source("self"), int(call.number("dim", 0))
    size = ((call.batch or 0), *call.op.shape(source))[axis]
    start, end = call.args.get("start") or 0, call.args.get("end")
    if start != 0 or call.args.get("step", 1) != 1 or (isinstance(end, int) and end < (size or END)):
        raise Unfit("it takes a part")
    call.op.passes(source)


def _pad(call: Call) -> None:
    pad = call.ints("pad")
    value = call.args.get("value") or 0
    if call.args.get("mode", "constant") != "constant" or value != 0 or len(pad) not in (2, 4):
        raise Unfit("it pads with something else than zeros")
    left, right, top, bottom = (*pad, 0, 0)[:4]
    call.op.add("ZeroPad2d", [call.source("self")], left=left, right=right, top=top, bottom=bottom)


def _upsample(call: Call, mode: str) -> None:
    source = call.source("input", "self")
    shape = call.op.shape(source)[1:]
    factors = call.args.get("scale_factors")
    if not isinstance(factors, list):
        wanted = call.ints("output_size")
        factors = [new / old for new, old in zip(wanted, shape, strict=True)]
    operators.upsample(call.op, source, factors, mode, call.flag("align_corners"))


def _constant(call: Call, compute: Callable[[torch.Tensor], torch.Tensor]) -> None:
    call.draft.constants[call.outputs[0]] = compute(call.draft.constant(call.source("self")))


def of_constants(call: Call) -> bool:
    """Compute what depends on constants alone and only rearranges them; False for everything else."""
    known: dict[str, Callable[[torch.Tensor], torch.Tensor]] = {
        "t": lambda x: x.t(),
        "detach": lambda x: x,
        "alias": lambda x: x,
        "to": lambda x: x,
        "lift_fresh_copy": lambda x: x,
        "clone": lambda x: x,
        "contiguous": lambda x: x,
        "permute": lambda x: x.permute(call.ints("dims")),
        "transpose": lambda x: x.transpose(int(call.number("dim0", 0)), int(call.number("dim1", 1))),
        "unsqueeze": lambda x: x.unsqueeze(int(call.number("dim", 0))),
        "slice": lambda x: x[_span(call, x)],
    }
    signals = call.signals()
    if call.kind not in known or len(signals) != 1 or call.draft.value(signals[0]) not in call.draft.constants:
        return False
    _constant(call, known[call.kind])
    return True


def _span(call: Call, x: torch.Tensor) -> tuple[slice, ...]:
    axis = int(call.number("dim", 0)) % x.ndim
    start, end = (call.args.get(name) for name in ("start", "end"))
    return (slice(None),) * axis + (slice(start, end, int(call.number("step", 1))),)


CALLS: dict[str, Callable[[Call], None]] = {
    "_adaptive_avg_pool2d": partial(_adaptive, name="AdaptiveAvgPool"),
    "_log_softmax": partial(_softmax, name="LogSoftmax"),
    "_native_batch_norm_legit_no_training": _batch_norm,
    "_softmax": partial(_softmax, name="Softmax"),
    "_to_copy": _passes,
    "_unsafe_view": _view,
    "adaptive_avg_pool1d": partial(_adaptive, name="AdaptiveAvgPool"),
    "adaptive_avg_pool2d": partial(_adaptive, name="AdaptiveAvgPool"),
    "adaptive_max_pool1d": partial(_adaptive, name="AdaptiveMaxPool"),
    "adaptive_max_pool2d": partial(_adaptive, name="AdaptiveMaxPool"),
    "add": _add,
    "add_": _add,
    "addmm": _addmm,
    "alias": _passes,
    "alpha_dropout": partial(_dropout, name="AlphaDropout"),
    "amax": partial(_reduce, kind="Max"),
    "avg_pool1d": partial(_pool, name="AvgPool"),
    "avg_pool2d": partial(_pool, name="AvgPool"),
    "batch_norm": _batch_norm,
    "bmm": _matmul,
    "cat": _cat,
    "clamp": _clamp,
    "clamp_min": _clamp,
    "clone": _passes,
    "concat": _cat,
    "constant_pad_nd": _pad,
    "contiguous": _passes,
    "conv1d": _conv,
    "conv2d": _conv,
    "conv_transpose1d": _conv_transpose,
    "conv_transpose2d": _conv_transpose,
    "convolution": _conv,
    "detach": _passes,
    "dropout": partial(_dropout, name="Dropout"),
    "dropout_": partial(_dropout, name="Dropout"),
    "elu": _elu,
    "elu_": _elu,
    "embedding": _embedding,
    "feature_dropout": partial(_dropout, name="Dropout2d"),
    "flatten": _flatten,
    "gelu": partial(_plain, name="GELU", fields={"approximate": "approximate"}),
    "group_norm": _group_norm,
    "gru": partial(recurrent.recurrent, name="GRU"),
    "hardsigmoid": partial(_plain, name="Hardsigmoid"),
    "hardswish": partial(_plain, name="Hardswish"),
    "hardswish_": partial(_plain, name="Hardswish"),
    "hardtanh": _hardtanh,
    "hardtanh_": _hardtanh,
    "instance_norm": _instance_norm,
    "layer_norm": _layer_norm,
    "leaky_relu": partial(_plain, name="LeakyReLU", fields={"negative_slope": "negative_slope"}),
    "leaky_relu_": partial(_plain, name="LeakyReLU", fields={"negative_slope": "negative_slope"}),
    "linear": _linear,
    "log_sigmoid": partial(_plain, name="LogSigmoid"),
    "log_softmax": partial(_softmax, name="LogSoftmax"),
    "lstm": partial(recurrent.recurrent, name="LSTM"),
    "matmul": _matmul,
    "max_pool1d": partial(_pool, name="MaxPool"),
    "max_pool2d": partial(_pool, name="MaxPool"),
    "max_pool2d_with_indices": partial(_pool, name="MaxPool"),
    "mean": partial(_reduce, kind="Avg"),
    "mish": partial(_plain, name="Mish"),
    "mm": _matmul,
    "mul": partial(_two, name="Multiply"),
    "mul_": partial(_two, name="Multiply"),
    "native_group_norm": _group_norm,
    "native_layer_norm": _layer_norm,
    "pad": _pad,
    "permute": _permute,
    "prelu": _prelu,
    "relu": partial(_plain, name="ReLU"),
    "relu6": partial(_plain, name="ReLU6"),
    "relu_": partial(_plain, name="ReLU"),
    "reshape": _view,
    "rms_norm": _rms_norm,
    "rnn_relu": partial(recurrent.recurrent, name="RNN", nonlinearity="relu"),
    "rnn_tanh": partial(recurrent.recurrent, name="RNN"),
    "select": _select,
    "selu": partial(_plain, name="SELU"),
    "sigmoid": partial(_plain, name="Sigmoid"),
    "silu": partial(_plain, name="SiLU"),
    "silu_": partial(_plain, name="SiLU"),
    "slice": _slice,
    "softmax": partial(_softmax, name="Softmax"),
    "softplus": _softplus,
    "softsign": partial(_plain, name="Softsign"),
    "squeeze": _squeeze,
    "sub": partial(_two, name="Subtract"),
    "t": _transpose,
    "tanh": partial(_plain, name="Tanh"),
    "to": _passes,
    "transpose": _transpose,
    "unflatten": _unflatten,
    "unsqueeze": _unsqueeze,
    "upsample_bicubic2d": partial(_upsample, mode="bicubic"),
    "upsample_bilinear2d": partial(_upsample, mode="bilinear"),
    "upsample_linear1d": partial(_upsample, mode="linear"),
    "upsample_nearest1d": partial(_upsample, mode="nearest"),
    "upsample_nearest2d": partial(_upsample, mode="nearest"),
    "view": _view,
}
"""What each operator becomes, by its name without namespace and overload."""
