"""The lab of an edition: its workbooks, its chapters and notation in the notebooks' Python, no solution too early."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from salesedu.concepts import edition as editions
from salesedu.exercises.ladder import exercises
from salesedu.questions import bank
from salesedu.site.lab.contents import contents
from salesedu.site.lab.wheel import course_wheel, sources_key

ROOT = Path(__file__).resolve().parents[2]
CHOSEN = "chapters: [funnel, my-chapters/service, customers]\ncourse: at-school\nnumbers: dutch\n"
HIDDEN = "solutions_hidden_until: 2099-01-15\n"
SECRETS = ("SOLUTION-NPS", "SOLUTION-PROMISE", "REASON-RIGHT")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A project with a folder of its own, and a way to say what its course.yml is."""
    home = tmp_path_factory.mktemp("project")
    for name in ("notebooks", "datasets", "pyproject.toml"):
        (home / name).symlink_to(ROOT / name)
    shutil.copytree(Path(__file__).parent / "my-chapters", home / "my-chapters")
    known = os.environ.get(editions.VARIABLE)

    def edition(text):
        (home / "course.yml").write_text(text, "utf-8")
        os.environ[editions.VARIABLE] = str(home / "course.yml")
        editions._current.cache_clear()
        return home

    yield edition
    os.environ.pop(editions.VARIABLE, None)
    if known is not None:
        os.environ[editions.VARIABLE] = known
    editions._current.cache_clear()


@pytest.fixture(scope="module")
def wheel(project, tmp_path_factory):
    """The course as the lab of this edition has it, in files."""
    name, body = course_wheel(project(CHOSEN + HIDDEN))
    path = tmp_path_factory.mktemp("wheel") / name
    path.write_bytes(body)
    with zipfile.ZipFile(path) as archive:
        archive.extractall(path.parent / "course")
    return path.parent / "course"


def test_the_lab_lists_the_workbooks_of_the_edition_and_a_folder_of_the_own_chapter(project):
    files = contents(project(CHOSEN))
    top = json.loads(files["api/contents/all.json"])["content"]
    assert [(one["type"], one["path"]) for one in top] == [
        ("directory", "datasets"), ("directory", "service"),
        ("notebook", "1-customer-centrality.ipynb"), ("notebook", "5-sales-funnel.ipynb"),
    ]  # fmt: skip
    own = json.loads(files["api/contents/service/all.json"])["content"]
    assert [one["path"] for one in own] == ["service/calls.csv", "service/calls.ipynb"]
    for listed in [*top[2:], *own]:
        assert len(files[f"files/{listed['path']}"]) == listed["size"]


def test_workbooks_in_the_lab_tell_what_this_edition_has(project):
    files = contents(project(CHOSEN))
    told = json.loads(files["files/service/calls.ipynb"])["cells"][0]["source"]
    assert "; the plan needs it." in told, "a link to a chapter that is left out is text"
    assert "calls.csv" in str(files["files/service/calls.ipynb"])


def test_no_workbook_in_the_lab_has_a_solution_in_what_it_printed(project):
    for name, body in contents(project(CHOSEN + HIDDEN)).items():
        for secret in (*SECRETS, "se-solution", "widget-state"):
            assert secret.encode() not in body, f"{secret} is in {name}"


def test_the_lab_is_made_anew_when_the_edition_changes_what_it_holds_and_not_else(project):
    home = project(CHOSEN)
    before, books = sources_key(home), contents(home)
    assert sources_key(project(f"{CHOSEN}institution: A school\nlicence: CC\n")) == before
    more = (CHOSEN.replace("dutch", "english"), "chapters: [customers]", CHOSEN.replace("at-", ""))
    for other in (CHOSEN + HIDDEN, *more):
        assert sources_key(project(other)) != before, other
    assert contents(project("chapters: [customers]")) != books
    questions = home / "my-chapters/service/questions.yaml"
    text = questions.read_text("utf-8")
    try:
        questions.write_text(text.replace("What can be checked?", "What can both check?"), "utf-8")
        assert sources_key(project(CHOSEN)) != before
    finally:
        questions.write_text(text, "utf-8")


def test_the_course_in_a_notebook_is_the_edition(wheel, tmp_path):
    code = """
import sys
sys.modules.update(dict.fromkeys(["yaml", "vl_convert", "docx"]))  # the lab has none of them
from salesedu import cards, check, concepts, explore, quiz
assert [(one.number, one.key) for one in concepts.chapters()] == [(1, "funnel"), (2, "service"), (3, "customers")]
number, choice = quiz("service").quiz["questions"]
assert "1.250,50" in choice["prompt"] and choice["withheld"] == "15 January 2099"
assert quiz("customers").quiz["course"] == cards("service").deck["course"] == "at-school"
assert "," in str([one["value"] for one in explore("nps").view["kpis"]])
try:
    quiz("leads")
except ValueError as told:
    assert "leads" in str(told)
else:
    raise AssertionError("a chapter that is left out has no questions here")
for _ in range(3):
    shown = repr(check("customers-8", -100))
assert "It appears on 15 January 2099." in shown and "answer =" not in shown
print(choice["hash"], number["hash"], *(one["hash"] for one in quiz("customers").quiz["questions"]))
"""
    env = {key: value for key, value in os.environ.items() if key != editions.VARIABLE}
    env["PYTHONPATH"] = str(wheel)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    hashes = done.stdout.split()
    assert len(set(hashes)) == len(hashes) > 20


def test_an_answer_given_in_the_lab_counts_when_the_solutions_are_there(project, wheel):
    project(CHOSEN)
    kept = {entry["id"]: entry["fingerprint"] for path in wheel.rglob("questions/*.json")
            for entry in json.loads(path.read_text("utf-8"))}
    for key in ("customers", "funnel"):
        for question in bank.load(key):
            assert kept[question.id] == bank.bake(question)["hash"]


def test_nothing_that_the_lab_carries_tells_a_solution_before_the_day(project, wheel):
    project(CHOSEN)
    words = (".py", ".yaml", ".yml", ".json")
    whole = "\n".join(path.read_text("utf-8") for path in wheel.rglob("*") if path.suffix in words)
    sought = [*SECRETS]
    for key in ("customers", "funnel"):
        sought += [json.dumps(one.solution, ensure_ascii=False)[1:-1] for one in bank.load(key)]
    solved = (line for one in exercises().values() for line in one.solution.splitlines())
    sought += [line for line in solved if line.startswith("answer = ") and len(line) > 30]
    assert len(sought) > 80
    assert [one for one in sought if one in whole] == []
    assert "REASON-WRONG" in whole, "what is said of a mistake is part of marking"
    assert not (wheel / "salesedu/questions/leads.yaml").exists()
