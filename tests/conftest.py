"""What every test runs under: off screen, one thread, own settings folders, and nothing left behind."""

from __future__ import annotations

import gc
import os
import threading
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
import shiboken6
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QThread, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from playground import catalog

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before a QApplication is made
for _name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[_name] = "1"  # before NumPy and torch are imported; the workers already use every core
catalog.load()  # what a test finds in it does not depend on the tests before
settings.register_profile("nnplayground", derandomize=True, deadline=None, database=None)
settings.load_profile("nnplayground")

FOLDERS = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")


def _remembering(method: Callable[..., None], seen: weakref.WeakSet[object]) -> Callable[..., None]:
    def start(self: object, *args: object) -> None:
        seen.add(self)
        method(self, *args)

    return start


@pytest.fixture(scope="session")
def started() -> tuple[weakref.WeakSet[QThread], weakref.WeakSet[QTimer]]:
    """Every QThread and QTimer that Python has started; Qt itself keeps no list of them."""
    threads: weakref.WeakSet[QThread] = weakref.WeakSet()
    timers: weakref.WeakSet[QTimer] = weakref.WeakSet()
    QThread.start = _remembering(QThread.start, threads)  # type: ignore[method-assign,assignment]  # to see them all
    QTimer.start = _remembering(QTimer.start, timers)  # type: ignore[method-assign,assignment]  # as above
    return threads, timers


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, cache and logs of each test lie in a folder of its own."""
    home = tmp_path_factory.mktemp("home", numbered=True)
    for name in FOLDERS:
        monkeypatch.setenv(name, str(home / name.lower()))
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, str(home / "xdg_config_home"))


@pytest.fixture(autouse=True)
def nothing_left(
    started: tuple[weakref.WeakSet[QThread], weakref.WeakSet[QTimer]], own_folders: None
) -> Iterator[None]:
    """Fail a test that leaves a thread, a process, a window or a running timer behind."""
    threads, children, windows = set(threading.enumerate()), _children(), set(_windows())
    workers = {thread for thread in started[0] if _runs(thread)}
    timers = {timer for timer in started[1] if _active(timer)}
    yield

    def left() -> list[str]:
        return [
            *(f"thread {thread.name}" for thread in set(threading.enumerate()) - threads if _counts(thread)),
            *(f"QThread {thread!r}" for thread in started[0] if _runs(thread) and thread not in workers),
            *(f"process {_name_of(pid)}" for pid in _children() - children),
            *(f"window {window!r}" for window in _windows() if window not in windows),
            *(
                f"timer {timer!r} of {timer.parent()!r}"
                for timer in started[1]
                if _active(timer) and timer not in timers
            ),
        ]

    if left():
        gc.collect()  # only now: it is slow, and what a cycle holds is no leak
        _delete_deferred()
        if remains := left():
            pytest.fail("left behind: " + ", ".join(remains), pytrace=False)


def _counts(thread: threading.Thread) -> bool:
    """Threads that Python did not start (a QThread seen from inside) are counted as QThreads."""
    return thread.is_alive() and not isinstance(thread, threading._DummyThread)


def _children() -> set[int]:
    tasks = Path("/proc/self/task")
    if not tasks.is_dir():
        return {child.pid for child in psutil.Process().children()}
    found: set[int] = set()
    for task in tasks.iterdir():
        try:
            found.update(map(int, (task / "children").read_text().split()))
        except OSError:
            continue  # the thread has ended meanwhile
    return found


def _name_of(pid: int) -> str:
    try:
        return f"{pid} {' '.join(psutil.Process(pid).cmdline())[:120]}"
    except psutil.Error:
        return str(pid)


def _windows() -> list[QWidget]:
    if not isinstance(QApplication.instance(), QApplication):
        return []
    _delete_deferred()
    return [w for w in QApplication.topLevelWidgets() if w.parent() is None and w.objectName() != "qtooltip_label"]


def _delete_deferred() -> None:
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _active(timer: QTimer) -> bool:
    return shiboken6.isValid(timer) and timer.isActive()


def _runs(thread: QThread) -> bool:
    return shiboken6.isValid(thread) and thread.isRunning()


def pytest_sessionfinish() -> None:
    """Empty the clipboard: off screen, what Python put there must not outlive it."""
    if isinstance(QGuiApplication.instance(), QGuiApplication):
        QGuiApplication.clipboard().clear()
