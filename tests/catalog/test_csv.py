"""Tables of people's own: every fault is one sentence, and every guess can be corrected."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from playground.catalog.data.csv_table import MAX_BYTES
from playground.catalog.data.files import CsvFile, csv_names, csv_samples, inspect
from playground.spec.entry import make
from playground.spec.errors import DataError, ParamError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "table.csv"


def numbered(rows: int, *columns: str, delimiter: str = ",") -> str:
    """Rows of `i, i/2, i % 2` and more under a header."""
    head = delimiter.join(("a", "b", "kind", *columns))
    return "\n".join([head, *(delimiter.join((str(i), str(i / 2), ("no", "yes")[i % 2])) for i in range(rows))])


def samples(path: Path, **fields: Any) -> tuple[np.ndarray, np.ndarray]:
    return csv_samples(**CsvFile(path=str(path), **fields).args())


def names(path: Path, **fields: Any) -> tuple[list[str], list[str]]:
    return csv_names(**CsvFile(path=str(path), **fields).args())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\n \r\n\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"a\n1\n2\n", "one column only"),
        (b"a,b\n1,2\n1,2,3\n4,5\n", "line 3 has 3 columns, but line 1 has 2"),
        (b"a,b,c\n1,2,3\n\n\n1,2\n", "line 5 has 2 columns, but line 1 has 3"),
        (b"a,b\n", "0 rows of data"),
        (b"a,b\n1,2\n", "1 row of data"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR,\0\0\1", "no text"),
        (b"a,b\n\xff\xff\xff,1\n", "no text"),
        (b"name,word\n" + b"".join(b"n%d,w%d\n" % (i, i % 9) for i in range(99)), "no column can be an input"),
        (b"a,b\n1,x\n2,x\n3,x\n", "only 1 of the 2 classes"),
        (b"a,t\n" + b"".join(b"%d,w%d\n" % (i, i) for i in range(1001)), "1001 classes; at most 1000"),
        (b'a,b\n1,"2\n' + b"3,4\n" * 60_000, "cannot be read: field larger"),
    ],
)
def test_a_bad_file_gets_one_sentence(file: Path, content: bytes, said: str) -> None:
    file.write_bytes(content)
    with pytest.raises(DataError) as caught:
        inspect(str(file))
    assert said in caught.value.message
    assert "\n" not in caught.value.message
    with pytest.raises(DataError):
        samples(file)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for path, said in (
        (str(tmp_path / "gone.csv"), "there is no file"),
        (str(tmp_path), "cannot be read"),
        ("", "chosen"),
    ):
        with pytest.raises(DataError, match=said):
            inspect(path)


def test_a_path_no_system_takes() -> None:
    with pytest.raises(DataError):
        inspect("a\0b")


def test_a_file_that_is_too_large(file: Path) -> None:
    with file.open("wb") as sparse:
        sparse.truncate(200_000_000)
    with pytest.raises(DataError, match=r"200 MB; at most 64 MB") as caught:
        inspect(str(file))
    assert MAX_BYTES == 64_000_000
    assert caught.value.hint


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_finds_the_delimiter(file: Path, delimiter: str) -> None:
    file.write_text(numbered(20, delimiter=delimiter))
    found = inspect(str(file))
    assert found["entry"]["delimiter"] == delimiter
    assert [column["name"] for column in found["columns"]] == ["a", "b", "kind"]


@pytest.mark.parametrize(
    ("encoding", "named"), [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16"), ("gb18030", "gb18030")]
)
def test_finds_the_encoding(file: Path, encoding: str, named: str) -> None:
    file.write_bytes("身高,类别\n1.5,猫\n2.5,狗\n3.5,猫\n".encode(encoding))
    found = inspect(str(file))
    assert found["entry"]["encoding"] == named
    assert names(file) == (["身高"], ["狗", "猫"])
    made = make("data", found["entry"])
    inputs, targets = csv_samples(**made.args())
    np.testing.assert_allclose(inputs[:, 0], [1.5, 2.5, 3.5])
    assert targets.tolist() == [1, 0, 1]


def test_the_encoding_can_be_set(file: Path) -> None:
    file.write_bytes("größe,art\n1,ä\n2,ö\n".encode("latin-1"))
    assert names(file, encoding="latin-1") == (["größe"], ["ä", "ö"])


@pytest.mark.parametrize(
    ("first", "header"),
    [("a,b,kind", "yes"), ("0,0.5,yes", "no"), (",b,kind", "yes"), ("a,b,1990", "no")],
)
def test_finds_the_header(file: Path, first: str, header: str) -> None:
    file.write_text(first + numbered(20)[len("a,b,kind") :])
    assert inspect(str(file))["entry"]["header"] == header


def test_a_table_of_texts_has_a_header_when_the_first_line_is_unlike_the_others(file: Path) -> None:
    file.write_text("colour,taste\nred,sweet\ngreen,sour\nred,sour\n")
    assert inspect(str(file))["entry"]["header"] == "yes"
    file.write_text("red,sweet\ngreen,sour\nred,sour\n")
    assert inspect(str(file))["entry"]["header"] == "no"


def test_without_header_columns_are_numbered_and_the_first_line_counts(file: Path) -> None:
    file.write_text("1,2,0\n2,3,1\n4,5,0\n3,3,1\n")
    assert samples(file)[0].shape == (4, 2)
    assert names(file)[0] == ["column 1", "column 2"]
    assert samples(file, header="yes")[0].shape == (3, 2)


def test_equal_names_are_told_apart(file: Path) -> None:
    file.write_text("x,x,x\n1,2,a\n3,4,b\n")
    assert names(file)[0] == ["x", "x (2)"]


def test_mixed_columns(file: Path) -> None:
    rows = [f"{'abc' if i == 7 else i},{'?' if i == 3 else i * 2},{'ab'[i % 2]},{i % 2}" for i in range(20)]
    file.write_text("\n".join(["x,gap,letter,y", *rows]))
    found = inspect(str(file))
    assert [column["type"] for column in found["columns"]] == ["number", "number", "class", "number"]
    assert found["columns"][1]["missing"] == 1
    assert any('"x"' in note and '"abc" in line 9' in note for note in found["notes"])
    inputs, targets = samples(file)
    assert names(file) == (["x", "gap", "letter=a", "letter=b"], ["0", "1"])
    assert inputs[7, 0] == pytest.approx(np.mean([i for i in range(20) if i != 7]))
    assert inputs[3, 1] == pytest.approx(np.mean([2 * i for i in range(20) if i != 3]))
    np.testing.assert_array_equal(inputs[:, 2:], [[1, 0], [0, 1]] * 10)
    assert targets.tolist() == [0, 1] * 10


def test_a_column_of_mostly_texts_is_no_column_of_numbers(file: Path) -> None:
    file.write_text("x,y\n1,a\ntwo,b\n3,a\nfour,b\n")
    assert inspect(str(file))["columns"][0]["type"] == "class"
    with pytest.raises(DataError, match='line 3 has "two"'):
        samples(file, target_column="x", target_type="number")


def test_numbers_that_python_would_take_but_people_do_not_mean(file: Path) -> None:
    file.write_text("x,y\n" + "1_0,a\ninf,b\n" * 5)
    assert inspect(str(file))["columns"][0]["type"] == "class"


def test_decimal_commas_between_semicolons(file: Path) -> None:
    file.write_text("x;y\n1,5;a\n2,5;b\n-1e3;a\n")
    np.testing.assert_allclose(samples(file)[0][:, 0], [1.5, 2.5, -1000])


def test_a_target_of_numbers(file: Path) -> None:
    file.write_text("x,price\n" + "\n".join(f"{i},{1000.5 + i * 10}" for i in range(30)))
    entry = inspect(str(file))["entry"]
    assert (entry["target_column"], entry["target_type"]) == ("price", "number")
    made = make("data", entry)
    assert made.task == "regression"  # type: ignore[attr-defined]  # make gives a plain entry
    scaled = csv_samples(**made.args())[1]
    assert scaled.dtype == np.float32
    assert (scaled.mean(), scaled.std()) == (pytest.approx(0, abs=1e-5), pytest.approx(1, abs=1e-5))
    assert samples(file, target_type="number", scale_target=False)[1][0] == 1000.5


def test_a_person_can_correct_the_target(file: Path) -> None:
    file.write_text(numbered(20))
    inputs, targets = samples(file, target_column="a", target_type="number", scale_target=False)
    assert names(file, target_column="a", target_type="number") == (["b", "kind=no", "kind=yes"], [])
    np.testing.assert_allclose(targets, np.arange(20))
    assert inputs.shape == (20, 3)
    with pytest.raises(DataError, match='no column "c"; it has a, b, kind'):
        samples(file, target_column="c")


def test_a_target_known_by_its_name(file: Path) -> None:
    file.write_text("species,size\n" + "cat,1.5\ndog,2.5\n" * 5)
    assert inspect(str(file))["entry"]["target_column"] == "species"


def test_rows_without_a_target_are_left_out(file: Path) -> None:
    file.write_text("x,y\n1,a\n2,\n3,b\n4,NA\n")
    inputs, targets = samples(file)
    assert inputs[:, 0].tolist() == [1, 3]
    assert targets.tolist() == [0, 1]
    assert any("2 rows without a target" in note for note in inspect(str(file))["notes"])


def test_columns_can_be_left_out(file: Path) -> None:
    file.write_text(numbered(20))
    assert names(file, ignore="a")[0] == ["b"]
    with pytest.raises(DataError, match='no column "nope"'):
        samples(file, ignore="nope")


def test_a_column_that_only_counts_rows_is_left_out_at_first(file: Path) -> None:
    file.write_text("id,x,y\n" + "\n".join(f"{i},{i * i},{'ab'[i % 2]}" for i in range(20)))
    entry = inspect(str(file))["entry"]
    assert entry["ignore"] == "id"
    assert samples(file, **{k: v for k, v in entry.items() if k not in ("entry", "path")})[0].shape == (20, 1)


def test_empty_columns_and_long_lists_are_left_out(file: Path) -> None:
    file.write_text("name,none,x,y\n" + "\n".join(f"n{i},,{i},{'ab'[i % 2]}" for i in range(99)))
    assert names(file)[0] == ["x"]
    assert any("name, none" in note for note in inspect(str(file))["notes"])


def test_quotes_and_line_ends(file: Path) -> None:
    file.write_bytes(b'"a, first",b\r\n"1", x\r\n"2","y ""z"""\r\n3,x\r\n')
    assert names(file) == (["a, first"], ["x", 'y "z"'])


