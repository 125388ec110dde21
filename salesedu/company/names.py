"""Invented names for the customers of Noorderlicht Koffie, and the places where they are.

The places are real Dutch towns. The organisations are not: a name is put together from two halves
of a word and a trade, and public bodies get made-up place names too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    from .draws import Draws

__all__ = ["PLACES", "REGIONS", "invent"]

REGIONS = {
    "North": ("Groningen", "Leeuwarden", "Assen", "Emmen", "Drachten", "Heerenveen", "Hoogeveen"),
    "East": ("Zwolle", "Deventer", "Enschede", "Apeldoorn", "Arnhem", "Nijmegen", "Hengelo"),
    "West": ("Utrecht", "Amersfoort", "Haarlem", "Leiden", "Alkmaar", "Gouda", "Hoorn", "Zaandam"),
    "South": ("Breda", "Tilburg", "Eindhoven", "Helmond", "Venlo", "Roermond", "Goes"),
}
PLACES = {place: region for region, places in REGIONS.items() for place in places}

# fmt: off
_FIRST = (
    "Linden", "Molen", "Wester", "Ooster", "Hazel", "Elzen", "Vlier", "Wilgen", "Berken",
    "Heide", "Duin", "Veen", "Kei", "Zilver", "Water", "Brem", "Spar", "Rogge", "Haver",
    "Klaver", "Reiger", "Wulpen", "Kievits", "Merel", "Otter", "Bever", "Egel", "Kraan", "Sluis",
    "Terp",
)
_SECOND = (
    "waard", "horst", "brink", "kamp", "dal", "stein", "hof", "rak", "loo", "gaard", "donk",
    "hage", "zijl", "schoor",
)
# fmt: on
_TRADES = {
    "office": (
        "{} Accountants",
        "{} Advies",
        "{} Installatietechniek",
        "{} Verzekeringen",
        "{} Ingenieurs",
        "{} Advocaten",
        "{} Logistiek",
        "{} Software",
        "{} Uitzendbureau",
        "{} Bouwbedrijf",
    ),
    "hospitality": (
        "Hotel {}",
        "Grand Café {}",
        "Eetcafé {}",
        "Brasserie {}",
        "Lunchroom {}",
        "Herberg {}",
        "Restaurant {}",
        "Strandpaviljoen {}",
    ),
    "public sector": (
        "Gemeente {}",
        "Waterschap {}",
        "Scholengroep {}",
        "Bibliotheek {}",
        "Zorgcentrum {}",
    ),
    "reseller": (
        "{} Kantoorinrichting",
        "{} Horecagroothandel",
        "{} Automaten",
        "{} Kantoorartikelen",
        "{} Keukentechniek",
    ),
}


def invent(segments: np.ndarray, draws: Draws) -> np.ndarray:
    """One name per organisation, no name twice.

    The names of the first ones do not depend on how many follow.
    """
    import numpy as np

    names = np.empty(len(segments), dtype=object)
    roots = [first + second for first in _FIRST for second in _SECOND]
    for segment, trades in _TRADES.items():
        places = np.flatnonzero(segments == segment)
        order = draws.shuffled(len(roots) * len(trades))
        pool = [trades[at % len(trades)].format(roots[at // len(trades)]) for at in order]
        again, which = np.divmod(np.arange(len(places)), len(pool))
        names[places] = np.array(pool, dtype=object)[which]
        # A large company knows more organisations than there are names: they get a number.
        late = again > 0
        names[places[late]] += " " + (again[late] + 1).astype(str).astype(object)
    return names
