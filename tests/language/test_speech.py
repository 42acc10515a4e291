import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.tables import with_each

from skill.errors import DataError
from skill.language.speech import SpeechRate, read_speech_rate
from skill.loaders import all_locales, read_words

RATE = SpeechRate(300, 80, 400, 560, {"two": 250, "half done": 548})


def test_a_measured_word_takes_its_measured_time_however_it_is_written() -> None:
    for text in ("two", "Two.", "TWO!", "two..."):
        assert RATE.duration_ms(text) == 250
    assert RATE.duration_ms("Half done.") == 548


def test_other_words_take_time_by_letters_and_pauses() -> None:
    assert RATE.duration_ms("Rest") == 300 + 4 * 80
    assert RATE.duration_ms("Rest, now.") == 300 + 7 * 80 + 400
    assert RATE.duration_ms("Rest. Now.") == 300 + 7 * 80 + 560


@given(st.text(max_size=60), st.text(min_size=1, max_size=20, alphabet="abcdefg"))
def test_more_words_never_take_less_time(text: str, more: str) -> None:
    rate = SpeechRate(300, 80, 400, 560, {})
    assert 0 < rate.duration_ms(text) < rate.duration_ms(text + more) + 1


@given(st.text(st.characters(max_codepoint=127), max_size=60))
def test_plain_letters_are_counted_as_any_others_are(text: str) -> None:
    assert RATE.counted(text)[0] == RATE.counted(f"{text}é")[0] - 1


@with_each("locale", all_locales())
def test_the_pace_of_every_locale_is_as_its_file_says(locale: str) -> None:
    file = read_words("speech", locale)
    assert read_speech_rate("speech/en-US.toml", file) == SpeechRate(**file)


@with_each(
    ("field", "wrong", "told"),
    [
        ("start_ms", None, "start_ms is missing; write how many ms"),
        ("letter_ms", "58", "letter_ms cannot be '58'; write how many ms"),
        ("comma_ms", True, "comma_ms cannot be True"),
        ("stop_ms", -1, "stop_ms cannot be -1"),
        ("words", ["one"], "words cannot be"),
        ("words", {"one": "220"}, "words cannot be"),
        ("commas", 7, "commas cannot be 7; write the characters"),
        ("pause_ms", 300, "pause_ms is unknown; correct its spelling"),
    ],
)
def test_a_wrong_field_is_named_with_its_file_and_a_remedy(
    field: str, wrong: object, told: str
) -> None:
    table = {**read_words("speech", "en-US"), field: wrong}
    if wrong is None:
        del table[field]
    with pytest.raises(DataError, match=re.escape(told)) as refused:
        read_speech_rate("speech/en-US.toml", table)
    assert str(refused.value).startswith("speech/en-US.toml: ")
