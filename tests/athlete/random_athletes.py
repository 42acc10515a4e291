"""Random athletes: runners in any state that a workout can come to."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from skill.athlete.athlete import Athlete, Workout, planned
from skill.athlete.zone import Zone
from skill.data import read_data
from skill.language.phrasebook import Phrasebook
from skill.language.speech import SpeechRate
from skill.training.catalog import read_catalog
from skill.training.planner import plan_workout
from skill.training.preferences import Pacing, Preferences
from skill.training.record import Record
from skill.workout.machine import Run
from skill.workout.segment import Delivery, Question, write_segment
from skill.workout.states import Trigger

CATALOG = read_catalog(read_data("exercises.toml"), read_data("stretches.toml"))
VOICE = Phrasebook(
    "en-US", read_data("phrases/en-US.toml"), SpeechRate(**read_data("speech/en-US.toml"))
)

DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
MOMENTS = st.builds(datetime.combine, DAYS, st.times(), st.just(UTC))
WISHES = st.builds(
    Preferences,
    st.integers(2, 5),
    st.integers(1, 4),
    st.sampled_from(Pacing),
    st.integers(60, 180),
    st.booleans(),
)
RECORDS = st.builds(
    Record,
    DAYS,
    st.sampled_from([*CATALOG.exercises]),
    st.integers(1, 8),
    st.integers(0, 400),
    st.integers(0, 400),
)
HISTORIES = st.lists(RECORDS, max_size=4).map(tuple)


@st.composite
def workouts(draw: st.DrawFn) -> Workout:
    """A workout brought somewhere by any triggers, with a segment at hand or without."""
    plan = plan_workout(CATALOG, draw(HISTORIES), draw(DAYS), draw(WISHES))
    run = Run(plan)
    for trigger in draw(st.lists(st.sampled_from(Trigger), max_size=20)):
        if run.may(trigger):
            run.trigger(trigger, draw(st.integers(0, len(plan.sets) - 1)))
    amounts = st.integers(0, min(work.dose.amount for work in plan.sets))
    tally = tuple(draw(amounts) for _ in range(2 * len(plan.sets)))
    workout = replace(planned(plan), place=run.place, tally=tally)
    if workout.running and draw(st.booleans()):
        delivery = Delivery(VOICE, draw(st.integers(60, 180)), draw(st.sampled_from(Pacing)))
        marks = write_segment(plan, run.place, delivery).marks
        return replace(workout, marks=marks, began_at=draw(MOMENTS))
    return workout


ATHLETES = st.builds(
    Athlete,
    WISHES,
    HISTORIES,
    st.none() | workouts(),
    st.none() | st.sampled_from(Question),
    st.booleans(),
    st.lists(st.text("0123456789abcdef", min_size=8, max_size=8), max_size=3).map(tuple),
    st.none() | st.builds(Zone, st.sampled_from(["Europe/Berlin", "America/New_York"]), DAYS),
)
