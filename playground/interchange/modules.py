"""Modules of torch.nn that one layer of the catalog stands for, though their export is many operators."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import torch

from playground.interchange.calls import Call, Ref
from playground.interchange.draft import Draft, Unfit, layer


@dataclass(frozen=True)
class Group:
    """The operators of one call of a module; `taken` are the values that others use, `names` full parameter names."""

    draft: Draft
    path: str
    calls: Sequence[Call]
    taken: Sequence[str]
    names: Mapping[str, str]
    head: Mapping[str, int]

    def of(self, *kinds: str) -> list[Call]:
        """Its operators of some kinds."""
        return [call for call in self.calls if call.kind in kinds]

    def outside(self, signals: bool) -> list[str]:
        """What it uses from outside, in order of use: signals, or constants that are no parameters of its own."""
        made = {name for call in self.calls for name in call.outputs}
        used = dict.fromkeys(name for call in self.calls for name in call.signals() if name not in made)
        if signals:
            return [name for name in used if self.draft.is_signal(name)]
        own = [name for name in used if self.names.get(name, "").startswith(f"{self.path}.")]
        return [name for name in used if name not in own and self.draft.value(name) in self.draft.constants]

    def weights(self) -> dict[str, torch.Tensor]:
        """Its parameters by their names in the module."""
        start = f"{self.path}."
        found = {full.removeprefix(start): name for name, full in self.names.items() if full.startswith(start)}
        return {inner: self.draft.constants[name] for inner, name in found.items() if name in self.draft.constants}


def attention(group: Group) -> None:
    """Multi-head attention over (N, L, E)."""
    sources, weights = group.outside(signals=True), group.weights()
    turned = {call.source("self") for call in group.of("transpose") if set(_axes(call)) == {0, 1}}
    if not 1 <= len(sources) <= 3 or not set(sources) <= turned:
        raise Unfit("the batch is not its first axis")
    features = weights["out_proj.weight"].shape[0]
    scores = group.of("scaled_dot_product_attention", "baddbmm", "bmm")
    if not scores:
        raise Unfit("it computes attention in a way of its own")
    head = group.head[scores[0].source("query", "batch1", "self")]
    settings = {"num_heads": features // head, "bias": "in_proj_bias" in weights, "causal": _causal(group, scores[0])}
    name = "SelfAttention" if len(sources) == 1 else "MultiheadAttention"
    ends = sources if len(sources) != 2 else [sources[0], sources[1], sources[1]]
    group.draft.add(group.taken[0], layer(name, **settings), ends, weights, group.path)


def _axes(call: Call) -> tuple[int, int]:
    return int(call.number("dim0", 0)), int(call.number("dim1", 1))


def _causal(group: Group, scores: Call) -> bool:
    """Whether each step looks only back; any other mask has no layer."""
    masks = [group.draft.constant(name) for name in group.outside(signals=False)]
    masked = isinstance(scores.args.get("attn_mask"), Ref) or scores.kind == "baddbmm"
    if scores.flag("is_causal"):
        return True
    if not masked and not masks:
        return False
    if len(masks) == 1 and masks[0].ndim == 2:
        closed = masks[0] if masks[0].dtype == torch.bool else masks[0] == -torch.inf
        if torch.equal(closed, torch.ones_like(closed).triu(1)):
            return True
    raise Unfit("its mask is not the causal one")


def response_norm(group: Group) -> None:
    """Local response normalisation."""
    size, scale = group.of("avg_pool2d", "avg_pool3d"), [c for c in group.of("mul") if not _joins(c)]
    if len(group.outside(signals=True)) != 1 or not size or not scale:
        raise Unfit("it normalises in a way of its own")
    settings = {
        "size": size[0].ints("kernel_size")[0],
        "alpha": scale[0].number("other", 1),
        "k": group.of("add")[0].number("other", 1),
        "beta": group.of("pow")[0].number("exponent", 0.75),
    }
    group.draft.add(
        group.taken[0], layer("LocalResponseNorm", **settings), group.outside(signals=True), None, group.path
    )


def _joins(call: Call) -> bool:
    return isinstance(call.args.get("other"), Ref)


MODULES: dict[str, Callable[[Group], None]] = {
    "torch.nn.modules.activation.MultiheadAttention": attention,
    "torch.nn.modules.normalization.LocalResponseNorm": response_norm,
}
