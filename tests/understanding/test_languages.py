"""What other languages need: compounds, numbers with a gender, elision, clocks of their own."""

import pytest
from support.tables import with_each

from skill.understanding import Hearing
from skill.understanding.invocation import InvocationName

GERMAN = Hearing.of(
    {
        "wake": ["Alexa"],
        "spelling": {"fold": {"ä": "ae", "ö": "oe", "ü": "ue"}, "longhand": {"gehts": "geht es"}},
        "numbers": {
            "also": {"1": ["ein", "eine", "einen"], "23": ["dreiundzwanzig"], "100": ["hundert"]},
            "hundreds": ["hundert"],
            "links": ["und"],
            "joined": True,
        },
        "durations": {
            "units": {"h": ["Stunde", "Stunden"], "m": ["Minute", "Minuten"], "s": ["Sekunden"]},
            "amounts": {"0.5": ["eine halbe", "halbe"], "1.5": ["anderthalb"]},
            "phrases": {"900": ["eine Viertelstunde"]},
            "links": ["und"],
        },
        "times": {
            "forms": {
                "{hour}": 0,
                "{hour} Uhr": 0,
                "{hour} Uhr {minute}": 0,
                "halb {hour}": -30,
                "Viertel nach {hour}": 15,
            },
            "after_noon": ["abends"],
        },
        "calls": {"opening": ["öffne"], "opening_behind": ["öffnen"], "and_then": ["und"]},
    },
    {
        number: (word,)
        for number, word in enumerate(
            [
                "null",
                "eins",
                "zwei",
                "drei",
                "vier",
                "fünf",
                "sechs",
                "sieben",
                "acht",
                "neun",
                "zehn",
            ]
        )
    },
)
FRENCH = Hearing.of(
    {
        "spelling": {"apostrophe": " ", "fold": {"é": "e", "è": "e", "ê": "e"}},
        "numbers": {"also": {"1": ["une"], "97": ["quatre-vingt-dix-sept"], "100": ["cent"]}},
    },
    {0: ("zéro",), 1: ("un",), 2: ("deux",)},
)


@with_each(
    ("said", "spelled"),
    [
        ("Dreiundzwanzig!", "23"),
        ("zweihundertfünf", "205"),
        ("hundertdreiundzwanzig", "123"),
        ("einhundertundeins", "101"),
        ("noch eine Übung", "noch 1 uebung"),
        ("wie gehts", "wie geht es"),
    ],
)
def test_german_is_spelt_plainly(said: str, spelled: str) -> None:
    assert GERMAN.plain(said) == spelled


@with_each(
    ("said", "spelled"),
    [
        ("qu\u2019est-ce que c\u2019est", "qu est ce que c est"),
        ("quatre-vingt-dix-sept répétitions", "97 repetitions"),
        ("cent deux", "102"),
        ("une", "1"),
    ],
)
def test_french_is_spelt_plainly(said: str, spelled: str) -> None:
    assert FRENCH.plain(said) == spelled


@with_each(
    ("said", "iso"),
    [
        ("eine halbe Minute", "PT30S"),
        ("anderthalb Stunden", "PT1H30M"),
        ("eine Viertelstunde", "PT15M"),
        ("eine Minute und zehn Sekunden", "PT1M10S"),
        ("zwei Minuten zehn", "PT2M10S"),
    ],
)
def test_a_german_duration_becomes_iso_8601(said: str, iso: str) -> None:
    found = GERMAN.durations.pattern.fullmatch(GERMAN.plain(said))
    assert found is not None
    assert GERMAN.durations.iso(found.group()) == iso


@with_each(
    ("said", "written"),
    [
        ("halb acht", "07:30"),
        ("sieben Uhr abends", "19:00"),
        ("Viertel nach sieben abends", "19:15"),
        ("7 Uhr 45", "07:45"),
    ],
)
def test_a_german_time_is_written_as_amazon_sends_it(said: str, written: str) -> None:
    found = GERMAN.times.pattern.fullmatch(GERMAN.plain(said))
    assert found is not None
    assert GERMAN.times.iso(found.group()) == written


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("Alexa, öffne starker Schritt", ""),
        ("starker Schritt öffnen", ""),
        ("öffne starker Schritt und fang an", "fang an"),
    ],
)
def test_a_skill_is_called_in_the_words_of_the_language(said: str, wish: str) -> None:
    call = InvocationName("starker schritt", GERMAN).called(said)
    assert call is not None
    assert call.wish == wish


def test_without_any_words_of_a_language_nothing_is_taken_for_one() -> None:
    bare = Hearing()
    assert bare.plain("Half past seven, please!") == "half past seven please"
    assert bare.durations.pattern.search("7 minutes") is None
    assert bare.times.pattern.search("half past 7") is None
    assert InvocationName("strong stride", bare).called("open strong stride") is None
