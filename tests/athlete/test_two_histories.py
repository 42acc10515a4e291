"""What two devices did to one history at the same time, and to the times of its workouts, case by case."""

from datetime import date, timedelta

from random_athletes import CATALOG
from support.training_records import trained

from skill.athlete.athlete import Athlete
from skill.athlete.merge import merge
from skill.training.past import KEPT_WEEKS, NO_PAST, WEEK, Past, compacted
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences
from skill.training.times import TimedSide, Times

DAY = date(2026, 3, 2)
SQUAT = plan_workout(CATALOG, (), DAY, Preferences()).sets[0].exercise
EARLIER, LATER = (
    trained(DAY - timedelta(days=days), SQUAT, done=done)
    for days, done in ((5, (8, 8)), (2, (9, 9)))
)


def test_a_record_that_one_has_folded_and_the_other_left_alone_stays_folded() -> None:
    base = Athlete(history=(EARLIER,))
    folded, grown = Athlete(), Athlete(history=(EARLIER, LATER))
    assert merge(base, folded, grown).history == (LATER,)
    assert merge(base, grown, folded).history == (LATER,)


def test_a_record_that_one_has_dropped_and_the_other_has_bettered_is_kept() -> None:
    better = EARLIER._replace(sets_done=LATER.sets_done)
    found = merge(Athlete(history=(EARLIER,)), Athlete(), Athlete(history=(better,)))
    assert found.history == (better,)


def test_a_record_that_only_they_have_put_right_is_theirs_though_it_is_less() -> None:
    less = LATER._replace(sets_done=EARLIER.sets_done)
    base, mine = Athlete(history=(LATER,)), Athlete(history=(EARLIER, LATER))
    assert merge(base, mine, Athlete(history=(less,))).history == (EARLIER, less)


def test_the_past_of_the_device_that_has_folded_more_is_kept() -> None:
    further, less = (
        Athlete(past=Past(until=until), history=(LATER,))
        for until in (date(2026, 2, 1), date(2026, 1, 1))
    )
    assert merge(Athlete(), further, less).past == further.past
    assert merge(Athlete(), less, further).past == further.past


def sets_of(past: Past) -> int:
    """The sets of all its months."""
    return sum(month.sets for month in past.months)


UNTIL = date(2026, 1, 5)
"""A Monday: what is older is folded by one device."""

FOLDING_DAY = UNTIL + KEPT_WEEKS * WEEK

OLD, ON_THE_MONDAY, YOUNG = (
    trained(UNTIL + timedelta(days=days), SQUAT, done=(8, 8)) for days in (-5, 0, 5)
)
BASE = Athlete(history=(OLD, ON_THE_MONDAY, YOUNG))
FOLDED_HISTORY, FOLDED_PAST = compacted(BASE.history, NO_PAST, FOLDING_DAY)
FOLDED = Athlete(history=FOLDED_HISTORY, past=FOLDED_PAST)


def test_what_both_had_from_the_folded_day_on_stays_as_it_is() -> None:
    mine = BASE._replace(history=(*BASE.history, LATER))
    for one, other in ((mine, FOLDED), (FOLDED, mine)):
        both = merge(BASE, one, other)
        assert both.history == (ON_THE_MONDAY, YOUNG, LATER)
        assert both.past == FOLDED_PAST


def test_what_was_folded_already_and_bettered_elsewhere_is_not_counted_twice() -> None:
    better = OLD._replace(sets_done=LATER.sets_done)
    both = merge(BASE, BASE._replace(history=(better, ON_THE_MONDAY, YOUNG)), FOLDED)
    assert both.history == (ON_THE_MONDAY, YOUNG)
    assert both.past == FOLDED_PAST


def test_what_turns_up_after_its_time_was_folded_counts_in_the_totals() -> None:
    late = trained(UNTIL - timedelta(days=3), SQUAT, done=(8, 8))
    mine = BASE._replace(history=(OLD, late, ON_THE_MONDAY, YOUNG))
    both = merge(BASE, mine, FOLDED)
    assert both.history == (ON_THE_MONDAY, YOUNG)
    assert sets_of(both.past) == sets_of(FOLDED_PAST) + late.sets


def test_of_two_pasts_that_reach_as_far_the_one_that_was_changed_is_kept() -> None:
    late = trained(UNTIL - timedelta(days=3), SQUAT, done=(8, 8))
    history, past = compacted((late, *FOLDED_HISTORY), FOLDED_PAST, FOLDING_DAY)
    changed = Athlete(history=history, past=past)
    also_trained = FOLDED._replace(history=(*FOLDED_HISTORY, LATER))
    for one, other in ((changed, also_trained), (also_trained, changed)):
        both = merge(FOLDED, one, other)
        assert both.past == past
        assert both.history == (*FOLDED_HISTORY, LATER)


def timed(workout: int) -> Times:
    """When the first side of one workout of this day was done."""
    return Times(DAY, workout, (TimedSide(SQUAT.id, 0, 0, 60 * workout, 30),))


def records(*workouts: int) -> Athlete:
    """Records of these workouts, and the times of each."""
    history = tuple(trained(DAY, SQUAT, done=(8, 8), workout=workout) for workout in workouts)
    return Athlete(history=history, times=tuple(map(timed, workouts)))


def test_the_times_of_both_are_kept_as_long_as_their_workouts_are_in_the_history() -> None:
    base, mine, theirs = records(1), records(1, 2), records(1, 3)
    assert merge(base, mine, theirs).times == (timed(1), timed(2), timed(3))
    assert merge(base, base, theirs).times == (timed(1), timed(3))
    assert merge(base, mine, base).times == (timed(1), timed(2))
    forgotten = mine._replace(history=mine.history[1:])
    assert merge(base, forgotten, theirs).times == (timed(2), timed(3))


def test_the_safety_sentence_that_was_spoken_on_either_device_was_spoken() -> None:
    greeted = Athlete(greeted=True)
    assert merge(Athlete(), greeted, Athlete(history=(LATER,))).greeted
    assert merge(Athlete(), Athlete(history=(LATER,)), greeted).greeted
