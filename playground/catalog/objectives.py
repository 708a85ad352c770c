"""What networks are trained for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from playground.catalog.kinds import Asked, Face, Objective
from playground.spec.entry import Entry, Shape, entry
from playground.spec.params import param

HERE = "playground.engine.objectives"
SUPERVISED = f"{HERE}.supervised.Supervised"


@entry
class Classification(Objective):
    """Learn the class of each sample from samples whose class is known."""

    target = SUPERVISED
    task = "classification"
    default_loss: ClassVar[str] = "CrossEntropyLoss"
    default_metrics: ClassVar[tuple[str, ...]] = ("Accuracy",)


@entry
class Regression(Objective):
    """Learn a number for each sample from samples whose number is known."""

    target = SUPERVISED
    task = "regression"
    default_loss: ClassVar[str] = "MSELoss"
    default_metrics: ClassVar[tuple[str, ...]] = ("R2", "MeanAbsoluteError")


@entry
class Adversarial(Objective):
    """Two networks play against each other: one makes samples out of noise, the other tells them from real ones.

    With D for the discriminator's output, x for real samples and m for made ones. log: D's loss is BCE of x as 1 plus
    that of m as 0, the generator's is BCE of m as 1, the form that does not saturate; Goodfellow et al., "Generative
    adversarial nets", 2014. least squares: ½(D(x) − 1)² + ½D(m)² against ½(D(m) − 1)²; Mao et al., "Least squares
    generative adversarial networks", 2016. Wasserstein: mean D(m) − mean D(x) against −mean D(m), where D is kept from
    growing steep by clipping its weights (Arjovsky et al., "Wasserstein GAN", 2017) or by a penalty (‖∇D‖ − 1)² between
    real and made samples (Gulrajani et al., "Improved training of Wasserstein GANs", 2017).
    """

    target = f"{HERE}.adversarial.Adversarial"
    task = ""
    answers = ""
    networks = ("generator", "discriminator")
    roles = ("makes samples out of noise", "tells real samples from made ones")
    makes = True
    own_loss = True
    default_loss: ClassVar[str] = "BCEWithLogitsLoss"

    game: str = param(
        "log",
        choices=("log", "least squares", "Wasserstein, clipping", "Wasserstein, gradient penalty"),
        label="Game",
        help="How the two networks are scored.",
    )
    noise: int = param(
        2, min=1, max=4096, scale="log", label="Noise", help="How many random numbers a sample is made of."
    )
    critic_steps: int = param(
        1, min=1, max=100, label="Critic steps", help="Steps of the discriminator for each step of the generator."
    )
    clip: float = param(
        0.01,
        min=1e-4,
        max=10,
        scale="log",
        label="Clip",
        help="With clipping: the largest size a weight of the discriminator may have.",
    )
    penalty: float = param(
        10.0,
        min=0,
        max=1000,
        scale="log",
        label="Gradient penalty",
        help="With a gradient penalty: its weight beside the discriminator's loss.",
    )

    def face(self, network: str, asked: Asked, given: Mapping[str, Shape | None]) -> Face:
        del given
        if network == "generator":
            return Face((self.noise,), asked.sample, samples=False, scored=False)
        return Face(asked.sample, (1,), scored=self.game == "log")


@entry
class Autoencoding(Objective):
    """Learn to squeeze each sample through a narrow code and to restore it.

    The loss is that between a sample and decoder(encoder(sample)). Hinton & Salakhutdinov, "Reducing the dimensionality
    of data with neural networks", 2006.
    """

    target = f"{HERE}.autoencoding.Autoencoding"
    task = ""
    answers = ""
    networks = ("encoder", "decoder")
    roles = ("squeezes a sample into a code", "restores a sample from its code")
    default_loss: ClassVar[str] = "MSELoss"

    def face(self, network: str, asked: Asked, given: Mapping[str, Shape | None]) -> Face:
        if network == "encoder":
            return Face(asked.sample, None, scored=False)
        return Face(given.get("encoder"), asked.sample, samples=False)

    def takes(self, loss: Entry) -> bool:
        """Losses of numbers, and BCE for samples that lie between 0 and 1."""
        return "regression" in getattr(loss, "tasks", ("regression",)) or loss.name == "BCEWithLogitsLoss"


@entry
class Distillation(Objective):
    """A large network learns the task, and a small one learns to answer as the large one does.

    student loss = (1 − alpha) · loss(student, targets) + alpha · T² · KL(softmax(teacher / T) ‖ softmax(student / T)),
    with sigmoid in place of softmax for BCE. Hinton, Vinyals & Dean, "Distilling the knowledge in a neural network",
    2015.
    """

    target = f"{HERE}.distillation.Distillation"
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
