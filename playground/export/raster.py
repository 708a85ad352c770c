"""A small picture of our own in NumPy: anti-aliased lines and discs, text from a glyph atlas, and PNG by zlib."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from playground.paths import assets_dir

Rgb = tuple[int, int, int]
Pixels = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Face:
    """The glyphs of one size of type: coverage (characters, h, w) from 0 to 1, and advances in pixels."""

    index: dict[str, int]
    glyphs: Pixels
    advance: NDArray[np.int64]

    @property
    def height(self) -> int:
        """Height of a line."""
        return int(self.glyphs.shape[1])

    def at(self, text: str) -> list[int]:
        """Places of the characters of a text; those that are not drawn become a question mark."""
        return [self.index.get(character, self.index["?"]) for character in text]

    def width(self, text: str) -> int:
        """Width of a text in pixels."""
        return int(self.advance[self.at(text)].sum())

    def shortened(self, text: str, width: int) -> str:
        """The text, with … for the end that does not fit."""
        if self.width(text) <= width:
            return text
        while text and self.width(f"{text}…") > width:
            text = text[:-1]
        return f"{text}…"


@cache
def face(name: str) -> Face:
    """The bundled face of that name: "label" or "title"."""
    with np.load(assets_dir() / "fonts" / "glyphs.npz") as atlas:
        index = {chr(code): place for place, code in enumerate(atlas["characters"].tolist())}
        return Face(index, atlas[name] / 255.0, atlas[f"{name}_advance"].astype(np.int64))


class Raster:
    """Pixels (height, width, 3) from 0 to 255, drawn on from the top left."""

    def __init__(self, width: int, height: int, color: Rgb) -> None:
        self.pixels: Pixels = np.empty((height, width, 3))
        self.pixels[:] = color

    @property
    def width(self) -> int:
        """Pixels per row."""
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        """Rows."""
        return int(self.pixels.shape[0])

    def paste(self, left: int, top: int, image: NDArray[Any]) -> None:
        """Lay an image (h, w, 3) over the pixels."""
        self.pixels[top : top + image.shape[0], left : left + image.shape[1]] = image

    def cover(self, left: int, top: int, mask: Pixels, color: Rgb) -> None:
        """Mix in a colour by a mask (h, w) from 0 to 1; what lies outside is cut off."""
        y0, x0 = max(0, top), max(0, left)
        y1, x1 = min(self.height, top + mask.shape[0]), min(self.width, left + mask.shape[1])
        if y0 < y1 and x0 < x1:
            share = mask[y0 - top : y1 - top, x0 - left : x1 - left, None]
            area = self.pixels[y0:y1, x0:x1]
            area += share * (np.array(color) - area)

    def line(self, x: Pixels, y: Pixels, color: Rgb, width: float = 2.0, dash: float = 0.0) -> None:
        """Draw a line through points; one that is not finite leaves a gap, `dash` is the length of dashes in pixels."""
        finite = np.isfinite(x) & np.isfinite(y)
        if not finite.any():
            return
        margin = width + 2
        left, right = max(0, int(x[finite].min() - margin)), min(self.width, int(x[finite].max() + margin))
        top, bottom = max(0, int(y[finite].min() - margin)), min(self.height, int(y[finite].max() + margin))
        mask, walked = np.zeros((max(0, bottom - top), max(0, right - left))), 0.0
        for ends in zip(x[:-1] - left, y[:-1] - top, x[1:] - left, y[1:] - top, strict=True):
            if np.isfinite(ends).all():
                _segment(mask, ends, width, dash, walked)
                walked += float(np.hypot(ends[2] - ends[0], ends[3] - ends[1]))
        self.cover(left, top, mask, color)

    def disc(self, x: float, y: float, radius: float, color: Rgb) -> None:
        """Draw a filled circle."""
        left, top, size = int(x - radius) - 1, int(y - radius) - 1, int(2 * radius) + 4
        px, py = np.arange(left, left + size) + 0.5 - x, (np.arange(top, top + size) + 0.5 - y)[:, None]
        self.cover(left, top, np.clip(radius + 0.5 - np.hypot(px, py), 0, 1), color)

    def text(self, x: float, y: float, text: str, color: Rgb, kind: str = "label", align: float = 0.0) -> None:
        """Write a line whose top is y; x is its left (align 0), middle (0.5) or right (1)."""
        chosen = face(kind)
        left = round(x - align * chosen.width(text)) - 2
        for place in chosen.at(text):
            self.cover(left, round(y), chosen.glyphs[place], color)
            left += int(chosen.advance[place])

    def png(self) -> bytes:
        """The picture as PNG, eight bits per channel."""
        image = np.clip(np.rint(self.pixels), 0, 255).astype(np.uint8)
        rows = np.concatenate([np.zeros((self.height, 1), np.uint8), image.reshape(self.height, -1)], axis=1)
        head = struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)
        parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows.tobytes(), 6)), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(_part(name, data) for name, data in parts)


def _segment(mask: Pixels, ends: tuple[float, float, float, float], width: float, dash: float, walked: float) -> None:
    """Coverage is how far a pixel's middle is from the segment; pixels in the gaps of a dash get none."""
    x0, y0, x1, y1 = ends
    reach = width / 2 + 1
    left, right = max(0, int(min(x0, x1) - reach)), min(mask.shape[1], int(max(x0, x1) + reach) + 1)
    top, bottom = max(0, int(min(y0, y1) - reach)), min(mask.shape[0], int(max(y0, y1) + reach) + 1)
    if left >= right or top >= bottom:
        return
    px, py = np.arange(left, right) + 0.5 - x0, (np.arange(top, bottom) + 0.5 - y0)[:, None]
    dx, dy = x1 - x0, y1 - y0
    length = max(float(np.hypot(dx, dy)), 1e-9)
    along = np.clip((px * dx + py * dy) / length, 0, length)
    away = np.hypot(px - along * dx / length, py - along * dy / length)
    share = np.clip(width / 2 + 0.5 - away, 0, 1)
    if dash:
        share = share * ((walked + along) % (2 * dash) < dash)
    area = mask[top:bottom, left:right]
    np.maximum(area, share, out=area)


def _part(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
