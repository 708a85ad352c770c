"""How weights start."""

from __future__ import annotations

from typing import Any, ClassVar

from playground.catalog.kinds import Initializer
from playground.spec.entry import Shape, entry
from playground.spec.errors import ParamError
from playground.spec.params import param


@entry
class PyTorchDefault(Initializer):
    """Leaves every layer as PyTorch builds it.

    For a dense layer, weights and biases are drawn from U(−1/√fan_in, 1/√fan_in).
    """

    title = "PyTorch default"
    bias: ClassVar[float] = 0.0  # type: ignore[misc]  # no field here: biases too are left as built

    def args(self, *shapes: Shape) -> dict[str, Any]:
        del shapes
        return {}


@entry
class Zeros(Initializer):
    """Starts every weight at 0; all units of a layer then stay the same for ever."""

    target = "torch.nn.init.zeros_"


@entry
class Ones(Initializer):
    """Starts every weight at 1; all units of a layer then stay the same for ever."""

    target = "torch.nn.init.ones_"


@entry
class Constant(Initializer):
    """Starts every weight at one number; all units of a layer then stay the same for ever."""

    target = "torch.nn.init.constant_"

    value: float = param(0.5, min=-100, max=100, label="Value", help="The number every weight starts at.")

    def args(self, *shapes: Shape) -> dict[str, Any]:
        del shapes
        return {"val": self.value}


@entry
class Uniform(Initializer):
    """Draws every weight evenly from an interval.

    w ~ U(a, b).
    """

    target = "torch.nn.init.uniform_"

    a: float = param(-0.5, min=-100, max=100, label="From", help="Lower end of the interval.")
    b: float = param(0.5, min=-100, max=100, label="To", help="Upper end of the interval.")

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.b < self.a:
            raise ParamError("b", f"is {self.b:g}; it needs to be at least the lower end {self.a:g}")


@entry
class FanInUniform(Initializer):
    """Draws every weight evenly, less widely the more inputs its unit has.

    w ~ U(−a, a), a = gain / √fan_in. LeCun et al., "Efficient backprop", 1998; PyTorch's dense layers start so.
    """

    title = "Uniform ±1/√fan_in"
    target = "playground.engine.filling.fan_in_uniform_"

    gain: float = param(1.0, min=0, max=100, label="Gain", help="Widens or narrows the draw.")


@entry
class Normal(Initializer):
    """Draws every weight from a bell curve.

    w ~ N(mean, std²).
    """

    target = "torch.nn.init.normal_"

    mean: float = param(0.0, min=-100, max=100, label="Mean", help="Middle of the bell curve.")
    std: float = param(0.1, min=0, max=100, label="Deviation", help="Standard deviation of the bell curve.")


@entry
class TruncatedNormal(Initializer):
    """Draws every weight from a bell curve without its ends, so that none is very large.

    w ~ N(mean, std²), drawn again outside mean ± cut · std.
    """

    title = "Truncated normal"
    target = "torch.nn.init.trunc_normal_"

    mean: float = param(0.0, min=-100, max=100, label="Mean", help="Middle of the bell curve.")
    std: float = param(
        0.1, min=1e-6, max=100, label="Deviation", help="Standard deviation of the bell curve before it is cut."
    )
    cut: float = param(2.0, min=0.1, max=10, label="Cut", help="Deviations from the middle where the curve is cut.")

    def args(self, *shapes: Shape) -> dict[str, Any]:
        del shapes
        reach = self.cut * self.std
        return {"mean": self.mean, "std": self.std, "a": self.mean - reach, "b": self.mean + reach}


@entry
class XavierUniform(Initializer):
    """Draws weights evenly, as wide as keeps signals the same size through tanh layers, forwards and backwards.

    w ~ U(−a, a), a = gain · √(6 / (fan_in + fan_out)). Glorot & Bengio, "Understanding the difficulty of training deep
    feedforward neural networks", 2010.
    """

    title = "Xavier uniform"
    target = "torch.nn.init.xavier_uniform_"

    gain: float = param(1.0, min=0, max=100, label="Gain", help="Widens or narrows the draw.")


