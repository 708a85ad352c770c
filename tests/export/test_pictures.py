"""Pictures drawn without Qt, read back with Qt."""

from __future__ import annotations

import math

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from playground.export.pictures import HIGH, LOW, VARIANTS, Plane, boundaries, curves, thinned
from playground.export.raster import Raster, face
from playground.spec.record import Record


def pixels(png: bytes) -> NDArray[np.uint8]:
    """The picture as (h, w, 3)."""
    image = QImage.fromData(png, "PNG").convertToFormat(QImage.Format.Format_RGB888)
    assert not image.isNull()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


def count(picture: NDArray[np.uint8], color: tuple[int, ...]) -> int:
    return int((picture == color).all(axis=2).sum())


def record(values: dict[str, list[float]]) -> Record:
    found = Record()
    for variant, losses in values.items():
        for name in ("train_loss", "validation_loss"):
            found.add(variant, name, range(len(losses)), losses)
    return found


# --- raster --------------------------------------------------------------------------------------------------------


def test_a_png_has_the_pixels_that_were_drawn() -> None:
    raster = Raster(7, 5, (10, 20, 30))
    raster.paste(2, 1, np.full((2, 3, 3), 200.0))
    expected = np.full((5, 7, 3), (10, 20, 30), np.uint8)
    expected[1:3, 2:5] = 200
    assert (pixels(raster.png()) == expected).all()


def test_a_line_covers_its_width_and_no_more() -> None:
    raster = Raster(40, 20, (255, 255, 255))
    raster.line(np.array([5.0, 35.0]), np.array([10.0, 10.0]), (0, 0, 0), 4)
    middle = raster.pixels[:, 20, 0]
    assert (middle[8:12] == 0).all()
    assert (middle[:7] == 255).all()
    assert (middle[13:] == 255).all()
    assert raster.pixels[10, 1, 0] == 255


def test_a_dashed_line_has_gaps_of_the_dash() -> None:
    raster = Raster(120, 9, (255, 255, 255))
    raster.line(np.array([0.0, 120.0]), np.array([4.5, 4.5]), (0, 0, 0), 3, dash=10)
    dark = raster.pixels[4, :, 0] < 128
    assert dark[:9].all()
    assert not dark[11:19].any()
    assert dark[21:29].all()


def test_what_lies_outside_is_cut_off() -> None:
    raster = Raster(20, 20, (255, 255, 255))
    raster.disc(-3, -3, 6, (0, 0, 0))
    raster.disc(100, 100, 6, (0, 0, 0))
    raster.text(-400, 5, "far away", (0, 0, 0))
    raster.line(np.array([-50.0, 70.0]), np.array([-90.0, 90.0]), (0, 0, 0))
    assert raster.pixels[0, 0, 0] == 0
    assert raster.pixels[19, 0, 0] == 255


@pytest.mark.parametrize("kind", ["label", "title"])
def test_text_is_as_wide_as_the_face_says(kind: str) -> None:
    raster = Raster(300, 60, (255, 255, 255))
    raster.text(290, 10, "Loss 0.25 − Hg", (0, 0, 0), kind, align=1)
    inked = np.flatnonzero((raster.pixels[:, :, 0] < 128).any(axis=0))
    width = face(kind).width("Loss 0.25 − Hg")
    assert abs(inked[-1] - 290) <= 3
    assert abs(inked[-1] - inked[0] - width) <= 5


def test_digits_are_of_one_width() -> None:
    assert len({face("label").width(digit) for digit in "0123456789"}) == 1


def test_a_character_that_is_not_drawn_becomes_a_question_mark() -> None:
    assert face("label").at("a中b") == face("label").at("a?b")


def test_a_long_text_is_shortened() -> None:
    short = face("label").shortened("a very long name of a variant", 80)
    assert short.endswith("…")
    assert face("label").width(short) <= 80
    assert face("label").shortened("brief", 80) == "brief"


