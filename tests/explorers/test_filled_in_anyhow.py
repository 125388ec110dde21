"""Whatever a learner leaves in the cells of a form, each cell on its own: it is painted, and its plan reads back."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesedu import explorers
from salesedu.accounts import AccountPlan
from salesedu.explorers.parts import Entry, Level, Pick, Sheet, Slider, Tick, Words
from tests.explorers.play import options, paint

FORMS = [one for one in explorers.all_explorers() if one.keeps]
SCRIBBLES = (
    "",
    " ",
    "a|b",
    "-",
    "# 1",
    "12.500",
    "€ 5",
    "1e12",
    "−1",
    "35 %",
    "250 %",
    "31-2-2027",
    "5 May 2027",
    "q\nr",
)


def texts(longest):
    return st.one_of(st.sampled_from(SCRIBBLES), st.text(max_size=20)).map(lambda text: text[:longest])


def cells(column):
    if isinstance(column, Tick):
        return st.booleans()
    if isinstance(column, Level):
        return st.none() | st.integers(1, column.top)
    if isinstance(column, Pick):
        return st.none() | st.sampled_from([value for value, _ in column.options])
    assert isinstance(column, Entry)
    return texts(column.longest)


def anything(control):
    if isinstance(control, Sheet):
        row = st.fixed_dictionaries({column.name: cells(column) for column in control.columns})
        return st.fixed_dictionaries({key: row for key, *_ in control.rows})
    if isinstance(control, Words):
        return texts(control.longest)
    if isinstance(control, Slider):
        steps = round((control.maximum - control.minimum) / control.step)
        return st.integers(0, steps).map(lambda step: control.minimum + step * control.step)
    return st.sampled_from(options(control))


@pytest.mark.parametrize("form", FORMS, ids=[one.id for one in FORMS])
@given(data=st.data())
def test_it_is_painted_whatever_stands_in_its_cells(form, data):
    values = {
        control.name: data.draw(anything(control)) for control in form.controls if data.draw(st.integers(0, 2)) > 0
    }
    view = paint(form.id, **values)
    assert not re.search(r"\bnan\b|\binf\b", view["reading"] + "".join(kpi["value"] for kpi in view["kpis"]))
    if form.id == "account-plan":
        plan = AccountPlan.from_markdown(view["documents"][0]["text"])
        assert f"{100 * plan.completeness:.0f}" == view["kpis"][0]["value"].split("\N{NO-BREAK SPACE}")[0]
