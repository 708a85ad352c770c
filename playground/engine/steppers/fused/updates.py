"""What follows the gradients in a step: penalties, clipping and the optimizer's move, sixteen weights at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playground.engine.steppers.fused import maths
from playground.engine.steppers.fused.code import LANES, VECTOR, Code, Index

UNROLLED = 16
"""At most so many moves of sixteen weights are written out one after another."""


@dataclass(frozen=True)
class Update:
    """How weights move. `count` are all that learn, a multiple of 16.

    Settings in the table: `clip_norm`, `clip_value`, `weight_decay`, and those of the optimizer under PyTorch's names.
    """

    count: int
    optimizer: str
    penalised: bool = False
    clips_norm: bool = False
    clips_value: bool = False
    decays: bool = False
    nesterov: bool = False

    def write(self, code: Code) -> None:
        """Write the end of a step."""
        move = _MOVES[self.optimizer](self, code)
        if self.penalised:
            self._every(code, lambda place: self._penalise(code, place))
        if self.clips_norm:
            self._shorten(code)
        self._every(code, lambda place: self._move(code, place, move))

    def _every(self, code: Code, act: Callable[[Index], None]) -> None:
        groups = self.count // LANES
        for group, _ in code.span(groups, 1, groups <= UNROLLED):
            act(code.times(group, LANES))

    def _penalise(self, code: Code, place: Index) -> None:
        """Add l1 · sign(w) + l2 · w to the gradients."""
        weight, gradient = (_get(code, name, place) for name in ("weights", "gradients"))
        gradient = code.fma(_get(code, "l1", place), maths.sign(code, weight), gradient)
        _set(code, "gradients", place, code.fma(_get(code, "l2", place), weight, gradient))

    def _shorten(self, code: Code) -> None:
        total = code.variable(VECTOR, "zeroinitializer")

        def square(place: Index) -> None:
            gradient = _get(code, "gradients", place)
            so_far = code.load(total, kind=VECTOR, align=64)
            code.store(code.fma(gradient, gradient, so_far), total, 0, VECTOR, 64)

        self._every(code, square)
        length = code.call("sqrt", code.spread(code.total(code.load(total, kind=VECTOR, align=64))))
        share = code.div(code.setting("clip_norm"), code.add(length, code.number(1e-6)))
        share = code.least(share, code.number(1.0))

        def scale(place: Index) -> None:
            _set(code, "gradients", place, code.mul(_get(code, "gradients", place), share))

        self._every(code, scale)

    def _move(self, code: Code, place: Index, move: Move) -> None:
        weight, gradient = (_get(code, name, place) for name in ("weights", "gradients"))
        if self.clips_value:
            bound = code.setting("clip_value")
            gradient = code.most(code.least(gradient, bound), code.neg(bound))
            _set(code, "gradients", place, gradient)
        _set(code, "weights", place, move(place, weight, gradient))


Move = Callable[[Index, str, str], str]
"""(place, weight, gradient) → the weight after the step."""


def _sgd(update: Update, code: Code) -> Move:
    def move(place: Index, weight: str, gradient: str) -> str:
        if update.decays:
            gradient = code.fma(code.setting("weight_decay"), weight, gradient)
        if update.optimizer == "momentum":
            speed = code.fma(code.setting("momentum"), _get(code, "state1", place), gradient)
            _set(code, "state1", place, speed)
            gradient = code.fma(code.setting("momentum"), speed, gradient) if update.nesterov else speed
        return code.sub(weight, code.mul(_get(code, "rates", place), gradient))

    return move


def _adam(update: Update, code: Code) -> Move:
    """Kingma & Ba, 2015; with `adamw` the decay is apart from the gradient (Loshchilov & Hutter, 2019)."""
    one = code.number(1.0)
    first, second = code.setting("beta1"), code.setting("beta2")
    faded = [_power(code, name) for name in ("beta1", "beta2")]
    forward = code.div(one, code.sub(one, faded[0]))
    spread = code.div(one, code.call("sqrt", code.sub(one, faded[1])))

    def move(place: Index, weight: str, gradient: str) -> str:
        rate = _get(code, "rates", place)
        if update.decays and update.optimizer == "adamw":
            weight = code.sub(weight, code.mul(code.mul(rate, code.setting("weight_decay")), weight))
        elif update.decays:
            gradient = code.fma(code.setting("weight_decay"), weight, gradient)
        mean = _blend(code, _get(code, "state1", place), gradient, first)
        square = _blend(code, _get(code, "state2", place), code.mul(gradient, gradient), second)
        _set(code, "state1", place, mean)
        _set(code, "state2", place, square)
        size = code.fma(code.call("sqrt", square), spread, code.setting("eps"))
        return code.sub(weight, code.div(code.mul(code.mul(rate, forward), mean), size))

    return move


def _blend(code: Code, old: str, new: str, share: str) -> str:
    """share · old + (1 − share) · new."""
    return code.fma(code.sub(code.number(1.0), share), code.sub(new, old), old)


def _power(code: Code, name: str) -> str:
    """The beta to the power of the step's number, in every lane: one more factor at each step."""
    place = code.slot(f"{name}.power")
    power = code.op(f"fmul double {code.load(place, kind='double', align=8)}, {code.slot(name, 'double')}")
    code.store(power, place, kind="double", align=8)
    return code.spread(code.op(f"fptrunc double {power} to float"))


_MOVES: dict[str, Callable[[Update, Code], Move]] = {"sgd": _sgd, "momentum": _sgd, "adam": _adam, "adamw": _adam}


def _get(code: Code, name: str, place: Index) -> str:
    return code.load(code.slot(name), place, VECTOR, 64)


def _set(code: Code, name: str, place: Index, value: str) -> None:
    code.store(value, code.slot(name), place, VECTOR, 64)
