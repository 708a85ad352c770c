"""How large the gradients of each layer were in the last step."""

from __future__ import annotations

import numpy as np
import torch

from playground.engine.probes.looked import looked_at
from playground.engine.run import Run


def gradients(run: Run, network: str = "") -> dict[str, np.ndarray]:
    """For each node with parameters "<id>", √(mean g²) over them as a float; empty before the first step.

    The gradients are those that the optimizer was given: after penalties and clipping, 0 for units that rest.
    """
    found: dict[str, list[torch.Tensor]] = {}
    for name, value in looked_at(run, network).named_parameters():
        if value.grad is not None:
            node = name.partition(".")[0].removesuffix("_activation")
            found.setdefault(node, []).append(value.grad)
    if not found:
        return {}
    squares = torch.stack(
        [torch.stack([grad.float().square().sum() for grad in members]).sum() for members in found.values()]
    )
    sizes = torch.tensor([sum(grad.numel() for grad in members) for members in found.values()])
    means = (squares.cpu() / sizes).sqrt().numpy()
    return {node: np.array(mean) for node, mean in zip(found, means, strict=True)}
