"""From workout to workout a session never takes a tenth longer than the longest of the last five."""

from collections.abc import Iterable
from datetime import timedelta

import pytest
from support.simulated_runner import (
    MONDAY,
    Mood,
    Session,
    all_but,
    always_easy,
    always_hard,
    always_right,
    any_mood,
    simulate,
)

from skill.loaders import load_catalog, load_phrasebook
from skill.training.session_size import LATEST_WORKOUTS
from skill.workout.course import beginning
from skill.workout.manner import Manner
from skill.workout.script import perform

pytestmark = pytest.mark.slow

CATALOG, VOICE = load_catalog(), load_phrasebook("en-US")
WEEKS, OFF = 22, range(6, 16)


def lengths_ms(sessions: Iterable[Session]) -> list[int]:
    """How long each session takes by the script's own clock, its warm-up, talk and stretches included."""
    manner, plans = Manner(VOICE, 100), [session.plan for session in sessions]
    scripts = [perform(plan, beginning(plan), manner) for plan in plans]
    return [sum(scene.duration_ms for scene in script) for script in scripts]


def grows_by_a_tenth_at_most(lengths: list[int]) -> bool:
    latest = [lengths[max(0, i - LATEST_WORKOUTS) : i] for i in range(1, len(lengths))]
    return all(now <= max(last) * 1.1 for last, now in zip(latest, lengths[1:], strict=True))


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("mood", [always_easy, always_right, always_hard, any_mood])
def test_no_session_is_a_tenth_longer_than_the_longest_of_the_last_five(
    mood: Mood, seed: int
) -> None:
    sessions = simulate(CATALOG, mood, weeks=all_but(*OFF, weeks=WEEKS), seed=seed)
    back = MONDAY + timedelta(weeks=OFF.stop)
    before = [session for session in sessions if session.day < back]
    since = [session for session in sessions if session.day >= back]
    for together in (before, since):
        assert len(together) > LATEST_WORKOUTS
        assert grows_by_a_tenth_at_most(lengths_ms(together))


@pytest.mark.parametrize("mood", [always_easy, always_right, always_hard])
def test_a_beginner_comes_from_two_rounds_to_three_a_set_at_a_time(mood: Mood) -> None:
    sessions = simulate(CATALOG, mood, weeks=8)
    sizes = [(s.plan.rounds, len(s.plan.growing)) for s in sessions]
    assert sizes[:5] == [(2, 0)] * 5
    assert (3, 0) not in sizes[:7]
    assert {rounds for rounds, _ in sizes[12:]} == {3}
