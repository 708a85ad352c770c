"""Describing networks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def described(command: Any, *arguments: object) -> dict[str, Any]:
    answer = command("describe", *arguments, "--json")
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def node(name: str, entry: str, shape: list[int], parameters: int, macs: int, memory: int) -> dict[str, Any]:
    counts = {"parameters": parameters, "trainable": parameters, "frozen": 0, "macs": macs, "memory": memory}
    field = {"receptive_field": 1.0 if entry == "Input" else None, "waits_for": "", "regularizers": []}
    return {"id": name, "name": entry, "entry": entry, "output_shape": shape, **counts, **field}


def test_shapes_parameters_and_costs(command: Any, file: Path) -> None:
    batch = 4 * json.loads(file.read_bytes())["batch_size"]
    totals = {"parameters": 25, "trainable": 25, "frozen": 0, "macs": 4 * 2 + 2 * 4 + 1 * 2, "memory": 15 * batch}
    assert described(command, file) == {
        "networks": {
            "model": {
                **totals,
                "nodes": [
                    node("input", "Input", [2], 0, 0, 2 * batch),
                    node("hidden1", "Linear", [4], 12, 8, 8 * batch),
                    node("hidden2", "Linear", [2], 10, 8, 4 * batch),
                    node("output", "Output", [1], 3, 2, 1 * batch),
                ],
                "blocks": [],
                "problems": [],
            }
        }
    }


def test_the_table_has_every_node(command: Any, file: Path) -> None:
    told = command("describe", file, "--variant", "Fast!").out
    assert "variant Fast!" in told
    assert "25 parameters" in told
    assert all(name in told for name in ("input", "hidden1", "hidden2", "output"))


def test_regularisers_of_layers_are_told(command: Any, file: Path) -> None:
    raw = json.loads(file.read_bytes())
    own = [{"entry": "L1", "strength": 0.0}, {"entry": "L2", "strength": 0.25}]
    next(n for n in raw["networks"]["model"]["nodes"] if n["id"] == "hidden2")["regularizers"] = own
    file.write_text(json.dumps(raw))
    nodes = {one["id"]: one["regularizers"] for one in described(command, file)["networks"]["model"]["nodes"]}
    assert nodes == {"input": [], "hidden1": [], "hidden2": own, "output": []}
    assert "hidden2 has its own L1 (strength 0) and L2 (strength 0.25)" in command("describe", file).out


def test_an_unknown_layer_is_a_problem_of_its_node(command: Any, file: Path) -> None:
    raw = json.loads(file.read_bytes())
    next(n for n in raw["networks"]["model"]["nodes"] if n["id"] == "hidden2")["layer"] = {"entry": "Warp", "x": 1}
    file.write_text(json.dumps(raw))
    network = described(command, file)["networks"]["model"]
    (problem,) = [problem for problem in network["problems"] if problem["node"] == "hidden2"]
    assert set(problem) == {"node", "severity", "code", "message", "hint", "fixes"}
    assert problem["fixes"] == ["Remove Warp"]
    assert "Warp" in problem["message"]
    assert next(n for n in network["nodes"] if n["id"] == "hidden2")["output_shape"] is None
    told = command("describe", file).out
    assert "error: model, hidden2:" in told
    assert "to mend it: Remove Warp" in told
    assert "waits for Warp" in told


def test_a_problem_of_the_data_is_told(command: Any, file: Path) -> None:
    raw = json.loads(file.read_bytes())
    raw["data"] = {"entry": "CsvFile", "path": "/no/such/file.csv"}
    file.write_text(json.dumps(raw))
    problems = described(command, file)["networks"]["model"]["problems"]
    assert any("/no/such/file.csv" in problem["message"] for problem in problems)


def test_an_unknown_variant(command: Any, file: Path) -> None:
    assert "there is slow, Fast!" in command("describe", file, "--variant", "other").complaint


def test_a_patch_that_leads_nowhere(command: Any, file: Path) -> None:
    raw = json.loads(file.read_bytes())
    raw["variants"][0]["patch"] = {"networks.model.nodes.gone.layer": {}}
    file.write_text(json.dumps(raw))
    assert "gone" in command("describe", file).complaint
