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


def test_shapes_and_parameters(command: Any, file: Path) -> None:
    assert described(command, file) == {
        "networks": {
            "model": {
                "parameters": 4 * 3 + 2 * 5 + 1 * 3,
                "macs": 4 * 2 + 2 * 4 + 1 * 2,
                "nodes": [
                    {"id": "input", "entry": "Input", "output_shape": [2], "parameters": 0},
                    {"id": "hidden1", "entry": "Linear", "output_shape": [4], "parameters": 12},
                    {"id": "hidden2", "entry": "Linear", "output_shape": [2], "parameters": 10},
                    {"id": "output", "entry": "Output", "output_shape": [1], "parameters": 3},
                ],
                "problems": [],
            }
        }
    }


def test_the_table_has_every_node(command: Any, file: Path) -> None:
    told = command("describe", file, "--variant", "Fast!").out
    assert "variant Fast!" in told
    assert "25 parameters" in told
    assert all(name in told for name in ("input", "hidden1", "hidden2", "output"))


def test_an_unknown_layer_is_a_problem_of_its_node(command: Any, file: Path) -> None:
    raw = json.loads(file.read_bytes())
    next(n for n in raw["networks"]["model"]["nodes"] if n["id"] == "hidden2")["layer"] = {"entry": "Warp", "x": 1}
    file.write_text(json.dumps(raw))
    network = described(command, file)["networks"]["model"]
    (problem,) = [problem for problem in network["problems"] if problem["node"] == "hidden2"]
    assert set(problem) == {"node", "message", "hint"}
    assert "Warp" in problem["message"]
    assert next(n for n in network["nodes"] if n["id"] == "hidden2")["output_shape"] is None
    assert "error: model, hidden2:" in command("describe", file).out


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
