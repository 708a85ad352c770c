"""The variants of the experiment as chips over the canvas: show, add, rename, duplicate, delete."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from playground.spec.experiment import MAX_VARIANTS, Experiment, Variant
from playground.ui.canvas.tabs.name_field import NameField
from playground.ui.studio import Studio
from playground.ui.widgets import Chip, ChipRow


class VariantBar(ChipRow):
    """One chip per variant, the shown one outlined, and "+ variant". `rebuilt()`: it needs another size."""

    rebuilt = Signal()

    def __init__(self, studio: Studio, parent: QWidget) -> None:
        super().__init__(parent, spacing=8)
        self._studio = studio
        self._room = parent
        self._document = studio.document
        self.chips: dict[str, Chip] = {}
        self.add_chip = Chip("", checkable=False)
        self.field: NameField | None = None
        self.setAccessibleName(self.tr("Variants"))
        self._document.changed.connect(self._changed)
        self._document.variant_changed.connect(self._mark)
        studio.themes.changed.connect(self._rethemed)
        self.rebuild()

    def _changed(self, old: Experiment, new: Experiment) -> None:
        if [v.name for v in old.variants] != [v.name for v in new.variants]:
            self.rebuild()

    def _rethemed(self, *_: object) -> None:
        self.rebuild()

    def rebuild(self) -> None:
        """Make the chips anew."""
        self.clear()
        self.chips, self.field = {}, None
        theme, variants = self._studio.themes.theme, self._document.experiment.variants
        for index, variant in enumerate(variants):
            chip = self.chips[variant.name] = Chip(variant.name, theme.variant(index))
            chip.setMaximumWidth(180)
            chip.setToolTip(variant.name)
            chip.clicked.connect(lambda _on=False, name=variant.name: self._show(name))
            chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            chip.customContextMenuRequested.connect(
                lambda point, name=variant.name: self.menu(name).popup(self.chips[name].mapToGlobal(point))
            )
            self.add(chip)
        self.add_chip = Chip(self.tr("+ variant"), checkable=False)
        self.add_chip.setToolTip(
            self.tr("Train a copy side by side: same data, same initial weights, one thing changed.")
        )
        self.add_chip.clicked.connect(lambda: self.duplicate(self._document.variant))
        self.add(self.add_chip)
        self.add_chip.setVisible(len(variants) < MAX_VARIANTS)
        self._mark()
        self.rebuilt.emit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.rebuilt.emit()  # chips added to a visible row count only once Qt has shown them
        return done

    def _mark(self, *_: object) -> None:
        for name, chip in self.chips.items():
            chip.setChecked(name == self._document.variant)

    def _show(self, name: str) -> None:
        self._document.show_variant(name)
        self._mark()

    def menu(self, name: str) -> QMenu:
        """The context menu of a variant."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Rename")).triggered.connect(lambda: self.rename(name))
        duplicate = menu.addAction(self.tr("Duplicate"))
        duplicate.triggered.connect(lambda: self.duplicate(name))
        duplicate.setEnabled(len(self.chips) < MAX_VARIANTS)
        menu.addAction(self.tr("Delete")).triggered.connect(lambda: self.delete(name))
        return menu

    # --- naming in place -------------------------------------------------------------------------------------------

    def rename(self, name: str) -> None:
        """Let a person type another name in the chip's place."""
        self._ask(name, self.chips[name], lambda text: self._rename(name, text))

    def duplicate(self, name: str) -> None:
        """Let a person name a copy of a variant."""
        self._ask(self._free(self.tr("variant")), self.add_chip, lambda text: self._copy(name, text))

    def _ask(self, text: str, place: Chip, taken: Callable[[str], None]) -> None:
        if self.field is not None:
            return

        def done(name: str | None) -> None:
            if self.field is not None:
                self.field.hide()
                self.field.deleteLater()
                self.field = None
            place.setEnabled(True)
            if name:
                taken(name)

        self.field = NameField(text, done, self._room)
        self.field.setAccessibleName(self.tr("Name of the variant"))
        place.setEnabled(False)
        corner = place.mapTo(self._room, QPoint(0, 0))
        room = self._room.width() - self.field.width()
        self.field.move(QPoint(max(0, min(corner.x(), room)), corner.y()))
        self.field.show()
        self.field.raise_()
        self.field.setFocus()

    def _free(self, stem: str) -> str:
        taken = {v.name for v in self._document.experiment.variants}
        number = 2
        while f"{stem} {number}" in taken:
            number += 1
        return f"{stem} {number}"

    def _own(self, name: str, besides: str = "") -> str:
        """The name, with a number when another variant has it."""
        taken = {v.name for v in self._document.experiment.variants} - {besides}
        return self._free(name) if name in taken else name

    # --- edits -----------------------------------------------------------------------------------------------------

    def _commit(self, label: str, variants: tuple[Variant, ...], show: str) -> None:
        self._document.commit(label, replace(self._document.experiment, variants=variants))
        self._document.show_variant(show)
        self._mark()

    def _copy(self, name: str, wanted: str) -> None:
        variants = self._document.experiment.variants
        base = self.tr("base")
        if not variants:
            variants, name = (Variant(base),), base
        wanted = wanted if wanted not in {v.name for v in variants} else self._free(wanted)
        found: list[Variant] = []
        for variant in variants:
            found.append(variant)
            if variant.name == name:
                found.append(Variant(wanted, dict(variant.patch)))
        self._commit(self.tr("Add variant"), tuple(found), wanted)

    def _rename(self, name: str, wanted: str) -> None:
        wanted = self._own(wanted, besides=name)
        variants = tuple(replace(v, name=wanted) if v.name == name else v for v in self._document.experiment.variants)
        shown = self._document.variant
        self._commit(self.tr("Rename variant"), variants, wanted if shown == name else shown)

    def delete(self, name: str) -> None:
        """Remove a variant; without the last one there is only the base experiment."""
        kept = tuple(v for v in self._document.experiment.variants if v.name != name)
        shown = self._document.variant
        self._commit(self.tr("Delete variant"), kept, shown if shown != name else (kept[0].name if kept else ""))
