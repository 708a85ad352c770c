"""How well answers for the pixels of an image cover what is there."""

from __future__ import annotations

from playground.catalog.kinds import Metric
from playground.spec.entry import entry

OVERLAP = "playground.engine.overlap"


@entry
class MeanIoU(Metric):
    """How well the area of each class is covered, as the mean over all classes, however small.

    IoU is the number of pixels that have a class and are said to, over those that have it or are said to; over all
    pixels of all images at once. Jaccard, 1912.
    """

    title = "Mean IoU"
    target = f"{OVERLAP}.mean_iou"
    tasks = ("classification",)
    series = "mean_iou"
    better = "higher"


@entry
class Dice(Metric):
    """How well the area of each class is covered, where what is right counts twice; as the mean over all classes.

    2 · |A ∩ B| / (|A| + |B|), which is also F1 of each class, and 2 · IoU / (1 + IoU). Dice, "Measures of the amount of
    ecologic association between species", 1945.
    """

    target = f"{OVERLAP}.dice"
    tasks = ("classification",)
    series = "dice"
    better = "higher"
