"""Surgery as source: done to the initial weights, as a reset of the engine does."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from torch import nn

from playground.engine.operations import unit_count
from playground.engine.surgery import number_exists
from playground.export.inline import Inlined
from playground.spec.experiment import Experiment
from playground.spec.graph import Graph, Node
from playground.spec.surgery import WHOLE

HERE = "playground.engine.operations"
NOTE = (
    "What was done by hand to units and weights is done here before the first step, as a reset does, and not at\n"
    "the step at which it happened."
)


def operated(
    node: Node, network: str, layer: nn.Module, made: Callable[[str], list[str]], inlined: Inlined
) -> Iterator[str]:
    """Lines that draw units anew and set values; `made(name)` are the lines that make the layer as `name`.

    `layer` is the node's module, be it without data.
    """
    surgery, units = node.surgery, unit_count(layer)
    for unit, times in sorted(surgery.redrawn, key=lambda item: (item[1], item[0])):
        if unit == WHOLE or unit < units:
            seeds = inlined.add(f"{HERE}.redraw_seed"), inlined.add("playground.engine.initial.node_seed")
            yield f'torch.manual_seed({seeds[0]}({seeds[1]}(SEED, "{network}", "{node.id}"), {unit}, {times}))'
            yield from made("fresh")
            yield f"{inlined.add(f'{HERE}.redraw')}(self.{node.id}, fresh, {unit})"
    for name, index, value in surgery.values:
        if number_exists(layer, name, index):
            yield f'{inlined.add(f"{HERE}.put")}(self.{node.id}, "{name}", {index}, {value!r})'


def switched_off(node: Node, last: str, layer: nn.Module, inlined: Inlined) -> Iterator[str]:
    """The line that lets units give 0 behind `last`, if there are any."""
    if off := [unit for unit in node.surgery.ablated if unit < unit_count(layer)]:
        yield f"{inlined.add(f'{HERE}.ablate')}(self.{node.id}, self.{last}, {off})"


def holds(graph: Graph, network: nn.Module, called: str, inlined: Inlined) -> Iterator[str]:
    """What keeps frozen units of a network as they are, each as source; nothing where there is nothing to keep."""
    for node in graph.nodes:
        module = dict(network.named_children()).get(node.id)
        units = unit_count(module) if module is not None else 0
        if frozen := [unit for unit in node.surgery.frozen if unit < units]:
            yield f"{inlined.add(f'{HERE}.Hold')}({called}.{node.id}, {frozen})"


def note(experiment: Experiment) -> str:
    """What the script says of surgery, "" where there is none."""
    done = any(node.surgery for graph in experiment.networks.values() for node in graph.nodes)
    return f"\n{NOTE}" if done else ""
