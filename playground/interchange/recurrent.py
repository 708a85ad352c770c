"""Recurrent layers of an exported program, and the ways in which their last states are taken."""

from __future__ import annotations

from playground.interchange.calls import Call, Ref
from playground.interchange.draft import Draft, Unfit

LAST = "/last"
"""Behind the value of a recurrent layer: the name of its last hidden states (layers, N, H)."""


def parameter_names(layers: int, both: bool, biases: bool) -> list[str]:
    """Names in the order of PyTorch's flat list."""
    kinds = ("weight_ih", "weight_hh", *(("bias_ih", "bias_hh") if biases else ()))
    ends = ("", "_reverse") if both else ("",)
    return [f"{kind}_l{layer}{end}" for layer in range(layers) for end in ends for kind in kinds]


def recurrent(call: Call, name: str, nonlinearity: str = "") -> None:
    """LSTM, GRU or RNN over (N, L, E), which start from zeros."""
    if not call.flag("batch_first"):
        raise Unfit("the batch is not its first axis")
    layers, both, biases = int(call.number("num_layers", 1)), call.flag("bidirectional"), call.flag("has_biases", True)
    tensors = [call.draft.constant(one) for one in call.sources("params")]
    names = parameter_names(layers, both, biases)
    if len(tensors) != len(names):
        raise Unfit("it has other weights")
    _starts_from_zeros(call)
    call.op.add(
        name,
        [call.source("input")],
        dict(zip(names, tensors, strict=True)),
        hidden_size=tensors[1].shape[1],
        num_layers=layers,
        bidirectional=both,
        dropout=call.number("dropout", 0),
        bias=biases,
        **({"nonlinearity": nonlinearity} if nonlinearity else {}),
    )
    if len(call.outputs) > 1:
        call.draft.same(call.outputs[1], call.outputs[0] + LAST)


def _starts_from_zeros(call: Call) -> None:
    value = call.args.get("hx")
    for one in value if isinstance(value, list) else [value]:
        if not isinstance(one, Ref) or call.draft.value(one.name) not in call.draft.zeros:
            raise Unfit("it does not start from zeros")


def layer_of(draft: Draft, name: str) -> str:
    """The recurrent layer whose last hidden states a value is, "" for any other value."""
    value = draft.value(name)
    return value.removesuffix(LAST) if value.endswith(LAST) else ""


def hidden(call: Call) -> bool:
    """`h[-1]` of the last hidden states: the last step of one direction; of two, what `both_ends` waits for."""
    if not (source := layer_of(call.draft, call.source("self"))):
        return False
    part = call.draft.parts[source]
    layers, both = part.layer.values()["num_layers"], part.layer.values()["bidirectional"]
    states = layers * (2 if both else 1)
    index = int(call.number("index", 0)) % states
    if int(call.number("dim", 0)) != 0 or index < states - (2 if both else 1):
        raise Unfit("it takes the state of an inner layer")
    if both:
        call.draft.same(call.outputs[0], f"{source}{LAST}/{index - states}")
    else:
        call.op.add("TakeLast", [source])
    return True


def both_ends(call: Call) -> bool:
    """`cat(h[-2], h[-1])`: the last states of both directions, which the layer can give by itself."""
    values = [call.draft.value(name) for name in call.sources("tensors")]
    if len(values) != 2 or LAST not in values[0] or call.number("dim", 0) not in (1, -1):
        return False
    source = values[0].partition(LAST)[0]
    if values != [f"{source}{LAST}/-2", f"{source}{LAST}/-1"]:
        return False
    part = call.draft.parts[source]
    layer = part.layer.with_values(returns="last")
    call.draft.add(call.outputs[0], layer, part.sources, part.weights, part.stem)
    return True


def zeros(call: Call) -> None:
    """Remember a tensor of zeros without making it."""
    call.draft.zeros.add(call.outputs[0])
