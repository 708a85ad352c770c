"""What a node's card says and where on the card each part lies; no painting here."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cached_property
from types import UnionType

from PySide6.QtCore import QCoreApplication, QLocale, QRectF, Qt

from playground.engine.events import Diagnostic, NodePlan
from playground.spec.blocks import BlockUse
from playground.spec.entry import Entry, UnknownEntry, fields_of
from playground.spec.graph import Node
from playground.ui import words
from playground.ui.canvas.edits import size_field
from playground.ui.canvas.items.look import Look
from playground.ui.canvas.items.pictures import picture_cells
from playground.ui.engine_words import told

PAD, HEADER, FOOTER = 12.0, 34.0, 30.0
CELL, CELL_GAP, INPUT_CELL, LARGE = 40.0, 6.0, 54.0, 102.0
COLUMNS, MAPS = 4, 12
RADIUS, MAP_RADIUS = 12.0, 5.0
WIDEST, NARROWEST, SENTENCE = 248.0, 76.0, 190.0
LOCK, GAP, LEAST_DETAIL = 18.0, 8.0, 40.0
"""Room for the lock of a frozen card, between title and detail, and for a detail that is cut short."""
LISTED = ", "


@dataclass(frozen=True)
class Context:
    """What a card shows besides its node: the node's plan, its worst problem, its part in the network, the task.

    `expected` is how many numbers it gives as far as one can tell without a plan, `unit_names` what they are called.
    """

    plan: NodePlan | None = None
    problem: Diagnostic | None = None
    is_output: bool = False
    plane: bool = False
    task: str = ""
    expected: int = 0
    unit_names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Face:
    """A card, laid out from its top-left corner. `units` is how many numbers it gives per sample, 0 for no row.

    `strip` is how many units the only cell shows side by side, 0 where each cell is of one unit. `brief` is as much of
    the detail as has room beside the title.
    """

    node: str
    title: str
    detail: str
    shape: str
    parameters: str
    units: int
    width: float
    height: float
    cells: tuple[QRectF, ...] = ()
    more: int = 0
    strip: int = 0
    severity: str = ""
    sentence: str = ""
    hint: str = ""
    sentence_box: QRectF = field(default_factory=QRectF)
    unit_names: tuple[str, ...] = ()
    frozen: bool = False
    unknown: bool = False
    quick: bool = False
    stacked: bool = False
    brief: str = ""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height with the sentence below, for the layout."""
        return self.width, max(self.height, self.sentence_box.bottom())

    @cached_property
    def card(self) -> QRectF:
        """The card itself."""
        return QRectF(0, 0, self.width, self.height)

    @property
    def shown(self) -> int:
        """How many maps are drawn: the last cell says "+n" when there are more units than cells."""
        return len(self.cells) - 1 if self.more else len(self.cells)

    def port_heights(self, count: int) -> list[float]:
        """Where `count` strands leave or enter the side of the card."""
        if count == 1:
            return [self.height / 2]  # so that a line between two cards on one level is straight
        if count == len(self.cells) and len({cell.left() for cell in self.cells}) == 1:
            return [cell.center().y() for cell in self.cells]
        if self.cells:
            top, bottom = self.cells[0].top(), self.cells[-1].bottom()
        else:
            top, bottom = 15.0, self.height - 15.0
        return [top + (i + 0.5) / count * (bottom - top) for i in range(count)]

    def port_widths(self, count: int) -> list[float]:
        """Where `count` strands leave or enter the top or the bottom of the card."""
        if count == 1:
            return [self.width / 2]
        if count == len(self.cells) and len({cell.top() for cell in self.cells}) == 1:
            return [cell.center().x() for cell in self.cells]
        left, right = 16.0, self.width - 16.0
        if self.cells:
            left, right = self.cells[0].left(), max(cell.right() for cell in self.cells)
        return [left + (i + 0.5) / count * (right - left) for i in range(count)]

    @property
    def port_height(self) -> float:
        """Where a single edge leaves or enters."""
        return self.port_heights(1)[0]


def face(node: Node, context: Context, look: Look) -> Face:
    """Lay out the card of a node."""
    units = _units(node, context)
    cells, more, strip = _cells(node, context, units)
    title, detail = _title(node), _detail(node, context, units)
    shape, parameters = _shape(context.plan), _parameters(context.plan)
    grid = max((cell.right() for cell in cells), default=0.0) + PAD
    title_width = look.title_metrics.horizontalAdvance(title)
    head = title_width + look.detail_metrics.horizontalAdvance(detail)
    foot = look.caption_metrics.horizontalAdvance(shape) + look.caption_metrics.horizontalAdvance(parameters)
    frozen = node.lr_factor == 0
    need = max(head + (14 if detail else 0) + (LOCK if frozen else 0), foot + (14 if parameters else 0)) + 2 * PAD
    width = math.ceil(min(WIDEST, max(grid, need, NARROWEST)))
    shift = (width - grid - PAD) / 2 + PAD / 2 if cells else 0.0
    cells = tuple(cell.translated(round(shift), 0) for cell in cells)
    height = max((cell.bottom() for cell in cells), default=HEADER) + FOOTER
    problem = context.problem
    return Face(
        node=node.id,
        title=title,
        detail=detail,
        shape=shape,
        parameters=parameters,
        units=units,
        width=width,
        height=height,
        cells=cells,
        more=more,
        strip=strip,
        severity=problem.severity if problem else ("error" if isinstance(node.layer, UnknownEntry) else ""),
        sentence=told(problem.message) if problem else "",
        hint=told(problem.hint) if problem else "",
        sentence_box=_sentence_box(told(problem.message), width, height, look) if problem else QRectF(),
        unit_names=context.unit_names,
        frozen=frozen,
        unknown=isinstance(node.layer, UnknownEntry),
        quick=bool(size_field(node.layer)),
        stacked=isinstance(node.layer, BlockUse),
        brief=_brief(detail, width - 2 * PAD - (LOCK if frozen else 0) - title_width, look),
    )


