"""How many training samples each class has, as one bar, and class weights that make up for it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget

from playground.catalog.balance import balanced
from playground.ui import words
from playground.ui.content_words import class_names
from playground.ui.panels.experiment_rows import data_info
from playground.ui.studio import Studio
from playground.ui.theme import ThemeManager, class_colors
from playground.ui.widgets import button, label

HEIGHT, GAP = 10, 1.0
FEW = 4
"""So many classes are told one by one."""


class BalanceBar(QWidget):
    """One bar for all samples; each class has its share of it in its colour."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self._names: tuple[str, ...] = ()
        self._counts: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Training samples of each class"))
        themes.changed.connect(self.update)

    @property
    def counts(self) -> tuple[int, ...]:
        """What is drawn."""
        return self._counts

    def show_counts(self, names: list[str], counts: list[int]) -> None:
        """Draw these classes from now on."""
        self._names, self._counts = tuple(names), tuple(counts)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, HEIGHT)

    def _rects(self) -> list[QRectF]:
        whole, left, found = max(1, sum(self._counts)), 0.0, []
        for count in self._counts:
            wide = self.width() * count / whole
            found.append(QRectF(left, 0, max(0.0, wide - GAP), HEIGHT))
            left += wide
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = class_colors(self._themes.theme, len(self._counts))
        for rect, color in zip(self._rects(), colors, strict=True):
            painter.fillRect(rect, color)

    def event(self, event: QEvent) -> bool:
        """Tell of the class under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            for name, count, rect in zip(self._names, self._counts, self._rects(), strict=True):
                if rect.left() <= event.pos().x() <= rect.right() + GAP:
                    QToolTip.showText(event.globalPos(), f"{name}: {words.count(count)}", self)
            return True
        return super().event(event)


class ClassBalance(QWidget):
    """The bar and what it says, for data whose samples have a class each."""

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._studio = studio
        self._title = label(self.tr("Class balance"), "label")
        self.bar = BalanceBar(studio.themes)
        self.words = label("", "caption", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(4)
        for widget in (self._title, self.bar, self.words):
            column.addWidget(widget)
        studio.runs.planned.connect(self.show_balance)
        studio.document.variant_changed.connect(self.show_balance)
        self.show_balance()

    def show_balance(self, *_: object) -> None:
        """Show what the engine has said of the data."""
        info = data_info(self._studio)
        counts = info.counts if info is not None and not info.places else []
        self.setVisible(len(counts) > 1)
        if info is not None and len(counts) > 1:
            names = class_names(info.class_names)
            self.bar.show_counts(names, counts)
            self.words.setText(self._said(names, counts))
            self.bar.setAccessibleDescription(self.words.text())

    def _said(self, names: list[str], counts: list[int]) -> str:
        if len(counts) <= FEW:
            return " · ".join(f"{name}: {words.count(count)}" for name, count in zip(names, counts, strict=True))
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
