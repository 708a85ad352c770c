"""Steps of PyTorch without the detours around them, which on small networks cost more than what is computed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import torch

Group = dict[str, Any]
Move = Callable[[], None]


def backward(loss: torch.Tensor) -> None:
    """What `loss.backward()` does to a loss () in float32 on the CPU or elsewhere, without its checks of arguments."""
    torch.autograd.Variable._execution_engine.run_backward(
        (loss,), (torch.ones_like(loss),), False, False, (), allow_unreachable=True, accumulate_grad=True
    )


def quick_step(optimizer: torch.optim.Optimizer) -> Callable[[], object]:
    """What does exactly what `optimizer.step()` does, by the same kernels; that itself where nothing is to be gained.

    It holds as long as no setting of the optimizer changes, from the first backward pass on. PyTorch's own step would
    load its compiler, which takes a second.
    """
    make = _MOVES.get(type(optimizer))
    if make is None or not all(group.get("fused") for group in optimizer.param_groups):
        return optimizer.step
    moves = [make(optimizer, group) for group in optimizer.param_groups]
    found = [move for move in moves if move is not None]
    if len(found) < len(moves):
        return optimizer.step
    optimizer._opt_called = True  # type: ignore[attr-defined]  # a scheduler asks whether a step was taken before its own

    def step() -> None:
        for move in found:
            move()

    return step


def _sgd(optimizer: torch.optim.Optimizer, group: Group) -> Move | None:
    parameters, momentum = group["params"], group["momentum"]
    names = ("momentum_buffer",) if momentum else ()
    state = _state(optimizer, parameters, names) if not group["dampening"] else None
    if state is None:
        return None
    weights, buffers = [p.detach() for p in parameters], state.get("momentum_buffer", [])
    settings = {name: group[name] for name in ("lr", "weight_decay", "momentum", "dampening", "nesterov", "maximize")}

    def move() -> None:
        gradients = [p.grad for p in parameters]
        torch._fused_sgd_(weights, gradients, buffers, **settings, is_first_step=False)

    return move


def _adam(optimizer: torch.optim.Optimizer, group: Group) -> Move | None:
    parameters = group["params"]
    state = None if group["amsgrad"] else _state(optimizer, parameters, ("step", "exp_avg", "exp_avg_sq"))
    if state is None:
        return None
    weights, counts = [p.detach() for p in parameters], state["step"]
    means, squares = state["exp_avg"], state["exp_avg_sq"]
    settings = {name: group[name] for name in ("lr", "weight_decay", "eps", "amsgrad", "maximize")}
    settings |= {"beta1": group["betas"][0], "beta2": group["betas"][1]}
    decoupled = group.get("decoupled_weight_decay", isinstance(optimizer, torch.optim.AdamW))
    kernel = torch._fused_adamw_ if decoupled else torch._fused_adam_
    count = _counting(counts)

    def move() -> None:
        count()
        gradients = [p.grad for p in parameters]
        kernel(weights, gradients, means, squares, [], counts, **settings)

    return move


def _counting(counts: list[torch.Tensor]) -> Move:
    """What adds 1 to each; on the CPU the 1 is made a tensor once, not for each of them."""
    if all(count.is_cpu for count in counts):
        return partial(torch._foreach_add_, counts, torch.tensor(1.0), alpha=1.0)
    return partial(torch._foreach_add_, counts, 1)


_MOVES: dict[type[torch.optim.Optimizer], Callable[[torch.optim.Optimizer, Group], Move | None]] = {
    torch.optim.SGD: _sgd,
    torch.optim.Adam: _adam,
    torch.optim.AdamW: _adam,
}


def _state(
    optimizer: torch.optim.Optimizer, parameters: list[torch.nn.Parameter], names: tuple[str, ...]
) -> dict[str, list[torch.Tensor]] | None:
    """What the optimizer remembers of parameters, by name, at first zeros; None where a gradient is missing."""
    if any(p.grad is None for p in parameters):
        return None
    for parameter in parameters if names else ():
        state = optimizer.state[parameter]
        for name in names:
            if not isinstance(state.get(name), torch.Tensor):
                state[name] = (
                    torch.zeros((), device=parameter.device) if name == "step" else torch.zeros_like(parameter)
                )
    return {name: [optimizer.state[p][name] for p in parameters] for name in names}
