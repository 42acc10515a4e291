"""What may be the heart is asked about until the runner has said yes or no; nothing counts before."""

from datetime import timedelta

import pytest
from runner import Runner

from skill.athlete.athlete import records_today
from skill.athlete.workout import Workout
from skill.coach import commands
from skill.coach.audio_player import Stop
from skill.coach.coach import Coach
from skill.coach.commands import (
    Command,
    HeardNumber,
    LeaveSession,
    Named,
    No,
    OpenCoach,
    Pain,
    PressButton,
    RedFlag,
    Resume,
    StopCoach,
    TimedSpeechFailed,
    Yes,
)
from skill.workout.question import Question
from skill.workout.states import State

JAW = Pain(None, "jaw")
BACK = Pain(Named("back", "upper back"), "upper_back")
KNEE = Named("knee", "knee")

ANYTHING_ELSE = [
    commands.NotUnderstood(),
    commands.Help(),
    commands.WhatIsNext(),
    commands.WhatIsThis(),
    commands.RepeatExercise(),
    commands.Pause(),
    Resume(),
    commands.Ready(),
    commands.StartWorkout(),
    commands.StartOver(),
    commands.SkipExercise(),
    commands.SkipStretch(),
    commands.FinishEarly(),
    commands.GoBack(),
    commands.TooHard(),
    commands.DidRepetitions(HeardNumber(12)),
    commands.IsItSafe(),
    commands.BringBack(),
    commands.NonStop(),
    commands.MoreTime(),
    OpenCoach(),
    JAW,
    Pain(),
]


