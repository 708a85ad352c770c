"""What the clipboard may hold, and what is made of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData

from playground.catalog.starter import starter
from playground.ui.canvas.mime import graph_from_mime, graph_to_mime


def test_a_network_comes_back_as_it_was() -> None:
    graph = starter().networks["model"]
    assert graph_from_mime(graph_to_mime(graph)) == graph


def test_a_clipboard_that_is_not_there_holds_nothing() -> None:
    assert graph_from_mime(None) is None


@pytest.mark.parametrize("text", ["", "words", "[1", '{"nodes": []}', '{"nodes": [{"id": "a b"}]}', "[" * 100_000])
def test_anything_else_is_refused(text: str) -> None:
    data = QMimeData()
    data.setText(text)
    assert graph_from_mime(data) is None
