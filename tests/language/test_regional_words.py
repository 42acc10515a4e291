"""A country is not spoken to in another country's words, whoever writes the next sentence for the language."""

import re

import pytest
from support.tables import with_each

from skill.language.phrase_files import flatten
from skill.loaders import offered_locales, read_words

OF_SPAIN = (
    r"(?:he|ha|has|han) (?:sido|hecho|dicho|visto|puesto|\w+[aií]do)",  # "hice", "estuvo" in America
    r"altavoz|ordenador|barandilla|zapatillas|agujetas|zancadas?|gemelos?",
    r"112",  # the emergency number is another one in America
    r"túmba\w+|de un tirón|en el sitio|tu sitio|el sitio",
)
NOT_OF_ALL = (r"coge\w*|coja\w*", r"vosotr\w+|os|usted(?:es)?|vos")
"""What is rude in America, and who is not spoken to: the coach says "tú" in every country."""
OF_FRANCE = (r"enceintes?", r"appli", r"chrono", r"bitume", r"fractionné", r"cent douze")


def _heard(locale: str, words: tuple[str, ...]) -> list[str]:
    pattern = re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
    tables = {key: value for key, value in read_words("phrases", locale).items() if key != "locale"}
    texts = ((key, text) for key, value in flatten(tables) for text in _texts(value))
    return [f"{key}: {text}" for key, text in texts if pattern.search(text)]


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for one in value.values() for text in _texts(one)]
    if isinstance(value, list):
        return [text for one in value for text in _texts(one)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("locale", ["es-MX", "es-US"])
def test_in_america_the_coach_says_nothing_that_only_spain_says(locale: str) -> None:
    assert _heard(locale, OF_SPAIN) == []


@pytest.mark.parametrize("locale", ["es-ES", "es-MX", "es-US"])
def test_a_spanish_coach_is_never_rude_and_says_tu(locale: str) -> None:
    assert _heard(locale, NOT_OF_ALL) == []


def test_in_quebec_the_coach_says_nothing_that_only_france_says() -> None:
    assert _heard("fr-CA", OF_FRANCE) == []


def test_the_words_are_found_where_they_are_said() -> None:
    assert _heard("es-ES", OF_SPAIN)
    assert _heard("fr-FR", OF_FRANCE)


LISTENERS = {
    "en-US": "nine eight eight",
    "en-CA": "nine eight eight",
    "en-GB": "one one six, one two three",
    "en-AU": "thirteen, eleven, fourteen",
    "en-IN": "one four four one six",
    "de-DE": "null acht null null, eins eins eins, null eins eins eins",
    "es-ES": "cero veinticuatro",
    "es-MX": "ochocientos, nueve once, dos mil",
    "es-US": "nueve ocho ocho",
    "fr-FR": "trente et un quatorze",
    "fr-CA": "neuf huit huit",
}
"""Who listens to somebody who wants to die: 988, 116 123 (Samaritans), 13 11 14 (Lifeline), 14416 (Tele-MANAS),
0800 1110111 (TelefonSeelsorge), 024, 800 911 2000 (Línea de la Vida), 3114."""


@with_each("locale", offered_locales())
def test_who_wants_to_die_is_told_whom_to_call_in_the_own_country(locale: str) -> None:
    called = read_words("phrases", locale)["despair"]["call"]
    assert LISTENERS[locale] in called
    elsewhere = {number for number in LISTENERS.values() if number != LISTENERS[locale]}
    assert not [number for number in elsewhere if number in called]


@pytest.mark.parametrize("locale", [name for name in offered_locales() if name.startswith("es")])
def test_no_spanish_name_would_turn_the_and_before_it_into_e(locale: str) -> None:
    """Lists say "planchas y zancadas"; before an i it would have to be "e insectos"."""
    tables = read_words("phrases", locale)
    kinds = ("exercise", "stretch", "warm_up", "programme")
    names = [
        one["name"]
        for kind in kinds
        for one in tables[kind].values()
        if isinstance(one, dict) and "name" in one
    ]
    names += [
        text for kind in ("tool", "need", "muscle", "joint") for text in tables[kind].values()
    ]
    assert len(names) > 50
    assert [name for name in names if re.match(r"h?i(?!e)", name)] == []
