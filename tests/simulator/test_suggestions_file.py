"""The file of suggestions: what is wrong or missing in it is told to whoever edits it."""

import pytest
from support.tables import with_each

from skill.errors import DataError
from skill.simulator.suggestions import Suggestions, read_suggestions
from skill.workout.question import Question
from skill.workout.states import ACTIVE

FILE = "suggestions/en-XX.toml"


def whole_file() -> dict[str, object]:
    """A file in which nothing is missing."""
    choice = {"id": "a", "name": "A", "say": "a"}
    return {
        "closed": ["open"],
        "playing": ["pause"],
        "talking": ["help"],
        "states": {state.value: ["pause"] for state in ACTIVE},
        "asked": {question.value: ["yes"] for question in Question},
        "choices": {"pacing": [choice], "speech": [choice]},
    }


def test_a_file_in_which_nothing_is_missing_is_read() -> None:
    assert read_as(whole_file()).closed == ("open",)


def read_as(data: dict[str, object]) -> Suggestions:
    return read_suggestions(FILE, data)


FIELDS = [
    *("closed", "playing", "talking", "choices.pacing", "choices.speech"),
    *(f"states.{state}" for state in ACTIVE),
    *(f"asked.{question}" for question in Question),
]

WRONG: list[object] = [
    *(None, [], "yes", 7, {}, ["yes", 7], [["yes"]], [7]),
    [{"id": "a", "name": "A"}],
    [{"id": "a", "name": "A", "say": 7}],
]
"""What is neither a list of utterances nor one of choices."""


@with_each("field", FIELDS)
def test_an_entry_that_is_missing_or_wrong_is_named_with_its_file_and_a_remedy(field: str) -> None:
    for wrong in WRONG:
        data = whole_file()
        section, _, name = field.partition(".")
        place = data[section] if name else data
        assert isinstance(place, dict)
        place[name or section] = wrong
        with pytest.raises(DataError) as refused:
            read_as(data)
        assert refused.value.file == FILE
        assert (refused.value.entry, refused.value.field) == (
            (section, name) if name else ("(file)", section)
        )
        assert refused.value.remedy.startswith("write [")


@with_each("section", ["closed", "playing", "talking", "states", "asked", "choices"])
def test_a_section_that_is_missing_is_told_of(section: str) -> None:
    data = whole_file()
    del data[section]
    with pytest.raises(DataError) as refused:
        read_as(data)
    assert refused.value.field.startswith(section)
