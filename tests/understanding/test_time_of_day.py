"""Times of the day as people say them, written as Amazon sends them."""

import re

from hypothesis import given
from hypothesis import strategies as st
from support.tables import with_each

from skill.simulator.models import hearing_of

ENGLISH = hearing_of("en-US")
TIME, iso_time, plain = ENGLISH.times.pattern, ENGLISH.times.iso, ENGLISH.plain


@with_each(
    ("said", "written"),
    [
        ("seven", "07:00"),
        ("seven o'clock", "07:00"),
        ("seven in the morning", "07:00"),
        ("seven in the evening", "19:00"),
        ("seven p.m.", "19:00"),
        ("7 pm", "19:00"),
        ("7pm", "19:00"),
        ("7:45 AM", "07:45"),
        ("seven thirty", "07:30"),
        ("one thirty", "01:30"),
        ("one fifty in the afternoon", "13:50"),
        ("six oh five in the evening", "18:05"),
        ("half past seven", "07:30"),
        ("quarter past six pm", "18:15"),
        ("quarter to eight in the morning", "07:45"),
        ("quarter to one in the morning", "00:45"),
        ("a quarter after six", "06:15"),
        ("ten past seven", "07:10"),
        ("twenty five past seven", "07:25"),
        ("five after seven", "07:05"),
        ("twenty to eight in the evening", "19:40"),
        ("five to one in the morning", "00:55"),
        ("twelve thirty at night", "00:30"),
        ("twelve in the afternoon", "12:00"),
        ("eleven at night", "23:00"),
        ("two at night", "02:00"),
        ("nineteen thirty", "19:30"),
        ("noon", "12:00"),
        ("midnight", "00:00"),
        ("morning", "MO"),
        ("afternoon", "AF"),
        ("evening", "EV"),
        ("night", "NI"),
    ],
)
def test_a_time_is_written_as_amazon_sends_it(said: str, written: str) -> None:
    sentence = plain(f"remind me on tuesday at {said} please")
    found = TIME.search(sentence)
    assert found is not None
    assert iso_time(found.group()) == written


@with_each("said", ["tuesday", "ninety", "seventy five", "soon", "the eighth"])
def test_what_is_no_time_is_not_taken_for_one(said: str) -> None:
    assert TIME.search(plain(f"remind me {said}")) is None


@given(st.text())
def test_whatever_matches_is_written_as_a_time_or_as_none_at_all(text: str) -> None:
    for found in TIME.finditer(plain(text)):
        assert re.fullmatch(
            r"[01]\d:[0-5]\d|2[0-3]:[0-5]\d|MO|AF|EV|NI|\?", iso_time(found.group())
        )


@with_each(
    ("locale", "said", "written"),
    [
        ("en-GB", "half seven", "07:30"),
        ("en-AU", "half six in the evening", "18:30"),
        ("de-DE", "halb sieben", "06:30"),
        ("es-ES", "siete menos cuarto de la mañana", "06:45"),
        ("es-ES", "ocho menos veinte de la tarde", "19:40"),
        ("es-MX", "diez para las ocho", "07:50"),
        ("fr-FR", "une heure moins vingt-cinq", "00:35"),
        ("es-MX", "cuarto para las siete de la mañana", "06:45"),
        ("es-US", "un cuarto para la una de la tarde", "12:45"),
        ("fr-FR", "sept heures moins le quart", "06:45"),
        ("fr-CA", "sept heures moins quart", "06:45"),
    ],
)
def test_a_country_tells_the_time_in_its_own_way(locale: str, said: str, written: str) -> None:
    """A British "half seven" and a German "halb sieben" are an hour apart."""
    hearing = hearing_of(locale)
    found = re.fullmatch(hearing.times.pattern, hearing.plain(said))
    assert found
    assert hearing.times.iso(found.group()) == written


def test_what_a_country_says_otherwise_is_left_to_it() -> None:
    """In America nobody says "half seven", so nothing there is heard as a time that may be wrong."""
    assert re.fullmatch(ENGLISH.times.pattern, ENGLISH.plain("half seven")) is None
