from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st
from random_workouts import DELIVERIES, NUMBERS, begun, led, plans
from support.examples import tried

from skill.training.plan import Plan
from skill.workout.cue import CueKind
from skill.workout.cursor import SIDES, Mark, WorkHeard, add_heard, empty_tally, locate, work_heard
from skill.workout.manner import Delivery
from skill.workout.place import Place
from skill.workout.segment import Segment
from skill.workout.states import State

written = tried(30)


def repetitions(segment: Segment) -> Iterator[tuple[int, int]]:
    """Every counted repetition: its offset and its number."""
    counting = False
    for cue in segment.cues:
        if cue.line.key == "count.go":
            counting = True
        elif cue.kind is CueKind.TALK:
            counting = False
        elif counting and cue.kind is CueKind.COUNT:
            yield cue.at_ms, NUMBERS[cue.line.text]


@written
@given(plans(), DELIVERIES)
def test_at_every_count_the_runner_is_at_that_number_and_just_before_at_the_one_before(
    plan: Plan, delivery: Delivery
) -> None:
    for _, segment, _ in led(begun(plan), delivery):
        for at_ms, number in repetitions(segment):
            here, before = locate(segment.marks, at_ms), locate(segment.marks, at_ms - 1)
            assert (here.state, here.done) == (State.COUNTING, number)
            assert before == Place(State.COUNTING, here.at, here.side, number - 1)


@written
@given(plans(), DELIVERIES, st.integers(-(10**7), 10**7))
def test_the_place_is_never_outside_the_segment_whatever_the_clock(
    plan: Plan, delivery: Delivery, ms: int
) -> None:
    for began, segment, _ in led(begun(plan), delivery):
        end_ms = segment.marks[-1].at_ms
        assert locate(segment.marks, min(ms, -1)) == began
        assert locate(segment.marks, end_ms + abs(ms)) == segment.marks[-1].place


@written
@given(plans(), DELIVERIES, st.data())
def test_as_time_goes_on_the_place_never_goes_back(
    plan: Plan, delivery: Delivery, data: st.DataObject
) -> None:
    segments = [segment for _, segment, _ in led(begun(plan), delivery)]
    segment = data.draw(st.sampled_from(segments))
    moments = st.integers(0, segment.marks[-1].at_ms)
    earlier, later = sorted((data.draw(moments), data.draw(moments)))
    first, second = locate(segment.marks, earlier), locate(segment.marks, later)
    if first.state is second.state is State.COUNTING and first.at == second.at:
        assert (first.side, first.done) <= (second.side, second.done)
    if State.STRETCHING not in (first.state, second.state):
        assert first.at <= second.at


@written
@given(plans(), DELIVERIES, st.data())
def test_a_tally_grows_with_time_and_never_beyond_the_dose(
    plan: Plan, delivery: Delivery, data: st.DataObject
) -> None:
    tally = empty_tally(plan)
    for _, segment, _ in led(begun(plan), delivery):
        end_ms = segment.marks[-1].at_ms
        cut = data.draw(st.integers(-1000, end_ms))
        early, late = (add_heard(tally, segment.marks, ms) for ms in (cut, end_ms))
        assert all(a <= b <= c for a, b, c in zip(tally, early, late, strict=True))
        much_later = add_heard(tally, segment.marks, end_ms + 10**7)
        assert much_later == late, "after the last word nothing is done, however late the answer"
        tally = late
    for work in plan.sets:
        assert max(tally[work.at * SIDES : (work.at + 1) * SIDES]) == work.dose.amount


def test_the_first_word_of_a_segment_is_still_no_work() -> None:
    marks = (Mark(0, Place(State.COUNTING, 0)), Mark(3000, Place(State.COUNTING, 0), 3000))
    assert add_heard((0, 0), marks, 5999) == (0, 0)
    assert add_heard((0, 0), marks, 6000) == (1, 0)


def test_a_set_done_again_counts_its_better_attempt() -> None:
    marks = (Mark(0, Place(State.COUNTING, 0), 1000),)
    assert add_heard((9, 0), marks, 4000) == (9, 0)
    assert add_heard((3, 0), marks, 4000) == (4, 0)


def test_seconds_of_a_hold_count_once_they_are_whole() -> None:
    marks = (Mark(0, Place(State.HOLDING, 0, 1, 5_500), 1),)
    assert add_heard((0, 0), marks, 499) == (0, 5)
    assert add_heard((0, 0), marks, 500) == (0, 6)


def test_a_mark_without_work_does_not_grow() -> None:
    mark = Mark(0, Place(State.ANNOUNCING, 2))
    assert mark.after(10**6) == mark.place
    assert Mark(0, Place(State.HOLDING), 1).after(-5).done == 0


SET_AND_REST = (
    Mark(0, Place(State.ANNOUNCING, 1)),
    Mark(5_000, Place(State.COUNTING, 1, done=2), 1_000),
    Mark(9_000, Place(State.RESTING, 1), 1),
)


def test_the_time_of_a_set_ends_with_the_set_and_not_with_the_rest_behind_it() -> None:
    a_set = WorkHeard(SIDES, 5_000, 9_000, done=2)
    for heard_ms in (9_000, 9_001, 40_000):
        assert [*work_heard(SET_AND_REST, heard_ms)] == [a_set]
    ended = (*SET_AND_REST, Mark(40_000, Place(State.RESTING, 1, done=31_000)))
    assert [*work_heard(ended, 60_000)] == [a_set]


def test_a_set_that_was_broken_off_took_the_time_until_then() -> None:
    assert [*work_heard(SET_AND_REST, 7_500)] == [WorkHeard(SIDES, 5_000, 7_500, done=2)]


def test_a_set_has_no_time_before_its_first_moment_has_passed() -> None:
    for heard_ms in (-1, 0, 4_999, 5_000):
        assert [*work_heard(SET_AND_REST, heard_ms)] == []


def test_a_set_that_ends_with_its_segment_is_not_counted_on_while_an_answer_is_awaited() -> None:
    marks = (Mark(0, Place(State.COUNTING, 0), 1_000), Mark(4_000, Place(State.RESTING, 0)))
    assert add_heard((0, 0), marks, 60_000) == (4, 0)
