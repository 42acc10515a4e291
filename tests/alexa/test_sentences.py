"""How long a runner spoke is estimated by what was understood."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.measure_sentences import measured
from skill.alexa.sentences import NO_SENTENCES, TALKING_MS, UNKNOWN_WORDS, WORD_MS, Sentences
from skill.bootstrap import load_sentences
from skill.data import FOLDER

ASKED = Sentences(lambda _locale: {"HowToIntent": [5, 4], "AMAZON.YesIntent": [3]})
HERE = "en-US"


def test_the_data_files_say_what_the_samples_of_the_models_say() -> None:
    kept = {path.stem: path.read_text("utf-8") for path in Path(FOLDER, "sentences").glob("*.toml")}
    assert kept == measured(), "run python -m benchmarks.measure_sentences"


def test_a_locale_without_a_model_of_its_own_is_spoken_as_the_nearest_one() -> None:
    said = [
        load_sentences().duration_ms("HowToIntent", [], locale)
        for locale in ("de-AT", "de-DE", "", "en-US")
    ]
    assert said[0] == said[1]
    assert said[2] == said[3]


def test_a_sentence_takes_its_usual_words_and_those_of_its_slots() -> None:
    assert ASKED.duration_ms("HowToIntent", [], HERE) == TALKING_MS + 5 * WORD_MS
    assert ASKED.duration_ms("HowToIntent", ["single leg stand"], HERE) == TALKING_MS + 7 * WORD_MS


def test_a_sentence_with_more_slots_than_any_sample_takes_those_of_the_longest() -> None:
    assert ASKED.duration_ms("AMAZON.YesIntent", ["a b"], HERE) == TALKING_MS + 5 * WORD_MS


def test_an_unknown_intent_and_a_call_by_name_take_a_few_words() -> None:
    for sentences in (ASKED, NO_SENTENCES):
        assert sentences.duration_ms("", [], HERE) == TALKING_MS + UNKNOWN_WORDS * WORD_MS
        assert sentences.duration_ms("NewIntent", [], HERE) == TALKING_MS + UNKNOWN_WORDS * WORD_MS


def test_a_question_takes_longer_than_a_yes() -> None:
    sentences = load_sentences()
    question = sentences.duration_ms("HowToIntent", ["calf raises"], HERE)
    assert question > sentences.duration_ms("AMAZON.YesIntent", [], HERE) + WORD_MS


@pytest.fixture(scope="module")
def shipped() -> Sentences:
    return load_sentences()


@given(intent=st.text(max_size=40), texts=st.lists(st.text(max_size=200), max_size=5))
def test_whatever_is_heard_takes_a_second_at_least(
    shipped: Sentences, intent: str, texts: list[str]
) -> None:
    assert shipped.duration_ms(intent, texts, HERE) >= TALKING_MS
