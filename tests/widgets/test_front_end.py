"""Parts of the front end that need no browser: calls that queue up, and cards that fall due."""

import json
import subprocess

import pytest

from salesedu.explorers.parts import Entry, Level, Pick, Sheet, Slider, Tick, Words
from tests.explorers import room_plan
from tests.explorers.test_forms import VECTORS
from tests.questions.node import JS, call_each, loose_modules, node


def run(script: str):
    head = 'const folder = process.argv.at(-1); const { latest, makeCaller } = await import(folder + "/calls.js");\n'
    head += "const show = (value) => console.log(JSON.stringify(value));\n"
    done = subprocess.run(
        [node(), "--input-type=module", "--eval", head + script, "--", loose_modules(JS).as_uri()],
        capture_output=True, text=True, check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_of_many_moves_only_the_first_and_the_last_are_calculated():
    (done,) = run("""
        const done = []; const gates = [];
        const wish = latest((value) => new Promise((open) => { done.push(value); gates.push(open); }));
        for (const value of [1, 2, 3, 4]) wish(value);
        const later = () => new Promise((next) => setImmediate(next));
        gates[0](); await later(); gates[1](); await later();
        show(done);
    """)
    assert done == [1, 4]


def test_who_wishes_while_another_wish_runs_hears_when_all_is_done():
    (order,) = run("""
        const order = []; const gates = [];
        const wish = latest((value) => new Promise((open) => { gates.push(() => { order.push(value); open(); }); }));
        const first = wish(1); const second = wish(2).then(() => order.push("told"));
        gates[0](); await new Promise((next) => setImmediate(next)); gates[1]();
        await first; await second; show(order);
    """)
    assert order == [1, 2, "told"]


def test_a_move_that_fails_does_not_block_the_next():
    (done,) = run("""
        const done = [];
        const wish = latest(async (value) => { done.push(value); if (value === 1) throw new Error("no"); });
        await wish(1).catch(() => {}); await wish(2); show(done);
    """)
    assert done == [1, 2]


@pytest.mark.parametrize(
    ("invoke", "word"),
    [
        ("async () => [{ ok: false, error: 'too much' }, []]", "too much"),
        ("async () => [{ ok: false, error: '' }, []]", "no answer"),
        ("async () => [undefined, []]", "no answer"),
        ("async () => { throw new Error('gone'); }", "kernel"),
    ],
)
def test_whatever_goes_wrong_becomes_a_sentence(invoke, word):
    (reply,) = run(f"""
        const call = makeCaller({{ invoke: {invoke} }}, new AbortController().signal, false);
        show(await call("paint", {{}}));
    """)
    assert reply["ok"] is False
    assert word in reply["error"]


def test_leaving_the_page_ends_a_call_that_hangs():
    (reply,) = run("""
        const leave = new AbortController();
        const invoke = (name, message, { signal }) => new Promise((_, no) => {
          signal.addEventListener("abort", () => no(signal.reason));
        });
        const reply = makeCaller({ invoke }, leave.signal, true)("paint", {});
        leave.abort(); show(await reply);
    """)
    assert reply["ok"] is False


def test_a_known_card_rests_longer_each_time_and_an_unknown_one_starts_again():
    box, due = 0, "2025-02-26"
    rests = []
    for _ in range(7):
        (card,) = call_each("leitner.js", "answered", [[{"box": box, "due": due}, True, due]])
        (rest,) = call_each("leitner.js", "daysUntil", [[card["due"], due]])
        rests.append(rest)
        box, due = card["box"], card["due"]
    assert rests == [1, 3, 7, 16, 35, 35, 35]
    assert call_each("leitner.js", "answered", [[{"box": 4, "due": due}, False, "2025-03-01"]]) == [
        {"box": 0, "due": "2025-03-01"}
    ]


def test_days_are_counted_over_months_and_the_change_of_clocks():
    assert call_each("leitner.js", "later", [["2025-02-27", 3], ["2025-03-29", 2], ["2024-12-31", 1]]) == [
        "2025-03-02", "2025-03-31", "2025-01-01",
    ]
    assert call_each("leitner.js", "daysUntil", [["2025-04-01", "2025-03-28"], ["2025-10-27", "2025-10-25"]]) == [4, 2]


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"box": 1},
        {"box": 9, "due": "2025-01-01"},
        {"box": "1", "due": "2025-01-01"},
        {"box": 1, "due": "soon"},
        {"box": 1, "due": "2025-99-99"},
    ],
)
def test_a_malformed_card_is_not_believed(record):
    assert call_each("leitner.js", "validCard", [[record], [{"box": 1, "due": "2025-01-01"}]]) == [False, True]


def test_values_beside_a_slider_are_written_as_on_the_page():
    assert call_each("units.js", "withUnit", [[1250, "€", 0], [-0.5, "points", 1], [25, "%", 0], [12.5, "", 1]]) == [
        "€ 1,250", "−0.5 points", "25 %", "12.5",
    ]


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["control"]["label"] for vector in VECTORS])
def test_only_values_that_python_would_read_come_back_from_the_browser(vector):
    for kind, answer in (("fits", True), ("does_not_fit", False)):
        asked = [[vector["control"], value] for value in vector[kind]]
        assert call_each("fits.js", "fits", asked) == [answer] * len(asked)


