"""The engine process: requests in, messages out, training in between."""

from __future__ import annotations

import logging
import os
import queue
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
import torch

from playground import catalog
from playground.engine.augmented import augmented
from playground.engine.compile import plan_all
from playground.engine.control import (
    AugmentRequest,
    CodeRequest,
    ExportRequest,
    HeldOutRequest,
    InspectRequest,
    PlanRequest,
    Question,
    RangeRequest,
    Request,
    SpreadRequest,
    Start,
)
from playground.engine.data import DataStore
from playground.engine.diagnose import sentence
from playground.engine.events import Event, Failed, Message, RangeTest, Reply
from playground.engine.protocol import read_request, write_frame
from playground.engine.range_test import range_test
from playground.engine.resolve import locate
from playground.engine.session import Refused, RunResult, Session, open_session
from playground.engine.spread import spreads
from playground.engine.steering import Control
from playground.engine.trainer import train
from playground.spec.entry import Entry
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment
from playground.spec.parse import from_json

CODE = "playground.export.code.network_code"
INSPECT = "playground.catalog.data.files.inspect"
log = logging.getLogger(__name__)


def serve(stdin: BinaryIO, stdout: BinaryIO) -> None:
    """Answer requests until the pipe closes.

    Frames leave through a descriptor of their own; what libraries print goes to stderr.
    """
    torch.set_num_threads(1)
    sys.stdout.flush()
    with os.fdopen(os.dup(stdout.fileno()), "wb") as out:
        os.dup2(sys.stderr.fileno(), stdout.fileno())
        catalog.load()
        inbox: queue.SimpleQueue[Request | None] = queue.SimpleQueue()
        threading.Thread(target=_read, args=(stdin, inbox), name="requests", daemon=True).start()
        try:
            _Server(inbox, out).run()
        except BrokenPipeError:
            return  # nobody listens any more


def _read(stdin: BinaryIO, inbox: queue.SimpleQueue[Request | None]) -> None:
    while True:
        try:
            request = read_request(stdin)
        except msgspec.MsgspecError as error:
            log.error("a request was not understood: %s", error)
            continue
        except (OSError, ValueError):
            request = None
        inbox.put(request)
        if request is None:
            return


