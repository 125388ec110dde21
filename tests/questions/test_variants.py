"""Figures are drawn fairly, and only named functions are ever called."""

from types import MappingProxyType

import pytest

from salesedu import concepts
from salesedu.questions import arithmetic, registry
from salesedu.questions.bank.parse import parse
from salesedu.questions.parts import Flaw
from salesedu.questions.templates import fill
from salesedu.questions.variants import draw


def question(**changed):
    data = {
        "id": "sample-1", "type": "number", "concepts": ["x"], "asks": "apply", "section": "x",
        "prompt": "{a} times {b}?", "hint": "x", "solution": "x", "unit": "", "tolerance": 0.5,
        "params": {"a": {"int": [1, 6]}, "b": {"int": [1, 6]}},
        "answer": {"call": "arithmetic.multiply", "with": ["a", "b"]},
        "misconceptions": [{"call": "arithmetic.add", "with": ["a", "b"], "say": "Added."}],
    }
    return parse({**data, **changed}, "sample")


def figures(**changed):
    seed = changed.pop("seed", "s")
    return [one.figures for one in draw(question(**changed), registry.resolve, seed)]


def test_a_misconception_that_gives_the_key_is_never_drawn():
    for seed in range(30):
        drawn = figures(seed=seed)
        assert len({tuple(one.values()) for one in drawn}) == 20
        assert {"a": 2, "b": 2} not in drawn


def test_a_misconception_within_the_tolerance_of_the_key_is_never_drawn():
    for one in figures(tolerance=1, params={"a": {"int": [1, 9]}, "b": {"int": [1, 9]}}):
        assert abs(one["a"] * one["b"] - one["a"] - one["b"]) > 2


def test_two_misconceptions_that_coincide_are_never_drawn():
    subtract = {"call": "arithmetic.subtract", "with": ["a", "b"], "say": "Subtracted."}
    divide = {"call": "arithmetic.divide", "with": ["a", "b"], "say": "Divided."}
    wide = {"a": {"int": [1, 12]}, "b": {"int": [1, 12]}}
    for one in figures(misconceptions=[subtract, divide], params=wide, tolerance=0.1):
        assert abs((one["a"] - one["b"]) - one["a"] / one["b"]) > 0.2


def test_a_combination_that_the_function_refuses_is_never_drawn():
    drawn = figures(
        params={"a": {"int": [1, 30]}, "b": {"choice": [0, 4]}}, prompt="{a} / {b}",
        answer={"call": "arithmetic.divide", "with": ["a", "b"]}, tolerance=0.1, decimals=2,
    )
    assert {one["b"] for one in drawn} == {4}


@pytest.mark.parametrize("odd", [float("inf"), float("nan"), 1e200])
def test_a_key_that_is_not_finite_or_cannot_be_typed_is_never_drawn(odd):
    one = question(params={"a": {"int": [1, 40]}}, prompt="{a}", misconceptions=[],
                   answer={"call": "sample.odd", "with": ["a"]})
    drawn = draw(one, lambda _: lambda a: odd if a % 3 == 0 else a, "s")
    assert len(drawn) == 20
    assert not any(variant.figures["a"] % 3 == 0 for variant in drawn)


def test_in_per_cent_no_reading_of_a_mistake_reaches_the_key():
    # 0.4 typed for a mistake of 40 % also reads as 0.4 %, which must not be the key.
    with pytest.raises(Flaw, match="misconception 1 comes within the tolerance of the key"):
        figures(unit="%", tolerance=0.005, decimals=2, prompt="{a}",
                params={"a": {"int": [1, 40]}},
                answer={"call": "arithmetic.divide", "with": ["a", 10000]},
                misconceptions=[{"call": "arithmetic.divide", "with": ["a", 100], "say": "x"}])


def test_the_same_seed_draws_the_same_figures():
    assert figures(seed="one") == figures(seed="one") != figures(seed="other")


def test_one_key_does_not_fill_the_variants():
    keys = [one["a"] * one["b"] for one in figures(misconceptions=[])]
    assert max(keys.count(key) for key in keys) <= 3


def test_arguments_nest_and_texts_stay_texts():
    def tell(price, *, names, about):
        assert (names, about) == ([price, ["literal"]], {"b": 3})
        return price

    call = {"call": "sample.tell", "with": {
        "price": "a", "names": ["a", [{"text": "literal"}]], "about": {"b": 3}}}
    one = question(answer=call, misconceptions=[], params={"a": {"int": [1, 30]}}, prompt="{a}")
    assert len(draw(one, lambda name: {"sample.tell": tell}[name], 1)) == 20


@pytest.mark.parametrize(("take", "expected"), [
    ("score", 5), ("parts.price", 7), ("list.1", 9),
])
def test_a_part_of_a_result_is_taken(take, expected):
    class Result:
        score = 5
        parts = MappingProxyType({"price": 7})
        list = (8, 9)

    one = question(params={}, prompt="?", misconceptions=[],
                   answer={"call": "sample.result", "with": [], "take": take})
    assert draw(one, lambda _: Result, 1)[0].answer == expected


@pytest.mark.parametrize(("take", "what"), [
    ("", "gives a Result, not a number"), ("_secret", 'has no part "_secret"'),
    ("__class__", 'has no part "__class__"'), ("parts.cost", 'has no part "cost"'),
])
def test_a_part_that_is_no_number_or_hidden_is_refused(take, what):
    class Result:
        score = 5
        _secret = 6
        parts = MappingProxyType({"price": 7})

    one = question(params={}, prompt="?", misconceptions=[],
                   answer={"call": "sample.result", "with": [], "take": take})
    with pytest.raises(Flaw, match=what):
        draw(one, lambda _: Result, 1)


@pytest.mark.parametrize(("text", "filled"), [
    ("{n}", "1,234,567"), ("{n:euro}", "€ 1,234,567"), ("{cents:euro}", "€ 2.50"),
    ("{loss:euro}", "−€ 40"), ("{rate:percent}", "7.5 %"), ("{whole:percent}", "7 %"),
    ("{cents:0}", "3"), ("{cents:2}", "2.50"), ("{loss}", "−40"), ("{who} pays", "Karim pays"),
    ("{answer}", "12.0"), ("{dust}", "0.3"),
])
def test_placeholders_are_written_as_the_page_writes_numbers(text, filled):
    known = {"n": 1234567, "cents": 2.5, "loss": -40, "rate": 0.075, "whole": 0.07,
             "who": "Karim", "dust": 0.1 + 0.2, "answer": 12.0}
    assert fill(text, known, "12.0") == filled


def test_every_function_of_a_chapter_can_be_named_and_nothing_else():
    names = registry.names()
    assert {name.partition(".")[0] for name in names} == {
        "arithmetic", *(chapter.key for chapter in concepts.chapters())}
    assert "customers.net_promoter_score_of_counts" in names
    assert registry.resolve("arithmetic.add") is arithmetic.add
    assert all(callable(registry.resolve(name)) for name in names)


@pytest.mark.parametrize("name", [
    "os.system", "builtins.eval", "customers.NetPromoterScore", "customers.__doc__",
    "arithmetic.Decimal", "customers", "", "questions.bank",
])
def test_anything_else_is_refused(name):
    with pytest.raises(Flaw, match=r"there is no module|has no function"):
        registry.resolve(name)
