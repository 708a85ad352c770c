"""Several operators of ONNX that stand for one layer: attention, and what older versions of ONNX lack."""

from __future__ import annotations

import contextlib
import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import torch

from playground.interchange.draft import Draft, Unfit, layer
from playground.interchange.onnx_constants import computed
from playground.interchange.onnx_node import OnnxNode

Nodes = Sequence[OnnxNode]
GIVING = ("Add", "Gemm", "MatMul", "Reshape", "Softmax", "Transpose")
"""What the result of attention can come from; all else that others share with it are sizes."""


@dataclass(frozen=True)
class Wires:
    """The operators of a graph by the values they give and take."""

    makers: Mapping[str, OnnxNode]
    users: Mapping[str, Nodes]
    draft: Draft

    def maker(self, node: OnnxNode, kinds: tuple[str, ...]) -> OnnxNode:
        """The operator whose result another takes first."""
        found = self.makers.get(node.input(0))
        if found is None or found.kind not in kinds:
            raise Unfit("it stands elsewhere")
        return found

    def after(self, node: OnnxNode, kind: str) -> OnnxNode:
        """The only operator that takes what another gives."""
        found = self.users.get(node.outputs[0], [])
        if len(found) != 1 or found[0].kind != kind:
            raise Unfit("it stands elsewhere")
        return found[0]

    def constant(self, name: str) -> torch.Tensor | None:
        """A value that is written in the file."""
        if name in self.draft.constants or name not in self.makers:
            return self.draft.constants.get(name)
        return next((one for one in self.makers[name].attributes.values() if isinstance(one, torch.Tensor)), None)

    def is_number(self, name: str, values: tuple[float, ...]) -> bool:
        """Whether a value is one of some numbers."""
        found = self.constant(name)
        return (
            found is not None
            and found.numel() == 1
            and any(math.isclose(float(found), value, rel_tol=1e-5) for value in values)
        )


def fused(nodes: Nodes, draft: Draft) -> list[OnnxNode]:
    """The operators, with those that older exporters wrote for one layer put together."""
    users: dict[str, list[OnnxNode]] = defaultdict(list)
    for node in nodes:
        for name in node.inputs:
            users[name].append(node)
    wires = Wires({name: node for node in nodes for name in node.outputs}, users, draft)
    instead: dict[int, OnnxNode | None] = {}
    for node in nodes:
        if node.kind in PATTERNS:
            try:
                members, whole = PATTERNS[node.kind](node, wires)
            except (Unfit, IndexError):
                continue
            instead |= {id(member): None for member in members[:-1]}
            instead[id(members[-1])] = whole
    return [kept for node in nodes if (kept := instead.get(id(node), node)) is not None]


def _gelu(erf: OnnxNode, wires: Wires) -> tuple[list[OnnxNode], OnnxNode]:
    """x · (1 + erf(x / √2)) / 2."""
    scale = wires.maker(erf, ("Div", "Mul"))
    add = wires.after(erf, "Add")
    inner = wires.after(add, "Mul")
    outer = wires.after(inner, "Mul")
    x, factors = scale.input(0), [*inner.inputs, *outer.inputs]
    halved = any(wires.is_number(name, (0.5,)) for name in factors)
    if not halved or x not in factors or not wires.is_number(scale.input(1), (math.sqrt(2), math.sqrt(0.5))):
        raise Unfit("it is another function")
    return [scale, erf, add, inner, outer], replace(outer, kind="Gelu", inputs=(x,), attributes={})


def _group_norm(norm: OnnxNode, wires: Wires) -> tuple[list[OnnxNode], OnnxNode]:
    """Groups of channels laid in one, normalised, laid out again, scaled and shifted."""
    lay = wires.maker(norm, ("Reshape",))
    back = wires.after(norm, "Reshape")
    scale = wires.after(back, "Mul")
    shift = wires.after(scale, "Add")
    ones, zeros, sizes = wires.constant(norm.input(1)), wires.constant(norm.input(2)), wires.constant(lay.input(1))
    if ones is None or zeros is None or sizes is None or len(sizes) != 3 or not (ones == 1).all() or zeros.any():
        raise Unfit("it is another normalisation")
    for node in (scale, shift):
        if (found := wires.constant(node.input(1))) is None:
            raise Unfit("it scales by what is computed")
        wires.draft.constants[f"{node.input(1)}/row"] = found.reshape(-1)
    settings = {"num_groups": int(sizes[1]), "epsilon": norm.number("epsilon", 1e-5)}
    inputs = (lay.input(0), f"{scale.input(1)}/row", f"{shift.input(1)}/row")
    whole = replace(shift, kind="GroupNormalization", inputs=inputs, attributes=settings, opset=21)
    return [lay, norm, back, scale, shift], replace(whole, name=norm.name)