def test_values_that_are_kept_are_whole_or_nothing():
    told = room_plan.EXPLORER.as_dict()["controls"]
    values = {control["name"]: control["value"] for control in told}
    missing = {name: value for name, value in values.items() if name != "goal"}
    asked = [values, values | {"months": 99}, missing, values | {"new": 1}, None, [], "x"]
    assert call_each("fits.js", "allFit", [[told, one] for one in asked]) == [True] + [False] * 6


def test_room_is_told_when_it_runs_out():
    assert call_each("words.js", "roomLeft", [[10, 100], [79, 100], [80, 100], [100, 100]]) == [
        "", "", "20 characters left", "Full: there is room for 100 characters.",
    ]


def test_a_row_that_waits_says_for_what():
    tick, importance, score = (column.as_dict() for column in room_plan.BLOCKS.columns)
    assert call_each("sheet.js", "explained", [[tick, [importance, score]], [tick, [score]]]) == [
        "Tick “Matters” in a row to fill in its importance and score.",
        "Tick “Matters” in a row to fill in its score.",
    ]


def test_a_table_of_two_levels_fits_a_page_and_not_a_phone_and_larger_letters_need_more():
    told = room_plan.BLOCKS.as_dict()
    told["columns"] = told["columns"][1:]  # the first one stands in the row's head
    normal, large = call_each("sheet.js", "widthOf", [[told, 16], [told, 24]])
    assert 440 + 100 < normal < 625
    assert large > normal


def test_a_cell_is_as_wide_as_what_it_holds():
    columns = [
        Entry("by", "By", longest=30),
        Entry("who", "Who", longest=50),
        Entry("goal", "Goal", longest=100),
        Pick("role", "Role", (("buyer", "buyer"),)),
        Pick("block", "Block", (("leads", "6 Leads, opportunities"),)),
        Level("score", "Score"),
        Level("trust", "Trust", top=10),
    ]
    assert call_each("sheet.js", "sizeOf", [[column.as_dict()] for column in columns]) == [
        "short", "medium", "wide", "medium", "wide", "levels", "short",
    ]
    quarters = Sheet("f", "Forecast", (("q1", "Q1"),), (Entry("a", "A", longest=9), Entry("b", "B", longest=9)))
    assert call_each("sheet.js", "widthOf", [[quarters.as_dict(), 16]])[0] < 290, "a small table fits a phone"


def test_a_row_that_is_taken_out_leaves_no_gap():
    people = Sheet("p", "P", (("a", "A"), ("b", "B"), ("c", "C")), (Tick("t", "T"), Entry("e", "E"), Level("l", "L")))
    value = {key: {"t": True, "e": key, "l": i} for i, key in enumerate("abc", start=1)}
    empty = {"t": False, "e": "", "l": None}
    told = people.as_dict()
    assert call_each("rows.js", "without", [[told, value, "a"], [told, value, "c"]]) == [
        {"a": value["b"], "b": value["c"], "c": empty},
        {"a": value["a"], "b": value["b"], "c": empty},
    ]
    spaces = {**value, "b": {**empty, "e": "  "}}
    assert call_each("rows.js", "filledRows", [[told, value], [told, spaces]]) == [["a", "b", "c"], ["a", "c"]]


def test_a_step_says_what_it_holds_and_what_is_left():
    levels = Sheet("b", "Blocks", room_plan.BLOCKS.rows, room_plan.BLOCKS.columns).as_dict()
    off = {"counts": False, "importance": 3, "score": 3}
    half = {"counts": True, "importance": 3, "score": None}
    people = Sheet("p", "People", (("a", "A"), ("b", "B")), (Entry("e", "E"), Entry("f", "F")), adds="Add").as_dict()
    some, none = {"e": "Els", "f": ""}, {"e": " ", "f": ""}
    words = Words("needs", "Needs: what they want").as_dict()
    asked = [
        [levels, {"customers": half, "process": off, "qualities": off}],
        [levels, {"customers": off, "process": off, "qualities": off}],
        [levels, {"customers": {**half, "score": 1}, "process": off, "qualities": off}],
        [people, {"a": some, "b": none}],
        [people, {"a": none, "b": none}],
        [words, "x"],
        [words, " "],
        [Slider("n", "N", 1, 5, 1, 2).as_dict(), 2],
    ]
    assert call_each("steps.js", "told", asked) == [
        {"name": "Blocks", "said": "1 of 2", "left": True},
        {"name": "Blocks", "said": "empty", "left": True},
        {"name": "Blocks", "said": "", "left": False},
        {"name": "People", "said": "1", "left": False},
        {"name": "People", "said": "empty", "left": True},
        {"name": "Needs", "said": "", "left": False},
        {"name": "Needs", "said": "empty", "left": True},
        None,
    ]
