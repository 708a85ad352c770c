"""The kinds of entries: what each one owes to the engine, the window and the export."""

from __future__ import annotations

from playground.catalog.kinds.data import SCALING_HELP, SCALINGS, Data, Head, Part
from playground.catalog.kinds.layers import Activation, Layer
from playground.catalog.kinds.objectives import Asked, Face, Objective
from playground.catalog.kinds.results import Check, Exporter, Probe
from playground.catalog.kinds.terms import IGNORED, Answers, Encoding, Reading, Task
from playground.catalog.kinds.training import Augmentation, Initializer, Loss, Metric, Optimizer, Regularizer, Schedule

__all__ = [
    "IGNORED",
    "SCALINGS",
    "SCALING_HELP",
    "Activation",
    "Answers",
    "Asked",
    "Augmentation",
    "Check",
    "Data",
    "Encoding",
    "Exporter",
    "Face",
    "Head",
    "Initializer",
    "Layer",
    "Loss",
    "Metric",
    "Objective",
    "Optimizer",
    "Part",
    "Probe",
    "Reading",
    "Regularizer",
    "Schedule",
    "Task",
]
