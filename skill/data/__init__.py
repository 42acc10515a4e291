"""The data files, and the one place that reads them.

Whoever edits them writes TOML. The package for the cloud holds the same values as JSON, which is read in a tenth
of the time: a cold start is heard as silence. For the same reason paths are plain text here: importing
``pathlib`` takes longer than reading the files.
"""

import json
import os
from functools import cache
from typing import Any

from skill.errors import DataError

FOLDER = os.path.dirname(__file__)


@cache
def locales_of(kind: str) -> frozenset[str]:
    """The locales that have a file of this kind: "phrases", "speech", "alarms"…"""
    return frozenset(name.rpartition(".")[0] for name in os.listdir(f"{FOLDER}/{kind}"))


@cache
def names_of(locale: str) -> dict[str, dict[str, str]]:
    """The wordings of a locale's slots, with the ids they stand for, by the slot's name.

    They are those of the interaction model. The models lie beside the package, where Amazon's tool looks for
    them; the package for the cloud holds what is needed of them. Empty where there is neither.
    """
    for file in (packaged(f"names/{locale}.toml"), f"../../interaction_models/{locale}.json"):
        try:
            parsed = json.loads(_read(file))
        except FileNotFoundError:
            continue
        return names_in(parsed) if "interactionModel" in parsed else parsed
    return {}


def names_in(model: dict[str, Any]) -> dict[str, dict[str, str]]:
    """The wordings of the slots of an interaction model, with the ids they stand for, by the slot's name."""
    language = model["interactionModel"]["languageModel"]
    types = {
        slot_type["name"]: {
            said: value["id"]
            for value in reversed(slot_type["values"])
            for said in (value["name"]["value"], *value["name"]["synonyms"])
        }
        for slot_type in language["types"]
    }
    slots = (slot for intent in language["intents"] for slot in intent.get("slots", ()))
    return {slot["name"]: types[slot["type"]] for slot in slots if slot["type"] in types}


@cache
def read_data(name: str) -> dict[str, Any]:
    """The parsed TOML file ``name`` of this folder, such as "phrases/en-US.toml". Read once, not to be changed.

    Raises:
        DataError: the file is missing or is not TOML.
    """
    try:
        parsed: dict[str, Any] = json.loads(_read(packaged(name)))
    except FileNotFoundError:
        return _parsed(name)
    return parsed


def packaged(name: str) -> str:
    """The file in which the package for the cloud holds as JSON what the TOML file ``name`` says."""
    return f"{name.removesuffix('.toml')}.json"


def is_packaged(name: str) -> bool:
    """Whether ``name`` comes from the package, which holds what was checked when it was made."""
    return os.path.exists(f"{FOLDER}/{packaged(name)}")


def _parsed(name: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(_read(name).decode())
    except FileNotFoundError:
        beside = os.listdir(os.path.dirname(f"{FOLDER}/{name}"))
        known = ", ".join(sorted(other for other in beside if other.endswith(".toml")))
        remedy = f"add it beside: {known}"
        raise DataError(name, "(file)", "(all)", "is missing", remedy) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(name, "(file)", "(all)", f"is not TOML: {error}", "correct it") from None


def _read(name: str) -> bytes:
    with open(f"{FOLDER}/{name}", "rb") as file:
        return file.read()
