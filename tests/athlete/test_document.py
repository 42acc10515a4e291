import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from random_athletes import ATHLETES, CATALOG, VOICE
from support.examples import tried
from support.tables import with_each
from support.training_records import trained

from skill.athlete.athlete import Athlete, settle
from skill.athlete.changing import without
from skill.athlete.stored.document import MOST_PASTS, SCHEMA, read_document, write_document
from skill.athlete.stream import Stream
from skill.athlete.workout import Said, Workout, planned, records_of
from skill.athlete.zone import Zone
from skill.errors import CorruptDocument
from skill.training.past import Past, compacted
from skill.training.planner import plan_workout
from skill.training.preferences import OwnLoad, Pacing, Preferences
from skill.training.record import Effort
from skill.workout.cursor import empty_tally
from skill.workout.machine import PlanUnderWay
from skill.workout.manner import Delivery, Manner
from skill.workout.place import Place
from skill.workout.question import Question
from skill.workout.segment import write_segment
from skill.workout.states import State, Trigger
from skill.workout.track import write_tracks

Path = tuple[str | int, ...]
NOW = datetime(2026, 3, 2, 18, tzinfo=UTC)


@tried(60)
@given(ATHLETES)
def test_an_athlete_survives_being_written_down_as_json(athlete: Athlete) -> None:
    document = json.loads(json.dumps(write_document(athlete)))
    assert read_document(document, CATALOG) == athlete
    assert write_document(read_document(document, CATALOG)) == document


OLD = (trained(date(2025, 8, 4), CATALOG.exercises["squat"]),)


def runner() -> Athlete:
    """A runner whose document has something in every field."""
    plan = plan_workout(CATALOG, (), date(2026, 3, 2), Preferences(exercises=5, rounds=2))
    delivery = Delivery(Manner(VOICE, 100), Pacing.KEEP_GOING)
    place = Place(State.ANNOUNCING)
    marks = write_segment(plan, place, delivery).marks
    return Athlete(
        preferences=Preferences(
            beats=(("squat", 120),),
            loads=(OwnLoad("squat", "kettlebell", 8_000, date(2026, 2, 2)),),
            swaps=(("lunge", "glute_bridge"),),
            equipment=("kettlebell",),
        ),
        history=(trained(date(2026, 2, 23), CATALOG.exercises["squat"]),),
        workout=Workout(
            plan.changed(2, plan.prescriptions[1]),
            place,
            empty_tally(plan),
            marks,
            NOW,
            1_772_474_400,
            (Said("squat", Effort.EASY, 3),),
            ((0, 12),),
        ),
        question=Question.READY,
        greeted=True,
        simple_devices=("0a1b2c3d",),
        past=compacted(OLD, Past(), date(2026, 2, 23))[1],
        zone=Zone("Europe/Berlin", date(2026, 2, 1)),
    )


DOCUMENT: dict[str, Any] = json.loads(json.dumps(write_document(runner())))


def paths(value: Any, path: Path = ()) -> Iterator[Path]:
    yield path
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from paths(inner, (*path, name))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from paths(inner, (*path, i))


def at(document: Any, path: Path) -> Any:
    for step in path:
        document = document[step]
    return document


def damaged(path: Path, value: object) -> dict[str, Any]:
    document = deepcopy(DOCUMENT)
    at(document, path[:-1])[path[-1]] = value
    return document


PATHS = [path for path in paths(DOCUMENT) if path]
OPTIONAL = [("zone",)]
NAMED = [path for path in PATHS if isinstance(path[-1], str) and path not in OPTIONAL]


@with_each("path", NAMED)
def test_a_document_that_lacks_a_field_is_refused(path: Path) -> None:
    document = deepcopy(DOCUMENT)
    del at(document, path[:-1])[path[-1]]
    with pytest.raises(CorruptDocument):
        read_document(document, CATALOG)


def test_a_document_without_a_time_zone_is_of_a_runner_whose_zone_is_not_known() -> None:
    document = {name: value for name, value in DOCUMENT.items() if name != "zone"}
    athlete = read_document(document, CATALOG)
    assert athlete.zone is None
    assert write_document(athlete) == document


@with_each("schema", [SCHEMA + 1, 0, -1, "1", None, [], {}])
def test_a_document_of_another_schema_is_refused(schema: object) -> None:
    with pytest.raises(CorruptDocument):
        read_document(DOCUMENT | {"schema": schema}, CATALOG)


@with_each("document", [None, [], "athlete", 1, {}, {"schema": SCHEMA}])
def test_what_is_no_athlete_at_all_is_refused(document: Any) -> None:
    with pytest.raises(CorruptDocument):
        read_document(document, CATALOG)


