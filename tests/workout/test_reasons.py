"""Why an exercise is asked for as it is, in words that a runner understands at once."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from random_workouts import BOOK, CATALOG, prescriptions
from support.examples import tried
from support.tables import with_each

from skill.training.exercise import Dose
from skill.training.plan import Plan
from skill.training.preferences import Units
from skill.training.prescription import Prescription
from skill.training.rung import Reason, Rung, Why
from skill.workout.manner import Manner
from skill.workout.names import dose_phrase, load_phrase
from skill.workout.place import Place
from skill.workout.reasons import reason_phrase
from skill.workout.script import perform
from skill.workout.states import State

SQUAT, BRIDGE, WALL = (CATALOG.exercises[id_] for id_ in ("lunge", "glute_bridge", "wall_sit"))
WAS = Rung("lunge", 10)


def item(reason: Reason, amount: int = 12, **changes: object) -> Prescription:
    asked = Prescription(SQUAT, Dose(SQUAT.measure, amount), reason=reason)
    return asked._replace(**changes)  # type: ignore[arg-type]


def words(asked: Prescription, variation: int = 0, units: Units = Units.KILOGRAMS) -> str:
    return BOOK(reason_phrase(asked, variation, units)).text


@with_each(
    ("asked", "said"),
    [
        (
            item(Reason(Why.SPARE, WAS, times=2, spare=2)),
            "Twice in a row you had two to spare, so today it's twelve.",
        ),
        (
            item(Reason(Why.SPARE, WAS, times=3, spare=0)),
            "Three times in a row you called it easy, so today it's twelve.",
        ),
        (
            item(Reason(Why.ESTABLISHED, WAS, times=4)),
            "You did it all four times in a row, so today it's twelve.",
        ),
        (
            item(Reason(Why.SPARE, Rung("lunge", 12), times=2, spare=4), extra_sets=1),
            "Twice in a row you had four to spare, so today there's one more set.",
        ),
        (
            item(Reason(Why.MISSED, Rung("lunge", 12, 1), times=2)),
            "It was a lot twice in a row, so today it's one set less.",
        ),
        (
            item(Reason(Why.SPARE, WAS, times=2, spare=2), tool="kettlebell", load_grams=4_000),
            "Twice in a row you had two to spare, so today you take four kilos.",
        ),
        (
            item(Reason(Why.OWN_LOAD, WAS), tool="mini_band"),
            "As you said, today you take your mini band.",
        ),
        (
            item(Reason(Why.GAP, WAS, days=20), amount=10),
            "It's been three weeks, so we ease in: today it's ten.",
        ),
        (
            item(Reason(Why.GAP, WAS, days=400), amount=10),
            "It's been a while, so we ease in: today it's ten.",
        ),
        (
            item(Reason(Why.NO_TOOL, WAS, without="kettlebell")),
            "Without your kettlebell, it's your own weight today.",
        ),
        (
            item(Reason(Why.NO_TOOL, WAS, instead_of="step_up", without="step")),
            "Without a sturdy step, it's lunges with overhead reach instead of step-ups.",
        ),
        (
            item(Reason(Why.JOINT, WAS, instead_of="squat", without="knee")),
            "To spare what hurts, it's lunges with overhead reach instead of squats.",
        ),
    ],
)
def test_a_change_is_told_with_its_reason(asked: Prescription, said: str) -> None:
    assert words(asked) == said


def test_a_hold_is_told_in_seconds() -> None:
    reason = Reason(Why.SPARE, Rung("wall_sit", 20), times=2, spare=5)
    held = Prescription(WALL, Dose(WALL.measure, 25), reason=reason)
    said = words(held)
    assert (
        said == "Twice in a row you had five seconds to spare, so today it's twenty-five seconds."
    )


def test_a_load_is_told_in_the_runners_units() -> None:
    said = [
        BOOK(load_phrase("dumbbell", grams, units)).text
        for units in (Units.KILOGRAMS, Units.POUNDS)
        for grams in (500, 1_000, 2_500, 8_000)
    ]
    assert said[:4] == ["Half a kilo", "One kilo", "Two and a half kilos", "Eight kilos"]
    assert said[4:] == [
        "One pound",
        "Two pounds",
        "Five and a half pounds",
        "Seventeen and a half pounds",
    ]


@tried(200)
@given(prescriptions(SQUAT) | prescriptions(BRIDGE) | prescriptions(WALL), st.integers(0, 59))
def test_every_reason_has_words_in_every_wording(asked: Prescription, variation: int) -> None:
    for units in Units:
        said = words(asked, variation, units)
        assert said.endswith(".")
        assert "{" not in said


def told(plan: Plan) -> list[str]:
    scenes = perform(plan, Place(State.ANNOUNCING), Manner(BOOK, 100))
    return [cue.line.key for scene in scenes for cue in scene.cues if cue.line.key[:4] == "why."]


def test_a_change_is_told_at_the_first_announcement_and_never_again() -> None:
    changed = item(Reason(Why.SPARE, WAS, times=2, spare=2))
    plan = Plan(date(2026, 3, 2), (changed,), 3, (CATALOG.stretches["calf"],))
    assert told(plan) == ["why.spare"]
    assert told(plan.without_reasons({0})) == []


def test_what_has_not_changed_is_not_explained_unasked() -> None:
    for why in (Why.FIRST_TIME, Why.STEADY, Why.FROZEN, Why.TOP, Why.LIGHT_DAY):
        plan = Plan(date(2026, 3, 2), (item(Reason(why, WAS)),), 2, (CATALOG.stretches["calf"],))
        assert told(plan) == []


def test_a_dose_names_its_load() -> None:
    loaded = item(Reason(), tool="kettlebell", load_grams=8_000)
    plan = Plan(date(2026, 3, 2), (loaded,), 1, (CATALOG.stretches["calf"],))
    said = BOOK(dose_phrase(plan.sets[0], Units.KILOGRAMS)).text
    assert said.endswith("with eight kilos")
