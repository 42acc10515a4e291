"""What is told of minutes, rests and sets agrees with what was done."""

from runner import Runner

from skill.coach.commands import HowLong, HowManyLeft, OpenCoach, SkipExercise
from skill.workout.states import State


def test_what_was_skipped_counts_for_no_minutes_done(runner: Runner) -> None:
    runner.starts()
    for _ in range(3):
        runner.tell(SkipExercise(), after_s=10)
    runner.tell(HowLong(), after_s=30)
    assert runner.words().startswith("A minute done.")


def test_minutes_of_a_pause_count_for_no_minutes_done(working: Runner) -> None:
    working.tell(HowLong())
    at_once = working.words()
    working.loses_session()
    working.tell(OpenCoach(), after_s=3600)
    working.tell(HowLong(), after_s=20)
    assert working.words().split(".")[0] == at_once.split(".")[0]


def test_at_the_question_after_a_rest_no_seconds_of_rest_are_told(runner: Runner) -> None:
    runner.starts()
    for _ in range(3):
        runner.listens()
        runner.tell(HowManyLeft())
        if runner.workout.place.active is State.RESTING:
            break
    assert runner.workout.place.active is State.RESTING
    assert runner.said()[:2] == ["answer.did_repetitions", "answer.sets_to_come"]
