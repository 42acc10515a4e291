"""The data files, and the one place that reads them.

People who edit them write TOML. The package for the cloud holds the same values as JSON, which is read in a tenth
of the time: a cold start is heard as silence. For the same reason paths are plain text here: importing
``pathlib`` takes longer than reading the files.
"""

import json
import os
import tomllib
from functools import cache
from typing import Any

from skill.errors import DataError

FOLDER = os.path.dirname(__file__)


@cache
def locales_of(kind: str) -> frozenset[str]:
    """The locales that have a file of this kind: "phrases", "speech", "alarms"…"""
    return frozenset(name.rpartition(".")[0] for name in os.listdir(f"{FOLDER}/{kind}"))


LARGEST_FILE = 2**16
"""Bytes of a file of workouts: a hundred exercises."""

MOST_FILES = 50


def shipped_workouts() -> list[str]:
    """The names of the files of workouts that come with the coach, such as "workouts/core.toml"."""
    return [f"workouts/{name}.toml" for name in sorted(locales_of("workouts"))]


def read_workouts(folder: str) -> dict[str, dict[str, Any]]:
    """Every TOML file of a folder of workouts, by its path, in the order of their names.

    Raises:
        DataError: the folder cannot be read, or a file is too large or is not TOML.
    """
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(".toml"))
    except OSError as error:
        remedy = "name a folder of TOML files in STRIDE_WORKOUTS"
        raise DataError(
            folder, "(folder)", "(all)", f"is no folder: {error.strerror}", remedy
        ) from None
    if len(names) > MOST_FILES:
        remedy = f"leave at most {MOST_FILES}"
        raise DataError(folder, "(folder)", "(all)", f"has {len(names)} files", remedy)
    return {
        path: parsed_workouts(path, _read_file(path)) for path in (f"{folder}/{n}" for n in names)
    }


def parsed_workouts(file: str, content: bytes) -> dict[str, Any]:
    """A file of workouts, parsed; ``file`` is what an error calls it.

    Raises:
        DataError: it is too large or is not TOML.
    """
    if len(content) > LARGEST_FILE:
        remedy = f"keep it under {LARGEST_FILE // 1024} kB"
        raise DataError(file, "(file)", "(all)", "is too large", remedy)
    return _toml(file, content)


def _read_file(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        problem = f"cannot be read: {error.strerror}"
        raise DataError(path, "(file)", "(all)", problem, "make it readable") from None


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
    try:
        return _toml(name, _read(name))
    except FileNotFoundError:
        beside = os.listdir(os.path.dirname(f"{FOLDER}/{name}"))
        known = ", ".join(sorted(other for other in beside if other.endswith(".toml")))
        remedy = f"add it beside: {known}"
        raise DataError(name, "(file)", "(all)", "is missing", remedy) from None


def _toml(name: str, content: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode())
    except UnicodeDecodeError:
        raise DataError(name, "(file)", "(all)", "is no text in UTF-8", "save it as such") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise DataError(name, "(file)", "(all)", f"is not TOML: {error}", "correct it") from None


def _read(name: str) -> bytes:
    with open(f"{FOLDER}/{name}", "rb") as file:
        return file.read()
