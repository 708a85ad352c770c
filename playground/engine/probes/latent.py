"""The plane of codes: where samples lie on it, and what a decoder or a generator makes of its places."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch.nn.functional import adaptive_avg_pool2d

from playground.engine.faces import EXTENT
from playground.engine.network import INPUT
from playground.engine.run import Run
from playground.spec.entry import Shape

PLAIN = ("x1", "x2")
ENDS = (EXTENT, 4.0, 5.0, 6.0, 8.0, 10.0, 15.0, 20.0)
"""How far a plane may reach, times a power of ten: few, so that it seldom changes while it is watched."""
DECADES = 12
INSIDE = 0.99
"""Share of the codes that lie on the plane."""
POINTS = 400
"""Samples at most that are shown as points, real ones and made ones."""
SIDE = 40
"""Pixels along each side of a picture at most."""
Arrays = dict[str, np.ndarray]


@dataclass(frozen=True)
class Plane:
    """A plane through the space of codes: code = origin + x · axes[0] + y · axes[1], each code of `shape`."""

    origin: torch.Tensor
    axes: torch.Tensor
    shape: Shape
    kind: str

    def lifted(self, places: torch.Tensor) -> torch.Tensor:
        """Codes (N, …) at places (N, 2) of the plane."""
        return (self.origin + places @ self.axes).reshape(-1, *self.shape)

    def placed(self, codes: torch.Tensor) -> torch.Tensor:
        """Places (N, 2) of codes (N, …)."""
        return (codes.flatten(1) - self.origin) @ self.axes.T


def latent(run: Run, across: int, up: int, tiles: int, pairs: int, limit: int) -> Arrays:
    """All that is drawn of the plane; empty for an objective that makes no samples from codes.

    "codes" (N, 2): places of validation samples, "y" (N,): their classes or numbers; "extent": how far the plane
    reaches; "axes" (2,): the numbers of the code along it, counted from 1, 0 for a principal component; "size": numbers
    of a code. Pictures are uint8 (…, h, w, 1 or 3) in levels that do not change: "tiles" (t, t, …), first row at the
    top, "originals" and "restored" (p, …). For data on a plane places there: "tiles_xy" (t, t, 2), "originals_xy",
    "restored_xy" (p, 2), which a generator makes from noise, "reach".
    """
    inputs = run.dataset.validation_inputs[:limit]
    codes = run.objective.codes(inputs)
    plane = _plane(run, codes, across, up)
    if plane is None:
        return {}
    found: Arrays = {"size": np.array(len(plane.origin)), "axes": _axes(plane, across, up)}
    places = torch.zeros((0, 2)) if codes is None else plane.placed(codes.float()).cpu().nan_to_num(0, 0, 0)
    extent = _extent(places)
    found |= {"extent": np.array(extent, dtype=np.float32), "codes": places.numpy()}
    found["y"] = run.dataset.samples.targets[1][: len(places)]
    side = torch.linspace(-extent, extent, tiles)
    spots = torch.stack([side.repeat(tiles), side.flip(0).repeat_interleave(tiles)], dim=1)
    made = run.objective.decoded(plane.lifted(spots.to(run.device)))
    assert made is not None  # an objective with a plane makes samples
    found |= _shown(run, "tiles", made, (tiles, tiles))
    count = POINTS if "tiles_xy" in found else pairs if codes is not None else 0
    restored = run.objective.made(count) if count else None
    if restored is not None:
        found |= _shown(run, "originals", inputs[:count]) | _shown(run, "restored", restored)
    return found


def latent_point(run: Run, x: float, y: float, across: int, up: int, limit: int) -> Arrays:
    """What is made at a place of the plane: "picture" (h, w, 1 or 3), or "picture_xy" (2,) on the plane of the data;
    "at" (2,) is the place, "values" are the numbers of the sample. Empty where `latent` is.
    """
    codes = run.objective.codes(run.dataset.validation_inputs[:limit])
    plane = _plane(run, codes, across, up)
    if plane is None:
        return {}
    made = run.objective.decoded(plane.lifted(torch.tensor([[x, y]], device=run.device)))
    assert made is not None  # as above
    found = {name: value[0] for name, value in _shown(run, "picture", made).items() if name != "reach"}
    return {**found, "at": np.array([x, y], dtype=np.float32), "values": made[0].float().flatten().cpu().numpy()}


# --- the plane -----------------------------------------------------------------------------------------------------


def _plane(run: Run, codes: torch.Tensor | None, across: int, up: int) -> Plane | None:
    """The plane that is looked at; None where the networks make nothing from codes."""
    shape = _made_from(run) if codes is None else tuple(codes.shape[1:])
    if not shape:
        return None
    size = int(np.prod(shape))
    if codes is None or size <= 2 or (across and up):
        first, second = (across or 1) - 1, (up or 2) - 1
        return _of_numbers(run, codes, shape, (first, second))
    flat = codes.float().flatten(1).nan_to_num(0, 0, 0)
    axes = torch.linalg.svd(flat - flat.mean(dim=0), full_matrices=False).Vh[:2]
    largest = axes.gather(1, axes.abs().argmax(dim=1, keepdim=True))
    return Plane(flat.mean(dim=0), _two(axes * largest.sign()), shape, "components")


def _of_numbers(run: Run, codes: torch.Tensor | None, shape: Shape, chosen: tuple[int, int]) -> Plane:
    size = int(np.prod(shape))
    axes = torch.zeros(2, size, device=run.device)
    for row, place in enumerate(chosen):
        if place < size:
            axes[row, place] = 1
    origin = torch.zeros(size, device=run.device) if codes is None else codes.float().flatten(1).mean(dim=0)
    used = axes.sum(dim=0) > 0
    return Plane(torch.where(used, 0.0, origin.nan_to_num(0, 0, 0)), axes, shape, "numbers")


def _made_from(run: Run) -> Shape:
    """The shape of the noise from which samples are made, () where none are."""
    if not getattr(run.experiment.objective, "makes", False):
        return ()
    name = run.experiment.objective.networks[0]  # type: ignore[attr-defined]  # an Objective, for it makes samples
    given = (node.id for node in run.experiment.networks[name].nodes if node.layer.name == INPUT)
    return run.networks[name].shapes[next(given)]


def _two(axes: torch.Tensor) -> torch.Tensor:
    """Two axes, where a single sample gives only one."""
    return torch.cat([axes, axes.new_zeros(2 - len(axes), axes.shape[1])])


def _axes(plane: Plane, across: int, up: int) -> np.ndarray:
    return np.array([0, 0] if plane.kind == "components" else [across or 1, up or 2])


def _extent(places: torch.Tensor) -> float:
    """How far the plane reaches: a round number beyond nearly all codes."""
    if not len(places):
        return EXTENT
    far = float(places.abs().amax(dim=1).quantile(INSIDE))
    ends = (end * 10.0**power for power in range(DECADES) for end in ENDS)
    return next((end for end in ends if end >= far), 10.0**DECADES)


# --- what is made --------------------------------------------------------------------------------------------------


def _shown(run: Run, name: str, values: torch.Tensor, grid: tuple[int, ...] = ()) -> Arrays:
    """Samples (N, …) as pictures, or as places on the plane of the data; `grid` is how they are laid out."""
    info, values = run.dataset.samples.info, values.float()
    front = grid or (len(values),)
    if info.plane and set(PLAIN) <= set(info.input_names):
        samples, names = run.dataset.samples, list(info.input_names)
        raw = values.cpu().numpy() * samples.scale + samples.shift
        xy = raw[:, [names.index(one) for one in PLAIN]].astype(np.float32)
        return {f"{name}_xy": xy.reshape(*front, 2), "reach": np.array(samples.entry.extent, dtype=np.float32)}
    pictures = _pictures(run, values)
    return {name: pictures.reshape(*front, *pictures.shape[1:])}


def _pictures(run: Run, values: torch.Tensor) -> np.ndarray:
    """Samples (N, …) as uint8 (N, h, w, 1 or 3): images as they are, rows of numbers as a strip."""
    seen, _ = run.dataset.some(run.dataset.validation_inputs, run.dataset.validation_targets)
    low, high = float(seen.min()), float(seen.max())
    if values.ndim == 4:
        maps = values if values.shape[1] in (1, 3) else values[:, :1]
    else:
        maps = values.reshape(len(values), 1, -1, values.shape[-1]) if values.ndim > 1 else values[:, None, None, None]
    most = max(maps.shape[2:])
    if most > SIDE:
        rows, columns = (max(1, round(n * SIDE / most)) for n in maps.shape[2:])
        maps = adaptive_avg_pool2d(maps, (rows, columns))
    shares = ((maps - low) / max(high - low, 1e-12)).nan_to_num(0, 1, 0).clamp(0, 1)
    return (255 * shares).round().to(torch.uint8).movedim(1, -1).contiguous().cpu().numpy()
