"""Networks on graphs train, and scripts train the same."""

from __future__ import annotations

import csv
import runpy
from pathlib import Path

import pytest
import torch
from torch import nn

from playground import catalog
from playground.catalog.adapt import with_data
from playground.catalog.graph_modules import GCNConv
from playground.catalog.kinds import Data
from playground.catalog.starter import starter
from playground.engine.headless import Outcome, run_to_end
from playground.engine.similarity import alike, node_similarity
from playground.export.source import export_script
from playground.spec.entry import make
from playground.spec.variants import with_paths

catalog.load()
SETS: dict[str, dict[str, object]] = {
    "KarateClub": {},
    "TwoBlocks": {"n": 60, "p_in": 0.2, "p_out": 0.02},
    "GraphShapes": {"n": 90, "nodes": 10},
    "RingCount": {"n": 20},
}


def trained(name: str, epochs: int, **values: object) -> Outcome:
    """The network that an objective begins with, on its data."""
    data = make("data", {"entry": name, **SETS[name], **values})
    assert isinstance(data, Data)
    return run_to_end(with_paths(with_data(starter(), data), {"epochs": epochs, "device": "cpu"}))


@pytest.mark.parametrize(("name", "epochs", "least"), [("KarateClub", 60, 0.9), ("TwoBlocks", 60, 0.85)])
def test_a_first_network_learns_from_a_few_labels(name: str, epochs: int, least: float) -> None:
    found = trained(name, epochs)
    assert found.failed is None
    assert found.results["model"]["accuracy"] >= least
    assert 0 < found.results["model"]["node_similarity"] < 1


def test_a_first_network_tells_graphs_apart() -> None:
    assert trained("GraphShapes", 60).results["model"]["accuracy"] > 0.8


def test_equal_nodes_stay_equal() -> None:
    found = trained("RingCount", 5, n=40, train_share=0.5)
    assert found.results["model"]["accuracy"] == 0.5
    assert found.results["model"]["node_similarity"] == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("name", SETS)
def test_the_script_gives_the_same_numbers(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = trained(name, 2)
    export_script(found.runs["model"], tmp_path / "train.py")
    monkeypatch.chdir(tmp_path)
    with torch.random.fork_rng(devices=[]):
        runpy.run_path("train.py", run_name="__main__")
    with (tmp_path / "history.csv").open(encoding="utf-8") as file:
        assert list(csv.reader(file)) == list(csv.reader(found.record.history().decode().splitlines()))


def test_nodes_are_as_alike_as_their_angles_say() -> None:
    vectors = torch.tensor([[[1.0, 0.0], [0.0, 3.0], [2.0, 0.0], [9.0, 9.0]]])
    there = torch.tensor([[1.0, 1.0, 1.0, 0.0]])
    assert alike(vectors, there).item() == pytest.approx(1 / 3)
    assert alike(torch.zeros(1, 3, 2), torch.ones(1, 3)).item() == 1
    assert alike(torch.tensor([[[0.0], [1.0], [2.0]]]), torch.ones(1, 3)).item() == pytest.approx(1 / 3)


class Model(nn.Module):
    """Two layers on a path of three nodes, and an answer for each."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second, self.end = GCNConv(2, 4), GCNConv(4, 4), nn.Linear(4, 2)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        edges = torch.tensor([[[1.0, 1, 0], [1, 1, 1], [0, 1, 1]]])
        return self.end(self.second(self.first(x, edges), edges))  # type: ignore[no-any-return]  # a tensor


def test_similarity_is_that_of_the_vectors_before_the_answers() -> None:
    torch.manual_seed(0)
    model, x = Model(), torch.randn(1, 3, 2)
    edges = torch.tensor([[[1.0, 1, 0], [1, 1, 1], [0, 1, 1]]])
    with torch.no_grad():
        vectors = model.second(model.first(x, edges), edges)[0]
    wanted = torch.stack([torch.cosine_similarity(vectors[i], vectors[j], dim=0) for i, j in ((0, 1), (0, 2), (1, 2))])
    assert node_similarity(model, x, x, "index").item() == pytest.approx(wanted.mean().item(), abs=1e-6)
    assert not model.first._forward_hooks
