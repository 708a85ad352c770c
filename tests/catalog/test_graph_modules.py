"""Layers on graphs, against loops over their edges."""

from __future__ import annotations

import math
from typing import Any

import pytest
import torch

from playground.catalog.graph_modules import GATConv, GCNConv, GraphReadout, PairNorm, SAGEConv
from playground.catalog.kinds import Layer
from playground.catalog.layers import graph
from playground.engine.dryrun import dry_run
from playground.engine.network import construct
from playground.engine.operations import unit_axes

EDGES = [(0, 1), (0, 2), (1, 2), (2, 3), (3, 4)]
NODES, PADDED, F = 6, 8, 3
"""Node 5 has no neighbour; nodes 6 and 7 do not exist."""
LAYERS: list[Layer] = [
    graph.GCNConv(out_channels=4),
    graph.GCNConv(out_channels=4, add_self_loops=False, bias=False),
    graph.GCNConv(out_channels=4, normalize=False),
    graph.SAGEConv(out_channels=4),
    graph.SAGEConv(out_channels=4, aggr="max", root_weight=False),
    graph.SAGEConv(out_channels=4, aggr="sum", normalize=True),
    graph.GATConv(out_channels=4, heads=3),
    graph.GATConv(out_channels=4, heads=2, concat=False, bias=False),
    graph.PairNorm(scale=2.0),
]
each = pytest.mark.parametrize("layer", LAYERS, ids=repr)


def adjacency(size: int = PADDED) -> torch.Tensor:
    found = torch.zeros(size, size)
    found[range(NODES), range(NODES)] = 1
    for a, b in EDGES:
        found[a, b] = found[b, a] = 1
    return found


def features(size: int = PADDED) -> torch.Tensor:
    return torch.randn(size, F, generator=torch.Generator().manual_seed(1))


def around(node: int, itself: bool) -> list[int]:
    """Neighbours of a node by its list of edges."""
    found = [b for a, b in EDGES if a == node] + [a for a, b in EDGES if b == node]
    return sorted([*found, node]) if itself else sorted(found)


def drawn(module: Any) -> Any:
    """The module with every parameter random, biases too."""
    generator = torch.Generator().manual_seed(2)
    with torch.no_grad():
        for value in module.parameters():
            value.copy_(torch.randn(value.shape, generator=generator))
    return module


def row(module: Any, node: int) -> torch.Tensor:
    out: torch.Tensor = module(features()[None], adjacency()[None])
    return out[0, node]


@pytest.mark.parametrize("node", range(NODES))
@pytest.mark.parametrize("loops", [True, False])
@pytest.mark.parametrize("normalize", [True, False])
def test_gcn_is_the_sum_over_edges(node: int, loops: bool, normalize: bool) -> None:
    module = drawn(GCNConv(F, 4, add_self_loops=loops, normalize=normalize))
    wanted = module.bias.detach().clone()
    for other in around(node, loops):
        scale = math.sqrt(len(around(node, loops)) * len(around(other, loops))) if normalize else 1
        wanted += module.weight @ features()[other] / scale
    torch.testing.assert_close(row(module, node), wanted)


@pytest.mark.parametrize("node", range(NODES))
@pytest.mark.parametrize("aggr", ["mean", "sum", "max"])
def test_sage_puts_a_node_beside_its_neighbours(node: int, aggr: str) -> None:
    module = drawn(SAGEConv(F, 4, aggr=aggr))
    near = features()[around(node, False)]
    folded: Any = {"mean": lambda x: x.mean(0), "sum": lambda x: x.sum(0), "max": lambda x: x.amax(0)}[aggr]
    told = folded(near) if len(near) else torch.zeros(F)
    wanted = module.weight @ torch.cat([features()[node], told]) + module.bias
    torch.testing.assert_close(row(module, node), wanted)


