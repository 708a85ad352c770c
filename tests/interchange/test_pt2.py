"""What torch.export writes comes back as the same network."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.interchange.models import cases, difference, save_pt2

CASES = sorted(cases())


@pytest.mark.filterwarnings("ignore::UserWarning")  # torch.export warns of its own LSTM
@pytest.mark.parametrize("dynamic", [False, True])
@pytest.mark.parametrize("name", CASES)
def test_an_exported_program_gives_the_same_numbers(name: str, dynamic: bool, tmp_path: Path) -> None:
    module, x = cases()[name]
    assert difference(module, x, save_pt2(module, x, tmp_path / "model.pt2", dynamic)) < 1e-5
