"""Edits of which networks an experiment has, as pure functions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment, Variant
from playground.spec.graph import Graph, valid_id

MAX_NETWORKS = 12


def needed(experiment: Experiment) -> tuple[str, ...]:
    """The networks that the objective needs and the experiment has; all of them where that cannot be told."""
    wanted = getattr(experiment.objective, "networks", tuple(experiment.networks))
    return tuple(name for name in wanted if name in experiment.networks)


def in_order(experiment: Experiment) -> list[str]:
    """The networks as people are shown them: those that the objective needs in its order, then all others."""
    return list(dict.fromkeys((*needed(experiment), *experiment.networks)))


def trained(experiment: Experiment) -> Experiment:
    """The experiment with only the networks that its objective needs, in the objective's order."""
    return replace(experiment, networks={name: experiment.networks[name] for name in needed(experiment)})


def free_name(experiment: Experiment, stem: str) -> str:
    """The stem, or the stem with the first number that makes it no network's name."""
    number, name = 2, stem
    while name in experiment.networks:
        name, number = f"{stem}{number}", number + 1
    return name


def added(experiment: Experiment, name: str, graph: Graph) -> Experiment:
    """The experiment with one more network, at the end.

    Raises:
        SpecError: the name is taken or none, or there are too many networks.
    """
    _check(experiment, name)
    if len(experiment.networks) >= MAX_NETWORKS:
        raise SpecError("networks", f"may be at most {MAX_NETWORKS}")
    return replace(experiment, networks={**experiment.networks, name: graph})


def renamed(experiment: Experiment, old: str, new: str) -> Experiment:
    """The experiment with another name for a network, in its variants' patches too.

    Raises:
        SpecError: the name is taken or none.
    """
    if old == new:
        return experiment
    _check(experiment, new)
    networks = {new if name == old else name: graph for name, graph in experiment.networks.items()}
    variants = tuple(replace(one, patch=_repathed(one.patch, old, new)) for one in experiment.variants)
    return replace(experiment, networks=networks, variants=variants)


def removed(experiment: Experiment, name: str) -> Experiment:
    """The experiment without a network and what its variants change in it.

    Raises:
        SpecError: it is the only network.
    """
    if len(experiment.networks) < 2:
        raise SpecError("networks", "must keep one network")
    networks = {one: graph for one, graph in experiment.networks.items() if one != name}
    variants = tuple(replace(one, patch=_without(one, name)) for one in experiment.variants)
    return replace(experiment, networks=networks, variants=variants)


def _check(experiment: Experiment, name: str) -> None:
    if not valid_id(name):
        raise SpecError("networks", f"may not have the name {name[:80]!r}: use letters, digits and _")
    if name in experiment.networks:
        raise SpecError("networks", f"already has one called {name}")


def _repathed(patch: Mapping[str, Any], old: str, new: str) -> dict[str, Any]:
    found = {}
    for path, value in patch.items():
        parts = path.split(".")
        if parts[0] == "networks" and parts[1:2] == [old]:
            parts[1] = new
        elif path == "networks":
            value = {new if name == old else name: graph for name, graph in value.items()}
        found[".".join(parts)] = value
    return found


def _without(variant: Variant, name: str) -> dict[str, Any]:
    kept = {}
    for path, value in variant.patch.items():
        if path.split(".")[:2] != ["networks", name]:
            kept[path] = {n: g for n, g in value.items() if n != name} if path == "networks" else value
    return kept
