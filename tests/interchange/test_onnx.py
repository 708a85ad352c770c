"""What PyTorch's exporters write as ONNX comes back as the same network."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.interchange.models import cases, difference, save_onnx

pytestmark = pytest.mark.filterwarnings("ignore")  # both exporters warn of themselves
MERGED = ("mlp", "resnet")
"""With batch normalisation, which exporters merge into the layer before it."""
CASES = [(name, new, dynamic) for name in sorted(cases()) for new in (False, True) for dynamic in (False, True)]


@pytest.mark.parametrize(("name", "new", "dynamic"), [case for case in CASES if case[:2] != ("rnn", True)])
def test_an_onnx_model_gives_the_same_numbers(name: str, new: bool, dynamic: bool, tmp_path: Path) -> None:
    module, x = cases()[name]
    path = save_onnx(module, x, tmp_path / "model.onnx", new, dynamic)
    assert difference(module, x, path, merged=name in MERGED) < 1e-5


@pytest.mark.parametrize("opset", [9, 11, 13, 16, 20, 23])
@pytest.mark.parametrize("name", ["lenet", "resnet", "dropping"])
def test_operators_of_older_and_newer_versions(name: str, opset: int, tmp_path: Path) -> None:
    module, x = cases()[name]
    path = save_onnx(module, x, tmp_path / "model.onnx", new=opset > 18, opset=opset)
    assert difference(module, x, path, merged=name in MERGED) < 1e-5
