"""Answers for each place of a sample, and samples of several parts."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from playground.catalog.kinds import IGNORED
from playground.catalog.modules import Part
from playground.engine.network import parts_of
from playground.engine.preprocess import encode
from playground.engine.rows import rows


def test_parts_lie_behind_one_another() -> None:
    assert parts_of({"a": [2, 3], "b": [4], "c": []}) == {"a": (0, (2, 3)), "b": (6, (4,)), "c": (10, ())}


def test_a_part_is_cut_out_of_each_sample() -> None:
    samples = torch.arange(20.0).reshape(2, 10)
    assert Part(6, (2, 2))(samples).tolist() == [[[6, 7], [8, 9]], [[16, 17], [18, 19]]]


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("ignores", [True, False])
def test_rows_score_as_the_framework_does(first: bool, ignores: bool) -> None:
    generator = torch.Generator().manual_seed(0)
    scores, targets = torch.randn(3, 4, 5, 6, generator=generator), torch.randint(0, 4, (3, 5, 6), generator=generator)
    if ignores:
        targets[0, :2] = IGNORED
    outputs = scores if first else scores.movedim(1, -1)
    loss = torch.nn.functional.cross_entropy(*rows(outputs, targets, 2, first, ignores))
    assert loss.item() == pytest.approx(torch.nn.functional.cross_entropy(scores, targets).item())


@pytest.mark.parametrize(
    ("encoding", "wanted"),
    [("onehot", [[[0, 1], [-100, -100]]]), ("binary", [[[1], [-100]]]), ("sign", [[[1], [-100]]])],
)
def test_what_does_not_count_stays_so_in_every_encoding(encoding: str, wanted: list[object]) -> None:
    coded = encode(np.array([[1, IGNORED]]), encoding, 2)
    assert coded.tolist() == wanted
    outputs = torch.zeros(1, 2, coded.shape[-1])
    kept, targets = rows(outputs, torch.from_numpy(coded), 1, False, True)
    assert len(kept) == len(targets) == 1
