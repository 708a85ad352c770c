"""What augmentations do to a batch. torch only: an exported script may carry the functions.

Random numbers come from the global generators, which a run sets to a state of its own.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

import torch
from torch.nn.functional import affine_grid, grid_sample

from playground.catalog.kinds import Augmentation, Data
from playground.engine.resolve import locate
from playground.spec.experiment import Experiment

Change = Callable[[torch.Tensor], torch.Tensor]
"""From a batch (N, …) to another of the same shape."""


def augmenters(experiment: Experiment) -> list[Change]:
    """What is done to each training batch, in order."""
    data = experiment.data
    chosen = [item for item in experiment.augmentations if isinstance(item, Augmentation)]
    return [_change(item, data) for item in chosen] if isinstance(data, Data) else []


def _change(item: Augmentation, data: Data) -> Change:
    target, given = locate(item.target), item.given(data)
    change: Change = target(**given) if item.built else partial(target, **given)
    return change


def mixup_of(changes: list[Change]) -> Mixup | None:
    """What mixes samples among the changes, so that it also gives the loss."""
    return next((change for change in changes if isinstance(change, Mixup)), None)


# --- images --------------------------------------------------------------------------------------------------------


def evenly(images: torch.Tensor, low: float, high: float) -> torch.Tensor:
    """A number between two others for each image, (N, 1, 1, 1)."""
    return low + (high - low) * torch.rand(len(images), 1, 1, 1, device=images.device)


def resampled(images: torch.Tensor, matrices: list[list[torch.Tensor]], padding_mode: str) -> torch.Tensor:
    """Images (N, C, H, W) read at other places, where a 2×3 matrix of numbers (N,) leads from where they are shown.

    Places are counted from the middle, 1 for half a side.
    """
    lead = torch.stack([torch.stack(row, dim=1) for row in matrices], dim=1)
    grid = affine_grid(lead, list(images.shape), align_corners=False)
    return grid_sample(images, grid, mode="bilinear", padding_mode=padding_mode, align_corners=False)


def rotation(images: torch.Tensor, degrees: float, padding_mode: str) -> torch.Tensor:
    """Images (N, C, H, W), each turned by up to so many degrees to either side."""
    angle = evenly(images, -math.radians(degrees), math.radians(degrees)).flatten()
    cos, sin, nothing = angle.cos(), angle.sin(), torch.zeros_like(angle)
    ratio = images.shape[2] / images.shape[3]
    return resampled(images, [[cos, -ratio * sin, nothing], [sin / ratio, cos, nothing]], padding_mode)


def scale(images: torch.Tensor, least: float, most: float, padding_mode: str) -> torch.Tensor:
    """Images (N, C, H, W), each with what it shows enlarged by a factor between two others."""
    inverse = 1 / evenly(images, least, most).flatten()
    nothing = torch.zeros_like(inverse)
    return resampled(images, [[inverse, nothing, nothing], [nothing, inverse, nothing]], padding_mode)


def shift(images: torch.Tensor, pixels: int, padding_mode: str) -> torch.Tensor:
    """Images (N, C, H, W), each moved by up to so many whole pixels along both sides."""
    count, channels, height, width = images.shape
    by = torch.randint(-pixels, pixels + 1, (2, count, 1), device=images.device)
    rows = torch.arange(height, device=images.device) - by[0]
    columns = torch.arange(width, device=images.device) - by[1]
    inside = ((rows >= 0) & (rows < height))[:, None, :, None] & ((columns >= 0) & (columns < width))[:, None, None, :]
    sample = torch.arange(count, device=images.device)[:, None, None, None]
    channel = torch.arange(channels, device=images.device)[None, :, None, None]
    row, column = rows.clamp(0, height - 1)[:, None, :, None], columns.clamp(0, width - 1)[:, None, None, :]
    moved = images[sample, channel, row, column]
    return moved * inside if padding_mode == "zeros" else moved


def random_crop(images: torch.Tensor, size: float, padding: int, padding_mode: str) -> torch.Tensor:
    """Images (N, C, H, W), of each a part with `size` of its sides, anywhere within it and `padding` pixels around."""
    height, width = images.shape[2:]
    down, right = (1 - size + 2 * padding / side for side in (height, width))
    y, x = evenly(images, -down, down).flatten(), evenly(images, -right, right).flatten()
    share, nothing = torch.full_like(x, size), torch.zeros_like(x)
    return resampled(images, [[share, nothing, x], [nothing, share, y]], padding_mode)


def center_crop(images: torch.Tensor, size: float, p: float) -> torch.Tensor:
    """Images (N, C, H, W), of some of them the middle with `size` of their sides."""
    share = torch.where(evenly(images, 0, 1).flatten() < p, size, 1.0)
    nothing = torch.zeros_like(share)
    return resampled(images, [[share, nothing, nothing], [nothing, share, nothing]], "zeros")


def horizontal_flip(images: torch.Tensor, p: float) -> torch.Tensor:
    """Images (N, C, H, W), some with left and right exchanged."""
    return torch.where(evenly(images, 0, 1) < p, images.flip(3), images)


def vertical_flip(images: torch.Tensor, p: float) -> torch.Tensor:
    """Images (N, C, H, W), some upside down."""
    return torch.where(evenly(images, 0, 1) < p, images.flip(2), images)


def brightness(images: torch.Tensor, amount: float) -> torch.Tensor:
    """Images (N, C, H, W), each with a number added to its pixels."""
    return images + evenly(images, -amount, amount)


def contrast(images: torch.Tensor, amount: float) -> torch.Tensor:
    """Images (N, C, H, W), each with its pixels drawn to their mean or away from it."""
    mean = images.mean(dim=(1, 2, 3), keepdim=True)
    return mean + evenly(images, 1 - amount, 1 + amount) * (images - mean)


def saturation(images: torch.Tensor, amount: float) -> torch.Tensor:
    """Images (N, 3, H, W) of red, green and blue, each with its pixels drawn to grey or away from it."""
    grey = 0.299 * images[:, :1] + 0.587 * images[:, 1:2] + 0.114 * images[:, 2:]
    return grey + evenly(images, 1 - amount, 1 + amount) * (images - grey)


def illumination(images: torch.Tensor, least: float, most: float) -> torch.Tensor:
    """Images (N, C, H, W), each times a factor."""
    return evenly(images, least, most) * images


class Mixup:
    """Mixes the samples of a batch in pairs by shares from Beta(alpha, alpha), and gives the loss of the last batch."""

    def __init__(self, alpha: float) -> None:
        self._shares = torch.distributions.Beta(alpha, alpha)
        self._share, self._partners = 1.0, torch.empty(0, dtype=torch.int64)

    def __call__(self, samples: torch.Tensor) -> torch.Tensor:
        """Samples (N, …), each mixed with another one of the batch."""
        self._share = float(self._shares.sample())  # on the CPU: nothing waits for a device
        self._partners = torch.randperm(len(samples), device=samples.device)
        return self._share * samples + (1 - self._share) * samples[self._partners]

    def loss(
        self,
        criterion: Callable[[torch.Tensor, torch.Tensor], torch.Tensor],
        outputs: torch.Tensor,
        targets: torch.Tensor,
    ) -> torch.Tensor:
        """The losses beside the targets of a sample and of its partner, by their shares; a tensor ()."""
        own, other = criterion(outputs, targets), criterion(outputs, targets[self._partners])
        return self._share * own + (1 - self._share) * other


# --- sequences of symbols ------------------------------------------------------------------------------------------


def pushed_back(symbols: torch.Tensor, kept: torch.Tensor) -> torch.Tensor:
    """Symbols (N, L) with those that are kept (N, L) at the end of each row, and all others in front; both in order."""
    return symbols.gather(1, kept.to(torch.int8).argsort(dim=1, stable=True))


def random_deletion(sequences: torch.Tensor, p: float, blank: int) -> torch.Tensor:
    """Sequences (N, L) in which some symbols are gone; blanks fill them up in front."""
    words = sequences != blank
    kept = words & (torch.rand_like(sequences) >= p)
    kept = torch.where(kept.any(dim=1, keepdim=True), kept, words)  # something has to be said
    return pushed_back(torch.where(kept, sequences, blank), kept)


def random_swap(sequences: torch.Tensor, p: float, blank: int | None) -> torch.Tensor:
    """Sequences (N, L), in some of which two symbols have changed places; blanks stay where they are."""
    words = torch.ones_like(sequences, dtype=torch.bool) if blank is None else sequences != blank
    pair = torch.rand_like(sequences).masked_fill(~words, -1).topk(2, dim=1).indices
    swapped = sequences.scatter(1, pair, sequences.gather(1, pair.flip(1)))
    chosen = (torch.rand(len(sequences), 1, device=sequences.device) < p) & (words.sum(dim=1, keepdim=True) > 1)
    return torch.where(chosen, swapped, sequences)


class Synonyms:
    """For each of `count` symbols those that may stand in its place, out of groups of such symbols."""

    def __init__(self, p: float, synonyms: tuple[tuple[int, ...], ...], count: int) -> None:
        others = {one: [other for other in group if other != one] for group in synonyms for one in group}
        rows = [others.get(symbol) or [symbol] for symbol in range(count)]
        longest = max(len(row) for row in rows)
        self.p = p
        self._sizes = torch.tensor([len(row) for row in rows])
        self._others = torch.tensor([row + row[:1] * (longest - len(row)) for row in rows])

    def drawn(self, sequences: torch.Tensor) -> torch.Tensor:
        """For each symbol of sequences (N, L) one that may stand in its place; itself where there is none."""
        self._sizes, self._others = self._sizes.to(sequences.device), self._others.to(sequences.device)
        symbols = sequences.long()
        place = (torch.rand_like(sequences) * self._sizes[symbols]).long()
        return self._others[symbols, place].to(sequences.dtype)


class SynonymReplacement(Synonyms):
    """Puts synonyms in place of some symbols."""

    def __call__(self, sequences: torch.Tensor) -> torch.Tensor:
        """Sequences (N, L) with other symbols of the same meaning."""
        return torch.where(torch.rand_like(sequences) < self.p, self.drawn(sequences), sequences)


class RandomInsertion(Synonyms):
    """Puts synonyms before some symbols, as many as there are blanks."""

    def __init__(self, p: float, synonyms: tuple[tuple[int, ...], ...], blank: int, count: int) -> None:
        super().__init__(p, synonyms, count)
        self.blank = blank

    def __call__(self, sequences: torch.Tensor) -> torch.Tensor:
        """Sequences (N, L) with more symbols, and fewer blanks in front of them."""
        words, others = sequences != self.blank, self.drawn(sequences)
        more = words & (others != sequences) & (torch.rand_like(sequences) < self.p)
        more &= more.cumsum(dim=1) <= (~words).sum(dim=1, keepdim=True)
        both = torch.stack([others, sequences], dim=2).flatten(1)
        kept = torch.stack([more, words], dim=2).flatten(1)
        return pushed_back(torch.where(kept, both, self.blank), kept)[:, -sequences.shape[1] :]
