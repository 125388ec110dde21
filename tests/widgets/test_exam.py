"""The exam as a widget, and what its front end keeps, marks and forgives, without a browser."""

import json
import re
import subprocess

import pytest

from salesedu import exam, quiz
from salesedu.questions import exam as exams
from salesedu.widgets import fallback
from tests.questions.node import JS, call_each, loose_modules, node

SCRIPT = """
import { readFileSync } from "node:fs";
const folder = process.argv.at(-1);
const { byChapter, handIn, newSitting, reconcile, resultOf, standing, validSitting } =
  await import(`${folder}/sitting.js`);
const { fetchPool } = await import(`${folder}/exam-pool.js`);
const questions = new Map(JSON.parse(readFileSync(0, "utf8")).map((one) => [one.id, one]));
const entries = [...questions.values()].map(({ id, chapter, type, asks, hash, concepts, variants }) => (
  { id, chapter, type, asks, hash, concept: concepts[0].id, variants: variants?.length ?? 1 }));
const show = (value) => console.log(JSON.stringify(value ?? null));
const sitting = newSitting({ id: "final", size: 6 }, entries, 12, 60, 1000);
const key = (one, variant) => ({
  choice: () => one.options.find((o) => o.correct).index,
  multiple: () => one.options.filter((o) => o.correct).map((o) => o.index),
  number: () => one.variants[variant].shown,
  text: () => one.accept[0],
  order: () => one.items.map((i) => i.index),
  match: () => one.lefts.map((l, i) => i),
  sort: () => [...one.items].sort((a, b) => a.index - b.index).map((i) => i.bin),
})[one.type]();
const answer = (item) => ({ ...item, response: key(questions.get(item.id), item.variant) });
const answered = { ...sitting, items: sitting.items.map(answer) };
const both = [{ key: "customers" }, { key: "leads" }, { key: "value" }];
"""


