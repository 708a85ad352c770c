"""Curtain: how the window looked when it was closed, shown where it stood until it is there again.

Only Qt is imported here, so that it is seen long before all that the window needs has been loaded.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QByteArray, QElapsedTimer, QEventLoop, QSettings, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from playground import paths

SIZE = QSize(1440, 900)
LONGEST_MS = 200
"""How long to wait until the desktop lets it be seen."""


def picture_file() -> Path:
    """Where the picture of the window lies."""
    return paths.cache_dir() / "window.png"


def keep(window: QWidget) -> None:
    """Remember how a window looks; where that cannot be written nothing is remembered."""
    file = picture_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return
    window.grab().save(str(file))


class Curtain(QWidget):
    """Shows the picture, or its own colour where there is none yet."""

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.SplashScreen | Qt.WindowType.FramelessWindowHint)
        self._picture = QPixmap(str(picture_file()))
        geometry = QSettings("nnplayground", "nnplayground").value("layout/geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(SIZE)
        self.setWindowTitle("nnplayground")
        self.setCursor(Qt.CursorShape.BusyCursor)
        self.painted = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(self.rect(), self._picture)
        painter.end()
        self.painted = True


def drawn() -> Curtain:
    """The curtain, painted; the application is made if there is none yet."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    curtain = Curtain()
    curtain.show()
    clock = QElapsedTimer()
    clock.start()
    while not curtain.painted and clock.elapsed() < LONGEST_MS:
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
    app.processEvents()  # what was painted goes to the screen
    return curtain
