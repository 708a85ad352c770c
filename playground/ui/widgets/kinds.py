"""Plain Qt widgets in the roles that the style sheet knows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

RETHEMED = frozenset({QEvent.Type.PaletteChange, QEvent.Type.StyleChange})


def set_kind(widget: QWidget, kind: str) -> None:
    """Give a widget a role of the style sheet, such as "primary" for a button or "secondary" for a label."""
    if widget.property("kind") != kind:
        widget.setProperty("kind", kind)
        repolish(widget)


def set_invalid(widget: QWidget, invalid: bool) -> None:
    """Draw a field with an error border, or without."""
    if bool(widget.property("invalid")) != invalid:
        widget.setProperty("invalid", invalid)
        repolish(widget)


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at the widget's properties again; it does so anyway before a widget is first shown."""
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def label(text: str, kind: str = "", wrap: bool = False) -> QLabel:
    """Return a plain-text label: "title", "strong", "heading", "secondary", "label", "caption", "good" … or body."""
    made = QLabel(text)
    made.setTextFormat(made.textFormat().PlainText)
    made.setWordWrap(wrap)
    if kind:
        set_kind(made, kind)
    return made


def button(text: str, kind: str = "", tip: str = "") -> QPushButton:
    """Return a push button: "" for the outlined one, "primary" for the one filled, "small" or "link"."""
    made = QPushButton(text)
    made.setToolTip(tip)
    if kind:
        set_kind(made, kind)
    return made


def line(vertical: bool = False) -> QFrame:
    """Return a hairline between two parts of a panel."""
    made = QFrame()
    set_kind(made, "line")
    if vertical:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made
