"""Files of one's own workouts: read right, or refused with file, entry, field and remedy."""

import copy
import tomllib
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.examples import tried
from support.own_sheet import SHEET
from support.tables import with_each
from support.training_records import trained

from skill.data import read_data, shipped_workouts
from skill.errors import DataError
from skill.loaders import LOCALE, load_catalog, load_collection, voices_with
from skill.training.exercise import Measure
from skill.training.plan import Plan
from skill.training.preferences import Pacing, Preferences
from skill.training.programme_planner import plan_programme, programme_of_day
from skill.training.record import joined
from skill.training.rung import Why
from skill.training.workout_files import Collection, read_collection
from skill.workout.manner import Delivery, Manner
from skill.workout.place import Place
from skill.workout.script import perform
from skill.workout.segment import write_segment
from skill.workout.states import State

TUESDAY = date(2026, 11, 24)
CATALOG = load_catalog()
PHRASES = read_data(f"phrases/{LOCALE}.toml")
OWN = tomllib.loads(SHEET)


def read(tables: dict[str, Any], file: str = "sheets/physio.toml") -> Collection:
    return read_collection(CATALOG, {file: tables}, PHRASES)


def changed(path: str, value: Any) -> dict[str, Any]:
    """The example with one field set, or removed for None; ``path`` is its tables and its name."""
    tables = copy.deepcopy(OWN)
    *tables_of, field = path.split(".")
    table = tables
    for name in tables_of:
        table = table[name]
    if value is None:
        del table[field]
    else:
        table[field] = value
    return tables


def plan_of(collection: Collection, id_: str, **known: Any) -> Plan:
    catalog = collection.catalog
    return plan_programme(
        catalog,
        catalog.programmes[id_],
        known.get("history", ()),
        known.get("day", TUESDAY),
        known.get("preferences", Preferences()),
    )


def test_a_sheet_of_ones_own_is_planned_in_its_order_with_its_rounds_and_stretches() -> None:
    plan = plan_of(read(OWN), "physio")
    assert [item.exercise.id for item in plan.prescriptions] == ["towel_curl", "squat"]
    assert plan.rounds == 3
    assert [stretch.id for stretch in plan.stretches] == ["calf"]


def test_the_coachs_warm_up_comes_first_where_the_file_says_so() -> None:
    assert plan_of(read(OWN), "physio").warm_up == ()
    assert plan_of(read(changed("programme.warm_up", True)), "physio").warm_up


def test_it_is_todays_workout_on_its_weekdays_unless_another_is_chosen() -> None:
    catalog = read(OWN).catalog
    days = [programme_of_day(catalog, None, TUESDAY + timedelta(days=n)) for n in range(7)]
    assert [bool(day) for day in days] == [True, False, False, True, False, False, False]
    assert programme_of_day(catalog, "legs", TUESDAY) is None
    assert programme_of_day(catalog, "gone", TUESDAY) is None
    chosen = programme_of_day(catalog, "physio", TUESDAY + timedelta(days=1))
    assert chosen is not None
    assert chosen.id == "physio"


def test_the_legs_are_planned_as_before() -> None:
    catalog = read(OWN).catalog
    assert catalog.basics == CATALOG.basics
    assert "towel_curl" in catalog.own
    assert "squat" not in catalog.own


def test_its_words_are_spoken_and_end_as_sentences() -> None:
    found = read(OWN)
    words = found.words["exercise"]["towel_curl"]
    assert words["how_to"].endswith("toes.")
    assert words["cues"] == words["calls"] == ["Heel stays down."]
    assert found.programme_names["physio"] == ("my physio's sheet", "physio")
    voice = voices_with(found.words)(LOCALE)
    plan = plan_of(found, "physio")
    said = [
        cue.line.text
        for scene in perform(plan, Place(State.ANNOUNCING), Manner(voice, 100))
        for cue in scene.cues
    ]
    assert any("towel curls" in text for text in said)


