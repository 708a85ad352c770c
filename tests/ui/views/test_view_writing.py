"""What a network writes, and what it expects next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from playground.engine.control import Ask
from playground.engine.events import Snapshot
from playground.ui.tokens import LIGHT
from playground.ui.views.writing import BAR_WIDTH, NARROW_BARS, WritingView, percent_in_tenths

Show = Callable[..., None]
LETTERS = ("␣", "¶", "a", "b")


def snapshot(index: int) -> dict[str, Any]:
    """Behind "a b" variant 0 writes "ab", surely and not at all; variant 1 writes "b" and a new line."""
    return {
        "prompt": np.array([2, 0, 3]),
        "made": np.array([[2, 3], [3, 1]][index]),
        "share": np.array([1.0, 0.0], np.float32),
        "next": np.array([2, 0]),
        "next.share": np.array([0.75, 0.125], np.float32),
        "lost": np.array(index),
    }


@pytest.fixture
def view(run: Any, show: Show) -> WritingView:
    run.start(plane=False, classes=LETTERS)
    made = WritingView(run.studio)
    show(made, 640, 300)
    run.see("writing", snapshot)
    return made


def asked(view: WritingView) -> dict[str, Any]:
    found: list[Any] = []
    watches = view.studio.runs._watches
    watches._send, before = found.append, watches._send
    watches.forget()
    watches.ask()
    watches._send = before
    return next(ask.probe for ask in found if isinstance(ask, Ask))


def grounds(view: WritingView) -> list[float]:
    """How strongly each run of letters is shaded."""
    block, found = view._text.document().firstBlock(), []
    pieces = block.begin()
    while not pieces.atEnd():
        found.append(round(pieces.fragment().charFormat().background().color().alphaF(), 2))
        pieces += 1
    return found


def test_the_beginning_and_then_what_was_written_shaded_by_how_sure_it_was(view: WritingView) -> None:
    assert view._text.toPlainText() == "a bab"
    assert grounds(view)[1:] == [0.4, 0.0]
    assert not view._lost.isVisible()
    view.studio.document.show_variant("dropout")
    view.update_now()
    assert view._text.toPlainText() == "a bb\n"
    assert view._lost.isVisible()


def test_a_beginning_and_a_temperature_are_asked_for(view: WritingView, qtbot: QtBot) -> None:
    assert asked(view)["prompt"] == ""
    qtbot.keyClicks(view._prompt, "ab")
    assert asked(view)["prompt"] == "ab"
    view._heat.set_value(0.0)
    view._heat.changed.emit(0.0)
    assert asked(view)["temperature"] == 0
    view.again_action.trigger()
    assert asked(view)["draw"] == 1


def test_it_begins_with_the_sample_that_all_views_show(view: WritingView, qtbot: QtBot) -> None:
    view.studio.store.look_at(3)
    assert asked(view)["sample"] == 3
    qtbot.keyClicks(view._prompt, "a")
    assert asked(view)["sample"] == 0, "another sample would not change the text"


def test_the_guesses_are_bars_as_long_as_their_shares(view: WritingView) -> None:
    assert view._guesses.rows == [("a", 0.75), ("␣", 0.125)]
    image = view._guesses.grab().toImage()
    ground = image.pixelColor(0, image.height() - 1)

    def length(row: int) -> int:
        return sum(image.pixelColor(x, row) != ground for x in range(20, image.width() - 60))

    assert length(6) / max(length(26), 1) == pytest.approx(6, rel=0.35)
    assert percent_in_tenths(0.08).replace("\N{NO-BREAK SPACE}", " ") == "8.0 %"


def test_what_has_no_room_is_not_cut_in_half(view: WritingView, show: Show) -> None:
    assert view._guesses.width() == BAR_WIDTH
    assert view._guesses.fitting == 2
    view.resize(260, 150)
    QApplication.processEvents()  # the layout follows
    assert view._guesses.width() == NARROW_BARS
    for widget in (view._prompt_label, view._prompt, view._heat_label, view._heat):
        assert widget.width() >= widget.minimumSizeHint().width()
        assert view._body.rect().contains(widget.geometry())
    assert view._heat.y() > view._prompt.y()
    view.resize(640, 300)
    assert view._guesses.width() == BAR_WIDTH


def test_words_have_room(view: WritingView) -> None:
    names = ["the", "disliked", "·", "·"]
    view.studio.store.take(Snapshot("writing", "plain", 2.0, snapshot(0)))
    view.studio.store.started.data.class_names[:] = names
    view.update_now()
    assert view._text.toPlainText() == " · the · · ·"


def test_its_numbers(view: WritingView) -> None:
    written, following = (table.columns for table in view.tables())
    assert written["symbol"].tolist() == ["a", "b"]
    assert following["share"].tolist() == [0.75, 0.125]


def test_it_says_what_it_is_for_where_nothing_is_written(run: Any, show: Show) -> None:
    view = WritingView(run.studio)
    show(view)
    assert view._sentence(False) == "Press Play to train"
    run.start()
    run.see("writing", lambda _: {})
    assert view._empty.isVisible()
    assert not view._body.isVisible()


def test_dark_text_is_read_on_dark_ground(view: WritingView) -> None:
    view.studio.themes.set_mode("dark")
    view.update_now()
    assert view._text.document().firstBlock().begin().fragment().charFormat().foreground().color() != LIGHT.color(
        "text"
    )
    assert view.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_it_is_narrow_from_the_start_where_it_opens_narrow(run: Any, show: Show) -> None:
    view = WritingView(run.studio)
    show(view, 260, 280)
    assert view._guesses.width() == NARROW_BARS
    assert view._heat.y() > view._prompt.y()
