"""Random plans, places and paces, and a runner who lets the coach lead."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from skill.athlete.athlete import Workout, planned
from skill.data import read_data
from skill.language.phrasebook import Phrasebook
from skill.language.speech import SpeechRate
from skill.training.catalog import read_catalog
from skill.training.exercise import Dose
from skill.training.plan import Plan, Prescription
from skill.training.planner import plan_workout
from skill.training.preferences import Pacing, Preferences
from skill.training.record import History, Record
from skill.workout.machine import Run
from skill.workout.place import Place
from skill.workout.script import is_over
from skill.workout.segment import Delivery, Question, Segment, write_segment
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
    st.builds(
        Record, DAYS, st.sampled_from([*CATALOG.exercises]), st.just(3), st.just(45), st.just(0)
    ),
    max_size=20,
).map(lambda records: tuple(sorted(records, key=lambda record: record.day)))

DELIVERIES = st.builds(Delivery, st.just(BOOK), st.integers(60, 180), st.sampled_from(Pacing))


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A planned workout, with doses anywhere in their range."""
    wishes = Preferences(draw(st.integers(2, 5)), draw(st.integers(1, 3)))
    plan = plan_workout(CATALOG, draw(HISTORIES), draw(DAYS), wishes)
    doses = (
        Dose(e.measure, draw(st.integers(e.lowest, e.highest), label=e.id)) for e in plan.exercises
    )
    prescriptions = tuple(map(Prescription, plan.exercises, doses))
    return replace(plan, prescriptions=prescriptions)


def begun(plan: Plan) -> Workout:
    """A workout at its first announcement."""
    run = Run(plan)
    run.trigger(Trigger.START)
    return replace(planned(plan), place=run.place)


def answered(workout: Workout, question: Question | None) -> Workout:
    """The workout after a yes to the question, or "ready" at the end of a rest."""
    run = Run(workout.plan, workout.place)
    if run.state is State.RESTING and (
        question is Question.READY or is_over(run.plan, workout.place)
    ):
        run.trigger(Trigger.ADVANCE)
    return replace(workout, place=run.place)


def led(workout: Workout, delivery: Delivery) -> Iterator[tuple[Place, Segment, Workout]]:
    """Lead to the end: where each segment began, the segment, and the workout once it was heard."""
    while not workout.finished:
        segment = write_segment(workout.plan, workout.place, delivery)
        heard = replace(workout, marks=segment.marks, began_at=BEGAN).led_to_end()
        yield workout.place, segment, heard
        workout = answered(heard, segment.question)