class _Server:
    def __init__(self, inbox: queue.SimpleQueue[Request | None], out: BinaryIO) -> None:
        self._inbox, self._out = inbox, out
        self._store = DataStore()
        self._session: Session | None = None
        self._control = Control()
        self._events: Iterator[Event | None] | None = None
        self._tested: tuple[RangeRequest, Iterator[RangeTest | None]] | None = None

    def run(self) -> None:
        """Until the pipe closes: a piece of training, then whatever was asked meanwhile."""
        idle = False
        while True:
            try:
                request = self._inbox.get(timeout=self._patience()) if idle else self._inbox.get_nowait()
            except queue.Empty:
                testing = self._test()
                idle = self._advance() and not testing and not (self._events and self._control.unseen)
                continue
            if request is None:
                return
            self._guarded(request, partial(self._handle, request))
            idle = False

    def _patience(self) -> float | None:
        """Seconds to wait for a request before training goes on; None: as long as it takes."""
        return self._control.wait if self._events else None

    def _advance(self) -> bool:
        """Let the training go on to its next event; True when it has nothing to do."""
        if self._events is None:
            return True
        try:
            event = next(self._events)
        except StopIteration:
            self._events = None
            self._answer_late()
            return True
        except Exception as error:  # the worker boundary: a fault of ours must not end the process
            log.exception("training")
            event = Failed(f"Training met a fault in the program: {_line(error)}")
        if event is not None:
            self._say(event)
        return event is None

    def _test(self) -> bool:
        """Take a step of the range test that is under way; False where there is none."""
        if self._tested is None:
            return False
        request, steps = self._tested
        self._guarded(request, lambda: self._test_on(request, steps))
        return True

    def _test_on(self, request: RangeRequest, steps: Iterator[RangeTest | None]) -> None:
        self._tested = None
        result = next(steps)
        if result is None:
            self._tested = request, steps
        else:
            self._say(Reply(request.id, result))

    def _begin_test(self, request: RangeRequest) -> None:
        """Try out rates from now on; what was tried before is told to have come to nothing."""
        if self._tested is not None:
            self._say(Reply(self._tested[0].id))
        self._tested = request, range_test(from_json(request.experiment), request.variant, self._store)

    def _say(self, message: Message) -> None:
        write_frame(self._out, message)

    def _guarded(self, request: Request, act: Callable[[], None]) -> None:
        try:
            act()
        except SpecError as error:
            self._complain(request, sentence(error), getattr(error, "hint", ""))
        except OSError as error:
            self._complain(request, f"{error.strerror or error}.", "")
        except Exception as error:  # the worker boundary, as above
            log.exception("request %s", type(request).__name__)
            self._complain(request, f"The program met a fault: {_line(error)}", "")

    def _complain(self, request: Request, message: str, hint: str) -> None:
        if isinstance(request, Question):
            self._say(Reply(request.id, error=f"{message} {hint}".strip()))
        elif isinstance(request, Start):
            self._say(Failed(message, hint))

    def _handle(self, request: Request) -> None:
        match request:
            case PlanRequest():
                self._say(Reply(request.id, plan_all(from_json(request.experiment), self._store)))
            case Start():
                self._start(request)
            case ExportRequest():
                self._export(request)
            case CodeRequest():
                wanted = from_json(request.experiment)
                self._say(Reply(request.id, locate(CODE)(wanted, request.variant, request.network, self._store)))
            case SpreadRequest():
                wanted = from_json(request.experiment)
                self._say(Reply(request.id, spreads(wanted, request.variant, self._store)))
            case RangeRequest():
                self._begin_test(request)
            case AugmentRequest():
                wanted = from_json(request.experiment)
                self._say(Reply(request.id, augmented(wanted, request.variant, request.seed, self._store)))
            case HeldOutRequest():
                self._measure_held_out(request)
            case InspectRequest():
                self._say(Reply(request.id, locate(INSPECT)(request.path)))
            case _:
                self._steer(request)

    def _measure_held_out(self, request: HeldOutRequest) -> None:
        if self._session is None:
            raise SpecError("", "there is no run to measure yet")
        self._say(Reply(request.id, self._session.tested()))

    def _steer(self, request: Any) -> None:
        self._control.take(request)
        if self._events is None:
            self._answer_late()

    def _answer_late(self) -> None:
        """Answer views that ask after the run's end, with what was edited since."""
        if (wanted := self._control.new_knobs()) and self._session is not None:
            self._session.adopt(wanted)
        for ask in self._control.new_asks():
            if self._session is not None:
                self._say(self._session.snapshot(ask))

    def _start(self, request: Start) -> None:
        self._end_run()
        last = self._session if request.keep_weights else None
        kept, operated = (last.weights(), last.operated()) if last else (None, None)
        self._control = Control(request.play, self._control.speed)
        try:
            session = open_session(from_json(request.experiment), self._store, kept, operated)
            if request.resume:
                session.resume(Path(request.resume))
        except Refused as refused:
            found = refused.diagnostic
            self._say(Failed(found.message, found.hint, found.variant, found.network, found.node))
            return
        self._session = session
        self._events = train(session, self._control, Path(request.checkpoint) if request.checkpoint else None)

    def _end_run(self) -> None:
        """Stop the run that is under way and tell its end."""
        self._control.stopped = True
        while self._events is not None:
            self._advance()

    def _export(self, request: ExportRequest) -> None:
        exporter, wanted, path = (
            Entry.registry["exporter"][request.exporter],
            from_json(request.experiment),
            request.path,
        )
        if getattr(exporter, "of", "run") == "experiment":
            locate(exporter.target)(wanted, request.variant, self._store, Path(path))
        else:
            locate(exporter.target)(self._result(wanted, request.variant), Path(path))
        self._say(Reply(request.id, path))

    def _result(self, wanted: Experiment, variant: str) -> RunResult:
        """A variant of the current run; one that cannot train is refused, for what ran before it was another."""
        trainable = all(plan.trainable for plan in plan_all(wanted, self._store).values())
        session = self._session if trainable and self._session else open_session(wanted, self._store)
        return session.result(variant)


def _line(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".splitlines()[0]
