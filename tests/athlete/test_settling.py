from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_athletes import ATHLETES, CATALOG, VOICE
from support.examples import tried
from support.tables import with_each

from skill.athlete.athlete import Athlete, close_workout, settle
from skill.athlete.stream import Stream
from skill.athlete.timing import SOUNDS_AFTER
from skill.athlete.workout import ALLOWANCE, Said, Workout, planned, records_of
from skill.training.planner import plan_workout
from skill.training.preferences import Pacing, Preferences, Talk
from skill.training.record import Effort
from skill.workout.manner import Delivery, Manner
from skill.workout.place import Place
from skill.workout.question import AT_AN_EDGE, Question
from skill.workout.segment import write_segment
from skill.workout.states import State

BEGAN = datetime(2026, 3, 2, 18, tzinfo=UTC)
PLAN = plan_workout(CATALOG, (), date(2026, 3, 2), Preferences(exercises=3, rounds=2))
BEGINNING = Place(State.ANNOUNCING)
moved = tried(50)


def led(place: Place = BEGINNING) -> Athlete:
    """A runner to whom a segment has just begun."""
    segment = write_segment(PLAN, place, Delivery(Manner(VOICE, 100), Pacing.KEEP_GOING))
    workout = planned(PLAN)._replace(place=place, marks=segment.marks, began_at=BEGAN)
    return Athlete(workout=workout, question=segment.question)


def at(athlete: Athlete, seconds: float) -> Athlete:
    return settle(athlete, BEGAN + timedelta(seconds=seconds))


def workout_of(athlete: Athlete) -> Workout:
    assert athlete.workout is not None
    return athlete.workout


def end_seconds(athlete: Athlete) -> float:
    return workout_of(athlete).marks[-1].at_ms / 1000 + ALLOWANCE.total_seconds()


@with_each("seconds", [-(10**8), -3600, -1, 0, 2.9])
def test_a_request_stamped_before_the_first_sound_leaves_the_runner_at_the_start(
    seconds: float,
) -> None:
    workout = workout_of(at(led(), seconds))
    assert workout.place == Place(State.ANNOUNCING)
    assert not any(workout.tally)


@pytest.mark.parametrize("seconds", [300, 3600, 10**8])
def test_a_request_stamped_long_after_leaves_the_runner_at_the_segments_end(
    seconds: float,
) -> None:
    athlete = led()
    late = at(athlete, seconds)
    assert late == at(athlete, end_seconds(athlete))
    assert workout_of(late).place == workout_of(athlete).marks[-1].place
    assert late.question is athlete.question
    assert late.waiting


@moved
@given(st.floats(-100, 400))
def test_a_settled_runner_has_no_segment_at_hand_and_stays_put(seconds: float) -> None:
    athlete = at(led(), seconds)
    workout = workout_of(athlete)
    assert (workout.marks, workout.began_at) == ((), None)
    assert settle(athlete, BEGAN + timedelta(days=1)) == athlete


@moved
@given(st.floats(0, 300), st.floats(0, 300))
def test_who_asks_later_has_never_done_less(one: float, other: float) -> None:
    early, late = (workout_of(at(led(), seconds)) for seconds in sorted((one, other)))
    assert all(a <= b for a, b in zip(early.tally, late.tally, strict=True))
    assert early.place.at <= late.place.at


def test_the_time_to_speak_is_not_counted_as_training() -> None:
    athlete = led(Place(State.COUNTING))
    workout = workout_of(athlete)
    begin = next(mark for mark in workout.marks if mark.every_ms)
    third_count = timedelta(milliseconds=begin.at_ms + 3 * begin.every_ms)
    before = settle(athlete, BEGAN + ALLOWANCE + third_count - timedelta(milliseconds=1))
    after = settle(athlete, BEGAN + ALLOWANCE + third_count)
    assert workout_of(before).place.done == 2
    assert workout_of(after).place.done == 3


def test_a_question_that_was_not_heard_yet_is_not_waited_for() -> None:
    athlete = led()
    assert at(athlete, end_seconds(athlete) - 2.6).question is None
    assert not at(athlete, end_seconds(athlete) - 2.6).waiting


def test_whoever_answers_at_once_after_a_rest_is_not_told_of_the_second_that_was_left() -> None:
    athlete = led()
    early = at(athlete, end_seconds(athlete) - 1.9)
    assert early == at(athlete, end_seconds(athlete))
    assert early.waiting


def test_words_that_only_make_sense_in_a_rest_prove_that_its_announcement_was_heard() -> None:
    athlete = led(Place(State.COUNTING))
    rest = next(m for m in workout_of(athlete).marks if m.place.state is State.RESTING)
    early = BEGAN + ALLOWANCE + timedelta(milliseconds=rest.at_ms - 2_000)
    assert workout_of(settle(athlete, early)).place.state is State.COUNTING
    assert workout_of(settle(athlete, early, State.RESTING)).place.state is State.RESTING
    much_earlier = early - timedelta(seconds=1)
    assert workout_of(settle(athlete, much_earlier, State.RESTING)).place.state is State.COUNTING


def test_an_answer_proves_that_its_question_was_heard() -> None:
    athlete = led(Place(State.COUNTING))
    early = BEGAN + timedelta(seconds=end_seconds(athlete) - 2.4)
    assert settle(athlete, early, athlete.question).waiting


