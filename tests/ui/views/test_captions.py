"""Captions below tiles: names are wrapped before they are cut, and what is cut is told."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from playground.ui.views.captions import (
    CAPTION,
    INDENT,
    LINE,
    TWO_LINES_BELOW,
    caption_height,
    cut_name,
    name_lines,
    score_lines,
)

LONG, SCORES = "no attention, wider", "test 0.69 · acc 0.51"


def metrics(run: Any) -> QFontMetricsF:
    return QFontMetricsF(run.studio.themes.font(12))


def test_a_name_takes_two_lines_before_it_is_cut(run: Any) -> None:
    room = metrics(run).horizontalAdvance("no attention,") + 2
    assert name_lines(metrics(run), LONG, 500) == [LONG]
    assert name_lines(metrics(run), LONG, room) == ["no attention,", "wider"]
    assert all("…" in line for line in name_lines(metrics(run), "GraphSAGEs GraphSAGEs", 40))


def test_the_middle_of_a_name_gives_way(run: Any) -> None:
    (cut,) = name_lines(metrics(run), "GraphSAGE", 50)
    assert "…" in cut[1:-1]
    assert cut[0] + cut[-1] == "GE"


def test_captions_grow_with_names_and_scores(run: Any) -> None:
    themes = run.studio.themes
    assert caption_height(themes, {"a": ""}, 300) == CAPTION
    assert caption_height(themes, {"a": ""}, TWO_LINES_BELOW - 1) == CAPTION + LINE
    assert caption_height(themes, {"a": "acc 1"}, TWO_LINES_BELOW - 1) == CAPTION
    assert caption_height(themes, {"a": SCORES, LONG: ""}, 90) == CAPTION + 2 * LINE


def test_scores_stand_one_below_the_other_where_they_do_not_fit(run: Any) -> None:
    assert score_lines(metrics(run), SCORES, 400) == [SCORES]
    assert score_lines(metrics(run), SCORES, 60) == ["test 0.69", "acc 0.51"]


def test_a_cut_name_is_told_where_it_is_cut(run: Any) -> None:
    themes, tiles = run.studio.themes, {"GraphSAGE": QRectF(0, 0, 50, 50), "GCN": QRectF(60, 0, 50, 50)}
    assert cut_name(themes, tiles, 0, QPointF(20, 60)) == "GraphSAGE"
    assert cut_name(themes, tiles, 0, QPointF(20, 20)) == ""
    assert cut_name(themes, tiles, 0, QPointF(80, 60)) == ""
    assert cut_name(themes, tiles, 150 + INDENT, QPointF(20, 60)) == ""