PATTERNS: dict[str, Callable[[OnnxNode, Wires], tuple[list[OnnxNode], OnnxNode]]] = {
    "Erf": _gelu,
    "InstanceNormalization": _group_norm,
}
"""What several operators are, by the one among them that tells."""


# --- attention -----------------------------------------------------------------------------------------------------


def attention_scopes(nodes: Nodes) -> dict[str, list[OnnxNode]]:
    """The operators of each module that computes attention."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for node in nodes:
        kinds[node.scope].add(node.kind)
    found = {scope for scope, there in kinds.items() if scope and {"Softmax", "MatMul"} <= there}
    return {scope: [node for node in nodes if node.scope == scope] for scope in found}


def attention(members: Nodes, nodes: Nodes, draft: Draft) -> bool:
    """Make self-attention of the operators of one module; False where they do something else."""
    made = {name for node in members for name in node.outputs}
    inside = {id(node) for node in members}
    used = {name for node in nodes if id(node) not in inside for name in node.inputs} | set(draft.outputs)
    taken = [name for node in members for name in node.outputs if name in used and node.kind in GIVING]
    sources = {draft.value(n) for node in members for n in node.inputs if n not in made and draft.is_signal(n)}
    try:
        if len(taken) != 1 or len(sources) != 1:
            return False
        first = next(node for node in members if draft.value((*node.inputs, "")[0]) in sources)
        if first.kind != "Transpose" or first.ints("perm") != [1, 0, 2]:
            return False
        _self_attention(members, draft, sources.pop(), taken[0])
    except (Unfit, RuntimeError, ValueError, KeyError, IndexError, StopIteration):
        return False
    for node in members:
        if node.kind not in GIVING:
            _compute(node)
    return True


def _compute(node: OnnxNode) -> None:
    """Work a constant out where it can be; sizes that are found here serve other modules too."""
    with contextlib.suppress(Unfit, RuntimeError, ValueError, KeyError, IndexError, TypeError):
        computed(node)


def _self_attention(members: Nodes, draft: Draft, source: str, output: str) -> None:
    known = _constants(members, draft)
    features = draft.shape(source)[-1]
    uses = [(node, known[name]) for node in members for name in node.inputs if name in known]

    def matrix(columns: int) -> torch.Tensor:
        for node, value in uses:
            turned = bool(node.attributes.get("transB"))
            rows = value if turned else value.t() if value.ndim == 2 else value
            if node.kind in ("MatMul", "Gemm") and tuple(rows.shape) == (columns, features):
                return rows.contiguous()
        raise Unfit("it has other weights")

    def row(columns: int) -> torch.Tensor:
        """A bias; exporters leave out those that are all zeros."""
        return next((value for _, value in uses if tuple(value.shape) == (columns,)), torch.zeros(columns))

    if any(node.kind == "Where" or (node.kind == "Add" and _masks(node, known)) for node in members):
        raise Unfit("it has a mask")
    weights = {
        "in_proj_weight": matrix(3 * features),
        "in_proj_bias": row(3 * features),
        "out_proj.weight": matrix(features),
        "out_proj.bias": row(features),
    }
    heads = _heads(members, known, features)
    draft.add(output, layer("SelfAttention", num_heads=heads), [source], weights, members[0].scope)


def _heads(members: Nodes, known: dict[str, torch.Tensor], features: int) -> int:
    """How many heads there are: from the shapes that it asks for, or from batch · heads where the batch is open."""
    shapes = [known[node.inputs[1]].tolist() for node in members if node.kind == "Reshape" and node.inputs[1] in known]
    sizes = [shape[-1] for shape in shapes if len(shape) >= 3 and 0 < shape[-1] < features]
    if sizes:
        return features // int(min(sizes))
    factors = [known[n] for node in members if node.kind == "Mul" for n in node.inputs if n in known]
    whole = [int(one) for one in factors if one.numel() == 1 and not one.is_floating_point()]
    return next((heads for heads in whole if heads > 1 and features % heads == 0), 1)


def _masks(node: OnnxNode, known: dict[str, torch.Tensor]) -> bool:
    return any(name in known and known[name].ndim > 1 for name in node.inputs)


def _constants(members: Nodes, draft: Draft) -> dict[str, torch.Tensor]:
    """Every constant that some operators use."""
    for node in members:
        if node.kind not in GIVING or not any(map(draft.is_signal, node.inputs)):
            _compute(node)
    return draft.constants