def test_an_own_exercise_grows_and_gives_way_like_any_other() -> None:
    found = read(OWN)
    exercise = found.catalog.exercises["towel_curl"]
    history = joined(
        (),
        (
            trained(TUESDAY - timedelta(days=day), exercise, 8, spare=3, workout=9 - day)
            for day in (7, 4)
        ),
    )
    (item, *_) = plan_of(found, "physio", history=history).prescriptions
    assert (item.dose.amount, item.reason.why) == (10, Why.SPARE)
    sore = plan_of(found, "physio", preferences=Preferences(avoided_joints=("ankle",)))
    assert all("ankle" not in done.exercise.joints for done in sore.prescriptions)


def test_a_programme_that_changes_keeps_what_was_done_by_id() -> None:
    before = read(OWN).catalog.exercises["towel_curl"]
    history = (trained(TUESDAY - timedelta(days=7), before, 12),)
    smaller = read(changed("exercise.towel_curl.dose", {"repetitions": [5, 9]}))
    (item, *_) = plan_of(smaller, "physio", history=history).prescriptions
    assert item.dose.amount <= 9
    held = changed("exercise.towel_curl.dose", {"seconds": [10, 20]})
    del held["exercise"]["towel_curl"]["tempo"]
    (item, *_) = plan_of(read(held), "physio", history=history).prescriptions
    assert item.dose.measure is Measure.SECONDS
    assert 10 <= item.dose.amount <= 20


WRONG: dict[str, list[Any]] = {
    "programme.name": ["", 3, "<b>", "a" * 41, "{n}", "12", "name\nmore", "\u202eabc", "a&b"],
    "programme.exercises": [[], ["squat"], ["squat", "squat"], ["squat", "gone"], "squat", [1, 2]],
    "programme.rounds": [0, 6, "two", True, 1.5],
    "programme.stretches": [[], ["gone"], ["calf", "calf"], 3],
    "programme.weekdays": [["someday"], "monday", [1]],
    "programme.warm_up": ["yes", 1],
    "programme.also": ["core", ["<x>"], ["a"] * 7],
    "exercise.towel_curl.name": ["", "a/b", "a.b", "=SUM(A1)", "<speak>", "a" * 41],
    "exercise.towel_curl.how_to": ["", "x" * 401, "Say {name}.", "<audio src='x'/>", "a & b", 7],
    "exercise.towel_curl.cues": [[], "no list", ["x" * 81], ["ok"] * 7, [1], ["<break/>"]],
    "exercise.towel_curl.dose": [
        {"repetitions": [1, 21]},
        {"repetitions": [9, 8]},
        {"seconds": [1, 91]},
        {"miles": [1, 2]},
        {"repetitions": [1.5, 2]},
        8,
        {},
    ],
    "exercise.towel_curl.tempo": [[0, 0, 1, 0], [9, 9, 9, 9], [1, 0, 1], "fast", [-1, 1, 1, 1]],
    "exercise.towel_curl.sides": ["left", 2],
    "exercise.towel_curl.muscles": [[], ["biceps"], "feet"],
    "exercise.towel_curl.joints": [[], ["wing"], ["../../etc"]],
    "exercise.towel_curl.needs": [["a rocket"], "wall"],
    "exercise.towel_curl.rest_seconds": [14, 121, "long", 30.0],
    "exercise.towel_curl.position": ["flying"],
    "exercise.towel_curl.variation_of": ["squat", "towel_curl", "gone", 4],
    "exercise.towel_curl.fit": ["../plank", 3, "Plank/Plank"],
    "exercise.towel_curl.tools": [["kettlebell"]],
    "exercise.towel_curl.colour": ["blue"],
}


@with_each(("path", "value"), [(p, v) for p, values in WRONG.items() for v in values])
def test_a_wrong_field_is_told_with_file_entry_field_and_remedy(path: str, value: Any) -> None:
    with pytest.raises(DataError) as error:
        read(changed(path, value))
    found = error.value
    assert found.file == "sheets/physio.toml"
    assert found.entry == path.split(".")[-2]
    assert found.field == path.rpartition(".")[2]
    assert found.remedy


