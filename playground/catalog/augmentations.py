"""What changes the samples of a training batch at random, without changing what they mean."""

from __future__ import annotations

from typing import Any, ClassVar

from playground.catalog.kinds import Augmentation, Data
from playground.spec.entry import Shape, entry
from playground.spec.params import param

HERE = "playground.engine.augmenting"
MOVING = "playground.engine.moving"
PADDING = ("zeros", "border")


def _padding() -> Any:
    return param(
        "zeros",
        choices=PADDING,
        label="Outside",
        help="What comes in from outside: zeros, which do not count in a mask, or the pixels at the border again.",
    )


def _chance(default: float, help: str, label: str = "Probability") -> Any:
    return param(default, min=0, max=1, live=True, label=label, help=help)


class ImageAugmentation(Augmentation):
    """Works on images (N, C, H, W), each with random numbers of its own."""

    group = "Images"


class MovingAugmentation(ImageAugmentation):
    """Moves what an image shows, and with it its mask, at the nearest pixel, and its box.

    A box becomes the upright one around its moved corners, cut off at the border; one that is turned grows. What comes
    in from outside as zeros counts as nothing in a mask. An image stays where it is if nothing of its mask, or less
    than a quarter of its box, would be left to be seen.
    """

    moves = True


@entry
class Rotation(MovingAugmentation):
    """Turns each image by a random angle, so that the network does not mind how it is held.

    α ~ U(−degrees, degrees), about the middle, with bilinear interpolation. Simard, Steinkraus & Platt, "Best practices
    for convolutional neural networks applied to visual document analysis", 2003.
    """

    target = f"{MOVING}.rotation"
    drawn = f"{MOVING}.rotation_lead"
    read = f"{MOVING}.resampled"

    degrees: float = param(10.0, min=0, max=180, live=True, label="Degrees", help="Largest angle, to either side.")
    padding_mode: str = _padding()


@entry
class Scale(MovingAugmentation):
    """Makes what each image shows larger or smaller by a random factor; the image keeps its size.

    s ~ U(least, most), about the middle, with bilinear interpolation. Simard, Steinkraus & Platt, "Best practices for
    convolutional neural networks applied to visual document analysis", 2003.
    """

    target = f"{MOVING}.scale"
    drawn = f"{MOVING}.scale_lead"
    read = f"{MOVING}.resampled"

    least: float = param(0.8, min=0.05, max=20, scale="log", live=True, label="From", help="Smallest factor.")
    most: float = param(1.2, min=0.05, max=20, scale="log", live=True, label="To", help="Largest factor.")
    padding_mode: str = _padding()


@entry
class Shift(MovingAugmentation):
    """Moves each image by a few whole pixels, so that the network does not mind where things are.

    (dx, dy) drawn evenly from −pixels … pixels. It is the same as to pad an image and to cut out a random part of its
    size, as in He et al., "Deep residual learning for image recognition", 2015.
    """

    target = f"{MOVING}.shift"
    drawn = f"{MOVING}.shift_lead"
    read = f"{MOVING}.shifted"

    pixels: int = param(1, min=0, max=1000, live=True, label="Pixels", help="How far it moves at most, each way.")
    padding_mode: str = _padding()


@entry
class RandomCrop(MovingAugmentation):
    """Cuts a part out of each image at a random place, and enlarges it to the size of the image.

    The part has `size` of either side and lies anywhere in the image with `padding` pixels around it. Szegedy et al.,
    "Going deeper with convolutions", 2014.
    """

    title = "Random crop"
    target = f"{MOVING}.random_crop"
    drawn = f"{MOVING}.random_crop_lead"
    read = f"{MOVING}.resampled"

    size: float = param(0.8, min=0.05, max=1, live=True, label="Size", help="Side of the part over that of the image.")
    padding: int = param(
        0, min=0, max=1000, live=True, label="Padding", help="How far the part may reach out of the image, in pixels."
    )
    padding_mode: str = _padding()


