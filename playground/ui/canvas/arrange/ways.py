"""The ways data can flow on the canvas."""

from __future__ import annotations

from typing import Literal

Way = Literal["right", "down", "rows"]
"""In one line to the right, in one line down, or to the right in rows like text where one line would be long."""
Wish = Literal["auto", "right", "down", "rows"]
"""A way that a person has chosen, or the one in which the network can be read best."""
