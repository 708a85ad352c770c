"""Functions of vectors that no processor has: exponential, logarithm, tanh and the error function."""

from __future__ import annotations

from collections.abc import Sequence

from playground.engine.steppers.fused.code import LANES, VECTOR, WORDS, Code

TANH_END = 7.90531110763549805
TANH_OVER = (
    -2.76076847742355e-16,
    2.00018790482477e-13,
    -8.60467152213735e-11,
    5.12229709037114e-08,
    1.48572235717979e-05,
    6.37261928875436e-04,
    4.89352455891786e-03,
)
TANH_UNDER = (1.19825839466702e-06, 1.18534705686654e-04, 2.26843463243900e-03, 4.89352518554385e-03)
EXP = (1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1)
LOG = (
    7.0376836292e-2,
    -1.1514610310e-1,
    1.1676998740e-1,
    -1.2420140846e-1,
    1.4249322787e-1,
    -1.6668057665e-1,
    2.0000714765e-1,
    -2.4999993993e-1,
    3.3333331174e-1,
)
ERF = (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592)
ROOT_HALF = 0.70710678118654752


def polynomial(code: Code, x: str, factors: Sequence[float]) -> str:
    """The sum of factors · powers of x, the highest first."""
    found = code.number(factors[0])
    for factor in factors[1:]:
        found = code.fma(found, x, code.number(factor))
    return found


def exp(code: Code, x: str) -> str:
    """e^x to a few units in the last place, by 2ⁿ and a polynomial (Moshier, Cephes library)."""
    x = code.most(code.least(x, code.number(88.7)), code.number(-87.3))
    power = code.call("rint", code.mul(x, code.number(1.44269504088896341)))
    rest = code.fma(power, code.number(-0.693359375), x)
    rest = code.fma(power, code.number(2.12194440e-4), rest)
    found = polynomial(code, rest, EXP)
    found = code.fma(code.mul(found, rest), rest, code.add(rest, code.number(1.0)))
    whole = code.op(f"fptosi {VECTOR} {power} to {WORDS}")
    raised = code.op(f"add {WORDS} {whole}, splat (i32 127)")
    bits = code.op(f"shl {WORDS} {raised}, splat (i32 23)")
    return code.mul(found, code.op(f"bitcast {WORDS} {bits} to {VECTOR}"))


def log(code: Code, x: str) -> str:
    """ln x of normal numbers above 0, by exponent and a polynomial (Moshier, Cephes library)."""
    bits = code.op(f"bitcast {VECTOR} {x} to {WORDS}")
    high = code.op(f"lshr {WORDS} {bits}, splat (i32 23)")
    power = code.op(f"sitofp {WORDS} {code.op(f'sub {WORDS} {high}, splat (i32 126)')} to {VECTOR}")
    kept = code.op(f"and {WORDS} {bits}, splat (i32 8388607)")
    half = code.op(f"or {WORDS} {kept}, splat (i32 1056964608)")
    part = code.op(f"bitcast {WORDS} {half} to {VECTOR}")
    small = code.compare("olt", part, code.number(ROOT_HALF))
    power = code.sub(power, code.choose(small, code.number(1.0), code.number(0.0)))
    part = code.add(code.sub(part, code.number(1.0)), code.choose(small, part, code.number(0.0)))
    square = code.mul(part, part)
    found = code.mul(code.mul(polynomial(code, part, LOG), part), square)
    found = code.fma(power, code.number(-2.12194440e-4), found)
    found = code.fma(square, code.number(-0.5), found)
    found = code.add(part, found)
    return code.fma(power, code.number(0.693359375), found)


def tanh(code: Code, x: str) -> str:
    """The hyperbolic tangent to a few units in the last place, as a ratio of polynomials (the Eigen library's)."""
    end = TANH_END
    x = code.most(code.least(x, code.number(end)), code.number(-end))
    square = code.mul(x, x)
    over = code.mul(polynomial(code, square, TANH_OVER), x)
    return code.div(over, polynomial(code, square, TANH_UNDER))


def sigmoid(code: Code, x: str) -> str:
    """1 / (1 + e^−x)."""
    return code.div(code.number(1.0), code.add(code.number(1.0), exp(code, code.neg(x))))


def softplus(code: Code, x: str) -> str:
    """ln(1 + e^x), without overflow."""
    above = code.most(x, code.number(0.0))
    return code.add(above, log(code, code.add(code.number(1.0), exp(code, code.neg(absolute(code, x))))))


def absolute(code: Code, x: str) -> str:
    """|x|."""
    return code.call("fabs", x)


def sign(code: Code, x: str) -> str:
    """−1, 0 or 1."""
    above = code.choose(code.compare("ogt", x, code.number(0.0)), code.number(1.0), code.number(0.0))
    return code.choose(code.compare("olt", x, code.number(0.0)), code.number(-1.0), above)


def erf(code: Code, x: str) -> str:
    """The error function to 1.5e-7 (Abramowitz & Stegun, "Handbook of mathematical functions", 1964, 7.1.26)."""
    size = absolute(code, x)
    one = code.number(1.0)
    share = code.div(one, code.fma(size, code.number(0.3275911), one))
    tail = code.mul(polynomial(code, share, ERF), share)
    found = code.sub(one, code.mul(tail, exp(code, code.neg(code.mul(x, x)))))
    return code.call("copysign", found, x)


def hashed(code: Code, value: str) -> str:
    """Whole numbers mixed so that neighbours have nothing in common (Wellons, "Prospecting for hash functions")."""
    for shift, factor in ((16, 0x7FEB352D), (15, 0x846CA68B)):
        moved = code.op(f"lshr {WORDS} {value}, splat (i32 {shift})")
        mixed = code.op(f"xor {WORDS} {value}, {moved}")
        value = code.op(f"mul {WORDS} {mixed}, splat (i32 {factor - (1 << 32) if factor >> 31 else factor})")
    moved = code.op(f"lshr {WORDS} {value}, splat (i32 16)")
    return code.op(f"xor {WORDS} {value}, {moved}")


LANE_NUMBERS = "<" + ", ".join(f"i32 {lane}" for lane in range(LANES)) + ">"
