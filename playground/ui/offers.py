"""What can be added to a network: layers and blocks, as people find them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from playground.catalog.layers import GROUPS
from playground.spec.blocks import BlockUse
from playground.spec.entry import Entry, entries
from playground.ui import words
from playground.ui.block_list import BlockItem
from playground.ui.fuzzy import SCATTERED, rank

EXACT, OF_GROUP, OF_HELP, BY_LETTERS = -1, 500, 600, 700
"""Ranks of a name itself, of a word of the group, of words of the help, of single letters of a name."""
PREFIXES = ("torch.nn.", "torch.", "nn.")
BLOCK = "block:"


@dataclass(frozen=True)
class Offer:
    """A layer or a block that can be added."""

    source: type[Entry] | BlockItem

    @property
    def key(self) -> str:
        """Its name from one start to the next."""
        return BLOCK + _own(self.source.name) if isinstance(self.source, BlockItem) else self.source.__name__

    @property
    def kind(self) -> type[Entry]:
        """The class of the layer that is added."""
        return BlockUse if isinstance(self.source, BlockItem) else self.source

    @cached_property
    def title(self) -> str:
        """What people call it."""
        return self.source.title if isinstance(self.source, BlockItem) else words.title(self.source)

    @property
    def group(self) -> str:
        """The title of its group."""
        if isinstance(self.source, BlockItem):
            return QCoreApplication.translate("offers", "Block")
        return words.from_catalog(self.source.group)

    @property
    def about(self) -> tuple[str, str]:
        """The first sentence about it, and the rest."""
        return self.source.about if isinstance(self.source, BlockItem) else words.sentences(self.source)

    def make(self) -> Entry:
        """The layer that is added."""
        return self.source.use() if isinstance(self.source, BlockItem) else self.source()

    @cached_property
    def _names(self) -> tuple[str, ...]:
        """Title, class or name, and the title in English."""
        if isinstance(self.source, BlockItem):
            return self.title, _own(self.source.name), self.source.block.title
        return self.title, self.source.__name__, self.source.title

    def rank(self, text: str) -> int | None:
        """How well it answers a search, 0 and less is best, None not at all.

        The name itself stands first, then names that begin with the words, then names with them, then groups, then
        the first sentence of the help, and last single letters. A name may have "nn." before it.
        """
        wanted = _bare(text)
        if any(name.casefold() == wanted for name in self._names):
            return EXACT
        places = [place for name in self._names if name and (place := rank(wanted, name)) is not None]
        best = min(places, default=BY_LETTERS)
        if best < SCATTERED:
            return best
        if wanted in self.group.casefold():
            return OF_GROUP
        if _begin(wanted.split(), self.about[0].casefold()):
            return OF_HELP
        return BY_LETTERS + best - SCATTERED if places else None


def _bare(text: str) -> str:
    """A search without what stands before names in PyTorch."""
    wanted = " ".join(text.casefold().split())
    prefix = next((prefix for prefix in PREFIXES if wanted.startswith(prefix)), "")
    return wanted.removeprefix(prefix) or wanted


def _begin(wanted: Sequence[str], text: str) -> bool:
    """Whether every wanted word stands in a text, where a word begins."""
    return all(any(text[at - 1 : at] in ("", *" (-,“\"'") for at in _places(word, text)) for word in wanted)


def _places(word: str, text: str) -> Iterable[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def found(offers: Iterable[Offer], text: str) -> list[Offer]:
    """The offers that answer a search, best first; guesses by single letters only where there is nothing better."""
    ranked = [(place, offer) for offer in offers if (place := offer.rank(text)) is not None]
    ranked.sort(key=lambda pair: pair[0])
    sure = [offer for place, offer in ranked if place < BY_LETTERS]
    return sure or [offer for _, offer in ranked]


def layer_groups(wanted: Callable[[type[Entry]], bool] = lambda _cls: True) -> dict[str, list[Offer]]:
    """The layers by the catalog's names of their groups, in the order people need them."""
    layers = [cls for cls in entries("layer").values() if getattr(cls, "listed", True) and wanted(cls)]
    groups: dict[str, list[Offer]] = {}
    for cls in sorted(layers, key=lambda one: GROUPS.index(one.group) if one.group in GROUPS else len(GROUPS)):
        groups.setdefault(cls.group, []).append(Offer(cls))
    return groups


def key_of(layer: Entry) -> str:
    """The key of the offer that gives such a layer."""
    return BLOCK + _own(layer.block) if isinstance(layer, BlockUse) else type(layer).__name__


def _own(name: str) -> str:
    """The name that a block of the library has once it is in an experiment."""
    return name.rpartition(".")[2]
