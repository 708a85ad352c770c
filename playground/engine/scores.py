"""Numbers that people read. torch only: an exported script may carry the functions.

Outputs are (N, C) or (N, 1), targets as the encoding of the loss has them.
"""

from __future__ import annotations

import math

import torch
from torch import nn

from playground.engine.measure import predict
from playground.engine.rows import rows


def classes(outputs: torch.Tensor, targets: torch.Tensor, encoding: str) -> tuple[torch.Tensor, torch.Tensor, int]:
    """Predicted and true classes (N,), and how many classes there are."""
    if encoding == "index":
        return outputs.argmax(dim=1), targets, outputs.shape[1]
    if encoding == "onehot":
        return outputs.argmax(dim=1), targets.argmax(dim=1), outputs.shape[1]
    least = 0.5 if encoding == "probability" else 0
    yes = targets > (0 if encoding == "sign" else 0.5)
    return (outputs > least).long()[:, 0], yes.long()[:, 0], 2


def judged(outputs: torch.Tensor, targets: torch.Tensor, encoding: str) -> tuple[torch.Tensor, torch.Tensor]:
    """Whether each place of each sample (N, P) is right, and whether it counts; a sample of one answer has one place.

    Outputs are (N, …, K), or (N, K, …) where only that fits. Where several things are said of a sample, none counts.
    """
    if encoding == "index" and targets.is_floating_point():
        none = torch.zeros(len(targets), 1, dtype=torch.bool, device=targets.device)
        return none, none
    places = targets.shape[1:] if encoding == "index" else targets.shape[1:-1]
    first = outputs.shape[1 : 1 + len(places)] != places
    flat, wanted = rows(outputs, targets, len(places), first, False)
    predicted, true, _ = classes(flat, wanted, encoding)
    known = (wanted if wanted.ndim == 1 else wanted[:, 0]) != -100
    return (predicted == true).reshape(len(targets), -1), known.reshape(len(targets), -1)


def accuracy(outputs: torch.Tensor, targets: torch.Tensor, encoding: str) -> torch.Tensor:
    """Share of samples whose class is right."""
    predicted, true, _ = classes(outputs, targets, encoding)
    return (predicted == true).float().mean()


def top_k_accuracy(outputs: torch.Tensor, targets: torch.Tensor, encoding: str, k: int) -> torch.Tensor:
    """Share of samples whose class is among the k largest outputs."""
    if outputs.shape[1] == 1:
        return accuracy(outputs, targets, encoding) if k == 1 else torch.ones(())
    _, true, count = classes(outputs, targets, encoding)
    return (outputs.topk(min(k, count), dim=1).indices == true[:, None]).any(dim=1).float().mean()


def bits_per_token(outputs: torch.Tensor, targets: torch.Tensor, encoding: str) -> torch.Tensor:
    """Mean of −log₂ of the share that softmax gives the true class, with a single output that of its sigmoid."""
    _, true, _ = classes(outputs, targets, encoding)
    if outputs.shape[1] == 1:
        logits = outputs.logit() if encoding == "probability" else outputs
        outputs = torch.cat([torch.zeros_like(logits), logits], dim=1)
    return -outputs.log_softmax(dim=1).gather(1, true[:, None]).mean() / math.log(2)


def tally(outputs: torch.Tensor, targets: torch.Tensor, encoding: str) -> tuple[torch.Tensor, ...]:
    """Right answers, answers and samples of each class, of those that are there or answered."""
    predicted, true, count = classes(outputs, targets, encoding)
    table = torch.bincount(true * count + predicted, minlength=count * count).reshape(count, count).double()
    right, answered, there = table.diag(), table.sum(dim=0), table.sum(dim=1)
    seen = (answered + there) > 0
    return right[seen], answered[seen], there[seen]


def precision(outputs: torch.Tensor, targets: torch.Tensor, encoding: str) -> torch.Tensor:
    """Share of the answers of a class that are right, the mean over classes; 0 for one that is never answered."""
    right, answered, _ = tally(outputs, targets, encoding)
    return (right / answered.clamp(min=1)).mean()


