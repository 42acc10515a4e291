"""What an eye sees of a workout is what the cursor says, at every ms."""

from dataclasses import replace

import pytest
from frames_seen import (
    FULL,
    SMALL,
    TWO_SIDED_SET,
    agrees,
    finished_units,
    segments,
    shown,
    turning_points,
)
from hypothesis import given
from hypothesis import strategies as st
from random_workouts import BOOK, DELIVERIES, plans
from support.examples import tried
from support.tables import with_each

from skill.athlete.workout import Workout, planned
from skill.coach.telling.frames import Frame, frame_at, frames_of, work_units
from skill.loaders import load_catalog
from skill.training.exercise import Measure
from skill.training.plan import Plan
from skill.training.planner import plan_workout
from skill.training.preferences import Pacing, Preferences
from skill.workout.course import rest_ms
from skill.workout.cue import Phrase
from skill.workout.cursor import Mark, locate
from skill.workout.manner import Delivery, Manner
from skill.workout.names import dose_phrase, exercise_name, stretch_name
from skill.workout.place import Place
from skill.workout.states import ACTIVE, State

led_by_the_coach = tried(25)

WARMED_UP = plan_workout(load_catalog(), (), FULL.day, Preferences())
"""The full plan with its warm-up."""


@led_by_the_coach
@given(plans(), DELIVERIES, st.data())
def test_at_every_moment_the_frame_shows_what_the_cursor_says(
    plan: Plan, delivery: Delivery, data: st.DataObject
) -> None:
    for workout in segments(plan, delivery):
        frames, end_ms = frames_of(workout), workout.marks[-1].at_ms
        drawn = data.draw(st.lists(st.integers(0, end_ms + 10_000), max_size=20))
        for ms in turning_points(workout) | set(drawn):
            assert agrees(shown(frames, ms), plan, locate(workout.marks, ms)), ms


@pytest.mark.slow
@pytest.mark.parametrize("pacing", Pacing)
def test_the_frame_shows_what_the_cursor_says_at_each_single_ms_of_a_small_workout(
    pacing: Pacing,
) -> None:
    for workout in segments(SMALL, Delivery(Manner(BOOK, 100), pacing)):
        frames, marks = frames_of(workout), workout.marks
        for number, frame in enumerate(frames):
            until = frames[number + 1].from_ms if number + 1 < len(frames) else frame.from_ms + 500
            for ms in range(frame.from_ms, until):
                here = locate(marks, ms)
                done = frame.done + (
                    (ms - frame.from_ms) // frame.every_ms if frame.every_ms else 0
                )
                assert (frame.state, min(done, frame.total)) == (here.active, here.done), ms


@led_by_the_coach
@given(plans(), DELIVERIES)
def test_frames_are_in_order_and_the_first_begins_with_the_segment(
    plan: Plan, delivery: Delivery
) -> None:
    for workout in segments(plan, delivery):
        moments = [frame.from_ms for frame in frames_of(workout)]
        assert moments[0] == 0
        assert moments == sorted(moments)


@led_by_the_coach
@given(plans(), DELIVERIES)
def test_finished_units_never_fall_and_come_to_all_that_there_are(
    plan: Plan, delivery: Delivery
) -> None:
    units: list[int] = []
    for workout in segments(plan, delivery):
        for frame, mark in zip(frames_of(workout), workout.marks, strict=True):
            assert frame.unit == finished_units(plan, mark.place)
            units.append(frame.unit)
    everything = work_units(plan) + len(plan.holds)
    assert units == sorted(units)
    assert (units[0], units[-1]) == (0, everything)
    assert set(units) == {*range(everything + 1)}


@led_by_the_coach
@given(plans(), DELIVERIES)
def test_nothing_is_done_beyond_its_dose(plan: Plan, delivery: Delivery) -> None:
    for workout in segments(plan, delivery):
        for frame in frames_of(workout):
            assert 0 <= frame.done <= frame.total
            assert bool(frame.total) == bool(frame.amount)
            assert bool(frame.amount) == (frame.state is not State.FINISHED)