PLAN = ("workout", "plan")
MARK = ("workout", "marks", 1)


@with_each(
    ("path", "value"),
    [
        (("preferences", "exercises"), 0),
        (("preferences", "rounds"), "three"),
        (("preferences", "rounds"), True),
        (("preferences", "pacing"), "sprint"),
        (("preferences", "beat_percent"), -100),
        (("preferences", "minutes"), 2),
        (("preferences", "beats", 0, 1), 900),
        (("preferences", "beats"), "squat"),
        (("preferences", "loads", 0, 2), 1),
        (("preferences", "first_side"), "both"),
        (("preferences", "equipment", 0), "a b"),
        (("history", 0), ["2026-02-23"]),
        (("history", 0), []),
        (("history", 0, 0), "yesterday"),
        (("history", 0, 1), -3),
        (("history", 0, 2), "squat 15"),
        (("history", 0, 2), "squat 15 15,x"),
        (("history", 0, 2), "squat 15 15/15/15"),
        (("history", 0, 2), "squat 15 15 colour=red"),
        (("history", 0, 2), "squat 15 15 effort=so-so"),
        (("history", 0, 2), "squat 15 15 fixed=1"),
        (("history", 0, 2), "squat 15 15 spare=1 spare=2"),
        (("history",), [["2026-02-23", 2, "squat 15 15"], ["2026-02-23", 1, "squat 15 15"]]),
        (("past", "until"), "2025-08-05"),
        (("past", "weeks"), "19"),
        (("past", "weeks"), ""),
        (("past", "months", 0), "2025-13 1 2 3 4"),
        (("past", "standings", 0), "squat 2025-08-04"),
        (("workout", "number"), -1),
        (("workout", "efforts", 0, 1), "meh"),
        (("workout", "corrections", 0, 0), 99),
        ((*PLAN, "changes", 0, 1), 9),
        ((*PLAN, "changes", 0, 2), "somersault 15"),
        ((*PLAN, "rest_percent"), 5),
        ((*PLAN, "first_side"), "top"),
        (("question",), "who are you"),
        ((*PLAN, "day"), "2026-02-30"),
        ((*PLAN, "exercises", 0), "squat 0"),
        ((*PLAN, "exercises", 0), "squat 15 extra=7"),
        ((*PLAN, "exercises", 0), "squat 15 why=because"),
        ((*PLAN, "exercises"), []),
        ((*PLAN, "rounds"), 0),
        ((*PLAN, "rounds"), 10**9),
        (("workout", "tally"), []),
        (("workout", "tally", 0), -1),
        (("workout", "tally", 0), None),
        (("workout", "began_at"), "now"),
        (("workout", "began_at"), "2026-03-02T18:00:00"),
        (("workout", "began_at"), 1_772_474_400),
        (("workout", "began_at"), None),
        (("workout", "place", 0), "flying"),
        (("workout", "place"), ["paused", 0, 0, 0, None]),
        (("workout", "place"), ["paused", 0, 0, 0, "paused"]),
        (("workout", "place"), ["paused", 0, 0, 0, "finished"]),
        (("workout", "place"), ["counting", 0, 0, 0, "holding"]),
        (("workout", "place"), ["counting", 99, 0, 0, None]),
        (("workout", "place"), ["counting", -1, 0, 0, None]),
        (("workout", "place"), ["counting", 0, 1, 0, None]),
        (("workout", "place"), ["counting", 0, 2, 0, None]),
        (("workout", "place"), ["holding", 0, 0, 0, None]),
        (("workout", "place"), ["changing_sides", 0, 0, 0, None]),
        (("workout", "place"), ["resting", 9, 0, 0, None]),
        (("workout", "place"), ["stretching", 40, 0, 0, None]),
        (("zone",), ["Europe/Berlin"]),
        (("zone",), ["Europe/Berlin", "once"]),
        (MARK, []),
        ((*MARK, 0), -1),
        ((*MARK, 1), "often"),
        ((*MARK, 2), "flying"),
    ],
)
def test_a_document_that_makes_no_sense_is_refused(path: Path, value: object) -> None:
    with pytest.raises(CorruptDocument):
        read_document(damaged(path, value), CATALOG)


@pytest.mark.parametrize(
    ("part", "line"), [("exercises", "towel_curl 12"), ("stretches", "splits")]
)
def test_a_workout_of_a_file_that_is_gone_is_left_and_all_else_is_kept(
    part: str, line: str
) -> None:
    whole = read_document(damaged(("greeted",), True), CATALOG)
    athlete = read_document(damaged((*PLAN, part, 0), line), CATALOG)
    assert athlete.workout is None
    assert athlete.history == whole.history


