from collections import defaultdict
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from random_workouts import BEGAN, DELIVERIES, answered, begun, plans
from support.examples import tried
from test_cursor import repetitions

from skill.training.exercise import Measure
from skill.training.plan import Plan
from skill.workout.cursor import SIDES, locate
from skill.workout.manner import Delivery
from skill.workout.scenes.writer import SHORTEST_HOLD_MS
from skill.workout.segment import write_segment
from skill.workout.states import State

written = tried(40)
CUTS = st.lists(st.floats(0, 1), max_size=25)


@written
@given(plans(), DELIVERIES, CUTS)
def test_a_workout_cut_at_any_moment_and_resumed_loses_no_repetition_and_counts_none_twice(
    plan: Plan, delivery: Delivery, cuts: list[float]
) -> None:
    heard: dict[tuple[int, int], list[int]] = defaultdict(list)
    workout, resumed = begun(plan), False
    while not workout.finished:
        segment = write_segment(plan, workout.place, delivery, resumed=resumed)
        end_ms = segment.marks[-1].at_ms
        cut_ms = round(end_ms * (cuts.pop() if cuts else 1))
        for at_ms, number in repetitions(segment):
            if at_ms <= cut_ms:
                place = locate(segment.marks, at_ms)
                heard[place.at, place.side].append(number)
        resumed = cut_ms < end_ms
        workout = workout._replace(marks=segment.marks, began_at=BEGAN).led_until(cut_ms)
        for work in plan.sets:
            units = workout.tally[work.at * SIDES : (work.at + 1) * SIDES]
            assert max(units) <= work.dose.amount
        workout = answered(workout, None if resumed else segment.question)
    for work in plan.sets:
        for side in range(len(work.sides)):
            if work.dose.measure is Measure.REPETITIONS:
                assert heard[work.at, side] == [*range(1, work.dose.amount + 1)]
            assert workout.tally[work.at * SIDES + side] == work.dose.amount


@written
@given(plans(), DELIVERIES, st.data())
def test_a_cut_repeats_at_most_the_repetition_at_hand_and_a_hold_goes_on_to_the_millisecond(
    plan: Plan, delivery: Delivery, data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(plan.sets) - 1))
    place = begun(plan).place._replace(at=index)
    segment = write_segment(plan, place, delivery)
    cut_ms = data.draw(st.integers(0, segment.marks[-1].at_ms))
    cut = begun(plan)._replace(place=place, marks=segment.marks, began_at=BEGAN).led_until(cut_ms)
    if cut.place.state is State.COUNTING:
        numbers = [
            n for _, n in repetitions(write_segment(plan, cut.place, delivery, resumed=True))
        ]
        assert numbers[0] == cut.place.done + 1
    if cut.place.state is not State.HOLDING:
        return
    total_ms = plan.sets[cut.place.at].dose.amount * 1000
    if total_ms - cut.place.done >= SHORTEST_HOLD_MS:
        again = write_segment(plan, cut.place, delivery, resumed=True)
        begin, end = next(
            (a, b)
            for a, b in pairwise(again.marks)
            if a.every_ms and a.place.state is State.HOLDING
        )
        assert end.at_ms - begin.at_ms == total_ms - cut.place.done


@written
@given(plans(), DELIVERIES, st.data())
def test_a_rest_that_was_cut_lasts_only_what_was_left_of_it(
    plan: Plan, delivery: Delivery, data: st.DataObject
) -> None:
    if len(plan.sets) < 2:
        return
    index = data.draw(st.integers(0, len(plan.sets) - 2))
    total_ms = plan.rest_ms(index)
    done = data.draw(st.integers(1, total_ms - 12_000))
    place = begun(plan).place._replace(state=State.RESTING, at=index, done=done)
    segment = write_segment(plan, place, delivery, resumed=True)
    resting = [m for m in segment.marks if m.place.state is State.RESTING]
    assert resting[1].every_ms == 1
    assert resting[2].at_ms - resting[1].at_ms == total_ms - done
