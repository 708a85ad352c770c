"""What a memory holds at each step, looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from playground.catalog.adapt import with_data
from playground.catalog.data.sequences import MarkedSum
from playground.catalog.data.text import Characters
from playground.catalog.layers.sequences import GRU
from playground.catalog.starter import starter
from playground.engine.control import Ask
from playground.engine.events import Snapshot
from playground.spec.experiment import Experiment
from playground.ui.featured import chosen_views
from playground.ui.tokens import LIGHT
from playground.ui.views.hidden import HiddenView
from playground.ui.views.step_paint import ceiling

Show = Callable[..., None]
STEPS, UNITS = 4, 2


def snapshot(index: int) -> dict[str, Any]:
    """Unit 1 is −1 at the first step and 1 at the last, unit 2 rests; the gradient falls tenfold a step back."""
    state = np.zeros((UNITS, STEPS), np.float32)
    state[0, 0], state[0, -1] = -1, 1
    gates = {f"gate.{name}": np.full((UNITS, STEPS), share, np.float32) for name, share in (("r", 0), ("z", 1))}
    return {
        "layers": np.array(["embedding", "memory"]),
        "shown": np.array(1),
        "units": np.array(UNITS),
        "h": state,
        **(gates if index else {}),
        "grad.h": 10.0 ** -np.arange(STEPS, 0, -1),
        "steps": np.array(["a", "b", "", "d"]),
        "sample": np.array(2),
        "of": np.array(5),
    }


@pytest.fixture
def view(run: Any, show: Show) -> HiddenView:
    run.start(plane=False)
    made = HiddenView(run.studio)
    show(made, 640, 300)
    run.see("hidden", snapshot)
    return made


def color_at(view: HiddenView, at: int, unit: float, step: float) -> QColor:
    rect, image = view._maps[at].rect, view.grab().toImage()
    x, y = rect.left() + (step + 0.5) / STEPS * rect.width(), rect.top() + (unit + 0.5) / UNITS * rect.height()
    return image.pixelColor(int(x * image.devicePixelRatio()), int(y * image.devicePixelRatio()))


def asked(view: HiddenView) -> dict[str, Any]:
    found: list[Any] = []
    watches = view.studio.runs._watches
    watches._send, before = found.append, watches._send
    watches.forget()
    watches.ask()
    watches._send = before
    return next(ask.probe for ask in found if isinstance(ask, Ask))


def test_cells_have_the_colours_of_their_values(view: HiddenView) -> None:
    view.grab()
    assert color_at(view, 0, 0, 0) == QColor(*LIGHT.low)
    assert color_at(view, 0, 0, 3) == QColor(*LIGHT.high)
    assert color_at(view, 0, 1, 2) == QColor(*LIGHT.mid)


def test_gates_stand_beside_the_state_where_there_are_any(view: HiddenView) -> None:
    view.grab()
    assert len(view._maps) == 1
    assert not view.gates_action.isVisible()
    view.studio.document.show_variant("dropout")
    view.update_now()
    view.grab()
    assert [drawn.name for drawn in view._maps] == ["h", "r", "z"]
    assert color_at(view, 1, 0, 1) == QColor(LIGHT.window)
    assert color_at(view, 2, 0, 1) == QColor(LIGHT.accent)
    view.gates_action.setChecked(False)
    view.grab()
    assert len(view._maps) == 1


def test_a_layer_can_be_chosen(view: HiddenView) -> None:
    assert view.layers.action.isVisible()
    assert view.layers.action.text().startswith("memory")
    view.layers.action.menu().actions()[0].trigger()
    assert asked(view)["layer"] == "embedding"


def test_all_look_at_one_sample(view: HiddenView) -> None:
    view.after_action.trigger()
    assert view.studio.store.sample == 3
    assert asked(view)["sample"] == 3


def test_the_mouse_reads_numbers(view: HiddenView, qtbot: QtBot) -> None:
    view.grab()
    cell = view._maps[0].rect
    assert view._under(QPointF(cell.right() - 2, cell.top() + 2)) == (0, 3)
    assert view._under(QPointF(cell.left() + 2, cell.bottom() + 30)) == (None, 0), "over the gradient"
    before = view.grab().toImage()
    qtbot.mouseMove(view, QPoint(int(cell.right() - 2), int(cell.top() + 2)))
    assert view.grab().toImage() != before
    assert [row.cells[0] for row in view._rows(0, 3)] == ["1.00", "0.1"]


def test_its_numbers(view: HiddenView) -> None:
    states, steps = (table.columns for table in view.tables())
    assert states["h"].tolist() == [-1, 0, 0, 1, 0, 0, 0, 0]
    assert states["step"].tolist() == [1, 2, 3, 4] * 2
    assert steps["symbol"].tolist() == ["a", "b", "", "d"]
    assert steps["grad_h"][-1] == pytest.approx(0.1)


def test_it_says_what_to_do_where_nothing_reads(run: Any, show: Show) -> None:
    run.start()
    view = HiddenView(run.studio)
    show(view)
    run.see("hidden", lambda _: {"layers": np.array([], dtype="<U1")})
    assert view._empty.isVisible()
    assert "RNN, GRU or LSTM" in view._sentence()


@pytest.mark.parametrize("size", [(240, 180), (300, 400), (1200, 200)])
def test_any_size_and_any_values_can_be_drawn(view: HiddenView, size: tuple[int, int]) -> None:
    view.studio.document.show_variant("dropout")
    for value in (0.0, np.nan, np.inf, 1e30):
        odd = {**snapshot(1), "h": np.full((UNITS, STEPS), value), "grad.h": np.full(STEPS, value)}
        odd |= {"steps": np.array([""] * STEPS), "inputs": np.full((1, STEPS), value)}
        view.studio.store.take(Snapshot("hidden", "dropout", 2.0, odd))
        view.resize(*size)
        view.update_now()
        assert not view.grab().isNull()


def test_levels_are_fixed_and_grow_in_round_steps() -> None:
    assert [ceiling(np.array([top])) for top in (0.0, 0.3, 1.0, 1.1, 3.0, 70.0)] == [1, 1, 1, 2, 5, 100]


def reading(data: Any) -> Experiment:
    experiment = with_data(starter(), data)
    graph = experiment.networks["model"]
    node = next(node for node in graph.nodes if node.layer.name not in ("Input", "Output"))
    nodes = tuple(replace(one, layer=GRU(), activation=None) if one is node else one for one in graph.nodes)
    return replace(experiment, networks={"model": replace(graph, nodes=nodes)})


def test_it_comes_to_the_front_with_memories_over_sequences() -> None:
    assert "hidden" in chosen_views(starter())[1]
    front, idle = chosen_views(reading(MarkedSum(answer="sign")))
    assert "hidden" in front
    assert "boundary" in idle
    assert chosen_views(with_data(starter(), Characters()))[0][:2] == ("writing", "attention")
