"""The classes of an experiment's networks in a file, whether or not they can train."""

from __future__ import annotations

import runpy
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from playground import catalog
from playground.catalog.starter import starter
from playground.engine.data import DataStore
from playground.export.code import export_networks
from playground.spec.entry import make
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment
from playground.spec.graph import Node, chain

catalog.load()


def node(name: str, entry: str, **values: object) -> Node:
    return Node(name, make("layer", {"entry": entry, **values}))


def pair() -> Experiment:
    """Two networks for samples that no data have."""
    maker = chain(node("noise", "Input", shape=[5]), node("wide", "Linear", out_features=12))
    judge = chain(node("picture", "Input", shape=[3, 2, 2]), node("flat", "Flatten"), node("real", "Linear"))
    return replace(starter(), networks={"maker": maker, "fine_judge": judge})


def test_every_network_becomes_a_class(tmp_path: Path) -> None:
    path = tmp_path / "networks.py"
    export_networks(pair(), "model", DataStore(), path)
    made = runpy.run_path(str(path))
    assert made["Maker"]()(torch.zeros(2, 5)).shape == (2, 12)
    assert made["FineJudge"]()(torch.zeros(2, 3, 2, 2)).shape == (2, 8)


def test_a_layer_that_cannot_be_built_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    networks = {"model": chain(node("row", "Input", shape=[5]), node("conv", "Conv2d"))}
    with pytest.raises(SpecError, match="conv: cannot be built: Conv 2d needs"):
        export_networks(replace(pair(), networks=networks), "model", DataStore(), tmp_path / "networks.py")
    assert not list(tmp_path.iterdir())
