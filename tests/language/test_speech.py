from hypothesis import given
from hypothesis import strategies as st

from skill.language.speech import SpeechRate

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
