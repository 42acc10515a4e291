"""Compare the data with the words for it, in every language: ``python -m deploy.compare``, in ``make check``.

Half a language is refused with its file, entry and remedy: a file is missing, belongs to no locale, or lacks what
the other languages have (``skill/simulator/lacks.py``). So are a locale that Alexa does not have, a plural rule
that is another language's, a voice that espeak-ng does not have, and an exercise that has no phrases, or that
runners cannot name.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from deploy import ROOT
from deploy.alexa_locales import LOCALES, PLURALS
from deploy.skill_package import MANIFEST, texts_by_locale
from skill.audio.voices.espeak import Synthesizer
from skill.data import locales_of
from skill.errors import DataError
from skill.language.coverage import check_coverage
from skill.language.locales import Locale, language_of
from skill.loaders import (
    LOCALE,
    all_locales,
    load_catalog,
    load_collection,
    load_phrasebook,
    offered_locales,
    read_phrases,
)
from skill.simulator.lacks import lacks, read_model
from skill.simulator.models import KINDS, is_begun, missing_files
from skill.speed.plural_rules import read_plural
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


def check_locales(locales: Mapping[str, Locale]) -> None:
    """Look for locales that Alexa does not have.

    Raises:
        DataError: an entry of ``locales.toml`` is no locale of Alexa's.
    """
    for name in locales:
        if name not in LOCALES:
            remedy = f"take it out, or choose among: {', '.join(LOCALES)}"
            raise DataError("locales.toml", name, "(all)", "is no locale of Alexa's", remedy)


def check_plural_rule(name: str, settings: Mapping[str, Any]) -> None:
    """Compare how a phrase file counts, in its table ``locale``, with the rule of its language.

    The rules of all languages repeat with the last two digits. What is no rule is refused where it is read.

    Raises:
        DataError: a number takes another plural category than in that language.
    """
    rule, categories = PLURALS[language_of(name)]
    ours, theirs = read_plural(settings["plural"]), read_plural(rule)
    for n in range(200):
        place, right = ours(n), categories[theirs(n)]
        if settings["plural_categories"][place : place + 1] != [right]:
            remedy = f'write plural = "{rule}" and plural_categories = {json.dumps(categories)}'
            problem = f'is not the rule of this language, in which {n} takes "{right}"'
            raise DataError(f"phrases/{name}.toml", "locale", "plural", problem, remedy)


def check_files(locales: Mapping[str, Locale]) -> None:
    """Look for languages of which only some files are there.

    A country's own phrases are never left out unnoticed: they begin with the number to call for help.

    Raises:
        DataError: a file is missing, or one is of no locale of ``locales.toml``.
    """
    chains = {name for locale in locales.values() for name in locale.words}
    for kind in KINDS:
        for name in sorted(locales_of(kind) - chains):
            remedy = "name it in the words of a locale, or take the file away"
            raise DataError(f"{kind}/{name}.toml", "(file)", "(all)", "is of no locale", remedy)
    written = {name for kind in KINDS for name in locales_of(kind)}
    for locale in locales.values():
        nearer = () if written.isdisjoint(locale.words) else locale.words[:-1]
        for name in nearer:
            if name not in locales_of("phrases"):
                remedy = "correct the name, write such a file, or take the name out"
                problem = f"names {name!r}, of which there is no phrases/{name}.toml"
                raise DataError("locales.toml", locale.name, "words", problem, remedy)
        missing = missing_files(locale) if is_begun(locale) else []
        for file in missing:
            remedy = "write it, see docs/adding-words.md, or take the other files away"
            raise DataError(file, locale.name, "(file)", "is missing", remedy)


def check_voices(locales: Mapping[str, Locale]) -> None:
    """Look for voices that espeak-ng does not have, where its library can be loaded.

    Raises:
        DataError: a locale's voice is not there. espeak-ng would go on in the language that was spoken before.
    """
    try:
        Synthesizer()
    except OSError:
        return
    for locale in locales.values():
        try:
            Synthesizer(locale.espeak)
        except OSError as error:
            remedy = "name one of those that espeak-ng --voices lists"
            raise DataError(
                "locales.toml", locale.name, "espeak", f"is wrong: {error}", remedy
            ) from None


def compare() -> None:
    """Compare everything.

    Raises:
        DataError: the first difference.
    """
    check_locales(all_locales())
    check_files(all_locales())
    check_voices(all_locales())
    manifest = json.loads(MANIFEST.read_text("utf-8"))["manifest"]
    texts_by_locale(manifest["publishingInformation"]["locales"], all_locales())
    catalog = load_catalog()
    check_coverage(catalog, load_phrasebook(LOCALE))
    programmes = load_collection().exercise_names
    for name in offered_locales():
        if lack := next(lacks(all_locales()[name]), None):
            raise lack
        check_coverage(catalog, load_phrasebook(name))
        check_plural_rule(name, read_phrases(name)["locale"])
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
