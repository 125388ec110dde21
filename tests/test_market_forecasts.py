"""Chapter 2's forecasts: worked by hand, and against statsmodels on the same data."""

import math
import warnings
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.regression.linear_model import OLS
from statsmodels.tools import add_constant
from statsmodels.tsa.exponential_smoothing.ets import ETSModel
from statsmodels.tsa.holtwinters import ExponentialSmoothing, Holt, SimpleExpSmoothing
from statsmodels.tsa.seasonal import seasonal_decompose

from salesedu import market as m

# Five years of months with trend, season and noise, the same on every machine.
DICE = np.random.default_rng(20260930)
MONTHS = np.arange(60)
YEAR = np.array([0.92, 0.90, 1.00, 0.98, 0.96, 0.94, 0.80, 0.84, 1.05, 1.12, 1.20, 1.29])
SALES = (200_000 + 1_500 * MONTHS) * YEAR[MONTHS % 12] * np.exp(DICE.normal(0, 0.03, 60))
QUARTERS = SALES[:57].reshape(19, 3).sum(axis=1)  # ends in the middle of a year
DAYS = 500 + 80 * np.sin(np.arange(40) * 2 * np.pi / 5) + DICE.normal(0, 10, 40)  # an odd cycle of five
EXACT = {"rel": 1e-8, "abs": 1e-8}
WEIGHTS = [(0.3, 0.1, 0.2), (0.9, 0.5, 0.05), (0.05, 0.9, 0.9), (1.0, 0.0, 0.0), (0.0, 0.3, 1.0)]
SERIES = [(SALES, 12), (QUARTERS, 4), (DAYS, 5)]


# --- Against statsmodels ----------------------------------------------------------------------


@pytest.mark.parametrize("alpha", [0.0, 0.2, 0.75, 1.0])
@pytest.mark.parametrize("initial", [None, 180_000.0])
def test_exponential_smoothing_agrees_with_statsmodels(alpha, initial):
    ours = m.exponential_smoothing(SALES, alpha, horizon=6, initial=initial)
    start = SALES[0] if initial is None else initial
    theirs = SimpleExpSmoothing(SALES, initialization_method="known", initial_level=start).fit(
        smoothing_level=alpha, optimized=False
    )
    known = 1 if initial is None else 0
    assert ours.fitted[:known] == (None,) * known
    assert ours.fitted[known:] == pytest.approx(theirs.fittedvalues[known:], **EXACT)
    assert ours.forecast == pytest.approx(theirs.forecast(6), **EXACT)


@pytest.mark.parametrize(("alpha", "beta", "_"), WEIGHTS)
@pytest.mark.parametrize("initial", [None, (190_000.0, 900.0)])
def test_holt_agrees_with_statsmodels(alpha, beta, _, initial):
    if initial is None:
        ours, known = m.holt(SALES, alpha, beta, 24), 2
        # A line through the first two values is the state one period before the first.
        level, trend = 2 * SALES[0] - SALES[1], SALES[1] - SALES[0]
    else:
        level, trend = initial
        ours, known = m.holt(SALES, alpha, beta, 24, initial_level=level, initial_trend=trend), 0
    theirs = Holt(SALES, initialization_method="known", initial_level=level, initial_trend=trend).fit(
        smoothing_level=alpha, smoothing_trend=beta, optimized=False
    )
    assert ours.fitted[known:] == pytest.approx(theirs.fittedvalues[known:], **EXACT)
    assert ours.forecast == pytest.approx(theirs.forecast(24), **EXACT)
    assert (ours.level, ours.trend) == pytest.approx((theirs.level[-1], theirs.trend[-1]), **EXACT)


def _first_line(values, cycle, season):
    """State before the first period, in numpy: the line through the middles of two cycles."""
    one, two = values[:cycle].mean(), values[cycle : 2 * cycle].mean()
    trend = (two - one) / cycle
    level = one - trend * (cycle + 1) / 2
    line = level + trend * np.arange(1, cycle + 1)
    return level, trend, values[:cycle] / line if season == "multiplicative" else values[:cycle] - line