@led_by_the_coach
@given(plans(), DELIVERIES)
def test_the_total_is_the_dose_the_rest_or_the_hold(plan: Plan, delivery: Delivery) -> None:
    for workout in segments(plan, delivery):
        for frame, mark in zip(frames_of(workout), workout.marks, strict=True):
            place = mark.place
            if frame.state is State.FINISHED:
                continue
            seen = (frame.amount, frame.total)
            if frame.state is State.STRETCHING:
                assert seen == ("seconds", plan.holds[place.at].hold_ms)
            elif frame.state is State.RESTING:
                assert seen == ("seconds", rest_ms(plan, place))
            elif plan.sets[place.at].dose.measure is Measure.SECONDS:
                assert seen == ("seconds", plan.sets[place.at].dose.amount * 1000)
            else:
                assert seen == ("repetitions", plan.sets[place.at].dose.amount)


def coming_after(plan: Plan, place: Place) -> tuple[Phrase | None, Phrase | None]:
    """What the plan has next after a place, and its dose."""
    if place.active is State.STRETCHING:
        later = [hold.stretch.id for hold in plan.holds[place.at + 1 :]]
        others = [id_ for id_ in later if id_ != plan.holds[place.at].stretch.id]
        return (stretch_name(others[0]) if others else None), None
    later_sets = plan.sets[place.at + 1 :]
    if later_sets:
        return exercise_name(later_sets[0].exercise.id), dose_phrase(later_sets[0])
    return stretch_name(plan.holds[0].stretch.id), None


@led_by_the_coach
@given(plans(), DELIVERIES)
def test_coming_is_what_the_plan_has_next(plan: Plan, delivery: Delivery) -> None:
    for workout in segments(plan, delivery):
        for frame, mark in zip(frames_of(workout), workout.marks, strict=True):
            if frame.state is State.FINISHED:
                assert (frame.coming, frame.coming_dose) == (None, None)
            else:
                assert (frame.coming, frame.coming_dose) == coming_after(plan, mark.place)


@led_by_the_coach
@given(plans(), DELIVERIES, st.sampled_from([State.PAUSED, State.IDLE]), st.data())
def test_a_paused_or_stopped_workout_stands_in_the_state_that_it_left(
    plan: Plan, delivery: Delivery, state: State, data: st.DataObject
) -> None:
    marks = [mark for workout in segments(plan, delivery) for mark in workout.marks]
    places = [mark.place for mark in marks if mark.place.state in ACTIVE]
    running = data.draw(st.sampled_from(places))
    standing = running._replace(state=state, left=running.state)
    assert not frame_at(plan, running).stands
    (frame,) = frames_of(Workout(plan, standing, ()))
    assert frame == replace(frame_at(plan, running), stands=True)
    assert (frame.from_ms, frame.every_ms) == (0, 0)


@with_each("state", State)
def test_every_state_has_a_frame(state: State) -> None:
    left = State.COUNTING if state is State.PAUSED else None
    index = 0 if state in (State.RESTING, State.WARMING_UP) else TWO_SIDED_SET
    frame = frame_at(WARMED_UP, Place(state, index, left=left))
    assert frame.state is (left or state)
    assert frame.stands is (left is not None)


def test_before_it_is_begun_nothing_is_done_of_a_workout() -> None:
    assert frames_of(planned(SMALL)) == [Frame(State.IDLE)]


def test_more_time_than_the_rest_has_is_shown_as_less_than_nothing_done() -> None:
    place = Place(State.RESTING, done=-15_000)
    (frame,) = frames_of(Workout(SMALL, place, ()))
    assert (frame.done, frame.total) == (-15_000, rest_ms(SMALL, place))


def test_a_segment_from_the_middle_of_a_set_goes_on_from_there() -> None:
    place = Place(State.COUNTING, done=7)
    workout = Workout(SMALL, place, (), (Mark(0, place), Mark(4_000, place, 3_000)))
    frames = frames_of(workout)
    assert [shown(frames, ms).done for ms in (0, 6_999, 7_000, 10**9)] == [7, 7, 8, 15]
