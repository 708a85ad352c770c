"""What the engine says, in Chinese: every template is found, translated and recognised, and nobody's name breaks it."""

from __future__ import annotations

import ast
import importlib.util
import json
import re
import time
from collections.abc import Iterator
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from playground import catalog, paths
from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.engine.events import Diagnostic
from playground.spec.entry import Entry
from playground.spec.parse import from_json
from playground.ui import engine_words, language, words
from playground.ui.engine_words import told
from tests.engine.building import JSON, graph, node, raw
from tests.engine.test_fixes import ERRORS, WARNINGS

ROOT = paths.assets_dir().parent
STORE = DataStore()
CASES = {**WARNINGS, **ERRORS}
LATIN = re.compile(r"[A-Za-z]{3,}")
TERMS = {
    "Xavier",
    "Kaiming",
    "Dropout",
    "logit",
    "softmax",
    "sigmoid",
    "tanh",
    "log",
    "NLL",
    "CPU",
    "CSV",
    "bilinear",
    "linear",
    "nearest",
}
"""Words that Chinese notes on deep learning leave as they are."""


def extraction() -> ModuleType:
    spec = importlib.util.spec_from_file_location("messages", ROOT / "tools" / "messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    catalog.load()
    language.install(qapp, "zh_CN")
    yield
    language.install(qapp, "en")
    QLocale.setDefault(before)


def found(source: str) -> set[str]:
    """Templates of a function with this body."""
    body = "\n".join(f"    {line}" for line in source.strip().splitlines())
    return set(extraction()._of_module(ast.parse(f"def f(a, b, n):\n{body}"), errors_only=False, outside=True))


# --- extraction ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "template",
    [
        "Nothing takes what this layer gives.",  # a Diagnostic's message
        "Wire it on, or delete it.",  # its hint
        "image, not a row",  # its few words on a wire
        "Use {0}",  # a fix
        "Insert Flatten",  # an attempt at one
        "needs a finite number, not {0}",  # an error of a field
        'the file has no column "{0}"; it has {1}',  # an error of a data file
        "Choose a CSV file.",  # its hint
        "Add needs inputs of equal shape, but gets {0}; use Concat, or make them equal.",  # what fits() says
        "{0} unit {1} frozen",  # a flag on the curves
        "The memory is full; training stopped.",  # the end of a run
        "{0} is damaged, or no ONNX model",  # an import
        "Training with the objective {0} cannot be written as a script; export the weights",  # an export
    ],
)
def test_templates_of_each_kind_are_listed(template: str) -> None:
    assert template in {one.text for one in engine_words.templates()}


def test_the_list_is_sorted_and_holds_each_once() -> None:
    listed = json.loads((paths.assets_dir() / "translations" / "messages.json").read_text(encoding="utf-8"))
    assert listed == sorted(set(listed))
    assert len(listed) > 400


def test_choices_between_texts_are_templates_of_their_own() -> None:
    assert found("""return f"{a} takes {n} input{'s' * (n > 1)}." """) == {
        "{0} takes {1} input.",
        "{0} takes {1} inputs.",
    }
    said = """what = "all of it" if n else f"a part of {b}"\nreturn f"{a} needs {what}." """
    assert found(said) == {"{0} needs all of it.", "{0} needs a part of {1}."}


@pytest.mark.parametrize(
    "source",
    [
        '"""What it does."""',
        'return param(1, help="What it is for.")',
        'raise Unfit("it mixes samples")',
        'return f"{a}.weight"',
        'return f"{a}_{b}"',
        'assert n, "must not be"',
        'return "not found" in a',
    ],
)
def test_what_nobody_reads_is_no_template(source: str) -> None:
    assert not found(source)


# --- recognition ---------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("qapp")
def test_english_costs_nothing() -> None:
    text = "The network has no Output."
    assert told(text) is text


@pytest.mark.usefixtures("chinese")
def test_every_template_is_recognised() -> None:
    for one in engine_words.templates():
        arguments = [f"ⓧ{number}" for number in range(one.text.count("{"))]
        shown = told(one.text.format(*arguments))
        assert all(argument in shown for argument in arguments), one.text
        assert not shown.endswith("."), one.text
        assert re.search(r"[\u4e00-\u9fff]", shown), one.text


def left(text: str, names: set[str]) -> list[str]:
    """English words of a Chinese text that are no names."""
    return [word for word in LATIN.findall(text) if word not in names]