def tell_of_a_pain_in_the_jaw(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(JAW)
    assert asks_about_the_heart(runner)


def asks_about_the_heart(runner: Runner) -> bool:
    asked = runner.asked() is Question.DANGER
    return asked and "danger.check" in runner.said() and "count.go" not in runner.said()


def what_counts(workout: Workout) -> object:
    return workout.place, workout.done, workout.plan, workout.marks


@pytest.mark.parametrize("word", ANYTHING_ELSE, ids=lambda word: type(word).__name__)
def test_any_other_word_asks_again_and_nothing_counts(runner: Runner, word: Command) -> None:
    tell_of_a_pain_in_the_jaw(runner)
    before = what_counts(runner.workout)
    for _ in range(3):
        runner.tell(word, after_s=10)
        assert asks_about_the_heart(runner)
        assert what_counts(runner.workout) == before
    runner.tell(Yes(), after_s=5)
    assert "red_flag.stop" in runner.said()
    assert runner.stored.alarmed


def test_before_the_workout_begins_it_is_asked_again_as_well(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(JAW, after_s=20)
    runner.tell(commands.StartWorkout(), after_s=10)
    assert asks_about_the_heart(runner)
    runner.tell(No(), after_s=10)
    assert runner.stored.question is Question.START


def test_no_after_other_words_still_spares_the_part_that_was_named(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(BACK)
    runner.tell(commands.Help(), after_s=10)
    runner.tell(No(), after_s=10)
    assert runner.stored.preferences.avoided_joints == ("back",)
    assert "pain.spare" in runner.said()
    assert runner.workout.place.state is State.PAUSED


def test_a_sign_of_danger_in_between_ends_the_workout(runner: Runner) -> None:
    tell_of_a_pain_in_the_jaw(runner)
    runner.tell(commands.Help(), after_s=10)
    runner.tell(RedFlag(), after_s=10)
    assert "red_flag.stop" in runner.said()
    assert runner.stored.workout is None


def test_an_injury_in_between_ends_the_workout(runner: Runner) -> None:
    tell_of_a_pain_in_the_jaw(runner)
    runner.tell(Pain(KNEE, "knee", injured=True), after_s=10)
    assert "injury.stop" in runner.said()
    assert runner.stored.workout is None
    assert runner.stored.preferences.avoided_joints == ("knee",)


def test_another_part_that_hurts_is_spared_at_once_and_counts_as_a_second_pain(
    runner: Runner,
) -> None:
    runner.does_seven()
    runner.tell(BACK)
    runner.tell(Pain(KNEE, "knee"), after_s=10)
    assert "pain.spare" in runner.said()
    assert asks_about_the_heart(runner)
    assert "knee" in runner.stored.preferences.avoided_joints
    runner.tell(No(), after_s=10)
    assert runner.stored.preferences.avoided_joints == ("knee", "back")
    assert "pain.second" in runner.said()


def test_stop_says_once_more_whom_to_call_and_the_next_visit_asks_first(runner: Runner) -> None:
    tell_of_a_pain_in_the_jaw(runner)
    runner.tell(StopCoach(), after_s=10)
    assert runner.said()[:2] == ["danger.check", "done.keeping_place"]
    assert not runner.in_session
    opened_again_it_asks_first(runner)


def test_after_silence_the_next_visit_asks_first(runner: Runner) -> None:
    tell_of_a_pain_in_the_jaw(runner)
    runner.tell(LeaveSession(unanswered=True), after_s=30)
    runner.loses_session()
    opened_again_it_asks_first(runner)


def test_after_a_session_that_was_cut_off_the_next_visit_asks_first(runner: Runner) -> None:
    tell_of_a_pain_in_the_jaw(runner)
    runner.loses_session()
    opened_again_it_asks_first(runner)


def total(runner: Runner) -> int:
    """The repetitions of today."""
    return sum(record.repetitions for record in records_today(runner.stored))


def opened_again_it_asks_first(runner: Runner) -> None:
    done = total(runner)
    for command in (OpenCoach(), Resume()):
        runner.tell(command, after_s=3600)
        assert runner.said()[:2] == ["danger.unanswered", "danger.check"]
        assert asks_about_the_heart(runner)
        runner.loses_session()
    runner.tell(OpenCoach(), after_s=60)
    runner.tell(No(), after_s=5)
    assert "danger.check" not in runner.said()
    assert total(runner) == done == 7
    assert not runner.workout.running
    assert runner.stored.question in (Question.INSTEAD, Question.GO_ON, Question.READY)
    runner.loses_session()
    runner.tell(OpenCoach(), after_s=60)
    assert "launch.in_progress" in runner.said(), "answered once, it is not asked again"


def test_a_yes_at_the_next_visit_ends_the_workout(runner: Runner) -> None:
    tell_of_a_pain_in_the_jaw(runner)
    runner.tell(StopCoach(), after_s=10)
    runner.tell(OpenCoach(), after_s=3600)
    runner.tell(Yes(), after_s=5)
    assert "red_flag.help" in runner.said()
    assert runner.stored.workout is None
    assert runner.stored.alarmed


def test_it_is_asked_first_on_another_day_when_the_workout_is_over(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(commands.FinishEarly())
    runner.tell(commands.FinishEarly(), after_s=30)
    runner.loses_session()
    runner.tell(OpenCoach(), after_s=60)
    runner.tell(JAW, after_s=10)
    runner.tell(StopCoach(), after_s=10)
    runner.now += timedelta(days=2)
    runner.tell(OpenCoach())
    assert asks_about_the_heart(runner)


def test_another_speaker_asks_first_as_well(coach: Coach, runner: Runner) -> None:
    tell_of_a_pain_in_the_jaw(runner)
    bedroom = Runner(coach, "bedroom", runner.now + timedelta(minutes=1))
    bedroom.tell(Resume())
    assert asks_about_the_heart(bedroom)
    assert not bedroom.workout.running


def test_a_button_plays_nothing_on(runner: Runner) -> None:
    tell_of_a_pain_in_the_jaw(runner)
    before = what_counts(runner.workout)
    reply = runner.tell(PressButton(Resume()), after_s=10)
    assert reply.segment is None
    assert isinstance(reply.player, Stop)
    assert what_counts(runner.workout) == before
    assert runner.stored.question is Question.DANGER


def test_a_speaker_that_cannot_say_it_hears_it_in_plain_speech(runner: Runner) -> None:
    tell_of_a_pain_in_the_jaw(runner)
    reply = runner.tell(TimedSpeechFailed(), after_s=3)
    assert asks_about_the_heart(runner)
    assert reply.simple


def test_delivered_twice_it_is_asked_in_the_same_words(runner: Runner) -> None:
    tell_of_a_pain_in_the_jaw(runner)
    first = runner.tell(Pain(KNEE, "knee"), after_s=10)
    assert runner.answer_again() == first
    last = runner.tell(StopCoach(), after_s=10)
    assert runner.answer_again() == last


def test_a_joint_told_in_one_breath_with_the_jaw_is_spared_and_the_jaw_is_asked_about(
    runner: Runner,
) -> None:
    runner.starts()
    runner.tell(Pain(KNEE, "knee", besides=(JAW,)), after_s=10)
    assert runner.stored.question is Question.DANGER
    assert runner.stored.preferences.avoided_joints == ("knee",)
