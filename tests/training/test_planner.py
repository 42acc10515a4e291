from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.examples import tried
from support.tables import with_each
from support.training_records import trained

from skill.data import read_data
from skill.training.catalog import Catalog
from skill.training.catalog_files import read_catalog
from skill.training.choosing import week_group
from skill.training.exercise import Exercise, Position
from skill.training.plan import Plan
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences
from skill.training.record import Effort, History, Record, joined
from skill.training.session_size import is_unusually_long
from skill.training.stretching import MOST_STRETCHES, choose_stretches

CATALOG = read_catalog(read_data("exercises.toml"), read_data("stretches.toml"))
MONDAY = date(2026, 3, 2)
planned = tried(50)

DAYS = st.dates(date(2025, 9, 1), date(2026, 3, 1))
WEEKDAYS = st.integers(0, 6)
SIZES = st.integers(2, 5)
HISTORIES: st.SearchStrategy[History] = st.lists(
    st.builds(trained, DAYS, st.sampled_from([*CATALOG.exercises.values()])), max_size=30
).map(lambda records: joined((), records))


REGULAR = tuple(
    trained(MONDAY - timedelta(n), CATALOG.exercises["squat"]) for n in range(14, 2, -1)
)
"""Twelve workouts of the last two weeks: whoever did them is neither a beginner nor just back."""


def records_of(plan: Plan) -> History:
    return tuple(trained(plan.day, e, sets=plan.rounds) for e in plan.exercises)


def ids(exercises: Sequence[Exercise]) -> set[str]:
    """The exercises by the ids of those in whose place they are planned."""
    return {exercise.turns_with or exercise.base_id for exercise in exercises}


def repeats(row: Sequence[Exercise]) -> int:
    """How often two of one pattern follow each other, the next round's first included."""
    return sum(a.pattern == b.pattern for a, b in pairwise([*row, row[0]]))


def split_floor(row: Sequence[Exercise]) -> bool:
    """Whether a standing exercise comes between two on the floor."""
    floor = [i for i, exercise in enumerate(row) if exercise.position is Position.FLOOR]
    return bool(floor) and floor[-1] - floor[0] + 1 != len(floor)


@planned
@given(HISTORIES, WEEKDAYS, SIZES, st.integers(1, 4))
def test_the_same_runner_on_the_same_day_gets_the_same_plan(
    history: History, weekday: int, size: int, rounds: int
) -> None:
    day = MONDAY + timedelta(weekday)
    preferences = Preferences(exercises=size, rounds=rounds)
    plan = plan_workout(CATALOG, history, day, preferences)
    assert plan == plan_workout(CATALOG, tuple(reversed(history)), day, preferences)
    if len({record.key[:2] for record in history if record.sets and record.day <= day}) < 2:
        size = min(size, 4)
    assert (plan.day, len(plan.exercises)) == (day, size)
    assert 1 <= plan.rounds <= rounds
    assert len(ids(plan.exercises)) == size
    extra = sum(p.extra_sets for p in plan.prescriptions)
    assert len(plan.sets) == size * plan.rounds + extra
    assert all(p.exercise.lowest <= p.dose.amount <= p.exercise.highest for p in plan.prescriptions)


def test_a_session_takes_half_of_the_exercises_at_most() -> None:
    assert len(CATALOG.basics) == 10
    for wish, size in [(4, 4), (5, 5), (7, 5)]:
        plan = plan_workout(CATALOG, REGULAR, MONDAY, Preferences(exercises=wish))
        assert len(plan.exercises) == size


@planned
@given(HISTORIES, WEEKDAYS, WEEKDAYS)
def test_two_weeks_train_all_ten_exercises(history: History, first: int, second: int) -> None:
    history = joined(history, REGULAR)
    one = plan_workout(CATALOG, history, MONDAY + timedelta(first), Preferences())
    next_day = MONDAY + timedelta(7 + second)
    two = plan_workout(CATALOG, history + records_of(one), next_day, Preferences())
    assert ids(one.exercises) | ids(two.exercises) == ids(CATALOG.basics)


