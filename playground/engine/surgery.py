"""Surgery on the networks of a run: applied, changed while it trains, and taken back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import nn

from playground.engine.events import Diagnostic, NetworkPlan
from playground.engine.initial import node_seed, started
from playground.engine.network import Network, construct, sized
from playground.engine.operations import (
    Hold,
    ablate,
    put,
    redraw,
    redraw_seed,
    unit_axes,
    unit_count,
    unit_tensors,
)
from playground.spec.experiment import Experiment
from playground.spec.graph import Node
from playground.spec.surgery import NONE, WHOLE, Surgery, surgery_from_json, surgery_to_json

Key = tuple[str, tuple[int, ...]]
"""A number of a layer: its parameter's name and its index."""
HINT = "Undo the surgery on this layer, or give it back the units it had."
Numbers = dict[Key, tuple[float, float]]
"""Numbers set by hand: what was set and what it displaced."""


@dataclass
class _Drawn:
    """A unit that was drawn anew: what stood there before, optimizer state included, and the values that it lost."""

    unit: int
    times: int
    before: dict[str, torch.Tensor]
    values: Numbers = field(default_factory=dict)


class _Layer:
    """One layer under surgery, and what brings back what was there."""

    def __init__(self, network: Network, name: str, node: str, optimizer: torch.optim.Optimizer) -> None:
        parts = dict(network.named_children())
        self.network, self.name, self.node = network, name, node
        self.module = parts[node]
        self._last = parts.get(f"{node}_activation", self.module)
        self._optimizer = optimizer
        self._units = unit_count(self.module)
        self._axes = unit_axes(self.module)
        self._values: Numbers = {}
        self._drawn: list[_Drawn] = []
        self._hook: torch.utils.hooks.RemovableHandle | None = None
        self.applied = NONE

    # --- from one surgery to another -------------------------------------------------------------------------------

    def change(self, experiment: Experiment, node: Node) -> None:
        """Go over to the node's surgery; what is out of the layer's range is left out."""
        wanted, values = node.surgery, {(name, index): value for name, index, value in node.surgery.values}
        values = {key: value for key, value in values.items() if self._has(*key)}
        weighs = any(True for _ in self.module.parameters())  # nothing is drawn for an Input
        draws = {unit: times for unit, times in wanted.redrawn if weighs and (unit == WHOLE or unit < self._units)}
        new = self._new_draws(draws)
        gone = [key for key in self._values if key not in values]
        for key in gone:
            if not any(self._covers(unit, key) for unit, _ in new):
                put(self.module, *key, self._values.pop(key)[1])
        self._take_back(draws, values)
        for unit, times in new:
            self._draw(experiment, node, unit, times, [key for key in gone if key in self._values])
        for key, value in values.items():
            self._set(key, value)
        self.applied = wanted
        self.switch_off()

    def _has(self, name: str, index: tuple[int, ...]) -> bool:
        return number_exists(self.module, name, index)

    def _covers(self, unit: int, key: Key) -> bool:
        name, index = key
        return unit == WHOLE or (name in self._axes and index[self._axes[name]] == unit)

    def _valid(self, draws: Mapping[int, int]) -> int:
        """How many of the draws so far, from the first on, still stand or were followed by another of the unit."""
        fits = [draws.get(one.unit, 0) >= one.times for one in self._drawn]
        return fits.index(False) if False in fits else len(fits)

    def _new_draws(self, draws: Mapping[int, int]) -> list[tuple[int, int]]:
        done = {(one.unit, one.times) for one in self._drawn[: self._valid(draws)]}
        return sorted((item for item in draws.items() if item not in done), key=lambda item: (item[1], item[0]))

    def _take_back(self, draws: Mapping[int, int], values: Mapping[Key, float]) -> None:
        """Put back, last first, what draws that no longer stand displaced."""
        while len(self._drawn) > self._valid(draws):
            last = self._drawn.pop()
            for name, tensor in self._tensors(last.unit).items():
                if name in last.before:
                    tensor.copy_(last.before[name])
                elif "/" in name:
                    tensor.zero_()
            for key, (number, displaced) in last.values.items():
                if values.get(key) == number:
                    self._values[key] = number, displaced
                else:
                    put(self.module, *key, displaced)

    def _draw(self, experiment: Experiment, node: Node, unit: int, times: int, lost: list[Key]) -> None:
        here = self._tensors(unit)
        before = {name: tensor.clone() for name, tensor in here.items()}
        values = {key: self._values.pop(key) for key in lost if self._covers(unit, key)}
        self._drawn.append(_Drawn(unit, times, before, values))
        redraw(self.module, self._fresh(experiment, node, unit, times), unit)
        for name, tensor in here.items():
            if "/" in name:
                tensor.zero_()  # what the optimizer remembers belongs to the weights that are gone

    def _fresh(self, experiment: Experiment, node: Node, unit: int, times: int) -> nn.Module:
        graph, shapes = experiment.networks[self.name], self.network.shapes
        ends = tuple(shapes[edge.source] for edge in graph.into(node.id))
        layer = sized(node, shapes[node.id][-1] if shapes[node.id] else 1)
        seed = redraw_seed(node_seed(experiment.seed, self.name, node.id), unit, times)
        return started(lambda: construct(layer, ends), node.initializer or experiment.initializer, seed)

    def _tensors(self, unit: int) -> dict[str, torch.Tensor]:
        """Views of a unit's numbers; what the optimizer remembers of them is named "parameter/what"."""
        found = unit_tensors(self.module, unit)
        for name, parameter in self.module.named_parameters():
            for what, value in self._optimizer.state.get(parameter, {}).items():
                if name in found and isinstance(value, torch.Tensor) and value.shape == parameter.shape:
                    found[f"{name}/{what}"] = value if unit == WHOLE else value.select(self._axes[name], unit)
        return found

    def _set(self, key: Key, value: float) -> None:
        known = self._values.get(key)
        if known is None or known[0] != value:
            displaced = known[1] if known else float(self.module.get_parameter(key[0]).detach()[key[1]])
            put(self.module, *key, value)
            self._values[key] = value, displaced

    # --- what holds between changes --------------------------------------------------------------------------------

    def switch_off(self) -> None:
        """Let the ablated units, and no others, give 0."""
        if self._hook:
            self._hook.remove()
        off = [unit for unit in self.applied.ablated if unit < self._units]
        self._hook = ablate(self.module, self._last, off) if off else None

    def hold(self) -> Hold | None:
        """Keeps the frozen units as they are now; None where none is frozen."""
        frozen = [unit for unit in self.applied.frozen if unit < self._units]
        return Hold(self.module, frozen) if frozen else None

    # --- checkpoints -----------------------------------------------------------------------------------------------

    def state(self) -> dict[str, Any]:
        """Plain values and tensors."""
        return {
            "applied": surgery_to_json(self.applied),
            "values": _plain(self._values),
            "drawn": [[one.unit, one.times, dict(one.before), _plain(one.values)] for one in self._drawn],
        }

    def load_state(self, state: Mapping[str, Any]) -> None:
        """Go back to a saved state; the weights are loaded by others."""
        self.applied = surgery_from_json(state["applied"])
        self._values = _numbers(state["values"])
        self._drawn = [_Drawn(unit, times, before, _numbers(lost)) for unit, times, before, lost in state["drawn"]]
        self.switch_off()


