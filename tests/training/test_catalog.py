from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.tables import with_each

from skill.data import read_data
from skill.errors import DataError
from skill.training.catalog_files import read_catalog
from skill.training.exercise import Measure, Side, Sides

Table = dict[str, Any]
GONE = object()


def exercises() -> Table:
    return {
        "squat": {
            "dose": {"repetitions": [12, 15]},
            "sides": "both",
            "pattern": "squat",
            "position": "standing",
            "muscles": ["glutes"],
            "needs": [],
            "tools": {"kettlebell": ["back"]},
            "joints": ["knee"],
            "tempo": [1.5, 0, 1.5, 0],
            "rest_seconds": 45,
        },
        "wall_sit": {
            "dose": {"seconds": [20, 30]},
            "sides": "both",
            "pattern": "squat",
            "position": "standing",
            "muscles": ["quadriceps"],
            "needs": ["wall"],
            "tools": {},
            "joints": ["knee"],
            "rest_seconds": 45,
        },
    }


def stretches() -> Table:
    calf = {
        "muscles": ["calves"],
        "sides": "each",
        "position": "standing",
        "joints": ["ankle"],
        "needs": ["wall"],
        "instead": {"ankle": "nothing"},
        "hold_seconds": 25,
    }
    return {"calf": calf | {"always": True}}


def changed(tables: Table, name: str, field: str, value: object) -> Table:
    entry = deepcopy(tables[name])
    if value is GONE:
        del entry[field]
    else:
        entry[field] = value
    return tables | {name: entry}


WRONG_EXERCISES = [
    ("squat", field, GONE)
    for field in (
        "dose",
        "sides",
        "pattern",
        "position",
        "muscles",
        "needs",
        "tools",
        "joints",
        "tempo",
        "rest_seconds",
    )
] + [
    ("squat", "dose", 15),
    ("squat", "dose", []),
    ("squat", "dose", {}),
    ("squat", "dose", {"metres": [1, 2]}),
    ("squat", "dose", {"repetitions": [15]}),
    ("squat", "dose", {"repetitions": 15}),
    ("squat", "dose", {"repetitions": [15, 12]}),
    ("squat", "dose", {"repetitions": [0, 12]}),
    ("squat", "dose", {"repetitions": [12, 31]}),
    ("squat", "dose", {"repetitions": ["a few", 12]}),
    ("squat", "dose", {"repetitions": [1.5, 12]}),
    ("squat", "dose", {"repetitions": [True, 12]}),
    ("squat", "dose", {"repetitions": [12, 15], "seconds": [20, 30]}),
    ("wall_sit", "dose", {"seconds": [20, 91]}),
    ("squat", "sides", "left"),
    ("squat", "sides", []),
    ("squat", "pattern", ""),
    ("squat", "pattern", 7),
    ("squat", "position", "flying"),
    ("squat", "muscles", []),
    ("squat", "muscles", "glutes"),
    ("squat", "muscles", [""]),
    ("squat", "muscles", [3]),
    ("squat", "needs", "wall"),
    ("squat", "needs", [None]),
    ("squat", "tools", "kettlebell"),
    ("squat", "tools", ["kettlebell"]),
    ("squat", "tools", {"kettlebell": "back"}),
    ("squat", "begins", "middle"),
    ("squat", "instead", ["wall_sit"]),
    ("squat", "instead", {"ankle": "wall_sit"}),
    ("squat", "instead", {"knee": "somersault"}),
    ("squat", "instead", {"knee": "wall_sit"}),
    ("squat", "turns_with", "somersault"),
    ("squat", "turns_with", "squat"),
    ("squat", "stand_in", "yes"),
    ("squat", "variation_first", 1),
    ("squat", "joints", []),
    ("squat", "joints", "knee"),
    ("squat", "variation_of", ""),
    ("squat", "variation_of", 3),
    ("squat", "tempo", 3),
    ("squat", "tempo", [3]),
    ("squat", "tempo", [1, 0, 1, 0, 1]),
    ("squat", "tempo", ["slow", 0, 1, 0]),
    ("squat", "tempo", [-1, 0, 4, 0]),
    ("squat", "tempo", [0.5, 0, 0.5, 0]),
    ("squat", "tempo", [6, 0, 6, 0]),
    ("squat", "tempo", [float("nan"), 0, 1, 0]),
    ("squat", "tempo", [float("inf"), 0, 1, 0]),
    ("wall_sit", "tempo", [1.5, 0, 1.5, 0]),
    ("squat", "rest_seconds", 14),
    ("squat", "rest_seconds", 121),
    ("squat", "rest_seconds", 45.5),
    ("squat", "rest_seconds", True),
    ("squat", "rest_seconds", "long"),
    ("squat", "colour", "red"),
]

