"""Variants: a name and a small patch, and edits that go where they belong."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.catalog.data.points2d import Circle, Xor
from playground.catalog.initializers import XavierUniform, Zeros
from playground.catalog.layers.activations import ReLU, Tanh
from playground.catalog.layers.inputs import Input
from playground.catalog.layers.linear import Linear, Output
from playground.catalog.losses import BCEWithLogitsLoss
from playground.catalog.objectives import Classification
from playground.catalog.optimizers import SGD
from playground.catalog.regularizers import L2
from playground.catalog.schedules import Constant
from playground.spec.errors import ParamError, PathError, SpecError
from playground.spec.experiment import Experiment, Lesson, Variant
from playground.spec.forms import to_json
from playground.spec.graph import Node, chain
from playground.spec.live import essence, skeleton
from playground.spec.variants import differences, edited, patched, resolve, with_paths
from tests.spec.spec_strategies import PLAIN


def test_the_precision_may_differ_between_variants(twins: Experiment) -> None:
    mixed = edited(twins, "relu", replace(resolve(twins, "relu"), precision="mixed bfloat16"))
    assert mixed.variants[1].patch["precision"] == "mixed bfloat16"
    assert [resolve(mixed, name).precision for name in ("plain", "relu")] == ["float32", "mixed bfloat16"]
    back = edited(mixed, "relu", replace(resolve(mixed, "relu"), precision="float32"))
    assert back == twins
    assert with_paths(twins, {"precision": "mixed float16"}).precision == "mixed float16"
    with pytest.raises(SpecError, match="choose one of float32"):
        with_paths(twins, {"precision": "float8"})
    pull = ({"entry": "L2", "strength": 0.5},)
    own = with_paths(twins, {"networks.model.nodes.hidden1.regularizers": list(pull)})
    other = edited(
        own, "relu", resolve(with_paths(own, {"networks.model.nodes.hidden1.regularizers.L2.strength": 0.0}), "relu")
    )
    assert other.variants[1].patch["networks.model.nodes.hidden1.regularizers.L2.strength"] == 0.0
    assert hidden(resolve(other, "plain")).regularizers == (L2(strength=0.5),)


@pytest.fixture
def twins() -> Experiment:
    return Experiment(
        title="Twins",
        data=Xor(),
        networks={
            "model": chain(
                Node("input", Input()), Node("hidden1", Linear(), activation=Tanh()), Node("output", Output())
            )
        },
        objective=Classification(),
        loss=BCEWithLogitsLoss(),
        optimizer=SGD(lr=0.1),
        schedule=Constant(),
        initializer=XavierUniform(),
        regularizers=(L2(strength=0.1),),
        variants=(Variant("plain"), Variant("relu", {"networks.model.nodes.hidden1.activation": {"entry": "ReLU"}})),
        lesson=Lesson("topic", "text"),
    )


def hidden(experiment: Experiment) -> Node:
    return experiment.networks["model"].node("hidden1")


@pytest.mark.parametrize(
    ("path", "value", "look"),
    [
        ("optimizer.lr", 0.5, lambda e: e.optimizer.lr),
        ("networks.model.nodes.hidden1.layer.out_features", 3, lambda e: hidden(e).layer.out_features),
        ("networks.model.nodes.1.layer.out_features", 4, lambda e: hidden(e).layer.out_features),
        ("regularizers.L2.strength", 0.9, lambda e: e.regularizers[0].strength),
        ("title", "Other", lambda e: e.title),
        ("networks.model.nodes.hidden1.lr_factor", 0.0, lambda e: hidden(e).lr_factor),
    ],
)
def test_a_path_reaches_one_value(twins: Experiment, path: str, value: object, look: Any) -> None:
    made = with_paths(twins, {path: value})
    assert look(made) == value
    assert len(list(differences(to_json(twins), to_json(made)))) == 1


@pytest.mark.parametrize(
    "path",
    [
        "optimiser.lr",
        "networks.other.nodes",
        "networks.model.nodes.ghost.name",
        "title.x",
        "metrics.3",
        "optimizer.lr.x",
        "schema",
        "format",
    ],
)
def test_a_path_that_leads_nowhere(twins: Experiment, path: str) -> None:
    with pytest.raises(PathError):
        with_paths(twins, {path: 1})


def test_a_value_is_checked_like_a_file(twins: Experiment) -> None:
    with pytest.raises(ParamError) as caught:
        with_paths(twins, {"optimizer.lr": "fast"})
    assert caught.value.place == "optimizer.lr"


def test_patching_copies_only_the_path(twins: Experiment) -> None:
    raw = to_json(twins)
    made = patched(raw, "optimizer.lr", 9.0)
    assert raw["optimizer"]["lr"] == 0.1
    assert made["optimizer"]["lr"] == 9.0
    assert made["networks"] is raw["networks"]


def test_a_variant_differs_only_in_its_patch(twins: Experiment) -> None:
    plain, relu = resolve(twins, "plain"), resolve(twins, "relu")
    assert (hidden(plain).activation, hidden(relu).activation) == (Tanh(), ReLU())
    assert list(differences(to_json(plain), to_json(relu))) == [
        ("networks.model.nodes.hidden1.activation", {"entry": "ReLU"})
    ]
    assert plain.variants == relu.variants == ()
    assert resolve(replace(twins, variants=()), "model") == replace(twins, variants=())


@pytest.mark.parametrize("path", ["lesson.text", "variants", "schema", "format"])
def test_a_patch_may_not_change_the_lesson(twins: Experiment, path: str) -> None:
    with pytest.raises(PathError, match="may not change"):
        resolve(replace(twins, variants=(Variant("x", {path: "?"}),)), "x")


def test_a_patch_that_does_not_fit_names_its_variant(twins: Experiment) -> None:
    with pytest.raises(SpecError) as caught:
        resolve(replace(twins, variants=(Variant("x", {"optimizer.lr": -1}),)), "x")
    assert caught.value.place == "variants.x.patch.optimizer.lr"


def test_editing_a_variant_without_patch_edits_the_base(twins: Experiment) -> None:
    wanted = replace(resolve(twins, "plain"), optimizer=SGD(lr=0.7))
    made = edited(twins, "plain", wanted)
    assert made == replace(twins, optimizer=SGD(lr=0.7))


def test_editing_a_variant_with_a_patch_stays_in_the_patch(twins: Experiment) -> None:
    made = edited(twins, "relu", replace(resolve(twins, "relu"), optimizer=SGD(lr=0.7), initializer=Zeros()))
    assert made.optimizer == SGD(lr=0.1)
    assert resolve(made, "plain") == resolve(twins, "plain")
    assert resolve(made, "relu").optimizer == SGD(lr=0.7)
    assert made.variants[1].patch["optimizer.lr"] == 0.7
    assert set(made.variants[1].patch) == {"optimizer.lr", "initializer", "networks.model.nodes.hidden1.activation"}


def test_what_all_variants_share_is_edited_for_all(twins: Experiment) -> None:
    made = edited(twins, "relu", replace(resolve(twins, "relu"), data=Circle(), seed=5, epochs=7))
    for name in ("plain", "relu"):
        one = resolve(made, name)
        assert (one.data, one.seed, one.epochs) == (Circle(), 5, 7)
    assert made.variants == twins.variants


def test_taking_back_an_edit_of_a_variant_takes_it_out_of_the_patch(twins: Experiment) -> None:
    back = edited(twins, "relu", replace(resolve(twins, "relu"), networks=twins.networks))
    assert back.variants[1].patch == {}


@given(PLAIN, PLAIN)
def test_differences_are_none_only_between_equals(old: object, new: object) -> None:
    assert not list(differences(old, old))
    if old != new:
        assert list(differences(old, new))


@given(st.dictionaries(st.sampled_from("abc"), PLAIN), st.dictionaries(st.sampled_from("abc"), PLAIN))
def test_differences_lead_from_one_to_the_other(old: dict[str, Any], new: dict[str, Any]) -> None:
    raw: dict[str, Any] = {"top": {"x": old, "y": 1}}
    found = list(differences(raw, {"top": {"x": new, "y": 2}}))
    for path, value in found:
        raw = patched(raw, path, value)
    assert raw == {"top": {"x": new, "y": 2}}


def test_live_edits_keep_the_skeleton(twins: Experiment) -> None:
    for changed in (
        replace(twins, optimizer=SGD(lr=9.0, weight_decay=0.5)),
        replace(twins, regularizers=(L2(strength=3.0),)),
        replace(twins, batch_size=77),
    ):
        assert skeleton(changed) == skeleton(twins)
        assert essence(changed) != essence(twins)


def test_edits_that_need_a_new_start_change_the_skeleton(twins: Experiment) -> None:
    for changed in (
        replace(twins, optimizer=SGD(lr=0.1, momentum=0.9)),
        replace(twins, seed=1),
        replace(twins, data=Circle()),
        replace(twins, initializer=Zeros()),
        with_paths(twins, {"networks.model.nodes.hidden1.layer.out_features": 3}),
    ):
        assert skeleton(changed) != skeleton(twins)


def test_words_and_places_are_not_of_the_essence(twins: Experiment) -> None:
    moved = with_paths(
        twins, {"networks.model.nodes.hidden1.position": [3, 4], "networks.model.nodes.hidden1.name": "H"}
    )
    assert essence(replace(moved, title="New", lesson=Lesson(text="x"))) == essence(twins)
