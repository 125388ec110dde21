"""Key account matrix: how attractive an account is, how strong you are there, and who is key."""

from salesedu import charts
from salesedu._notation import and_list, in_words, percent, plain
from salesedu.accounts import KeyAccountMatrix, RankedAccount, key_account_matrix, relative_position
from salesedu.explorers.parts import Explorer, Kpi, Prediction, Slider, View

__all__ = ["EXPLORER"]

CRITERIA = ("size", "growth", "margin", "learning")
MARKS = {  # of each account on the criteria, 0 to 10
    "Waddenzicht": (6, 9, 7, 9),
    "De Linde": (7, 8, 6, 6),
    "KantoorPlus": (10, 3, 1, 2),
    "university": (9, 7, 5, 7),
    "shipyard": (6, 7, 5, 6),
    "Van Dam": (4, 3, 7, 4),
    "Waterland": (5, 4, 5, 4),
    "Zeezicht": (3, 2, 6, 3),
}
# What each customer gives us and the best rival, 0 to 10; those of Waddenzicht are set by the learner.
RIVALS = {
    "De Linde": (9, 4),
    "KantoorPlus": (8, 5),
    "university": (4, 8),
    "shipyard": (5, 8),
    "Van Dam": (8, 4),
    "Waterland": (5, 7),
    "Zeezicht": (9, 2),
}
OURS, LARGEST = "Waddenzicht", "KantoorPlus"
NEAR = 0.5
START = {"size": 25, "own": 7, "rival": 6, "border": 5, "places": 2}
FIELDS = ("key development", "key account", "opportunistic", "maintenance")
SAID = {"university": "the university", "shipyard": "the shipyard"}


def paint(size: float, own: float, rival: float, border: float, places: int) -> View:
    """Weight of size in per cent, marks from 0 to 10, and how many key accounts there is room for."""
    found = _matrix(size, own, rival, border, places)
    hotel = found.account(OURS)
    waits = f"{plain(len(found.waiting))} must wait" if found.waiting else f"room for {places}"
    kpis = (
        Kpi("chosen", "Treated as key accounts", plain(len(found.selected)), _names(found.selected), lead=True),
        Kpi("keys", "In the key field", f"{len(found.key_accounts)} of {len(MARKS)}", waits),
        Kpi("hotel", OURS, hotel.kind, _places(hotel)),
        Kpi("largest", LARGEST, found.account(LARGEST).kind, _places(found.account(LARGEST))),
    )
    return View(kpis, _chart(found), _reading(found, hotel, size, places))


def _matrix(size: float, own: float, rival: float, border: float, places: int) -> KeyAccountMatrix:
    rest = (100 - size) / 3
    return key_account_matrix(
        {name: dict(zip(CRITERIA, marks, strict=True)) for name, marks in MARKS.items()},
        {name: relative_position([us], [them]) for name, (us, them) in ({OURS: (own, rival)} | RIVALS).items()},
        dict(zip(CRITERIA, (size, rest, rest, rest), strict=True)),
        border=border,
        margin=NEAR,
        places=places,
    )


def _names(names: tuple[str, ...]) -> str:
    return and_list(list(names)) if names else "nobody"


def _places(account: RankedAccount) -> str:
    return f"attractive {plain(account.attractiveness, 1)}, position {plain(account.position, 1)}"


def _chart(found: KeyAccountMatrix) -> dict:
    dots = [
        {
            "name": name,
            "place": _place(found.account(name)),
            "before": _place(CASE.account(name)),
            "state": "chosen" if name in found.selected else "waiting" if name in found.waiting else "other",
        }
        for name in MARKS
    ]
    told = "; ".join(f"{kind}: {_names(names)}" for kind, names in found.classes.items())
    return charts.account_map(
        FIELDS,
        dots,
        (("rival stronger", "we are stronger →"), "↑ more attractive"),
        (found.border[1], found.border[0]),
        NEAR,
        (0, 10),
        f"Our position across, attractiveness upwards, both 0 to 10. {_start(told)}.",
    )


def _place(account: RankedAccount) -> tuple[float, float]:
    return account.position, round(account.attractiveness, 6)


