from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_histories import CATALOG, HISTORIES
from support.examples import tried
from support.training_records import trained

from skill.training.exercise import Exercise
from skill.training.ladder import easier, harder, is_allowed, lowest_rung
from skill.training.past import NO_PAST, compacted, known_standings
from skill.training.preferences import OwnLoad, Preferences, Units
from skill.training.prescription import Prescription
from skill.training.progression import Grounds, target
from skill.training.record import Effort, History, Record, joined
from skill.training.rung import Rung, Why

E = CATALOG.exercises
LUNGE, SQUAT, BRIDGE, STAND = (
    E[id_] for id_ in ("lunge", "squat", "glute_bridge", "single_leg_stand")
)
MONDAY = date(2026, 3, 2)
NOTHING = Preferences()
KETTLEBELL = Preferences(equipment=("kettlebell",), units=Units.KILOGRAMS)
proven = tried(80)

TOOLS = st.sampled_from([(), ("kettlebell",), ("mini_band",), ("dumbbell", "mini_band")])
PREFERENCES = st.builds(
    Preferences,
    equipment=TOOLS,
    units=st.none() | st.sampled_from(Units),
    frozen=st.sampled_from([(), ("squat", "lunge")]),
)


def asked(
    history: History, exercise: Exercise, preferences: Preferences = NOTHING, after_days: int = 3
) -> Prescription:
    """What is asked some days after the last record."""
    day = max((r.day for r in history), default=MONDAY) + timedelta(days=after_days)
    return target(Grounds(CATALOG, known_standings(history), preferences, day), exercise)


def sessions(*made: Record) -> History:
    """Records on every third day, in the order given."""
    return joined(
        (), (record._replace(day=MONDAY + timedelta(3 * i)) for i, record in enumerate(made))
    )


def easy(exercise: Exercise, amount: int, spare: int | None = 2, **more: int) -> Record:
    return trained(MONDAY, exercise, amount, effort=Effort.EASY, spare=spare, **more)  # type: ignore[arg-type]


def test_an_exercise_begins_at_the_lower_end_of_its_range_without_a_word() -> None:
    item = asked((), LUNGE)
    assert item.rung == Rung("lunge", 10)
    assert item.reason.why is Why.FIRST_TIME
    assert not item.reason.changed


def test_twice_in_a_row_two_to_spare_makes_ten_twelve_and_says_so() -> None:
    once = sessions(easy(LUNGE, 10))
    assert asked(once, LUNGE).rung == Rung("lunge", 10)
    item = asked(sessions(easy(LUNGE, 10), easy(LUNGE, 10, 3)), LUNGE)
    reason = item.reason
    assert item.rung == Rung("lunge", 12)
    assert (reason.why, reason.times, reason.spare) == (Why.SPARE, 2, 2)
    assert reason.was == Rung("lunge", 10)
    assert reason.changed


def test_two_more_than_asked_in_the_last_set_are_two_to_spare() -> None:
    record = trained(MONDAY, LUNGE, 10, done=(10, 10, 12))
    assert asked(sessions(record, record), LUNGE).dose.amount == 12
    less = trained(MONDAY, LUNGE, 10, done=(10, 10, 11))
    assert asked(sessions(less, less), LUNGE).dose.amount == 10


def test_easy_without_a_number_counts_but_one_to_spare_does_not() -> None:
    assert asked(sessions(easy(LUNGE, 10, None), easy(LUNGE, 10, None)), LUNGE).dose.amount == 12
    assert asked(sessions(easy(LUNGE, 10, 1), easy(LUNGE, 10, 1)), LUNGE).dose.amount == 10


def test_four_sessions_that_did_all_lead_on_without_a_word_of_the_runner() -> None:
    met = trained(MONDAY, LUNGE, 10)
    assert asked(sessions(met, met, met), LUNGE).reason.why is Why.STEADY
    item = asked(sessions(met, met, met, met), LUNGE)
    assert (item.dose.amount, item.reason.why, item.reason.times) == (12, Why.ESTABLISHED, 4)


def test_hard_but_done_stays_where_it_is() -> None:
    hard = trained(MONDAY, LUNGE, 10, effort=Effort.HARD)
    assert asked(sessions(*[hard] * 6), LUNGE).rung == Rung("lunge", 10)


def test_two_misses_in_a_row_lead_one_step_down_and_one_does_not() -> None:
    miss = trained(MONDAY, LUNGE, 14, done=(14, 12, 10))
    met = trained(MONDAY, LUNGE, 14)
    assert asked(sessions(miss, met, miss), LUNGE).dose.amount == 14
    item = asked(sessions(miss, miss), LUNGE)
    assert (item.dose.amount, item.reason.why, item.reason.times) == (12, Why.MISSED, 2)


