"""Any network of any layers on any data: it is planned in sentences, and trains where the plan says that it can."""

from __future__ import annotations

import random
from dataclasses import replace
from types import UnionType
from typing import Any

import pytest

from playground import catalog
from playground.catalog.kinds import Data
from playground.catalog.starter import starter
from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.engine.dryrun import count, dry_run
from playground.engine.events import Diagnostic, Failed
from playground.engine.network import has_activation
from playground.engine.session import open_session
from playground.engine.steering import Control
from playground.engine.trainer import train
from playground.export.source import script
from playground.spec.entry import Entry, Shape, entries, fields_of
from playground.spec.errors import ParamError, SpecError
from playground.spec.experiment import Experiment
from playground.spec.files import dumps, loads
from playground.spec.fixes import apply
from playground.spec.graph import Edge, Graph, Node
from playground.spec.params import Param

catalog.load()
STORE = DataStore()
LAYERS = [cls for name, cls in entries("layer").items() if name not in ("Input", "Output")]
ACTIVATIONS = [cls for cls in LAYERS if cls.group == "Activations"]
NAMES = ("forward", "x", "self", "n0_activation", "training")
LARGE = 200_000
"""More numbers than this take too long for a test."""
STEPS = 3


def value(dice: random.Random, meta: Param, kind: type) -> Any:
    """A value of a field, small and mostly valid."""
    low, high = -6 if meta.min is None else meta.min, 6 if meta.max is None else meta.max
    if kind is bool:
        return dice.random() < 0.5
    if kind is str:
        return dice.choice(meta.choices) if meta.choices else ""
    if kind in (int, UnionType):
        sides = tuple(dice.randint(int(low), int(min(high, max(low + 1, 9)))) for _ in range(2))
        return sides if kind is UnionType and dice.random() < 0.3 else sides[0]
    if kind is tuple:
        return tuple(dice.randint(1, 6) for _ in range(dice.randint(0, 3)))
    return dice.choice((low, min(high, 1e3), low + (min(high, 1e3) - low) * dice.random()))


def made(dice: random.Random, classes: list[type[Entry]]) -> Entry:
    """One of these with some fields chosen."""
    cls = dice.choice(classes)
    chosen = {name: value(dice, meta, kind) for name, (meta, kind) in fields_of(cls).items() if dice.random() < 0.5}
    try:
        return cls(**chosen)
    except ParamError:  # fields that do not go together
        return cls()


class Builder:
    """Grows a network layer by layer, mostly of layers that fit."""

    def __init__(self, dice: random.Random, shape: Shape) -> None:
        self.dice, self.careful = dice, dice.random() < 0.7
        self.nodes = [Node("input", entries("layer")["Input"]())]
        self.edges: list[Edge] = []
        self.shapes: dict[str, Shape | None] = {"input": shape}

    def grown(self) -> Graph:
        for number in range(self.dice.randint(1, 6)):
            self.add(f"n{number}")
        last = self.nodes[-1].id
        if self.dice.random() < 0.9:
            for name, entry in (("flat", "Flatten"), ("out", "Output")):
                self.nodes.append(Node(name, entries("layer")[entry]()))
                self.edges.append(Edge(last, name))
                last = name
        return Graph(tuple(self.nodes), tuple(self.edges))

    def add(self, name: str) -> None:
        dice, ids = self.dice, [node.id for node in self.nodes]
        name = dice.choice([one for one in (name, name, name, name, *NAMES) if one not in ids])
        for _ in range(10):
            after = made(dice, ACTIVATIONS) if dice.random() < 0.3 else None
            node = Node(name, made(dice, LAYERS), after, lr_factor=dice.choice((1.0, 1.0, 0.0)))
            ports = getattr(node.layer, "inputs", None) or 2
            sources = [ids[-1] if dice.random() < 0.7 else dice.choice(ids) for _ in range(ports)]
            if self.fits(node, sources) or not self.careful:
                self.nodes.append(node)
                self.edges += [Edge(source, name, port) for port, source in enumerate(sources)]
                return

    def fits(self, node: Node, sources: list[str]) -> bool:
        shapes = [self.shapes.get(source) for source in sources]
        known = tuple(shape for shape in shapes if shape is not None)
        if len(known) < len(shapes):
            return False
        facts = dry_run(node.layer, node.activation if has_activation(node) else None, known)
        self.shapes[node.id] = facts.shape
        return facts.shape is not None and facts.parameters + count(facts.shape) < LARGE


def experiment(dice: random.Random) -> Experiment:
    cls = dice.choice([one for one in entries("data").values() if issubclass(one, Data)])
    fields: dict[str, Any] = {"n": 40} if "n" in fields_of(cls) else {}
    data = cls(**fields)
    try:
        shape = STORE.samples(data).info.input_shape
    except SpecError:
        shape = [2]  # a file that is not chosen yet
    task = getattr(data, "task", "")
    base = replace(starter("A circle"), data=data, epochs=1, batch_size=dice.choice((2, 10)), metrics=())
    for objective in entries("objective").values():
        if getattr(objective, "task", "") == task:
            losses = [loss for loss in entries("loss").values() if task in getattr(loss, "tasks", ())]
            base = replace(base, objective=objective(), loss=made(dice, losses))
            break
    return replace(base, networks={"model": Builder(dice, tuple(shape)).grown()})


def in_words(problem: Diagnostic) -> bool:
    """Whether a problem is one sentence and, if it is in the way, says what to do."""
    whole = problem.message.endswith((".", "?")) and "\n" not in problem.message
    clear = not any(word in problem.message for word in ("Error", "tensor", "Traceback", "None"))
    return whole and clear and (problem.severity != "error" or bool(problem.hint or problem.fixes))


def trained(one: Experiment) -> bool:
    """Train some steps and write the script; whether nothing failed."""
    session = open_session(one, STORE)
    failed = False
    for step, event in enumerate(train(session, Control())):
        failed |= isinstance(event, Failed) and "diverged" not in event.message
        if step == STEPS:
            break
    compile(script(session.result("model")), "script", "exec")
    return not failed


@pytest.mark.filterwarnings("ignore:Initializing zero-element tensors")
def test_any_network_is_planned_in_sentences_and_trains_where_the_plan_lets_it() -> None:
    dice, ready = random.Random(4), 0
    for _ in range(80):
        one = experiment(dice)
        assert loads(dumps(one)) == one
        worked = plan(one, STORE)
        assert not [problem for problem in worked.problems if not in_words(problem)]
        for problem in worked.problems:
            for fix in problem.fixes[:1]:
                plan(apply(one, problem.network or "model", fix), STORE)
        if not any(problem.severity == "error" for problem in worked.problems):
            ready += 1
            assert trained(one), one.networks
    assert ready > 5
