"""Several networks in the real window: tabs, the objective, and everything that goes from one to another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from playground import catalog
from playground.catalog.objectives import Adversarial, Classification
from playground.catalog.starter import starter
from playground.engine.events import Diagnostic, Plan
from playground.ui.app import build
from playground.ui.canvas.tabs.network_tabs import NetworkTabs
from playground.ui.main_window import MainWindow
from playground.ui.panels.problems import ProblemsPanel
from playground.ui.panels.training import TrainingPanel
from playground.ui.session import Session

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    catalog.load()
    made = build(qapp, starter(), None, Session(), "light")
    qtbot.addWidget(made, before_close_func=lambda w: w.studio.document.undo_stack.setClean())
    made.resize(1300, 860)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.search.close()


@pytest.fixture
def game(window: MainWindow) -> MainWindow:
    """The window with a generator and a discriminator beside the model."""
    training(window).objective.edited.emit(Adversarial(), "", "Change objective")
    return window


def tabs(window: MainWindow) -> NetworkTabs:
    return window.canvas.networks


def training(window: MainWindow) -> TrainingPanel:
    found = window.findChild(TrainingPanel)
    assert isinstance(found, TrainingPanel)
    return found


def names(window: MainWindow) -> list[str]:
    return list(tabs(window).tabs)


def type_name(window: MainWindow, qtbot: QtBot, text: str) -> None:
    field = tabs(window).field
    assert field is not None
    field.clear()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_one_network_has_no_tabs(window: MainWindow) -> None:
    assert names(window) == []
    assert not tabs(window).isVisible()


def test_choosing_a_game_is_one_edit_that_brings_its_networks(game: MainWindow) -> None:
    document = game.studio.document
    assert names(game) == ["generator", "discriminator", "model"]
    assert (document.network, document.undo_stack.count()) == ("generator", 1)
    assert tabs(game).tabs["model"].role == "not used"
    assert tabs(game).tabs["generator"].role == "makes samples out of noise"
    assert training(game)._loss_section.isHidden()
    document.undo_stack.undo()
    assert names(game) == []
    assert document.network == "model"


def test_going_back_keeps_all_networks(game: MainWindow) -> None:
    training(game).objective.edited.emit(Classification(), "", "Change objective")
    document = game.studio.document
    assert document.network == "model"
    assert set(document.shown.networks) == {"model", "generator", "discriminator"}
    assert document.shown.metrics == starter().metrics


def test_a_value_of_the_objective_changes_no_network(game: MainWindow) -> None:
    before = game.studio.document.shown.networks
    training(game).objective.edited.emit(Adversarial(noise=5), "", "Noise")
    assert game.studio.document.shown.networks == before
    assert game.studio.document.shown.objective.values()["noise"] == 5


def test_a_click_and_the_keys_show_another_network(game: MainWindow, qtbot: QtBot) -> None:
    game.canvas.select(["hidden1"])
    qtbot.mouseClick(tabs(game).tabs["discriminator"], LEFT)
    document = game.studio.document
    assert document.network == "discriminator"
    assert game.canvas.scene.graph is document.graph
    assert game.canvas.selected() == []
    qtbot.keyClick(game, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert document.network == "generator"
    game.actions_table["network_next"].trigger()
    game.actions_table["network_next"].trigger()
    assert document.network == "model"
    assert tabs(game).tabs["model"].isChecked()


def test_each_network_is_found_as_it_was_left(game: MainWindow) -> None:
    document, view = game.studio.document, game.canvas.view
    view.zoom_by(1.7)
    zoom, middle = view.zoom, view.seen().center()
    document.show_network("discriminator")
    assert view.fitted
    document.show_network("generator")
    assert view.zoom == pytest.approx(zoom)
    assert (view.seen().center() - middle).manhattanLength() < 4


def test_a_network_is_renamed_copied_added_and_removed(game: MainWindow, qtbot: QtBot) -> None:
    document = game.studio.document
    tabs(game).rename("model")
    type_name(game, qtbot, "judge")
    assert names(game)[-1] == document.network == "judge"
    tabs(game).duplicate("judge")
    assert document.network == "judge2"
    tabs(game).remove("generator")
    assert names(game) == ["discriminator", "judge", "judge2"]
    tabs(game).add_network()
    assert document.network == "generator"  # what the objective lacks comes first
    tabs(game).add_network()
    assert document.network == "network"
    for _ in range(5):
        document.undo_stack.undo()
    assert names(game) == ["generator", "discriminator", "model"]


def test_a_name_that_cannot_be_is_refused_in_words(game: MainWindow, qtbot: QtBot) -> None:
    count = game.studio.document.undo_stack.count()
    tabs(game).rename("model")
    type_name(game, qtbot, "two words")
    assert game.studio.document.undo_stack.count() == count
    assert "letters, digits and _" in game.statusBar().currentMessage()


def test_a_tab_says_what_is_wrong_and_a_problem_leads_to_its_network(game: MainWindow) -> None:
    problem = Diagnostic("No way", network="discriminator", node="hidden1")
    game.studio.runs.plans = {"model": Plan({}, [problem])}
    game.studio.runs.planned.emit()
    assert tabs(game).tabs["discriminator"].problem == "No way."
    assert tabs(game).tabs["generator"].problem == ""
    game.findChild(ProblemsPanel).node_requested.emit("", "discriminator", "hidden1")
    assert game.studio.document.network == "discriminator"
    assert game.canvas.selected() == ["hidden1"]


def test_layers_are_copied_from_one_network_to_another(game: MainWindow) -> None:
    document = game.studio.document
    game.canvas.select(["hidden1", "hidden2"])
    game.canvas.copy()
    document.show_network("model")
    before = len(document.graph.nodes)
    game.canvas.paste()
    assert len(document.graph.nodes) == before + 2
    pasted = document.graph.node(game.canvas.selected()[0])
    assert pasted.activation is not None
    assert pasted.activation.name == "LeakyReLU"


def test_the_palette_and_the_menus_offer_all_of_it(game: MainWindow) -> None:
    menu = tabs(game).menu("generator")
    offered = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert offered == ["Rename", "Duplicate", "Remove", "Add a network"]
    menu.deleteLater()
    listed = [choice.text for choice in game.search._commands()]
    for name in ("network_next", "network_rename", "network_remove", "network_add", "network_duplicate"):
        assert game.actions_table[name].text().replace("&", "") in listed


def test_two_networks_stand_side_by_side(game: MainWindow, qtbot: QtBot) -> None:
    action, canvas = game.actions_table["network_beside"], game.canvas
    action.trigger()
    second = canvas.second
    assert second.isVisible()
    assert second.network == "discriminator"
    assert canvas.view.width() + second.width() <= canvas.width()
    assert second.canvas.graph == game.studio.document.shown.networks["discriminator"]
    qtbot.mouseDClick(second.viewport(), LEFT)
    assert (game.studio.document.network, second.network) == ("discriminator", "model")
    game.studio.document.undo_stack.undo()
    assert not action.isChecked()
    assert not second.isVisible()
    assert canvas.view.width() == canvas.width()
