"""What layers say of data and batches they cannot work with."""

from __future__ import annotations

import pytest

from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.engine.headless import run_to_end
from tests.engine.building import JSON, experiment, graph, node


def normed(*shape: int) -> JSON:
    return graph(
        [
            node("input", "Input"),
            node("image", "Reshape", shape=shape),
            node("norm", "BatchNorm2d"),
            node("flat", "Flatten"),
            node("end", "Output"),
        ]
    )


@pytest.mark.parametrize(("shape", "fits"), [((2, 1, 1), False), ((1, 1, 2), True)])
def test_batch_norm_of_images_needs_two_numbers_per_channel(shape: tuple[int, ...], fits: bool) -> None:
    found = plan(experiment(normed(*shape), batch_size=19), DataStore())  # 20 samples, so the last batch has one
    assert found.trainable is fits
    assert [problem.node for problem in found.problems] == ([] if fits else ["norm"])


def test_numbers_without_a_row_stop_the_run_at_the_embedding() -> None:
    table = node("table", "Embedding", num_embeddings=3)
    layers = [node("input", "Input"), node("dense", "Linear", out_features=9), node("bent", "ReLU6"), table]
    found = run_to_end(experiment(graph([*layers, node("flat", "Flatten"), node("end", "Output")])))
    assert found.failed is not None
    assert found.failed.node == "table"
    assert "it has rows 0 to 2" in found.failed.message
