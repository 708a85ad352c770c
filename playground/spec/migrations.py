"""Ordered steps that bring an old file to today's form; each keeps a fixture in the tests for ever."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

SCHEMA = 2


def migrate(raw: dict[str, Any], schema: int) -> dict[str, Any]:
    """Apply every step from `schema` to today's; what a step does not understand stays, for the reader to refuse."""
    for version in range(schema, SCHEMA):
        raw = STEPS[version](raw)
    return raw


def name_the_scaling(raw: dict[str, Any]) -> dict[str, Any]:
    """1 → 2: data say how their inputs are scaled, where they said whether they are standardised."""
    found = {key: _scaled(value) if key == "data" else value for key, value in raw.items()}
    if isinstance(raw.get("variants"), list):
        found["variants"] = [_scaled_variant(item) for item in raw["variants"]]
    return found


def _scaled_variant(item: Any) -> Any:
    if not isinstance(item, dict) or not isinstance(item.get("patch"), dict):
        return item
    return {**item, "patch": dict(_scaled_path(path, value) for path, value in item["patch"].items())}


def _scaled_path(path: str, value: Any) -> tuple[str, Any]:
    if path == "data.standardize" and isinstance(value, bool):
        return "data.scaling", _scaling(value)
    return path, _scaled(value) if path == "data" else value


def _scaled(data: Any) -> Any:
    if not isinstance(data, dict) or not isinstance(data.get("standardize"), bool):
        return data
    found = {key: value for key, value in data.items() if key != "standardize"}
    return {**found, "scaling": _scaling(data["standardize"])}


def _scaling(standardize: bool) -> str:
    return "standardise" if standardize else "none"


STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {1: name_the_scaling}
"""Schema number → the step that leads to the next one."""
