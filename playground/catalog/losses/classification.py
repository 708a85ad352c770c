"""Losses of classes."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np

from playground.catalog.kinds import Encoding, Loss, Reading, Task
from playground.spec.entry import Shape, entry
from playground.spec.params import param

OURS = "playground.engine.losses"


def _weight() -> Any:
    return param(
        (),
        min=0.001,
        max=10_000,
        label="Class weights",
        help="How much each class counts, in their order; with none all count alike.",
    )


def _weighted(values: dict[str, Any]) -> dict[str, Any]:
    """The arguments without class weights where there are none."""
    rest = {name: value for name, value in values.items() if name != "weight"}
    return {**rest, "weight": tuple(float(one) for one in values["weight"])} if values["weight"] else rest


class _Indexed(Loss):
    """A loss that is given the index of the true class and one output per class."""

    tasks = ("classification",)

    def encoding(self, task: Task, classes: int) -> Encoding:
        del task, classes
        return "index"

    def args(self, *shapes: Shape) -> dict[str, Any]:
        return _weighted(super().args(*shapes))


@entry
class CrossEntropyLoss(_Indexed):
    """How surprised the network is by the true class; it takes one logit per class and brings its own softmax.

    −log softmax(x)ᵧ for the true class y; the curve shows two classes, over the lead of the true logit.
    """

    title = "Cross-entropy"
    target = "torch.nn.CrossEntropyLoss"
    reads: ClassVar[Reading] = "logits"

    label_smoothing: float = param(
        0.0, min=0, max=1, label="Label smoothing", help="Share of the target that is spread evenly over all classes."
    )
    weight: tuple[float, ...] = _weight()

    def curve(self, x: np.ndarray) -> np.ndarray:
        return np.asarray(np.logaddexp(0, -x) + 0.5 * self.label_smoothing * x)


@entry
class BCEWithLogitsLoss(Loss):
    """How surprised the network is by a yes or no; it takes logits and brings its own sigmoid.

    −log σ(x) for a yes, −log σ(−x) for a no. Two classes need one output; more need one each, all judged apart.
    """

    title = "BCE with logits"
    target = "torch.nn.BCEWithLogitsLoss"
    tasks = ("classification",)
    binary = True
    reads: ClassVar[Reading] = "logits"

    pos_weight: float = param(
        1.0, min=0.001, max=1000, scale="log", label="Weight of yes", help="How much a yes counts beside a no."
    )

    def args(self, *shapes: Shape) -> dict[str, Any]:
        del shapes
        return {} if self.pos_weight == 1 else {"pos_weight": (self.pos_weight,)}

    def encoding(self, task: Task, classes: int) -> Encoding:
        del task
        return "binary" if classes == 2 else "onehot"

    def curve(self, x: np.ndarray) -> np.ndarray:
        return np.asarray(self.pos_weight * np.logaddexp(0, -x))


@entry
class BCELoss(Loss):
    """How surprised the network is by a yes or no; it takes probabilities, so that the network ends with a sigmoid.

    −log p for a yes, −log(1 − p) for a no. BCE with logits does the same in one step, and more exactly. Outputs
    that are no probabilities are cut to 0 and 1.
    """

    title = "BCE"
    target = f"{OURS}.BCELoss"
    tasks = ("classification",)
    binary = True
    reads: ClassVar[Reading] = "probabilities"
    span = (0.001, 1.0)

    def encoding(self, task: Task, classes: int) -> Encoding:
        del task
        return "probability" if classes == 2 else "onehot"

    def curve(self, x: np.ndarray) -> np.ndarray:
        return np.asarray(-np.log(x))


@entry
class NLLLoss(_Indexed):
    """How surprised the network is by the true class; it takes log-probabilities, which a log-softmax gives.

    −xᵧ for the true class y. Cross-entropy is log-softmax and this in one step.
    """

    title = "NLL"
    target = "torch.nn.NLLLoss"
    reads: ClassVar[Reading] = "log-probabilities"
    span = (-5.0, 0.0)

    weight: tuple[float, ...] = _weight()

    def curve(self, x: np.ndarray) -> np.ndarray:
        return np.asarray(-x)


@entry
class KLDivLoss(Loss):
    """How far the network's probabilities are from the true ones; it takes log-probabilities, as a log-softmax gives.

    Σ t · (log t − x), the mean over samples. With classes that are known for sure it is the NLL. Kullback & Leibler,
    "On information and sufficiency", 1951.
    """

    title = "KL divergence"
    target = "torch.nn.KLDivLoss"
    tasks = ("classification",)
    reads: ClassVar[Reading] = "log-probabilities"
    span = (-5.0, 0.0)

    def encoding(self, task: Task, classes: int) -> Encoding:
        del task, classes
        return "onehot"

    def args(self, *shapes: Shape) -> dict[str, Any]:
        del shapes
        return {"reduction": "batchmean"}

    def curve(self, x: np.ndarray) -> np.ndarray:
        return np.asarray(-x)


@entry
class FocalLoss(_Indexed):
    """Cross-entropy that hardly looks at samples that are right already, so that rare and hard ones rule.

    −(1 − p)^gamma · log p for the probability p that a softmax gives the true class. Lin et al., "Focal loss for dense
    object detection", 2017.
    """

    title = "Focal"
    target = f"{OURS}.FocalLoss"
    reads: ClassVar[Reading] = "logits"

    gamma: float = param(2.0, min=0, max=20, label="Gamma", help="How little easy samples count; 0 is cross-entropy.")
    weight: tuple[float, ...] = _weight()

    def curve(self, x: np.ndarray) -> np.ndarray:
        missed = 1 / (1 + np.exp(x))
        return np.asarray(missed**self.gamma * np.logaddexp(0, -x))


@entry
class HingeLoss(Loss):
    """Asks that outputs are on the right side by a margin, and then rests: the loss of a support vector machine.

    max(0, margin − t · x) for a target t of −1 or +1; more than two classes are told apart one against the rest. Cortes
    & Vapnik, "Support-vector networks", 1995.
    """

    title = "Hinge"
    target = f"{OURS}.HingeLoss"
    tasks = ("classification",)
    binary = True
    reads: ClassVar[Reading] = "scores"

    margin: float = param(1.0, min=0, max=100, label="Margin", help="How far on the right side is far enough.")

    def encoding(self, task: Task, classes: int) -> Encoding:
        del task
        return "sign" if classes == 2 else "onehot"

    def curve(self, x: np.ndarray) -> np.ndarray:
        return np.maximum(0, self.margin - x)


@entry
class MultiMarginLoss(_Indexed):
    """Asks that the score of the true class leads all others by a margin: the hinge loss of several classes.

    Σ max(0, margin − xᵧ + xᵢ)^p / C over the other classes i. Crammer & Singer, 2001.
    """

    title = "Multi-class margin"
    target = "torch.nn.MultiMarginLoss"
    reads: ClassVar[Reading] = "scores"

    p: int = param(1, min=1, max=2, label="Power", help="1 counts what lacks to the margin, 2 its square.")
    margin: float = param(1.0, min=0, max=100, label="Margin", help="How large a lead is large enough.")
    weight: tuple[float, ...] = _weight()

    def curve(self, x: np.ndarray) -> np.ndarray:
        return np.asarray(np.maximum(0, self.margin - x) ** self.p / 2)
