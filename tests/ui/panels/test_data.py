"""The data panel with a real mouse."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage

from playground.catalog.data import images
from playground.catalog.data.arrays import ArrayFile
from playground.catalog.data.files import CsvFile, inspect
from playground.catalog.kinds import Data
from playground.engine.events import Diagnostic
from playground.spec.entry import entries, make
from playground.spec.errors import DataError
from playground.ui.panels import csv_head, previews, tiles
from playground.ui.panels.choices import ChipsField
from playground.ui.panels.data import DataPanel
from playground.ui.panels.fields import NumberField
from playground.ui.studio import Studio
from playground.ui.theme import DARK, LIGHT

PLANE = [cls for cls in entries("data").values() if cls.plane]  # type: ignore[attr-defined]  # data entries have it


def colours(image: QImage) -> int:
    return len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())})


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("cls", PLANE, ids=lambda cls: cls.__name__)
def test_every_thumbnail_shows_points(qapp: Any, cls: type[Data], theme: Any) -> None:
    image = tiles.picture(tiles.few(cls), theme, 44, 1.0)
    assert image.width() == 44
    assert colours(image) > 20


def test_a_thumbnail_is_drawn_once_for_each_theme(show: Any, studio: Studio) -> None:
    tile = show(DataPanel).sets.tiles[0]
    first = tile.thumbnail()
    assert tile.thumbnail() is first
    studio.themes.set_mode("dark")
    assert tile.thumbnail() is not first


def test_the_fold_opens_for_what_lies_there(show: Any, studio: Studio) -> None:
    panel = show(DataPanel)
    assert not panel.sets.more.expanded()
    panel._pick(entries("data")["Wine"])
    assert panel.sets.more.expanded()
    assert panel.open_button.isVisible()


def test_a_click_on_a_tile_changes_the_data_in_one_undo_step(qtbot: Any, show: Any, studio: Studio) -> None:
    panel = show(DataPanel)
    spiral = next(tile for tile in panel.sets.tiles if tile.entry_class.__name__ == "Spiral")
    qtbot.mouseClick(spiral, Qt.MouseButton.LeftButton)
    assert studio.document.experiment.data.name == "Spiral"
    assert studio.document.undo_stack.count() == 1
    assert spiral.isChecked()
    studio.document.undo_stack.undo()
    assert not spiral.isChecked()
    assert [tile.entry_class.__name__ for tile in panel.sets.tiles if tile.isChecked()] == ["Circle"]


def test_regression_changes_loss_and_metrics_in_the_same_step(qtbot: Any, show: Any, studio: Studio) -> None:
    panel = show(DataPanel)
    panel.sets.more.set_expanded(True)
    plane = next(tile for tile in panel.sets.tiles if tile.entry_class.__name__ == "RegPlane")
    before = studio.document.experiment
    qtbot.mouseClick(plane, Qt.MouseButton.LeftButton)
    assert studio.document.experiment.loss.name == "MSELoss"
    assert studio.document.experiment.objective.name == "Regression"
    assert studio.document.undo_stack.count() == 1
    studio.document.undo_stack.undo()
    assert studio.document.experiment == before


def test_tables_are_chips_and_hide_what_points_have(qtbot: Any, show: Any, studio: Studio) -> None:
    panel = show(DataPanel)
    panel.sets.more.set_expanded(True)
    qtbot.mouseClick(panel.sets.chips[entries("data")["Iris"]], Qt.MouseButton.LeftButton)
    assert studio.document.experiment.data.name == "Iris"
    assert studio.document.experiment.data.values()["scaling"] == "standardise"
    assert list(panel.numbers.rows) == ["train_share", "test_share"]
    assert panel._features_section.isHidden()
    studio.document.undo_stack.undo()
    assert "label_noise" in panel.numbers.rows
    assert not panel._features_section.isHidden()


def test_a_drag_of_a_slider_is_one_undo_step(qtbot: Any, show: Any, studio: Studio) -> None:
    panel = show(DataPanel)
    field = panel.numbers.field("label_noise")
    assert isinstance(field, NumberField)
    slider = field.slider.slider
    y = slider.height() // 2
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(7, y))
    for x in (14, 20, 26):
        qtbot.mouseMove(slider, QPoint(x, y))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(26, y))
    first = studio.document.experiment.data.values()["label_noise"]
    assert first > 0
    assert studio.document.undo_stack.count() == 1
    assert studio.document.undo_stack.undoText() == "Change label noise"
    slider.setValue(slider.maximum())
    assert studio.document.undo_stack.count() == 2
    studio.document.undo_stack.undo()
    assert field.slider.value() == first


def test_features_are_chips(qtbot: Any, show: Any, studio: Studio) -> None:
    panel = show(DataPanel)
    chips = panel.features.field("features")
    assert isinstance(chips, ChipsField)
    assert chips.chips["x1^2"].text() == "x₁²"
    qtbot.mouseClick(chips.chips["x1^2"], Qt.MouseButton.LeftButton)
    assert studio.document.experiment.data.values()["features"] == ("x1", "x2", "x1^2")


def test_new_data_take_the_next_seed(qtbot: Any, show: Any, studio: Studio) -> None:
    panel = show(DataPanel)
    qtbot.mouseClick(panel.regenerate, Qt.MouseButton.LeftButton)
    assert studio.document.experiment.data.values()["seed"] == 1
    assert panel.seed.field("seed").box.value() == 1  # type: ignore[attr-defined]  # a WholeField


def test_the_detail_says_how_many_and_what_share(show: Any) -> None:
    assert show(DataPanel)._sets_section.header.detail() == "400 · 50 % train"


def test_a_shared_edit_reaches_a_variant_with_a_patch(show: Any, studio: Studio) -> None:
    panel = show(DataPanel)
    studio.document.show_variant("decay")
    panel._pick(entries("data")["Xor"])
    assert studio.document.experiment.data.name == "Xor"
    assert studio.document.shown.data.name == "Xor"
    assert dict(studio.document.experiment.variants[1].patch) == {"optimizer.weight_decay": 0.3}


def test_unknown_data_are_told(show: Any, studio: Studio) -> None:
    panel = show(DataPanel)
    strange = make("data", {"entry": "Galaxies", "n": 3})
    studio.document.commit("x", replace(studio.document.experiment, data=strange))
    assert "does not know" in panel.problem
    studio.document.undo_stack.undo()
    assert panel.problem == ""


# --- tables of a person's own ------------------------------------------------------------------------------


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "flowers.csv"
    rows = [f"{i},{i % 7},{i * 0.5},{'ab'[i % 2]},{'xyz'[i % 3]}" for i in range(1, 40)]
    path.write_text("id,length,width,colour,species\n" + "\n".join(rows) + "\n")
    return path


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, studio: Studio) -> None:
    """The engine's answer to a look into a file, without the engine."""

    def answer(path: Path, say: Any) -> None:
        try:
            value, error = inspect(str(path)), ""
        except DataError as fault:
            value, error = None, f"{fault} {fault.hint}".strip()
        say(value, error)

    monkeypatch.setattr(studio.runs.questions, "inspect", answer)


