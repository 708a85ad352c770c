"""Trees and translations as they are trained and looked at: metrics, probes, what they begin with."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import numpy as np
import pytest
import torch
from torch import nn

from playground.catalog.adapt import with_data
from playground.catalog.kinds import Data
from playground.catalog.modules import Part
from playground.catalog.starter import starter
from playground.engine.compile import plan
from playground.engine.control import Ask
from playground.engine.data import DataStore
from playground.engine.probes.attention import attending, looks
from playground.engine.probes.trees import heights_of
from playground.engine.session import Session, open_session
from playground.engine.whole import exact_match, free_exact_match, root_accuracy, written_freely
from playground.spec.entry import make
from playground.spec.experiment import Experiment
from tests.engine.building import JSON, graph, node, session

SEQUENCE = graph(
    [
        node("input", "Input"),
        node("rows", "Embedding", num_embeddings=16, embedding_dim=8),
        node("own", "SelfAttention", num_heads=2),
        node("layer", "TransformerEncoderLayer", nhead=4, dropout=0.3, causal=True),
        node("memory", "GRU", hidden_size=8),
        node("decoder", "TransformerDecoderLayer", nhead=1, dropout=0.0),
        node("last", "TakeLast"),
        node("end", "Output"),
    ],
    [
        ["input", "rows"],
        ["rows", "own"],
        ["own", "layer"],
        ["layer", "memory"],
        ["layer", "decoder"],
        ["memory", "decoder", 1],
        ["decoder", "last"],
        ["last", "end"],
    ],
)
SYMBOLS: JSON = {"data": {"entry": "KeyValue", "n": 40, "form": "symbols"}, "loss": {"entry": "CrossEntropyLoss"}}


def begun(name: str, **fields: Any) -> Experiment:
    """What a person gets who chooses these data."""
    found = with_data(starter(), cast(Data, make("data", {"entry": name, "n": 60, **fields})))
    return replace(found, epochs=1, device="cpu")


def look(running: Session, entry: str, **fields: Any) -> dict[str, np.ndarray]:
    return running.snapshot(Ask("key", running.runs[0].name, {"entry": entry, **fields})).arrays


@pytest.mark.parametrize("name", ["Expressions", "Dates", "ReversedStrings"])
def test_what_begins_fits(name: str) -> None:
    found = begun(name)
    assert plan(found, DataStore()).problems == []


def test_a_table_with_too_few_rows_for_its_part_says_so() -> None:
    found = begun("Dates")
    small = make("layer", {"entry": "Embedding", "num_embeddings": 5})
    nodes = tuple(replace(one, layer=small) if one.id == "read" else one for one in found.networks["model"].nodes)
    wrong = replace(found, networks={"model": replace(found.networks["model"], nodes=nodes)})
    (problem,) = (one for one in plan(wrong, DataStore()).problems if one.node == "read")
    assert problem.message == "Embedding has rows for 5 different numbers, but the data have 40."


# --- metrics -------------------------------------------------------------------------------------------------------


class Copier(nn.Module):
    """Answers each step with the class that it is told was written before it, plus one, modulo 4."""

    def __init__(self) -> None:
        super().__init__()
        self.told = Part(2, (3,))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return nn.functional.one_hot((self.told(x).long() + 1) % 4, 4).float()


def test_a_network_on_its_own_is_told_what_it_has_written() -> None:
    inputs = torch.tensor([[9.0, 9, 0, 3, 3], [9, 9, 2, 0, 0]])  # start symbols 0 and 2, then a truth it must not see
    assert written_freely(Copier(), inputs, torch.Size([3])).argmax(dim=2).tolist() == [[1, 2, 3], [3, 0, 1]]


def test_exact_matches_told_the_truth_and_on_its_own() -> None:
    inputs = torch.tensor([[9.0, 9, 0, 1, 2], [9, 9, 0, 2, 3]])
    targets = torch.tensor([[1, 2, 3], [1, 3, 0]])
    assert exact_match(Copier(), inputs, targets, "index").item() == 1
    assert free_exact_match(Copier(), inputs, targets, "index", 2).item() == 0.5
    assert free_exact_match(Copier(), inputs, targets, "index", 1).item() == 1
    targets[1, 1:] = -100
    assert free_exact_match(Copier(), inputs, targets, "index", 2).item() == 1


def test_the_root_is_the_last_place() -> None:
    inputs = torch.tensor([[9.0, 9, 0, 1, 2], [9, 9, 0, 2, 3]])
    assert root_accuracy(Copier(), inputs, torch.tensor([[0, 0, 3], [0, 0, 3]]), "index").item() == 0.5


@pytest.mark.parametrize("metric", ["ExactMatch", "FreeExactMatch", "RootAccuracy"])
def test_with_one_answer_for_a_sample_they_are_accuracy(metric: str) -> None:
    running = session(metrics=[{"entry": "Accuracy"}, {"entry": metric}])
    found = running.runs[0].evaluate()
    own = {"ExactMatch": "exact_match", "FreeExactMatch": "free_exact_match", "RootAccuracy": "root_accuracy"}[metric]
    assert found[own] == found["accuracy"]


def test_where_several_things_are_said_they_are_no_numbers() -> None:
    targets = torch.tensor([[1.0, 0.5, 2.0]])
    for metric in (exact_match, root_accuracy):
        assert metric(Copier(), torch.zeros(1, 5), targets, "index").isnan()


# --- probes --------------------------------------------------------------------------------------------------------


def test_weights_are_those_with_which_the_layer_computes() -> None:
    """With the values and the last dense layer of each module, they give its very output."""
    running = session(SEQUENCE, **SYMBOLS)
    network = running.runs[0].networks["model"].eval()
    inputs = running.runs[0].dataset.validation_inputs[:3]
    names = list(attending(network))
    assert names == ["own", "layer.self_attn", "decoder.self_attn", "decoder.multihead_attn"]
    values: dict[str, tuple[torch.Tensor, torch.Tensor]] = {}
    hooks = [
        one.register_forward_hook(
            lambda _module, args, out, name=name: values.update({name: (args[-1], out if name == "own" else out[0])})
        )
        for name, one in attending(network).items()
    ]
    found = {name: looks(network, inputs, name) for name in names}
    for hook in hooks:
        hook.remove()
    for name, module in attending(network).items():
        weights, (value, output) = found[name], values[name]
        assert weights.sum(dim=3) == pytest.approx(1, abs=1e-5)
        assert module.in_proj_weight is not None
        assert module.in_proj_bias is not None
        width = module.embed_dim
        v = value @ module.in_proj_weight[2 * width :].T + module.in_proj_bias[2 * width :]
        split = v.unflatten(2, (module.num_heads, -1)).transpose(1, 2)
        mixed = (weights @ split).transpose(1, 2).flatten(2)
        torch.testing.assert_close(module.out_proj(mixed), output)
    assert (found["layer.self_attn"].triu(1) == 0).all()
    assert (found["own"].triu(1) > 0).any()


def test_looking_leaves_the_mode_and_the_short_cut_as_they_were() -> None:
    running = session(SEQUENCE, **SYMBOLS)
    look(running, "Attention", layer="layer.self_attn")
    assert running.runs[0].networks["model"].training
    assert torch.backends.mha.get_fastpath_enabled()


def test_attention_says_what_stands_at_the_steps() -> None:
    running = session(SEQUENCE, **SYMBOLS)
    found = look(running, "Attention", layer="decoder.multihead_attn", sample=2)
    sample = running.runs[0].dataset.validation_inputs[2].int().tolist()
    named = ["ABCDEFGHabcdefgh"[symbol] for symbol in sample]
    assert found["queries"].tolist() == found["keys"].tolist() == named
    assert found["weights"].shape == (1, 9, 9)
    assert (int(found["shown"]), int(found["sample"])) == (3, 2)


def test_steps_of_ones_and_zeros_are_called_by_what_they_hold() -> None:
    steps = graph(
        [
            node("input", "Input"),
            node("wide", "Linear", out_features=4),
            node("own", "SelfAttention", num_heads=1),
            node("last", "TakeLast"),
            node("end", "Output"),
        ]
    )
    running = session(steps, **{**SYMBOLS, "data": {"entry": "KeyValue", "n": 40}})
    keys = look(running, "Attention")["keys"].tolist()
    assert all(len(key) == 3 and key[0].isupper() and key[2].islower() for key in keys[:-1])
    assert keys[-1] in [key[0] for key in keys[:-1]]


def test_a_network_without_attention_has_no_layers_to_show() -> None:
    assert look(session(), "Attention")["layers"].tolist() == []
    assert look(session(), "Alignment") == look(session(), "TreeAnswers") == {}


def test_an_alignment_is_of_what_the_network_writes_on_its_own() -> None:
    running = open_session(begun("ReversedStrings", longest=6), DataStore())
    run = running.runs[0]
    found = look(running, "Alignment", sample=1, samples=4)
    inputs, network = run.dataset.validation_inputs[1:2].clone(), run.networks["model"].eval()
    names, written = run.dataset.samples.info.class_names, []
    with torch.no_grad():
        for step in range(7):
            answer = int(network(inputs)[0, step].argmax())
            written.append(names[answer])
            if step < 6:
                inputs[0, 6 + step + 1] = answer
    end = written.index("■") + 1 if "■" in written else 7
    assert found["written"].tolist() == written[:end]
    assert found["weights"].shape == (1, end, 6)
    assert found["texts"].shape == (4, 3)
    source, _, truth = found["texts"][0]
    assert source[::-1] == truth
    assert found["layer"].tolist() == ["attention"]


def test_a_tree_is_told_without_padding() -> None:
    running = open_session(begun("Expressions"), DataStore())
    run = running.runs[0]
    found = look(running, "TreeAnswers", sample=3)
    size = len(found["symbols"])
    assert "·" not in found["symbols"]
    assert found["children"].max() == size - 2
    sample = run.dataset.validation_inputs[3:4]
    outputs = run.networks["model"].eval()(sample)[0, -size:]
    assert found["said"].tolist() == outputs.argmax(dim=1).tolist()
    assert found["truth"].tolist() == run.dataset.samples.targets[1][3, -size:].tolist()
    told = run.dataset.samples.targets[1]
    assert found["counted"].sum() == (told >= 0).sum()
    right = run.networks["model"](run.dataset.validation_inputs).argmax(dim=2).numpy() == told
    assert found["right"].sum() == right.sum()


def test_heights_count_from_the_leaves() -> None:
    children = np.array([[[-1, -1], [-1, -1], [0, 1], [-1, -1], [2, 3]]])
    assert heights_of(children).tolist() == [[0, 0, 1, 0, 2]]
