"""Message boxes in the window's own style."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QMessageBox

MARGINS = (6, 20, 20, 16)
"""The box indents its texts by itself; at the left less is added."""


def calm(box: QMessageBox) -> QMessageBox:
    """Give a box room, no stock icon, and its buttons at the right."""
    box.setIcon(QMessageBox.Icon.NoIcon)
    if (layout := box.layout()) is not None:
        layout.setContentsMargins(*MARGINS)
    for buttons in box.findChildren(QDialogButtonBox):
        buttons.setCenterButtons(False)
    return box
