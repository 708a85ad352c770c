"""Where steps look: the weights of attention, computed anew by the very module from what it was given."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import torch
from torch import nn

from playground.catalog.modules import causal_mask
from playground.engine.probes.grid import watched
from playground.engine.probes.looked import given, looked_at
from playground.engine.probes.symbols import labels_at, texts
from playground.engine.run import Run

Arrays = dict[str, np.ndarray]


def attention(run: Run, layer: str, sample: int, limit: int, network: str = "") -> Arrays:
    """ "weights" (heads, L, S): rows add up to 1; "queries" (L,) and "keys" (S,): what stands at the steps.

    "layers": names of all modules with attention, "shown": the place of this one among them; "sample" and "of" as in
    other probes. Only "layers" where there is none of that name.
    """
    module, name = looked_at(run, network), network or run.objective.name
    found = attending(module)
    arrays: Arrays = {"layers": texts(list(found))}
    chosen = layer or next(iter(found), "")
    if chosen not in found:
        return arrays
    inputs = run.dataset.validation_inputs
    place = min(sample, len(inputs) - 1)
    one = inputs[place : place + 1]
    weights = looks(module, given(run, network, one), chosen)[0]
    node = chosen.partition(".")[0]
    elsewhere = len(run.experiment.networks[name].into(node)) > 1 and not chosen.endswith("self_attn")
    rows, columns = (
        labels_at(run, name, node, port, one[0].cpu(), length)[:limit]
        for port, length in ((0, weights.shape[1]), (int(elsewhere), weights.shape[2]))
    )
    return arrays | {
        "weights": weights[:, :limit, :limit].float().cpu().numpy(),
        "queries": texts(rows),
        "keys": texts(columns),
        "shown": np.array(list(found).index(chosen)),
        "sample": np.array(place),
        "of": np.array(len(inputs)),
    }


def attending(network: nn.Module) -> dict[str, nn.MultiheadAttention]:
    """All modules with attention, by name: that of a node, or of a part of it, such as "decoder.self_attn"."""
    return {name: one for name, one in network.named_modules() if isinstance(one, nn.MultiheadAttention)}


def looks(network: nn.Module, inputs: torch.Tensor, name: str) -> torch.Tensor:
    """The weights (N, heads, L, S) with which a module looks, for inputs (N, …) of its network."""
    kept: list[torch.Tensor] = []

    def note(module: nn.Module, args: tuple[torch.Tensor, ...], settings: dict[str, Any]) -> None:
        assert isinstance(module, nn.MultiheadAttention)  # it hangs on one
        query, key, value = args * 3 if len(args) == 1 else args
        mask = causal_mask(query, key) if getattr(module, "causal", False) else settings.get("attn_mask")
        padding = settings.get("key_padding_mask")
        _, weights = nn.MultiheadAttention.forward(
            module, query, key, value, padding, True, mask, average_attn_weights=False
        )
        assert weights is not None  # they were asked for
        kept.append(weights)

    hook = attending(network)[name].register_forward_pre_hook(note, with_kwargs=True)
    try:
        with watched(network), step_by_step():
            network(inputs)
    finally:
        hook.remove()
    return kept[-1]


@contextmanager
def step_by_step() -> Iterator[None]:
    """Without PyTorch's short cut through a whole Transformer layer, which calls none of its parts."""
    before = torch.backends.mha.get_fastpath_enabled()
    torch.backends.mha.set_fastpath_enabled(False)
    try:
        yield
    finally:
        torch.backends.mha.set_fastpath_enabled(before)
