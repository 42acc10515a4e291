"""What a question asks for and the way on tells anyway is told once, in the way on."""

from collections.abc import Callable

import pytest
from runner import Runner

from skill.coach.commands import (
    Command,
    FinishEarly,
    GoBack,
    HowTo,
    Named,
    OnlyCount,
    OpenCoach,
    Pain,
    RepeatExercise,
    SayAgain,
    StartWorkout,
    WhatIsNext,
    WhatIsThis,
    WhichMuscles,
    WhyThis,
)
from skill.workout.states import State

HowComes = Callable[[Runner], str]


def announced(runner: Runner) -> str:
    """A new exercise is being announced: the words that tell how it is done."""
    runner.starts()
    return f"exercise.{runner.workout.plan.sets[0].exercise.id}.how_to"


def stretching(runner: Runner) -> str:
    """The first stretch is being announced."""
    runner.starts()
    runner.works_until(3)
    runner.tell(FinishEarly(), after_s=2)
    return f"stretch.{runner.workout.plan.holds[0].stretch.id}.how_to"


def warming_up(runner: Runner) -> str:
    """The first move of the warm-up is being announced."""
    runner.tell(OpenCoach())
    runner.tell(StartWorkout(), after_s=20)
    return f"warm_up.{runner.workout.plan.moves[0].move.id}.how_to"


@pytest.mark.parametrize("begun", [announced, stretching])
def test_how_it_is_done_is_told_once_where_it_is_being_told(
    runner: Runner, begun: HowComes
) -> None:
    how = begun(runner)
    place = runner.workout.place
    for question in (HowTo(), HowTo()):
        runner.tell(question, after_s=3)
        assert runner.said().count(how) == 1
        assert runner.workout.place == place


@pytest.mark.warm_up
def test_a_move_of_the_warm_up_is_explained_once(runner: Runner) -> None:
    how = warming_up(runner)
    runner.tell(HowTo(), after_s=3)
    assert runner.said().count(how) == 1


@pytest.mark.parametrize("question", [WhatIsThis(), SayAgain()])
def test_which_exercise_it_is_is_told_by_its_announcement(
    runner: Runner, question: Command
) -> None:
    announced(runner)
    runner.tell(question, after_s=3)
    assert runner.said()[0] == "announce.first"
    assert "answer.this" not in runner.said()


@pytest.mark.parametrize("question", [WhatIsNext(), WhatIsThis(), SayAgain()])
def test_what_comes_after_a_rest_is_told_once_and_by_the_rest(
    runner: Runner, question: Command
) -> None:
    runner.rests(5)
    runner.tell(question, after_s=3)
    first, second, *later = runner.said()
    assert first == "rest.resume"
    assert second.startswith("rest.next")
    assert not {"rest.next", "rest.next_with_needs"} & {*later[: later.index("count.go")]}


def test_what_an_exercise_is_for_is_told_by_its_announcement(runner: Runner) -> None:
    how = announced(runner)
    runner.tell(WhichMuscles(), after_s=3)
    assert runner.said()[:3] == ["announce.first", "announce.muscles", how]


def test_why_another_exercise_comes_is_told_by_its_announcement(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(Pain(Named("knee", "knee")), after_s=20)
    runner.tell(StartWorkout(), after_s=20)
    (reason,) = (said for said in runner.said() if said.startswith("why."))
    place = runner.workout.place
    for _ in range(2):
        runner.tell(WhyThis(), after_s=3)
        assert runner.said().count(reason) == 1
        assert runner.workout.place == place


def reasons(runner: Runner) -> list[str]:
    return [said for said in runner.said() if said.startswith("why.")]


def with_a_sore_knee(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(Pain(Named("knee", "knee")), after_s=20)
    runner.tell(StartWorkout(), after_s=20)
    assert runner.workout.plan.sets[0].prescription.reason.changed
    assert reasons(runner)


@pytest.mark.parametrize("back", [GoBack(), RepeatExercise()])
def test_who_goes_back_to_what_was_begun_does_not_hear_again_why_it_comes(
    runner: Runner, back: Command
) -> None:
    with_a_sore_knee(runner)
    runner.tell(back, after_s=3)
    assert reasons(runner), "nothing of it was done yet"
    runner.works_until(3)
    runner.tell(back)
    assert runner.workout.place.at == 0
    assert reasons(runner) == []


def test_how_another_exercise_is_done_is_told_before_the_way_on(runner: Runner) -> None:
    how = announced(runner)
    other = runner.exercise_of(1)
    runner.tell(HowTo(other), after_s=3)
    assert runner.said()[0] == f"exercise.{other.id}.how_to"
    assert how in runner.said()


def test_who_wants_the_counts_alone_is_still_told_how_it_is_done(runner: Runner) -> None:
    how = announced(runner)
    runner.tell(OnlyCount(), after_s=1)
    assert how not in runner.said()
    runner.tell(HowTo(), after_s=1)
    assert runner.said()[0] == how
    assert runner.workout.place.state is State.ANNOUNCING
