"""The draws: right on average, the same for ever, apart for each topic."""

import numpy as np
import pytest

from salesedu.company.draws import Draws


def test_the_stream_is_fixed():
    # numpy promises PCG64's stream; these values hold on every version and machine.
    assert Draws(2026, "customers").uniform(3).tolist() == [
        0.47337513651393304,
        0.7085324715503591,
        0.8464284715556818,
    ]


def test_topics_and_seeds_have_streams_of_their_own():
    first = Draws(1, "a").uniform(5).tolist()
    assert first == Draws(1, "a").uniform(5).tolist()
    assert first != Draws(1, "b").uniform(5).tolist()
    assert first != Draws(2, "a").uniform(5).tolist()


def test_draws_have_the_shape_they_promise():
    draws = Draws(5, "shape")
    bell = draws.normal(40_000)
    assert abs(bell.mean()) < 0.03
    assert abs(bell.std() - 1) < 0.03
    whole = draws.whole(5_000, low=2, high=4)
    assert set(whole.tolist()) == {2, 3, 4}
    picked = draws.pick(20_000, {"rare": 1, "common": 9})
    assert np.mean(picked == "rare") == pytest.approx(0.1, abs=0.01)
    assert sorted(draws.shuffled(9).tolist()) == list(range(9))
    assert draws.happens(np.array([0.0, 1.0])).tolist() == [False, True]
