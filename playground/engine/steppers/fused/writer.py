"""A program in LLVM's language: steps of training, and the loss and accuracy over a whole set of samples."""

from __future__ import annotations

from collections.abc import Iterator

from playground.engine.steppers.fused.code import LANES, VECTOR, WORDS, Code
from playground.engine.steppers.fused.layers import Frame
from playground.engine.steppers.fused.losses import Answers, compared, right
from playground.engine.steppers.fused.maths import LANE_NUMBERS
from playground.engine.steppers.fused.program import Program


def text(program: Program) -> str:
    """The functions `step` and `measure`."""
    parts = _Steps(program), _Measure(program)
    written = [part.text() for part in parts]
    return "\n".join([*written, *sorted({line for part in parts for line in part.code.declared})])


class _Blocks:
    """Goes through samples in blocks of sixteen."""

    name: str

    def __init__(self, program: Program) -> None:
        self.program = program
        self.code = Code(self.name, program.slots)

    def blocks(self, count: str) -> Iterator[str]:
        """The place of the first sample of each block among so many."""
        code = self.code
        several = code.op(f"sdiv i64 {code.op(f'add i64 {count}, {LANES - 1}')}, {LANES}")
        for block in code.loop(several):
            yield code.op(f"mul i64 {block}, {LANES}")

    def forward(self, frame: Frame, begin: str, count: str) -> Answers:
        """Compute the outputs of the block; `begin` is the place in the order of the first of `count` samples."""
        code, program = self.code, self.program
        share = code.op(f"fdiv float 1.0, {code.op(f'sitofp i64 {count} to float')}")
        left = code.op(f"sub i64 {count}, {frame.place}")
        rows = tuple(self._rows(left, code.op(f"add i64 {begin}, {frame.place}")))
        values = frame.make(0, program.inputs)
        for unit, _ in code.span(program.inputs, 1, program.inputs <= 8):
            found = "poison"
            for lane, row in enumerate(rows):
                number = code.load(code.slot("inputs"), code.plus(code.times(row, program.inputs), unit))
                found = code.op(f"insertelement {VECTOR} {found}, float {number}, i32 {lane}")
            code.put(values, unit, found)
        for layer in program.layers:
            layer.forward(frame)
        held = self._held(left, code.spread(share))
        return Answers(program.result, program.outputs, code.slot("targets"), rows, held)

    def smaller(self, a: str, b: str) -> str:
        """The smaller of two whole numbers."""
        return self.code.op(f"select i1 {self.code.op(f'icmp slt i64 {a}, {b}')}, i64 {a}, i64 {b}")

    def _rows(self, left: str, begin: str) -> Iterator[str]:
        """The samples of the lanes; lanes that are left over repeat the last one."""
        last = self.code.op(f"sub i64 {left}, 1")
        for lane in range(LANES):
            at = self.code.op(f"add i64 {begin}, {self.smaller(str(lane), last)}")
            yield self.code.load(self.code.slot("order"), at, "i64", 8)

    def _held(self, left: str, share: str) -> str:
        """What each lane counts: its share, or 0 where it holds no sample."""
        code = self.code
        every = code.spread_whole(code.op(f"trunc i64 {self.smaller(left, str(LANES))} to i32"))
        there = code.op(f"icmp slt {WORDS} {LANE_NUMBERS}, {every}")
        return code.choose(there, share, code.number(0.0))

    def add(self, total: str, vector: str) -> None:
        """Add to a variable."""
        self.code.store(self.code.add(self.code.load(total, kind=VECTOR, align=64), vector), total, 0, VECTOR, 64)

    def tell(self, total: str, place: str) -> None:
        """Write the sum over the lanes of a variable where losses go."""
        summed = self.code.total(self.code.load(total, kind=VECTOR, align=64))
        self.code.store(summed, self.code.slot("losses"), place)


class _Steps(_Blocks):
    """For each step: forward and backward for each block, then a move of the weights."""

    name = "step"

    def text(self) -> str:
        """The function."""
        code, program = self.code, self.program
        batch, total, first = (code.slot(name, "i64") for name in ("batch", "total", "first"))
        for step in code.loop(code.slot("steps", "i64")):
            begin = code.op(f"add i64 {first}, {code.op(f'mul i64 {step}, {batch}')}")
            count = self.smaller(code.op(f"sub i64 {total}, {begin}"), batch)
            for group, _ in code.span(program.update.count // LANES, 1, program.update.count <= 16 * LANES):
                code.store("zeroinitializer", code.slot("gradients"), code.times(group, LANES), VECTOR, 64)
            loss = code.variable(VECTOR, "zeroinitializer")
            number = code.op(f"add i64 {step}, {code.slot('number', 'i64')}")
            for place in self.blocks(count):
                frame = Frame(code, code.slot("weights"), code.slot("gradients"), True, number, place)
                frame.wanted = _reached(program)
                self.add(loss, compared(frame, program.loss, self.forward(frame, begin, count)))
                for layer in reversed(program.layers):
                    if layer.target in frame.slopes:
                        layer.backward(frame)
            self.tell(loss, step)
            program.update.write(code)
        return code.text()


class _Measure(_Blocks):
    """The loss and the share of right classes over all samples, in evaluation mode."""

    name = "measure"

    def text(self) -> str:
        """The function."""
        code, program = self.code, self.program
        loss, hits = (code.variable(VECTOR, "zeroinitializer") for _ in range(2))
        count = code.slot("total", "i64")
        for place in self.blocks(count):
            frame = Frame(code, code.slot("weights"), code.slot("gradients"), False, "0", place)
            answers = self.forward(frame, "0", count)
            self.add(loss, compared(frame, program.loss, answers))
            self.add(hits, right(frame, answers, program.encoding))
        self.tell(loss, "0")
        self.tell(hits, "1")
        return code.text()


def _reached(program: Program) -> set[int]:
    """Values behind which something learns, so that slopes are passed on to them."""
    found: set[int] = set()
    for layer in program.layers:
        learns = any(getattr(layer, "learns", ()))
        if learns or any(source in found for source in layer.sources):
            found.add(layer.target)
    return found
