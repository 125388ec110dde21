"""Exercises 1 to 5: growth, season, a hidden year and the forecast for the next."""

from salesedu.market import (
    accuracy,
    holt_winters,
    linear_trend,
    seasonal_naive,
)

from ..kinds import Number
from ..parts import Exercise, Mistake
from .tables import LAST, history, index_of_may, line, share_of_may, yearly

__all__ = ["FORECASTS"]

SHARE = Number(share=True, tolerance=0.0006, decimals=3)
INDEX = Number(tolerance=0.006, decimals=2)
EUROS = Number("euros", tolerance=500, decimals=0)


def _hidden(seed):
    """The last year, and the four years that a method may see."""
    return history(seed)[48:], history(seed, 48)


FORECASTS = (
    Exercise(
        id="market-1",
        ask="By which share did revenue grow in 2025/26?",
        kind=SHARE,
        truth=lambda seed: float(yearly(seed)[LAST] / yearly(seed)[LAST - 1] - 1),
        mistakes=(
            Mistake(
                lambda seed: float(1 - yearly(seed)[LAST - 1] / yearly(seed)[LAST]),
                "You divided by the revenue of 2025/26. Growth is measured from where it "
                "started: divide by the year before.",
            ),
            Mistake(
                lambda seed: float(yearly(seed)[LAST] / yearly(seed)[LAST - 1]),
                "That is how many times as large the year is. Take 1 off: what was there already "
                "is no growth.",
            ),
            Mistake(
                lambda seed: float(yearly(seed)[LAST - 1] / yearly(seed)[LAST - 2] - 1),
                "That is the growth of 2024/25. The book year 2025/26 is called 2026 here.",
            ),
        ),
        hint="Do what was done for 2024/25, one year later: divide, then subtract 1.",
        solution="answer = yearly[2026] / yearly[2025] - 1",
        meaning="Hold it against the ten per cent that Marleen has in mind.",
    ),
    Exercise(
        id="market-2",
        ask="What is the seasonal index of May in hospitality?",
        kind=INDEX,
        truth=index_of_may,
        mistakes=(
            Mistake(
                lambda seed: index_of_may(seed, "revenue"),
                "That is the May of the whole company. Give the function the column of "
                "hospitality.",
            ),
            Mistake(
                share_of_may,
                "You divided the mean of the Mays by the mean of all months. Growth is still in "
                "it: May comes late in the book year. seasonal_indices takes the growth out first.",
            ),
            Mistake(
                lambda seed: index_of_may(seed, "office"),
                "That is the May of the offices. Give the function the column of hospitality.",
            ),
        ),
        hint='Give `index_by_month` the column "hospitality", and read off "May".',
        solution='answer = index_by_month(monthly["hospitality"])["May"]',
        meaning="When terraces fill, hospitality buys more coffee, just when offices slow down.",
    ),
    Exercise(
        id="market-3",
        ask="What is the MASE of trend and season on the hidden year?",
        kind=INDEX,
        truth=lambda seed: accuracy(_hidden(seed)[0], line(seed, 48), history(seed, 48)).mase,
        mistakes=(
            Mistake(
                lambda seed: accuracy(
                    _hidden(seed)[0], line(seed, 60), history(seed, 48)
                ).mase,
                "You forecast the year after. The method may see the first four years only, "
                "`known`, and has to forecast the fifth.",
            ),
            Mistake(
                lambda seed: accuracy(_hidden(seed)[0], line(seed, 48), history(seed, 48), 12).mase,
                "You divided by the error of the seasonal naive forecast. Here the yardstick is "
                "the plain naive one: leave `period` out.",
            ),
            Mistake(
                lambda seed: accuracy(_hidden(seed)[0], line(seed, 48)).mae,
                "That is the MAE, in euros. The MASE is a ratio without a unit: look at .mase.",
            ),
            Mistake(
                lambda seed: accuracy(
                    _hidden(seed)[0], seasonal_naive(history(seed, 48), 12, 12).forecast,
                    history(seed, 48),
                ).mase,
                "That is the MASE of the seasonal naive forecast. Use trend_and_season.",
            ),
        ),
        hint="Make the forecast with trend_and_season(known, horizon=12); then accuracy, as above.",
        solution=(
            "guess = trend_and_season(known, horizon=12).forecast\n"
            "answer = accuracy(hidden, guess, known).mase"
        ),
        meaning=(
            "Below 1 a method beats the naive forecast; the hidden year says which one earns "
            "its keep."
        ),
    ),
    Exercise(
        id="market-4",
        ask="By how many euros did the line miss the whole of 2024/25?",
        kind=EUROS,
        truth=lambda seed: sum(line(seed, 36)) - sum(history(seed)[36:48]),
        mistakes=(
            Mistake(
                lambda seed: sum(line(seed, 48)) - sum(history(seed)[48:]),
                "That is the miss of 2025/26. Hide one year more: the method sees the first 36 "
                "months and forecasts the twelve after them.",
            ),
            Mistake(
                lambda seed: sum(line(seed, 48)) - sum(history(seed)[36:48]),
                "You let the method see the year it had to forecast. It may see the first 36 "
                "months only.",
            ),
            Mistake(
                lambda seed: accuracy(history(seed)[36:48], line(seed, 36)).mae,
                "That is the mean error of a month. Sum the forecast, sum the sales, and subtract.",
            ),
        ),
        hint=(
            "The first three years are revenue[:36], the year after them is revenue[36:48]. "
            "Forecast minus actual."
        ),
        solution=(
            "guess = trend_and_season(revenue[:36], horizon=12).forecast\n"
            "answer = sum(guess) - sum(revenue[36:48])"
        ),
        meaning="Two hidden years, two misses: that is the size of error to reckon with.",
    ),
    Exercise(
        id="market-5",
        ask="What does trend and season forecast for the whole of 2026/27, in euros?",
        kind=EUROS,
        truth=lambda seed: sum(line(seed)),
        mistakes=(
            Mistake(
                lambda seed: sum(line(seed, 48)),
                "That is the forecast for 2025/26, from four years. Now all 60 months are known.",
            ),
            Mistake(
                lambda seed: 12 * line(seed)[0],
                "That is twelve times the first month. Every month has its own season: sum the "
                "twelve.",
            ),
            Mistake(
                lambda seed: sum(linear_trend(history(seed), 12).forecast),
                "That is the straight line without the season. A line through data that begin in "
                "the high season is tilted; use trend_and_season.",
            ),
            Mistake(
                lambda seed: sum(holt_winters(history(seed), horizon=12).forecast),
                "That is the forecast of Holt-Winters. Use trend_and_season.",
            ),
        ),
        hint="Give the method all of `revenue`, with horizon=12, and sum what it forecasts.",
        solution="answer = sum(trend_and_season(revenue, horizon=12).forecast)",
        meaning="This is what comes when the next year goes on as the five before it.",
    ),
)
