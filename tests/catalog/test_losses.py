"""Loss curves are PyTorch's, and targets come as each loss wants them."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional

from playground.catalog import losses
from playground.catalog.kinds import Loss
from playground.engine import losses as ours
from playground.engine.losses import criterion
from playground.spec.entry import entries
from playground.spec.errors import ParamError

X = np.linspace(-4, 4, 41)


def module(item: Loss) -> nn.Module:
    return criterion(item, torch.device("cpu"))


@pytest.mark.parametrize(
    "item",
    [
        losses.MSELoss(),
        losses.L1Loss(),
        losses.SmoothL1Loss(),
        losses.SmoothL1Loss(beta=0.3),
        losses.HuberLoss(),
        losses.HuberLoss(delta=2.5),
    ],
    ids=repr,
)
def test_curve_of_a_residual(item: Loss) -> None:
    zero = torch.zeros(1, 1, dtype=torch.float64)
    wanted = [module(item)(torch.tensor([[x]]), zero).item() for x in X]
    np.testing.assert_allclose(item.curve(X), wanted, atol=1e-12)


@pytest.mark.parametrize(
    "item",
    [
        losses.CrossEntropyLoss(),
        losses.CrossEntropyLoss(label_smoothing=0.2),
        losses.FocalLoss(),
        losses.FocalLoss(gamma=0.5),
        losses.FocalLoss(gamma=0),
        losses.MultiMarginLoss(),
        losses.MultiMarginLoss(p=2, margin=0.5),
    ],
    ids=repr,
)
def test_curve_over_the_lead_of_the_true_class(item: Loss) -> None:
    wanted = [module(item)(torch.tensor([[0.0, x]]), torch.tensor([1])).item() for x in X]
    np.testing.assert_allclose(item.curve(X), wanted, atol=1e-6)


@pytest.mark.parametrize("item", [losses.BCEWithLogitsLoss(), losses.BCEWithLogitsLoss(pos_weight=3.0)], ids=repr)
def test_curve_of_bce_over_the_logit_of_a_yes(item: Loss) -> None:
    wanted = [module(item)(torch.tensor([[x]]), torch.ones(1, 1, dtype=torch.float64)).item() for x in X]
    np.testing.assert_allclose(item.curve(X), wanted, atol=1e-6)


@pytest.mark.parametrize("item", [losses.HingeLoss(), losses.HingeLoss(margin=2.0)], ids=repr)
def test_curve_of_a_margin(item: Loss) -> None:
    wanted = [module(item)(torch.tensor([[x]]), torch.ones(1, 1)).item() for x in X]
    np.testing.assert_allclose(item.curve(X), wanted, atol=1e-6)


def test_curves_of_probabilities() -> None:
    p = np.linspace(*losses.BCELoss.span, 20)
    wanted = [module(losses.BCELoss())(torch.tensor([[x]]), torch.ones(1, 1).double()).item() for x in p]
    np.testing.assert_allclose(losses.BCELoss().curve(p), wanted, atol=1e-9)
    for item, target in ((losses.NLLLoss(), torch.tensor([1])), (losses.KLDivLoss(), torch.tensor([[0.0, 1.0]]))):
        log_p = np.linspace(*item.span, 20)
        wanted = [module(item)(torch.tensor([[-9.0, x]]), target).item() for x in log_p]
        np.testing.assert_allclose(item.curve(log_p), wanted, atol=1e-6)


@pytest.mark.parametrize("name", entries("loss"))
def test_every_curve_is_finite_where_it_is_drawn(name: str) -> None:
    item = entries("loss")[name]()
    assert isinstance(item, Loss)
    curve = item.curve(np.linspace(*item.span, 241))
    assert np.isfinite(curve).all()
    assert (curve >= 0).all()


LOGITS = torch.randn(30, 4, generator=torch.Generator().manual_seed(0))
LABELS = torch.randint(0, 4, (30,), generator=torch.Generator().manual_seed(1))
WEIGHTS = (1, 2, 0.5, 3)


def test_class_weights_and_weights_of_a_yes_reach_pytorch() -> None:
    weight = torch.tensor(WEIGHTS, dtype=torch.float32)
    found = module(losses.CrossEntropyLoss(weight=WEIGHTS, label_smoothing=0.1))(LOGITS, LABELS)
    torch.testing.assert_close(found, nn.CrossEntropyLoss(weight, label_smoothing=0.1)(LOGITS, LABELS))
    found = module(losses.FocalLoss(gamma=0, weight=WEIGHTS))(LOGITS, LABELS)
    torch.testing.assert_close(found, nn.CrossEntropyLoss(weight)(LOGITS, LABELS))
    yes = (LABELS[:, None] > 1).float()
    found = module(losses.BCEWithLogitsLoss(pos_weight=2.5))(LOGITS[:, :1], yes)
    torch.testing.assert_close(found, nn.BCEWithLogitsLoss(pos_weight=torch.tensor(2.5))(LOGITS[:, :1], yes))
    assert losses.CrossEntropyLoss().args() == {"label_smoothing": 0.0}
    with pytest.raises(ParamError):
        losses.NLLLoss(weight=(1.0, 0.0))


def test_focal_is_its_formula_with_finite_gradients() -> None:
    logits = torch.cat([LOGITS, torch.tensor([[80.0, 0.0, 0.0, 0.0], [-80.0, 0.0, 0.0, 0.0]])]).requires_grad_()
    labels = torch.cat([LABELS, torch.tensor([0, 0])])
    for gamma in (0.0, 0.3, 2.0):
        found = module(losses.FocalLoss(gamma=gamma))(logits, labels)
        log_p = -functional.cross_entropy(logits, labels, reduction="none").double()
        torch.testing.assert_close(found.double(), (-((1 - log_p.exp()) ** gamma) * log_p).mean())
        (slope,) = torch.autograd.grad(found, logits)
        assert slope.isfinite().all()


def test_bce_is_pytorchs_and_survives_what_is_no_probability() -> None:
    shares, yes = LOGITS.sigmoid(), (LABELS[:, None] > 1).float().expand(-1, 4)
    assert torch.equal(ours.BCELoss()(shares, yes), nn.BCELoss()(shares, yes))
    assert ours.BCELoss()(5 * LOGITS, yes).isfinite()
    assert ours.BCELoss()(LOGITS / torch.zeros(30, 4), yes).isnan()


def test_kl_of_sure_classes_is_the_nll() -> None:
    found = module(losses.KLDivLoss())(LOGITS.log_softmax(1), functional.one_hot(LABELS, 4).float())
    torch.testing.assert_close(found, nn.NLLLoss()(LOGITS.log_softmax(1), LABELS))


def test_hinge_of_several_classes_tells_each_from_the_rest() -> None:
    signs = 2 * functional.one_hot(LABELS, 4) - 1
    found = module(losses.HingeLoss(margin=1.5))(LOGITS, functional.one_hot(LABELS, 4).float())
    torch.testing.assert_close(found, (1.5 - signs * LOGITS).clamp(min=0).mean())


@pytest.mark.parametrize(
    ("item", "task", "classes", "encoding", "outputs"),
    [
        (losses.CrossEntropyLoss(), "classification", 2, "index", 2),
        (losses.CrossEntropyLoss(), "classification", 10, "index", 10),
        (losses.BCEWithLogitsLoss(), "classification", 2, "binary", 1),
        (losses.BCEWithLogitsLoss(), "classification", 3, "onehot", 3),
        (losses.MSELoss(), "classification", 2, "sign", 1),
        (losses.L1Loss(), "classification", 5, "onehot", 5),
        (losses.SmoothL1Loss(), "regression", 0, "value", 1),
        (losses.HuberLoss(), "regression", 0, "value", 1),
        (losses.BCELoss(), "classification", 2, "probability", 1),
        (losses.BCELoss(), "classification", 3, "onehot", 3),
        (losses.NLLLoss(), "classification", 2, "index", 2),
        (losses.KLDivLoss(), "classification", 2, "onehot", 2),
        (losses.FocalLoss(), "classification", 2, "index", 2),
        (losses.HingeLoss(), "classification", 2, "sign", 1),
        (losses.HingeLoss(), "classification", 4, "onehot", 4),
        (losses.MultiMarginLoss(), "classification", 2, "index", 2),
    ],
)
def test_targets_and_outputs(item: Loss, task: str, classes: int, encoding: str, outputs: int) -> None:
    assert task in item.tasks
    assert item.encoding(task, classes) == encoding  # type: ignore[arg-type]  # the parameter lists tasks as plain text
    assert item.outputs(task, classes) == outputs  # type: ignore[arg-type]  # as above
