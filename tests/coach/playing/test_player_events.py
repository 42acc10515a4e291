"""What a player tells, in whatever order, leads to the place and to what comes next."""

from datetime import timedelta

import pytest
from runner import Runner
from speaker import Speaker, queued, silent
from support.audio_on_paper import PaperShelf
from support.tables import with_each

from skill.athlete.stream import TrackId, read_token
from skill.coach.coach import Coach
from skill.coach.commands import (
    LeaveSession,
    Pause,
    PlayBegan,
    PlayNearlyOver,
    PlayOver,
    PlayStopped,
    PressButton,
    SkipExercise,
)


@pytest.mark.parametrize("event", [PlayBegan, PlayNearlyOver])
def test_the_next_track_is_told_after_the_one_that_plays_however_often_it_is_asked(
    speaker: Speaker, event: type[PlayBegan]
) -> None:
    expected = (speaker.token, speaker.nth(1))
    for _ in range(3):
        assert queued(speaker.tells(event(), 100)) == expected


def test_the_same_address_is_told_each_time(speaker: Speaker, shelf: PaperShelf) -> None:
    for _ in range(3):
        speaker.tells(PlayNearlyOver(), 100)
    assert len(shelf.tracks) == 2


def test_every_set_is_recorded_as_it_is_passed(speaker: Speaker) -> None:
    for nth in range(4):
        speaker.tells(PlayBegan(), 0, speaker.nth(nth))
        assert speaker.sets_done == nth


def test_a_track_that_began_untold_counts_those_before_it(speaker: Speaker) -> None:
    """Events that were lost, or a store that was down: the tracks between are what they are."""
    speaker.tells(PlayNearlyOver(), 100, speaker.nth(5))
    assert speaker.sets_done == 5
    assert speaker.workout.place == speaker.stream.marks[0].place


def test_two_events_of_one_second_that_tell_the_same_are_both_answered(speaker: Speaker) -> None:
    expected = (speaker.token, speaker.nth(1))
    assert queued(speaker.tells(PlayBegan(), 100)) == expected
    speaker.now -= timedelta(seconds=1)
    assert queued(speaker.tells(PlayNearlyOver(), 100)) == expected


def test_the_next_track_begins_where_the_one_that_plays_ends(
    speaker: Speaker, shelf: PaperShelf
) -> None:
    for nth in range(4):
        speaker.tells(PlayNearlyOver(), 100, speaker.nth(nth))
        assert shelf.tracks[-1].place == speaker.stream.marks[-1].place


def test_what_plays_on_after_an_interruption_is_news_though_it_tells_no_more(
    speaker: Speaker,
) -> None:
    speaker.tells(PlayStopped(), 30_000)
    assert queued(speaker.tells(PlayBegan(), 29_900)) == (speaker.token, speaker.nth(1))
    assert not speaker.stream.silent


def test_a_track_that_is_over_waits_for_the_next_to_begin(speaker: Speaker) -> None:
    end_ms = speaker.stream.end_ms
    assert silent(speaker.tells(PlayOver(), end_ms))
    assert speaker.sets_done == 1
    speaker.tells(PlayBegan(), 0, speaker.nth(1))
    assert speaker.sets_done == 1


def plays_to_the_last(speaker: Speaker, shelf: PaperShelf) -> None:
    """Play one track after another, until the last one sounds."""
    while not shelf.tracks[-1].is_last:
        speaker.tells(PlayNearlyOver(), 100, speaker.nth(speaker.stream.nth))
        speaker.tells(PlayBegan(), 0, speaker.nth(speaker.stream.nth + 1))


def test_each_track_announces_what_it_leads_as_if_it_was_not_told_before(
    speaker: Speaker, shelf: PaperShelf
) -> None:
    plays_to_the_last(speaker, shelf)
    first = [track.cues[0].line.key for track in shelf.tracks]
    assert first[:5] == ["announce.first", *["announce.new"] * 3, "announce.last_round"]


def test_the_last_track_tells_how_the_week_is_going(coach: Coach, shelf: PaperShelf) -> None:
    runner = Runner(coach)
    runner.trains_briefly()
    speaker = Speaker(coach)
    speaker.now = runner.now + timedelta(days=2)
    speaker.begins()
    plays_to_the_last(speaker, shelf)
    assert "week.target_met" in [cue.line.key for cue in shelf.tracks[-1].cues]


def test_the_last_track_tells_what_was_done_also_by_itself(
    speaker: Speaker, shelf: PaperShelf
) -> None:
    plays_to_the_last(speaker, shelf)
    said = [cue.line for cue in shelf.tracks[-1].cues]
    told = next(line for line in said if line.key == "closing.done")
    assert len(speaker.workout.plan.exercises) == 4
    assert "four exercises" in told.text


def test_the_last_track_has_nothing_after_it_and_ends_the_workout(speaker: Speaker) -> None:
    nth = 0
    while not silent(speaker.tells(PlayBegan(), 0, speaker.nth(nth))):
        nth += 1
    assert nth > 10
    end_ms = speaker.stream.end_ms
    assert silent(speaker.tells(PlayOver(), end_ms, speaker.nth(nth)))
    assert speaker.athlete.workout is None
    assert sum(record.sets for record in speaker.athlete.history) == 8
    assert silent(speaker.tells(PlayOver(), end_ms, speaker.nth(nth)))


def test_a_token_beyond_the_end_is_not_believed(speaker: Speaker) -> None:
    assert silent(speaker.tells(PlayBegan(), 0, speaker.nth(9_999)))
    assert speaker.sets_done == 0


def test_an_offset_beyond_the_end_counts_the_whole_track_and_no_more(speaker: Speaker) -> None:
    speaker.tells(PlayStopped(), 10_000_000)
    speaker.asks(Pause(), 10_000_000)
    assert speaker.sets_done == 1
    assert sum(speaker.workout.tally) == speaker.workout.tally[0]


def test_the_session_that_ends_because_the_play_began_stops_nothing(speaker: Speaker) -> None:
    before = speaker.workout
    answer = speaker.tells(LeaveSession())
    assert answer.reply.player is None
    assert speaker.workout == before


@with_each("token", ["", "1", "g.1.1", "1.1", "1.1.1.1", "f" * 13 + ".1.1", "\uff11.1.1"])
def test_a_token_that_is_not_ours_is_none(token: str) -> None:
    assert read_token(token) is None


def test_a_token_tells_its_track_and_is_short() -> None:
    track = TrackId(1_785_780_000, 31, 17)
    assert read_token(track.token) == track
    assert len(track.token) < 20


def test_two_plays_of_one_second_have_tokens_of_their_own(speaker: Speaker) -> None:
    seen = {speaker.token}
    for _ in range(5):
        speaker.now -= timedelta(seconds=1)
        speaker.tells(PressButton(SkipExercise()), 0)
        seen.add(speaker.token)
    assert len(seen) == 6
