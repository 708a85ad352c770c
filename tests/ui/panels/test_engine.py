"""Panels in front of the real engine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from playground.catalog.data.files import CsvFile
from playground.ui.panels.data import DataPanel
from playground.ui.panels.inspector import InspectorPanel
from playground.ui.panels.problems import ProblemsPanel
from playground.ui.studio import Studio

WAIT = 60_000


@pytest.fixture
def running(studio: Studio) -> Iterator[Studio]:
    studio.runs.plans.clear()
    studio.runs.open_engine()
    yield studio
    studio.runs.close_engine()


def test_a_table_is_opened_and_a_bad_one_told(qtbot: Any, show: Any, running: Studio, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text("a,b,label\n" + "".join(f"{i},{i * i % 7},{'xy'[i % 2]}\n" for i in range(30)))
    bad.write_text("a,b,label\n1,2\n")
    panel, problems, inspector = show(DataPanel), show(ProblemsPanel), show(InspectorPanel)
    inspector.show_nodes(["hidden1"])
    panel.open_csv(good)
    qtbot.waitUntil(lambda: isinstance(running.document.experiment.data, CsvFile), timeout=WAIT)
    detail = panel._sets_section.header.detail
    qtbot.waitUntil(lambda: detail() == "30 · 70 % train", timeout=WAIT)
    assert problems.empty.isVisible(), [row.problem for row in problems.rows]
    assert "24 parameters" in inspector.numbers.text()
    panel.open_csv(bad)
    qtbot.waitUntil(lambda: bool(panel.csv.problem), timeout=WAIT)
    assert "ine 2" in panel.csv.problem
    data = running.document.experiment.data
    assert isinstance(data, CsvFile)
    assert Path(data.path) == good
