"""The small kit that panels and views are built from."""

from __future__ import annotations

from playground.ui.widgets.card import Card
from playground.ui.widgets.chip import Chip
from playground.ui.widgets.collapsible import Collapsible
from playground.ui.widgets.dock_title import DockTitle
from playground.ui.widgets.empty_state import EmptyState
from playground.ui.widgets.flow import ChipRow, FlowLayout
from playground.ui.widgets.form_row import FormRow, help_tip
from playground.ui.widgets.icon_label import IconLabel
from playground.ui.widgets.kinds import button, label, line, set_invalid, set_kind
from playground.ui.widgets.labels import ElidedLabel, SectionTitle
from playground.ui.widgets.map_image import map_image
from playground.ui.widgets.message import calm
from playground.ui.widgets.share_bar import ShareBar
from playground.ui.widgets.tick import Tick, TickState
from playground.ui.widgets.value_slider import ValueSlider

__all__ = [
    "Card",
    "Chip",
    "ChipRow",
    "Collapsible",
    "DockTitle",
    "ElidedLabel",
    "EmptyState",
    "FlowLayout",
    "FormRow",
    "IconLabel",
    "SectionTitle",
    "ShareBar",
    "Tick",
    "TickState",
    "ValueSlider",
    "button",
    "calm",
    "help_tip",
    "label",
    "line",
    "map_image",
    "set_invalid",
    "set_kind",
]
