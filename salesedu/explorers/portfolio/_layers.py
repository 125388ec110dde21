"""Four hundred customers of Noorderlicht in four layers, each counted with the average of its layer."""

from salesedu._notation import euro, millions

__all__ = ["ABOVE", "AMOUNTS", "COUNTS", "STEPS", "THRESHOLDS", "short"]

COUNTS = {"top": 4, "large": 16, "medium": 60, "small": 320}
AMOUNTS = {"top": 185_000, "large": 65_000, "medium": 21_000, "small": 3_000}  # euros a year for each customer
THRESHOLDS = {layer: AMOUNTS[layer] for layer in ("top", "large", "medium")}
ABOVE = {"small": "medium", "medium": "large", "large": "top"}
STEPS = {layer: AMOUNTS[above] - AMOUNTS[layer] for layer, above in ABOVE.items()}  # what a climb brings


def short(amount: float) -> str:
    """An amount that fits beside a bar."""
    if not amount:
        return euro(0)
    return millions(amount, 2).replace("million", "m") if amount >= 999_500 else f"{euro(amount / 1_000)}k"