@entry
class CenterCrop(MovingAugmentation):
    """Shows the middle of an image alone, enlarged to its size, in a share of the samples.

    The part has `size` of either side. Krizhevsky, Sutskever & Hinton, "ImageNet classification with deep convolutional
    neural networks", 2012.
    """

    title = "Centre crop"
    target = f"{MOVING}.center_crop"
    drawn = f"{MOVING}.center_crop_lead"
    read = f"{MOVING}.resampled"

    size: float = param(0.8, min=0.05, max=1, live=True, label="Size", help="Side of the part over that of the image.")
    p: float = _chance(0.5, "Share of the images that are cropped.")


@entry
class HorizontalFlip(MovingAugmentation):
    """Exchanges left and right in a share of the images; good where both are as likely, bad for letters and digits.

    x ← flip(x, W) with probability p. Krizhevsky, Sutskever & Hinton, "ImageNet classification with deep convolutional
    neural networks", 2012.
    """

    title = "Horizontal flip"
    target = f"{MOVING}.horizontal_flip"
    drawn = f"{MOVING}.horizontal_flip_lead"
    read = f"{MOVING}.flipped"

    p: float = _chance(0.5, "Share of the images that are flipped.")


@entry
class VerticalFlip(MovingAugmentation):
    """Turns a share of the images upside down; good where there is no up and down, as from above.

    x ← flip(x, H) with probability p. Krizhevsky, Sutskever & Hinton, 2012, flip to the side alone.
    """

    title = "Vertical flip"
    target = f"{MOVING}.vertical_flip"
    drawn = f"{MOVING}.vertical_flip_lead"
    read = f"{MOVING}.flipped"

    p: float = _chance(0.5, "Share of the images that are flipped.")


@entry
class Brightness(ImageAugmentation):
    """Makes each image lighter or darker as a whole, by adding the same number to all of its pixels.

    x ← x + b, b ~ U(−amount, amount). Howard, "Some improvements on deep convolutional neural network based image
    classification", 2013.
    """

    target = f"{HERE}.brightness"

    amount: float = param(0.2, min=0, max=2, live=True, label="Amount", help="Most that is added or taken away.")


@entry
class Contrast(ImageAugmentation):
    """Brings the pixels of each image closer to their mean, or farther from it.

    x ← m + c · (x − m) with the mean m of the image, c ~ U(1 − amount, 1 + amount). Howard, "Some improvements on deep
    convolutional neural network based image classification", 2013.
    """

    target = f"{HERE}.contrast"

    amount: float = param(0.3, min=0, max=1, live=True, label="Amount", help="How far the factor goes from 1.")


@entry
class Saturation(ImageAugmentation):
    """Makes the colours of each image paler or stronger; it needs red, green and blue.

    x ← g + c · (x − g) with the grey g = 0.299 R + 0.587 G + 0.114 B of each pixel, c ~ U(1 − amount, 1 + amount).
    Howard, "Some improvements on deep convolutional neural network based image classification", 2013.
    """

    target = f"{HERE}.saturation"

    amount: float = param(0.3, min=0, max=1, live=True, label="Amount", help="How far the factor goes from 1.")

    def misfit(self, data: Data, shape: Shape) -> str:
        channels = shape[0] if shape else 0
        grey = f"{self.title} changes colours, and the images of {data.title} have {channels} of 3 channels."
        return super().misfit(data, shape) or ("" if channels == 3 else grey)


@entry
class Illumination(ImageAugmentation):
    """Shows each image in weaker or stronger light, which multiplies all of its pixels by a factor.

    x ← u · x, u ~ U(least, most). Krizhevsky, Sutskever & Hinton, "ImageNet classification with deep convolutional
    neural networks", 2012, change the strength of the light in a like way.
    """

    target = f"{HERE}.illumination"

    least: float = param(0.5, min=0, max=4, live=True, label="From", help="Weakest light.")
    most: float = param(1.5, min=0, max=4, live=True, label="To", help="Strongest light.")


@entry
class PixelNoise(ImageAugmentation):
    """Adds fresh noise to every pixel, as a grainy film does.

    x ← x + std · ε, ε ~ N(0, 1). Bishop, "Training with noise is equivalent to Tikhonov regularization", 1995.
    """

    title = "Noise"
    target = "playground.engine.regularizing.input_noise"

    std: float = param(0.1, min=0, max=2, live=True, label="Deviation", help="Standard deviation of the noise.")


