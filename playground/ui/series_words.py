"""Names and values of curves as people read them."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from playground.catalog.kinds import Metric
from playground.spec.entry import entries
from playground.ui import content_words, words

SHARES = (
    "accuracy",
    "teacher_accuracy",
    "top_k_accuracy",
    "shifted_accuracy",
    "precision",
    "recall",
    "f1",
    "dead_units",
    "mean_iou",
    "dice",
    "iou",
    "found",
    "root_accuracy",
    "exact_match",
    "free_exact_match",
    "good_samples",
    "small_weights",
)
"""Series whose values are shares, told in percent."""


def series_words(series: str) -> str:
    """A series in a few words: "loss of the teacher"."""
    if series.startswith("code_spread_"):
        spread = QCoreApplication.translate("MetricsView", "spread of number {0} of the codes")
        return spread.format(series.removeprefix("code_spread_"))
    own = _own()
    for cls in entries("metric").values():
        if issubclass(cls, Metric) and cls.series:
            own.setdefault(cls.series, words.inside(words.title(cls)))
    if series not in own and (parts := content_words.of_head(series)):
        head, what = parts
        return QCoreApplication.translate("engine", "{0} {1}").format(
            content_words.class_name(head), series_words(what)
        )
    return own.get(series, series.replace("_", " "))


def is_share(series: str) -> bool:
    """Whether the values of a series are shares, of all answers or of one of several."""
    parts = content_words.of_head(series)
    return series in SHARES or (parts is not None and parts[1] in SHARES)


def value_words(series: str, value: float) -> str:
    """A value of a series with three digits; shares in percent."""
    if not math.isfinite(value):
        return "–"
    return words.percent(value) if is_share(series) else words.number(value, 3)


def _own() -> dict[str, str]:
    """Series that are no metric of the catalog."""
    translate = QCoreApplication.translate
    return {
        "loss": translate("HeldOut", "loss"),
        "lr": translate("MetricsView", "learning rate"),
        "batch_loss": translate("MetricsView", "loss of each batch"),
        "distance": translate("MetricsView", "distance of made samples"),
        "score_of_real": translate("MetricsView", "score of real samples"),
        "score_of_made": translate("MetricsView", "score of made samples"),
        "generator_loss": translate("MetricsView", "loss of the generator"),
        "discriminator_loss": translate("MetricsView", "loss of the discriminator"),
        "teacher_loss": translate("MetricsView", "loss of the teacher"),
        "iou": translate("MetricsView", "IoU of boxes"),
        "found": translate("MetricsView", "shapes found"),
        "reconstruction": translate("MetricsView", "reconstruction"),
        "kl": translate("MetricsView", "KL divergence"),
        "code_spread": translate("MetricsView", "spread of the codes"),
        "teacher_accuracy": translate("MetricsView", "accuracy of the teacher"),
    }
