"""Moving about in a workout by voice: to an exercise, into a pause, through a breather in a rest."""

import pytest
from runner import Runner

from skill.coach.commands import (
    FinishEarly,
    GoToExercise,
    HeardNumber,
    MoreTime,
    NamedExercise,
    OpenCoach,
    Pause,
    Resume,
    SkipExercise,
    SoMany,
    TimedSpeechFailed,
)
from skill.workout.course import rest_ms
from skill.workout.question import Question
from skill.workout.states import State


def go_to(runner: Runner, index: int) -> int:
    """Ask for the exercise of a set of the plan; returns the set that is announced."""
    segment = runner.tell(GoToExercise(runner.exercise_of(index))).segment
    assert segment is not None
    assert runner.said()[0] == "done.go_to"
    return segment.marks[0].place.at


def test_an_exercise_is_looked_for_ahead_first_and_then_the_last_one_behind(
    runner: Runner,
) -> None:
    runner.knows_the_ground()
    runner.does_seven()
    plan = runner.workout.plan
    a_round = len(plan.sets) // plan.rounds
    assert go_to(runner, 0) == 0, "the one that is under way begins again"
    assert go_to(runner, 1) == 1
    assert go_to(runner, 0) == a_round
    assert go_to(runner, a_round - 1) == 2 * a_round - 1
    assert go_to(runner, 2 * a_round) == 2 * a_round
    assert go_to(runner, 2 * a_round + 1) == 2 * a_round + 1
    assert go_to(runner, 0) == 2 * a_round, "none is ahead any more"


def test_from_the_stretches_every_exercise_lies_behind(runner: Runner) -> None:
    runner.starts()
    plan = runner.workout.plan
    runner.works_until(3)
    runner.tell(FinishEarly())
    assert runner.workout.place.state is State.STRETCHING
    assert go_to(runner, 0) == len(plan.sets) - len(plan.sets) // plan.rounds


def test_an_exercise_that_is_unknown_is_asked_for_and_todays_workout_stays_known(
    runner: Runner,
) -> None:
    runner.tell(OpenCoach())
    runner.tell(GoToExercise(NamedExercise(None, "juggling")), after_s=20)
    assert runner.stored.question is Question.WHICH_EXERCISE
    assert runner.stored.workout is not None


def rest_left_ms(runner: Runner) -> int:
    workout = runner.workout
    return rest_ms(workout.plan, workout.place) - workout.place.done


@pytest.mark.parametrize("seconds", [5, 30, 120])
def test_in_a_rest_more_time_makes_that_rest_longer_by_just_so_much(
    runner: Runner, seconds: int
) -> None:
    runner.rests(5)
    before = rest_left_ms(runner)
    runner.tell(MoreTime(HeardNumber(seconds)))
    assert rest_left_ms(runner) == before + seconds * 1000
    assert "rest.resume" in runner.said()


@pytest.mark.parametrize("seconds", [5, 120])
def test_the_ring_of_a_rest_that_was_made_longer_begins_full_and_empties_at_once(
    runner: Runner, seconds: int
) -> None:
    runner.screen = True
    runner.rests(5)
    display = runner.tell(MoreTime(HeardNumber(seconds))).display
    assert display is not None
    rest = next(shot for shot in display.shots if shot.counts_down)
    assert rest.total - rest.done == rest_left_ms(runner)
    assert 0 <= rest.done < rest.total


def test_more_time_never_makes_a_rest_longer_than_three_minutes(runner: Runner) -> None:
    runner.rests(5)
    for _ in range(5):
        runner.tell(MoreTime(HeardNumber(60)))
    assert rest_left_ms(runner) == 180_000


def test_two_minutes_more_before_a_set_are_given_and_then_the_coach_asks_again(
    runner: Runner,
) -> None:
    runner.rests(5)
    runner.tell(GoToExercise(runner.exercise_of(1)))
    segment = runner.tell(MoreTime(HeardNumber(120)), after_s=1).segment
    assert runner.said()[0] == "breather.begin"
    assert segment is not None
    assert segment.question is Question.READY
    assert segment.marks[-1].at_ms >= 120_000


def test_without_a_length_the_breather_is_of_fifteen_seconds(runner: Runner) -> None:
    runner.rests(5)
    before = rest_left_ms(runner)
    runner.tell(MoreTime())
    assert rest_left_ms(runner) == before + 15_000


def test_after_a_breather_the_count_goes_on_where_it_was(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(MoreTime(HeardNumber(20)))
    assert runner.said()[:2] == ["breather.begin", "resume.counting"]


def test_a_length_that_was_not_understood_is_asked_for_again(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(MoreTime(HeardNumber(None)))
    assert "done.more_time_not_heard" in runner.said()
    assert runner.stored.question is Question.HOW_MUCH_TIME


def test_ten_more_are_seconds_where_the_coach_has_asked_for_them(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(MoreTime(HeardNumber(None)))
    runner.tell(SoMany(HeardNumber(10), more=True), after_s=4)
    assert "breather.begin" in runner.said()
    assert "amount.more" not in runner.said()


def test_a_pause_names_the_repetition_and_elsewhere_it_just_waits(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(Pause())
    assert runner.said()[0] == "done.paused_at"
    runner.tell(Resume(), after_s=30)
    runner.tell(SkipExercise(), after_s=10)
    segment = runner.tell(Pause(), after_s=3.5).segment
    assert segment is not None
    assert runner.said()[0] == "done.paused"
    assert segment.question is Question.GO_ON
    assert segment.patience_ms == 20_000


def test_a_pause_in_a_rest_names_no_repetition(runner: Runner) -> None:
    runner.rests(5)
    runner.tell(Pause(), after_s=6)
    assert runner.workout.place.done > 0
    assert runner.said()[0] == "done.paused"


def test_where_timed_speech_failed_the_segment_begins_again_from_its_first_word(
    runner: Runner,
) -> None:
    runner.starts()
    before = runner.workout.marks
    assert len({mark.place for mark in before}) > 1
    runner.tell(TimedSpeechFailed(), after_s=30)
    assert runner.workout.marks[0].place == before[0].place
    assert not any(runner.workout.tally)
