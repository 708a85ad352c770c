"""Plans: sizes, and one sentence for everything that does not fit."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from playground.engine.compile import plan, plan_all
from playground.engine.data import DataStore
from playground.engine.dryrun import dry_run
from playground.engine.events import Diagnostic, Plan
from playground.engine.lint import sizes
from playground.spec.entry import make
from playground.spec.parse import from_json
from tests.engine.building import JSON, dense, experiment, graph, node, raw

IMAGES: JSON = {"data": {"entry": "Digits"}, "loss": {"entry": "CrossEntropyLoss"}}


def planned(network: JSON | None = None, **changes: Any) -> Plan:
    return plan(experiment(network, **changes), DataStore())


def only(found: Plan, severity: str = "error") -> Diagnostic:
    chosen = [problem for problem in found.problems if problem.severity == severity]
    assert len(chosen) == 1, found.problems
    return chosen[0]


# --- sizes ---------------------------------------------------------------------------------------------------------


def test_shapes_parameters_and_macs_of_a_dense_network() -> None:
    found = planned(dense(4, 3))
    assert found.trainable
    assert not found.problems
    model = found.networks["model"]
    assert [one.output_shape for one in model.nodes] == [[2], [4], [3], [1]]
    assert [one.parameters for one in model.nodes] == [0, 12, 15, 4]
    assert [one.macs for one in model.nodes] == [0, 8, 12, 3]
    assert (model.parameters, model.macs) == (31, 23)


def test_the_output_has_as_many_units_as_data_and_loss_ask_for() -> None:
    found = planned(graph([node("input", "Input"), node("flat", "Flatten"), node("end", "Output")]), **IMAGES)
    assert [one.output_shape for one in found.networks["model"].nodes] == [[1, 8, 8], [64], [10]]
    assert found.data is not None
    assert (found.data.input_shape, len(found.data.class_names)) == ([1, 8, 8], 10)
    assert found.data.train + found.data.validation == 1797


def test_merged_paths_have_the_shape_of_their_sum_and_row() -> None:
    nodes = [
        node("input", "Input"),
        node("a", "Linear", out_features=5),
        node("b", "Linear", out_features=5),
        node("sum", "Add"),
        node("row", "Concat"),
        node("end", "Output"),
    ]
    edges = [
        ["input", "a"],
        ["input", "b"],
        ["a", "sum"],
        ["b", "sum", 1],
        ["sum", "row"],
        ["a", "row", 1],
        ["row", "end"],
    ]
    found = planned(graph(nodes, edges))
    shapes = {one.id: one.output_shape for one in found.networks["model"].nodes}
    assert (shapes["sum"], shapes["row"], shapes["end"]) == ([5], [10], [1])
    assert found.trainable


def test_macs_of_a_convolution_are_kernel_times_output() -> None:
    from playground.engine.dryrun import BATCH, MacCounter

    with MacCounter() as counter, torch.no_grad():
        torch.nn.Conv2d(3, 8, 3, device="meta")(torch.empty(BATCH, 3, 10, 10, device="meta"))
    assert counter.macs == BATCH * 8 * 8 * 8 * 3 * 9


# --- what does not fit ---------------------------------------------------------------------------------------------


def test_an_unknown_layer_is_named_and_spares_those_behind_it() -> None:
    found = planned(graph([node("input", "Input"), node("odd", "Wormhole"), node("end", "Output")]))
    problem = only(found)
    assert (problem.network, problem.node) == ("model", "odd")
    assert "Wormhole" in problem.message
    assert [one.output_shape for one in found.networks["model"].nodes] == [[2], None, None]


def test_an_unknown_loss_is_named_at_its_place() -> None:
    problem = only(planned(loss={"entry": "Vibes"}))
    assert (problem.place, problem.node) == ("loss", "")
    assert "Vibes" in problem.message


def test_a_layer_without_input_is_told_once() -> None:
    nodes = [node("input", "Input"), node("a", "Linear"), node("end", "Output")]
    problem = only(planned(graph(nodes, [["a", "end"]])))
    assert problem.node == "a"
    assert "no input" in problem.message


def test_a_merge_of_one_path_needs_another() -> None:
    problem = only(planned(graph([node("input", "Input"), node("sum", "Add"), node("end", "Output")])))
    assert problem.node == "sum"
    assert "needs 2" in problem.message


@pytest.mark.parametrize(
    ("nodes", "edges", "words"),
    [
        ([node("a", "Linear"), node("end", "Output")], [["a", "end"]], "no Input"),
        ([node("input", "Input")], [], "no layers"),
        (
            [node("input", "Input"), node("a", "Linear"), node("b", "Linear")],
            [["input", "a"], ["input", "b"]],
            "no Output",
        ),
        (
            [node("input", "Input"), node("a", "Output"), node("b", "Output")],
            [["input", "a"], ["input", "b"]],
            "2 Outputs",
        ),
    ],
)
def test_a_network_needs_an_input_layers_and_one_output(nodes: list[JSON], edges: list[list[str]], words: str) -> None:
    found = planned(graph(nodes, edges))
    assert not found.trainable
    assert any(words in problem.message for problem in found.problems), found.problems


def test_a_loose_end_is_a_warning() -> None:
    nodes = [node("input", "Input"), node("a", "Linear"), node("end", "Output")]
    found = planned(graph(nodes, [["input", "a"], ["input", "end"]]))
    assert found.trainable
    assert only(found, "warning").node == "a"


def test_shapes_that_do_not_add_up_are_said_plainly() -> None:
    nodes = [
        node("input", "Input"),
        node("a", "Linear", out_features=5),
        node("b", "Linear", out_features=6),
        node("sum", "Add"),
        node("end", "Output"),
    ]
    edges = [["input", "a"], ["input", "b"], ["a", "sum"], ["b", "sum", 1], ["sum", "end"]]
    problem = only(planned(graph(nodes, edges)))
    assert problem.node == "sum"
    assert "5 numbers and 6 numbers" in problem.message


def test_words_of_pytorch_never_reach_a_person() -> None:
    facts = dry_run(make("layer", {"entry": "Linear"}), None, ((),))
    assert facts.shape is None
    assert facts.error.startswith("Linear cannot take an input of shape")


def test_an_image_needs_flatten_before_the_output() -> None:
    problem = only(planned(graph([node("input", "Input"), node("end", "Output")]), **IMAGES))
    assert problem.node == "end"
    assert "Flatten" in problem.message


def test_a_billion_units_are_refused_with_the_numbers() -> None:
    problem = only(planned(dense(10**9)))
    assert problem.node == "hidden1"
    assert "GB of memory" in problem.message
    assert "3,000,000,000" in problem.message


def test_more_numbers_than_fit_an_integer_are_refused() -> None:
    first, second = planned(dense(10**12, 10**12)).problems
    assert (first.node, second.node) == ("hidden2", "hidden1")
    assert "1,000,000,000,000" in first.message


def test_the_same_layer_of_moderate_size_is_let_through(monkeypatch: pytest.MonkeyPatch) -> None:
    assert planned(dense(1000)).trainable
    monkeypatch.setattr(sizes, "free_memory", lambda device: 1 << 28)
    assert "of memory" in only(planned(dense(6000, 6000))).message


def test_activations_that_fill_the_memory_are_refused_with_the_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    wide = graph(
        [
            node("input", "Input"),
            node("conv", "Conv2d", "ReLU", out_channels=50_000, kernel_size=3),
            node("pool", "AdaptiveAvgPool2d"),
            node("flat", "Flatten"),
            node("end", "Output"),
        ]
    )
    monkeypatch.setattr(sizes, "free_memory", lambda device: 3 << 30)
    problem = only(planned(wide, **IMAGES, batch_size=32))
    assert problem.node == "conv"
    assert "this layer writes 6,400,000 numbers per sample" in problem.message
    assert "but 3.22 GB are free" in problem.message
    assert planned(dense(2000, 2000), batch_size=1_000_000).trainable, "a batch has no more samples than there are"


def test_a_graph_that_fits_while_it_trains_has_to_fit_while_it_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    hidden = [node("up", "Linear", out_features=100_000), node("down", "Linear", out_features=1)]
    network = graph([node("input", "Input"), *hidden, node("end", "Output")])
    monkeypatch.setattr(sizes, "free_memory", lambda device: 1 << 30)
    assert "of memory" in only(planned(network, batch_size=1, data={"entry": "Circle", "n": 4000})).message
    assert not any("of memory" in one.message for one in planned(network, batch_size=1).problems)


def test_a_loss_for_another_task_is_told_at_its_place() -> None:
    found = planned(data={"entry": "RegPlane", "n": 40}, objective={"entry": "Regression"}, metrics=[])
    assert only(found).place == "loss"


def test_an_objective_for_another_task_is_told_at_its_place() -> None:
    assert only(planned(objective={"entry": "Regression"})).place == "objective"


def test_a_metric_for_another_task_is_told_at_its_place() -> None:
    assert only(planned(metrics=[{"entry": "R2"}])).place == "metrics.R2"


def test_an_end_of_the_wrong_size_hints_at_output() -> None:
    problem = only(planned(graph([node("input", "Input"), node("last", "Linear", out_features=3)])))
    assert problem.node == "last"
    assert "gives 3" in problem.message
    assert "needs 1" in problem.message
    assert "Output" in problem.hint


@pytest.mark.parametrize(("loss", "activation"), [("CrossEntropyLoss", "Softmax"), ("BCEWithLogitsLoss", "Sigmoid")])
def test_a_loss_with_its_own_squashing_warns_of_a_second_one(loss: str, activation: str) -> None:
    nodes = [node("input", "Input"), node("end", "Output", activation)]
    assert only(planned(graph(nodes), loss={"entry": loss}), "warning").node == "end"
    other = "Sigmoid" if activation == "Softmax" else "Softmax"
    assert not planned(graph([node("input", "Input"), node("end", "Output", other)]), loss={"entry": loss}).problems


@pytest.mark.parametrize(("size", "fits"), [(1, False), (19, False), (6, True), (20, True), (500, True)])
def test_batch_norm_and_a_batch_of_one(size: int, fits: bool) -> None:
    nodes = [node("input", "Input"), node("norm", "BatchNorm1d"), node("end", "Output")]
    found = planned(graph(nodes), batch_size=size)
    assert found.trainable is fits
    if not fits:
        assert (only(found).node, only(found).place) == ("norm", "batch_size")


def test_frozen_through_and_through() -> None:
    nodes = [node("input", "Input", _lr_factor=0), node("end", "Output", _lr_factor=0)]
    assert "frozen" in only(planned(graph(nodes))).message


@pytest.mark.parametrize(("rate", "told"), [(1, ["no-nonlinearity"]), (0, [])])
def test_a_frozen_linear_layer_before_another_is_meant(rate: int, told: list[str]) -> None:
    nodes = [node("input", "Input"), node("units", "Linear", _lr_factor=rate, out_features=2), node("end", "Output")]
    assert [problem.code for problem in planned(graph(nodes)).problems] == told


@pytest.mark.parametrize("name", ["forward", "training", "shapes"])
def test_names_that_pytorch_needs_are_refused(name: str) -> None:
    found = planned(graph([node("input", "Input"), node(name, "Linear"), node("end", "Output")]))
    assert only(found).node == name


def test_a_file_that_is_not_there_is_told_at_the_data() -> None:
    problem = only(planned(data={"entry": "CsvFile", "path": "/no/such/file.csv"}))
    assert problem.place.startswith("data")
    assert problem.message[0].isupper()
    assert problem.message.count(".") <= 3


def test_a_device_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    assert only(planned(device="cuda")).place == "device"


def test_a_variant_whose_patch_does_not_fit_gets_a_plan_of_its_own() -> None:
    variants = [{"name": "good", "patch": {}}, {"name": "bad", "patch": {"optimizer.speed": 3}}]
    plans = plan_all(from_json(raw(variants=variants)), DataStore())
    assert plans["good"].trainable
    assert not plans["bad"].trainable
    assert plans["bad"].problems[0].variant == "bad"