def _plain(numbers: Numbers) -> list[list[Any]]:
    return [[name, list(index), *pair] for (name, index), pair in numbers.items()]


def _numbers(raw: list[list[Any]]) -> Numbers:
    return {(name, tuple(index)): (number, displaced) for name, index, number, displaced in raw}


class Surgeon:
    """All surgery on a run's networks; `holds` keep frozen units through each step, and there are none without any."""

    def __init__(self, networks: Mapping[str, Network], optimizer: torch.optim.Optimizer) -> None:
        self._networks = networks
        self._optimizer = optimizer
        self._layers: dict[tuple[str, str], _Layer] = {}
        self.holds: list[Hold] = []

    @torch.no_grad()
    def apply(self, experiment: Experiment) -> list[str]:
        """Go over to the surgery of an experiment of the same networks; return what changed, in words."""
        told: list[str] = []
        for name, graph in experiment.networks.items():
            for node in graph.nodes:
                here = self._layers.get((name, node.id))
                if (here.applied if here else NONE) == node.surgery:
                    continue
                layer = here or self._layer(name, node.id)
                if layer is not None:
                    told += changes(node.label, layer.applied, node.surgery)
                    layer.change(experiment, node)
        self._hold()
        return told

    def _layer(self, name: str, node: str) -> _Layer | None:
        network = self._networks[name]
        if node not in dict(network.named_children()):
            return None  # an input: its plan says that nothing can be done to it
        return self._layers.setdefault((name, node), _Layer(network, name, node, self._optimizer))

    def _hold(self) -> None:
        self.holds = [held for layer in self._layers.values() if (held := layer.hold())]

    def state(self) -> dict[str, dict[str, Any]]:
        """What was displaced, for a checkpoint: network → node → plain values and tensors."""
        found: dict[str, dict[str, Any]] = {}
        for (name, node), layer in self._layers.items():
            found.setdefault(name, {})[node] = layer.state()
        return found

    def load_state(self, state: Mapping[str, Mapping[str, Any]]) -> None:
        """Go on from a state whose weights were taken over; layers that are gone are passed over."""
        for layer in self._layers.values():
            layer.applied = NONE
            layer.switch_off()
        self._layers = {}
        for name, of_network in state.items():
            for node, saved in of_network.items():
                found = self._layer(name, node) if name in self._networks else None
                if found is not None:
                    found.load_state(saved)
        self._hold()


