"""Augmentations to switch on, and their preview, asked for by who sees it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from playground.engine.events import DataInfo
from playground.spec.entry import entries, make
from playground.ui.panels.augmentation import AugmentationSection, picture
from playground.ui.panels.data import DataPanel
from playground.ui.studio import Studio
from tests.ui.panels.conftest import plan

Asked = list[tuple[int, Callable[[Any, str], None]]]


@pytest.fixture
def asked(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Seeds of those who wait for an answer."""
    found: Asked = []
    monkeypatch.setattr(
        studio.runs.questions, "augmented", lambda _made, _variant, seed, answer: found.append((seed, answer))
    )
    return found


def learn_from(studio: Studio, name: str, *augmentations: str) -> None:
    chosen = tuple(make("augmentation", {"entry": one}) for one in augmentations)
    data = make("data", {"entry": name})
    studio.document.commit("x", replace(studio.document.experiment, data=data, augmentations=chosen, variants=()))


@pytest.fixture
def section(studio: Studio, qtbot: QtBot, asked: Asked) -> AugmentationSection:
    made = AugmentationSection(studio)
    studio.document.changed.connect(lambda *_: made.show_value())
    made.resize(268, 700)
    qtbot.addWidget(made)
    learn_from(studio, "Digits")
    made.show()
    return made


def offered(section: AugmentationSection) -> set[str]:
    return {cls.__name__ for cls, row in section.rows.items() if not row.isHidden()}


def test_only_what_goes_with_the_data_is_offered_and_what_is_chosen_stays_in_sight(
    section: AugmentationSection, studio: Studio
) -> None:
    images = {name for name, cls in entries("augmentation").items() if cls.group == "Images"}
    assert offered(section) == images - {"Saturation"}
    learn_from(studio, "Sentences")
    assert offered(section) == set(entries("augmentation")) - images
    learn_from(studio, "Circle", "Rotation")
    assert offered(section) == {"Rotation"}


def test_the_panel_has_no_such_section_for_points(show: Any, studio: Studio) -> None:
    panel = show(DataPanel)
    assert panel.augmentation.isHidden()
    learn_from(studio, "Digits")
    assert not panel.augmentation.isHidden()
    learn_from(studio, "Circle")
    assert panel.augmentation.isHidden()


def test_data_that_only_the_engine_knows_are_taken_for_what_it_found(show: Any, studio: Studio) -> None:
    panel = show(DataPanel)
    learn_from(studio, "CsvFile")
    assert panel.augmentation.isHidden()
    info = DataInfo("classification", [3, 8, 8], [], ["a", "b"], 10, 5, False)
    studio.runs.plans = {studio.document.variant: replace_data(info)}
    studio.runs.planned.emit()
    assert not panel.augmentation.rows[entries("augmentation")["Saturation"]].isHidden()


def replace_data(info: DataInfo) -> Any:
    import msgspec

    return msgspec.structs.replace(plan(), data=info)


def test_one_is_switched_on_and_off_and_keeps_its_value(section: AugmentationSection, studio: Studio) -> None:
    row = section.rows[entries("augmentation")["Rotation"]]
    row.box.click()
    assert studio.document.undo_stack.undoText() == "Switch on rotation"
    row.form.field("degrees").slider.slider.setValue(row.form.field("degrees").slider.slider.maximum())
    assert studio.document.shown.augmentations[0].values()["degrees"] == 180
    section.rows[entries("augmentation")["Mixup"]].box.click()
    section.rows[entries("augmentation")["Scale"]].box.click()
    assert [one.name for one in studio.document.shown.augmentations] == ["Rotation", "Scale", "Mixup"]
    row.box.click()
    row.box.click()
    assert studio.document.shown.augmentations[0].values()["degrees"] == 180


def test_a_preview_is_asked_for_once_it_is_seen_and_after_edits_that_matter(
    section: AugmentationSection, studio: Studio, asked: Asked, qtbot: QtBot
) -> None:
    QApplication.processEvents()
    assert asked == []
    assert section.preview.isHidden()
    learn_from(studio, "Digits", "Rotation")
    qtbot.waitUntil(lambda: len(asked) == 1)
    asked[0][1]({"images": np.random.default_rng(0).random((3, 9, 1, 8, 8), np.float32)}, "")
    section.grab()
    QApplication.processEvents()
    assert len(asked) == 1
    assert [len(one) for one in section.preview.plot.samples] == [9, 9, 9]
    assert section.preview.plot.heightForWidth(244) > 200
    section.anew.click()
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert [seed for seed, _ in asked] == [0, 1]
    studio.document.edit("x", replace(studio.document.shown, epochs=7))
    section.grab()
    QApplication.processEvents()
    assert len(asked) == 2
    asked[1][1](None, "Rotation changes images, and the samples of Circle are none.")
    assert section.preview.words.text().startswith("Rotation changes images")
    assert section.preview.plot.samples == ()
    studio.runs.engine_changed.emit()
    qtbot.waitUntil(lambda: len(asked) == 3)


def test_texts_are_told_below_their_sample(
    section: AugmentationSection, studio: Studio, asked: Asked, qtbot: QtBot
) -> None:
    learn_from(studio, "Sentences", "RandomSwap")
    qtbot.waitUntil(lambda: len(asked) == 1)
    same = ["i loved it"] * 9
    asked[0][1](
        {"texts": [["the plot was dull", "plot the was dull", "the plot was dull", "plot the was dull"], same]}, ""
    )
    (first, others), (second, none) = section.preview.texts
    assert (first.text(), others.text()) == ("the plot was dull", "→ plot the was dull")
    assert (second.text(), none.text()) == ("i loved it", "None of 8 versions differs.")
    assert first.isVisibleTo(section)


def test_pictures_are_grey_or_in_colours_and_cut_off_at_the_ends() -> None:
    grey = picture(np.array([[[-1.0, 0.5, 2.0]]], np.float32))
    assert [grey.pixelColor(x, 0).red() for x in range(3)] == [0, 128, 255]
    red = picture(np.array([[[1.0]], [[0.0]], [[0.25]]], np.float32))
    assert red.pixelColor(0, 0).getRgb() == (255, 0, 64, 255)
