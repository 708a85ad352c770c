"""Edited cards of a network with opened blocks, folded back into the network and its blocks."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from playground.spec.blocks import BlockParameter, BlockUse, Scalar
from playground.spec.errors import GraphError
from playground.spec.experiment import Experiment
from playground.spec.graph import Edge, Graph, Node, check, fresh
from playground.spec.inner_ids import JOINT, inner_id
from playground.spec.opened import Door, Frame, Opened, lifted, local, opened, opens, stays, within
from playground.spec.placing import Point, Replacing
from playground.spec.redefining import with_block_graph

Locate = Callable[[Point], str]
"""The path of the innermost frame under a point of the canvas, or ""."""


@dataclass(frozen=True)
class Folded:
    """What an edit of the cards makes of the experiment; `renamed` are, for new cards, the ids they are shown by."""

    experiment: Experiment
    renamed: Mapping[str, str] = field(default_factory=dict)


def nowhere(_point: Point) -> str:
    """No frame is under any point."""
    return ""


def folded_back(
    experiment: Experiment, network: str, paths: Collection[str], edited: Graph, locate: Locate = nowhere
) -> Folded:
    """The experiment whose network, with the same uses opened, shows the edited cards.

    Cards in a frame change the block, and so all its uses; a value that a parameter sets changes the setting of the
    use. Of several opened uses of one block the one that was edited wins. A use without any card left is removed.

    Raises:
        SpecError: an edge crosses a frame where it may not, or the result is no valid network; the place is a card.
    """
    return _Folding(experiment, network, opened(experiment, network, paths), edited, locate).result()


class _Folding:
    """One edit on its way back."""

    def __init__(self, experiment: Experiment, network: str, view: Opened, edited: Graph, locate: Locate) -> None:
        self._experiment = experiment
        self._network = network
        self._view = view
        self._old_homes = view.homes
        self._edited = edited
        self._locate = locate
        ids = {node.id for node in edited.nodes}
        self._frames = {path: frame for path, frame in view.frames.items() if frame.members & ids}
        self._before = set(view.graph.edges)
        self._homes: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._settings: dict[str, dict[str, Scalar]] = {}

    def result(self) -> Folded:
        for node in self._edited.order():
            self._homes[node.id] = self._home(node)
        self._name()
        levels = self._levels()
        replacing = (
            Replacing(self._view.placing, levels, opens(self._frames), set(self._old_homes))
            if self._view.placing
            else None
        )
        kept = {path: self._kept(path) for path in levels}
        if replacing is not None:
            levels = {path: replacing.level(path, kept[path]) for path in levels}
        for path, level in levels.items():
            if level != kept[path]:
                self._check(path, level)
        return Folded(self._written(levels), self._renamed())

    def _kept(self, path: str) -> Graph:
        """A level as network or block keep it now."""
        if not path:
            return self._experiment.networks[self._network]
        return self._experiment.blocks[self._frames[path].use.block].graph

    def _check(self, path: str, level: Graph) -> None:
        try:
            check(level)
        except GraphError as error:
            shown = inner_id(path, error.place) if path and error.place in level else error.place
            title = self._frames[shown].title if shown in self._frames else shown
            raise type(error)(title, error.message) from None

    # --- where each card belongs -----------------------------------------------------------------------------------

    def _home(self, node: Node) -> str:
        """The frame of a card: its own, or for a card that is new or wired anew the one that its wires suggest."""
        known = self._old_homes.get(node.id)
        edges = [*self._edited.into(node.id), *self._edited.out_of(node.id)]
        if known is not None and (any(edge in self._before for edge in edges) or self._legal(node, known)):
            return known
        if known is None and (prefix := self._by_name(node.id)):
            return prefix
        for edge in self._edited.into(node.id):
            return self._beside(edge)
        for edge in self._edited.out_of(node.id):
            home = self._old_homes.get(edge.target)
            if home is not None:
                return self._frames[home].parent if self._is_door(edge.target) else home
        return self._locate(node.position) if node.position is not None and known is None else known or ""

    def _legal(self, node: Node, home: str) -> bool:
        """Whether a card may stay where it is, as far as its wires to known cards go."""
        homes = {**self._old_homes, **self._homes, node.id: home}
        after = [edge for edge in self._edited.out_of(node.id) if edge.target in homes]
        for edge in [*self._edited.into(node.id), *after]:
            try:
                lifted(edge, [e for e in self._edited.out_of(edge.source) if e.target in homes], homes, self._frames)
            except GraphError:
                return False
        return True

    def _by_name(self, card: str) -> str:
        """The innermost frame whose name begins a new card's id, as that of a copy of one of its cards does."""
        return max((path for path in self._frames if card.startswith(path + JOINT)), key=len, default="")

    def _beside(self, edge: Edge) -> str:
        """The frame of a card that takes what a known card gives: the same, unless that also leads outside."""
        home = self._homes[edge.source]
        others = [
            e.target
            for e in self._edited.out_of(edge.source)
            if e.target in self._old_homes and e.target != edge.target
        ]
        while home and any(self._is_outside(target, home) for target in others):
            home = self._frames[home].parent
        return home

    def _is_outside(self, card: str, path: str) -> bool:
        home = self._old_homes[card]
        return not within(self._frames[home].parent if self._is_door(card) else home, path)

    def _is_door(self, card: str) -> bool:
        home = self._old_homes.get(card)
        return bool(home) and home in self._frames and card in self._frames[home].doors

    # --- names -----------------------------------------------------------------------------------------------------

    def _name(self) -> None:
        """Give each card the id that it has in its level."""
        taken: dict[str, set[str]] = {"": set(), **{path: set() for path in self._frames}}
        for frame in self._frames.values():
            taken[frame.parent].add(frame.node.id)
        new = []
        for node in self._edited.nodes:
            home = self._homes[node.id]
            if self._old_homes.get(node.id) == home:
                self._names[node.id] = local(home, node.id)
                taken[home].add(self._names[node.id])
            else:
                new.append(node)
        for node in new:
            home = self._homes[node.id]
            self._names[node.id] = fresh(_wish(node), taken[home])
            taken[home].add(self._names[node.id])

    def _renamed(self) -> dict[str, str]:
        shown = {i: inner_id(home, self._names[i]) if home else self._names[i] for i, home in self._homes.items()}
        return {card: name for card, name in shown.items() if card != name}

    # --- levels ----------------------------------------------------------------------------------------------------

    def _levels(self) -> dict[str, Graph]:
        """The network and the graphs of opened blocks as they are to be kept, but for the places of cards."""
        nodes: dict[str, dict[str, Node]] = {"": {}, **{path: {} for path in self._frames}}
        for node in self._edited.nodes:
            home = self._homes[node.id]
            for frame in self._around(home):
                nodes[frame.parent].setdefault(frame.node.id, frame.node)
            if not home or self._frames[home].tail != node.id:
                nodes[home][self._names[node.id]] = self._restored(node, home)
        for frame in self._frames.values():
            nodes[frame.parent][frame.node.id] = self._use(frame)
        edges, exits = self._edges(set(nodes)), self._exits()
        graphs = {path: Graph(tuple(found.values()), tuple(edges[path])) for path, found in nodes.items()}
        return {path: _ending(graph, exits.get(path, "")) for path, graph in graphs.items()}

    def _exits(self) -> dict[str, str]:
        """The node of each level from which wires lead out of its frame."""
        found: dict[str, str] = {}
        for edge in self._edited.edges:
            here, name = self._homes[edge.source], self._names[edge.source]
            while here and not stays(edge, here, self._homes, self._frames):
                frame = self._frames[here]
                if edge.source != frame.tail:
                    found.setdefault(here, name)
                here, name = frame.parent, frame.node.id
        return found

    def _around(self, home: str) -> Iterable[Frame]:
        while home:
            yield self._frames[home]
            home = self._frames[home].parent

    def _edges(self, paths: Iterable[str]) -> dict[str, list[Edge]]:
        found: dict[str, list[Edge]] = {path: [] for path in paths}
        for edge in self._edited.edges:
            home = self._homes[edge.target]
            if home and edge.target == self._frames[home].tail:
                continue
            level, wire = self._lift(edge)
            found[level].append(wire)
        return found

    def _lift(self, edge: Edge) -> tuple[str, Edge]:
        level, wire = lifted(edge, self._edited.out_of(edge.source), self._homes, self._frames)
        ends = {local(self._homes[i], i): self._names[i] for i in (edge.source, edge.target)}
        source = ends.get(wire.source, wire.source) if self._homes[edge.source] == level else wire.source
        target = ends.get(wire.target, wire.target) if self._homes[edge.target] == level else wire.target
        return level, Edge(source, target, wire.port)

    def _use(self, frame: Frame) -> Node:
        """The use that a frame stands for, with the settings and the activation that its cards show."""
        layer = frame.use
        block = self._experiment.blocks[layer.block]
        assert isinstance(frame.node.layer, BlockUse)  # for mypy
        kept = frame.node.layer
        if changed := self._settings.get(frame.path):
            own = {item.name: item.value for item in block.parameters}
            settings = {**dict(kept.settings), **changed}
            kept = replace(
                kept,
                settings={name: v for name, v in settings.items() if own.get(name) != v or name in dict(kept.settings)},
            )
        activation = self._edited.node(frame.tail).layer if frame.tail in self._edited else None
        return replace(frame.node, layer=kept, activation=activation)

    def _restored(self, node: Node, home: str) -> Node:
        """A card as its level keeps it: an Input for a door, a parameter's own value where one sets a field."""
        name = self._names[node.id]
        layer = node.layer.layer if isinstance(node.layer, Door) else node.layer
        if home and self._old_homes.get(node.id) == home:
            own, shown = self._kept(home).node(name).layer, self._view.levels[home].node(name).layer
            if type(own) is type(layer):
                block = self._experiment.blocks[self._frames[home].use.block]
                back = {}
                for item, field_name, factor in _setting(block.parameters, name):
                    value, before = getattr(layer, field_name), getattr(shown, field_name)
                    if value != before:
                        self._settings.setdefault(home, {})[item.name] = unscaled(item, value, before, factor)
                    back[field_name] = getattr(own, field_name)
                layer = layer.with_values(**back) if back else layer
        owner = self._owner(node.shares, home)
        same = (name, layer, owner) == (node.id, node.layer, node.shares)
        return node if same else replace(node, id=name, layer=layer, shares=owner)

    def _owner(self, card: str, home: str) -> str:
        """What a card of a level shares weights with, by its id there; nothing that lies in another level now."""
        if card in self._homes:
            return self._names[card] if self._homes[card] == home else ""
        return local(home, card) if card and home else card

    # --- writing ---------------------------------------------------------------------------------------------------

    def _written(self, levels: Mapping[str, Graph]) -> Experiment:
        experiment = replace(self._experiment, networks={**self._experiment.networks, self._network: levels[""]})
        done: set[str] = set()
        for path, frame in self._frames.items():
            name = frame.use.block
            if name not in done and levels[path] != self._kept(path):
                experiment = with_block_graph(experiment, name, levels[path])
                done.add(name)
        return experiment


