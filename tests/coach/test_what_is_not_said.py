"""What a coach would not say: nothing twice a round after pain, no praise for nothing, no other set skipped."""

from datetime import timedelta

from runner import Runner

from skill.coach.commands import FinishEarly, Named, Pain, SkipExercise, TalkFully
from skill.workout.question import Question
from skill.workout.states import State


def test_after_a_sore_knee_no_exercise_comes_twice_a_round(runner: Runner) -> None:
    runner.starts()
    runner.works_until(3)
    runner.tell(Pain(Named("knee", "knee")))
    plan = runner.workout.plan
    for round_ in range(1, plan.rounds + 1):
        ids = [work.exercise.id for work in plan.sets if work.round == round_]
        assert len(ids) == len(set(ids)), ids
    assert "left_out.done" in runner.said(), "what is left out is told"


def test_skip_said_to_a_named_exercise_skips_that_one(runner: Runner) -> None:
    runner.starts()
    segment = runner.replies[-1].segment
    assert segment is not None
    assert segment.question is Question.READY
    last = segment.marks[-1].place
    assert last.state is State.RESTING
    runner.listens()
    runner.tell(SkipExercise())
    assert runner.workout.place.at == last.at + 2, "neither the rest nor another set"


def test_who_did_nothing_is_not_praised_for_it(runner: Runner) -> None:
    runner.starts()
    runner.tell(FinishEarly(), after_s=2)
    assert runner.said() == ["closing.nothing", "done.goodbye"]


def test_explain_everything_brings_the_long_explanations_back(runner: Runner) -> None:
    for _ in range(6):
        runner.trains_briefly()
        runner.now += timedelta(days=1)
    runner.starts()
    assert runner.workout.plan.familiar, "the first exercise was explained three times"
    assert "announce.muscles" not in runner.said()[:4]
    runner.tell(TalkFully())
    assert runner.workout.plan.familiar == ()
