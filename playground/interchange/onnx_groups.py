"""Several operators of ONNX that stand for one layer: attention, and GELU before ONNX had it."""

from __future__ import annotations

import contextlib
import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import torch

from playground.interchange.draft import Draft, Unfit, layer
from playground.interchange.onnx_constants import computed
from playground.interchange.onnx_node import OnnxNode

Nodes = Sequence[OnnxNode]
GIVING = ("Add", "Gemm", "MatMul", "Reshape", "Softmax", "Transpose")
"""What the result of attention can come from; all else that others share with it are sizes."""


def fused(nodes: Nodes, draft: Draft) -> list[OnnxNode]:
    """The operators with x · (1 + erf(x / √2)) / 2 as one Gelu."""
    users: dict[str, list[OnnxNode]] = defaultdict(list)
    makers = {name: node for node in nodes for name in node.outputs}
    for node in nodes:
        for name in node.inputs:
            users[name].append(node)
    gone: dict[int, OnnxNode | None] = {}
    for node in nodes:
        if node.kind == "Erf" and (found := _gelu(node, makers, users, draft)):
            source, members = found
            gone |= {id(member): None for member in members}
            gone[id(members[-1])] = replace(members[-1], kind="Gelu", inputs=(source,), attributes={}, domain="")
    return [kept for node in nodes if (kept := gone.get(id(node), node)) is not None]


def _gelu(
    erf: OnnxNode, makers: dict[str, OnnxNode], users: dict[str, list[OnnxNode]], draft: Draft
) -> tuple[str, list[OnnxNode]] | None:
    """The x of a GELU around an Erf, and its operators up to the last."""
    scale = makers.get(erf.inputs[0])
    if scale is None or scale.kind not in ("Div", "Mul") or len(scale.inputs) != 2:
        return None
    x, members, here = scale.inputs[0], [scale, erf], erf
    for kind in ("Add", "Mul", "Mul"):
        after = users[here.outputs[0]]
        if len(after) != 1 or after[0].kind != kind:
            return None
        here = after[0]
        members.append(here)
    factors = [name for member in members[3:] for name in member.inputs]
    halved = any(_is(name, (0.5,), makers, draft) for name in factors)
    known = _is(scale.inputs[1], (math.sqrt(2), math.sqrt(0.5)), makers, draft)
    return (x, members) if known and halved and x in factors else None


def _is(name: str, values: tuple[float, ...], makers: dict[str, OnnxNode], draft: Draft) -> bool:
    """Whether a value is one of some constants."""
    constant = draft.constants.get(name)
    if constant is None and name in makers:
        constant = next((one for one in makers[name].attributes.values() if isinstance(one, torch.Tensor)), None)
    return (
        constant is not None
        and constant.numel() == 1
        and any(math.isclose(float(constant), value, rel_tol=1e-5) for value in values)
    )


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
