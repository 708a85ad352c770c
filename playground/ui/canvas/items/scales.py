"""Scales of the view below which items say less: what could not be read is not drawn."""

from __future__ import annotations

SMALL = 0.66
"""Below this scale cards say less, in larger letters."""
FAR = 0.42
"""Below this scale cards show no maps and edges no strands."""
BLOCKS = 0.25
"""Below this scale no title could be read."""