@moved
@given(ATHLETES, st.datetimes(timezones=st.just(UTC)))
def test_settling_keeps_the_plan_and_never_takes_work_away(athlete: Athlete, now: datetime) -> None:
    after = settle(athlete, now)
    assert (after.preferences, after.history) == (athlete.preferences, athlete.history)
    if athlete.workout is None:
        assert after == athlete
    else:
        assert workout_of(after).plan == athlete.workout.plan
        pairs = zip(athlete.workout.tally, workout_of(after).tally, strict=True)
        assert all(before <= now_done for before, now_done in pairs)


@with_each("question", Question)
def test_a_workout_waits_only_at_an_edge_and_for_its_question(question: Question) -> None:
    resting = planned(PLAN)._replace(place=Place(State.RESTING))
    assert Athlete(workout=resting, question=question).waiting is (question in AT_AN_EDGE)
    assert not Athlete(workout=planned(PLAN), question=question).waiting
    assert not Athlete(question=question).waiting


@with_each(
    ("place", "under_way", "running", "finished"),
    [
        (Place(), False, False, False),
        (Place(State.COUNTING), True, True, False),
        (Place(State.PAUSED, left=State.RESTING), True, False, False),
        (Place(State.IDLE, left=State.HOLDING), True, False, False),
        (Place(State.STRETCHING), True, True, False),
        (Place(State.FINISHED), False, False, True),
    ],
)
def test_a_workout_knows_whether_it_is_under_way_running_or_finished(
    place: Place, under_way: bool, running: bool, finished: bool
) -> None:
    workout = planned(PLAN)._replace(place=place)
    assert (workout.under_way, workout.running, workout.finished) == (under_way, running, finished)


def test_a_closed_workout_records_every_set_of_which_anything_was_done() -> None:
    exercise = PLAN.exercises[0]
    tally = [0] * (len(PLAN.sets) * 2)
    tally[0], tally[len(PLAN.exercises) * 2] = 15, 4  # the first exercise in both rounds
    workout = planned(PLAN)._replace(tally=tuple(tally))
    (record,) = records_of(workout)
    assert (record.day, record.exercise_id, record.sets) == (PLAN.day, exercise.id, 2)
    assert record.repetitions + record.seconds == 19
    closed = close_workout(Athlete(workout=workout, question=Question.SUM_UP))
    assert closed == Athlete(history=(record,))
    assert close_workout(closed) == closed


def test_a_workout_of_which_nothing_was_done_leaves_no_record() -> None:
    assert records_of(planned(PLAN)) == ()


def test_a_hold_is_recorded_in_seconds_and_both_sides_add_up() -> None:
    plan = plan_workout(CATALOG, (), date(2026, 3, 2), Preferences(exercises=5, rounds=1))
    full = tuple(
        work.dose.amount if side < len(work.sides) else 0 for work in plan.sets for side in (0, 1)
    )
    records = {r.exercise_id: r for r in records_of(planned(plan)._replace(tally=full))}
    for work in plan.sets:
        record = records[work.exercise.id]
        amount = work.dose.amount * len(work.sides)
        held = work.exercise.tempo is None
        assert (record.repetitions, record.seconds) == ((0, amount) if held else (amount, 0))


def played(plays: int, *, said: bool = False, done: bool = True) -> Athlete:
    """A runner whose whole workout was played, in as many plays; who ``said`` how hard each exercise was."""
    workout = planned(PLAN)
    exercises = (item.exercise.id for item in PLAN.prescriptions)
    return Athlete(
        workout=workout._replace(
            plays=plays,
            tally=tuple(int(done) for _ in workout.tally),
            efforts=tuple(Said(id_, Effort.RIGHT) for id_ in exercises) if said else (),
        )
    )


def test_after_a_played_workout_it_has_still_to_be_asked_how_hard_it_was() -> None:
    assert close_workout(played(1)).unasked


def test_nothing_is_left_to_ask_where_it_was_said_spoken_or_not_done() -> None:
    assert not close_workout(played(1, said=True)).unasked
    assert not close_workout(played(0)).unasked
    assert not close_workout(played(1, done=False)).unasked


def test_a_runner_who_wants_less_talk_is_not_asked() -> None:
    preferences = Preferences(talk=Talk.SHORT)
    assert not close_workout(played(1)._replace(preferences=preferences)).unasked


def test_the_sets_of_a_track_are_timed_by_when_its_speaker_reported_how_far_it_was() -> None:
    segment = write_segment(PLAN, BEGINNING, Delivery(Manner(VOICE, 100), Pacing.KEEP_GOING))
    fresh = planned(PLAN)._replace(number=int(BEGAN.timestamp()), place=BEGINNING)
    sounds_at, heard = BEGAN + timedelta(seconds=60), timedelta(seconds=40)
    stream = Stream("kitchen", 1, segment.marks, 40_000, sounds_at + heard, silent=False)
    spoken = fresh._replace(marks=segment.marks, began_at=sounds_at - SOUNDS_AFTER)
    played = fresh._replace(stream=stream).played_until(60_000)
    assert played.times
    assert played == spoken.led_until(60_000)
