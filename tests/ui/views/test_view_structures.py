"""Views of one sample: a tree with its answers, an alignment, attention."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from playground.ui.views.alignment import AlignmentView
from playground.ui.views.attention import AttentionView, _tiles
from playground.ui.views.of_sample import SampleView
from playground.ui.views.texts_list import Line, fitting
from playground.ui.views.tree import LINE, TreeView, cards, infix, places
from playground.ui.views.weight_map import WeightMap
from tests.ui.views.conftest import Arrays, Run

Show = Callable[..., None]


def tree(_: int = 0) -> Arrays:
    """(3 + 4) × 2 modulo 5, where the network is wrong about the root."""
    return {
        "sample": np.array(2),
        "of": np.array(9),
        "symbols": np.array(["3", "4", "+", "2", "×"]),
        "children": np.array([[-1, -1], [-1, -1], [0, 1], [-1, -1], [2, 3]]),
        "truth": np.array([3, 4, 2, 2, 4]),
        "said": np.array([3, 4, 2, 2, 1]),
        "shares": np.eye(5)[[3, 4, 2, 2, 1]],
        "classes": np.array(["0", "1", "2", "3", "4"]),
        "counted": np.array([3, 1, 1]),
        "right": np.array([3, 1, 0]),
    }


def alignment(_: int = 0) -> Arrays:
    """The string "abc" reversed, with a mistake at the second symbol."""
    return {
        "sample": np.array(0),
        "of": np.array(4),
        "source": np.array(["·", "a", "b", "c"]),
        "written": np.array(["c", "a", "a", "■"]),
        "truth": np.array(["c", "b", "a", "■"]),
        "shares": np.array([0.9, 0.4, 0.8, 1.0]),
        "texts": np.array([["abc", "caa", "cba"], ["ab", "ba", "ba"]]),
        "weights": np.array([np.eye(4)[::-1]]),
        "layer": np.array(["attention"]),
    }


def attention(_: int = 0) -> Arrays:
    """Two heads over three steps: one looks at itself, one at the first step."""
    return {
        "layers": np.array(["look", "block.self_attn"]),
        "shown": np.array(0),
        "sample": np.array(0),
        "of": np.array(4),
        "weights": np.stack([np.eye(3), np.eye(3)[[0, 0, 0]]]),
        "queries": np.array(["A a", "B b", "A"]),
        "keys": np.array(["A a", "B b", "A"]),
    }


VIEWS: list[tuple[type[SampleView], Callable[[int], Arrays]]] = [
    (TreeView, tree),
    (AlignmentView, alignment),
    (AttentionView, attention),
]


@pytest.mark.parametrize(("kind", "arrays"), VIEWS, ids=[kind.name for kind, _ in VIEWS])
def test_says_what_to_do_draws_and_steps(
    run: Run, show: Show, qtbot: QtBot, kind: type[SampleView], arrays: Callable[[int], Arrays]
) -> None:
    view = kind(run.studio)
    show(view)
    assert "Play" in view._empty.accessibleName()
    run.start(plane=False)
    run.see(kind.name, lambda _: {"layers": np.array([], dtype="<U1")})
    assert view._empty.isVisible()
    assert view._empty.accessibleName().endswith(".")
    assert view.tables() == []
    run.see(kind.name, arrays)
    assert not view._empty.isVisible()
    drawn = view.grab().toImage()
    assert len({drawn.pixel(x, y) for x in range(0, 420, 7) for y in range(0, 300, 5)}) > 3
    for table in view.tables():
        assert len({len(column) for column in table.columns.values()}) == 1
    view.after_action.trigger()
    place, count = int(np.asarray(arrays(0)["sample"])), int(np.asarray(arrays(0)["of"]))
    assert run.studio.store.sample == (place + 1) % count
    view.before_action.trigger()
    assert run.studio.store.sample == (place - 1) % count
    qtbot.mouseMove(view, QPoint(200, 150))
    view.grab()


def test_an_expression_is_read_off_its_tree() -> None:
    nodes = cards(tree())
    assert infix(nodes, 4) == "(3 + 4) × 2"
    assert [card.role for card in nodes] == ["good"] * 4 + ["error"]


def test_operations_stand_above_and_between_their_sides() -> None:
    where = places(cards(tree()), QRectF(0, 0, 400, 300))
    assert where[0].x() < where[2].x() < where[1].x() < where[4].x() < where[3].x()
    assert where[4].y() < where[2].y() == where[3].y() < where[0].y() == where[1].y()


def test_values_that_are_not_told_have_no_colour_of_right_or_wrong() -> None:
    nodes = cards({**tree(), "truth": np.array([-100, -100, -100, -100, 4])})
    assert [card.role for card in nodes] == ["secondary"] * 4 + ["error"]


def test_a_network_without_attention_shows_its_texts(run: Run, show: Show) -> None:
    view = AlignmentView(run.studio)
    show(view)
    run.start(plane=False)
    run.see(
        "alignment", lambda _: {key: value for key, value in alignment().items() if key not in ("weights", "layer")}
    )
    assert not view._empty.isVisible()
    assert [table.name for table in view.tables()] == ["texts"]
    assert view._note().startswith("No attention")


def test_the_cell_under_the_mouse_is_found(run: Run) -> None:
    drawn = WeightMap(np.eye(3), ["a", "b", "c"], ["x", "y", "z"])
    drawn.arrange(QRectF(0, 0, 200, 200), run.studio.themes)
    middle = drawn.cells.topLeft() + QPointF(2.5 * drawn.side, 0.5 * drawn.side)
    assert drawn.at(middle) == (0, 2)
    assert drawn.at(drawn.cells.topLeft() - QPointF(2, 2)) is None


def test_heads_share_the_room() -> None:
    tiles = _tiles(QRectF(0, 0, 400, 100), (4, 5, 5))
    assert len({tile.top() for tile in tiles}) == 1
    tiles = _tiles(QRectF(0, 0, 200, 200), (4, 5, 5))
    assert len({tile.top() for tile in tiles}) == 2


def test_a_person_chooses_the_layer(run: Run, show: Show) -> None:
    view = AttentionView(run.studio)
    show(view)
    run.start(plane=False)
    run.see("attention", attention)
    assert view.layers.action.isVisible()
    assert view.layers.action.text().startswith("look")
    names = [action.text() for action in view.layers.menu.actions()]
    assert names == ["look", "block"]
    view.layers.menu.actions()[1].trigger()
    assert view.probe(0, "").values()["layer"] == "block.self_attn"


def long_alignment(_: int = 0) -> Arrays:
    """Thirty texts more, all of them wrong."""
    more = [[f"{at} march", f"wrong {at}", f"right {at}"] for at in range(30)]
    return alignment() | {"texts": np.array([["march", "wrong", "right"], *more])}


def test_texts_without_room_are_scrolled_to(run: Run, show: Show, qtbot: QtBot) -> None:
    view = AlignmentView(run.studio)
    show(view, 240, 300)
    run.start(plane=False)
    run.see(view.name, long_alignment)
    view.grab()
    assert 0 < len(view._list.shown) < 30
    assert view._part() == f"1–{len(view._list.shown)} of 30"
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view._part().startswith("2–")
    for _ in range(40):
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view._part().endswith("–30 of 30")
    view.grab()
    assert view._list.at(view._list.area.top() + 1) == view._list.shown[0]


def test_a_line_of_text_loses_its_truth_before_it_is_cut(run: Run) -> None:
    metrics, line = QFontMetricsF(run.studio.themes.font(12)), Line("a", "wrong", "right")
    assert fitting(metrics, line, 400) == "→ wrong ≠ right"
    assert fitting(metrics, line, metrics.horizontalAdvance("→ wrong") + 1) == "→ wrong"
    assert fitting(metrics, line, 30).endswith("…")


def two_heads(_: int = 0) -> Arrays:
    """An alignment in which one head looks back from the end and one from the beginning on."""
    return alignment() | {"weights": np.stack([np.eye(4)[::-1], np.eye(4)])}


def test_a_person_chooses_the_head_or_the_mean(run: Run, show: Show) -> None:
    view = AlignmentView(run.studio)
    show(view)
    run.start(plane=False)
    run.see("alignment", alignment)
    assert not view.heads.action.isVisible()
    run.see("alignment", two_heads)
    assert view.heads.action.isVisible()
    assert view.heads.action in view.options()
    actions = view.heads.menu.actions()
    assert [action.text() for action in actions] == ["Mean of heads", "Head 1", "Head 2"]
    assert (view._shown_weights() == np.asarray(two_heads()["weights"]).mean(axis=0)).all()
    pictures = [view.grab().toImage()]
    for at in (1, 2):
        actions[at].trigger()
        assert (view._shown_weights() == np.asarray(two_heads()["weights"])[at - 1]).all()
        assert view.heads.action.text().startswith(f"Head {at}")
        pictures.append(view.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]
    assert len(view.tables()[0].columns["weight"]) == 2 * 16  # the file has all heads
    run.see("alignment", alignment)
    assert view.heads.layer == ""
    assert (view._shown_weights() == np.eye(4)[::-1]).all()


def test_the_words_below_a_tree_take_two_lines_where_they_need_them(run: Run, show: Show) -> None:
    view = TreeView(run.studio)
    show(view, 180, 240)
    run.start(plane=False)
    run.see(view.name, tree)
    narrow, wide = (view._foot(QRectF(0, 0, width, 200)) for width in (100, 600))
    assert wide.height() == LINE
    assert narrow.height() > LINE
    assert narrow.bottom() == wide.bottom()