def changes(label: str, old: Surgery, new: Surgery) -> Iterator[str]:
    """What differs between two surgeries on a layer, in words; a value that is set once more is not worth one."""
    yield from (f"{label} unit {unit + 1} frozen" for unit in new.frozen if unit not in old.frozen)
    yield from (f"{label} unit {unit + 1} no longer frozen" for unit in old.frozen if unit not in new.frozen)
    yield from (f"{label} unit {unit + 1} ablated" for unit in new.ablated if unit not in old.ablated)
    yield from (f"{label} unit {unit + 1} no longer ablated" for unit in old.ablated if unit not in new.ablated)
    for unit, times in set(new.redrawn) ^ set(old.redrawn):
        whom = label if unit == WHOLE else f"{label} unit {unit + 1}"
        yield f"{whom} drawn anew" if (unit, times) in new.redrawn else f"{whom} as it was before it was drawn anew"
    keys = [{(name, index) for name, index, _ in one.values} for one in (old, new)]
    for name, index in sorted(keys[0] ^ keys[1]):
        place = f"{label} {name} {', '.join(str(part + 1) for part in index)}"
        yield f"{place} set by hand" if (name, index) in keys[1] else f"{place} as it was"


def kept_surgery(state: Mapping[str, Mapping[str, Any]], kept: set[tuple[str, str]]) -> dict[str, dict[str, Any]]:
    """The part of a state that belongs to layers whose weights were taken over."""
    return {name: {node: one for node, one in nodes.items() if (name, node) in kept} for name, nodes in state.items()}


def problems(experiment: Experiment, networks: Mapping[str, NetworkPlan]) -> Iterator[Diagnostic]:
    """Surgery that has no effect, such as on units that a layer no longer has."""
    for name, plan in networks.items():
        shapes = {one.id: one.output_shape for one in plan.nodes}
        graph = experiment.networks[name]
        for node in graph.nodes:
            ends = [shapes.get(edge.source) for edge in graph.into(node.id)]
            if node.surgery and shapes.get(node.id) is not None and None not in ends:
                with torch.device("meta"):
                    layer = (
                        construct(sized(node, plan.outputs), tuple(tuple(end or ()) for end in ends)) if ends else None
                    )
                if said := problem(node, layer):
                    yield Diagnostic(said, HINT, "warning", network=name, node=node.id, code="surgery-without-effect")


def problem(node: Node, layer: nn.Module | None) -> str:
    """Why a part of a node's surgery has no effect, as a sentence; "" where all of it has.

    `layer` may be on the meta device.
    """
    shapes = {name: tuple(value.shape) for name, value in layer.named_parameters()} if layer is not None else {}
    if layer is None or not shapes:
        return "Surgery has no effect here: there are no weights."
    units = unit_count(layer)
    named = {*node.surgery.frozen, *node.surgery.ablated, *(unit for unit, _ in node.surgery.redrawn if unit != WHOLE)}
    if strange := sorted(unit for unit in named if unit >= units):
        has = f"the layer has {units} units" if units else "this layer can only be drawn anew as a whole"
        return f"Surgery on unit {strange[0] + 1} has no effect: {has}."
    return next((said for name, index, _ in node.surgery.values if (said := _no_such_number(name, index, shapes))), "")


def number_exists(layer: nn.Module, name: str, index: tuple[int, ...]) -> bool:
    """Whether a module has a parameter of that name and it has a number at that index."""
    found = dict(layer.named_parameters()).get(name)
    return found is not None and _inside(index, tuple(found.shape))


def _inside(index: tuple[int, ...], shape: tuple[int, ...]) -> bool:
    return len(index) == len(shape) and all(part < size for part, size in zip(index, shape, strict=True))


def _no_such_number(name: str, index: tuple[int, ...], shapes: Mapping[str, tuple[int, ...]]) -> str:
    shape = shapes.get(name)
    if shape is None:
        return f"The value set by hand in {name} has no effect: the layer has no such numbers."
    if _inside(index, shape):
        return ""
    place, size = ", ".join(str(part + 1) for part in index), " × ".join(map(str, shape))
    return f"The value set by hand at {place} of {name} has no effect: {name} has the shape {size}."
