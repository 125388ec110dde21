"""The four ways to act when a funnel narrows.

Part of chapter 5; import it from :mod:`salesedu.funnel`.
"""

from dataclasses import dataclass

__all__ = ["INTERVENTIONS", "Intervention"]


@dataclass(frozen=True)
class Intervention:
    """One of the four ways to act when a funnel narrows.

    Attributes
    ----------
    name, dutch : str
        What it is called.
    what : str
        What is done.
    fits_when : str
        Sign that this one is called for.
    """

    name: str
    dutch: str
    what: str
    fits_when: str


INTERVENTIONS = {
    one.name: one
    for one in (
        Intervention(
            "coach",
            "coachen",
            "Go along, watch and talk it over afterwards, with one seller at a time.",
            "A seller knows how and does not do it, and stays behind colleagues with the same leads.",
        ),
        Intervention(
            "more actions",
            "meer acties",
            "Put more in at the top: more calls, more mailings, more visits.",
            "The conversions are sound, but too little goes in.",
        ),
        Intervention(
            "more problem analysis",
            "meer probleemanalyse",
            "Ask longer what the customer's problem is and what it costs, before you offer.",
            "Many quotes go out and few come back: they answer a question nobody had.",
        ),
        Intervention(
            "train",
            "trainen",
            "Teach a skill, such as calling, demonstrating or negotiating.",
            "They do not know how yet: a newcomer, or a whole team that is weak at the same stage.",
        ),
    )
}
