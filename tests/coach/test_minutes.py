"""A session of so many minutes, by the script's own clock."""

from datetime import date, timedelta

from runner import Runner
from support.straight_to_work import catalog_without_warm_up
from support.tables import with_each

from skill.athlete.athlete import Athlete
from skill.athlete.stored.document import write_document
from skill.coach.coach import Coach
from skill.coach.commands import OpenCoach
from skill.loaders import load_phrasebook
from skill.store.memory import MemoryStore
from skill.training.plan import Plan
from skill.training.planner import plan_workout
from skill.training.preferences import FEWEST_MINUTES, Preferences
from skill.workout.length import length_ms
from skill.workout.manner import Delivery, Manner
from skill.workout.place import Place
from skill.workout.script import perform
from skill.workout.states import State

CATALOG, VOICE = catalog_without_warm_up(), load_phrasebook("en-US")
MONDAY = date(2026, 8, 3)
BEGINNING = Place(State.ANNOUNCING)


def fitted(preferences: Preferences, day: date = MONDAY) -> tuple[Plan, float]:
    """A plan, and its minutes by the script's own clock."""
    manner = Manner(VOICE, preferences.beat_percent)

    def length_of(plan: Plan) -> int:
        return length_ms(plan, BEGINNING, Delivery(manner, preferences.pacing))

    plan = plan_workout(CATALOG, (), day, preferences, length_of=length_of)
    return plan, sum(scene.duration_ms for scene in perform(plan, BEGINNING, manner)) / 60_000


@with_each("minutes", range(FEWEST_MINUTES, 41))
def test_the_plan_fits_within_a_minute(minutes: int) -> None:
    _, length = fitted(Preferences(minutes=minutes))
    assert abs(length - minutes) <= 1


@with_each("beat", [60, 80, 120, 180])
@with_each("minutes", [15, 20, 25, 30])
def test_it_fits_at_any_beat_too(beat: int, minutes: int) -> None:
    _, length = fitted(Preferences(minutes=minutes, beat_percent=beat))
    assert abs(length - minutes) <= 1


@with_each("week", range(4))
def test_it_fits_every_week(week: int) -> None:
    _, length = fitted(Preferences(minutes=20), MONDAY + timedelta(weeks=week))
    assert abs(length - 20) <= 1


def test_rounds_give_way_before_exercises() -> None:
    plan, _ = fitted(Preferences(minutes=22))
    assert (len(plan.prescriptions), plan.rounds) == (5, 2)


@with_each("minutes", [FEWEST_MINUTES, 20, 30, 45])
def test_a_light_day_is_lighter_than_the_minutes_and_than_a_light_day_without_them(
    minutes: int,
) -> None:
    usual, _ = fitted(Preferences(minutes=minutes))
    without, _ = fitted(Preferences(light_day=MONDAY))
    light, length = fitted(Preferences(minutes=minutes, light_day=MONDAY))
    assert light.rounds == min(max(1, usual.rounds - 1), without.rounds)
    assert len(light.prescriptions) <= min(len(usual.prescriptions), len(without.prescriptions))
    assert length <= minutes + 1


def test_where_no_size_comes_near_the_nearest_is_taken() -> None:
    plan, length = fitted(Preferences(minutes=45, beat_percent=60, rest_percent=50))
    assert (len(plan.prescriptions), plan.rounds) == (5, 4)
    assert length < 44


def test_the_coach_plans_by_the_minutes_that_a_runner_likes(
    coach: Coach, store: MemoryStore
) -> None:
    runner = Runner(coach)
    wished = Athlete(preferences=Preferences(minutes=20), greeted=True)
    store.save("the runner", write_document(wished), 0)
    runner.tell(OpenCoach())
    assert "about twenty minutes" in runner.words()
