"""Random athletes: runners in any state that a workout can come to."""

from datetime import UTC, date, datetime
from typing import TypeVar

from hypothesis import strategies as st

from skill.athlete.athlete import Athlete
from skill.athlete.stream import Stream
from skill.athlete.timing import UnitTime
from skill.athlete.workout import Said, Workout, planned
from skill.athlete.zone import Zone
from skill.data import read_data
from skill.language.phrasebook import Phrasebook
from skill.language.speech import SpeechRate
from skill.training.catalog_files import read_catalog
from skill.training.exercise import Side
from skill.training.pains import PainfulDay
from skill.training.past import Past, compacted
from skill.training.planner import plan_workout
from skill.training.preferences import OwnLoad, Pacing, Preferences, Talk, Units
from skill.training.record import Effort, History, Record, joined
from skill.training.rung import Reason, Rung, Why
from skill.training.runs import LoggedRun
from skill.training.times import TimedSide, Times, in_time
from skill.workout.cursor import Mark
from skill.workout.machine import PlanUnderWay
from skill.workout.manner import Delivery, Manner
from skill.workout.question import Question
from skill.workout.segment import write_segment
from skill.workout.states import Trigger
from skill.workout.track import write_tracks

T = TypeVar("T")

CATALOG = read_catalog(read_data("exercises.toml"), read_data("stretches.toml"))
VOICE = Phrasebook(
    "en-US", read_data("phrases/en-US.toml"), SpeechRate(**read_data("speech/en-US.toml"))
)

DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
MOMENTS = st.builds(datetime.combine, DAYS, st.times(), st.just(UTC))
NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True)
IDS = st.sampled_from([*CATALOG.exercises])
TOOLS = st.sampled_from(["kettlebell", "dumbbell", "mini_band"])
SECONDS = st.integers(1, 10_000)
NUMBERS = st.integers(1, 2**33)
"""The numbers of workouts: large, so that two of them are never the same by chance."""


