"""What a layer holds in mind while a network reads one sample, and how much each step matters for the loss."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import nn

from playground.catalog.modules import GRU, LSTM, RNN
from playground.engine.network import INPUT, OUTPUT
from playground.engine.probes.looked import given, looked_at
from playground.engine.probes.symbols import labels_at, texts
from playground.engine.probes.unrolled import Steps, last, together, unrolled
from playground.engine.run import Run
from playground.spec.graph import Graph, Node

Arrays = dict[str, np.ndarray]
RECURRENT = (RNN, GRU, LSTM)
ACROSS = ("Convolution", "Pooling", "Graphs")
"""Groups of layers whose first axis is no time."""
STATES = ("h", "c")


@dataclass
class _Seen:
    """What a layer gave (1, L, E) and the parts of it, by name; `ways` are the very tensors at each step."""

    named: dict[str, torch.Tensor] = field(default_factory=dict)
    ways: dict[str, list[Steps]] = field(default_factory=dict)
    times: int = 0


def hidden_state(run: Run, layer: str, sample: int, limit: int, network: str = "") -> Arrays:
    """ "h" (E, L): the hidden state by unit and step, or what another layer gives at each step.

    With gates "c" (E, L), the cell of an LSTM, and "gate.<name>" (E, L): i, f, o, g or r, z, n. "grad.h" and "grad.c"
    (L,): |∂loss/∂h_t| on this one sample, through all later steps; left out where the loss cannot be traced to the
    layer. "steps" (L,): what stands at each step, "" for quantities; "inputs" (F, L): the numbers of the sample, where
    its steps are those of the layer. "layers": all that can be shown, "shown": this one's place; "units": how many it
    has; "sample" and "of" as in other probes. Only "layers" where there is none of that name.
    """
    module, name = looked_at(run, network), network or run.objective.name
    found = with_steps(run, name)
    arrays: Arrays = {"layers": texts(found)}
    chosen = layer or _first(module, found)
    if chosen not in found:
        return arrays
    place = min(sample, len(run.dataset.validation_inputs) - 1)
    one = run.dataset.validation_inputs[place : place + 1]
    seen, sizes = _looked(run, network, chosen, place)
    if not seen.named:
        return arrays
    for what, values in seen.named.items():
        drawn = values[0, :, :limit].T.detach().float().cpu().numpy()
        arrays[what if what in STATES else f"gate.{what}"] = drawn
    arrays |= {f"grad.{what}": values for what, values in sizes.items()}
    length = arrays["h"].shape[1]
    return (
        arrays
        | _read(run, name, chosen, one[0].cpu(), length)
        | {
            "shown": np.array(found.index(chosen)),
            "units": np.array(seen.named["h"].shape[2]),
            "sample": np.array(place),
            "of": np.array(len(run.dataset.validation_inputs)),
        }
    )


def with_steps(run: Run, network: str) -> list[str]:
    """Nodes of a network, in order, that read a sequence or give a row of numbers for each of its steps."""
    graph, module = run.experiment.networks[network], run.networks[network]
    parts = dict(module.named_children())
    steps = _length(run)

    def timed(node: Node) -> bool:
        shape = module.shapes[node.id]
        return node.layer.name not in (INPUT, OUTPUT) and shape[:-1] == (steps,) and not _across(graph, node.id)

    return [node.id for node in graph.order() if isinstance(parts.get(node.id), RECURRENT) or timed(node)]


def _length(run: Run) -> int:
    """How many steps a sample has, 0 where it is no sequence."""
    info, data = run.dataset.samples.info, run.dataset.samples.entry
    sequence = not data.parts and (bool(data.symbols) or len(info.input_shape) == 2)
    return info.input_shape[0] if sequence else 0


def _across(graph: Graph, node: str) -> bool:
    """Whether a layer before or at this node mixes or moves the axis of time."""
    ahead, seen = deque([node]), set[str]()
    while ahead:
        here = ahead.popleft()
        if getattr(graph.node(here).layer, "group", "") in ACROSS:
            return True
        seen.add(here)
        ahead.extend(edge.source for edge in graph.into(here) if edge.source not in seen)
    return False


def _first(module: nn.Module, found: Sequence[str]) -> str:
    """The first memory, else the last layer that there is."""
    parts = dict(module.named_children())
    return next((one for one in found if isinstance(parts[one], RECURRENT)), found[-1] if found else "")


def _looked(run: Run, network: str, node: str, place: int) -> tuple[_Seen, dict[str, np.ndarray]]:
    """States of a layer while the network reads a validation sample, and the sizes of their gradients."""
    module, name = looked_at(run, network), network or run.objective.name
    data = run.dataset
    inputs, targets = (
        both[place : place + 1].to(run.device) for both in (data.validation_inputs, data.validation_targets)
    )
    seen = _Seen()
    losses = [phase.loss for phase in run.phases if name in phase.networks][:1]
    with _apart(run), _listening(module, node, seen):
        loss = losses[0](inputs, targets) if losses else module(given(run, network, inputs))
        if not losses or seen.times != 1:
            return seen, {}
        return seen, _sizes(loss, seen)


def _sizes(loss: torch.Tensor, seen: _Seen) -> dict[str, np.ndarray]:
    """|∂loss/∂state| (L,) of each state, over all units of both directions."""
    tensors = [tensor for ways in seen.ways.values() for way in ways for tensor in way]
    if not loss.requires_grad:
        return {}
    grads = torch.autograd.grad(loss, tensors, allow_unused=True)
    of = {id(tensor): grad for tensor, grad in zip(tensors, grads, strict=True)}
    found: dict[str, np.ndarray] = {}
    for name, ways in seen.ways.items():
        squares = [
            sum(float(of[id(one)].double().square().sum()) for one in step if of[id(one)] is not None)
            for step in zip(*ways, strict=True)
        ]
        found[name] = np.sqrt(np.array(squares))
    return found


@contextmanager
def _listening(network: nn.Module, node: str, seen: _Seen) -> Iterator[None]:
    """Note what a node gives; a memory is computed step by step in its stead, so that each state can be traced."""
    parts = dict(network.named_children())
    module = parts[node]
    recurrent = isinstance(module, RECURRENT)
    heard = module if recurrent else parts.get(f"{node}_activation", module)
    note: Callable[..., torch.Tensor] = _read_again if recurrent else _kept
    hook = heard.register_forward_hook(lambda one, args, output: note(one, args, output, seen))
    try:
        yield
    finally:
        hook.remove()


def _read_again(
    module: RNN | GRU | LSTM, args: tuple[torch.Tensor, ...], output: torch.Tensor, seen: _Seen
) -> torch.Tensor:
    passes = unrolled(module, args[0].detach())
    seen.times += 1
    seen.named = {name: together(passes, name) for name in passes[0].named}
    seen.ways = {name: [one.named[name] for one in passes] for name in STATES if name in passes[0].named}
    if output.ndim == 3:
        return seen.named["h"]
    return torch.cat([last(passes, name) for name in (STATES if module.returns == "state" else ("h",))], dim=1)


def _kept(module: nn.Module, args: tuple[torch.Tensor, ...], output: torch.Tensor, seen: _Seen) -> torch.Tensor:
    del module, args
    steps = [step.detach().requires_grad_() for step in output.unbind(1)]
    seen.times += 1
    seen.named, seen.ways = {"h": torch.stack(steps, dim=1)}, {"h": [steps]}
    return seen.named["h"]


@contextmanager
def _apart(run: Run) -> Iterator[None]:
    """Evaluation mode with gradients; modes and random numbers are left as they were."""
    before = {name: one.training for name, one in run.networks.items()}
    devices = [run.device] if run.device.type == "cuda" else []
    for one in run.networks.values():
        one.eval()
    try:
        with torch.enable_grad(), torch.random.fork_rng(devices), torch.backends.cudnn.flags(enabled=False):
            yield
    finally:
        for name, one in run.networks.items():
            one.train(before[name])


def _read(run: Run, network: str, node: str, sample: torch.Tensor, length: int) -> Arrays:
    """What stands at the steps of a layer."""
    labels = labels_at(run, network, node, 0, sample, length)
    plain = labels == [str(step) for step in range(1, length + 1)]
    found: Arrays = {"steps": texts([""] * length if plain else labels)}
    if plain and sample.ndim == 2 and len(sample) == length and not run.dataset.samples.entry.parts:
        found["inputs"] = sample.float().T.numpy()
    return found
