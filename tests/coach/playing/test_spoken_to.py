"""What the runner says while a workout plays is answered, and the play goes on from where it was."""

from datetime import timedelta

import pytest
from speaker import Speaker, counting, silent
from support.audio_on_paper import PaperShelf

from skill.athlete.athlete import close_workout
from skill.coach.audio_player import Play, Stop
from skill.coach.commands import (
    Command,
    GoToExercise,
    HeardNumber,
    HowManyLeft,
    MoreTime,
    Named,
    No,
    OpenCoach,
    Pain,
    Pause,
    PlayBegan,
    PlayOver,
    PlayStopped,
    PressButton,
    RedFlag,
    Resume,
    StartTicks,
    StopCoach,
)
from skill.coach.turn.playback import PATIENCE
from skill.workout.states import State
from skill.workout.track import SignalKind


def test_after_a_question_the_count_is_told_from_where_it_goes_on(
    speaker: Speaker, shelf: PaperShelf
) -> None:
    count = counting(shelf.tracks[0])
    speaker.asks(HowManyLeft(), count.at_ms + 7 * count.every_ms)
    assert shelf.tracks[-1].cues[0].line.key == "resume.counting"


def test_a_breather_lies_before_what_is_played_on(speaker: Speaker, shelf: PaperShelf) -> None:
    count = counting(shelf.tracks[0])
    speaker.asks(MoreTime(HeardNumber(40)), count.at_ms + 7 * count.every_ms)
    begins = counting(shelf.tracks[-1])
    assert shelf.tracks[-1].cues[0].line.key == "breather.begin"
    assert begins.at_ms > 40_000


def test_who_starts_a_play_at_once_is_greeted_and_asked_nothing(
    speaker: Speaker, shelf: PaperShelf
) -> None:
    assert (speaker.athlete.greeted, speaker.athlete.question) == (True, None)
    answer = speaker.asks(HowManyLeft(), 100)
    assert isinstance(answer.reply.player, Play)
    assert answer.reply.player.url == shelf.publish(shelf.tracks[-1])


def test_with_a_metronome_the_turns_of_a_movement_tick(speaker: Speaker, shelf: PaperShelf) -> None:
    assert SignalKind.TICK not in {sound.kind for sound in shelf.tracks[-1].sounds}
    speaker.asks(StartTicks(), 100)
    assert SignalKind.TICK in {sound.kind for sound in shelf.tracks[-1].sounds}


def test_a_pause_stops_the_player_and_what_it_tells_afterwards_changes_nothing(
    speaker: Speaker,
) -> None:
    answer = speaker.asks(Pause(), 60_000)
    assert answer.reply.player == Stop()
    assert answer.reply.segment is not None
    assert answer.reply.segment.question is None
    before = speaker.workout
    assert silent(speaker.tells(PlayStopped(), 60_000))
    assert speaker.workout == before
    assert speaker.tells(PlayBegan(), 0, speaker.nth(1)).reply.player == Stop()


def test_an_answer_that_asks_something_stops_the_player(speaker: Speaker) -> None:
    answer = speaker.asks(GoToExercise(), 60_000)
    assert answer.reply.segment is not None
    assert answer.reply.segment.question is not None
    assert answer.reply.player == Stop()


def test_a_runner_who_is_silent_for_long_after_an_interruption_is_asked_first(
    speaker: Speaker,
) -> None:
    speaker.tells(PlayStopped(), 60_000)
    speaker.now += timedelta(hours=1)
    answer = speaker.tells(HowManyLeft(), 60_000, new=True)
    assert answer.reply.segment is not None
    assert answer.reply.segment.question is not None


def test_a_player_without_a_word_of_where_it_is_loses_no_more_than_since_it_was_told(
    speaker: Speaker,
) -> None:
    speaker.tells(PlayBegan(), 0, speaker.nth(1))
    answer = speaker.tells(HowManyLeft(), 0, "", new=True)
    assert answer.reply.segment is not None
    assert answer.reply.segment.question is not None
    assert speaker.sets_done == 1