def few(values: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    """None to three of them."""
    return st.lists(values, max_size=3).map(tuple)


PREFERENCES = st.builds(
    Preferences,
    exercises=st.integers(2, 5),
    rounds=st.integers(1, 4),
    pacing=st.sampled_from(Pacing),
    beat_percent=st.integers(60, 180),
    simple_speech=st.booleans(),
    ticks=st.booleans(),
    minutes=st.none() | st.integers(8, 45),
    beats=few(st.tuples(IDS, st.integers(60, 180))),
    rest_percent=st.integers(50, 150),
    talk=st.sampled_from(Talk),
    units=st.none() | st.sampled_from(Units),
    first_side=st.sampled_from([Side.LEFT, Side.RIGHT]),
    equipment=few(TOOLS),
    avoided_tools=few(NAMES),
    avoided_joints=few(NAMES),
    loads=few(st.builds(OwnLoad, IDS, TOOLS, st.integers(500, 150_000), DAYS)),
    frozen=few(IDS),
    swaps=few(st.tuples(IDS, IDS)),
    light_day=st.none() | DAYS,
    unwanted=few(st.tuples(IDS, DAYS)),
    eyes_open=st.booleans(),
    off_back=st.booleans(),
)
RUNGS = st.builds(
    Rung, IDS, st.integers(1, 90), st.integers(0, 1), st.none() | TOOLS, st.integers(0, 50_000)
)


SAID = st.builds(Said, IDS, st.sampled_from(Effort), st.none() | st.integers(0, 9))


@st.composite
def records(draw: st.DrawFn) -> Record:
    """A record with anything that a record can have."""
    exercise = CATALOG.exercises[draw(IDS)]
    side = st.integers(0, 100)
    amounts = st.tuples(*(side for _ in exercise.sides.order))
    sets_done = draw(st.lists(amounts, min_size=1, max_size=5).map(tuple))
    return Record(
        day=draw(DAYS),
        workout=draw(NUMBERS),
        exercise_id=exercise.id,
        base_id=draw(st.just(exercise.base_id) | IDS),
        measure=exercise.measure,
        asked=draw(st.integers(0, 90)),
        sets_done=sets_done,
        extra_sets=draw(st.integers(0, 2)),
        tool=draw(st.none() | TOOLS),
        load_grams=draw(st.just(0) | st.integers(500, 50_000)),
        beat_percent=draw(st.integers(60, 180)),
        effort=draw(st.none() | st.sampled_from(Effort)),
        spare=draw(st.none() | st.integers(0, 10)),
        corrected=tuple(sorted(draw(st.sets(st.integers(0, len(sets_done) - 1))))),
        broken_off=draw(st.booleans()),
    )


RECORDS = records()
HISTORIES = st.lists(RECORDS, max_size=4).map(lambda found: joined((), found))
MEMORIES = st.builds(
    lambda history, day: compacted(history, Past(), day),
    HISTORIES,
    st.dates(date(2026, 7, 1), date(2027, 12, 31)),
)
"""Records of the last weeks, and the past that older ones have become."""


def streams(marks: tuple[Mark, ...]) -> st.SearchStrategy[Stream]:
    """A speaker's play that has come to a track with these marks."""
    return st.builds(
        Stream,
        device=st.text("0123456789abcdef", min_size=16, max_size=16),
        nth=st.integers(0, 30),
        marks=st.just(marks),
        heard_ms=st.integers(0, 300_000),
        reported_at=MOMENTS,
        silent=st.booleans(),
        retried=st.booleans(),
    )


@st.composite
def workouts(draw: st.DrawFn, *, most_triggers: int = 20, begun: bool = False) -> Workout:
    """A workout brought somewhere by any triggers, with a segment or without; ``begun`` at least."""
    plan = plan_workout(CATALOG, draw(HISTORIES), draw(DAYS), draw(PREFERENCES))
    if draw(st.booleans()):
        index = draw(st.integers(0, len(plan.sets) - 1))
        reason = Reason(Why.JOINT, draw(RUNGS), instead_of="squat", without="knee")
        item = plan.prescriptions[0]._replace(tool="kettlebell", load_grams=8_000, reason=reason)
        plan = plan.changed(index, item)
    run = PlanUnderWay(plan)
    if begun:
        run.trigger(Trigger.START)
    for trigger in draw(st.lists(st.sampled_from(Trigger), max_size=most_triggers)):
        if run.may(trigger):
            run.trigger(trigger, draw(st.integers(0, len(plan.sets) - 1)))
    amounts = st.integers(0, min(work.dose.amount for work in plan.sets))
    tally = tuple(draw(amounts) for _ in range(2 * len(plan.sets)))
    units = st.integers(0, len(tally) - 1)
    workout = planned(plan)._replace(
        place=run.place,
        tally=tally,
        number=draw(NUMBERS),
        efforts=draw(
            st.lists(SAID, max_size=3, unique_by=lambda said: said.exercise_id).map(tuple)
        ),
        corrections=tuple(sorted(draw(st.dictionaries(units, amounts, max_size=2)).items())),
    )
    timed = draw(st.dictionaries(units, st.tuples(SECONDS, SECONDS), max_size=4))
    workout = workout._replace(
        plays=draw(st.integers(0, 9)),
        spoken=draw(st.booleans()),
        times=tuple(UnitTime(unit, *timed[unit]) for unit in sorted(timed)),
        pains=draw(st.sampled_from([(), ("",), ("knee",), ("hip", "")])),
        device=draw(st.sampled_from(["", "0123456789abcdef"])),
        broken_off=draw(st.none() | st.integers(0, len(plan.sets) - 1)),
    )
    if workout.running and workout.plays and draw(st.booleans()):
        track = next(write_tracks(plan, run.place, Manner(VOICE, draw(st.integers(60, 180)))), None)
        if track is not None:
            return workout._replace(stream=draw(streams(track.marks)))
    if workout.running and draw(st.booleans()):
        delivery = Delivery(
            Manner(VOICE, draw(st.integers(60, 180))), draw(st.sampled_from(Pacing))
        )
        marks = write_segment(plan, run.place, delivery).marks
        return workout._replace(marks=marks, began_at=draw(MOMENTS))
    return workout


RUNS = st.lists(
    st.builds(LoggedRun, NUMBERS, DAYS, st.integers(0, 50_000), SECONDS),
    max_size=3,
    unique_by=lambda run: run.began,
).map(lambda found: tuple(sorted(found)))
TIMED = st.builds(TimedSide, IDS, st.integers(0, 9), st.integers(0, 1), SECONDS, SECONDS)


def times_of(history: History) -> st.SearchStrategy[tuple[Times, ...]]:
    """When the sets of some of these workouts were done."""
    workouts_known = sorted({(record.day, record.workout) for record in history})
    each = [
        st.none() | st.builds(Times, st.just(day), st.just(workout), sides)
        for day, workout in workouts_known
        for sides in [
            st.sets(TIMED, min_size=1, max_size=5).map(lambda t: tuple(sorted(t, key=in_time)))
        ]
    ]
    return st.tuples(*each).map(lambda found: tuple(times for times in found if times))


@st.composite
def athletes(draw: st.DrawFn) -> Athlete:
    """A runner with anything that can be known of one."""
    history, past = draw(MEMORIES)
    return Athlete(
        draw(PREFERENCES),
        history,
        draw(st.none() | workouts()),
        draw(st.none() | st.sampled_from(Question)),
        draw(st.booleans()),
        draw(few(st.text("0123456789abcdef", min_size=8, max_size=8))),
        past,
        draw(
            st.none()
            | st.builds(Zone, st.sampled_from(["Europe/Berlin", "America/New_York"]), DAYS)
        ),
        draw(st.booleans()),
        times=draw(times_of(history)),
        runs=draw(RUNS),
        full_day=draw(st.none() | DAYS),
        painful_days=draw(few(st.builds(PainfulDay, DAYS, few(NAMES)))),
    )


ATHLETES = athletes()
