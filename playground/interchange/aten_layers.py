"""ATen operators that compute, as layers of the catalog, one function each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch

from playground.interchange import operators
from playground.interchange.calls import Call
from playground.interchange.draft import Unfit
from playground.interchange.operators import Window, named


def _window(call: Call) -> Window:
    padding = call.ints("padding", (0,))
    return Window(call.ints("stride", (1,)), padding, padding, call.ints("dilation", (1,)))


def conv(call: Call) -> None:
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


def conv_transpose(call: Call) -> None:
    more, groups = call.ints("output_padding", (0,)), int(call.number("groups", 1))
    operators.transposed(
        call.op, call.source("input"), call.needed("weight"), call.tensor("bias"), _window(call), groups, more
    )


def linear(call: Call) -> None:
    operators.linear(call.op, call.source("input"), call.needed("weight"), call.tensor("bias"))


def addmm(call: Call) -> None:
    if call.number("alpha", 1) != 1 or call.number("beta", 1) != 1:
        raise Unfit("it scales")
    operators.linear(call.op, call.source("mat1"), call.needed("mat2").t(), call.needed("self"))


def matmul(call: Call) -> None:
    left, right = call.source("self"), call.source("other", "mat2")
    if not call.draft.is_signal(right):
        operators.linear(call.op, left, call.draft.constant(right).t(), None)
    else:
        call.op.add("MatMul", [left, right])


def batch_norm(call: Call) -> None:
    weights = named(
        weight=call.tensor("weight"),
        bias=call.tensor("bias"),
        running_mean=call.needed("running_mean"),
        running_var=call.needed("running_var"),
    )
    momentum, eps = call.number("momentum", 0.1), call.number("eps", 1e-5)
    operators.batch_norm(call.op, call.source("input"), weights, momentum, eps)


def layer_norm(call: Call) -> None:
    if len(call.ints("normalized_shape")) != 1:
        raise Unfit("it normalises several axes")
    weights = named(weight=call.tensor("weight"), bias=call.tensor("bias"))
    affine = "weight" in weights
    call.op.add("LayerNorm", [call.source("input")], weights, eps=call.number("eps", 1e-5), elementwise_affine=affine)


def rms_norm(call: Call) -> None:
    weights = named(weight=call.tensor("weight"))
    eps = call.args.get("eps")
    eps = torch.finfo(torch.float32).eps if eps is None else eps
    call.op.add("RMSNorm", [call.source("input")], weights, eps=eps, elementwise_affine=bool(weights))


def group_norm(call: Call) -> None:
    weights = named(weight=call.tensor("weight"), bias=call.tensor("bias"))
    groups = int(call.number("group" if "group" in call.args else "num_groups", 1))
    eps = call.number("eps", 1e-5)
    call.op.add("GroupNorm", [call.source("input")], weights, num_groups=groups, eps=eps, affine="weight" in weights)


def instance_norm(call: Call) -> None:
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


def plain(call: Call, name: str, fields: Mapping[str, str] | None = None) -> None:
    """A layer without weights; `fields` are its settings by the operator's names."""
    given = {ours: call.args[theirs] for theirs, ours in (fields or {}).items() if theirs in call.args}
    call.op.add(name, [call.source("self", "input")], **given)


def elu(call: Call) -> None:
    alpha, scale = call.number("alpha", 1), call.number("scale", 1)
    if scale != 1 or call.number("input_scale", 1) != 1:
        raise Unfit("it scales")
    call.op.add("ELU", [call.source("self")], alpha=alpha)


def softplus(call: Call) -> None:
    if call.number("threshold", 20) != 20:
        raise Unfit("it becomes straight elsewhere")
    call.op.add("Softplus", [call.source("self")], beta=call.number("beta", 1))


def hardtanh(call: Call) -> None:
    low, high = call.number("min_val", -1), call.number("max_val", 1)
    _bounded(call, low, high)


def clamp(call: Call) -> None:
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


def prelu(call: Call) -> None:
    weight = call.needed("weight")
    call.op.add("PReLU", [call.source("self")], {"weight": weight}, per_channel=weight.numel() > 1)


def softmax(call: Call, name: str) -> None:
    operators.along_last(call.op, name, call.source("self"), int(call.number("dim", -1)))


def pool(call: Call, name: str) -> None:
    kernel = call.ints("kernel_size")
    padding = call.ints("padding", (0,))
    window = Window(call.ints("stride", kernel), padding, padding, call.ints("dilation", (1,)))
    fields: dict[str, Any] = {"ceil_mode": call.flag("ceil_mode")}
    if name == "AvgPool":
        fields["count_include_pad"] = call.flag("count_include_pad", True)
        if call.args.get("divisor_override") is not None:
            raise Unfit("it divides by a number of its own")
    operators.pool(call.op, name, call.source("self"), kernel, window, **fields)


def adaptive(call: Call, name: str) -> None:
    operators.adaptive_pool(call.op, name, call.source("self"), call.ints("output_size"))


def reduce(call: Call, kind: str) -> None:
    operators.reduce(call.op, call.source("self"), call.ints("dim"), call.flag("keepdim"), kind)


def dropout(call: Call, name: str) -> None:
    source = call.source("input", "self")
    name = {2: "Dropout1d", 3: "Dropout2d"}[len(call.op.shape(source))] if name == "Dropout2d" else name
    call.op.add(name, [source], p=call.number("p", 0.5))


def embedding(call: Call) -> None:
    weight = call.needed("weight")
    rows, features = weight.shape
    source = call.source("indices")
    call.op.add("Embedding", [source], {"weight": weight}, num_embeddings=rows, embedding_dim=features)


def upsample(call: Call, mode: str) -> None:
    source = call.source("input", "self")
    shape = call.op.shape(source)[1:]
    factors = call.args.get("scale_factors")
    if not isinstance(factors, list):
        wanted = call.ints("output_size")
        factors = [new / old for new, old in zip(wanted, shape, strict=True)]
    operators.upsample(call.op, source, factors, mode, call.flag("align_corners"))
