"""The README says what is true."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest

from playground.cli.parser import COMMANDS, parse
from playground.spec.entry import Entry

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


COMMAND_LINES = [
    shlex.split(line, comments=True)[1:]
    for block in blocks("sh")
    for line in block.splitlines()
    if line.startswith("nnplayground")
]


@pytest.mark.parametrize("arguments", COMMAND_LINES, ids=" ".join)
def test_every_command_line_can_be_typed(arguments: list[str]) -> None:
    assert parse(arguments).module.startswith("playground.cli.")


def test_every_command_is_told() -> None:
    assert {name for line in COMMAND_LINES for name in line[:1] if name in COMMANDS} == set(COMMANDS) - {"engine"}


def test_the_two_commands_for_a_fresh_machine() -> None:
    told = [line.partition("  #")[0].strip() for line in blocks("sh")[0].splitlines()]
    assert told == [
        "python3 -m venv .venv && .venv/bin/pip install -e . && .venv/bin/nnplayground",
        'python3 -m venv .venv && .venv/bin/pip install -e ".[test]" && .venv/bin/python -m pytest -q',
    ]


def test_the_layer_of_the_example_works(monkeypatch: pytest.MonkeyPatch) -> None:
    import numpy as np
    import torch

    monkeypatch.setitem(Entry.registry, "layer", dict(Entry.registry.get("layer", {})))
    (example,) = blocks("python")
    spaces = {"__name__": "readme_example"}
    monkeypatch.setitem(sys.modules, "readme_example", type(sys)("readme_example"))
    vars(sys.modules["readme_example"]).update(spaces)
    exec(compile(example, "README.md", "exec"), vars(sys.modules["readme_example"]))
    layer = Entry.registry["layer"]["CELU"](alpha=2.0)
    x = np.linspace(-3, 3, 7)
    expected = torch.nn.CELU(**layer.args())(torch.from_numpy(x)).numpy()
    np.testing.assert_allclose(layer.f(x), expected, rtol=1e-6)  # type: ignore[attr-defined]  # an Activation


@pytest.mark.parametrize("name", re.findall(r"\]\(([^)#:]+)\)", README))
def test_every_file_it_links_to_is_there(name: str) -> None:
    assert (ROOT / name).is_file()


def test_every_folder_of_the_tree_is_there() -> None:
    tree = next(block for block in re.findall(r"^```\n(.*?)^```", README, re.MULTILINE | re.DOTALL))
    for name in re.findall(r"^  (\w+)/", tree, re.MULTILINE):
        assert (ROOT / "playground" / name).is_dir()
    for name in re.findall(r"(?:^|  )(\w+)/ ", tree.splitlines()[-1]):
        assert (ROOT / name).is_dir()
