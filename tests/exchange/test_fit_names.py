"""The table of names: each of them stands in the writer's profile and in Garmin's own."""

import pytest
from garmin_fit_sdk import Profile
from support.tables import with_each

from skill.data import read_data
from skill.errors import DataError
from skill.exchange.fit_message import message
from skill.exchange.fit_names import FitName, FitNames, fit_name
from skill.loaders import load_catalog

TABLES = read_data("fit.toml")
NAMES = FitNames(TABLES)
CATALOG = load_catalog()


@with_each("id_", CATALOG.exercises)
def test_every_exercise_with_every_tool_has_a_name(id_: str) -> None:
    exercise = CATALOG.exercises[id_]
    assert id_ in TABLES["exercises"]
    for tool in (None, *exercise.tools):
        assert NAMES.exercise(id_, exercise, tool).category


@with_each("id_", CATALOG.stretches)
def test_every_stretch_has_a_name(id_: str) -> None:
    assert id_ in TABLES["stretches"]
    assert NAMES.stretch(id_).category == 31


def test_every_pattern_leads_to_a_category() -> None:
    patterns = {exercise.pattern for exercise in CATALOG.exercises.values()}
    assert patterns <= TABLES["patterns"].keys()


def test_garmins_own_profile_has_the_same_names() -> None:
    categories = Profile["types"]["exercise_category"]
    for by_tool in [*TABLES["exercises"].values(), TABLES["patterns"], TABLES["stretches"]]:
        for text in by_tool.values():
            category, _, name = text.partition("/")
            number = fit_name("x", "y", text)
            assert categories[number.category] == category
            if name:
                assert Profile["types"][f"{category}_exercise_name"][number.name] == name


def test_a_misspelt_name_is_told_with_file_field_and_remedy() -> None:
    with pytest.raises(DataError, match=r"fit.toml: squat: kettlebell has no name 'goblin'.*write"):
        fit_name("squat", "kettlebell", "squat/goblin")
    with pytest.raises(DataError, match=r"fit.toml: squat: alone has no category 'squad'.*write"):
        fit_name("squat", "alone", "squad/squat")


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"exercises": None}, ("exercises", "(all)")),
        ({"patterns": "squat"}, ("patterns", "(all)")),
        ({"exercises": {"squat": "squat"}}, ("squat", "(all)")),
        ({"exercises": {"squat": {"barbell": "squat"}}}, ("squat", "alone")),
        ({"exercises": {"squat": {"alone": 7}}}, ("squat", "alone")),
        ({"stretches": {"calf": ["warm_up"]}}, ("calf", "stretch")),
        ({"any": None}, ("any", "any")),
    ],
)
def test_a_table_of_another_form_is_told_with_its_place(
    wrong: dict[str, object], place: tuple[str, str]
) -> None:
    with pytest.raises(DataError) as refused:
        FitNames({**TABLES, **wrong})
    assert (refused.value.entry, refused.value.field) == place
    assert refused.value.remedy


def test_what_the_table_lacks_goes_by_its_pattern() -> None:
    squat = CATALOG.exercises["squat"]
    assert NAMES.exercise("my_squat", squat, None) == FitName(28)
    assert NAMES.exercise("long_gone", None, None) == fit_name("", "", "total_body")


def test_a_field_that_a_message_does_not_have_is_an_error() -> None:
    from fit_tool.profile.messages.set_message import SetMessage

    with pytest.raises(AttributeError, match="repettions"):
        message(SetMessage, repettions=3)
