"""Losses as the kernel computes them: their value for each sample, and their slopes towards the outputs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from torch import nn

from playground.engine.losses import HingeLoss
from playground.engine.steppers.fused import maths
from playground.engine.steppers.fused.code import BITS, LANES, VECTOR, WORDS, Code, Index
from playground.engine.steppers.fused.layers import Frame


@dataclass(frozen=True)
class Answers:
    """What a loss compares: the value of the outputs, of this size, and the targets of the block's samples.

    `rows` are the places of the samples among all; `share` is what each counts, 0 for lanes that hold none.
    """

    value: int
    size: int
    targets: str
    rows: tuple[str, ...]
    share: str

    def numbers(self, code: Code, unit: Index) -> str:
        """The targets of one output: float32."""
        found = "poison"
        for lane, row in enumerate(self.rows):
            at = code.plus(code.times(row, self.size), unit)
            found = code.op(f"insertelement {VECTOR} {found}, float {code.load(self.targets, at)}, i32 {lane}")
        return found

    def classes(self, code: Code) -> str:
        """The class of each sample."""
        found = "poison"
        for lane, row in enumerate(self.rows):
            number = code.load(self.targets, row, "i64", 8)
            found = code.op(f"insertelement <{LANES} x i64> {found}, i64 {number}, i32 {lane}")
        return code.op(f"trunc <{LANES} x i64> {found} to {WORDS}")


Pointwise = Callable[[Code, Any, str, str], tuple[str, str]]
"""(code, module, output, target) → loss and slope."""


def _binary(code: Code, _: Any, output: str, target: str) -> tuple[str, str]:
    loss = code.sub(maths.softplus(code, output), code.mul(output, target))
    return loss, code.sub(maths.sigmoid(code, output), target)


def _square(code: Code, _: Any, output: str, target: str) -> tuple[str, str]:
    away = code.sub(output, target)
    return code.mul(away, away), code.add(away, away)


def _absolute(code: Code, _: Any, output: str, target: str) -> tuple[str, str]:
    away = code.sub(output, target)
    return maths.absolute(code, away), maths.sign(code, away)


def _huber(code: Code, module: nn.HuberLoss | nn.SmoothL1Loss, output: str, target: str) -> tuple[str, str]:
    """Huber's loss; SmoothL1 is the same divided by its bound."""
    bound = module.beta if isinstance(module, nn.SmoothL1Loss) else module.delta
    scale = 1 / bound if isinstance(module, nn.SmoothL1Loss) else 1.0
    away = code.sub(output, target)
    size = maths.absolute(code, away)
    near = code.compare("olt", size, code.number(bound))
    inside = code.mul(code.mul(away, away), code.number(0.5))
    outside = code.mul(code.sub(size, code.number(bound / 2)), code.number(bound))
    steep = code.choose(near, away, code.mul(maths.sign(code, away), code.number(bound)))
    return code.mul(code.choose(near, inside, outside), code.number(scale)), code.mul(steep, code.number(scale))


def _hinge(code: Code, module: HingeLoss, output: str, target: str) -> tuple[str, str]:
    yes = code.compare("ogt", target, code.number(0.0))
    side = code.choose(yes, code.number(1.0), code.number(-1.0))
    missed = code.sub(code.number(module.margin), code.mul(side, output))
    inside = code.compare("ogt", missed, code.number(0.0))
    return code.most(missed, code.number(0.0)), code.choose(inside, code.neg(side), code.number(0.0))


POINTWISE: dict[type[nn.Module], Pointwise] = {
    nn.BCEWithLogitsLoss: _binary,
    nn.MSELoss: _square,
    nn.L1Loss: _absolute,
    nn.HuberLoss: _huber,
    nn.SmoothL1Loss: _huber,
    HingeLoss: _hinge,
}
"""Losses of each output for itself."""


