"""The section of the inspector for a block: what it is called, and what this use of it chooses."""

from __future__ import annotations

from types import UnionType
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from playground.spec.blocks import Block, BlockParameter, BlockUse, settings_of
from playground.spec.definitions import free_targets, use_count
from playground.spec.entry import fields_of
from playground.spec.errors import SpecError
from playground.spec.params import Param
from playground.ui import words
from playground.ui.block_edits import BlockEdits
from playground.ui.panels.field import Field
from playground.ui.panels.fields import field_for
from playground.ui.panels.panel import Section, growing
from playground.ui.studio import Studio
from playground.ui.widgets import ChipRow, FormRow, button, label


class BlockSection(Section):
    """Shows one use of a block, closed or opened in place, and edits it.

    `open_requested(path)` and `close_requested(path)` speak for the canvas, which knows what to select then.
    """

    open_requested = Signal(str)
    close_requested = Signal(str)

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._studio = studio
        self._edits = BlockEdits(studio.document)
        self._path = ""
        self._shape: object = None
        self.name = QLineEdit()
        self.name.setMaxLength(80)
        self.name.setAccessibleName(self.tr("Name of the block"))
        self.name.editingFinished.connect(self._rename)
        self._count = label("", "caption", wrap=True)
        self.about = label("", "caption", wrap=True)
        self._rows = Section()
        self._rows.column.setContentsMargins(0, 0, 0, 0)
        self.fields: dict[str, Field] = {}
        self.rows: dict[str, FormRow] = {}
        name_help = self.tr("What the block is called, wherever it is used.")
        self.add(FormRow(self.tr("Block"), self.name, name_help), self._count, self._rows, growing(self.about))
        self._make_buttons()

    def _make_buttons(self) -> None:
        self.open = button(self.tr("Open"), "small", self.tr("Show the layers of the block in its place."))
        self.unfold = button(self.tr("Unfold"), "small", self.tr("Put its layers in its place for good."))
        self.own = button(
            self.tr("Make its own copy"), "small", self.tr("Give this use a block that no other shares, to edit alone.")
        )
        self.more = button(
            self.tr("Add a parameter"), "small", self.tr("Let each use choose a value of a layer inside.")
        )
        self.open.clicked.connect(self._toggle)
        self.unfold.clicked.connect(lambda: self._edits.unfold(self._path))
        self.own.clicked.connect(lambda: self._edits.make_own(self._path))
        self.more.clicked.connect(self._offer_targets)
        row = ChipRow()
        for one in (self.open, self.unfold, self.own, self.more):
            row.add(one)
        self.add(row)

    # --- what is shown ---------------------------------------------------------------------------------------------

    def show_card(self, card: str) -> bool:
        """Show the block that a card stands for or lies in; False when there is none."""
        document = self._studio.document
        path = card if self._edits.find(card) else document.cards.homes.get(card, "")
        found = self._edits.find(path) if path else None
        if found is None:
            self._path = ""
            return False
        use = found[1]
        block = document.shown.blocks.get(use.block)
        self._show(path, use, block)
        return True

    def _show(self, path: str, use: BlockUse, block: Block | None) -> None:
        document = self._studio.document
        shape = (path, use.block, block and [(p.name, tuple(p.targets)) for p in block.parameters])
        self._path = path
        if shape != self._shape:
            self._shape = shape
            self._rebuild(block)
        if not self.name.isModified():
            self.name.setText(words.title(use))
        count = use_count(document.shown, use.block)
        used = self.tr("Used once") if count == 1 else self.tr("Used {0} times: a change inside changes them all")
        self._count.setText(used.format(words.count(count)))
        self.about.setText(words.from_catalog(block.about) if block else self.tr("This experiment lacks the block."))
        self.about.setVisible(bool(self.about.text()))
        values = {"repeat": use.repeat, **(settings_of(block, use) if block else {})}
        for name, field in self.fields.items():
            field.show_value(values[name])
            self.rows[name].set_problem("")
        opened = path in document.cards.frames
        self.open.setText(self.tr("Close") if opened else self.tr("Open"))
        self.open.setEnabled(block is not None)
        self.own.setEnabled(count > 1)
        self.more.setEnabled(block is not None and bool(free_targets(block)))

    def _rebuild(self, block: Block | None) -> None:
        for row in self.rows.values():
            row.hide()
            row.deleteLater()
        self.rows, self.fields = {}, {}
        meta, kind = fields_of(BlockUse)["repeat"]
        self._add("repeat", words.field_label("repeat", meta), meta, kind, 1, words.from_catalog(meta.help))
        for item in block.parameters if block else ():
            meta, kind = _targeted(block, item)
            help_text = words.from_catalog(item.help) or self.tr("A value that each use of the block chooses.")
            row = self._add(item.name, words.field_label(item.name, Param("")), meta, kind, item.value, help_text)
            row.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            row.customContextMenuRequested.connect(lambda at, one=item, row=row: self._offer_removal(one, row, at))

    def _add(self, name: str, title: str, meta: Param, kind: type, default: Any, help_text: str) -> FormRow:
        field = field_for(name, meta, kind, default)
        row = FormRow(title, field, help_text)
        field.changed.connect(lambda value: self._change(name, value))
        field.released.connect(self._studio.document.end_merge)
        self.fields[name], self.rows[name] = field, row
        self._rows.add(growing(row))
        return row

    # --- what a person does ----------------------------------------------------------------------------------------

    def _change(self, name: str, value: Any) -> None:
        found = self._edits.find(self._path)
        if found is None:
            return
        use = found[1]
        try:
            if name == "repeat":
                wanted = use.with_values(repeat=value)
            else:
                wanted = use.with_values(settings={**dict(use.settings), name: value})
            undo = self.tr("Change {0}").format(words.inside(words.field_label(name, Param(""))))
            self._edits.change_use(self._path, undo, wanted, name if self.fields[name].merges else "")
        except SpecError as error:
            self.rows[name].set_problem(words.sentence(f"{words.field_label(name, Param(''))} {error.message}"))

    def _rename(self) -> None:
        found = self._edits.find(self._path)
        if self.name.isModified() and found is not None:
            self.name.setModified(False)
            self._edits.rename(found[1].block, self.name.text())

    def _toggle(self) -> None:
        opened = self._path in self._studio.document.cards.frames
        (self.close_requested if opened else self.open_requested).emit(self._path)

    def _offer_targets(self) -> None:
        found = self._edits.find(self._path)
        block = self._studio.document.shown.blocks.get(found[1].block) if found else None
        if found is None or block is None:
            return
        menu = _menu(self)
        for node in block.graph.nodes:
            inner = [one for one in free_targets(block) if one.partition(".")[0] == node.id]
            part = menu.addMenu(f"{words.node_label(node)} · {node.id}") if inner else None
            for target in inner:
                name = target.partition(".")[2]
                text = words.field_label(name, fields_of(type(node.layer))[name][0])
                if part is not None:
                    part.addAction(text, lambda one=target: self._edits.add_parameter(found[1].block, one))
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _offer_removal(self, item: BlockParameter, row: QWidget, at: QPoint) -> None:
        found = self._edits.find(self._path)
        if found is not None:
            menu = _menu(self)
            text = self.tr("Remove this parameter from the block")
            menu.addAction(text, lambda: self._edits.remove_parameter(found[1].block, item.name))
            menu.popup(row.mapToGlobal(at))


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _targeted(block: Block | None, item: BlockParameter) -> tuple[Param, type]:
    """Metadata and type of the field that a parameter sets; its own type where it sets none."""
    for target in item.targets:
        node, _, name = target.partition(".")
        if block is not None and node in block.graph:
            known = fields_of(type(block.graph.node(node).layer))
            if name in known:
                meta, kind = known[name]
                return meta, type(item.value) if kind is UnionType else kind
    return Param(""), type(item.value)