def front_end(script: str) -> list:
    done = subprocess.run(
        [node(), "--input-type=module", "--eval", SCRIPT + script, "--", loose_modules(JS).as_uri()],
        input=json.dumps(exams.pool(["customers", "leads"])), capture_output=True, text=True, check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_an_exam_brings_its_index_and_no_question():
    widget = exam()
    told = json.dumps(widget.exam)
    assert repr(widget) == "Exam('final', questions=40)"
    first = exams.pool()[0]
    assert [first["id"], first["hash"]] == [widget.exam["index"][0][0], widget.exam["index"][0][-1]]
    assert first["solution"] not in told
    assert '"correct"' not in told


def test_in_jupyter_the_questions_come_when_asked_for():
    reply, (body,) = exam(size=4, chapters=["leads"]).pool({}, [])
    assert reply["ok"] is True
    assert {one["chapter"] for one in json.loads(body)} == {"leads"}


def test_an_exam_that_cannot_be_is_refused():
    with pytest.raises(ValueError, match="from 1 to 9999"):
        exam(0)
    with pytest.raises(ValueError, match="at most"):
        exam(size=500)


def test_on_paper_an_exam_says_what_it_is_and_leads_to_chapters_and_worksheets():
    state = {"exam": exam().exam}
    linked = fallback.html(state, "../")
    assert 'href="../book/worksheets.html"' in linked
    for chapter in state["exam"]["chapters"]:
        assert f'href="../book/{chapter["page"]}.html"' in linked
    assert "<a " not in fallback.html(state)
    assert re.search(r"<(button|input|select|form)\b", linked) is None
    assert "quiz at the end" in fallback.html(state)
    assert fallback.html({"quiz": quiz("customers").quiz}, "../") == fallback.html({"quiz": quiz("customers").quiz})


def test_every_key_gives_all_points_and_a_ten():
    (result, chapters) = front_end("""
        const done = handIn(answered, questions, 5000);
        show(resultOf(done)); show(byChapter(done, both));
    """)
    assert result == {"points": 6, "of": 6, "share": 1, "mark": 10, "pass": True}
    assert [(one["chapter"], one["points"], one["of"], one["missed"]) for one in chapters] == [
        ("customers", 3, 3, []), ("leads", 3, 3, []),
    ]


def test_nothing_answered_gives_a_one_and_everything_is_missed():
    result, missed = front_end("""
        const done = handIn(sitting, questions, 5000);
        show(resultOf(done)); show(byChapter(done, both).flatMap((one) => one.missed).length);
    """)
    assert result == {"points": 0, "of": 6, "share": 0, "mark": 1, "pass": False}
    assert missed == 6


@pytest.mark.parametrize(
    ("scores", "mark", "passed"),
    [([1, 0], 5.5, True), ([0.98, 0], 5.4, False), ([0.5, 0.25], 4.4, False), ([1, 1, 0], 7, True)],
)
def test_the_mark_is_one_plus_nine_times_the_share(scores, mark, passed):
    (result,) = call_each("sitting.js", "resultOf", [[{"items": [{"score": one} for one in scores]}]])
    assert (result["mark"], result["pass"]) == (mark, passed)


def test_a_number_that_cannot_be_read_counts_as_open_in_a_way_that_can_be_told():
    (told,) = front_end("""
        const number = [...questions.values()].find((one) => one.type === "number");
        const how = (response) => standing(number, { response, variant: 0 });
        show([how(null), how(""), how("1.250"), how("a dozen"), how("7")]);
    """)
    assert told == ["open", "open", "unclear", "unclear", "answered"]


def test_a_new_edition_drops_only_the_answers_to_what_it_changed():
    edited, responses, gone, count = front_end("""
        const third = answered.items[2].id;
        const changed = entries.map((one) => (one.id === third ? { ...one, hash: "new" } : one));
        const now = reconcile(answered, changed);
        show(now.edited); show(now.sitting.items.map((one) => one.response !== null));
        const without = entries.filter((one) => one.id !== answered.items[0].id);
        const fewer = reconcile({ ...answered, current: 5 }, without).sitting;
        show([fewer.gone, fewer.items.length, fewer.current]);
        const done = handIn(answered, questions, 5000);
        show(resultOf(reconcile(done, changed.slice(1)).sitting).points);
    """)
    assert edited == [2]
    assert responses == [True, True, False, True, True, True]
    assert gone == [1, 5, 4]
    assert count == 6, "what was handed in keeps its points"


def test_only_a_whole_sitting_is_believed():
    good, bad = front_end("""
        show([validSitting(sitting), validSitting(handIn(answered, questions, 5000))]);
        const item = sitting.items[0];
        const with_ = (what) => ({ ...sitting, ...what });
        const wrong = [{}, with_({ items: [] }), with_({ number: "12" }), with_({ current: 6 }), with_({ end: "soon" }),
          with_({ done: 5000 }), with_({ items: [null] }), with_({ items: [{ ...item, score: 2 }] }),
          with_({ items: [{ ...item, variant: -1 }] }), with_({ items: [{ ...item, marked: 1 }] })];
        show(wrong.map(validSitting));
    """)
    assert good == [True, True]
    assert not any(bad)


def test_questions_of_another_edition_or_none_at_all_are_told_in_a_sentence():
    right, other, gone, said = front_end("""
        const bytes = new TextEncoder().encode(JSON.stringify([...questions.values()]));
        const from = (invoke) => fetchPool({ invoke }, undefined, entries);
        show((await from(async () => [{ ok: true }, [bytes]])).questions?.size);
        const edited = [{ ...entries[0], hash: "x" }];
        show(await fetchPool({ invoke: async () => [{ ok: true }, [bytes]] }, undefined, edited));
        show(await from(async () => { throw new Error("gone"); }));
        show(await from(async () => [{ ok: false, error: "The questions could not be made." }, []]));
    """)
    assert right > 50
    assert "editions" in other["error"]
    assert "could not be fetched" in gone["error"]
    assert said == {"error": "The questions could not be made."}


def test_times_are_told_as_one_says_them():
    minute = 60_000
    times = [5000, minute, 59 * minute, 60 * minute, 125 * minute, 3 * 1440 * minute]
    spoken = call_each("exam-words.js", "duration", [[one] for one in times])
    assert [one.replace("\u00a0", " ") for one in spoken] == [
        "less than a minute", "1 minute", "59 minutes", "1 hour", "2 hours 5 minutes", "3 days",
    ]
    assert call_each("exam-words.js", "left", [[0], [-5], [999], [61_000], [3_600_000], [5_399_000]]) == [
        "0:00", "0:00", "0:01", "1:01", "1:00:00", "1:29:59",
    ]


def test_a_number_field_takes_whole_numbers_within_bounds():
    given = ["7", " 2025 ", "9999", "0", "10000", "12.5", "-3", "seven", "", "1e3"]
    assert call_each("draw.js", "wholeNumber", [[one, 1, 9999] for one in given]) == [7, 2025, 9999] + [None] * 7