def _reading(found: KeyAccountMatrix, hotel: RankedAccount, size: float, places: int) -> str:
    keys = found.key_accounts
    text = f"{_keys(found, places)} {_hotel(hotel)}"
    largest = found.account(LARGEST)
    if LARGEST in keys:
        why = f"with size at {percent(size / 100)} of the mark"
        if largest.attractiveness < CASE_BORDER:
            why = "because the border was lowered"
        text += (
            f" {LARGEST} counts as key {why}: it buys most, earns little and builds a machine of its own. Choose "
            "weights and border before you see the names."
        )
    return text


def _keys(found: KeyAccountMatrix, places: int) -> str:
    keys = found.key_accounts
    if not keys:
        return "No account is high on both marks. That is an answer too: first become stronger at an attractive one."
    if found.waiting:
        gets = "gets" if places == 1 else "get"
        waits = f"{_said(found.waiting)} wait{'s' if len(found.waiting) == 1 else ''}"
        if len(found.waiting) > 2:
            waits = f"the other {in_words(len(found.waiting))} wait"
        all_of_them = " Where all are key, none is." if len(keys) == len(MARKS) else ""
        return (
            f"{_start(in_words(len(keys)))} accounts are in the key field and there is room for {in_words(places)}: "
            f"{_said(found.selected)} {gets} the treatment, {waits}.{all_of_them}"
        )
    room = places - len(keys)
    end = f" There is room for {in_words(room)} more: win one, do not name one." if room else ""
    return f"{_start(_said(keys))} {'is' if len(keys) == 1 else 'are'} key: attractive, and ours.{end}"


def _start(text: str) -> str:
    return text[0].upper() + text[1:]


def _said(names: tuple[str, ...]) -> str:
    return and_list([SAID.get(name, name) for name in names])


def _hotel(hotel: RankedAccount) -> str:
    if hotel.kind == "key account":
        if hotel.borderline:
            return f"{OURS} lies on the edge: a small change of opinion, and it is a {hotel.could_be[0]}."
        return f"{OURS} is clearly one of them."
    if hotel.kind == "key development account":
        return (
            f"{OURS} is attractive enough, but our position of {plain(hotel.position, 1)} makes it a key "
            "development account: invest only if you believe that you can become the better supplier."
        )
    if hotel.kind == "maintenance account":
        return f"With this border and these weights even {OURS} is only a maintenance account."
    return f"{OURS} is neither attractive enough nor ours: an opportunistic account."


CASE_BORDER = START["border"]
CASE = _matrix(**START)

EXPLORER = Explorer(
    id="key-account-matrix",
    chapter="accounts",
    title="Key account matrix",
    dutch="Keyaccountmatrix",
    question="Daan calls KantoorPlus, the largest customer, “our number one key account”. There are people for two key "
    "accounts. Which two of these eight should it be?",
    try_this="Let size weigh 80 %, as Daan would. Who takes whose place? Then find the weight at which it begins.",
    concepts=("key-account-matrix", "account-attractiveness", "competitive-position", "key-account"),
    section="which-accounts-are-key",
    controls=(
        Slider("size", "Weight of size", 0, 90, 5, START["size"], "%", "growth, margin, learning share the rest"),
        Slider("own", "Waddenzicht's mark for us", 0, 10, 0.5, START["own"], note="out of 10"),
        Slider("rival", "Its mark for Beanline", 0, 10, 0.5, START["rival"], note="the best rival"),
        Slider("border", "Border of high and low", 3, 7, 0.5, START["border"]),
        Slider("places", "Room for key accounts", 1, 4, 1, START["places"]),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="Beanline promises Waddenzicht a repair within two hours, and the hotel group's mark for Beanline rises "
        "from 6 to 9. Its mark for us stays 7. What does Waddenzicht become?",
        choices=(
            "It stays a key account: we are as good as before",
            "A key development account",
            "An opportunistic account",
        ),
        values={"rival": 9},
        right=1,
        because="Position compares: 5 plus half of (7 − 9) is 4.0, below the border. The group is as attractive as it "
        "was. One can lose ground at an account without doing anything worse.",
    ),
)
