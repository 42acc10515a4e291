"""What a language lacks, file by file: all of it for ``stride words``; ``make check`` refuses the first.

The files of American English are those that the code is written by: every other language has the same keys,
tables, intents and slots as they.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from skill.bootstrap import load_sentence_lengths
from skill.data import locales_of, names_of
from skill.errors import DataError
from skill.language.coverage import differences, names_given
from skill.language.locales import Locale
from skill.language.phrase_files import flatten
from skill.language.slot_names import PART
from skill.language.word_files import check_alarms
from skill.loaders import (
    LOCALE,
    all_locales,
    load_collection,
    read_phrases,
    read_words,
    written_in,
)
from skill.simulator.hearing_files import check_hearing
from skill.simulator.models import MODELS, PAGE_WORDS, ROOT, missing_files
from skill.simulator.suggestions import load_suggestions

LIKE = ("speech", "alarms", "hearing", "suggestions")
"""The files of words whose tables are the same in every language."""

EVERYTHING = "(all)"
"""The entry of what stands in no table of a file."""

OPEN = {
    *("telling", "careful", "usual", "short", "ailment", "longhand", "fold", "also", "amounts"),
    *("phrases", "words", "forms"),
}
"""Tables whose keys are a language's own."""

MAY_HAVE = {"spelling"}
"""Tables that a file may leave out."""

_TAKEN = re.compile("{([^}]*)}")
"""The slots in a sample."""

MANIFEST = ROOT / "deploy" / "skill.json"
"""What customers read of the skill."""

TESTS = ("tests/interaction_model/utterances/{}.toml", "tests/conversations/dialogs/{}")
"""What ``make test`` reads of each language."""


def lacks(locale: Locale) -> Iterator[DataError]:
    """Everything that a locale lacks, or has beyond what is read, each with file, entry, field and remedy.

    Raises:
        DataError: a file cannot be read, or holds a wrong value.
    """
    for file in missing_files(locale):
        yield DataError(file, locale.name, "(file)", "is missing", "see docs/adding-words.md")
    if locale.base in locales_of("phrases"):
        yield from phrase_lacks(locale, read_phrases(locale.name), _given_to_phrases())
    checks: Mapping[str, Callable[[str, Mapping[str, Any]], object]] = {
        "alarms": partial(check_alarms, names_of(locale.model).get(PART, ())),
        "hearing": check_hearing,
    }
    for kind in LIKE:
        if locale.base in locales_of(kind):
            words, like = read_words(kind, locale.name, checks.get(kind)), read_words(kind, LOCALE)
            for lack in table_lacks(f"{kind}/{locale.base}.toml", words, like):
                key = lack.field if lack.entry == EVERYTHING else f"{lack.entry}.{lack.field}"
                yield lack.in_file(written_in(kind, locale, key))
    if locale.base in locales_of("suggestions"):
        load_suggestions(locale.name)
    if locale.model in locales_of("sentences"):
        load_sentence_lengths(locale.model)
    if (page := PAGE_WORDS / f"{locale.base}.json").exists():
        file, usual = f"words/{page.name}", PAGE_WORDS / f"{LOCALE}.json"
        like = _read(usual.name, usual.read_text("utf-8"))
        yield from text_lacks(file, _read(file, page.read_text("utf-8")), like)
    if (model := MODELS / f"{locale.model}.json").exists():
        file, usual = f"interaction_models/{model.name}", MODELS / f"{LOCALE}.json"
        like = read_model(usual.name, usual.read_text("utf-8"))
        yield from model_lacks(file, read_model(file, model.read_text("utf-8")), like)
    yield from _lacks_beside(locale)


def phrase_lacks(
    locale: Locale, tables: Mapping[str, Any], given: Mapping[str, frozenset[str]]
) -> Iterator[DataError]:
    """The phrases that are missing, that nothing says, or with a name in braces that the code does not give.

    ``given`` are the names that it gives to each phrase.
    """
    usual = f"phrases/{LOCALE}.toml"
    for key, problem in differences(tables, given, load_collection().words):
        file = written_in("phrases", locale, key)
        like = usual if file != usual else "the same key of the other languages"
        yield DataError(file, key, "(sentence)", problem, f"compare it with {like}")


def _given_to_phrases() -> Mapping[str, frozenset[str]]:
    """The names that the code gives to each phrase, by what the languages say together.

    Without those of the files of workouts, which have their own words in American English.
    """
    bases = {one.base for one in all_locales().values()} & locales_of("phrases")
    others = [read_phrases(base) for base in sorted(bases - {LOCALE})]
    given, own = names_given(read_phrases(LOCALE), others), dict(flatten(load_collection().words))
    return {key: names for key, names in given.items() if key not in own}


