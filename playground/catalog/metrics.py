"""Numbers per epoch that people can read better than a loss."""

from __future__ import annotations

from playground.catalog.kinds import Metric
from playground.spec.entry import entry
from playground.spec.params import param

NETWORKS = "playground.catalog.modules"
SCORES = "playground.engine.scores"
MODES = "playground.engine.modes"


@entry
class Accuracy(Metric):
    """Share of the samples whose class the network gets right.

    The class of the largest output; with a single output, the sign decides.
    """

    target = f"{SCORES}.accuracy"
    tasks = ("classification",)
    series = "accuracy"
    better = "higher"


@entry
class TopKAccuracy(Metric):
    """Share of the samples whose class is among the network's k best guesses."""

    title = "Top-k accuracy"
    target = f"{SCORES}.top_k_accuracy"
    tasks = ("classification",)
    series = "top_k_accuracy"
    better = "higher"

    k: int = param(3, min=1, max=1000, label="k", help="How many guesses the network has.")


@entry
class BitsPerToken(Metric):
    """How many bits the network would need to write down each true symbol; lower is better.

    Mean of −log₂ p of the true class, with p from softmax over the outputs, whatever the loss; 2 to this power is the
    perplexity. Shannon, "Prediction and entropy of printed English", 1951.
    """

    title = "Bits per token"
    target = f"{SCORES}.bits_per_token"
    tasks = ("classification",)
    series = "bits_per_token"
    better = "lower"


@entry
class Precision(Metric):
    """How far the network can be trusted when it names a class, as the mean over all classes.

    Of the samples that it puts into a class, the share that belong there (macro average).
    """

    target = f"{SCORES}.precision"
    tasks = ("classification",)
    series = "precision"
    better = "higher"


@entry
class Recall(Metric):
    """How much of each class the network finds, as the mean over all classes; also called balanced accuracy.

    Of the samples that belong to a class, the share that it puts there (macro average).
    """

    target = f"{SCORES}.recall"
    tasks = ("classification",)
    series = "recall"
    better = "higher"


@entry
class F1(Metric):
    """One number for precision and recall, as the mean over all classes; rare classes count as much as common ones.

    2 · precision · recall / (precision + recall) of each class (macro average). van Rijsbergen, 1979.
    """

    title = "F1"
    target = f"{SCORES}.f1"
    tasks = ("classification",)
    series = "f1"
    better = "higher"


@entry
class R2(Metric):
    """Share of the targets' variance that the network explains: 1 is perfect, 0 no better than their mean.

    1 − Σ(y − ŷ)² / Σ(y − ȳ)².
    """

    title = "R²"
    target = f"{SCORES}.r2"
    tasks = ("regression",)
    series = "r2"
    better = "higher"


@entry
class MeanAbsoluteError(Metric):
    """How far the network is from the target on average, in the target's own unit.

    Mean of |ŷ − y|.
    """

    title = "Mean absolute error"
    target = f"{SCORES}.mean_absolute_error"
    tasks = ("regression",)
    series = "mae"
    better = "lower"


@entry
class RootMeanSquaredError(Metric):
    """How far the network is from the target, in the target's own unit; large misses count more than small ones.

    √ mean of (ŷ − y)².
    """

    title = "Root mean squared error"
    target = f"{SCORES}.root_mean_squared_error"
    tasks = ("regression",)
    series = "rmse"
    better = "lower"


@entry
class RowSpread(Metric):
    """How much the units of a hidden layer differ in their weights; 0 when all units of each layer are the same.

    The largest difference between two rows of a hidden weight matrix, over hidden dense layers of two or more units.
    """

    title = "Row spread"
    target = f"{NETWORKS}.row_spread"
    of = "network"
    series = "row_spread"


@entry
class MaxWeight(Metric):
    """The size of the largest weight of the network; biases do not count."""

    title = "Largest weight"
    target = f"{NETWORKS}.max_weight"
    of = "network"
    series = "max_weight"


@entry
class SmallWeights(Metric):
    """Share of the weights that hardly count: those smaller than a twentieth of the largest; biases are left out.

    L1 makes many of them, L2 few. Tibshirani, "Regression shrinkage and selection via the lasso", 1996.
    """

    title = "Small weights"
    target = f"{NETWORKS}.small_weights"
    of = "network"
    series = "small_weights"


@entry
class ModesFound(Metric):
    """How many classes of the data a model that makes samples has found; when it keeps to a few, it has collapsed.

    A class is found when it gets at least a quarter of the good samples due to it by its share of the data. Srivastava
    et al., "VEEGAN: reducing mode collapse in GANs using implicit variational learning", 2017.
    """

    title = "Modes found"
    target = f"{MODES}.modes_found"
    of = "samples"
    tasks = ()
    series = "modes_found"
    better = "higher"


@entry
class GoodSamples(Metric):
    """Share of the made samples that could be real.

    A made sample is good where it lies as near to the mean of a class as 99 % of the real samples lie to theirs.
    Srivastava et al., "VEEGAN: reducing mode collapse in GANs using implicit variational learning", 2017.
    """

    title = "Good samples"
    target = f"{MODES}.good_samples"
    of = "samples"
    tasks = ()
    series = "good_samples"
    better = "higher"


@entry
class GradientRatio(Metric):
    """How large the gradient of the first layer is beside that of the last; near 0 the first layers hardly learn.

    √(mean g²) over the weights of the first layer / √(mean g²) over those of the last, as the optimizer was given them
    at the epoch's last step; 0 before the first step. Glorot & Bengio, "Understanding the difficulty of training deep
    feedforward neural networks", 2010, watch the same.
    """

    title = "First over last gradient"
    target = f"{SCORES}.gradient_ratio"
    of = "network"
    series = "gradient_ratio"


@entry
class DeadUnits(Metric):
    """Share of the units behind an activation that give 0 for every sample; through ReLU they can learn no more.

    Of the units (the channels of images) of all activation layers, over the validation samples. Lu et al., "Dying ReLU
    and initialization", 2019.
    """

    title = "Dead units"
    target = f"{SCORES}.dead_units"
    of = "inputs"
    series = "dead_units"
    better = "lower"


@entry
class Slope(Metric):
    """How steeply the answers rise with the first input: the slope of the straight line through them.

    Σ(x − x̄)(ŷ − ȳ) / Σ(x − x̄)² over the validation samples, with the first input as x.
    """

    target = f"{SCORES}.slope"
    of = "inputs"
    tasks = ("regression",)
    answers = ("one",)
    series = "slope"


@entry
class ShiftedAccuracy(Metric):
    """Share of the images whose class the network gets right when each is moved to the side.

    The mean over moves to the left, right, up and down; what leaves on one side enters on the other. Samples that are
    no images stay as they are.
    """

    title = "Accuracy of moved images"
    target = f"{SCORES}.shifted_accuracy"
    of = "inputs"
    tasks = ("classification",)
    answers = ("one",)
    series = "shifted_accuracy"
    better = "higher"

    pixels: int = param(1, min=1, max=1000, label="By", help="How many pixels the images are moved.")