def plays_to_the_last_set(speaker: Speaker) -> None:
    """Let all sets but the last one be played."""
    for nth in range(1, len(speaker.workout.plan.sets)):
        speaker.now += timedelta(minutes=2)
        speaker.tells(PlayOver(), 10**6)
        speaker.token = speaker.nth(nth)
        speaker.tells(PlayBegan())
    speaker.now += timedelta(minutes=2)


@pytest.mark.parametrize("command", [RedFlag(), StopCoach()])
def test_after_a_sign_of_danger_in_a_played_workout_nobody_asks_how_hard_it_was(
    speaker: Speaker, command: Command
) -> None:
    plays_to_the_last_set(speaker)
    speaker.asks(command, heard_ms=100_000)
    ended = close_workout(speaker.athlete)
    assert ended.history
    assert ended.unasked is not isinstance(command, RedFlag)


def test_nor_does_anybody_after_a_headache(speaker: Speaker) -> None:
    plays_to_the_last_set(speaker)
    headache = Pain(Named("head", "headache"), "head")
    asked = speaker.asks(headache, heard_ms=100_000)
    speaker.tells(No(), carried=asked.carried)
    assert speaker.athlete.history
    assert (speaker.athlete.workout, speaker.athlete.unwell) == (None, True)
    assert not speaker.athlete.unasked


def test_an_answer_tells_in_which_state_the_runner_spoke_though_it_leads_to_another(
    speaker: Speaker,
) -> None:
    assert speaker.asks(Pause(), 60_000).before is State.COUNTING
    assert speaker.workout.place.state is State.PAUSED
    assert speaker.tells(PressButton(Resume()), 60_000).before is State.PAUSED


def test_who_paused_what_plays_is_not_told_at_the_next_opening_that_it_broke_off(
    speaker: Speaker,
) -> None:
    speaker.asks(Pause(), 60_000)
    segment = speaker.tells(OpenCoach(), new=True).reply.segment
    assert segment is not None
    assert "non_stop.broke_off" not in {cue.line.key for cue in segment.cues}


@pytest.mark.parametrize(
    ("before_its_end_ms", "sounding", "told"),
    [(0, False, True), (1, False, False), (0, True, False)],
)
def test_where_nothing_follows_a_track_that_was_heard_to_its_end_the_runner_is_told(
    speaker: Speaker, before_its_end_ms: int, *, sounding: bool, told: bool
) -> None:
    speaker.tells(PlayBegan())
    heard_ms = speaker.stream.end_ms - before_its_end_ms
    segment = speaker.tells(OpenCoach(), heard_ms, new=True, sounding=sounding).reply.segment
    keys = {cue.line.key for cue in segment.cues} if segment else set()
    assert ("non_stop.broke_off" in keys) is told
    assert speaker.sets_done == 1


def test_after_the_last_track_nothing_has_broken_off(speaker: Speaker, shelf: PaperShelf) -> None:
    while not shelf.tracks[-1].is_last:
        speaker.tells(PlayBegan(), 0, speaker.nth(speaker.stream.nth + 1))
    last = speaker.nth(speaker.stream.nth + 1)
    speaker.tells(PlayBegan(), 0, last)
    segment = speaker.tells(OpenCoach(), speaker.stream.end_ms, last, new=True).reply.segment
    assert segment is not None
    assert "non_stop.broke_off" not in {cue.line.key for cue in segment.cues}


@pytest.mark.parametrize(("more_s", "plays_on"), [(0, True), (1, False)])
def test_whoever_speaks_within_a_minute_of_an_interruption_is_played_on_to(
    speaker: Speaker, more_s: int, *, plays_on: bool
) -> None:
    speaker.tells(PlayStopped(), 60_000)
    speaker.now += PATIENCE + timedelta(seconds=more_s - 1)
    answer = speaker.tells(HowManyLeft(), 60_000, new=True)
    assert isinstance(answer.reply.player, Play) is plays_on
