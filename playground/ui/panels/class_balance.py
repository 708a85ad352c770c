"""How many training samples each class has, as one bar, and class weights that make up for it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.catalog.balance import balanced
from playground.ui import words
from playground.ui.content_words import class_names
from playground.ui.panels.experiment_rows import data_info
from playground.ui.studio import Studio
from playground.ui.theme import class_colors
from playground.ui.widgets import ShareBar, button, label

FEW = 4
"""So many classes are told one by one."""


class ClassBalance(QWidget):
    """The bar and what it says, for data whose samples have a class each."""

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._studio = studio
        self._title = label(self.tr("Class balance"), "label")
        self.bar = ShareBar()
        self.bar.setAccessibleName(self.tr("Training samples of each class"))
        self.words = label("", "caption", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(4)
        for widget in (self._title, self.bar, self.words):
            column.addWidget(widget)
        studio.runs.planned.connect(self.show_balance)
        studio.document.variant_changed.connect(self.show_balance)
        studio.themes.changed.connect(self.show_balance)
        self.show_balance()

    def show_balance(self, *_: object) -> None:
        """Show what the engine has said of the data."""
        info = data_info(self._studio)
        counts = info.counts if info is not None and not info.places else []
        self.setVisible(len(counts) > 1)
        if info is not None and len(counts) > 1:
            names = class_names(info.class_names)
            each = self._each(names, counts)
            self.bar.show_shares(counts, each, class_colors(self._studio.themes.theme, len(counts)))
            self.words.setText(self._said(each, counts))
            self.bar.setAccessibleDescription(self.words.text())

    @staticmethod
    def _each(names: list[str], counts: list[int]) -> list[str]:
        return [f"{name}: {words.count(count)}" for name, count in zip(names, counts, strict=True)]

    def _said(self, each: list[str], counts: list[int]) -> str:
        if len(counts) <= FEW:
            return " · ".join(each)
        return self.tr("{0} classes of {1} to {2} training samples").format(
            words.count(len(counts)), words.count(min(counts)), words.count(max(counts))
        )


class BalanceButton(QWidget):
    """Gives the loss class weights that let each class count alike, where it has weights and the counts are known."""

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._studio = studio
        self.button = button(
            self.tr("Balanced class weights"),
            "small",
            self.tr(
                "Lets each class count alike, however few samples it has: N / (K · nₖ) for nₖ of N samples and K "
                "classes. (King & Zeng, 2001)"
            ),
        )
        self.button.clicked.connect(self._balance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button)
        studio.runs.planned.connect(self.show_choice)
        studio.document.changed.connect(self.show_choice)
        studio.document.variant_changed.connect(self.show_choice)
        self.show_choice()

    def show_choice(self, *_: object) -> None:
        """Offer the weights where they would change something."""
        info, loss = data_info(self._studio), self._studio.document.shown.loss
        wanted = balanced(loss, info.counts) if info is not None and info.counts else None
        self.setVisible(wanted is not None)
        self.button.setEnabled(wanted is not None and wanted != loss)

    def _balance(self) -> None:
        info, document = data_info(self._studio), self._studio.document
        wanted = balanced(document.shown.loss, info.counts) if info is not None else None
        if wanted is not None:
            document.edit(self.tr("Balance the classes"), replace(document.shown, loss=wanted))
