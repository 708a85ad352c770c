"""What the engine is told: plain structs that travel as msgpack. No torch here: the window imports this file."""

from __future__ import annotations

from typing import Any

from msgspec import Struct


class PlanRequest(Struct, frozen=True, tag="plan"):
    """Work out every variant of an experiment (its JSON form). The reply's value is {variant: Plan}."""

    id: int
    experiment: dict[str, Any]


class Start(Struct, frozen=True, tag="start"):
    """Begin a run, which starts paused unless `play`.

    `keep_weights` starts from the weights of the last run wherever node and shape agree; `resume` is the path of a
    checkpoint; `checkpoint` is where checkpoints are written ("" for nowhere).
    """

    experiment: dict[str, Any]
    play: bool = True
    keep_weights: bool = False
    resume: str = ""
    checkpoint: str = ""


class Play(Struct, frozen=True, tag="play"):
    """Train on. `steps` > 0: rest after so many steps of each variant; `epochs` > 0: at that many epoch ends."""

    steps: int = 0
    epochs: int = 0


class Pause(Struct, frozen=True, tag="pause"):
    """Rest, keeping everything."""


class Stop(Struct, frozen=True, tag="stop"):
    """End the run."""


class Speed(Struct, frozen=True, tag="speed"):
    """At most so many steps per second for each variant; 0 for full speed."""

    steps_per_second: float


class Knobs(Struct, frozen=True, tag="knobs"):
    """Take over the live values of an edited experiment (rates, strengths, dropout p, batch size) at the next step."""

    experiment: dict[str, Any]


class Ask(Struct, frozen=True, tag="ask"):
    """A visible view wants a snapshot. `probe` is the probe entry's JSON form; one answer per question."""

    key: str
    variant: str
    probe: dict[str, Any]


class ExportRequest(Struct, frozen=True, tag="export"):
    """Write the current run (without one, the untrained experiment) with an exporter; the reply's value is the path."""

    id: int
    exporter: str
    path: str
    variant: str
    experiment: dict[str, Any]


class CodeRequest(Struct, frozen=True, tag="code"):
    """Write one network of a variant as PyTorch source. The reply's value is a Source."""

    id: int
    experiment: dict[str, Any]
    variant: str
    network: str


class SpreadRequest(Struct, frozen=True, tag="spread"):
    """Try out the untrained networks of a variant. The reply's value is {network: [LayerSpread, …]} by depth."""

    id: int
    experiment: dict[str, Any]
    variant: str


class RangeRequest(Struct, frozen=True, tag="range"):
    """Try out learning rates on a copy of a variant, between the steps of the run. The reply's value is a RangeTest.

    A newer request takes the place of one that is not yet answered.
    """

    id: int
    experiment: dict[str, Any]
    variant: str


class AugmentRequest(Struct, frozen=True, tag="augment"):
    """Show a few training samples of a variant, augmented with random numbers from a seed.

    The reply's value has "images" (samples, 1 + versions, C, H, W) or "texts"; the sample itself comes first.
    """

    id: int
    experiment: dict[str, Any]
    variant: str
    seed: int


class HeldOutRequest(Struct, frozen=True, tag="held_out"):
    """Measure the current run on the samples that are held out. The reply's value is a HeldOut."""

    id: int


class InspectRequest(Struct, frozen=True, tag="inspect"):
    """Look into a data file a person chose; the reply's value is the data entry that fits it, as JSON, and columns."""

    id: int
    path: str


Question = (
    PlanRequest
    | CodeRequest
    | SpreadRequest
    | RangeRequest
    | AugmentRequest
    | HeldOutRequest
    | ExportRequest
    | InspectRequest
)
"""Requests that get a Reply of their id."""
Request = Question | Start | Play | Pause | Stop | Speed | Knobs | Ask