@pytest.mark.parametrize(
    ("path", "value", "wrong", "known"),
    [
        ("programme.exercises", ["squat", "squad"], "squad", "step_up"),
        ("programme.stretches", ["calf", "calves"], "calves", "hamstring"),
        ("programme.weekdays", ["monday", "freitag"], "freitag", "monday"),
    ],
)
def test_of_a_list_the_wrong_part_is_told_and_what_there_is(
    path: str, value: list[str], wrong: str, known: str
) -> None:
    with pytest.raises(DataError) as error:
        read(changed(path, value))
    assert error.value.problem == f"cannot have '{wrong}'"
    assert known in error.value.remedy


@with_each(
    "path",
    [
        "programme.name",
        "programme.exercises",
        "programme.stretches",
        "exercise.towel_curl.name",
        "exercise.towel_curl.how_to",
        "exercise.towel_curl.cues",
        "exercise.towel_curl.dose",
        "exercise.towel_curl.tempo",
        "exercise.towel_curl.muscles",
        "exercise.towel_curl.joints",
    ],
)
def test_a_missing_field_is_told(path: str) -> None:
    with pytest.raises(DataError, match="is missing"):
        read(changed(path, None))


@with_each(
    "tables",
    [
        {"exercises": {}},
        {"exercise": 3},
        {"exercise": {"Towel": {}}},
        {"exercise": {"squat": OWN["exercise"]["towel_curl"]}},
        {"programme": []},
        {"exercise": {"x" * 41: OWN["exercise"]["towel_curl"]}},
    ],
)
def test_a_file_of_another_form_is_refused(tables: dict[str, Any]) -> None:
    with pytest.raises(DataError):
        read(tables)


@pytest.mark.parametrize("file", ["legs.toml", "1.toml", "_.toml"])
def test_a_programme_needs_a_file_name_that_can_be_its_id(file: str) -> None:
    with pytest.raises(DataError, match="id"):
        read(OWN, file)


def test_two_files_cannot_give_one_exercise() -> None:
    with pytest.raises(DataError, match="is there already"):
        read_collection(CATALOG, {"a.toml": OWN, "b.toml": OWN}, PHRASES)


def test_the_shipped_ones_come_in_by_the_same_door_and_fit_into_a_response() -> None:
    found = load_collection()
    assert set(found.catalog.programmes) == {"core", "ankles", "evening"}
    voice = voices_with(found.words)(LOCALE)
    for id_ in found.catalog.programmes:
        plan = plan_of(found, id_)
        assert len(plan.prescriptions) == len(found.catalog.programmes[id_].exercises)
        assert_every_segment_fits(plan, voice)


def assert_every_segment_fits(plan: Plan, voice: Any) -> None:
    """From each place to the end: no response is longer than Alexa plays."""
    for work in plan.sets:
        place = Place(State.ANNOUNCING, work.at)
        segment = write_segment(plan, place, Delivery(Manner(voice, 180), Pacing.KEEP_GOING))
        assert segment.duration_ms <= 240_000
        assert sum(len(cue.line.text) for cue in segment.cues) < 8_000


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(max_size=60),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


@st.composite
def spoiled_files(draw: st.DrawFn) -> dict[str, Any]:
    """A shipped file or the example, with up to three fields replaced by anything."""
    tables: dict[str, Any] = copy.deepcopy(
        draw(st.sampled_from([OWN, *map(read_data, shipped_workouts())]))
    )
    for _ in range(draw(st.integers(0, 3))):
        table = tables
        while True:
            field = draw(st.sampled_from(sorted(table)))
            if isinstance(table[field], dict) and table[field] and draw(st.integers(0, 5)):
                table = table[field]
                continue
            table[field] = draw(ANYTHING)
            break
    return tables


def attempt(tables: dict[str, Any]) -> tuple[Collection | None, DataError | None]:
    try:
        return read(tables), None
    except DataError as error:
        return None, error


@tried(60)
@given(spoiled_files())
def test_whatever_a_file_says_it_is_refused_in_a_sentence_or_works(tables: dict[str, Any]) -> None:
    found, refusal = attempt(tables)
    if found is None:
        assert str(refusal).startswith("sheets/physio.toml: ")
        return
    voice = voices_with(found.words)(LOCALE)
    if "physio" in found.catalog.programmes:
        assert_every_segment_fits(plan_of(found, "physio"), voice)
