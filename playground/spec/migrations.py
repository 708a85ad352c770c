"""Ordered steps that bring an old file to today's form; each keeps a fixture in the tests for ever."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

SCHEMA = 1

STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""Schema number → the step that leads to the next one."""


def migrate(raw: dict[str, Any], schema: int) -> dict[str, Any]:
    """Apply every step from `schema` to today's."""
    for version in range(schema, SCHEMA):
        raw = STEPS[version](raw)
    return raw
