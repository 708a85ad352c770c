"""The kit: what a person does with it, and what it shows."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QLocale, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from playground.ui.later import later
from playground.ui.theme import DARK, LIGHT, ThemeManager
from playground.ui.widgets import (
    Card,
    Chip,
    ChipRow,
    Collapsible,
    DockTitle,
    ElidedLabel,
    EmptyState,
    FormRow,
    SectionTitle,
    Tick,
    ValueSlider,
    help_tip,
    map_image,
)
from playground.ui.widgets.scale import SliderScale


@pytest.fixture(autouse=True)
def themes(qapp: QApplication) -> Iterator[ThemeManager]:
    QLocale.setDefault(QLocale.c())
    manager = ThemeManager(qapp, "light")
    yield manager
    manager.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())


def colors(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def shown(qtbot: QtBot, widget: QWidget, width: int = 0, height: int = 0) -> QWidget:
    qtbot.addWidget(widget)
    widget.ensurePolished()
    widget.resize(width or widget.sizeHint().width(), height or widget.sizeHint().height())
    widget.show()
    return widget


# --- ValueSlider ---


def slider(qtbot: QtBot, *args: object, **options: object) -> tuple[ValueSlider, list[float], list[str]]:
    made = ValueSlider(*args, **options)  # type: ignore[arg-type]  # the tests pass what the class takes
    shown(qtbot, made, 200)
    changes: list[float] = []
    releases: list[str] = []
    made.changed.connect(changes.append)
    made.released.connect(lambda: releases.append("released"))
    return made, changes, releases


def retype(qtbot: QtBot, widget: ValueSlider, text: str) -> None:
    widget.editor.selectAll()
    qtbot.keyClicks(widget.editor, text)
    qtbot.keyClick(widget.editor, Qt.Key.Key_Return)


def test_typed_number_is_taken_exactly_and_released_once(qtbot: QtBot) -> None:
    made, changes, releases = slider(qtbot, 1e-5, 1.0, 0.01, "log")
    retype(qtbot, made, "0.00123456")
    assert made.value() == 0.00123456
    assert changes == [0.00123456]
    assert releases == ["released"]


@pytest.mark.parametrize("typed", ["1e-3", "0.001", " 0.0010 "])
def test_programmers_notation_is_read(qtbot: QtBot, typed: str) -> None:
    made, _, _ = slider(qtbot, 1e-5, 1.0, 0.01, "log")
    retype(qtbot, made, typed)
    assert made.value() == 0.001


def test_number_is_read_and_shown_in_the_locale(qtbot: QtBot) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.German))
    made, _, _ = slider(qtbot, 0.0, 1.0, 0.5)
    assert made.text() == "0,5"
    retype(qtbot, made, "0,25")
    assert made.value() == 0.25
    retype(qtbot, made, "0.75")
    assert made.value() == 0.75
    QLocale.setDefault(QLocale.c())


@pytest.mark.parametrize("typed", ["abc", "", "nan", "inf", "1e999"])
def test_what_is_no_number_is_marked_and_changes_nothing(qtbot: QtBot, typed: str) -> None:
    made, changes, _ = slider(qtbot, 0.0, 1.0, 0.5)
    made.editor.selectAll()
    qtbot.keyClick(made.editor, Qt.Key.Key_Backspace)
    retype(qtbot, made, typed)
    assert made.value() == 0.5
    assert changes == []
    assert made.editor.property("invalid") is True
    qtbot.keyClick(made.editor, Qt.Key.Key_Escape)
    assert made.editor.text() == "0.5"
    assert made.editor.property("invalid") is False


def test_typed_number_is_kept_inside_the_bounds(qtbot: QtBot) -> None:
    made, changes, _ = slider(qtbot, 0.0, 1.0, 0.5)
    retype(qtbot, made, "7")
    assert changes == [1.0]
    assert made.editor.text() == "1"


def test_drag_speaks_of_every_change_and_of_its_end(qtbot: QtBot) -> None:
    made, changes, releases = slider(qtbot, 0.0, 1.0, 0.0)
    made.slider.setSliderDown(True)
    for position in (100, 200, 300):
        made.slider.setValue(position)
    assert releases == []
    made.slider.setSliderDown(False)
    assert changes == [0.1, 0.2, 0.3]
    assert releases == ["released"]


def test_arrow_keys_move_and_release(qtbot: QtBot) -> None:
    made, changes, releases = slider(qtbot, 0.0, 1.0, 0.5)
    qtbot.keyClick(made.slider, Qt.Key.Key_Right)
    assert changes == [0.51]
    assert releases == ["released"]


def test_small_whole_numbers_can_be_reached_by_key(qtbot: QtBot) -> None:
    made, _, _ = slider(qtbot, 1, 512, 1, "log", decimals=0)
    for _ in range(100):
        qtbot.keyClick(made.slider, Qt.Key.Key_Right)
    assert made.value() == 512.0


def test_setting_from_code_is_silent(qtbot: QtBot) -> None:
    made, changes, releases = slider(qtbot, 0.0, 1.0, 0.5)
    made.set_value(0.7)
    made.set_range(0.0, 0.6)
    assert made.value() == 0.6
    assert (changes, releases) == ([], [])


def test_number_being_typed_survives_a_change_from_code(qtbot: QtBot) -> None:
    made, _, _ = slider(qtbot, 0.0, 1.0, 0.5)
    made.editor.selectAll()
    qtbot.keyClicks(made.editor, "0.2")
    made.set_value(0.7)
    assert made.editor.text() == "0.2"


def test_reset_goes_back_to_the_default(qtbot: QtBot) -> None:
    made, changes, releases = slider(qtbot, 0.0, 1.0, 0.9, default=0.3)
    made.reset()
    assert changes == [0.3]
    assert releases == ["released"]


def test_wheel_over_a_slider_without_focus_is_left_to_the_panel(qtbot: QtBot) -> None:
    made, changes, _ = slider(qtbot, 0.0, 1.0, 0.5)
    made.slider.clearFocus()
    middle = QPointF(made.slider.rect().center())
    none, no_keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    wheel = QWheelEvent(middle, middle, QPoint(), QPoint(0, 120), none, no_keys, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(made.slider, wheel)
    assert changes == []


def test_zero_lies_at_the_left_end_of_a_log_slider(qtbot: QtBot) -> None:
    made, changes, _ = slider(qtbot, 0.0, 1.0, 0.0, "log")
    assert made.slider.value() == 0
    made.slider.setValue(1)
    assert changes == [1e-6]
    made.slider.setValue(0)
    assert changes == [1e-6, 0.0]


def test_percent_is_shown_and_read_as_percent(qtbot: QtBot) -> None:
    made, _, _ = slider(qtbot, 0.0, 0.5, 0.3, decimals=2, percent=True)
    assert made.editor.text() == "30 %"
    retype(qtbot, made, "12 %")
    assert made.value() == 0.12
    retype(qtbot, made, "25")
    assert made.value() == 0.25


@pytest.mark.parametrize("value", [0.0031, 0.00031, 3.1e-5, 0.123456, 12345.678, 1e-9, 100000.0, -0.00123, -0.5])
def test_shown_number_has_room_and_is_near_the_truth(qtbot: QtBot, value: float) -> None:
    made, _, _ = slider(qtbot, -1.0, 1e6, value)
    assert made.editor.fits(made.editor.text())
    assert float(made.editor.text()) == pytest.approx(value, rel=0.05 if value > 0 else 0.2)


@given(st.floats(1e-8, 1e2), st.floats(1.5, 1e6), st.integers(0, 1000), st.booleans(), st.booleans())
def test_slider_positions_and_values_agree(low: float, ratio: float, position: int, log: bool, zero: bool) -> None:
    scale = SliderScale(low, low * ratio, log, None, zero and log)
    value = scale.value(position)
    assert value == 0.0 or scale.minimum <= value <= scale.maximum
    again = scale.value(scale.position(value))
    assert again == pytest.approx(value, rel=0.06, abs=(scale.maximum - scale.minimum) / 500 if not log else 0.0)


@given(st.lists(st.integers(0, 1000), min_size=2, max_size=10), st.booleans())
def test_further_right_is_never_less(positions: list[int], log: bool) -> None:
    scale = SliderScale(1e-5, 1.0, log, None, log)
    values = [scale.value(position) for position in sorted(positions)]
    assert values == sorted(values)


# --- FormRow, labels ---


def test_form_row_names_and_explains_its_control(qtbot: QtBot) -> None:
    field = QLineEdit()
    row = FormRow("Units", field, "Number of outputs. y = x Wᵀ + b <1>")
    shown(qtbot, row, 300)
    assert field.accessibleName() == "Units"
    assert field.accessibleDescription().startswith("Number of outputs")
    assert field.toolTip() == "<qt><b>Number of outputs.</b><br>y = x Wᵀ + b &lt;1&gt;</qt>"
    assert field.x() == 106


def test_help_of_one_sentence_is_all_bold() -> None:
    assert help_tip("How fast it learns.") == "<qt><b>How fast it learns.</b></qt>"
    assert help_tip("") == ""


def test_problem_is_said_below_the_control_and_taken_back(qtbot: QtBot) -> None:
    field = QLineEdit()
    row = FormRow("Units", field)
    shown(qtbot, row, 300)
    before = row.sizeHint().height()
    row.set_problem("needs a whole number, not 'x'.", "Type 8, say.")
    assert row.problem() == "needs a whole number, not 'x'. Type 8, say."
    assert field.property("invalid") is True
    assert row.sizeHint().height() > before
    row.set_problem("")
    assert field.property("invalid") is False
    assert row.sizeHint().height() == before


@pytest.mark.parametrize("name", ["Learning rate", "Weight decay", "Coord. noise", "Batch size", "Label noise"])
def test_usual_labels_fit_beside_their_mark(qtbot: QtBot, name: str) -> None:
    row = FormRow(name, QLineEdit(), live=True)
    shown(qtbot, row, 260)
    label = row.findChild(ElidedLabel)
    assert isinstance(label, ElidedLabel)
    assert label.shown_text() == name


def test_shortened_label_tells_the_whole_on_hover(qtbot: QtBot) -> None:
    label = ElidedLabel("a rather long name of a file.json")
    shown(qtbot, label, 60)
    assert label.shown_text().endswith("…")
    assert label.toolTip() == label.text()
    label.resize(400, 20)
    assert label.shown_text() == label.text()
    assert label.toolTip() == ""


def test_section_title_shows_title_and_detail(qtbot: QtBot) -> None:
    title = SectionTitle("Points", "400")
    shown(qtbot, title, 240)
    title.set_detail("500 · 20 % train")
    title.set_title("Data")
    assert (title.title(), title.detail(), title.accessibleName()) == ("Data", "500 · 20 % train", "Data")


def test_a_press_on_the_groove_brings_the_handle_and_drags_on(qtbot: QtBot) -> None:
    slider = ValueSlider(0.0, 1.0, 0.0)
    shown(qtbot, slider, 300)
    values, released = [], []
    slider.changed.connect(values.append)
    slider.released.connect(lambda: released.append(True))
    inner = slider.slider
    middle = inner.height() // 2
    qtbot.mousePress(inner, Qt.MouseButton.LeftButton, pos=QPoint(inner.width() // 2, middle))
    assert values[-1] == pytest.approx(0.5, abs=0.03)
    qtbot.mouseMove(inner, QPoint(inner.width() * 3 // 4, middle))
    assert slider.value() == pytest.approx(0.75, abs=0.05)
    assert not released
    qtbot.mouseRelease(inner, Qt.MouseButton.LeftButton, pos=QPoint(inner.width() * 3 // 4, middle))
    assert released == [True]


def test_a_long_section_title_takes_two_lines_and_no_more_width(qtbot: QtBot) -> None:
    title = SectionTitle("Lesson: Pictures squeezed by convolutions", "3 / 3")
    shown(qtbot, title, 240)
    assert title.minimumSizeHint().width() < 240
    assert title.heightForWidth(240) > SectionTitle("Lesson: Two networks", "3 / 3").heightForWidth(240)
    assert title._detail.shown_text() == "3 / 3"


# --- Chip, flow ---


def test_chip_toggles_by_mouse_and_by_key(qtbot: QtBot) -> None:
    chip = Chip("plain", LIGHT.variant(0))
    shown(qtbot, chip)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.isChecked()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert not chip.isChecked()
    assert chip.accessibleName() == "plain"


def test_chip_shows_its_colour_and_the_fill_of_the_theme(qtbot: QtBot, themes: ThemeManager) -> None:
    chip = Chip("plain", "#D55E00")
    shown(qtbot, chip)
    assert "#d55e00" in colors(chip.grab().toImage())
    chip.setChecked(True)
    assert LIGHT.accent_fill.lower() in colors(chip.grab().toImage())
    themes.toggle()
    assert DARK.accent_fill.lower() in colors(chip.grab().toImage())


def test_sign_cannot_be_toggled(qtbot: QtBot) -> None:
    chip = Chip("cuda:0", None, checkable=False)
    shown(qtbot, chip)
    with qtbot.waitSignal(chip.clicked):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert not chip.isChecked()


def test_chips_wrap_without_overlap_and_none_is_clipped(qtbot: QtBot) -> None:
    row = ChipRow()
    for text in ["x₁", "x₂", "x₁²", "x₂²", "x₁x₂", "sin x₁", "sin x₂"]:
        row.add(Chip(text))
    shown(qtbot, row, 160)
    row.resize(160, row.heightForWidth(160))
    boxes = [chip.geometry() for chip in row.widgets()]
    assert len({box.y() for box in boxes}) > 1
    assert all(row.rect().contains(box) for box in boxes)
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
    assert row.heightForWidth(900) < row.heightForWidth(160)


def test_chip_wider_than_the_row_is_shortened(qtbot: QtBot) -> None:
    row = ChipRow()
    row.add(Chip("a very long name of a variant that nobody can see whole"))
    shown(qtbot, row, 120, 26)
    assert row.widgets()[0].width() <= 120


def test_cleared_row_is_empty(qtbot: QtBot) -> None:
    row = ChipRow()
    row.add(Chip("a"))
    row.clear()
    assert row.widgets() == []
    qtbot.addWidget(row)


# --- Card, Collapsible, EmptyState, Tick, DockTitle ---


def test_card_has_a_bar_in_the_colour_of_its_severity(qtbot: QtBot, themes: ThemeManager) -> None:
    card = Card("Overfitting since epoch 31", "Test loss 0.93, best 0.29.", "warning")
    shown(qtbot, card, 260)
    assert card.grab().toImage().pixelColor(1, card.height() // 2).name() == LIGHT.warning.lower()
    card.set_severity("error")
    themes.toggle()
    assert card.grab().toImage().pixelColor(1, card.height() // 2).name() == DARK.error.lower()
    assert "Test loss" in card.accessibleName()


def test_card_button_can_be_pressed(qtbot: QtBot) -> None:
    card = Card("Overfitting")
    fix = card.add_button("Add dropout")
    shown(qtbot, card, 260)
    with qtbot.waitSignal(fix.clicked):
        qtbot.mouseClick(fix, Qt.MouseButton.LeftButton)


def test_collapsible_folds_its_content(qtbot: QtBot) -> None:
    part = Collapsible("Advanced", "3 settings")
    inside = QLabel("inside")
    part.content.addWidget(inside)
    shown(qtbot, part, 240)
    assert inside.isVisible()
    header = part.findChild(QToolButton)
    assert isinstance(header, QToolButton)
    with qtbot.waitSignal(part.toggled):
        qtbot.keyClick(header, Qt.Key.Key_Space)
    assert not inside.isVisible()
    assert not part.expanded()


def test_empty_state_offers_its_button(qtbot: QtBot) -> None:
    empty = EmptyState("layers", "Select a layer.", "Add a layer")
    shown(qtbot, empty, 300, 200)
    with qtbot.waitSignal(empty.clicked):
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    without = EmptyState("layers", "Nothing yet.")
    shown(qtbot, without)
    assert not without.button.isVisible()


def test_tick_shows_and_says_its_state(qtbot: QtBot) -> None:
    tick = Tick("Plain: training loss below 0.06")
    shown(qtbot, tick, 300)
    assert tick.accessibleName().startswith("Not yet")
    tick.set_state("pass")
    assert tick.accessibleName() == "Passed: Plain: training loss below 0.06"
    assert LIGHT.good.lower() in colors(tick.grab().toImage())
    tick.set_state("fail")
    assert LIGHT.error.lower() in colors(tick.grab().toImage())


def test_dock_title_follows_its_dock_and_closes_it(qtbot: QtBot) -> None:
    window = QMainWindow()
    dock = QDockWidget("Loss", window)
    title = DockTitle(dock)
    dock.setTitleBarWidget(title)
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
    shown(qtbot, window, 400, 300)
    dock.setWindowTitle("Accuracy")
    assert title.section.title() == "Accuracy"
    tear = title.findChild(QToolButton, "float")
    assert isinstance(tear, QToolButton)
    qtbot.mouseClick(tear, Qt.MouseButton.LeftButton)
    assert dock.isFloating()
    close = title.findChild(QToolButton, "close")
    assert isinstance(close, QToolButton)
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert dock.isHidden()


# --- map_image ---


def test_first_row_is_at_the_top_and_odd_widths_keep_their_columns() -> None:
    indices = np.arange(15, dtype=np.uint8).reshape(3, 5)
    grey = np.repeat(np.arange(256, dtype=np.uint8)[:, None], 4, axis=1)
    grey[:, 3] = 255
    image = map_image(indices, grey)
    assert [[image.pixelColor(x, y).red() for x in range(5)] for y in range(3)] == indices.tolist()


# --- all of them ---


def titled_dock() -> QWidget:
    dock = QDockWidget("Loss")
    dock.setTitleBarWidget(DockTitle(dock))
    return dock


MAKERS: list[Callable[[], QWidget]] = [
    lambda: Chip("plain", "#0072B2"),
    lambda: SectionTitle("Points", "400"),
    lambda: ValueSlider(0.0, 1.0, 0.5),
    lambda: FormRow("Units", QPushButton("8"), "Help.", live=True, restarts=True),
    lambda: Card("Overfitting", "Test loss 0.93."),
    lambda: Collapsible("Advanced"),
    lambda: EmptyState("layers", "Select a layer.", "Add"),
    lambda: Tick("below 0.06"),
    titled_dock,
]


@pytest.mark.parametrize("make", MAKERS)
def test_dropped_widget_dies(qapp: QApplication, make: Callable[[], QWidget]) -> None:
    widget = make()
    widget.grab()
    ref = weakref.ref(widget)
    del widget
    gc.collect()
    assert ref() is None


@pytest.mark.parametrize("width", [230, 268, 400])
@pytest.mark.parametrize("make", MAKERS[3:8])
def test_text_has_the_height_it_needs(qtbot: QtBot, make: Callable[[], QWidget], width: int) -> None:
    widget = make()
    qtbot.addWidget(widget)
    widget.ensurePolished()
    height = widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
    widget.resize(width, height)
    widget.show()
    for label in widget.findChildren(QLabel):
        if label.isVisible() and label.text():
            need = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= need
            assert widget.rect().contains(label.geometry().translated(label.parentWidget().mapTo(widget, QPoint())))


def test_what_is_done_later_is_done_once_and_not_for_one_who_is_gone(qtbot: QtBot) -> None:
    owner, gone, done = QObject(), QObject(), []
    later(owner, lambda: done.append("owner"))
    later(gone, lambda: done.append("gone"))
    gone.deleteLater()
    assert done == []
    qtbot.waitUntil(lambda: bool(done))
    QCoreApplication.processEvents()
    assert done == ["owner"]


def test_a_fault_in_what_is_done_later_is_told(qtbot: QtBot) -> None:
    owner = QObject()
    with qtbot.capture_exceptions() as faults:
        later(owner, lambda: 1 // 0)
        qtbot.wait(20)
    assert [kind for kind, *_ in faults] == [ZeroDivisionError]
