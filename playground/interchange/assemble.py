"""From a draft to an experiment and its weights: activations folded, names given, data chosen."""

from __future__ import annotations

import keyword
import re
from collections import Counter
from dataclasses import dataclass, replace

from playground.catalog.kinds import Activation, Data
from playground.engine.data import DataStore
from playground.engine.lint.wiring import RESERVED
from playground.interchange.draft import Draft, ModelError, Part, Tensors
from playground.spec.entry import Entry, Shape, UnknownEntry, entries, make
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment
from playground.spec.forms import graph_to_json
from playground.spec.graph import Edge, Graph, Node, check
from playground.spec.parse import from_json

NETWORK = "model"
LONGEST = 48
FILES = ("CsvFile", "ArrayFile")


@dataclass(frozen=True)
class Imported:
    """What became of a model. `unknown` are node and operator without a layer; `remarks` are sentences."""

    experiment: Experiment
    weights: Tensors
    unknown: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]

    @property
    def graph(self) -> Graph:
        """The network."""
        return self.experiment.networks[NETWORK]

    @property
    def parameters(self) -> int:
        """Numbers in the weights, without running averages."""
        averages = (".running_mean", ".running_var", ".num_batches_tracked")
        return sum(value.numel() for name, value in self.weights.items() if not name.endswith(averages))


def assemble(draft: Draft, title: str) -> Imported:
    """The experiment of a draft.

    Raises:
        ModelError: nothing of the model depends on its input, or it has too many layers.
    """
    parts = _used(draft)
    if len(parts) < 2:
        raise ModelError("The model computes nothing from its input")
    _fold(draft, parts)
    names = _names(parts)
    nodes = tuple(Node(names[value], part.layer, part.activation) for value, part in parts.items())
    edges = tuple(
        Edge(names[draft.value(source)], names[value], port)
        for value, part in parts.items()
        for port, source in enumerate(part.sources)
    )
    graph = Graph(nodes, edges)
    try:
        check(graph)
    except SpecError as error:
        raise ModelError(f"The model {error.message}") from None
    weights = {
        f"{NETWORK}.{names[value]}.{key}": tensor
        for value, part in parts.items()
        for key, tensor in part.weights.items()
    }
    unknown = tuple((n.id, n.layer.name) for n in nodes if isinstance(n.layer, UnknownEntry))
    experiment, remarks = _experiment(draft, graph, title)
    return Imported(experiment, weights, unknown, (*remarks, *_remarks(draft, parts)))


def _used(draft: Draft) -> dict[str, Part]:
    """The parts that the outputs depend on, in order, and the inputs."""
    wanted, stack = set(), draft.last()
    while stack:
        value = draft.value(stack.pop())
        if value not in wanted:
            wanted.add(value)
            stack.extend(draft.parts[value].sources)
    return {value: part for value, part in draft.parts.items() if value in wanted}


def _fold(draft: Draft, parts: dict[str, Part]) -> None:
    """Let each activation that alone follows a layer become that layer's own."""
    uses = Counter(draft.value(source) for part in parts.values() for source in part.sources)
    uses.update(draft.last())
    for value, part in list(parts.items()):
        if not isinstance(part.layer, Activation) or part.weights:
            continue
        source = draft.value(part.sources[0])
        before = parts[source]
        whole = isinstance(before.layer, Activation | UnknownEntry) or before.layer.name == "Input"
        if uses[source] == 1 and before.activation is None and not whole:
            before.activation = part.layer
            del parts[value]
            draft.same(value, source)
            uses[source] = uses.pop(value)


