"""The blocks that come with the program: JSON files in assets/blocks, read when they are first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec

from playground import paths
from playground.spec.blocks import Block
from playground.spec.definitions import LIBRARY
from playground.spec.parse import block_from_json


@cache
def library() -> Mapping[str, Block]:
    """The blocks by their name behind "library.", in the order of their files' names."""
    folder = paths.assets_dir() / "blocks"
    return {
        f"{LIBRARY}{_name(file.stem)}": block_from_json(msgspec.json.decode(file.read_bytes()))
        for file in sorted(folder.glob("*.json"))
    }


def _name(stem: str) -> str:
    """The name of a block: that of its file without the number that sorts it."""
    return stem.partition("_")[2] if stem[:1].isdecimal() else stem
