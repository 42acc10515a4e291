"""What is believed of a recogniser that writes any words, in each language."""

from collections.abc import Iterator
from functools import cache

import pytest

from skill.ears.ears import Words
from skill.ears.orders import OrderReader
from skill.ears.written import Letters, as_written, writing_in
from skill.loaders import LOCALE, load_listener
from skill.simulator.models import load_model


class Transcribing:
    """A recogniser that writes what it is told to."""

    def __init__(self, locale: str) -> None:
        hearing = load_model(locale).hearing
        self.writing, self.sounds, self.text = writing_in(hearing), Letters(hearing), ""

    def along(self, pcm: bytes) -> None:
        raise NotImplementedError

    def __call__(self, pcm: bytes) -> str:
        return as_written(self.text)

    def others(self) -> Iterator[str]:
        return iter(())


@cache
def reader(locale: str) -> tuple[Transcribing, OrderReader]:
    """Made once: it reads every sentence of the model."""
    transcribing = Transcribing(locale)
    return transcribing, OrderReader(transcribing, load_model(locale), load_listener(locale).alarm)


def heard(text: str, locale: str = LOCALE) -> Words:
    transcribing, reads = reader(locale)
    transcribing.text = text
    return reads(b"")


@pytest.mark.parametrize("text", ["Skip it, please.", "Could we skip this exercise?"])
def test_an_order_that_is_nearly_a_sentence_of_the_model_is_believed(text: str) -> None:
    assert heard(text) == Words(as_written(text))


@pytest.mark.parametrize(
    "text",
    [
        "Can you go a bit slower on the squats?",
        "Put me down for 12 kilos.",
        "Is there another move I could do instead?",
    ],
)
def test_an_order_in_other_words_is_asked_about_in_these_and_in_no_sentence_of_the_model(
    text: str,
) -> None:
    assert heard(text) == Words(as_written(text), in_doubt=True)


@pytest.mark.parametrize(
    ("locale", "text", "words"),
    [
        ("de-DE", "Nächste Übung, bitte!", "nächste übung bitte"),
        ("es-ES", "¿Qué viene ahora?", "qué viene ahora"),
        ("fr-FR", "C\u2019est quoi la suite ?", "c'est quoi la suite"),
    ],
)
def test_so_it_is_in_each_language(locale: str, text: str, words: str) -> None:
    assert heard(text, locale) == Words(words)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        (LOCALE, "Before we go on, my left ankle hurts."),
        (LOCALE, "I cannot breathe properly, hang on."),
        ("de-DE", "Bevor wir weitermachen, mein linkes Knie schmerzt."),
        ("es-ES", "Espera un momento, que me duele mucho la rodilla."),
        ("fr-FR", "Attends un peu, j'ai très mal au genou."),
    ],
)
def test_pain_and_danger_are_in_no_doubt_however_they_are_told(locale: str, text: str) -> None:
    assert heard(text, locale) == Words(as_written(text))


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        (LOCALE, "Start all over again, please."),
        ("de-DE", "Von vorne anfangen bitte."),
        ("fr-FR", "Recommence depuis le début."),
    ],
)
def test_what_costs_a_workout_is_asked_about(locale: str, text: str) -> None:
    words = heard(text, locale)
    assert words.in_doubt
    assert words.text


def test_an_all_clear_is_believed_word_for_word_alone() -> None:
    assert heard("My knee is fine again.") == Words("my knee is fine again")
    assert heard("My ankle is so much better now.") == Words()


def test_where_nothing_is_understood_the_sentence_that_is_written_alike_is_asked_about() -> None:
    assert heard("Nechste Ubung.", "de-DE") == Words("nächste übung", in_doubt=True)


def test_talk_is_handed_on_for_the_coach_to_ask_again() -> None:
    assert heard("The moon is made of green cheese.") == Words("the moon is made of green cheese")


def test_no_words_are_none() -> None:
    assert heard("[BLANK_AUDIO]") == Words()
