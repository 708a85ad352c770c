"""What a dragged layer and copied nodes look like outside the canvas."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QByteArray, QMimeData

from playground.spec.entry import Entry, make
from playground.spec.errors import SpecError
from playground.spec.files import MAX_BYTES
from playground.spec.forms import entry_to_json, graph_to_json
from playground.spec.graph import Graph
from playground.spec.parse import graph_from_json

ENTRY_MIME = "application/x-nnplayground-entry"
"""A layer on its way from the palette to the canvas: the JSON of `entry_to_json`."""

GRAPH_MIME = "application/x-nnplayground-graph"
"""Copied nodes and the edges among them: the JSON of `graph_to_json`; the same text travels as plain text."""


def entry_to_mime(layer: Entry) -> QMimeData:
    """Pack a layer for dragging."""
    data = QMimeData()
    data.setData(ENTRY_MIME, QByteArray(_packed(entry_to_json(layer))))
    return data


def entry_from_mime(data: QMimeData) -> Entry | None:
    """The dragged layer, or None when something else is dragged."""
    if not data.hasFormat(ENTRY_MIME):
        return None
    try:
        raw = msgspec.json.decode(data.data(ENTRY_MIME).data())
        return make("layer", raw) if isinstance(raw, dict) else None
    except (SpecError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def graph_to_mime(graph: Graph) -> QMimeData:
    """Pack nodes for the clipboard."""
    packed = msgspec.json.format(_packed(graph_to_json(graph)), indent=2)
    data = QMimeData()
    data.setData(GRAPH_MIME, QByteArray(packed))
    data.setText(packed.decode())
    return data


def graph_from_mime(data: QMimeData | None) -> Graph | None:
    """The nodes on the clipboard, checked like a file; None when there are none. A system without one gives no data."""
    if data is None:
        return None
    raw = data.data(GRAPH_MIME).data() if data.hasFormat(GRAPH_MIME) else data.text().encode()
    if not raw or len(raw) > MAX_BYTES:
        return None
    try:
        graph = graph_from_json(msgspec.json.decode(raw))
    except (SpecError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return graph if graph.nodes else None


def _packed(raw: object) -> bytes:
    return msgspec.json.encode(msgspec.to_builtins(raw), order="sorted")
