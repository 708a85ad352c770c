"""The network's answer over the input plane."""

from __future__ import annotations

import numpy as np
import torch

from playground.engine.measure import predict
from playground.engine.probes.grid import grid
from playground.engine.run import Run

Arrays = dict[str, np.ndarray]


def boundary(run: Run, resolution: int) -> Arrays:
    """Answers at (resolution, resolution) points, first row at the top; empty for data that lie on no plane.

    "values": one number in [-1, 1] per point, for two classes and for regression; "classes": a share 0-255 for each of
    more classes, (h, w, C); "extent": how far the plane reaches.
    """
    samples = run.dataset.samples
    if not samples.info.plane:
        return {}
    outputs = predict(run.networks[run.objective.name], grid(run, resolution))
    name, value = _answer(outputs.float(), run.dataset.encoding, run.experiment.loss.name)
    shaped = value.reshape(resolution, resolution, -1).cpu().numpy()
    if name == "values":
        shaped = shaped[:, :, 0]
    return {name: shaped, "extent": np.array(samples.entry.extent, dtype=np.float32)}


def _answer(outputs: torch.Tensor, encoding: str, loss: str) -> tuple[str, torch.Tensor]:
    if encoding == "binary":
        shares = outputs.sigmoid() if "Logits" in loss else outputs.clamp(0, 1)
        return "values", (2 * shares - 1).nan_to_num()
    if encoding in ("sign", "value"):
        return "values", outputs.nan_to_num().clamp(-1, 1)
    shares = outputs.softmax(dim=1) if encoding == "index" else _apart(outputs, loss)
    if shares.shape[1] == 2:
        return "values", (shares[:, 1:] - shares[:, :1]).nan_to_num().clamp(-1, 1)
    return "classes", (255 * shares.nan_to_num().clamp(0, 1)).round().to(torch.uint8)


def _apart(outputs: torch.Tensor, loss: str) -> torch.Tensor:
    return outputs.sigmoid() if "Logits" in loss else outputs
