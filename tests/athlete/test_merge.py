from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from random_athletes import ATHLETES, CATALOG, RECORDS, workouts
from support.examples import tried

from skill.athlete.athlete import Athlete, close_workout, history_of
from skill.athlete.corrections import correct
from skill.athlete.merge import merge
from skill.athlete.workout import Said, Workout, planned
from skill.training.past import Past
from skill.training.planner import plan_workout
from skill.training.preferences import Pacing, Preferences
from skill.training.record import Effort, Record, joined
from skill.workout.question import Question

merged = tried(40)
DAY = date(2026, 3, 2)
NEW = st.lists(RECORDS, min_size=1, max_size=3).map(tuple)


def workout(*done: int, day: date = DAY) -> Workout:
    """A workout of which the first units are done so far."""
    fresh = planned(plan_workout(CATALOG, (), day, Preferences(exercises=2, rounds=2)))
    number = day.toordinal() * 86_400
    return fresh._replace(tally=(*done, *fresh.tally[len(done) :]), number=number)


def credit(athlete: Athlete) -> int:
    """Everything that the runner was led through."""
    done = sum(r.repetitions + r.seconds for r in history_of(athlete))
    return done + sum(m.repetitions + m.seconds for m in athlete.past.months)


@merged
@given(ATHLETES, ATHLETES)
def test_where_only_one_side_changed_its_version_is_taken_whole(
    base: Athlete, changed: Athlete
) -> None:
    assert merge(base, base, base) == base
    theirs = changed._replace(greeted=True)
    assert merge(base, base, theirs) == theirs
    mine = changed._replace(history=joined(base.history, changed.history), greeted=True)
    if base.workout is None:
        assert merge(base, mine, base) == mine


def test_a_tally_that_one_device_left_alone_never_overrides_the_others() -> None:
    base, changed = (Athlete(workout=workout(*done)) for done in ((3, 3), (3, 0)))
    assert merge(base, base, changed) == changed
    assert merge(base, changed, base) == changed


@merged
@given(ATHLETES, NEW, NEW)
def test_new_records_of_both_are_kept(
    base: Athlete, mine: tuple[Record, ...], theirs: tuple[Record, ...]
) -> None:
    base = base._replace(past=Past())
    both = merge(
        base,
        base._replace(history=joined(base.history, mine)),
        base._replace(history=joined(base.history, theirs)),
    )
    assert {r.key for r in both.history} == {r.key for r in (*base.history, *theirs, *mine)}


@merged
@given(workouts(), st.data())
def test_a_workout_that_both_went_on_with_keeps_the_better_count_of_each_set(
    shared: Workout, data: st.DataObject
) -> None:
    def further() -> Athlete:
        more = tuple(n + data.draw(st.integers(0, 3)) for n in shared.tally)
        return Athlete(workout=shared._replace(tally=more, corrections=()))

    mine, theirs = further(), further()
    both = merge(Athlete(workout=shared), mine, theirs)
    assert mine.workout is not None
    assert theirs.workout is not None
    assert both.workout is not None
    assert both.workout.tally == tuple(map(max, mine.workout.tally, theirs.workout.tally))
    assert both.history == ()


def test_where_both_changed_a_thing_mine_is_the_fresher_word() -> None:
    base = Athlete(question=Question.START)
    mine = base._replace(preferences=Preferences(rounds=2), question=Question.READY)
    theirs = base._replace(preferences=Preferences(rounds=4), question=Question.REST)
    both = merge(base, mine, theirs)
    assert (both.preferences.rounds, both.question) == (2, Question.READY)


def test_what_only_they_changed_is_kept_beside_what_only_i_changed() -> None:
    base = Athlete()
    mine = base._replace(preferences=Preferences(pacing=Pacing.WAIT_FOR_ME))
    theirs = base._replace(simple_devices=("aa",), greeted=True, workout=workout(3))
    assert merge(base, mine, theirs) == theirs._replace(preferences=mine.preferences)


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
    assert {r.exercise_id for r in both.history} == {e.id for e in workout().plan.exercises}


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
    # What the runner puts right stands against any count: a promise of its own, below.
    before, mine, theirs = (w and w._replace(corrections=()) for w in (before, mine, theirs))
    base = close_workout(Athlete(workout=before))
    me, they = (base._replace(workout=w) for w in (mine, theirs))
    both = merge(base, me, they)
    assert credit(both) >= max(credit(me), credit(they))


def test_the_part_that_both_share_of_a_workout_that_one_closed_is_recorded_once() -> None:
    base = Athlete(workout=workout(15))
    closed = close_workout(Athlete(workout=workout(15, 0, 9)))
    further = Athlete(workout=workout(15, 0, 4, 0, 12))
    for mine, theirs in ((further, closed), (closed, further)):
        both = close_workout(merge(base, mine, theirs))
        assert both.workout is None
        assert credit(both) == 15 + 9 + 12


def test_while_one_goes_on_what_the_other_recorded_of_the_same_workout_counts_once() -> None:
    base = Athlete(workout=workout(15))
    closed, further = close_workout(base), Athlete(workout=workout(15, 0, 9))
    both = merge(base, further, closed)
    assert both.workout == further.workout
    assert credit(both) == 15 + 9


def test_what_the_runner_put_right_on_one_device_stands_against_the_other_devices_count() -> None:
    base = Athlete(workout=workout(15))
    amended = correct(base, 9)
    assert amended is not None
    for mine, theirs in ((amended.athlete, base), (base, amended.athlete)):
        further = theirs._replace(greeted=True)
        assert credit(merge(base, mine, further)) == 9
        assert credit(merge(base, close_workout(mine), close_workout(further))) == 9


def test_efforts_that_were_said_on_either_device_are_kept() -> None:
    base = Athlete(workout=workout(15, 0, 15))
    squat, other = (Said(e.id, Effort.EASY, 3) for e in workout().plan.exercises)
    mine = Athlete(workout=workout(15, 0, 15)._replace(efforts=(squat,)))
    theirs = Athlete(workout=workout(15, 0, 15)._replace(efforts=(other,)))
    both = close_workout(merge(base, mine, theirs))
    assert [record.spare for record in both.history] == [3, 3]


def test_merging_again_what_was_merged_changes_nothing() -> None:
    base = Athlete(workout=workout(15))
    mine, theirs = close_workout(base), Athlete(workout=workout(15, 0, 9))
    both = merge(base, mine, theirs)
    assert merge(base, mine, both) == both
    assert merge(theirs, both, theirs) == both
