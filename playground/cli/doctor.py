"""`nnplayground doctor`: what works on this machine, and how to mend what does not."""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from playground import paths
from playground.cli import qt

SECONDS = 60
OLDEST_PYTHON = (3, 11)
TORCH, PYSIDE = ((2, 10), (2, 14)), ((6, 10, 3), (6, 11))
"""From, and below."""
LIBRARIES = ("msgspec", "numpy", "safetensors", "sklearn")
CPU_TORCH = "pip install torch --index-url https://download.pytorch.org/whl/cpu"
CJK_FONT = "apt-get install fonts-wqy-microhei (or another font with Chinese characters)"
FAMILIES = """
from PySide6.QtGui import QFontDatabase, QGuiApplication
app = QGuiApplication([])
print(*QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)[:3], sep=", ")
"""


@dataclass(frozen=True)
class Finding:
    """One thing looked at: whether it is well, whether training needs it, and how to mend it."""

    name: str
    ok: bool
    required: bool
    detail: str
    mend: str = ""


def run(arguments: argparse.Namespace) -> int:
    """Print one line per finding; 0 when this machine can train, 1 when it cannot."""
    found = list(findings())
    works = all(finding.ok for finding in found if finding.required)
    if arguments.json:
        print(json.dumps({"ok": works, "checks": [asdict(finding) for finding in found]}, ensure_ascii=False, indent=2))
        return int(not works)
    width = max(len(finding.name) for finding in found)
    for finding in found:
        print(f"{'✓' if finding.ok else '✗'} {finding.name:<{width}}  {finding.detail}")
        if not finding.ok and finding.mend:
            print(f"  {'':<{width}}  → {finding.mend}")
    window = all(finding.ok for finding in found if finding.name.startswith(("Qt", "Display")))
    print(f"\nTraining {'works' if works else 'does not work'} here; a window {'can' if window else 'cannot'} open.")
    return int(not works)


def findings() -> Iterator[Finding]:
    """Everything that is looked at, in order."""
    yield _python()
    yield _libraries()
    yield _torch()
    yield _lessons()
    yield _qt_version()
    yield _qt_libraries()
    yield _display()
    yield _typeface()
    yield _chinese()
    yield _folder("Settings", paths.config_dir(), "XDG_CONFIG_HOME")
    yield _folder("Cache", paths.cache_dir(), "XDG_CACHE_HOME")
    yield _folder("Logs", paths.log_dir(), "XDG_STATE_HOME")


# --- training ------------------------------------------------------------------------------------------------------


def _python() -> Finding:
    known = ".".join(map(str, sys.version_info[:3]))
    wanted = ".".join(map(str, OLDEST_PYTHON))
    return Finding("Python", sys.version_info >= OLDEST_PYTHON, True, known, f"install Python {wanted} or newer")


def _libraries() -> Finding:
    missing = [name for name in LIBRARIES if importlib.util.find_spec(name) is None]
    detail = f"{', '.join(missing)} missing" if missing else ", ".join(LIBRARIES)
    return Finding("Libraries", not missing, True, detail, "pip install nnplayground")


def _torch() -> Finding:
    try:
        import torch

        torch.ones(2, requires_grad=True).sum().backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
    except (ImportError, OSError, RuntimeError) as error:
        return Finding("PyTorch", False, True, f"cannot be used: {str(error).splitlines()[0]}", CPU_TORCH)
    devices = [f"cpu ({torch.get_num_threads()} threads)"]
    if torch.cuda.is_available():
        devices += [f"cuda ({torch.cuda.get_device_name(place)})" for place in range(torch.cuda.device_count())]
    if torch.backends.mps.is_available():
        devices.append("mps")
    number = _numbers(torch.__version__)
    older, newer = number < TORCH[0], number >= TORCH[1]
    remark = " (too old)" if older else " (newer than what nnplayground is tested with)" if newer else ""
    detail = f"{torch.__version__}{remark} on {', '.join(devices)}"
    return Finding("PyTorch", not older and not newer, older, detail, "pip install 'torch>=2.10,<2.14'")


def _lessons() -> Finding:
    count = len(list(paths.presets_dir().rglob("*.json")))
    return Finding("Lessons", count > 0, False, f"{count} in {paths.presets_dir()}", "reinstall nnplayground")


# --- window --------------------------------------------------------------------------------------------------------


def _qt_version() -> Finding:
    mend = "pip install 'PySide6-Essentials>=6.10.3,<6.11'"
    try:
        known = version("PySide6-Essentials")
    except PackageNotFoundError:
        return Finding("Qt", False, False, "PySide6 is not installed", mend)
    fits = PYSIDE[0] <= _numbers(known) < PYSIDE[1]
    return Finding("Qt", fits, False, f"PySide6 {known}{'' if fits else ' is known to fail here'}", mend)


def _qt_libraries() -> Finding:
    done = _python_says("import PySide6.QtWidgets, PySide6.QtSvg, pyqtgraph")
    if done.returncode == 0:
        return Finding("Qt libraries", True, False, "all there")
    known = qt.libraries(display=False)
    if known is None:
        last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        known = qt.unloadable(last.removeprefix("ImportError: "))
    return Finding("Qt libraries", False, False, known.reason, known.mend)


def _display() -> Finding:
    if problem := qt.libraries(display=True) or qt.display():
        return Finding("Display", False, False, problem.reason, problem.mend)
    done = _python_says("from PySide6.QtGui import QGuiApplication; print(QGuiApplication([]).platformName())")
    name = done.stdout.strip()
    if done.returncode == 0:
        return Finding("Display", True, False, f"Qt starts on {name}")
    last = (done.stderr.strip().splitlines() or [f"exit code {done.returncode}"])[-1]
    return Finding("Display", False, False, f"Qt cannot start: {last}", "open nnplayground from a desktop session")


def _typeface() -> Finding:
    files = sorted(path.name for path in (paths.assets_dir() / "fonts").glob("Inter-*.otf"))
    return Finding("Typeface", bool(files), False, f"Inter, {len(files)} weights", "reinstall nnplayground")


def _chinese() -> Finding:
    done = _python_says(FAMILIES, QT_QPA_PLATFORM="offscreen")
    families = done.stdout.strip() if done.returncode == 0 else _fontconfig()
    return Finding("Chinese font", bool(families), False, families or "none found", CJK_FONT)


def _fontconfig() -> str:
    """Families with Chinese characters, asked of fontconfig where Qt cannot be."""
    command = shutil.which("fc-list")
    if command is None:
        return ""
    done = subprocess.run([command, ":lang=zh", "family"], capture_output=True, text=True, timeout=SECONDS, check=False)
    return ", ".join(sorted(set(done.stdout.splitlines()))[:3])


def _folder(name: str, folder: Path, variable: str) -> Finding:
    """Whether the nearest folder that exists lets us write; nothing is made."""
    there = next(path for path in (folder, *folder.parents) if path.exists())
    ok = there.is_dir() and os.access(there, os.W_OK | os.X_OK)
    detail = f"{folder}" if ok else f"{there} cannot be written"
    return Finding(name, ok, False, detail, f"make {there} writable, or set {variable} to another folder")


def _python_says(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a line of Python in a process of its own: Qt may abort it."""
    command = [sys.executable, "-c", code]
    try:
        return subprocess.run(
            command, env={**os.environ, **environment}, capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 1, "", f"no answer within {SECONDS} s")


def _numbers(known: str) -> tuple[int, ...]:
    return tuple(int(part) for part in known.partition("+")[0].split(".")[:3] if part.isdigit())
