"""``check``: right answers pass, named mistakes are recognised, help climbs, nothing raises."""

import decimal
import fractions

import numpy as np
import pandas as pd
import pytest

from salesedu import check, load
from salesedu.exercises import reset
from salesedu.exercises.kinds import Figures
from salesedu.exercises.ladder import exercises

SEEDS = [None, 1, 12345]
ALL = list(exercises().values())
CHAPTERS = sorted({exercise.id.rsplit("-", 1)[0] for exercise in ALL})
each_exercise = pytest.mark.parametrize("exercise", ALL, ids=lambda exercise: exercise.id)
each_seed = pytest.mark.parametrize("seed", SEEDS)
EACH_MISTAKE = [(exercise, mistake) for exercise in ALL for mistake in exercise.mistakes]
each_mistake = pytest.mark.parametrize(
    ("exercise", "mistake"), EACH_MISTAKE, ids=[f"{e.id}: {m.say[:30]}" for e, m in EACH_MISTAKE]
)


class Breaks:
    """An answer that raises when it is looked at."""

    size = 1

    def item(self):
        raise RuntimeError("no item")


NO_ANSWERS = [
    None,
    [1, 2],
    (),
    {},
    {"colour": 3},
    object(),
    Breaks(),
    ValueError("went wrong"),
    len,
    float("nan"),
    float("inf"),
    np.nan,
    pd.NA,
    pd.NaT,
    1 + 2j,
    "",
    "no idea",
    "1.250",
    b"12",
    np.array([[1.0, 2.0]]),
    np.array([]),
    pd.Series([1.0, 2.0]),
    pd.Series([], dtype=float),
    load("accounts"),
    pd.DataFrame(),
    pd.Series({"office": "many", "hospitality": 1, "reseller": 2, "public sector": 3}),
]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_workbook_has_its_exercises(chapter):
    ids = [exercise.id for exercise in ALL if exercise.id.startswith(f"{chapter}-")]
    assert len(ids) >= 8
    assert ids == [f"{chapter}-{n}" for n in range(1, len(ids) + 1)]


@each_seed
@each_exercise
def test_the_right_answer_is_right(exercise, seed):
    feedback = check(exercise.id, exercise.truth(seed), seed=seed)
    assert feedback.state == "correct"
    assert repr(feedback).startswith("Right: ")
    assert exercise.meaning[:20] in repr(feedback).replace("\n", " ")


@each_exercise
def test_another_company_has_another_answer(exercise):
    shown = {str(exercise.truth(seed)) for seed in (None, 1, 2, 3, 12345)}
    assert len(shown) > 1 or exercise.id in ("customers-6", "customers-11")


@each_mistake
def test_a_named_mistake_is_recognised(exercise, mistake):
    feedback = check(exercise.id, mistake.value(None))
    assert feedback.state == "wrong"
    first_of_its_value = next(
        other.say
        for other in exercise.mistakes
        if exercise.kind.same(other.value(None), mistake.value(None))
    )
    assert feedback.parts == (("", first_of_its_value),)


@each_exercise
def test_help_climbs_from_the_mistake_to_the_hint_to_the_solution(exercise):
    wrong = exercise.mistakes[0].value(None)
    first, second, third, fourth = (check(exercise.id, wrong) for _ in range(4))
    assert exercise.hint not in str(first.parts)
    assert [title for title, _ in second.parts] == ["", "Hint."]
    assert [title for title, _ in third.parts] == ["", "Hint.", "Worked solution.", "Code"]
    assert exercise.kind.show(exercise.truth(None)) in third.parts[2][1]
    number = exercise.id.rpartition("-")[2]
    assert third.parts[3][1] == exercise.solution.replace("answer =", f"answer_{number} ="), "as it stands in the cell"
    assert fourth == third


def test_the_ladder_is_per_exercise_and_can_start_anew():
    check("customers-2", 99)
    check("customers-2", 99)
    assert "Hint." not in repr(check("customers-3", 99))
    assert "Worked solution." in repr(check("customers-2", 99))
    reset("customers-2")
    assert "Hint." not in repr(check("customers-2", 99))
    assert "Hint." in repr(check("customers-3", 99))


def test_a_wrong_guess_does_not_give_the_answer_away():
    truth = ALL[1].kind.show(ALL[1].truth(None))
    assert truth.split()[0] not in repr(check("customers-2", 99)) + repr(check("customers-2", 98))


@pytest.mark.parametrize("answer", NO_ANSWERS, ids=lambda answer: type(answer).__name__)
@each_exercise
def test_an_answer_of_the_wrong_type_gets_a_sentence_and_is_no_try(exercise, answer):
    feedback = check(exercise.id, answer)
    assert feedback.state == "unclear"
    assert repr(feedback).startswith("One moment. ")
    assert repr(feedback).endswith((".", "?", ")", "quotes."))
    assert "Hint." not in repr(check(exercise.id, exercise.mistakes[0].value(None)))


