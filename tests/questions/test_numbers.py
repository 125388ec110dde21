"""Numbers are read as people write them, alike in Python and in the page."""

import json
import math
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesedu.questions.numbers import SENTENCES, Reading, format_number, plain, read
from tests.questions.node import call_each

VECTORS = Path(__file__).parents[1] / "vectors" / "numbers.json"
CASES = json.loads(VECTORS.read_text(encoding="utf-8"))["cases"]


def expected(case: dict) -> dict:
    return {
        "value": case.get("value"),
        "problem": case.get("problem"),
        "alternatives": case.get("alternatives", []),
        "say": case.get("say", ""),
    }


def as_dict(reading: Reading) -> dict:
    return {
        "value": reading.value, "problem": reading.problem,
        "alternatives": list(reading.alternatives), "say": reading.say,
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['text']}|{case.get('unit', '')}")
def test_python_reads_the_table(case):
    assert as_dict(read(case["text"], case.get("unit"))) == expected(case)


def test_the_page_reads_the_same_table():
    found = call_each("numbers.js", "readNumber", [[c["text"], c.get("unit")] for c in CASES])
    different = [(case["text"], one) for case, one in zip(CASES, found, strict=True)
                 if one != expected(case)]
    assert different == []


def test_the_table_is_rich():
    assert len({(case["text"], case.get("unit")) for case in CASES}) == len(CASES) >= 60


def test_both_readers_have_the_same_sentences():
    assert call_each("numbers.js", "numberSentences", [[]]) == [SENTENCES]


amounts = st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: round(value, 2))
notations = st.sampled_from(["english", "dutch"])


@given(amounts, notations)
def test_a_written_amount_reads_back(value, notation):
    assert read(format_number(value, 2, notation=notation)).value == value


@given(st.integers(-10**9, 10**9), notations)
def test_a_written_whole_number_reads_back_or_is_asked_about(value, notation):
    reading = read(format_number(value, 0, notation=notation))
    if reading.problem == "ambiguous":
        assert value in reading.alternatives
        assert 1000 <= abs(value) < 1_000_000
    else:
        assert reading.value == value


@given(amounts)
def test_a_plainly_written_number_is_clear(value):
    assert read(plain(value)).value == value


@given(st.integers(1000, 999_999), st.sampled_from(".,"))
def test_after_asking_back_both_proposals_are_clear(value, separator):
    reading = read(f"{value:,}".replace(",", separator))
    assert reading.problem == "ambiguous"
    for meant in reading.alternatives:
        proposal = plain(meant)
        assert proposal in reading.say
        assert read(proposal).value == meant


@given(st.integers(0, 1000))
def test_a_share_is_read_with_and_without_its_sign(percent):
    share = percent / 100
    assert read(f"{percent} %", "%").value == share
    for typed in (str(percent), plain(share)):
        reading = read(typed, "%")
        meant = (reading.value, *reading.alternatives)
        assert any(value is not None and math.isclose(value, share) for value in meant)


@given(st.text(max_size=80), st.sampled_from([None, "%", "€", "points"]))
def test_no_text_breaks_the_reader(text, unit):
    reading = read(text, unit)
    assert (reading.value is None) == (reading.problem is not None)
    assert reading.value is None or math.isfinite(reading.value)


PIECES = ["1", "12", "250", "000", ".", ",", " ", "'", "-", "€", "%", "/", "k", "e", "mln", "x",
          "½", "points", "procent", "eur", "~", "\u00a0", "0"]


def test_the_page_reads_any_mixture_as_python_does():
    dice = random.Random(7)
    mixtures = [
        ["".join(dice.choices(PIECES, k=dice.randint(1, 6))), dice.choice([None, "%", "€", "points"])]
        for _ in range(4000)
    ]
    found = call_each("numbers.js", "readNumber", mixtures)
    here = [as_dict(read(*one)) for one in mixtures]
    assert sum(one["value"] is not None for one in here) > 200
    assert [(m, f, h) for m, f, h in zip(mixtures, found, here, strict=True) if f != h] == []


@pytest.mark.parametrize(
    ("value", "decimals", "english", "dutch"),
    [
        (1250.5, None, "1,250.5", "1.250,5"),
        (2.675, 2, "2.68", "2,68"),
        (-0.001, 2, "0.00", "0,00"),
        (-1234567, 0, "−1,234,567", "−1.234.567"),
        (0.1 + 0.2, None, "0.3", "0,3"),
        (100.0, None, "100", "100"),
    ],
)
def test_numbers_are_written_as_a_reader_expects(value, decimals, english, dutch):
    assert format_number(value, decimals) == english
    assert format_number(value, decimals, notation="dutch") == dutch


def test_what_cannot_be_written_says_so():
    with pytest.raises(ValueError, match="must be finite"):
        format_number(math.inf)
    with pytest.raises(ValueError, match="'english' or 'dutch'"):
        format_number(1.0, notation="french")
