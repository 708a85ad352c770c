"""What augmentations do to batches, which data they go with, and that runs stay what they were."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
import torch
from torch.nn.functional import pad

from playground.catalog.data.sentences import WORDS, Sentences
from playground.catalog.kinds import Augmentation, Data
from playground.engine import augmenting, moving
from playground.engine.augmenting import Mixup, RandomInsertion, SynonymReplacement, augmenters
from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.engine.events import Diagnostic
from playground.engine.run import Run
from playground.engine.session import open_session
from playground.spec import fixes
from playground.spec.entry import entries, make
from playground.spec.experiment import Experiment
from playground.spec.files import dumps, loads
from playground.spec.live import essence, skeleton
from playground.spec.variants import edited, resolve, with_paths
from tests.engine.building import JSON, experiment, graph, node

STORE = DataStore()
FLAT = graph([node("input", "Input"), node("flatten", "Flatten"), node("output", "Output")])
READER = graph(
    [
        node("input", "Input"),
        node("words", "Embedding", num_embeddings=len(WORDS), embedding_dim=4),
        node("flatten", "Flatten"),
        node("output", "Output"),
    ]
)
CLASSES: JSON = {"loss": {"entry": "CrossEntropyLoss"}}
IMAGES = [name for name, cls in entries("augmentation").items() if cls.group == "Images"]
TEXT = [name for name, cls in entries("augmentation").items() if cls.group == "Text"]


def of_images(*names: str | JSON, **changes: object) -> Experiment:
    chosen = chosen_of(names)
    data: JSON = {"entry": "Shapes", "n": 40, "side": 8}
    return experiment(FLAT, **{"data": data, "augmentations": chosen, **CLASSES, **changes})


def of_text(*names: str, **changes: object) -> Experiment:
    data: JSON = {"entry": "Sentences", "n": 40}
    return experiment(READER, **{"data": data, "augmentations": [{"entry": one} for one in names], **changes})


def told(found: Experiment) -> list[Diagnostic]:
    return [one for one in plan(found, STORE).problems if one.severity == "error"]


@pytest.fixture
def images() -> torch.Tensor:
    torch.manual_seed(0)
    return torch.rand(64, 3, 6, 9)


# --- images --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", IMAGES)
def test_each_image_is_changed_in_its_own_way_and_keeps_its_size(name: str, images: torch.Tensor) -> None:
    item = make("augmentation", {"entry": name})
    assert isinstance(item, Augmentation)
    (change,) = augmenters(of_images(name))
    same = images[:1].expand(64, -1, -1, -1).clone()
    torch.manual_seed(1)
    made = change(same)
    assert made.shape == same.shape
    assert made.isfinite().all()
    assert name == "Mixup" or len({tuple(one.flatten().tolist()) for one in made}) > 1
    torch.manual_seed(1)
    assert torch.equal(made, augmenters(of_images(name))[0](same))
    assert change(torch.rand(1, 3, 8, 8)).shape == (1, 3, 8, 8)


NOTHING: dict[str, JSON] = {
    "Rotation": {"degrees": 0},
    "Scale": {"least": 1, "most": 1},
    "Shift": {"pixels": 0},
    "RandomCrop": {"size": 1},
    "CenterCrop": {"p": 0},
    "HorizontalFlip": {"p": 0},
    "VerticalFlip": {"p": 0},
    "Brightness": {"amount": 0},
    "Contrast": {"amount": 0},
    "Saturation": {"amount": 0},
    "Illumination": {"least": 1, "most": 1},
    "PixelNoise": {"std": 0},
}


@pytest.mark.parametrize("name", NOTHING)
def test_at_nothing_the_image_stays(name: str, images: torch.Tensor) -> None:
    (change,) = augmenters(of_images({"entry": name, **NOTHING[name]}))
    assert torch.allclose(change(images), images, atol=1e-6)


def test_a_quarter_turn_and_a_half_turn_are_those_of_torch(monkeypatch: pytest.MonkeyPatch) -> None:
    square = torch.rand(2, 1, 7, 7)
    wide = torch.rand(2, 1, 4, 10)
    monkeypatch.setattr(moving, "evenly", lambda found, _low, high: torch.full((len(found), 1, 1, 1), high))
    assert torch.allclose(moving.rotation(square, 90, "zeros"), square.rot90(1, (2, 3)), atol=1e-5)
    assert torch.allclose(moving.rotation(wide, 180, "zeros"), wide.flip(2, 3), atol=1e-5)


def test_a_turned_line_keeps_its_length_where_images_are_not_square(monkeypatch: pytest.MonkeyPatch) -> None:
    lying = torch.zeros(1, 1, 15, 25)
    lying[:, :, 7, 8:17] = 1
    monkeypatch.setattr(moving, "evenly", lambda found, _low, high: torch.full((len(found), 1, 1, 1), high))
    standing = torch.zeros(1, 1, 15, 25)
    standing[:, :, 3:12, 12] = 1
    assert torch.allclose(moving.rotation(lying, 90, "zeros"), standing, atol=1e-4)


@pytest.mark.parametrize("padding", ["zeros", "border"])
def test_a_shift_moves_by_whole_pixels_and_reaches_all_of_them(padding: str) -> None:
    image = torch.rand(1, 2, 4, 5)
    around = pad(image, (2, 2, 2, 2), mode="constant" if padding == "zeros" else "replicate")
    moved = moving.shift(image.expand(2000, -1, -1, -1), 2, padding)
    places = {
        (down, right): around[0, :, down : down + 4, right : right + 5] for down in range(5) for right in range(5)
    }
    counts = [sum(torch.equal(one, expected) for one in moved) for expected in places.values()]
    assert sum(counts) == 2000
    assert min(counts) > 40
    assert moving.shift(image, 100, padding).shape == image.shape


def test_numbers_drawn_lie_where_they_are_said_to(images: torch.Tensor) -> None:
    many = images[:1].expand(4000, -1, -1, -1)
    light = augmenting.illumination(many, 0.5, 1.5)[:, 0, 0, 0] / many[:, 0, 0, 0]
    assert (light.min().item(), light.max().item()) == pytest.approx((0.5, 1.5), abs=0.01)
    added = (augmenting.brightness(many, 0.2) - many)[:, 0, 0, 0]
    assert (added.min().item(), added.max().item()) == pytest.approx((-0.2, 0.2), abs=0.01)
    flipped = moving.horizontal_flip(many, 0.25)
    share = torch.tensor([torch.equal(one, many[0].flip(2)) for one in flipped]).float().mean()
    assert float(share) == pytest.approx(0.25, abs=0.03)
    assert torch.equal(moving.vertical_flip(images, 1.0), images.flip(2))
    crisp = augmenting.contrast(many, 0.5)
    assert torch.allclose(crisp.mean(dim=(1, 2, 3)), many.mean(dim=(1, 2, 3)), atol=1e-5)
    factors = crisp.std(dim=(1, 2, 3)) / many.std(dim=(1, 2, 3))
    assert (factors.min().item(), factors.max().item()) == pytest.approx((0.5, 1.5), abs=0.01)


def test_saturation_keeps_the_grey_and_at_0_gives_it() -> None:
    images = torch.rand(5, 3, 4, 4)
    weights = torch.tensor([0.299, 0.587, 0.114])[None, :, None, None]
    made = augmenting.saturation(images, 1.0)
    assert torch.allclose((made * weights).sum(1), (images * weights).sum(1), atol=1e-5)


def test_crops_are_parts_of_the_image() -> None:
    ramp = torch.arange(20.0).expand(500, 1, 20, 20)
    parts = moving.random_crop(ramp, 0.5, 0, "zeros")[:, 0, 10]
    assert torch.allclose(parts.diff(dim=1)[:, 1:-1], torch.tensor(0.5), atol=1e-4)
    assert parts[:, 0].min() < 0.5
    assert parts[:, -1].max() > 18.5
    middle = moving.center_crop(ramp[:1], 0.5, 1.0)[0, 0, 10]
    assert (middle[0].item(), middle[-1].item()) == pytest.approx((4.75, 14.25), abs=1e-4)


# --- mixup ---------------------------------------------------------------------------------------------------------


def test_mixup_mixes_pairs_and_gives_the_loss_of_mixed_targets() -> None:
    torch.manual_seed(0)
    mixup, inputs, targets = Mixup(1.0), torch.rand(6, 4), torch.tensor([0, 1, 2, 0, 1, 2])
    mixed, logits, one_hot = mixup(inputs), torch.randn(6, 3), torch.eye(3)[targets]
    shared = mixup._share * one_hot + (1 - mixup._share) * one_hot[mixup._partners]
    expected = torch.nn.functional.cross_entropy(logits, shared)
    assert torch.allclose(mixup.loss(torch.nn.functional.cross_entropy, logits, targets), expected)
    assert torch.allclose(mixed, mixup._share * inputs + (1 - mixup._share) * inputs[mixup._partners])


def test_a_step_with_mixup_follows_the_mixed_loss() -> None:
    run = started(of_images("Mixup", batch_size=28))
    inputs, targets = run.dataset.train_inputs, run.dataset.train_targets
    before = {name: value.detach().clone() for name, value in run.networks["model"].state_dict().items()}
    run.chunk(1)
    assert run.objective.mixup is not None
    assert any(not torch.equal(value, before[name]) for name, value in run.networks["model"].state_dict().items())
    loss = run.objective.batch_loss(inputs, targets)  # type: ignore[attr-defined]  # Supervised
    apart = torch.nn.functional.cross_entropy(run.networks["model"](inputs), targets)
    assert not torch.allclose(loss, apart)


# --- text ----------------------------------------------------------------------------------------------------------


def sentences() -> torch.Tensor:
    from playground.catalog.data.sentences import sentences as drawn

    return torch.from_numpy(drawn(300, 0.2, 0.3, 0)[0])


def words(row: torch.Tensor) -> list[str]:
    return [WORDS[int(one)] for one in row if one]


def filled_in_front(rows: torch.Tensor) -> bool:
    there = (rows != 0).int()
    return bool((there.diff(dim=1) >= 0).all())


@pytest.mark.parametrize("name", TEXT)
def test_sentences_stay_sentences_of_the_same_words(name: str) -> None:
    torch.manual_seed(0)
    before = sentences()
    (change,) = augmenters(of_text(name))
    after = change(before)
    assert after.shape == before.shape
    assert after.dtype == before.dtype
    assert torch.equal(after, after.round())
    assert 0 <= after.min() <= after.max() < len(WORDS)
    assert filled_in_front(after)
    assert (after != 0).any(dim=1).all()
    assert not torch.equal(after, before)


def test_deletion_leaves_the_others_in_order_and_never_all_out() -> None:
    before = sentences()
    after = augmenting.random_deletion(before, 0.4, 0)
    for old, new in zip(before, after, strict=True):
        rest = iter(words(old))
        assert all(word in rest for word in words(new))
    share = 1 - (after != 0).sum() / (before != 0).sum()
    assert float(share) == pytest.approx(0.4, abs=0.05)
    assert torch.equal(augmenting.random_deletion(before, 1.0, 0), before)
    assert torch.equal(augmenting.random_deletion(before, 0.0, 0), before)


def test_a_swap_exchanges_two_words_and_no_blank() -> None:
    before = sentences()
    after = augmenting.random_swap(before, 0.5, 0)
    changed = (after != before).sum(dim=1)
    assert set(changed.tolist()) <= {0, 2}
    assert torch.equal(after.sort(dim=1).values, before.sort(dim=1).values)
    assert torch.equal(after == 0, before == 0)
    assert float((changed > 0).float().mean()) == pytest.approx(0.5, abs=0.1)
    alone = torch.tensor([[0.0, 0.0, 3.0]])
    assert torch.equal(augmenting.random_swap(alone, 1.0, 0), alone)
    twins = torch.tensor([[1.0, 2.0]])
    assert torch.equal(augmenting.random_swap(twins, 1.0, None), twins.flip(1))


def test_synonyms_are_of_one_group() -> None:
    groups = Sentences().synonyms
    group_of = {one: group for group in groups for one in group}
    before = sentences()
    after = SynonymReplacement(1.0, groups, len(WORDS))(before)
    for old, new in zip(before.flatten().tolist(), after.flatten().tolist(), strict=True):
        assert new == old if old not in group_of else (new != old and new in group_of[old])
    seen = {new for old, new in zip(before.flatten().tolist(), after.flatten().tolist(), strict=True) if old == 17}
    assert seen == set(group_of[17]) - {17}


def test_insertion_puts_synonyms_before_words_while_there_is_room() -> None:
    groups = Sentences().synonyms
    before = sentences()
    after = RandomInsertion(1.0, groups, 0, len(WORDS))(before)
    group_of = {one: group for group in groups for one in group}
    for old, new in zip(before.tolist(), after.tolist(), strict=True):
        told, room, expected = [int(x) for x in new if x], old.count(0), []
        for word in (int(x) for x in old if x):
            if word in group_of and room:
                assert told[len(expected)] in group_of[word]
                expected.append(told[len(expected)])
                room -= 1
            expected.append(word)
        assert told == expected
    full = torch.full((2, 5), 17.0)
    assert torch.equal(RandomInsertion(1.0, groups, 0, len(WORDS))(full), full)


# --- which data they go with ---------------------------------------------------------------------------------------


def test_what_does_not_fit_is_told_and_can_be_switched_off() -> None:
    cases: list[tuple[Experiment, str]] = [
        (
            experiment(augmentations=[{"entry": "Rotation"}]),
            "Rotation changes images, and the samples of Circle are none.",
        ),
        (experiment(augmentations=[{"entry": "RandomSwap"}]), "Random swap changes sequences of symbols"),
        (of_images("RandomDeletion"), "Random deletion changes sequences of symbols"),
        (of_text("HorizontalFlip"), "Horizontal flip changes images"),
        (of_images("Saturation"), "Saturation changes colours, and the images of Shapes have 1 of 3 channels."),
        (of_images("Mixup", {"entry": "Mixup", "alpha": 1}), "Mixup is there twice"),
        (replaced_data("CopyLast", "RandomDeletion"), "must stay as long"),
        (replaced_data("CopyLast", "SynonymReplacement"), "knows none"),
        (with_letters("RandomSwap"), "Random swap moves what a sample shows, and the answers that"),
        (with_boxes("Mixup"), "Mixup mixes the answers of two samples, and Box detection has no loss for them."),
    ]
    for found, said in cases:
        wrong = [one for one in told(found) if one.code == "augmentation"]
        assert len(wrong) == 1, said
        assert said in wrong[0].message, wrong[0].message
        assert wrong[0].place.startswith("augmentations.")
        mended = fixes.apply(found, "model", wrong[0].fixes[0])
        assert [one for one in told(mended) if one.code == "augmentation"] == []
        assert len(mended.augmentations) == len(found.augmentations) - 1


def replaced_data(data: str, name: str) -> Experiment:
    return experiment(data={"entry": data, "n": 40}, augmentations=[{"entry": name}], **CLASSES)


def chosen_of(names: Sequence[str | JSON]) -> list[JSON]:
    return [{"entry": one} if isinstance(one, str) else one for one in names]


def with_masks(*names: str | JSON) -> Experiment:
    network = graph([node("input", "Input"), node("output", "Conv2d", out_channels=4, kernel_size=3, padding=1)])
    chosen = chosen_of(names)
    data: JSON = {"entry": "ShapeMasks", "n": 40, "side": 8}
    return experiment(network, data=data, objective={"entry": "Segmentation"}, augmentations=chosen, **CLASSES)


def with_letters(*names: str) -> Experiment:
    chosen = [{"entry": one} for one in names]
    data: JSON = {"entry": "Characters"}
    return experiment(READER, data=data, objective={"entry": "NextToken"}, augmentations=chosen, **CLASSES)


def with_boxes(*names: str | JSON) -> Experiment:
    chosen = chosen_of(names)
    data: JSON = {"entry": "ShapeBoxes", "n": 40, "side": 8}
    return experiment(FLAT, data=data, objective={"entry": "BoxDetection"}, augmentations=chosen, **CLASSES)


def test_light_may_change_where_places_are_asked_for() -> None:
    assert told(with_masks("Brightness", "PixelNoise", "Mixup")) == []
    assert told(with_boxes("Contrast")) == []
    started(with_masks("Brightness", "PixelNoise", "Mixup")).chunk(2)


def test_an_unknown_one_is_told_and_kept_in_the_file() -> None:
    found = of_images({"entry": "CutMix", "alpha": 2})
    (wrong,) = told(found)
    assert wrong.message == "There is no augmentation called CutMix."
    assert loads(dumps(found)) == found
    assert fixes.apply(found, "model", wrong.fixes[0]).augmentations == ()


@pytest.mark.parametrize(
    "name", ["CopyLast", "Characters", "KeyValue", "Iris", "GraphShapes", "Digits", "ReverseWords"]
)
def test_any_data_say_what_fits(name: str) -> None:
    if name not in entries("data"):
        return
    data = entries("data")[name]()
    assert isinstance(data, Data)
    for cls in entries("augmentation").values():
        said = cls().misfit(data, data.sample_shape or (3,))  # type: ignore[attr-defined]  # an Augmentation
        assert said == "" or said.endswith(".")


# --- files, variants, live values ----------------------------------------------------------------------------------


def test_files_without_augmentations_do_not_mention_them() -> None:
    assert b"augmentations" not in dumps(experiment())
    found = of_images("Rotation", "Mixup")
    assert loads(dumps(found)) == found


def test_a_variant_may_have_its_own() -> None:
    base = of_images(variants=[{"name": "plain", "patch": {}}, {"name": "moved", "patch": {}}])
    wanted = replace(resolve(base, "moved"), augmentations=of_images("Shift").augmentations)
    found = edited(base, "moved", wanted)
    assert found.augmentations == ()
    assert resolve(found, "moved").augmentations == wanted.augmentations
    further = with_paths(resolve(found, "moved"), {"augmentations.Shift.pixels": 3})
    assert edited(found, "moved", further).variants[1].patch["augmentations"][0]["pixels"] == 3


def test_live_values_are_taken_over_and_others_are_not() -> None:
    run = started(of_images("Rotation", "Mixup"))
    run.chunk(1)
    wanted = of_images({"entry": "Rotation", "degrees": 45}, {"entry": "Mixup", "alpha": 2})
    session = open_session(of_images("Rotation", "Mixup"), STORE)
    assert session.adopt(wanted) == ["Rotation degrees 10 → 45", "Mixup alpha 0.2 → 2"]
    assert session.runs[0].objective.mixup is session.runs[0].blurs[1]
    session.runs[0].chunk(1)
    assert skeleton(wanted) == skeleton(of_images("Rotation", "Mixup"))
    assert essence(wanted) != essence(of_images("Rotation", "Mixup"))
    other = of_images({"entry": "Rotation", "padding_mode": "border"}, "Mixup")
    assert skeleton(other) != skeleton(wanted)


# --- runs ----------------------------------------------------------------------------------------------------------


def started(found: Experiment) -> Run:
    return open_session(found, STORE).runs[0]


def weights(run: Run) -> dict[str, torch.Tensor]:
    return {name: value.clone() for name, value in run.networks["model"].state_dict().items()}


MANY: list[Callable[[], Experiment]] = [
    lambda: of_images(*[name for name in IMAGES if name != "Saturation"]),
    lambda: of_text(*TEXT),
]


@pytest.mark.parametrize("made", MANY)
def test_runs_are_repeated_and_go_on_from_checkpoints_bit_for_bit(made: Callable[[], Experiment]) -> None:
    whole, parts = started(made()), started(made())
    whole.chunk(4)
    parts.chunk(1)
    torch.rand(7)  # what else is drawn changes nothing
    state = parts.state()
    further = started(made())
    further.load_state(state)
    further.chunk(3)
    for name, value in weights(whole).items():
        assert torch.equal(value, weights(further)[name])


def test_training_samples_themselves_and_all_measures_stay() -> None:
    plain, changed = started(of_images()), started(of_images("Rotation", "PixelNoise", "Mixup"))
    kept = changed.dataset.train_inputs.clone()
    changed.chunk(3)
    assert torch.equal(changed.dataset.train_inputs, kept)
    assert plain.blurs == []
    first = started(of_images("Rotation"))
    assert first.evaluate() == plain.evaluate()


def test_standardised_images_take_them_too() -> None:
    found = of_images("Shift", "Contrast", data={"entry": "Digits", "scaling": "standardise", "train_share": 0.05})
    run = started(found)
    run.chunk(2)
    assert math.isfinite(run.evaluate()["train_loss"])
