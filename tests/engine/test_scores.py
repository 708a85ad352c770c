"""Metrics are scikit-learn's, in every encoding of the targets."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from sklearn import metrics
from torch import nn

from playground.engine import scores

RNG = torch.Generator().manual_seed(0)
LABELS = torch.randint(0, 3, (50,), generator=RNG)
OUTPUTS = torch.randn(50, 4, generator=RNG) - torch.tensor(
    [0.0, 0, 0, 4]
)  # the fourth class is neither there nor named
YES = (LABELS > 0).float()[:, None]
LOGITS = OUTPUTS[:, :1]
MACRO = {
    "precision": lambda t, p: metrics.precision_score(t, p, average="macro", zero_division=0),
    "recall": lambda t, p: metrics.recall_score(t, p, average="macro", zero_division=0),
    "f1": lambda t, p: metrics.f1_score(t, p, average="macro", zero_division=0),
    "accuracy": metrics.accuracy_score,
}


@pytest.mark.parametrize("name", MACRO)
def test_scores_of_classes(name: str) -> None:
    score, theirs = getattr(scores, name), MACRO[name]
    wanted = theirs(LABELS.numpy(), OUTPUTS.argmax(1).numpy())
    assert score(OUTPUTS, LABELS, "index").item() == pytest.approx(wanted)
    assert score(OUTPUTS, torch.eye(4)[LABELS], "onehot").item() == pytest.approx(wanted)
    wanted = theirs(YES[:, 0].numpy(), (LOGITS[:, 0] > 0).numpy())
    assert score(LOGITS, YES, "binary").item() == pytest.approx(wanted)
    assert score(LOGITS, 2 * YES - 1, "sign").item() == pytest.approx(wanted)
    assert score(LOGITS.sigmoid(), YES, "probability").item() == pytest.approx(wanted)


def test_a_class_that_is_never_named_has_no_precision() -> None:
    outputs = torch.tensor([[1.0, 0.0], [1.0, 0.0]])
    assert scores.precision(outputs, torch.tensor([0, 1]), "index").item() == 0.25
    assert scores.f1(outputs, torch.tensor([0, 1]), "index").item() == pytest.approx(1 / 3)


@pytest.mark.parametrize("k", [1, 2, 3])
def test_the_best_guesses(k: int) -> None:
    wanted = metrics.top_k_accuracy_score(LABELS.numpy(), OUTPUTS.numpy(), k=k, labels=range(4))
    assert scores.top_k_accuracy(OUTPUTS, LABELS, "index", k).item() == pytest.approx(wanted)


def test_more_guesses_than_classes_are_always_right() -> None:
    assert scores.top_k_accuracy(OUTPUTS, LABELS, "index", 9) == 1
    assert scores.top_k_accuracy(LOGITS, YES, "binary", 2) == 1
    assert scores.top_k_accuracy(LOGITS, YES, "binary", 1) == scores.accuracy(LOGITS, YES, "binary")


def test_scores_of_numbers() -> None:
    targets, outputs = torch.randn(40, 1, generator=RNG), torch.randn(40, 1, generator=RNG)
    wanted = metrics.r2_score(targets.numpy(), outputs.numpy())
    assert scores.r2(outputs, targets, "value").item() == pytest.approx(wanted, 1e-4)
    wanted = np.abs(outputs.numpy() - targets.numpy()).mean()
    assert scores.mean_absolute_error(outputs, targets, "value").item() == pytest.approx(wanted)
    wanted = metrics.root_mean_squared_error(targets.numpy(), outputs.numpy())
    assert scores.root_mean_squared_error(outputs, targets, "value").item() == pytest.approx(wanted, 1e-5)


def trained(*layers: nn.Module) -> nn.Sequential:
    """A network with the gradients of one backward pass."""
    torch.manual_seed(0)
    network = nn.Sequential(*layers)
    network(torch.randn(20, 3, generator=RNG)).square().sum().backward()
    return network


def test_the_gradient_of_the_first_layer_beside_that_of_the_last() -> None:
    network = trained(nn.Linear(3, 4), nn.Sigmoid(), nn.Linear(4, 4), nn.Sigmoid(), nn.Linear(4, 1))
    gradients = [weight.grad for weight in network.parameters() if weight.grad is not None and weight.ndim == 2]
    sizes = [float(gradient.square().mean().sqrt()) for gradient in (gradients[0], gradients[-1])]
    assert scores.gradient_ratio(network).item() == pytest.approx(sizes[0] / sizes[1])
    assert scores.gradient_ratio(nn.Linear(3, 1)) == 0  # it has taken no step
    assert scores.gradient_ratio(trained(nn.Linear(3, 1))) == 1


def test_units_that_never_fire_are_dead() -> None:
    layer = nn.Linear(3, 4)
    with torch.no_grad():
        layer.weight[:3] = torch.eye(3)
        layer.bias[:] = torch.tensor([0.0, -100, 100, -100])
        layer.weight[3] = 0
    given = (torch.randn(5000, 3, generator=RNG), LABELS, "index")
    assert scores.dead_units(nn.Sequential(layer, nn.ReLU()), *given) == 0.5
    assert scores.dead_units(nn.Sequential(layer, nn.LeakyReLU()), *given) == 0
    assert scores.dead_units(layer, *given) == 0
    network = nn.Sequential(layer, nn.ReLU())
    scores.dead_units(network, *given)
    assert not network[1]._forward_hooks
    images = torch.ones(2, 1, 3, 3)
    kernels = nn.Conv2d(1, 2, 3, bias=False)
    with torch.no_grad():
        kernels.weight[0], kernels.weight[1] = 1, -1
    assert scores.dead_units(nn.Sequential(kernels, nn.ReLU()), images, LABELS, "index") == 0.5


def test_the_slope_of_answers_over_the_first_input() -> None:
    inputs = torch.randn(30, 2, generator=RNG)
    layer = nn.Linear(2, 1)
    wanted = np.polyfit(inputs[:, 0].numpy(), layer(inputs)[:, 0].detach().numpy(), 1)[0]
    assert scores.slope(layer, inputs, inputs, "value").item() == pytest.approx(wanted, rel=1e-4)


def test_accuracy_of_moved_images() -> None:
    """The class is the column of the bright pixel; each sideways move makes it another, moves up and down do not."""
    images = torch.zeros(4, 1, 4, 4)
    columns = torch.arange(4)
    images[columns, 0, 1, columns] = 1
    network = nn.Sequential(nn.AvgPool2d((4, 1)), nn.Flatten())
    assert scores.shifted_accuracy(network, images, columns, "index", 1) == 0.5
    assert scores.shifted_accuracy(network, images, columns, "index", 4) == 1
    rows = torch.eye(4)
    assert scores.shifted_accuracy(nn.Identity(), rows, columns, "index", 1) == 1  # no images, not moved


def test_bits_of_a_yes_or_no_are_those_of_its_two_classes() -> None:
    logits, yes = torch.tensor([[2.0], [-1.0]]), torch.tensor([[1.0], [0.0]])
    wanted = torch.nn.functional.binary_cross_entropy_with_logits(logits, yes).item() / np.log(2)
    assert scores.bits_per_token(logits, yes, "binary").item() == pytest.approx(wanted)
    assert scores.bits_per_token(logits.sigmoid(), yes, "probability").item() == pytest.approx(wanted, rel=1e-5)
