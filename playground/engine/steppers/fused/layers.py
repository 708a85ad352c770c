"""Layers as the kernel computes them: forward, and backward to their inputs and their parameters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from torch import nn

from playground.engine.steppers.fused import maths
from playground.engine.steppers.fused.activations import ACTIVATIONS
from playground.engine.steppers.fused.code import LANES, VECTOR, WORDS, Code, Index, Rows

UNROLLED = 256
"""Layers of at most so many weights are written out number by number, larger ones as loops."""


@dataclass
class Frame:
    """Where a block of samples is computed: the outputs of each value, and the loss's slopes towards them.

    `weights` and `gradients` are all parameters one behind another; `number` is the step's, `place` that of the block's
    first sample in its batch.
    """

    code: Code
    weights: str
    gradients: str
    training: bool = True
    number: str = ""
    place: str = ""
    values: dict[int, Rows] = field(default_factory=dict)
    slopes: dict[int, Rows] = field(default_factory=dict)
    wanted: set[int] = field(default_factory=set)
    _given: set[int] = field(default_factory=set)

    def make(self, value: int, size: int) -> Rows:
        """Memory for a value."""
        self.values[value] = self.code.rows(size)
        return self.values[value]

    def read(self, value: int, unit: Index) -> str:
        """A unit of a value."""
        return self.code.row(self.values[value], unit)

    def slope(self, value: int, unit: Index) -> str:
        """How the loss changes with a unit of a value."""
        return self.code.row(self.slopes[value], unit)

    def give(self, value: int, unit: Index, slope: str) -> None:
        """Pass a slope on to a unit of a value, which may be used in several places."""
        if value not in self.slopes:
            self.slopes[value] = self.code.rows(self.values[value].size)
        if value in self._given:
            slope = self.code.add(self.code.row(self.slopes[value], unit), slope)
        self.code.put(self.slopes[value], unit, slope)

    def given(self, value: int) -> None:
        """All units of a value have got their slopes from one of its uses."""
        self._given.add(value)

    def weight(self, place: Index) -> str:
        """One weight, in every lane."""
        return self.code.spread(self.code.load(self.weights, place))

    def learn(self, place: Index, products: list[str]) -> None:
        """Add the sums over the samples of up to 16 products to the gradients from `place` on."""
        code, sums = self.code, self.code.sums(products)
        at = 0
        while at < len(products):
            width = next(w for w in (16, 8, 4, 2, 1) if w <= len(products) - at)
            kind = f"<{width} x float>"
            part = sums if width == LANES else code.shuffle(sums, "poison", list(range(at, at + width)))
            here = code.plus(place, at)
            code.store(
                code.op(f"fadd {kind} {part}, {code.load(self.gradients, here, kind)}"), self.gradients, here, kind
            )
            at += width


class Layer(Protocol):
    """What a layer does with values, which are numbered."""

    @property
    def sources(self) -> tuple[int, ...]:
        """The values that it reads."""

    @property
    def target(self) -> int:
        """The value that it makes."""

    def forward(self, frame: Frame) -> None:
        """Compute its value from those of its sources."""

    def backward(self, frame: Frame) -> None:
        """Pass the slopes on to sources and parameters."""


@dataclass(frozen=True)
class Dense:
    """W x + b. `weight` and `bias` are the places of its parameters; one that is frozen learns nothing."""

    sources: tuple[int, ...]
    target: int
    inputs: int
    outputs: int
    weight: int
    bias: int | None
    learns: tuple[bool, bool] = (True, True)

    @property
    def _unroll(self) -> bool:
        return self.inputs * self.outputs <= UNROLLED

    def _at(self, unit: Index, source: Index, code: Code) -> Index:
        return code.plus(code.plus(self.weight, code.times(unit, self.inputs)), source)

    def forward(self, frame: Frame) -> None:
        code, (source,) = frame.code, self.sources
        made = frame.make(self.target, self.outputs)
        for unit, several in code.span(self.outputs, 4, self._unroll):
            units = [code.plus(unit, k) for k in range(several)]
            sums = [code.variable(VECTOR, self._bias(frame, one)) for one in units]
            for begin, width in code.span(self.inputs, 4, self._unroll):
                for place in [code.plus(begin, k) for k in range(width)]:
                    value = frame.read(source, place)
                    for one, total in zip(units, sums, strict=True):
                        factor = frame.weight(self._at(one, place, code))
                        code.store(
                            code.fma(factor, value, code.load(total, kind=VECTOR, align=64)), total, 0, VECTOR, 64
                        )
            for one, total in zip(units, sums, strict=True):
                code.put(made, one, code.load(total, kind=VECTOR, align=64))

    def _bias(self, frame: Frame, unit: Index) -> str:
        return "zeroinitializer" if self.bias is None else frame.weight(frame.code.plus(self.bias, unit))

    def backward(self, frame: Frame) -> None:
        if self.learns[0]:
            self._learn(frame)
        if self.bias is not None and self.learns[1]:
            for unit, several in frame.code.span(self.outputs, LANES, self._unroll):
                slopes = [frame.slope(self.target, frame.code.plus(unit, k)) for k in range(several)]
                frame.learn(frame.code.plus(self.bias, unit), slopes)
        if self.sources[0] in frame.wanted:
            self._pass_on(frame)

    def _learn(self, frame: Frame) -> None:
        code, (source,) = frame.code, self.sources
        if self._unroll or self.inputs < LANES:
            slopes = [frame.slope(self.target, unit) for unit in range(self.outputs)]
            values = [frame.read(source, place) for place in range(self.inputs)]
            pairs = [(slope, value) for slope in slopes for value in values]
            for begin in range(0, len(pairs), LANES):
                products = [code.mul(slope, value) for slope, value in pairs[begin : begin + LANES]]
                frame.learn(self.weight + begin, products)
            return
        for unit in code.loop(self.outputs):
            slope = frame.slope(self.target, unit)
            for place, width in code.span(self.inputs, LANES, False):
                values = [frame.read(source, code.plus(place, k)) for k in range(width)]
                frame.learn(self._at(unit, place, code), [code.mul(slope, value) for value in values])

    def _pass_on(self, frame: Frame) -> None:
        code, (source,) = frame.code, self.sources
        for begin, width in code.span(self.inputs, 4, self._unroll):
            places = [code.plus(begin, k) for k in range(width)]
            sums = [code.variable(VECTOR, "zeroinitializer") for _ in places]
            for first, several in code.span(self.outputs, 4, self._unroll):
                for unit in [code.plus(first, k) for k in range(several)]:
                    slope = frame.slope(self.target, unit)
                    for place, total in zip(places, sums, strict=True):
                        factor = frame.weight(self._at(unit, place, code))
                        code.store(
                            code.fma(factor, slope, code.load(total, kind=VECTOR, align=64)), total, 0, VECTOR, 64
                        )
            for place, total in zip(places, sums, strict=True):
                frame.give(source, place, code.load(total, kind=VECTOR, align=64))
        frame.given(source)


@dataclass(frozen=True)
class Bend:
    """An activation function of every unit."""

    sources: tuple[int, ...]
    target: int
    size: int
    module: nn.Module

    def forward(self, frame: Frame) -> None:
        made = frame.make(self.target, self.size)
        value, _ = ACTIVATIONS[type(self.module)]
        for unit in _units(frame, self.size):
            frame.code.put(made, unit, value(frame.code, self.module, frame.read(self.sources[0], unit)))

    def backward(self, frame: Frame) -> None:
        (source,), (_, slope) = self.sources, ACTIVATIONS[type(self.module)]
        if source not in frame.wanted:
            return
        for unit in _units(frame, self.size):
            x, y = frame.read(source, unit), frame.read(self.target, unit)
            steep = slope(frame.code, self.module, x, y)
            frame.give(source, unit, frame.code.mul(frame.slope(self.target, unit), steep))
        frame.given(source)


@dataclass(frozen=True)
class Drop:
    """Dropout: while it trains, units are switched off by chance and the others scaled up.

    The draws are a hash of the seed, the step, the unit and the sample, so that they depend on nothing else. Settings
    `drop<k>` and `drop<k>.scale`: the bound below which a draw of 32 bits is dropped, and 1 / (1 − p).
    """

    sources: tuple[int, ...]
    target: int
    size: int
    name: str
    salt: int

    def forward(self, frame: Frame) -> None:
        code, (source,) = frame.code, self.sources
        made = frame.make(self.target, self.size)
        if not frame.training:
            for unit in _units(frame, self.size):
                code.put(made, unit, frame.read(source, unit))
            return
        frame.make(~self.target, self.size)  # the factors, for the way back
        for unit in _units(frame, self.size):
            factor = self._factor(frame, unit)
            code.put(frame.values[~self.target], unit, factor)
            code.put(made, unit, code.mul(frame.read(source, unit), factor))

    def _factor(self, frame: Frame, unit: Index) -> str:
        code = frame.code
        step = code.op(f"mul i64 {frame.number}, -1640531527")
        mixed = code.op(f"add i64 {step}, {code.slot('seed', 'i64')}")
        mixed = code.op(f"add i64 {mixed}, {frame.place}")
        mixed = code.op(f"add i64 {mixed}, {code.plus(code.times(unit, 0x85EBCA6B), self.salt)}")
        every = code.spread_whole(code.op(f"trunc i64 {mixed} to i32"))
        drawn = maths.hashed(code, code.op(f"add {WORDS} {every}, {maths.LANE_NUMBERS}"))
        bounds = code.spread_whole(code.op(f"trunc i64 {code.slot(self.name, 'i64')} to i32"))
        kept = code.op(f"icmp uge {WORDS} {drawn}, {bounds}")
        return code.choose(kept, code.setting(f"{self.name}.scale"), code.number(0.0))

    def backward(self, frame: Frame) -> None:
        (source,) = self.sources
        if source not in frame.wanted:
            return
        for unit in _units(frame, self.size):
            factor = frame.read(~self.target, unit)
            frame.give(source, unit, frame.code.mul(frame.slope(self.target, unit), factor))
        frame.given(source)


@dataclass(frozen=True)
class Sum:
    """The sum of values of one size."""

    sources: tuple[int, ...]
    target: int
    size: int

    def forward(self, frame: Frame) -> None:
        made = frame.make(self.target, self.size)
        for unit in _units(frame, self.size):
            total = frame.read(self.sources[0], unit)
            for source in self.sources[1:]:
                total = frame.code.add(total, frame.read(source, unit))
            frame.code.put(made, unit, total)

    def backward(self, frame: Frame) -> None:
        for source in self.sources:
            if source in frame.wanted:
                for unit in _units(frame, self.size):
                    frame.give(source, unit, frame.slope(self.target, unit))
                frame.given(source)


@dataclass(frozen=True)
class Join:
    """Values one behind another."""

    sources: tuple[int, ...]
    target: int
    sizes: tuple[int, ...]

    def forward(self, frame: Frame) -> None:
        made, begin = frame.make(self.target, sum(self.sizes)), 0
        for source, size in zip(self.sources, self.sizes, strict=True):
            for unit in _units(frame, size):
                frame.code.put(made, frame.code.plus(unit, begin), frame.read(source, unit))
            begin += size

    def backward(self, frame: Frame) -> None:
        begin = 0
        for source, size in zip(self.sources, self.sizes, strict=True):
            if source in frame.wanted:
                for unit in _units(frame, size):
                    frame.give(source, unit, frame.slope(self.target, frame.code.plus(unit, begin)))
                frame.given(source)
            begin += size


@dataclass(frozen=True)
class Normalise:
    """Layer normalisation over the units of each sample; `weight` and `bias` are None where it has none."""

    sources: tuple[int, ...]
    target: int
    size: int
    eps: float
    weight: int | None
    bias: int | None
    learns: tuple[bool, bool] = (True, True)

    def forward(self, frame: Frame) -> None:
        code, (source,) = frame.code, self.sources
        made, scaled, steep = frame.make(self.target, self.size), self._scaled(frame), self._steep(frame)
        mean = code.mul(self._total(frame, lambda unit: frame.read(source, unit)), code.number(1 / self.size))

        def square(unit: Index) -> str:
            away = code.sub(frame.read(source, unit), mean)
            return code.mul(away, away)

        spread = code.fma(self._total(frame, square), code.number(1 / self.size), code.number(self.eps))
        code.put(steep, 0, code.div(code.number(1.0), code.call("sqrt", spread)))
        for unit in _units(frame, self.size):
            value = code.mul(code.sub(frame.read(source, unit), mean), code.row(steep, 0))
            code.put(scaled, unit, value)
            if self.weight is not None:
                bias = code.number(0.0) if self.bias is None else frame.weight(code.plus(self.bias, unit))
                value = code.fma(value, frame.weight(code.plus(self.weight, unit)), bias)
            code.put(made, unit, value)

    def _scaled(self, frame: Frame) -> Rows:
        return frame.make(~self.target, self.size)

    def _steep(self, frame: Frame) -> Rows:
        return frame.make(~self.target - (1 << 20), 1)

    def _total(self, frame: Frame, term: Callable[[Index], str]) -> str:
        code = frame.code
        total = code.variable(VECTOR, "zeroinitializer")
        for unit in _units(frame, self.size):
            code.store(code.add(code.load(total, kind=VECTOR, align=64), term(unit)), total, 0, VECTOR, 64)
        return code.load(total, kind=VECTOR, align=64)

    def backward(self, frame: Frame) -> None:
        code = frame.code
        for place, learns, scaled in ((self.weight, self.learns[0], True), (self.bias, self.learns[1], False)):
            if place is not None and learns:
                for begin, width in code.span(self.size, LANES, self.size <= 2 * LANES):
                    units = [code.plus(begin, k) for k in range(width)]
                    slopes = [frame.slope(self.target, unit) for unit in units]
                    if scaled:
                        values = [frame.read(~self.target, unit) for unit in units]
                        slopes = [code.mul(slope, value) for slope, value in zip(slopes, values, strict=True)]
                    frame.learn(code.plus(place, begin), slopes)
        if self.sources[0] in frame.wanted:
            self._pass_on(frame)

    def _pass_on(self, frame: Frame) -> None:
        code, (source,) = frame.code, self.sources

        def slope(unit: Index) -> str:
            given = frame.slope(self.target, unit)
            return given if self.weight is None else code.mul(given, frame.weight(code.plus(self.weight, unit)))

        share = code.number(1 / self.size)
        mean = code.mul(self._total(frame, slope), share)
        along = self._total(frame, lambda unit: code.mul(slope(unit), frame.read(~self.target, unit)))
        along = code.mul(along, share)
        steep = frame.read(~self.target - (1 << 20), 0)
        for unit in _units(frame, self.size):
            rest = code.sub(code.sub(slope(unit), mean), code.mul(frame.read(~self.target, unit), along))
            frame.give(source, unit, code.mul(steep, rest))
        frame.given(source)


def _units(frame: Frame, size: int) -> Iterator[Index]:
    """Every unit: written out where there are few, else as a loop."""
    for unit, _ in frame.code.span(size, 1, size <= 2 * LANES):
        yield unit
