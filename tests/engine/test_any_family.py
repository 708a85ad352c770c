"""Whatever is clicked together in any family trains and can be looked at, or is refused in sentences with ways out."""

from __future__ import annotations

import os
import re
import runpy
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from playground.engine.compile import plan
from playground.engine.control import Ask
from playground.engine.data import DataStore
from playground.engine.events import Diagnostic, Plan
from playground.engine.resolve import locate
from playground.engine.session import Refused, Session, open_session
from playground.engine.spread import spreads
from playground.export.code import class_name, network_code
from playground.spec import fixes
from playground.spec.entry import Entry, entries
from playground.spec.experiment import Experiment, expanded
from playground.spec.files import dumps, loads
from tests.engine.clicks import Clicks

BLOCKS = 40
CASES = 20_000 if os.environ.get("NNPLAYGROUND_LONG") else 1_000
LARGE = 1e7
"""More multiply-accumulates over all samples than this take too long for a test."""
STEPS = 2
FEW = {"resolution": 5, "length": 3, "tiles": 3, "samples": 2, "bins": 4, "count": 2, "measured": 3}
"""What probes are asked for, so that they are quick."""
MENDED = 10
"""Fixes that are followed, one after another."""
STRANGE = ("Error", "Traceback", "None", "tensor", "torch", "playground", "<", "{", "['", "NaN", "object at")
TITLES = {cls.title for named in Entry.registry.values() for cls in named.values()}
OURS = {name for named in Entry.registry.values() for name in named} - TITLES
"""Names of classes that no person ever sees."""


def muddle(said: str) -> str:
    """What is wrong with a sentence; "" if nothing."""
    if not said[:1].isupper() and not said.split()[0].strip(":").replace("_", "").isalnum():
        return "begins small"
    if not said.endswith((".", "?")) or "\n" in said or ".." in said:
        return "no sentence"
    words = {word.strip(".,:;?!()") for word in said.split()}
    return next((f"says {word}" for word in STRANGE if word in said), "") or ", ".join(
        f"names {word}" for word in words & OURS if not word.islower() and word[1:] != word[1:].lower()
    )


def told(problem: Diagnostic) -> None:
    """A problem is one sentence; one that is in the way says where it is and what to do."""
    assert not (wrong := muddle(problem.message)), (wrong, problem)
    assert not problem.hint or problem.hint.endswith((".", "?")), problem
    assert not re.search(r"\(\d*,|\(\)|\(\d+, \d", problem.message + problem.hint), problem
    if problem.severity == "error":
        assert problem.hint or problem.fixes, problem
        assert problem.code, problem
        assert problem.node or problem.place or problem.network, problem


def followed(found: Experiment, worked: Plan, store: DataStore) -> tuple[Experiment, Plan]:
    """The experiment after the first fix of each error, one after another; all that are offered can be made."""
    for _ in range(MENDED):
        wrong = [problem for problem in worked.problems if problem.severity == "error"]
        for problem in wrong:
            for fix in problem.fixes:
                made = fixes.apply(found, problem.network or "model", fix)
                assert loads(dumps(made)) == made
        if not wrong or not wrong[0].fixes:
            break
        found = fixes.apply(found, wrong[0].network or "model", wrong[0].fixes[0])
        worked = plan(found, store)
        for problem in worked.problems:
            told(problem)
    return found, worked


def looked(running: Session) -> None:
    """Every probe answers with arrays, for every network."""
    name = running.runs[0].name
    for entry in entries("probe"):
        known = entries("probe")[entry]().values()
        small = {field: least for field, least in FEW.items() if field in known}
        for network in ("", *running.runs[0].networks) if "network" in known else ("",):
            fields = {**small, "network": network} if network else small
            arrays = running.snapshot(Ask("key", name, {"entry": entry, **fields})).arrays
            assert all(isinstance(one, np.ndarray) for one in arrays.values()), entry


def trained(running: Session) -> None:
    """Two steps, or an epoch of as many, and what is measured before and after."""
    run = running.runs[0]
    run.begin()
    run.chunk(STEPS)
    run.take()
    run.results()


def coded(found: Experiment, store: DataStore) -> dict[str, Any]:
    """The classes in the source of each network; nothing of it is run but definitions."""
    made: dict[str, Any] = {}
    for name, graph in expanded(found).networks.items():
        source = network_code(found, "model", name, store)
        assert len(source.nodes) == len(source.text.splitlines())
        assert {node.id for node in graph.nodes} >= set(source.nodes) - {""}
        names: dict[str, Any] = {}
        exec(compile(source.text, f"{name}.py", "exec"), names)  # what a person would do with it
        made[name] = names[class_name(name)]
    return made


def exported(running: Session, made: dict[str, Any], folder: Path) -> None:
    """Its classes take the trained weights, and every exporter writes its file."""
    result = running.result("model")
    for name, network in result.networks.items():
        made[name]().load_state_dict(network.state_dict())
    for name, cls in entries("exporter").items():
        if getattr(cls, "of", "run") == "run":
            path = folder / f"{name}{getattr(cls, 'suffix', '')}"
            locate(cls.target)(result, path)
            if path.suffix == ".py":
                runpy.run_path(str(path), run_name="script")  # all but its training


def heavy(worked: Plan) -> bool:
    """Whether the networks are too large to be trained here."""
    samples = worked.data.train + worked.data.validation if worked.data else 0
    return any(max(one.macs * samples, 50 * one.parameters) > LARGE for one in worked.networks.values())


def clicked(seed: int, store: DataStore, folder: Path) -> str:
    """Go through one experiment; return how it ended."""
    found = Clicks(seed, store).experiment()
    assert loads(dumps(found)) == found
    worked = plan(found, store)
    for problem in worked.problems:
        told(problem)
    first = next((problem.code or problem.place for problem in worked.problems if problem.severity == "error"), "")
    if first:
        with pytest.raises(Refused):
            open_session(found, store)
        if seed % 4 == 1:
            coded(found, store)
        found, worked = followed(found, worked, store)
    if not worked.trainable:
        return f"refused: {first}"
    if heavy(worked):
        return "large"
    running = open_session(found, store)
    trained(running)
    looked(running)
    if seed % 4 == 2:
        spreads(found, "model", store)
    if seed % 8 == 0:
        exported(running, coded(found, store), folder)
    return f"mended: {first}" if first else "trained"


@pytest.mark.filterwarnings("ignore:Initializing zero-element tensors")
@pytest.mark.filterwarnings("ignore:Mismatch dtype between input and weight")  # RMSNorm at bfloat16 could be faster
@pytest.mark.parametrize("block", range(BLOCKS))
def test_any_family_trains_or_is_told_of(block: int, tmp_path: Path) -> None:
    store, ends = DataStore(), Counter[str]()
    for seed in range(block, CASES, BLOCKS):
        ends[clicked(seed, store, tmp_path)] += 1
    assert sum(count for end, count in ends.items() if end.startswith("refused")) <= 0.12 * CASES / BLOCKS
