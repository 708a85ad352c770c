"""Which networks an experiment has: added, renamed, removed, with what variants say of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from playground import catalog
from playground.catalog.objectives import Adversarial
from playground.catalog.starter import starter
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment, Variant
from playground.spec.live import essence
from playground.spec.networks import added, free_name, in_order, needed, removed, renamed, trained
from playground.spec.variants import resolve

catalog.load()
GRAPH = starter().networks["model"]


def several() -> Experiment:
    one = replace(starter(), networks={"discriminator": GRAPH, "generator": GRAPH, "model": GRAPH})
    wide = {"networks.generator.nodes.hidden1.layer.out_features": 9}
    return replace(one, objective=Adversarial(), variants=(Variant("base"), Variant("wide", wide)))


def test_those_of_the_objective_come_first_in_its_order() -> None:
    assert needed(several()) == ("generator", "discriminator")
    assert in_order(several()) == ["generator", "discriminator", "model"]
    assert list(trained(several()).networks) == ["generator", "discriminator"]
    assert list(trained(starter()).networks) == ["model"]


def test_a_name_is_changed_in_patches_too() -> None:
    found = renamed(several(), "generator", "maker")
    assert list(found.networks) == ["discriminator", "maker", "model"]
    assert resolve(found, "wide").networks["maker"].node("hidden1").layer.values()["out_features"] == 9
    assert renamed(found, "maker", "generator") == several()


def test_what_variants_changed_in_a_network_goes_with_it() -> None:
    found = removed(several(), "generator")
    assert found.variants[1].patch == {}
    whole = replace(several(), variants=(Variant("x", {"networks": {"generator": {}, "model": {}}}),))
    assert removed(whole, "generator").variants[0].patch == {"networks": {"model": {}}}


def test_names_are_free_and_plain() -> None:
    assert free_name(several(), "model") == "model2"
    assert list(added(several(), "model2", GRAPH).networks)[-1] == "model2"
    for name in ("model", "two words", ""):
        with pytest.raises(SpecError):
            added(several(), name, GRAPH)
        with pytest.raises(SpecError):
            renamed(several(), "generator", name)


def test_one_network_stays_and_there_are_not_too_many() -> None:
    with pytest.raises(SpecError, match="must keep one network"):
        removed(starter(), "model")
    full = several()
    for number in range(9):
        full = added(full, f"more{number}", GRAPH)
    with pytest.raises(SpecError, match="at most 12"):
        added(full, "one_more", GRAPH)


def test_a_run_does_not_depend_on_networks_that_nobody_uses() -> None:
    assert essence(several()) == essence(removed(several(), "model"))
    assert essence(several()) != essence(removed(several(), "generator"))
