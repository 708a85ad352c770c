"""Which stepper takes the next steps of a run, by rule: the same experiment gives the same curve on every day."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

import torch

from playground.catalog.metrics import Accuracy
from playground.engine.objectives.goal import series_of
from playground.engine.steppers import eager
from playground.engine.steppers.fused.check import agrees
from playground.engine.steppers.fused.kernel import Kernel
from playground.engine.steppers.fused.program import NotCovered, Program, program
from playground.engine.steppers.fused.writer import text
from playground.engine.steppers.graphs import rule, stepper
from playground.engine.steppers.graphs.recorder import recorder_for
from playground.engine.steppers.graphs.stepper import CAPTURE_AT, Graphs

if TYPE_CHECKING:
    from playground.engine.run import Run

FUSED = "fused"
BUILD_AT, SWAP_AT = 300, 1000
"""Steps after which the kernel is built in the background, and after which it takes over."""


class Stepping:
    """Takes steps: eager ones at first, fused ones from step 1,000 on where a kernel covers the run.

    On a device that records steps those are replayed instead, from step 100 on. `name` is the stepper in force, `why`
    says in a sentence why it will not be another than the eager one, and `alone` why runs that could take their steps
    together do not.
    """

    def __init__(self) -> None:
        self.name, self.why, self.alone = eager.NAME, "", ""
        self._program: Program | None = None
        self._kernel: Kernel | None = None
        self._builder: _Builder | None = None
        self._graphs: Graphs | None = None
        self._tried = False
        self._seen: object = None

    def limit(self, run: Run, steps: int) -> int:
        """At most so many steps in one go, so that none is taken by another stepper than the rule says."""
        for bound in (CAPTURE_AT, BUILD_AT, SWAP_AT):
            if run.steps < bound:
                return min(steps, bound - run.steps)
        return steps

    def take(self, run: Run, steps: int) -> torch.Tensor:
        """Take steps within the current epoch; their losses (steps,)."""
        self._look(run)
        if self._graphs is not None and run.steps >= CAPTURE_AT:
            return self._replayed(self._graphs, run, list(run.next_batches(steps)))
        if self._program and not (self._builder or self._tried) and run.steps >= BUILD_AT:
            self._builder = _Builder(self._program)
        kernel = self._ready(run) if run.steps >= SWAP_AT else None
        if kernel is None:
            self.name = eager.NAME
            return eager.run(run, run.next_batches(steps))
        self.name = FUSED
        order, first = run.next_places(steps)
        return kernel.steps(run, order, first, steps)

    def _replayed(self, graphs: Graphs, run: Run, batches: list[tuple[torch.Tensor, torch.Tensor]]) -> torch.Tensor:
        losses = graphs.run(run, batches)
        self.name, self.why = eager.NAME if losses is None else stepper.NAME, graphs.why
        return eager.run(run, batches) if losses is None else losses

    def evaluate(self, run: Run) -> dict[str, float]:
        """Losses and metrics of the networks as they are, by the stepper in force."""
        self._look(run)
        goal, kernel = run.objective, self._kernel if self._program is not None else None
        plain = all(isinstance(metric, Accuracy) for metric in run.experiment.metrics)
        if self.name != FUSED or kernel is None or not plain:
            return goal.evaluate()
        found: dict[str, float] = {}
        for prefix, inputs, targets in goal.sides:
            loss, share = kernel.measure(inputs, targets)
            found[f"{prefix or 'validation_'}loss"] = loss
            found |= {prefix + series_of(metric): share for metric in run.experiment.metrics}
        return found

    @property
    def kernel(self) -> Kernel | None:
        """The kernel that takes the steps, once it does."""
        return self._kernel if self.name == FUSED else None

    @property
    def draws(self) -> bool:
        """Whether steps may draw random numbers of PyTorch; the kernel has its own."""
        return self.name != FUSED

    def covers(self, run: Run) -> bool:
        """Whether a kernel takes the steps of the run, now or from later on."""
        self._look(run)
        return self._program is not None

    def close(self) -> None:
        """Wait for what is being built."""
        if self._builder is not None:
            self._builder.join()

    def _look(self, run: Run) -> None:
        """Review where the experiment, or what is done to its units, has changed."""
        if (run.experiment, run.surgeon.holds) != self._seen:
            self._seen = run.experiment, list(run.surgeon.holds)
            self._review(run)

    def _review(self, run: Run) -> None:
        """Find out what the run needs now; a kernel or a record that still fits stays."""
        wanted, why = None, "Exact is on."
        kept, self._graphs = self._graphs, None
        if not run.experiment.exact:
            try:
                if (recorder := recorder_for(run.device)) is None:
                    wanted = program(run)
                else:
                    rule.check(run)
                    self._graphs = kept or Graphs(recorder)
                why = self._graphs.why if self._graphs else ""
            except NotCovered as lack:
                why = str(lack)
        if wanted == self._program and wanted is not None:
            return
        self.why, self._program = why, wanted
        if wanted is not None:
            self._kernel, self._builder, self._tried = None, None, False

    def _ready(self, run: Run) -> Kernel | None:
        """The kernel, waited for and checked once; None where there is none."""
        if self._program is None:
            return None
        if self._builder is not None:
            self._builder.join()
            kernel, self.why = self._builder.kernel, self._builder.failed
            self._builder, self._tried = None, True
            if kernel is not None and not agrees(kernel, run):
                kernel, self.why = None, "It disagreed with autograd."
            self._kernel = kernel
        return self._kernel


class _Builder(Thread):
    """Writes and compiles a kernel while training goes on."""

    def __init__(self, program: Program) -> None:
        super().__init__(name="kernel", daemon=True)
        self._program = program
        self.kernel: Kernel | None = None
        self.failed = ""
        self.start()

    def run(self) -> None:
        """Build; what fails is told in a few words."""
        from playground.engine.steppers.fused.machine import compiled  # LLVM takes a while to load

        try:
            self.kernel = Kernel(self._program, compiled(text(self._program), ("step", "measure")))
        except RuntimeError as error:
            self.failed = f"It could not be built: {error}".partition("\n")[0]
