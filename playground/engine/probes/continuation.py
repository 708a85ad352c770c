"""A text that the network goes on writing, one symbol at a time."""

from __future__ import annotations

import numpy as np
import torch

from playground.engine.probes.grid import watched
from playground.engine.probes.looked import looked_at
from playground.engine.run import Run

Arrays = dict[str, np.ndarray]
SIGNS = {"\n": "¶", " ": "␣"}
"""How data show characters that cannot be seen."""
FIRST = 8
"""Symbols of a validation sample that stand in for an empty prompt."""


def continuation(
    run: Run,
    prompt: str,
    length: int,
    temperature: float,
    draw: int,
    guesses: int,
    sample: int = 0,
    network: str = "",
) -> Arrays:
    """What the network writes behind a prompt; empty where its answers are not the symbols of its samples.

    "prompt": symbols (P,); "made": symbols (length,), each drawn from softmax(outputs / temperature), the likeliest at
    temperature 0, and "share": what the network gave each of them; "next" and "next.share": the best guesses for the
    symbol right after the prompt; "lost": how many letters of the prompt the data do not know.
    """
    samples = run.dataset.samples
    symbols = tuple(samples.info.class_names)
    asked = getattr(run.experiment.objective, "task", "") and not samples.info.heads
    if not asked or not symbols or symbols != samples.entry.symbols or len(samples.info.input_shape) != 1:
        return {}
    begun, lost = numbers(prompt, symbols)
    seen = samples.inputs[1]
    begun = begun or [int(number) for number in seen[min(sample, len(seen) - 1)][:FIRST]]
    random = np.random.default_rng(draw)
    written, shares = list(begun), []
    with watched(looked_at(run, network)):
        first = chances = _chances(run, network, written)
        for _ in range(length):
            written.append(_drawn(chances, temperature, random))
            shares.append(chances[written[-1]])
            chances = _chances(run, network, written)
    best = np.argsort(-first, kind="stable")[:guesses]
    return {
        "prompt": np.array(begun, dtype=np.int64),
        "made": np.array(written[len(begun) :], dtype=np.int64),
        "share": np.array(shares, dtype=np.float32),
        "next": best.astype(np.int64),
        "next.share": first[best].astype(np.float32),
        "lost": np.array(lost),
    }


def numbers(text: str, symbols: tuple[str, ...]) -> tuple[list[int], int]:
    """The symbols of a text: characters where all symbols are single ones, else words; and how many are not known."""
    known = {symbol: number for number, symbol in enumerate(symbols)}
    by_letter = all(len(symbol) == 1 for symbol in symbols)
    units = [SIGNS.get(letter, letter) for letter in text] if by_letter else text.split()
    found = [known.get(unit, known.get(unit.lower(), -1)) for unit in units]
    return [number for number in found if number >= 0], found.count(-1)


def _chances(run: Run, network: str, written: list[int]) -> np.ndarray:
    """The share (K,) of each symbol to come next, from the last window of what is written."""
    info = run.dataset.samples.info
    window = info.input_shape[0]
    seen = written[-window:]
    blank = [_blank(info.class_names)] * (window - len(seen))
    steps = [*seen, *blank] if info.places else [*blank, *seen]  # no step sees those behind it
    outputs = looked_at(run, network)(torch.tensor([steps], dtype=torch.float32, device=run.device))
    scores = outputs[0, len(seen) - 1] if info.places else outputs[0]
    return np.asarray(scores.double().softmax(dim=0).nan_to_num().cpu().numpy())


def _blank(symbols: list[str]) -> int:
    return symbols.index(SIGNS[" "]) if SIGNS[" "] in symbols else 0


def _drawn(chances: np.ndarray, temperature: float, random: np.random.Generator) -> int:
    if temperature == 0:
        return int(chances.argmax())
    with np.errstate(divide="ignore"):
        bent = np.exp((np.log(chances) - np.log(chances.max() or 1)) / temperature)
    total = bent.sum()
    return int(random.choice(len(bent), p=bent / total)) if np.isfinite(total) and total > 0 else int(chances.argmax())
