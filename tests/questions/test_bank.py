"""A bank is checked as a whole; what is wrong is told with file, line, id and remedy."""

import json
import re
from pathlib import Path

import pytest

from salesedu import concepts
from salesedu.questions import bank
from salesedu.questions.grade import grade

SAMPLE = Path(__file__).with_name("sample.yaml")
TEXT = SAMPLE.read_text(encoding="utf-8")
CHAPTER = concepts.read(Path(__file__).parents[1] / "concepts" / "sample.yaml")


@pytest.fixture(scope="module")
def sample() -> bank.Bank:
    return bank.read(SAMPLE, (CHAPTER,))


def baked(sample: bank.Bank, id_: str, **more) -> dict:
    return sample.bake(next(one for one in sample.questions if one.id == id_), **more)


def wrong(tmp_path: Path, text: str) -> bank.BankError:
    path = tmp_path / "questions" / "sample.yaml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    with pytest.raises(bank.BankError) as caught:
        bank.read(path, (CHAPTER,))
    return caught.value


# What an author does (this text becomes that), and what is told about which question. The line
# told must be the one on which `at` stands, or on which the new text begins.
MISTAKES = {
    "key with a slip": (
        "  hint: Read the word.", "  hnit: Read the word.", "sample-choice",
        'unknown key "hnit" in a choice question', 'did you mean "hint"?'),
    "key of another type": (
        "  hint: Read the word.", "  hint: x\n  unit: points", "sample-choice",
        'unknown key "unit" in a choice question', "use one of", "unit: points"),
    "no solution": (
        "  solution: Often.\n", "", "sample-scale", '"solution" is missing', "add `solution:`",
        "- id: sample-scale"),
    "no reason": (
        "    - text: The user.\n      because: The user may have a boss who pays.",
        "    - text: The user.", "sample-choice", '"because" is missing in an option',
        "add `because:`"),
    "empty reason": (
        "because: The driver only brings it.", 'because: " "', "sample-choice",
        '"because" is empty', "write a sentence"),
    "no correct option": (
        "      correct: true\n      because: That is", "      because: That is", "sample-choice",
        "no option is correct", "correct: true", "  options:"),
    "two correct options": (
        "      because: The seller sends", "      correct: true\n      because: The seller sends",
        "sample-choice", "2 options are correct", "make the type multiple", "  options:"),
    "all options correct": (
        "{text: Revenue, because: That comes in.}",
        "{text: Revenue, because: That comes in., correct: true}", "sample-multiple",
        "every option is correct", "add one that is not", "  options:\n    - {text: Beans"),
    "the same option twice": (
        "text: The driver.", "text: the  seller", "sample-choice",
        "options 2 and 4 are the same text", "drop one"),
    "all of the above": (
        "text: The driver.", "text: All of the above.", "sample-choice",
        "speaks about the other options", "stands by itself"),
    "geen van bovenstaande": (
        "text: The driver.", "text: Geen van bovenstaande", "sample-choice",
        "speaks about the other options", "stands by itself"),
    "one option": (
        """    - {text: Never, because: It happens.}
    - {text: Sometimes, because: It happens often.}\n""", "", "sample-scale",
        "there are 1 options", "give 2 to 6", "  options:\n    - {text: Often"),
    "unknown type": (
        "  type: order", "  type: odrer", "sample-order", 'unknown type "odrer"',
        'did you mean "order"?'),
    "unknown concept": (
        "concepts: [payer, cost-price]", "concepts: [payer, costprice]", "sample-multiple",
        'unknown concept "costprice"', 'did you mean "cost-price"?'),
    "concept twice": (
        "concepts: [payer, cost-price]", "concepts: [payer, payer]", "sample-multiple",
        "a concept is named twice", "name each once"),
    "no concept": (
        "concepts: [payer, cost-price]", "concepts: []", "sample-multiple",
        "no concept is named", "name the concept it tests"),
    "key twice": (
        "  in_text: true", "  in_text: true\n  section: who-pay", "",
        '"section" stands here twice', "keep one"),
    "section of another chapter": (
        "solution: Often.\n  section: who-pays", "solution: Often.\n  section: who-payz",
        "sample-scale", 'no section "who-payz"', 'did you mean "who-pays"?',
        "  section: who-payz"),
    "id twice": (
        "- id: sample-scale", "- id: sample-choice", "sample-choice", "this id stands here twice",
        "its own id", "- id: sample-choice\n  type: choice\n  concepts: [payer]\n  asks: apply"),
    "id of another chapter": (
        "- id: sample-scale", "- id: scale", "scale", 'the id "scale" does not fit',
        'beginning with "sample-"'),
    "asks something else": (
        "asks: recall", "asks: remember", "sample-choice", 'asks is "remember"',
        "write recall or apply"),
    "in_text in words": (
        "in_text: true", "in_text: maybe", "sample-scale", "true or false is expected",
        "write true or false"),
    "a number for a text": (
        "{text: Never,", "{text: 12,", "sample-scale", "a text is expected, but this is a number",
        "put it in quotes"),
    "YAML's no for a text": (
        "{text: Never,", "{text: No,", "sample-scale",
        "a text is expected, but this is yes or no (False)", "put it in quotes"),
    "an option that is a text": (
        "    - {text: Never, because: It happens.}", "    - Never", "sample-scale",
        "an option is a text ('Never')", "write a mapping with text, because"),
    "options that are a text": (
        "  options:\n    - {text: Beans, because: They are bought., correct: true}\n"
        "    - {text: Wages, because: They are paid., correct: true}\n"
        "    - {text: Revenue, because: That comes in.}", "  options: Beans", "sample-multiple",
        "a list is expected", "write `- …` lines"),
    "placeholder where there are no figures": (
        "  solution: The payer pays", "  solution: The {payer} pays", "sample-choice",
        "{payer} stands in a choice question", "only number questions have placeholders"),
    # numbers
    "unknown placeholder": (
        'hint: "{share:percent} of {revenue}."', 'hint: "{shares:percent}"', "sample-number",
        "unknown placeholder {shares:percent}", 'did you mean "share"?'),
    "unknown format": (
        'hint: "{share:percent} of {revenue}."', 'hint: "{share:per_cent}"', "sample-number",
        "unknown format in {share:per_cent}", "use one of: euro, percent, 0, 1, 2"),
    "a brace too many": (
        'hint: "{share:percent} of {revenue}."', 'hint: "{share:percent} of }"', "sample-number",
        "a brace stands alone", "write placeholders as {name}"),
    "a sign twice": (
        'hint: "{share:percent} of {revenue}."', 'hint: "€ {revenue:euro}"', "sample-number",
        "a sign stands twice", "leave out the % or €"),
    "placeholder in a sentence": (
        'say: "You divided by {share:1}."', 'say: "You divided by {shre:1}."', "sample-number",
        "unknown placeholder {shre:1}", 'did you mean "share"?'),
    "parameter that is not told": (
        "price: {choice: [40, 50, 80]}", "price: {choice: [40, 50, 80]}\n    lost: {int: [1, 9]}",
        "sample-number", 'the prompt does not tell "lost"', "drop the parameter",
        "    lost: {int"),
    "the answer in the prompt": (
        "What does it cost?\"", "What does it cost, {answer}?\"", "sample-number",
        "the prompt gives the answer away", "leave {answer} out", '  prompt: "{firms}'),
    "unknown module": (
        "call: arithmetic.add\n", "call: arithmetics.add\n", "sample-number",
        'no module "arithmetics"', 'did you mean "arithmetic"?'),
    "unknown function": (
        "call: arithmetic.add\n", "call: arithmetic.ad\n", "sample-number",
        '"arithmetic" has no function "ad"', 'did you mean "add"?'),
    "an expression for a function": (
        "call: arithmetic.add\n", "call: __import__('os').system\n", "sample-number",
        "is not the name of a function", "write \"<chapter>.<function>\""),
    "unknown figure": (
        "with: [revenue, share]}", "with: [revnue, share]}", "sample-number",
        'there is no figure "revnue" here', 'did you mean "revenue"?'),
    "figure used before it is derived": (
        "    revenue: {call: arithmetic.multiply, with: [firms, price]}",
        "    first: {call: arithmetic.add, with: [revenue, 1]}\n"
        "    revenue: {call: arithmetic.multiply, with: [firms, price]}", "sample-number",
        'there is no figure "revenue" here', "use one of: firms, price, share",
        "    first:"),
    "too many arguments": (
        "with: [part, whole]", "with: [part, whole, 3]", "sample-percent",
        "arithmetic.divide cannot be called like this (too many positional arguments)",
        "it takes (number: "),
    "wrong argument name": (
        "with: {number: revenue, by: share}", "with: {number: revenue, through: share}",
        "sample-number", "cannot be called like this", "it takes (number: "),
    "a part that is not there": (
        "with: [part, whole]}", "with: [part, whole], take: score}", "sample-percent",
        'the result of arithmetic.divide has no part "score"', "use one of"),
    "an answer without a call": (
        "answer: {call: arithmetic.divide, with: [part, whole]}", "answer: 42", "sample-percent",
        "the answer is a number (42)", "name the function that computes it"),
    "a range the wrong way": (
        "part: {int: [1, 9]}", "part: {int: [9, 1]}", "sample-percent",
        "the range runs from 9 to 1", "low, high and a step"),
    "a range of one": (
        "price: {choice: [40, 50, 80]}", "price: {choice: [40]}", "sample-number",
        "this parameter has only one value", "give a range"),
    "an unknown kind of range": (
        "part: {int: [1, 9]}", "part: {integer: [1, 9]}", "sample-percent",
        "a parameter is {'integer': [1, 9]}", "write {int: [low, high]}"),
    "decimals in whole numbers": (
        "part: {int: [1, 9]}", "part: {int: [1.5, 9]}", "sample-percent",
        "an int range holds", "use whole numbers, or `decimal`"),
    "no step": (
        "{decimal: [0.05, 0.30, 0.05]}", "{decimal: [0.05, 0.30]}", "sample-number",
        "decimal is [0.05, 0.3]", "{decimal: [low, high, step]}"),
    "a name that is taken": (
        "    revenue: {call: arithmetic.multiply", "    answer: {call: arithmetic.multiply",
        "sample-number", '"answer" cannot be a name', "are taken"),
    "a derived parameter": (
        "    revenue: {call: arithmetic.multiply", "    price: {call: arithmetic.multiply",
        "sample-number", '"price" is also a parameter', "rename one"),
    "no tolerance": (
        "  tolerance: 0.1\n", "  tolerance: 0\n", "sample-percent",
        "the tolerance must be above zero", "give the rounding you accept"),
    "a tolerance that accepts all": (
        "{relative: 0.01}", "{relative: 1}", "sample-constant",
        "a relative tolerance of 1 accepts almost anything", "a fraction such as 0.01"),
    "three decimals": (
        "  decimals: 1\n  misconceptions: []", "  decimals: 3\n  misconceptions: []",
        "sample-percent", "decimals is 3", "write 0, 1 or 2"),
    "a key shown too roughly": (
        "  tolerance: 0.1\n  decimals: 1", "  tolerance: 0.1\n  decimals: 0", "sample-percent",
        "which is not within the tolerance", "raise `decimals`", "  decimals: 0"),
    "misconception equal to the key": (
        "{call: arithmetic.multiply, with: [2, 2.5], say: You multiplied.}",
        "{call: arithmetic.add, with: [2.5, 2], say: You swapped.}", "sample-constant",
        "misconception 1 comes within the tolerance of the key", "change its numbers",
        "  answer: {call: arithmetic.add, with: [2, 2.5]}"),
    "misconception always near the key": (
        "with: {number: revenue, by: share}, say: \"You divided by {share:1}.\"}",
        "with: {number: revenue, by: 1}, say: \"Hm.\"}", "sample-number",
        "only 0 of 20 fair and distinct variants were found (most often because misconceptions "
        "1 and 2 coincide)", "change that misconception", "  params:\n    firms"),
    "too few combinations": (
        "    part: {int: [1, 9]}\n    whole: {int: [30, 60]}",
        "    part: {int: [1, 3]}\n    whole: {int: [30, 33]}", "sample-percent",
        "only 12 of 20 fair and distinct variants were found", "widen the ranges",
        "  params:\n    part"),
    "a call that refuses": (
        "whole: {int: [30, 60]}", "whole: {choice: [0, 0.0]}", "sample-percent",
        "this parameter has only one value", "give a range"),
    "a call that cannot be": (
        "whole: {int: [30, 60]}", "whole: {choice: [ten, twelve, six]}", "sample-percent",
        "arithmetic.divide fails (TypeError", "look at what it is given",
        "  answer: {call: arithmetic.divide"),
    # the other types
    "three items": (
        "    - {text: Payment, because: After the bill.}\n", "", "sample-order",
        "there are 3 items", "give 4 to 7", "  items:\n    - {text: Order"),
    "the same step twice": (
        "{text: Payment, because", "{text: Bill, because", "sample-order",
        "items 3 and 4 are the same text", "drop one", "    - {text: Bill, because: After the bill"),
    "a pair without reason": (
        "{left: User, right: uses, because: Indeed.}", "{left: User, right: uses}", "sample-match",
        '"because" is missing in a pair', "add `because:`"),
    "two equal partners": (
        "{left: User, right: uses,", "{left: User, right: pays,", "sample-match",
        "right sides 1 and 4 are the same text", "make them differ"),
    "an extra that fits": (
        "extra: [sleeps]", "extra: [pays]", "sample-match",
        "right sides 1 and 5 are the same text", "drop one", "  pairs:"),
    "unknown bin": (
        "{text: Wages, bin: Cost,", "{text: Wages, bin: Costs,", "sample-sort",
        'there is no bin "Costs"', "use one of: Cost, Revenue"),
    "empty bin": (
        "bins: [Cost, Revenue]", "bins: [Cost, Revenue, Neither]", "sample-sort",
        'nothing belongs in "Neither"', "add an item for it"),
    "one bin": (
        "bins: [Cost, Revenue]", "bins: [Cost]", "sample-sort", "there are 1 bins", "give 2 to 5"),
    "form without letters": (
        "accept: [the Cost Price, kostprijs]", 'accept: ["…"]', "sample-text",
        'the form "…" has no letters', "write a word"),
    "nothing accepted": (
        "accept: [the Cost Price, kostprijs]", "accept: []", "sample-text",
        "no form is accepted", "list the right forms"),
    "form both right and wrong": (
        "accept: [Sales price]", "accept: [Cost-price]", "sample-text",
        'the wrong form "Cost-price" is also accepted as right', "one of the two"),
    # the file
    "not YAML": (
        "- id: sample-text", "- id: sample-text: x", "", "this is not YAML",
        "put the text in quotes"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_place_and_remedy(name, tmp_path):
    old, new, id_, what, remedy, *at = MISTAKES[name]
    assert old in TEXT
    text = TEXT.replace(old, new, 1)
    error = wrong(tmp_path, text)
    start = text.index(at[0] if at else new)
    lines = range(text.count("\n", 0, start) + 1, text.count("\n", 0, start + len(new)) + 2)
    assert what in error.what
    assert remedy in error.remedy
    assert error.line == lines[0] if at else error.line in lines
    where = f"questions/sample.yaml, line {error.line}" + (f", {id_}" if id_ else "")
    assert str(error) == f"{where}: {error.what}; {error.remedy}"


@pytest.mark.parametrize("text", ["", "a: 1", "just words"])
def test_a_file_that_is_no_list_says_so(text, tmp_path):
    assert str(wrong(tmp_path, text)) == (
        "questions/sample.yaml, line 1: the bank is not a list of questions; "
        "begin each entry with `- id: …`"
    )


def test_an_entry_without_id_is_told_by_its_number(tmp_path):
    assert wrong(tmp_path, "- type: choice\n").entry == "question 1"


def test_an_entry_must_be_a_mapping(tmp_path):
    assert wrong(tmp_path, "- words\n").what == "an entry is not a mapping"


def test_a_bank_needs_a_chapter(tmp_path):
    path = tmp_path / "smaple.yaml"
    path.write_text("- id: smaple-1\n")
    with pytest.raises(bank.BankError, match='there is no chapter "smaple"; did you mean "sample"'):
        bank.read(path, (CHAPTER,))


# ------------------------------------------------------------------------------ baking


def test_what_is_baked_is_json_and_always_the_same(sample):
    first = [sample.bake(one) for one in sample.questions]
    again = list(map(bank.read(SAMPLE, (CHAPTER,)).bake, sample.questions))
    assert json.loads(json.dumps(first)) == first == again


def test_texts_are_safe_html(sample):
    found = baked(sample, "sample-choice")
    assert found["prompt"] == "Who <em>pays</em> the &lt;b&gt;bill&lt;/b&gt;?"
    assert found["solution"] == "The payer pays €\u00a040, which is 25\u00a0% of it."


@pytest.mark.parametrize("text", [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "![x](http://example.org/x.png)",
    "[x](javascript:alert(1))", "<http://example.org>", "`<b>`",
])
def test_no_text_can_run_or_fetch(text, tmp_path):
    path = tmp_path / "sample.yaml"
    path.write_text(TEXT.replace("Who *pays* the <b>bill</b>?", json.dumps(text)))
    prompt = baked(bank.read(path, (CHAPTER,)), "sample-choice")["prompt"]
    assert not re.search(r"<(?!/?(code|em|strong)>)", prompt)


def test_section_and_concepts_are_named(sample):
    found = baked(sample, "sample-multiple")
    assert found["section"] == {
        "id": "what-it-costs", "title": "What does it cost?", "page": "9-sample",
    }
    assert found["concepts"][1] == {
        "id": "cost-price", "english": "Cost price", "dutch": "Kostprijs",
    }
    assert found["rule"].startswith("Tick every right answer")


def test_a_scale_keeps_its_order_and_other_options_do_not(sample):
    assert [one["index"] for one in baked(sample, "sample-scale")["options"]] == [0, 1, 2]
    orders = {tuple(one["index"] for one in baked(sample, "sample-choice", seed=n)["options"])
              for n in range(40)}
    assert len(orders) > 10


def test_the_start_of_an_order_is_never_its_key(sample):
    for seed in range(60):
        found = baked(sample, "sample-order", seed=seed)
        assert grade(found, found["start"]).score < 1
        assert sorted(found["start"]) == [0, 1, 2, 3]


def test_partners_do_not_stand_beside_each_other(sample):
    for seed in range(60):
        rights = [one["index"] for one in baked(sample, "sample-match", seed=seed)["rights"]]
        assert sorted(rights) == [0, 1, 2, 3, 4]
        assert sum(place == index for place, index in enumerate(rights)) <= 1


def test_twenty_different_variants_with_their_own_texts(sample):
    found = baked(sample, "sample-number")
    prompts = [one["prompt"] for one in found["variants"]]
    assert len(set(prompts)) == 20
    for one in found["variants"]:
        firms, price, share = re.fullmatch(
            r"([\d,]+) firms pay €\u00a0(\d+) each; (\d+)\u00a0% of .*", one["prompt"]
        ).groups()
        cost = int(firms.replace(",", "")) * int(price) * int(share) / 100
        assert one["answer"] == pytest.approx(cost)
        assert one["shown"] == f"{cost:,.0f}"
        assert f"€\u00a0{one['shown']}" in one["solution"]
        assert one["misconceptions"][0]["value"] == pytest.approx(cost * 100 / int(share))
    assert found["prompt"] == found["variants"][0]["prompt"]


def test_a_share_is_a_fraction_inside_and_per_cent_outside(sample):
    one = baked(sample, "sample-percent")["variants"][0]
    assert 0 < one["answer"] < 0.31
    assert one["tolerance"] == pytest.approx(0.001)
    assert one["shown"] == f"{one['answer'] * 100:.1f}"


def test_a_question_without_parameters_has_one_variant(sample):
    (only,) = baked(sample, "sample-constant")["variants"]
    assert (only["answer"], only["shown"], only["solution"]) == (4.5, "4.5", "4.5.")
    assert only["tolerance"] == pytest.approx(0.045)


def test_another_seed_gives_other_figures(sample):
    prompts = [baked(sample, "sample-percent", seed=seed)["variants"][0]["prompt"]
               for seed in (None, 1, 2, 3)]
    assert len(set(prompts)) > 1


def test_text_forms_are_normalised(sample):
    found = baked(sample, "sample-text")
    assert (found["accept"], found["shown"]) == (["cost price", "kostprijs"], "the Cost Price")


def hashes(text: str, tmp_path: Path) -> dict[str, str]:
    path = tmp_path / "sample.yaml"
    path.write_text(text, encoding="utf-8")
    sample = bank.read(path, (CHAPTER,))
    return {one.id: sample.bake(one)["hash"] for one in sample.questions}


@pytest.mark.parametrize(("old", "new", "id_"), [
    ("text: The driver.", "text: The porter.", "sample-choice"),
    ("because: After the bill.", "because: After it.", "sample-order"),
    ("whole: {int: [30, 60]}", "whole: {int: [30, 61]}", "sample-percent"),
    ("accept: [Sales price]", "accept: [Selling price]", "sample-text"),
])
def test_an_edit_changes_the_hash_of_that_question_only(old, new, id_, tmp_path):
    before, after = hashes(TEXT, tmp_path), hashes(TEXT.replace(old, new), tmp_path)
    assert {one for one in before if before[one] != after[one]} == {id_}
    assert all(re.fullmatch("[0-9a-f]{12}", one) for one in before.values())


def test_moving_questions_changes_no_hash(tmp_path):
    first, rest = TEXT.split("\n- id: sample-scale", 1)
    head, choice = first.split("\n", 1)
    moved = f"{head}\n- id: sample-scale{rest}\n{choice}"
    assert hashes(moved, tmp_path) == hashes(TEXT, tmp_path)


# ---------------------------------------------------------------------------- finding


def test_an_unknown_chapter_or_id_suggests_the_nearest():
    with pytest.raises(ValueError, match=r"chapter 'custmers'; did you mean .customers.\?"):
        bank.load("custmers")
    id_ = bank.load("customers")[0].id
    with pytest.raises(ValueError, match=rf'did you mean "{id_}"\?'):
        bank.find(id_[:-1])


def test_a_question_is_found_by_its_id():
    for question in bank.questions():
        assert bank.find(question.id) is question
