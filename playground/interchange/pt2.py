"""Exported programs (`.pt2`) as drafts of networks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from playground.interchange import aten, recurrent
from playground.interchange.archive import JSON, Operator, Program, damaged, read_archive
from playground.interchange.aten_shapes import of_constants
from playground.interchange.calls import Call, Ref, module_of, names_of, values_of
from playground.interchange.draft import Draft, ModelError, Unfit
from playground.interchange.modules import MODULES, Group
from playground.spec.errors import SpecError

FAILURES = (Unfit, SpecError, RuntimeError, ValueError, TypeError, LookupError, ArithmeticError)
"""What a file may cause while one of its operators is read: that operator then has no layer, and the rest goes on."""
OPERATORS = "torch.ops."


def read_pt2(path: Path) -> Draft:
    """Read an exported program.

    Raises:
        ModelError: it cannot be read, or has no tensor to start from.
    """
    archive = read_archive(path)
    try:
        return _Reading(archive.program, dict(archive.tensors)).draft
    except (KeyError, TypeError, AttributeError):
        raise damaged(path) from None


class _Reading:
    def __init__(self, program: Program, tensors: dict[str, object]) -> None:
        self.draft = Draft()
        self._graph = program.graph_module.graph
        self._names: dict[str, str] = {}
        self._symbols: set[str] = set()
        self._numbers: dict[str, int] = {}
        self._batch: int | None = None
        for spec in program.graph_module.signature.input_specs:
            self._input(spec, tensors)
        if not self.draft.parts:
            raise ModelError("The model takes no tensor")
        for name, meta in self._graph.tensor_values.items():
            sizes = [_size(size) for size in meta.sizes]
            if all(size > 0 for size in sizes[1:]):
                self.draft.told[name] = tuple(sizes[1:])
        specs = program.graph_module.signature.output_specs
        self.draft.outputs = names_of([spec["user_output"]["arg"] for spec in specs if "user_output" in spec])
        self._walk()

    def _input(self, spec: JSON, tensors: dict[str, object]) -> None:
        for kind, body in spec.items():
            if kind == "user_input":
                for name in names_of([body["arg"]]):
                    self._signal(name)
            elif kind in ("parameter", "buffer", "tensor_constant"):
                name, full = body["arg"]["name"], body[f"{kind}_name"]
                self._names[name] = full
                self.draft.constants[name] = tensors[full]  # type: ignore[assignment]  # the archive gives tensors

    def _signal(self, name: str) -> None:
        if name not in self._graph.tensor_values:
            return
        sizes = [_size(size) for size in self._graph.tensor_values[name].sizes]
        if not sizes or not all(size > 0 for size in sizes):
            raise ModelError(f"The model's input {name} has no batch, or a side of unknown size")
        if "as_int" in self._graph.tensor_values[name].sizes[0]:
            self._batch = sizes[0]
        self.draft.input(name, tuple(sizes[1:]))

    # --- operators -------------------------------------------------------------------------------------------------

    def _walk(self) -> None:
        for key, run in groupby(self._graph.nodes, key=_group_of):
            operators = list(run)
            if key and (taken := self._taken(operators)):
                self._module(key[0], key[1], operators, taken)
            else:
                for operator in operators:
                    self._operator(operator)

    def _taken(self, operators: Sequence[Operator]) -> list[str]:
        """What others use of what some operators give."""
        made = [name for operator in operators for name in names_of(operator.outputs)]
        inside = {id(operator) for operator in operators}
        others = [operator for operator in self._graph.nodes if id(operator) not in inside]
        used = {name for operator in others for name in self._sources(operator)} | set(self.draft.outputs)
        return [name for name in made if name in used and name in self._graph.tensor_values]

    def _sources(self, operator: Operator) -> Iterator[str]:
        yield from names_of([argument.arg for argument in operator.inputs])

    def _module(self, path: str, kind: str, operators: Sequence[Operator], taken: Sequence[str]) -> None:
        calls = [self._call(operator) for operator in operators]
        heads = {name: _size(meta.sizes[-1]) for name, meta in self._graph.tensor_values.items() if meta.sizes}
        group = Group(self.draft, path.partition("@")[0], calls, taken, self._names, heads)
        try:
            if len(taken) != 1:
                raise Unfit("others use several of its results")
            MODULES[kind](group)
        except FAILURES:
            name = f"torch.nn.{kind.rpartition('.')[2]}"
            self.draft.unknown(taken, name, group.outside(signals=True), {}, group.path)

    def _operator(self, operator: Operator) -> None:
        call = self._call(operator)
        if call.target == "sym_size":
            self._sym_size(call)
        elif not any(name in self._graph.tensor_values for name in call.outputs):
            return  # sizes and assertions about them
        elif call.target in ("zeros", "new_zeros", "zeros_like"):
            recurrent.zeros(call)
        elif not of_constants(call):
            self._layer(call)

    def _layer(self, call: Call) -> None:
        try:
            aten.CALLS[call.target](call)
        except FAILURES:
            plain = {name: value for name, value in call.args.items() if not _is_signal(value)}
            name = call.target if "::" in call.target else f"aten::{call.target}"
            self.draft.unknown(call.outputs, name, call.signals(), plain, call.stem)

    def _sym_size(self, call: Call) -> None:
        """The size of the batch becomes a symbol, other sizes numbers."""
        axis = int(call.number("dim", 0))
        for name in call.outputs:
            if axis == 0:
                self._symbols.add(name)
            else:
                self._numbers[name] = self.draft.shape(call.source("self"))[axis - 1]

    def _call(self, operator: Operator) -> Call:
        space, _, rest = operator.target.removeprefix(OPERATORS).partition(".")
        kind = rest.partition(".")[0] or space
        args = {argument.name: self._number(values_of(argument.arg)) for argument in operator.inputs}
        target = kind if space == "aten" else f"{space}::{kind}"
        path, module = module_of(operator)
        outputs = tuple(names_of(operator.outputs))
        return Call(self.draft, target, kind, args, outputs, path, module, self._batch, frozenset(self._symbols))

    def _number(self, value: object) -> object:
        if isinstance(value, list):
            return [self._number(item) for item in value]
        return self._numbers.get(value.name, value) if isinstance(value, Ref) else value


def _is_signal(value: object) -> bool:
    return any(isinstance(item, Ref) for item in (value if isinstance(value, list) else [value]))


def _size(size: JSON) -> int:
    """A size, or the one it had when the model was exported."""
    found = size.get("as_int", size.get("as_expr", {}).get("hint", {}) if "as_expr" in size else 0)
    whole = found.get("as_int", 0) if isinstance(found, dict) else found
    return whole if isinstance(whole, int) else 0


def _group_of(operator: Operator) -> tuple[str, str] | None:
    """Path and class of the module whose operators become one layer, None for an operator that stands for itself."""
    stack = operator.metadata.get("nn_module_stack")
    for item in stack.split(";") if isinstance(stack, str) else []:
        parts = item.split(",")
        if len(parts) == 3 and parts[2] in MODULES:
            return parts[1], parts[2]
    return None