def table_lacks(
    file: str, tables: Mapping[str, Any], like: Mapping[str, Any], where: str = EVERYTHING
) -> Iterator[DataError]:
    """Compare a table with the same table of American English, ``like``: its keys and kinds, not its words.

    Yields an error for each table or list that is missing, that nothing reads, or that is of another kind. Its
    entry is the table that it stands in, behind the names of those around it.
    """
    remedy = f"write it as {LOCALE}.toml has it"
    for key in sorted(like.keys() | tables.keys() - MAY_HAVE):
        if key not in tables:
            yield DataError(file, where, key, "is missing", remedy)
        elif key not in like:
            known = ", ".join(sorted(like))
            yield DataError(file, where, key, "is read by nothing", f"choose among: {known}")
        elif not _is_alike(tables[key], like[key]):
            names = {"dict": "table", "list": "list of words"}
            kind = names.get(type(like[key]).__name__, "such value")
            yield DataError(file, where, key, f"is no {kind}", remedy)
        elif isinstance(tables[key], dict) and key not in OPEN:
            within = key if where == EVERYTHING else f"{where}.{key}"
            yield from table_lacks(file, tables[key], like[key], within)


def text_lacks(file: str, texts: Mapping[str, Any], like: Mapping[str, Any]) -> Iterator[DataError]:
    """The texts of the page that are missing, or shown by nothing."""
    for key in sorted(like.keys() ^ texts.keys()):
        problem = "is missing" if key in like else "is shown by nothing"
        yield DataError(file, key, "(text)", problem, f"compare it with words/{LOCALE}.json")


def model_lacks(
    file: str, model: Mapping[str, Any], like: Mapping[str, Any]
) -> Iterator[DataError]:
    """The intents, slots and values that a model in Amazon's form lacks, and those that are there for nothing.

    It may name exercises beyond those: the ones of files of workouts.
    """
    remedy = f"compare it with interaction_models/{LOCALE}.json"
    (ours, named), (theirs, needed) = _parts(model), _parts(like)
    for intent in sorted(ours.keys() ^ theirs.keys()):
        problem = "is missing" if intent in theirs else "is known by nothing"
        yield DataError(file, "intents", intent, problem, remedy)
    for intent in sorted(ours.keys() & theirs.keys()):
        for slot in sorted(dict(ours[intent].items() ^ theirs[intent].items())):
            yield DataError(file, intent, f"slot {slot}", "is missing or other", remedy)
    yield from _sample_lacks(
        file, model["interactionModel"]["languageModel"]["intents"], {**ours, **theirs}
    )
    for kind, ids in needed.items():
        for id_ in sorted(ids - named.get(kind, set())):
            yield DataError(file, kind, id_, "is missing", remedy)


def _sample_lacks(
    file: str, intents: Sequence[Mapping[str, Any]], slots: Mapping[str, Mapping[str, str]]
) -> Iterator[DataError]:
    """The samples that take a slot which their intent does not have."""
    for intent in intents:
        known = slots[intent["name"]]
        for sample in intent.get("samples", []):
            for slot in sorted({*_TAKEN.findall(sample)} - known.keys()):
                remedy = f"choose among: {', '.join(known) or 'none'}"
                yield DataError(file, intent["name"], sample, f"{{{slot}}} is no slot", remedy)


def read_model(file: str, text: str) -> dict[str, Any]:
    """An interaction model in Amazon's form.

    Raises:
        DataError: the text is no JSON, or no model with slot types.
    """
    model: dict[str, Any] = _read(file, text)
    try:
        found = {kind["name"] for kind in model["interactionModel"]["languageModel"]["types"]}
    except (KeyError, TypeError) as error:
        remedy = "keep what is in the braces of interaction_models/en-US.json, and translate it"
        raise DataError(file, "(file)", "types", f"is no model: {error}", remedy) from None
    if "EXERCISE" not in found:
        raise DataError(file, "types", "EXERCISE", "is missing", "add this slot type")
    return model


def _lacks_beside(locale: Locale) -> Iterator[DataError]:
    """What stands beside the data: texts for customers, and what the tests read."""
    if not MANIFEST.exists():  # pragma: no cover (installed without the project)
        return
    manifest = _read("deploy/skill.json", MANIFEST.read_text("utf-8"))["manifest"]
    written = manifest["publishingInformation"]["locales"]
    if not {locale.name, *locale.words} & written.keys():
        where = f"publishingInformation.locales.{locale.base}"
        remedy = "write the skill's name, summary, description, example phrases and keywords"
        yield DataError("deploy/skill.json", locale.name, where, "is missing", remedy)
    for file in (one.format(locale.base) for one in TESTS):
        if not (ROOT / file).exists():
            yield DataError(file, locale.name, "(file)", "is missing", "see docs/adding-words.md")


def _is_alike(value: Any, usual: Any) -> bool:
    """Whether a value is of the kind of the usual one; a list holds texts, tables or lists, none empty."""
    if type(value) is not type(usual):
        return False
    return not isinstance(value, list) or all(
        one and isinstance(one, str | dict | list) for one in value
    )


def _parts(model: Mapping[str, Any]) -> tuple[dict[str, dict[str, str]], dict[str, set[str]]]:
    """The slots of each intent with their types, and the ids of each slot type."""
    spoken = model["interactionModel"]["languageModel"]
    intents = {
        intent["name"]: {slot["name"]: slot["type"] for slot in intent.get("slots", [])}
        for intent in spoken["intents"]
    }
    types = {kind["name"]: {value["id"] for value in kind["values"]} for kind in spoken["types"]}
    return intents, types


def _read(file: str, text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise DataError(file, "(file)", "(all)", f"is no JSON: {error}", "correct it") from None
