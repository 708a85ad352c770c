"""A writer of LLVM's language for arithmetic on vectors of sixteen samples."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

LANES = 16
"""Samples that are computed side by side; a batch is cut into blocks of so many."""
VECTOR = f"<{LANES} x float>"
WORDS = f"<{LANES} x i32>"
BITS = f"<{LANES} x i1>"

Index = int | str
"""A place known when the code is written, or the name of one that is known when it runs."""


@dataclass(frozen=True, eq=False)
class Rows:
    """Scratch memory for `size` units of a block of samples, a vector for each."""

    name: str
    size: int


class Code:
    """One function `void name(ptr table)`; the table holds pointers and 64-bit numbers, a slot for each name."""

    def __init__(self, name: str, slots: tuple[str, ...]) -> None:
        """Begin a function; `slots` are the names in its table, in their order."""
        self._name = name
        self._slots = {slot: place for place, slot in enumerate(slots)}
        self._head: list[str] = []
        self._lines: list[str] = []
        self._loaded: dict[str, str] = {}
        self.declared: set[str] = set()
        self._count = 0
        self._block = "begin"

    def text(self) -> str:
        """The function, without what it calls: `declared` says what that is."""
        body = "\n".join([*self._head, "br label %begin", "begin:", *self._lines, "ret void"])
        return f"define void @{self._name}(ptr noalias %table) {{\nentry:\n{body}\n}}\n"

    # --- names, memory and indices --------------------------------------------------------------------------------

    def op(self, text: str) -> str:
        """Write an instruction and return the name of its result."""
        name = self._fresh()
        self._lines.append(f"{name} = {text}")
        return name

    def do(self, text: str) -> None:
        """Write an instruction without a result."""
        self._lines.append(text)

    def _fresh(self) -> str:
        self._count += 1
        return f"%v{self._count}"

    def slot(self, name: str, kind: str = "ptr") -> str:
        """What stands in a slot of the table, read once."""
        if name not in self._loaded:
            at, found = self._fresh(), self._fresh()
            self._head += [f"{at} = getelementptr i64, ptr %table, i64 {self._slots[name]}"]
            self._head += [f"{found} = load {kind}, ptr {at}"]
            self._loaded[name] = found
        return self._loaded[name]

    def setting(self, name: str) -> str:
        """A number of the table, which holds it as a double, in every lane."""
        key = f"{name}, spread"
        if key not in self._loaded:
            wide, narrow, first, spread = self.slot(name, "double"), self._fresh(), self._fresh(), self._fresh()
            self._head += [
                f"{narrow} = fptrunc double {wide} to float",
                f"{first} = insertelement {VECTOR} poison, float {narrow}, i32 0",
                f"{spread} = shufflevector {VECTOR} {first}, {VECTOR} poison, {WORDS} zeroinitializer",
            ]
            self._loaded[key] = spread
        return self._loaded[key]

    def rows(self, size: int) -> Rows:
        """Scratch memory for the outputs of a layer."""
        name = self._fresh()
        self._head.append(f"{name} = alloca [{size} x {VECTOR}], align 64")
        return Rows(name, size)

    def variable(self, kind: str, value: str) -> str:
        """A place for one value that changes."""
        name = self._fresh()
        self._head.append(f"{name} = alloca {kind}, align 64")
        self.do(f"store {kind} {value}, ptr {name}")
        return name

    def plus(self, a: Index, b: Index) -> Index:
        """The sum of two places."""
        return a + b if isinstance(a, int) and isinstance(b, int) else b if a == 0 else self._plus(a, b)

    def _plus(self, a: Index, b: Index) -> Index:
        return a if b == 0 else self.op(f"add i64 {a}, {b}")

    def times(self, a: Index, b: Index) -> Index:
        """The product of two places."""
        return a * b if isinstance(a, int) and isinstance(b, int) else self.op(f"mul i64 {a}, {b}")

    def at(self, pointer: str, index: Index, kind: str = "float") -> str:
        """The address of an item."""
        return pointer if index == 0 else self.op(f"getelementptr {kind}, ptr {pointer}, i64 {index}")

    def load(self, pointer: str, index: Index = 0, kind: str = "float", align: int = 4) -> str:
        """An item of an array; a vector may begin at any of its numbers."""
        step = "float" if kind.startswith("<") else kind
        return self.op(f"load {kind}, ptr {self.at(pointer, index, step)}, align {align}")

    def store(self, value: str, pointer: str, index: Index = 0, kind: str = "float", align: int = 4) -> None:
        """Write an item of an array."""
        step = "float" if kind.startswith("<") else kind
        self.do(f"store {kind} {value}, ptr {self.at(pointer, index, step)}, align {align}")

    def row(self, rows: Rows, index: Index) -> str:
        """The vector of a unit."""
        return self.op(f"load {VECTOR}, ptr {self.at(rows.name, index, VECTOR)}, align 64")

    def put(self, rows: Rows, index: Index, value: str) -> None:
        """Set the vector of a unit."""
        self.do(f"store {VECTOR} {value}, ptr {self.at(rows.name, index, VECTOR)}, align 64")

    # --- loops ----------------------------------------------------------------------------------------------------

    def loop(self, count: Index) -> Iterator[str]:
        """Write what follows in a `for` statement once, to be run for each place below `count`, at least once."""
        begin, label = self._block, f"loop{self._fresh()[1:]}"
        index, following = self._fresh(), self._fresh()
        self.do(f"br label %{label}")
        self.do(f"{label}:")
        place = len(self._lines)
        self.do("")  # known at the end of the body
        self._block = label
        yield index
        self.do(f"{following} = add i64 {index}, 1")
        self._lines[place] = f"{index} = phi i64 [ 0, %{begin} ], [ {following}, %{self._block} ]"
        more, end = self.op(f"icmp slt i64 {following}, {count}"), f"end{label}"
        self.do(f"br i1 {more}, label %{label}, label %{end}")
        self.do(f"{end}:")
        self._block = end

    def span(self, count: int, step: int, unroll: bool) -> Iterator[tuple[Index, int]]:
        """Begin and width of the parts of so many places: written out one after another, or as a loop and a rest."""
        whole = 0 if unroll else count // step
        if whole > 1:
            for index in self.loop(whole):
                yield self.times(index, step), step
        for begin in range(whole * step if whole > 1 else 0, count, step):
            yield begin, min(step, count - begin)

    # --- arithmetic on vectors ------------------------------------------------------------------------------------

    def number(self, value: float) -> str:
        """The same number in every lane."""
        return f"splat (float {literal(value)})"

    def spread(self, scalar: str) -> str:
        """A number that is known when the code runs, in every lane."""
        first = self.op(f"insertelement {VECTOR} poison, float {scalar}, i32 0")
        return self.op(f"shufflevector {VECTOR} {first}, {VECTOR} poison, {WORDS} zeroinitializer")

    def spread_whole(self, scalar: str) -> str:
        """A whole number of 32 bits in every lane."""
        first = self.op(f"insertelement {WORDS} poison, i32 {scalar}, i32 0")
        return self.op(f"shufflevector {WORDS} {first}, {WORDS} poison, {WORDS} zeroinitializer")

    def add(self, a: str, b: str) -> str:
        """a + b."""
        return self.op(f"fadd contract {VECTOR} {a}, {b}")

    def sub(self, a: str, b: str) -> str:
        """a − b."""
        return self.op(f"fsub contract {VECTOR} {a}, {b}")

    def mul(self, a: str, b: str) -> str:
        """a · b."""
        return self.op(f"fmul contract {VECTOR} {a}, {b}")

    def div(self, a: str, b: str) -> str:
        """a / b."""
        return self.op(f"fdiv {VECTOR} {a}, {b}")

    def neg(self, a: str) -> str:
        """−a."""
        return self.op(f"fneg {VECTOR} {a}")

    def fma(self, a: str, b: str, c: str) -> str:
        """a · b + c."""
        return self.call("fmuladd", a, b, c)

    def call(self, name: str, *values: str) -> str:
        """One of LLVM's own functions on vectors."""
        kinds = ", ".join([VECTOR] * len(values))
        self.declared.add(f"declare {VECTOR} @llvm.{name}.v{LANES}f32({kinds})")
        given = ", ".join(f"{VECTOR} {value}" for value in values)
        return self.op(f"call {VECTOR} @llvm.{name}.v{LANES}f32({given})")

    def compare(self, how: str, a: str, b: str) -> str:
        """Where a comparison holds; `how` is LLVM's word for it, such as "ogt"."""
        return self.op(f"fcmp {how} {VECTOR} {a}, {b}")

    def choose(self, where: str, a: str, b: str) -> str:
        """`a` where it holds, else `b`."""
        return self.op(f"select {BITS} {where}, {VECTOR} {a}, {VECTOR} {b}")

    def least(self, a: str, bound: str) -> str:
        """The smaller one; what is no number stays none."""
        return self.choose(self.compare("ogt", a, bound), bound, a)

    def most(self, a: str, bound: str) -> str:
        """The larger one; what is no number stays none."""
        return self.choose(self.compare("olt", a, bound), bound, a)

    def sums(self, vectors: list[str]) -> str:
        """The sums over the lanes of up to 16 vectors, as the lanes of one; those that are missing count as 0.

        Vectors are added in pairs, half of the lanes each, so that sixteen sums take fifteen additions.
        """
        found = vectors + ["zeroinitializer"] * (LANES - len(vectors))
        segment = LANES
        while len(found) > 1:
            half = segment // 2
            low = [
                source * LANES + start + place
                for source in (0, 1)
                for start in range(0, LANES, segment)
                for place in range(half)
            ]
            found = [self._halves(a, b, low, half) for a, b in zip(found[::2], found[1::2], strict=True)]
            segment = half
        return found[0]

    def _halves(self, a: str, b: str, low: list[int], half: int) -> str:
        if a == b == "zeroinitializer":
            return a
        left = self.shuffle(a, b, low)
        right = self.shuffle(a, b, [place + half for place in low])
        return self.add(left, right)

    def shuffle(self, a: str, b: str, lanes: list[int]) -> str:
        """Lanes of two vectors; those of the second count from 16 on."""
        chosen = ", ".join(f"i32 {lane}" for lane in lanes)
        return self.op(f"shufflevector {VECTOR} {a}, {VECTOR} {b}, <{len(lanes)} x i32> <{chosen}>")

    def total(self, vector: str) -> str:
        """The sum over the lanes of one vector, as a number."""
        self.declared.add(f"declare float @llvm.vector.reduce.fadd.v{LANES}f32(float, {VECTOR})")
        return self.op(f"call reassoc float @llvm.vector.reduce.fadd.v{LANES}f32(float 0.0, {VECTOR} {vector})")


def literal(value: float) -> str:
    """A float32 as LLVM writes it: the bits of the double of that value."""
    return "0x" + struct.pack(">d", float(np.float32(value))).hex().upper()
