"""Preferences that change while a workout is under way leave every stored place valid."""

import json
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from random_athletes import CATALOG, PREFERENCES, VOICE, workouts
from support.examples import tried
from support.tables import with_each

from skill.athlete.athlete import Athlete, history_of, settle
from skill.athlete.stored.document import read_document, write_document
from skill.athlete.workout import Workout, planned
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences
from skill.workout.course import is_over
from skill.workout.machine import PlanUnderWay
from skill.workout.manner import Delivery, Manner
from skill.workout.place import Place
from skill.workout.segment import write_segment
from skill.workout.states import State, Trigger

NOW = datetime(2026, 3, 2, 18, tzinfo=UTC)
PLAN = plan_workout(CATALOG, (), date(2026, 3, 2), Preferences())


def stored(athlete: Athlete) -> Athlete:
    return read_document(json.loads(json.dumps(write_document(athlete))), CATALOG)


@tried(60)
@given(workouts(), PREFERENCES)
def test_a_workout_goes_on_after_any_change_of_preferences(
    workout: Workout, preferences: Preferences
) -> None:
    changed = workout._replace(plan=workout.plan.led_by(preferences))
    athlete = Athlete(preferences=preferences, workout=changed)
    assert stored(athlete) == athlete
    assert [r.sets_done for r in history_of(athlete)] == [
        r.sets_done for r in history_of(Athlete(workout=workout))
    ]
    after = settle(athlete, NOW + timedelta(days=1)).workout
    assert after is not None
    if after.running:
        delivery = Delivery(Manner(VOICE, preferences.beat_percent), preferences.pacing)
        assert write_segment(after.plan, after.place, delivery, resumed=True).marks


@with_each("done", [0, 24_000, 25_000, 40_000, -30_000])
def test_a_rest_that_is_shortened_while_it_lasts_is_over_or_has_less_left(done: int) -> None:
    workout = planned(PLAN)._replace(place=Place(State.RESTING, 0, 0, done))
    shorter = workout._replace(plan=PLAN.led_by(Preferences(rest_percent=50)))
    assert stored(Athlete(workout=shorter)).workout == shorter
    assert is_over(shorter.plan, shorter.place) is (done >= 25_000)
    segment = write_segment(
        shorter.plan,
        shorter.place,
        Delivery(Manner(VOICE, 100), Preferences().pacing),
        resumed=True,
    )
    assert segment.marks[-1].place.state is not State.IDLE


def test_an_exercise_swapped_under_way_is_announced_and_all_that_was_done_stays() -> None:
    tally = (15,) * 2 + (0,) * (2 * len(PLAN.sets) - 2)
    at_work = planned(PLAN)._replace(place=Place(State.COUNTING, 1, 0, 4), tally=tally, number=9)
    bridge = PLAN.prescriptions[0]._replace(exercise=CATALOG.exercises["glute_bridge"])
    run = PlanUnderWay(PLAN.changed(1, bridge), at_work.place)
    run.trigger(Trigger.REPEAT)
    swapped = at_work._replace(plan=run.plan, place=run.place)
    athlete = stored(Athlete(workout=swapped))
    assert athlete.workout == swapped
    assert [(r.exercise_id, r.repetitions) for r in history_of(athlete)] == [("squat", 15)]
    segment = write_segment(
        swapped.plan, swapped.place, Delivery(Manner(VOICE, 100), Preferences().pacing)
    )
    assert "exercise.glute_bridge.how_to" in [cue.line.key for cue in segment.cues]
