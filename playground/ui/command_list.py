"""CommandList: everything that a person can do in the window right now, as rows of the command palette."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from playground import paths
from playground.spec.entry import Entry, entries
from playground.ui import lesson_words, words
from playground.ui.actions import plain
from playground.ui.block_list import library_blocks, own_blocks
from playground.ui.canvas import menus
from playground.ui.canvas.gestures import spoken
from playground.ui.canvas.scene import Hit
from playground.ui.offers import BLOCK, Offer, layer_groups
from playground.ui.panels.data import DataPanel
from playground.ui.panels.data_sets import FILES
from playground.ui.panels.lessons import Preset, read_presets
from playground.ui.panels.training import TrainingPanel
from playground.ui.widgets.choice_model import Choice

if TYPE_CHECKING:
    from playground.ui.main_window import MainWindow

STEP = " › "


def leaves(menu: QMenu, path: str = "") -> Iterator[tuple[str, QAction]]:
    """Every action of a menu and of the menus in it, with the titles that lead to it."""
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from leaves(inner, f"{path}{plain(action.text())}{STEP}")
        elif not action.isSeparator():
            yield path, action


class CommandList(QObject):
    """Call it for the commands there are. It holds the canvas's context menu until it is called again."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._context: QMenu | None = None
        self._presets: list[Preset] | None = None

    def __call__(self) -> list[Choice]:
        return [
            *self._actions(),
            *self._menus(),
            *self._selection(),
            *self._views(),
            *self._variants(),
            *self._layers(),
            *self._nodes(),
            *self._data(),
            *self._objectives(),
            *self._lessons(),
        ]

    def _actions(self) -> Iterator[Choice]:
        for action in self._window.actions_table.all():
            yield _of_action(action.objectName(), "", action)

    def _menus(self) -> Iterator[Choice]:
        """What stands in the menus and not in the table: recent files, plots."""
        for top in self._window.menuBar().actions():
            menu = top.menu()
            if isinstance(menu, QMenu):
                for path, action in leaves(menu):
                    if action.objectName() not in self._window.actions_table:
                        yield _of_action(f"menu:{path}{plain(action.text())}", path, action)

    def _selection(self) -> Iterator[Choice]:
        """What can be done to the layer or the edge that is selected, as its context menu has it."""
        view = self._window.canvas.view
        nodes, edges = view.canvas.selected(), view.canvas.selected_edges()
        if self._context is not None:
            self._context.deleteLater()
            self._context = None
        if not nodes and not edges:
            return
        hit = Hit("node", nodes[-1]) if nodes else Hit("edge", edge=edges[-1])
        known = {plain(action.text()) for action in self._window.actions_table.all()}
        self._context = menus.menu_for(view, hit, view.viewport().rect().center())
        subject = self.tr("Selected layer") if nodes else self.tr("Selected edge")
        for path, action in leaves(self._context, subject + STEP):
            if plain(action.text()).split("\t")[0] not in known:
                yield _of_action(f"canvas:{path}{action.text()}", path, action)

    def _views(self) -> Iterator[Choice]:
        for name, frame in self._window.frames.items():
            title = frame.view.title() + STEP
            for action in frame.view.options():
                yield _of_action(f"view:{name}:{action.text()}", title, action)

    def _variants(self) -> Iterator[Choice]:
        document, bar = self._window.studio.document, self._window.canvas.variants
        for variant in document.experiment.variants:
            name = variant.name
            for verb, text, act in (
                ("show", self.tr("Show variant: {0}"), document.show_variant),
                ("rename", self.tr("Rename variant: {0}"), bar.rename),
                ("duplicate", self.tr("Duplicate variant: {0}"), bar.duplicate),
                ("delete", self.tr("Delete variant: {0}"), bar.delete),
            ):
                free = verb != "duplicate" or bar.add_chip.isVisibleTo(bar)
                yield Choice(f"{verb}:{name}", text.format(name), partial(act, name), enabled=free)
        if not document.experiment.variants:
            yield Choice("variant", self.tr("Add a variant"), lambda: bar.duplicate(document.variant))

    def _layers(self) -> Iterator[Choice]:
        shown = self._window.studio.document.shown
        blocks = [Offer(block) for block in (*own_blocks(shown), *library_blocks(shown))]
        for offer in [*(offer for group in layer_groups().values() for offer in group), *blocks]:
            text = self.tr("Add layer: {0}").format(offer.title)
            also = self.tr("Add layer: {0}").format(offer.key.removeprefix(BLOCK))
            yield Choice(f"add:{offer.key}", text, partial(self._add, offer), also=also, rank=offer.rank)

    def _nodes(self) -> Iterator[Choice]:
        networks = self._window.studio.document.shown.networks
        for network, graph in networks.items():
            for node in graph.nodes:
                place = (f"{network}{STEP}" if len(networks) > 1 else "") + spoken.called(node)
                text = self.tr("Go to layer: {0}").format(place)
                also = f"{node.id} {words.title(node.layer)}"
                yield Choice(f"go:{network}:{node.id}", text, partial(self._go, network, node.id), also=also)

    def _add(self, offer: Offer) -> None:
        self._window.canvas.add_layer(offer.make())

    def _go(self, network: str, node_id: str) -> None:
        self._window.studio.document.show_network(network)
        self._window.canvas.reveal(node_id)
        self._window.canvas.setFocus()

    def _data(self) -> Iterator[Choice]:
        for name, cls in entries("data").items():
            if getattr(cls, "group", "") != FILES:  # those have an action of their own
                text = self.tr("Use data: {0}").format(words.title(cls))
                group = words.from_catalog(str(getattr(cls, "group", "")))
                yield Choice(f"data:{name}", text, partial(self._use, cls), also=f"{name} {cls.title} {group}")

    def _use(self, cls: type[Entry]) -> None:
        self._window.layouts.show("data")
        self._window.panel(DataPanel).sets.picked.emit(cls)

    def _objectives(self) -> Iterator[Choice]:
        """Those that suit the data, as the panel offers them."""
        picker = self._window.panel(TrainingPanel).objective.picker
        for cls in picker.classes:
            if cls is not None:
                text = self.tr("Learn by: {0}").format(words.title(cls))
                also = f"{cls.__name__} {cls.title}"
                yield Choice(f"objective:{cls.__name__}", text, partial(self._learn_by, cls), also=also)

    def _learn_by(self, cls: type[Entry]) -> None:
        self._window.layouts.show("training")
        self._window.panel(TrainingPanel).objective.picker.pick(cls)

    def _lessons(self) -> Iterator[Choice]:
        """Lessons are read from their files when the palette is first opened."""
        if self._presets is None:
            self._presets = read_presets(paths.presets_dir())
        for preset in self._presets:
            title = lesson_words.title(preset.title)
            yield Choice(
                f"lesson:{preset.path.stem}",
                self.tr("Open lesson: {0}").format(title),
                partial(self._window.open_lesson, preset.path),
                also=f"{words.from_catalog(preset.topic)} {preset.title}",
            )


def _of_action(key: str, path: str, action: QAction) -> Choice:
    text, _, shown = plain(action.text()).partition("\t")
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) or shown
    icon = None if action.icon().isNull() else action.icon()
    return Choice(key, f"{path}{text}", action.trigger, keys=keys, enabled=action.isEnabled(), icon=icon)
