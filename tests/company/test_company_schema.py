"""The rules of a column: each kind of breach is named."""

import pandas as pd
import pytest

from salesedu.company.schema import Column, Table, csv_text, dictionary, problems, restore

PETS = Table(
    "pets",
    "Animals.",
    "one animal",
    "pet_id",
    (
        Column("pet_id", "key", "its number", pattern=r"P\d"),
        Column("kind", "label", "what it is", values=("cat", "dog")),
        Column("weight", "integer", "how heavy", "kg", minimum=1, maximum=90, may_be_empty=True),
        Column("born", "date", "birthday", minimum="2020-01-01"),
        Column("tame", "yes/no", "may it be touched?"),
        Column("owner", "key", "whose", refers_to="people.owner", may_be_empty=True),
    ),
)
GOOD = {
    "pet_id": ["P1", "P2"],
    "kind": ["cat", "dog"],
    "weight": [4, None],
    "born": ["2021-05-01", "2022-12-31"],
    "tame": [True, False],
    "owner": ["Ann", None],
}
PEOPLE = {"people": pd.DataFrame({"owner": ["Ann"]})}


def frame(**changes):
    return restore(pd.DataFrame(GOOD | changes), PETS)


def test_a_good_table_has_no_problems_and_survives_csv():
    assert problems(frame(), PETS, PEOPLE) == []
    assert csv_text(frame(), PETS).splitlines()[1:] == [
        "P1,cat,4,2021-05-01,True,Ann",
        "P2,dog,,2022-12-31,False,",
    ]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"pet_id": ["P1", "P1"]}, "P1 stands there twice"),
        ({"pet_id": ["P1", "Q2"]}, "'Q2' is not allowed"),
        ({"kind": ["cat", "cow"]}, "'cow' is not allowed (cat, dog)"),
        ({"kind": ["cat", None]}, "row 1 is empty"),
        ({"weight": [4, 91]}, "91"),
        ({"born": ["2021-05-01", "2019-12-31"]}, "pets.born"),
        ({"owner": ["Ann", "Bob"]}, "Bob is no people.owner"),
    ],
)
def test_each_breach_is_named(changes, said):
    (found,) = problems(frame(**changes), PETS, PEOPLE)
    assert said in found


def test_missing_columns_are_named():
    assert "columns" in problems(frame().drop(columns="tame"), PETS)[0]


def test_a_text_that_would_break_the_csv_is_refused():
    with pytest.raises(ValueError, match="quotes"):
        csv_text(frame(kind=["cat, large", "dog"]), PETS)


def test_a_definition_that_makes_no_sense_is_refused():
    with pytest.raises(ValueError, match="colour"):
        Column("a", "colour", "")
    with pytest.raises(ValueError, match="list of values"):
        Column("a", "label", "")
    with pytest.raises(KeyError, match="feathers"):
        PETS["feathers"]


def test_the_dictionary_tells_unit_bounds_and_empty_cells():
    text = dictionary({"pets": PETS}, {"pets": 2})
    assert "| `weight` | whole number, kg | how heavy | 1 to 90; may be empty |" in text
    assert "| `pet_id` | the key of this table |" in text
