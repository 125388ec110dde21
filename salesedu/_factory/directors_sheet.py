"""What Marleen, the director, wrote down before anybody looked at the books: the case of explorers and workbook."""

__all__ = ["IMPORTANCE", "MARLEEN"]

# What matters to the firm, before anybody had scored; and what she scored on Sunday evening.
IMPORTANCE = {
    "customers": 5,
    "organisation": 3,
    "satisfaction": 3,
    "competitors": 2,
    "leads": 5,
    "quotes": 4,
    "funnel": 3,
    "process": 3,
    "system": 2,
    "qualities": 3,
}
MARLEEN = {
    "customers": 3,
    "organisation": 3,
    "satisfaction": 2,
    "competitors": 3,
    "leads": 4,
    "quotes": 2,
    "funnel": 3,
    "process": 3,
    "qualities": 3,
}
