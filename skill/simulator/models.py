"""The interaction models: as they are packaged, and as they are read to understand by them."""

import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

import skill
from skill.alexa.spoken_names import with_values
from skill.data import locales_of, names_of
from skill.language.alarms import SIGNS, Grade
from skill.language.locales import Locale
from skill.language.slot_names import PART
from skill.loaders import (
    LOCALE,
    SPOKEN,
    all_locales,
    load_collection,
    load_listener,
    read_number_words,
    read_words,
)
from skill.simulator.hearing_files import check_hearing
from skill.training.programme import SpokenNames
from skill.understanding import Hearing, InteractionModel

ROOT = Path(skill.__file__).parents[1]

MODELS = ROOT / "interaction_models"
"""Amazon's own files lie beside the package, where its command-line tool looks for them."""

PAGE_WORDS = ROOT / "skill" / "simulator" / "page" / "site" / "words"
"""What the page says."""

KINDS = (*SPOKEN, "hearing", "suggestions")
"""The data files that make a language, beside its interaction model."""

Json = dict[str, Any]


def missing_files(locale: Locale) -> list[str]:
    """What a locale lacks of the files that hold all of its words, by their paths in the project."""
    return [file for file, is_there in _files(locale).items() if not is_there]


def is_begun(locale: Locale) -> bool:
    """Whether any file of a locale is there, so that none may be missing."""
    return any(_files(locale).values())


def _files(locale: Locale) -> dict[str, bool]:
    """The files that hold all words of a locale, and whether each is there."""
    there = {
        f"skill/data/{kind}/{locale.base}.toml": locale.base in locales_of(kind) for kind in KINDS
    }
    model = MODELS / f"{locale.model}.json"
    there[f"skill/data/sentences/{locale.model}.toml"] = locale.model in locales_of("sentences")
    for path in (model, PAGE_WORDS / f"{locale.base}.json"):
        there[path.relative_to(ROOT).as_posix()] = path.exists()
    return there


@cache
def heard_locales() -> dict[str, Locale]:
    """The locales in which the pretend Echo can be talked to, since nothing of them is missing.

    Raises:
        DataError: an entry of ``locales.toml`` is wrong.
    """
    return {name: one for name, one in all_locales().items() if not missing_files(one)}


def model_document(locale: Locale) -> Json:
    """The interaction model of a locale in Amazon's form, as it is packaged.

    It has the locale's own invocation name and spelling, and the names of what comes with the coach.
    """
    found = load_collection()
    names = SpokenNames(found.exercise_names, found.programme_names)
    text = (MODELS / f"{locale.model}.json").read_text("utf-8")
    model = with_values(json.loads(text), names)
    model["interactionModel"]["languageModel"]["invocationName"] = locale.invocation
    return model if not locale.spelt else _spelt(model, locale)


def _spelt(model: Json, locale: Locale) -> Json:
    either = "|".join(map(re.escape, locale.spelt))
    text = json.dumps(model, ensure_ascii=False)
    respelt: Json = json.loads(re.sub(rf"\b({either})\b", lambda word: locale.spelt[word[0]], text))
    return respelt


@cache
def load_model(name: str = LOCALE) -> InteractionModel:
    """The interaction model of a locale, as it is packaged, with what is known of how its language is heard.

    Raises:
        KeyError: there is no such locale.
        InteractionModelFault: there is no model, or it cannot be read.
        DataError: nothing is known of how its language is heard, or a file of it is wrong.
    """
    locale = all_locales()[name]
    path = MODELS / f"{locale.model}.json"
    InteractionModel.read(path)  # which tells what is wrong with the file
    return InteractionModel.parse(model_document(locale), str(path), hearing_of(name))


def hearing_of(name: str) -> Hearing:
    """How the language of a locale is heard: by its data file, by the number words of its coach and its alarms.

    Raises:
        KeyError: there is no such locale.
        DataError: nothing is known of it, or a file is wrong.
    """
    listener = load_listener(name)
    ones = number_words(name)[1]

    def grade(said: str) -> Grade | None:
        # A plain sentence has its small words as figures: "1 coup dans le genou" is "un coup dans le genou".
        words = said.split()
        spelt = [" ".join(one if word == "1" else word for word in words) for one in ones]
        heard = (listener.alarm(text) for text in (said, *(spelt if "1" in words else ())))
        return next((alarm.grade for alarm in heard if alarm is not None), None)

    return Hearing.of(
        read_words("hearing", name, check_hearing),
        number_words(name),
        alarms=lambda said: grade(said) is not None,
        grave=lambda said: grade(said) in (*SIGNS, Grade.HELP),
        feared=_feared(name),
    )


def _feared(name: str) -> Iterator[str]:
    """What stops the count in a locale's text; what does so only beside a part of the body, behind one."""
    told = read_words("alarms", name)
    parts = cycle(names_of(all_locales()[name].model)[PART])
    yield from (said for kind in (*Grade, "lies_there") for said in told.get(kind, ()))
    for said in (*told.get("danger_in_arm", ()), *told.get("with_part", ())):
        yield f"{next(parts)} {said}"


def number_words(name: str) -> dict[int, tuple[str, ...]]:
    """The words of a locale's coach for numbers, in all their forms."""
    numbers: dict[int, tuple[str, ...]] = {}
    for word, number in read_number_words(name).words():
        numbers[number] = (word, *numbers.get(number, ()))
    return numbers
