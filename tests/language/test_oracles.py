"""Numbers, plurals and lists are those that others have worked out, but where a difference is meant.

babel (plural rules and lists of the CLDR), unicode-rbnf (its number words) and num2words judge our files. No part
of them runs for a runner.
"""

from functools import cache

import pytest
from babel import Locale
from babel.lists import format_list
from num2words import num2words
from support.tables import with_each
from unicode_rbnf import RbnfEngine

from skill.loaders import all_locales, load_phrasebook, read_number_words, read_phrases
from skill.simulator.models import hearing_of
from skill.speed.plural_rules import read_plural

LANGUAGES = sorted({locale.base for locale in all_locales().values()})
LOCALES = sorted(all_locales())
MOST_SAID, MOST_HEARD = 60, 999

REFORMED = {21: "vingt", 31: "trente", 41: "quarante", 51: "cinquante"}
"""CLDR writes French as the reform of 1990 has it, "vingt-et-un". We write "vingt et un", as num2words and
most people do: both are right, and sound the same."""

COMMA_BEFORE_AND = ("en-US",)
"""American print has a comma before the last "and"; spoken it would be a pause where nobody makes one."""


def _language(locale: str) -> str:
    return locale.split("-", 1)[0]


@cache
def _cldr(language: str) -> RbnfEngine:
    return RbnfEngine.for_language(language)


def _by_cldr(n: int, locale: str, rules: str | None = None) -> str:
    found = _cldr(_language(locale)).format_number(n)
    return found.text_by_ruleset[rules] if rules else found.text


@with_each("locale", LANGUAGES)
def test_number_words_are_those_of_others(locale: str) -> None:
    book = load_phrasebook(locale)
    ours = {n: book.number(n) for n in range(MOST_SAID + 1)}
    assert ours == {n: num2words(n, lang=_language(locale)) for n in ours}
    differ = {n for n, word in ours.items() if word != _by_cldr(n, locale)}
    assert differ == (set(REFORMED) if locale == "fr-FR" else set())
    for n in differ:
        assert _by_cldr(n, locale) == f"{REFORMED[n]}-et-un"


@with_each(
    ("locale", "form", "rules"),
    [
        ("es-ES", "feminine", "spellout-cardinal-feminine"),
        ("es-ES", "masculine", "spellout-cardinal-masculine"),
        ("fr-FR", "feminine", "spellout-cardinal-feminine"),
        ("de-DE", "neuter", "spellout-cardinal-neuter"),
    ],
)
def test_number_words_have_the_forms_of_others(locale: str, form: str, rules: str) -> None:
    numbers = read_number_words(locale)
    for n in range(1, MOST_SAID + 1):
        # Hyphens are the reform's; see above.
        ours, theirs = numbers.word(n, form), _by_cldr(n, locale, rules)
        assert ours.replace(" ", "-") == theirs.replace(" ", "-"), n


@pytest.mark.slow
@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_number_that_others_write_is_heard(locale: str) -> None:
    hearing = hearing_of(locale)
    for n in range(MOST_HEARD + 1):
        for said in {num2words(n, lang=_language(locale)), _by_cldr(n, locale)}:
            assert hearing.plain(said.replace("\u00ad", "")) == str(n), said


@with_each("locale", LOCALES)
def test_plurals_follow_unicodes_rules(locale: str) -> None:
    settings = read_phrases(locale)["locale"]
    place, theirs = read_plural(settings["plural"]), Locale.parse(locale, sep="-").plural_form
    for n in range(1_000):
        assert settings["plural_categories"][place(n)] == theirs(n), n


@with_each("locale", LOCALES)
def test_lists_are_joined_as_unicode_does(locale: str) -> None:
    between, before_last, pair = read_phrases(locale)["locale"]["list"]
    theirs = [format_list([*names], locale=locale.replace("-", "_")) for names in ("ab", "abcd")]
    if locale in COMMA_BEFORE_AND:
        theirs[1] = theirs[1].replace(", and", " and")
    assert [f"a{pair}b", f"a{between}b{between}c{before_last}d"] == theirs
