"""Something for a part of the body: what trains it today is named, or what could come in place of something."""

import re

from runner import Runner

from skill.coach.commands import (
    LastTime,
    Named,
    NamedExercise,
    OpenCoach,
    Pain,
    Ready,
    SomethingElse,
    TrainPart,
)
from skill.loaders import load_catalog, load_phrasebook
from skill.workout.names import exercise_name
from skill.workout.question import Question

CALVES = TrainPart(Named("lower_leg", "calves"))


def ids_by_name() -> dict[str, str]:
    words = load_phrasebook("en-GB")
    return {words(exercise_name(id_)).text.lower(): id_ for id_ in load_catalog().exercises}


def test_what_is_in_todays_plan_for_it_is_named_and_the_count_goes_on(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(TrainPart(Named("thigh", "thighs")))
    assert runner.said()[0] == "part.today"
    assert "squats" in runner.words()
    assert "eight" in runner.words()
    assert runner.workout.pains == ()


def test_what_is_not_in_todays_plan_is_offered_in_place_of_what_is_at_hand(runner: Runner) -> None:
    catalog = load_catalog()
    runner.does_seven()
    at_hand = runner.workout.set_here.exercise
    runner.tell(CALVES)
    assert runner.said()[0] == "part.instead"
    offered = re.search(r"say: Alexa, (.+?) instead of (.+?)\.", runner.words())
    assert offered is not None
    instead, of = (ids_by_name()[name.lower()] for name in offered.groups())
    assert (instead, of) == ("calf_raise", at_hand.id)
    runner.tell(
        SomethingElse(NamedExercise(of, of), wished=NamedExercise(instead, instead)),
        after_s=3,
    )
    assert catalog.exercises[instead] in {one.exercise for one in runner.workout.plan.sets}


def test_nothing_is_offered_that_loads_what_hurts(runner: Runner) -> None:
    runner.does_seven()
    for joint in ("ankle", "knee", "hip"):
        runner.tell(Pain(Named(joint, joint), joint), after_s=3)
    runner.tell(CALVES, after_s=3)
    assert runner.said()[0] == "part.nothing"


def test_after_the_end_it_is_another_day(runner: Runner) -> None:
    runner.starts()
    while runner.asked() is not Question.SUM_UP:
        runner.listens()
        runner.tell(Ready())
    runner.listens()
    runner.tell(TrainPart(Named("thigh", "thighs")))
    assert runner.said()[0] == "part.another_day"


def test_a_day_that_is_named_tells_its_last_workout_or_that_there_was_none(runner: Runner) -> None:
    runner.trains_briefly()  # on a Monday
    runner.now = runner.now.replace(day=runner.now.day + 4)
    runner.tell(OpenCoach())
    runner.tell(LastTime((0,)), after_s=5)
    assert runner.said()[:2] == ["week.days_ago", "week.last_time"]
    runner.tell(LastTime((1,)), after_s=5)
    assert runner.said()[:3] == ["week.not_that_day", "week.days_ago", "week.last_time"]


def test_who_never_trained_did_nothing_on_any_day(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(LastTime((0,)), after_s=5)
    assert runner.said()[0] == "week.never"
