from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from random_workouts import BOOK, CATALOG, DELIVERIES, begun, led, plans
from support.examples import tried

from skill.coach.decisions.flow.moving import LONGEST_BREATHER_SECONDS, LONGEST_REST_SECONDS
from skill.recent import forget_runners
from skill.training.exercise import Sides
from skill.training.plan import SHORTEST_REST_MS, Plan
from skill.training.planner import plan_workout
from skill.training.preferences import Pacing, Preferences
from skill.workout.course import next_due, rest_ms
from skill.workout.cue import Line, Phrase, phrase
from skill.workout.cursor import SIDES
from skill.workout.edges import MOST_CHARACTERS, TAG_CHARACTERS
from skill.workout.manner import LONGEST_MS, Delivery, Manner
from skill.workout.names import exercise_name
from skill.workout.place import Place
from skill.workout.question import Question
from skill.workout.segment import LINGER_MS, PATIENCE_MS, SETTLE_MS, Segment, talk, write_segment
from skill.workout.states import ACTIVE, State

written = tried(30)
PLAN = plan_workout(CATALOG, (), date(2026, 3, 2), Preferences(exercises=2, rounds=1))
LONGEST_BREATHER_MS = LONGEST_BREATHER_SECONDS * 1000
LONGEST_REST_MS = LONGEST_REST_SECONDS * 1000


def flowing(pacing: Pacing) -> Delivery:
    return Delivery(Manner(BOOK, 100), pacing)


def work_ms(segment: Segment) -> int:
    """How long it is until the question at the end."""
    return segment.marks[-1].at_ms


@written
@given(plans(), DELIVERIES)
def test_a_led_workout_always_comes_to_the_end_of_its_stretch_with_everything_done(
    plan: Plan, delivery: Delivery
) -> None:
    *_, (_, last, finished) = led(begun(plan), delivery)
    assert finished.finished
    assert last.question is Question.SUM_UP
    assert last.marks[-2].place == Place(
        State.STRETCHING, len(plan.holds) - 1, 0, plan.holds[-1].hold_ms
    )
    for work in plan.sets:
        units = finished.tally[work.at * SIDES : (work.at + 1) * SIDES]
        assert units[: len(work.sides)] == (work.dose.amount,) * len(work.sides)


@written
@given(plans(), DELIVERIES)
def test_every_segment_fits_one_response_and_ends_with_its_question(
    plan: Plan, delivery: Delivery
) -> None:
    for _, segment, _ in led(begun(plan), delivery):
        assert work_ms(segment) <= delivery.longest_ms
        ending = [cue for cue in segment.cues if cue.at_ms >= work_ms(segment)]
        led_cues = segment.cues[: len(segment.cues) - len(ending)]
        said = sum(len(cue.line.text) + TAG_CHARACTERS for cue in led_cues)
        assert said <= MOST_CHARACTERS
        assert segment.cues[0].at_ms == SETTLE_MS
        assert segment.question is not None
        if not delivery.asks_aloud:  # a screen leads on by itself
            assert not ending
            assert not segment.reprompt
            assert segment.duration_ms == work_ms(segment) + LINGER_MS
            continue
        asked = segment.cues[-1]
        assert asked.line.key == f"ask.{segment.question}"
        assert asked.line.text.endswith("?")
        assert ending[0].at_ms == work_ms(segment)
        assert [cue.line.key for cue in ending[:-1]] in ([], ["effort.invite"])
        assert [line.key for line in segment.reprompt] == [f"ask.{segment.question}_again"]


@written
@given(plans(), DELIVERIES, st.data())
def test_a_segment_fits_from_any_place_after_the_longest_breather(
    plan: Plan, delivery: Delivery, data: st.DataObject
) -> None:
    places = [
        place
        for _, segment, _ in led(begun(plan), delivery)
        for mark in segment.marks
        for ms in (0, 3_700)
        if (place := next_due(plan, mark.after(ms))).state in ACTIVE
    ]
    place = data.draw(st.sampled_from(places))
    segment = write_segment(
        plan, place, delivery, breather_ms=LONGEST_BREATHER_MS, resumed=data.draw(st.booleans())
    )
    assert work_ms(segment) <= LONGEST_MS
    assert segment.duration_ms < 240_000


