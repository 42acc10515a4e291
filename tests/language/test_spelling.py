"""Whatever a runner reads or hears is spelt as in the language's dictionaries, and has no English left in it.

Two lists of words know a language here, `pyspellchecker`'s by what is often written and `simplemma`'s by its
grammar; each lacks what the other has. What neither knows and is right all the same stands in
``spelling/<locale>.txt``, one word a line.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from support.tables import with_each

from skill.data import locales_of, read_data
from skill.simulator.lacks import MANIFEST
from skill.simulator.models import PAGE_WORDS

spellchecker = pytest.importorskip("spellchecker", reason="needs pyspellchecker")
simplemma = pytest.importorskip("simplemma", reason="needs simplemma")

RIGHT = Path(__file__).parent / "spelling"
LOCALES = sorted(locales_of("phrases"))
OTHERS = [locale for locale in LOCALES if not locale.startswith("en-")]
NO_WORDS = re.compile(r"\{[^}]*\}|<[^>]*>|https?://\S+|pip install \S+")
WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")

_ENGLISH = """
    the of and to is are was were be been with for from by at it this that these those you your we our they
    not and or but if then than what which who how why when where there here into out about after before
    again between through during each every both have has had do does did will would can could should may
    next last left right more most less your yours its their them his her
"""
ENGLISH = frozenset(_ENGLISH.split())
"""Words that nearly every English sentence has one of."""

THEIRS_TOO = {
    "de": {"her", "last", "was", "will"},
    "es": {"has"},
    "fr": {"but", "or"},
}
"""Those that the language has as well, with a meaning of its own."""


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in ("locale", "id"):
                yield from strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)


def texts(locale: str) -> Iterator[tuple[str, str]]:
    """Every text that is read or heard, with the file that it stands in."""
    for kind in ("phrases", "suggestions"):
        if locale in locales_of(kind):
            file = f"{kind}/{locale}.toml"
            yield from ((file, text) for text in strings(read_data(file)))
    page = PAGE_WORDS / f"{locale}.json"
    if page.exists():
        yield from ((page.name, text) for text in strings(json.loads(page.read_text("utf-8"))))
    written = json.loads(MANIFEST.read_text("utf-8"))["manifest"]["publishingInformation"]
    yield from ((MANIFEST.name, text) for text in strings(written["locales"].get(locale, {})))


def words(text: str) -> list[str]:
    plain = NO_WORDS.sub(" ", text).replace("\u2019", "'")
    return WORD.findall(plain)


@cache
def often_written(language: str) -> Any:
    return spellchecker.SpellChecker(language=language)


@cache
def is_known(word: str, language: str) -> bool:
    """Whether a dictionary has a word, however its first letter is written, or each part of a compound."""
    forms = {word, word.lower(), word.capitalize()}
    if any(simplemma.is_known(form, lang=language) for form in forms):
        return True
    if word.lower() in often_written(language):
        return True
    parts = [part for part in re.split("['-]", word) if part]
    return len(parts) > 1 and all(len(part) == 1 or is_known(part, language) for part in parts)


def right_though_unknown(locale: str) -> set[str]:
    """The words of the lists of a language: files of one language are laid over one another."""
    listed = (RIGHT / f"{name}.txt" for name in LOCALES if name[:2] == locale[:2])
    return {word for file in listed if file.exists() for word in file.read_text("utf-8").split()}


@pytest.mark.slow
@pytest.mark.parametrize("locale", LOCALES)
def test_every_word_is_in_a_dictionary_or_known_to_be_right(locale: str) -> None:
    language, right = locale[:2], right_though_unknown(locale)
    unknown = {
        (word, file)
        for file, text in texts(locale)
        for word in words(text)
        if word not in right and not is_known(word, language)
    }
    assert unknown == set()


@pytest.mark.slow
@pytest.mark.parametrize("language", sorted({locale[:2] for locale in LOCALES}))
def test_no_list_has_a_word_that_nobody_uses_or_that_is_known(language: str) -> None:
    ours = [locale for locale in LOCALES if locale[:2] == language]
    used = {word for locale in ours for _, text in texts(locale) for word in words(text)}
    for locale in ours:
        file = RIGHT / f"{locale}.txt"
        listed = file.read_text("utf-8").split() if file.exists() else []
        assert listed == sorted(set(listed))
        assert [w for w in listed if w not in used or is_known(w, language)] == []


SLIPS = {
    "de-DE": ("Wiederhohlung", "Kniebeute"),
    "es-ES": ("repetisiones", "sentadiyas"),
    "fr-FR": ("répetition", "épaulles"),
    "en-US": ("repitition",),
}


@pytest.mark.slow
@pytest.mark.parametrize("locale", SLIPS)
def test_a_slip_is_found(locale: str) -> None:
    right = right_though_unknown(locale)
    assert [slip for slip in SLIPS[locale] if slip in right or is_known(slip, locale[:2])] == []


@with_each("locale", OTHERS)
def test_no_english_is_left(locale: str) -> None:
    english = ENGLISH - THEIRS_TOO.get(locale[:2], set())
    left = [
        (file, text)
        for file, text in texts(locale)
        if english.intersection(word.lower() for word in words(text))
    ]
    assert left == []
