"""What two devices did to one workout at the same time, case by case."""

from datetime import UTC, date, datetime

import pytest
from random_athletes import CATALOG
from support.training_records import trained

from skill.athlete.athlete import Athlete
from skill.athlete.changing import without
from skill.athlete.merge import merge
from skill.athlete.stream import Stream
from skill.athlete.timing import UnitTime
from skill.athlete.workout import Said, Workout, planned, records_of
from skill.data import read_data
from skill.training.catalog_files import read_catalog
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences
from skill.training.prescription import Prescription
from skill.training.record import Effort
from skill.workout.cursor import SIDES, Mark
from skill.workout.place import Place
from skill.workout.states import State

DAY = date(2026, 3, 2)
BEGAN_AT = datetime(2026, 3, 2, 18, tzinfo=UTC)
PLAN = plan_workout(CATALOG, (), DAY, Preferences(exercises=3, rounds=2))


def workout_at(place: Place, number: int = 1) -> Workout:
    """The workout while a segment is played that begins at a place."""
    return planned(PLAN)._replace(
        number=number, place=place, marks=(Mark(0, place, 1),), began_at=BEGAN_AT
    )


def other_exercise(entry: int) -> Prescription:
    """What another entry of the plan asks, in place of this one."""
    return PLAN.prescriptions[(entry + 1) % len(PLAN.prescriptions)]


def both_of(shared: Workout, mine: Workout, theirs: Workout) -> Workout:
    found = merge(Athlete(workout=shared), Athlete(workout=mine), Athlete(workout=theirs)).workout
    assert found is not None
    return found


def test_a_change_on_the_other_device_counts_from_the_set_after_the_one_that_is_led() -> None:
    entries = len(PLAN.prescriptions)
    shared = workout_at(Place(State.ANNOUNCING))
    theirs = shared._replace(plan=PLAN.changed(0, other_exercise(0)))
    for led in range(entries + 1):
        both = both_of(shared, workout_at(Place(State.COUNTING, led)), theirs)
        asked = [work.exercise for work in both.plan.sets if work.entry == 0]
        planned_one, other = PLAN.prescriptions[0].exercise, other_exercise(0).exercise
        assert asked == ([planned_one, other] if led < entries else [planned_one, planned_one])
        others = [w.exercise for w in both.plan.sets if w.entry]
        assert others == [w.exercise for w in PLAN.sets if w.entry]


def played(place: Place) -> Workout:
    """The workout while a track is played that begins at a place."""
    stream = Stream("kitchen", 1, (Mark(0, place, 1),), 0, BEGAN_AT, silent=False)
    return planned(PLAN)._replace(number=1, place=Place(State.ANNOUNCING), stream=stream)


def stopped_after(index: int) -> Workout:
    """The workout, stopped in the rest behind a set."""
    place = Place(State.IDLE, index, done=1000, left=State.RESTING)
    return planned(PLAN)._replace(number=1, place=place)


@pytest.mark.parametrize("led", [played(Place(State.COUNTING, 1)), stopped_after(1)])
def test_a_set_that_was_played_or_done_before_a_stop_is_not_changed_by_the_other_device(
    led: Workout,
) -> None:
    shared = workout_at(Place(State.ANNOUNCING))
    theirs = shared._replace(plan=PLAN.changed(0, other_exercise(0)).changed(1, other_exercise(1)))
    both = both_of(shared, led, theirs)
    entries = len(PLAN.prescriptions)
    assert both.plan.sets[:entries] == PLAN.sets[:entries]
    assert both.plan.sets[entries].exercise is other_exercise(0).exercise
    assert both.plan.sets[entries + 1].exercise is other_exercise(1).exercise


def test_a_change_that_is_made_for_a_later_set_waits_for_that_set() -> None:
    shared = workout_at(Place(State.ANNOUNCING))
    theirs = shared._replace(plan=PLAN.changed(len(PLAN.prescriptions), other_exercise(0)))
    both = both_of(shared, shared._replace(place=Place(State.COUNTING)), theirs)
    assert both.plan.sets == theirs.plan.sets


def test_of_two_changes_of_one_exercise_mine_is_the_newer_word() -> None:
    shared = workout_at(Place(State.ANNOUNCING))
    mine, theirs = (
        shared._replace(plan=PLAN.changed(1, PLAN.prescriptions[entry])) for entry in (0, 2)
    )
    assert both_of(shared, mine, theirs).plan.sets == mine.plan.sets


