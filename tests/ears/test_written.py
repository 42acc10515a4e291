"""Sentences as people write them, in any language."""

import pytest

from skill.ears.spoken import meant_sentences
from skill.ears.written import Letters, as_written, writing_in
from skill.loaders import LOCALE
from skill.simulator.models import load_model


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (" I\u2019m at 12, let's-go!", "i'm at 12 let's go"),
        ("Nächste Übung, groß.", "nächste übung groß"),
        ("Na\u0308chste U\u0308bung", "nächste übung"),
        ("L'échauffement ? D\u2019accord !", "l'échauffement d'accord"),
        ("¿Cuánto falta?", "cuánto falta"),
        ("um 7:30 Uhr", "um 7 30 uhr"),
        ("um 7.30 Uhr", "um 7 30 uhr"),
        ("12,5 Kilo, 15.", "12,5 kilo 15"),
        ("'skip it'", "skip it"),
        ("[BLANK_AUDIO] (music) <|de|> *cough*", ""),
        ("skip (coughs) it", "skip it"),
    ],
)
def test_a_sentence_is_its_words(text: str, words: str) -> None:
    assert as_written(text) == words


@pytest.mark.parametrize(
    ("locale", "sentence", "intent"),
    [
        ("de-DE", "was kommt als nächstes", "WhatIsNextIntent"),
        ("es-ES", "qué viene ahora", "WhatIsNextIntent"),
        ("fr-FR", "c'est quoi la suite", "WhatIsNextIntent"),
        (LOCALE, "what's next", "WhatIsNextIntent"),
    ],
)
def test_a_model_has_its_sentences_in_its_own_letters(
    locale: str, sentence: str, intent: str
) -> None:
    model = load_model(locale)
    assert (intent, sentence) in set(meant_sentences(model, writing_in(model.hearing)))


def test_a_sentence_with_a_number_has_it_in_digits() -> None:
    model = load_model("de-DE")
    written = " ".join(one for _, one in meant_sentences(model, writing_in(model.hearing)))
    assert " 12 " in written


def test_a_number_has_the_same_letters_however_it_is_written() -> None:
    letters = Letters(load_model("de-DE").hearing)
    assert [*letters("zwölf")] == [*letters("12")] == ["1", "2"]
    assert [*letters("knie")] == ["k", "n", "i", "e"]
