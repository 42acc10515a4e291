"""What a runner does not want today is left out of the plan, and nothing that was done is lost."""

import json
from datetime import UTC, date, datetime

from hypothesis import assume, given
from hypothesis import strategies as st
from random_athletes import CATALOG, workouts
from support.examples import tried

from skill.athlete.athlete import Athlete
from skill.athlete.changing import next_set, sets_ahead, without
from skill.athlete.merge import merge
from skill.athlete.stored.document import read_document, write_document
from skill.athlete.stream import Stream
from skill.athlete.workout import Workout, planned, records_of, units_of
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences
from skill.workout.cursor import Mark
from skill.workout.place import Place
from skill.workout.states import State

BEGAN_AT = datetime(2026, 3, 2, 18, tzinfo=UTC)


@st.composite
def left_out(draw: st.DrawFn) -> tuple[Workout, set[int], Workout]:
    """A workout, some of its entries that are still to come, and the workout without them."""
    workout = draw(workouts())
    ahead = sorted({work.entry for work in sets_ahead(workout)})
    assume(ahead)
    entries = draw(st.sets(st.sampled_from(ahead), min_size=1))
    less = without(workout, dict.fromkeys(entries, 0))
    assume(less.plan.sets)
    return workout, entries, less


@tried(60)
@given(left_out())
def test_what_was_done_stays_done(case: tuple[Workout, set[int], Workout]) -> None:
    before, _, after = case
    preferences = Preferences()
    done = {r.exercise_id: r.sets_done for r in records_of(before, preferences) if r.sets}
    still = {r.exercise_id: r.sets_done for r in records_of(after, preferences) if r.sets}
    assert {id_: [s for s in sets if any(s)] for id_, sets in done.items()} == {
        id_: [s for s in sets if any(s)] for id_, sets in still.items()
    }
    assert len(after.times) <= len(before.times)


@tried(60)
@given(left_out())
def test_no_set_of_it_is_still_to_come_but_every_other_is(
    case: tuple[Workout, set[int], Workout],
) -> None:
    before, entries, after = case
    here = next_set(before)
    coming = {work.entry: work for work in after.plan.sets[here:] if work.entry in entries}
    # Who has gone back may have sets ahead that were done: these stay, and what lies before them.
    assert all(any(after.done[unit] for unit in units_of(last)) for last in coming.values())
    others = [work.exercise.id for work in before.plan.sets if work.entry not in entries]
    assert [w.exercise.id for w in after.plan.sets if w.entry not in entries] == others
    assert [work.at for work in after.plan.sets] == [*range(len(after.plan.sets))]


@tried(60)
@given(left_out())
def test_a_workout_with_something_left_out_is_stored_and_read_again(
    case: tuple[Workout, set[int], Workout],
) -> None:
    _, _, after = case
    assume(after.place.at < len(after.plan.sets))
    after = after._replace(marks=(), began_at=None, stream=None)
    athlete = Athlete(workout=after)
    again = read_document(json.loads(json.dumps(write_document(athlete))), CATALOG)
    assert again.workout is not None
    assert again.workout.plan.sets == after.plan.sets
    assert again.workout.tally == after.tally


def test_two_are_left_out_one_after_the_other_and_the_rounds_stay_rounds() -> None:
    plan = plan_workout(CATALOG, (), date(2026, 3, 2), Preferences())
    workout = planned(plan)
    names = [item.exercise.id for item in plan.prescriptions]
    less = without(without(workout, {1: 0}), {0: 0})
    assert [work.exercise.id for work in less.plan.sets] == names[2:] * plan.rounds
    assert {work.of for work in less.plan.sets} == {len(names) - 2}
    assert [work.nth for work in less.plan.sets[: len(names) - 2]] == [*range(1, len(names) - 1)]
    assert len(less.tally) == 2 * len(less.plan.sets)


@tried(60)
@given(workouts(most_triggers=4, begun=True), st.data())
def test_what_two_devices_leave_out_at_once_leaves_a_runner_who_can_be_read(
    shared: Workout, data: st.DataObject
) -> None:
    shared = shared._replace(marks=(), began_at=None, stream=None)
    assume(shared.under_way and sets_ahead(shared))
    base = Athlete(workout=shared)
    ahead = sorted({work.entry for work in sets_ahead(shared)})
    assume(len(ahead) > 1)
    cut = data.draw(st.integers(1, len(ahead) - 1))
    mine, theirs = (
        Athlete(workout=without(shared, dict.fromkeys(part, 0)))
        for part in (ahead[:cut], ahead[cut:])
    )
    both = merge(base, mine, theirs)
    assert both.workout is not None
    stretches = both.workout.place.active is State.STRETCHING
    assert stretches or both.workout.finished or sets_ahead(both.workout)
    again = read_document(json.loads(json.dumps(write_document(both))), CATALOG)
    assert again == both
    done = sum(sum(sum(s) for s in r.sets_done) for r in records_of(shared))
    assert sum(sum(sum(s) for s in r.sets_done) for r in records_of(both.workout)) == done


