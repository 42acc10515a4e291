"""A workout that plays on one speaker is taken over by another, from what was heard of it."""

from datetime import timedelta

import pytest
from runner import Runner
from speaker import Speaker, counting, silent
from support.audio_on_paper import PaperShelf

from skill.athlete.workout import ALLOWANCE, Workout
from skill.coach.audio_player import Play, Stop
from skill.coach.coach import Coach
from skill.coach.commands import (
    HowManyLeft,
    NonStop,
    Pain,
    PlayBegan,
    PlayFailed,
    PlayNearlyOver,
    PlayOver,
    PlayStopped,
    PressButton,
    Resume,
    SkipExercise,
    StartWorkout,
)
from skill.coach.turn.playback import LOST_MS


def test_a_button_on_another_speaker_takes_over_what_was_led_by_voice(coach: Coach) -> None:
    runner = Runner(coach)
    runner.tell(NonStop())
    runner.tell(StartWorkout(), after_s=20)
    assert runner.workout.marks
    porch = Speaker(coach, "porch")
    porch.now = runner.now + timedelta(seconds=30)
    assert isinstance(porch.tells(PressButton(SkipExercise()), new=True).reply.player, Play)
    assert (porch.workout.marks, porch.workout.began_at) == ((), None)
    assert porch.workout.stream is not None


def test_another_speaker_is_stopped_when_it_tells_of_what_was_taken_over(
    speaker: Speaker, coach: Coach
) -> None:
    speaker.tells(PlayBegan(), 0)
    porch = Speaker(coach, "porch")
    porch.now = speaker.now + timedelta(seconds=20)
    answer = porch.tells(Resume(), new=True)
    assert answer.reply.segment is not None
    assert answer.reply.segment.cues[0].line.key == "non_stop.taken_over"
    for event in (PlayBegan(), PlayNearlyOver(), PlayFailed()):
        assert speaker.tells(event, 0, speaker.nth(1)).reply.player == Stop()
    for ended in (PlayOver(), PlayStopped()):
        assert silent(speaker.tells(ended, 9, speaker.nth(1)))
    assert porch.workout.stream is not None


@pytest.mark.parametrize(
    ("pain", "first"), [(Pain(), "pain.stop"), (Pain(part="jaw"), "danger.stop")]
)
def test_whoever_is_in_pain_is_told_to_stop_before_that_another_speaker_takes_over(
    speaker: Speaker, coach: Coach, pain: Pain, first: str
) -> None:
    speaker.tells(PlayBegan(), 0)
    porch = Speaker(coach, "porch")
    porch.now = speaker.now + timedelta(minutes=8)
    answer = porch.tells(pain, new=True)
    assert answer.reply.segment is not None
    assert answer.reply.segment.cues[0].line.key == first


def heard_on_the_porch(speaker: Speaker, coach: Coach, after_ms: float) -> Workout:
    """The workout once another speaker was spoken to, so long after the last report of the first."""
    porch = Speaker(coach, "porch")
    porch.now = speaker.now + timedelta(milliseconds=after_ms) - timedelta(seconds=1)
    porch.tells(HowManyLeft(), new=True)
    return porch.workout


@pytest.mark.parametrize("reported_ms", [0, 10_000])
def test_on_another_speaker_the_clock_tells_how_much_was_heard_since_the_last_report(
    speaker: Speaker, coach: Coach, shelf: PaperShelf, reported_ms: int
) -> None:
    track = shelf.tracks[0]
    count = counting(track)
    at_seven_ms = count.at_ms + 7 * count.every_ms
    speaker.tells(PlayBegan(), reported_ms)
    since = timedelta(milliseconds=at_seven_ms - reported_ms) + ALLOWANCE
    found = heard_on_the_porch(speaker, coach, since / timedelta(milliseconds=1))
    assert (found.place.at, found.place.done) == (0, 7)


@pytest.mark.parametrize(("beyond_ms", "ended"), [(LOST_MS, True), (LOST_MS + 1, False)])
def test_a_speaker_that_reports_nothing_for_long_after_a_track_has_lost_its_power(
    speaker: Speaker, coach: Coach, shelf: PaperShelf, beyond_ms: int, *, ended: bool
) -> None:
    speaker.tells(PlayBegan(), 0)
    since = timedelta(milliseconds=shelf.tracks[0].marks[-1].at_ms + beyond_ms) + ALLOWANCE
    found = heard_on_the_porch(speaker, coach, since / timedelta(milliseconds=1))
    assert any(found.tally) is ended


def test_of_a_track_that_fell_silent_only_what_was_reported_counts_on_another_speaker(
    speaker: Speaker, coach: Coach, shelf: PaperShelf
) -> None:
    count = counting(shelf.tracks[0])
    speaker.tells(PlayStopped(), count.at_ms + 3 * count.every_ms)
    assert heard_on_the_porch(speaker, coach, 30_000).place.done == 3


def test_a_play_that_never_began_on_its_speaker_is_not_taken_over_from_it(
    speaker: Speaker, coach: Coach
) -> None:
    porch = Speaker(coach, "porch")
    porch.now = speaker.now + timedelta(minutes=1)
    answer = porch.tells(HowManyLeft(), new=True)
    assert answer.reply.segment is not None
    assert answer.reply.segment.cues[0].line.key != "non_stop.taken_over"
    assert not any(porch.workout.tally)
