"""One line of a form: label, marks, control, and below it what is wrong with it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from playground.ui.widgets.icon_label import IconLabel
from playground.ui.widgets.kinds import label as make_label
from playground.ui.widgets.kinds import set_invalid, set_kind
from playground.ui.widgets.labels import ElidedLabel

LABEL_WIDTH, GAP = 98, 8


def help_tip(help_text: str) -> str:
    """Return a tooltip as rich text: the first sentence in bold, the rest (formula, reference) below it."""
    first, _, rest = help_text.strip().replace("\n", " ").partition(". ")
    if rest and not first.endswith("."):
        first += "."
    below = f"<br>{escape(rest.strip())}" if rest.strip() else ""
    return f"<qt><b>{escape(first)}</b>{below}</qt>" if first else ""


class FormRow(QWidget):
    """A labelled control with its help on hover; `live` and `restarts` mark what a change does to running training."""

    def __init__(
        self,
        label: str,
        control: QWidget,
        help: str = "",
        live: bool = False,
        restarts: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Put `label` before `control` and explain both with `help`."""
        super().__init__(parent)
        self.control = control
        self._label = ElidedLabel(label)
        self._label.setBuddy(control)
        self._left = QWidget()
        self._problem = make_label("", "caption", wrap=True)
        self._problem.hide()
        self._build(live, restarts)
        control.setAccessibleName(label)
        self.set_help(help)

    def label(self) -> str:
        """Return the label."""
        return self._label.text()

    def set_label(self, text: str) -> None:
        """Show another label."""
        self._label.setText(text)
        self.control.setAccessibleName(text)

    def fill_line(self) -> None:
        """Give the control the whole line, where a heading above says what it is."""
        self._left.hide()
        self._problem.setContentsMargins(0, 0, 0, 0)

    def set_help(self, help: str) -> None:
        """Explain label and control with another text."""
        tip = help_tip(help)
        self._label.setToolTip(tip)
        self.control.setToolTip(tip)
        self.control.setAccessibleDescription(help)

    def set_problem(self, message: str, hint: str = "", severity: str = "error") -> None:
        """Say below the control what is wrong and how to mend it; an empty message takes it back."""
        self._problem.setText(f"{message} {hint}".strip())
        set_kind(self._problem, "problem-warning" if severity == "warning" else "problem")
        self._problem.setVisible(bool(message))
        set_invalid(self.control, bool(message) and severity == "error")

    def problem(self) -> str:
        """Return what is shown to be wrong."""
        return self._problem.text()

    def _build(self, live: bool, restarts: bool) -> None:
        left = self._left
        left.setFixedWidth(LABEL_WIDTH + GAP)
        marks = QHBoxLayout(left)
        marks.setContentsMargins(0, 0, 2, 0)
        marks.setSpacing(2)
        marks.addWidget(self._label, 0)
        if live:
            marks.addWidget(
                self._mark("lightning", "accent", self.tr("Takes effect at the next step, without a reset."))
            )
        if restarts:
            marks.addWidget(self._mark("restart", "secondary", self.tr("A change restarts training.")))
        marks.addStretch(1)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(left)
        line.addWidget(self.control, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(line)
        column.addWidget(self._problem)
        self._problem.setContentsMargins(LABEL_WIDTH + GAP, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)

    def _mark(self, icon: str, role: str, tip: str) -> IconLabel:
        mark = IconLabel(icon, role, 12)
        mark.setToolTip(tip)
        mark.setAccessibleName(tip)
        return mark
