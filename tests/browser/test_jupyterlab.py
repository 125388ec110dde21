"""The same widgets in a real JupyterLab, where a kernel answers instead of the page's worker."""

import os
import re
import subprocess
import sys
import time

import nbformat
import pytest

from salesedu.questions import exam as drawn_from

from .conftest import ROOT, questions
from .learner import Learner, right

# One Lab for all of these tests: keep them on one worker.
pytestmark = pytest.mark.xdist_group("jupyterlab")

CELLS = [
    'from salesedu import cards, explore, quiz\nexplore("nps")',
    'quiz("{question}")',
    'cards("customers")',
    'from salesedu import exam\nexam(3, size=4, chapters=["customers"])',
    # The tests' own explorer that is filled in, among those that the kernel knows.
    f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
    "from salesedu import explorers\n"
    'explorers._homes()["room-plan"] = "tests.explorers.room_plan"\n'
    'explore("room-plan")',
]


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lab")
    first = next(q for q in questions() if q["type"] == "choice")
    notebook = nbformat.v4.new_notebook()
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook.cells = [nbformat.v4.new_code_cell(c.format(question=first["id"])) for c in CELLS]
    nbformat.write(notebook, folder / "widgets.ipynb")
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--port=0", "--allow-root", "--ip=127.0.0.1",
        "--expose-app-in-browser", "--IdentityProvider.token=", f"--ServerApp.root_dir={folder}",
        "--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]
    env = {**os.environ, "JUPYTERLAB_SETTINGS_DIR": str(folder / ".settings"), "JUPYTER_CONFIG_DIR": str(folder / ".config")}
    log = folder / "lab.log"
    with log.open("w") as out:
        server = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, cwd=folder, env=env)
    try:
        deadline = time.monotonic() + 90
        while not (found := re.search(r"http://127\.0\.0\.1:(\d+)/lab", log.read_text())):
            assert server.poll() is None, log.read_text()
            assert time.monotonic() < deadline, log.read_text()
            time.sleep(0.3)
        yield f"http://127.0.0.1:{found[1]}", first
    finally:
        server.terminate()
        server.wait(20)


def test_widgets_work_in_jupyterlab(lab, new_context):
    address, question = lab
    page = new_context(viewport={"width": 1280, "height": 4600}).new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{address}/lab/tree/widgets.ipynb")
    page.wait_for_function("window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'")
    page.evaluate("window.jupyterapp.commands.execute('runmenu:run-all')")

    explorer = page.locator('.se-explorer[data-explorer="nps"]')
    explorer.wait_for()
    before = explorer.locator("[data-reading]").inner_text()
    slider = explorer.locator('input[type="range"]').first
    slider.focus()
    slider.press("Home")
    page.wait_for_function(
        "before => document.querySelector('.se-explorer [data-reading]').innerText !== before", arg=before
    )
    page.wait_for_function("() => Number(document.querySelector('.se-explorer').dataset.painted) >= 2")
    assert explorer.get_attribute("data-error") is None

    learner = Learner(page, question, keys=True)
    assert learner.answer(right(question)) == "correct"

    cards = page.locator('.se-cards[data-cards="customers"]')
    cards.locator('[data-action="flip"]').click()
    cards.locator('[data-action="known"]').wait_for()

    plan = page.locator('.se-explorer[data-explorer="room-plan"]')
    # Letters that are commands in JupyterLab: they must reach the field and nothing else.
    goal = plan.locator('[data-control="goal"]')
    goal.click()
    cells = page.locator(".jp-Cell").count()
    page.keyboard.type("dd xx aa bb 00", delay=20)
    page.keyboard.press("Enter")
    page.keyboard.type("mm")
    plan.locator('[data-row="process"] input[type=checkbox]').check()
    page.wait_for_function(
        "() => document.querySelector('[data-explorer=room-plan] [data-preview]').textContent.includes('mm')"
    )
    assert goal.input_value() == "dd xx aa bb 00\nmm"
    assert page.locator(".jp-Cell").count() == cells
    assert plan.locator('[data-kpi="ticked"]').inner_text() == "2"
    with page.expect_download() as download:
        plan.locator('[data-action="download"]').click()
    assert download.value.suggested_filename == "plan.md"

    exam = page.locator('.se-exam[data-exam="customers"]')
    exam.locator('[data-action="start-exam"]').click()
    shown = exam.locator(".se-question").get_attribute("data-question")
    asked = next(one for one in drawn_from.pool(["customers"]) if one["id"] == shown)
    Learner(exam, asked).fill(right(asked, dict(drawn_from.draw(3, 4, ["customers"]))[shown]))
    exam.locator('[data-action="hand-in"]').click()
    exam.locator('[data-action="hand-in-anyway"]').click()
    assert exam.locator(".se-exam-top").get_attribute("data-points") == "1"
