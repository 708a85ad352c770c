"""What holds for every live view."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from playground.ui.views import curve_plot
from playground.ui.views.base import View
from playground.ui.views.header import ViewFrame
from playground.ui.views.loss import LossView
from playground.ui.views.registry import all_views

Show = Callable[..., None]


def test_views_are_found_in_order() -> None:
    names = [kind.name for kind in all_views()]
    assert [name for name in names if name in ("loss", "boundary", "weights", "metrics", "hidden", "writing")] == [
        "loss",
        "boundary",
        "weights",
        "metrics",
        "writing",
        "hidden",
    ]
    assert len(set(names)) == len(names)


@pytest.fixture(params=all_views(), ids=lambda kind: kind.name)
def kind(request: pytest.FixtureRequest) -> type[View]:
    return request.param  # type: ignore[no-any-return]  # pytest's params have no type


def test_a_view_dies_when_it_is_dropped(run: Any, kind: type[View], qapp: QApplication) -> None:
    run.start()
    run.losses(5)
    frame = ViewFrame(kind(run.studio))
    frame.show()
    qapp.processEvents()
    run.boundary(5)
    gone = weakref.ref(frame.view)
    frame.close()
    del frame
    gc.collect()
    assert gone() is None
    run.losses(9, start=6)
    run.studio.runs._watches.ask()


def test_a_hidden_view_does_not_draw(run: Any, kind: type[View], show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    view = kind(run.studio)
    show(view)
    drawn: list[int] = []
    monkeypatch.setattr(view, "refresh", lambda: drawn.append(1))
    view.hide()
    run.start()
    run.losses(5)
    run.boundary(5)
    run.studio.runs.ticked.emit()
    assert not drawn
    view.show()
    assert len(drawn) == 1


def test_a_running_view_draws_once_per_tick(
    run: Any, kind: type[View], show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.start()
    view = kind(run.studio)
    show(view)
    drawn: list[int] = []
    monkeypatch.setattr(view, "refresh", lambda: drawn.append(1))
    run.studio.store.running = True
    for epoch in range(10):
        run.losses(epoch, start=epoch)
        run.studio.store.snapshot.emit(view.name, run.variants[0])
    assert not drawn
    run.studio.runs.ticked.emit()
    run.studio.runs.ticked.emit()
    assert len(drawn) == 1


@pytest.mark.parametrize(("pace", "pictures"), [(10.0, 3), (0.01, 1)])
def test_curves_are_drawn_as_often_as_one_sees_a_change(
    run: Any, show: Show, monkeypatch: pytest.MonkeyPatch, pace: float, pictures: int
) -> None:
    run.start()
    view = LossView(run.studio)
    show(view)
    now = [1000.0]
    monkeypatch.setattr(curve_plot.time, "monotonic", lambda: now[0])
    run.losses(0)
    view.update_now()
    drawn: list[float] = []
    monkeypatch.setattr(view, "refresh", lambda: (drawn.append(now[0]), LossView.refresh(view)))
    run.studio.store.running = True
    for tick in range(1, 7):
        now[0] += 0.017
        run.tell({"plain": {"train_loss": ([pace * tick], [0.1]), "validation_loss": ([pace * tick], [0.2])}})
        run.studio.runs.ticked.emit()
    assert len(drawn) == pictures
    run.studio.store.running = False
    run.losses(90, start=90)
    assert len(drawn) == pictures + 1


def test_every_view_works_in_both_themes_before_any_run(run: Any, kind: type[View], show: Show) -> None:
    view = kind(run.studio)
    show(view)
    light = view.grab().toImage()
    run.studio.themes.set_mode("dark")
    QApplication.processEvents()
    assert view.grab().toImage() != light


def test_a_language_change_keeps_the_words(run: Any, kind: type[View], show: Show) -> None:
    view = kind(run.studio)
    show(view)
    before = [action.text() for action in view.options()]
    QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
    assert [action.text() for action in view.options()] == before
    assert all(before)


def test_the_header_toggles_what_it_names(run: Any, show: Show, qtbot: QtBot) -> None:
    frame = ViewFrame(LossView(run.studio))
    show(frame, 460, 300)
    assert frame.header.title.text() == "Loss"
    buttons = {button.text(): button for button in frame.header.buttons}
    assert buttons["log"].isVisible()
    assert frame.view.log_action.isChecked()
    qtbot.mouseClick(buttons["log"], Qt.MouseButton.LeftButton)
    assert not frame.view.log_action.isChecked()


def test_a_narrow_header_keeps_its_choices_in_the_menu(run: Any, show: Show) -> None:
    frame = ViewFrame(LossView(run.studio))
    show(frame, 240, 240)
    assert not all(button.isVisible() for button in frame.header.buttons)
    assert frame.header.more.isVisible()
    assert frame.header.title.width() >= frame.header.title.sizeHint().width() - 1, "the title is not cut"
    texts = [action.text() for action in frame.menu.actions()]
    assert {"log", "smooth", "Save picture…", "Save numbers…", "Copy picture"} <= set(texts)
