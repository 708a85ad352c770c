"""Choices that do not fit are told of, and the first fix of each makes the problem go away."""

from __future__ import annotations

import pytest

from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.spec import fixes
from playground.spec.experiment import Experiment
from playground.spec.parse import from_json
from tests.engine.building import JSON, dense, graph, node, raw

STORE = DataStore()
END = graph([node("input", "Input"), node("a", "Linear", "Tanh"), node("end", "Output", "Softmax")])
RATES = graph([node("input", "Input"), node("a", "Linear", "Tanh", _lr_factor=2), node("end", "Output")])
OWN = [node("input", "Input"), node("end", "Output")]
L2: JSON = {"entry": "L2", "strength": 0.1}
PULLED = graph([OWN[0], node("a", "Linear", "Tanh", _regularizers=[L2]), OWN[1]])
LBFGS: JSON = {"optimizer": {"entry": "LBFGS"}, "batch_size": 20}

CASES: dict[str, tuple[str, JSON | None, JSON]] = {
    "class weights": ("class-weights", None, {"loss": {"entry": "CrossEntropyLoss", "weight": [1, 2, 3]}}),
    "no sigmoid": ("no-probabilities", None, {"loss": {"entry": "BCELoss"}}),
    "no log-softmax": ("no-probabilities", None, {"loss": {"entry": "NLLLoss"}}),
    "wrong end": ("no-probabilities", END, {"loss": {"entry": "KLDivLoss"}}),
    "twice": ("softmax-before-cross-entropy", END, {"loss": {"entry": "FocalLoss"}}),
    "margin": ("bounds-before-margin", END, {"loss": {"entry": "MultiMarginLoss"}}),
    "rates": ("whole", RATES, LBFGS),
    "batches": ("whole-batches", None, {**LBFGS, "batch_size": 6}),
    "searched layers": ("blind-search", PULLED, LBFGS),
    "idle": ("idle-regularizer", graph([*OWN[:1], node("drop", "Dropout", _regularizers=[L2]), *OWN[1:]]), {}),
    "no weights": ("idle-regularizer", graph([*OWN[:1], node("norm", "LayerNorm", _regularizers=[L2]), *OWN[1:]]), {}),
    "whole": (
        "whole-regularizer",
        graph([*OWN[:1], node("a", "Linear", "Tanh", _regularizers=[L2, {"entry": "InputNoise"}]), *OWN[1:]]),
        {},
    ),
    "unknown": (
        "unknown",
        graph([*OWN[:1], node("a", "Linear", "Tanh", _regularizers=[{"entry": "FromTheFuture"}]), *OWN[1:]]),
        {},
    ),
    "search": ("blind-search", None, {**LBFGS, "regularizers": [{"entry": "L2"}]}),
}


def codes(found: Experiment) -> dict[str, list[fixes.Fix]]:
    return {problem.code: problem.fixes for problem in plan(found, STORE).problems}


@pytest.mark.parametrize("case", CASES)
def test_each_fix_helps(case: str) -> None:
    code, network, changes = CASES[case]
    found = from_json(raw(network or dense(4), **changes))
    offered = codes(found)[code]
    assert offered
    for fix in offered:
        assert code not in codes(fixes.apply(found, "model", fix)), fix.label


def test_what_fits_is_not_told_of() -> None:
    sigmoid = graph([node("input", "Input"), node("a", "Linear", "Tanh"), node("end", "Output", "Sigmoid")])
    assert codes(from_json(raw(sigmoid, loss={"entry": "BCELoss"}))) == {}
    weighted = {"loss": {"entry": "CrossEntropyLoss", "weight": [1, 2]}}
    assert codes(from_json(raw(dense(4), **weighted, **LBFGS))) == {}


def test_text_is_not_made_of_numbers() -> None:
    networks = {"generator": dense(4), "discriminator": dense(4)}
    made = from_json({**raw(dense(4)), "networks": networks, "objective": {"entry": "Adversarial"}})
    assert "made-symbols" not in codes(made)
    text = from_json(
        {**raw(dense(4)), "networks": networks, "objective": {"entry": "Adversarial"}, "data": {"entry": "Sentences"}}
    )
    (fix,) = codes(text)["made-symbols"]
    assert fix.label == "Use Classification"
    assert "made-symbols" not in codes(fixes.apply(text, "model", fix))
