"""The templates of what engine, catalog and files say to a person, found in their source.

Those parts know of no language: they build English sentences with f-strings. Each f-string, and each plain text of
two words, becomes a template with numbered holes: `f"{title} needs {n} input{'s' * (n > 1)}."` becomes
"{0} needs {1} input." and "{0} needs {1} inputs.". What is chosen between texts is chosen in the template.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

SAYING = ("spec", "catalog", "engine", "interchange")
"""Packages whose texts reach a person."""
RAISING = ("export", "engine/steppers/fused")
"""Packages that write code, so that only their errors are for a person."""
APART = ("engine/distributed",)
"""Packages that speak on the command line alone, which is English."""
MUTE = frozenset(
    {"param", "Unfit", "TypeError", "debug", "error", "exception", "info", "warning"}
    | {"compile", "fullmatch", "match", "search", "sub"}
)
"""Calls whose texts no person reads, or which the catalog shows by itself."""
EXEMPT = frozenset(
    {"column {0}", "nnplayground checkpoint 1", "sin x1", "sin x2"}
    | {"a frame of {0} bytes is too long", "unknown extension {0}", "a size is no number"}
    | {"network {0} has no output; its plan says so", "{0} cannot be repeated"}
)
"""Names, which stay as they are, and texts for programs."""
HOLE = "\0"
MOST = 12
"""Texts that one expression may stand for."""
LEAST = 3
"""Letters that a template needs, or it would fit everything."""

Scope = dict[str, list[ast.expr]]


def templates(package: Path) -> list[str]:
    """All templates, sorted."""
    found: set[str] = set()
    for name in (*SAYING, *RAISING):
        for file in sorted((package / name).rglob("*.py")):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            if name in SAYING and any(file.is_relative_to(package / other) for other in (*RAISING, *APART)):
                continue
            data = file.parent.name == "data"
            found |= set(_of_module(tree, errors_only=name in RAISING, outside=not data))
    return sorted(found - EXEMPT)


def _of_module(tree: ast.Module, errors_only: bool, outside: bool) -> Iterator[str]:
    """Templates of a module; `outside`: of what stands outside its functions too."""
    reader = _Reader()
    if outside and not errors_only:
        for statement in tree.body:
            if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
                reader.expression(statement.value, {})
    for function in _functions(tree):
        scope = _scope(function)
        for statement in function.body:
            if not errors_only:
                reader.statement(statement, scope)
                continue
            for inner in ast.walk(statement):
                if isinstance(inner, ast.Raise) and inner.exc is not None:
                    reader.expression(inner.exc, scope)
    yield from reader.templates()


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    """Functions that lie in no other one."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.FunctionDef):
            yield child
        else:
            yield from _functions(child)


def _scope(function: ast.FunctionDef) -> Scope:
    """What each name of a function is assigned; a name that gets anything by another way than "=" is left out."""
    found: Scope = {}
    taken = {
        argument.arg for inner in ast.walk(function) if isinstance(inner, ast.arguments) for argument in _all(inner)
    }
    assigned: set[int] = set()
    for inner in ast.walk(function):
        if isinstance(inner, ast.Assign) and len(inner.targets) == 1:
            for name, value in _pairs(inner.targets[0], inner.value):
                assigned.add(id(name))
                found.setdefault(name.id, []).append(value)
    for inner in ast.walk(function):
        if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store) and id(inner) not in assigned:
            taken.add(inner.id)
    return {name: values for name, values in found.items() if name not in taken}


def _all(arguments: ast.arguments) -> list[ast.arg]:
    return [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[ast.Name, ast.expr]]:
    if isinstance(target, ast.Name):
        yield target, value
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
        for one, other in zip(target.elts, value.elts, strict=True):
            yield from _pairs(one, other)


class _Reader:
    """Walks over statements and collects texts; one that stands within another is no text of its own."""

    def __init__(self) -> None:
        self._texts: list[tuple[int, str]] = []
        self._within: set[int] = set()

    def templates(self) -> Iterator[str]:
        """What was found, with numbered holes."""
        for origin, text in self._texts:
            if origin not in self._within and (template := numbered(text)):
                yield template

    def statement(self, node: ast.AST, scope: Scope) -> None:
        """Collect the texts of a statement, or of anything else."""
        if isinstance(node, ast.expr):
            self.expression(node, scope)
        elif not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)) and not isinstance(
            node, ast.Assert
        ):
            for child in ast.iter_child_nodes(node):
                self.statement(child, scope)

    def expression(self, node: ast.expr, scope: Scope) -> None:
        """Collect the texts of an expression."""
        if isinstance(node, ast.Compare) or (isinstance(node, ast.Call) and _name(node.func) in MUTE):
            return
        if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            self._texts += [(id(node), text) for text in self._said(node, scope, top=True)]
            return
        for child in ast.iter_child_nodes(node):
            self.statement(child, scope)

    def _said(self, node: ast.expr, scope: Scope, top: bool = False) -> list[str]:
        """The texts that an expression may stand for, [HOLE] where that cannot be told."""
        if not top and not isinstance(node, ast.Name):
            self._within.add(id(node))
        match node:
            case ast.Constant(value=str(text)):
                return [text]
            case ast.JoinedStr(values=values):
                parts = [self._said(value, scope) for value in values]
                return ["".join(chosen) for chosen in product(*parts)]
            case ast.FormattedValue(value=value, conversion=-1, format_spec=None):
                return self._choices(value, scope)
            case _:
                return [HOLE]

    def _choices(self, node: ast.expr, scope: Scope) -> list[str]:
        """What a hole may be filled with, where these are texts of the source."""
        match node:
            case ast.Constant(value=str()) | ast.JoinedStr():
                found = self._said(node, scope)
            case ast.IfExp(body=body, orelse=orelse):
                found = [*self._choices(body, scope), *self._choices(orelse, scope)]
            case ast.BinOp(left=ast.Constant(value=str(text)), op=ast.Mult()):
                self._within.add(id(node.left))
                found = ["", text]
            case ast.Name(id=name) if name in scope and any(map(_textual, scope[name])):
                inner = {key: value for key, value in scope.items() if key != name}
                found = [text for value in scope[name] for text in self._choices(value, inner)]
            case _:
                self.expression(node, scope)  # what is picked from a table is a text of its own
                found = [HOLE]
        found = list(dict.fromkeys(found))
        return found if len(found) <= MOST else [HOLE]


def _textual(node: ast.expr) -> bool:
    """Whether an expression is a text of the source, or a choice with one."""
    match node:
        case ast.Constant(value=str(text)):
            return bool(text)
        case ast.JoinedStr():
            return True
        case ast.IfExp(body=body, orelse=orelse):
            return _textual(body) or _textual(orelse)
        case _:
            return False


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def numbered(text: str) -> str:
    """A text with its holes numbered; "" for one that is no template: no words, or part of a program."""
    bare = text.replace(HOLE, " ")
    letters = sum(letter.isalpha() for letter in bare)
    if letters < LEAST or not re.search(r"(\S\s+[A-Za-z]|[A-Za-z]\s+\S)", text.strip()) or "{" in text:
        return ""
    if not re.search(r"(?<![\w.])[A-Za-z]{2,}(?![\w.(]*[_(=:/])", bare) or "\n" in text:
        return ""
    if letters == LEAST and not text[:1].isupper():
        return ""
    parts = text.strip().split(HOLE)
    return parts[0] + "".join(f"{{{number}}}{part}" for number, part in enumerate(parts[1:]))
