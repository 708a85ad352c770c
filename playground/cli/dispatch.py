"""From arguments to a command, and from faults to exit codes."""

from __future__ import annotations

import importlib
import os
import sys
import traceback
from collections.abc import Sequence
from types import TracebackType

from playground import paths
from playground.cli.mistake import Mistake
from playground.cli.parser import parse
from playground.spec.errors import SpecError

MISTAKE, INTERRUPTED = 2, 130
LONGEST = 600


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 when all went well, 2 for a person's mistake, 130 after Ctrl-C."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that lacks ✓ is no reason to stop
    try:
        arguments = parse(sys.argv[1:] if argv is None else list(argv))
        if getattr(arguments, "file", None):
            importlib.import_module("playground.cli.files").find(
                arguments.file
            )  # a wrong name is told before torch loads
        code = int(importlib.import_module(arguments.module).run(arguments))
        sys.stdout.flush()
    except (Mistake, SpecError) as error:
        sys.stderr.write(f"nnplayground: {one_line(str(error))}\n")
        return MISTAKE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader has seen enough
        return 0
    return code


def one_line(text: str) -> str:
    """A message without line breaks, shortened where it quotes something endless."""
    joined = " ".join(text.split())
    return joined if len(joined) <= LONGEST else f"{joined[:LONGEST]}…"


def report(kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
    """A bug of the program: one line for the person, the details in a file."""
    details = "".join(traceback.format_exception(kind, value, trace))
    path = paths.log_dir() / "command-line.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(details, encoding="utf-8")
    except OSError:
        sys.stderr.write(details)  # nowhere else to keep them
        return
    sys.stderr.write(f"nnplayground: something went wrong in nnplayground itself ({kind.__name__}); details: {path}\n")