@pytest.mark.parametrize("season", ["additive", "multiplicative"])
@pytest.mark.parametrize("weights", WEIGHTS)
@pytest.mark.parametrize(("values", "cycle"), SERIES, ids=["months", "quarters", "days"])
def test_holt_winters_agrees_with_statsmodels(values, cycle, weights, season):
    level, trend, indices = _first_line(values, cycle, season)
    theirs = ExponentialSmoothing(
        values, trend="add", seasonal=season[:3], seasonal_periods=cycle, initialization_method="known",
        initial_level=level, initial_trend=trend, initial_seasonal=indices,
    ).fit(
        smoothing_level=weights[0], smoothing_trend=weights[1], smoothing_seasonal=weights[2], optimized=False
    )
    horizon = 2 * cycle
    given_ = m.holt_winters(
        values, cycle, *weights, horizon, season=season,
        initial_level=level, initial_trend=trend, initial_seasonal=indices,
    )
    own = m.holt_winters(values, cycle, *weights, horizon, season=season)
    assert given_.fitted == pytest.approx(theirs.fittedvalues, **EXACT)
    assert own.fitted[:cycle] == (None,) * cycle
    assert own.fitted[cycle:] == pytest.approx(theirs.fittedvalues[cycle:], **EXACT)
    assert own.seasonal == pytest.approx(theirs.season[-cycle:], **EXACT)
    lines = theirs.level[-1] + theirs.trend[-1] * np.arange(1, horizon + 1)
    twice = np.tile(theirs.season[-cycle:], 2)
    expected = lines * twice if season == "multiplicative" else lines + twice
    for ours in (given_, own):
        assert ours.forecast == pytest.approx(expected, **EXACT)
        # statsmodels up to 0.15 forgets the last seasonal update one whole cycle ahead (its issue
        # 9538, mended since); every other step of its own forecast must be ours.
        steps = [step for step in range(horizon) if (step + 1) % cycle]
        assert [ours.forecast[step] for step in steps] == pytest.approx(theirs.forecast(horizon)[steps], **EXACT)


def test_additive_holt_winters_is_the_state_space_model_at_every_step():
    level, trend, indices = _first_line(SALES, 12, "additive")
    model = ETSModel(
        SALES, error="add", trend="add", seasonal="add", seasonal_periods=12, initialization_method="known",
        initial_level=level, initial_trend=trend, initial_seasonal=indices,
    )
    theirs = model.smooth([0.3, 0.3 * 0.1, 0.2])  # its trend parameter is alpha times beta
    ours = m.holt_winters(SALES, 12, 0.3, 0.1, 0.2, 30, season="additive")
    assert ours.forecast == pytest.approx(theirs.forecast(30), **EXACT)


@pytest.mark.parametrize("values", [SALES, QUARTERS, DAYS])
def test_linear_trend_is_ordinary_least_squares(values):
    t = np.arange(1, len(values) + 1)
    fit = OLS(values, add_constant(t)).fit()
    ours = m.linear_trend(values, horizon=3)
    assert [ours.parameters["intercept"], ours.parameters["slope"]] == pytest.approx(fit.params, **EXACT)
    assert ours.fitted == pytest.approx(fit.fittedvalues, **EXACT)
    assert ours.forecast == pytest.approx(fit.params[0] + fit.params[1] * (t[-1] + np.arange(1, 4)), **EXACT)


@pytest.mark.parametrize("season", ["additive", "multiplicative"])
@pytest.mark.parametrize(("values", "cycle"), SERIES, ids=["months", "quarters", "days"])
def test_seasonal_indices_agree_with_statsmodels(values, cycle, season):
    ours = m.seasonal_indices(values, cycle, season)
    theirs = seasonal_decompose(values, model=season, period=cycle)
    assert ours.indices == pytest.approx(theirs.seasonal[:cycle], **EXACT)
    assert _with_gaps(ours.trend) == pytest.approx(theirs.trend, nan_ok=True, **EXACT)
    assert m.centred_moving_average(values, cycle) == ours.trend
    adjusted = values / theirs.seasonal if season == "multiplicative" else values - theirs.seasonal
    assert ours.adjusted == pytest.approx(adjusted, **EXACT)


def _with_gaps(values):
    return [math.nan if value is None else value for value in values]


def test_moving_average_is_the_rolling_mean_of_pandas():
    rolling = pd.Series(SALES).rolling(4).mean()
    ours = m.moving_average(pd.Series(SALES), window=4, horizon=2)
    assert _with_gaps(ours.fitted) == pytest.approx(rolling.shift(1), nan_ok=True, **EXACT)
    assert ours.forecast == pytest.approx([rolling.iloc[-1]] * 2, **EXACT)


