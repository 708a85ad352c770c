"""Forms made from the metadata of any entry."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from playground import catalog
from playground.spec.entry import Entry, entries, fields_of, make
from playground.ui.panels.choices import ChipsField, ChoiceField
from playground.ui.panels.fields import FlagField, NumberField, NumbersField, WholeField
from playground.ui.panels.form import EntryForm, merged
from playground.ui.studio import Studio

catalog.load()
KINDS = ("layer", "initializer", "loss", "optimizer", "schedule", "regularizer", "augmentation", "metric", "data")
KINDS = (*KINDS, "objective", "check")
EVERY = [cls for kind in KINDS for cls in entries(kind).values()]


def form_of(show: Any, entry: Entry) -> tuple[EntryForm, list[tuple[Entry, str]]]:
    form = show(EntryForm)
    said: list[tuple[Entry, str]] = []
    form.edited.connect(lambda edited, key: said.append((edited, key)))
    form.set_entry(entry)
    return form, said


@pytest.mark.parametrize("cls", EVERY, ids=lambda cls: f"{cls.kind}-{cls.__name__}")
def test_every_entry_has_a_form_that_shows_its_values(show: Any, cls: type[Entry]) -> None:
    form, said = form_of(show, cls())
    assert list(form.rows) == list(fields_of(cls))
    form.set_entry(cls())
    assert said == []
    assert form.minimumSizeHint().width() <= 200


@pytest.mark.parametrize("cls", EVERY, ids=lambda cls: f"{cls.kind}-{cls.__name__}")
def test_every_row_edits_its_field(show: Any, cls: type[Entry]) -> None:
    form, said = form_of(show, cls())
    for name, value in cls().values().items():
        field = form.field(name)
        other: Any = value
        if isinstance(field, FlagField):
            field.box.setChecked(not value)
            other = not value
        elif isinstance(field, ChoiceField):
            field.box.setCurrentIndex(field.box.count() - 1)
            field.box.activated.emit(field.box.count() - 1)
            other = field.box.currentData()
        elif isinstance(field, NumberField):
            field.slider.slider.setValue(field.slider.slider.maximum())
            other = field.slider.value()
        if said and other != value:
            assert said[-1][0].values()[name] == other or form.rows[name].problem()


def test_typing_a_number_edits_once_and_escape_gives_up(qtbot: Any, show: Any) -> None:
    form, said = form_of(show, make("optimizer", {"entry": "SGD", "lr": 0.03}))
    editor = form.field("lr").slider.editor  # type: ignore[attr-defined]  # a NumberField
    qtbot.mouseDClick(editor, Qt.MouseButton.LeftButton)
    editor.selectAll()
    qtbot.keyClicks(editor, "0.2")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert [edited.values()["lr"] for edited, _ in said] == [0.2]
    assert said[0][1] == "lr"
    editor.selectAll()
    qtbot.keyClicks(editor, "7")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert len(said) == 1
    assert form.entry is not None
    assert form.entry.values()["lr"] == 0.2


def test_a_number_beyond_the_slider_can_be_typed(qtbot: Any, show: Any) -> None:
    form, said = form_of(show, make("optimizer", {"entry": "SGD"}))
    editor = form.field("lr").slider.editor  # type: ignore[attr-defined]  # a NumberField
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, "300")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert said[-1][0].values()["lr"] == 300


def test_a_number_out_of_bounds_is_told_and_kept(qtbot: Any, show: Any) -> None:
    form, said = form_of(show, make("layer", {"entry": "Dropout"}))
    editor = form.field("p").slider.editor  # type: ignore[attr-defined]  # a NumberField
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, "2")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert said == []
    assert form.rows["p"].problem() == "p is 2; the most allowed is 1."
    assert editor.text() == "2"
    form.set_entry(make("layer", {"entry": "Dropout"}))  # something else in the document changed
    assert editor.text() == "2"
    editor.selectAll()
    qtbot.keyClicks(editor, "0.25")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert said[-1][0].values()["p"] == 0.25
    assert form.rows["p"].problem() == ""


def test_a_billion_million_units_is_one_sentence(qtbot: Any, show: Any) -> None:
    form, said = form_of(show, make("layer", {"entry": "Linear"}))
    box = form.field("out_features").box  # type: ignore[attr-defined]  # a WholeField
    box.lineEdit().selectAll()
    qtbot.keyClicks(box, "0")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert said == []
    assert "the least allowed is 1" in form.rows["out_features"].problem()
    box.lineEdit().selectAll()
    qtbot.keyClicks(box, "1000000000")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert said[-1][0].values()["out_features"] == 10**9
    assert form.rows["out_features"].problem() == ""


def test_two_fields_that_need_each_other_are_mended_by_the_second(show: Any) -> None:
    form, said = form_of(show, make("optimizer", {"entry": "SGD"}))
    form.field("nesterov").box.setChecked(True)  # type: ignore[attr-defined]  # a FlagField
    assert said == []
    assert "momentum" in form.rows["nesterov"].problem()
    form.field("momentum").slider.slider.setValue(900)  # type: ignore[attr-defined]  # a NumberField
    assert said[-1][0].values()["nesterov"] is True
    assert said[-1][0].values()["momentum"] > 0.5
    assert form.rows["nesterov"].problem() == ""


def test_numbers_with_commas(qtbot: Any, show: Any) -> None:
    form, said = form_of(show, make("schedule", {"entry": "MultiStepLR"}))
    field = form.field("milestones")
    assert isinstance(field, NumbersField)
    field.edit.selectAll()
    qtbot.keyClicks(field.edit, "10, 5")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert said == []
    assert "rising order" in form.rows["milestones"].problem()
    field.edit.selectAll()
    qtbot.keyClicks(field.edit, "5, 10, x")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert form.rows["milestones"].problem()
    field.edit.selectAll()
    qtbot.keyClicks(field.edit, "5, 10")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert said[-1][0].values()["milestones"] == (5, 10)


def test_the_last_feature_stays_with_a_sentence(qtbot: Any, show: Any) -> None:
    form, said = form_of(show, make("data", {"entry": "Circle", "features": ["x1"]}))
    field = form.field("features")
    assert isinstance(field, ChipsField)
    assert field.chips["x1*x2"].text() == "x₁x₂"
    qtbot.mouseClick(field.chips["x1"], Qt.MouseButton.LeftButton)
    assert said == []
    assert "at least one feature" in form.rows["features"].problem()
    qtbot.mouseClick(field.chips["sin x2"], Qt.MouseButton.LeftButton)
    assert said[-1][0].values()["features"] == ("sin x2",)


def test_an_update_keeps_rows_focus_and_what_is_typed(qtbot: Any, show: Any) -> None:
    form, _ = form_of(show, make("layer", {"entry": "Linear"}))
    row, box = form.rows["out_features"], form.field("out_features").box  # type: ignore[attr-defined]  # a WholeField
    box.setFocus()
    assert form.focusWidget() is box
    form.set_entry(make("layer", {"entry": "Linear", "bias": False}))
    assert form.rows["out_features"] is row
    assert form.focusWidget() is box


def test_live_marks_show_only_while_training_runs(show: Any, studio: Studio) -> None:
    form, _ = form_of(show, make("layer", {"entry": "Dropout"}))
    assert all(mark.isHidden() for mark in form._live)
    studio.store.running = True
    studio.store.state_changed.emit()
    assert form._live
    assert not any(mark.isHidden() for mark in form._live)


def test_the_wheel_leaves_fields_alone_that_have_no_focus(show: Any) -> None:
    form, said = form_of(show, make("layer", {"entry": "Linear"}))
    field = form.field("out_features")
    assert isinstance(field, WholeField)
    field.box.clearFocus()
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(field.box.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    assert turn.type() == QEvent.Type.Wheel
    QApplication.sendEvent(field.box, turn)
    assert said == []


def test_another_class_keeps_what_both_mean_the_same_by() -> None:
    old = make("optimizer", {"entry": "SGD", "lr": 0.5, "weight_decay": 0.1, "momentum": 0.9})
    found = merged(old, entries("optimizer")["RMSprop"])
    assert found.values()["lr"] == 0.5
    assert found.values()["weight_decay"] == 0.1
    assert found.values()["momentum"] == 0.9
    uniform = make("initializer", {"entry": "Uniform", "a": -0.25})
    assert merged(uniform, entries("initializer")["KaimingUniform"]).values()["a"] == 0.0


def test_only_changes_are_kept_when_asked() -> None:
    old = make("data", {"entry": "Circle", "seed": 7})
    found = merged(old, entries("data")["Iris"], changed_only=True)
    assert found.values()["seed"] == 7
    assert found.values()["scaling"] == "standardise"


def test_one_number_or_two_for_height_and_width(qtbot: Any, show: Any) -> None:
    form, said = form_of(show, make("layer", {"entry": "Conv2d"}))
    box = form.field("kernel_size").box  # type: ignore[attr-defined]  # a SidesField
    for text, value in (("1, 7", (1, 7)), ("5", 5), ("4, 4", 4)):
        box.selectAll()
        qtbot.keyClicks(box, text)
        qtbot.keyClick(box, Qt.Key.Key_Return)
        assert said[-1][0].values()["kernel_size"] == value
    assert len(said) == 3
    box.selectAll()
    for text in ("1, 2, 3", "wide"):
        qtbot.keyClicks(box, text)
        qtbot.keyClick(box, Qt.Key.Key_Return)
        assert len(said) == 3
        assert form.rows["kernel_size"].problem()


@pytest.mark.parametrize(("value", "up", "down"), [(3, 4, 1), ((1, 7), (2, 8), (1, 6))])
def test_arrows_step_both_sides_and_stop_at_the_bounds(show: Any, value: Any, up: Any, down: Any) -> None:
    form, said = form_of(show, make("layer", {"entry": "Conv2d", "kernel_size": value}))
    box = form.field("kernel_size").box  # type: ignore[attr-defined]  # a SidesField
    box.stepUp()
    assert said[-1][0].values()["kernel_size"] == up
    form.set_entry(said[-1][0])
    box.stepBy(-9 if value == 3 else -2)
    assert said[-1][0].values()["kernel_size"] == down
    assert all(key == "kernel_size" for _, key in said)