def _names(parts: dict[str, Part]) -> dict[str, str]:
    """An id for each part: its path in the model, made valid, and no two alike."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for value, part in parts.items():
        stem = "input" if part.layer.name == "Input" else _identifier(part)
        name, number = stem, 2
        while name in taken or f"{name}_activation" in taken:
            name, number = f"{stem}_{number}", number + 1
        found[value] = name
        taken |= {name, f"{name}_activation"}
    return found


def _identifier(part: Part) -> str:
    plain = re.sub(r"[^0-9A-Za-z]+", "_", part.stem).strip("_")[-LONGEST:].strip("_")
    kind = re.sub(r"[^0-9A-Za-z]+", "_", part.layer.name).strip("_").lower()
    if not plain or plain[0].isdigit():
        plain = f"{kind}_{plain}".strip("_")[:LONGEST]
    return f"{plain}_1" if plain in RESERVED or keyword.iskeyword(plain) or not plain.isidentifier() else plain


# --- what it could learn from --------------------------------------------------------------------------------------


def _experiment(draft: Draft, graph: Graph, title: str) -> tuple[Experiment, tuple[str, ...]]:
    inputs = [draft.shapes[value] or () for value, part in draft.parts.items() if part.layer.name == "Input"]
    outputs = draft.last()
    given = draft.shapes.get(outputs[0]) if outputs else None
    data = _data(inputs[0], given) if len(set(inputs)) == 1 else None
    if data is None:
        graph = _shaped(draft, graph)
    task = data.task if data is not None else "classification"
    single = given is not None and given[-1:] == (1,)
    loss = "MSELoss" if task == "regression" else "BCEWithLogitsLoss" if single else "CrossEntropyLoss"
    raw = {
        "format": "nnplayground",
        "schema": 1,
        "title": title,
        "data": {"entry": data.name if data is not None else "Digits"},
        "networks": {NETWORK: graph_to_json(graph)},
        "objective": {"entry": task.capitalize()},
        "loss": {"entry": loss},
        "metrics": [{"entry": "Accuracy" if task == "classification" else "R2"}],
        "optimizer": {"entry": "Adam", "lr": 0.001},
        "batch_size": 32,
        "epochs": 20,
    }
    remark = () if data is not None else ("No data that come with the program have its input's shape.",)
    return from_json(raw), remark


def _shaped(draft: Draft, graph: Graph) -> Graph:
    """The network with the shapes of its inputs written in them, for no data have them."""
    shapes = iter([draft.shapes[value] or () for value, part in draft.parts.items() if part.layer.name == "Input"])
    nodes = tuple(
        replace(node, layer=make("layer", {"entry": "Input", "shape": list(next(shapes))}))
        if node.layer.name == "Input"
        else node
        for node in graph.nodes
    )
    return Graph(nodes, graph.edges)


def _data(shape: Shape, given: Shape | None) -> Data | None:
    """Bundled data of that input shape, rather those that also want as many outputs; None if there are none."""
    store, fitting = DataStore(), []
    for cls in entries("data").values():
        entry: Entry = cls()
        if not isinstance(entry, Data) or entry.symbols or cls.__name__ in FILES:
            continue  # numbers of a network from elsewhere are no symbols of ours
        try:
            found = store.samples(entry)
        except SpecError:
            continue
        if tuple(found.info.input_shape) == shape:
            wanted = (
                {1} if found.info.task == "regression" else {found.classes} | ({1} if found.classes == 2 else set())
            )
            fitting.append((given in {(count,) for count in wanted}, entry))
    best = sorted(fitting, key=lambda one: not one[0])
    return best[0][1] if best else None


def _remarks(draft: Draft, parts: dict[str, Part]) -> list[str]:
    inputs = sum(part.layer.name == "Input" for part in parts.values())
    results = len(set(draft.last()))
    sharing = Counter(id(tensor) for part in parts.values() for tensor in part.weights.values() if tensor.ndim > 1)
    found = []
    if inputs > 1:
        found.append(f"It has {inputs} inputs, and training feeds them all with the same samples.")
    if results > 1:
        found.append(f"It gives {results} results, and training needs one.")
    if any(count > 1 for count in sharing.values()):
        found.append("Some of its layers share weights; here each has a copy of its own.")
    return found
