from datetime import date

import pytest
from random_histories import CATALOG
from support.tables import with_each

from skill.training.exercise import Dose, Measure, Move, Side, Sides
from skill.training.plan import Change, Dropped, Plan
from skill.training.preferences import Preferences
from skill.training.prescription import Prescription

E = CATALOG.exercises


def item(id_: str, extra_sets: int = 0, **more: object) -> Prescription:
    exercise = E[id_]
    dose = Dose(exercise.measure, exercise.lowest)
    return Prescription(exercise, dose, extra_sets)._replace(**more)  # type: ignore[arg-type]


def plan(*items: Prescription, rounds: int = 2) -> Plan:
    return Plan(date(2026, 3, 2), items, rounds, tuple(CATALOG.stretches.values())[:2])


def laid(a_plan: Plan) -> list[tuple[str, int, int, int]]:
    return [(work.exercise.id, work.round, work.nth, work.of) for work in a_plan.sets]


def test_extra_sets_make_a_round_of_their_own() -> None:
    uneven = plan(item("squat"), item("lunge", 1), item("calf_raise", 1))
    assert laid(uneven)[6:] == [("lunge", 3, 1, 2), ("calf_raise", 3, 2, 2)]
    assert [work.entry for work in uneven.sets] == [0, 1, 2, 0, 1, 2, 1, 2]
    assert (uneven.rounds, uneven.last_round) == (2, 3)


def test_the_side_that_begins_is_the_wished_one() -> None:
    right_first = plan(item("step_up"), item("squat"))._replace(first_side=Side.RIGHT)
    assert [work.sides for work in right_first.sets[:2]] == [
        (Side.RIGHT, Side.LEFT),
        (Side.BOTH,),
    ]


def test_from_a_change_on_another_exercise_is_done_and_no_set_moves() -> None:
    before = plan(item("squat"), item("lunge"), rounds=3)
    after = before.changed(2, item("glute_bridge"))
    ids = [work.exercise.id for work in after.sets]
    assert ids == ["squat", "lunge", "glute_bridge", "lunge", "glute_bridge", "lunge"]
    assert [e.id for e in after.all_exercises] == ["squat", "lunge", "glute_bridge"]
    assert [(w.at, w.round, w.entry) for w in after.sets] == [
        (w.at, w.round, w.entry) for w in before.sets
    ]
    again = after.changed(4, item("squat", tool="kettlebell", load_grams=8_000))
    assert [work.prescription.load_grams for work in again.sets] == [0, 0, 0, 0, 8_000, 0]


WORK = ("prescriptions", "rounds", "first_side", "changes", "dropped", "growing")


@with_each("name", Plan._fields)
def test_a_plan_that_differs_in_any_field_has_the_sets_of_a_plan_made_so(name: str) -> None:
    before = plan(item("lunge"), item("squat"), item("calf_raise", 1)).changed(1, item("step_up"))
    other = {
        "day": date(2026, 3, 3),
        "prescriptions": (item("glute_bridge"), *before.prescriptions[1:]),
        "rounds": 3,
        "stretches": before.stretches[:1],
        "first_side": Side.RIGHT,
        "rest_percent": 80,
        "changes": (Change(3, 1, item("glute_bridge")),),
        "left_out": before.stretches[:1],
        "familiar": ("squat",),
        "warm_up": (Move("march", Dose(Measure.SECONDS, 30), 800, Sides.BOTH),),
        "dropped": (Dropped(3, 0),),
        "asks_nothing": True,
        "growing": (0,),
    }[name]
    fields = {name: getattr(before, name) for name in Plan._fields}
    made = Plan(**fields | {name: other})
    assert made != before
    assert (made.sets != before.sets) == (name in WORK)
    assert before._replace(**{name: other}).sets == made.sets


def test_what_is_asked_or_stretched_lays_no_set_out_anew() -> None:
    before = plan(item("squat"), item("lunge"))
    sets = before.sets
    assert before._replace(asks_nothing=True).sets is sets
    assert before._replace(stretches=(), left_out=before.stretches).sets is sets


@pytest.mark.parametrize(("percent", "rest_ms"), [(100, 45_000), (60, 27_000), (50, 25_000)])
def test_a_rest_is_as_long_as_wished(percent: int, rest_ms: int) -> None:
    assert plan(item("squat"))._replace(rest_percent=percent).rest_ms(0) == rest_ms


def test_a_rest_stays_long_enough_to_say_what_comes() -> None:
    assert plan(item("calf_raise"))._replace(rest_percent=50).rest_ms(0) == 25_000


def test_changed_preferences_reach_a_plan_under_way_and_leave_its_sides_alone() -> None:
    preferences = Preferences(rest_percent=80, first_side=Side.RIGHT).with_own_beat("lunge", 120)
    led = plan(item("squat"), item("lunge")).changed(2, item("lunge")).led_by(preferences)
    assert led.rest_percent == 80
    assert led.first_side is Side.LEFT
    beats = [(work.exercise.id, work.prescription.beat_percent) for work in led.sets]
    assert beats == [("squat", 100), ("lunge", 120), ("lunge", 120), ("lunge", 120)]


def test_a_load_needs_its_tool_at_hand() -> None:
    loaded = plan(item("squat", tool="kettlebell", load_grams=8_000), item("calf_raise"))
    assert loaded.needs == ("kettlebell", "wall")
