"""What a person sees of files, tables, options and edits that are wrong: one sentence, and nothing is lost."""

from __future__ import annotations

import ast
import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from playground import catalog
from playground.catalog.starter import starter
from playground.cli.dispatch import main
from playground.spec.files import dumps, loads, read
from playground.spec.parse import from_json
from playground.ui.app import build
from playground.ui.main_window import MainWindow
from playground.ui.panels.data import DataPanel
from playground.ui.panels.lessons import LessonPanel
from playground.ui.session import Session

catalog.load()
JSON = dict[str, Any]
Edit = Callable[[JSON], object]
TIMEOUT = 30_000
PLAIN = b"x,y,target\n" + b"1,2,a\n2,3,b\n3,1,a\n" * 8
WARP = {"entry": "Warp", "speed": [1, {"deep": 2}]}


def plain() -> JSON:
    """The circle for two epochs, as a file says it."""
    found: JSON = json.loads(dumps(replace(starter("A circle"), epochs=2)))
    return found


def edited(edit: Edit) -> JSON:
    raw = copy.deepcopy(plain())
    edit(raw)
    return raw


def node(raw: JSON, name: str = "hidden1") -> JSON:
    return next(one for one in raw["networks"]["model"]["nodes"] if one["id"] == name)


def edges(raw: JSON) -> list[Any]:
    found: list[Any] = raw["networks"]["model"]["edges"]
    return found


def add(raw: JSON, name: str, entry: str) -> None:
    raw["networks"]["model"]["nodes"].append({"id": name, "layer": {"entry": entry}})


# --- the command line ----------------------------------------------------------------------------------------------


