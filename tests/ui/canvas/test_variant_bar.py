"""The chips in the corner: show, add, rename, duplicate and delete variants."""

from __future__ import annotations

from PySide6.QtCore import Qt

LEFT = Qt.MouseButton.LeftButton


def names(bench) -> list[str]:  # type: ignore[no-untyped-def]  # fixtures are not imported
    return [variant.name for variant in bench.document.experiment.variants]


def type_name(bench, text: str) -> None:  # type: ignore[no-untyped-def]  # as above
    field = bench.panel.variants.field
    field.clear()
    bench.qtbot.keyClicks(field, text)
    bench.qtbot.keyClick(field, Qt.Key.Key_Return)


def add(bench, text: str) -> None:  # type: ignore[no-untyped-def]  # as above
    bench.qtbot.mouseClick(bench.panel.variants.add_chip, LEFT)
    type_name(bench, text)


def test_the_first_variant_makes_two(bench) -> None:
    add(bench, "dropout")
    assert names(bench) == ["base", "dropout"]
    assert bench.document.variant == "dropout"
    assert bench.panel.variants.chips["dropout"].isChecked()
    bench.document.undo_stack.undo()
    assert names(bench) == []
    assert bench.panel.variants.chips == {}


def test_a_chip_shows_its_variant(bench) -> None:
    add(bench, "other")
    bench.qtbot.mouseClick(bench.panel.variants.chips["base"], LEFT)
    assert bench.document.variant == "base"
    assert bench.panel.variants.chips["base"].isChecked()
    assert not bench.panel.variants.chips["other"].isChecked()


def test_edits_reach_only_the_copy(bench) -> None:
    before = bench.graph.node("hidden1").layer.out_features
    add(bench, "wide")
    bench.panel.commands.resize("hidden1", 3)
    assert bench.graph.node("hidden1").layer.out_features == before + 3
    bench.qtbot.mouseClick(bench.panel.variants.chips["base"], LEFT)
    assert bench.graph.node("hidden1").layer.out_features == before


def test_rename_duplicate_and_delete(bench) -> None:
    add(bench, "other")
    bench.panel.variants.rename("other")
    type_name(bench, "base")
    assert names(bench) == ["base", "base 2"]
    bench.panel.variants.duplicate("base")
    type_name(bench, "third")
    assert names(bench) == ["base", "third", "base 2"]
    bench.panel.variants.delete("third")
    assert names(bench) == ["base", "base 2"]
    assert bench.document.variant == "base"


def test_escape_gives_up(bench) -> None:
    bench.qtbot.mouseClick(bench.panel.variants.add_chip, LEFT)
    bench.qtbot.keyClick(bench.panel.variants.field, Qt.Key.Key_Escape)
    assert bench.panel.variants.field is None
    assert names(bench) == []
    assert bench.document.undo_stack.count() == 0


def test_the_menu_has_three_actions(bench) -> None:
    add(bench, "other")
    menu = bench.panel.variants.menu("base")
    assert [action.text() for action in menu.actions()] == ["Rename", "Duplicate", "Delete"]
    menu.deleteLater()


def test_the_chips_are_there_in_another_theme(bench) -> None:
    add(bench, "other")
    bench.themes.set_mode("dark")
    row = bench.panel.variants
    bench.qtbot.waitUntil(lambda: all(chip.isVisible() for chip in row.chips.values()))
    bench.qtbot.waitUntil(lambda: row.width() >= row.sizeHint().width() > 100)
    assert row.height() >= row.add_chip.height()