@entry
class Mixup(ImageAugmentation):
    """Lays two images of a batch over one another, and asks for the answers of both by the same shares.

    x ← λ xₐ + (1 − λ) x_b with the loss λ L(ŷ, yₐ) + (1 − λ) L(ŷ, y_b), λ ~ Beta(α, α) for each batch. Zhang et al.,
    "mixup: Beyond empirical risk minimization", 2018.
    """

    target = f"{HERE}.Mixup"
    built = True
    mixes = True

    alpha: float = param(
        0.2,
        min=0.01,
        max=100,
        scale="log",
        live=True,
        label="Alpha",
        help="Small: mostly one of the two images; 1: any share; large: both by half.",
    )


# --- sequences of symbols ------------------------------------------------------------------------------------------


class SymbolAugmentation(Augmentation):
    """Works on sequences of symbols (N, L); `needs` what only some data know."""

    group = "Text"
    of = "symbols"
    needs: ClassVar[tuple[str, ...]] = ()

    def misfit(self, data: Data, shape: Shape) -> str:
        if (said := super().misfit(data, shape)) or not self.needs:
            return said
        if "synonyms" in self.needs and not data.synonyms:
            return f"{self.title} needs symbols that may stand for one another, and {data.title} knows none."
        if "blank" in self.needs and data.blank is None:
            return f"{self.title} changes how long samples are, and those of {data.title} must stay as long."
        return ""

    def given(self, data: Data) -> dict[str, Any]:
        facts = {"blank": data.blank, "synonyms": data.synonyms, "count": len(data.symbols)}
        wanted = (*self.needs, "count") if "synonyms" in self.needs else self.needs
        return {**self.args(), **{name: facts[name] for name in wanted}}


@entry
class SynonymReplacement(SymbolAugmentation):
    """Puts other words of the same meaning in place of some, so that the network does not hold on to single words.

    Each word that has synonyms gives way to one of them with probability p. Wei & Zou, "EDA: Easy data augmentation
    techniques for boosting performance on text classification tasks", 2019.
    """

    title = "Synonym replacement"
    target = f"{HERE}.SynonymReplacement"
    built = True
    needs = ("synonyms",)

    p: float = _chance(0.1, "Share of the words with synonyms that are replaced.")


@entry
class RandomInsertion(SymbolAugmentation):
    """Puts synonyms of some words in front of them, while there is room in the sequence.

    Each word that has synonyms gets one with probability p. After Wei & Zou, "EDA: Easy data augmentation techniques
    for boosting performance on text classification tasks", 2019, who insert them anywhere.
    """

    title = "Random insertion"
    target = f"{HERE}.RandomInsertion"
    built = True
    moves = True
    needs = ("synonyms", "blank")

    p: float = _chance(0.1, "Share of the words with synonyms that get one before them.")


@entry
class RandomSwap(SymbolAugmentation):
    """Exchanges two words in a share of the samples, so that the network relies less on their order.

    Two places are drawn with probability p. Wei & Zou, "EDA: Easy data augmentation techniques for boosting performance
    on text classification tasks", 2019.
    """

    title = "Random swap"
    target = f"{HERE}.random_swap"
    moves = True

    p: float = _chance(0.3, "Share of the samples in which two words change places.")

    def given(self, data: Data) -> dict[str, Any]:
        return {**self.args(), "blank": data.blank}


@entry
class RandomDeletion(SymbolAugmentation):
    """Leaves out words, so that no single one decides; a lost "not" turns the meaning round, so keep p small.

    Each word goes with probability p; the last one left stays. Wei & Zou, "EDA: Easy data augmentation techniques for
    boosting performance on text classification tasks", 2019.
    """

    title = "Random deletion"
    target = f"{HERE}.random_deletion"
    moves = True
    needs = ("blank",)

    p: float = _chance(0.1, "Share of the words that are left out.")
