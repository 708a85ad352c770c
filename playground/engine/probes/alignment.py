"""What a network writes on its own, and where it looks while it writes."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import torch

from playground.catalog.kinds import IGNORED
from playground.engine.measure import predict
from playground.engine.network import parts_of
from playground.engine.probes.attention import attending, looks
from playground.engine.probes.looked import looked_at
from playground.engine.probes.symbols import texts
from playground.engine.run import Run
from playground.engine.whole import written_freely

END, PAD = "■", "·"
"""The class that ends what is written, and the symbol that fills up a source in front."""


def alignment(run: Run, sample: int, samples: int, network: str = "") -> dict[str, np.ndarray]:
    """For one sample "source" (S,), "truth" (T,) and "written" (T,), symbols; "shares" (T,) of what was written.

    "weights" (heads, T, S): where it looked at each step, in the first layer whose queries are the steps that are
    written and whose keys are those of the source; left out where there is none, and "layer" with it. "texts" (R, 3):
    source, what was written and the truth of this sample and of those after it. Empty for data without such parts.
    """
    info, entry = run.dataset.samples.info, run.dataset.samples.entry
    last = getattr(run.experiment.objective, "answers", "") == "places last"
    if list(info.parts) != ["source", "previous"] or not info.places or not last:
        return {}
    module, inputs = looked_at(run, network), run.dataset.validation_inputs
    first = min(sample, len(inputs) - 1)
    some, truths = inputs[first : first + samples], run.dataset.samples.targets[1][first : first + samples]
    steps = torch.Size(info.places)
    told = on_its_own(module, some.to(run.device), steps)
    shares = predict(module, told).softmax(dim=-1)
    written = shares.argmax(dim=-1).cpu().numpy()
    size, symbols = parts_of(info.parts)["source"][1][0], entry.parts[0].symbols
    sources = [[symbols[int(number)] for number in row] for row in some[:, :size].tolist()]
    answers = [_named(row, info.class_names) for row in written]
    right = [_named(row, info.class_names) for row in truths]
    lines = [(_text(a), _text(b), _text(c)) for a, b, c in zip(sources, answers, right, strict=True)]
    end = _length(answers[0])
    return {
        "sample": np.array(first),
        "of": np.array(len(inputs)),
        "source": texts(sources[0]),
        "written": texts(answers[0][:end]),
        "truth": texts(right[0]),
        "shares": shares[0].amax(dim=-1)[:end].float().cpu().numpy(),
        "texts": texts([one for line in lines for one in line]).reshape(-1, 3),
        **_looks(module, told[:1], size, end),
    }


def on_its_own(network: torch.nn.Module, inputs: torch.Tensor, steps: torch.Size) -> torch.Tensor:
    """Inputs (N, T1 + T) with what the network has itself written in place of the truth."""
    outputs = written_freely(network, inputs, steps)
    begin = inputs.shape[1] - steps[0]
    told = inputs.clone()
    told[:, begin + 1 :] = outputs[:, :-1].argmax(dim=-1)
    return told


def _looks(network: torch.nn.Module, told: torch.Tensor, size: int, end: int) -> dict[str, np.ndarray]:
    """Where the first layer looks that goes from the steps that are written to those of the source."""
    length = told.shape[1] - size
    for name in attending(network):
        weights = looks(network, told, name)[0]
        if weights.shape[1:] == (length, size):
            return {"weights": weights[:, :end].float().cpu().numpy(), "layer": texts([name])}
    return {}


def _named(numbers: Iterable[int], names: list[str]) -> list[str]:
    return [names[int(number)] for number in numbers if number != IGNORED]


def _length(symbols: list[str]) -> int:
    """How many symbols were written, the end included."""
    return symbols.index(END) + 1 if END in symbols else len(symbols)


def _text(symbols: list[str]) -> str:
    return "".join(symbols[: _length(symbols)]).strip(PAD + END).replace("␣", " ")
