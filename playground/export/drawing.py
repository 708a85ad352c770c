"""The data of a run as source."""

from __future__ import annotations

from playground.catalog.kinds import Data
from playground.engine.data import FEATURES, stratified
from playground.engine.session import RunResult
from playground.export.inline import Inlined
from playground.export.model import call, literal

PREPROCESS = "playground.engine.preprocess"


def data_source(run: RunResult, inlined: Inlined) -> str:
    """The lines that draw or load the samples, split, scale and encode them, as the engine does."""
    entry, samples = run.experiment.data, run.run.dataset.samples
    assert isinstance(entry, Data)  # a run has data
    cut = "split_in_order" if entry.in_order else "split"
    names = {name: inlined.add(f"{PREPROCESS}.{name}") for name in ("encode", cut)[: 1 if entry.masked else 2]}
    lines = [f"inputs, targets = {call(inlined.add(entry.target), entry.args())}"]
    features = getattr(entry, "features", ())
    if entry.plane and features:
        lines.append(f"inputs = {inlined.add(FEATURES)}(inputs, {literal(list(features))})")
    drawn = "" if entry.in_order else f", seed={entry.seed}, stratified={stratified(entry, samples.targets[0])}"
    if entry.masked:
        lines.append("train, validation = np.split(np.arange(2 * len(inputs)), 2)")
        lines.append("inputs, targets = np.concatenate([inputs, inputs]), np.concatenate(targets)")
    else:
        lines.append(f"train, validation = {names[cut]}(targets, share={entry.train_share!r}{drawn})")
    if entry.scaled:
        lines.append(
            f"shift, scale = {inlined.add(f'{PREPROCESS}.shift_and_scale')}(inputs[train], {literal(entry.scaling)})"
        )
        lines.append("inputs = ((inputs - shift) / scale).astype(np.float32)")
    if samples.info.heads:
        return "\n    ".join(lines)
    lines.append(f"targets = {names['encode']}(targets, {literal(run.run.dataset.encoding)}, {samples.classes})")
    return "\n    ".join(lines)
