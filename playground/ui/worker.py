"""EngineWorker: the QThread that reads the engine's pipe into a channel."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThread

from playground.ui.channel import Channel, Gone
from playground.ui.engine_link import EngineLink


class EngineWorker(QThread):
    """Reads until the engine is gone. It ends by itself when the link is closed; it is never terminated."""

    def __init__(self, link: EngineLink, channel: Channel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._channel = channel

    def run(self) -> None:
        while (message := self._link.read()) is not None:
            self._channel.post(message)
        self._channel.post(Gone())
