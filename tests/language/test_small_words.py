"""Small words fit what is filled in behind them: "an exercise band", "l'exercice", "del ejercicio"."""

import re

import pytest

from skill.language.filled import filled_sentences
from skill.loaders import all_locales, load_phrasebook, read_words

UNFIT = {
    "en": re.compile(r"\ba [aeiou](?!ni|se|ur|ne\b)|\ban [^aeiouh\W]", re.IGNORECASE),
    # A number is no word to lean on: "on repart de un", "de onze".
    "fr": re.compile(
        r"(?<!-)\b(?:de|le|la|je|que|ne|se|me|te) (?!onze|un\b|une\b|huit)[aeiouyéèêàâîô]",
        re.IGNORECASE,
    ),
    "es": re.compile(r"\b(?:de|a) el\b|\by (?:i|hi)(?![ae])|\bo (?:o|ho)", re.IGNORECASE),
}
"""What no sentence of a language has, whatever name stands in it."""


@pytest.mark.parametrize(
    "locale", sorted(locale for locale in all_locales() if locale[:2] in UNFIT)
)
def test_small_words_fit_every_name_behind_them(locale: str) -> None:
    book, tables = load_phrasebook(locale), read_words("phrases", locale)
    unfit = [
        (key, text)
        for key, text in filled_sentences(book, tables)
        if UNFIT[locale[:2]].search(text)
    ]
    assert unfit == []
