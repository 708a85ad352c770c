"""ONNX models as drafts of networks."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

from onnx import ModelProto, NodeProto, ValueInfoProto

from playground.interchange import onnx_groups, onnx_ops
from playground.interchange.draft import Draft, ModelError, Unfit
from playground.interchange.onnx_constants import computed
from playground.interchange.onnx_file import attribute, load, opset, tensor
from playground.interchange.onnx_node import SCOPES, OnnxNode
from playground.interchange.pt2 import FAILURES

OWN = ("", "ai.onnx")


def read_onnx(path: Path) -> Draft:
    """Read an ONNX model.

    Raises:
        ModelError: it cannot be read, or has no tensor to start from.
    """
    return _Reading(load(path), path.parent).draft


class _Reading:
    def __init__(self, model: ModelProto, folder: Path) -> None:
        self.draft = Draft()
        self._folder, self._opset = folder, opset(model)
        self._batch: int | None = None
        for one in model.graph.initializer:
            try:
                self.draft.constants[one.name] = tensor(one, folder)
            except Unfit:
                continue  # whoever needs it has no layer then
        for value in model.graph.input:
            if value.name not in {one.name for one in model.graph.initializer}:
                self._input(value)
        if not self.draft.parts:
            raise ModelError("The model takes no tensor")
        for value in model.graph.value_info:
            sizes = [one.dim_value for one in value.type.tensor_type.shape.dim]
            if sizes and all(size > 0 for size in sizes[1:]):
                self.draft.told[value.name] = tuple(sizes[1:])
        self.draft.outputs = [value.name for value in model.graph.output]
        nodes = onnx_groups.fused([self._node(proto) for proto in model.graph.node], self.draft)
        self._walk(nodes)

    def _walk(self, nodes: list[OnnxNode]) -> None:
        scopes, done = onnx_groups.attention_scopes(nodes), set[int]()
        for node in nodes:
            members = scopes.pop(node.scope, [])
            if members and onnx_groups.attention(members, nodes, self.draft):
                done |= {id(member) for member in members}
            if id(node) not in done:
                self._take(node)

    def _input(self, value: ValueInfoProto) -> None:
        dims = value.type.tensor_type.shape.dim
        sizes = [one.dim_value for one in dims]
        if not sizes or not all(size > 0 for size in sizes[1:]):
            raise ModelError(f"The model's input {value.name} has no batch, or a side of unknown size")
        self._batch = sizes[0] or None
        self.draft.input(value.name, tuple(sizes[1:]))

    def _node(self, proto: NodeProto) -> OnnxNode:
        attributes: dict[str, Any] = {}
        for one in proto.attribute:
            try:
                attributes[one.name] = attribute(one, self._folder)
            except Unfit:
                continue  # as above
        names = (tuple(proto.input), tuple(proto.output))
        scopes = next((_scopes(one.value) for one in proto.metadata_props if one.key == SCOPES), ())
        return OnnxNode(
            self.draft, proto.op_type, proto.domain, proto.name, *names, attributes, scopes, self._opset, self._batch
        )

    def _take(self, node: OnnxNode) -> None:
        if not node.outputs:
            return
        try:
            if node.domain not in OWN:
                raise Unfit("it is not of ONNX")
            if not computed(node):
                onnx_ops.OPERATORS[node.kind](node)
        except FAILURES:
            space = "onnx" if node.domain in OWN else node.domain
            self.draft.unknown(node.outputs, f"{space}::{node.kind}", node.signals(), node.attributes, node.stem)


def _scopes(text: str) -> tuple[str, ...]:
    """The exporter writes a Python list of texts."""
    try:
        found = ast.literal_eval(text[:4096])
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return ()
    return tuple(str(one) for one in found) if isinstance(found, list) else ()
