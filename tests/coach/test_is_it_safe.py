"""A question about a joint is answered: what loads it, and what the coach would do instead. It is no pain."""

import re
from itertools import product

import pytest
from runner import Runner

from skill.coach.commands import IsItSafe, Named, NamedExercise, OpenCoach, Pain
from skill.loaders import load_catalog, load_phrasebook
from skill.workout.names import exercise_name
from skill.workout.place import Place
from skill.workout.states import State

KNEE = Named("knee", "knee")
LUNGE = NamedExercise("lunge", "lunges")


def test_asked_about_a_joint_in_a_set_the_coach_names_what_is_gentler_and_counts_on(
    runner: Runner,
) -> None:
    runner.does_seven()
    runner.tell(IsItSafe(joint=KNEE))
    assert runner.said()[:2] == ["safe.instead", "safe.ask"]
    assert runner.workout.place._replace(done=0) == Place(State.COUNTING)
    assert runner.workout.place.done >= 6
    assert "eight" in runner.words()


def test_only_asking_spares_nothing(runner: Runner) -> None:
    runner.does_seven()
    plan = runner.workout.plan
    runner.tell(IsItSafe(joint=KNEE))
    assert (runner.workout.plan, runner.workout.pains) == (plan, ())
    assert runner.stored.preferences.avoided_joints == ()


def test_what_is_named_loads_the_joint_or_does_not(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(IsItSafe(LUNGE, KNEE))
    assert "lunges" in runner.words()
    assert runner.said()[0] == "safe.instead"
    runner.tell(IsItSafe(NamedExercise("calf_raise", "calf raises"), KNEE), after_s=3)
    assert runner.said()[0] == "safe.easy"


def test_a_joint_that_is_spared_already_is_told_so(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(Pain(KNEE, "knee"))
    runner.tell(IsItSafe(joint=KNEE), after_s=3)
    assert runner.said()[0] == "safe.spared"


@pytest.mark.parametrize(
    "asked", [IsItSafe(), IsItSafe(joint=KNEE), IsItSafe(joint=Named("jaw", "jaw"))]
)
def test_where_nothing_is_known_of_what_is_meant_nobody_can_judge(
    runner: Runner, asked: IsItSafe
) -> None:
    runner.tell(OpenCoach())
    runner.tell(asked, after_s=5)
    assert runner.said()[0] == "answer.is_it_safe"


def test_what_is_offered_never_loads_the_joint_that_was_asked_about(runner: Runner) -> None:
    catalog, words = load_catalog(), load_phrasebook("en-GB")
    ids = {words(exercise_name(id_)).text.lower(): id_ for id_ in catalog.exercises}
    runner.does_seven()
    for exercise, joint in product(catalog.exercises.values(), sorted(catalog.joints)):
        asked = IsItSafe(NamedExercise(exercise.id, exercise.id), Named(joint, joint))
        runner.tell(asked, after_s=3)
        offered = re.search(r"Say: Alexa, (.+?) instead of ", runner.words())
        assert (runner.said()[0] == "safe.easy") == (joint not in exercise.joints)
        if offered is not None:
            assert joint not in catalog.exercises[ids[offered[1].lower()]].joints


@pytest.mark.parametrize("asked", [IsItSafe(), IsItSafe(LUNGE)])
def test_in_a_set_nothing_is_said_of_a_joint_that_nobody_has_named(
    runner: Runner, asked: IsItSafe
) -> None:
    runner.does_seven()
    runner.tell(asked)
    assert runner.said()[0] == "answer.is_it_safe"
