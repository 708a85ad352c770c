"""The data of a run as source."""

from __future__ import annotations

from collections.abc import Iterator

from playground.catalog.kinds import Data
from playground.engine.data import FEATURES
from playground.engine.session import RunResult
from playground.engine.splitting import stratified
from playground.export.inline import Inlined
from playground.export.model import call, literal

PREPROCESS = "playground.engine.preprocess"


def sides_of(run: RunResult) -> tuple[str, ...]:
    """What the script calls the sets of samples on which it measures."""
    tested = run.run.dataset.test is not None and run.run.objective.tests
    return ("train", "validation", "test") if tested else ("train", "validation")


def _by_places(entry: Data, inlined: Inlined, tested: bool) -> Iterator[str]:
    """The lines that give all samples to each set, with other places that count."""
    if tested:
        held = inlined.add(f"{PREPROCESS}.held_out_places")
        yield f"targets = {held}(targets, {entry.test_share!r}, {entry.seed})"
        yield "train, validation, test = np.split(np.arange(3 * len(inputs)), 3)"
        yield "inputs, targets = np.concatenate([inputs, inputs, inputs]), np.concatenate(targets)"
    else:
        yield "train, validation = np.split(np.arange(2 * len(inputs)), 2)"
        yield "inputs, targets = np.concatenate([inputs, inputs]), np.concatenate(targets)"


def data_source(run: RunResult, inlined: Inlined) -> str:
    """The lines that draw or load the samples, split, scale and encode them, as the engine does."""
    entry, samples = run.experiment.data, run.run.dataset.samples
    assert isinstance(entry, Data)  # a run has data
    cut = "split_in_order" if entry.in_order else "split"
    names = {name: inlined.add(f"{PREPROCESS}.{name}") for name in ("encode", cut)[: 1 if entry.masked else 2]}
    tested = samples.test is not None
    lines = [f"inputs, targets = {call(inlined.add(entry.target), entry.args())}"]
    features = getattr(entry, "features", ())
    if entry.plane and features:
        lines.append(f"inputs = {inlined.add(FEATURES)}(inputs, {literal(list(features))})")
    drawn = "" if entry.in_order else f", seed={entry.seed}, stratified={stratified(entry, samples.targets[0])}"
    if entry.masked:
        lines += _by_places(entry, inlined, tested)
    else:
        lines.append(f"train, validation = {names[cut]}(targets, share={entry.train_share!r}{drawn})")
    if tested and not entry.masked:
        alike = stratified(entry, samples.targets[0])
        held = f"{inlined.add(f'{PREPROCESS}.held_out')}(targets, validation, {entry.test_share!r}, stratified={alike})"
        lines.append(f"validation, test = {held}")
    if entry.scaled:
        lines.append(
            f"shift, scale = {inlined.add(f'{PREPROCESS}.shift_and_scale')}(inputs[train], {literal(entry.scaling)})"
        )
        lines.append("inputs = ((inputs - shift) / scale).astype(np.float32)")
    if samples.info.heads:
        return "\n    ".join(lines)
    lines.append(f"targets = {names['encode']}(targets, {literal(run.run.dataset.encoding)}, {samples.classes})")
    return "\n    ".join(lines)
