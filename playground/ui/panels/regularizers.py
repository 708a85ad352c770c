"""Rows that switch regularisers and metrics on and off, and the strengths of the network's own layers."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from playground.spec.entry import Entry, entries, fields_of
from playground.spec.graph import Node, change
from playground.ui import words
from playground.ui.panels.form import EntryForm
from playground.ui.studio import Studio
from playground.ui.widgets import FormRow, help_tip


class SwitchRow(QWidget):
    """A check box for one regulariser or metric, and its fields while it is on; its values survive being off."""

    def __init__(self, studio: Studio, cls: type[Entry]) -> None:
        super().__init__()
        self._studio = studio
        self._cls = cls
        self._place = f"{cls.kind}s"
        self._last: Entry = cls()
        self.box = QCheckBox(words.title(cls))
        self.box.setToolTip(help_tip(" ".join(words.sentences(cls))))
        self.form = EntryForm(studio)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.box)
        column.addWidget(self.form)
        self.box.toggled.connect(self._toggle)
        self.form.edited.connect(self._edit)
        self.form.released.connect(studio.document.end_merge)
        self.show_value()

    def show_value(self) -> None:
        """Show what the document has."""
        found = next((item for item in self._chosen() if type(item) is self._cls), None)
        self._last = found or self._last
        with QSignalBlocker(self.box):
            self.box.setChecked(found is not None)
        self.form.set_entry(found)

    def _toggle(self, on: bool) -> None:
        kept = [item for item in self._chosen() if type(item) is not self._cls]
        name = words.inside(words.title(self._cls))
        label = self.tr("Switch on {0}") if on else self.tr("Switch off {0}")
        self._commit(label.format(name), [*kept, self._last] if on else kept, "")

    def _edit(self, entry: Entry, merge_key: str) -> None:
        changed = [entry if type(item) is self._cls else item for item in self._chosen()]
        label = self.tr("Change {0}").format(words.inside(words.title(self._cls)))
        self._commit(label, changed, f"{self._place}.{self._cls.__name__}.{merge_key}" if merge_key else "")

    def _commit(self, label: str, wanted: list[Entry], merge_key: str) -> None:
        order = list(entries(self._cls.kind).values())
        wanted.sort(key=lambda one: order.index(type(one)) if type(one) in order else len(order))
        document = self._studio.document
        document.edit(label, replace(document.shown, **{self._place: tuple(wanted)}), merge_key)  # type: ignore[arg-type]  # a field that holds entries

    def _chosen(self) -> tuple[Entry, ...]:
        chosen: tuple[Entry, ...] = getattr(self._studio.document.shown, self._place)
        return chosen


class LayerStrengths(QWidget):
    """One row for each live value of the network's layers, such as the p of every Dropout."""

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._studio = studio
        self._forms: dict[str, EntryForm] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.show_value()

    @property
    def forms(self) -> dict[str, EntryForm]:
        """The rows by node."""
        return self._forms

    def show_value(self) -> None:
        """Show what the document has."""
        nodes = {node.id: node for node in self._studio.document.graph.nodes if _live(node)}
        for node_id in [one for one in self._forms if one not in nodes]:
            form = self._forms.pop(node_id)
            self._column.removeWidget(form)
            form.hide()
            form.deleteLater()
        for node_id, node in nodes.items():
            if node_id not in self._forms:
                self._add(node_id)
            form = self._forms[node_id]
            form.set_entry(node.layer)
            for name, row in form.rows.items():
                if isinstance(row, FormRow):
                    row.set_label(f"{words.node_label(node)} {_sign(name)}")
        self.setVisible(bool(nodes))

    def _add(self, node_id: str) -> None:
        form = EntryForm(self._studio, keep=lambda _name, meta: meta.live)
        form.edited.connect(lambda entry, key: self._edit(node_id, entry, key))
        form.released.connect(self._studio.document.end_merge)
        self._forms[node_id] = form
        self._column.addWidget(form)

    def _edit(self, node_id: str, layer: Entry, merge_key: str) -> None:
        document = self._studio.document
        graph = change(document.graph, replace(document.graph.node(node_id), layer=layer))
        label = self.tr("Change {0}").format(words.inside(words.title(layer)))
        document.edit_graph(label, graph, f"{node_id}/{merge_key}")


def _live(node: Node) -> bool:
    known = fields_of(type(node.layer)) if type(node.layer) in entries("layer").values() else {}
    return any(meta.live for meta, _kind in known.values())


def _sign(name: str) -> str:
    return name if len(name) == 1 else words.inside(name.replace("_", " "))
