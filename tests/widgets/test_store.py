"""The learner's work in the browser: kept, migrated, set aside, shared, taken out and brought back."""

import json
import subprocess

import pytest

from tests.questions.node import JS, loose_modules, node

# A browser in miniature: storage that can be closed or full, and a document that carries events.
BROWSER = """
globalThis.disk = new Map(Object.entries(JSON.parse(process.argv.at(-2))));
globalThis.mode = "open";
const door = () => { if (mode === "closed") throw new DOMException("closed", "SecurityError"); };
Object.defineProperty(globalThis, "localStorage", { configurable: true, get() { door(); return {
  getItem: (k) => disk.has(k) ? disk.get(k) : null,
  setItem: (k, v) => { if (mode === "full") throw new DOMException("full", "QuotaExceededError"); disk.set(k, v); },
  removeItem: (k) => disk.delete(k), key: (i) => [...disk.keys()][i], get length() { return disk.size; } }; } });
globalThis.document = new EventTarget();
const windows = new EventTarget();
globalThis.addEventListener = windows.addEventListener.bind(windows);
globalThis.removeEventListener = windows.removeEventListener.bind(windows);
globalThis.otherTab = (key, text) => {
  if (text === null) disk.delete(key); else disk.set(key, text);
  windows.dispatchEvent(Object.assign(new Event("storage"), { key }));
};
const folder = process.argv.at(-1);
const { makeStore, migrate } = await import(folder + "/store.js");
const { readExport, exportOf } = await import(folder + "/work.js");
const store = makeStore("c");
const show = (value) => console.log(JSON.stringify(value ?? null));
"""