def test_searched_parameters_are_as_good_as_those_of_statsmodels():
    def error(forecast, skip):
        return sum((y - guess) ** 2 for y, guess in zip(SALES[skip:], forecast.fitted[skip:], strict=True))

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its optimiser may complain where ours has nothing to
        simple = SimpleExpSmoothing(SALES, initialization_method="known", initial_level=SALES[0]).fit()
        assert error(m.exponential_smoothing(SALES), 1) <= simple.sse * 1.001
        for season in ("additive", "multiplicative"):
            level, trend, indices = _first_line(SALES, 12, season)
            theirs = ExponentialSmoothing(
                SALES, trend="add", seasonal=season[:3], seasonal_periods=12, initialization_method="known",
                initial_level=level, initial_trend=trend, initial_seasonal=indices,
            ).fit()
            assert error(m.holt_winters(SALES, season=season), 12) <= theirs.sse * 1.001


# --- By hand ----------------------------------------------------------------------------------


def test_naive_methods_repeat():
    assert m.naive([3, 5, 4], horizon=2).forecast == (4, 4)
    assert m.naive([3, 5, 4]).fitted == (None, 3, 5)
    seasonal = m.seasonal_naive([1, 2, 3, 4, 5, 6, 7], period=3, horizon=5)
    assert seasonal.forecast == (5, 6, 7, 5, 6)
    assert seasonal.fitted == (None, None, None, 1, 2, 3, 4)


def test_smoothing_learns_a_part_of_every_surprise():
    # levels: 100; 0.2 × 120 + 0.8 × 100 = 104; 0.2 × 90 + 0.8 × 104 = 101.2
    smooth = m.exponential_smoothing([100, 120, 90], alpha=0.2)
    assert smooth.fitted == (None, 100, 104)
    assert smooth.forecast == pytest.approx((101.2,))


def test_holt_by_hand():
    # start: level 110, trend 10. Value 130: expected 120, level 125, trend 0.5 × 15 + 0.5 × 10 = 12.5
    found = m.holt([100, 110, 130], alpha=0.5, beta=0.5, horizon=2)
    assert found.fitted == (None, None, 120)
    assert found.forecast == (137.5, 150)


def test_holt_winters_by_hand():
    # level 100, trend 0, indices 0.8 and 1.2. Value 90: surprise against 80.
    # level 0.5 × 90 / 0.8 + 0.5 × 100 = 106.25; index 0.5 × 90 / 100 + 0.5 × 0.8 = 0.85
    found = m.holt_winters(
        [90], 2, 0.5, 0.0, 0.5, horizon=2, initial_level=100, initial_trend=0, initial_seasonal=[0.8, 1.2]
    )
    assert found.fitted == (80,)
    assert found.forecast == (pytest.approx(106.25 * 1.2), pytest.approx(106.25 * 0.85))
    assert found.seasonal == pytest.approx((1.2, 0.85))


def test_left_out_parameters_are_searched_and_named():
    found = m.holt_winters(SALES, gamma=0.1, season="multiplicative", horizon=12)
    assert found.chosen == ("alpha", "beta")
    assert found.parameters["gamma"] == 0.1
    assert m.holt(SALES, 0.2, 0.1).chosen == ()
    # A history that jumps and stays is best followed at once; one that only wobbles, slowly.
    assert m.exponential_smoothing([10] * 8 + [30] * 8).parameters["alpha"] == 1
    assert m.exponential_smoothing([20] + [10, 30] * 8).parameters["alpha"] < 0.1


@pytest.mark.parametrize("series", [list, tuple, iter, pd.Series, np.array, lambda v: pd.Series(v, dtype="Float64")])
def test_a_history_may_come_in_many_shapes(series):
    values = [80.0, 130.0, 130.0, 120.0, 120.0, 170.0, 170.0, 160.0]
    assert m.trend_and_season(series(values), 4, 2, "additive").forecast == (160, 210)
    assert m.naive(series(values)).history == tuple(values)


def test_planted_indices_are_recovered():
    found = m.seasonal_indices(SALES)
    assert found.indices == pytest.approx(YEAR / YEAR.mean(), abs=0.03)
    assert m.seasonal_indices(SALES[:50]).next_indices[:2] == m.seasonal_indices(SALES[:50]).indices[2:4]


# --- Accuracy ---------------------------------------------------------------------------------


def test_five_measures_by_hand():
    # errors +10, 0, −20, +10; naive errors on the history 10, 20: mean 15
    found = m.accuracy([100, 120, 100, 50], [110, 120, 80, 60], history=[100, 90, 110])
    assert found.errors == (10, 0, -20, 10)
    assert (found.bias, found.mae, found.rmse) == (0, 10, pytest.approx(math.sqrt(150)))
    assert found.mape == pytest.approx((0.1 + 0 + 0.2 + 0.2) / 4)
    assert found.mase == pytest.approx(10 / 15)
    assert (found.mape_note, found.mase_note) == ("", "")


