from hypothesis import given
from hypothesis import strategies as st
from support.tables import with_each
from unicode_rbnf import RbnfEngine

from skill.simulator.models import hearing_of

ENGLISH = hearing_of("en-US")
DURATION, iso_duration, plain = ENGLISH.durations.pattern, ENGLISH.durations.iso, ENGLISH.plain
NUMBERS = RbnfEngine.for_language("en")


@with_each(
    ("said", "spelled"),
    [
        ("What's my NEXT exercise?!", "what is my next exercise"),
        ("what\u2019s my next exercise", "what is my next exercise"),
        ("whats my next exercise", "what is my next exercise"),
        ("gimme fifteen more secs", "give me 15 more seconds"),
        ("a hundred", "100"),
        ("hundred", "100"),
        ("one hundred and five", "105"),
        ("a hundred and twenty", "120"),
        ("minus three", "-3"),
        ("negative twelve", "-12"),
        ("-3", "-3"),
        ("forty-five", "45"),
        ("forty five and go", "45 and go"),
        ("one two three", "1 2 3"),
        ("twenty ten", "20 10"),
        ("one hundred 250", "100 250"),
        ("fifteen, please.", "15 please"),
        ("a squat", "a squat"),
        ("minus the squats", "minus the squats"),
        ("I have 12.5 kg.", "i have 12 and a half kilos"),
        ("1,5 minutes", "1 and a half minutes"),
        ("at 7.30", "at 7 30"),
        ("on 1.5.2026", "on 1 5 2026"),
        ("12.3 kilos", "12.3 kilos"),
        ("  ", ""),
    ],
)
def test_a_sentence_has_one_plain_spelling(said: str, spelled: str) -> None:
    assert plain(said) == spelled


@given(st.integers(0, 999))
def test_every_number_below_a_thousand_is_understood_in_words(number: int) -> None:
    words = NUMBERS.format_number(number).text
    assert plain(words) == str(number)
    assert plain(words.replace("-", " ")) == str(number)
    assert plain(f"minus {words}") == f"-{number}"


@given(st.text())
def test_a_plain_spelling_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@with_each(
    ("said", "iso"),
    [
        ("fifteen seconds", "PT15S"),
        ("ninety seconds", "PT90S"),
        ("a second", "PT1S"),
        ("one minute and thirty seconds", "PT1M30S"),
        ("one minute thirty seconds", "PT1M30S"),
        ("one minute thirty", "PT1M30S"),
        ("a minute and a half", "PT1M30S"),
        ("another minute", "PT1M"),
        ("one and a half minutes", "PT1M30S"),
        ("half a minute", "PT30S"),
        ("half an hour", "PT30M"),
        ("a half hour", "PT30M"),
        ("an hour and a half", "PT1H30M"),
        ("a quarter of an hour", "PT15M"),
        ("quarter of an hour", "PT15M"),
        ("three quarters of an hour", "PT45M"),
        ("three quarters of a minute", "PT45S"),
        ("two hours ten minutes", "PT2H10M"),
        ("two and a half hours", "PT2H30M"),
        ("half a second", "PT0.5S"),
        ("15 s", "PT15S"),
        ("zero seconds", "PT0S"),
    ],
)
def test_a_spoken_duration_becomes_iso_8601(said: str, iso: str) -> None:
    found = DURATION.fullmatch(plain(said))
    assert found is not None
    assert iso_duration(found.group()) == iso


@with_each("said", ["fifteen", "the seconds", "minutes", "and a half", "second set"])
def test_what_is_no_duration_is_not_taken_for_one(said: str) -> None:
    assert DURATION.search(plain(said)) is None
