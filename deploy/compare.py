"""Compare the data with the words for it, in every language: ``python -m deploy.compare``, in ``make check``.

An exercise that has no phrases, or that runners cannot name, is refused here with its file, entry and remedy. So
is a phrase that one language has and another lacks, or one with a name in braces that the code does not give.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from deploy import ROOT
from skill.bootstrap import (
    LOCALE,
    load_catalog,
    load_collection,
    load_phrasebook,
    offered_locales,
    read_words,
)
from skill.errors import DataError
from skill.language.coverage import check_coverage, differences
from skill.training.catalog import Catalog


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


def compare() -> None:
    """Compare everything.

    Raises:
        DataError: the first difference.
    """
    catalog, programmes = load_catalog(), load_collection().exercise_names
    like = read_words("phrases", LOCALE)
    for locale in offered_locales():
        check_coverage(catalog, load_phrasebook(locale))
        check_words(locale, read_words("phrases", locale), like)
    for path in sorted((ROOT / "interaction_models").glob("*.json")):
        model = json.loads(path.read_text("utf-8"))
        check_model(catalog, str(path.relative_to(ROOT)), model, programmes)


def main() -> None:
    """Compare everything; exit with the first difference in words."""
    try:
        compare()
    except DataError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
