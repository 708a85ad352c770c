"""Variational autoencoding: its loss beside closed forms, its codes, its live knob, and what is said of its encoder."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch.distributions import Normal, kl_divergence

from playground.engine.codes import divergence, drawn, heads, spreads
from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.engine.events import Diagnostic
from playground.engine.headless import run_to_end
from playground.engine.knobs import adopt
from playground.engine.objectives.variational import Variational
from playground.engine.run import Run
from playground.engine.session import Session, open_session
from playground.spec.fixes import apply
from playground.spec.parse import from_json
from tests.engine.building import JSON, dense, graph, node, raw


def encoder(means: int = 2, variances: int = 2, **fields: Any) -> JSON:
    """Digits to means and log-variances, which Concat joins."""
    first = [node("input", "Input"), node("flat", "Flatten"), node("hidden", "Linear", "Tanh", out_features=8)]
    ends = [
        node("mean", "Linear", out_features=means),
        node("log_variance", "Linear", out_features=variances, **fields),
    ]
    edges: list[list[Any]] = [["input", "flat"], ["flat", "hidden"], ["hidden", "mean"], ["hidden", "log_variance"]]
    return graph([*first, *ends, node("code", "Concat")], [*edges, ["mean", "code"], ["log_variance", "code", 1]])


def vae(first: JSON | None = None, beta: float = 1.0, **changes: Any) -> JSON:
    """A small variational autoencoder of digits."""
    end = [node("last", "Linear", out_features=64), node("picture", "Reshape", shape=[1, 8, 8])]
    decoder = graph([node("input", "Input"), node("hidden", "Linear", "Tanh", out_features=8), *end])
    made = raw(networks={"encoder": first or encoder(), "decoder": decoder}, data={"entry": "Digits"}, metrics=[])
    objective = {"entry": "Variational", "beta": beta}
    chosen = {
        "objective": objective,
        "loss": {"entry": "BCEWithLogitsLoss"},
        "optimizer": {"entry": "Adam", "lr": 0.003},
    }
    return {**made, **chosen, "batch_size": 64, **changes}


def opened(made: JSON) -> Session:
    return open_session(from_json(made), DataStore())


def problems(made: JSON) -> list[Diagnostic]:
    return [one for one in plan(from_json(made), DataStore()).problems if one.network == "encoder"]


def goal_of(run: Run) -> Variational:
    assert isinstance(run.objective, Variational)
    return run.objective


def test_the_divergence_is_that_of_two_normal_distributions() -> None:
    mean, log_variance = heads(torch.randn(50, 6, generator=torch.Generator().manual_seed(0)))
    assert mean.shape == log_variance.shape == (50, 3)
    theirs = kl_divergence(Normal(mean, (0.5 * log_variance).exp()), Normal(0.0, 1.0)).sum(dim=1).mean()
    assert torch.allclose(divergence(mean, log_variance), theirs)


def test_drawn_codes_have_the_mean_and_the_variance_that_they_should() -> None:
    noise = torch.randn(20_000, 1, generator=torch.Generator().manual_seed(0))
    codes = drawn(torch.tensor([[3.0]]), torch.tensor([[0.25]]).log(), noise)
    assert codes.mean().item() == pytest.approx(3, abs=0.02)
    assert codes.std().item() == pytest.approx(0.5, abs=0.02)


def test_the_spread_says_which_numbers_of_a_code_tell_samples_apart() -> None:
    codes = torch.tensor([[1.0, 0.0], [-1.0, 0.001]])
    found = spreads(codes)
    assert found["code_spread_1"] == 1
    assert found["code_spread"] == pytest.approx(0.5, abs=0.001)
    assert found["active_dimensions"] == 1


def test_the_loss_sums_over_a_sample_and_weighs_the_divergence() -> None:
    run = opened(vae(beta=3.0)).runs[0]
    goal, inputs = goal_of(run), run.dataset.train_inputs[:32]
    torch.manual_seed(5)
    told = goal.batch_loss(inputs, inputs)
    torch.manual_seed(5)
    mean, log_variance = goal.encoder(inputs).chunk(2, dim=1)
    logits = goal.decoder(mean + (0.5 * log_variance).exp() * torch.randn_like(mean))
    of_each = -torch.distributions.Bernoulli(logits=logits, validate_args=False).log_prob(inputs)
    kl = kl_divergence(Normal(mean, (0.5 * log_variance).exp()), Normal(0.0, 1.0)).sum(dim=1)
    assert told.item() == pytest.approx((of_each.flatten(1).sum(dim=1) + 3 * kl).mean().item(), rel=1e-5)


def test_its_numbers_hang_together_and_repeat() -> None:
    run = opened(vae(beta=2.0)).runs[0]
    found = run.objective.evaluate()
    assert found == run.objective.evaluate()
    for prefix in ("", "train_"):
        loss = found[f"{prefix or 'validation_'}loss"]
        assert loss == pytest.approx(found[f"{prefix}reconstruction"] + 2 * found[f"{prefix}kl"], rel=1e-6)
    assert {"code_spread", "code_spread_1", "code_spread_2", "active_dimensions"} <= set(found)


def test_a_heavy_beta_collapses_the_code_and_a_light_one_does_not() -> None:
    changes: JSON = {"epochs": 12, "optimizer": {"entry": "Adam", "lr": 0.01}}
    heavy = run_to_end(from_json(vae(beta=200.0, **changes))).results["model"]
    light = run_to_end(from_json(vae(beta=0.1, **changes))).results["model"]
    assert heavy["kl"] < 0.05
    assert heavy["active_dimensions"] == 0
    assert light["kl"] > 1
    assert light["reconstruction"] < heavy["reconstruction"] - 0.5
    assert light["active_dimensions"] == 2


def test_beta_is_taken_over_while_it_trains() -> None:
    run = opened(vae(beta=1.0)).runs[0]
    before = run.objective.evaluate()
    assert adopt(run, from_json(vae(beta=5.0))) == ["beta 1 → 5"]
    after = run.objective.evaluate()
    assert after["validation_loss"] == pytest.approx(before["reconstruction"] + 5 * before["kl"], rel=1e-6)


def test_the_decoder_is_given_half_of_what_the_encoder_gives() -> None:
    run = opened(vae(encoder(3, 3))).runs[0]
    assert run.networks["decoder"].shapes["input"] == (3,)
    codes = run.objective.given("decoder", run.dataset.validation_inputs[:7])
    assert codes.shape == (7, 3)
    restored = run.objective.made(4)
    assert restored is not None
    assert restored.shape == (4, 1, 8, 8)
    assert 0 <= restored.min() <= restored.max() <= 1


def test_codes_may_be_small_pictures() -> None:
    first = graph([node("input", "Input"), node("code", "Conv2d", out_channels=4, kernel_size=3, stride=2, padding=1)])
    up = node("up", "ConvTranspose2d", out_channels=1, kernel_size=4, stride=2, padding=1)
    made = vae(first)
    made["networks"]["decoder"] = graph([node("input", "Input"), up])
    run = opened(made).runs[0]
    assert run.networks["decoder"].shapes["input"] == (2, 4, 4)
    run.chunk(2)
    assert run.objective.evaluate()["kl"] > 0


@pytest.mark.parametrize(
    ("first", "message", "severity"),
    [
        (
            encoder(2, 3),
            "Variational autoencoding needs as many means as log-variances, but the encoder gives 5",
            "error",
        ),
        (
            encoder(3, 1),
            "mean gives 3 numbers and log_variance 1, but Variational autoencoding takes the first",
            "warning",
        ),
        (encoder(_activation={"entry": "ReLU"}), "limits what", "warning"),
    ],
)
def test_what_is_said_of_its_heads(first: JSON, message: str, severity: str) -> None:
    for part in first["nodes"]:
        if part["id"] in ("mean", "log_variance"):
            part["name"] = part["id"]
    made = vae(first)
    (problem,) = problems(made)
    assert message in problem.message
    assert problem.severity == severity
    mended = apply(from_json(made), "encoder", problem.fixes[0])
    assert [one for one in plan(mended, DataStore()).problems if one.network == "encoder"] == []


def test_a_plain_end_of_odd_width_is_made_even() -> None:
    flat = [node("input", "Input"), node("flat", "Flatten"), node("code", "Linear", out_features=3)]
    made = vae(graph(flat))
    (problem,) = problems(made)
    mended = plan(apply(from_json(made), "encoder", problem.fixes[0]), DataStore())
    assert mended.trainable
    assert mended.networks["decoder"].nodes[0].output_shape == [2]


def test_points_of_the_plane_are_restored_too() -> None:
    networks = {"encoder": dense(6), "decoder": dense(6)}
    networks["encoder"]["nodes"][-1] = node("output", "Linear", out_features=4)
    made = vae(networks=networks, data={"entry": "Circle", "n": 60}, loss={"entry": "MSELoss"}, epochs=2)
    found = run_to_end(from_json(made))
    answers = found.runs["model"].run.objective.answers(torch.zeros(3, 2))
    assert answers.shape == (3, 1)


def test_samples_beyond_0_and_1_are_not_restored_as_shares() -> None:
    made = vae(data={"entry": "Digits", "scaling": "standardise"})
    (problem,) = [one for one in plan(from_json(made), DataStore()).problems if one.severity == "error"]
    assert "restores samples between 0 and 1, but these reach from" in problem.message
    assert plan(apply(from_json(made), "", problem.fixes[0]), DataStore()).trainable
