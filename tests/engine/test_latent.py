"""The plane of codes: what lies on it, what is made at its places, and that looking changes nothing."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch

from playground.engine.control import Ask
from playground.engine.session import Session
from tests.engine.building import dense, graph, node, session
from tests.engine.test_objectives import autoencoder, game, opened
from tests.engine.test_variational import encoder, vae


def look(running: Session, entry: str = "Latent", **fields: Any) -> dict[str, np.ndarray]:
    return running.snapshot(Ask("key", "model", {"entry": entry, **fields})).arrays


@pytest.mark.parametrize("made", [autoencoder(), vae()], ids=["plain", "variational"])
def test_codes_tiles_and_pairs_of_digits(made: Any) -> None:
    running = opened(made)
    run = running.runs[0]
    found = look(running, tiles=5, pairs=4, limit=100)
    codes = run.objective.codes(run.dataset.validation_inputs[:100])
    assert codes is not None
    assert np.allclose(found["codes"], codes.numpy())
    assert found["y"].tolist() == run.dataset.samples.targets[1][:100].tolist()
    assert np.abs(found["codes"]).max() < 2 * float(found["extent"])
    assert (found["tiles"].shape, found["tiles"].dtype) == ((5, 5, 8, 8, 1), np.uint8)
    inputs = run.dataset.validation_inputs[:4, 0].numpy()
    assert np.abs(found["originals"][..., 0] / 255 - inputs).max() < 0.01
    assert found["restored"].shape == (4, 8, 8, 1)


def test_a_tile_is_what_is_made_at_its_place() -> None:
    running = opened(vae())
    found = look(running, tiles=3)
    end = float(found["extent"])
    corner = look(running, "LatentPoint", x=-end, y=end)
    assert (corner["picture"] == found["tiles"][0, 0]).all()
    decoder = running.runs[0].networks["decoder"].eval()
    with torch.no_grad():
        picture = decoder(torch.tensor([[-end, end]])).sigmoid()[0, 0].numpy()
    assert np.allclose(corner["values"], picture.ravel(), atol=1e-6)
    assert corner["at"].tolist() == [-end, end]


def test_longer_codes_are_seen_along_components_or_along_chosen_numbers() -> None:
    running = opened(vae(encoder(4, 4)))
    run = running.runs[0]
    codes = run.objective.codes(run.dataset.validation_inputs)
    assert codes is not None
    found = look(running)
    assert found["axes"].tolist() == [0, 0]
    assert int(found["size"]) == 4
    centred = codes - codes.mean(dim=0)
    wanted = torch.linalg.svdvals(centred)[:2] ** 2
    assert np.allclose((found["codes"] ** 2).sum(axis=0), wanted.numpy(), rtol=1e-3)
    chosen = look(running, across=2, up=4)
    assert chosen["axes"].tolist() == [2, 4]
    assert np.allclose(chosen["codes"], codes[:, [1, 3]].numpy())


def test_one_number_and_pictures_as_codes() -> None:
    line = look(opened(vae(encoder(1, 1))))
    assert (line["codes"][:, 1] == 0).all()
    first = graph([node("input", "Input"), node("code", "Conv2d", out_channels=2, kernel_size=3, stride=2, padding=1)])
    made = vae(first)
    up = node("up", "ConvTranspose2d", out_channels=1, kernel_size=4, stride=2, padding=1)
    made["networks"]["decoder"] = graph([node("input", "Input"), up])
    found = look(opened(made), tiles=2)
    assert int(found["size"]) == 16
    assert found["tiles"].shape == (2, 2, 8, 8, 1)


def test_points_are_restored_on_their_own_plane() -> None:
    networks = {"encoder": dense(6), "decoder": dense(6)}
    networks["encoder"]["nodes"][-1] = node("output", "Linear", out_features=4)
    running = opened(vae(networks=networks, data={"entry": "Circle", "n": 60}, loss={"entry": "MSELoss"}))
    found = look(running, tiles=4)
    assert found["tiles_xy"].shape == (4, 4, 2)
    raw = running.runs[0].dataset.samples.points
    assert raw is not None
    assert np.allclose(found["originals_xy"], raw[1])
    assert found["restored_xy"].shape == found["originals_xy"].shape
    assert float(found["reach"]) == 6
    assert look(running, "LatentPoint")["picture_xy"].shape == (2,)


def test_rows_of_numbers_are_strips() -> None:
    networks = {"encoder": dense(6), "decoder": dense(6)}
    networks["encoder"]["nodes"][-1] = node("output", "Linear", out_features=4)
    running = opened(vae(networks=networks, data={"entry": "Iris"}, loss={"entry": "MSELoss"}))
    assert look(running, tiles=2)["tiles"].shape == (2, 2, 1, 4, 1)


def test_a_generator_has_a_plane_of_noise() -> None:
    running = opened(game())
    found = look(running, tiles=3)
    assert len(found["codes"]) == 0
    assert float(found["extent"]) == 3
    middle = look(running, "LatentPoint")
    assert np.allclose(middle["picture_xy"], found["tiles_xy"][1, 1])


def test_others_have_none_and_nothing_is_disturbed() -> None:
    plain = opened(vae())
    before = plain.runs[0].evaluate()
    state = torch.get_rng_state()
    look(plain)
    assert torch.equal(torch.get_rng_state(), state)
    assert plain.runs[0].evaluate() == before
    assert look(session()) == {}
    assert look(session(), "LatentPoint") == {}
