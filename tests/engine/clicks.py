"""A person who clicks at random, always the same for a seed: data, objectives, networks, everything of the panels."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from types import UnionType
from typing import Any

from playground import catalog, paths
from playground.catalog.adapt import with_data, with_objective
from playground.catalog.kinds import Data, Objective
from playground.catalog.library import library
from playground.catalog.starter import starter
from playground.engine.data import DataStore
from playground.spec import graph as graphs
from playground.spec import networks
from playground.spec.blocks import BlockUse
from playground.spec.definitions import adopted
from playground.spec.entry import Entry, entries, fields_of
from playground.spec.errors import ParamError, SpecError
from playground.spec.experiment import PRECISIONS, Experiment
from playground.spec.files import read
from playground.spec.graph import Graph, Node, Surgery
from playground.spec.params import Param

catalog.load()

FILES = ("CsvFile", "ArrayFile")
SIZES = {"n": 14, "side": 9, "nodes": 10, "length": 7, "window": 7, "dims": 4, "delay": 4, "dimensions": 4}
SMALL = {**SIZES, "pairs": 3, "longest": 4, "shortest": 2, "numbers": 4, "letters": 5}
"""The most that fields may be which make data large."""
QUICK = {"max_iter": 3, "limit": 2}
"""Fields of optimizers and metrics that would make a step or an epoch slow."""
MOST_NODES = 40


@cache
def small_ones() -> tuple[Experiment, ...]:
    """The lessons and small architectures that come with the program, and the experiment of a new window."""
    found = [read(path) for path in sorted(paths.presets_dir().glob("*/*.json"))]
    small = [one for one in found if one.lesson.parameters < 60_000]
    return (starter(), *(replace(one, variants=()) for one in small))


class Clicks:
    """Draws experiments as they come about in the window."""

    def __init__(self, seed: int, store: DataStore) -> None:
        self._dice = random.Random(seed)
        self._store = store

    def experiment(self) -> Experiment:
        """Somewhere to start, several hops between families, edits of the networks, and other choices."""
        found = starter() if self._often(0.6) else self._dice.choice(small_ones())
        found = with_data(found, self._data(with_own=self._often(0.4)))
        for _ in range(self._dice.choice((0, 0, 1, 1, 2, 4))):
            found = self._hop(found)
        for _ in range(self._dice.choice((0, 1, 1, 2, 3, 6))):
            found = self._edited(found)
        if self._often(0.15):
            found = self._hop(found)
        return self._chosen(found)

    # --- entries ------------------------------------------------------------------------------------------------------

    def entry(self, kind: str, names: Sequence[str] = ()) -> Entry:
        """One entry, some fields of it turned."""
        cls = entries(kind)[self._dice.choice(list(names) or list(entries(kind)))]
        made = cls()
        for name, (meta, field) in fields_of(cls).items():
            if self._often(0.25):
                made = _set(made, name, self._value(meta, field))
        for name, most in QUICK.items():
            if name in made.values() and kind in ("optimizer", "metric"):
                made = _set(made, name, most)
        return made

    def _value(self, meta: Param, field: type) -> Any:
        dice = self._dice
        low, high = -3.0 if meta.min is None else meta.min, 9.0 if meta.max is None else meta.max
        if field is bool:
            return dice.random() < 0.5
        if field is str:
            return dice.choice(meta.choices) if meta.choices else dice.choice(("", "0", "a"))
        if field is int or field is UnionType:
            most = int(min(high, low + 8))
            sides = dice.randint(int(low), most), dice.randint(int(low), most)
            return sides if field is UnionType and dice.random() < 0.3 else sides[0]
        if field is tuple and meta.choices:
            return tuple(name for name in meta.choices if dice.random() < 0.4)
        if field is tuple:
            return tuple(dice.randint(1, 6) for _ in range(dice.randint(0, 3)))
        return dice.choice((low, min(high, 50.0), low + (min(high, 2.0) - low) * dice.random()))

    def _data(self, with_own: bool = False) -> Data:
        """A small data set; with `with_own`, one that has an objective of its own."""
        kinds = {name: cls for name, cls in entries("data").items() if name not in FILES and issubclass(cls, Data)}
        own = [name for name, cls in kinds.items() if cls.objective]
        made = self.entry("data", own if with_own else list(kinds))
        for name, most in SMALL.items():
            if name in made.values():
                made = _set(made, name, min(made.values()[name], self._dice.randint(max(2, most - 3), most)))
        if made.values().get("n", 0) > SMALL["n"]:  # other fields need more
            made = type(made)(n=40)
        assert isinstance(made, Data)
        return made

    # --- hops between families ----------------------------------------------------------------------------------------

    def _hop(self, found: Experiment) -> Experiment:
        if self._often(0.55):
            return with_data(found, self._data(with_own=self._often(0.5)))
        suited = [name for name, cls in entries("objective").items() if self._suits(cls, found)]
        objective = self.entry("objective", suited if self._often(0.8) else ())
        assert isinstance(objective, Objective)
        return with_objective(found, objective, self._sample(found))

    def _suits(self, cls: type[Entry], found: Experiment) -> bool:
        """Whether the panel offers an objective for these data."""
        return getattr(cls, "task", "") in ("", getattr(found.data, "task", ""))

    def _sample(self, found: Experiment) -> tuple[int, ...] | None:
        assert isinstance(found.data, Data)
        try:
            return tuple(self._store.samples(found.data).info.input_shape)
        except SpecError:
            return None

    # --- edits of networks --------------------------------------------------------------------------------------------

    def _edited(self, found: Experiment) -> Experiment:
        name = self._dice.choice(list(found.networks))
        if self._often(0.05):
            return self._of_networks(found, name)
        if self._often(0.1):
            return self._with_block(found, name)
        edits = (self._insert, self._insert, self._insert, self._remove, self._wire, self._values, self._values)
        edit = self._dice.choice((*edits, self._activation, self._activation, self._add, self._special))
        graph = found.networks[name]
        if not graph.nodes or len(graph.nodes) > MOST_NODES:
            return found
        return replace(found, networks={**found.networks, name: edit(graph)})

    def _of_networks(self, found: Experiment, name: str) -> Experiment:
        """A network fewer, another name for it, or one more."""
        other = self._dice.choice(("model", "encoder", "decoder", "generator", "spare"))
        try:
            if self._often(0.3):
                return networks.added(found, other, found.networks[name])
            return networks.renamed(found, name, other) if self._often(0.6) else networks.removed(found, name)
        except SpecError:
            return found  # the window refuses it

    def _node(self, graph: Graph) -> Node:
        layer = self.entry("layer", [name for name in entries("layer") if name not in ("Input", "Output")])
        return Node(graph.fresh_id(layer.name), layer, self._function() if self._often(0.2) else None)

    def _function(self) -> Entry:
        functions = [name for name, cls in entries("layer").items() if cls.group == "Activations"]
        return self.entry("layer", functions)

    def _insert(self, graph: Graph) -> Graph:
        """A layer on a wire; one that takes several gets them from anywhere."""
        if not graph.edges:
            return self._add(graph)
        node = self._node(graph)
        graph = graphs.insert(graph, self._dice.choice(graph.edges), node)
        for port in range(1, getattr(node.layer, "inputs", None) or 2):
            source = self._dice.choice(graph.nodes).id
            if graphs.check_connect(graph, source, node.id, port) is None:
                graph = graphs.connect(graph, source, node.id, port)
        return graph

    def _remove(self, graph: Graph) -> Graph:
        return graphs.remove(graph, [self._dice.choice(graph.nodes).id], bypass=self._often(0.8))

    def _wire(self, graph: Graph) -> Graph:
        source, target = self._dice.choice(graph.nodes).id, self._dice.choice(graph.nodes).id
        if graph.edges and self._often(0.3):
            graph = graphs.disconnect(graph, self._dice.choice(graph.edges))
        port = graphs.free_port(graph, target)
        fits = graphs.check_connect(graph, source, target, port) is None
        return graphs.connect(graph, source, target, port) if fits else graph

    def _values(self, graph: Graph) -> Graph:
        """One field of a layer turned."""
        node = self._dice.choice(graph.nodes)
        fields = fields_of(type(node.layer))
        if not fields or isinstance(node.layer, BlockUse):
            return graph
        name = self._dice.choice(list(fields))
        return graphs.change(graph, replace(node, layer=_set(node.layer, name, self._value(*fields[name]))))

    def _activation(self, graph: Graph) -> Graph:
        node = self._dice.choice(graph.nodes)
        return graphs.change(graph, replace(node, activation=self._function() if self._often(0.8) else None))

    def _add(self, graph: Graph) -> Graph:
        """A layer that hangs on one wire, on none, or on as many as it takes."""
        node = self._node(graph)
        graph = graphs.add(graph, node)
        for port in range(self._dice.randint(0, getattr(node.layer, "inputs", None) or 2)):
            source = self._dice.choice(graph.nodes).id
            if graphs.check_connect(graph, source, node.id, port) is None:
                graph = graphs.connect(graph, source, node.id, port)
        return graph

    def _special(self, graph: Graph) -> Graph:
        """What the inspector has for any layer: an initialiser, a rate, regularisers, surgery."""
        node, dice = self._dice.choice(graph.nodes), self._dice
        changes: list[dict[str, Any]] = [
            {"initializer": self.entry("initializer")},
            {"lr_factor": dice.choice((0.0, 0.5, 2.0))},
            {"regularizers": (self.entry("regularizer"),)},
            {"surgery": Surgery(frozen=(dice.randint(0, 3),), ablated=(dice.randint(0, 3),))},
            {"surgery": Surgery(redrawn=((dice.randint(-1, 2), 1),), values=(("weight", (0, 0), 0.5),))},
        ]
        return graphs.change(graph, replace(node, **dice.choice(changes)))

    def _with_block(self, found: Experiment, name: str) -> Experiment:
        """A block of the library on a wire."""
        graph = found.networks[name]
        if not graph.edges:
            return found
        node = Node(graph.fresh_id("block"), BlockUse(self._dice.choice(list(library())), self._dice.choice((1, 1, 2))))
        grown = graphs.insert(graph, self._dice.choice(graph.edges), node)
        taken, grown = adopted(found, grown, [node.id], library())
        return replace(taken, networks={**taken.networks, name: grown})

    # --- the other panels ---------------------------------------------------------------------------------------------

    def _chosen(self, found: Experiment) -> Experiment:
        """Some of the other choices, so that most of them go together."""
        dice = self._dice
        offered = [name for name, cls in entries("loss").items() if _takes(found.objective, cls())]
        changes: dict[str, Any] = {"epochs": 1, "seed": dice.randint(0, 9), "device": "cpu"}
        changes["batch_size"] = dice.choice((1, 2, 3, 5, 7, 64, 1000))
        if self._often(0.5):
            changes["loss"] = self.entry("loss", offered if self._often(0.85) else ())
        for kind in ("optimizer", "schedule", "initializer"):
            if self._often(0.5):
                changes[kind] = self.entry(kind)
        if self._often(0.4):
            changes["metrics"] = self._metrics(found)
        if self._often(0.3):
            changes["regularizers"] = tuple(self.entry("regularizer", [n]) for n in self._some("regularizer", 0.25))
        if self._often(0.1):
            changes["precision"] = dice.choice(PRECISIONS)
        if self._often(0.3):
            changes["augmentations"] = self._augmentations(found)
        return replace(found, **changes)

    def _augmentations(self, found: Experiment) -> tuple[Entry, ...]:
        """Mostly those that the panel offers."""
        some = [self.entry("augmentation", [name]) for name in self._some("augmentation", 0.3)]
        assert isinstance(found.data, Data)
        fits = [not item.misfit(found.data, self._sample(found) or (1,)) for item in some]  # type: ignore[attr-defined]  # an Augmentation
        return tuple(item for item, fit in zip(some, fits, strict=True) if fit or self._often(0.1))

    def _metrics(self, found: Experiment) -> tuple[Entry, ...]:
        """Mostly those that the panel offers."""
        task = getattr(found.objective, "task", "")
        offered = [name for name in self._some("metric", 0.3) if task in getattr(entries("metric")[name], "tasks", ())]
        return tuple(
            self.entry("metric", [name]) for name in (offered if self._often(0.8) else self._some("metric", 0.1))
        )

    def _some(self, kind: str, share: float) -> list[str]:
        return [name for name in entries(kind) if self._often(share)]

    def _often(self, share: float) -> bool:
        return self._dice.random() < share


def _takes(objective: Entry, loss: Entry) -> bool:
    return not isinstance(objective, Objective) or objective.takes(loss)


def _set(made: Entry, name: str, value: object) -> Entry:
    try:
        return made.with_values(**{name: value})
    except ParamError:
        return made  # the form says so, and nothing changes
