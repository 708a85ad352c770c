"""The training panel with a real mouse."""

from __future__ import annotations

from array import array
from typing import Any

from PySide6.QtCore import Qt

from playground.engine.events import Diagnostic, Scalars
from playground.spec.entry import entries, make
from playground.ui.panels.training import TrainingPanel
from playground.ui.studio import Studio


def test_the_learning_rate_is_one_step_for_each_gesture(show: Any, studio: Studio) -> None:
    panel = show(TrainingPanel)
    slider = panel.optimizer.form.field("lr").slider
    slider.slider.setSliderDown(True)
    for place in (300, 400, 500):
        slider.slider.setValue(place)
    slider.slider.setSliderDown(False)
    assert studio.document.undo_stack.count() == 1
    assert studio.document.undo_stack.undoText() == "Change learning rate"
    assert studio.document.experiment.optimizer.values()["lr"] == slider.value()
    studio.document.undo_stack.undo()
    assert slider.value() == 0.03


def test_another_optimizer_keeps_the_rate_and_shows_its_own_fields(show: Any, studio: Studio) -> None:
    panel = show(TrainingPanel)
    panel.optimizer.picker.pick(entries("optimizer")["AdamW"])
    assert studio.document.experiment.optimizer.values()["lr"] == 0.03
    assert list(panel.optimizer.form.rows) == ["lr", "weight_decay"]
    assert list(panel.optimizer.more.rows) == ["beta1", "beta2", "eps", "amsgrad"]
    assert studio.document.undo_stack.undoText() == "Change optimizer"
    studio.document.undo_stack.undo()
    assert panel.optimizer.picker.currentText() == "SGD"
    assert list(panel.optimizer.more.rows) == ["momentum", "nesterov"]


def test_a_variant_with_a_patch_gets_an_edit_of_its_own(show: Any, studio: Studio) -> None:
    panel = show(TrainingPanel)
    studio.document.show_variant("decay")
    assert panel.optimizer.form.field("weight_decay").slider.value() == 0.3
    panel.optimizer.form.field("weight_decay").slider.slider.setValue(0)
    assert studio.document.experiment.optimizer.values()["weight_decay"] == 0
    assert studio.document.shown.optimizer.values()["weight_decay"] == 0


def test_only_losses_for_the_task_are_offered(show: Any, studio: Studio) -> None:
    panel = show(TrainingPanel)
    assert entries("loss")["BCEWithLogitsLoss"] in panel.loss.picker.classes
    from dataclasses import replace

    regression = replace(
        studio.document.shown,
        objective=make("objective", {"entry": "Regression"}),
        loss=make("loss", {"entry": "MSELoss"}),
    )
    studio.document.edit("x", regression)
    assert entries("loss")["BCEWithLogitsLoss"] not in panel.loss.picker.classes
    assert panel.loss.picker.currentText() == "MSE"


def test_the_schedule_is_drawn_with_a_dot_at_the_epoch(qtbot: Any, show: Any, studio: Studio) -> None:
    panel = show(TrainingPanel)
    curve = panel.schedule_plot.curves[0]
    assert curve.x[-1] == 300
    assert curve.y[0] == 0.03
    assert abs(curve.y[-1]) < 1e-9
    assert panel.schedule_plot.dot == (0.0, 0.03)
    studio.store.take(Scalars({"plain": {"loss": [array("d", [150.0]), array("d", [0.5])]}}, [], 150.0, 1, 1.0, {}))
    studio.runs.counted.emit()
    epoch, rate = panel.schedule_plot.dot
    assert epoch == 150
    assert abs(rate - 0.015) < 1e-9


def test_a_regulariser_is_switched_on_and_off_and_keeps_its_value(qtbot: Any, show: Any, studio: Studio) -> None:
    panel = show(TrainingPanel)
    row = next(row for row in panel.regularizers if row.box.text() == "L2")
    row.box.click()
    assert [one.name for one in studio.document.experiment.regularizers] == ["L2"]
    assert studio.document.undo_stack.undoText() == "Switch on L2"
    row.form.field("strength").slider.slider.setValue(700)
    strength = studio.document.experiment.regularizers[0].values()["strength"]
    row.box.click()
    assert studio.document.experiment.regularizers == ()
    row.box.click()
    assert studio.document.experiment.regularizers[0].values()["strength"] == strength
    next(row for row in panel.regularizers if row.box.text() == "L1").box.click()
    assert [one.name for one in studio.document.experiment.regularizers] == ["L1", "L2"]
    studio.document.undo_stack.undo()
    assert not next(row for row in panel.regularizers if row.box.text() == "L1").box.isChecked()