@planned
@given(HISTORIES, st.lists(WEEKDAYS, min_size=2, max_size=4, unique=True).map(sorted), SIZES)
def test_all_sessions_of_a_week_come_from_one_half_of_the_catalog(
    history: History, weekdays: list[int], size: int
) -> None:
    history = joined(history, REGULAR)
    group = ids(week_group(CATALOG, history, MONDAY))
    trained: set[str] = set()
    for weekday in weekdays:
        plan = plan_workout(
            CATALOG, history, MONDAY + timedelta(weekday), Preferences(exercises=size)
        )
        # What the week has not trained yet comes first.
        assert len(ids(plan.exercises) - trained) >= min(size, len(group - trained))
        assert ids(plan.exercises) <= group
        trained |= ids(plan.exercises)
        history += records_of(plan)


@planned
@given(HISTORIES, WEEKDAYS, SIZES)
def test_two_exercises_of_one_pattern_never_follow_each_other_where_that_can_be(
    history: History, weekday: int, size: int
) -> None:
    day = MONDAY + timedelta(weekday)
    row = plan_workout(CATALOG, history, day, Preferences(exercises=size)).exercises
    orders = [*permutations(row)]
    fewest = min(map(repeats, orders))
    assert repeats(row) == fewest
    if any(not split_floor(order) for order in orders if repeats(order) == fewest):
        assert not split_floor(row)


@pytest.mark.parametrize("position", Position)
def test_patterns_alternate_into_the_next_round_even_at_the_price_of_a_way_to_the_floor(
    position: Position,
) -> None:
    model = CATALOG.exercises["squat"]
    patterns = ["push", "hinge", "step", "push"] * 2
    made = [
        model._replace(
            id=f"{pattern}_{i}",
            pattern=pattern,
            position=position if pattern == "push" else Position.STANDING,
        )
        for i, pattern in enumerate(patterns)
    ]
    catalog = Catalog({exercise.id: exercise for exercise in made}, CATALOG.stretches)
    row = plan_workout(catalog, (), MONDAY, Preferences(exercises=4)).exercises
    assert sorted(exercise.pattern for exercise in row) == ["hinge", "push", "push", "step"]
    assert repeats(row) == 0


def test_both_halves_of_a_first_fortnight_have_no_clash_at_all() -> None:
    one = plan_workout(CATALOG, (), MONDAY, Preferences())
    two = plan_workout(CATALOG, records_of(one), MONDAY + timedelta(7), Preferences())
    for plan in (one, two):
        assert repeats(plan.exercises) == 0
        assert not split_floor(plan.exercises)


@planned
@given(st.sets(st.sampled_from([*CATALOG.exercises]), max_size=5))
def test_the_calves_are_always_stretched_and_else_only_what_was_trained(trained: set[str]) -> None:
    exercises = [CATALOG.exercises[id_] for id_ in sorted(trained)]
    stretches, left_out = choose_stretches(CATALOG, exercises, Preferences())
    muscles = {muscle for exercise in exercises for muscle in exercise.muscles}
    assert not left_out
    assert ("calf" in [stretch.id for stretch in stretches]) is bool(trained)
    assert len(stretches) <= MOST_STRETCHES
    assert all(stretch.always or muscles & {*stretch.muscles} for stretch in stretches)
    assert [*stretches] == [s for s in CATALOG.stretches.values() if s in stretches]


def test_the_most_trained_muscles_are_stretched_where_there_are_too_many() -> None:
    chosen = choose_stretches(CATALOG, CATALOG.basics, Preferences()).chosen
    assert [stretch.id for stretch in chosen] == ["calf", "quadriceps", "hamstring", "glutes"]


def test_training_on_a_later_day_does_not_change_an_earlier_plan() -> None:
    later = (trained(MONDAY + timedelta(1), CATALOG.exercises["squat"]),)
    assert plan_workout(CATALOG, later, MONDAY, Preferences()) == plan_workout(
        CATALOG, (), MONDAY, Preferences()
    )


def test_an_exercise_that_left_the_catalog_does_not_disturb_a_plan() -> None:
    somersault = CATALOG.exercises["squat"]._replace(id="somersault")
    gone = (trained(MONDAY - timedelta(9), somersault),)
    plan = plan_workout(CATALOG, joined(gone, REGULAR), MONDAY, Preferences())
    same = plan_workout(CATALOG, REGULAR, MONDAY, Preferences())
    assert (plan.exercises, plan.rounds, plan.stretches) == (
        same.exercises,
        same.rounds,
        same.stretches,
    )


def test_the_things_to_have_at_hand_are_named_once_each_in_the_order_of_use() -> None:
    plans = [plan_workout(CATALOG, (), MONDAY, Preferences(exercises=n)) for n in (2, 3, 4, 5)]
    for plan in plans:
        used = [need for exercise in plan.exercises for need in exercise.needs]
        assert [*plan.needs] == sorted(set(used), key=used.index)