WRONG_STRETCHES = [
    ("calf", field, GONE)
    for field in ("muscles", "sides", "hold_seconds", "position", "joints", "needs", "instead")
] + [
    ("calf", "muscles", []),
    ("calf", "sides", "alternating"),
    ("calf", "hold_seconds", 9),
    ("calf", "hold_seconds", 61),
    ("calf", "hold_seconds", "short"),
    ("calf", "always", "no"),
    ("calf", "position", "sitting"),
    ("calf", "joints", "ankle"),
    ("calf", "instead", {"ankle": "calf"}),
    ("calf", "instead", {"ankle": "sole"}),
    ("calf", "instead", {"knee": "nothing"}),
    ("calf", "tempo", [1, 1, 1, 1]),
]


def assert_helpful(error: DataError, file: str, entry: str, field: str) -> None:
    assert (error.file, error.entry, error.field) == (file, entry, field)
    assert error.problem
    assert error.remedy.split()[0] in {"write", "name", "list", "correct", "add", "set", "remove"}
    named = ": ".join(part for part in (file, entry, field) if part != "(all)")
    assert str(error) == f"{named} {error.problem}; {error.remedy}"


@with_each(("entry", "field", "value"), WRONG_EXERCISES)
def test_a_wrong_exercise_is_refused_by_file_entry_and_field_with_a_remedy(
    entry: str, field: str, value: object
) -> None:
    with pytest.raises(DataError) as refused:
        read_catalog(changed(exercises(), entry, field, value), stretches())
    assert_helpful(refused.value, "exercises.toml", entry, field)


@with_each(("entry", "field", "value"), WRONG_STRETCHES)
def test_a_wrong_stretch_is_refused_by_file_entry_and_field_with_a_remedy(
    entry: str, field: str, value: object
) -> None:
    with pytest.raises(DataError) as refused:
        read_catalog(exercises(), changed(stretches(), entry, field, value))
    assert_helpful(refused.value, "stretches.toml", entry, field)


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=5,
)


def refused_with(tables: Table) -> DataError | None:
    try:
        read_catalog(tables, stretches())
    except DataError as error:
        return error
    return None


@given(st.sampled_from([*exercises()["squat"]]), JUNK)
def test_whatever_stands_in_a_field_it_is_read_or_refused(field: str, value: object) -> None:
    tables = changed(exercises(), "squat", field, value)
    if refusal := refused_with(tables):
        assert (refusal.entry, refusal.field) == ("squat", field)
    else:
        assert read_catalog(tables, stretches()).exercises["squat"].id == "squat"


@with_each("table", [3, "squat", [], None])
def test_an_entry_that_is_no_table_is_refused_by_its_name(table: object) -> None:
    with pytest.raises(DataError) as refused:
        read_catalog({"squat": table}, stretches())
    assert_helpful(refused.value, "exercises.toml", "squat", "(all)")


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(DataError, match=r"^exercises\.toml is empty; add at least one"):
        read_catalog({}, stretches())
    with pytest.raises(DataError, match=r"^stretches\.toml is empty; add at least one"):
        read_catalog(exercises(), {})


def test_some_stretch_must_end_every_workout() -> None:
    with pytest.raises(DataError) as refused:
        read_catalog(exercises(), changed(stretches(), "calf", "always", GONE))
    assert_helpful(refused.value, "stretches.toml", "(all)", "always")


def test_a_good_entry_is_read_field_by_field() -> None:
    catalog = read_catalog(exercises(), stretches())
    squat, wall_sit = catalog.exercises.values()
    assert (squat.measure, squat.lowest, squat.highest) == (Measure.REPETITIONS, 12, 15)
    assert squat.tempo is not None
    assert squat.tempo.repetition_ms == 3_000
    assert (wall_sit.measure, wall_sit.tempo, wall_sit.needs) == (Measure.SECONDS, None, ("wall",))
    assert catalog.stretches["calf"].always