def compared(frame: Frame, module: nn.Module, answers: Answers) -> str:
    """The loss of each sample times its share; slopes go to the outputs."""
    if isinstance(module, nn.CrossEntropyLoss):
        return _cross_entropy(frame, answers)
    code, pointwise = frame.code, POINTWISE[type(module)]
    share = code.mul(answers.share, code.number(1 / answers.size))
    total = code.variable(VECTOR, "zeroinitializer")
    for unit, _ in code.span(answers.size, 1, answers.size <= 2 * LANES):
        output = frame.read(answers.value, unit)
        loss, slope = pointwise(code, module, output, answers.numbers(code, unit))
        code.store(code.add(code.load(total, kind=VECTOR, align=64), loss), total, 0, VECTOR, 64)
        frame.give(answers.value, unit, code.mul(slope, share))
    frame.given(answers.value)
    return _counted(code, code.mul(code.load(total, kind=VECTOR, align=64), share), answers.share)


def _cross_entropy(frame: Frame, answers: Answers) -> str:
    code, wanted = frame.code, answers.classes(frame.code)
    outputs = _outputs(frame, answers)
    peak = outputs[0]
    for output in outputs[1:]:
        peak = code.choose(code.compare("ogt", output, peak), output, peak)
    powers = [maths.exp(code, code.sub(output, peak)) for output in outputs]
    total = powers[0]
    for power in powers[1:]:
        total = code.add(total, power)
    picked = code.number(0.0)
    for unit, (output, power) in enumerate(zip(outputs, powers, strict=True)):
        here = code.op(f"icmp eq {WORDS} {wanted}, splat (i32 {unit})")
        picked = code.choose(here, output, picked)
        chance = code.div(power, total)
        slope = code.sub(chance, code.choose(here, code.number(1.0), code.number(0.0)))
        frame.give(answers.value, unit, code.mul(slope, answers.share))
    frame.given(answers.value)
    loss = code.sub(code.add(peak, maths.log(code, total)), picked)
    return _counted(code, code.mul(loss, answers.share), answers.share)


def right(frame: Frame, answers: Answers, encoding: str) -> str:
    """The share of each sample whose class is right, as accuracy counts it; 0 where no classes are told."""
    code = frame.code
    if encoding == "index":
        found = code.op(f"icmp eq {WORDS} {_largest(code, _outputs(frame, answers))}, {answers.classes(code)}")
    elif encoding == "onehot":
        true = _largest(code, [answers.numbers(code, unit) for unit in range(answers.size)])
        found = code.op(f"icmp eq {WORDS} {_largest(code, _outputs(frame, answers))}, {true}")
    elif encoding in ("binary", "probability", "sign"):
        said = code.compare("ogt", frame.read(answers.value, 0), code.number(0.5 if encoding == "probability" else 0))
        true = code.compare("ogt", answers.numbers(code, 0), code.number(0.0 if encoding == "sign" else 0.5))
        found = code.op(f"icmp eq {BITS} {said}, {true}")
    else:
        return "zeroinitializer"
    return code.choose(found, answers.share, code.number(0.0))


def _outputs(frame: Frame, answers: Answers) -> list[str]:
    return [frame.read(answers.value, unit) for unit in range(answers.size)]


def _largest(code: Code, vectors: list[str]) -> str:
    """Which of some vectors is the largest in each lane; the first of equals."""
    peak, place = vectors[0], "zeroinitializer"
    for number, vector in enumerate(vectors[1:], 1):
        more = code.compare("ogt", vector, peak)
        peak = code.choose(more, vector, peak)
        place = code.op(f"select {BITS} {more}, {WORDS} splat (i32 {number}), {WORDS} {place}")
    return place


def _counted(code: Code, loss: str, share: str) -> str:
    """The loss in the lanes that hold a sample."""
    held = code.op(f"fcmp ogt {VECTOR} {share}, zeroinitializer")
    return code.op(f"select {BITS} {held}, {VECTOR} {loss}, {VECTOR} zeroinitializer")
