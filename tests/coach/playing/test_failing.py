"""A track that cannot be had, or not be played, is tried once more; then the coach speaks."""

import pytest
from speaker import Speaker, counting, queued, silent
from support.audio_on_paper import PaperShelf

from skill.coach.audio_player import Play, Stop
from skill.coach.coach import Coach
from skill.coach.commands import (
    HeardNumber,
    MoreTime,
    NonStop,
    PlayBegan,
    PlayFailed,
    PlayNearlyOver,
    PressButton,
    Resume,
    SkipExercise,
    StartWorkout,
)
from skill.workout.states import State


def test_where_no_audio_can_be_had_the_workout_is_led_by_voice_and_the_runner_is_told(
    coach: Coach, shelf: PaperShelf
) -> None:
    shelf.failing = True
    speaker = Speaker(coach)
    speaker.tells(NonStop())
    segment = speaker.tells(StartWorkout()).reply.segment
    assert segment is not None
    assert segment.timed
    assert "non_stop.no_audio" in [cue.line.key for cue in segment.cues]


def test_a_voice_that_stands_in_for_a_track_goes_on_with_the_count_after_the_breather(
    speaker: Speaker, shelf: PaperShelf
) -> None:
    count = counting(shelf.tracks[0])
    shelf.failing = True
    answer = speaker.asks(MoreTime(HeardNumber(40)), count.at_ms + 7 * count.every_ms)
    segment = answer.reply.segment
    assert segment is not None
    said = [cue.line.key for cue in segment.cues]
    assert said[:3] == ["non_stop.no_audio", "breather.begin", "resume.counting"]
    begins = next(mark for mark in segment.marks if mark.every_ms)
    assert (begins.place.done, begins.at_ms > 40_000) == (7, True)


def test_each_track_has_a_second_try_of_its_own(speaker: Speaker) -> None:
    speaker.tells(PlayNearlyOver(), 100)
    for nth in (1, 2):
        failed = PlayFailed(meanwhile=speaker.nth(nth - 1))
        expected = (speaker.nth(nth - 1), speaker.nth(nth))
        assert queued(speaker.tells(failed, 0, speaker.nth(nth))) == expected
        speaker.tells(PlayBegan(), 0, speaker.nth(nth))


def test_a_failure_is_tried_once_more_from_where_it_broke_off_then_left(speaker: Speaker) -> None:
    speaker.tells(PlayBegan(), 0)
    first = speaker.token
    again = speaker.tells(PlayFailed(), 60_000)
    assert isinstance(again.reply.player, Play)
    assert (again.reply.segment, again.reply.player.after) == (None, "")
    assert speaker.token != first
    assert speaker.workout.place.done > 0
    assert speaker.tells(PlayFailed(), 0).reply.player == Stop()
    assert speaker.workout.spoken
    assert speaker.workout.place.state is State.IDLE


def test_a_track_that_fails_while_the_one_before_it_sounds_is_enqueued_once_more(
    speaker: Speaker,
) -> None:
    speaker.tells(PlayNearlyOver(), 100)
    failed = PlayFailed(meanwhile=speaker.token)
    expected = (speaker.token, speaker.nth(1))
    assert queued(speaker.tells(failed, 0, speaker.nth(1))) == expected
    assert silent(speaker.tells(failed, 0, speaker.nth(1)))
    assert speaker.workout.stream is not None


def test_where_the_shelf_fails_too_a_failure_stops_the_player(
    speaker: Speaker, shelf: PaperShelf
) -> None:
    shelf.failing = True
    assert silent(speaker.tells(PlayNearlyOver(), 100))
    assert speaker.tells(PlayFailed(), 60_000).reply.player == Stop()
    assert speaker.workout.spoken
    assert speaker.asks(Resume()).reply.player in (None, Stop())


@pytest.mark.parametrize("wish", [SkipExercise(), Resume()])
def test_a_button_that_cannot_be_obeyed_stops_where_it_is(
    speaker: Speaker, shelf: PaperShelf, wish: SkipExercise | Resume
) -> None:
    shelf.failing = True
    answer = speaker.tells(PressButton(wish), 60_000)
    assert (answer.reply.segment, answer.reply.player) == (None, Stop())
    assert speaker.workout.place.active is not State.FINISHED
    assert speaker.workout.place.state is State.IDLE


def test_a_new_try_forgets_that_it_failed(speaker: Speaker) -> None:
    assert speaker.workout._replace(spoken=True).spoken
    speaker.tells(PlayFailed(), 0)
    speaker.tells(PlayFailed(), 0)
    assert speaker.workout.spoken
    speaker.tells(NonStop(), new=True)
    assert not speaker.workout.spoken
