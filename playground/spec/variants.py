"""Patches by path: a variant is a few of them, and so is `--set` on the command line.

A path walks the file form: keys by name, list items by their "id", "name" or "entry", or by index, as in
`optimizer.lr`, `networks.model.nodes.hidden1.layer.out_features` or `regularizers.L2.strength`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from playground.spec.errors import PathError, SpecError
from playground.spec.experiment import PRECISIONS, Experiment, Variant, expanded
from playground.spec.forms import JSON, to_json
from playground.spec.parse import from_json

PROTECTED = ("format", "schema", "variants", "lesson")
SHARED = ("title", "data", "epochs", "seed", "device", *PROTECTED)
"""Top-level keys that all variants share: an edit of one of them is an edit of the base."""
LEFT_OUT: JSON = {"precision": PRECISIONS[0], "exact": False, "weights": "", "augmentations": []}
"""Top-level keys that a file need not have, and what then holds."""


def patched(raw: Mapping[str, Any], path: str, value: object) -> JSON:
    """A copy of `raw` with `value` at `path`; only what lies on the path is copied.

    Raises:
        PathError: the path leads nowhere.
    """
    head, _, rest = path.partition(".")
    if not isinstance(raw, Mapping):
        raise PathError(path, "leads nowhere")
    if not rest:
        return {**raw, head: value}
    if head not in raw:
        raise PathError(head, f"is not there; there is {', '.join(str(key) for key in raw if key not in PROTECTED)}")
    return {**raw, head: _within(head, raw[head], rest, value)}


def _within(head: str, inner: object, path: str, value: object) -> object:
    """One step along a path; an error names the whole path."""
    try:
        return _step(inner, path, value)
    except PathError as error:
        raise error.within(head) from None


def _step(inner: object, path: str, value: object) -> object:
    if isinstance(inner, list):
        head, _, rest = path.partition(".")
        index = _index(inner, head)
        item = _within(head, inner[index], rest, value) if rest else value
        return [*inner[:index], item, *inner[index + 1 :]]
    if isinstance(inner, tuple):
        return _step(list(inner), path, value)
    if isinstance(inner, Mapping):
        return patched(inner, path, value)
    raise PathError(path, "leads into a plain value")


def _index(items: list[Any], name: str) -> int:
    for index, item in enumerate(items):
        if isinstance(item, Mapping) and name in (item.get("id"), item.get("name"), item.get("entry")):
            return index
    if name.isdecimal() and len(name) < 9 and int(name) < len(items):
        return int(name)
    raise PathError(name, "is not in the list")


def with_paths(experiment: Experiment, changes: Mapping[str, Any]) -> Experiment:
    """The experiment with values set at paths, checked like a file."""
    raw = {**LEFT_OUT, **to_json(experiment)}
    for path, value in changes.items():
        if path.partition(".")[0] in ("format", "schema"):
            raise PathError(path, "cannot be set")
        if "." not in path and path not in raw:
            raise PathError(path, f"is not there; there is {', '.join(key for key in raw if key not in PROTECTED)}")
        raw = patched(raw, path, value)
    return from_json(raw)


def resolve(experiment: Experiment, name: str) -> Experiment:
    """The experiment as one variant runs it: its patch applied, no variants and no lesson left.

    Raises:
        SpecError: the patch does not fit; the error names the variant.
    """
    base = replace(experiment, variants=())
    for variant in experiment.variants:
        if variant.name == name:
            if not variant.patch:
                return base
            if any(path.partition(".")[0] in PROTECTED for path in variant.patch):
                raise PathError(f"variants.{name}", "may not change the lesson, the variants or the format")
            try:
                return with_paths(base, variant.patch)
            except SpecError as error:
                raise error.within(f"variants.{name}.patch") from None
    return base


def computed(experiment: Experiment, name: str) -> Experiment:
    """The experiment as the engine computes one variant: resolved, with the layers of blocks in their place.

    Raises:
        SpecError: the patch does not fit, or a block cannot be expanded.
    """
    return expanded(resolve(experiment, name))


def edits_base(experiment: Experiment, name: str) -> bool:
    """Whether a variant stands for the base: the first that patches nothing does; a later one is still a copy of it."""
    first = next((variant.name for variant in experiment.variants if not variant.patch), None)
    return name == first or all(variant.name != name for variant in experiment.variants)


def edited(experiment: Experiment, name: str, wanted: Experiment) -> Experiment:
    """The experiment after a person edited one variant so that it should now be `wanted`.

    What all variants share is changed in the base; so is everything where the variant is the base itself.
    Any other difference goes into the variant's patch, as few paths as describe it.
    """
    if edits_base(experiment, name):
        return replace(wanted, variants=experiment.variants, lesson=wanted.lesson)
    raw = {**LEFT_OUT, **to_json(experiment)}
    goal = {**LEFT_OUT, **to_json(replace(wanted, variants=experiment.variants))}
    base = {**raw, **{key: goal[key] for key in SHARED}}
    if "blocks" in goal:  # a definition that is new is for all of them; only a changed one differs
        base["blocks"] = {**goal["blocks"], **raw.get("blocks", {})}
        goal["blocks"] = {**base["blocks"], **goal["blocks"]}
    own = {key: value for key, value in goal.items() if key not in SHARED}
    patch = dict(differences({key: base[key] for key in own}, own))
    variants = tuple(Variant(v.name, patch) if v.name == name else v for v in experiment.variants)
    return replace(from_json(base), variants=variants)


def differences(old: object, new: object, path: str = "") -> Iterator[tuple[str, Any]]:
    """Paths and new values where two plain values differ; lists of another length or order differ as a whole."""
    if isinstance(old, Mapping) and isinstance(new, Mapping) and set(old) == set(new) and _same_entry(old, new):
        for key in old:
            yield from differences(old[key], new[key], f"{path}.{key}" if path else key)
    elif _named(old) and _named(new) and [_label(i) for i in old] == [_label(i) for i in new]:  # type: ignore[attr-defined]  # _named says they are lists
        for a, b in zip(old, new, strict=True):  # type: ignore[call-overload]  # as above
            yield from differences(a, b, f"{path}.{_label(a)}")
    elif old != new:
        yield path, new


def _same_entry(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    return bool(old.get("entry") == new.get("entry"))


def _label(item: Mapping[str, Any]) -> str | None:
    return item.get("id") or item.get("name") or item.get("entry")


def _named(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(i, Mapping) and _label(i) for i in value)
