"""All live views, found in this package: a new view is one new file."""

from __future__ import annotations

import importlib
import pkgutil

from playground.ui import views
from playground.ui.views.base import View


def all_views() -> list[type[View]]:
    """Every named View class of the package, in their `order`."""
    found: dict[str, type[View]] = {}
    for module in pkgutil.iter_modules(views.__path__, f"{views.__name__}."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, type) and issubclass(value, View) and value.name:
                found[value.name] = value
    return sorted(found.values(), key=lambda view: view.order)
