"""How long a workout is said to take, against the script's own clock."""

from datetime import date, timedelta
from itertools import product
from statistics import quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_workouts import DELIVERIES, plans
from support.examples import tried

from skill.loaders import load_catalog, load_phrasebook, offered_locales
from skill.training.plan import Plan
from skill.training.planner import plan_workout
from skill.training.preferences import Pacing, Preferences, Talk
from skill.workout.course import beginning
from skill.workout.cue import Voice
from skill.workout.length import length_ms, minutes_left
from skill.workout.manner import Delivery, Manner
from skill.workout.place import Place
from skill.workout.script import perform, scene_ms
from skill.workout.states import State

HALF_A_MINUTE_MS, A_QUARTER_MS, A_WORD_MS = 30_000, 15_000, 1_000
MONDAY = date(2026, 3, 2)
VOICES = {locale: load_phrasebook(locale) for locale in offered_locales()}
CATALOG = load_catalog()


def by_the_clock(plan: Plan, place: Place, manner: Manner) -> int:
    return sum(scene.duration_ms for scene in perform(plan, place, manner))


def off_ms(plan: Plan, place: Place, delivery: Delivery) -> int:
    """How far a workout's length from a place is from that of its scenes."""
    return abs(length_ms(plan, place, delivery) - by_the_clock(plan, place, delivery.manner))


@tried(40)
@given(plans(), DELIVERIES, st.sampled_from([*VOICES.values()]), st.data())
def test_a_length_is_within_half_a_minute_of_the_script_in_any_language_and_from_any_place(
    plan: Plan, delivery: Delivery, voice: Voice, data: st.DataObject
) -> None:
    delivery = delivery._replace(manner=delivery.manner._replace(voice=voice))
    whole = [*perform(plan, beginning(plan), delivery.manner)]
    places = [beginning(plan), *(mark.place for one in whole for mark in one.marks)]
    for place in data.draw(st.lists(st.sampled_from(places), min_size=1, max_size=4)):
        assert off_ms(plan, place, delivery) <= HALF_A_MINUTE_MS
    assert not length_ms(plan, whole[-1].after, delivery)


def sizes() -> list[Plan]:
    """A workout of each size, each on another day."""
    wishes = [Preferences(n, rounds) for n, rounds in product(range(2, 6), range(1, 5))]
    days = [MONDAY + timedelta(days=23 * nth) for nth in range(len(wishes))]
    return [plan_workout(CATALOG, (), day, wish) for day, wish in zip(days, wishes, strict=True)]


@pytest.mark.parametrize("locale", VOICES)
def test_nine_workouts_out_of_ten_are_within_a_quarter_of_a_minute_and_all_within_half(
    locale: str,
) -> None:
    deliveries = [Delivery(Manner(VOICES[locale], 100, talk), Pacing.KEEP_GOING) for talk in Talk]
    off = [off_ms(plan, beginning(plan), how) for plan in sizes() for how in deliveries]
    assert quantiles(off, n=10)[-1] <= A_QUARTER_MS
    assert max(off) <= HALF_A_MINUTE_MS


@tried(40)
@given(plans(), DELIVERIES)
def test_the_minutes_told_are_those_of_the_script_or_the_next_ones(
    plan: Plan, delivery: Delivery
) -> None:
    minutes = by_the_clock(plan, beginning(plan), delivery.manner) / 60_000
    assert abs(minutes_left(plan, beginning(plan), delivery) - round(minutes)) <= 1


@tried(40)
@given(plans(), DELIVERIES)
def test_counts_holds_and_rests_are_exact_but_for_the_word_that_ends_them(
    plan: Plan, delivery: Delivery
) -> None:
    most_off = {State.RESTING: 0, State.COUNTING: A_WORD_MS, State.HOLDING: A_WORD_MS}
    for scene in perform(plan, beginning(plan), delivery.manner):
        if scene.place.state in most_off:
            off = abs(scene_ms(plan, scene.place, delivery.manner) - scene.duration_ms)
            assert off <= most_off[scene.place.state]
