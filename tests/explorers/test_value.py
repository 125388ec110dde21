"""Chapter 4's explorers: right in what they conclude, right in what they predict."""

from itertools import product

import pytest

from salesedu import explorers, value
from salesedu.explorers.value import sellogram as builder
from tests.explorers.play import corners, figures, paint, reading, said


def test_the_chapter_has_the_four_of_the_syllabus():
    chapter = {one.id for one in explorers.all_explorers() if one.chapter == "value"}
    assert chapter == {"economic-value", "sellogram", "quote-margin", "lost-quotes"}


# --- Economic value ---------------------------------------------------------------------------


def test_value_starts_on_the_case():
    view = explorers.first_view("economic-value")
    assert figures(view) == {"value": "€ 8,000", "left": "€ 1,000", "premium": "€ 1,000", "share": "50 %"}


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "€ 7,000 is € 1,000 more than the urns cost, and a good buy"),
        ({"price": 8000}, "the whole difference goes to Noorderlicht"),
        ({"price": 9000}, "the differences are worth € 2,000, and the price takes € 3,000"),
        ({"price": 6000}, "gives the whole difference to Ilse"),
        ({"price": 5000}, "€ 1,000 cheaper too"),
        ({"waste": 0, "hours": 0}, "worth € 500 less than the urns"),
        ({"waste": 0, "hours": 0, "price": 5000}, "you sell a discount"),
        ({"waste": 0, "hours": 0, "trouble": 0}, "At € 7,000 she stays with urns"),
        ({"waste": 0, "hours": 0, "trouble": 0, "price": 6000}, "nothing to choose between"),
        ({"waste": 0, "hours": 0, "trouble": 0, "price": 5000}, "only a lower price can win her"),
    ],
)
def test_value_concludes(values, says):
    assert says in reading("economic-value", **values)


def test_the_waterfall_leads_from_the_alternative_to_the_value():
    for values in corners(explorers.find("economic-value")):
        bars = paint("economic-value", **values)["chart"]["datasets"]["bars"]
        assert len(bars) == 7
        # A step of nothing is drawn as a hair, hence the allowance.
        ends = [bar["end"] for bar in bars]
        steps = [values["reference"], values["waste"], values["hours"]]
        assert ends[:3] == pytest.approx([sum(steps[: i + 1]) for i in range(3)], abs=60)
        assert ends[4] == pytest.approx(sum(steps) - values["trouble"], abs=60)
        assert bars[3]["start"] == pytest.approx(ends[4], abs=60)
        assert ends[5] == values["price"]


def test_value_prediction():
    prediction = explorers.find("economic-value").prediction
    assert prediction.values == {"reference": 5000}
    offer = value.economic_value(5000, [1500, 1000], [500], price=7000)
    assert offer.inducement == 0
    assert prediction.choices[prediction.right] == "Nothing"


# --- Sellogram --------------------------------------------------------------------------------


def test_sellogram_starts_with_an_empty_column_that_weighs_most():
    view = explorers.first_view("sellogram")
    assert figures(view) == {"cover": "47 %", "first": "fresh-bean machine", "arguments": "4", "empty": "1"}
    assert "no worries, 40 %, and there the column is empty" in said(view["reading"])
    head = view["chart"]["datasets"]["heads"][0]
    assert (head["name"], head["lacking"]) == ("no worries", True)


def test_every_cell_of_a_feature_in_the_offer_is_seen_filled_or_empty():
    for values in corners(explorers.find("sellogram")):
        data = paint("sellogram", **values)["chart"]["datasets"]
        features = 1 + sum(values[name] for name in ("repair", "taps", "cups", "month"))
        assert len(data["filled"]) + len(data["empty"]) == 5 * features
        assert len(data["absent"]) == 5 - features


def test_arguments_are_numbered_by_force():
    labels = paint("sellogram", repair=True, taps=True, month=True)["chart"]["datasets"]["labels"]
    weights, names = builder.WEIGHTS["ilse"], list(builder.FEATURES)
    forces = {}
    for row in filter(lambda row: row["label"], labels):
        feature = builder.FEATURES[names[round((row["base"] - 94) / 54)]]
        motive = round(row["at"] * 5 - 0.5)
        forces[int(row["label"][:-2])] = feature[motive] * weights[builder.MOTIVES[motive]]
    order = [forces[place] for place in sorted(forces)]
    assert order == sorted(order, reverse=True)
    assert sorted(forces) == list(range(1, len(forces) + 1))


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"repair": True}, "begin with “repair before seven”, for no worries"),
        ({"month": True}, "begin with “fresh-bean machine”, for taste"),
        ({"customer": "karim"}, "Leave “own name on the cups” out of the talk"),
        ({"customer": "karim", "repair": True}, "On low cost you have nothing to say: Karim will notice"),
        ({"customer": "els"}, "On low cost and no worries you have nothing to say"),
        ({"repair": True, "taps": True}, "nearly all are strong"),
        ({"taps": True}, "the one for no worries is thin"),
    ],
)
def test_sellogram_concludes(values, says):
    assert says in reading("sellogram", **values)


