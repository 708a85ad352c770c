"""FILE, and the options that change what is in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from playground import paths
from playground.cli.files import find, folder, load, presets, variant_of
from playground.cli.mistake import Mistake
from playground.spec.variants import resolve


@pytest.fixture
def lessons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A presets folder of our own."""
    shelf = tmp_path / "presets"
    (shelf / "topic-a").mkdir(parents=True)
    (shelf / "topic-a" / "learning-rate.json").write_text('{"title": "How far?", "lesson": {"topic": "Steps"}}')
    (shelf / "topic-a" / "untitled.json").write_text("{}")
    monkeypatch.setattr(paths, "presets_dir", lambda: shelf)
    return shelf


def test_presets_as_json(command: Any, lessons: Path) -> None:
    answer = command("presets", "--json")
    first, second = json.loads(answer.out)
    path = lessons / "topic-a" / "learning-rate.json"
    assert first == {"id": "learning-rate", "title": "How far?", "topic": "Steps", "path": str(path)}
    assert (second["id"], second["title"], second["topic"]) == ("untitled", "untitled", "topic-a")


def test_presets_as_a_list(command: Any, lessons: Path) -> None:
    assert command("presets").out.splitlines() == [
        "Steps",
        "  learning-rate  How far?",
        "topic-a",
        "  untitled       untitled",
    ]


def test_a_damaged_lesson_is_named(command: Any, lessons: Path) -> None:
    (lessons / "broken.json").write_text("{")
    assert "broken.json is damaged" in command("presets").complaint


def test_the_lessons_that_ship_can_be_listed() -> None:
    found = presets()
    assert len({preset.id for preset in found}) == len(found)
    assert all(preset.path.is_file() and preset.topic for preset in found)


def test_find_a_lesson_by_id_and_a_file_by_path(lessons: Path, file: Path) -> None:
    assert find("learning-rate") == lessons / "topic-a" / "learning-rate.json"
    assert find(str(file)) == file


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("lerning-rate", "did you mean learning-rate?"),
        ("tarin", "did you mean train?"),
        ("learning_rate.json", "there is no file learning_rate.json; did you mean learning-rate?"),
        ("no/such/file.json", "there is no file no/such/file.json"),
        ("zzz", "there is no file, lesson or command called 'zzz'"),
        (".", "is a folder"),
    ],
)
def test_what_is_not_there(command: Any, lessons: Path, name: str, said: str) -> None:
    assert said in command("describe", name).complaint


def test_settings_are_json_or_text(file: Path) -> None:
    changes = [("batch_size", "7"), ("title", "no json"), ("networks.model.nodes.hidden1.layer.out_features", "9")]
    experiment = load(str(file), changes)
    assert (experiment.batch_size, experiment.title) == (7, "no json")
    assert experiment.networks["model"].node("hidden1").layer.out_features == 9  # type: ignore[attr-defined]  # a Linear


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("optimzer.lr", "1", "did you mean optimizer?"),
        ("optimizer.speed", "1", "speed: is no parameter of SGD"),
        ("optimizer.lr", "fast", "needs a number, not 'fast'"),
        ("optimizer.lr", "NaN", "optimizer.lr"),
        ("optimizer.lr", "-1", "the least allowed is 0"),
        ("networks.model.nodes.hidden9.layer.out_features", "3", "hidden9: is not in the list"),
        ("epochs", "[" * 100_000, "epochs"),
        ("schema", "9", "schema: cannot be set"),
    ],
)
def test_a_setting_that_cannot_be(command: Any, file: Path, path: str, value: str, said: str) -> None:
    complaint = command("train", file, "--set", f"{path}={value}").complaint
    assert complaint.startswith("nnplayground: --set")
    assert said in complaint


def test_a_variant_keeps_its_own_value_and_the_person_is_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    experiment = load(str(file), [("optimizer.lr", "0.5")])
    assert resolve(experiment, "slow").optimizer.args()["lr"] == 0.01
    assert "optimizer.lr stays as these variants set it: slow, Fast!" in capsys.readouterr().err


def test_options_win_over_variants(file: Path) -> None:
    raw = json.loads(file.read_bytes())
    raw["variants"][0]["patch"]["epochs"] = 50
    file.write_text(json.dumps(raw))
    experiment = load(str(file), epochs=2, seed=None)
    assert resolve(experiment, "slow").epochs == 2


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 100_000, b'{"format": "nnplayground"}'])
def test_a_damaged_file_gets_one_line_with_its_name(command: Any, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "damaged.json"
    path.write_bytes(content)
    assert "damaged.json" in command("train", path).complaint


def test_a_newer_file_says_so(command: Any, file: Path) -> None:
    file.write_text(json.dumps(json.loads(file.read_bytes()) | {"schema": 999}))
    assert "Update nnplayground" in command("describe", file).complaint


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(Mistake, match="cannot write to the folder"):
        folder(str(tmp_path / "taken" / "below"))


def test_variant_by_name(file: Path) -> None:
    experiment = load(str(file))
    assert variant_of(experiment, None) == "slow"
    assert variant_of(experiment, "Fast!") == "Fast!"
    with pytest.raises(Mistake, match="there is slow, Fast!"):
        variant_of(experiment, "other")
