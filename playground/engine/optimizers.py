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


def without_compiler() -> None:
    """Let optimizers be made without loading PyTorch's compiler, which takes a second; nothing here is compiled.

    PyTorch marks what must not be compiled, and loads the compiler to make that mark; this makes it beforehand.
    """
    for name in ("add_param_group", "state_dict", "load_state_dict", "zero_grad"):
        marked = getattr(getattr(torch.optim.Optimizer, name), "__wrapped__", None)
        if marked is not None:
            marked.__dynamo_disable = marked
