"""How new a purchase is to the buyer: straight rebuy, modified rebuy or new task.

Part of chapter 5; import it from :mod:`salesedu.funnel`.
"""

from dataclasses import dataclass

from salesedu._checks import yes_or_no

__all__ = ["BUYING_SITUATIONS", "BuyingSituation", "buying_situation"]

BUYING_SITUATIONS = ("straight rebuy", "modified rebuy", "new task")


@dataclass(frozen=True)
class BuyingSituation:
    """How new a purchase is to the buyer, and what that means for the seller.

    Attributes
    ----------
    situation : str
        "straight rebuy", "modified rebuy" or "new task".
    dutch : str
        Its Dutch name.
    newness : str
        How new the problem is: "low", "medium" or "high".
    information : str
        How much the buyer wants to know: "little", "some" or "much".
    alternatives : str
        How many other suppliers are considered: "none", "few" or "many".
    dmu : str
        Who usually takes part in the decision.
    because : str
        Why it is this situation, in a sentence.
    advice : str
        What to do now: `advice_in` or `advice_out`.
    advice_in, advice_out : str
        For the supplier who has the customer, and for one who wants in.
    """

    situation: str
    dutch: str
    newness: str
    information: str
    alternatives: str
    dmu: str
    because: str
    advice: str
    advice_in: str
    advice_out: str


KINDS = {
    "straight rebuy": {
        "dutch": "herhalingsaankoop",
        "newness": "low",
        "information": "little",
        "alternatives": "none",
        "dmu": "The buyer alone, often from a list of approved suppliers.",
        "advice_in": "Make ordering again effortless and deliver without a fault, so that nobody has a reason to look "
        "around. Ring before something goes wrong, not after.",
        "advice_out": "Do not offer the same thing a little cheaper. Find a reason to look around (a late delivery, a "
        "new need), and ask for one small order to be compared on.",
    },
    "modified rebuy": {
        "dutch": "gewijzigde herhalingsaankoop",
        "newness": "medium",
        "information": "some",
        "alternatives": "few",
        "dmu": "The buyer with the users, and whoever asked for the change.",
        "advice_in": "Find out today what changed and who wants it, and answer that before the quotes of others are "
        "in. You know this firm: use it.",
        "advice_out": "This is your opening. Ask what the present supplier does not solve, and answer exactly that "
        "change, with proof.",
    },
    "new task": {
        "dutch": "nieuwe aankoop",
        "newness": "high",
        "information": "much",
        "alternatives": "many",
        "dmu": "Many people: users, influencers, deciders and the buyer. Nobody has done this before.",
        "advice_in": "Use what you know of the firm and its people: come in while the need is still being described, "
        "and bring every member of the DMU the proof that he or she needs.",
        "advice_out": "Come in early and help to describe the need. Make the risk smaller: references, a trial, a "
        "clear plan; talk to users and deciders, not to the buyer alone.",
    },
}


def buying_situation(
    bought_before: bool,
    needs_change: bool = False,
    looks_around: bool = False,
    experience_left: bool = True,
    *,
    we_supply: bool = True,
) -> BuyingSituation:
    """Tell which buying situation a customer is in.

    Parameters
    ----------
    bought_before : bool
        Whether the firm bought this kind of product before, from anyone.
    needs_change : bool
        Whether the specification, the terms or the use is different this time.
    looks_around : bool
        Whether it asks other suppliers for an offer.
    experience_left : bool
        Whether somebody is left who remembers the last time. A machine bought fifteen years ago by
        people who have gone is a new task.
    we_supply : bool
        Whether we are the supplier in place; decides which `advice` is given.

    Returns
    -------
    BuyingSituation

    Raises
    ------
    ValueError
        When an argument is not True or False.

    Notes
    -----
    Source: Robinson, P. J., Faris, C. W. and Wind, Y. (1967), *Industrial Buying and Creative
    Marketing*, Allyn & Bacon. They tell the three apart by the newness of the problem, the
    information wanted and the alternatives considered; the yes-or-no questions are ours. Usual
    variant: the three situations as stretches of one scale.

    Examples
    --------
    >>> beans = buying_situation(True, looks_around=True)
    >>> beans.situation, beans.dutch, beans.alternatives
    ('modified rebuy', 'gewijzigde herhalingsaankoop', 'few')
    >>> print(beans.because)
    The firm bought this before, but it asks other suppliers too: a modified rebuy.
    >>> buying_situation(bought_before=False).situation
    'new task'
    """
    bought = yes_or_no(bought_before, "bought_before")
    change = yes_or_no(needs_change, "needs_change")
    around = yes_or_no(looks_around, "looks_around")
    remembered = yes_or_no(experience_left, "experience_left")
    ours = yes_or_no(we_supply, "we_supply")
    situation, reason = _situation(bought, change, around, remembered)
    kind = KINDS[situation]
    return BuyingSituation(
        situation=situation,
        because=f"{reason}: a {situation}.",
        advice=kind["advice_in" if ours else "advice_out"],
        **kind,
    )


def _situation(bought: bool, change: bool, around: bool, remembered: bool) -> tuple[str, str]:
    if not bought:
        return "new task", "The firm never bought this kind of product"
    if not remembered:
        return "new task", "The firm bought this before, but nobody is left who remembers how"
    if change and around:
        return "modified rebuy", "The firm bought this before, but it wants something else and asks other suppliers too"
    if change:
        return "modified rebuy", "The firm bought this before, but it wants something else this time"
    if around:
        return "modified rebuy", "The firm bought this before, but it asks other suppliers too"
    return "straight rebuy", "The firm bought this before and nothing changes"