def browser(script: str, disk: dict | None = None):
    """Run a script in it; what it shows comes back, one value per line."""
    given = [json.dumps(disk or {}), loose_modules(JS).as_uri()]
    done = subprocess.run(
        [node(), "--input-type=module", "--eval", BROWSER + script, "--", *given],
        capture_output=True, text=True, check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def record(hash_="h1", at="2025-01-01T00:00:00.000Z", **more) -> str:
    return json.dumps({"v": 1, "hash": hash_, "at": at, "best": 0.5, **more})


def test_nothing_reaches_the_disk_before_consent_and_all_of_it_after():
    before, read, after = browser("""
        store.write("q:a", { hash: "h1", best: 1 });
        show([...disk.keys()]);
        show(store.read("q:a", "h1").record.best);
        store.setConsent(true);
        show([...disk.keys()].sort());
    """)
    assert before == []
    assert read == 1
    assert after == ["salesedu:c:consent", "salesedu:c:q:a"]


def test_not_now_is_respected_until_the_page_is_left():
    keys, consent = browser("""
        store.setConsent(false); store.write("q:a", { hash: "h1" });
        show([...disk.keys()]); show(store.consent());
    """)
    assert keys == []
    assert consent == "later"


def test_an_edited_question_starts_anew_and_its_neighbour_does_not():
    edited, kept = browser(
        'show(store.read("q:a", "h2")); show(store.read("q:b", "h1").record.best);',
        {"salesedu:c:q:a": record(), "salesedu:c:q:b": record()},
    )
    assert edited == {"edited": True}
    assert kept == 0.5


@pytest.mark.parametrize(
    "rubbish", ["{half", "null", "[]", '"text"', '{"v":99,"hash":"h1"}', '{"v":1}', record(best="much")]
)
def test_a_broken_record_is_set_aside_once_and_the_others_stand(rubbish):
    first, again, keys, other = browser(
        """
        const valid = (one) => typeof one.best === "number";
        show(store.read("q:a", "h1", valid)); show(store.read("q:a", "h1", valid));
        show([...disk.entries()].filter(([k]) => k.includes("broken")));
        show(store.read("q:b", "h1", valid).record.best);
        """,
        {"salesedu:c:q:a": rubbish, "salesedu:c:q:b": record()},
    )
    assert first == {"broken": True}
    assert again == {}
    assert keys == [["salesedu:c:broken:q:a", rubbish]]
    assert other == 0.5


def test_a_closed_storage_is_told_and_work_goes_on_in_memory():
    can, problem, best = browser("""
        mode = "closed";
        store.write("q:a", { hash: "h1", best: 1 });
        show(store.canKeep()); show(store.problem()); show(store.read("q:a", "h1").record.best);
    """)
    assert can is False
    assert "until you close or reload" in problem
    assert best == 1


def test_a_full_storage_is_told_and_work_goes_on_in_memory():
    problem, best, later = browser("""
        store.setConsent(true); mode = "full";
        store.write("q:a", { hash: "h1", best: 1 });
        show(store.problem()); show(store.read("q:a", "h1").record.best);
        mode = "open"; store.write("q:a", { hash: "h1", best: 1 }); show(store.problem());
    """)
    assert "no room" in problem
    assert best == 1
    assert later is None


def test_two_widgets_on_a_page_hear_of_each_other_and_other_courses_do_not():
    (heard,) = browser("""
        const heard = [];
        makeStore("c").subscribe((keys) => heard.push(["same", keys]));
        makeStore("d").subscribe((keys) => heard.push(["other", keys]));
        store.write("q:a", { hash: "h1" });
        show(heard);
    """)
    assert heard == [["same", ["q:a"]]]


def test_another_tab_s_newer_answer_replaces_ours():
    before, after, heard = browser(f"""
        const heard = []; store.setConsent(true); store.subscribe((keys) => heard.push(keys));
        store.write("q:a", {{ hash: "h1", best: 0 }});
        show(store.read("q:a", "h1").record.best);
        otherTab("salesedu:c:q:a", {json.dumps(record())});
        show(store.read("q:a", "h1").record.best); show(heard.at(-1));
    """)
    assert before == 0
    assert after == 0.5
    assert heard == ["q:a"]


def test_consent_given_in_another_tab_keeps_our_answers_too_and_replaces_none():
    ours, theirs = browser(f"""
        store.subscribe(() => {{}});
        store.write("q:a", {{ hash: "h1", best: 1 }}); store.write("q:b", {{ hash: "h1", best: 1 }});
        disk.set("salesedu:c:q:b", {json.dumps(record())});
        otherTab("salesedu:c:consent", "yes");
        for (const key of ["q:a", "q:b"]) show(JSON.parse(disk.get("salesedu:c:" + key)).best);
    """)
    assert ours == 1
    assert theirs == 0.5


def test_a_reset_takes_the_chapter_and_leaves_the_rest():
    gone, left = browser(
        'show(store.reset((key, one) => one.chapter === "x")); show([...disk.keys()].sort());',
        {
            "salesedu:c:consent": "yes",
            "salesedu:c:q:a": record(chapter="x"),
            "salesedu:c:card:b": record(chapter="x"),
            "salesedu:c:explorer:p": record(chapter="x"),
            "salesedu:c:q:z": record(chapter="y"),
            "salesedu:d:q:a": record(chapter="x"),
            "elsewhere": "1",
        },
    )
    assert gone == 3
    assert left == ["elsewhere", "salesedu:c:consent", "salesedu:c:q:z", "salesedu:d:q:a"]


def test_work_taken_out_comes_back_and_of_two_the_newest_stays():
    result, best = browser(
        """
        const text = JSON.stringify(exportOf(store));
        const older = JSON.parse(text);
        store.reset(() => true);
        store.setConsent(true);
        store.write("q:b", { hash: "h1", best: 1 });
        const { entries } = readExport(text, "c");
        show(store.merge(entries));
        show(["q:a", "q:b"].map((key) => store.read(key, "h1").record.best));
        """,
        {"salesedu:c:q:a": record(), "salesedu:c:q:b": record()},
    )
    assert result == {"taken": 1, "older": 1}
    assert best == [0.5, 1]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("{oops", "could not be read"),
        ("null", "not an export"),
        ('{"beach": true}', "not an export"),
        ('{"salesedu": "another", "entries": {}}', "another course"),
    ],
)
def test_a_strange_file_is_refused_with_a_sentence(text, word):
    (found,) = browser(f"show(readExport({json.dumps(text)}, 'c'));")
    assert word in found["error"]
    assert "entries" not in found


def test_strange_entries_of_a_good_file_are_left_out():
    good = json.loads(record())
    entries = {"q:good": good, "explorer:a-plan": good, "explorer:<img>": good, "q:<img>": good, "consent": good}
    entries |= {"q:old": {"v": 0}, "q:bad": 3}
    file = {"salesedu": "c", "entries": entries}
    (found,) = browser(f"show(readExport({json.dumps(json.dumps(file))}, 'c'));")
    assert list(found["entries"]) == ["q:good", "explorer:a-plan"]
    assert found["refused"] == 5