def test_one_repetition_less_is_a_slip_of_the_count_unless_it_was_hard() -> None:
    slip = trained(MONDAY, LUNGE, 14, done=(14, 14, 13))
    assert asked(sessions(slip, slip), LUNGE).dose.amount == 14
    hard = slip._replace(effort=Effort.HARD)
    assert asked(sessions(hard, hard), LUNGE).dose.amount == 12


def test_what_was_finished_early_tells_nothing() -> None:
    early = trained(MONDAY, LUNGE, 10, done=(10, 0, 0))
    item = asked(sessions(easy(LUNGE, 10), early, easy(LUNGE, 10)), LUNGE)
    assert item.reason.why is Why.SPARE


def test_a_set_broken_off_by_finishing_early_is_no_miss() -> None:
    early = trained(MONDAY, LUNGE, 14, done=(14, 5, 0))
    assert asked(sessions(early, early), LUNGE).dose.amount == 14
    last = trained(MONDAY, LUNGE, 14, done=(14, 14, 5))
    assert asked(sessions(last, last), LUNGE).dose.amount == 12, "nothing tells of finishing early"
    early = last._replace(broken_off=True)
    assert asked(sessions(early, early), LUNGE).dose.amount == 14
    earlier = trained(MONDAY, LUNGE, 14, done=(10, 5, 0))  # the first set was a miss of its own
    assert asked(sessions(earlier, earlier), LUNGE).dose.amount == 12


def test_two_weeks_without_training_lead_one_step_down_once() -> None:
    history = sessions(trained(MONDAY, LUNGE, 14))
    assert asked(history, LUNGE, after_days=13).reason.why is Why.STEADY
    item = asked(history, LUNGE, after_days=16)
    assert (item.dose.amount, item.reason.why, item.reason.days) == (12, Why.GAP, 16)
    assert asked(history, LUNGE, after_days=27).dose.amount == 12
    back = joined(history, [trained(MONDAY + timedelta(30), LUNGE, 12)])
    assert asked(back, LUNGE).dose.amount == 12


def test_an_exercises_own_gap_counts_only_after_three_weeks() -> None:
    others = tuple(trained(MONDAY + timedelta(7 * n), SQUAT, workout=n + 1) for n in range(5))
    history = joined(others, [trained(MONDAY, LUNGE, 14)])
    standings = known_standings(history)
    at_21, at_22 = (
        target(Grounds(CATALOG, standings, NOTHING, MONDAY + timedelta(days)), LUNGE)
        for days in (21, 22)
    )
    assert (at_21.dose.amount, at_22.dose.amount) == (14, 12)
    assert (at_22.reason.why, at_22.reason.days) == (Why.GAP, 22)


def test_a_gap_comes_before_a_step_up() -> None:
    history = sessions(easy(LUNGE, 12), easy(LUNGE, 12))
    assert asked(history, LUNGE, after_days=20).dose.amount == 10


def test_a_frozen_exercise_stays_until_asked() -> None:
    history = sessions(easy(LUNGE, 10), easy(LUNGE, 10))
    item = asked(history, LUNGE, NOTHING._replace(frozen=("lunge",)))
    assert (item.dose.amount, item.reason.why) == (10, Why.FROZEN)


def test_on_a_day_for_light_legs_nothing_gets_harder() -> None:
    history = sessions(easy(LUNGE, 10), easy(LUNGE, 10))
    light = NOTHING._replace(light_day=MONDAY + timedelta(6))
    assert asked(history, LUNGE, light).reason.why is Why.LIGHT_DAY
    assert asked(history, LUNGE, light, after_days=4).reason.why is Why.SPARE


def climb(exercise: Exercise, preferences: Preferences, most: int = 30) -> list[Rung]:
    rungs = [lowest_rung(exercise)]
    while (above := harder(CATALOG, rungs[-1], preferences)) and len(rungs) < most:
        rungs.append(above)
    return rungs


def test_the_ladder_without_equipment_leads_to_the_harder_variation() -> None:
    assert climb(BRIDGE, NOTHING)[:4] == [
        Rung("glute_bridge", 15),
        Rung("glute_bridge", 15, 1),
        Rung("single_leg_bridge", 8),
        Rung("single_leg_bridge", 10),
    ]
    assert climb(STAND, NOTHING) == [
        Rung("single_leg_stand", 30),
        Rung("single_leg_stand", 40),
        Rung("single_leg_stand", 50),
        Rung("single_leg_stand", 60),
        Rung("eyes_closed_stand", 5),
        Rung("eyes_closed_stand", 10),
        Rung("eyes_closed_stand", 15),
        Rung("eyes_closed_stand", 15, 1),
    ]


