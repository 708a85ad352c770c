"""Mixed precision: the forward pass in a 16-bit type where that is safe, weights and their updates in float32."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
from torch.autograd import backward

from playground.engine.steppers import quick
from playground.spec.experiment import Experiment

Loss = Callable[[torch.Tensor, torch.Tensor], torch.Tensor]
Meet = Callable[[torch.Tensor, Sequence[torch.Tensor] | None], None]
"""Given a loss, and the parameters that it has just given gradients; None stands for all."""

TYPES = {"mixed float16": torch.float16, "mixed bfloat16": torch.bfloat16}


def lowered(precision: str, device: torch.device) -> torch.dtype | None:
    """The 16-bit type that a device computes in, None where it trains in float32 all the same.

    float16 needs CUDA, where it is fast; bfloat16 works on CPUs too.
    """
    wanted = TYPES.get(precision)
    if device.type == "cuda":
        return wanted if wanted is not torch.bfloat16 or torch.cuda.is_bf16_supported(False) else None
    return wanted if wanted is torch.bfloat16 and device.type == "cpu" else None


class Precision:
    """How a run computes its losses and moves its parameters; `name` is "" in float32.

    In float16 gradients may be too small for the type: the loss is scaled up before the backward pass and the gradients
    down after it; a step whose gradients overflow is left out, and the scale is halved. Micikevicius et al., "Mixed
    precision training", 2018.
    """

    def __init__(self, experiment: Experiment, device: torch.device, optimizer: torch.optim.Optimizer) -> None:
        self._type = lowered(experiment.precision, device)
        self._device = device.type
        self._optimizer = optimizer
        self.name = experiment.precision if self._type else ""
        self.scaler = torch.amp.GradScaler(device.type) if self._type is torch.float16 else None
        self.meet: Meet | None = None
        """Brings loss and gradients of several processes together after each backward pass; None where one trains."""

    def cast(self, loss: Loss) -> Loss:
        """A loss of (inputs, targets) that is computed in this precision; the loss itself in float32."""
        if self._type is None:
            return loss
        chosen = self._type

        def lower(inputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
            with torch.autocast(self._device, chosen):
                return loss(inputs, targets).float()

        return lower

    @property
    def backward(self) -> Callable[..., None]:
        """What turns a loss into gradients of the parameters, or of its `inputs` alone."""
        return self._own_backward if self.scaler or self.meet else backward

    @property
    def quick_backward(self) -> Callable[[torch.Tensor], None]:
        """`backward` to all parameters without detours."""
        return self._own_backward if self.scaler or self.meet else quick.backward

    @property
    def step(self) -> Callable[[], object]:
        """What moves the parameters."""
        return self._scaled_step if self.scaler else self._optimizer.step

    def quick_step(self) -> Callable[[], object]:
        """`step` without detours, for as long as no setting changes."""
        return self.step if self.scaler else quick.quick_step(self._optimizer)

    def _own_backward(self, loss: torch.Tensor, inputs: Sequence[torch.Tensor] | None = None) -> None:
        backward(self.scaler.scale(loss) if self.scaler else loss, inputs=inputs)
        if self.meet:
            self.meet(loss, inputs)
        if self.scaler:  # only now: gradients that overflow anywhere must be seen everywhere
            self.scaler.unscale_(self._optimizer)

    def _scaled_step(self) -> None:
        assert self.scaler is not None  # it is called where there is one
        self.scaler.step(self._optimizer)
        self.scaler.update()

    def state(self) -> dict[str, float]:
        """The scale, for a checkpoint."""
        return self.scaler.state_dict() if self.scaler else {}

    def load_state(self, state: dict[str, float]) -> None:
        """Go back to a saved scale."""
        if self.scaler and state:
            self.scaler.load_state_dict(state)