def test_the_shipped_data_has_ten_exercises_and_the_stretches_for_their_muscles() -> None:
    catalog = read_catalog(read_data("exercises.toml"), read_data("stretches.toml"))
    assert len(catalog.basics) == 10
    trained = {m for exercise in catalog.exercises.values() for m in exercise.muscles}
    assert trained == {m for stretch in catalog.stretches.values() for m in stretch.muscles}
    assert [s.id for s in catalog.stretches.values() if s.always] == ["calf"]


def test_a_harder_variation_belongs_to_its_exercise_and_is_not_planned_on_its_own() -> None:
    tables = exercises() | {"pause_squat": exercises()["squat"] | {"variation_of": "squat"}}
    catalog = read_catalog(tables, stretches())
    assert [e.id for e in catalog.basics] == ["squat", "wall_sit"]
    squat, harder = catalog.exercises["squat"], catalog.exercises["pause_squat"]
    assert catalog.family(squat) == catalog.family(harder) == (squat, harder)
    assert (squat.base_id, harder.base_id) == ("squat", "squat")


@pytest.mark.parametrize("of", ["somersault", "pause_squat", "deep_squat"])
def test_a_variation_of_nothing_of_itself_or_of_another_variation_is_refused(of: str) -> None:
    tables = exercises() | {
        "deep_squat": exercises()["squat"] | {"variation_of": "squat"},
        "pause_squat": exercises()["squat"] | {"variation_of": of},
    }
    with pytest.raises(DataError) as refused:
        read_catalog(tables, stretches())
    assert_helpful(refused.value, "exercises.toml", "pause_squat", "variation_of")


def test_a_variation_stands_below_its_exercise() -> None:
    tables = {"pause_squat": exercises()["squat"] | {"variation_of": "squat"}} | exercises()
    with pytest.raises(DataError) as refused:
        read_catalog(tables, stretches())
    assert_helpful(refused.value, "exercises.toml", "pause_squat", "variation_of")


def test_the_shipped_exercises_can_be_swapped_and_lead_on() -> None:
    catalog = read_catalog(read_data("exercises.toml"), read_data("stretches.toml"))
    variations = [e for e in catalog.exercises.values() if e.variation_of]
    assert "single_leg_bridge" in {e.id for e in variations}
    assert catalog.taking_turns(catalog.exercises["side_leg_raise"]) == (
        catalog.exercises["side_leg_raise"],
        catalog.exercises["adductor_raise"],
    )
    for exercise in variations:
        base = catalog.exercises[exercise.base_id]
        assert (exercise.pattern, exercise.position) == (base.pattern, base.position)
    assert [e.id for e in catalog.exercises.values() if e.impact] == ["jump_squat"]


def test_reading_leaves_the_tables_as_they_were() -> None:
    tables = exercises()
    read_catalog(tables, stretches())
    assert tables == exercises()


def test_only_an_exercise_of_each_side_is_done_side_after_side() -> None:
    assert Sides.EACH.order == (Side.LEFT, Side.RIGHT)
    assert Sides.BOTH.order == Sides.ALTERNATING.order == (Side.BOTH,)


def test_a_stand_in_is_not_planned_on_its_own() -> None:
    tables = exercises() | {"half_squat": exercises()["squat"] | {"stand_in": True}}
    assert [e.id for e in read_catalog(tables, stretches()).basics] == ["squat", "wall_sit"]


def test_a_load_adds_joints_to_those_of_the_exercise() -> None:
    squat = read_catalog(exercises(), stretches()).exercises["squat"]
    assert squat.joints_with(None) == ("knee",)
    assert squat.joints_with("kettlebell") == ("knee", "back")


def test_what_spares_a_joint_names_an_entry_that_does_not_load_it() -> None:
    """Every joint of every shipped exercise and stretch has an answer, and none of them loads it."""
    catalog = read_catalog(read_data("exercises.toml"), read_data("stretches.toml"))
    for exercise in catalog.exercises.values():
        base = catalog.family(exercise)[0]
        loaded = {*exercise.joints} if exercise is base else {*exercise.joints} & {*base.joints}
        assert loaded <= {joint for joint, _ in base.instead}
    for stretch in catalog.stretches.values():
        if not stretch.stand_in:
            assert {*stretch.joints} == {joint for joint, _ in stretch.instead}


def test_an_even_number_of_lunges_asks_as_much_of_either_leg() -> None:
    catalog = read_catalog(read_data("exercises.toml"), read_data("stretches.toml"))
    for exercise in catalog.exercises.values():
        if exercise.sides is Sides.ALTERNATING:
            assert exercise.lowest % 2 == exercise.highest % 2 == 0
