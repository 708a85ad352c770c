"""Edits of surgery keep it such that a file can hold it."""

from __future__ import annotations

import pytest

from playground.spec.operating import with_redrawn, with_value
from playground.spec.surgery import Surgery, surgery_from_json, surgery_to_json


@pytest.mark.parametrize("value", [1e39, -1e300, float("inf"), 0.5])
def test_a_weight_set_by_hand_is_one_that_a_file_may_hold(value: float) -> None:
    made = with_value(Surgery(), "weight", (0, 1), value)
    assert surgery_from_json(surgery_to_json(made)) == made


def test_a_number_without_an_index_is_in_no_unit() -> None:
    before = Surgery(values=(("alpha", (), 0.5), ("bias", (1,), 0.5), ("weight", (0, 1), 0.5)))
    assert with_redrawn(before, [1]).values == (("alpha", (), 0.5), ("weight", (0, 1), 0.5))
    assert with_redrawn(before, [1], axis=1).values == (("alpha", (), 0.5),)