@pytest.mark.usefixtures("asked")
def test_a_table_is_read_shown_and_learnt_from(show: Any, studio: Studio, table: Path) -> None:
    panel = show(DataPanel)
    panel.open_csv(table)
    data = studio.document.experiment.data
    assert isinstance(data, CsvFile)
    assert (data.target_column, data.target_type, data.ignore) == ("species", "class", "id")
    assert studio.document.undo_stack.undoText() == "Open flowers.csv"
    assert panel.csv.isVisible()
    assert panel.csv.preview.rowCount() == 5
    assert panel.csv.preview.item(0, 4).text() == "y"
    assert panel.csv.header.detail() == "39 rows · 5 columns"
    assert [chip.text() for chip in panel.csv.columns.widgets()] == [
        "id · number",
        "length · number",
        "width · number",
        "colour · text",
    ]


@pytest.mark.usefixtures("asked")
def test_every_correction_is_an_undoable_edit(qtbot: Any, show: Any, studio: Studio, table: Path) -> None:
    panel = show(DataPanel)
    panel.open_csv(table)
    panel.csv._correct(target_column="width", target_type="number")
    data = studio.document.experiment.data
    assert isinstance(data, CsvFile)
    assert (data.target_column, data.task) == ("width", "regression")
    assert studio.document.experiment.loss.name == "MSELoss"
    chips = {chip.text(): chip for chip in panel.csv.columns.widgets()}
    qtbot.mouseClick(chips["length · number"], Qt.MouseButton.LeftButton)
    assert studio.document.experiment.data.values()["ignore"] == "id, length"
    studio.document.undo_stack.undo()
    studio.document.undo_stack.undo()
    assert studio.document.experiment.loss.name == "BCEWithLogitsLoss"
    studio.document.undo_stack.undo()
    assert studio.document.experiment.data.name == "Circle"
    assert not panel.csv.isVisible()


