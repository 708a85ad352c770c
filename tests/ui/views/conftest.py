"""A studio without engine: the run is told by hand, with numbers that the test computes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from playground import catalog
from playground.catalog.starter import starter
from playground.engine.events import DataInfo, Scalars, Snapshot, Started
from playground.spec.experiment import Variant
from playground.ui.document import Document
from playground.ui.run_controller import RunController
from playground.ui.studio import Studio
from playground.ui.theme import ThemeManager

catalog.load()

Arrays = dict[str, object]


class Run:
    """A studio and the words of an engine."""

    def __init__(self, app: QApplication, variants: Sequence[str] = ("plain", "dropout"), epochs: int = 100):
        experiment = replace(starter(), epochs=epochs, variants=tuple(Variant(name) for name in variants))
        document = Document(experiment)
        self.studio = Studio(document, RunController(document), ThemeManager(app, "light"))
        self.variants = list(variants)

    def start(self, plane: bool = True, task: str = "classification", classes: Sequence[str] = ("0", "1")) -> None:
        data = DataInfo(task, [2], ["x1", "x2"], list(classes), 8, 8, plane)
        ones = dict.fromkeys(self.variants, 1)
        self.studio.store.take(Started(self.variants, ones, ones, "cpu", "eager", 0.0, data))

    def tell(
        self, points: dict[str, dict[str, tuple[object, object]]], flags: Sequence[tuple[float, str]] = ()
    ) -> None:
        epoch = max((float(np.max(x)) for named in points.values() for x, _ in named.values()), default=0.0)
        self.studio.store.take(Scalars(points, list(flags), epoch, 1, 1.0, {}))

    def losses(self, epochs: int, start: int = 0) -> None:
        """Training loss decays as 1/(1+t)²; validation loss is a parabola with its least value 0.2 at epoch 10."""
        t = np.arange(float(start), epochs + 1)
        self.tell(
            {
                name: {
                    "train_loss": (t, (1 + i) / (1 + t) ** 2),
                    "validation_loss": (t, 0.2 + 0.3 * i + (t - 10) ** 2 / 500),
                    "accuracy": (t, 1 - 0.4 / (1 + t)),
                    "train_accuracy": (t, 1 - 0.3 / (1 + t)),
                    "lr": (t, 0.1 / (1 + t)),
                }
                for i, name in enumerate(self.variants)
            }
        )

    def see(self, key: str, arrays: Callable[[int], Arrays]) -> None:
        """A snapshot for every variant, `arrays(index)`, and the tick that shows it."""
        for i, name in enumerate(self.variants):
            self.studio.store.take(Snapshot(key, name, 1.0, arrays(i)))
        self.studio.runs.ticked.emit()

    def boundary(self, resolution: int = 40) -> None:
        """Variant i answers with the sign of x1 (0) or x2 (1); one training and one validation sample each."""
        axis = np.linspace(-6, 6, resolution, dtype=np.float32)
        x1, x2 = np.meshgrid(axis, axis[::-1])
        self.see("boundary", lambda i: {"values": np.clip((x1, x2)[i % 2], -1, 1), "extent": 6.0})
        train, validation = np.array([[-3.0, 3.0]], np.float32), np.array([[3.0, 3.0]], np.float32)
        one, zero = np.array([1]), np.array([0])
        self.see(
            "boundary.points",
            lambda _: {"train_xy": train, "train_y": one, "validation_xy": validation, "validation_y": zero},
        )


@pytest.fixture
def run(qapp: QApplication) -> Iterator[Run]:
    made = Run(qapp)
    yield made
    made.studio.themes.set_mode("light")


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., None]:
    """Show a widget at a size and let it lay itself out."""

    def shown(widget: QWidget, width: int = 420, height: int = 300) -> None:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        qtbot.waitExposed(widget)
        QApplication.processEvents()

    return shown
