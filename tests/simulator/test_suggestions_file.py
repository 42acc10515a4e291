"""The file of suggestions: what is wrong or missing in it is told to whoever edits it."""

import pytest

from skill.errors import DataError
from skill.simulator.suggestions import Suggestions, load_suggestions
from skill.workout.question import Question
from skill.workout.states import ACTIVE


def test_a_locale_without_a_file_has_no_suggestions() -> None:
    assert load_suggestions("xx-XX") == Suggestions((), (), (), {}, {}, {})


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


def read_as(monkeypatch: pytest.MonkeyPatch, data: dict[str, object]) -> Suggestions:
    monkeypatch.setattr("skill.simulator.suggestions.locales_of", lambda _folder: {"en-XX"})
    monkeypatch.setattr("skill.simulator.suggestions.read_data", lambda _name: data)
    return load_suggestions("en-XX")


def test_a_file_in_which_nothing_is_missing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_as(monkeypatch, whole_file()).closed == ("open",)


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


@pytest.mark.parametrize("field", FIELDS)
def test_an_entry_that_is_missing_or_wrong_is_named_with_its_file_and_a_remedy(
    monkeypatch: pytest.MonkeyPatch, field: str
) -> None:
    for wrong in WRONG:
        data = whole_file()
        section, _, name = field.partition(".")
        place = data[section] if name else data
        assert isinstance(place, dict)
        place[name or section] = wrong
        with pytest.raises(DataError) as refused:
            read_as(monkeypatch, data)
        assert (refused.value.file, refused.value.field) == ("suggestions/en-XX.toml", field)
        assert refused.value.remedy.startswith("write [")


@pytest.mark.parametrize("section", ["closed", "playing", "talking", "states", "asked", "choices"])
def test_a_section_that_is_missing_is_told_of(
    monkeypatch: pytest.MonkeyPatch, section: str
) -> None:
    data = whole_file()
    del data[section]
    with pytest.raises(DataError) as refused:
        read_as(monkeypatch, data)
    assert refused.value.field.startswith(section)
