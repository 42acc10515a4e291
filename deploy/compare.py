"""Compare the data with the words for it, in every language: ``python -m deploy.compare``, in ``make check``.

Half a language is refused with its file, entry and remedy: a file is missing, belongs to no locale, or lacks a
table of words. So is an exercise that has no phrases, or that runners cannot name; a phrase that one language has
and another lacks, or one with a name in braces that the code does not give.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from deploy import ROOT
from deploy.skill_package import MANIFEST, texts_by_locale
from skill.bootstrap import (
    LOCALE,
    all_locales,
    load_catalog,
    load_collection,
    load_phrasebook,
    offered_locales,
    read_words,
)
from skill.data import locales_of
from skill.errors import DataError
from skill.language.coverage import check_coverage, differences
from skill.language.locales import Locale
from skill.simulator.models import KINDS, is_begun, missing_files
from skill.training.catalog import Catalog

LIKE = ("speech", "alarms", "hearing", "suggestions")
"""The files of words whose tables are the same in every language."""

OPEN = {
    *(
        "telling",
        "careful",
        "usual",
        "short",
        "ailment",
        "longhand",
        "fold",
        "also",
        "amounts",
        "phrases",
    ),
    *("words", "forms"),
}
"""Tables whose keys are a language's own."""

MAY_HAVE = {"spelling"}
"""Tables that a file may leave out."""


def read_model(file: str, text: str) -> dict[str, Any]:
    """An interaction model in Amazon's form.

    Raises:
        DataError: the text is no JSON, or no model with slot types.
    """
    try:
        model: dict[str, Any] = json.loads(text)
    except ValueError as error:
        raise DataError(file, "(file)", "(all)", f"is no JSON: {error}", "correct it") from None
    try:
        found = {kind["name"] for kind in model["interactionModel"]["languageModel"]["types"]}
    except (KeyError, TypeError) as error:
        remedy = "keep what is in the braces of interaction_models/en-US.json, and translate it"
        raise DataError(file, "(file)", "types", f"is no model: {error}", remedy) from None
    if "EXERCISE" not in found:
        raise DataError(file, "types", "EXERCISE", "is missing", "add this slot type")
    return model


def check_model(
    catalog: Catalog, file: str, model: Mapping[str, Any], also: Iterable[str] = ()
) -> None:
    """Compare the catalog with the slot values of an interaction model in Amazon's form.

    ``also`` are exercises that may be named, or not: those of the files of workouts.

    Raises:
        DataError: an exercise, tool or joint of the catalog cannot be named, or a named exercise is not there.
    """
    types = model["interactionModel"]["languageModel"]["types"]
    values = {kind["name"]: {value["id"] for value in kind["values"]} for kind in types}
    exercises = catalog.exercises.values()
    needed = {
        "EXERCISE": {exercise.id for exercise in exercises},
        "TOOL": {tool for e in exercises for tool in (*e.needs, *e.tools)},
        "JOINT": {joint for e in exercises for joint in e.joints},
    }
    for kind, ids in needed.items():
        for id_ in sorted(ids - values.get(kind, set())):
            remedy = f"add a value with this id to the slot type {kind}"
            raise DataError(file, id_, kind, "has no value", remedy)
    for id_ in sorted(values["EXERCISE"] - needed["EXERCISE"] - {*also}):
        remedy = "correct its id, or remove the value"
        raise DataError(file, id_, "EXERCISE", "is not in the catalog", remedy)


def check_words(locale: str, tables: Mapping[str, Any], like: Mapping[str, Any]) -> None:
    """Compare the phrases of a locale with those of the locale that the code is written by.

    Raises:
        DataError: a phrase is missing, is said by nothing, or has a name that the code does not give.
    """
    for key, problem in differences(tables, like, load_collection().words):
        remedy = f"compare it with phrases/{LOCALE}.toml"
        raise DataError(f"phrases/{locale}.toml", key, "(sentence)", problem, remedy)


def check_files(locales: Mapping[str, Locale]) -> None:
    """Look for languages of which only some files are there.

    Raises:
        DataError: a file is missing, or one is of no locale of ``locales.toml``.
    """
    chains = {name for locale in locales.values() for name in locale.words}
    for kind in KINDS:
        for name in sorted(locales_of(kind) - chains):
            remedy = "name it in the words of a locale, or take the file away"
            raise DataError(f"{kind}/{name}.toml", "(file)", "(all)", "is of no locale", remedy)
    for locale in locales.values():
        missing = missing_files(locale) if is_begun(locale) else []
        for file in missing:
            remedy = "write it, see docs/adding-words.md, or take the other files away"
            raise DataError(file, locale.name, "(file)", "is missing", remedy)


def check_tables(
    file: str, tables: Mapping[str, Any], like: Mapping[str, Any], where: str = "(all)"
) -> None:
    """Compare the tables of a file of words with those that the code reads, whatever words they hold.

    Raises:
        DataError: a table or a list is missing, is read by nothing, or is no list of words.
    """
    for key in sorted(like.keys() | tables.keys() - MAY_HAVE):
        if key not in tables:
            raise DataError(file, where, key, "is missing", f"write it as {LOCALE}.toml has it")
        if key not in like:
            known = ", ".join(sorted(like))
            raise DataError(file, where, key, "is read by nothing", f"choose among: {known}")
        value, usual = tables[key], like[key]
        words = isinstance(value, list) and not all(isinstance(one, str | dict) for one in value)
        if type(value) is not type(usual) or words:
            kind = {"dict": "table", "list": "list of words"}.get(
                type(usual).__name__, "such value"
            )
            raise DataError(file, where, key, f"is no {kind}", f"write it as {LOCALE}.toml has it")
        if isinstance(value, dict) and key not in OPEN:
            check_tables(file, value, usual, key)


def compare() -> None:
    """Compare everything.

    Raises:
        DataError: the first difference.
    """
    check_files(all_locales())
    manifest = json.loads(MANIFEST.read_text("utf-8"))["manifest"]
    texts_by_locale(manifest["publishingInformation"]["locales"], all_locales())
    catalog, programmes = load_catalog(), load_collection().exercise_names
    like = read_words("phrases", LOCALE)
    for locale in offered_locales():
        check_coverage(catalog, load_phrasebook(locale))
        check_words(locale, read_words("phrases", locale), like)
        for kind in LIKE:
            check_tables(
                f"{kind}/{locale}.toml", read_words(kind, locale), read_words(kind, LOCALE)
            )
    for path in sorted((ROOT / "interaction_models").glob("*.json")):
        file = str(path.relative_to(ROOT))
        check_model(catalog, file, read_model(file, path.read_text("utf-8")), programmes)


def main() -> None:
    """Compare everything; exit with the first difference in words."""
    try:
        compare()
    except DataError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
