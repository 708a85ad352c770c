"""The document: edits, undo, variants and files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from playground import catalog
from playground.catalog.starter import starter
from playground.spec import graph as g
from playground.spec.errors import FileError
from playground.spec.experiment import Variant
from playground.spec.files import read
from playground.spec.graph import Graph
from playground.ui.document import Document

catalog.load()


@pytest.fixture
def document(qapp: object) -> Document:
    del qapp
    return Document(starter())


def test_edit_undo_redo(document: Document, qtbot: QtBot) -> None:
    before = document.experiment
    with qtbot.waitSignal(document.changed) as caught:
        document.edit("Batch size", replace(document.shown, batch_size=25))
    assert caught.args == [before, document.experiment]
    assert document.experiment.batch_size == 25
    assert document.modified
    document.undo_stack.undo()
    assert document.experiment == before
    assert not document.modified
    document.undo_stack.redo()
    assert document.experiment.batch_size == 25


def test_one_drag_is_one_entry(document: Document) -> None:
    for size in (11, 12, 13):
        document.edit("Batch size", replace(document.shown, batch_size=size), "batch_size")
    assert document.undo_stack.count() == 1
    document.end_merge()
    document.edit("Batch size", replace(document.shown, batch_size=14), "batch_size")
    assert document.undo_stack.count() == 2
    document.undo_stack.undo()
    assert document.experiment.batch_size == 13


def test_a_drag_back_to_the_start_leaves_no_entry(document: Document) -> None:
    start = document.shown
    document.edit("Batch size", replace(start, batch_size=11), "batch_size")
    document.edit("Batch size", replace(document.shown, batch_size=start.batch_size), "batch_size")
    assert document.undo_stack.count() == 0


def test_an_edit_goes_into_the_shown_variant_only(document: Document) -> None:
    rate = {"optimizer.lr": 1.0}
    document.commit("Variants", replace(document.experiment, variants=(Variant("a"), Variant("b", rate))))
    document.show_variant("b")
    assert document.shown.optimizer.values()["lr"] == 1.0
    hidden = document.graph.node("hidden1")
    wider = replace(hidden, layer=hidden.layer.with_values(out_features=9))
    document.edit_graph("Units", g.change(document.graph, wider))
    assert document.graph.node("hidden1").layer.values()["out_features"] == 9
    assert document.experiment.variants[1].patch == {
        "optimizer.lr": 1.0,
        "networks.model.nodes.hidden1.layer.out_features": 9,
    }
    document.show_variant("a")
    assert document.graph.node("hidden1").layer.values()["out_features"] == 4


def test_what_variants_share_is_edited_in_the_base(document: Document) -> None:
    document.commit("Variants", replace(document.experiment, variants=(Variant("a"), Variant("b", {"batch_size": 5}))))
    document.show_variant("b")
    document.edit("Epochs", replace(document.shown, epochs=7))
    assert document.experiment.epochs == 7
    assert document.experiment.variants[1].patch == {"batch_size": 5}


def test_deleting_the_shown_variant_shows_the_first(document: Document, qtbot: QtBot) -> None:
    document.commit("Variants", replace(document.experiment, variants=(Variant("a"), Variant("b", {"batch_size": 5}))))
    document.show_variant("b")
    with qtbot.waitSignal(document.variant_changed):
        document.undo_stack.undo()
    assert document.variant == "model"


def test_save_and_fail_to_save(document: Document, tmp_path: Path) -> None:
    document.edit("Epochs", replace(document.shown, epochs=7))
    document.save(tmp_path / "a.json")
    assert not document.modified
    assert read(tmp_path / "a.json") == document.experiment
    document.edit("Epochs", replace(document.shown, epochs=8))
    with pytest.raises(FileError, match="cannot write"):
        document.save(tmp_path / "missing" / "a.json")
    assert document.modified
    assert document.path == tmp_path / "a.json"


def test_a_patch_that_no_longer_fits_keeps_the_document_usable(document: Document) -> None:
    patch = {"networks.model.nodes.hidden1.layer.out_features": 3}
    document.commit("Variants", replace(document.experiment, variants=(Variant("a"), Variant("b", patch))))
    document.edit_graph("Delete", g.remove(document.graph, ["hidden1"]))
    document.show_variant("b")
    assert "hidden1" not in document.graph
    document.undo_stack.undo()
    assert document.graph.node("hidden1").layer.values()["out_features"] == 3


def test_shows_one_network_of_several(document: Document, qtbot: QtBot) -> None:
    both = {"first": document.graph, "second": Graph(document.graph.nodes[:1])}
    document.commit("Networks", replace(document.experiment, networks=both))
    assert document.network == "first"
    with qtbot.waitSignal(document.network_changed):
        document.show_network("second")
    assert document.graph == both["second"]
    document.edit_graph("Clear", Graph())
    assert document.shown.networks == {"first": both["first"], "second": Graph()}
    document.undo_stack.undo()
    with qtbot.waitSignal(document.network_changed):
        document.undo_stack.undo()
    assert document.network == "model"
