"""Whatever the coach tells a runner to say, it understands: the suggestions are taken out of the phrases."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from support.heard import command_heard

from skill.coach.commands import NotUnderstood
from skill.data import read_data
from skill.language.phrasebook import flatten

SUGGESTION = re.compile(
    r"(?:\bSay|\bsay:|\bOr say|\bYou can say|, for example:)(?:,? for example[,:])?:? ?"
    r"(?:Alexa, )?(?P<said>[^.?]+)"
)
WHAT_FOLLOWS = re.compile(
    r" (?:when|whenever|if|and (?:I|we|everything|everyone's|nothing)|to (?!do it)|for (?!the squats)).*"
)
BETWEEN = re.compile(r", or:? |, or$|: |, | or ")
NO_SUGGESTION = re.compile(
    r"and (?:I|we|its|everything|everyone's|nothing)\b.*|no$|or ask |that you |if |whenever |switch to$"
)
SAID = {"exercise": "squats", "other": "squats", "heard": "fifty", "side": "left leg"}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


def suggestions() -> Iterator[tuple[str, str]]:
    """Every key of a phrase with what it tells the runner to say."""
    for key, value in flatten(read_data("phrases/en-US.toml")):
        for text in _texts(value):
            for found in SUGGESTION.finditer(text):
                for part in BETWEEN.split(found["said"]):
                    said = WHAT_FOLLOWS.sub("", part).removeprefix("ask ").strip()
                    if said and not NO_SUGGESTION.match(said):
                        yield key, said


def test_the_suggestions_are_found() -> None:
    found = set(suggestions())
    assert len(found) > 50
    assert ("load.which", "eight kilos for the squats") in found
    assert ("ask.too_hard_again", "fewer") in found
    assert ("answer.volume", "louder") in found
    assert ("help.before", "what's in today's workout") in found


@pytest.mark.parametrize(("key", "said"), sorted(set(suggestions())))
def test_what_the_coach_suggests_is_understood(key: str, said: str) -> None:
    words = re.sub(r"\{(\w+)\}", lambda name: SAID.get(name[1], ""), said)
    assert not isinstance(command_heard(words), NotUnderstood)
