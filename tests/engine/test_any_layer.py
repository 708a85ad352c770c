"""Any layer with any values on inputs of any shape: it is foreseen truly, or refused in one sentence."""

from __future__ import annotations

import math
from typing import Any

import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playground import catalog
from playground.catalog.kinds import Layer
from playground.catalog.layers.trees import Recursive
from playground.engine.dryrun import dry_run
from playground.engine.network import construct
from playground.spec.entry import Shape, entries, fields_of
from playground.spec.errors import ParamError
from playground.spec.params import Param
from tests.spec.spec_strategies import values

catalog.load()
LAYERS = [cls for name, cls in entries("layer").items() if issubclass(cls, Layer) and name != "Input"]
SMALL = 6
"""Sizes up to this go well together often enough."""
SHAPES = st.lists(st.integers(1, SMALL), max_size=4).map(tuple)


def small(meta: Param, kind: type) -> st.SearchStrategy[Any]:
    """Values of a field, whole numbers mostly small."""
    low, high = -SMALL if meta.min is None else meta.min, SMALL if meta.max is None else meta.max
    return values(Param(meta.help, min=low, max=min(high, max(low + 1, SMALL)), choices=meta.choices), kind)


@st.composite
def calls(draw: st.DrawFn) -> tuple[Layer, tuple[Shape, ...]]:
    """A layer and shapes of its inputs."""
    cls = draw(st.sampled_from(LAYERS))
    fields = {name: draw(small(meta, kind)) for name, (meta, kind) in fields_of(cls).items()}
    count = cls.inputs if cls.inputs is not None else draw(st.integers(2, 3))
    first = draw(SHAPES)
    shapes = tuple(draw(st.just(first) | SHAPES) for _ in range(count))
    try:
        return cls(**fields), shapes
    except ParamError:  # fields that do not go together
        return cls(), shapes


@pytest.mark.filterwarnings("ignore:Initializing zero-element tensors")
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(calls())
def test_what_is_foreseen_comes_true(call: tuple[Layer, tuple[Shape, ...]]) -> None:
    layer, shapes = call
    facts = dry_run(layer, None, shapes)
    if facts.error:
        assert facts.error.endswith((".", "?"))
        assert "\n" not in facts.error
        return
    assert facts.shape is not None
    if facts.parameters + math.prod(facts.shape) > 10**6:
        return
    torch.manual_seed(0)
    module = construct(layer, shapes)
    with torch.no_grad():
        given = [torch.rand(3, *shape) for shape in shapes]
        out = module(given[0], given[1] - 1) if isinstance(layer, Recursive) else module(*given)  # no children
    assert tuple(out.shape) == (3, *facts.shape)
    assert sum(value.numel() for value in module.parameters()) == facts.parameters
