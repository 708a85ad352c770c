"""Loss and metric curves, looked at and pressed."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from playground.engine.events import HeldOut
from playground.ui.views.curve_hover import nearest_epoch, values_at
from playground.ui.views.end_labels import place_labels
from playground.ui.views.header import ViewFrame
from playground.ui.views.loss import LossView
from playground.ui.views.metrics import MetricsView

Show = Callable[..., None]


def near(view: Any, x: float, y: float, color: str, reach: int = 3) -> bool:
    """Whether a pixel close to a point of the plot has about this colour."""
    image = view.canvas.grab().toImage()
    ratio = image.devicePixelRatio()
    centre, wanted = view.canvas.pixel(x, y), QColor(color)
    for dx in range(-reach, reach + 1):
        for dy in range(-reach, reach + 1):
            got = image.pixelColor(int((centre.x() + dx) * ratio), int((centre.y() + dy) * ratio))
            if (
                max(abs(got.red() - wanted.red()), abs(got.green() - wanted.green()), abs(got.blue() - wanted.blue()))
                < 40
            ):
                return True
    return False


@pytest.fixture
def loss(run: Any, show: Show) -> LossView:
    run.start()
    run.losses(40)
    view = LossView(run.studio)
    show(view)
    return view


def test_every_variant_is_drawn_in_its_colour_where_its_numbers_are(run: Any, loss: LossView) -> None:
    colors = run.studio.themes.theme.variants
    for i in (0, 1):
        for t in (5.0, 20.0, 35.0):
            assert near(loss, t, math.log10(0.2 + 0.3 * i + (t - 10) ** 2 / 500), colors[i])
    assert not near(loss, 70.0, 0.0, colors[0]), "nothing is drawn after the last epoch"


def test_log_off_draws_the_values_themselves(run: Any, loss: LossView) -> None:
    loss.log_action.trigger()
    y = 0.2 + (30.0 - 10) ** 2 / 500
    assert near(loss, 30.0, y, run.studio.themes.theme.variants[0])
    low, high = loss.canvas.box.viewRange()[1]
    assert (low, high) == (0.0, 2.5), "from zero to a round number above the largest value, 2.3"


def test_dark_theme_has_its_own_colours(run: Any, loss: LossView) -> None:
    run.studio.themes.set_mode("dark")
    assert near(loss, 20.0, math.log10(0.4), run.studio.themes.theme.variants[0])


def test_switches_take_curves_away(run: Any, loss: LossView) -> None:
    color = run.studio.themes.theme.variants[0]
    at = (20.0, math.log10(0.4))
    assert near(loss, *at, color)
    loss.test_action.trigger()
    assert not near(loss, *at, color)
    assert [c.series for c in loss.canvas._curves] == ["train_loss", "train_loss"]
    loss.train_action.trigger()
    assert not loss.canvas._curves
    loss.test_action.trigger()
    assert near(loss, *at, color)


def test_smoothing_draws_the_average_and_keeps_the_exact_curve_faintly(run: Any, loss: LossView) -> None:
    loss.smoothing.set_value(0.9)
    loss.smoothing.changed.emit(0.9)
    curve = loss._curves["plain", "validation_loss"]
    t = np.arange(41.0)
    raw = 0.2 + (t - 10) ** 2 / 500
    e = raw[0]
    for value in raw[1:]:
        e = 0.9 * e + 0.1 * value
    assert curve.data.line[-1] == pytest.approx(math.log10(e))
    assert near(loss, 40.0, math.log10(e), run.studio.themes.theme.variants[0])
    assert curve.items[0].isVisible()
    assert curve.data.y[-1] == raw[-1], "the exact numbers stay exact"


def test_gaps_are_gaps_and_the_axes_live(run: Any, show: Show) -> None:
    run.start()
    run.tell({"plain": {"validation_loss": (range(6), [1.0, 0.5, math.nan, math.inf, 0.25, 0.2])}})
    run.tell({"dropout": {"validation_loss": (range(6), [math.nan] * 6)}})
    view = LossView(run.studio)
    show(view)
    low, high = view.canvas.box.viewRange()[1]
    assert (low, high) == pytest.approx((math.log10(0.2), 0.0))
    color = run.studio.themes.theme.variants[0]
    assert near(view, 0.5, (0 + math.log10(0.5)) / 2, color)
    assert not near(view, 2.5, math.log10(0.35), color, reach=1)


def test_best_epoch_stands_once_it_lies_behind(run: Any, show: Show) -> None:
    run.start()
    run.losses(10)
    view = LossView(run.studio)
    show(view)
    assert view.canvas.marks.best is None, "the best is the last"
    run.losses(40, start=11)
    best = view.canvas.marks.best
    assert best is not None
    assert best[:2] == (10.0, "best 10")
    assert best[2] == QColor(run.studio.themes.theme.variants[0])
    run.studio.document.show_variant("dropout")
    assert view.canvas.marks.best[2] == QColor(run.studio.themes.theme.variants[1])


def test_flags_are_drawn_and_say_what_happened(run: Any, loss: LossView) -> None:
    run.tell({}, flags=[(60.0, "learning rate 0.03 → 0.1")])
    assert near(loss, 60.0, loss.canvas.box.viewRange()[1][1], run.studio.themes.theme.warning, reach=8)
    x = int(loss.canvas.pixel(60.0, 0.0).x())
    place = QPoint(x + 2, 8)
    viewport = loss.canvas.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, place, viewport.mapToGlobal(place)))
    assert QToolTip.text() == "learning rate 0.03 → 0.1"
    QToolTip.hideText()


def test_the_mouse_reads_exact_values_that_keep_up(run: Any, loss: LossView, qtbot: QtBot) -> None:
    viewport = loss.canvas.viewport()
    qtbot.mouseMove(viewport, loss.canvas.pixel(39.9, 0.0).toPoint() + QPoint(0, 40))
    assert loss.canvas.mouse is not None
    epoch = nearest_epoch(loss.canvas._curves, loss.canvas.epoch_at(loss.canvas.mouse.x()))
    assert epoch == 40.0
    heads, rows = values_at(loss.canvas._curves, epoch, loss.canvas)
    assert heads == ["train", "test"]
    assert [row.name for row in rows] == ["plain", "dropout"]
    assert rows[0].cells == ["0.000594884", "2"]
    before = loss.canvas.grab().toImage()
    qtbot.mouseMove(viewport, loss.canvas.pixel(80.4, 0.0).toPoint() + QPoint(0, 40))
    run.losses(80, start=41)
    epoch = nearest_epoch(loss.canvas._curves, loss.canvas.epoch_at(loss.canvas.mouse.x()))
    assert epoch == 80.0, "the crosshair follows the numbers although the mouse rests"
    assert loss.canvas.grab().toImage() != before


def test_wheel_zooms_and_a_double_click_shows_all(run: Any, loss: LossView, qtbot: QtBot) -> None:
    viewport = loss.canvas.viewport()
    whole = loss.canvas.box.viewRange()
    at = loss.canvas.pixel(20.0, 0.0)
    wheel = QWheelEvent(
        at, QPointF(viewport.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, 480), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, wheel)
    zoomed = loss.canvas.box.viewRange()
    assert zoomed[0][1] - zoomed[0][0] < 0.9 * (whole[0][1] - whole[0][0])
    assert loss.zoom_action.isEnabled()
    run.losses(41, start=41)
    assert loss.canvas.box.viewRange() == zoomed, "new numbers do not take the zoom away"
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert loss.canvas.box.viewRange() == whole
    assert not loss.zoom_action.isEnabled()


def test_a_hidden_view_costs_nothing_and_catches_up(run: Any, loss: LossView) -> None:
    loss.hide()
    run.losses(80, start=41)
    run.studio.runs.ticked.emit()
    assert loss._curves["plain", "validation_loss"].data.n == 41
    loss.show()
    assert loss._curves["plain", "validation_loss"].data.n == 81


def test_the_axis_grows_past_the_planned_epochs(run: Any, loss: LossView) -> None:
    assert loss.canvas.box.viewRange()[0] == [0.0, 100.0]
    run.losses(130, start=41)
    assert loss.canvas.box.viewRange()[0] == [0.0, 130.0]


def test_a_new_run_forgets_the_old_curves(run: Any, loss: LossView) -> None:
    run.start()
    assert loss.canvas.marks.message == "Press Play to train"
    assert not near(loss, 20.0, math.log10(0.4), run.studio.themes.theme.variants[0])


def test_names_at_the_line_ends_do_not_overlap(run: Any, show: Show) -> None:
    run.start()
    t = np.arange(100.0)
    run.tell({name: {"validation_loss": (t, 0.5 + 0.001 * i + 0 * t)} for i, name in enumerate(run.variants)})
    view = LossView(run.studio)
    show(view)
    canvas = view.canvas
    ends = [(label, canvas.pixel(label.x, label.y)) for label in canvas.marks.labels]
    boxes = [box for _, box in place_labels(ends, canvas.area, canvas.width(), QFontMetricsF(canvas.marks.font))]
    assert len(boxes) == 2
    assert not boxes[0].intersects(boxes[1])
    assert all(box.left() > canvas.pixel(99.0, 0).x() and box.right() <= canvas.width() for box in boxes)


def test_metrics_offers_what_the_run_tells(run: Any, show: Show) -> None:
    run.start()
    run.losses(20)
    view = MetricsView(run.studio)
    show(view)
    assert view.chosen == "accuracy"
    assert [a.data() for a in view.choose_action.menu().actions()] == ["accuracy", "lr"]
    assert view.canvas.box.viewRange()[1] == [0.5, 1.0]
    assert [tick.text for tick in view.canvas.marks.y_ticks][-1] == "100 %"
    assert near(view, 15.0, 1 - 0.4 / 16, run.studio.themes.theme.variants[1])
    view.choose_action.menu().actions()[1].trigger()
    assert view.chosen == "lr"
    assert not view.train_action.isVisible(), "the learning rate has no training curve"
    assert [c.series for c in view.canvas._curves] == ["lr", "lr"]
    assert view._curves["plain", "lr"].dotted is False


def test_before_a_run_it_says_what_to_do(run: Any, show: Show) -> None:
    view = LossView(run.studio)
    show(view)
    assert view.canvas.marks.message == "Press Play to train"
    assert [tick.text for tick in view.canvas.marks.x_ticks][-1] == "100"


def test_a_young_run_shows_the_loss_of_each_batch(run: Any, show: Show, qtbot: QtBot) -> None:
    run.start()
    x = np.arange(1, 9) / 4
    run.tell({"plain": {"validation_loss": ([0.0, 1.0, 2.0], [1.0, 0.6, 0.5]), "batch_loss": (x, 2 - x / 2)}})
    view = LossView(run.studio)
    show(view)
    view.log_action.trigger()
    assert view.canvas.box.viewRange()[0] == [0.0, 5.0], "five epochs, so that a few batches can be seen"
    assert view.canvas.box.viewRange()[1][1] >= 1.875, "the first batch is inside"
    batches = view._curves["plain", "batch_loss"]
    assert batches.items[1].zValue() < view._curves["plain", "validation_loss"].items[1].zValue()
    color = QColor(run.studio.themes.theme.variants[0])
    ground, alpha = QColor(run.studio.themes.theme.panel), batches.items[1].opts["pen"].color().alphaF()
    mixed = [round(alpha * a + (1 - alpha) * b) for a, b in zip(color.getRgb(), ground.getRgb(), strict=True)][:3]
    assert alpha < 0.6
    assert near(view, 0.6, 1.7, QColor(*mixed).name())
    heads, rows = values_at(view.canvas._curves, 1.25, view.canvas)
    assert heads == ["train", "test", "batch"]
    assert rows[0].cells == ["–", "–", "1.375"], "between epochs only the batch has a number"
    assert values_at(view.canvas._curves, 1.0, view.canvas)[1][0].cells == ["–", "0.6", "1.5"]
    assert nearest_epoch(view.canvas._curves, 1.2) == 1.25
    assert nearest_epoch(view.canvas._curves, 1.2, snap=0.25) == 1.0, "a whole epoch close to the mouse wins"
    view.train_action.trigger()
    assert batches not in view.canvas._curves


def test_batches_alone_are_a_picture_and_go_once_there_are_epochs(run: Any, show: Show) -> None:
    run.start()
    run.tell({"plain": {"validation_loss": ([0.0], [1.0]), "batch_loss": ([0.1, 0.2, 0.3], [0.9, 1.2, 0.8])}})
    view = LossView(run.studio)
    show(view)
    assert not view.canvas.marks.message
    assert [label.text for label in view.canvas.marks.labels] == ["plain"], "named where its line of batches ends"
    assert view._curves["plain", "batch_loss"].items[1].isVisible()
    run.losses(8, start=1)
    assert not [curve for curve in view.canvas._curves if curve.batches]
    assert view.canvas.box.viewRange()[0] == [0.0, 100.0]


def test_the_best_epoch_is_named_clear_of_the_curves_names(run: Any, show: Show) -> None:
    run.start()
    t = np.arange(31.0)
    low = 1.0 - 0.9 * np.minimum(t / 25, 1) + np.maximum(t - 25, 0) * 0.02
    run.tell({name: {"validation_loss": (t, low + 0.001 * i)} for i, name in enumerate(run.variants)})
    run.tell({"plain": {"validation_loss": ([31.0, 32.0, 33.0], [0.2, 0.2, 0.02])}})
    view = LossView(run.studio)
    show(view)
    canvas = view.canvas
    for epoch in range(20, 34):
        canvas.marks.best = (float(epoch), f"best {epoch}", QColor("black"))
        assert not [label.text for label, box in canvas.labels() if box.intersects(canvas.best_box())], epoch


def test_numbers_that_span_decades_open_on_a_logarithmic_scale(run: Any, show: Show) -> None:
    view = MetricsView(run.studio)
    show(view)
    run.start()
    t = np.arange(4.0)
    run.tell({name: {"gradient_ratio": (t, 10.0**-t), "accuracy": (t, t / 4)} for name in run.variants})
    view.choose("gradient_ratio")
    view.update_now()
    assert view.log_action.isChecked()
    view.choose("accuracy")
    view.update_now()
    assert not view.log_action.isChecked()
    view.choose("gradient_ratio")
    view.update_now()
    view.log_action.trigger()
    view.choose("accuracy")
    view.update_now()
    view.choose("gradient_ratio")
    view.update_now()
    assert not view.log_action.isChecked()  # as the person has chosen


def test_a_choice_in_a_narrow_header_is_shortened_and_stays(run: Any, show: Show) -> None:
    frame = ViewFrame(MetricsView(run.studio))
    show(frame, 160, 200)
    run.start()
    run.losses(3)
    frame.view.update_now()
    button = frame.header.buttons[0]
    assert button.isVisible()
    assert button.width() < button.sizeHint().width()
    assert button._fitting().endswith("… ▾")


def test_the_test_set_is_a_diamond_where_it_was_measured(run: Any, loss: LossView, qtbot: QtBot) -> None:
    run.studio.store.take_held_out(HeldOut(40, {"plain": {"test_loss": 0.4321, "test_accuracy": 0.9}}))
    loss.update_now()
    mark = loss.canvas.marks.tested[0]
    assert (mark.x, round(10**mark.y, 4), mark.words) == (40.0, 0.4321, "plain: test 0.432")
    place = loss.canvas.pixel(mark.x, mark.y)
    assert near(loss, mark.x, mark.y, mark.color.name(), reach=1)
    assert loss.canvas.tested_at(place) == [mark]
    assert loss.canvas.tested_at(loss.canvas.pixel(0, mark.y)) == []
    QApplication.sendEvent(
        loss.canvas.viewport(), QHelpEvent(QEvent.Type.ToolTip, place.toPoint(), loss.mapToGlobal(QPoint(0, 0)))
    )
    qtbot.waitUntil(lambda: QToolTip.text() == "plain: test 0.432")
    QToolTip.hideText()
    run.studio.store.take_held_out(HeldOut(40, {"plain": {"test_loss": math.nan}}))
    loss.update_now()
    assert loss.canvas.marks.tested == ()


def test_metrics_show_their_own_number_of_the_test_set(run: Any, show: Show) -> None:
    run.start()
    run.losses(40)
    run.studio.store.take_held_out(HeldOut(40, {"plain": {"test_loss": 0.4321, "test_accuracy": 0.9}}))
    view = MetricsView(run.studio)
    show(view)
    view.choose("accuracy")
    view.update_now()
    assert [(mark.y, mark.words) for mark in view.canvas.marks.tested] == [(0.9, "plain: test 90 %")]
    view.choose("lr")
    view.update_now()
    assert view.canvas.marks.tested == ()


def test_curves_of_the_validation_set_have_its_name_where_there_is_a_test_set(run: Any, loss: LossView) -> None:
    assert loss.kinds() == ("train", "test")
    document = run.studio.document
    document.commit("x", replace(document.experiment, data=document.experiment.data.with_values(test_share=0.2)))
    loss.update_now()
    assert loss.kinds() == ("train", "validation")
    assert loss.test_action.text() == "validation —"
    assert "validation set" in loss.test_action.toolTip()
    run.studio.runs.end()
