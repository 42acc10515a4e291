"""The slot types name the things of the catalog, each in words that mean it alone."""

import re
from collections import Counter

from support.tables import with_each

from skill.coach.commands import Kind
from skill.data import names_of
from skill.loaders import load_catalog, load_collection
from skill.training.exercise import Side
from skill.training.record import Effort

Wordings = dict[str, dict[str, list[str]]]
LETTERS = r"[^\W\d_]+(?:['-][^\W\d_]+)*"
LONGEST_VALUE = 140  # characters; Amazon refuses longer slot values


def test_every_exercise_of_the_catalog_can_be_named_and_no_other(wordings: Wordings) -> None:
    """A language may also name what comes in the files of workouts, which are named in one language."""
    named, programmes = set(wordings["EXERCISE"]), set(load_collection().exercise_names)
    assert named - programmes == set(load_catalog().exercises)
    assert named & programmes in (set(), programmes)


def test_a_plan_is_short_or_full(wordings: Wordings) -> None:
    assert set(wordings["PLAN_LENGTH"]) == {"short", "full"}


def test_the_kinds_of_exercise_are_those_that_can_be_left_out(wordings: Wordings) -> None:
    assert list(wordings["EXERCISE_KIND"]) == [*Kind]


def test_every_tool_of_the_catalog_can_be_named_and_no_other(wordings: Wordings) -> None:
    exercises = load_catalog().exercises.values()
    assert set(wordings["TOOL"]) == {tool for e in exercises for tool in (*e.needs, *e.tools)}


def test_every_joint_of_the_catalog_can_be_named(wordings: Wordings) -> None:
    loaded = {joint for exercise in load_catalog().exercises.values() for joint in exercise.joints}
    assert loaded <= set(wordings["JOINT"])


@with_each("side", ["left", "right", "both my", "my", "my left", "my right"])
@with_each("joint", ["knee", "hip", "ankle", "hamstring", "thigh", "shoulder"])
def test_a_joint_of_either_side_is_the_joint_in_english(joint: str, side: str) -> None:
    name = f"{side} {joint}s" if side == "both my" else f"{side} {joint}"
    assert names_of("en-US")["joint"][name] == joint


def test_every_day_can_be_named_and_the_usual_sets_of_days(wordings: Wordings) -> None:
    days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    assert [*wordings["WEEKDAY"]] == [*days, "weekdays", "weekend", "every_day"]


def test_what_is_said_after_an_exercise_is_what_the_coach_understands(wordings: Wordings) -> None:
    assert list(wordings["EFFORT"]) == [*Effort]
    assert list(wordings["SIDE"]) == [Side.LEFT, Side.RIGHT]


def test_every_value_has_some_other_wordings_and_what_is_felt_has_many(wordings: Wordings) -> None:
    for name, values in wordings.items():
        fewest, most = {
            "EFFORT": (20, 120),
            "JOINT": (4, 45),
            "EXERCISE_KIND": (4, 30),
            "FIRST_NAME": (100, 300),
            "LOADS": (0, 4),
        }.get(name, (4, 16))
        counts = {value: len(said) - 1 for value, said in values.items()}
        assert {value: n for value, n in counts.items() if not fewest <= n <= most} == {}


def test_no_wording_means_two_values(wordings: Wordings) -> None:
    for values in wordings.values():
        times = Counter(said for all_said in values.values() for said in all_said)
        assert [said for said, count in times.items() if count > 1] == []


def test_every_wording_is_short_and_of_lower_case_words(wordings: Wordings) -> None:
    for values in wordings.values():
        for said in (said for all_said in values.values() for said in all_said):
            assert re.fullmatch(rf"{LETTERS}( {LETTERS})*", said), said
            assert said == said.lower()
            assert len(said) <= LONGEST_VALUE
