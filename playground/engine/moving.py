"""Augmentations that move what images show, and the masks and boxes that move with it. torch only: scripts carry it.

Each draws, for every image, a lead (N, 2, 3): the matrix from a place where something is shown to the place where it is
read. Places (x, y) are counted from the middle, 1 for half a side, as in `torch.nn.functional.affine_grid`. Images are
then read between their pixels, masks at the nearest pixel, and boxes go the opposite way.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from torch.nn.functional import affine_grid, grid_sample

Read = Callable[[torch.Tensor, torch.Tensor, str], torch.Tensor]
"""From images (N, C, H, W), leads and what comes in from outside to images of the same shape."""
LEFT = 0.25
"""Share of a moved box that must stay in the image."""
OUTSIDE = -100
"""Stands in a mask where nothing is known, so that it does not count in the loss."""


def evenly(images: torch.Tensor, low: float, high: float) -> torch.Tensor:
    """A number between two others for each image, (N, 1, 1, 1)."""
    return low + (high - low) * torch.rand(len(images), 1, 1, 1, device=images.device)


def lead_of(matrices: list[list[torch.Tensor]]) -> torch.Tensor:
    """Leads (N, 2, 3) out of numbers (N,) in two rows."""
    return torch.stack([torch.stack(row, dim=1) for row in matrices], dim=1)


# --- how each image is moved ---------------------------------------------------------------------------------------


def rotation_lead(images: torch.Tensor, degrees: float) -> torch.Tensor:
    """Leads that turn each image (C, H, W) by up to so many degrees to either side."""
    angle = evenly(images, -math.radians(degrees), math.radians(degrees)).flatten()
    cos, sin, nothing = angle.cos(), angle.sin(), torch.zeros_like(angle)
    ratio = images.shape[2] / images.shape[3]
    return lead_of([[cos, -ratio * sin, nothing], [sin / ratio, cos, nothing]])


def scale_lead(images: torch.Tensor, least: float, most: float) -> torch.Tensor:
    """Leads that enlarge what each image shows by a factor between two others."""
    inverse = 1 / evenly(images, least, most).flatten()
    nothing = torch.zeros_like(inverse)
    return lead_of([[inverse, nothing, nothing], [nothing, inverse, nothing]])


def shift_lead(images: torch.Tensor, pixels: int) -> torch.Tensor:
    """Leads that move each image (C, H, W) by up to so many whole pixels along both sides."""
    count, height, width = len(images), images.shape[2], images.shape[3]
    by = torch.randint(-pixels, pixels + 1, (2, count, 1), device=images.device)[:, :, 0].to(torch.float32)
    one, nothing = torch.ones_like(by[0]), torch.zeros_like(by[0])
    return lead_of([[one, nothing, -2 * by[1] / width], [nothing, one, -2 * by[0] / height]])


def random_crop_lead(images: torch.Tensor, size: float, padding: int) -> torch.Tensor:
    """Leads to a part with `size` of the sides of each image, anywhere within it and `padding` pixels around."""
    height, width = images.shape[2:]
    down, right = (1 - size + 2 * padding / side for side in (height, width))
    y, x = evenly(images, -down, down).flatten(), evenly(images, -right, right).flatten()
    share, nothing = torch.full_like(x, size), torch.zeros_like(x)
    return lead_of([[share, nothing, x], [nothing, share, y]])


def center_crop_lead(images: torch.Tensor, size: float, p: float) -> torch.Tensor:
    """Leads that show of some images the middle with `size` of their sides."""
    share = torch.where(evenly(images, 0, 1).flatten() < p, size, 1.0)
    nothing = torch.zeros_like(share)
    return lead_of([[share, nothing, nothing], [nothing, share, nothing]])


def horizontal_flip_lead(images: torch.Tensor, p: float) -> torch.Tensor:
    """Leads that exchange left and right in some images."""
    sign = torch.where(evenly(images, 0, 1).flatten() < p, -1.0, 1.0)
    one, nothing = torch.ones_like(sign), torch.zeros_like(sign)
    return lead_of([[sign, nothing, nothing], [nothing, one, nothing]])


def vertical_flip_lead(images: torch.Tensor, p: float) -> torch.Tensor:
    """Leads that turn some images upside down."""
    sign = torch.where(evenly(images, 0, 1).flatten() < p, -1.0, 1.0)
    one, nothing = torch.ones_like(sign), torch.zeros_like(sign)
    return lead_of([[one, nothing, nothing], [nothing, sign, nothing]])


# --- how images are read -------------------------------------------------------------------------------------------


def resampled(images: torch.Tensor, lead: torch.Tensor, padding_mode: str = "zeros") -> torch.Tensor:
    """Images (N, C, H, W) read at other places, between their pixels."""
    grid = affine_grid(lead, list(images.shape), align_corners=False)
    return grid_sample(images, grid, mode="bilinear", padding_mode=padding_mode, align_corners=False)


def shifted(images: torch.Tensor, lead: torch.Tensor, padding_mode: str = "zeros") -> torch.Tensor:
    """Images (N, C, H, W) moved by whole pixels."""
    height, width = images.shape[2:]
    right, down = (-lead[:, axis, 2:] * side / 2 for axis, side in ((0, width), (1, height)))
    rows = torch.arange(height, device=images.device) - down.round().long()
    columns = torch.arange(width, device=images.device) - right.round().long()
    return picked(images.movedim(1, -1), rows[:, :, None], columns[:, None, :], padding_mode, 0).movedim(-1, 1)


def flipped(images: torch.Tensor, lead: torch.Tensor, padding_mode: str = "zeros") -> torch.Tensor:
    """Images (N, C, H, W) with sides exchanged where a lead says so; nothing comes in from outside."""
    del padding_mode
    images = torch.where(lead[:, 0, 0, None, None, None] < 0, images.flip(3), images)
    return torch.where(lead[:, 1, 1, None, None, None] < 0, images.flip(2), images)


def picked(
    samples: torch.Tensor, rows: torch.Tensor, columns: torch.Tensor, padding_mode: str, outside: float
) -> torch.Tensor:
    """Pixels of samples (N, H, W, …) at rows (N, H, 1 or W) and columns (N, 1 or H, W), which may lie outside."""
    height, width = samples.shape[1:3]
    sample = torch.arange(len(samples), device=samples.device)[:, None, None]
    found = samples[sample, rows.clamp(0, height - 1), columns.clamp(0, width - 1)]
    if padding_mode != "zeros":
        return found
    inside = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
    return torch.where(inside.reshape(*inside.shape, *[1] * (found.ndim - 3)), found, outside)


# --- what moves with them ------------------------------------------------------------------------------------------


def staying(lead: torch.Tensor, kept: torch.Tensor) -> torch.Tensor:
    """The leads of which something is kept (N,); where nothing is, the one that leaves the image as it is."""
    return torch.where(kept[:, None, None], lead, torch.eye(2, 3, device=lead.device))


def nearest(lead: torch.Tensor, height: int, width: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Row and column (N, H, W) of the pixel that is nearest to where each is read; they may lie outside."""
    grid = affine_grid(lead, [len(lead), 1, height, width], align_corners=False)
    column, row = (((grid[..., axis] + 1) * side / 2).floor().long() for axis, side in ((0, width), (1, height)))
    return row, column


