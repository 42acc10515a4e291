"""Everything of a workout is looked at when it is recorded, but for what is known to be no part of a record."""

from datetime import date
from typing import Any

import pytest
from random_athletes import CATALOG

from skill.athlete import workout as module
from skill.athlete.workout import UNRECORDED, Workout, planned, records_of
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences
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
