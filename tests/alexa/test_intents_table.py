"""The intents table and the interaction model are the same list."""

import json
from functools import cache
from pathlib import Path

import pytest
from requests_to_alexa import Speaker, intent, launch

from skill.alexa.intents import INTENTS
from skill.alexa.skill import AlexaSkill
from skill.coach.coach import Coach
from skill.store.memory import MemoryStore

IN_SLOTS = ("?", "3", "squats", "PT20S", "-1")
"""What any slot may hold."""

MODEL = Path(__file__).parents[2] / "interaction_models" / "en-US.json"


@cache
def _model_intents() -> dict[str, set[str]]:
    language = json.loads(MODEL.read_text())["interactionModel"]["languageModel"]
    return {
        entry["name"]: {slot["name"] for slot in entry.get("slots", ())}
        for entry in language["intents"]
    }


def test_the_model_and_the_table_have_the_same_intents() -> None:
    assert set(_model_intents()) == set(INTENTS)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(INTENTS))
def test_every_intent_is_answered_before_a_workout_and_in_it_whatever_its_slots_hold(
    coach: Coach, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    for value in (None, *IN_SLOTS) if _model_intents()[name] else (None,):
        slots = dict.fromkeys(_model_intents()[name], value)
        speaker = Speaker(AlexaSkill(Coach(coach.catalog, MemoryStore(), coach.voices)))
        speaker.send(launch())
        speaker.send(intent(name, **slots), after_s=30)
        speaker.send(intent("StartWorkoutIntent"), after_s=30)
        speaker.send(intent(name, **slots), after_s=40)
        errors = [record for record in caplog.records if record.levelname == "ERROR"]
        assert not errors, value


def test_an_intent_that_is_not_in_the_table_was_misheard(speaker: Speaker) -> None:
    speaker.send(launch())
    said = speaker.says(intent("NewIntent"))
    assert "missed that" in said or "didn't catch that" in said
