"""The file has the shape that Amazon's model builder takes (Amazon: Interaction Model Schema)."""

import json
import re
from typing import Any

from reserved_words import CONNECTING_WORDS, LAUNCH_WORDS, WAKE_WORDS

from skill.loaders import all_locales


def test_the_file_holds_the_language_model_and_nothing_else(document: dict[str, Any]) -> None:
    assert set(document) == {"interactionModel", "version"}
    assert document["version"] == "1"
    assert set(document["interactionModel"]) == {"languageModel"}


LARGEST_MODEL = 1_000_000
"""Characters of a model that Amazon's builder takes (its message in github.com/alexa/ask-cli, issue 9)."""


def test_a_model_is_well_below_the_size_that_amazon_takes(document: dict[str, Any]) -> None:
    assert len(json.dumps(document, ensure_ascii=False, indent=2)) < LARGEST_MODEL * 2 / 3


def test_the_language_model_has_no_unknown_part(language_model: dict[str, Any]) -> None:
    assert set(language_model) == {"invocationName", "modelConfiguration", "intents", "types"}


def test_a_sentence_must_be_far_from_all_samples_to_be_refused(
    language_model: dict[str, Any],
) -> None:
    assert language_model["modelConfiguration"] == {"fallbackIntentSensitivity": {"level": "LOW"}}


def test_every_intent_has_a_name_samples_and_at_most_slots(language_model: dict[str, Any]) -> None:
    for intent in language_model["intents"]:
        assert {"name", "samples"} <= set(intent) <= {"name", "samples", "slots"}, intent
        assert all(isinstance(sample, str) for sample in intent["samples"]), intent["name"]
        for slot in intent.get("slots", ()):
            assert set(slot) == {"name", "type"}, intent["name"]
            assert re.fullmatch("[a-z]+(_[a-z]+)*", slot["name"]), intent["name"]


def test_every_slot_type_has_values_with_an_id_a_name_and_synonyms(
    language_model: dict[str, Any],
) -> None:
    for slot_type in language_model["types"]:
        assert set(slot_type) == {"name", "values"}, slot_type
        for value in slot_type["values"]:
            assert set(value) == {"id", "name"}, value
            assert set(value["name"]) == {"value", "synonyms"}, value
            assert value["name"]["synonyms"], value  # Amazon's schema refuses an empty list


def test_nothing_is_declared_twice(language_model: dict[str, Any]) -> None:
    intents = [intent["name"] for intent in language_model["intents"]]
    types = [slot_type["name"] for slot_type in language_model["types"]]
    ids = [
        (slot_type["name"], value["id"])
        for slot_type in language_model["types"]
        for value in slot_type["values"]
    ]
    slots = [
        (intent["name"], slot["name"])
        for intent in language_model["intents"]
        for slot in intent.get("slots", ())
    ]
    for names in (intents, types, ids, slots):
        assert len(names) == len(set(names)), sorted(names)


def test_the_invocation_name_obeys_amazons_rules(
    locale: str, language_model: dict[str, Any]
) -> None:
    """Amazon: Design the Invocation Name for Your Skill."""
    name = language_model["invocationName"]
    words = set(name.split())
    assert name == all_locales()[locale].invocation
    assert re.fullmatch(r"[^\W\d_]+( [^\W\d_]+)+", name), "two words or more"
    assert name == name.lower()
    assert not words & (LAUNCH_WORDS | WAKE_WORDS | CONNECTING_WORDS)