@each_exercise
def test_three_dots_are_no_answer_yet(exercise):
    for _ in range(3):
        assert check(exercise.id, ...).state == "unanswered"
    assert "Hint." not in repr(check(exercise.id, exercise.mistakes[0].value(None)))


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (None, "None"),
        ([1, 2], "a list of 2 values"),
        (load("accounts"), "a table (DataFrame) of 1,600 rows and 13 columns"),
        (pd.Series([1, 2, 3]), "a Series of 3 values"),
        (np.array([1, 2]), "an array of 2 values"),
        (ValueError("x"), "an error (ValueError)"),
        ("no idea", "the text “no idea”"),
        (True, "True or False"),
        (float("nan"), "missing (NaN)"),
        (float("inf"), "divided by 0"),
        (len, "put () behind it"),
    ],
)
def test_the_sentence_names_what_it_got_and_what_it_wants(answer, said):
    text = repr(check("customers-2", answer)).replace("\n", " ")
    assert said in text
    assert "one number, in points" in text


def test_a_whole_result_instead_of_its_score_is_recognised():
    from salesedu.customers import net_promoter_score

    assert ".score" in repr(check("customers-2", net_promoter_score([9, 3])))


@pytest.mark.parametrize(
    "wrap",
    [
        np.float64,
        np.float32,
        lambda value: np.array(value),
        lambda value: pd.Series([value]),
        decimal.Decimal,
        fractions.Fraction,
        lambda value: f"{value:.2f}".replace(".", ","),
        lambda value: f"{value:.2f} points",
    ],
)
def test_a_number_may_come_in_any_wrapping(wrap):
    assert check("customers-2", wrap(exercises()["customers-2"].truth(None))).state == "correct"


def test_numbers_in_dutch_notation_are_read():
    lost = exercises()["customers-12"].truth(None)
    dutch = f"{lost:,.0f}".replace(",", ".")
    assert check("customers-12", f"€ {dutch},00").state == "correct"
    share = exercises()["customers-1"].truth(None)
    assert check("customers-1", f"{100 * share:.1f} %".replace(".", ",")).state == "correct"


def test_slips_of_notation_and_sign_are_named():
    share, score = (exercises()[f"customers-{at}"].truth(None) for at in (1, 2))
    assert "0.25 and not 25" in repr(check("customers-1", 100 * share)).replace("\n", " ")
    assert "hundred times too little" in repr(check("customers-2", score / 100))
    assert "wrong sign" in repr(check("customers-2", -score))
    reset()
    assert "very close" in repr(check("customers-2", round(score)))
    assert "too high" in repr(check("customers-2", 90))
    assert "too low" in repr(check("customers-2", -90))


@pytest.mark.parametrize(
    "answer", ["Service", " service ", "perceived_service", np.str_("service")]
)
def test_a_label_may_differ_in_capitals_and_prefix(answer):
    assert check("customers-6", answer).state == "correct"


@pytest.mark.parametrize("answer", [False, np.False_, "False", "nee", np.array(False)])
def test_yes_or_no_may_come_in_any_wrapping(answer):
    assert check("customers-11", answer).state == "correct"


@pytest.mark.parametrize(
    "wrap",
    [
        dict,
        pd.Series,
        lambda value: pd.Series(value).to_frame("nps"),
        lambda value: pd.Series(value).reset_index(),
    ],
)
def test_a_small_table_may_come_in_any_wrapping(wrap):
    assert check("customers-4", wrap(exercises()["customers-4"].truth(None))).state == "correct"


def test_of_a_small_table_the_wrong_figure_is_named():
    truth = exercises()["customers-4"].truth(None)
    assert "3 of 4 are right. Look at office" in repr(check("customers-4", truth | {"office": 80}))
    turned = {name: -value for name, value in truth.items()}
    assert "turned round" in repr(check("customers-4", turned))
    unknown = truth | {"schools": 3}
    assert "“schools”" in repr(check("customers-4", unknown))
    del truth["office"]
    assert "“office” is missing" in repr(check("customers-4", truth))


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("customer-2", "Did you mean “customers-2”?"),
        ("weather", "called like “accounts-1”"),
        (7, "in quotes"),
        (None, "in quotes"),
        ([], "in quotes"),
    ],
)
def test_an_unknown_exercise_gets_a_sentence(id, said):
    feedback = check(id, 1)
    assert feedback.state == "unclear"
    assert said in repr(feedback)


def test_a_seed_that_is_none_gets_a_sentence():
    assert "whole number" in repr(check("customers-1", 0.2, seed="mine"))


@each_exercise
def test_figures_of_a_table_name_the_table_they_want(exercise):
    if isinstance(exercise.kind, Figures):
        assert all(name in exercise.kind.wanted for name in exercise.kind.names)
    assert exercise.ask.endswith("?")


def test_feedback_in_markdown_says_the_same():
    for _ in range(3):
        feedback = check("customers-4", exercises()["customers-4"].mistakes[0].value(None))
    text = feedback._repr_markdown_()
    assert text.startswith("**Not yet.** These are the scores")
    assert "**Hint.** " in text
    assert "```python\nanswer_4 = latest" in text


def test_a_comma_in_a_number_is_answered_in_a_learners_words():
    for answer in ((12, 5), (0, 85)):
        told = repr(check("customers-2", answer))
        assert "In Python a comma makes two numbers of one." in told
        assert "tuple" not in told
    assert "tuple" in repr(check("customers-2", (1, 2, 3)))


def test_an_amount_where_a_share_is_wanted_gets_one_remedy():
    share = next(one for one in exercises().values() if getattr(one.kind, "share", False))
    told = repr(check(share.id, "€ 1.250"))
    assert "is an amount in euros" in told
    assert told.count("This exercise wants") == 1
    assert "Type it in" not in told
