"""Random plans, places and paces, and a runner who lets the coach lead."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from hypothesis import strategies as st
from support.training_records import trained

from skill.athlete.workout import Workout, planned
from skill.data import read_data
from skill.language.phrasebook import Phrasebook
from skill.language.speech import SpeechRate
from skill.training.catalog_files import read_catalog
from skill.training.exercise import Dose, Exercise, Side
from skill.training.plan import MOST_EXTRA_SETS, Plan
from skill.training.planner import plan_workout
from skill.training.preferences import Pacing, Preferences, Talk, Units
from skill.training.prescription import Prescription
from skill.training.record import History, joined
from skill.training.rung import Reason, Rung, Why
from skill.workout.course import is_over
from skill.workout.machine import PlanUnderWay
from skill.workout.manner import LONGEST_MS, LONGEST_PLAIN_MS, Delivery, Manner
from skill.workout.place import Place
from skill.workout.question import Question
from skill.workout.segment import Segment, write_segment
from skill.workout.states import State, Trigger

CATALOG = read_catalog(read_data("exercises.toml"), read_data("stretches.toml"))
BOOK = Phrasebook(
    "en-US", read_data("phrases/en-US.toml"), SpeechRate(**read_data("speech/en-US.toml"))
)
NUMBERS = {f"{BOOK.number(n).capitalize()}.": n for n in range(61)}
"""What is said on a count, and the number that it is."""

BEGAN = datetime(2026, 3, 2, 18, tzinfo=UTC)

DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))

HISTORIES: st.SearchStrategy[History] = st.lists(
    st.builds(trained, DAYS, st.sampled_from([*CATALOG.exercises.values()])), max_size=20
).map(lambda records: joined((), records))

DELIVERIES = st.builds(
    Delivery,
    st.builds(
        Manner, st.just(BOOK), st.integers(60, 180), st.sampled_from(Talk), st.sampled_from(Units)
    ),
    st.sampled_from(Pacing),
    longest_ms=st.sampled_from((LONGEST_MS, LONGEST_PLAIN_MS)),
)

RUNGS = st.builds(
    Rung,
    st.sampled_from([*CATALOG.exercises]),
    st.integers(8, 60),
    st.integers(0, MOST_EXTRA_SETS),
    st.sampled_from([None, "mini_band", "kettlebell"]),
    st.sampled_from([0, 500, 4_000, 6_500]),
)

REASONS = st.builds(
    Reason,
    st.sampled_from(Why),
    st.none() | RUNGS,
    st.integers(0, 6),
    st.integers(0, 9),
    st.integers(0, 400),
    st.none() | st.sampled_from([*CATALOG.exercises]),
    st.none() | st.sampled_from(["step", "wall", "kettlebell"]),
)
"""Any reason, also those that progression does not give."""


@st.composite
def prescriptions(draw: st.DrawFn, exercise: Exercise) -> Prescription:
    """Anything that may be asked of an exercise."""
    return Prescription(
        exercise,
        Dose(exercise.measure, draw(st.integers(exercise.lowest, exercise.highest))),
        draw(st.integers(0, MOST_EXTRA_SETS)),
        *draw(st.sampled_from([(None, 0), ("mini_band", 0), ("kettlebell", 8_000)])),
        draw(st.sampled_from([60, 90, 100, 120, 180])),
        draw(REASONS),
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A planned workout with any preferences, doses, extra sets and loads, and perhaps changed on the way."""
    preferences = Preferences(
        draw(st.integers(2, 5)),
        draw(st.integers(1, 3)),
        rest_percent=draw(st.integers(50, 150)),
        first_side=draw(st.sampled_from([Side.LEFT, Side.RIGHT])),
    )
    plan = plan_workout(CATALOG, draw(HISTORIES), draw(DAYS), preferences)
    items = [draw(prescriptions(exercise)) for exercise in plan.exercises]
    plan = plan._replace(prescriptions=tuple(items))
    if draw(st.booleans()):
        other = draw(st.sampled_from([*CATALOG.exercises.values()]))
        index = draw(st.integers(0, len(plan.sets) - 1))
        plan = plan.changed(index, draw(prescriptions(other)))
    return plan


def begun(plan: Plan) -> Workout:
    """A workout at its first announcement."""
    run = PlanUnderWay(plan)
    run.trigger(Trigger.START)
    return planned(plan)._replace(place=run.place)


def answered(workout: Workout, question: Question | None) -> Workout:
    """The workout after a yes to the question, or "ready" at the end of a rest."""
    run = PlanUnderWay(workout.plan, workout.place)
    if run.state is State.RESTING and (
        question is Question.READY or is_over(run.plan, workout.place)
    ):
        run.trigger(Trigger.ADVANCE)
    return workout._replace(place=run.place)


def led(workout: Workout, delivery: Delivery) -> Iterator[tuple[Place, Segment, Workout]]:
    """Lead to the end: where each segment began, the segment, and the workout once it was heard."""
    while not workout.finished:
        segment = write_segment(workout.plan, workout.place, delivery)
        heard = workout._replace(marks=segment.marks, began_at=BEGAN).led_to_end()
        yield workout.place, segment, heard
        workout = answered(heard, segment.question)