def answered(day: date, effort: Effort | None) -> Record:
    """A session's record of squats, with what was said of them."""
    return trained(day, CATALOG.exercises["squat"], effort=effort)


def test_a_runner_who_never_answers_is_left_in_peace_for_three_sessions_and_asked_again() -> None:
    days = [date(2026, 3, 2) + timedelta(days=3 * i) for i in range(12)]
    silent = [answered(day, None) for day in days]
    peace = [
        plan_workout(CATALOG, tuple(silent[:n]), days[n], Preferences()).asks_nothing
        for n in range(11)
    ]
    assert peace == [False, False, True, True, True] * 2 + [False]


def test_one_answer_is_enough_to_be_asked_again() -> None:
    days = [date(2026, 3, 2) + timedelta(days=3 * i) for i in range(4)]
    said = [answered(day, None) for day in days[:2]] + [answered(days[2], Effort.EASY)]
    assert not plan_workout(CATALOG, tuple(said), days[3], Preferences()).asks_nothing


def test_the_first_workouts_begin_small_and_grow_whatever_is_wished() -> None:
    history: History = ()
    sizes = []
    for days in (0, 3, 7, 10, 14):
        plan = plan_workout(CATALOG, history, MONDAY + timedelta(days), Preferences(rounds=4))
        sizes.append((len(plan.exercises), plan.rounds, len(plan.stretches)))
        history = joined(history, records_of(plan))
    assert sizes == [(4, 2, 3), (4, 2, 3), (5, 2, 3), (5, 2, 4), (5, 2, 4)]
    assert plan_workout(CATALOG, (), MONDAY, Preferences(rounds=1)).rounds == 1


def test_the_first_workout_leaves_the_longest_exercise_to_the_second() -> None:
    first = plan_workout(CATALOG, (), MONDAY, Preferences())
    assert "step_up" not in ids(first.exercises)
    assert first.needs == ("wall",)
    second = plan_workout(CATALOG, records_of(first), MONDAY + timedelta(3), Preferences())
    assert "step_up" in ids(second.exercises)


def test_who_asks_for_a_length_gets_it_in_the_first_workout_too() -> None:
    def length_of(plan: Plan) -> int:
        return 150_000 * len(plan.sets)

    plan = plan_workout(CATALOG, (), MONDAY, Preferences(minutes=25), length_of=length_of)
    assert (len(plan.exercises), plan.rounds) == (5, 2)


def test_a_session_is_unusually_long_only_where_none_of_the_last_ones_was_nearly_so() -> None:
    plan = plan_workout(CATALOG, REGULAR, MONDAY, Preferences())
    same = records_of(plan)
    short = tuple(record._replace(sets_done=record.sets_done[:2]) for record in same)

    def before(records: Sequence[Record], days: int) -> History:
        return tuple(record._replace(day=MONDAY - timedelta(days)) for record in records)

    assert not is_unusually_long(CATALOG, (), plan)
    assert not is_unusually_long(CATALOG, before(same, 3), plan)
    assert not is_unusually_long(CATALOG, before(short, 3), plan), "the only one, so far"
    assert is_unusually_long(CATALOG, joined(before(short, 6), before(short, 3)), plan)
    long_ago = joined(before(same, 40), before(short, 3))
    assert not is_unusually_long(CATALOG, long_ago, plan)
    for days in (6, 9, 12, 15):
        long_ago = joined(long_ago, before(short, days))
    assert is_unusually_long(CATALOG, long_ago, plan), "five shorter ones since"


@with_each("sore", [(), ("knee",), ("ankle",), ("back",), ("shoulder",), ("knee", "ankle")])
def test_nothing_is_planned_lying_on_the_back_where_that_is_left_out(sore: tuple[str, ...]) -> None:
    preferences = Preferences(avoided_joints=sore)
    lain = set()
    for week in range(6):
        day = MONDAY + timedelta(weeks=week)
        usual = plan_workout(CATALOG, (), day, preferences)
        plan = plan_workout(CATALOG, (), day, preferences._replace(off_back=True))
        lain |= {work.exercise.id for work in usual.sets if work.exercise.on_back}
        lain |= {stretch.id for stretch in usual.stretches if stretch.on_back}
        assert not any(work.exercise.on_back for work in plan.sets)
        assert not any(stretch.on_back for stretch in plan.stretches)
    assert lain, "else this shows nothing"
