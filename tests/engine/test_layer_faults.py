"""What layers say of data and batches they cannot work with."""

from __future__ import annotations

import pytest

from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.spec import fixes
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


def test_computed_numbers_are_no_rows_of_an_embedding() -> None:
    table = node("table", "Embedding", num_embeddings=3)
    layers = [node("input", "Input"), node("dense", "Linear", out_features=9), node("bent", "ReLU6"), table]
    network = graph([*layers, node("flat", "Flatten"), node("end", "Output")])
    (problem,) = [one for one in plan(experiment(network), DataStore()).problems if one.severity == "error"]
    assert (problem.node, problem.code) == ("table", "no-symbols")
    assert problem.message == "Embedding looks up whole numbers from 0 on, but is given quantities."


def test_a_batch_norm_of_a_single_training_sample_is_refused_for_good() -> None:
    one = experiment(normed(2, 1, 1), data={"entry": "Circle", "n": 10, "train_share": 0.1})
    (problem,) = [found for found in plan(one, DataStore()).problems if found.severity == "error"]
    assert problem.message == "There is a single sample to train on, and batch norm needs two or more."
    assert [fix.label for fix in problem.fixes] == ["Train on half of the samples", "Remove Batch norm 2d"]
    assert plan(fixes.apply(one, "model", problem.fixes[0]), DataStore()).trainable


def test_a_group_of_one_number_cannot_be_normalised() -> None:
    network = graph([node("input", "Input"), node("norm", "GroupNorm", num_groups=2), node("end", "Output")])
    (problem,) = [found for found in plan(experiment(network), DataStore()).problems if found.severity == "error"]
    assert problem.message == "Group norm needs more than one number per group, but gets one; choose fewer groups."


def test_a_tree_is_told_of_its_children_by_the_samples() -> None:
    parts = [node("symbols", "Input", part="symbols"), node("below", "Input", "ReLU", part="children")]
    layers = [node("table", "Embedding", num_embeddings=14), node("tree", "TreeLSTM"), node("end", "Output")]
    edges = [["symbols", "table", 0], ["table", "tree", 0], ["below", "tree", 1], ["tree", "end", 0]]
    trees = {"data": {"entry": "Expressions", "n": 10}, "objective": {"entry": "TreeClassification"}}
    one = experiment(graph([*parts, *layers], edges), loss={"entry": "CrossEntropyLoss"}, **trees)
    (problem,) = [found for found in plan(one, DataStore()).problems if found.severity == "error"]
    assert (problem.node, problem.code) == ("tree", "no-children")
