"""What can be seen of networks that read a sequence step by step."""

from __future__ import annotations

from playground.catalog.kinds import Probe
from playground.spec.entry import entry
from playground.spec.params import param


@entry
class HiddenState(Probe):
    """What a layer holds in mind at each step of a sample, its gates, and how much each step matters for the loss."""

    title = "Hidden state"
    target = "playground.engine.probes.hidden.hidden_state"

    layer: str = param("", label="Layer", help="The layer; empty for the first that reads step by step.")
    sample: int = param(0, min=0, label="Sample", help="Which validation sample, counted from 0.")
    limit: int = param(128, min=1, max=4096, label="Units", help="Units at most.")
    network: str = param("", label="Network", help="The network that is looked at; empty for the objective's main one.")
