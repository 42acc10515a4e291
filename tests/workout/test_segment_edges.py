"""Where a response ends: rather after a rest than in a set, and on a screen never far from its beginning."""

from datetime import date

import pytest
from random_workouts import BOOK, CATALOG, begun, led

from skill.training.exercise import Dose
from skill.training.planner import plan_workout
from skill.training.preferences import Pacing, Preferences, Talk
from skill.workout.asking import asks_effort
from skill.workout.course import rest_ms
from skill.workout.manner import Delivery, Manner
from skill.workout.names import exercise_name
from skill.workout.place import Place
from skill.workout.question import Question
from skill.workout.script import perform
from skill.workout.segment import SETTLE_MS, Segment, question_about, write_segment
from skill.workout.states import State

PLAN = plan_workout(CATALOG, (), date(2026, 3, 2), Preferences())
MANNER = Manner(BOOK, 100)
SHOWN = Delivery(MANNER, Pacing.KEEP_GOING, asks_aloud=False)
A_SCREENFUL_MS = 100_000


def until(place: Place, scenes: int, more_ms: int = 0) -> Segment:
    """A response from ``place`` on that has room for so many scenes, and ``more_ms``."""
    all_of_them = perform(PLAN, place, MANNER)
    room_ms = sum(scene.duration_ms for scene, _ in zip(all_of_them, range(scenes), strict=False))
    longest_ms = SETTLE_MS + room_ms + more_ms
    return write_segment(PLAN, place, Delivery(MANNER, Pacing.KEEP_GOING, longest_ms=longest_ms))


def end(segment: Segment) -> tuple[State, int, Question | None]:
    place = segment.marks[-1].place
    return place.state, place.at, segment.question


SET_AND_REST = 2
"""The scenes from the count of a set to the end of the rest behind it."""


@pytest.mark.parametrize("more_ms", [0, 5_000, 15_000])
def test_a_response_ends_with_the_rest_where_the_next_explanation_does_not_fit(
    more_ms: int,
) -> None:
    segment = until(Place(State.COUNTING), SET_AND_REST, more_ms)
    assert end(segment) == (State.RESTING, 0, Question.READY)
    assert segment.marks[-1].place.done == rest_ms(PLAN, Place(State.RESTING, 0))


def test_an_explanation_that_fits_is_heard_before_the_question() -> None:
    assert end(until(Place(State.COUNTING), SET_AND_REST + 1)) == (
        State.ANNOUNCING,
        1,
        Question.READY,
    )


def test_a_few_words_about_what_is_known_follow_the_question_and_not_the_rest() -> None:
    plan = PLAN._replace(familiar=tuple(item.exercise.id for item in PLAN.prescriptions))
    explained = next(iter(perform(plan, Place(State.ANNOUNCING, 1), MANNER)))
    assert explained.duration_ms < 10_000
    delivery = Delivery(MANNER, Pacing.KEEP_GOING, longest_ms=110_000)
    segment = write_segment(plan, Place(State.COUNTING), delivery)
    assert segment.marks[-1].at_ms + explained.duration_ms < delivery.longest_ms
    assert end(segment) == (State.RESTING, 0, Question.READY)


def test_a_rest_of_which_two_thirds_do_not_fit_waits_for_a_word_behind_the_set() -> None:
    assert end(until(Place(State.COUNTING), 1, 20_000)) == (State.RESTING, 0, Question.REST)


def test_where_only_one_side_fits_the_other_is_asked_for() -> None:
    one_sided = next(work for work in PLAN.sets if len(work.sides) > 1)
    first_side = next(
        scene.place
        for scene in perform(PLAN, Place(State.ANNOUNCING, one_sided.at), MANNER)
        if scene.place.state in (State.COUNTING, State.HOLDING)
    )
    state, index, question = end(until(first_side, 1))
    assert (state, index) == (State.CHANGING_SIDES, one_sided.at)
    assert question is Question.OTHER_SIDE


def test_the_question_about_what_comes_instead_names_it() -> None:
    about = question_about(Question.INSTEAD, PLAN, Place(State.ANNOUNCING, 1))
    assert about == {"exercise": exercise_name(PLAN.sets[1].exercise.id)}


def test_without_a_rest_to_ask_in_how_hard_it_was_the_runner_is_invited_to_say_so() -> None:
    for pacing in (Pacing.WAIT_FOR_ME, Pacing.KEEP_GOING):
        for _, segment, after in led(begun(PLAN), Delivery(MANNER, pacing)):
            invited = "effort.invite" in {cue.line.key for cue in segment.cues}
            done, asks = after.place.at, pacing is Pacing.WAIT_FOR_ME
            at_a_rest = after.place.state is State.RESTING
            assert invited is (asks and at_a_rest and asks_effort(PLAN, done, Talk.FULL))


def test_what_a_screen_is_sent_lasts_no_longer_than_a_hundred_seconds() -> None:
    for _, segment, _ in led(begun(PLAN), SHOWN):
        one_scene = len({mark.place.state for mark in segment.marks[:-1]}) == 1
        assert segment.marks[-1].at_ms <= A_SCREENFUL_MS + SETTLE_MS or one_scene


@pytest.mark.parametrize("index", [0, 1])
def test_on_a_screen_a_stretch_is_not_parted_between_its_sides_while_both_fit(index: int) -> None:
    segment = write_segment(PLAN, Place(State.STRETCHING, index), SHOWN)
    after = segment.marks[-1].place
    assert after.at > 1
    assert after.state is State.FINISHED or not PLAN.holds[after.at].second


def test_of_the_rests_that_fit_on_a_screen_the_last_one_is_the_end() -> None:
    short = [item._replace(dose=Dose(item.dose.measure, 5)) for item in PLAN.prescriptions]
    known = tuple(item.exercise.id for item in short)
    plan = PLAN._replace(prescriptions=tuple(short), rest_percent=50, familiar=known)
    place = Place(State.COUNTING)
    segment = write_segment(plan, place, SHOWN)
    fit, at_ms = [], SETTLE_MS
    for scene in perform(plan, place, MANNER):
        at_ms += scene.duration_ms
        if at_ms > A_SCREENFUL_MS:
            break
        if scene.place.state is State.RESTING:
            fit.append(scene.place.at)
    assert len(fit) > 1
    assert end(segment) == (State.RESTING, fit[-1], Question.READY)


def test_on_a_screen_nobody_is_stopped_between_an_explanation_and_its_set() -> None:
    for _, segment, _ in led(begun(PLAN), SHOWN):
        after = segment.marks[-1].place
        assert (after.state, after.done) != (State.ANNOUNCING, 1)