def names_of(spec: JSON) -> set[str]:
    """What a person has called nodes and blocks."""
    graphs = [*spec["networks"].values(), *spec.get("blocks", {}).values()]
    given = [name for one in graphs for part in one["nodes"] for name in (part["id"], part.get("name", ""))]
    made_up = {"Wormhole", "Vibes", "inner", "proline"}  # entries and a block that nobody has, a column of a data set
    return made_up | set(LATIN.findall(" ".join([*given, *spec.get("blocks", {})])))


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("name", CASES)
def test_what_is_wrong_with_a_network_is_said_in_chinese(name: str) -> None:
    _, spec = CASES[name]
    names = TERMS | names_of(spec) | set(Entry.registry["layer"]) | set(Entry.registry["initializer"])
    for problem in plan(from_json(spec), STORE).problems:
        for text in said_by(problem):
            assert not left(told(text), names), (text, told(text))


def said_by(problem: Diagnostic) -> list[str]:
    return [problem.message, problem.hint, problem.brief, *(fix.label for fix in problem.fixes)]


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("hidden1 has 1 input and needs 2.", "hidden1 有 1 个输入，需要 2 个。"),
        ("SGD learning rate 0.1 → 0.3", "SGD 学习率 0.1 → 0.3"),
        ("A, B: batch size 8 → 16", "A, B：批大小 8 → 16"),
        ("data: they need 9.2 GB of memory, but 2.1 GB are free.", "数据：需要 9.2 GB 内存，但只有 2.1 GB 可用。"),
        ("学习率 needs a finite number, not nan.", "学习率需要有限的数，而不是 nan。"),
        ("no file is chosen yet. Choose a CSV file.", "尚未选择文件。请选择 CSV 文件。"),
        ("Linear cannot take inputs of shape 8 and 4.", "线性层无法接受形状为 8 和 4 的输入。"),
        (
            "Add needs inputs of equal shape, but gets 8 numbers and one number and 3 × 8 × 8; use Concat, or make them"
            " equal.",
            "相加要求各输入形状相同，但得到 8 个数和一个数和 3 × 8 × 8；请改用拼接，或使它们相同。",
        ),
        ("Insert Flatten before conv1", "在 conv1 之前插入展平"),
        ("Insert Reshape to 1 × 8 before use and Flatten behind it", "在 use 之前插入变形为 1 × 8，在其后插入展平"),
        ("There is no loss called Foo.", "没有名为 Foo 的损失函数。"),
        ("Remove ReLU in all 3 layers", "移除 ReLU（全部 3 层）"),
    ],
)
def test_sentences_are_put_together_anew(text: str, shown: str) -> None:
    assert told(text) == shown


@pytest.mark.usefixtures("chinese")
def test_what_nobody_knows_stays_as_it_is() -> None:
    for text in ("", "mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)", "今天天气很好。", "x" * 100_000):
        assert told(text) == text


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("name", ["has {0} inputs", "{0}", "{", "%n %1", "a has no input. b", "Remove {1} to {x!r}"])
def test_a_persons_own_words_cannot_break_a_sentence(name: str) -> None:
    assert "没有输入" in told(f"{name} has no input.")
    broken = raw(graph([node("input", "Input"), {**node("a", "Add"), "name": name}, node("end", "Output")]))
    for problem in plan(from_json(broken), STORE).problems:
        assert all(isinstance(told(text), str) for text in said_by(problem))


@pytest.mark.usefixtures("chinese")
@given(st.text(max_size=60), st.text(max_size=20))
def test_any_text_is_told(name: str, other: str) -> None:
    for text in (name, f"{name} has {other} inputs and needs {name}.", f"{name}: {other} → {name}. {other}"):
        assert isinstance(told(text), str)


@pytest.mark.usefixtures("chinese")
def test_a_new_sentence_takes_less_than_a_millisecond() -> None:
    texts = [f"Layer {i} wants something of {i * 7} that nobody has ever heard of; who knows why?" for i in range(200)]
    told("The network has no Output.")  # reads the templates
    begun = time.process_time()
    for text in texts:
        told(text)
    assert (time.process_time() - begun) / len(texts) < 1e-3


@pytest.mark.usefixtures("chinese")
def test_a_sentence_ends_as_chinese_ones_do() -> None:
    assert words.sentence("needs a number, not x") == "需要数，而不是 x。"
    assert words.sentence("The network has no Output.") == "网络没有输出层。"
