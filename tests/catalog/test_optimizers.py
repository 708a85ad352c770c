"""Optimizers reach PyTorch with the values of their fields."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from playground.catalog.kinds import Optimizer
from playground.catalog.optimizers import LBFGS, SGD, Adam, AdamW, RMSprop
from playground.spec.entry import entries
from playground.spec.errors import ParamError

OPTIMIZERS = entries("optimizer")


def built(item: Optimizer) -> tuple[torch.optim.Optimizer, torch.Tensor]:
    parameter = torch.nn.Parameter(torch.ones(3))
    return getattr(torch.optim, item.target.rpartition(".")[2])([parameter], **item.args()), parameter


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_steps_down_a_slope(name: str) -> None:
    optimizer, parameter = built(OPTIMIZERS[name](lr=0.1))  # type: ignore[arg-type]  # the registry holds plain entries

    def closure() -> Any:
        optimizer.zero_grad()
        loss = parameter.square().sum()
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        return loss

    for _ in range(5):
        optimizer.step(closure)
    assert (parameter < 1).all()


@pytest.mark.parametrize("name", [n for n in OPTIMIZERS if n != "SGD"])
def test_defaults_are_pytorchs(name: str) -> None:
    item = OPTIMIZERS[name]()
    defaults = getattr(torch.optim, name)([torch.nn.Parameter(torch.ones(1))]).defaults
    assert {key: defaults[key] for key in item.args() if key != "line_search_fn"} == {
        key: value for key, value in item.args().items() if key != "line_search_fn"
    }


def test_without_a_line_search_pytorch_gets_none() -> None:
    assert LBFGS(line_search_fn="none").args()["line_search_fn"] is None
    assert "weight_decay" not in LBFGS().args()


def test_every_value_arrives() -> None:
    optimizer, _ = built(AdamW(lr=0.5, weight_decay=0.3, beta1=0.8, beta2=0.95, eps=1e-3, amsgrad=True))
    wanted: dict[str, Any] = {"lr": 0.5, "weight_decay": 0.3, "betas": (0.8, 0.95), "eps": 1e-3, "amsgrad": True}
    assert {key: optimizer.param_groups[0][key] for key in wanted} == wanted
    optimizer, _ = built(RMSprop(momentum=0.5, centered=True))
    assert (optimizer.param_groups[0]["momentum"], optimizer.param_groups[0]["centered"]) == (0.5, True)


def test_nesterov_needs_momentum() -> None:
    assert SGD(momentum=0.9, nesterov=True).nesterov
    with pytest.raises(ParamError, match="momentum above 0") as caught:
        SGD(nesterov=True)
    assert caught.value.place == "nesterov"


def test_bounds_of_betas() -> None:
    with pytest.raises(ParamError):
        Adam(beta1=1.0)
