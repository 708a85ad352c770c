"""Networks that play against each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from playground.catalog.kinds import Asked, Face, Objective
from playground.spec.entry import Shape, entry
from playground.spec.params import param


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

    target = "playground.engine.objectives.adversarial.Adversarial"
    task = ""
    answers = ""
    networks = ("generator", "discriminator")
    roles = ("makes samples out of noise", "tells real samples from made ones")
    makes = True
    tests = False
    steady: ClassVar[Mapping[str, Any]] = {"entry": "Adam", "lr": 0.002, "beta1": 0.5}
    own_loss = True
    views: ClassVar[tuple[str, ...]] = ("latent",)
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
