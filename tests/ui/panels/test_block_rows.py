"""The inspector's section for a block."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt

from playground.spec.blocks import Block, BlockParameter, BlockUse
from playground.spec.graph import Node, chain
from playground.ui.panels.block_rows import BlockSection
from playground.ui.panels.inspector import InspectorPanel
from playground.ui.studio import Studio
from tests.ui.panels.conftest import experiment, layer


@pytest.fixture
def section(show: Any, studio: Studio) -> BlockSection:
    """The section of a block with two uses, of which one is selected."""
    inner = chain(
        Node("x", layer("Input")),  # type: ignore[arg-type]  # the helper is not typed
        Node("wide", layer("Linear", out_features=8)),  # type: ignore[arg-type]  # as above
        Node("drop", layer("Dropout", p=0.2)),  # type: ignore[arg-type]  # as above
    )
    parameters = (BlockParameter("units", 8, {"wide.out_features": 1}, "How wide."),)
    nodes = (inner.nodes[0], Node("u", BlockUse("part")), Node("v", BlockUse("part")))
    made = experiment(
        networks={"model": chain(*nodes, Node("end", layer("Output")))},  # type: ignore[arg-type]  # as above
        blocks={"part": Block(inner, parameters, "A part. More of it.")},
        variants=(),
    )
    studio.document.open(made, None)
    panel = show(InspectorPanel)
    panel.show_nodes(["u"])
    found: BlockSection = panel.block
    assert found.isVisible()
    return found


def use(studio: Studio, name: str = "u") -> BlockUse:
    found = studio.document.shown.networks["model"].node(name).layer
    assert isinstance(found, BlockUse)
    return found


def test_a_layer_has_no_block(show: Any, studio: Studio) -> None:
    panel = show(InspectorPanel)
    panel.show_nodes(["hidden1"])
    assert not panel.block.isVisible()


def test_each_use_chooses_its_values(section: BlockSection, studio: Studio) -> None:
    assert section.name.text() == "Part"
    assert "2 times" in section._count.text()
    assert list(section.rows) == ["repeat", "units"]
    section.fields["repeat"].changed.emit(3)
    section.fields["units"].changed.emit(16)
    assert use(studio) == BlockUse("part", 3, {"units": 16})
    assert use(studio, "v") == BlockUse("part")
    studio.document.undo_stack.undo()
    assert use(studio) == BlockUse("part", 3)


def test_what_the_field_refuses_is_said_in_its_row(section: BlockSection, studio: Studio) -> None:
    section.fields["units"].changed.emit(0)
    assert "least allowed is 1" in section.rows["units"].problem()
    assert use(studio) == BlockUse("part")


def test_a_name_is_that_of_the_block(qtbot: Any, section: BlockSection, studio: Studio) -> None:
    section.name.selectAll()
    qtbot.keyClicks(section.name, "Another name")
    qtbot.keyClick(section.name, Qt.Key.Key_Return)
    assert studio.document.shown.blocks["part"].title == "Another name"
    assert use(studio, "v").label == "Another name"


def test_parameters_come_and_go(section: BlockSection, studio: Studio) -> None:
    section._edits.add_parameter("part", "drop.p")
    assert list(section.rows) == ["repeat", "units", "p"]
    section.fields["p"].changed.emit(0.5)
    assert dict(use(studio).settings) == {"p": 0.5}
    section._edits.remove_parameter("part", "p")
    assert list(section.rows) == ["repeat", "units"]
    assert use(studio) == BlockUse("part")


def test_its_own_copy_and_its_layers(section: BlockSection, studio: Studio) -> None:
    section.own.click()
    assert use(studio).block == "part1"
    assert use(studio, "v").block == "part"
    section.unfold.click()
    assert [n.id for n in studio.document.graph.nodes] == ["x", "u__wide", "u__drop", "v", "end"]


def test_it_asks_to_be_opened_and_shows_the_block_around_a_layer(section: BlockSection, studio: Studio) -> None:
    asked: list[str] = []
    section.open_requested.connect(asked.append)
    section.close_requested.connect(asked.append)
    section.open.click()
    studio.document.open_use("u")
    assert section.show_card("u__wide")
    section.fields["units"].changed.emit(9)
    assert studio.document.graph.node("u__wide").layer.values()["out_features"] == 9
    section.open.click()
    assert asked == ["u", "u"]


def test_a_block_that_is_missing_is_said(section: BlockSection, studio: Studio) -> None:
    studio.document.commit("Lose it", replace(studio.document.experiment, blocks={}))
    assert "lacks the block" in section.about.text()
    assert not section.open.isEnabled()
