"""Everything of a workout is looked at when it is recorded, but for what is known to be no part of a record."""

from datetime import date
from typing import Any

import pytest
from random_athletes import CATALOG

from skill.athlete import workout as module
from skill.athlete.workout import UNRECORDED, Workout, planned, records_of
from skill.training.exercise import Dose, Measure
from skill.training.plan import Plan
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences
from skill.training.prescription import Prescription
from skill.training.record import History

RECORDED = {"plan", "tally", "number", "efforts", "corrections", "broken_off"}


def test_each_field_of_a_workout_is_recorded_or_known_not_to_be() -> None:
    assert RECORDED.isdisjoint(UNRECORDED)
    assert RECORDED | UNRECORDED.keys() == set(Workout._fields)


@pytest.mark.parametrize("name", sorted(RECORDED))
def test_no_field_gets_lost_on_the_way_to_the_records(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Workout] = []

    def look(led: Workout, _beat: int) -> History:
        seen.append(led)
        return ()

    monkeypatch.setattr(module, "_records", look)
    other: Any = object()
    begun = planned(plan_workout(CATALOG, (), date(2026, 3, 2), Preferences()))
    records_of(begun._replace(**{name: other}))
    assert getattr(seen[0], name) is other


def test_a_record_tells_what_was_asked_with_its_extra_sets_and_its_load() -> None:
    """The next session is planned by it."""
    goblet = Prescription(
        CATALOG.exercises["squat"], Dose(Measure.REPETITIONS, 12), 1, "kettlebell", 8_000
    )
    plan = Plan(date(2026, 3, 2), (goblet,), 2, ())
    (record,) = records_of(planned(plan)._replace(tally=(12, 0, 12, 0, 9, 0), number=1_772_474_400))
    assert (record.asked, record.extra_sets) == (12, 1)
    assert (record.tool, record.load_grams) == ("kettlebell", 8_000)
    assert record.sets_done == ((12,), (12,), (9,))
    assert record.workout == 1_772_474_400


def test_a_record_tells_the_beat_that_was_heard_the_runners_own_times_the_exercises() -> None:
    slow = Prescription(CATALOG.exercises["squat"], Dose(Measure.REPETITIONS, 12), beat_percent=80)
    led = planned(Plan(date(2026, 3, 2), (slow,), 1, ()))._replace(tally=(12, 0))
    (record,) = records_of(led, Preferences(beat_percent=150))
    assert record.beat_percent == 120
    (record,) = records_of(led)
    assert record.beat_percent == 80


def test_of_a_load_that_changed_on_the_way_the_last_one_that_was_lifted_is_recorded() -> None:
    light = Prescription(
        CATALOG.exercises["squat"], Dose(Measure.REPETITIONS, 12), 0, "kettlebell", 8_000
    )
    plan = Plan(date(2026, 3, 2), (light,), 3, ())
    plan = plan.changed(1, light._replace(load_grams=12_000))
    plan = plan.changed(2, light._replace(load_grams=16_000))
    (record,) = records_of(planned(plan)._replace(tally=(12, 0, 12, 0, 0, 0)))
    assert record.load_grams == 12_000
