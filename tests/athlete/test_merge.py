from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from random_athletes import ATHLETES, CATALOG, RECORDS, workouts

from skill.athlete.athlete import Athlete, Workout, close_workout, planned
from skill.athlete.merge import merge
from skill.training.planner import plan_workout
from skill.training.preferences import Pacing, Preferences
from skill.training.record import Record
from skill.workout.segment import Question

merged = settings(max_examples=40, deadline=None)
DAY = date(2026, 3, 2)
NEW = st.lists(RECORDS, min_size=1, max_size=3).map(tuple)


def workout(*done: int, day: date = DAY) -> Workout:
    """A workout of which the first units are done so far."""
    fresh = planned(plan_workout(CATALOG, (), day, Preferences(exercises=2, rounds=2)))
    return replace(fresh, tally=(*done, *fresh.tally[len(done) :]))


def credit(athlete: Athlete) -> int:
    """Everything that the runner was led through."""
    done = sum(r.repetitions + r.seconds for r in athlete.history)
    return done + (sum(athlete.workout.tally) if athlete.workout else 0)


@merged
@given(ATHLETES, ATHLETES)
def test_where_only_one_side_changed_its_version_is_taken_whole(
    base: Athlete, changed: Athlete
) -> None:
    assert merge(base, base, base) == base
    theirs = replace(changed, greeted=True)
    assert merge(base, base, theirs) == theirs
    mine = replace(changed, history=base.history + changed.history, greeted=True)
    if base.workout is None:
        assert merge(base, mine, base) == mine


@merged
@given(ATHLETES, NEW, NEW)
def test_new_records_of_both_are_kept_theirs_first(
    base: Athlete, mine: tuple[Record, ...], theirs: tuple[Record, ...]
) -> None:
    both = merge(
        base,
        replace(base, history=base.history + mine),
        replace(base, history=base.history + theirs),
    )
    assert both.history == base.history + theirs + mine


@merged
@given(workouts(), st.data())
def test_a_workout_that_both_went_on_with_keeps_the_better_count_of_each_set(
    shared: Workout, data: st.DataObject
) -> None:
    def further() -> Athlete:
        more = tuple(n + data.draw(st.integers(0, 3)) for n in shared.tally)
        return Athlete(workout=replace(shared, tally=more))

    mine, theirs = further(), further()
    both = merge(Athlete(workout=shared), mine, theirs)
    assert mine.workout is not None
    assert theirs.workout is not None
    assert both.workout is not None
    assert both.workout.tally == tuple(map(max, mine.workout.tally, theirs.workout.tally))
    assert both.history == ()


def test_where_both_changed_a_thing_mine_is_the_fresher_word() -> None:
    base = Athlete(question=Question.START)
    mine = replace(base, preferences=Preferences(rounds=2), question=Question.READY)
    theirs = replace(base, preferences=Preferences(rounds=4), question=Question.REST)
    both = merge(base, mine, theirs)
    assert (both.preferences.rounds, both.question) == (2, Question.READY)


def test_what_only_they_changed_is_kept_beside_what_only_i_changed() -> None:
    base = Athlete()
    mine = replace(base, preferences=Preferences(pacing=Pacing.WAIT_FOR_ME))
    theirs = replace(base, simple_devices=("aa",), greeted=True, workout=workout(3))
    assert merge(base, mine, theirs) == replace(theirs, preferences=mine.preferences)


def test_a_safety_sentence_once_spoken_stays_spoken() -> None:
    fresh, greeted = Athlete(), Athlete(greeted=True)
    assert merge(fresh, greeted, fresh).greeted
    assert merge(fresh, fresh, greeted).greeted


def test_sets_that_they_went_on_to_do_in_a_workout_that_i_closed_are_recorded() -> None:
    base = Athlete(workout=workout(15))
    mine = close_workout(base)
    theirs = Athlete(workout=workout(15, 0, 9))
    both = merge(base, mine, theirs)
    assert both.workout is None
    assert credit(both) == 15 + 9
    assert [r.exercise_id for r in both.history] == [e.id for e in workout().plan.exercises]


def test_sets_of_their_workout_are_recorded_where_mine_is_another() -> None:
    mine = Athlete(workout=workout(15))
    theirs = Athlete(workout=workout(4, 0, 7, day=date(2026, 3, 9)))
    both = merge(Athlete(), mine, theirs)
    assert both.workout == mine.workout
    assert credit(both) == 15 + 4 + 7
    assert {r.day for r in both.history} == {date(2026, 3, 9)}


def test_a_workout_that_only_i_ended_is_not_recorded_twice() -> None:
    base = Athlete(workout=workout(15, 0, 8))
    assert merge(base, close_workout(base), base) == close_workout(base)


@merged
@given(st.none() | workouts(), st.none() | workouts(), st.none() | workouts())
def test_no_set_of_either_side_is_ever_lost(
    before: Workout | None, mine: Workout | None, theirs: Workout | None
) -> None:
    base = close_workout(Athlete(workout=before))
    me, they = (replace(base, workout=w) for w in (mine, theirs))
    both = merge(base, me, they)
    assert credit(both) >= max(credit(me), credit(they))
