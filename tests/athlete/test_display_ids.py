"""The id of a display tells it from every other one of the same runner."""

from datetime import UTC, date, datetime, timedelta

import pytest
from random_athletes import CATALOG
from support.tables import with_each

from skill.athlete.athlete import Athlete, display_id
from skill.athlete.workout import Workout, planned
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences
from skill.workout.place import Place
from skill.workout.question import Question
from skill.workout.states import State

BEGAN_AT = datetime(2026, 3, 2, 18, tzinfo=UTC)
WORKOUT = planned(plan_workout(CATALOG, (), date(2026, 3, 2), Preferences()))._replace(
    number=7, place=Place(State.COUNTING, 1, 0, 5), began_at=BEGAN_AT
)
OTHERS = [
    WORKOUT._replace(number=8),
    WORKOUT._replace(began_at=BEGAN_AT + timedelta(seconds=1)),
    WORKOUT._replace(began_at=None),
    WORKOUT._replace(place=Place(State.RESTING, 1, 0, 5)),
    WORKOUT._replace(place=Place(State.COUNTING, 2, 0, 5)),
    WORKOUT._replace(place=Place(State.COUNTING, 1, 1, 5)),
    WORKOUT._replace(place=Place(State.COUNTING, 1, 0, 6)),
    WORKOUT._replace(
        plan=plan_workout(CATALOG, (), date(2026, 3, 2), Preferences(avoided_joints=("knee",)))
    ),
    None,
]


@with_each("other", OTHERS)
def test_another_segment_or_place_has_another_display(other: Workout | None) -> None:
    assert display_id(Athlete(workout=other)) != display_id(Athlete(workout=WORKOUT))


@pytest.mark.parametrize("workout", [None, WORKOUT])
def test_another_question_has_another_display(workout: Workout | None) -> None:
    asked = {
        display_id(Athlete(workout=workout, question=question)) for question in (None, *Question)
    }
    assert len(asked) == len(Question) + 1


def test_what_stands_in_no_display_leaves_its_id_as_it_is() -> None:
    shown = Athlete(workout=WORKOUT, question=Question.READY)
    known = shown._replace(greeted=True, workout=WORKOUT._replace(began_at=BEGAN_AT, plays=3))
    assert display_id(known) == display_id(shown)
    assert display_id(known).startswith(f"{Question.READY}.counting.7.{at()}.1.0.5.")


def at() -> int:
    return int(BEGAN_AT.timestamp())
