"""Doing something once what is under way now is over."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def later(owner: QObject, act: Callable[[], object]) -> None:
    """Call `act` as soon as the event loop has nothing else to do, unless `owner` is gone by then.

    A fault in it is told like any other; `QTimer.singleShot` with a context would swallow it.
    """
    timer = QTimer(owner, singleShot=True)
    timer.timeout.connect(act)
    timer.timeout.connect(timer.deleteLater)
    timer.start(0)