@pytest.fixture
def complaint(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run a command that cannot be obeyed, and give the one line it says."""

    def run(*arguments: object) -> str:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr().err
        assert code == 2, said
        assert len(said.splitlines()) == 1, said
        assert said.startswith("nnplayground: ")
        assert not any(word in said for word in ("Traceback", "Error", "tensor", "mat1", "codec", "$["))
        return said

    return run


Complaint = Callable[..., str]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\0" * 3000, "is empty"),
        (b"\x93\xfe\x00binary", "not readable as JSON"),
        (b"{", "ends too early"),
        (b'{\n"a": NaN}', "in line 2"),
        (b'{"a": 1e400}', "a number that is too large"),
        (b'{"a": "\xc4\xe3"}', "no text in UTF-8"),
        (b'{"a": "\\ud800"}', "not readable as JSON"),
        (b"[" * 200_000, "deeper than 64"),
        (b'{"format": "nnplayground", "x": ' + b"[" * 80 + b"]" * 80 + b"}", "x: is nested deeper"),
        (b"{}" + b" " * 20_000_000, "20 MB"),
        (b"[1]", "no nnplayground experiment"),
        (b'{"format": "nnplayground", "schema": 99}', "Update nnplayground"),
        (b'{"format": "nnplayground", "schema": true}', "schema: needs a whole number"),
    ],
)
def test_files_that_are_no_experiments(complaint: Complaint, tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(content)
    for command in (["describe", path], ["train", path], ["screenshot", path, "-o", tmp_path / "x.png"]):
        told = complaint(*command)
        assert said in told
        assert "bad.json" in told


def test_a_byte_order_mark_is_no_fault() -> None:
    assert loads(b"\xef\xbb\xbf" + dumps(starter())) == starter()


def test_a_file_that_may_not_be_read(complaint: Complaint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "mine.json"
    path.write_bytes(dumps(starter()))

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "Permission denied" in complaint("train", path)


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device_is_no_file(complaint: Complaint, tmp_path: Path, device: str) -> None:
    path = tmp_path / "table.json"
    path.write_text(json.dumps(edited(lambda raw: raw.update(data={"entry": "CsvFile", "path": device}))))
    assert "cannot be read: it is no plain file" in complaint("train", path)
    assert "file" in complaint("describe", device)


BLOCKED: list[tuple[str, Edit, str]] = [
    *(
        (key, lambda raw, key=key: raw.update({key: WARP}), "called Warp")  # type: ignore[misc]  # mypy cannot infer a lambda's default
        for key in ("data", "objective", "loss", "optimizer", "schedule", "initializer")
    ),
    *(
        (key, lambda raw, key=key: raw.update({key: [WARP]}), "called Warp")  # type: ignore[misc]  # as above
        for key in ("metrics", "regularizers")
    ),
    ("layer", lambda raw: node(raw).update(layer=WARP), "There is no layer called Warp"),
    ("activation", lambda raw: node(raw).update(activation=WARP), "There is no activation called Warp"),
    ("node initializer", lambda raw: node(raw).update(initializer=WARP), "There is no initializer called Warp"),
    ("a layer as activation", lambda raw: node(raw).update(activation={"entry": "Linear"}), "is no activation"),
    ("a second edge", lambda raw: edges(raw).append(["input", "output", 1]), "takes 1 input"),
    (
        "an edge into an Input",
        lambda raw: (add(raw, "extra", "Input"), edges(raw).append(["input", "extra"])),
        "Input takes no input",
    ),
    (
        "all frozen",
        lambda raw: [node(raw, name).update(lr_factor=0) for name in ("hidden1", "hidden2", "output")],
        "Every layer is frozen",
    ),
    (
        "two outputs",
        lambda raw: (add(raw, "extra", "Output"), edges(raw).append(["hidden1", "extra"])),
        "has 2 Outputs",
    ),
    ("an isolated layer", lambda raw: add(raw, "alone", "Add"), "Add has no input"),
    ("images", lambda raw: raw.update(data={"entry": "Digits"}), "put Flatten before it"),
    ("10^9 units", lambda raw: node(raw)["layer"].update(out_features=10**9), "of memory"),
    ("10^12 units", lambda raw: node(raw)["layer"].update(out_features=10**12), "of memory"),
    (
        "10^9 by 10^9",
        lambda raw: [node(raw, name)["layer"].update(out_features=10**9) for name in ("hidden1", "hidden2")],
        "of memory",
    ),
    (
        "a last batch of one",
        lambda raw: (
            raw["data"].update(n=162),
            raw.update(batch_size=20),
            node(raw).update(layer={"entry": "BatchNorm1d"}),
        ),
        "batch norm needs two or more",
    ),
    ("a metric of another task", lambda raw: raw.update(metrics=[{"entry": "R2"}]), "R² is for regression"),
    ("data of another task", lambda raw: raw.update(data={"entry": "Diabetes"}), "the objective is classification"),
    ("no data file", lambda raw: raw.update(data={"entry": "CsvFile", "path": "gone.csv"}), "There is no file"),
    ("a path with a NUL", lambda raw: raw.update(data={"entry": "CsvFile", "path": "a\0b"}), "cannot be read"),
    ("a patch of nothing", lambda raw: raw.update(variants=[{"name": "b", "patch": {"x": 1}}]), "b.patch.x: is not"),
    (
        "a patch of no node",
        lambda raw: raw.update(variants=[{"name": "b", "patch": {"networks.model.nodes.h9.name": ""}}]),
        "networks.model.nodes.h9: is not in the list",
    ),
    (
        "a patch of the lesson",
        lambda raw: raw.update(variants=[{"name": "b", "patch": {"lesson.text": ""}}]),
        "may not change the lesson",
    ),
]


@pytest.mark.parametrize(("edit", "said"), [case[1:] for case in BLOCKED], ids=[case[0] for case in BLOCKED])
def test_what_cannot_train_says_why_and_survives(complaint: Complaint, tmp_path: Path, edit: Edit, said: str) -> None:
    path = tmp_path / "mine.json"
    raw = edited(edit)
    path.write_text(json.dumps(raw))
    assert said in complaint("train", path)
    assert loads(dumps(from_json(raw))) == from_json(raw)
    for key in ("loss", "optimizer", "metrics"):
        assert json.loads(dumps(from_json(raw)))[key] == raw[key]


REFUSED: list[tuple[Edit, str]] = [
    (lambda raw: edges(raw).append(["output", "hidden1", 1]), "nodes.hidden1: is part of a circle"),
    (lambda raw: edges(raw).append(["gone", "hidden1", 1]), "nodes.gone: is no node"),
    (lambda raw: edges(raw).append(["input", "output"]), "nodes.output: has two edges"),
    (lambda raw: node(raw)["layer"].update(out_features=0), "nodes.hidden1.layer.out_features: is 0"),
    (lambda raw: node(raw)["layer"].update(out_features=1.5), "needs a whole number"),
    (lambda raw: raw["networks"].update({'a"': raw["networks"]["model"]}), "networks: may not have the name"),
    (lambda raw: raw["optimizer"].update(lr=1e38), "optimizer.lr: is 1e+38; the most allowed is 1000"),
    (lambda raw: raw.update(variants=[{"name": "a\nb"}]), "variants.0.name: needs to be one line"),
    (lambda raw: raw.update(variants=[{"name": "a"}, {"name": "a"}]), "needs a name of its own"),
    (lambda raw: raw.update(device="tpu"), "device: is 'tpu'"),
    (lambda raw: raw.update(objective={}), "names an objective"),
]


@pytest.mark.parametrize(("edit", "said"), REFUSED)
def test_what_cannot_be_opened_names_its_place(complaint: Complaint, tmp_path: Path, edit: Edit, said: str) -> None:
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(edited(edit)))
    assert said in complaint("describe", path)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["train", "FILE", "--set", "optimizer.lr=abc"], "optimizer.lr: needs a number"),
        (["train", "FILE", "--set", "nothing=1"], "there is no nothing"),
        (["train", "FILE", "--set", "optimizer.lr"], "needs PATH=VALUE"),
        (["train", "FILE", "--set", "networks.model.nodes.²=1"], "networks.model.nodes.²: is not in the list"),
        (["train", "FILE", "--seed", 2**31], "from 0 to 2147483647"),
        (["train", "FILE", "--epochs", 0], "from 1 to 10000000"),
        (["train", "FILE", "--out", "FILE"], "cannot write to the folder"),
        (["train", "FILE", "--out", ""], "a path is empty"),
        (["train", "x" * 5000], "is no path"),
        (["train", ""], "a path is empty"),
        (["train", "overfit-vs-dropuot"], "did you mean overfit-vs-dropout?"),
        (["trian", "FILE"], "did you mean train?"),
        (["export", "FILE", "--to", "script", "-o", "/nowhere/x.py"], "there is no folder /nowhere"),
        (["export", "FILE", "--to", "script", "-o", "/dev/null"], "/dev/null: it is no plain file"),
        (["screenshot", "FILE", "-o", "x.png", "--size", "9x9"], "needs WIDTHxHEIGHT"),
    ],
)
def test_options(complaint: Complaint, tmp_path: Path, arguments: list[object], said: str) -> None:
    path = tmp_path / "mine.json"
    path.write_bytes(dumps(starter()))
    assert said in complaint(*[path if argument == "FILE" else argument for argument in arguments])
    assert Path("/dev/null").is_char_device()


def test_a_rate_that_gives_nan_ends_in_one_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(edited(lambda raw: raw.update(optimizer={"entry": "AdamW", "lr": 1000}))))
    assert main(["train", str(path)]) == 2
    assert "Training diverged" in capsys.readouterr().err.splitlines()[-1]


def test_an_unknown_check_is_told_and_stops_nobody(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    check = {**WARP, "text": "It flies"}
    path.write_text(json.dumps(edited(lambda raw: raw.update(lesson={"checks": [check]}))))
    assert main(["describe", str(path)]) == 0
    assert "There is no check called Warp" in capsys.readouterr().out
    assert main(["train", str(path), "--json"]) == 0
    checks = json.loads(capsys.readouterr().out.splitlines()[-1])["checks"]
    assert checks == [{"text": "It flies (there is no check called Warp)", "passed": False}]
    assert json.loads(dumps(read(path)))["lesson"]["checks"] == [check]


def test_no_title_ends_up_as_code(tmp_path: Path) -> None:
    evil = 'a"""\nraise SystemExit(3)\n<<model>>\u2028\0\\'
    path, out = tmp_path / "mine.json", tmp_path / "script.py"
    raw = edited(lambda raw: raw.update(title=evil, variants=[{"name": '"""x\\', "patch": {}}]))
    path.write_text(json.dumps(raw))
    assert main(["export", str(path), "--to", "script", "-o", str(out)]) == 0
    script = ast.parse(out.read_text(encoding="utf-8"))
    assert not any(isinstance(statement, ast.Raise) for statement in script.body)
    assert (ast.get_docstring(script) or "").startswith("a''' raise SystemExit(3) <<model>> ")


# --- tables --------------------------------------------------------------------------------------------------------


def test_a_table_beside_its_experiment(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_bytes(PLAIN)
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(edited(lambda raw: raw.update(data={"entry": "CsvFile", "path": "table.csv"}))))
    assert main(["train", str(path), "--out", str(tmp_path / "out")]) == 0
    assert "validation loss" in capsys.readouterr().out
    assert read(tmp_path / "out" / "experiment.json").data == read(path).data


# --- the window ----------------------------------------------------------------------------------------------------


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    window = build(qapp, from_json(plain()), None, Session(), "light")
    qtbot.addWidget(window, before_close_func=lambda w: w.studio.document.undo_stack.setClean())
    window.show()
    window.studio.runs.open_engine()
    qtbot.waitUntil(lambda: window.studio.store.started is not None, timeout=TIMEOUT)
    yield window
    window.studio.runs.close_engine()


def open_raw(window: MainWindow, qtbot: QtBot, raw: JSON) -> None:
    """Put an experiment in and wait for its plan."""
    with qtbot.waitSignal(window.studio.runs.planned, timeout=TIMEOUT):
        window.studio.document.open(from_json(raw), None)


def test_whatever_cannot_train_is_a_problem_and_the_next_run_works(window: MainWindow, qtbot: QtBot) -> None:
    studio = window.studio
    for name, edit, said in BLOCKED:
        raw = edited(edit)
        open_raw(window, qtbot, raw)
        problems = [problem for problem in studio.runs.problems() if problem.severity == "error"]
        assert any(said.lower() in problem.message.lower() + problem.hint.lower() for problem in problems), name
        assert not window.actions_table["play"].isEnabled(), name
        for one in studio.document.graph.nodes:
            window.canvas.select([one.id])
        assert studio.document.experiment == from_json(raw), name
    open_raw(window, qtbot, plain())
    studio.runs.reset(play=True)
    qtbot.waitUntil(lambda: studio.store.finished is not None, timeout=TIMEOUT)


def test_after_nan_the_window_trains_again(window: MainWindow, qtbot: QtBot) -> None:
    studio = window.studio
    open_raw(window, qtbot, edited(lambda raw: raw.update(optimizer={"entry": "AdamW", "lr": 1000})))
    studio.runs.play()
    qtbot.waitUntil(lambda: studio.store.failed is not None, timeout=TIMEOUT)
    assert studio.store.failed is not None
    assert "Training diverged" in studio.store.failed.message
    assert not window.grab().isNull()
    shown = studio.document.shown
    studio.document.edit("Slower", replace(shown, optimizer=shown.optimizer.with_values(lr=0.01)))
    studio.runs.play()
    qtbot.waitUntil(lambda: studio.store.finished is not None, timeout=TIMEOUT)


def test_an_unknown_check_is_drawn_as_failed(window: MainWindow, qtbot: QtBot) -> None:
    lesson = {"text": "Look", "checks": [{**WARP, "text": "It flies"}]}
    open_raw(window, qtbot, edited(lambda raw: raw.update(lesson=lesson)))
    assert [(tick.text(), tick.state()) for tick in window.panel(LessonPanel).ticks] == [("It flies", "fail")]


def test_a_bad_table_is_told_in_the_data_panel_and_changes_nothing(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(PLAIN)
    document = window.studio.document
    window.panel(DataPanel).open_csv(path)
    qtbot.waitUntil(lambda: document.experiment.data.name == "CsvFile", timeout=TIMEOUT)
    before = document.experiment
    for content, said in ((PLAIN + b"1,2\n", "Line 26 has 2 columns"), (b"", "is empty"), (b"x\n1\n", "one column")):
        path.write_bytes(content)
        window.panel(DataPanel).open_csv(path)
        qtbot.waitUntil(lambda said=said: told(window, said), timeout=TIMEOUT)  # type: ignore[misc]  # as above
        assert document.experiment == before


def told(window: MainWindow, words: str) -> bool:
    return any(words in label.text() for label in window.panel(DataPanel).findChildren(QLabel))
