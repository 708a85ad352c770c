"""The blocks that can be added: those of the experiment, then those of the library that it does not have."""

from __future__ import annotations

from dataclasses import dataclass

from playground.catalog.library import library
from playground.spec.blocks import Block, BlockUse, block_title
from playground.spec.experiment import Experiment
from playground.ui import words


@dataclass(frozen=True)
class BlockItem:
    """A block to add: its name in the experiment, or in the library, and its definition."""

    name: str
    block: Block

    @property
    def title(self) -> str:
        """What people call it."""
        return words.from_catalog(block_title(self.name, self.block))

    @property
    def about(self) -> tuple[str, str]:
        """The first sentence about it, and the rest."""
        first, dot, rest = words.from_catalog(self.block.about).partition(". ")
        return first + dot.strip(), rest

    def use(self) -> BlockUse:
        """A layer that stands for it."""
        label = block_title(self.name, self.block)
        return BlockUse(self.name, inputs=len(self.block.inputs), label=label)

    def fits(self, text: str) -> bool:
        """Whether a search finds it."""
        return text.casefold() in f"{self.title} {self.name} {self.about[0]}".casefold()


def own_blocks(experiment: Experiment) -> list[BlockItem]:
    """The blocks of an experiment."""
    return [BlockItem(name, block) for name, block in experiment.blocks.items()]


def library_blocks(experiment: Experiment) -> list[BlockItem]:
    """The blocks of the library that an experiment does not have."""
    own = list(experiment.blocks.values())
    return [BlockItem(name, block) for name, block in library().items() if block not in own]