def test_a_positive_bias_means_too_high():
    assert m.accuracy([100, 100], [120, 110]).bias == 15


def test_zero_among_the_actual_values_leaves_mape_undefined_and_says_so():
    found = m.accuracy([100, 0, 50], [90, 10, 50], history=[1, 2])
    assert found.mape is None
    assert found.mape_note == "MAPE divides by the actual value, and value 2 is 0; use MAE or MASE instead."
    assert found.mase == pytest.approx(20 / 3)


def test_a_history_that_repeats_itself_leaves_mase_undefined_and_says_so():
    flat = m.accuracy([5], [6], history=[7, 7, 7])
    assert flat.mase is None
    assert "repeats itself exactly" in flat.mase_note
    assert m.accuracy([5], [6], history=[1, 2, 1, 2], period=2).mase is None
    assert "give history" in m.accuracy([5], [6]).mase_note


def test_periods_without_a_forecast_are_left_out():
    smooth = m.exponential_smoothing([100, 120, 90], alpha=0.2)
    assert m.accuracy(smooth.history, smooth.fitted).errors == (-20, 14)


def test_the_naive_forecast_scores_one_on_its_own_history():
    fitted = m.naive(SALES).fitted
    assert m.accuracy(SALES, fitted, history=SALES).mase == pytest.approx(1)
    fitted = m.seasonal_naive(SALES).fitted
    assert m.accuracy(SALES, fitted, history=SALES, period=12).mase == pytest.approx(1)


# --- The race ---------------------------------------------------------------------------------


def test_with_trend_and_season_the_winner_follows_both():
    race = m.compare_forecasts(SALES)
    best = race.ranking[0]
    assert (best.follows_trend, best.follows_season) == (True, True)
    assert race.best == best.method
    assert race.pattern.has_trend
    assert race.pattern.has_season
    assert "clear trend and a clear season" in race.reason
    assert "follows both" in race.reason
    assert race.scores["naive"] > race.scores["seasonal naive"] > race.scores[race.best]
    assert len(race.ranking) == len(m.FORECAST_METHODS)


def test_the_methods_never_see_the_hold_out():
    changed = [*SALES[:48], *(SALES[48:] * 3)]
    for before, after in zip(
        sorted(m.compare_forecasts(SALES).ranking, key=lambda one: one.method),
        sorted(m.compare_forecasts(changed).ranking, key=lambda one: one.method),
        strict=True,
    ):
        assert before.forecast == after.forecast


def test_without_trend_or_season_the_reason_says_so():
    noise = 100 + np.random.default_rng(3).normal(0, 5, 60)
    race = m.compare_forecasts(noise)
    assert "no clear trend or season" in race.reason
    assert race.pattern.season_strength < 0.5


def test_a_winner_that_misses_the_season_is_explained():
    rising = [80, 130, 130, 120, 120, 170, 170, 160, 160, 210, 210, 200]
    race = m.compare_forecasts([*rising, 200, 200, 200, 200], 4, 4, methods=["naive", "seasonal naive"])
    assert race.best == "naive"
    assert "does not follow the trend and the season" in race.reason


def test_a_close_runner_up_is_named():
    values = [10, 12, 11, 10, 12, 11, 10, 12, 11]
    race = m.compare_forecasts(values, 3, 3, methods=["seasonal naive", "trend and season"])
    assert "within 5 %" in race.reason


def test_methods_that_cannot_run_are_skipped_with_the_reason():
    race = m.compare_forecasts([5, 6, 5, 0, 6, 5, 6, 5], hold_out=2, period=3)
    assert "multiplicative" in race.skipped["holt-winters multiplicative"]
    assert "naive" in race.scores
    assert "too short to tell a season" in race.reason


def test_another_measure_ranks_by_itself():
    race = m.compare_forecasts(SALES, measure="mape")
    assert list(race.scores.values()) == sorted(race.scores.values())
    assert race.scores[race.best] == race.ranking[0].accuracy.mape


def test_trend_and_season_are_told_apart():
    t = np.arange(48)
    flat_season = m.history_pattern(100 + 20 * np.sin(t * np.pi / 6))
    assert (flat_season.has_trend, flat_season.has_season) == (False, True)
    trend_only = m.history_pattern(100 + 2.0 * t)
    assert (trend_only.has_trend, trend_only.has_season) == (True, False)
    assert trend_only.slope == pytest.approx(2)
    assert m.history_pattern([5] * 48) == m.HistoryPattern(0, 0, 0, False, False)
    assert m.history_pattern([5, 6, 7]).season_strength is None


# --- What always holds ------------------------------------------------------------------------

