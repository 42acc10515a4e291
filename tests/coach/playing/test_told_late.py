"""What a player tells too late changes nothing."""

from datetime import timedelta

import pytest
from speaker import Speaker, silent

from skill.coach.coach import Coach
from skill.coach.commands import (
    HowManyLeft,
    OpenCoach,
    PlayBegan,
    PlayerEvent,
    PlayFailed,
    PlayNearlyOver,
    PlayOver,
    PlayStopped,
)

LATE = (PlayBegan(), PlayNearlyOver(), PlayOver(), PlayStopped(), PlayFailed())


def test_what_is_told_late_changes_nothing(speaker: Speaker) -> None:
    speaker.tells(PlayBegan(), 0, speaker.nth(2))
    before = speaker.workout
    for event in LATE:
        assert silent(speaker.tells(event, 5_000, speaker.nth(1)))
    assert speaker.workout == before


def test_what_an_earlier_play_tells_late_stops_nothing(speaker: Speaker) -> None:
    old = speaker.token
    speaker.asks(HowManyLeft(), 60_000)
    assert speaker.token != old
    for event in LATE:
        assert silent(speaker.tells(event, 60_000, old))
    assert speaker.workout.stream is not None


@pytest.mark.parametrize("late", LATE)
@pytest.mark.parametrize("by_s", [30, 0])
def test_an_event_older_than_the_stop_changes_nothing(
    speaker: Speaker, late: PlayerEvent, by_s: int
) -> None:
    """Stamps are whole seconds: within one, the event that tells less is the older."""
    speaker.tells(PlayBegan(), 0)
    speaker.now += timedelta(seconds=29)
    speaker.tells(PlayStopped(), 30_000)
    stopped = speaker.workout
    speaker.now -= timedelta(seconds=by_s + 1)
    assert silent(speaker.tells(late, 0))
    assert speaker.workout == stopped


def test_nothing_that_was_not_played_counts_after_a_late_event(
    speaker: Speaker, coach: Coach
) -> None:
    speaker.tells(PlayBegan(), 0)
    speaker.now += timedelta(seconds=29)
    speaker.tells(PlayStopped(), 30_000)
    heard = speaker.workout.with_heard(speaker.stream.marks, 30_000).tally
    assert 0 < heard[0] < speaker.workout.plan.sets[0].dose.amount
    speaker.now -= timedelta(seconds=31)
    speaker.tells(PlayBegan(), 0)
    bedroom = Speaker(coach, "bedroom")
    bedroom.now = speaker.now + timedelta(seconds=95)
    bedroom.tells(OpenCoach(), new=True)
    assert bedroom.workout.tally == heard


def test_a_failure_told_late_of_the_next_track_enqueues_nothing_behind_a_stop(
    speaker: Speaker,
) -> None:
    speaker.tells(PlayNearlyOver(), 100)
    speaker.now += timedelta(seconds=29)
    speaker.tells(PlayStopped(), 30_000)
    speaker.now -= timedelta(seconds=20)
    assert silent(speaker.tells(PlayFailed(meanwhile=speaker.token), 0, speaker.nth(1)))
