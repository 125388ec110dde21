"""Finding explorers and calling them: the one door for front ends never raises."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import salesedu
from salesedu import explorers

ROOT = Path(salesedu.__file__).parent.parent
CHAPTER_1 = {"nps", "satisfaction-gap", "value-disciplines", "recovery-value", "value-chain"}


def test_the_first_chapter_has_its_five_and_room_for_more():
    assert {one.id for one in explorers.all_explorers() if one.chapter == "customers"} >= CHAPTER_1


def test_each_explorer_stands_in_its_chapters_package():
    for one in explorers.all_explorers():
        assert one.paint.__module__.startswith(f"salesedu.explorers.{one.chapter}.")


def test_an_unknown_explorer_is_answered_with_the_nearest_or_with_all():
    with pytest.raises(ValueError, match="did you mean 'value-chain'"):
        explorers.find("valuechain")
    with pytest.raises(ValueError, match="nps"):
        explorers.find("zzz")
    with pytest.raises(ValueError, match="no explorer"):
        explorers.find(None)


def test_painting_the_case_is_the_first_view():
    for one in explorers.all_explorers():
        answer = explorers.call("paint", {"explorer": one.id, "values": {}})
        assert answer == {"ok": True, "value": explorers.first_view(one.id)}


@pytest.mark.parametrize(
    ("fn", "args", "names"),
    [
        ("dance", {"explorer": "nps"}, ["'dance'", "paint"]),
        ("paint", {}, ["which explorer"]),
        ("paint", None, ["which explorer"]),
        ("paint", {"explorer": "nsp"}, ["'nsp'", "'nps'"]),
        ("paint", {"explorer": ["nps"]}, ["no explorer"]),
        ("paint", {"explorer": "nps", "values": {"fans": 3}}, ["'fans'", "promoters"]),
        ("paint", {"explorer": "nps", "values": {"promoters": 900}}, ["Promoters", "0 to 100", "900"]),
        ("paint", {"explorer": "nps", "values": {"promoters": "many"}}, ["Promoters", "'many'"]),
        ("paint", {"explorer": "nps", "values": {"promoters": float("nan")}}, ["Promoters", "nan"]),
        ("paint", {"explorer": "nps", "values": 3}, ["by name"]),
    ],
)
def test_what_cannot_be_painted_is_answered_with_a_sentence(fn, args, names):
    answer = explorers.call(fn, args)
    assert answer["ok"] is False
    assert answer["error"].endswith((".", "?"))
    for name in names:
        assert name in answer["error"]


def test_a_fault_of_our_own_is_a_sentence_too(monkeypatch):
    def stumble(**values):
        raise ZeroDivisionError

    broken = replace(explorers.find("nps"), paint=stumble)
    monkeypatch.setattr(explorers, "find", lambda id: broken)
    answer = explorers.call("paint", {"explorer": "nps"})
    assert answer["ok"] is False
    assert "go back to the case" in answer["error"]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)


@given(fn=st.sampled_from(["paint", "x"]) | ANYTHING, args=ANYTHING, values=ANYTHING, id=st.sampled_from(["nps", "x"]))
def test_whatever_a_front_end_sends_it_gets_json_back(fn, args, values, id):
    for sent in (args, {"explorer": id, "values": values}, {"explorer": id, "values": {"promoters": values}}):
        answer = explorers.call(fn, sent)
        json.dumps(answer, allow_nan=False)
        assert answer["ok"] in (True, False)
        assert ("value" in answer) == answer["ok"]


def test_playing_takes_nothing_but_the_standard_library():
    # -I -S: no site-packages at all, as in the page; what is imported must come with Python.
    code = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from salesedu import charts, customers, explorers
for one in explorers.all_explorers():
    assert explorers.call("paint", {{"explorer": one.id, "values": {{}}}})["ok"]
names = {{name.partition(".")[0] for name in sys.modules}}
print(*sorted(names - set(sys.stdlib_module_names) - {{"__main__", "salesedu"}}))
"""
    run = subprocess.run([sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True)
    assert run.stderr == ""
    assert run.stdout.strip() == ""