def use(athlete: Athlete) -> None:
    """What the coach does with every athlete that was read."""
    athlete = settle(athlete, NOW + timedelta(seconds=70))
    workout = athlete.workout
    if workout is None:
        return
    records_of(workout)
    run = PlanUnderWay(workout.plan, workout.place)
    if not run.may(Trigger.ADVANCE):
        run.trigger(Trigger.START if run.may(Trigger.START) else Trigger.RESUME)
    if run.may(Trigger.ADVANCE):
        preferences = athlete.preferences
        write_segment(
            run.plan,
            run.place,
            Delivery(Manner(VOICE, preferences.beat_percent), preferences.pacing),
        )


JUNK = [None, True, -1, 0, 1, 7, 10**12, 1.5, float("nan"), "", "x", [], [1], {}, *State]
FIELDS = [path for path in PATHS if path[1:2] != ("marks",) or path[2:3] in ((), (1,))]


@pytest.mark.slow
@with_each("value", JUNK)
def test_a_document_damaged_anywhere_is_refused_or_still_leads_a_workout(value: object) -> None:
    refused = 0
    for path in FIELDS:
        try:
            athlete = read_document(damaged(path, value), CATALOG)
        except CorruptDocument:
            refused += 1
        else:
            use(athlete)
            write_document(athlete)
    assert refused > len(FIELDS) / 3


def _played() -> tuple[dict[str, Any], dict[str, Any]]:
    """A document of a workout that is being played, and its stream."""
    place = Place(State.ANNOUNCING)
    workout = planned(plan_workout(CATALOG, (), date(2026, 3, 2), Preferences()))
    marks = next(write_tracks(workout.plan, place, Manner(VOICE, 100))).marks
    stream = Stream("0011", 3, marks, 50, datetime(2026, 3, 2, 18, tzinfo=UTC), silent=False)
    played = workout._replace(place=place, plays=2, stream=stream)
    document = json.loads(json.dumps(write_document(Athlete(workout=played))))
    assert read_document(document, CATALOG).workout == played
    return document, document["workout"]["stream"]


@with_each(
    ("field", "value"),
    [
        ("nth", -1),
        ("nth", "one"),
        ("marks", []),
        ("marks", [[0, 0, "flying", 0, 0, 0, None]]),
        ("heard_ms", -1),
        ("heard_ms", None),
        ("told_at", "2026-03-02T18:00:00"),
        ("told_at", None),
    ],
)
def test_a_stream_that_cannot_be_is_refused(field: str, value: object) -> None:
    document, stream = _played()
    stream[field] = value
    with pytest.raises(CorruptDocument):
        read_document(document, CATALOG)


def test_a_segment_and_a_stream_at_once_are_refused() -> None:
    document, stream = _played()
    workout = document["workout"]
    workout["marks"], workout["began_at"] = stream["marks"], stream["told_at"]
    with pytest.raises(CorruptDocument):
        read_document(document, CATALOG)


def test_a_workout_that_was_never_played_is_written_as_before() -> None:
    assert not {"plays", "stream", "spoken"} & DOCUMENT["workout"].keys()


@tried(60)
@given(ATHLETES)
def test_a_document_belongs_to_whoever_asked_for_it(athlete: Athlete) -> None:
    first = write_document(athlete)
    untouched = json.dumps(first)
    for row in first["history"]:
        row.append("scribbled")
    first["history"].append("scribbled")
    first["past"]["months"].append("scribbled")
    first["past"]["standings"].clear()
    assert json.dumps(write_document(athlete)) == untouched


def test_more_histories_than_are_kept_in_memory_are_written_all_the_same() -> None:
    days = (date(2026, 1, 1) + timedelta(days=n) for n in range(2 * MOST_PASTS))
    athletes = [Athlete(history=(trained(day, CATALOG.exercises["squat"]),)) for day in days]
    for _ in range(2):
        for athlete in athletes:
            (row,) = write_document(athlete)["history"]
            assert row[0] == athlete.history[0].day.isoformat()


def test_a_workout_of_which_every_set_was_left_out_is_left_and_the_runner_is_kept() -> None:
    preferences = Preferences(exercises=2, rounds=1)
    history = (trained(date(2026, 2, 2), CATALOG.exercises["squat"]),)
    whole = planned(plan_workout(CATALOG, (), NOW.date(), preferences))._replace(number=1)
    nothing = without(whole, dict.fromkeys(range(len(whole.plan.prescriptions)), 0))
    assert nothing.plan.sets == ()
    athlete = Athlete(preferences, history, nothing)
    found = read_document(json.loads(json.dumps(write_document(athlete))), CATALOG)
    assert found == athlete._replace(workout=None)