def led(place: Place) -> Workout:
    """A workout of three exercises and one round, led at a place by marks that begin there."""
    plan = plan_workout(CATALOG, (), date(2026, 3, 2), Preferences(exercises=3, rounds=1))
    return planned(plan)._replace(
        number=1, place=place, marks=(Mark(0, place, 1),), began_at=BEGAN_AT
    )


def test_in_the_warm_up_the_other_device_leaves_out_the_first_exercise() -> None:
    shared = led(Place(State.WARMING_UP, 2))
    mine = led(Place(State.WARMING_UP, 3))
    both = merge(
        Athlete(workout=shared), Athlete(workout=mine), Athlete(workout=without(shared, {0: 0}))
    )
    assert both.workout is not None
    assert [work.entry for work in both.workout.plan.sets] == [1, 2]
    assert both.workout.place == mine.place
    assert both.workout.marks == mine.marks


def test_a_rest_that_is_being_led_does_not_lead_back_to_what_two_devices_left_out() -> None:
    shared = led(Place(State.RESTING, 0))
    mine, theirs = (Athlete(workout=without(shared, {entry: 0})) for entry in (1, 2))
    both = merge(Athlete(workout=shared), mine, theirs)
    assert both.workout is not None
    assert both.workout.place.state is State.STRETCHING
    assert both.workout.marks == ()
    assert both.workout.began_at is None


def test_a_track_that_plays_a_rest_does_not_lead_back_to_what_two_devices_left_out() -> None:
    resting = Place(State.RESTING, 0)
    stream = Stream("kitchen", 1, (Mark(0, resting, 1),), 0, BEGAN_AT, silent=False)
    shared = led(resting)._replace(marks=(), began_at=None, stream=stream)
    mine, theirs = (Athlete(workout=without(shared, {entry: 0})) for entry in (1, 2))
    both = merge(Athlete(workout=shared), mine, theirs)
    assert both.workout is not None
    assert both.workout.place.state is State.STRETCHING
    assert both.workout.stream is None


def test_a_last_round_that_the_other_device_leaves_out_is_all_that_goes() -> None:
    plan = plan_workout(CATALOG, (), date(2026, 3, 2), Preferences(exercises=3, rounds=2))
    entries, place = range(len(plan.prescriptions)), Place(State.COUNTING, 1, done=3)
    shared = planned(plan)._replace(number=1, place=Place(State.COUNTING, 0))
    last_round = {entry: len(entries) + entry for entry in entries}
    mine, theirs = shared._replace(place=place), without(shared, last_round)
    both = merge(*(Athlete(workout=one) for one in (shared, mine, theirs)))
    assert both.workout is not None
    assert both.workout.place == place
    assert [work.entry for work in both.workout.plan.sets] == [*entries]


def test_a_set_that_is_being_led_is_not_left_out_by_the_other_device() -> None:
    shared = led(Place(State.COUNTING, 0))
    marks = (*shared.marks, Mark(90_000, Place(State.COUNTING, 1), 1))
    mine = shared._replace(marks=marks, plays=1)
    both = merge(
        Athlete(workout=shared), Athlete(workout=mine), Athlete(workout=without(shared, {1: 0}))
    )
    assert both.workout is not None
    assert [work.entry for work in both.workout.plan.sets] == [0, 1, 2]


def test_what_i_have_brought_back_is_not_left_out_again_by_who_left_it_alone() -> None:
    whole = led(Place(State.ANNOUNCING, 0))
    shared = without(whole, {2: 0})
    both = merge(
        Athlete(workout=shared),
        Athlete(workout=whole),
        Athlete(workout=shared._replace(plays=1)),
    )
    assert both.workout is not None
    assert [work.entry for work in both.workout.plan.sets] == [0, 1, 2]


def test_a_stopped_workout_of_which_two_devices_left_out_the_rest_stays_stopped() -> None:
    stopped = Place(State.IDLE, 0, done=1000, left=State.RESTING)
    shared = led(stopped)._replace(marks=(), began_at=None)
    mine, theirs = (Athlete(workout=without(shared, {entry: 0})) for entry in (1, 2))
    both = merge(Athlete(workout=shared), mine, theirs)
    assert both.workout is not None
    assert both.workout.place.state is State.IDLE
    assert both.workout.place.active is State.STRETCHING
