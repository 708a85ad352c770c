"""Dotted names to the objects they name."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any


@cache
def locate(dotted: str) -> Any:
    """Import what a dotted name such as "torch.nn.Linear" stands for.

    Raises:
        ImportError: there is no such module.
        AttributeError: the module has no such name.
    """
    module, _, name = dotted.rpartition(".")
    return getattr(import_module(module), name)