def test_what_both_had_changed_before_does_not_stop_a_newer_change_of_theirs() -> None:
    shared = workout_at(Place(State.ANNOUNCING))
    shared = shared._replace(plan=PLAN.changed(1, PLAN.prescriptions[0]))
    theirs = shared._replace(plan=shared.plan.changed(4, PLAN.prescriptions[2]))
    mine = shared._replace(place=Place(State.COUNTING))
    assert both_of(shared, mine, theirs).plan.sets == theirs.plan.sets


def test_a_change_that_i_have_taken_back_is_not_made_again_by_what_they_left_alone() -> None:
    changed = PLAN.changed(1, PLAN.prescriptions[0])
    shared = workout_at(Place(State.ANNOUNCING))._replace(plan=changed)
    mine = shared._replace(plan=PLAN)
    theirs = shared._replace(tally=(1, *shared.tally[1:]))
    assert both_of(shared, mine, theirs).plan.sets == PLAN.sets


def test_a_change_in_another_workout_is_not_taken_over() -> None:
    mine = workout_at(Place(State.ANNOUNCING), number=1)
    theirs = workout_at(Place(State.ANNOUNCING), number=2)
    theirs = theirs._replace(plan=PLAN.changed(0, other_exercise(0)))
    found = merge(Athlete(), Athlete(workout=mine), Athlete(workout=theirs)).workout
    assert found is not None
    assert found.plan == PLAN


def test_a_runner_in_the_stretches_stays_there_when_sets_are_left_out_elsewhere() -> None:
    shared = workout_at(Place(State.RESTING))
    mine = workout_at(Place(State.STRETCHING, 1))
    both = both_of(shared, mine, without(shared, {2: 0}))
    assert both.place == mine.place
    assert both.marks == mine.marks


def test_rests_that_fit_the_workout_to_its_minutes_stay_when_only_a_beat_changes() -> None:
    shared = workout_at(Place(State.ANNOUNCING))._replace(plan=PLAN._replace(rest_percent=70))
    base = Athlete(workout=shared)
    slower = Preferences().with_own_beat(PLAN.prescriptions[0].exercise.id, 120)
    mine = Athlete(workout=shared._replace(place=Place(State.COUNTING)))
    both = merge(base, mine, base._replace(preferences=slower)).workout
    assert both is not None
    assert both.plan.rest_percent == 70
    assert both.plan.prescriptions[0].beat_percent == 120


def test_longer_rests_asked_for_elsewhere_reach_the_workout() -> None:
    shared = workout_at(Place(State.ANNOUNCING))
    base = Athlete(workout=shared)
    mine = Athlete(workout=shared._replace(place=Place(State.COUNTING)))
    both = merge(base, mine, base._replace(preferences=Preferences(rest_percent=150))).workout
    assert both is not None
    assert both.plan.rest_percent == 150


