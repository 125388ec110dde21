"""The workflows that publish the book: what they run, when, and that they find the day on which solutions appear."""

import os
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
GITHUB = yaml.safe_load((ROOT / ".github/workflows/pages.yml").read_text("utf-8"))
GITLAB = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
TODAY = datetime.now(UTC).date()


def commands(job: dict) -> list[str]:
    return job.get("script") or [step["run"] for step in job["steps"] if "run" in step]


@pytest.mark.parametrize(("test", "build"), [
    (GITHUB["jobs"]["test"], GITHUB["jobs"]["build"]), (GITLAB["test"], GITLAB["pages"]),
], ids=["GitHub", "GitLab"])  # fmt: skip
def test_what_is_published_was_tested_and_has_zip_pdf_epub_and_lab(test, build):
    assert commands(test) == ["bash .ci/run"]
    assert [one for one in commands(build) if one.endswith("make zip pdf epub")]
    told = subprocess.run(["make", "-n", "zip"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    steps = [told.index(one) for one in ("salesedu.site.lab _build/html", "salesedu.site.build", "salesedu.site.pack")]
    assert steps == sorted(steps), "a page has its button only where the lab is"


def test_github_builds_at_a_change_by_hand_and_looks_every_night():
    when = GITHUB[True]  # YAML reads `on` as yes
    assert {"push", "workflow_dispatch", "schedule"} <= set(when)
    (night,) = when["schedule"]
    minute, hour, *days = night["cron"].split()
    assert minute.isdigit()
    assert hour.isdigit()
    assert days == ["*", "*", "*"]
    jobs = GITHUB["jobs"]
    assert jobs["test"]["if"] == "github.event_name != 'schedule'"
    assert jobs["solutions-today"]["if"] == "github.event_name == 'schedule'"
    assert set(jobs["build"]["needs"]) == {"test", "solutions-today"}
    assert "github.event_name" in GITHUB["concurrency"]["group"], "the look at night ends no build of a change"


@pytest.mark.parametrize(("line", "built"), [
    (f"solutions_hidden_until: {TODAY}", True),
    (f'solutions_hidden_until: "{TODAY}"  # the last class', True),
    (f"solutions_hidden_until: {TODAY + timedelta(days=1)}", False),
    (f"solutions_hidden_until: {TODAY - timedelta(days=1)}", False),
    (f"# solutions_hidden_until: {TODAY}", False),
    ("solutions_hidden_until:", False),
])  # fmt: skip
def test_the_look_at_night_finds_the_day(line, built, tmp_path):
    (look,) = commands(GITHUB["jobs"]["solutions-today"])
    (tmp_path / "course.yml").write_text(f"course: a\n{line}\nnumbers: dutch\n", "utf-8")
    told = tmp_path / "told"
    told.touch()
    known = {"GITHUB_OUTPUT": str(told), "PATH": os.environ["PATH"]}
    subprocess.run(["bash", "-e", "-c", look], cwd=tmp_path, env=known, check=True)
    assert told.read_text() == ("build=yes\n" if built else "")


def test_gitlab_builds_in_a_schedule_without_the_tests():
    assert GITLAB["test"]["rules"][0] == {"if": '$CI_PIPELINE_SOURCE == "schedule"', "when": "never"}
    assert GITLAB["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]


def test_what_the_lab_is_made_of_is_kept_between_runs_until_it_changes():
    steps = [step.get("with", {}) for job in GITHUB["jobs"].values() for step in job["steps"]]
    kept, fetched = (step["key"] for step in steps if "key" in step)
    assert kept == fetched, "the build takes what the tests left"
    assert "salesedu/site/**/*.lock" in kept
    assert all((ROOT / one).is_file() for one in GITLAB["cache"]["key"]["files"])
    assert list((ROOT / "salesedu/site").glob("**/*.lock"))