@pytest.mark.usefixtures("asked")
def test_another_target_is_a_number_or_a_class_by_what_it_holds(show: Any, studio: Studio, table: Path) -> None:
    panel = show(DataPanel)
    panel.open_csv(table)
    panel.csv._correct(target_column="width")
    assert studio.document.experiment.data.task == "regression"
    panel.csv._correct(target_column="colour")
    assert studio.document.experiment.data.task == "classification"


@pytest.mark.usefixtures("asked")
def test_a_bad_correction_is_told_and_kept_and_the_data_stay(show: Any, studio: Studio, table: Path) -> None:
    panel = show(DataPanel)
    panel.open_csv(table)
    count = studio.document.undo_stack.count()
    panel.csv._correct(target_type="number")
    assert 'The target "species" is no column of numbers' in panel.csv.problem
    assert studio.document.undo_stack.count() == count
    panel.csv._correct(target_column="width")
    assert panel.csv.problem == ""
    assert studio.document.experiment.data.values()["target_type"] == "number"


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "is empty"), (b"a,b\n1,2\n3\n", "Line 3 has 1 column"), (b"only\n1\n2\n", "one column only")],
)
def test_a_bad_file_is_one_sentence_and_changes_nothing(
    show: Any, studio: Studio, tmp_path: Path, content: bytes, said: str
) -> None:
    panel = show(DataPanel)
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    panel.open_csv(path)
    assert said in panel.csv.problem
    assert panel.csv.isVisible()
    assert not panel.csv.preview.isVisible()
    assert studio.document.undo_stack.count() == 0


