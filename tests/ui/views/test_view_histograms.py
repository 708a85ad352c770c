"""Weight histograms."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QColor

from playground.ui.tokens import LIGHT
from playground.ui.views.histograms import Histogram, HistogramView

Show = Callable[..., None]


def arrays(i: int) -> dict[str, object]:
    counts, edges = np.array([4, 0, 2, 8 + i]), np.array([-2.0, -1.0, 0.0, 1.0, 2.0])
    return {"hidden1.counts": counts, "hidden1.edges": edges, "output.counts": counts, "output.edges": edges}


@pytest.fixture
def view(run: Any, show: Show) -> HistogramView:
    run.start()
    made = HistogramView(run.studio)
    show(made, 260, 300)
    run.see("weights", arrays)
    return made


def color(view: HistogramView, bar: int, share: float) -> QColor:
    place = view._bars.places()[0]
    x, y = place.left() + (bar + 0.4) * place.width() / 4, place.bottom() - share * place.height()
    image = view._bars.grab().toImage()
    return image.pixelColor(int(x * image.devicePixelRatio()), int(y * image.devicePixelRatio()))


def test_bars_are_as_high_as_their_counts_and_coloured_by_sign(view: HistogramView) -> None:
    assert color(view, 0, 0.4).hue() == pytest.approx(QColor(*LIGHT.low).hue(), abs=6)
    assert color(view, 3, 0.95).hue() == pytest.approx(QColor(*LIGHT.high).hue(), abs=6)
    for bar, share in ((0, 0.6), (1, 0.05), (2, 0.35)):
        assert color(view, bar, share).saturation() < 10, "above the bar is only the ground"


def test_the_shown_variant_is_drawn(run: Any, view: HistogramView) -> None:
    assert view._bars.shown[0].counts.tolist() == [4, 0, 2, 8]
    run.studio.document.show_variant("dropout")
    assert view._bars.shown[0].counts.tolist() == [4, 0, 2, 9]
    assert view._wish.wanted is not None
    assert view._wish.wanted[0] == "dropout"


def test_layers_are_named_as_on_the_canvas(view: HistogramView) -> None:
    assert [one.title for one in view._bars.shown] == ["hidden 1", "output"]


def test_biases_can_be_shown_where_there_are_any(run: Any, view: HistogramView) -> None:
    assert not view.bias_action.isVisible()
    counts, edges = np.array([1, 1]), np.array([0.0, 0.5, 1.0])
    run.see("weights", lambda i: {**arrays(i), "output.bias.counts": counts, "output.bias.edges": edges})
    assert view.bias_action.isVisible()
    assert len(view._bars.shown) == 2
    view.bias_action.trigger()
    assert [one.title for one in view._bars.shown] == ["hidden 1", "output", "output · bias"]


def test_many_layers_scroll(run: Any, view: HistogramView) -> None:
    one = arrays(0)
    run.see("weights", lambda _: {f"l{i}.{k}": one[f"output.{k}"] for i in range(12) for k in ("counts", "edges")})
    assert view._bars.minimumHeight() > view.height()
    assert view.picture_size().height() == view._bars.height() > view.height(), "a picture holds all of them"


def test_edges_that_are_no_numbers_are_left_out(run: Any, view: HistogramView) -> None:
    bad = {"bad.counts": np.array([0, 0]), "bad.edges": np.array([np.nan, np.nan, np.nan])}
    run.see("weights", lambda i: {**bad, **arrays(i)})
    assert [one.title for one in view._bars.shown] == ["hidden 1", "output"]


def test_mean_and_deviation() -> None:
    values = np.random.default_rng(3).normal(0.5, 2.0, 20_000)
    counts, edges = np.histogram(values, 200)
    mean, deviation = Histogram("w", "w", counts, edges).moments()
    assert mean == pytest.approx(values.mean(), abs=0.01)
    assert deviation == pytest.approx(values.std(), abs=0.01)


def test_before_a_run_it_says_what_to_do(run: Any, show: Show) -> None:
    view = HistogramView(run.studio)
    show(view)
    assert view._empty.accessibleName() == "Press Play to train"
    assert not view._bars.isVisible()
