"""Reading the columns of a table of deals: labelled, or lists in one order.

Part of chapter 5; import it from :mod:`salesedu.funnel`.
"""

from collections.abc import Iterable, Mapping

from salesedu._checks import labelled_numbers, numbered, same_names

__all__ = ["CHANCE", "EUROS", "chances_of", "values_of"]

CHANCE = "give a chance from 0 to 1, such as 0.25 for 25 %"
EUROS = "give euros, 0 or more"


def values_of(values: Mapping[str, float] | Iterable[float]) -> dict[str, float]:
    """Euros by deal; a plain list becomes "deal 1", "deal 2"..."""
    return labelled_numbers(values, "values", "deal", 0, remedy=EUROS)


def chances_of(
    given: Mapping[str, float] | Iterable[float], name: str, values: dict[str, float]
) -> dict[str, float]:
    """A chance for each deal: by its name in a mapping, else in the order of `values`."""
    if isinstance(given, Mapping):
        chances = labelled_numbers(given, name, "deal", 0, 1, CHANCE)
        same_names(values, chances, "values", name)
        return {deal: chances[deal] for deal in values}
    listed = [one for _, one in numbered(given, name, "give a chance for each deal")]
    if len(listed) != len(values):
        raise ValueError(f"{name} has {len(listed)} deals and values has {len(values)}; give one for each.")
    return dict(zip(values, labelled_numbers(listed, name, "deal", 0, 1, CHANCE).values(), strict=True))
