"""The interaction model of every language as Amazon gets it: plain JSON, never changed by a test."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from skill.simulator.models import MODELS, heard_locales

LANGUAGES = sorted({locale.model for locale in heard_locales().values()})


@pytest.fixture(params=LANGUAGES)
def locale(request: pytest.FixtureRequest) -> str:
    """Take the locales with a model of their own, one by one."""
    return str(request.param)


@pytest.fixture
def model_path(locale: str) -> Path:
    """Say where the interaction model lies."""
    return MODELS / f"{locale}.json"


@pytest.fixture
def document(model_path: Path) -> dict[str, Any]:
    """Read the whole file."""
    return _parsed(model_path)


@cache
def _parsed(path: Path) -> dict[str, Any]:
    """Parse a file once. A fixture of the whole session would keep the locale that some test names by itself."""
    parsed: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return parsed


@pytest.fixture
def language_model(document: dict[str, Any]) -> dict[str, Any]:
    """Take the part that says what may be said: invocation name, intents, slot types."""
    part: dict[str, Any] = document["interactionModel"]["languageModel"]
    return part


@pytest.fixture
def samples(language_model: dict[str, Any]) -> dict[str, list[str]]:
    """List the samples of every intent, by its name."""
    return {intent["name"]: intent["samples"] for intent in language_model["intents"]}


@pytest.fixture
def slots(language_model: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Map the slot types of every intent by slot name, by the intent's name."""
    return {
        intent["name"]: {slot["name"]: slot["type"] for slot in intent.get("slots", ())}
        for intent in language_model["intents"]
    }


@pytest.fixture
def wordings(language_model: dict[str, Any]) -> dict[str, dict[str, list[str]]]:
    """List all ways to say each value, by its id, by the slot type's name."""
    return {
        slot_type["name"]: {
            value["id"]: [value["name"]["value"], *value["name"]["synonyms"]]
            for value in slot_type["values"]
        }
        for slot_type in language_model["types"]
    }
