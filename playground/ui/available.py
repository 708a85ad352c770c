"""Which actions can be carried out now."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from playground.ui.actions import Actions
from playground.ui.held_out import can_measure
from playground.ui.studio import Studio
from playground.ui.words import inside

translate = QCoreApplication.translate


class Availability(QObject):
    """Enables and names the actions that depend on the document, the undo stack and the run."""

    def __init__(self, studio: Studio, table: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._studio, self._table = studio, table
        stack = studio.document.undo_stack
        for signal in (
            stack.canUndoChanged,
            stack.canRedoChanged,
            stack.indexChanged,
            studio.runs.planned,
            studio.runs.engine_changed,
            studio.store.state_changed,
        ):
            signal.connect(self._update)
        self._update()

    def _update(self, *_: object) -> None:
        self._name_undo()
        table, studio = self._table, self._studio
        plans = studio.runs.plans.values()
        ready = bool(plans) and all(plan.trainable for plan in plans)
        for name in ("play", "step_batch", "step_epoch", "reset"):
            table[name].setEnabled(ready or studio.store.running)
        if not plans and not studio.runs.engine_lost:
            table["play"].setEnabled(True)  # pressed while the engine starts, it plays as soon as it can
        table["restart_engine"].setEnabled(bool(studio.runs.engine_lost))
        table["measure_test"].setEnabled(can_measure(studio))
        table["forget_weights"].setEnabled(bool(studio.document.experiment.weights))
        table["next_variant"].setEnabled(len(studio.document.experiment.variants) > 1)

    def _name_undo(self) -> None:
        stack = self._studio.document.undo_stack
        undo, undo_it = translate("MainWindow", "&Undo"), translate("MainWindow", "&Undo {0}")
        redo, redo_it = translate("MainWindow", "&Redo"), translate("MainWindow", "&Redo {0}")
        for name, verb, both, words in (
            ("undo", undo, undo_it, stack.undoText() if stack.canUndo() else ""),
            ("redo", redo, redo_it, stack.redoText() if stack.canRedo() else ""),
        ):
            self._table[name].setEnabled(bool(words))
            self._table[name].setText(both.format(inside(words)) if words else verb)
