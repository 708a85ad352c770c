"""Names of classes are translated for people, and only for them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from playground import catalog
from playground.spec.entry import entries
from playground.ui.content_words import CONTEXT, class_name, class_names, of_head, sources
from playground.ui.series_words import is_share, series_words, value_words
from playground.ui.tokens import LIGHT
from playground.ui.views.predicted import Predicted
from playground.ui.views.predictions_paint import keys
from playground.ui.words import short

catalog.load()


class Shout(QTranslator):
    """Says "circle" in another language."""

    def isEmpty(self) -> bool:  # noqa: N802  # the name is Qt's
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        del disambiguation, n
        return "圆形" if (context, text) == (CONTEXT, "circle") else None


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    shout = Shout()
    qapp.installTranslator(shout)
    yield
    qapp.removeTranslator(shout)


@pytest.mark.usefixtures("chinese")
def test_classes_are_told_in_the_language_of_the_window() -> None:
    assert class_names(["circle", "mine", ""]) == ["圆形", "mine", ""]
    assert entries("data")["Shapes"].class_names[0] == "circle"  # type: ignore[attr-defined]  # a Data


@pytest.mark.usefixtures("chinese")
def test_legends_of_pictures_tell_them_so() -> None:
    said = Predicted({"mask": np.zeros((1, 2, 2), int)}, ["background", "circle"])
    assert next(text for _, text in keys(said, LIGHT)) == "圆形"


def test_words_are_to_be_translated_and_signs_are_not() -> None:
    found = sources()
    assert {"circle", "ring", "officer", "shape", "box"} <= set(found)
    assert not {"0", "7", "+1", "a", ""} & set(found)


def test_a_curve_of_one_answer_says_which() -> None:
    assert of_head("shape_accuracy") == ("shape", "accuracy")
    assert of_head("code_spread") is None
    assert of_head("accuracy") is None
    assert class_name("circle") == "circle"
    assert series_words("shape_accuracy") == "shape accuracy"
    assert series_words("box_loss") == "box loss"


def test_shares_are_told_in_percent() -> None:
    assert is_share("root_accuracy")
    assert is_share("shape_accuracy")
    assert not is_share("box_mae")
    assert value_words("shape_accuracy", 0.5) == "50 %"


def test_a_slow_pace_is_not_none() -> None:
    assert [short(rate) for rate in (0.351, 0.0, 4.0, 12.6, 32_100)] == ["0.35", "0", "4", "13", "32.1 k"]
