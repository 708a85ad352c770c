"""The palette: search, groups, what was used last, and the keyboard."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication

from playground.catalog.library import library
from playground.spec.blocks import BlockUse
from playground.spec.entry import make
from playground.ui.block_list import BlockItem
from playground.ui.offers import Offer, found, key_of, layer_groups
from playground.ui.panels.palette import LIBRARY, MOST_RECENT, OWN, RECENT, PalettePanel
from playground.ui.session import Session
from playground.ui.studio import Studio

OFFERS = [offer for group in layer_groups().values() for offer in group]
BLOCKS = [Offer(BlockItem(name, block)) for name, block in library().items()]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("linear", "Linear"),
        ("nn.Conv2d", "Conv2d"),
        ("torch.nn.LayerNorm", "LayerNorm"),
        ("conv", "Conv2d"),
        ("dropout", "Dropout"),
        ("pool max", "MaxPool2d"),
        ("mha", "MultiheadAttention"),
        ("  ReLU ", "ReLU"),
        ("positive shares", "Softmax"),
        ("mlp", "block:mlp_block"),
        ("nn", ""),
    ],
)
def test_names_come_first_then_words_then_help(text: str, first: str) -> None:
    hits = found([*OFFERS, *BLOCKS], text)
    assert not first or hits[0].key == first


def test_a_group_finds_its_layers_and_nothing_finds_nothing() -> None:
    assert {offer.key for offer in found(OFFERS, "normalisation")} >= {"LayerNorm", "GroupNorm", "BatchNorm1d"}
    assert found(OFFERS, "zzz") == []


def test_every_offer_makes_what_its_key_says() -> None:
    for offer in (*OFFERS, *BLOCKS):
        assert key_of(offer.make()) == offer.key
        assert isinstance(offer.make(), offer.kind)


def test_the_best_hit_is_marked_and_arrows_move_the_mark(qtbot: Any, show: Any) -> None:
    panel = show(PalettePanel)
    qtbot.keyClicks(panel.search, "pool2d")
    hits = [tile.offer.key for tile in panel.shown]
    assert len(hits) > 2
    assert panel._results.marked is panel.shown[0]
    qtbot.keyClick(panel.search, Qt.Key.Key_Down)
    qtbot.keyClick(panel.search, Qt.Key.Key_Down)
    qtbot.keyClick(panel.search, Qt.Key.Key_Up)
    with qtbot.waitSignal(panel.chosen) as said:
        qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    assert said.args[0].name == hits[1]
    qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    assert panel.search.text() == ""
    assert not panel._results.isVisible()


def test_arrow_keys_walk_through_titles_and_tiles_and_back(qtbot: Any, show: Any) -> None:
    panel = show(PalettePanel)
    panel.search.setFocus()
    qtbot.keyClick(panel.search, Qt.Key.Key_Down)
    assert panel.focusWidget() is panel.groups["Basic"].header
    qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Down)
    tile = panel.groups["Basic"].tiles[0]
    assert panel.focusWidget() is tile
    qtbot.keyClick(tile, Qt.Key.Key_Right)
    assert panel.focusWidget() is panel.groups["Basic"].tiles[1]
    with qtbot.waitSignal(panel.chosen) as said:
        qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Return)
    assert said.args[0].name == "Linear"
    qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Down)
    assert panel.focusWidget() is panel.groups["Convolution"].header
    for _ in range(4):
        qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Up)
    assert panel.focusWidget() is panel.search


def test_letters_typed_on_a_tile_search(qtbot: Any, show: Any) -> None:
    panel = show(PalettePanel)
    tile = panel.tiles[0]
    tile.setFocus()
    qtbot.keyClicks(tile, "g")
    assert (panel.search.text(), panel.focusWidget()) == ("g", panel.search)


def test_folded_groups_are_remembered(show: Any) -> None:
    show(PalettePanel).groups["Activations"].set_expanded(False)
    again = show(PalettePanel)
    assert not again.groups["Activations"].expanded()
    assert "ReLU" not in [tile.offer.key for tile in again.shown]
    again.search.setText("relu")
    assert again.shown[0].offer.key == "ReLU"


def test_what_was_used_last_stands_on_top(show: Any) -> None:
    panel = show(PalettePanel)
    assert not panel.groups[RECENT].isVisible()
    for name in ("Linear", "ReLU", "Add", "Concat", "LSTM", "GRU", "Dropout", "ReLU"):
        panel.remember(make("layer", {"entry": name}))
    panel.remember(BlockUse("no_longer_there"))
    wanted = ["ReLU", "Dropout", "GRU", "LSTM", "Concat"]
    assert [tile.offer.key for tile in panel.groups[RECENT].tiles] == wanted
    assert len(Session().recent_layers) == MOST_RECENT
    assert [tile.offer.key for tile in show(PalettePanel).groups[RECENT].tiles] == wanted


def test_tiles_do_not_move_under_the_pointer(show: Any) -> None:
    panel = show(PalettePanel)
    QApplication.sendEvent(panel, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    panel.remember(make("layer", {"entry": "Linear"}))
    assert not panel.groups[RECENT].tiles
    QApplication.sendEvent(panel, QEvent(QEvent.Type.Leave))
    assert [tile.offer.key for tile in panel.groups[RECENT].tiles] == ["Linear"]


def test_blocks_of_the_experiment_come_first_and_those_of_the_library_last(show: Any, studio: Studio) -> None:
    panel = show(PalettePanel)
    names = list(panel.groups)
    assert (names[1], names[-1]) == (OWN, LIBRARY)
    assert panel.groups[OWN].isHidden()
    count = len(panel.groups[LIBRARY].tiles)
    name, block = next(iter(library().items()))
    studio.document.commit("x", replace(studio.document.experiment, blocks={name: block}))
    assert [tile.offer.key for tile in panel.groups[OWN].tiles] == [f"block:{name.removeprefix('library.')}"]
    assert len(panel.groups[LIBRARY].tiles) == count - 1


def test_every_title_can_be_read_at_the_usual_width(show: Any) -> None:
    panel = show(PalettePanel, 268, 900)
    QApplication.processEvents()
    assert all(tile.width() >= tile.sizeHint().width() for tile in panel.tiles)
    assert all(tile.visibleRegion().isEmpty() or tile.height() == 26 for tile in panel.tiles)
    bottoms = [tile.geometry().bottom() <= tile.parentWidget().height() for tile in panel.tiles]
    assert all(bottoms)