def _setting(parameters: Iterable[BlockParameter], node: str) -> Iterable[tuple[BlockParameter, str, float]]:
    """The fields of a node that parameters set."""
    for item in parameters:
        for target, factor in item.targets.items():
            if target.partition(".")[0] == node:
                yield item, target.partition(".")[2], factor


def unscaled(item: BlockParameter, value: Scalar, before: Scalar, factor: float) -> Scalar:
    """The setting that gives a field a value; where none does exactly, the next one in the direction of the change."""
    if factor == 1 or isinstance(value, bool | str) or isinstance(before, bool | str):
        return value
    if isinstance(item.value, int):
        return max(1, math.ceil(value / factor) if value > before else math.floor(value / factor))
    return value / factor


def _ending(graph: Graph, name: str) -> Graph:
    """The graph with a node as the last of its sinks, if there are several: that one stands for the result."""
    sinks = [node.id for node in graph.sinks()]
    if name not in sinks or sinks[-1] == name:
        return graph
    return replace(graph, nodes=(*(n for n in graph.nodes if n.id != name), graph.node(name)))


def _wish(node: Node) -> str:
    """The id that a new card would like: its own, a use that of its block."""
    name = node.id.rpartition(JOINT)[2]
    if isinstance(node.layer, BlockUse) and name.rstrip("0123456789") == "block":
        return f"{node.layer.block}1"
    return name
