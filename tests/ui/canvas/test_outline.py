"""The outline beside the canvas: one selection, the same edits, and rows that stay what they are."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit

from playground.engine.events import Diagnostic
from playground.spec.graph import Edge, Node, chain
from playground.ui.outline.panel import OutlinePanel
from playground.ui.outline.rows import Key

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def panel(bench, qtbot) -> OutlinePanel:
    made = OutlinePanel(bench.panel._studio, bench.panel)
    qtbot.addWidget(made)
    made.resize(300, 500)
    made.show()
    qtbot.waitExposed(made)
    made.tree.setFocus()
    return made


def key(node: str = "", port: int = -1) -> Key:
    return Key("model", node, port)


def choose(panel: OutlinePanel, which: Key) -> None:
    panel.tree.setCurrentIndex(panel.model.index_of(which))


def layers(panel: OutlinePanel) -> list[str]:
    network = panel.model.index_of(key())
    return [panel.model.index(row, 0, network).data() for row in range(panel.model.rowCount(network))]


def press(panel: OutlinePanel, which: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    panel.tree.setFocus()
    QTest.keyClick(panel.tree, which, held)


def test_it_says_a_layer_in_words(bench, panel) -> None:
    said = panel.model.index_of(key("hidden1")).data(SPOKEN)
    assert said == "hidden1, Linear, 4 units, tanh, output 4, 12 parameters, from input"
    assert panel.model.index_of(key("hidden1", 0)).data(SPOKEN) == "from input, 2"
    assert panel.model.index_of(key()).data(SPOKEN).startswith("model, 4 layers")
    assert layers(panel) == ["input", "hidden1", "hidden2", "output"]


def test_a_problem_has_an_icon_and_words(bench, panel) -> None:
    bench.problems = (Diagnostic("does not fit", network="model", node="hidden2"),)
    bench.plan()
    index = panel.model.index_of(key("hidden2"))
    assert index.data(SPOKEN).endswith("error: Does not fit.")
    assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()


def test_selection_goes_both_ways(bench, panel) -> None:
    choose(panel, key("hidden2"))
    assert bench.panel.selected() == ["hidden2"]
    bench.panel.select(["hidden1", "output"])
    assert set(panel._chosen()) == {key("hidden1"), key("output")}
    choose(panel, key("hidden2", 0))
    assert bench.scene.selected_edges() == [Edge("hidden1", "hidden2")]
    assert bench.panel.selected() == []
    bench.scene.select([], [Edge("input", "hidden1")])
    assert panel._chosen() == [key("hidden1", 0)]


def test_rows_stay_open_and_chosen_through_edits(bench, panel) -> None:
    panel.tree.expand(panel.model.index_of(key("hidden2")))
    choose(panel, key("hidden2"))
    kept = QPersistentModelIndex(panel.model.index_of(key("hidden2")))
    bench.panel.commands.add_layer({"entry": "Dropout"}, after="hidden1")
    bench.panel.commands.resize("hidden2", 3)
    bench.panel.commands.delete(["hidden1"])
    assert kept.isValid()
    assert panel.tree.isExpanded(panel.model.index_of(key("hidden2")))
    assert "5 units" in panel.model.index_of(key("hidden2")).data(SPOKEN)
    assert layers(panel) == ["input", "dropout1", "hidden2", "output"]


def test_any_edits_keep_the_model_sound(bench, panel) -> None:
    tester = QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    dice, commands, stack = random.Random(3), bench.panel.commands, bench.document.undo_stack
    for _ in range(50):
        nodes = [node.id for node in bench.graph.nodes]
        some = dice.choice(nodes) if nodes else ""
        match dice.randrange(7):
            case 0 | 1:
                commands.add_layer({"entry": dice.choice(["Linear", "Add", "Concat"])}, after=some)
            case 2 if len(nodes) > 3:
                commands.delete([some])
            case 3 if len(nodes) > 1:
                commands.wire(some, dice.choice(nodes), dice.randrange(2))
            case 4 if nodes:
                commands.duplicate([some])
            case 5:
                stack.undo()
            case _ if nodes:
                commands.move_in_chain(some, dice.choice([-1, 1]))
        assert layers(panel) == [node.id for node in bench.graph.order()]
    tester.deleteLater()


def test_keys_edit_the_network(bench, panel) -> None:
    choose(panel, key("hidden1"))
    with bench.qtbot.waitSignal(bench.panel.inspect_requested) as said:
        press(panel, Qt.Key.Key_Return)
    assert said.args == ["hidden1"]
    press(panel, Qt.Key.Key_Down, ALT)
    assert layers(panel) == ["input", "hidden2", "hidden1", "output"]
    assert bench.panel.selected() == ["hidden1"]
    press(panel, Qt.Key.Key_Up, ALT)
    press(panel, Qt.Key.Key_F2)
    editor = panel.tree.findChild(QLineEdit)
    editor.setText("first")
    bench.qtbot.keyClick(editor, Qt.Key.Key_Return)
    bench.qtbot.waitUntil(lambda: bench.graph.node("hidden1").name == "first")
    press(panel, Qt.Key.Key_Plus)
    assert bench.view.picker.isVisible()
    bench.qtbot.keyClicks(bench.view.picker.search, "dropout")
    bench.qtbot.keyClick(bench.view.picker.search, Qt.Key.Key_Return)
    assert layers(panel) == ["input", "first", "dropout1", "hidden2", "output"]
    choose(panel, key("dropout1"))
    press(panel, Qt.Key.Key_Delete)
    assert layers(panel) == ["input", "first", "hidden2", "output"]
    assert bench.panel.selected() == [panel.node]


def test_wiring_by_name_says_what_may_not_be(bench, panel) -> None:
    choose(panel, key("hidden1"))
    panel.connect_to()
    rows = {choice.text: choice for choice in panel.popup._choices}
    assert not rows["input"].enabled
    assert "would feed itself" in rows["input"].note
    assert rows["output"].note == "Takes the place of the edge from hidden2"
    bench.qtbot.keyClicks(panel.popup.field, "output")
    bench.qtbot.keyClick(panel.popup.field, Qt.Key.Key_Return)
    assert Edge("hidden1", "output") in bench.graph.edges
    panel.disconnect_from()
    bench.qtbot.keyClicks(panel.popup.field, "output")
    bench.qtbot.keyClick(panel.popup.field, Qt.Key.Key_Return)
    assert Edge("hidden1", "output") not in bench.graph.edges


def test_another_document_is_another_tree(bench, panel) -> None:
    bench.panel.commands.delete(["hidden2"])
    experiment = bench.document.experiment
    bench.document.undo_stack.undo()
    bench.document.open(experiment, None)
    assert layers(panel) == ["input", "hidden1", "output"]
    assert panel.tree.isExpanded(panel.model.index_of(key()))


def test_choosing_in_another_network_brings_it_onto_the_canvas(bench, panel) -> None:
    bench.document.network_changed.connect(bench.panel._refresh)
    graph = chain(Node("in1", bench.layer("Input")), Node("out1", bench.layer("Output")))
    shown = bench.document.shown
    bench.document.edit("Add a network", replace(shown, networks={**shown.networks, "critic": graph}))
    index = panel.model.index_of(Key("critic", "out1"))
    assert index.data(SPOKEN).startswith("out1, Output")
    panel.tree.setCurrentIndex(index)
    assert bench.document.network == "critic"
    assert bench.panel.selected() == ["out1"]
    bench.document.show_network("model")
    bench.panel.select(["hidden1"])
    assert panel._chosen() == [key("hidden1")]