def test_the_ladder_with_a_kettlebell_leads_to_loads() -> None:
    assert climb(SQUAT, KETTLEBELL)[:5] == [
        Rung("squat", 15),
        Rung("squat", 15, 1),
        Rung("squat", 15, 0, "kettlebell", 4_000),
        Rung("squat", 15, 1, "kettlebell", 4_000),
        Rung("squat", 15, 0, "kettlebell", 8_000),
    ]


def test_a_band_has_no_grams_and_comes_before_the_variation() -> None:
    band = Preferences(equipment=("mini_band",))
    rungs = climb(SQUAT, band)
    assert rungs[2] == Rung("squat", 15, 0, "mini_band")
    assert rungs[4] == Rung("pause_squat", 8)


@pytest.mark.parametrize(
    ("base", "harder_id"),
    [("calf_raise", "single_leg_calf_raise"), ("glute_bridge", "single_leg_bridge")],
)
def test_one_leg_comes_before_a_weight_that_is_nothing_against_the_body(
    base: str, harder_id: str
) -> None:
    rungs = climb(E[base], Preferences(equipment=("dumbbell",), units=Units.KILOGRAMS))
    (first, *_) = [rung for rung in rungs if rung.exercise_id != base or rung.tool]
    assert (first.exercise_id, first.tool) == (harder_id, None)


def test_after_weeks_off_it_is_one_rung_two_rungs_or_the_beginning() -> None:
    history = sessions(trained(MONDAY, E["pause_squat"], 12))
    assert asked(history, SQUAT, after_days=13).rung == Rung("pause_squat", 12)
    assert asked(history, SQUAT, after_days=14).rung == Rung("pause_squat", 10)
    assert asked(history, SQUAT, after_days=27).rung == Rung("pause_squat", 10)
    assert asked(history, SQUAT, after_days=28).rung == Rung("pause_squat", 8)
    assert asked(history, SQUAT, after_days=56).rung == Rung("pause_squat", 8)
    for days in (57, 400):
        item = asked(history, SQUAT, after_days=days)
        assert (item.rung, item.reason.why) == (Rung("squat", 15), Why.GAP)


def test_a_load_stays_at_home_while_a_joint_hurts_that_it_adds() -> None:
    history = sessions(trained(MONDAY, SQUAT, tool="kettlebell", load_grams=8_000))
    item = asked(history, SQUAT, KETTLEBELL._replace(avoided_joints=("back",)))
    assert item.rung == Rung("squat", 15)
    assert (item.reason.why, item.reason.without) == (Why.JOINT, "back")
    assert asked(history, SQUAT, KETTLEBELL).tool == "kettlebell"


@pytest.mark.parametrize("exercise", CATALOG.basics, ids=lambda e: e.id)
def test_no_ladder_ends_at_once(exercise: Exercise) -> None:
    assert len(climb(exercise, NOTHING)) >= 2


@proven
@given(st.sampled_from(CATALOG.basics), PREFERENCES)
def test_every_rung_stays_in_range_and_leads_down_again(
    exercise: Exercise, preferences: Preferences
) -> None:
    for rung in climb(exercise, preferences, most=60):
        asked_of = E[rung.exercise_id]
        assert asked_of.lowest <= rung.amount <= asked_of.highest
        assert asked_of in CATALOG.family(exercise)
        below, steps = easier(CATALOG, rung, preferences), 0
        while below is not None:
            assert E[below.exercise_id].lowest <= below.amount <= E[below.exercise_id].highest
            below, steps = easier(CATALOG, below, preferences), steps + 1
            assert steps < 400


@proven
@given(HISTORIES, PREFERENCES, st.sampled_from(CATALOG.basics), st.integers(0, 40))
def test_progression_never_jumps_more_than_one_step_nor_leaves_the_range(
    history: History, preferences: Preferences, exercise: Exercise, days: int
) -> None:
    item = asked(history, exercise, preferences, days)
    assert item.exercise.lowest <= item.dose.amount <= item.exercise.highest
    assert item.exercise in CATALOG.family(exercise)
    standing = known_standings(history).get(exercise.id)
    if standing is None or standing.rung is None:
        assert item.rung == lowest_rung(exercise)
        return
    last = standing.rung
    below = easier(CATALOG, last, preferences)
    lower = below and easier(CATALOG, below, preferences)
    steps = (last, harder(CATALOG, last, preferences), below, lower)
    # Where a variation may not be done any more, the runner goes back to the one before it, as far as it goes.
    family = CATALOG.family(exercise)
    before = family[: family.index(E[last.exercise_id])]
    back = (
        ()
        if is_allowed(E[last.exercise_id], preferences)
        else (Rung(e.id, e.highest) for e in before)
    )
    assert item.rung in (*steps, lowest_rung(exercise), *back)
    assert item.reason.changed is (item.rung != last)


