"""A plan as a FIT workout: three independent decoders read the steps that the coach would lead."""

from datetime import date

import pytest
from fit_judges import JUDGES, ReadStep, steps
from hypothesis import given
from hypothesis import strategies as st
from support.examples import tried

from skill.data import read_data
from skill.errors import FileRefused
from skill.exchange.fit_names import FitNames
from skill.exchange.fit_workout import write_workout
from skill.loaders import LOCALE, load_catalog, load_phrasebook
from skill.training.exercise import Measure
from skill.training.plan import Plan
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences, Units

CATALOG = load_catalog()
NAMES = FitNames(read_data("fit.toml"))
VOICE = load_phrasebook(LOCALE)
PLANS = st.builds(
    lambda day, exercises, rounds: plan_workout(CATALOG, (), day, Preferences(exercises, rounds)),
    st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    st.integers(2, 5),
    st.integers(1, 4),
)


def read_by_all(plan: Plan, units: Units = Units.KILOGRAMS) -> tuple[ReadStep, ...]:
    content = write_workout(plan, NAMES, VOICE, units, "Strong Stride")
    assert write_workout(plan, NAMES, VOICE, units, "Strong Stride") == content
    first, *others = (steps(judge(content)) for judge in JUDGES)
    assert all(other == first for other in others)
    return first


def led(found: tuple[ReadStep, ...]) -> list[ReadStep]:
    """The steps as a watch leads them, the repeated ones again and again."""
    row: list[ReadStep] = []
    for step in found:
        if step.repeats is None:
            row.append(step)
            continue
        first, times = step.repeats
        once = [one for one in found if first <= one.index < step.index]
        row += once * (times - 1)
    return row


@tried(25)
@given(PLANS)
def test_a_watch_leads_every_set_rest_and_stretch_in_order(plan: Plan) -> None:
    found = read_by_all(plan)
    assert [step.index for step in found] == list(range(len(found)))
    asked = [(work.dose.amount, work.dose.measure) for work in plan.sets for _ in work.sides]
    row = led(found)
    active = [step for step in row if step.intensity == 0]
    assert [
        (step.repetitions, Measure.REPETITIONS)
        if step.repetitions
        else (round(step.seconds or 0), Measure.SECONDS)
        for step in active
    ] == asked
    assert [step.seconds for step in row if step.intensity == 1] == [
        plan.rest_ms(work.at) / 1000 for work in plan.sets
    ]
    assert [step.seconds for step in row if step.intensity == 2] == [
        one.move.dose.amount * one.move.beat_ms / 1000 for one in plan.moves
    ]
    assert [step.seconds for step in row if step.intensity == 3] == [
        hold.hold_ms / 1000 for hold in plan.holds
    ]


def test_a_load_and_its_units_are_written() -> None:
    plan = plan_workout(CATALOG, (), date(2026, 11, 24), Preferences())
    item = plan.prescriptions[0]._replace(tool="kettlebell", load_grams=12_500)
    found = read_by_all(plan._replace(prescriptions=(item, *plan.prescriptions[1:])))
    assert next(step for step in found if step.intensity == 0).kg == 12.5


def test_an_extra_set_comes_after_the_rounds() -> None:
    plan = plan_workout(CATALOG, (), date(2026, 11, 24), Preferences(2, 3))
    item = plan.prescriptions[0]._replace(extra_sets=1)
    plan = plan._replace(prescriptions=(item, *plan.prescriptions[1:]))
    active = [step for step in led(read_by_all(plan)) if step.intensity == 0]
    assert len(active) == sum(len(work.sides) for work in plan.sets)
    assert active[-1].title == active[0].title


def test_the_side_stands_in_the_notes() -> None:
    plan = plan_workout(CATALOG, (), date(2026, 11, 24), Preferences())
    notes = [step.notes for step in read_by_all(plan) if step.title == "The single-leg stand"]
    assert notes == ["Left leg", "Right leg"]


def test_a_title_too_long_for_a_watch_is_refused() -> None:
    plan = plan_workout(CATALOG, (), date(2026, 11, 24), Preferences())
    with pytest.raises(FileRefused, match="too long for a watch"):
        write_workout(plan, NAMES, VOICE, Units.POUNDS, "x" * 255)
