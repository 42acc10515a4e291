"""Amazon's schema and model find nothing wrong with the package, and would find it."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from amazon_schema import MANIFEST, MODEL, faults, read_and_written
from ask_sdk_model_runtime import SerializationException

from deploy.skill_package import build_skill_package

Json = dict[str, Any]


def test_the_manifest_obeys_amazons_schema(document: Json) -> None:
    assert faults(document, MANIFEST) == []


def test_the_manifest_comes_back_whole_from_amazons_model(document: Json) -> None:
    assert read_and_written(document, MANIFEST) == document


def test_so_does_the_one_for_the_first_import(tmp_path: Path) -> None:
    build_skill_package(tmp_path / "package")
    first = json.loads((tmp_path / "package" / "skill.json").read_text("utf-8"))
    assert faults(first, MANIFEST) == []
    assert read_and_written(first, MANIFEST) == first


@pytest.mark.slow
def test_every_interaction_model_obeys_amazons_schema(models: dict[str, Json]) -> None:
    assert {locale: faults(model, MODEL) for locale, model in models.items()} == {
        locale: [] for locale in models
    }


@pytest.mark.slow
def test_every_interaction_model_comes_back_whole_from_amazons_model(
    models: dict[str, Json],
) -> None:
    for locale, model in models.items():
        assert read_and_written(model, MODEL) == model, locale


def broken(document: Json, path: str, value: Any) -> Json:
    """The document with one value changed; None takes it away."""
    changed = copy.deepcopy(document)
    *way, last = path.split("/")
    part = changed
    for step in way:
        part = part[step]
    if value is None:
        del part[last]
    else:
        part[last] = value
    return changed


ENGLISH = "manifest/publishingInformation/locales/en-US"
FOUND_BY_THE_SCHEMA = {
    "a missing name": (f"{ENGLISH}/name", None),
    "a summary that is too long": (f"{ENGLISH}/summary", "x" * 161),
    "a description that is too long": (f"{ENGLISH}/description", "x" * 4001),
    "too many keywords": (f"{ENGLISH}/keywords", ["leg"] * 31),
    "a misspelt field": (f"{ENGLISH}/examplePhrase", []),
    "a word for a truth value": ("manifest/privacyAndCompliance/containsAds", "no"),
    "an unknown event": ("manifest/events/subscriptions", [{"eventName": "SKILL_FORGOTTEN"}]),
    "events without an endpoint": ("manifest/events/endpoint", None),
    "an endpoint without encryption": ("manifest/events/endpoint/uri", "http://example.com"),
    "an unknown permission": ("manifest/permissions", [{"name": "alexa::legs:read"}]),
    "an unknown country": ("manifest/publishingInformation/distributionCountries", ["Atlantis"]),
}


@pytest.mark.parametrize("what", FOUND_BY_THE_SCHEMA)
def test_the_schema_finds(what: str, document: Json) -> None:
    assert faults(broken(document, *FOUND_BY_THE_SCHEMA[what]), MANIFEST) != []


def test_the_model_finds_an_unknown_interface(document: Json) -> None:
    unknown = broken(document, "manifest/apis/custom/interfaces", [{"type": "APLA"}])
    with pytest.raises(SerializationException):
        read_and_written(unknown, MANIFEST)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("interactionModel/languageModel/invocationName", None),
        ("interactionModel/languageModel/intents", [{"name": "HelpIntent", "samples": "help"}]),
        ("interactionModel/languageModel/invocation", "strong stride"),
    ],
)
def test_the_schema_finds_a_broken_interaction_model(
    path: str, value: Any, models: dict[str, Json]
) -> None:
    assert faults(broken(models["en-US"], path, value), MODEL) != []
