"""What a network goes on writing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from playground import catalog
from playground.catalog.adapt import with_data
from playground.catalog.data.text import Characters, NextCharacter
from playground.catalog.kinds import Data
from playground.catalog.starter import starter
from playground.engine.data import DataStore
from playground.engine.probes.continuation import continuation, numbers
from playground.engine.session import Session, open_session

catalog.load()
ASKED = {"prompt": "The man", "length": 30, "temperature": 0.8, "draw": 3, "guesses": 5}


def session(data: Data) -> Session:
    return open_session(replace(with_data(starter(), data), device="cpu"), DataStore())


@pytest.mark.parametrize("data", [Characters(n=50, length=12), NextCharacter(n=50, length=12)], ids=["every", "next"])
def test_it_goes_on_behind_the_prompt(data: Data) -> None:
    run = session(data).runs[0]
    found = continuation(run, **ASKED)
    names = run.dataset.samples.info.class_names
    assert "".join(names[number] for number in found["prompt"]) == "the␣man"
    assert found["made"].shape == found["share"].shape == (30,)
    assert ((found["share"] > 0) & (found["share"] <= 1)).all()
    assert (np.diff(found["next.share"]) <= 0).all()
    again = continuation(run, **ASKED)
    assert all((found[name] == again[name]).all() for name in found)
    assert (continuation(run, **{**ASKED, "draw": 4})["made"] != found["made"]).any()


def test_the_guesses_are_those_of_the_network() -> None:
    run = session(Characters(n=50, length=12)).runs[0]
    found = continuation(run, **{**ASKED, "temperature": 0.0, "length": 1, "guesses": 42})
    window = torch.zeros(1, 12)
    window[0, :7] = torch.from_numpy(found["prompt"]).float()
    run.networks["model"].eval()
    with torch.no_grad():
        shares = run.networks["model"](window)[0, 6].softmax(dim=0)
    assert found["next.share"] == pytest.approx(shares[found["next"]].numpy(), abs=1e-6)
    assert found["made"][0] == found["next"][0]


def test_nothing_where_answers_are_no_symbols() -> None:
    assert continuation(session(Characters(n=50)).runs[0], **ASKED)
    assert continuation(open_session(replace(starter(), device="cpu"), DataStore()).runs[0], **ASKED) == {}


def test_letters_that_are_not_known_are_counted() -> None:
    symbols = ("␣", "a", "b")
    assert numbers("aB c", symbols) == ([1, 2, 0], 1)
    assert numbers("the cat", ("the", "dog")) == ([0], 1)
