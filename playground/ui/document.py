"""Document: the experiment being edited, its undo stack and its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from playground import paths
from playground.catalog.library import library
from playground.spec import definitions, files, variants
from playground.spec.beside import with_weights_beside
from playground.spec.blocks import Block
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment
from playground.spec.graph import Graph
from playground.spec.networks import in_order
from playground.spec.opened import Opened, opened
from playground.spec.refolded import Locate, folded_back, nowhere

_NOTHING: frozenset[str] = frozenset()


class _Replace(QUndoCommand):
    """The only undo command there is: one experiment for another. Edits with the same merge key become one."""

    def __init__(self, document: Document, label: str, before: Experiment, after: Experiment, merge_key: str) -> None:
        super().__init__(label)
        self._document = document
        self.before = before
        self.after = after
        self._merge_key = merge_key

    def id(self) -> int:
        return 1 if self._merge_key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802  # Qt's name
        if not isinstance(other, _Replace) or other._merge_key != self._merge_key:
            return False
        self.after = other.after
        self.setObsolete(self.after == self.before)
        return True

    def undo(self) -> None:
        self._document._show(self.before)

    def redo(self) -> None:
        self._document._show(self.after)


class Document(QObject):
    """Holds the current experiment; everything that edits goes through `commit` or `edit`.

    Signals: `opened()` when another experiment came in, before `changed`; `changed(old, new)` after every edit, undo
    and redo; `variant_changed(name)` and `network_changed(name)` when another one is shown; `uses_opened()` when a use
    of a block is opened in place or closed; `refused(error)` when an edit of the graph may not be; `file_changed()`
    when the path or the modified mark changes. `frame_at` says in which frame a point of the canvas lies; the canvas
    sets it.
    """

    opened = Signal()
    changed = Signal(object, object)
    variant_changed = Signal(str)
    network_changed = Signal(str)
    uses_opened = Signal()
    refused = Signal(object)
    file_changed = Signal()

    def __init__(self, experiment: Experiment, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.undo_stack.cleanChanged.connect(self.file_changed)
        self._experiment = experiment
        self._path = path
        self._variant = experiment.variant_names()[0]
        self._shown: Experiment | None = None
        self._network = ""
        self._open_uses: dict[str, frozenset[str]] = {}
        self._view: tuple[object, ...] = ()
        self.frame_at: Locate = nowhere
        self._gesture = 0

    @property
    def experiment(self) -> Experiment:
        """The whole experiment with its variants."""
        return self._experiment

    @property
    def path(self) -> Path | None:
        """The file it was read from or saved to; presets have none."""
        return self._path

    @property
    def modified(self) -> bool:
        """Whether there are edits that are not saved."""
        return not self.undo_stack.isClean()

    @property
    def variant(self) -> str:
        """Name of the variant that canvas and panels show and edit."""
        return self._variant

    @property
    def shown(self) -> Experiment:
        """The experiment as the shown variant runs it; the base while its patch does not fit."""
        if self._shown is None:
            try:
                self._shown = variants.resolve(self._experiment, self._variant)
            except SpecError:
                self._shown = replace(self._experiment, variants=())
        return self._shown

    @property
    def network(self) -> str:
        """Name of the network on the canvas."""
        return self._network if self._network in self.shown.networks else in_order(self.shown)[0]

    @property
    def graph(self) -> Graph:
        """The network on the canvas, with the cards of opened blocks in place of their uses."""
        return self.cards.graph

    @property
    def cards(self) -> Opened:
        """The network on the canvas and the frames of the uses that are opened in it."""
        key = (self.shown, self.network, self.opened_uses)
        if not self._view or any(old is not new for old, new in zip(self._view, key, strict=False)):
            self._view = (*key, opened(*key))
        found = self._view[-1]
        assert isinstance(found, Opened)  # put there above
        return found

    @property
    def opened_uses(self) -> frozenset[str]:
        """The uses of blocks that are opened in the network on the canvas, by expanded id; not part of the file."""
        return self._open_uses.get(self.network, _NOTHING)

    def open_use(self, path: str) -> None:
        """Show the layers of a use in its place."""
        self._set_opened(self.opened_uses | {path})

    def close_use(self, path: str) -> None:
        """Show a use as one card again."""
        self._set_opened(self.opened_uses - {path})

    def _set_opened(self, paths: frozenset[str]) -> None:
        if paths != self.opened_uses:
            self._open_uses[self.network] = paths
            self.uses_opened.emit()

    def show_variant(self, name: str) -> None:
        """Show and edit another variant."""
        if name != self._variant and name in self._experiment.variant_names():
            self._variant = name
            self._shown = None
            self.variant_changed.emit(name)

    def show_network(self, name: str) -> None:
        """Show and edit another network."""
        if name != self.network and name in self.shown.networks:
            self._network = name
            self.network_changed.emit(name)

    def commit(self, label: str, new: Experiment, merge_key: str = "") -> None:
        """Replace the whole experiment as one undoable edit."""
        if new != self._experiment:
            self.undo_stack.push(_Replace(self, label, self._experiment, new, merge_key))

    def edit(self, label: str, wanted: Experiment, merge_key: str = "") -> None:
        """Make the shown variant run `wanted` (a changed `shown`) as one undoable edit."""
        if wanted != self.shown:
            key = f"{self._variant}/{merge_key}/{self._gesture}" if merge_key else ""
            self.commit(label, variants.edited(self._experiment, self._variant, self._whole(wanted)), key)

    def edit_graph(
        self, label: str, graph: Graph, merge_key: str = "", supply: Mapping[str, Block] | None = None
    ) -> Mapping[str, str]:
        """Make the shown variant's network show `graph` as one undoable edit.

        Cards in frames change their blocks. Blocks that new cards use come from `supply`, else from the library.
        Returns, for new cards whose id is another one now, that id; nothing happens when the edit is `refused`.
        """
        try:
            source = {**library(), **(supply or {})}
            new = {node.id for node in graph.nodes if node.id not in self.graph}
            shown, graph = definitions.adopted(self.shown, graph, new, source)
            folded = folded_back(shown, self.network, self.opened_uses, graph, self.frame_at)
        except SpecError as error:
            self.refused.emit(error)
            return {}
        self.edit(label, folded.experiment, merge_key)
        return folded.renamed

    def state(self, index: int) -> Experiment:
        """The experiment as it was after so many edits of the undo stack; with 0 as it was opened."""
        if index == self.undo_stack.index():
            return self._experiment
        command = self.undo_stack.command(index if index < self.undo_stack.count() else index - 1)
        assert isinstance(command, _Replace)  # the stack holds nothing else
        return command.before if index < self.undo_stack.count() else command.after

    def end_merge(self) -> None:
        """End a drag: the next edit is an undo step of its own even with the same merge key."""
        self._gesture += 1

    def open(self, experiment: Experiment, path: Path | None, saved: bool = True) -> None:
        """Put another experiment in, with a fresh undo stack; `saved`: nothing is lost when it is closed as it is."""
        old, self._experiment, self._path = self._experiment, experiment, path
        self.undo_stack.clear()
        if not saved:
            self.undo_stack.resetClean()
        self._variant = experiment.variant_names()[0]
        self._shown, self._network, self._open_uses = None, "", {}
        self.opened.emit()
        self.variant_changed.emit(self._variant)
        self.changed.emit(old, experiment)
        self.file_changed.emit()

    def save(self, path: Path) -> None:
        """Write the file and take `path` as the document's own.

        Raises:
            FileError: it cannot be written; the document stays modified.
        """
        files.save(path, with_weights_beside(self._experiment, path, paths.cache_dir()))
        self._path = path
        self.undo_stack.setClean()
        self.file_changed.emit()

    def _whole(self, wanted: Experiment) -> Experiment:
        return replace(wanted, lesson=self._experiment.lesson)

    def _show(self, experiment: Experiment) -> None:
        network = self.network
        old, self._experiment = self._experiment, experiment
        self._shown = None
        if self._variant not in experiment.variant_names():
            self._variant = experiment.variant_names()[0]
            self.variant_changed.emit(self._variant)
        if self.network != network:
            self.network_changed.emit(self.network)
        self.changed.emit(old, experiment)