def test_what_was_counted_of_another_exercise_in_the_same_set_is_not_taken_over() -> None:
    shared = workout_at(Place(State.ANNOUNCING))
    mine = shared._replace(place=Place(State.COUNTING, 1))
    changed = shared.plan.changed(0, other_exercise(0))
    mine = mine._replace(plan=changed, tally=(0, 0, 3, 0, *shared.tally[4:]))
    theirs = shared._replace(tally=tuple(range(1, len(shared.tally) + 1)))
    best = both_of(shared, mine, theirs).tally
    for unit, count in enumerate(best):
        same = changed.sets[unit // SIDES].exercise is PLAN.sets[unit // SIDES].exercise
        assert count == (theirs.tally[unit] if same else mine.tally[unit])


def test_a_workout_that_gives_way_is_recorded_by_the_beat_on_which_it_was_done() -> None:
    exercise = PLAN.sets[0].exercise
    slower = Preferences(beat_percent=120).with_own_beat(exercise.id, 130)
    theirs = workout_at(Place(State.ANNOUNCING, 1), number=1)
    theirs = theirs._replace(plan=PLAN.led_by(slower), tally=(9, 9, *theirs.tally[2:]))
    found = merge(
        Athlete(),
        Athlete(workout=workout_at(Place(State.ANNOUNCING), number=2)),
        Athlete(workout=theirs, preferences=slower),
    )
    assert found.workout is not None
    assert found.workout.number == 2
    assert found.history == records_of(theirs, slower)
    assert found.history != records_of(theirs)


def test_all_that_either_device_has_heard_of_the_same_workout_is_kept() -> None:
    first, second = (item.exercise.id for item in PLAN.prescriptions[:2])
    shared = workout_at(Place(State.ANNOUNCING))
    hard, easy = Said(first, Effort.HARD, None), Said(first, Effort.EASY, None)
    other = Said(second, Effort.EASY, 3)
    mine = shared._replace(
        plays=1,
        pains=("knee",),
        efforts=(hard,),
        corrections=((0, 5),),
        times=(UnitTime(0, 60, 30),),
    )
    theirs = shared._replace(
        plays=3,
        broken_off=4,
        pains=("hip", "knee"),
        efforts=(easy, other),
        corrections=((0, 7), (2, 6)),
        times=(UnitTime(0, 70, 30), UnitTime(2, 120, 30)),
    )
    both = both_of(shared, mine, theirs)
    assert (both.plays, both.broken_off) == (3, 4)
    assert both.pains == ("knee", "hip")
    assert {said.exercise_id: said for said in both.efforts} == {first: hard, second: other}
    assert both.corrections == ((0, 5), (2, 6))
    assert both.times == (UnitTime(0, 60, 30), UnitTime(2, 120, 30))
    assert both_of(shared, mine._replace(broken_off=2), theirs).broken_off == 2


def test_a_workout_that_one_has_finished_keeps_the_better_counts_of_the_other() -> None:
    shared = workout_at(Place(State.ANNOUNCING))
    mine = planned(PLAN)._replace(number=1, place=Place(State.FINISHED))
    theirs = shared._replace(tally=(9, 8, *shared.tally[2:]))
    both = both_of(shared, mine, theirs)
    assert both.finished
    assert both.tally == theirs.tally


def test_a_move_of_the_warm_up_that_either_device_has_led_counts_as_led() -> None:
    files = (read_data(name) for name in ("exercises.toml", "stretches.toml", "warm_up.toml"))
    plan = plan_workout(read_catalog(*files), (), DAY, Preferences(exercises=3, rounds=2))
    fresh = planned(plan)._replace(number=1, place=Place(State.WARMING_UP))
    sets = len(plan.sets) * SIDES
    for move in range(len(plan.moves)):
        one = [*fresh.tally]
        one[sets + move] = 1
        mine = fresh._replace(tally=tuple(one))
        assert both_of(fresh, mine, fresh._replace(plays=1)).tally == mine.tally
        assert both_of(fresh, fresh._replace(plays=1), mine).tally == mine.tally


def test_of_a_workout_that_the_last_common_version_had_not_both_keep_what_was_changed() -> None:
    other = planned(PLAN.changed(0, other_exercise(0)))._replace(number=7)
    shared = workout_at(Place(State.ANNOUNCING))
    changed = shared._replace(plan=PLAN.changed(0, other_exercise(0)))
    mine = shared._replace(place=Place(State.RESTING, 0))
    for before in (None, other):
        both = merge(Athlete(workout=before), Athlete(workout=mine), Athlete(workout=changed))
        assert both.workout is not None
        assert both.workout.plan.sets[3].exercise is other_exercise(0).exercise
    both = merge(Athlete(), Athlete(workout=mine), Athlete(workout=without(shared, {2: 0})))
    assert both.workout is not None
    assert [work.entry for work in both.workout.plan.sets] == [0, 1, 0, 1]


def test_a_plan_that_nobody_has_begun_is_kept_while_the_preferences_are_those_it_was_made_by() -> (
    None
):
    mine = Athlete(workout=planned(PLAN))
    recorded = Athlete(history=(trained(DAY, PLAN.sets[0].exercise, done=(8, 8)),))
    assert merge(Athlete(), mine, recorded).workout == mine.workout
    slower = Athlete(preferences=Preferences(beat_percent=120))
    assert merge(Athlete(), mine, slower).workout is None


def test_a_workout_that_i_have_forgotten_is_not_recorded_by_who_left_it_alone() -> None:
    shared = workout_at(Place(State.COUNTING, 1))
    shared = shared._replace(tally=(9, 9, *shared.tally[2:]))
    base = Athlete(workout=shared)
    assert merge(base, Athlete(), base) == Athlete()
