"""Picking an entry from a list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from playground.catalog.kinds import Activation
from playground.spec.entry import entries, make
from playground.ui.panels.entry_picker import EntryPicker


def picker_of(qtbot: Any, *args: Any, **kwargs: Any) -> tuple[EntryPicker, list[Any]]:
    picker = EntryPicker(*args, **kwargs)
    qtbot.addWidget(picker)
    picker.show()
    said: list[Any] = []
    picker.picked.connect(said.append)
    return picker, said


def test_a_click_in_the_list_picks_and_keeps_the_rate(qtbot: Any, studio: Any) -> None:
    picker, said = picker_of(qtbot, "optimizer")
    picker.set_entry(make("optimizer", {"entry": "SGD", "lr": 0.5}))
    assert said == []
    picker.showPopup()
    listed = picker.popup.list
    item = next(listed.item(row) for row in range(listed.count()) if listed.item(row).text() == "AdamW")
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.visualItemRect(item).center())
    assert [one.name for one in said] == ["AdamW"]
    assert said[0].values()["lr"] == 0.5
    assert picker.currentText() == "AdamW"
    assert not picker.popup.isVisible()


def test_typing_finds_and_enter_takes(qtbot: Any, studio: Any) -> None:
    picker, said = picker_of(qtbot, "layer", lambda cls: issubclass(cls, Activation), "None")
    picker.set_entry(None)
    assert picker.currentText() == "None"
    picker.showPopup()
    assert picker.popup.search.isVisible()
    qtbot.keyClicks(picker.popup.search, "leaky")
    qtbot.keyClick(picker.popup.search, Qt.Key.Key_Return)
    assert [one.name for one in said] == ["LeakyReLU"]
    picker.pick(None)
    assert said[-1] is None


def test_the_same_again_says_nothing(qtbot: Any, studio: Any) -> None:
    picker, said = picker_of(qtbot, "loss")
    picker.set_entry(make("loss", {"entry": "MSELoss"}))
    picker.pick(entries("loss")["MSELoss"])
    assert said == []


def test_an_unknown_entry_is_shown_by_its_name_and_can_be_replaced(qtbot: Any, studio: Any) -> None:
    picker, said = picker_of(qtbot, "loss")
    picker.set_entry(make("loss", {"entry": "TverskyLoss"}))
    assert picker.currentText() == "TverskyLoss"
    picker.pick(entries("loss")["MSELoss"])
    assert [one.name for one in said] == ["MSELoss"]
    assert picker.findText("TverskyLoss") < 0
