"""What every entry owes, whatever its kind."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError
from importlib import import_module

import pytest

from playground.catalog.kinds import Data, Layer
from playground.spec.entry import Entry, UnknownEntry, entries, entry, fields_of, make, summary
from playground.spec.errors import EntryError, ParamError
from playground.spec.forms import entry_to_json
from playground.spec.params import param

ALL = [(kind, cls) for kind, named in sorted(Entry.registry.items()) for cls in named.values() if cls.listed]
NAMES = [f"{kind}-{cls.__name__}" for kind, cls in ALL]
each = pytest.mark.parametrize(("kind", "cls"), ALL, ids=NAMES)


def test_every_kind_has_entries() -> None:
    kinds = {"layer", "loss", "optimizer", "schedule", "initializer", "regularizer", "metric"}
    kinds |= {"objective", "data", "check", "exporter", "probe", "augmentation"}
    assert set(Entry.registry) == kinds


@each
def test_survives_the_way_through_a_file(kind: str, cls: type[Entry]) -> None:
    made = cls()
    raw = json.loads(json.dumps(entry_to_json(made)))
    again = make(kind, raw)
    assert again == made
    assert type(again) is cls
    assert hash(again) == hash(made)


@each
def test_explains_itself(kind: str, cls: type[Entry]) -> None:
    assert summary(cls).endswith((".", "!", "?"))
    assert cls.title
    if kind in ("layer", "data"):
        assert cls.group
    for meta, _ in fields_of(cls).values():
        assert meta.help.endswith(".")


@each
def test_names_a_target_that_exists(kind: str, cls: type[Entry]) -> None:
    for dotted in filter(None, (cls.target, getattr(cls, "names_target", ""))):
        module, _, name = dotted.rpartition(".")
        assert callable(getattr(import_module(module), name))


@each
def test_refuses_a_field_it_does_not_have(kind: str, cls: type[Entry]) -> None:
    with pytest.raises(ParamError, match="is no parameter of"):
        make(kind, {"entry": cls.__name__, "no_such_field": 1})
    with pytest.raises(ParamError, match="is no parameter of"):
        cls().with_values(no_such_field=1)


@each
def test_keeps_bounds(kind: str, cls: type[Entry]) -> None:
    for name, (meta, _) in fields_of(cls).items():
        if meta.max is not None:
            with pytest.raises(ParamError) as caught:
                cls().with_values(**{name: meta.max * 2 + 1})
            assert caught.value.place == name
        if meta.choices:
            with pytest.raises(ParamError):
                cls().with_values(**{name: "no such choice"})


@each
def test_is_frozen(kind: str, cls: type[Entry]) -> None:
    made = cls()
    for name in fields_of(cls):
        with pytest.raises(FrozenInstanceError):
            setattr(made, name, getattr(made, name))


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "0.1", True, None, [0.1]])
def test_numbers_must_be_numbers(value: object) -> None:
    with pytest.raises(ParamError) as caught:
        make("optimizer", {"entry": "SGD", "lr": value})
    assert caught.value.place == "lr"


def test_whole_numbers_may_be_written_with_a_point() -> None:
    made = make("layer", {"entry": "Linear", "out_features": 4.0})
    assert type(made.values()["out_features"]) is int
    with pytest.raises(ParamError, match="whole number"):
        make("layer", {"entry": "Linear", "out_features": 4.5})


def test_an_unknown_name_is_kept_as_it_is() -> None:
    raw = {"entry": "Mamba", "state": 16, "nested": {"a": [1]}}
    made = make("layer", raw)
    assert isinstance(made, UnknownEntry)
    assert entry_to_json(made) == raw


def test_an_entry_needs_a_name() -> None:
    with pytest.raises(EntryError, match="names a layer"):
        make("layer", {"out_features": 4})


def test_a_wrong_declaration_lists_every_fault() -> None:
    with pytest.raises(EntryError) as caught:

        @entry
        class Linear(Layer):
            size: int = param(1, help="")

    assert all(part in str(caught.value) for part in ("no docstring", "a second layer", "field size has no help"))
    assert entries("layer")["Linear"].__module__ == "playground.catalog.layers.linear"


def test_data_args_leave_out_what_the_engine_reads() -> None:
    for cls in entries("data").values():
        assert issubclass(cls, Data)
        assert not {"train_share", "test_share", "scaling", "features"} & set(cls().args())
