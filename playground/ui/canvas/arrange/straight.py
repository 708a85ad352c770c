"""Coordinates across the layers: chains run straight, forks stand around their middle, cards keep their distance.

In each layer the places nearest to those wanted that keep order and distance are an isotonic regression, solved exactly
by pooling adjacent violators (Barlow et al., "Statistical inference under order restrictions", 1972).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from playground.ui.canvas.arrange.layers import Layers, Link

CARD_GAP, LANE_GAP, BUNDLE_GAP = 40.0, 20.0, 12.0
"""Free space between two cards, a card and a lane, two lanes."""
TURNS = 3


@dataclass(frozen=True)
class Room:
    """What an item takes above and below its anchor, and how many cards it stands for."""

    above: float
    below: float
    cards: int = 1


def straightened(made: Layers, rooms: Sequence[Room]) -> list[float]:
    """The coordinate of the anchor of every item and every step of a lane."""
    return _Straight(made, rooms).solve()


class _Straight:
    def __init__(self, made: Layers, rooms: Sequence[Room]) -> None:
        self._made = made
        lane = Room(0.0, 0.0, 0)
        self._rooms = [*rooms, *(lane for _ in range(len(made.layer) - made.count))]
        self._next: list[Link | None] = [None] * len(made.layer)
        self._previous: list[Link | None] = [None] * len(made.layer)
        self._align()
        self._weights = self._weigh()
        self._offsets = [self._stack(row) for row in made.rows]
        self._at = [0.0] * len(made.layer)

    # --- which neighbours stand on one line ------------------------------------------------------------------------

    def _align(self) -> None:
        ahead = self._lengths(forward=True)
        behind = self._lengths(forward=False)
        for item in range(len(self._made.layer)):
            link = self._main(self._made.after[item], ahead, forward=True)
            if link is not None and self._main(self._made.before[link.target], behind, forward=False) is link:
                self._next[item], self._previous[link.target] = link, link

    def _main(self, links: Sequence[Link], lengths: Sequence[int], forward: bool) -> Link | None:
        """The one link that goes straight on: to the only card, or to the longest branch if there is one."""
        if not links:
            return None
        ends = [(link, link.target if forward else link.source) for link in links]
        cards = [(lengths[end], link) for link, end in ends if not self._made.is_lane(end)]
        if not cards:
            return links[0] if len(links) == 1 else None
        if len(cards) == 1:
            return cards[0][1]
        cards.sort(key=lambda one: -one[0])
        return cards[0][1] if cards[0][0] > cards[1][0] else None

    def _lengths(self, forward: bool) -> list[int]:
        """How many cards the branch has that begins with each item, until it forks or meets another."""
        near = self._made.after if forward else self._made.before
        back = self._made.before if forward else self._made.after
        found = [0] * len(self._made.layer)
        for row in reversed(self._made.rows) if forward else self._made.rows:
            for item in row:
                found[item] = 0 if self._made.is_lane(item) else self._rooms[item].cards
                if len(near[item]) == 1:
                    link = near[item][0]
                    other = link.target if forward else link.source
                    if len(back[other]) == 1:
                        found[item] += found[other]
        return found

    def _weigh(self) -> list[float]:
        """Long chains of cards stay where they are, and lanes go around them."""
        weights = [1.0] * len(self._made.layer)
        for item in (i for row in self._made.rows for i in row):
            if self._previous[item] is None:
                chain, link = [item], self._next[item]
                while link is not None:
                    chain.append(link.target)
                    link = self._next[link.target]
                cards = sum(self._rooms[i].cards for i in chain)
                for one in chain:
                    weights[one] = 1.0 if self._made.is_lane(one) else max(1e3 * min(cards, 60) ** 3, 1.0)
        return weights

    # --- places ----------------------------------------------------------------------------------------------------

    def solve(self) -> list[float]:
        for row in self._made.rows:
            self._put(row, [0.0] * len(row))
        for _ in range(TURNS):
            self._turn(forward=True, settle=False)
            self._turn(forward=False, settle=False)
        self._turn(forward=True, settle=False)
        for _ in range(2):
            self._turn(forward=False, settle=True)
            self._turn(forward=True, settle=True)
        return self._at

    def _turn(self, forward: bool, settle: bool) -> None:
        """Give each layer its places by the layer before; to settle, only straight lines pull."""
        rows = range(len(self._made.rows)) if forward else range(len(self._made.rows) - 1, -1, -1)
        for number in rows:
            row = self._made.rows[number]
            self._put_at(number, row, [self._wanted(item, forward, settle) for item in row])

    def _wanted(self, item: int, forward: bool, settle: bool) -> float:
        straight = self._previous[item] if forward else self._next[item]
        if straight is not None:
            return self._from(straight, forward)
        near = self._made.before[item] if forward else self._made.after[item]
        if settle or not near:
            return self._at[item]
        cards = [k for k in near if not self._made.is_lane(k.source if forward else k.target)] or near
        wanted = sorted(self._from(link, forward) for link in cards)
        return (wanted[0] + wanted[-1]) / 2

    def _from(self, link: Link, forward: bool) -> float:
        if forward:
            return self._at[link.source] + link.source_offset - link.target_offset
        return self._at[link.target] + link.target_offset - link.source_offset

    def _put(self, row: Sequence[int], wanted: Sequence[float]) -> None:
        self._put_at(self._made.layer[row[0]] if row else 0, row, wanted)

    def _put_at(self, number: int, row: Sequence[int], wanted: Sequence[float]) -> None:
        if len(row) == 1:
            self._at[row[0]] = wanted[0]
            return
        offsets = self._offsets[number]
        pools: list[tuple[float, float, int]] = []  # mean, weight, members
        for item, want, offset in zip(row, wanted, offsets, strict=True):
            mean, weight, count = want - offset, self._weights[item], 1
            while pools and pools[-1][0] > mean:
                other, heavy, more = pools.pop()
                mean = (mean * weight + other * heavy) / (weight + heavy)
                weight, count = weight + heavy, count + more
            pools.append((mean, weight, count))
        place = 0
        for mean, _, count in pools:
            for _ in range(count):
                self._at[row[place]] = mean + offsets[place]
                place += 1

    def _stack(self, row: Sequence[int]) -> list[float]:
        """Distances of a layer's anchors from its first when all stand as close as they may."""
        offsets = [0.0] * len(row)
        for place in range(1, len(row)):
            a, b = row[place - 1], row[place]
            lanes = self._made.is_lane(a) + self._made.is_lane(b)
            gap = (CARD_GAP, LANE_GAP, BUNDLE_GAP)[lanes]
            offsets[place] = offsets[place - 1] + self._rooms[a].below + gap + self._rooms[b].above
        return offsets
