"""Recurrent layers of ONNX, whose sequences are (L, N, E): what turns them around belongs to the layer."""

from __future__ import annotations

import torch

from playground.interchange.draft import Draft, Unfit
from playground.interchange.onnx_constants import SIDES, TURNED
from playground.interchange.onnx_node import OnnxNode

STATES = "/states"
"""Behind a recurrent layer: all its states as ONNX gives them, (L, directions, N, H)."""
LAST = "/last"
"""Its last states, (directions, N, H); with "/0" or "/1" behind, those of one direction."""
GATES = {"LSTM": (0, 2, 3, 1), "GRU": (1, 0, 2), "RNN": (0,)}
"""Where the gates of PyTorch lie among those of ONNX: i f g o in i o f c, r z n in z r h."""


def _is(node: OnnxNode, suffix: str, index: int = 0) -> str:
    """The value that an input is with that suffix, "" if it is none."""
    value = node.draft.value(node.input(index))
    return value.removesuffix(suffix) if value.endswith(suffix) else ""


def recurrent(node: OnnxNode, name: str) -> None:
    """LSTM, GRU or RNN that starts from zeros."""
    source = _is(node, TURNED)
    direction = node.text("direction", "forward")
    if node.number("layout", 0):
        source = node.input(0)
    if not source or direction == "reverse" or node.has(4):
        raise Unfit("the batch is not where it should be, or it reads backwards")
    if name == "GRU" and not node.number("linear_before_reset", 0):
        raise Unfit("it resets before the product")
    for place in (5, 6):
        if node.has(place) and bool(node.constant(place).any()):
            raise Unfit("it does not start from zeros")
    if node.has(7) or node.attributes.get("clip") is not None:
        raise Unfit("it has parts that PyTorch's has not")
    weights = _weights(node, name)
    settings = {"hidden_size": int(node.number("hidden_size", 0)), "bidirectional": direction == "bidirectional"}
    node.op.add(name, [source], weights, bias="bias_ih_l0" in weights, **settings, **_bend(node, name))
    _outputs(node)


def _outputs(node: OnnxNode) -> None:
    """Rename the layer: what ONNX calls its first output has another order of axes than the layer's."""
    draft, states = node.draft, node.outputs[0]
    own = f"{node.outputs[1] if len(node.outputs) > 1 and node.outputs[1] else states}/layer"
    draft.parts[own], draft.shapes[own] = draft.parts.pop(states), draft.shapes.pop(states)
    draft.same(states, own + STATES)
    if len(node.outputs) > 1 and node.outputs[1]:
        draft.same(node.outputs[1], own + LAST)


def _bend(node: OnnxNode, name: str) -> dict[str, str]:
    wanted = {"LSTM": ["Sigmoid", "Tanh", "Tanh"], "GRU": ["Sigmoid", "Tanh"], "RNN": ["Tanh"]}[name]
    given = node.attributes.get("activations") or wanted
    if name == "RNN" and given[0] == "Relu":
        return {"nonlinearity": "relu"}
    if list(given[: len(wanted)]) != wanted:
        raise Unfit("it bends in another way")
    return {}


def _weights(node: OnnxNode, name: str) -> dict[str, torch.Tensor]:
    ends = ("", "_reverse")
    found: dict[str, torch.Tensor] = {}
    for direction, (inner, own) in enumerate(zip(node.constant(1), node.constant(2), strict=True)):
        found[f"weight_ih_l0{ends[direction]}"] = _gates(inner, name)
        found[f"weight_hh_l0{ends[direction]}"] = _gates(own, name)
        if (biases := node.optional(3)) is not None:
            one, other = biases[direction].chunk(2)
            found[f"bias_ih_l0{ends[direction]}"] = _gates(one, name)
            found[f"bias_hh_l0{ends[direction]}"] = _gates(other, name)
    return found


def _gates(tensor: torch.Tensor, name: str) -> torch.Tensor:
    parts = tensor.chunk(len(GATES[name]))
    return torch.cat([parts[place] for place in GATES[name]]).contiguous()


# --- around them ---------------------------------------------------------------------------------------------------


def turned(node: OnnxNode) -> bool:
    """A Transpose that moves the batch for a recurrent layer, or back."""
    order = node.ints("perm")
    draft, output = node.draft, node.outputs[0]
    if order == [1, 0, 2]:
        back = _is(node, TURNED)
        draft.same(output, back or draft.value(node.input(0)) + TURNED)
    elif (layer := _is(node, STATES)) and order in ([0, 2, 1, 3], [2, 0, 1, 3]):
        draft.same(output, layer + SIDES if order[0] == 0 else layer + "/batched")
    else:
        return False
    return True


def squeezed(node: OnnxNode) -> bool:
    """A Squeeze of the directions of a recurrent layer, where there is one."""
    axes = node.ints("axes", index=1)
    if (layer := _is(node, STATES)) and axes == [1]:
        node.draft.same(node.outputs[0], layer + TURNED)
    elif (layer := _is(node, LAST)) and axes == [0]:
        _take(node, layer)
    else:
        return False
    return True


def flattened(node: OnnxNode) -> bool:
    """A Reshape that puts both directions of a recurrent layer behind one another."""
    if layer := _is(node, SIDES):
        node.draft.same(node.outputs[0], layer + TURNED)
    elif layer := _is(node, "/batched"):
        node.draft.same(node.outputs[0], layer)
    else:
        return False
    return True


def picked(node: OnnxNode) -> bool:
    """A Gather of the last step, or of the last state of one direction."""
    if node.number("axis", 0) != 0 or node.constant(1).numel() != 1:
        return False
    index = int(node.constant(1))
    if (source := _is(node, TURNED)) and index in (-1, node.draft.shape(source)[0] - 1):
        node.op.add("TakeLast", [source])
        return True
    if layer := _is(node, LAST):
        if _both(node.draft, layer):
            node.draft.same(node.outputs[0], f"{layer}{LAST}/{index % 2}")
        else:
            _take(node, layer)
        return True
    return False


def both_ends(node: OnnxNode) -> bool:
    """A Concat of the last states of both directions; or of several layers, of which only the last is ever taken."""
    values = [node.draft.value(name) for name in node.inputs]
    if all(value.endswith(LAST) for value in values) and node.number("axis", 0) == 0:
        node.draft.same(node.outputs[0], values[-1])
        return True
    layer = values[0].partition(LAST)[0]
    if values != [f"{layer}{LAST}/0", f"{layer}{LAST}/1"]:
        return False
    part = node.draft.parts[layer]
    node.draft.add(node.outputs[0], part.layer.with_values(returns="last"), part.sources, part.weights, part.stem)
    return True


def _take(node: OnnxNode, layer: str) -> None:
    if _both(node.draft, layer):
        raise Unfit("it takes one direction of two")
    node.op.add("TakeLast", [layer])


def _both(draft: Draft, layer: str) -> bool:
    return bool(draft.parts[layer].layer.values()["bidirectional"])