@written
@given(plans(), DELIVERIES, st.data())
def test_a_segment_fits_after_the_longest_rest_and_the_longest_wait_before_a_set(
    plan: Plan, delivery: Delivery, data: st.DataObject
) -> None:
    places = [mark.place for _, segment, _ in led(begun(plan), delivery) for mark in segment.marks]
    resting = [place for place in places if place.state is State.RESTING]
    before = [place for place in places if place.state is State.ANNOUNCING and not place.done]
    either = resting + before * delivery.asks_aloud
    assume(either)
    place = data.draw(st.sampled_from(either))
    if place.state is State.RESTING:
        place = place._replace(done=rest_ms(plan, place) - LONGEST_REST_MS)
        segment = write_segment(plan, place, delivery, resumed=True)
    else:
        segment = write_segment(plan, place, delivery, resumed=True, breather_ms=LONGEST_REST_MS)
    assert work_ms(segment) <= LONGEST_MS
    assert segment.duration_ms < 240_000


@written
@given(plans(), DELIVERIES)
def test_the_work_goes_on_from_one_segment_to_the_next_without_a_gap(
    plan: Plan, delivery: Delivery
) -> None:
    heard = begun(plan)
    for began, segment, after in led(heard, delivery):
        assert segment.marks[0].place == began
        assert all(
            a.at_ms <= b.at_ms for a, b in zip(segment.marks, segment.marks[1:], strict=False)
        )
        assert (after.place.at, after.place.active) != (began.at, began.active) or (
            after.place.done > began.done
        )


@written
@given(plans(), st.integers(60, 180))
def test_a_runner_who_sets_the_pace_is_asked_after_every_set(plan: Plan, beat: int) -> None:
    for _, segment, _ in led(begun(plan), Delivery(Manner(BOOK, beat), Pacing.WAIT_FOR_ME)):
        announced = {m.place.at for m in segment.marks if m.place.state is State.ANNOUNCING}
        assert len(announced) <= 1
        assert State.RESTING not in {m.place.state for m in segment.marks[:-1]}
        assert segment.patience_ms == PATIENCE_MS


def test_by_the_clock_a_segment_runs_over_several_sets_and_asks_at_once() -> None:
    plan = plan_workout(CATALOG, (), date(2026, 3, 2), Preferences())
    waiting = len([*led(begun(plan), flowing(Pacing.WAIT_FOR_ME))])
    segments = [segment for _, segment, _ in led(begun(plan), flowing(Pacing.KEEP_GOING))]
    assert len(segments) < waiting
    assert {segment.patience_ms for segment in segments} == {0}


class Noting:
    """A voice that remembers what it was asked to say."""

    def __init__(self) -> None:
        self.said: set[str] = set()

    def __call__(self, phrase: Phrase) -> Line:
        self.said.add(phrase.key)
        return BOOK(phrase)

    def about_ms(self, phrase: Phrase) -> int:
        return BOOK.about_ms(phrase)


def test_a_set_that_does_not_fit_is_not_put_into_words() -> None:
    forget_runners()
    voice, an_explanation_ms = Noting(), 25_000
    delivery = Delivery(Manner(voice, 100), Pacing.KEEP_GOING, longest_ms=an_explanation_ms)
    segment = write_segment(PLAN, Place(State.ANNOUNCING), delivery)
    assert segment.marks[-1].place.state is State.ANNOUNCING
    assert "ask.ready" in voice.said
    assert "count.go" not in voice.said