@pytest.mark.parametrize("node", range(NODES))
@pytest.mark.parametrize("concat", [True, False])
def test_gat_weighs_neighbours_by_softmax(node: int, concat: bool) -> None:
    module = drawn(GATConv(F, 4, heads=2, concat=concat, negative_slope=0.1))
    heads = []
    for weight, source, target in zip(module.weight.split(4), module.att_src, module.att_dst, strict=True):
        values = {other: weight @ features()[other] for other in around(node, True)}
        raw = torch.stack([target @ values[node] + source @ value for value in values.values()])
        shares = torch.where(raw > 0, raw, 0.1 * raw).softmax(0)
        heads.append(sum(share * value for share, value in zip(shares, values.values(), strict=True)))
    wanted = torch.cat(heads) if concat else torch.stack(heads).mean(0)
    torch.testing.assert_close(row(module, node), wanted + module.bias)


def test_readout_looks_at_nodes_that_exist() -> None:
    there = features()[:NODES]
    given = (features()[None], adjacency()[None])
    torch.testing.assert_close(GraphReadout("mean")(*given)[0], there.mean(0))
    torch.testing.assert_close(GraphReadout("sum")(*given)[0], there.sum(0))
    torch.testing.assert_close(GraphReadout("max")(*given)[0], there.amax(0))


def test_pair_norm_centres_and_scales() -> None:
    out = PairNorm(scale=2.0)(features()[None], adjacency()[None])[0, :NODES]
    torch.testing.assert_close(out.mean(0), torch.zeros(F), atol=1e-6, rtol=0)
    assert out.square().sum(1).mean().sqrt().item() == pytest.approx(2, abs=1e-4)


@each
def test_order_of_nodes_plays_no_part(layer: Layer) -> None:
    module = drawn(construct(layer, ((PADDED, F), (PADDED, PADDED))))
    x, a = features(), adjacency()
    order = torch.randperm(PADDED, generator=torch.Generator().manual_seed(3))
    straight, turned = module(x[None], a[None]), module(x[order][None], a[order][:, order][None])
    torch.testing.assert_close(turned[0], straight[0, order])


@each
def test_padding_plays_no_part(layer: Layer) -> None:
    module = drawn(construct(layer, ((PADDED, F), (PADDED, PADDED))))
    padded = module(features()[None], adjacency()[None])[0]
    alone = module(features()[None, :NODES], adjacency(NODES)[None])[0]
    torch.testing.assert_close(padded[:NODES], alone)
    assert not padded[NODES:].any()
    other = features()
    other[NODES:] = 1e6
    assert torch.equal(module(other[None], adjacency()[None])[0], padded)


@each
def test_gradients_are_finite_and_true(layer: Layer) -> None:
    module = drawn(construct(layer, ((PADDED, F), (PADDED, PADDED)))).double()
    x = features().double()[None].requires_grad_()
    assert torch.autograd.gradcheck(lambda given: module(given, adjacency().double()[None]), [x])
    module(x, adjacency().double()[None]).sum().backward()
    assert all(value.grad is not None and value.grad.isfinite().all() for value in module.parameters())


N, OUT = 8, 4
MACS = [
    (LAYERS[0], N * F * OUT + N * N * OUT),
    (LAYERS[3], N * N * F + N * 2 * F * OUT),
    (LAYERS[6], N * F * 3 * OUT + 2 * N * 3 * OUT + N * N * 3 * OUT),
    (graph.GraphReadout(), 0),
]


@pytest.mark.parametrize(("layer", "macs"), MACS, ids=repr)
def test_multiplications_are_counted(layer: Layer, macs: int) -> None:
    assert dry_run(layer, None, ((N, F), (N, N))).macs == macs


def test_what_does_not_fit_is_told() -> None:
    for shapes in (((3,), (4, 4)), ((4, 3), (4, 3)), ((4, 3), (5, 5))):
        said = dry_run(graph.GCNConv(), None, shapes).error
        assert said.startswith("GCN needs")
        assert said.endswith(".")


def test_units_are_those_of_the_output() -> None:
    assert unit_axes(GCNConv(F, 4)) == {"weight": 0, "bias": 0}
    assert unit_axes(SAGEConv(F, 4)) == {"weight": 0, "bias": 0}
    assert unit_axes(GATConv(F, 4, heads=2)) == {"weight": 0, "bias": 0}
    assert unit_axes(GATConv(F, 4, heads=2, concat=False)) == {}
