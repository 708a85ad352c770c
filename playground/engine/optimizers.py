"""Optimizers of our own. torch only: an exported script may carry them."""

from __future__ import annotations

from collections.abc import Callable

import torch


class LBFGS(torch.optim.LBFGS):
    """PyTorch's, which also rests at a learning rate of 0; its line search would divide by that."""

    def step(self, closure: Callable[[], torch.Tensor]) -> torch.Tensor:  # type: ignore[override]  # it always takes one
        if self.param_groups[0]["lr"] > 0:
            return super().step(closure)  # type: ignore[no-any-return,no-untyped-call]  # torch leaves it untyped
        return closure()
