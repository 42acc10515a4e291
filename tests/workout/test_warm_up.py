"""The warm-up: led on the beat before the first set, sparing what hurts, and easy to leave out."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.tables import with_each

from skill.loaders import load_catalog, load_phrasebook
from skill.training.exercise import Measure
from skill.training.plan import Plan
from skill.training.planner import plan_workout
from skill.training.preferences import Pacing, Preferences, Talk
from skill.workout.course import beginning
from skill.workout.cursor import add_heard, empty_tally, locate
from skill.workout.machine import PlanUnderWay
from skill.workout.manner import Delivery, Manner
from skill.workout.names import exercise_name, move_name
from skill.workout.place import Place
from skill.workout.question import Question
from skill.workout.script import perform
from skill.workout.segment import write_segment
from skill.workout.states import State, Trigger
from skill.workout.timeline import Scene
from skill.workout.track import write_tracks

CATALOG = load_catalog()
BOOK = load_phrasebook("en-US")
MONDAY = date(2026, 3, 2)
JOINTS = ["knee", "hip", "ankle", "back", "shoulder"]


def plan_of(**preferences: object) -> Plan:
    return plan_workout(CATALOG, (), MONDAY, Preferences(**preferences))  # type: ignore[arg-type]


PLAN = plan_of()


def warm_up_scenes(plan: Plan, beat_percent: int = 100, talk: Talk = Talk.FULL) -> list[Scene]:
    scenes = perform(plan, beginning(plan), Manner(BOOK, beat_percent, talk=talk))
    return [scene for scene in scenes if scene.place.state is State.WARMING_UP]


def test_it_takes_two_to_three_minutes_and_leads_to_the_first_set() -> None:
    scenes = warm_up_scenes(PLAN)
    assert 120_000 <= sum(scene.duration_ms for scene in scenes) <= 195_000
    assert scenes[-1].after == Place(State.ANNOUNCING)


@pytest.mark.parametrize("beat_percent", [60, 100, 180])
def test_every_repetition_is_counted_on_the_beat(beat_percent: int) -> None:
    for scene in warm_up_scenes(PLAN, beat_percent):
        move = PLAN.moves[scene.place.at].move
        numbers = [cue.at_ms for cue in scene.cues if cue.line.key == "count.number"]
        if move.dose.measure is Measure.REPETITIONS:
            beats = {later - first for first, later in pairwise(numbers)}
            assert len(numbers) == move.dose.amount
            assert len(beats) == 1
        last = scene.marks[-1]
        assert locate(scene.marks, last.at_ms) == last.place


def test_the_first_move_is_named_plainly_and_the_second_in_other_words() -> None:
    first, second, *_ = [
        cue.line.text
        for scene in warm_up_scenes(PLAN)
        for cue in scene.cues
        if cue.line.key == "warm_up.begin"
    ]
    assert not first.startswith("Now")
    assert second.startswith("Now")


def test_who_wants_the_counts_alone_still_hears_with_which_leg_a_move_begins() -> None:
    (begun,) = [
        cue.line.text
        for scene in warm_up_scenes(PLAN, talk=Talk.COUNTS)
        for cue in scene.cues
        if cue.line.key == "announce.side_first"
    ]
    assert "left leg" in begun


def test_who_comes_back_into_a_move_by_the_clock_is_told_the_seconds_that_are_left() -> None:
    at, one = next(
        (at, one) for at, one in enumerate(PLAN.moves) if one.move.dose.measure is Measure.SECONDS
    )
    place = Place(State.WARMING_UP, at, done=10_000)
    again = next(perform(PLAN, place, Manner(BOOK, 100), resumed=True))
    (told,) = [cue.line.text for cue in again.cues if cue.line.key == "resume.holding"]
    assert BOOK.number(one.move.dose.amount - 10) in told.lower()


def test_the_last_number_of_a_move_is_over_before_anything_else_is_said() -> None:
    for scene in warm_up_scenes(PLAN, beat_percent=60):
        assert scene.cues[-1].ends_ms <= scene.duration_ms


def test_no_two_things_are_said_at_once() -> None:
    for talk in Talk:
        for scene in warm_up_scenes(PLAN, talk=talk):
            for one, other in pairwise(scene.cues):
                assert one.at_ms + one.line.duration_ms <= other.at_ms


def test_nothing_in_it_jumps_or_is_left_without_words() -> None:
    for move in CATALOG.moves.values():
        assert f"warm_up.{move.id}.how_to" in BOOK.keys


@settings(max_examples=32, deadline=None)
@given(st.sets(st.sampled_from(JOINTS)))
def test_it_spares_what_hurts_and_is_never_less_than_a_march(sore: set[str]) -> None:
    plan = plan_of(avoided_joints=tuple(sorted(sore)))
    for move in plan.warm_up:
        assert not set(move.joints) & sore
    if plan.prescriptions:
        assert {move.id for move in plan.warm_up} & {"march", "seated_march"}
    else:
        assert not plan.moves


def test_who_wants_none_gets_none() -> None:
    plan = plan_of(warm_up=False)
    assert plan.moves == ()
    assert beginning(plan) == Place(State.ANNOUNCING)


def test_the_minutes_of_a_session_include_it() -> None:
    def length_of(plan: Plan) -> int:
        return sum(s.duration_ms for s in perform(plan, beginning(plan), Manner(BOOK, 100)))

    preferences = Preferences(minutes=15)
    plan = plan_workout(CATALOG, (), MONDAY, preferences, length_of=length_of)
    assert plan.moves
    assert abs(length_of(plan) - 15 * 60_000) <= 90_000


def test_a_response_ends_after_it_and_asks_for_the_first_exercise_once_that_was_explained() -> None:
    segment = write_segment(PLAN, beginning(PLAN), Delivery(Manner(BOOK, 100), Pacing.KEEP_GOING))
    assert segment.question is Question.READY
    assert segment.marks[-1].place == Place(State.ANNOUNCING, done=1)
    first = BOOK(exercise_name(PLAN.sets[0].exercise.id)).text.lower()
    assert first in segment.cues[-1].line.text.lower()


def test_a_response_that_ends_within_it_asks_for_the_move_that_is_next() -> None:
    delivery = Delivery(Manner(BOOK, 100), Pacing.KEEP_GOING, longest_ms=60_000)
    segment = write_segment(PLAN, beginning(PLAN), delivery)
    after = segment.marks[-1].place
    assert (after.state, segment.question) == (State.WARMING_UP, Question.READY)
    assert after.at > 0
    coming = BOOK(move_name(PLAN.moves[after.at].move.id)).text.lower()
    assert coming in segment.cues[-1].line.text.lower()


def test_each_move_is_a_track_of_its_own() -> None:
    tracks = [*write_tracks(PLAN, beginning(PLAN), Manner(BOOK, 100))]
    assert [t.place.state for t in tracks[: len(PLAN.moves)]] == [State.WARMING_UP] * len(
        PLAN.moves
    )
    assert tracks[len(PLAN.moves)].place == Place(State.ANNOUNCING)


def moved(place: Place, *triggers: Trigger) -> Place:
    run = PlanUnderWay(PLAN, place)
    for trigger in triggers:
        run.trigger(trigger, 0)
    return run.place


def test_the_runner_moves_in_it_as_in_the_rest_of_a_workout() -> None:
    first = moved(Place(), Trigger.START)
    assert first == Place(State.WARMING_UP)
    assert moved(first, Trigger.SKIP) == Place(State.WARMING_UP, 1)
    assert moved(first, Trigger.SKIP, Trigger.BACK) == first
    assert moved(first, Trigger.PAUSE, Trigger.RESUME) == first
    assert moved(first, Trigger.REPEAT) == first
    assert moved(first, Trigger.GO_TO) == Place(State.ANNOUNCING)
    assert moved(first, Trigger.PAUSE, Trigger.GO_TO) == Place(State.ANNOUNCING)
    assert moved(first, Trigger.FINISH) == Place(State.FINISHED)
    last = Place(State.WARMING_UP, len(PLAN.moves) - 1)
    assert moved(last, Trigger.SKIP) == moved(last, Trigger.ADVANCE) == Place(State.ANNOUNCING)
    assert moved(first, Trigger.STOP, Trigger.RESUME) == first


@with_each("trigger", [Trigger.SKIP, Trigger.BACK, Trigger.REPEAT, Trigger.FINISH])
def test_once_it_is_over_no_word_leads_back_into_it_or_past_the_work(trigger: Trigger) -> None:
    at_work = Place(State.COUNTING, 1, 0, 4)
    paused = Place(State.PAUSED, 1, 0, 4, State.COUNTING)
    without = PlanUnderWay(PLAN._replace(warm_up=()), at_work)
    without.trigger(trigger)
    assert moved(at_work, trigger) == moved(paused, trigger) == without.place


def test_the_clock_leads_through_each_move_once_and_then_to_the_first_set() -> None:
    run, passed = PlanUnderWay(PLAN), []
    run.trigger(Trigger.START)
    while run.state is State.WARMING_UP:
        passed.append(run.place)
        run.trigger(Trigger.ADVANCE)
    assert passed == [Place(State.WARMING_UP, index) for index in range(len(PLAN.moves))]
    assert run.place == Place(State.ANNOUNCING)


def test_a_workout_that_is_begun_once_more_begins_with_the_first_move() -> None:
    over = Place(State.FINISHED, 2, 1, 3_000)
    assert moved(over, Trigger.START) == Place(State.WARMING_UP)


def test_nobody_warms_up_for_a_plan_without_a_set() -> None:
    run = PlanUnderWay(PLAN._replace(prescriptions=()))
    assert not run.trigger(Trigger.START)
    assert run.place == Place()


def test_what_was_done_of_it_is_known_and_is_no_set() -> None:
    tally = empty_tally(PLAN)
    for scene in warm_up_scenes(PLAN)[:3]:
        tally = add_heard(tally, scene.marks, scene.duration_ms)
    sets = len(PLAN.sets) * 2
    assert not any(tally[:sets])
    assert sum(map(bool, tally[sets:])) == 3


def test_a_timed_move_with_two_seconds_left_is_not_begun_again() -> None:
    at, total_ms = next(
        (at, one.move.dose.amount * 1000)
        for at, one in enumerate(PLAN.moves)
        if one.move.dose.measure is Measure.SECONDS
    )
    place = Place(State.WARMING_UP, at, done=total_ms - 2_000)
    scene = next(iter(perform(PLAN, place, Manner(BOOK, 100), resumed=True)))
    assert [cue.line.key for cue in scene.cues] == ["warm_up.enough"]
    assert scene.marks[-1].place.done == total_ms
