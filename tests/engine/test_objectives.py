"""Objectives that train several networks: their steps, their numbers, and what is said when they cannot train."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from playground.engine.compile import plan
from playground.engine.control import Ask
from playground.engine.data import DataStore
from playground.engine.distance import directions, sliced_wasserstein
from playground.engine.events import Diagnostic
from playground.engine.headless import run_to_end
from playground.engine.objectives.distillation import soft_bernoulli, soft_classes
from playground.engine.run import Run
from playground.engine.session import Session, open_session
from playground.engine.steering import Control
from playground.export.source import script
from playground.export.weights import state_dict
from playground.spec.errors import FileError
from playground.spec.fixes import apply
from playground.spec.parse import from_json
from tests.engine.building import JSON, curves, dense, drive, graph, node, raw

GAMES = ("log", "least squares", "Wasserstein, clipping", "Wasserstein, gradient penalty")
ADAM = {"entry": "Adam", "lr": 0.01}


def game(**changes: Any) -> JSON:
    """A small game on 40 points of the circle; "objective" may be given as fields."""
    fields = changes.pop("objective", {})
    networks = {"generator": dense(4, activation="LeakyReLU"), "discriminator": dense(4, activation="LeakyReLU")}
    made = raw(networks=networks, objective={"entry": "Adversarial", **fields}, metrics=[], optimizer=ADAM)
    return {**made, **changes}


def autoencoder(**changes: Any) -> JSON:
    """Digits through a code of two numbers."""
    hidden = node("hidden", "Linear", "Tanh", out_features=8)
    encoder = graph([node("input", "Input"), node("flat", "Flatten"), hidden, node("code", "Linear", out_features=2)])
    end = [node("last", "Linear", out_features=64), node("picture", "Reshape", shape=[1, 8, 8])]
    decoder = graph([node("input", "Input"), hidden, *end])
    made = raw(networks={"encoder": encoder, "decoder": decoder}, data={"entry": "Digits"}, metrics=[], batch_size=64)
    return {**made, "objective": {"entry": "Autoencoding"}, "loss": {"entry": "MSELoss"}, "optimizer": ADAM, **changes}


def school(**changes: Any) -> JSON:
    """A teacher and a student on the circle."""
    fields = changes.pop("objective", {})
    objective = {"entry": "Distillation", "teacher_epochs": 2, **fields}
    return {**raw(networks={"teacher": dense(8), "student": dense(2)}, objective=objective, optimizer=ADAM), **changes}


def opened(made: JSON) -> Session:
    return open_session(from_json(made), DataStore())


def problems(made: JSON, severity: str = "error") -> list[Diagnostic]:
    found = plan(from_json(made), DataStore()).problems
    return [problem for problem in found if problem.severity == severity]


def mended(made: JSON) -> list[Diagnostic]:
    """Errors that are left after the first fix of the only one."""
    (problem,) = problems(made)
    found = plan(apply(from_json(made), problem.network, problem.fixes[0]), DataStore()).problems
    return [one for one in found if one.severity == "error"]


def weights(run: Run, network: str) -> list[torch.Tensor]:
    return [value.detach().clone() for value in run.networks[network].parameters()]


# --- a game --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", GAMES)
def test_every_game_trains_and_tells_both_sides(kind: str) -> None:
    found = run_to_end(from_json(game(objective={"game": kind})))
    assert found.failed is None
    named = found.record.series["model"]
    for name in ("generator_loss", "discriminator_loss", "distance", "train_distance", "score_of_real"):
        assert list(named[name].x) == [0, 1, 2, 3]
        assert all(math.isfinite(value) for value in named[name].y)
    assert len(named["batch_loss"].y) == found.results["model"]["steps"] == 12
    assert found.results["model"]["best_distance"] == min(named["distance"].y)


def test_the_same_game_twice_gives_the_same_bits_whatever_the_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = curves(run_to_end(from_json(game())))
    assert curves(run_to_end(from_json(game()))) == usual
    whole = Run.chunk
    monkeypatch.setattr(Run, "chunk", lambda self, steps: whole(self, 1))
    assert curves(run_to_end(from_json(game()))) == usual
    monkeypatch.undo()
    assert curves(run_to_end(from_json(game(seed=1)))) != usual


def test_a_step_of_a_game_is_that_of_a_loop_by_hand() -> None:
    run = opened(game(optimizer={"entry": "SGD", "lr": 0.1}, batch_size=20)).runs[0]
    made, told = (
        nn.Sequential(nn.Linear(2, 4), nn.LeakyReLU(), nn.Linear(4, 2)),
        nn.Sequential(nn.Linear(2, 4), nn.LeakyReLU(), nn.Linear(4, 1)),
    )
    for ours, theirs in ((made, "generator"), (told, "discriminator")):
        for mine, other in zip(ours.parameters(), run.networks[theirs].parameters(), strict=True):
            mine.data.copy_(other.data)
    real = run.dataset.train_inputs[torch.randperm(20, generator=torch.Generator().manual_seed(0))]
    torch.manual_seed(0)
    bce, one, zero = nn.BCEWithLogitsLoss(), torch.ones(20, 1), torch.zeros(20, 1)
    fake = made(torch.randn(20, 2)).detach()
    first = bce(told(real), one) + bce(told(fake), zero)
    first.backward()
    for value in told.parameters():
        value.data -= 0.1 * value.grad  # type: ignore[operator]  # backward gave it one
    bce(told(made(torch.randn(20, 2))), one).backward()
    for value in made.parameters():
        value.data -= 0.1 * value.grad  # type: ignore[operator]  # as above
    run.chunk(1)
    assert run.take()["batch_loss"][1][0] == pytest.approx(first.item(), rel=1e-6)
    for ours, theirs in ((made, "generator"), (told, "discriminator")):
        for mine, other in zip(ours.parameters(), run.networks[theirs].parameters(), strict=True):
            assert torch.allclose(mine, other, atol=1e-6)


def test_the_generator_waits_for_the_critic() -> None:
    run = opened(game(objective={"critic_steps": 3})).runs[0]
    for step in range(1, 5):
        before = weights(run, "generator")
        run.chunk(1)
        assert all(map(torch.equal, before, weights(run, "generator"))) == (step != 3)


def test_clipped_weights_stay_small_and_those_of_the_generator_do_not() -> None:
    run = opened(game(objective={"game": "Wasserstein, clipping", "clip": 0.02})).runs[0]
    run.chunk(2)
    assert max(float(value.abs().max()) for value in weights(run, "discriminator")) <= 0.02
    assert max(float(value.abs().max()) for value in weights(run, "generator")) > 0.02


def test_a_gradient_penalty_holds_the_slope_at_one() -> None:
    wide = {"generator": dense(8), "discriminator": dense(16, 16)}
    fields = {"game": "Wasserstein, gradient penalty", "critic_steps": 100}
    run = opened(game(networks=wide, objective=fields, epochs=300)).runs[0]
    while run.steps < 99:  # the critic alone
        run.chunk(99 - run.steps)
    inputs = run.dataset.train_inputs
    (slope,) = torch.autograd.grad(run.networks["discriminator"](inputs.requires_grad_()).sum(), inputs)
    assert 0.6 < float(slope.norm(dim=1).mean()) < 1.4


def test_a_game_goes_on_from_a_checkpoint_bit_for_bit() -> None:
    whole = opened(game()).runs[0]
    for _ in range(3):
        whole.chunk(100)
    half = opened(game()).runs[0]
    half.chunk(2)
    again = opened(game()).runs[0]
    again.load_state(half.state())
    while not again.over:
        again.chunk(100)
    for name in ("generator", "discriminator"):
        assert all(map(torch.equal, weights(whole, name), weights(again, name)))


def test_a_frozen_unit_of_one_network_stays_while_both_learn() -> None:
    made = game(regularizers=[{"entry": "L2", "strength": 0.1}])
    made["networks"]["generator"]["nodes"][1]["surgery"] = {"frozen": [1]}
    run = opened(made).runs[0]
    layer = run.networks["generator"].hidden1
    before = layer.weight.detach().clone()  # type: ignore[union-attr,operator]  # a Linear
    run.chunk(3)
    after = layer.weight.detach()  # type: ignore[union-attr,operator]  # as above
    assert torch.equal(before[1], after[1])
    assert not torch.equal(before[0], after[0])


def test_gradients_of_both_networks_can_be_looked_at() -> None:
    session = opened(game())
    session.runs[0].chunk(2)
    for name in ("generator", "discriminator", ""):
        arrays = session.snapshot(Ask("k", "model", {"entry": "Gradients", "network": name})).arrays
        assert set(arrays) == {"hidden1", "output"}
        assert all(float(value) > 0 for value in arrays.values())


def test_each_network_is_shown_on_the_plane_of_what_it_is_given() -> None:
    session = opened(game())
    maps = {"entry": "UnitMaps", "resolution": 8, "limit": 4}
    made = session.snapshot(Ask("k", "model", {**maps, "network": "generator"})).arrays
    told = session.snapshot(Ask("k", "model", {**maps, "network": "discriminator"})).arrays
    assert float(made["input.scale"]) * 127 == pytest.approx(3.0)  # noise reaches that far
    assert float(told["input.scale"]) * 127 == pytest.approx(6.0)  # and the data so far
    assert session.snapshot(Ask("k", "model", {**maps, "network": "nobody"})).arrays == {}


def test_wider_noise_is_shown_as_strips() -> None:
    session = opened(game(objective={"noise": 5}))
    assert session.snapshot(Ask("k", "model", {"entry": "UnitMaps", "network": "generator"})).arrays == {}
    strips = session.snapshot(Ask("k", "model", {"entry": "Activations", "network": "generator"})).arrays
    assert strips["input"].shape == (1, 8, 5)


def test_made_points_and_the_field_of_the_discriminator_are_drawn() -> None:
    session = opened(game(data={"entry": "Circle", "n": 40, "scaling": "standardise"}))
    run = session.runs[0]
    xy = session.snapshot(Ask("k", "model", {"entry": "Generated", "limit": 7})).arrays["xy"]
    data = run.dataset.samples
    back = (xy - data.shift) / data.scale
    assert np.allclose(back, run.objective.made(7).numpy(), atol=1e-5)  # type: ignore[union-attr]  # a game makes some
    field = session.snapshot(Ask("k", "model", {"entry": "Boundary", "resolution": 5})).arrays["values"]
    assert field.shape == (5, 5)
    assert np.abs(field).max() <= 1


def test_the_distance_is_that_of_a_shift() -> None:
    drawn = torch.randn(200, 2, generator=torch.Generator().manual_seed(1))
    along = directions(2, torch.Generator())
    shifted = drawn + torch.tensor([3.0, 0.0])
    assert float(sliced_wasserstein(drawn, drawn.flip(0), along)) == 0
    # the mean of |3 cos θ| over all directions
    assert float(sliced_wasserstein(drawn, shifted, along)) == pytest.approx(6 / math.pi, rel=0.01)
    many = directions(50, torch.Generator().manual_seed(0))
    assert torch.allclose(many.norm(dim=0), torch.ones(many.shape[1]))


# --- codes ---------------------------------------------------------------------------------------------------------


def test_an_autoencoder_learns_to_restore_pictures() -> None:
    found = run_to_end(from_json(autoencoder(epochs=8)))
    assert found.failed is None
    losses = found.record.series["model"]["validation_loss"].y
    assert losses[-1] < 0.3 * losses[0]


def test_early_stopping_brings_both_networks_back() -> None:
    rule = {"entry": "EarlyStopping", "patience": 1, "min_delta": 100.0}
    run = opened(autoencoder(regularizers=[rule])).runs[0]
    before = {name: weights(run, name) for name in run.networks}
    run.chunk(10**6)
    kept = {name: weights(run, name) for name in run.networks}
    assert not any(map(torch.equal, before["decoder"], kept["decoder"]))
    run.chunk(10**6)
    assert run.stopped_early
    for name in run.networks:
        assert all(map(torch.equal, kept[name], weights(run, name)))


def test_a_decoder_is_shown_what_its_encoder_gives() -> None:
    session = opened(autoencoder())
    strips = session.snapshot(Ask("k", "model", {"entry": "Activations", "network": "encoder"})).arrays
    assert strips["code"].shape == (1, 8, 2)
    maps = session.snapshot(Ask("k", "model", {"entry": "UnitMaps", "network": "decoder"})).arrays
    assert maps["input"].shape[0] == 2  # the plane of its codes


# --- distillation --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("loss", ["BCEWithLogitsLoss", "CrossEntropyLoss"])
def test_the_teacher_learns_first_and_then_rests(loss: str) -> None:
    run = opened(school(loss={"entry": loss}, epochs=4)).runs[0]
    moved = []
    for _ in range(4):
        before = {name: weights(run, name) for name in run.networks}
        run.chunk(100)
        moved.append(tuple(not all(map(torch.equal, before[n], weights(run, n))) for n in ("teacher", "student")))
    assert moved == [(True, False), (True, False), (False, True), (False, True)]
    values = run.evaluate()
    assert {"accuracy", "teacher_accuracy", "train_accuracy", "teacher_loss", "validation_loss"} <= set(values)


def test_both_learn_side_by_side_when_asked() -> None:
    run = opened(school(objective={"teacher_epochs": 0})).runs[0]
    before = {name: weights(run, name) for name in run.networks}
    run.chunk(1)
    assert not any(all(map(torch.equal, before[n], weights(run, n))) for n in run.networks)


def test_soft_answers_of_two_classes_are_those_of_one_logit() -> None:
    teacher, student = torch.randn(2, 9, 1, generator=torch.Generator().manual_seed(0))
    wide = [torch.cat([torch.zeros_like(one), one], dim=1) for one in (teacher, student)]
    assert torch.allclose(soft_classes(*wide), soft_bernoulli(teacher, student), atol=1e-6)
    assert float(soft_classes(wide[0], wide[0])) == pytest.approx(0, abs=1e-7)


# --- what does not fit ---------------------------------------------------------------------------------------------


def test_a_generator_of_the_wrong_shape_is_told_at_its_end() -> None:
    nodes = [node("input", "Input"), node("end", "Linear", out_features=3)]
    made = game(networks={"generator": graph(nodes), "discriminator": dense(4)})
    (problem,) = problems(made)
    assert (problem.network, problem.node, problem.code) == ("generator", "end", "output-size")
    assert problem.message == "The network gives 3 per sample, but Adversarial needs 2 here."
    assert mended(made) == []


def test_a_discriminator_with_three_outputs_is_told_and_mended() -> None:
    nodes = [node("input", "Input"), node("end", "Linear", out_features=3)]
    made = game(networks={"generator": dense(4), "discriminator": graph(nodes)})
    (problem,) = problems(made)
    assert (problem.network, problem.node) == ("discriminator", "end")
    assert mended(made) == []


def test_a_missing_network_is_offered_a_beginning_or_another_name() -> None:
    made = game(networks={"generator": dense(4), "judge": dense(4)})
    (problem,) = problems(made)
    assert problem.message == "Adversarial needs a network called discriminator."
    assert [fix.label for fix in problem.fixes] == ["Rename judge to discriminator", "Add a network discriminator"]
    for fix in problem.fixes:
        assert plan(apply(from_json(made), "", fix), DataStore()).trainable


def test_a_network_that_nobody_uses_is_said_to_be_and_does_not_hinder() -> None:
    made = game()
    made["networks"]["spare"] = graph([node("input", "Input"), node("lost", "Add")])
    assert problems(made) == []
    told = [one for one in problems(made, "warning") if one.code == "unused-network"]
    assert told[0].message == "Adversarial does not use the network spare."
    assert "spare" not in apply(from_json(made), "spare", told[0].fixes[0]).networks
    run = opened(made).runs[0]
    assert set(run.networks) == {"generator", "discriminator"}


def test_what_looks_at_targets_does_not_fit_where_nobody_does() -> None:
    (problem,) = problems(game(metrics=[{"entry": "Accuracy"}, {"entry": "MaxWeight"}]))
    assert problem.place == "metrics.Accuracy"
    assert mended(game(metrics=[{"entry": "Accuracy"}])) == []
    (problem,) = problems(autoencoder(loss={"entry": "CrossEntropyLoss"}))
    assert problem.message == "Autoencoding cannot use the loss Cross-entropy."
    assert mended(autoencoder(loss={"entry": "CrossEntropyLoss"})) == []
    (problem,) = problems(school(loss={"entry": "MSELoss"}))
    assert problem.message == "Distillation cannot use the loss MSE."


def test_a_decoder_that_ends_in_a_row_is_given_the_shape_of_the_pictures() -> None:
    made = autoencoder()
    made["networks"]["decoder"] = dense(4)
    (problem,) = problems(made)
    assert (problem.network, problem.node) == ("decoder", "output")
    assert mended(made) == []


def test_batch_norm_in_a_game_needs_more_than_one_sample() -> None:
    nodes = [node("input", "Input"), node("hidden", "Linear"), node("norm", "BatchNorm1d"), node("output", "Output")]
    (problem,) = problems(game(networks={"generator": graph(nodes), "discriminator": dense(4)}, batch_size=1))
    assert (problem.network, problem.node, problem.code) == ("generator", "norm", "single-sample")


def test_a_fault_names_the_network_it_is_in() -> None:
    running = opened(game())

    def broken(*_: object) -> None:
        raise RuntimeError("out of order")

    running.runs[0].networks["generator"].hidden1.register_forward_pre_hook(broken)  # type: ignore[union-attr,arg-type]  # a Linear
    last = drive(running, Control())[-1]
    assert (last.network, last.node) == ("generator", "hidden1")  # type: ignore[union-attr]  # it failed


def test_one_network_may_be_frozen_as_a_whole_but_not_both() -> None:
    made = school()
    for one in made["networks"]["teacher"]["nodes"]:
        one["lr_factor"] = 0.0
    assert problems(made) == []
    assert run_to_end(from_json({**made, "objective": {"entry": "Distillation", "teacher_epochs": 1}})).failed is None
    for one in made["networks"]["student"]["nodes"]:
        one["lr_factor"] = 0.0
    assert {one.code for one in problems(made)} == {"frozen"}


# --- files ---------------------------------------------------------------------------------------------------------


def test_weights_are_written_by_network_and_a_strange_objective_has_no_script(monkeypatch: pytest.MonkeyPatch) -> None:
    result = opened(game()).result("model")
    assert {key.partition(".")[0] for key in state_dict(result)} == {"generator", "discriminator"}
    monkeypatch.setattr("playground.export.source.SOURCES", {})
    with pytest.raises(FileError, match="the objective Adversarial cannot be written as a script"):
        script(result)