@pytest.mark.parametrize("pacing", Pacing)
def test_between_two_sets_the_question_names_what_is_next(pacing: Pacing) -> None:
    plan = plan_workout(CATALOG, (), date(2026, 3, 2), Preferences())
    segment = write_segment(plan, Place(State.ANNOUNCING), flowing(pacing))
    assert segment.question is Question.READY
    coming = plan.sets[segment.marks[-1].place.at + 1].exercise
    assert BOOK(exercise_name(coming.id)).text.lower() in segment.cues[-1].line.text.lower()


def test_a_runner_who_sets_the_pace_is_asked_before_the_stretch() -> None:
    last = Place(State.ANNOUNCING, len(PLAN.sets) - 1)
    segment = write_segment(PLAN, last, flowing(Pacing.WAIT_FOR_ME))
    assert segment.question is Question.STRETCH
    assert segment.marks[-1].place == Place(State.STRETCHING)


def test_what_is_said_first_comes_before_the_work_and_the_breather_is_silent() -> None:
    answer = phrase("done.misheard")
    segment = write_segment(
        PLAN,
        Place(State.COUNTING),
        flowing(Pacing.KEEP_GOING),
        preface=[answer],
        breather_ms=15_000,
    )
    assert [cue.line.key for cue in segment.cues[:3]] == [
        "done.misheard",
        "breather.begin",
        "count.number",
    ]
    assert segment.cues[2].at_ms - segment.cues[1].ends_ms >= 15_000
    # Until the count-in is over, the runner has not moved.
    assert segment.marks[0].place == Place(State.COUNTING)


def test_talk_without_a_question_has_no_reprompt_and_no_place() -> None:
    segment = talk(BOOK, [phrase("done.goodbye"), phrase("done.forgotten")])
    assert (segment.marks, segment.question, segment.reprompt) == ((), None, ())
    assert not segment.timed
    first, second = segment.cues
    assert first.ends_ms < second.at_ms < second.ends_ms < segment.duration_ms


@pytest.mark.parametrize("question", [Question.FORGET, Question.START])
def test_talk_with_a_question_ends_with_it_and_asks_once_more(question: Question) -> None:
    segment = talk(BOOK, [phrase("done.misheard")], question)
    assert [cue.line.key for cue in segment.cues] == ["done.misheard", f"ask.{question}"]
    assert [line.key for line in segment.reprompt] == [f"ask.{question}_again"]


@written
@given(plans(), DELIVERIES)
def test_a_rest_that_ends_a_segment_is_whole_or_cut_short_by_a_third_at_most(
    plan: Plan, delivery: Delivery
) -> None:
    for _, segment, _ in led(begun(plan), delivery):
        for mark in segment.marks:
            if mark.place.state is not State.RESTING or not mark.every_ms:
                continue
            whole_ms = plan.rest_ms(mark.place.at)
            left_ms = whole_ms - mark.place.done
            assert left_ms >= max(SHORTEST_REST_MS, whole_ms * 2 / 3)
            if left_ms < whole_ms:
                assert left_ms % 5_000 == 0
                assert segment.question is Question.READY
                assert segment.marks[-1].place == mark.place._replace(done=whole_ms)


@written
@given(plans(), DELIVERIES)
def test_what_was_explained_before_the_question_is_not_explained_again_after_it(
    plan: Plan, delivery: Delivery
) -> None:
    told = Place(State.COUNTING)
    for began, segment, _ in led(begun(plan), delivery):
        keys = [cue.line.key for cue in segment.cues]
        if began.state is State.ANNOUNCING and began.done:
            assert began == told
            sided = plan.sets[began.at].exercise.sides is Sides.EACH
            assert keys[: 1 + sided] == ["announce.side_first", "count.number"][not sided :]
        told = segment.marks[-1].place
        if told.state is State.ANNOUNCING and told.done:
            assert segment.question is Question.READY
            assert keys[-2] != "announce.side_first", "it is said behind the answer"
