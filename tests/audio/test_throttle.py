"""A throttle lets a burst through and then so many a second."""

import pytest

from skill.audio.throttle import Throttle


class Clock:
    """A time that passes by sleeping alone."""

    def __init__(self) -> None:
        self.s = 100.0

    def now(self) -> float:
        return self.s

    def sleep(self, seconds: float) -> None:
        self.s += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


def begun(throttle: Throttle, clock: Clock, calls: int) -> list[float]:
    """When each of the calls began, in s from now."""
    start, moments = clock.s, []
    for _ in range(calls):
        throttle()
        moments.append(round(clock.s - start, 6))
    return moments


def test_a_seconds_worth_begins_at_once_and_the_rest_evenly(clock: Clock) -> None:
    throttle = Throttle(4, clock.now, clock.sleep)
    assert begun(throttle, clock, 7) == [0, 0, 0, 0, 0.25, 0.5, 0.75]


def test_after_a_pause_a_seconds_worth_is_free_again_and_no_more(clock: Clock) -> None:
    throttle = Throttle(4, clock.now, clock.sleep)
    begun(throttle, clock, 6)
    clock.sleep(60)
    assert begun(throttle, clock, 5) == [0, 0, 0, 0, 0.25]
