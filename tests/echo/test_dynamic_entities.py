"""The pretend Echo understands names that the skill tells for a session, and refuses what Amazon would."""

from datetime import UTC, datetime
from typing import Any

import pytest
from support.tables import with_each

from skill.echo import Echo
from skill.echo.errors import BadEntities
from skill.understanding import InteractionModel

MODEL = InteractionModel.parse(
    {
        "interactionModel": {
            "languageModel": {
                "invocationName": "my coach",
                "intents": [
                    {
                        "name": "StartIntent",
                        "slots": [{"name": "what", "type": "THING"}],
                        "samples": ["please start the {what} now"],
                    },
                    {"name": "AMAZON.FallbackIntent", "samples": []},
                ],
                "types": [{"name": "THING", "values": [{"id": "a", "name": {"value": "apples"}}]}],
            }
        }
    }
)
PEARS = {"id": "p", "name": {"value": "pears", "synonyms": ["green ones"]}}


def update(**changes: Any) -> dict[str, Any]:
    return {
        "type": "Dialog.UpdateDynamicEntities",
        "updateBehavior": "REPLACE",
        "types": [{"name": "THING", "values": [PEARS]}],
        **changes,
    }


def echo_told(*directives: dict[str, Any]) -> Echo:
    """An Echo whose skill answers its requests with these directives, one after another, then with none."""
    left = list(directives)

    def skill(_request: dict[str, Any]) -> dict[str, Any]:
        speech = {"type": "PlainText", "text": "What now?"}
        return {
            "version": "1.0",
            "response": {
                "outputSpeech": speech,
                "reprompt": {"outputSpeech": speech},
                "shouldEndSession": False,
                "directives": [left.pop(0)] if left else [],
            },
        }

    return Echo(skill, MODEL, clock=datetime(2026, 11, 24, tzinfo=UTC))


def heard(echo: Echo, said: str) -> str:
    """The id of what is understood; nothing where the words are unknown."""
    turn = echo.say(said)
    assert turn is not None
    assert turn.match is not None
    slot = turn.match.slots.get("what")
    return slot.id if slot else ""


def test_what_was_told_is_understood_beside_what_the_model_has() -> None:
    echo = echo_told(update())
    echo.open()
    assert heard(echo, "please start the pears now") == "p"
    assert heard(echo, "please start the green ones now") == "p"
    assert heard(echo, "please start the apples now") == "a"


def test_it_is_forgotten_when_told_so_and_with_the_session() -> None:
    echo = echo_told(update(), {"type": "Dialog.UpdateDynamicEntities", "updateBehavior": "CLEAR"})
    echo.open()
    assert heard(echo, "please start the pears now") == "p"
    assert heard(echo, "please start the pears now") == ""
    again = echo_told(update())
    again.open()
    again.open()
    assert heard(again, "please start the pears now") == ""


@with_each(
    "wrong",
    [
        {"updateBehavior": "ADD"},
        {"types": []},
        {"types": "THING"},
        {"types": [{"name": "NOTHING", "values": [PEARS]}]},
        {"types": [{"name": "THING", "values": []}]},
        {"types": [{"name": "THING", "values": [{"id": "p"}]}]},
        {"types": [{"name": "THING", "values": [{"name": {"value": ""}}]}]},
        {"types": [{"name": "THING", "values": [{"name": {"value": "x" * 141}}]}]},
        {"types": [{"name": "THING", "values": [PEARS] * 51}]},
    ],
)
def test_what_amazon_does_not_take_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(BadEntities):
        echo_told(update(**wrong)).open()