# --- curves --------------------------------------------------------------------------------------------------------


def test_each_variant_has_its_colour() -> None:
    picture = pixels(curves(record({"a": [1.0, 0.6, 0.5], "b": [1.0, 0.9, 0.8]}), "Two"))
    assert picture.shape == (800, 1280, 3)
    assert count(picture, VARIANTS[0]) > 1000
    assert count(picture, VARIANTS[1]) > 1000
    assert count(picture, VARIANTS[2]) == 0


def test_a_lower_loss_is_drawn_lower() -> None:
    picture = pixels(curves(record({"a": [0.9, 0.9], "b": [0.2, 0.2]}), "Two"))[112:720]
    rows = [np.flatnonzero((picture == VARIANTS[i]).all(axis=2).any(axis=1)).mean() for i in (0, 1)]
    assert rows[0] < rows[1]


@pytest.mark.parametrize(
    "losses",
    [
        [],
        [0.5],
        [0.0, 0.0],
        [1e-12, 1e9, 3.0],
        [-3.0, 2.0],
        [1.0, math.nan, math.inf, 0.5, 0.4],
        [math.nan, math.nan],
        [5.0] * 3,
    ],
)
def test_any_curve_can_be_drawn(losses: list[float]) -> None:
    assert pixels(curves(record({"a": losses}), "Odd")).shape == (800, 1280, 3)


def test_the_same_record_gives_the_same_bytes() -> None:
    values = {"a": [1.0, 0.5, 0.25]}
    assert curves(record(values), "Same") == curves(record(values), "Same")


def test_a_long_curve_keeps_its_peaks() -> None:
    y = np.sin(np.arange(100_000) / 50)
    y[31_415], y[27_182], y[10] = 9.0, -9.0, math.nan
    x, kept = thinned(np.arange(100_000.0), y, 1000)
    assert len(x) <= 1000
    assert (np.diff(x) > 0).all()
    assert np.nanmax(kept) == 9
    assert np.nanmin(kept) == -9


# --- boundaries ----------------------------------------------------------------------------------------------------


def plane(values: NDArray[np.generic], name: str = "model", targets: NDArray[np.generic] | None = None) -> Plane:
    points = np.array([[-3.0, 3.0], [3.0, -3.0]])
    return Plane(name, values, 6.0, points, np.array([0, 1]) if targets is None else targets)


def test_the_upper_left_is_where_the_first_row_begins() -> None:
    values = np.full((10, 10), 1.0, np.float32)
    values[:5, :5] = -1
    picture = pixels(boundaries([plane(values)], "Corner"))
    field = picture[-512:-32, 32:512]
    orange, blue = field[20, 20].astype(int), field[-20, -20].astype(int)
    assert orange[0] > orange[2]
    assert blue[2] > blue[0]
    assert (field[120, 120] == LOW).all()  # the sample at (-3, 3), of class 0
    assert (field[360, 360] == HIGH).all()  # the sample at (3, -3), of class 1


def test_more_classes_have_colours_of_their_own() -> None:
    shares = np.zeros((4, 4, 3), np.uint8)
    shares[:, 0, 0] = shares[:, 1, 1] = shares[:, 2:, 2] = 255
    field = pixels(boundaries([plane(shares, targets=np.array([0, 2]))], "Three"))[-512:-32, 32:512]
    assert len({tuple(field[400, x]) for x in (40, 180, 440)}) == 3
    assert (field[120, 120] == VARIANTS[0]).all()
    assert (field[360, 360] == VARIANTS[2]).all()


def test_variants_stand_beside_each_other() -> None:
    values = np.zeros((8, 8), np.float32)
    widths = [pixels(boundaries([plane(values, str(i)) for i in range(n)], "Many")).shape[:2] for n in (1, 3, 4)]
    assert widths[1][1] > 2.5 * widths[0][1]
    assert widths[2][1] == widths[1][1]
    assert widths[2][0] > 1.7 * widths[1][0]
