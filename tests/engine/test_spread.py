"""What layers give before training."""

from __future__ import annotations

import pytest
import torch

from playground.engine.data import DataStore
from playground.engine.events import LayerSpread
from playground.engine.session import Refused, open_session
from playground.engine.spread import spreads
from playground.spec.entry import entries
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment
from playground.spec.parse import from_json
from tests.engine.building import JSON, dense, experiment, graph, node
from tests.engine.test_objectives import autoencoder, game

STORE = DataStore()
DEEP = (64,) * 8


def told(found: Experiment, network: str = "model", variant: str = "model") -> dict[str, LayerSpread]:
    return {one.node: one for one in spreads(found, variant, STORE)[network]}


def made(name: str, activation: str = "Tanh", **chosen: object) -> dict[str, LayerSpread]:
    data: JSON = {"entry": "Circle", "n": 400, "scaling": "standardise"}
    return told(experiment(dense(*DEEP, activation=activation), data=data, initializer={"entry": name, **chosen}))


def test_the_numbers_are_those_of_what_training_starts_from() -> None:
    found = experiment(dense(5, 3), initializer={"entry": "KaimingNormal"}, seed=3)
    run = open_session(found, DataStore()).runs[0]
    with torch.no_grad():
        outputs = run.networks["model"].every_output(run.dataset.train_inputs[:256])
    layers = told(found)
    assert list(layers) == list(outputs)
    for name, values in outputs.items():
        assert layers[name].mean == pytest.approx(float(values.mean()), abs=1e-6)
        assert layers[name].std == pytest.approx(float(values.std(correction=0)), rel=1e-5)


def test_initialisers_keep_fade_and_blow_up_a_signal() -> None:
    kept = made("XavierNormal", gain=5 / 3)
    assert kept["hidden8"].std / kept["hidden1"].std > 0.7
    faded = made("Normal", std=0.01)
    assert faded["hidden8"].std < 1e-6 * faded["hidden1"].std
    grown = made("Normal", "ReLU", std=1.0)
    assert grown["hidden8"].std > 1e4 * grown["hidden1"].std
    full = made("Normal", std=2.0)
    assert full["hidden8"].saturated is not None
    assert full["hidden8"].saturated > 0.7
    assert kept["hidden8"].saturated < 0.3  # type: ignore[operator]  # tanh has ends
    assert made("Zeros", "ReLU")["hidden1"].zeros == 1
    assert 0.3 < made("KaimingNormal", "ReLU")["hidden8"].zeros < 0.7
    assert made("KaimingNormal", "ReLU")["hidden8"].saturated is None


def test_the_order_and_the_places_of_all_nodes() -> None:
    layers = [
        node("a", "Linear", out_features=6),
        node("bend", "Sigmoid"),
        node("drop", "Dropout", p=0.5),
        node("end", "Output", "Softmax"),
    ]
    found = told(experiment(graph([node("input", "Input"), *layers])))
    assert [(one.node, one.saturated is None) for one in found.values()] == [
        ("input", True),
        ("a", True),
        ("bend", False),
        ("drop", True),
        ("end", True),
    ]
    assert 0.3 < found["drop"].zeros < 0.7


def test_every_network_of_an_objective_and_each_variant() -> None:
    assert set(spreads(from_json(game()), "model", STORE)) == {"generator", "discriminator"}
    assert set(spreads(from_json(autoencoder()), "model", STORE)) == {"encoder", "decoder"}
    variants = [{"name": "a", "patch": {}}, {"name": "b", "patch": {"initializer": {"entry": "Zeros"}}}]
    twins = experiment(dense(4), variants=variants)
    assert told(twins, variant="a")["hidden1"].std > 0
    assert told(twins, variant="b")["hidden1"].std == 0


@pytest.mark.parametrize("name", entries("initializer"))
def test_any_initialiser_and_nothing_random_is_used_up(name: str) -> None:
    state = torch.get_rng_state()
    first, second = made(name), made(name)
    assert first == second
    assert torch.equal(state, torch.get_rng_state())


def test_what_cannot_train_or_is_too_large_is_refused() -> None:
    with pytest.raises(Refused):
        told(experiment(graph([node("input", "Input"), node("end", "Output", _lr_factor=0)])))
    with pytest.raises(SpecError, match="too large"):
        told(experiment(dense(3000, 3000)))
