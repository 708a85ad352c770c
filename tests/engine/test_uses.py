"""A block that does not fit where it was put is mended around it, and an end that does not fit is mended in one go."""

from __future__ import annotations

from dataclasses import replace

import pytest

from playground.catalog.library import library
from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.engine.events import Diagnostic
from playground.engine.session import open_session
from playground.spec import fixes
from playground.spec import graph as graphs
from playground.spec.blocks import BlockUse
from playground.spec.definitions import adopted
from playground.spec.experiment import Experiment
from playground.spec.graph import Node
from tests.engine.building import JSON, experiment, graph, node

STORE = DataStore()


def wrong(found: Experiment) -> list[Diagnostic]:
    return [one for one in plan(found, STORE).problems if one.severity == "error"]


def mended(found: Experiment, steps: int = 3) -> tuple[Experiment, list[str]]:
    """After the first fix of the first error, again and again; and what these fixes are called."""
    labels: list[str] = []
    while problems := wrong(found):
        assert len(labels) < steps, labels
        fix = problems[0].fixes[0]
        labels.append(fix.label)
        found = fixes.apply(found, problems[0].network or "model", fix)
    open_session(found, STORE).runs[0].chunk(1)
    return found, labels


def with_block(found: Experiment, name: str, at: int, repeat: int = 1) -> Experiment:
    network = found.networks["model"]
    use = Node("block1", BlockUse(name, repeat))
    grown = graphs.insert(network, network.edges[at], use)
    taken, grown = adopted(found, grown, [use.id], library())
    return replace(taken, networks={"model": grown})


def dense() -> Experiment:
    layers = [node("a", "Linear", "ReLU", out_features=16), node("end", "Output")]
    return experiment(graph([node("input", "Input"), *layers]))


def reader() -> Experiment:
    words = node("words", "Embedding", num_embeddings=48, embedding_dim=4)
    network = graph([node("input", "Input"), words, node("flat", "Flatten"), node("end", "Output")])
    return experiment(network, data={"entry": "Sentences", "n": 40})


@pytest.mark.parametrize("repeat", [1, 2])
@pytest.mark.parametrize("name", [name for name, block in library().items() if "conv" in str(block.graph).lower()])
def test_a_block_for_images_among_dense_layers_is_mended_around_it(name: str, repeat: int) -> None:
    found, labels = mended(with_block(dense(), name, 1, repeat), 2)
    assert "before block1" in labels[0] or labels[0] == "Remove block1", labels
    assert found.blocks == with_block(dense(), name, 1, repeat).blocks or not found.blocks


def test_a_row_becomes_an_image_for_the_block_and_a_row_again() -> None:
    found, labels = mended(with_block(dense(), "library.residual_down", 1))
    assert labels == ["Insert Reshape to 1 × 4 × 4 before block1 and Flatten behind it"]
    assert "block1" in found.networks["model"]


def test_a_block_between_words_and_their_table_goes() -> None:
    found, labels = mended(with_block(reader(), "library.residual", 0))
    assert labels == ["Remove block1"]
    ours, theirs = found.networks["model"], reader().networks["model"]
    assert (ours.nodes, set(ours.edges)) == (theirs.nodes, set(theirs.edges))


def test_what_is_wrong_within_a_block_is_mended_within_it() -> None:
    inside: JSON = {**graph([node("x", "Input"), node("l", "Linear", out_features=7), node("c", "BatchNorm2d")])}
    use = {"id": "r", "layer": {"entry": "Block", "block": "inner", "repeat": 1, "settings": {}}}
    network = graph([node("input", "Input"), node("a", "Linear", out_features=4), use, node("end", "Output")])
    found = experiment(network, blocks={"inner": {**inside, "parameters": [], "about": ""}})
    (problem,) = wrong(found)
    assert problem.fixes[0].label == "Use Batch norm 1d"
    assert not [fix for fix in problem.fixes if fix.label == "Remove r"]


# --- ends ----------------------------------------------------------------------------------------------------------


def test_an_end_that_answers_at_other_places_keeps_its_output() -> None:
    data: JSON = {"entry": "Characters"}
    network = graph(
        [
            node("input", "Input"),
            node("words", "Embedding", num_embeddings=60, embedding_dim=4),
            node("conv", "Conv1d", out_channels=3),
            node("end", "Output"),
        ]
    )
    chosen: JSON = {"objective": {"entry": "NextToken"}, "loss": {"entry": "CrossEntropyLoss"}}
    found, labels = mended(experiment(network, data=data, **chosen), 2)
    assert labels[-1].startswith("Let it give")
    assert [n.id for n in found.networks["model"].nodes if n.layer.name == "Output"] == ["end"]


def test_loose_ends_go_when_another_layer_takes_the_place_of_the_output() -> None:
    network = graph(
        [
            node("input", "Input"),
            node("conv", "Conv2d", out_channels=5, kernel_size=3, padding=1),
            node("classes", "Conv2d", out_channels=4, kernel_size=1, padding=0),
            node("loose", "BatchNorm2d"),
        ],
        [["input", "conv"], ["conv", "classes"], ["input", "loose"]],
    )
    chosen: JSON = {"objective": {"entry": "Segmentation"}, "loss": {"entry": "CrossEntropyLoss"}}
    found = experiment(network, data={"entry": "ShapeMasks", "n": 40, "side": 8}, **chosen)
    assert wrong(found)[0].code == "no-output"
    found, _ = mended(found)
    assert "loose" not in found.networks["model"]
