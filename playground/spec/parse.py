"""Plain values as experiments: every part is checked, and an error names its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from playground.spec.blocks import Block, BlockParameter, BlockUse
from playground.spec.entry import Entry, make
from playground.spec.errors import FileError, NewerFile, SpecError
from playground.spec.experiment import DEVICES, MAX_VARIANTS, PRECISIONS, Experiment, Lesson, Variant
from playground.spec.forms import FORMAT, JSON
from playground.spec.graph import Edge, Graph, Node, check, valid_id
from playground.spec.migrations import SCHEMA, migrate
from playground.spec.surgery import surgery_from_json

MAX_DEPTH = 64
MAX_TEXT = 100_000
MAX_INT = 2**53
MAX_NAME = 200
MAX_BLOCKS = 200
PARTS = {
    "id",
    "layer",
    "activation",
    "initializer",
    "lr_factor",
    "name",
    "position",
    "surgery",
    "regularizers",
    "shares",
}
"""What a file may say of a node."""

T = TypeVar("T")


def from_json(raw: object) -> Experiment:
    """Build the experiment from plain values; see `loads` for the errors."""
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise FileError("", "the file is no nnplayground experiment")
    _limit(raw, "", 0)
    schema = raw.get("schema")
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        raise FileError("schema", "needs a whole number from 1")
    if schema > SCHEMA:
        raise NewerFile(
            "schema", f"is {schema}; this version reads up to {SCHEMA}. Update nnplayground to open the file"
        )
    return _experiment(migrate(raw, schema))


def _limit(value: object, place: str, depth: int) -> None:
    if depth > MAX_DEPTH:
        raise FileError(place.partition(".")[0], f"is nested deeper than {MAX_DEPTH} levels")
    if isinstance(value, str) and len(value) > MAX_TEXT:
        raise FileError(place, f"has {len(value)} characters; at most {MAX_TEXT} are allowed")
    if isinstance(value, int) and abs(value) > MAX_INT:
        raise FileError(place, "is a number too large to be exact")
    if isinstance(value, dict):
        for key, item in value.items():
            _limit(item, f"{place}.{key}" if place else str(key), depth + 1)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            _limit(item, f"{place}.{index}", depth + 1)


def _experiment(raw: JSON) -> Experiment:
    known = set(Experiment.__dataclass_fields__) - {"extra"}
    experiment = Experiment(
        title=_get(raw, "title", str, "Untitled"),
        data=_entry(raw, "data", "data"),
        networks=_networks(_get(raw, "networks", dict)),
        objective=_entry(raw, "objective", "objective"),
        loss=_entry(raw, "loss", "loss"),
        optimizer=_entry(raw, "optimizer", "optimizer"),
        schedule=_entry(raw, "schedule", "schedule", {"entry": "Constant"}),
        initializer=_entry(raw, "initializer", "initializer", {"entry": "PyTorchDefault"}),
        metrics=_entries(raw, "metrics", "metric"),
        regularizers=_entries(raw, "regularizers", "regularizer"),
        batch_size=_whole(raw, "batch_size", 1, 10_000_000, 10),
        epochs=_whole(raw, "epochs", 1, 10_000_000, 100),
        seed=_whole(raw, "seed", 0, 2**31 - 1, 0),
        device=_get(raw, "device", str, "auto"),
        precision=_get(raw, "precision", str, "float32"),
        exact=_get(raw, "exact", bool, False),
        blocks=blocks_from_json(_get(raw, "blocks", dict, {})),
        weights=_get(raw, "weights", str, ""),
        augmentations=_entries(raw, "augmentations", "augmentation"),
        variants=_variants(_get(raw, "variants", list, [])),
        lesson=_lesson(_get(raw, "lesson", dict, {})),
        extra={key: value for key, value in raw.items() if key not in known | {"format", "schema"}},
    )
    if experiment.device not in DEVICES:
        raise SpecError("device", f"is {experiment.device!r}; choose one of {', '.join(DEVICES)}")
    if experiment.precision not in PRECISIONS:
        raise SpecError("precision", f"is {experiment.precision!r}; choose one of {', '.join(PRECISIONS)}")
    return experiment


def _get(raw: JSON, key: str, kind: type[T], default: T | None = None) -> T:
    value = raw.get(key, default)
    if value is None:
        raise SpecError(key, "is missing")
    if not isinstance(value, kind):
        raise SpecError(key, f"needs {_NAMES[kind]}, not {_NAMES.get(type(value), 'that')}")
    return value


_NAMES: dict[type, str] = {
    str: "a text",
    dict: "an object",
    list: "a list",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    type(None): "null",
}


def _whole(raw: JSON, key: str, least: int, most: int, default: int) -> int:
    value = raw.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise SpecError(key, f"needs a whole number from {least} to {most}, not {value!r}")
    return value


def _at(place: str, build: Callable[[], T]) -> T:
    try:
        return build()
    except SpecError as error:
        raise error.within(place) from None


def _entry(raw: JSON, key: str, kind: str, default: JSON | None = None) -> Entry:
    value = _get(raw, key, dict, default)
    return _at(key, lambda: make(kind, value))


def _entries(raw: JSON, key: str, kind: str) -> tuple[Entry, ...]:
    return tuple(_entry_item(item, f"{key}.{i}", kind) for i, item in enumerate(_get(raw, key, list, [])))


def _entry_item(item: object, place: str, kind: str) -> Entry:
    if not isinstance(item, dict):
        raise SpecError(place, "needs an object")
    return _at(place, lambda: make(kind, item))


def _networks(raw: JSON) -> dict[str, Graph]:
    if not raw:
        raise SpecError("networks", "needs at least one network")
    for name in raw:
        if not valid_id(name):
            raise SpecError("networks", f"may not have the name {name[:80]!r}: use letters, digits and _")
    return {name: _at(f"networks.{name}", lambda g=graph: graph_from_json(g)) for name, graph in raw.items()}  # type: ignore[misc]  # mypy cannot infer a lambda's default


def blocks_from_json(raw: object) -> dict[str, Block]:
    """Build and check blocks by name.

    Raises:
        SpecError: one of them is not valid, or there are too many.
    """
    if not isinstance(raw, dict):
        raise SpecError("blocks", "needs an object")
    if len(raw) > MAX_BLOCKS:
        raise SpecError("blocks", f"has {len(raw)}; at most {MAX_BLOCKS} are allowed")
    for name in raw:
        if not valid_id(name):
            raise SpecError("blocks", f"may not have the name {name[:80]!r}: use letters, digits and _")
    return {name: _at(f"blocks.{name}", lambda b=block: block_from_json(b)) for name, block in raw.items()}  # type: ignore[misc]  # as above


def block_from_json(raw: object) -> Block:
    """Build and check a block, from a file or from the library."""
    if not isinstance(raw, dict):
        raise SpecError("", "needs an object with nodes and edges")
    items = _get(raw, "parameters", list, [])
    parameters = tuple(_at(f"parameters.{i}", lambda p=item: _parameter(p)) for i, item in enumerate(items))  # type: ignore[misc]  # as above
    return Block(graph_from_json(raw), parameters, _get(raw, "about", str, ""), _get(raw, "title", str, ""))


def _parameter(raw: object) -> BlockParameter:
    if not isinstance(raw, dict):
        raise SpecError("", "needs an object with name, value and targets")
    value, targets = raw.get("value"), _get(raw, "targets", dict, {})
    if not isinstance(value, bool | int | float | str):
        raise SpecError("value", "needs a number, a text, true or false")
    if not all(_number(factor) and 0 < factor < 1e6 for factor in targets.values()):
        raise SpecError("targets", "needs fields with factors above 0")
    name = _get(raw, "name", str)
    if not valid_id(name):
        raise SpecError("name", f"may not be {name[:80]!r}: use letters, digits and _")
    return BlockParameter(name, value, targets, _get(raw, "help", str, ""))


def graph_from_outside(raw: object) -> Graph:
    """Build and check a network that stands alone, as on the clipboard, within the limits of a file."""
    _limit(raw, "", 0)
    return graph_from_json(raw)


def graph_from_json(raw: object) -> Graph:
    """Build and check a network that is part of a file."""
    if not isinstance(raw, dict):
        raise SpecError("", "needs an object with nodes and edges")
    nodes = tuple(_node(item, f"nodes.{i}") for i, item in enumerate(_get(raw, "nodes", list)))
    edges = tuple(_edge(item, f"edges.{i}") for i, item in enumerate(_get(raw, "edges", list, [])))
    graph = Graph(nodes, edges)
    _at("nodes", lambda: check(graph))
    return graph


def _node(raw: object, place: str) -> Node:
    if not isinstance(raw, dict):
        raise SpecError(place, "needs an object")
    if isinstance(raw.get("id"), str) and valid_id(raw["id"]):
        place = f"nodes.{raw['id']}"
    if strange := sorted(set(raw) - PARTS):
        raise SpecError(f"{place}.{strange[0]}", f"is no part of a node; it has {', '.join(sorted(PARTS))}")

    def build() -> Node:
        return Node(
            id=_get(raw, "id", str),
            layer=_entry(raw, "layer", "layer"),
            activation=_activation(raw) if raw.get("activation") is not None else None,
            initializer=_entry(raw, "initializer", "initializer") if raw.get("initializer") is not None else None,
            lr_factor=_lr_factor(raw.get("lr_factor", 1.0)),
            name=_get(raw, "name", str, ""),
            position=_position(raw.get("position")),
            surgery=_at("surgery", lambda: surgery_from_json(raw.get("surgery", {}))),
            regularizers=_entries(raw, "regularizers", "regularizer"),
            shares=_shares(raw),
        )

    return _at(place, build)


def _shares(raw: JSON) -> str:
    owner = _get(raw, "shares", str, "")
    if owner and raw["layer"].get("entry") == "Block":
        raise SpecError("shares", "cannot be set for a block; a layer shares weights with a layer beside it")
    if owner and not valid_id(owner):
        raise SpecError("shares", f"needs the id of a layer, not {owner[:80]!r}")
    return owner


def _activation(raw: JSON) -> Entry:
    found = _entry(raw, "activation", "layer")
    if isinstance(found, BlockUse):
        raise SpecError("activation", "needs an activation, not a block")
    return found


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _lr_factor(value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1000:
        raise SpecError("lr_factor", f"needs a number from 0 to 1000, not {value!r}")
    return float(value)


def _position(value: object) -> tuple[float, float] | None:
    if value is None:
        return None
    if not isinstance(value, list) or len(value) != 2 or not all(_number(v) and abs(v) < 1e7 for v in value):
        raise SpecError("position", "needs two numbers")
    return float(value[0]), float(value[1])


def _edge(raw: object, place: str) -> Edge:
    if (
        not isinstance(raw, list)
        or len(raw) not in (2, 3)
        or not all(isinstance(end, str) for end in raw[:2])
        or not all(type(port) is int and 0 <= port < 10_000 for port in raw[2:])
    ):
        raise SpecError(place, "needs [source, target] or [source, target, port]")
    return Edge(*raw)


def _variants(raw: list[Any]) -> tuple[Variant, ...]:
    if len(raw) > MAX_VARIANTS:
        raise SpecError("variants", f"has {len(raw)}; at most {MAX_VARIANTS} train side by side")
    found: list[Variant] = []
    for i, item in enumerate(raw):
        place = f"variants.{i}"
        if not isinstance(item, dict):
            raise SpecError(place, "needs an object with name and patch")
        name = _at(place, lambda item=item: _get(item, "name", str))  # type: ignore[misc]  # as above
        if not name or name in [v.name for v in found]:
            raise SpecError(f"{place}.name", "needs a name of its own")
        if len(name) > MAX_NAME or not name.isprintable():
            raise SpecError(f"{place}.name", f"needs to be one line of at most {MAX_NAME} printable characters")
        found.append(Variant(name, _at(place, lambda item=item: _get(item, "patch", dict, {}))))  # type: ignore[misc]  # as above
    return tuple(found)


def _lesson(raw: JSON) -> Lesson:
    return _at(
        "lesson",
        lambda: Lesson(
            _get(raw, "topic", str, ""),
            _get(raw, "text", str, ""),
            _entries(raw, "checks", "check"),
            _whole(raw, "parameters", 0, MAX_INT, 0),
        ),
    )
