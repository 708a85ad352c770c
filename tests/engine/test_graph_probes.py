"""What a live view is told of a graph and of the network on it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from playground import catalog
from playground.catalog.adapt import with_data
from playground.catalog.graph_layout import laid_out
from playground.catalog.kinds import Data
from playground.catalog.starter import starter
from playground.engine.data import DataStore
from playground.engine.probes.graphs import graph_layout, graph_nodes, seen
from playground.engine.run import Run
from playground.engine.session import open_session
from playground.engine.similarity import node_similarity
from playground.spec.entry import make
from playground.spec.variants import with_paths

catalog.load()


def run(name: str, changes: dict[str, Any] | None = None, **values: Any) -> Run:
    data = make("data", {"entry": name, **values})
    assert isinstance(data, Data)
    found = replace(with_data(starter(), data), device="cpu")
    return open_session(with_paths(found, changes or {}), DataStore()).runs[0]


def test_a_club_is_laid_out_with_its_labels() -> None:
    found = graph_layout(run("KarateClub"), 0)
    assert found["edges"].shape == (78, 2)
    assert found["places"].shape == (34, 2)
    assert (found["places"].min(), found["places"].max()) == (0, 1)
    assert np.flatnonzero(found["labelled"]).tolist() == [0, 33]
    assert np.bincount(found["target"]).tolist() == [17, 17]


def test_neighbours_lie_near_and_always_in_the_same_place() -> None:
    one = run("TwoBlocks", n=60, p_in=0.3, p_out=0.02)
    found = graph_layout(one, 0)
    far = np.linalg.norm(found["places"][:, None] - found["places"][None], axis=2)
    assert far[tuple(found["edges"].T)].mean() < 0.7 * far[np.triu_indices(60, 1)].mean()
    assert np.array_equal(found["places"], graph_layout(one, 0)["places"])


@pytest.mark.parametrize("count", [1, 2, 3])
def test_the_smallest_graphs_have_places(count: int) -> None:
    assert np.isfinite(laid_out(np.ones((count, count), np.float32))).all()


def test_padding_is_not_drawn() -> None:
    one = run("GraphShapes", n=40, nodes=14)
    for sample in range(6):
        layout, nodes = graph_layout(one, sample), graph_nodes(one, sample)
        count = len(layout["places"])
        assert layout["target"].shape == ()
        assert nodes[".shares"].shape == (3,)
        assert nodes["graph2"].shape == (count, 2)
        assert layout["edges"].max() < count


def test_layers_tell_how_far_nodes_see_and_how_alike_they_are() -> None:
    one = run("KarateClub")
    found = graph_nodes(one, 0)
    assert found[".shares"].sum(axis=1) == pytest.approx(np.ones(34), abs=1e-5)
    assert (int(found["graph1.hops"]), int(found["graph2.hops"])) == (1, 2)
    rest = one.dataset.validation_inputs, one.dataset.validation_targets
    wanted = node_similarity(one.networks["model"], *rest, "index")
    assert float(found["graph2.alike"]) == pytest.approx(float(wanted), abs=1e-5)
    assert "output" not in found


def test_attention_is_told_for_each_edge() -> None:
    gat = {"networks.model.nodes.graph1.layer": {"entry": "GATConv", "heads": 3, "out_channels": 4}}
    found = graph_nodes(run("KarateClub", gat), 0)["graph1.attention"]
    assert found.shape == (78,)
    assert ((found > 0) & (found < 1)).all()


@pytest.mark.parametrize("loss", ["BCEWithLogitsLoss", "MSELoss", "NLLLoss"])
def test_shares_follow_what_the_loss_reads(loss: str) -> None:
    end = {"networks.model.nodes.output.activation": {"entry": "LogSoftmax"}} if loss == "NLLLoss" else {}
    found = graph_nodes(run("KarateClub", {"loss": {"entry": loss}, **end}), 0)[".shares"]
    assert found.shape == (34, 2)
    assert ((found >= 0) & (found <= 1)).all()


def test_other_data_have_nothing_to_draw() -> None:
    one = run("Circle", n=40)
    assert graph_layout(one, 0) == graph_nodes(one, 0) == {}


def test_equal_vectors_are_seen_as_equal() -> None:
    assert not seen(np.ones((4, 3), np.float32)).any()
    assert np.abs(seen(np.eye(4, dtype=np.float32))).max() == 1
    assert seen(np.ones((3, 1))).shape == (3, 2)
