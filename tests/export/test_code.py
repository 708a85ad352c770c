"""The source of a network while it is edited."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch

from playground import catalog
from playground.catalog.starter import starter
from playground.engine.data import DataStore
from playground.export.code import class_name, network_code
from playground.spec import graph as graphs
from playground.spec.blocks import Block, BlockUse
from playground.spec.entry import make
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment
from playground.spec.graph import Graph, Node, chain

catalog.load()


def built(text: str, name: str = "Model") -> torch.nn.Module:
    space: dict[str, object] = {}
    exec(compile(text, "code", "exec"), space)  # the source is ours
    made = space[name]
    assert isinstance(made, type)
    return made()


def with_graph(graph: Graph) -> Experiment:
    return replace(starter(), networks={"model": graph})


def test_the_source_runs_and_each_line_knows_its_node() -> None:
    source = network_code(starter(), "model", "model", DataStore())
    assert built(source.text)(torch.zeros(3, 2)).shape == (3, 1)
    lines = source.text.splitlines()
    assert len(lines) == len(source.nodes)
    for node in starter().networks["model"].nodes[1:]:
        of_node = [line for line, owner in zip(lines, source.nodes, strict=True) if owner == node.id]
        assert any(f"self.{node.id} = nn.Linear" in line for line in of_node)
        assert any(f"x = self.{node.id}" in line or "return" in line for line in of_node)


def test_a_layer_that_cannot_be_built_stands_as_a_comment() -> None:
    graph = starter().networks["model"]
    graph = graphs.add(graph, Node("lost", make("layer", {"entry": "Linear"})))
    source = network_code(with_graph(graph), "model", "model", DataStore())
    assert "# lost: Linear has no input" in source.text or "# lost: lost has no input" in source.text
    compile(source.text, "code", "exec")


@pytest.mark.parametrize("owner", ["a", "b", "c", "input", "norm", "end", "gone", "lost"])
def test_shared_weights_are_written_where_they_can_be(owner: str) -> None:
    """The source runs whatever a layer says it shares, also while that is wrong."""
    linear = make("layer", {"entry": "Linear", "out_features": 2})
    nodes = [Node(name, linear, shares=shares) for name, shares in (("a", ""), ("b", owner), ("c", "b"))]
    norm = Node("norm", make("layer", {"entry": "LayerNorm"}))
    ends = Node("input", make("layer", {"entry": "Input"})), Node("end", make("layer", {"entry": "Output"}))
    graph = chain(ends[0], *nodes, norm, ends[1])
    graph = graphs.add(graph, Node("lost", linear))
    text = network_code(with_graph(graph), "model", "model", DataStore()).text
    assert ("self.b.weight = self.a.weight" in text) == (owner == "a")
    compile(text, "code", "exec")


def test_blocks_are_written_out() -> None:
    layer = lambda name, **more: make("layer", {"entry": name, **more})  # noqa: E731  # read once, here
    inner = chain(Node("x", layer("Input")), Node("dense", layer("Linear", out_features=3)))
    outer = chain(Node("x", layer("Input")), Node("b", BlockUse("b", repeat=2)), Node("end", layer("Output")))
    wanted = replace(starter(), networks={"model": outer}, blocks={"b": Block(inner)})
    source = network_code(wanted, "model", "model", DataStore())
    assert "b__2__dense" in source.nodes
    built(source.text)


def test_names_and_faults() -> None:
    assert class_name("generator") == "Generator"
    with pytest.raises(SpecError, match="no network called other"):
        network_code(starter(), "model", "other", DataStore())
