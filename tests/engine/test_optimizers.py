"""How optimizers are set up on a device, and how they take over what others remember."""

from __future__ import annotations

import copy

import pytest
import torch

from playground.engine.optimizers import recordable, take_over
from playground.engine.rates import quickest

CPU, CUDA, MPS = (torch.device(name) for name in ("cpu", "cuda", "mps"))


@pytest.mark.parametrize("kind", [torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW, torch.optim.Adagrad])
def test_the_fused_kernels_are_taken_where_they_are_known_to_be_quick(kind: type[torch.optim.Optimizer]) -> None:
    assert quickest(kind, CPU) == quickest(kind, CUDA) == {"fused": True}
    assert quickest(kind, MPS) == recordable(kind, CUDA) == {}


@pytest.mark.parametrize(
    "kind", [torch.optim.RMSprop, torch.optim.NAdam, torch.optim.RAdam, torch.optim.Adamax, torch.optim.Adadelta]
)
def test_without_a_fused_kernel_counts_stay_on_the_device_that_records(kind: type[torch.optim.Optimizer]) -> None:
    assert quickest(kind, CPU) == {"foreach": False}
    assert quickest(kind, CUDA) == recordable(kind, CPU) == {}
    assert recordable(kind, CUDA) == {"capturable": True}


def stepped(weight: torch.Tensor, **how: bool) -> torch.optim.Adam:
    parameter = torch.nn.Parameter(weight)
    optimizer = torch.optim.Adam([parameter], **how)  # type: ignore[arg-type]  # flags only
    parameter.grad = (
        torch.arange(float(weight.numel()))
        .reshape(weight.shape)
        .contiguous(memory_format=torch.channels_last if weight.stride()[1] == 1 else torch.contiguous_format)
    )
    optimizer.step()
    return optimizer


def test_what_is_remembered_lies_as_the_parameters_do_and_the_settings_of_the_machine_stay() -> None:
    weight = torch.rand(3, 4, 2, 2, generator=torch.Generator().manual_seed(0))
    plain = stepped(weight.clone(), foreach=False)
    laid = stepped(weight.clone(memory_format=torch.channels_last), fused=True)
    begun = copy.deepcopy(laid.state_dict())
    take_over(laid, plain.state_dict())
    (group,), (remembered,) = laid.param_groups, laid.state.values()
    assert (group["fused"], group["foreach"]) == (True, None)
    assert remembered["exp_avg"].stride() == group["params"][0].stride() != weight.stride()
    torch.testing.assert_close(remembered["exp_avg"], begun["state"][0]["exp_avg"])
    assert remembered["step"].dtype == torch.float32


def test_the_state_of_another_optimizer_is_refused() -> None:
    one = stepped(torch.rand(2, 2, 2, 2))
    state = one.state_dict()
    with pytest.raises(ValueError, match="zip"):
        take_over(one, {**state, "param_groups": state["param_groups"] * 2})
