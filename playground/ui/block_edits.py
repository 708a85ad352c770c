"""Edits of blocks and their uses, each one undoable step; what cannot be done is said through the document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from playground.spec import definitions, folding
from playground.spec.blocks import BlockUse, configured
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment
from playground.spec.graph import Node
from playground.ui.document import Document

translate = QCoreApplication.translate


class BlockEdits:
    """What can be done to blocks wherever they are shown. A `path` is a card that stands for a block, or a frame."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def find(self, path: str) -> tuple[Node, BlockUse] | None:
        """The use behind a path, as its network or block keeps it."""
        try:
            return folding.find_use(self._document.cards, path)[1:]
        except SpecError:
            return None

    def fold(self, cards: list[str], name: str) -> str:
        """Make a block of cards; return the card of its use, "" if refused."""
        document, made = self._document, [""]

        def edit() -> Experiment:
            experiment, made[0] = folding.fold(document.shown, document.network, cards, name, document.opened_uses)
            return experiment

        return made[0] if self._try(translate("blocks", "Fold into a block"), edit) else ""

    def unfold(self, path: str) -> None:
        """Put the layers of a use in its place for good."""
        document, label = self._document, translate("blocks", "Unfold the block")
        if self._try(label, lambda: folding.unfold(document.shown, document.network, path, document.opened_uses)):
            document.close_use(path)

    def make_own(self, path: str) -> None:
        """Give a use a copy of its block that no other use shares."""
        document = self._document
        self._try(
            translate("blocks", "Make its own copy"),
            lambda: folding.make_single_use_own(document.shown, document.network, path, document.opened_uses),
        )

    def change_use(self, path: str, label: str, use: BlockUse, merge_key: str = "") -> None:
        """Give a use other values.

        Raises:
            SpecError: the block refuses them.
        """
        document, found = self._document, self.find(path)
        block = document.shown.blocks.get(use.block)
        if found is None:
            return
        if block is not None:
            configured(block, use)
        wanted = replace(found[0], layer=use)
        shown = folding.with_use(document.shown, document.network, path, wanted, document.opened_uses)
        document.edit(label, shown, f"{path}/{merge_key}" if merge_key else "")

    def rename(self, key: str, title: str) -> None:
        """Call a block something else, wherever it is used."""
        self._try(
            translate("blocks", "Rename the block"), lambda: definitions.renamed(self._document.shown, key, title)
        )

    def add_parameter(self, key: str, target: str) -> None:
        """Let each use of a block choose a field of a layer inside."""
        self._try(
            translate("blocks", "Add a parameter"),
            lambda: definitions.with_parameter(self._document.shown, key, target),
        )

    def remove_parameter(self, key: str, name: str) -> None:
        """Let no use choose a parameter any more."""
        self._try(
            translate("blocks", "Remove a parameter"),
            lambda: definitions.without_parameter(self._document.shown, key, name),
        )

    def remove_unused(self) -> bool:
        """Take the blocks away that nothing uses; False when there are none."""
        document = self._document
        if not definitions.unused(document.shown):
            return False
        return self._try(
            translate("blocks", "Remove unused blocks"), lambda: definitions.without_unused(document.shown)
        )

    def _try(self, label: str, make_it: Callable[[], Experiment]) -> bool:
        try:
            self._document.edit(label, make_it())
        except SpecError as error:
            self._document.refused.emit(error)
            return False
        return True
