"""An Input with a shape of its own: the network is worked out for it, and trains only on data of that shape."""

from __future__ import annotations

import pytest

from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.engine.events import Plan
from playground.engine.session import Refused, open_session
from playground.spec.experiment import Experiment
from playground.spec.variants import resolve
from tests.engine.building import experiment, graph, node


def _made(*shape: int) -> Experiment:
    return experiment(
        graph([node("input", "Input", shape=list(shape)), node("flat", "Flatten"), node("end", "Output")])
    )


def _plan(*shape: int) -> Plan:
    return plan(resolve(_made(*shape), "model"), DataStore())


def test_a_network_is_worked_out_for_its_own_shape_but_refuses_to_train() -> None:
    found = _plan(3, 32, 32)
    assert [one.output_shape for one in found.networks["model"].nodes][:2] == [[3, 32, 32], [3072]]
    errors = [one for one in found.problems if one.severity == "error"]
    assert [(one.node, "3 × 32 × 32" in one.message) for one in errors] == [("input", True)]
    with pytest.raises(Refused):
        open_session(_made(3, 32, 32), DataStore())


@pytest.mark.parametrize("shape", [(), (2,)])
def test_the_shape_of_the_data_is_no_problem(shape: tuple[int, ...]) -> None:
    assert _plan(*shape).trainable