def recall(outputs: torch.Tensor, targets: torch.Tensor, encoding: str) -> torch.Tensor:
    """Share of the samples of a class that are found, the mean over classes."""
    right, _, there = tally(outputs, targets, encoding)
    return (right / there.clamp(min=1)).mean()


def f1(outputs: torch.Tensor, targets: torch.Tensor, encoding: str) -> torch.Tensor:
    """Harmonic mean of precision and recall of a class, the mean over classes."""
    right, answered, there = tally(outputs, targets, encoding)
    return (2 * right / (answered + there)).mean()


def r2(outputs: torch.Tensor, targets: torch.Tensor, encoding: str) -> torch.Tensor:
    """Share of the variance of the targets (N, 1) that the outputs (N, 1) explain."""
    del encoding
    missed = (targets - outputs).square().sum()
    spread = (targets - targets.mean()).square().sum()
    return 1 - missed / spread


def mean_absolute_error(outputs: torch.Tensor, targets: torch.Tensor, encoding: str) -> torch.Tensor:
    """Mean distance between outputs (N, 1) and targets (N, 1)."""
    del encoding
    return (outputs - targets).abs().mean()


def root_mean_squared_error(outputs: torch.Tensor, targets: torch.Tensor, encoding: str) -> torch.Tensor:
    """Root of the mean square distance between outputs (N, 1) and targets (N, 1)."""
    del encoding
    return (outputs - targets).square().mean().sqrt()


def gradient_ratio(network: nn.Module) -> torch.Tensor:
    """Root mean square of the gradient of the first weights over that of the last; 0 while there is none."""
    gradients = [weight.grad for weight in network.parameters() if weight.ndim > 1 and weight.grad is not None]
    sizes = [gradient.square().mean().sqrt() for gradient in gradients]
    return sizes[0] / sizes[-1] if sizes and sizes[-1] > 0 else torch.zeros(())


def dead_units(network: nn.Module, inputs: torch.Tensor, targets: torch.Tensor, encoding: str) -> torch.Tensor:
    """Share of the units or channels behind activations that are 0 for all samples; 0 where there is no activation."""
    del targets, encoding
    alive: dict[nn.Module, torch.Tensor] = {}

    def note(module: nn.Module, _given: object, outputs: torch.Tensor) -> None:
        fires = (outputs != 0).transpose(0, 1).flatten(1).any(dim=1)
        alive[module] = alive[module] | fires if module in alive else fires

    activations = [  # attention lives in the same module of PyTorch, but is none
        module
        for module in network.modules()
        if type(module).__module__ == nn.ReLU.__module__ and not isinstance(module, nn.MultiheadAttention)
    ]
    hooks = [module.register_forward_hook(note) for module in activations]
    try:
        predict(network, inputs)
    finally:
        for hook in hooks:
            hook.remove()
    return 1 - torch.cat(list(alive.values())).float().mean() if alive else torch.zeros(())


def slope(network: nn.Module, inputs: torch.Tensor, targets: torch.Tensor, encoding: str) -> torch.Tensor:
    """Slope of the straight line through the answers (N, 1) over the first input of each sample (N, …)."""
    del targets, encoding
    x, answers = inputs.flatten(1)[:, 0], predict(network, inputs)[:, 0]
    x = x - x.mean()
    return (x * (answers - answers.mean())).sum() / x.square().sum()


def shifted_accuracy(
    network: nn.Module, inputs: torch.Tensor, targets: torch.Tensor, encoding: str, pixels: int
) -> torch.Tensor:
    """Share of right classes over images (N, C, H, W) moved by `pixels` in four directions, around the edge."""
    moves = [(pixels, 2), (-pixels, 2), (pixels, 3), (-pixels, 3)] if inputs.ndim == 4 else [(0, 1)]
    moved = [torch.roll(inputs, by, axis) for by, axis in moves]
    found = [judged(predict(network, images), targets, encoding) for images in moved]
    return torch.stack([right[known].float().mean() for right, known in found]).mean()
