"""Gathers the source of functions and classes of ours, with all that they use, so that a script can stand alone."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path

OURS = "playground."


@dataclass(frozen=True)
class _Module:
    """A parsed module: its definitions and imports by the name they bind."""

    name: str

    @cached_property
    def text(self) -> str:
        spec = find_spec(self.name)
        if spec is None or spec.origin is None:
            raise ImportError(self.name)
        return Path(spec.origin).read_text(encoding="utf-8")

    @cached_property
    def definitions(self) -> dict[str, ast.stmt]:
        found: dict[str, ast.stmt] = {}
        for item in ast.parse(self.text).body:
            if isinstance(item, ast.FunctionDef | ast.ClassDef):
                found[item.name] = item
            elif isinstance(item, ast.Assign):
                found |= {target.id: item for target in item.targets if isinstance(target, ast.Name)}
            elif isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
                found[item.target.id] = item
        return found

    @cached_property
    def imports(self) -> dict[str, tuple[str, str]]:
        """Bound name → (module, name in it or "")."""
        found: dict[str, tuple[str, str]] = {}
        for item in ast.walk(ast.parse(self.text)):
            if isinstance(item, ast.Import):
                found |= {alias.asname or alias.name.partition(".")[0]: (alias.name, "") for alias in item.names}
            elif isinstance(item, ast.ImportFrom) and item.module and item.module != "__future__":
                found |= {alias.asname or alias.name: (item.module, alias.name) for alias in item.names}
        return found

    def source(self, item: ast.stmt) -> str:
        """The text of a definition with its decorators and the string that explains it."""
        first = min([item.lineno, *(d.lineno for d in getattr(item, "decorator_list", []))])
        return "\n".join(self.text.splitlines()[first - 1 : item.end_lineno])


@dataclass
class Inlined:
    """Definitions in the order in which they must stand, and the imports they need."""

    definitions: dict[str, str] = field(default_factory=dict)
    imports: set[str] = field(default_factory=set)
    _modules: dict[str, _Module] = field(default_factory=dict)

    def add(self, dotted: str) -> str:
        """Bring in what a dotted name stands for, and return how the script calls it."""
        module, _, name = dotted.rpartition(".")
        if module.startswith(OURS):
            self._define(module, name)
            return name
        if module == "torch.nn" or module.startswith("torch.nn."):
            return dotted.removeprefix("torch.")
        self.imports.add(f"import {dotted.partition('.')[0] if module.startswith('torch') else module}")
        return dotted

    def _define(self, module: str, name: str) -> None:
        if name in self.definitions:
            return
        source = self._modules.setdefault(module, _Module(module))
        item = source.definitions[name]
        self.definitions[name] = ""  # a definition may name itself
        for used in sorted({node.id for node in ast.walk(item) if isinstance(node, ast.Name)}):
            if used in source.definitions:
                self._define(module, used)
            elif used in source.imports:
                self._import(*source.imports[used], used)
        del self.definitions[name]
        self.definitions[name] = source.source(item)

    def _import(self, module: str, name: str, bound: str) -> None:
        if module.startswith(OURS):
            self._define(module, name)
        elif name:
            self.imports.add(f"from {module} import {name}" + (f" as {bound}" if bound != name else ""))
        else:
            self.imports.add(f"import {module}" + (f" as {bound}" if bound != module.partition(".")[0] else ""))
