"""Scripts that train several networks give the same numbers as the engine, bit for bit."""

from __future__ import annotations

import csv
import runpy
from pathlib import Path
from typing import Any

import pytest
import torch

from playground.engine.headless import Outcome, run_to_end
from playground.export.source import export_script, script
from playground.spec.parse import from_json
from tests.engine.building import JSON, dense
from tests.engine.test_objectives import GAMES, autoencoder, game, school
from tests.engine.test_variational import vae

MODES: JSON = {"metrics": [{"entry": "ModesFound"}], "data": {"entry": "GridOfGaussians", "n": 120}}
CLOSE: JSON = {"regularizers": [{"entry": "ClipGradNorm", "max_norm": 0.5}, {"entry": "L2", "strength": 0.02}]}


def operated() -> JSON:
    """A game in which layers learn at their own pace, rest, have frozen units and regularisers of their own."""
    generator, discriminator = dense(4, activation="LeakyReLU"), dense(4, 3, activation="LeakyReLU")
    own: JSON = {"regularizers": [{"entry": "L2", "strength": 0.1}], "lr_factor": 0.5}
    generator["nodes"][1] |= own
    discriminator["nodes"][1] |= {"surgery": {"frozen": [0]}}
    discriminator["nodes"][2] |= {"lr_factor": 0}
    return game(networks={"generator": generator, "discriminator": discriminator}, **CLOSE)


def resting() -> JSON:
    """A game whose discriminator does not learn at all."""
    made = game()
    for one in made["networks"]["discriminator"]["nodes"][1:]:
        one["lr_factor"] = 0
    return made


CASES: dict[str, JSON] = {
    "autoencoder": autoencoder(metrics=[{"entry": "MaxWeight"}], **CLOSE),
    "noisy": autoencoder(
        regularizers=[{"entry": "InputNoise", "std": 0.1}, {"entry": "EarlyStopping", "patience": 1}],
        schedule={"entry": "ReduceLROnPlateau", "patience": 0, "threshold": 0.5},
        initializer={"entry": "LSUV"},
        epochs=4,
    ),
    "variational": vae(beta=0.5),
    "variational, tuned": vae(initializer={"entry": "LSUV"}, metrics=[{"entry": "DeadUnits"}]),
    "school": school(),
    "pupils": school(
        objective={"teacher_epochs": 0, "temperature": 2.5}, data={"entry": "Iris"}, loss={"entry": "CrossEntropyLoss"}
    ),
    **{name: game(objective={"game": name}) for name in GAMES},
    "critic": game(objective={"game": GAMES[3], "critic_steps": 3}, schedule={"entry": "CosineAnnealingLR"}, **MODES),
    "operated": operated(),
    "resting": resting(),
    "bfloat16": vae(precision="mixed bfloat16"),
}


def told(found: Outcome) -> list[list[str]]:
    return list(csv.reader(found.record.history().decode().splitlines()))


def run_script(found: Outcome, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    export_script(found.runs["model"], folder / "train.py")
    monkeypatch.chdir(folder)
    with torch.random.fork_rng(devices=[]):
        runpy.run_path("train.py", run_name="__main__")
    with (folder / "history.csv").open(encoding="utf-8") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize("case", CASES)
def test_the_script_gives_the_same_numbers(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = run_to_end(from_json(CASES[case]))
    text = script(found.runs["model"])
    assert "playground" not in text.replace("nnplayground", "")
    assert run_script(found, tmp_path, monkeypatch) == told(found)
    weights = torch.load(tmp_path / "weights.pt", weights_only=True)
    for network in found.runs["model"].networks:
        assert any(name.startswith(f"{network}.") for name in weights)
    final: Any = {
        f"{network}.{name}": value
        for network, one in found.runs["model"].networks.items()
        for name, value in one.state_dict().items()
    }
    assert all(torch.equal(weights[name], final[name]) for name in final)


def test_each_network_is_a_class_of_its_own() -> None:
    text = script(run_to_end(from_json(vae(epochs=1))).runs["model"])
    assert "class Encoder(nn.Module):" in text
    assert "class Decoder(nn.Module):" in text
    assert "Trains the same networks" in text
