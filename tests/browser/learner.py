"""A learner at a question: the responses one may give, and the hands that give them.

With ``keys=True`` the hands use nothing but the keyboard, from the moment a control has the focus.
"""

__all__ = ["Learner", "partly", "right", "wrong"]


def right(question: dict, variant: int = 0):
    """The response that earns full marks."""
    kind = question["type"]
    if kind in ("choice", "multiple"):
        picked = sorted(o["index"] for o in question["options"] if o["correct"])
        return picked if kind == "multiple" else picked[0]
    if kind == "number":
        key = question["variants"][variant]
        return key["shown"]
    if kind == "order":
        return [item["index"] for item in question["items"]]
    if kind == "match":
        return list(range(len(question["lefts"])))
    if kind == "sort":
        return [item["bin"] for item in sorted(question["items"], key=lambda item: item["index"])]
    return question["shown"]


def wrong(question: dict, nth: int = 0):
    """A response that earns nothing, or next to it; `nth` gives another one."""
    kind = question["type"]
    if kind in ("choice", "multiple"):
        picked = [o["index"] for o in question["options"] if not o["correct"]]
        return picked[: nth + 1] if kind == "multiple" else picked[nth % len(picked)]
    if kind == "number":
        return str(round(abs(question["variants"][0]["answer"]) * (7 + nth) + 13))
    key = right(question)
    if kind == "order":
        return key[::-1] if nth == 0 else key[::-1][nth:] + key[::-1][:nth]
    if kind == "match":
        return key[nth + 1 :] + key[: nth + 1]
    if kind == "sort":
        return [(place + 1) % len(question["bins"]) for place in key]
    return f"zebra crossing {nth}"


def partly(question: dict):
    """A response that earns something, where the type knows partial credit."""
    key = right(question)
    if question["type"] == "multiple":
        return key[:1]
    if question["type"] == "order":
        return [key[1], key[0], *key[2:]]
    if question["type"] == "match":
        return [key[1], key[0], *key[2:]]
    return [(key[0] + 1) % len(question["bins"]), *key[1:]]


class Learner:
    """Hands on one question of a page."""

    def __init__(self, page, question: dict, keys: bool = False):
        self.page, self.question, self.keys = page, question, keys
        self.node = page.locator(f'.se-question[data-question="{question["id"]}"]')

    @property
    def state(self) -> str:
        return self.node.get_attribute("data-state")

    @property
    def feedback(self) -> str:
        return " ".join(self.node.locator("[role=status]").all_inner_texts()).strip()

    def press(self, action: str) -> None:
        button = self.node.locator(f'[data-action="{action}"]')
        if self.keys:
            button.focus()
            self.page.keyboard.press("Enter")
        else:
            button.click()

    def fill(self, response) -> None:
        getattr(self, f"_{self.question['type']}")(response)

    def answer(self, response) -> str:
        self.fill(response)
        self.press("check")
        return self.state

    def _option(self, index: int):
        return self.node.locator(f'[data-option="{index}"] input')

    def _choice(self, index: int) -> None:
        if not self.keys:
            self._option(index).check()
            return
        self.node.locator("[data-option] input").first.focus()
        self.page.keyboard.press("Space")
        for _ in self.question["options"]:
            if self._option(index).is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        assert self._option(index).is_checked()

    def _multiple(self, indexes: list[int]) -> None:
        for option in self.question["options"]:
            box = self._option(option["index"])
            if box.is_checked() == (option["index"] in indexes):
                continue
            if self.keys:
                box.focus()
                self.page.keyboard.press("Space")
            else:
                box.click()

    def _entry(self, text: str) -> None:
        field = self.node.locator("input.se-entry")
        if self.keys:
            field.focus()
            self.page.keyboard.press("Control+A")
            self.page.keyboard.type(text)
        else:
            field.fill(text)

    _number = _text = _entry

    def _order(self, wanted: list[int]) -> None:
        rows = self.node.locator("li[data-item]")
        for place, index in enumerate(wanted):
            for _ in wanted:
                now = [int(item) for item in rows.evaluate_all("rows => rows.map(r => r.dataset.item)")]
                if now.index(index) <= place:
                    break
                up = self.node.locator(f'li[data-item="{index}"] [data-move="up"]')
                if self.keys:
                    up.focus()
                    self.page.keyboard.press("Enter")
                else:
                    up.click()
        now = [int(item) for item in rows.evaluate_all("rows => rows.map(r => r.dataset.item)")]
        assert now == wanted

    def _match(self, response: list[int]) -> None:
        shown = [right["index"] for right in self.question["rights"]]
        for left, value in enumerate(response):
            self._pick(left, shown.index(value))

    def _sort(self, response: list[int]) -> None:
        for item, place in enumerate(response):
            self._pick(item, place)

    def _pick(self, item: int, place: int) -> None:
        row = self.node.locator(f'li[data-item="{item}"]')
        if row.locator("select").count():
            select = row.locator("select")
            if not self.keys:
                select.select_option(str(place))
                return
            select.focus()
            self.page.keyboard.press("Home")
            for _ in range(place + 1):
                self.page.keyboard.press("ArrowDown")
            assert select.input_value() == str(place)
        elif self.keys:
            radios = row.locator("input[type=radio]")
            radios.first.focus()
            self.page.keyboard.press("Space")
            for _ in range(place):
                self.page.keyboard.press("ArrowRight")
            assert radios.nth(place).is_checked()
        else:
            row.locator("input[type=radio]").nth(place).check(force=True)
