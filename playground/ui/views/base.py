"""View: the base of every live view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QWidget

from playground.ui.studio import Studio


@dataclass(frozen=True)
class Table:
    """Numbers behind a plot: column names and equally long columns."""

    name: str
    columns: dict[str, Any]


class View(QWidget):
    """Draws one aspect of the run, in place.

    `name` is the stable id (dock name, `--dock`); `title()` is shown; docks stand in `order`. A view draws only while
    it can be seen: `refresh` is called at most once per tick, after new snapshots and on theme or variant changes;
    while training runs, a view for which a tick has no time left is drawn in the next one.
    """

    name: ClassVar[str] = ""
    order: ClassVar[int] = 100
    min_size: ClassVar[tuple[int, int]] = (120, 120)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.studio = studio
        self._dirty, self._put_off = True, False
        self.setObjectName(self.name)
        self.setMinimumSize(*self.min_size)
        studio.store.restarted.connect(self.restarted)
        studio.store.snapshot.connect(self._snapshot)
        studio.store.state_changed.connect(self.mark)
        studio.document.variant_changed.connect(self.mark)
        studio.document.network_changed.connect(self.mark)
        studio.document.changed.connect(self.mark)
        studio.themes.changed.connect(self.mark)
        studio.runs.ticked.connect(self._tick)
        studio.runs.planned.connect(self.mark)

    def title(self) -> str:
        """The dock's title, translated."""
        raise NotImplementedError

    def say(self) -> None:
        """Give everything its texts in the window's language; called again when that changes."""
        self.setAccessibleName(self.title())

    def options(self) -> list[QAction]:
        """Choices of the view for its header and context menu (log scale, smoothing …)."""
        return []

    def refresh(self) -> None:
        """Draw the current numbers and snapshots."""
        raise NotImplementedError

    def restarted(self) -> None:
        """A new run began: renew the wishes for snapshots; the default only redraws."""
        self.mark()

    def invitation(self) -> str:
        """What to do so that there is something to see, while no run has begun."""
        plans = self.studio.runs.plans.values()
        if any(plan.looked_at for plan in plans):
            return QCoreApplication.translate("View", "This network is here to be read and exported.")
        if any(not plan.trainable for plan in plans):
            return QCoreApplication.translate("View", "This network cannot be trained yet; Problems says why.")
        return QCoreApplication.translate("View", "Press Play to train")

    def tables(self) -> list[Table]:
        """The numbers behind what is drawn now."""
        return []

    def picture_size(self) -> QSize:
        """Size of the whole picture, which may be larger than what is scrolled into sight."""
        return self.size()

    def draw(self, painter: QPainter) -> None:
        """Paint the whole picture, for files and the clipboard."""
        self.render(painter, QPoint())

    def update_now(self) -> None:
        """Draw the current numbers even while hidden, before a picture is taken."""
        self._dirty = False
        self.refresh()

    def mark(self, *_: object) -> None:
        """Draw at the next tick, or when the view is shown again."""
        self._dirty = True
        if not self.studio.store.running and self.isVisible():
            self._tick()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.say()
            self.mark()

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self._tick()

    def _snapshot(self, key: str, _variant: str) -> None:
        if key == self.name or key.startswith(f"{self.name}."):
            self._dirty = True

    def _tick(self) -> None:
        if not self._dirty or not self.isVisible() or self.visibleRegion().isEmpty():
            return
        self._put_off = self.studio.store.running and not self._put_off and self.studio.runs.late
        if not self._put_off:
            self._dirty = False
            self.refresh()
