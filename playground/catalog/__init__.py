"""Everything a person can pick: one file per family, one class per entry."""

from __future__ import annotations

import importlib
import pkgutil
from importlib.metadata import entry_points


def load() -> None:
    """Import every module of the catalog, and third-party ones from the entry-point group `nnplayground.entries`."""
    for module in pkgutil.walk_packages(__path__, f"{__name__}."):
        if not module.name.endswith("modules"):  # the only ones that import torch
            importlib.import_module(module.name)
    for plugin in entry_points(group="nnplayground.entries"):
        plugin.load()
