"""The workbooks, beyond nbval: solved rightly and wrongly, in another order, as another company.

nbval runs every cell and compares all text it writes. Two things it leaves out are looked at here.
It never compares pictures, whose bytes differ between versions of matplotlib: so every picture must
come from a cell that writes its finding above it. And the three cells that show a live widget are not
compared (their HTML is that of the question bank and the explorers, tested there): so the text they
stand for is.
"""

import copy
import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from salesedu.exercises.ladder import exercises

FOLDER = Path(__file__).parents[2] / "notebooks"
WORKBOOKS = {path.name: nbformat.read(path, 4) for path in sorted(FOLDER.glob("*.ipynb"))}
IGNORED = "nbval-ignore-output"
each_workbook = pytest.mark.parametrize("name", WORKBOOKS)


def run(notebook):
    # A cell takes seconds. Now and then a reply is only seen when this limit ends, so it is kept short.
    client = NotebookClient(notebook, timeout=40, resources={"metadata": {"path": str(FOLDER)}})
    client.execute()
    return notebook


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def exercise(cell):
    found = re.search(r'^check\("([a-z]+-\d+)", (answer_\d+)(?:, seed=\d+)?\)$', cell.source, re.MULTILINE)
    return found.groups() if found else None


def said(cell):
    return [output.data["text/plain"] for output in cell.outputs if "data" in output]


def written(cell):
    """All text that a cell gave, as nbval compares it."""
    texts = [output.get("text") or output.data.get("text/plain") for output in cell.outputs]
    return "".join(text for text in texts if text)


def solved(name, answer, seed=None):
    """The workbook with ``answer(exercise)`` in the place of each three dots."""
    notebook = copy.deepcopy(WORKBOOKS[name])
    for cell in code(notebook):
        if exercise(cell):
            id, variable = exercise(cell)
            given = answer(exercises()[id]).replace("answer =", f"{variable} =")
            cell.source = cell.source.replace(f"{variable} = ...", given)
            assert "..." not in cell.source
        if seed is not None:
            cell.source = re.sub(r'load\("(\w+)"\)', rf'load("\1", seed={seed})', cell.source)
            cell.source = re.sub(r"^(check\(.*)\)$", rf"\1, seed={seed})", cell.source, flags=re.M)
    return run(notebook)


@each_workbook
@pytest.mark.parametrize("seed", [None, 12345])
def test_with_the_solutions_filled_in_every_exercise_is_right(name, seed):
    notebook = solved(name, lambda exercise: exercise.solution, seed)
    verdicts = {exercise(cell)[0]: said(cell)[-1] for cell in code(notebook) if exercise(cell)}
    assert len(verdicts) >= 8
    assert {id: text for id, text in verdicts.items() if not text.startswith("Right:")} == {}


WRONG = ["answer = 99_999", "answer = None", 'answer = load("accounts")']


@each_workbook
def test_with_wrong_answers_the_workbook_still_runs_and_says_so(name):
    # The kinds take turns; each kind on each exercise is tried in tests/exercises, without a kernel.
    kinds = {id: WRONG[place % len(WRONG)] for place, id in enumerate(exercises())}
    notebook = solved(name, lambda exercise: kinds[exercise.id])
    verdicts = [said(cell)[-1] for cell in code(notebook) if exercise(cell)]
    assert all(text.startswith(("Not yet.", "One moment.")) for text in verdicts)


@each_workbook
def test_cells_run_again_from_last_to_first_say_the_same(name):
    notebook = copy.deepcopy(WORKBOOKS[name])
    cells = code(notebook)
    notebook.cells = [*cells, *(copy.deepcopy(cell) for cell in reversed(cells))]
    for at, cell in enumerate(notebook.cells):
        cell.id = f"run-{at}"
    run(notebook)
    first, again = notebook.cells[: len(cells)], notebook.cells[: len(cells) - 1 : -1]
    for once, twice in zip(first, again, strict=True):
        assert written(once) == written(twice), once.source


@each_workbook
def test_each_exercise_of_the_chapter_stands_in_order_below_its_question(name):
    cells = WORKBOOKS[name].cells
    found = [at for at, cell in enumerate(cells) if cell.cell_type == "code" and exercise(cell)]
    ids = [exercise(cells[at])[0] for at in found]
    chapter = ids[0].split("-")[0]
    assert ids == [id for id in exercises() if id.startswith(f"{chapter}-")]
    for number, at in enumerate(found, 1):
        assert f"**Exercise {number}.**" in cells[at - 1].source
        assert cells[at].source.startswith(f"answer_{number} = ...\n")
        assert written(cells[at]).startswith("Not answered yet.")


@each_workbook
def test_every_picture_has_its_finding_above_it(name):
    pictures = [
        cell for cell in code(WORKBOOKS[name]) if any("image/png" in output.get("data", {}) for output in cell.outputs)
    ]
    assert len(pictures) >= 5
    for cell in pictures:
        assert "style.finding(figure, " in cell.source


@each_workbook
def test_only_live_widgets_are_left_out_of_the_comparison(name):
    ignored = [cell for cell in code(WORKBOOKS[name]) if IGNORED in cell.metadata.get("tags", [])]
    assert all("NBVAL" not in cell.source for cell in code(WORKBOOKS[name]))
    shown = [said(cell)[0] for cell in ignored]
    assert [text.split("(")[0] for text in shown] == ["interactive", "Explorer", "Quiz"]


@each_workbook
def test_a_workbook_carries_no_trace_of_the_machine_it_ran_on(name):
    notebook = WORKBOOKS[name]
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    assert notebook.metadata.language_info == {"name": "python"}
    text = (FOLDER / name).read_text("utf-8")
    assert not re.search(r'["\s(](/home/|/root/|/tmp/|/work/|/Users/|C:\\\\)', text)
    assert "Traceback" not in text
    assert all(set(cell.metadata) <= {"tags"} for cell in notebook.cells)
    assert not any("-" * 3 in cell.id or len(cell.id) > 40 for cell in notebook.cells)


def test_the_figures_of_the_model_answer_are_those_of_the_data():
    notebook = run(copy.deepcopy(WORKBOOKS["1-customer-centrality.ipynb"]))
    text = next(cell.source for cell in notebook.cells if "<details>" in cell.source)
    shown = {id: exercise.kind.show(exercise.truth(None)) for id, exercise in exercises().items()}
    assert shown["customers-8"].startswith("8.1 ")
    assert "+8.1 points" in text
    assert shown["customers-10"].startswith("−17.2 ")
    assert "costs 17.2 points" in text
    assert shown["customers-2"].startswith("−28")
    assert shown["customers-3"].startswith("3.8")
    assert "NPS of −28 ± 4" in text
    assert "availability −1.90" in shown["customers-5"]
    assert "(−1.9 points of ten)" in text
    assert shown["customers-12"].startswith("€ 1,88")
    assert "€1.9 million" in text
    printed = "".join(written(cell) for cell in code(notebook))
    assert "at equal standing: -2.0 ± 3.2 points" in printed
    assert "(−2.0 ± 3.2 points)" in text


def test_the_share_in_the_model_answer_is_that_of_the_data():
    from salesedu.exercises.customers.tables import lost

    rows = lost(None)
    silent = rows[rows["young"] & (rows["complaint"] == "none")]["contract_value"].sum()
    share = 100 * silent / rows["contract_value"].sum()
    text = "".join(cell.source for cell in WORKBOOKS["1-customer-centrality.ipynb"].cells)
    assert f"{share:.0f} % of all we lost" in text
