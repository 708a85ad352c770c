"""The shape of a layered drawing before any coordinate: which layer an item stands in, and in what order.

Layers by longest path; items in a layer by barycentres and swaps of neighbours (Sugiyama et al., "Methods for visual
understanding of hierarchical system structures", 1981). An edge that passes layers is a lane of its own, one for all
long edges that leave the same item, so that they run as one bundle.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, field

SWEEPS = 10
SWAPS = 700
"""Up to so many items and lanes, neighbours are also tried the other way around."""
LANES = 4_000
"""Lanes stop at so many steps and three per item: what is denser cannot be followed by eye anyway."""


@dataclass(frozen=True)
class Link:
    """An edge between items, by number.

    Ranks say how high on the side of an item it is held (−0.5 … 0.5), offsets how many pixels from the item's anchor.
    """

    source: int
    target: int
    source_rank: float = 0.0
    target_rank: float = 0.0
    source_offset: float = 0.0
    target_offset: float = 0.0


@dataclass
class Layers:
    """Items 0 … `count` − 1 and the steps of lanes behind them, by layer in order, with their hops to the next layer.

    `lanes` gives the steps that a link passes; a link that is neither there nor a hop could not be given a lane.
    """

    count: int
    rows: list[list[int]] = field(default_factory=list)
    layer: list[int] = field(default_factory=list)
    after: list[list[Link]] = field(default_factory=list)
    before: list[list[Link]] = field(default_factory=list)
    lanes: dict[Link, tuple[int, ...]] = field(default_factory=dict)

    def is_lane(self, item: int) -> bool:
        """Whether a number stands for a step of a lane."""
        return item >= self.count


def layered(count: int, links: Sequence[Link], ends: Sequence[int] = ()) -> Layers:
    """Give items 0 … `count` − 1 their layers and order. `ends` are −1 for the first layer, 1 for the last, else 0."""
    links = _forward(count, links)
    made = Layers(count, layer=_layer(count, links, ends))
    made.after, made.before = [[] for _ in range(count)], [[] for _ in range(count)]
    _wire(made, links)
    _first_order(made)
    _improve(made)
    return made


def _forward(count: int, links: Sequence[Link]) -> list[Link]:
    """Links without those that close a circle; groups of a graph without circles can have some."""
    after: list[list[Link]] = [[] for _ in range(count)]
    for link in links:
        after[link.source].append(link)
    state, back = [0] * count, set()
    for start in range(count):
        if state[start]:
            continue
        state[start] = 1
        stack = [(start, iter(after[start]))]
        while stack:
            here, rest = stack[-1]
            following = next(rest, None)
            if following is None:
                state[here] = 2
                stack.pop()
            elif state[following.target] == 1:
                back.add(following)
            elif not state[following.target]:
                state[following.target] = 1
                stack.append((following.target, iter(after[following.target])))
    return [link for link in links if link not in back]


def _layer(count: int, links: Sequence[Link], ends: Sequence[int]) -> list[int]:
    after: list[list[int]] = [[] for _ in range(count)]
    waiting = [0] * count
    for link in links:
        after[link.source].append(link.target)
        waiting[link.target] += 1
    fed = [bool(n) for n in waiting]
    layer, ready = [0] * count, [i for i in range(count) if not waiting[i]]
    for here in ready:
        for target in after[here]:
            layer[target] = max(layer[target], layer[here] + 1)
            waiting[target] -= 1
            if not waiting[target]:
                ready.append(target)
    for here in reversed(ready):  # what nothing flows into stands just before what it feeds
        if not fed[here] and after[here]:
            layer[here] = min(layer[t] for t in after[here]) - 1
    return _at_ends(layer, ends)


def _at_ends(layer: list[int], ends: Sequence[int]) -> list[int]:
    if any(ends):
        inner = [at for at, end in zip(layer, ends, strict=True) if not end] or [0]
        first, last = min(inner) - 1, max(inner) + 1
        layer = [at if not end else (first if end < 0 else last) for at, end in zip(layer, ends, strict=True)]
    lowest = min(layer, default=0)
    return [at - lowest for at in layer]


def _wire(made: Layers, links: Sequence[Link]) -> None:
    """Hops between neighbouring layers; long links of one source share the steps of a lane."""
    by_source: dict[int, list[Link]] = {}
    for link in links:
        if made.layer[link.target] - made.layer[link.source] == 1:
            made.after[link.source].append(link)
            made.before[link.target].append(link)
        else:
            by_source.setdefault(link.source, []).append(link)
    room = LANES + 3 * made.count
    reach = {s: max(made.layer[k.target] for k in ks) - made.layer[s] for s, ks in by_source.items()}
    for source in sorted(by_source, key=lambda s: (reach[s], s)):
        room -= reach[source]
        if room < 0:
            break
        _lane(made, source, sorted(by_source[source], key=lambda k: made.layer[k.target]))


def _lane(made: Layers, source: int, links: Sequence[Link]) -> None:
    steps: list[int] = []
    here = source
    for link in links:
        while made.layer[here] < made.layer[link.target] - 1:
            step = len(made.layer)
            made.layer.append(made.layer[here] + 1)
            made.after.append([])
            made.before.append([])
            first = here == source
            rank, offset = (link.source_rank, link.source_offset) if first else (0.0, 0.0)
            _hop(made, Link(here, step, rank, 0.0, offset))
            steps.append(step)
            here = step
        _hop(made, Link(here, link.target, 0.0, link.target_rank, 0.0, link.target_offset))
        made.lanes[link] = tuple(steps)


def _hop(made: Layers, link: Link) -> None:
    made.after[link.source].append(link)
    made.before[link.target].append(link)


def _first_order(made: Layers) -> None:
    """Order of a walk that goes as deep as it can: what hangs together stands together."""
    made.rows = [[] for _ in range(max(made.layer, default=-1) + 1)]
    seen = [False] * len(made.layer)
    starts = sorted(range(len(made.layer)), key=lambda i: (made.layer[i], i))
    for start in starts:
        stack = [start]
        while stack:
            here = stack.pop()
            if not seen[here]:
                seen[here] = True
                made.rows[made.layer[here]].append(here)
                stack.extend(link.target for link in reversed(made.after[here]))


def _improve(made: Layers) -> None:
    """Sweep until nothing crosses or nothing gets better; the best order found stays."""
    best, fewest = [list(row) for row in made.rows], crossings(made)
    swap = len(made.layer) <= SWAPS
    for sweep in range(SWEEPS):
        if not fewest:
            break
        _sweep(made, forward=sweep % 2 == 0)
        if swap:
            _swap(made)
        found = crossings(made)
        if found < fewest:
            best, fewest = [list(row) for row in made.rows], found
    made.rows = best


def _sweep(made: Layers, forward: bool) -> None:
    """Sort each layer by the mean place of its neighbours in the layer before (or behind)."""
    at = [0.0] * len(made.layer)
    for row in made.rows if forward else reversed(made.rows):
        keys = {item: float(place) for place, item in enumerate(row)}
        for item in row:
            near = made.before[item] if forward else made.after[item]
            if near and forward:
                keys[item] = sum(at[k.source] + k.source_rank for k in near) / len(near)
            elif near:
                keys[item] = sum(at[k.target] + k.target_rank for k in near) / len(near)
        row.sort(key=keys.__getitem__)
        for place, item in enumerate(row):
            at[item] = float(place)


def _swap(made: Layers) -> None:
    """Exchange neighbours as long as that takes crossings away."""
    at = {item: float(place) for row in made.rows for place, item in enumerate(row)}
    for row in made.rows:
        better = True
        while better:
            better = False
            for place in range(len(row) - 1):
                a, b = row[place], row[place + 1]
                if _between(made, at, a, b) > _between(made, at, b, a):
                    row[place], row[place + 1] = b, a
                    at[a], at[b] = at[b], at[a]
                    better = True


def _between(made: Layers, at: dict[int, float], upper: int, lower: int) -> int:
    """How many lines of two neighbours cross when `upper` stands above `lower`."""
    count = 0
    for sides, end in ((made.before, 0), (made.after, 1)):
        high, low = sides[upper], sides[lower]
        if high and low:
            ys = [at[k.target] + k.target_rank if end else at[k.source] + k.source_rank for k in low]
            for link in high:
                y = at[link.target] + link.target_rank if end else at[link.source] + link.source_rank
                count += sum(y > other for other in ys)
    return count


def crossings(made: Layers) -> int:
    """How many pairs of hops cross."""
    at = {item: float(place) for row in made.rows for place, item in enumerate(row)}
    total = 0
    for row in made.rows:
        hops = [
            (at[item] + k.source_rank, at[k.target] + k.target_rank)
            for item in row
            if len(row) > 1 or len(made.after[item]) > 1
            for k in made.after[item]
        ]
        hops.sort()
        passed: list[float] = []
        start = -1.0
        waiting: list[float] = []
        for source, target in hops:
            if source != start:  # lines from one port do not cross
                for one in waiting:
                    insort(passed, one)
                start, waiting = source, []
            total += len(passed) - _up_to(passed, target)
            waiting.append(target)
    return total


def _up_to(passed: Sequence[float], value: float) -> int:
    return bisect_left(passed, value + 1e-9)
