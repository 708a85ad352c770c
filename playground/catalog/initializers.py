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
class Normal(Initializer):
    """Draws every weight from a bell curve.

    w ~ N(mean, std²).
    """

    target = "torch.nn.init.normal_"

    mean: float = param(0.0, min=-100, max=100, label="Mean", help="Middle of the bell curve.")
    std: float = param(0.1, min=0, max=100, label="Deviation", help="Standard deviation of the bell curve.")


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
