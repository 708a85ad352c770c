"""The bundled tables and images have the shapes, types and names they promise."""

from __future__ import annotations

from importlib import import_module

import numpy as np
import pytest

from playground.catalog.data.images import Digits
from playground.catalog.data.tabular import BreastCancer, Diabetes, Iris, Wine
from playground.catalog.kinds import Data

CASES: list[tuple[Data, tuple[int, ...], int]] = [
    (Iris(), (150, 4), 3),
    (Wine(), (178, 13), 3),
    (BreastCancer(), (569, 30), 2),
    (Diabetes(), (442, 10), 0),
    (Digits(), (1797, 1, 8, 8), 10),
]


@pytest.mark.parametrize(("item", "shape", "classes"), CASES, ids=[case[0].name for case in CASES])
def test_loads(item: Data, shape: tuple[int, ...], classes: int) -> None:
    module, _, name = item.target.rpartition(".")
    inputs, targets = getattr(import_module(module), name)(**item.args())
    assert inputs.shape == shape
    assert inputs.dtype == np.float32
    assert np.isfinite(inputs).all()
    assert len(item.class_names) == classes
    if classes:
        assert item.task == "classification"
        assert targets.dtype == np.int64
        assert set(targets) == set(range(classes))
    else:
        assert item.task == "regression"
        assert targets.dtype == np.float32
        assert (abs(targets.mean()), targets.std()) == (pytest.approx(0, abs=0.01), pytest.approx(1, abs=0.01))
    if len(shape) == 2:
        assert len(item.input_names) == shape[1]
        assert item.scaling == "standardise"
    else:
        assert (inputs.min(), inputs.max()) == (0, 1)


def test_names_are_scikit_learns() -> None:
    from sklearn.datasets import load_breast_cancer, load_diabetes, load_wine

    assert list(BreastCancer.class_names) == list(load_breast_cancer().target_names)
    for ours, theirs in zip(BreastCancer.input_names, load_breast_cancer().feature_names, strict=True):
        assert ours.replace("error of ", "") == theirs.replace(" error", "")
    assert [n.replace(" ", "_") for n in Wine.input_names[:5]] == list(load_wine().feature_names[:5])
    assert list(Diabetes.input_names[4:]) == list(load_diabetes().feature_names[4:])