@entry
class XavierNormal(Initializer):
    """Draws weights from a bell curve, as wide as keeps signals the same size through tanh layers.

    w ~ N(0, std²), std = gain · √(2 / (fan_in + fan_out)). Glorot & Bengio, 2010.
    """

    title = "Xavier normal"
    target = "torch.nn.init.xavier_normal_"

    gain: float = param(1.0, min=0, max=100, label="Gain", help="Widens or narrows the draw.")


FAN_MODES = ("fan_in", "fan_out")
NONLINEARITIES = ("relu", "leaky_relu", "tanh", "sigmoid", "selu", "linear")


@entry
class KaimingUniform(Initializer):
    """Draws weights evenly, as wide as keeps signals the same size through ReLU layers; also called He.

    w ~ U(−b, b), b = gain · √(3 / fan). He et al., "Delving deep into rectifiers", 2015.
    """

    title = "Kaiming uniform"
    target = "torch.nn.init.kaiming_uniform_"

    mode: str = param(
        "fan_in", choices=FAN_MODES, label="Keep size", help="Of the signal (fan_in) or of the gradient (fan_out)."
    )
    nonlinearity: str = param(
        "relu", choices=NONLINEARITIES, label="For", help="The activation behind the layer; it decides the gain."
    )
    a: float = param(0.0, min=0, max=10, label="Negative slope", help="Slope left of 0; only leaky_relu reads it.")


@entry
class KaimingNormal(Initializer):
    """Draws weights from a bell curve, as wide as keeps signals the same size through ReLU layers; also called He.

    w ~ N(0, std²), std = gain / √fan. He et al., "Delving deep into rectifiers", 2015.
    """

    title = "Kaiming normal"
    target = "torch.nn.init.kaiming_normal_"

    mode: str = param(
        "fan_in", choices=FAN_MODES, label="Keep size", help="Of the signal (fan_in) or of the gradient (fan_out)."
    )
    nonlinearity: str = param(
        "relu", choices=NONLINEARITIES, label="For", help="The activation behind the layer; it decides the gain."
    )
    a: float = param(0.0, min=0, max=10, label="Negative slope", help="Slope left of 0; only leaky_relu reads it.")


@entry
class Orthogonal(Initializer):
    """Draws weights as a rotation, so that signals keep their length through any number of linear layers.

    W Wᵀ = gain² · 1, from the QR decomposition of a normal draw. Saxe, McClelland & Ganguli, "Exact solutions to the
    nonlinear dynamics of learning in deep linear neural networks", 2013.
    """

    target = "torch.nn.init.orthogonal_"

    gain: float = param(1.0, min=0, max=100, label="Gain", help="Widens or narrows the draw.")


@entry
class LSUV(Initializer):
    """Draws rotations and then scales each layer until its outputs for a batch of the data have variance 1.

    Layer after layer: W ← W / √var(outputs), until |var − 1| < tol. Dense layers and convolutions are scaled, biases
    and what was done by hand stay. Mishkin & Matas, "All you need is a good init", 2015.
    """

    title = "LSUV"
    target = "torch.nn.init.orthogonal_"
    tuned = "playground.engine.filling.unit_variance_"

    tol: float = param(
        0.05, min=1e-6, max=1, scale="log", label="Tolerance", help="How far from 1 a variance may stay."
    )
    max_iter: int = param(10, min=1, max=100, label="Rounds", help="Most times that one layer is scaled.")
    batch: int = param(256, min=2, max=65_536, scale="log", label="Batch", help="How many samples are looked at.")

    def args(self, *shapes: Shape) -> dict[str, Any]:
        del shapes
        return {}

    def tuning(self) -> dict[str, Any]:
        return {"tol": self.tol, "max_iter": self.max_iter, "batch": self.batch}
