"""A network that learns from another."""

from __future__ import annotations

from typing import ClassVar

from playground.catalog.kinds import Objective
from playground.spec.entry import Entry, entry
from playground.spec.params import param


@entry
class Distillation(Objective):
    """A large network learns the task, and a small one learns to answer as the large one does.

    student loss = (1 − alpha) · loss(student, targets) + alpha · T² · KL(softmax(teacher / T) ‖ softmax(student / T)),
    with sigmoid in place of softmax for BCE. Hinton, Vinyals & Dean, "Distilling the knowledge in a neural network",
    2015.
    """

    target = "playground.engine.objectives.distillation.Distillation"
    task = "classification"
    networks = ("teacher", "student")
    roles = ("learns the task", "learns the teacher's answers")
    default_loss: ClassVar[str] = "CrossEntropyLoss"
    default_metrics: ClassVar[tuple[str, ...]] = ("Accuracy",)

    temperature: float = param(
        4.0, min=0.1, max=100, scale="log", label="Temperature", help="How soft the teacher's answers are made."
    )
    alpha: float = param(
        0.9,
        min=0,
        max=1,
        label="Alpha",
        help="Share of the teacher's answers in the student's loss; the rest is the data's.",
    )
    teacher_epochs: int = param(
        20,
        min=0,
        max=10_000_000,
        label="Teacher's epochs",
        help="Epochs in which the teacher learns alone and then rests; with 0 both learn side by side.",
    )

    def takes(self, loss: Entry) -> bool:
        """Losses whose outputs are logits, which a temperature can soften."""
        return loss.name in ("CrossEntropyLoss", "BCEWithLogitsLoss")
