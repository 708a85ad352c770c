"""What else keeps the machine busy is named before anything is measured."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from playground.benchmarks import others

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the system does not tell")


def test_a_process_that_computes_is_named_and_this_one_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(others, "BUSY", 0.01)
    spinning = subprocess.Popen([sys.executable, "-c", "print(flush=True)\nwhile True: pass"], stdout=subprocess.PIPE)
    try:
        assert spinning.stdout is not None
        spinning.stdout.readline()
        named = others.busy()
    finally:
        spinning.kill()
        spinning.communicate()
    assert any(f"({spinning.pid})" in words and words.endswith("of a core") for words in named)
    assert not any(f"({os.getpid()})" in words for words in named)


def test_without_processes_to_look_at_the_load_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(others, "_times", dict)
    monkeypatch.setattr(os, "getloadavg", lambda: (1.25, 0.0, 0.0))
    assert others.busy() == ["a load of 1.2"]
    monkeypatch.setattr(os, "getloadavg", lambda: (0.25, 0.0, 0.0))
    assert others.busy() == []
