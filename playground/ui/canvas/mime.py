"""What a dragged layer and copied nodes look like outside the canvas."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from PySide6.QtCore import QByteArray, QCoreApplication, QMimeData

from playground.spec.blocks import Block
from playground.spec.definitions import needed_by
from playground.spec.entry import Entry, make
from playground.spec.errors import SpecError
from playground.spec.files import MAX_BYTES
from playground.spec.forms import FORMAT, block_to_json, entry_to_json, graph_to_json
from playground.spec.graph import Graph
from playground.spec.parse import blocks_from_json, graph_from_outside
from playground.ui.engine_words import told

translate = QCoreApplication.translate
MAX_LOOK = 100_000
"""How many characters of a text are looked at to see whether it may hold layers."""

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


def graph_to_mime(graph: Graph, blocks: Mapping[str, Block] | None = None) -> QMimeData:
    """Pack nodes for the clipboard, with those of the blocks that they use."""
    used = {key: block_to_json(blocks[key]) for key in needed_by(graph, blocks)} if blocks else {}
    raw = {**graph_to_json(graph), **({"blocks": used} if used else {})}
    packed = msgspec.json.format(_packed(raw), indent=2)
    data = QMimeData()
    data.setData(GRAPH_MIME, QByteArray(packed))
    data.setText(packed.decode())
    return data


class ClipError(ValueError):
    """What is on the clipboard cannot be put into a network; the message is a sentence."""


def graph_from_mime(data: QMimeData | None) -> Graph:
    """The nodes on the clipboard; see `clip_from_mime`."""
    return clip_from_mime(data)[0]


def clip_from_mime(data: QMimeData | None) -> tuple[Graph, dict[str, Block]]:
    """The nodes on the clipboard and their blocks, checked like a file. A system without a clipboard gives no data.

    Raises:
        ClipError: there are none, or they cannot be read.
    """
    raw = _raw(data)
    if len(raw) > MAX_BYTES:
        raise ClipError(translate("canvas", "The clipboard holds too much to be layers."))
    try:
        plain = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        plain = None
    if isinstance(plain, dict) and plain.get("format") == FORMAT:
        raise ClipError(
            translate("canvas", "The clipboard holds a whole experiment. Save it as a file and open that file.")
        )
    if not isinstance(plain, dict) or not plain.get("nodes"):
        raise ClipError(translate("canvas", "The clipboard holds no layers."))
    try:
        return graph_from_outside(plain), blocks_from_json(plain.get("blocks", {}))
    except SpecError as error:
        said = translate("canvas", "The layers on the clipboard cannot be read: {reason}").format(
            reason=told(str(error))
        )
        raise ClipError(said if said.endswith(".") else f"{said}.") from None


def holds_graph(data: QMimeData | None) -> bool:
    """Whether layers may be on the clipboard, without reading all of it."""
    return data is not None and (data.hasFormat(GRAPH_MIME) or '"nodes"' in data.text()[:MAX_LOOK])


def _raw(data: QMimeData | None) -> bytes:
    if data is None:
        return b""
    return bytes(data.data(GRAPH_MIME).data()) if data.hasFormat(GRAPH_MIME) else data.text().encode(errors="replace")


def _packed(raw: object) -> bytes:
    return msgspec.json.encode(msgspec.to_builtins(raw), order="sorted")