def test_the_same_offer_is_another_argument_to_another_customer():
    offer = {"repair": True, "taps": True, "month": True}
    first = {name: figures(paint("sellogram", customer=name, **offer))["first"] for name in ("ilse", "karim", "els")}
    assert first == {"ilse": "repair before seven", "karim": "repair before seven", "els": "two taps"}


def test_two_features_cover_ilse_best_and_els_less_as_the_explorer_invites_to_find():
    def cover(customer, pair):
        features = ("repair", "taps", "cups", "month")
        view = paint("sellogram", customer=customer, **{name: name in pair for name in features})
        return int(figures(view)["cover"].removesuffix(" %"))

    pairs = [set(pair) for pair in product(("repair", "taps", "cups", "month"), repeat=2) if len(set(pair)) == 2]
    best = max(pairs, key=lambda pair: cover("ilse", pair))
    assert best == {"repair", "taps"}
    assert cover("els", best) < cover("ilse", best)


def test_sellogram_prediction():
    prediction = explorers.find("sellogram").prediction
    assert prediction.values == {"customer": "karim"}
    pride = builder.MOTIVES.index("pride")
    assert builder.WEIGHTS["karim"]["pride"] == 0
    assert [bool(strength) for strength in builder.FEATURES["own name on the cups"]].index(True) == pride
    assert prediction.choices[prediction.right].startswith("Nothing")


# --- Quote margin -----------------------------------------------------------------------------


def test_quote_starts_on_the_case():
    view = explorers.first_view("quote-margin")
    assert figures(view) == {"times": "1.25×", "margin": "€ 2,940", "mark_up": "48.5 %", "even": "39.4 %"}


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"discount": 22}, "At 22 % discount you need 1.8× the orders to earn the same."),
        ({"discount": 22}, "You gave 22 % of the price away, and 56 % of the margin with it"),
        ({"discount": 0}, "At the list price € 3,940 is left, 39.4 % of the price"),
        ({"discount": 40}, "each of them loses € 60"),
        ({"goods": 5000, "hours": 40}, "1.5× the orders"),
        ({"goods": 5000, "hours": 40, "discount": 30}, "no number of orders will do"),
    ],
)
def test_quote_concludes(values, says):
    assert says in reading("quote-margin", **values)


def test_the_steps_lead_from_the_list_price_to_the_margin():
    for values in corners(explorers.find("quote-margin")):
        rates = (values["overhead"] / 100, values["discount"] / 100)
        quote = value.quote_margin(10_000, values["goods"], values["hours"], 50, *rates)
        bars = paint("quote-margin", **values)["chart"]["datasets"]["bars"]
        assert bars[-1]["start"] == pytest.approx(min(0, quote.margin), abs=1)
        assert bars[-1]["end"] == pytest.approx(max(0, quote.margin), abs=60)


def test_the_learner_stands_on_the_curve_until_it_leaves_the_picture():
    for discount in range(0, 41):
        data = paint("quote-margin", discount=discount)["chart"]["datasets"]
        if discount == 40:  # 4,950 / 950: more than five times, above the picture
            assert data["here"] == []
            continue
        here = data["here"][0]
        part = next(part for part in data["curve"] if part["start"] - 1e-9 <= here["x"] <= part["end"] + 1e-9)
        assert part["y2"] - 0.5 <= here["y"] <= part["y"] + 0.5


def test_quote_prediction():
    prediction = explorers.find("quote-margin").prediction
    assert prediction.values == {"discount": 22}
    assert value.volume_needed(0.495, 0.22) == pytest.approx(1.8)
    assert prediction.choices[prediction.right] == "About 1.8"


# --- Lost quotes ------------------------------------------------------------------------------


def test_lost_quotes_start_on_the_case():
    view = explorers.first_view("lost-quotes")
    assert figures(view) == {"real": "5 points", "seen": "29 points", "speed": "40 points", "won": "42 %"}


def test_like_with_like_gives_back_what_the_sliders_put_in():
    for values in corners(explorers.find("lost-quotes")):
        shown = figures(paint("lost-quotes", **values))
        assert shown["real"] == f"{values['price']} points"
        assert shown["speed"] == f"{values['slow']} points"


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "Of the 29 points between cheaper and dearer quotes, 24 points come from speed"),
        ({}, "and 5 points from the price: dearer quotes are the slow ones"),
        ({}, "Cut the days before you cut the price"),
        ({"price": 0}, "won 24 points less, and none of it is the price"),
        ({"price": 25, "slow": 10}, "The price still matters more than the days"),
        ({"slow_dearer": 20}, "being dearer costs 5 points, being slow 40 points"),
        ({"slow_dearer": 5, "slow_cheaper": 95}, "won 31 points more often, and yet a high price does not help"),
        ({"slow_dearer": 15}, "speed hid what the price did"),
        ({"slow": 0}, "Speed does not matter here"),
        ({"slow": 0, "price": 0}, "Neither price nor speed matters here: 65 %"),
    ],
)
def test_lost_quotes_conclude(values, says):
    assert says in reading("lost-quotes", **values)


def test_lost_quotes_prediction():
    prediction = explorers.find("lost-quotes").prediction
    assert prediction.values == {"slow_dearer": 20}
    shown = figures(paint("lost-quotes", slow_dearer=20))
    assert (shown["seen"], shown["real"]) == ("5 points", "5 points")
    assert prediction.choices[prediction.right] == "About 5"
