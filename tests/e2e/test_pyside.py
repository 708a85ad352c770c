"""Faults of PySide6 releases that must not come back with an upgrade."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

Process = Callable[..., subprocess.CompletedProcess[str]]
REFERENCES = """
import sys
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

class Sender(QObject):
    sent = Signal(object, bool)

app = QApplication([])
widget, sender, got = QWidget(), Sender(), []
sender.sent.connect(lambda value, flag: got.append(value is None and flag))
before = sys.getrefcount(None)
for _ in range(300):
    widget.update()
    widget.setWindowTitle("title")
    widget.resize(200, 100)
lost = before - sys.getrefcount(None)
for _ in range(5000):
    sender.sent.emit(None, True)
lost = max(lost, before - sys.getrefcount(None))
print(len(got), all(got), lost)
"""


def test_calls_and_signals_lose_no_reference_to_none(python: Process) -> None:
    """PySide6 6.12 on Python 3.11 lets go of None at each void call, and the process dies of it."""
    done = python("-c", REFERENCES)
    assert done.returncode == 0, done.stderr
    count, right, lost = done.stdout.split()
    assert (count, right) == ("5000", "True")
    assert int(lost) < 50