@pytest.mark.usefixtures("asked")
def test_a_table_can_be_dropped(show: Any, studio: Studio, table: Path) -> None:
    panel = show(DataPanel)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(table))])
    drop = QDropEvent(
        QPointF(20, 20), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    panel.dropEvent(drop)
    assert isinstance(studio.document.experiment.data, CsvFile)


@pytest.mark.usefixtures("asked")
def test_numpy_files_come_in_where_tables_do(show: Any, studio: Studio, tmp_path: Path) -> None:
    panel = show(DataPanel)
    for name, values in (("x", np.zeros((6, 4))), ("y", np.arange(6) % 3), ("alone", np.zeros(3))):
        np.save(tmp_path / f"{name}.npy", values)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "x.npy"))])
    drop = QDropEvent(
        QPointF(20, 20), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    panel.dropEvent(drop)
    data = studio.document.experiment.data
    assert isinstance(data, ArrayFile)
    assert (Path(data.path).name, Path(data.targets).name, data.target_type) == ("x.npy", "y.npy", "class")
    assert studio.document.undo_stack.undoText() == "Open x.npy"
    assert {"path", "targets", "target_type", "images"} == set(panel.others.rows)
    assert not panel.csv.isVisible()
    panel.open_csv(tmp_path / "alone.npy")
    assert "there is no file with its targets" in panel.csv.problem
    assert panel.csv.isVisible()
    assert studio.document.experiment.data is data
    panel.open_csv(tmp_path / "x.npy")
    assert not panel.csv.isVisible()
    assert studio.document.undo_stack.count() == 1


def test_of_a_long_file_only_the_beginning_is_read(monkeypatch: pytest.MonkeyPatch, table: Path) -> None:
    monkeypatch.setattr(csv_head, "ENOUGH", 120)
    assert 2 < len(csv_head.head(CsvFile(path=str(table))).lines) < 12


def test_what_is_wrong_with_the_data_stands_where_it_is(show: Any, studio: Studio) -> None:
    panel = show(DataPanel)
    studio.runs.plans["plain"].problems.append(Diagnostic("has too many points", "Use fewer.", place="data.n"))
    studio.runs.plans["plain"].problems.append(Diagnostic("the file is gone", place="data"))
    studio.runs.planned.emit()
    assert panel.others.rows["n"].problem() == "Has too many points. Use fewer."
    assert panel.problem == "The file is gone."
    studio.runs.plans["plain"].problems.clear()
    studio.runs.planned.emit()
    assert panel.others.rows["n"].problem() == ""
    assert panel.problem == ""


# --- data that lie on no plane ------------------------------------------------------------------------------

OTHERS = [
    cls
    for cls in entries("data").values()
    if not cls.plane and cls.group not in ("Tables", "Your files")  # type: ignore[attr-defined]  # as above
]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("cls", OTHERS, ids=lambda cls: cls.__name__)
def test_every_preview_shows_samples(qapp: Any, cls: type[Data], theme: Any) -> None:
    image = previews.preview(tiles.few(cls), theme, 36, 1.0)
    assert image.width() == 36
    assert colours(image) > 4


def test_the_first_digits_are_those_of_scikit_learn() -> None:
    for few, every in zip(images.first_digits(), images.digits(), strict=True):
        assert (few == every[:16]).all()


def test_a_click_on_a_sequence_fits_the_network_in_one_undo_step(qtbot: Any, show: Any, studio: Studio) -> None:
    panel = show(DataPanel, height=1600)
    panel.sets.more.set_expanded(True)
    words = next(tile for tile in panel.sets.tiles if tile.entry_class.__name__ == "Sentences")
    assert words.text() == "Sentences"
    before = studio.document.experiment
    qtbot.mouseClick(words, Qt.MouseButton.LeftButton)
    layers = [node.layer.name for node in studio.document.experiment.networks["model"].order()]
    assert layers[:4] == ["Input", "Embedding", "Flatten", "Linear"]
    assert list(panel.seed.rows) == ["seed"]
    assert studio.document.undo_stack.count() == 1
    studio.document.undo_stack.undo()
    assert studio.document.experiment == before
    assert list(panel.seed.rows) == ["scaling", "seed"]


def test_a_picture_that_fails_leaves_the_tile_and_is_told_once(
    qtbot: Any, show: Any, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    tile, few = show(DataPanel).sets.tiles[0], tiles.few

    def fails(cls: type[Data]) -> object:
        if cls is tile.entry_class:
            raise DataError("the samples cannot be read")
        return few(cls)

    monkeypatch.setattr(tiles, "few", fails)
    told: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, value, _trace: told.append(str(value)))
    tile.resize(60, 60)
    for _ in range(2):
        image = tile.grab().toImage()
        qtbot.waitUntil(lambda: bool(told))
    assert told == ["the samples cannot be read"]
    assert colours(image) > 1  # its frame is there


def test_the_chosen_data_are_scrolled_into_sight(qtbot: Any, show: Any, studio: Studio) -> None:
    panel = show(DataPanel)
    panel.resize(268, 400)
    panel._pick(entries("data")["Digits"])
    qtbot.waitUntil(lambda: panel.verticalScrollBar().value() > 0)
    chosen = panel.sets.chosen
    place = chosen.mapTo(panel.viewport(), QPoint(0, 0)).y()
    assert 0 <= place <= panel.viewport().height() - chosen.height()
    studio.document.undo_stack.undo()
    qtbot.waitUntil(lambda: panel.verticalScrollBar().value() < 60)
    assert panel.sets.chosen.entry_class.__name__ == "Circle"
