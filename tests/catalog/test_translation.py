"""Translations: dates that Python reads back, strings reversed, and a decoder against PyTorch's own GRU."""

from __future__ import annotations

from datetime import date, datetime

import numpy as np
import pytest
import torch
from torch import nn

from playground.catalog.data.translation import Dates, ReversedStrings, dates, reversed_strings, spoken
from playground.catalog.decoding_modules import DecoderGRU, DecoderLSTM
from playground.catalog.layers.decoding import DecoderLSTM as Entry
from playground.catalog.modules import LSTM
from playground.spec.errors import ParamError

FORMS = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "", "%d.%m.%Y", "%d.%m.%y")


@pytest.mark.parametrize("form", [0, 1, 2, 4, 5])
@pytest.mark.parametrize("day", [date(1998, 3, 3), date(2012, 12, 31), date(1970, 1, 1)])
def test_dates_read_back_as_they_were(form: int, day: date) -> None:
    assert datetime.strptime(spoken(day, form), FORMS[form]).date() == day


def test_days_have_their_endings() -> None:
    told = [spoken(date(1998, 3, day), 3) for day in (1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 31)]
    endings = ["st", "nd", "rd", "th", "th", "th", "th", "st", "nd", "rd", "st"]
    assert [text.removeprefix("mar ").split(",")[0].lstrip("0123456789") for text in told] == endings


def test_dates_are_spelt_and_told_what_was_written_before() -> None:
    entry = Dates()
    samples, targets = dates(**entry.args())
    assert (samples.shape, targets.shape) == ((2000, 28), (2000, 10))
    assert entry.spell(samples[1], targets[1]) == "21 march 2008 → 2008-03-21"
    assert (samples[:, 18] == 11).all()
    assert (samples[:, 19:] == targets[:, :-1]).all()


def test_strings_are_reversed_and_end() -> None:
    entry = ReversedStrings(n=50, letters=4, shortest=2, longest=5)
    samples, targets = reversed_strings(**entry.args())
    for sample, target in zip(samples, targets, strict=True):
        source = sample[:5][sample[:5] > 0] - 1
        assert 2 <= len(source) <= 5
        assert target[target >= 0].tolist() == [*source[::-1].tolist(), 4]
        assert sample[5] == 5
        assert (sample[6 : 6 + len(source)] == target[: len(source)]).all()
    left, right = entry.spell(samples[0], targets[0]).split(" → ")
    assert left[::-1] == right


def test_bounds_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ParamError, match="must not lie before"):
        Dates(first=2000, last=1999)
    with pytest.raises(ParamError, match="the longest has"):
        ReversedStrings(shortest=9, longest=8)


def test_a_decoder_goes_on_from_its_state_as_the_framework_does() -> None:
    torch.manual_seed(0)
    theirs = nn.GRU(3, 4, batch_first=True)
    ours = DecoderGRU(input_size=3, hidden_size=4)
    ours.load_state_dict(theirs.state_dict())
    x, state = torch.randn(2, 5, 3), torch.randn(2, 4)
    assert torch.equal(ours(x, state), theirs(x, state[None])[0])


def test_an_encoder_and_a_decoder_are_one_gru_cut_in_two() -> None:
    torch.manual_seed(0)
    whole = nn.GRU(3, 4, batch_first=True)
    decoder = DecoderGRU(input_size=3, hidden_size=4)
    decoder.load_state_dict(whole.state_dict())
    x = torch.randn(2, 7, 3)
    every = whole(x)[0]
    torch.testing.assert_close(decoder(x[:, 3:], every[:, 2]), every[:, 3:])


@pytest.mark.parametrize("whole", [True, False])
def test_an_lstm_decoder_goes_on_from_both_states_or_from_one(whole: bool) -> None:
    torch.manual_seed(0)
    theirs = nn.LSTM(3, 4, batch_first=True)
    ours = DecoderLSTM(input_size=3, hidden_size=4)
    ours.load_state_dict(theirs.state_dict())
    x, hidden, cell = torch.randn(2, 5, 3), torch.randn(2, 4), torch.randn(2, 4) * whole
    state = torch.cat([hidden, cell], dim=1) if whole else hidden
    assert torch.equal(ours(x, state), theirs(x, (hidden[None], cell[None]))[0])


def test_an_encoder_hands_its_whole_state_to_a_decoder() -> None:
    torch.manual_seed(0)
    whole = nn.LSTM(3, 4, batch_first=True)
    encoder = LSTM("state", input_size=3, hidden_size=4)
    decoder = DecoderLSTM(input_size=3, hidden_size=4)
    for part in (encoder, decoder):
        part.load_state_dict(whole.state_dict())
    x = torch.randn(2, 7, 3)
    torch.testing.assert_close(decoder(x[:, 3:], encoder(x[:, :3])), whole(x)[0][:, 3:])


def test_a_state_of_another_size_is_refused_in_a_sentence() -> None:
    layer = Entry(hidden_size=4)
    assert not layer.fits((5, 3), (4,))
    assert not layer.fits((5, 3), (8,))
    assert "of 4 units needs a state of 4 or 8 numbers, but gets 6." in layer.fits((5, 3), (6,))
    assert "put Take last step before it" in layer.fits((5, 3), (7, 4))
    assert "put Flatten before it" in layer.fits((5, 3), (1, 2, 2))
    assert "needs a sequence" in layer.fits((5,), (4,))


def test_targets_are_whole_numbers() -> None:
    assert reversed_strings(5, 3, 1, 2, 0)[1].dtype == np.int64