def test_dropout_of_the_network_has_its_row(show: Any, studio: Studio) -> None:
    panel = show(TrainingPanel)
    form = panel.strengths.forms["drop1"]
    assert form.rows["p"].label() == "Dropout p"
    form.field("p").slider.slider.setValue(200)
    assert studio.document.graph.node("drop1").layer.values()["p"] == form.field("p").slider.value()
    from playground.spec.graph import remove

    studio.document.edit_graph("x", remove(studio.document.graph, ["drop1"]))
    assert panel.strengths.forms == {}
    studio.document.undo_stack.undo()
    assert list(panel.strengths.forms) == ["drop1"]


def test_batch_size_says_what_it_means(show: Any, studio: Studio) -> None:
    panel = show(TrainingPanel)
    assert panel.batch.words() == "Mini-batch, 8 steps per epoch. 1 = stochastic, 80 = full batch."
    panel.batch.field.slider.slider.setValue(0)
    assert studio.document.experiment.batch_size == 1
    assert panel.batch.words().startswith("Stochastic, 80 steps")
    panel.batch.field.slider.slider.setValue(panel.batch.field.slider.slider.maximum())
    assert studio.document.experiment.batch_size == 80
    assert panel.batch.words().startswith("Full batch, 1 step per epoch")


def test_epochs_typed_and_told(qtbot: Any, show: Any, studio: Studio) -> None:
    panel = show(TrainingPanel)
    box = panel.epochs.field.box
    for text, wanted in (("50", 50), ("0", 50)):
        box.lineEdit().selectAll()
        qtbot.keyClicks(box, text)
        qtbot.keyClick(box, Qt.Key.Key_Return)
        assert studio.document.experiment.epochs == wanted
    assert panel.epochs.problem() == "Epochs is 0; the least allowed is 1."
    studio.document.undo_stack.undo()
    assert box.value() == 300
    assert panel.epochs.problem() == ""


def test_device_is_chosen(show: Any, studio: Studio) -> None:
    panel = show(TrainingPanel)
    box = panel.device.field.box
    box.setCurrentIndex(box.findData("cpu"))
    box.activated.emit(box.currentIndex())
    assert studio.document.experiment.device == "cpu"


def test_precision_is_chosen_and_says_what_the_device_does(show: Any, studio: Studio) -> None:
    panel = show(TrainingPanel)
    box = panel.precision.field.box
    box.setCurrentIndex(box.findData("mixed float16"))
    box.activated.emit(box.currentIndex())
    assert studio.document.experiment.precision == "mixed float16"
    said = "Mixed float16 needs CUDA, so that training on the CPU is in float32."
    studio.runs.plans["plain"].problems.append(Diagnostic(said, "", "warning", place="precision"))
    studio.runs.planned.emit()
    assert panel.precision.problem() == said
    studio.document.undo_stack.undo()
    assert (studio.document.experiment.precision, box.currentData()) == ("float32", "float32")


def test_a_problem_stands_under_its_row(show: Any, studio: Studio) -> None:
    panel = show(TrainingPanel)
    studio.runs.plans["plain"].problems.append(
        Diagnostic("the rate is far too large", "Try 0.01.", place="optimizer.lr")
    )
    studio.runs.planned.emit()
    assert panel.optimizer.form.rows["lr"].problem() == "The rate is far too large. Try 0.01."


def test_an_edit_elsewhere_keeps_the_focus(qtbot: Any, show: Any, studio: Studio) -> None:
    panel = show(TrainingPanel)
    editor = panel.optimizer.form.field("lr").slider.editor
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, "0.")
    from dataclasses import replace

    studio.document.edit("x", replace(studio.document.shown, epochs=7))
    studio.runs.planned.emit()
    studio.runs.counted.emit()
    assert panel.focusWidget() is editor
    assert editor.text() == "0."


def test_metrics_for_the_task_are_switched_on_and_off(show: Any, studio: Studio) -> None:
    panel = show(TrainingPanel)
    rows = {cls.__name__: row for cls, row in panel.metrics.items()}
    assert rows["Accuracy"].box.isChecked()
    assert rows["F1"].isVisible()
    assert not rows["R2"].isVisible()
    rows["TopKAccuracy"].box.click()
    assert [one.name for one in studio.document.experiment.metrics] == ["Accuracy", "TopKAccuracy"]
    assert list(rows["TopKAccuracy"].form.rows) == ["k"]
    studio.document.undo_stack.undo()
    assert not rows["TopKAccuracy"].box.isChecked()


def test_every_loss_and_schedule_is_drawn_and_explained(show: Any, studio: Studio) -> None:
    panel = show(TrainingPanel)
    for cls in panel.loss.picker.classes:
        panel.loss.picker.pick(cls)
        curve = panel.loss_plot.curves[0]
        assert (curve.x[0], curve.x[-1]) == cls.span
        assert panel._loss_words.text()
    for cls in entries("schedule").values():
        panel.schedule.picker.pick(cls)
        assert panel.schedule_plot.isVisible() != cls.watches
        assert panel._schedule_words.text()
