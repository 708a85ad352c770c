"""What a trained run can be written to."""

from __future__ import annotations

from playground.catalog.kinds import Exporter
from playground.spec.entry import entry


@entry
class Script(Exporter):
    """A PyTorch script that stands alone and trains the same network on the same data."""

    title = "PyTorch script"
    target = "playground.export.source.export_script"
    suffix = ".py"


@entry
class Networks(Exporter):
    """The networks as PyTorch classes, without data, weights or training; also of networks that cannot train here."""

    title = "Networks (PyTorch)"
    target = "playground.export.code.export_networks"
    suffix = ".py"
    of = "experiment"


@entry
class Safetensors(Exporter):
    """The weights as safetensors, a plain format that many programs read."""

    title = "Weights (safetensors)"
    target = "playground.export.weights.export_safetensors"
    suffix = ".safetensors"


@entry
class StateDict(Exporter):
    """The weights as a PyTorch state dict, for torch.load(path, weights_only=True)."""

    title = "Weights (state dict)"
    target = "playground.export.weights.export_state_dict"
    suffix = ".pt"


@entry
class History(Exporter):
    """The curves of all variants, one row per epoch, as CSV."""

    title = "History (CSV)"
    target = "playground.export.history.export_history"
    suffix = ".csv"