def _brief(detail: str, room: float, look: Look) -> str:
    """A detail without the values that find no room beside the title; "" where not even a part of the first does."""
    metrics = look.detail_metrics
    room -= GAP
    values = detail.split(LISTED)
    while len(values) > 1 and metrics.horizontalAdvance(LISTED.join(values)) > room:
        values.pop()
    found = LISTED.join(values)
    if metrics.horizontalAdvance(found) <= room:
        return found
    return metrics.elidedText(found, Qt.TextElideMode.ElideRight, room) if room >= LEAST_DETAIL else ""


def _units(node: Node, context: Context) -> int:
    if context.plan is not None and context.plan.output_shape is not None:
        shape = context.plan.output_shape
        return shape[0] if len(shape) == 1 else 0
    size = size_field(node.layer)
    return min(getattr(node.layer, size), 10**9) if size else context.expected


def _cells(node: Node, context: Context, units: int) -> tuple[tuple[QRectF, ...], int, int]:
    """Cells of the maps, left-aligned at the padding, how many units have none, and how many share a strip."""
    is_input = getattr(node.layer, "inputs", 1) == 0
    if not (is_input or context.is_output or size_field(node.layer)):
        return (), 0, 0
    if not context.plane:
        shape = context.plan.output_shape if context.plan is not None else None
        return picture_cells(shape or (), PAD, HEADER)
    if not units:
        return (), 0, 0
    if context.is_output and units == 1:
        return (QRectF(PAD, HEADER, LARGE, LARGE),), 0, 0
    count = min(units, MAPS)
    cell = INPUT_CELL if is_input and units <= 3 else CELL
    columns = math.ceil(count / COLUMNS) if is_input else min(COLUMNS, count)
    step = cell + CELL_GAP
    cells = tuple(QRectF(PAD + i % columns * step, HEADER + i // columns * step, cell, cell) for i in range(count))
    return cells, units - MAPS + 1 if units > MAPS else 0, 0


def _title(node: Node) -> str:
    if isinstance(node.layer, UnknownEntry):
        return node.name or node.layer.name
    if isinstance(node.layer, BlockUse) and node.layer.repeat > 1:
        return f"{words.node_label(node)} ×{QLocale().toString(node.layer.repeat)}"
    size = size_field(node.layer)
    if not size or node.name:
        return words.node_label(node)
    return f"{words.node_label(node)} {QLocale().toString(getattr(node.layer, size))}"


def _detail(node: Node, context: Context, units: int) -> str:
    if isinstance(node.layer, UnknownEntry):
        return QCoreApplication.translate("canvas", "unknown")
    if node.activation is not None and node.activation.name != "Identity":
        return words.title(node.activation)
    broken = context.problem is not None and context.problem.severity == "error"
    if context.is_output and context.task == "classification" and node.layer.name != "Input" and not broken:
        if units == 1:
            return QCoreApplication.translate("canvas", "logit")
        return QCoreApplication.translate("canvas", "logits")
    return _summary(node.layer)


def _summary(layer: Entry) -> str:
    """The values worth a place on the card: those that change live, and one that is not as usual."""
    if isinstance(layer, BlockUse):
        return ""
    size = size_field(layer)
    known = fields_of(type(layer))
    usual = {name: item.default for name, item in type(layer).__dataclass_fields__.items()}  # type: ignore[attr-defined]  # every entry is a dataclass
    live = [name for name, (meta, _) in known.items() if meta.live]
    odd = [name for name in known if name != size and name not in live and getattr(layer, name) != usual[name]]
    return LISTED.join(_value(layer, name) for name in [*live, *odd][:2] if known[name][1] in (int, float, UnionType))


def _value(layer: Entry, name: str) -> str:
    label = words.from_catalog(fields_of(type(layer))[name][0].label or name)
    value = getattr(layer, name)
    sides = value if isinstance(value, tuple) else (value,)
    return f"{label} {' × '.join(words.number(side) for side in sides)}"


def _shape(plan: NodePlan | None) -> str:
    if plan is not None and plan.waits_for:
        return QCoreApplication.translate("canvas", "waits for {0}").format(words.from_catalog(plan.waits_for))
    if plan is None or plan.output_shape is None:
        return ""
    return "(" + ", ".join(["N", *map(str, plan.output_shape)]) + ")"


def _parameters(plan: NodePlan | None) -> str:
    if plan is None or not plan.parameters + plan.shared:
        return ""
    if plan.shared:
        shared = QCoreApplication.translate("canvas", "{n} shared").format(n=words.short(plan.shared))
        return f"{words.short(plan.parameters)} + {shared}" if plan.parameters else shared
    if plan.parameters == 1:
        return QCoreApplication.translate("canvas", "1 param")
    return QCoreApplication.translate("canvas", "{n} params").format(n=QLocale().toString(plan.parameters))


def _sentence_box(text: str, width: float, height: float, look: Look) -> QRectF:
    wide = max(width, SENTENCE)
    flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter)
    bound = look.caption_metrics.boundingRect(QRectF(0, 0, wide, 400), flags, text)
    return QRectF((width - wide) / 2, height + 8, wide, math.ceil(bound.height()))
