"""Activation functions and their slopes, as the kernel computes them."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from torch import nn

from playground.engine.steppers.fused import maths
from playground.engine.steppers.fused.code import Code

Value = Callable[[Code, Any, str], str]
"""(code, module, x) → f(x)."""
Slope = Callable[[Code, Any, str, str], str]
"""(code, module, x, f(x)) → f′(x)."""

SCALE, ALPHA = 1.0507009873554804934193349852946, 1.6732632423543772848170429916717


def _above(code: Code, x: str, then: str, other: str, end: float = 0.0) -> str:
    return code.choose(code.compare("ogt", x, code.number(end)), then, other)


def _between(code: Code, x: str, low: float, high: float, then: str, other: str) -> str:
    return _above(code, x, code.choose(code.compare("olt", x, code.number(high)), then, other), other, low)


def _clip(code: Code, x: str, low: float, high: float) -> str:
    return code.most(code.least(x, code.number(high)), code.number(low))


def _one(code: Code) -> str:
    return code.number(1.0)


def _zero(code: Code) -> str:
    return code.number(0.0)


def _elu(code: Code, x: str, alpha: float, scale: float) -> str:
    below = code.mul(code.number(alpha * scale), code.sub(maths.exp(code, x), _one(code)))
    return _above(code, x, code.mul(code.number(scale), x), below)


def _elu_slope(code: Code, x: str, y: str, alpha: float, scale: float) -> str:
    return _above(code, x, code.number(scale), code.add(y, code.number(alpha * scale)))


def _tanh_slope(code: Code, _: Any, __: str, y: str) -> str:
    return code.sub(_one(code), code.mul(y, y))


def _sigmoid_slope(code: Code, _: Any, __: str, y: str) -> str:
    return code.mul(y, code.sub(_one(code), y))


def _silu_slope(code: Code, _: Any, x: str, y: str) -> str:
    share = maths.sigmoid(code, x)
    return code.fma(share, code.sub(_one(code), y), y)


def _inner(code: Code, x: str) -> str:
    """√(2/π) · (x + 0.044715 x³)."""
    cube = code.mul(code.mul(x, x), x)
    return code.mul(code.number(math.sqrt(2 / math.pi)), code.fma(code.number(0.044715), cube, x))


def _gelu(code: Code, module: nn.GELU, x: str) -> str:
    half = code.mul(code.number(0.5), x)
    if module.approximate == "tanh":
        return code.fma(half, maths.tanh(code, _inner(code, x)), half)
    return code.fma(half, maths.erf(code, code.mul(x, code.number(maths.ROOT_HALF))), half)


def _gelu_slope(code: Code, module: nn.GELU, x: str, _: str) -> str:
    half, square = code.number(0.5), code.mul(x, x)
    if module.approximate == "tanh":
        bent = maths.tanh(code, _inner(code, x))
        inner = code.mul(code.number(math.sqrt(2 / math.pi)), code.fma(code.number(3 * 0.044715), square, _one(code)))
        steep = code.mul(code.sub(_one(code), code.mul(bent, bent)), inner)
        return code.fma(code.mul(half, x), steep, code.fma(half, bent, half))
    below = code.fma(half, maths.erf(code, code.mul(x, code.number(maths.ROOT_HALF))), half)
    bell = code.mul(maths.exp(code, code.mul(square, code.number(-0.5))), code.number(1 / math.sqrt(2 * math.pi)))
    return code.fma(x, bell, below)


def _softplus(code: Code, module: nn.Softplus, x: str) -> str:
    inner = code.mul(code.number(module.beta), x)
    bent = code.mul(code.number(1 / module.beta), maths.softplus(code, inner))
    return code.choose(code.compare("ogt", inner, code.number(module.threshold)), x, bent)


def _softplus_slope(code: Code, module: nn.Softplus, x: str, _: str) -> str:
    inner = code.mul(code.number(module.beta), x)
    steep = maths.sigmoid(code, inner)
    return code.choose(code.compare("ogt", inner, code.number(module.threshold)), _one(code), steep)


def _mish(code: Code, _: Any, x: str) -> str:
    return code.mul(x, maths.tanh(code, maths.softplus(code, x)))


def _mish_slope(code: Code, _: Any, x: str, __: str) -> str:
    bent = maths.tanh(code, maths.softplus(code, x))
    steep = code.mul(maths.sigmoid(code, x), code.sub(_one(code), code.mul(bent, bent)))
    return code.fma(x, steep, bent)


def _hard_sigmoid(code: Code, x: str) -> str:
    return _clip(code, code.fma(x, code.number(1 / 6), code.number(0.5)), 0.0, 1.0)


def _hard_swish_slope(code: Code, _: Any, x: str, __: str) -> str:
    inner = _between(code, x, -3, 3, code.fma(x, code.number(1 / 3), code.number(0.5)), _zero(code))
    return code.choose(code.compare("oge", x, code.number(3.0)), _one(code), inner)


ACTIVATIONS: dict[type[nn.Module], tuple[Value, Slope]] = {
    nn.Tanh: (lambda code, _, x: maths.tanh(code, x), _tanh_slope),
    nn.Sigmoid: (lambda code, _, x: maths.sigmoid(code, x), _sigmoid_slope),
    nn.ReLU: (
        lambda code, _, x: code.most(x, _zero(code)),
        lambda code, _, x, __: _above(code, x, _one(code), _zero(code)),
    ),
    nn.LeakyReLU: (
        lambda code, module, x: _above(code, x, x, code.mul(code.number(module.negative_slope), x)),
        lambda code, module, x, _: _above(code, x, _one(code), code.number(module.negative_slope)),
    ),
    nn.ELU: (
        lambda code, module, x: _elu(code, x, module.alpha, 1.0),
        lambda code, module, x, y: _elu_slope(code, x, y, module.alpha, 1.0),
    ),
    nn.SELU: (
        lambda code, _, x: _elu(code, x, ALPHA, SCALE),
        lambda code, _, x, y: _elu_slope(code, x, y, ALPHA, SCALE),
    ),
    nn.SiLU: (lambda code, _, x: code.mul(x, maths.sigmoid(code, x)), _silu_slope),
    nn.GELU: (_gelu, _gelu_slope),
    nn.Softplus: (_softplus, _softplus_slope),
    nn.Mish: (_mish, _mish_slope),
    nn.ReLU6: (
        lambda code, _, x: _clip(code, x, 0.0, 6.0),
        lambda code, _, x, __: _between(code, x, 0.0, 6.0, _one(code), _zero(code)),
    ),
    nn.Hardtanh: (
        lambda code, module, x: _clip(code, x, module.min_val, module.max_val),
        lambda code, module, x, _: _between(code, x, module.min_val, module.max_val, _one(code), _zero(code)),
    ),
    nn.Hardsigmoid: (
        lambda code, _, x: _hard_sigmoid(code, x),
        lambda code, _, x, __: _between(code, x, -3, 3, code.number(1 / 6), _zero(code)),
    ),
    nn.Hardswish: (lambda code, _, x: code.mul(x, _hard_sigmoid(code, x)), _hard_swish_slope),
}
"""The activations that are covered, by the class of their module; a subclass is another function."""
