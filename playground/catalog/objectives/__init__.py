"""What networks are trained for; a new family is a new file, which is found by itself."""

from playground.catalog.objectives.supervised import Classification, Regression  # the usual ones are listed first

# isort: split
from playground.catalog.objectives.adversarial import Adversarial
from playground.catalog.objectives.autoencoding import Autoencoding
from playground.catalog.objectives.distillation import Distillation
from playground.catalog.objectives.variational import Variational

__all__ = ["Adversarial", "Autoencoding", "Classification", "Distillation", "Regression", "Variational"]