VALUES = st.lists(st.floats(-1e6, 1e6), min_size=8, max_size=40)
POSITIVE = st.lists(st.floats(1, 1e6), min_size=8, max_size=40)
WEIGHT = st.floats(0, 1)


@given(POSITIVE, st.integers(2, 4), st.sampled_from(["additive", "multiplicative"]))
def test_indices_average_one_or_zero_and_rebuild_the_history(values, period, season):
    found = m.seasonal_indices(values, period, season)
    times = season == "multiplicative"
    assert sum(found.indices) / period == pytest.approx(1 if times else 0, abs=1e-6)
    rebuilt = [
        part * index if times else part + index
        for part, index in zip(found.adjusted, found.indices * len(values), strict=False)
    ]
    assert rebuilt == pytest.approx(values)


@given(VALUES, WEIGHT, st.integers(1, 5))
def test_a_smoothed_level_and_a_mean_stay_inside_the_history(values, alpha, window):
    low, high = min(values), max(values)
    for found in (m.exponential_smoothing(values, alpha), m.moving_average(values, window), m.naive(values)):
        for guess in (*found.forecast, *(one for one in found.fitted if one is not None)):
            assert low - 1e-6 <= guess <= high + 1e-6


@given(st.floats(-1e4, 1e4), st.floats(-1e3, 1e3), st.integers(4, 30), WEIGHT, WEIGHT)
def test_a_straight_line_goes_on_straight(start, step, size, alpha, beta):
    line = [start + step * t for t in range(size + 3)]
    for found in (m.holt(line[:size], alpha, beta, 3), m.linear_trend(line[:size], 3)):
        assert found.forecast == pytest.approx(line[size:], abs=1e-6)


@given(
    st.lists(st.floats(-50, 50), min_size=4, max_size=4), st.floats(200, 1e4), st.floats(0, 100),
    WEIGHT, WEIGHT, st.floats(0, 0.5),
)
def test_a_line_with_a_season_goes_on_with_it(season, start, step, alpha, beta, gamma):
    values = [start + step * t + season[t % 4] for t in range(20)]
    ours = m.holt_winters(values[:16], 4, min(alpha, 0.5), beta, gamma, 4, season="additive")
    assert ours.forecast == pytest.approx(values[16:], rel=1e-6, abs=1e-3)
    assert m.trend_and_season(values[:16], 4, 4, "additive").forecast[3] == pytest.approx(
        m.trend_and_season(values[:16], 4, 8, "additive").forecast[3]
    )


@given(VALUES, st.floats(-1e4, 1e4), st.floats(0.1, 10))
def test_another_unit_gives_the_same_forecast_in_that_unit(values, shift, factor):
    moved = [value * factor + shift for value in values]
    for method in (
        lambda v: m.exponential_smoothing(v, 0.3), lambda v: m.holt(v, 0.3, 0.2),
        lambda v: m.linear_trend(v), lambda v: m.holt_winters(v, 3, 0.3, 0.2, 0.1, season="additive"),
    ):
        expected = method(values).forecast[0] * factor + shift
        assert method(moved).forecast[0] == pytest.approx(expected, rel=1e-6, abs=1e-2)


@given(VALUES, VALUES)
def test_rmse_is_never_below_mae_nor_mae_below_bias(actual, guess):
    size = min(len(actual), len(guess))
    found = m.accuracy(actual[:size], guess[:size], history=actual)
    assert found.rmse >= found.mae * (1 - 1e-12) - 1e-300
    assert found.mae >= abs(found.bias) * (1 - 1e-12) - 1e-300
    assert m.accuracy(actual, actual).mae == 0


@given(POSITIVE)
def test_searching_never_does_worse_than_any_fixed_parameter(values):
    def squares(found):
        return sum((y - f) ** 2 for y, f in zip(found.history, found.fitted, strict=True) if f is not None)

    best = squares(m.exponential_smoothing(values))
    for alpha in (0.05, 0.2, 0.4, 0.6, 0.8, 0.95):
        assert best <= squares(m.exponential_smoothing(values, alpha)) * (1 + 1e-9) + 1e-9


@given(POSITIVE, st.integers(1, 4), st.integers(2, 4))
def test_a_ranking_is_in_order_and_leaves_nobody_out(values, hold_out, period):
    race = m.compare_forecasts(values, hold_out, period)
    assert all(a.accuracy.mae <= b.accuracy.mae for a, b in pairwise(race.ranking))
    assert {one.method for one in race.ranking} | set(race.skipped) == set(m.FORECAST_METHODS)
    assert race.head + race.tail == tuple(values)
    assert race.reason.endswith(".")
