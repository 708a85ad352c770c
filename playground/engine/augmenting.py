"""What augmentations do to a batch. torch only: an exported script may carry the functions.

Random numbers come from the global generators, which a run sets to a state of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import takewhile

import torch

from playground.catalog.kinds import Augmentation, Data, Head, Objective
from playground.engine.moving import evenly
from playground.engine.resolve import locate
from playground.spec.experiment import Experiment

Change = Callable[[torch.Tensor], torch.Tensor]
"""From a batch (N, …) to another of the same shape."""
Both = tuple[torch.Tensor, torch.Tensor]
"""Inputs and targets of a batch."""
MOVING = "playground.engine.moving"


class Moving:
    """Moves images (N, C, H, W), and what is to be said of their places with them.

    `draw` is a function of images that gives leads, `follow` one of images, targets, leads and a way to read.
    """

    def __init__(self, draw: Change, follow: Callable[..., Both]) -> None:
        self._draw, self._follow = draw, follow

    def both(self, images: torch.Tensor, targets: torch.Tensor) -> Both:
        """Images and their targets, moved alike."""
        return self._follow(images, targets, self._draw(images))


def augmenters(experiment: Experiment) -> list[Change | Moving]:
    """What is done to each training batch, in order."""
    data = experiment.data
    chosen = [item for item in experiment.augmentations if isinstance(item, Augmentation)]
    return [_change(item, experiment, data) for item in chosen] if isinstance(data, Data) else []


def _change(item: Augmentation, experiment: Experiment, data: Data) -> Change | Moving:
    target, given = locate(item.target), item.given(data)
    if item.drawn and (follow := following(experiment)):
        function, more = follow
        read = {**item.reading(data), **more, "read": locate(item.read)}
        return Moving(partial(locate(item.drawn), **item.drawing(data)), partial(locate(function), **read))
    change: Change = target(**given) if item.built else partial(target, **given)
    return change


def following(experiment: Experiment) -> tuple[str, dict[str, int]] | None:
    """What moves answers with their images: a dotted function and some of its arguments; None where nothing has to.

    Answers for the places of an image are its mask, and the head called box is a box.
    """
    data, objective = experiment.data, experiment.objective
    if not isinstance(data, Data) or not isinstance(objective, Objective):
        return None
    if objective.answers == "places first":
        return f"{MOVING}.with_masks", {}
    if objective.answers != "heads" or not any(is_box(head) for head in data.heads):
        return None
    before = takewhile(lambda head: not is_box(head), data.heads)
    return f"{MOVING}.with_boxes", {"at": sum(1 if head.classes else head.size for head in before)}


def is_box(head: Head) -> bool:
    """Whether an answer is a box: left, top, right and bottom in shares of the sides of the image."""
    return head.name == "box" and head.size == 4 and not head.classes


def moves_masks(experiment: Experiment) -> bool:
    """Whether masks are moved, so that something of unknown class comes in from outside."""
    follow = following(experiment)
    moves = any(getattr(item, "moves", False) for item in experiment.augmentations)
    return moves and follow is not None and follow[0].endswith("masks")


def augmented(changes: Sequence[Change | Moving], inputs: torch.Tensor, targets: torch.Tensor) -> Both:
    """A batch after all changes."""
    for change in changes:
        if isinstance(change, Moving):
            inputs, targets = change.both(inputs, targets)
        else:
            inputs = change(inputs)
    return inputs, targets


def mixup_of(changes: Sequence[Change | Moving]) -> Mixup | None:
    """What mixes samples among the changes, so that it also gives the loss."""
    return next((change for change in changes if isinstance(change, Mixup)), None)


# --- images --------------------------------------------------------------------------------------------------------


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