@proven
@given(HISTORIES, PREFERENCES, st.randoms(use_true_random=False))
def test_progression_is_the_same_in_whatever_order_records_arrive(
    history: History, preferences: Preferences, order: object
) -> None:
    shuffled = list(history)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    for exercise in CATALOG.basics:
        assert asked(history, exercise, preferences) == asked(
            tuple(shuffled), exercise, preferences
        )


@proven
@given(HISTORIES, PREFERENCES, st.dates(date(2025, 9, 1), date(2026, 12, 31)))
def test_progression_is_the_same_before_and_after_old_records_are_folded(
    history: History, preferences: Preferences, day: date
) -> None:
    kept, past = compacted(history, NO_PAST, day)
    today = date(2027, 1, 1)
    for exercise in CATALOG.basics:
        grounds = Grounds(CATALOG, known_standings(history), preferences, today)
        folded = grounds._replace(standings=known_standings(kept, past))
        assert target(folded, exercise) == target(grounds, exercise)


# Loads, and the equipment that is there.


def own(grams: int, day: date, tool: str = "kettlebell") -> Preferences:
    return KETTLEBELL.with_own_load(OwnLoad("squat", tool, grams, day))


def test_the_runners_own_load_is_taken_at_the_next_session() -> None:
    history = sessions(trained(MONDAY, SQUAT))
    item = asked(history, SQUAT, own(8_000, MONDAY))
    assert item.rung == Rung("squat", 15, 0, "kettlebell", 8_000)
    assert item.reason.why is Why.OWN_LOAD
    assert asked((), SQUAT, own(8_000, MONDAY)).load_grams == 8_000


def test_a_load_that_was_trained_with_goes_on_by_the_ladder() -> None:
    loaded = trained(
        MONDAY, SQUAT, 15, effort=Effort.EASY, extra_sets=1, tool="kettlebell", load_grams=8_000
    )
    item = asked(sessions(loaded, loaded), SQUAT, own(8_000, MONDAY))
    assert item.rung == Rung("squat", 15, 0, "kettlebell", 12_000)
    assert item.reason.why is Why.SPARE


@pytest.mark.parametrize(
    "preferences",
    [own(8_000, MONDAY, "dumbbell"), own(8_000, MONDAY)._replace(avoided_tools=("kettlebell",))],
)
def test_a_load_without_its_tool_is_not_asked_for(preferences: Preferences) -> None:
    assert asked((), SQUAT, preferences).tool is None


def test_where_the_tool_is_gone_the_exercise_is_done_without_it_and_the_runner_is_told() -> None:
    loaded = trained(MONDAY, SQUAT, 15, tool="kettlebell", load_grams=8_000)
    item = asked(sessions(loaded), SQUAT)
    assert item.rung == Rung("squat", 15)
    assert (item.reason.why, item.reason.without) == (Why.NO_TOOL, "kettlebell")


def test_a_variation_that_hurts_gives_way_to_the_easier_exercise() -> None:
    history = sessions(trained(MONDAY, E["single_leg_good_morning"], 8))
    item = asked(history, E["good_morning"], Preferences(avoided_joints=("ankle",)))
    assert item.rung == Rung("good_morning", 15)
    assert (item.reason.why, item.reason.without) == (Why.JOINT, "ankle")
    assert item.reason.instead_of == "single_leg_good_morning"


def test_with_eyes_that_stay_open_the_ladder_ends_before_them_closed() -> None:
    open_eyes = Preferences(eyes_open=True)
    closed = E["eyes_closed_stand"]
    assert closed.eyes_closed
    assert closed.id in {rung.exercise_id for rung in climb(STAND, NOTHING)}
    assert {rung.exercise_id for rung in climb(STAND, open_eyes)} == {STAND.id}
    item = asked(sessions(trained(MONDAY, closed)), STAND, open_eyes)
    assert item.exercise is STAND
    assert (item.reason.why, item.reason.instead_of) == (Why.EYES_OPEN, closed.id)
    assert item.reason.changed


def test_a_record_of_an_exercise_that_left_the_catalog_starts_anew() -> None:
    gone = trained(MONDAY, SQUAT)._replace(exercise_id="box_squat")
    assert asked((gone,), SQUAT).rung == Rung("squat", 15)


def test_records_of_before_doses_were_kept_start_anew() -> None:
    old = trained(MONDAY, LUNGE)._replace(asked=0)
    item = asked(sessions(old, old, old, old), LUNGE)
    assert item.rung == Rung("lunge", 10)
    assert not item.reason.changed