def test_shows_a_preview(file: Path) -> None:
    file.write_text(numbered(20))
    found = inspect(str(file))
    assert found["rows"] == 20
    assert found["preview"][1] == ["1", "0.5", "yes"]
    assert len(found["preview"]) == 8
    assert found["columns"][2] == {
        "name": "kind",
        "type": "class",
        "distinct": 2,
        "missing": 0,
        "examples": ["no", "yes"],
    }


@pytest.mark.parametrize("delimiter", ["", ",,", '"', "\n"])
def test_a_delimiter_is_one_character(delimiter: str) -> None:
    with pytest.raises(ParamError):
        CsvFile(delimiter=delimiter)


def test_whatever_the_bytes_are_the_answer_is_a_sentence(file: Path) -> None:
    rng = np.random.default_rng(0)
    good = numbered(12).encode()
    for _ in range(300):
        raw = bytearray(good)
        for at in rng.integers(0, len(raw), rng.integers(1, 12)):
            raw[at] = rng.integers(0, 256)
        file.write_bytes(bytes(raw[: rng.integers(1, len(raw))]))
        try:
            found = inspect(str(file))
        except DataError:
            continue
        inputs, targets = csv_samples(**make("data", found["entry"]).args())
        assert np.isfinite(inputs).all()
        assert len(inputs) == len(targets)