def with_masks(
    images: torch.Tensor, masks: torch.Tensor, lead: torch.Tensor, read: Read, padding_mode: str = "zeros"
) -> tuple[torch.Tensor, torch.Tensor]:
    """Images (N, C, H, W) and their masks (N, H, W, …), moved alike.

    What comes in from outside counts as nothing where it is zeros in the image. An image stays where it is if nothing
    of it would be left to be seen.
    """
    height, width = images.shape[2:]
    row, column = nearest(lead, height, width)
    inside = (row >= 0) & (row < height) & (column >= 0) & (column < width)
    lead = staying(lead, inside.flatten(1).any(dim=1))
    row, column = nearest(lead, height, width)
    return read(images, lead, padding_mode), picked(masks, row, column, padding_mode, OUTSIDE)


def with_boxes(
    images: torch.Tensor,
    answers: torch.Tensor,
    lead: torch.Tensor,
    read: Read,
    padding_mode: str = "zeros",
    at: int = 0,
) -> tuple[torch.Tensor, torch.Tensor]:
    """Images (N, C, H, W) and their answers (N, …), of which four numbers from `at` on are a box, moved alike.

    An image stays where it is if less than a quarter of its box would be left to be seen.
    """
    boxes = answers[:, at : at + 4]
    whole = moved_boxes(boxes, lead)
    area = (whole.clamp(0, 1)[:, 2:] - whole.clamp(0, 1)[:, :2]).prod(dim=1)
    kept = area >= LEFT * (whole[:, 2:] - whole[:, :2]).prod(dim=1)
    lead = staying(lead, kept)
    moved = torch.where(kept[:, None], whole.clamp(0, 1), boxes)
    return read(images, lead, padding_mode), torch.cat([answers[:, :at], moved, answers[:, at + 4 :]], dim=1)


def moved_boxes(boxes: torch.Tensor, lead: torch.Tensor) -> torch.Tensor:
    """The upright boxes around moved ones (N, 4): left, top, right, bottom in shares of the sides.

    One that is turned grows, as it has to hold the corners of the former.
    """
    x, y = (2 * boxes[:, [0, 2, 0, 2]] - 1, 2 * boxes[:, [1, 1, 3, 3]] - 1)
    corners = torch.stack([x - lead[:, :1, 2], y - lead[:, 1:, 2]], dim=1)
    shown = (torch.linalg.inv(lead[:, :, :2]) @ corners + 1) / 2
    return torch.cat([shown.amin(dim=2), shown.amax(dim=2)], dim=1)


# --- both at once --------------------------------------------------------------------------------------------------


def rotation(images: torch.Tensor, degrees: float, padding_mode: str) -> torch.Tensor:
    """Images (N, C, H, W), each turned by up to so many degrees to either side."""
    return resampled(images, rotation_lead(images, degrees), padding_mode)


def scale(images: torch.Tensor, least: float, most: float, padding_mode: str) -> torch.Tensor:
    """Images (N, C, H, W), each with what it shows enlarged by a factor between two others."""
    return resampled(images, scale_lead(images, least, most), padding_mode)


def shift(images: torch.Tensor, pixels: int, padding_mode: str) -> torch.Tensor:
    """Images (N, C, H, W), each moved by up to so many whole pixels along both sides."""
    return shifted(images, shift_lead(images, pixels), padding_mode)


def random_crop(images: torch.Tensor, size: float, padding: int, padding_mode: str) -> torch.Tensor:
    """Images (N, C, H, W), of each a part with `size` of its sides, anywhere within it and `padding` pixels around."""
    return resampled(images, random_crop_lead(images, size, padding), padding_mode)


def center_crop(images: torch.Tensor, size: float, p: float) -> torch.Tensor:
    """Images (N, C, H, W), of some of them the middle with `size` of their sides."""
    return resampled(images, center_crop_lead(images, size, p))


def horizontal_flip(images: torch.Tensor, p: float) -> torch.Tensor:
    """Images (N, C, H, W), some with left and right exchanged."""
    return flipped(images, horizontal_flip_lead(images, p))


def vertical_flip(images: torch.Tensor, p: float) -> torch.Tensor:
    """Images (N, C, H, W), some upside down."""
    return flipped(images, vertical_flip_lead(images, p))
