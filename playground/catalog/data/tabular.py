"""Well-known tables that come with scikit-learn; nothing is downloaded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from playground.catalog.kinds import SCALING_HELP, SCALINGS, Data, Head, Task
from playground.spec.entry import Shape, entry
from playground.spec.params import param


def iris() -> tuple[np.ndarray, np.ndarray]:
    """150 flowers (150, 4) and their species (150,)."""
    from sklearn.datasets import load_iris

    inputs, targets = load_iris(return_X_y=True)
    return inputs.astype(np.float32), targets.astype(np.int64)


def wine() -> tuple[np.ndarray, np.ndarray]:
    """178 wines (178, 13) and their growers (178,)."""
    from sklearn.datasets import load_wine

    inputs, targets = load_wine(return_X_y=True)
    return inputs.astype(np.float32), targets.astype(np.int64)


def wine_and_alcohol() -> tuple[np.ndarray, np.ndarray]:
    """178 wines (178, 12), and in one row (178, 2) their growers and their alcohol as (x − 13) / 0.81."""
    inputs, growers = wine()
    return inputs[:, 1:], np.stack([growers, (inputs[:, 0] - 13) / 0.81], axis=1).astype(np.float32)


def breast_cancer() -> tuple[np.ndarray, np.ndarray]:
    """569 tumours (569, 30) and whether they are benign (569,)."""
    from sklearn.datasets import load_breast_cancer

    inputs, targets = load_breast_cancer(return_X_y=True)
    return inputs.astype(np.float32), targets.astype(np.int64)


def diabetes() -> tuple[np.ndarray, np.ndarray]:
    """442 patients (442, 10) and how far their illness went within a year (442,), as (y − 152) / 77."""
    from sklearn.datasets import load_diabetes

    inputs, targets = load_diabetes(return_X_y=True, scaled=False)
    return inputs.astype(np.float32), ((targets - 152) / 77).astype(np.float32)


@dataclass(frozen=True)
class TableData(Data):
    """What the tables have in common: they are small, so most rows train, and their columns have units of all sizes."""

    group = "Tables"

    train_share: float = param(
        0.7,
        min=0.05,
        max=0.95,
        label="Train share",
        help="Share of the samples that the network trains on; it never sees the rest.",
    )
    scaling: str = param("standardise", choices=SCALINGS, label="Scaling", help=SCALING_HELP)

    def args(self, *shapes: Shape) -> dict[str, Any]:
        """Every field but those the engine reads; the seed only decides the split."""
        return {name: value for name, value in super().args(*shapes).items() if name != "seed"}


@entry
class Iris(TableData):
    """Tell three kinds of iris apart by the size of their leaves.

    150 flowers, 4 inputs. Fisher, 1936.
    """

    target = "playground.catalog.data.tabular.iris"
    input_names = ("sepal length", "sepal width", "petal length", "petal width")
    class_names = ("setosa", "versicolor", "virginica")


@entry
class Wine(TableData):
    """Tell the wines of three growers apart by a chemical analysis.

    178 wines, 13 inputs. Forina et al., 1991.
    """

    target = "playground.catalog.data.tabular.wine"
    input_names = (
        "alcohol",
        "malic acid",
        "ash",
        "alcalinity of ash",
        "magnesium",
        "total phenols",
        "flavanoids",
        "nonflavanoid phenols",
        "proanthocyanins",
        "color intensity",
        "hue",
        "od280/od315",
        "proline",
    )
    class_names = ("grower 1", "grower 2", "grower 3")


@entry
class WineAndAlcohol(TableData):
    """Say two things of each wine: which of three growers made it, and how much alcohol it has.

    178 wines, the 12 other measures of the analysis. Alcohol is told as (x − 13) / 0.81, x in percent by volume, about
    mean 0 and deviation 1. Forina et al., 1991.
    """

    title = "Wine, two answers"
    target = "playground.catalog.data.tabular.wine_and_alcohol"
    input_names = Wine.input_names[1:]
    class_names = Wine.class_names
    objective = "SeveralHeads"

    @property
    def heads(self) -> tuple[Head, ...]:
        return Head("grower", self.class_names), Head("alcohol")


MEASURES = (
    "radius",
    "texture",
    "perimeter",
    "area",
    "smoothness",
    "compactness",
    "concavity",
    "concave points",
    "symmetry",
    "fractal dimension",
)


@entry
class BreastCancer(TableData):
    """Tell malignant from benign tumours by the shape of their cell nuclei.

    569 tumours, 30 inputs. Street, Wolberg & Mangasarian, 1993.
    """

    title = "Breast cancer"
    target = "playground.catalog.data.tabular.breast_cancer"
    input_names = tuple(f"{kind} {name}" for kind in ("mean", "error of", "worst") for name in MEASURES)
    class_names = ("malignant", "benign")


@entry
class Diabetes(TableData):
    """Predict how far diabetes goes within a year, from age, sex, body mass and blood.

    442 patients, 10 inputs; the target is (y − 152) / 77, about mean 0 and deviation 1. Efron et al., 2004.
    """

    target = "playground.catalog.data.tabular.diabetes"
    input_names = ("age", "sex", "body mass index", "blood pressure", "s1", "s2", "s3", "s4", "s5", "s6")

    @property
    def task(self) -> Task:
        return "regression"
