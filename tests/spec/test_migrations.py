"""Old files keep opening: every step from one schema to the next has a file of its time here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from playground.spec.errors import SpecError
from playground.spec.files import dumps, read
from playground.spec.migrations import SCHEMA, STEPS, migrate
from playground.spec.parse import from_json
from playground.spec.variants import resolve

FIXTURES = Path(__file__).with_name("migrations")


def old(schema: int) -> dict[str, Any]:
    """The file of a schema as plain values."""
    found: dict[str, Any] = json.loads((FIXTURES / f"schema_{schema}.json").read_bytes())
    return found


def test_every_step_has_a_fixture_and_leads_to_the_next() -> None:
    assert sorted(STEPS) == list(range(1, SCHEMA))
    assert {path.name for path in FIXTURES.iterdir()} == {f"schema_{schema}.json" for schema in STEPS}


@pytest.mark.parametrize("schema", sorted(STEPS))
def test_an_old_file_opens_and_is_written_in_the_new_form(schema: int) -> None:
    experiment = read(FIXTURES / f"schema_{schema}.json")
    written = json.loads(dumps(experiment))
    assert written["schema"] == SCHEMA
    assert from_json(written) == experiment
    assert experiment.extra == {"author": {"data.standardize": True}}


def test_whether_inputs_are_standardised_becomes_how_they_are_scaled() -> None:
    experiment = from_json(old(1))
    assert experiment.data.values()["scaling"] == "standardise"
    patches = {variant.name: dict(variant.patch) for variant in experiment.variants}
    assert patches["as they are"] == {"data.scaling": "none"}
    assert patches["other data"]["data"]["scaling"] == "standardise"
    assert "standardize" not in patches["other data"]["data"]
    assert patches["other rate"] == {"optimizer.lr": 0.3}
    assert resolve(experiment, "as they are").data.values()["scaling"] == "none"
    assert resolve(experiment, "other data").data.name == "Wine"


def test_a_file_is_not_changed_by_being_read() -> None:
    raw = old(1)
    migrate(raw, 1)
    assert raw == old(1)


@pytest.mark.parametrize("value", ["yes", 1, None])
def test_what_a_step_does_not_understand_is_refused_at_its_place(value: object) -> None:
    raw = old(1)
    raw["data"]["standardize"] = value
    with pytest.raises(SpecError) as caught:
        from_json(raw)
    assert caught.value.place == "data.standardize"


@pytest.mark.parametrize("part", [{"variants": 5}, {"variants": [5]}, {"variants": [{"name": "a", "patch": 5}]}])
def test_a_broken_old_file_is_refused_as_a_new_one_is(part: dict[str, Any]) -> None:
    with pytest.raises(SpecError) as caught:
        from_json(old(1) | part)
    assert caught.value.place.startswith("variants")
